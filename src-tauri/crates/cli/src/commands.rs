//! One function for each command: call the use case, shape the answer.

use crate::Desk;
use crate::args::{CatalogueVerb, OfficeVerb, ProfileVerb, TemplateVerb, Verb};
use crate::output::{Answer, owned};
use crate::{intake, outlet};
use desk_app::api::ApiError;
use desk_app::job::Job;
use desk_app::ops::fix::Allow;
use desk_app::ops::import::Wishes;
use desk_app::ops::{care, catalogues, entries, log, offices, reading, search, templates};
use desk_model::{CatalogueId, Template};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// Runs a command.
pub fn run(verb: &Verb, desk: &Desk) -> Result<Answer, ApiError> {
    match verb {
        Verb::Template(TemplateVerb::List) => Ok(template_list(desk)),
        Verb::Template(TemplateVerb::Show { id }) => template_show(desk, id),
        Verb::Template(TemplateVerb::Check { file }) => template_check(file),
        Verb::Office(OfficeVerb::List) => office_list(desk),
        Verb::Office(OfficeVerb::Import { file }) => office_import(desk, file),
        Verb::Read { files, table, format } => read(desk, files, *table, format.is_some()),
        Verb::Import {
            files,
            template,
            office,
            title,
            dry_run,
            report,
        } => {
            let wishes = Wishes {
                template: template.as_deref().map(Into::into),
                office: office.as_deref().map(Into::into),
                title: title.clone(),
                period: None,
                dry_run: *dry_run,
            };
            intake::import(desk, files, &wishes, report.as_deref())
        }
        Verb::Check { catalogues } => intake::check(desk, catalogues),
        Verb::Fix { safe, catalogues } => intake::fix(
            desk,
            catalogues,
            if *safe { Allow::Safe } else { Allow::Suggested },
        ),
        Verb::Catalogue(CatalogueVerb::List) => catalogue_list(desk),
        Verb::Dump { catalogue, format } => dump(desk, CatalogueId(*catalogue), format),
        Verb::Profile(ProfileVerb::List) => outlet::profiles(desk),
        Verb::Export {
            profile,
            out,
            catalogues,
        } => outlet::export(desk, profile, out, catalogues, &desk.job()),
        Verb::Verify { package } => outlet::verify(desk, package),
        Verb::Demo { out } => outlet::demo(desk, out.as_deref(), &desk.job()),
        Verb::Undo => step_back(desk),
        Verb::Redo => step_forward(desk),
        Verb::History { limit } => history(desk, *limit),
        Verb::Search { text, limit } => find(desk, text, *limit),
        Verb::Backup => backup(desk),
        Verb::Restore { file } => restore(desk, file),
        Verb::Doctor => doctor(desk),
    }
}

fn to_json<T: serde::Serialize>(value: &T) -> Value {
    serde_json::to_value(value).expect("answers have string keys")
}

fn table(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    rows.into_iter().map(|row| row.join("\t") + "\n").collect()
}

fn template_list(desk: &Desk) -> Answer {
    let lang = desk.data.words().lang().to_owned();
    let templates: Vec<&Template> = desk.data.templates.values().map(|t| &*t.template).collect();
    let line = |t: &&Template| json!({"id": t.id, "title": t.title_in(&lang), "notice": t.notice, "version": t.version});
    let json = json!({"templates": templates.iter().map(line).collect::<Vec<_>>()});
    let rows = templates.iter().map(|t| {
        vec![
            t.id.to_string(),
            t.version.to_string(),
            t.notice.to_string(),
            t.title_in(&lang).to_owned(),
        ]
    });
    Answer::verbatim(json, table(rows))
}

fn template_show(desk: &Desk, id: &str) -> Result<Answer, ApiError> {
    let shipped = desk
        .data
        .template(id)
        .ok_or_else(|| ApiError::new("template_not_found").with("id", &id))?;
    let view = json!({
        "template": to_json(&*shipped.template),
        "columns": to_json(&templates::columns(&desk.data, &shipped.template)),
    });
    Ok(Answer::verbatim(view, shipped.text.clone()))
}

