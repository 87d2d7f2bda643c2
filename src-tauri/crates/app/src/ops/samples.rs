//! The shipped samples (示例资料): real spreadsheets that go the same road as a clerk's own.

use crate::api::ApiError;
use crate::api::home::Changed;
use crate::data::Data;
use crate::job::Job;
use crate::ops::import::{self, Imported, Wishes};
use crate::ops::log;
use crate::session::Session;
use serde::Deserialize;
use std::path::Path;
use std::sync::Arc;

const LIST: &str = "samples/sample_library.toml";

/// Which samples to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// All of them.
    All,
    /// Those of the demonstration.
    Demo,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleFile {
    office: String,
    sample: Vec<Sample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    file: String,
    template: String,
    office: String,
    title: String,
    period: String,
    demo: bool,
}

/// Imports the samples in their order and chooses the office they begin with.
pub fn load(session: &mut Session, choice: Choice, job: &Job) -> Result<Vec<Imported>, ApiError> {
    let data = Arc::clone(&session.around.data);
    let text = data.assets.text(LIST)?;
    let list: SampleFile =
        toml::from_str(&text).map_err(|error| ApiError::new("asset_broken").detail(&error))?;
    let chosen = list.sample.iter().filter(|s| choice == Choice::All || s.demo);
    let chosen: Vec<&Sample> = chosen.collect();
    let total = u64::try_from(chosen.len()).ok();
    let folder = tempfile::tempdir().map_err(|error| ApiError::new("internal").detail(&error))?;
    let mut done = Vec::new();
    for (number, sample) in (0..).zip(chosen) {
        job.step("samples", number, total)?;
        done.extend(one(session, &data, sample, folder.path())?);
    }
    if session.library.setting("office")?.is_none() {
        session.library.set_setting("office", &list.office)?;
    }
    Ok(done)
}

fn one(
    session: &mut Session,
    data: &Data,
    sample: &Sample,
    folder: &Path,
) -> Result<Vec<Imported>, ApiError> {
    let inside = format!("samples/{}", sample.file);
    let bytes = data.assets.bytes(&inside);
    let bytes = bytes.ok_or_else(|| ApiError::new("asset_broken").detail(&inside))?;
    let name = Path::new(&sample.file).file_name().unwrap_or_default();
    let path = folder.join(name);
    std::fs::write(&path, bytes).map_err(|error| ApiError::new("internal").detail(&error))?;
    let wishes = Wishes {
        template: Some(sample.template.as_str().into()),
        office: Some(sample.office.as_str().into()),
        title: Some(sample.title.clone()),
        period: Some(sample.period.clone()),
        dry_run: false,
    };
    import::file(session, &path, &wishes, &Job::quiet())
}

/// All samples, for the window.
pub fn load_all(session: &mut Session, job: &Job) -> Result<Changed, ApiError> {
    let done = load(session, Choice::All, job)?;
    let catalogues = done.iter().filter_map(|table| table.catalogue);
    Ok(Changed {
        operation: Some(session.library.last_operation()?.to_string()),
        catalogues: catalogues.map(|id| id.to_string()).collect(),
        rows_changed: true,
        entries: Vec::new(),
        undoable: session.library.undo_target()?.map(log::view),
        redoable: session.library.redo_target()?.map(log::view),
    })
}
