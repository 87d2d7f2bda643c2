//! Export (导出导入包) in three steps, so that the window stays usable: check and freeze, write and prove,
//! note in the publication log. And the proof of a package somebody brings.

use crate::api::ApiError;
use crate::api::export::{
    ExportRequest, ExportResult, PackageFile, PackageProblem, ProfileView, PublicationView, Refused,
    VerifyView,
};
use crate::api::finding::{FindingView, Severity};
use crate::data::Data;
use crate::job::Job;
use crate::ops::{catalogues, check, entries, findings};
use crate::session::Session;
use desk_model::{CatalogueId, OfficeCode, OpId, Payload, Template};
use desk_publish::{
    Edition, Entries, Issue, Package, ProblemKind, Profile, PublishError, Publisher, Snapshot,
};
use desk_store::{Library, OpKind, Publication};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All portal profiles.
pub fn profiles(data: &Data) -> Result<Vec<Profile>, ApiError> {
    let read = |path: String| Ok(Profile::from_toml(&path, &data.assets.text(&path)?)?);
    data.assets
        .list("portals", "toml")
        .into_iter()
        .map(read)
        .collect()
}

/// Profiles for the window.
pub fn profile_views(data: &Data) -> Result<Vec<ProfileView>, ApiError> {
    let lang = data.words().lang().to_owned();
    let view = |profile: Profile| ProfileView {
        title: profile.title_in(&lang).to_owned(),
        about: profile.about_in(&lang).to_owned(),
        id: profile.id,
    };
    Ok(profiles(data)?.into_iter().map(view).collect())
}

/// Catalogues that passed their check, frozen at one moment.
pub struct Ready {
    frozen: Library,
    data: Arc<Data>,
    profile: Profile,
    out: PathBuf,
    catalogues: Vec<CatalogueId>,
}

/// What the check before an export says.
pub enum Judged {
    /// Nothing stands against it.
    Ready(Box<Ready>),
    /// Error-level findings; nothing is written.
    Refused(Vec<Refused>),
}

/// Checks the catalogues (all when none is named) and freezes them.
pub fn prepare(session: &mut Session, request: &ExportRequest, job: &Job) -> Result<Judged, ApiError> {
    let data = Arc::clone(&session.around.data);
    let profile = profiles(&data)?
        .into_iter()
        .find(|profile| profile.id == request.profile);
    let profile = profile.ok_or_else(|| ApiError::new("profile_not_found").with("id", &request.profile))?;
    let ids = request.catalogues.iter().map(|id| id.parse().map(CatalogueId));
    let ids: Result<Vec<CatalogueId>, _> = ids.collect();
    let ids = ids.map_err(|error: std::num::ParseIntError| ApiError::new("bad_request").detail(&error))?;
    let ids = catalogues::chosen(&session.library, &ids)?;
    if ids.is_empty() {
        return Err(ApiError::new("nothing_to_export"));
    }
    let mut refused = Vec::new();
    for id in &ids {
        check::catalogue(session, *id, job)?;
        refused.extend(against(&session.library, &data, *id)?);
    }
    if !refused.is_empty() {
        return Ok(Judged::Refused(refused));
    }
    Ok(Judged::Ready(Box::new(Ready {
        frozen: session.library.frozen()?,
        data,
        profile,
        out: PathBuf::from(&request.out),
        catalogues: ids,
    })))
}

/// The error-level findings of a catalogue, when there are any.
pub fn against(library: &Library, data: &Data, id: CatalogueId) -> Result<Option<Refused>, ApiError> {
    if library.finding_counts(id)?.errors == 0 {
        return Ok(None);
    }
    let errors = findings::list(library, data, id)?.into_iter();
    let errors: Vec<FindingView> = errors
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    let catalogue = catalogues::find(library, data, id)?;
    Ok(Some(Refused {
        catalogue,
        findings: errors,
    }))
}

/// A catalogue's entries read from the frozen library.
struct Stored<'a> {
    library: &'a Library,
    id: CatalogueId,
}

impl Entries for Stored<'_> {
    fn each(&self, f: &mut dyn FnMut(&Payload) -> Result<(), PublishError>) -> Result<(), PublishError> {
        let mut stopped = None;
        let walked = entries::each(self.library, self.id, |_, payload| {
            f(payload).map_err(|error| {
                stopped = Some(error);
                ApiError::new("internal")
            })
        });
        match (stopped, walked) {
            (Some(error), _) => Err(error),
            (None, Err(error)) => Err(PublishError::Entries(Box::new(error))),
            (None, Ok(())) => Ok(()),
        }
    }
}

impl Ready {
    /// Writes the package and proves it.
    pub fn write(&self, job: &Job) -> Result<Package, ApiError> {
        let templates: Result<Vec<Arc<Template>>, ApiError> = self
            .catalogues
            .iter()
            .map(|id| catalogues::template_of(&self.frozen, &self.data, *id))
            .collect();
        let templates = templates?;
        let stored: Vec<Stored<'_>> = self
            .catalogues
            .iter()
            .map(|id| Stored {
                library: &self.frozen,
                id: *id,
            })
            .collect();
        let mut issues = Vec::new();
        for (stored, template) in stored.iter().zip(&templates) {
            issues.push(self.issue(stored, template)?);
        }
        let snapshot = Snapshot {
            edition: self.edition()?,
            publisher: self.publisher()?,
            issues,
            lists: &self.data.lists,
        };
        let mut step = |done, total| {
            if done % 500 == 0 || done == total {
                job.step("exporting", done, Some(total))
                    .map_err(|_| PublishError::Cancelled)?;
            }
            Ok(())
        };
        Ok(desk_publish::write(
            &snapshot,
            &self.profile,
            &self.out,
            &mut step,
        )?)
    }

