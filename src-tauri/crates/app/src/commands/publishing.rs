//! Profiles, export, proof, publication log.

use super::{Table, answer, params};
use crate::api::ApiError;
use crate::api::calls::{ByPath, ExportWanted};
use crate::api::export::{ExportRequest, ExportResult};
use crate::api::home::Changed;
use crate::desk::{Desk, Event};
use crate::job::Job;
use crate::ops::publishing::{self, Judged};
use std::path::Path;

pub const TABLE: Table = &[
    ("profile_list", |desk, _| {
        answer(&publishing::profile_views(desk.data())?)
    }),
    ("export_run", |desk, given| {
        let wanted: ExportWanted = params(given)?;
        let result = desk.run(&wanted.job, |job| export(desk, &wanted.request, job))?;
        desk.tell(Event::Changed(Box::new(Changed {
            catalogues: wanted.request.catalogues,
            ..Changed::default()
        })));
        answer(&result)
    }),
    ("verify", |desk, given| {
        let wanted: ByPath = params(given)?;
        answer(&publishing::verify(desk.data(), Path::new(&wanted.path))?)
    }),
    ("publication_list", |desk, _| {
        answer(&publishing::log(&desk.read())?)
    }),
];

/// The library is held only for the check and for the log, not while files are written.
fn export(desk: &Desk, request: &ExportRequest, job: &Job) -> Result<ExportResult, ApiError> {
    let judged = publishing::prepare(&mut desk.write(), request, job)?;
    match judged {
        Judged::Refused(refused) => Ok(publishing::not_written(request, refused)),
        Judged::Ready(ready) => {
            let package = ready.write(job)?;
            ready.note(&mut desk.write(), &package)
        }
    }
}