fn template_check(file: &Path) -> Result<Answer, ApiError> {
    let name = file.display().to_string();
    let text = std::fs::read_to_string(file)
        .map_err(|e| ApiError::new("file_not_found").with("file", &name).detail(&e))?;
    let template = Template::from_toml(&name, &text).map_err(|error| {
        ApiError::new("template_broken")
            .with("file", &name)
            .detail(&error)
    })?;
    let (fields, rules) = (template.fields.len(), template.rules.len());
    let json = json!({"id": template.id, "version": template.version, "fields": fields, "rules": rules});
    let params = [
        ("id", template.id.as_str()),
        ("fields", &fields.to_string()),
        ("rules", &rules.to_string()),
    ];
    Ok(Answer::line(json, "cli.out.template_ok", &params))
}

fn office_list(desk: &Desk) -> Result<Answer, ApiError> {
    let session = desk.read()?;
    let nodes = offices::list(&session.library, session.data())?;
    let rows = nodes
        .iter()
        .map(|n| vec![n.code.clone(), n.kind.clone(), n.title.clone()]);
    Ok(Answer::verbatim(json!({"offices": to_json(&nodes)}), table(rows)))
}

fn office_import(desk: &Desk, file: &Path) -> Result<Answer, ApiError> {
    let name = file.display().to_string();
    let text = std::fs::read_to_string(file)
        .map_err(|e| ApiError::new("file_not_found").with("file", &name).detail(&e))?;
    let (count, _) = offices::import(&mut desk.write()?, &name, &text)?;
    Ok(Answer::line(
        json!({"offices": count}),
        "cli.out.offices",
        &[("count", &count.to_string())],
    ))
}