    fn issue<'s>(&self, stored: &'s Stored<'_>, template: &'s Template) -> Result<Issue<'s>, ApiError> {
        let catalogue = catalogues::stored(&self.frozen, stored.id)?;
        Ok(Issue {
            id: stored.id.0,
            title: catalogue.title,
            period: catalogue.period,
            office: self.office(&catalogue.office)?,
            updated_at: catalogue.updated_at,
            template,
            entries: stored,
            count: catalogue.entries.into(),
        })
    }

    fn office(&self, code: &OfficeCode) -> Result<Publisher, ApiError> {
        let office = catalogues::office_ref(&self.frozen, &self.data, code)?;
        Ok(Publisher {
            code: office.code,
            title: office.title,
        })
    }

    /// The clerk's own office; else that of the first catalogue.
    fn publisher(&self) -> Result<Publisher, ApiError> {
        let own = self.frozen.setting("office")?.map(OfficeCode::from);
        let first = || catalogues::stored(&self.frozen, self.catalogues[0]).map(|catalogue| catalogue.office);
        self.office(&own.map_or_else(first, Ok)?)
    }

    /// The last operation on any of the catalogues: publishing again without a change is the same edition.
    fn edition(&self) -> Result<Edition, ApiError> {
        let mut last = OpId(0);
        for id in &self.catalogues {
            last = last.max(catalogues::stored(&self.frozen, *id)?.updated_by);
        }
        let operation = self.frozen.operation(last)?;
        let at = operation.map(|operation| operation.at).unwrap_or_default();
        Ok(Edition {
            operation: last.0,
            at,
        })
    }

    /// Notes the publication in the log.
    pub fn note(&self, session: &mut Session, package: &Package) -> Result<ExportResult, ApiError> {
        let path = package.path.display().to_string();
        let publication = Publication {
            id: 0,
            at: (session.around.clock)(),
            operation: self.frozen.last_operation()?,
            person: session.around.person.clone(),
            profile: self.profile.id.clone(),
            path: path.clone(),
            sha256: package.sha256.clone(),
            catalogues: self.catalogues.clone(),
        };
        let kind = OpKind::new("publish")
            .with("path", &path)
            .with("catalogues", &self.catalogues.len());
        session.transact(&kind, |tx| Ok(tx.publications().add(&publication)?))?;
        let files = package.files.iter().map(|file| PackageFile {
            path: file.path.clone(),
            bytes: file.bytes,
            sha256: file.sha256.clone(),
        });
        Ok(ExportResult {
            path,
            done: true,
            verified: true,
            files: files.collect(),
            refused: Vec::new(),
        })
    }
}

/// All three steps in one go, for the terminal.
pub fn export(session: &mut Session, request: &ExportRequest, job: &Job) -> Result<ExportResult, ApiError> {
    match prepare(session, request, job)? {
        Judged::Refused(refused) => Ok(not_written(request, refused)),
        Judged::Ready(ready) => {
            let package = ready.write(job)?;
            ready.note(session, &package)
        }
    }
}

/// The answer when findings stand against an export.
pub fn not_written(request: &ExportRequest, refused: Vec<Refused>) -> ExportResult {
    ExportResult {
        path: request.out.clone(),
        done: false,
        verified: false,
        files: Vec::new(),
        refused,
    }
}

/// Proves a package.
pub fn verify(data: &Data, path: &Path) -> Result<VerifyView, ApiError> {
    if !path.exists() {
        return Err(ApiError::new("file_not_found").with("file", &path.display()));
    }
    let found = desk_publish::verify(path).map_err(|error| match error {
        PublishError::Zip(_) => ApiError::new("not_a_package")
            .with("path", &path.display())
            .detail(&error),
        other => other.into(),
    })?;
    let words = data.words();
    let problems = found.problems.iter().map(|problem| PackageProblem {
        file: problem.file.clone(),
        message: words.plain(&format!("verify.{}", problem_word(problem.kind))),
    });
    Ok(VerifyView {
        ok: found.is_whole(),
        checked: found.files,
        problems: problems.collect(),
    })
}

fn problem_word(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Missing => "missing",
        ProblemKind::Extra => "extra",
        ProblemKind::Changed => "changed",
        ProblemKind::Unreadable => "unreadable",
        ProblemKind::Outside => "outside",
        ProblemKind::Header => "header",
        ProblemKind::Rows => "rows",
    }
}

/// The publication log, newest first.
pub fn log(library: &Library) -> Result<Vec<PublicationView>, ApiError> {
    let mut views = Vec::new();
    for publication in library.publications()? {
        let mut titles = Vec::new();
        for id in &publication.catalogues {
            titles.extend(library.catalogue(*id)?.map(|catalogue| catalogue.title));
        }
        views.push(PublicationView {
            id: publication.id.to_string(),
            at: publication.at,
            profile: publication.profile,
            path: publication.path,
            catalogues: titles,
            sha256: publication.sha256,
        });
    }
    Ok(views)
}

impl From<PublishError> for ApiError {
    fn from(error: PublishError) -> Self {
        let detail = error.to_string();
        let mapped = match error {
            PublishError::Cancelled => Self::new("cancelled"),
            PublishError::Profile { file, .. } => Self::new("profile_broken").with("file", &file),
            PublishError::NoFolder { path } => Self::new("export_no_folder").with("path", &path.display()),
            PublishError::Occupied { path } => Self::new("export_occupied").with("path", &path.display()),
            PublishError::Io { path, .. } => Self::new("export_failed").with("path", &path.display()),
            PublishError::NotWhole { file } => Self::new("export_not_whole").with("file", &file),
            _ => Self::new("internal"),
        };
        mapped.detail(&detail)
    }
}
