//! `desk export`, `desk verify`, `desk profile`, `desk demo`.

use crate::Desk;
use crate::output::{Answer, Lines, owned};
use desk_app::api::ApiError;
use desk_app::api::export::{ExportRequest, ExportResult, Refused};
use desk_app::data::Data;
use desk_app::job::Job;
use desk_app::ops::fix::Allow;
use desk_app::ops::samples::{self, Choice};
use desk_app::ops::{catalogues, fix, publishing};
use desk_app::session::Session;
use desk_model::CatalogueId;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Profile of the demonstration.
const DEMO_PROFILE: &str = "datapackage";

/// Lists the portal profiles.
pub fn profiles(desk: &Desk) -> Result<Answer, ApiError> {
    let views = publishing::profile_views(&desk.data)?;
    let lines = views
        .iter()
        .map(|profile| [profile.id.as_str(), &profile.title].join("\t"));
    let text = lines.collect::<Vec<_>>().join("\n") + "\n";
    Ok(Answer::verbatim(json!({"profiles": views}), text))
}

/// Exports; a refused export exits 1 and writes nothing.
pub fn export(desk: &Desk, profile: &str, out: &Path, ids: &[i64], job: &Job) -> Result<Answer, ApiError> {
    let mut session = desk.write()?;
    let request = ExportRequest {
        profile: profile.to_owned(),
        out: out.display().to_string(),
        catalogues: ids.iter().map(ToString::to_string).collect(),
    };
    let result = publishing::export(&mut session, &request, job)?;
    let mut answer = Answer::lines(json!(result), described(session.data(), &result));
    answer.code = u8::from(!result.done);
    Ok(answer)
}

fn described(data: &Data, result: &ExportResult) -> Lines {
    let mut lines = Lines::new();
    if result.done {
        let files = result.files.len().to_string();
        lines.push((
            "cli.out.exported".to_owned(),
            owned(&[("path", &result.path), ("files", &files)]),
        ));
    }
    lines.extend(result.refused.iter().flat_map(|refused| refusal(data, refused)));
    lines
}

fn refusal(data: &Data, refused: &Refused) -> Lines {
    let errors = refused.findings.len().to_string();
    let mut lines = vec![(
        "cli.out.refused".to_owned(),
        owned(&[("title", &refused.catalogue.title), ("errors", &errors)]),
    )];
    let severity = data.words().plain("severity.error");
    for finding in &refused.findings {
        let row = finding.row.map(|row| row.to_string()).unwrap_or_default();
        let place = finding.cell.as_deref().unwrap_or(&row);
        let params = [
            ("severity", severity.as_str()),
            ("rule", &finding.rule),
            ("place", place),
            ("message", &finding.message),
            ("next", &finding.next),
        ];
        lines.push(("cli.out.finding".to_owned(), owned(&params)));
    }
    lines
}

/// Proves a package; exit code 1 when it is not whole.
pub fn verify(desk: &Desk, package: &Path) -> Result<Answer, ApiError> {
    let view = publishing::verify(&desk.data, package)?;
    let checked = view.checked.to_string();
    let lines = if view.ok {
        vec![("cli.out.verified".to_owned(), owned(&[("checked", &checked)]))]
    } else {
        let problem = |p: &desk_app::api::export::PackageProblem| {
            (
                "cli.out.package_problem".to_owned(),
                owned(&[("file", &p.file), ("message", &p.message)]),
            )
        };
        let first = ("cli.out.not_verified".to_owned(), owned(&[]));
        std::iter::once(first)
            .chain(view.problems.iter().map(problem))
            .collect()
    };
    let mut answer = Answer::lines(json!(view), lines);
    answer.code = u8::from(!view.ok);
    Ok(answer)
}

/// The main job on the shipped samples: a new library, import, check, safe corrections, export, proof.
pub fn demo(desk: &Desk, out: Option<&Path>, job: &Job) -> Result<Answer, ApiError> {
    let folder = fresh_folder(out)?;
    let library = folder.join("demo.desklib");
    let mut session = Session::open(&library, desk.around())?;
    let imported = samples::load(&mut session, Choice::Demo, job)?;
    let ids: Vec<CatalogueId> = imported.iter().filter_map(|table| table.catalogue).collect();
    let fixed = fix::all(&mut session, &ids, Allow::Safe, job)?.fixed;
    let (mut clean, mut refused) = (Vec::new(), Vec::new());
    for id in &ids {
        let summary = catalogues::find(&session.library, session.data(), *id)?;
        if summary.findings.errors == 0 {
            clean.push(id.to_string());
        } else {
            refused.extend(publishing::against(&session.library, session.data(), *id)?);
        }
    }
    let request = ExportRequest {
        profile: DEMO_PROFILE.to_owned(),
        out: folder.join("package").display().to_string(),
        catalogues: clean,
    };
    let result = publishing::export(&mut session, &request, job)?;
    let proof = publishing::verify(session.data(), Path::new(&result.path))?;
    Ok(told(
        &session,
        (&library, fixed),
        (&imported, &result),
        (&refused, &proof),
    ))
}

/// The folder named, else a new one beside the person; never one with something in it.
fn fresh_folder(out: Option<&Path>) -> Result<PathBuf, ApiError> {
    let folder = out.map_or_else(|| PathBuf::from("desk-demo"), Path::to_owned);
    let taken = std::fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        return Err(ApiError::new("export_occupied").with("path", &folder.display()));
    }
    std::fs::create_dir_all(&folder).map_err(|error| {
        ApiError::new("export_failed")
            .with("path", &folder.display())
            .detail(&error)
    })?;
    Ok(folder)
}

fn told(
    session: &Session,
    (library, fixed): (&Path, u32),
    (imported, result): (&[desk_app::ops::import::Imported], &ExportResult),
    (refused, proof): (&[Refused], &desk_app::api::export::VerifyView),
) -> Answer {
    let data = session.data();
    let mut lines: Lines = imported.iter().map(crate::intake::summary).collect();
    lines.push((
        "cli.out.fixed".to_owned(),
        owned(&[("fixed", &fixed.to_string())]),
    ));
    lines.extend(refused.iter().flat_map(|refused| refusal(data, refused)));
    lines.extend(described(data, result));
    lines.push((
        "cli.out.verified".to_owned(),
        owned(&[("checked", &proof.checked.to_string())]),
    ));
    lines.push((
        "cli.out.demo".to_owned(),
        owned(&[("library", &library.display().to_string())]),
    ));
    let json = json!({
        "library": library, "package": result.path, "verified": proof.ok, "files": result.files, "fixed": fixed,
        "catalogues": imported.iter().map(|table| json!({"id": table.catalogue, "title": table.title, "rows": table.rows})).collect::<Vec<_>>(),
        "refused": refused,
    });
    let mut answer = Answer::lines(json, lines);
    answer.code = u8::from(!proof.ok);
    answer
}