fn read(desk: &Desk, files: &[PathBuf], table: Option<u32>, as_csv: bool) -> Result<Answer, ApiError> {
    let mut found = reading::read(&desk.data, files, &Job::quiet())?;
    if let Some(wanted) = table {
        found.retain(|t| t.table == wanted);
    }
    if as_csv && found.len() != 1 {
        return Err(ApiError::new("choose_table").with("tables", &found.len()));
    }
    if found.is_empty() {
        return Ok(Answer::line(json!({"tables": []}), "cli.out.no_tables", &[]));
    }
    let text = match found.as_slice() {
        [one] if as_csv => reading::csv(one)?,
        many => many
            .iter()
            .map(|t| reading::described(&desk.data, t))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    Ok(Answer::verbatim(json!({"tables": to_json(&found)}), text))
}

fn catalogue_list(desk: &Desk) -> Result<Answer, ApiError> {
    let session = desk.read()?;
    let list = catalogues::list(&session.library, session.data())?;
    let rows = list.iter().map(|c| {
        vec![
            c.id.clone(),
            c.title.clone(),
            c.period.clone(),
            c.office.title.clone(),
            c.entries.to_string(),
        ]
    });
    Ok(Answer::verbatim(
        json!({"catalogues": to_json(&list)}),
        table(rows),
    ))
}

fn dump(desk: &Desk, id: CatalogueId, format: &str) -> Result<Answer, ApiError> {
    let session = desk.read()?;
    let (library, data) = (&session.library, session.data());
    let template = catalogues::template_of(library, data, id)?;
    let mut places = entries::Places::new(library);
    let mut documents = Vec::new();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let internal = |error: csv::Error| ApiError::new("internal").detail(&error);
    writer
        .write_record(template.fields.iter().map(desk_model::Field::path))
        .map_err(internal)?;
    entries::each(library, id, |entry, payload| {
        let mut document = Map::new();
        let mut record = Vec::new();
        for field in &template.fields {
            let cell = payload.get(field.name.as_str());
            let text = entries::shown(data, field, cell);
            let place = places.of(entry, field)?.map(|p| p.to_string());
            document.insert(
                field.name.to_string(),
                json!({"value": cell.map(|c| &c.value), "text": text, "cell": place}),
            );
            record.push(text);
        }
        writer.write_record(record).map_err(internal)?;
        documents.push(Value::Object(document));
        Ok(())
    })?;
    let csv = writer
        .into_inner()
        .map_err(|error| ApiError::new("internal").detail(&error))?;
    let text = match format {
        "jsonl" => documents
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n"),
        _ => String::from_utf8_lossy(&csv).into_owned(),
    };
    Ok(Answer::verbatim(json!({"entries": documents}), text))
}

fn step_back(desk: &Desk) -> Result<Answer, ApiError> {
    let mut session = desk.write()?;
    let done = log::undo(&mut session)?;
    Ok(stepped(
        &session,
        done.map(|(operation, _)| operation).as_ref(),
        "cli.out.undone",
    ))
}

fn step_forward(desk: &Desk) -> Result<Answer, ApiError> {
    let mut session = desk.write()?;
    let done = log::redo(&mut session)?;
    Ok(stepped(
        &session,
        done.map(|(operation, _)| operation).as_ref(),
        "cli.out.redone",
    ))
}

fn stepped(
    session: &desk_app::session::Session,
    done: Option<&desk_app::api::home::OperationView>,
    key: &str,
) -> Answer {
    match done {
        None => Answer::line(json!({"operation": null}), "cli.out.no_operation", &[]),
        Some(operation) => {
            let title = log::title(session.data(), operation);
            Answer::line(
                json!({"operation": to_json(operation)}),
                key,
                &[("title", &title)],
            )
        }
    }
}

fn history(desk: &Desk, limit: u32) -> Result<Answer, ApiError> {
    let session = desk.read()?;
    let operations = log::history(&session.library, None, limit)?;
    let rows = operations.iter().map(|o| {
        vec![
            o.id.clone(),
            o.at.clone(),
            o.person.clone(),
            log::title(session.data(), o),
        ]
    });
    Ok(Answer::verbatim(
        json!({"operations": to_json(&operations)}),
        table(rows),
    ))
}

fn find(desk: &Desk, text: &str, limit: u32) -> Result<Answer, ApiError> {
    let session = desk.read()?;
    let hits = search::search(&session.library, session.data(), text, limit)?;
    let rows = hits
        .iter()
        .map(|h| vec![h.kind.clone(), h.id.clone(), h.title.clone(), h.detail.clone()]);
    Ok(Answer::verbatim(json!({"hits": to_json(&hits)}), table(rows)))
}

fn backup(desk: &Desk) -> Result<Answer, ApiError> {
    let session = desk.write()?;
    let backup = care::back_up(&session.library, &(session.around.clock)())?;
    Ok(Answer::line(
        to_json(&backup),
        "cli.out.backup",
        &[("path", &backup.path)],
    ))
}

fn restore(desk: &Desk, file: &Path) -> Result<Answer, ApiError> {
    let kept = care::restore(&mut desk.write()?, file)?;
    Ok(Answer::line(
        json!({"kept": kept}),
        "cli.out.restored",
        &[("path", &kept)],
    ))
}

fn doctor(desk: &Desk) -> Result<Answer, ApiError> {
    let session = desk.read()?;
    let view = care::examine(&session.library, session.data())?;
    let words = session.data().words();
    let lines = view.checks.iter().map(|check| {
        let name = words.plain(&format!("doctor.{}", check.name));
        let key = if check.ok {
            "cli.out.well"
        } else {
            "cli.out.unwell"
        };
        (
            key.to_owned(),
            owned(&[("name", &name), ("detail", &check.detail)]),
        )
    });
    Ok(Answer::lines(to_json(&view), lines.collect()))
}
