//! The import wizard.

use super::{Table, answer, params, written};
use crate::api::calls::{ImportWanted, PreviewWanted, RemapWanted};
use crate::job::Job;
use crate::ops::import;
use std::path::Path;

pub const TABLE: Table = &[
    ("import_preview", |desk, given| {
        let wanted: PreviewWanted = params(given)?;
        let file = desk.run(&wanted.job, |job| desk.file(Path::new(&wanted.file), job))?;
        answer(&import::preview(desk.data(), &file))
    }),
    ("import_remap", |desk, given| {
        let wanted: RemapWanted = params(given)?;
        let file = desk.file(Path::new(&wanted.file), &Job::quiet())?;
        answer(&import::remap(
            desk.data(),
            &file,
            wanted.table,
            &wanted.template,
        )?)
    }),
    ("import_run", |desk, given| {
        let wanted: ImportWanted = params(given)?;
        let result = desk.run(&wanted.job, |job| {
            import::run(&mut desk.write(), &wanted.request, job)
        })?;
        written(desk, &result, &result.changed)
    }),
];
