//! Rows, entries, edits, undo, checks and corrections.

use super::{Table, answer, catalogue, catalogues_of, entry, number, params, written};
use crate::api::ApiError;
use crate::api::calls::{
    CheckWanted, DeleteEntries, EditCells, EntryWanted, FixChosen, FixSafe, InsertEntries, OfCatalogue,
    PasteCells, RowsWanted,
};
use crate::api::finding::{CatalogueCounts, CheckResult, Counts};
use crate::api::home::Changed;
use crate::desk::Desk;
use crate::job::Job;
use crate::ops::edit::{Block, CellEdit};
use crate::ops::fix::Allow;
use crate::ops::{catalogues, check, edit, findings, fix, grid, log};

pub const TABLE: Table = &[
    ("rows", |desk, given| {
        let wanted: RowsWanted = params(given)?;
        let (id, window) = (catalogue(&wanted.catalogue)?, (wanted.from, wanted.count));
        answer(&grid::rows(&desk.read(), desk.data(), id, window)?)
    }),
    ("entry_show", |desk, given| {
        let wanted: EntryWanted = params(given)?;
        let (id, of) = (catalogue(&wanted.catalogue)?, entry(&wanted.entry)?);
        answer(&grid::entry(&desk.read(), desk.data(), id, of)?)
    }),
    ("cells_edit", |desk, given| {
        let wanted: EditCells = params(given)?;
        let id = catalogue(&wanted.catalogue)?;
        let edits = wanted.edits.into_iter().map(|edit| {
            Ok(CellEdit {
                entry: entry(&edit.entry)?,
                field: edit.field.as_str().into(),
                text: edit.text,
            })
        });
        let edits = edits.collect::<Result<Vec<_>, ApiError>>()?;
        wrote(desk, &edit::cells(&mut desk.write(), id, &edits)?)
    }),
    ("cells_paste", |desk, given| {
        let wanted: PasteCells = params(given)?;
        let block = Block {
            entry: wanted.entry.as_deref().map(entry).transpose()?,
            field: wanted.field.as_str().into(),
            rows: wanted.rows,
        };
        wrote(
            desk,
            &edit::paste(&mut desk.write(), catalogue(&wanted.catalogue)?, &block)?,
        )
    }),
    ("entry_insert", |desk, given| {
        let wanted: InsertEntries = params(given)?;
        let after = wanted.after.as_deref().map(entry).transpose()?;
        let id = catalogue(&wanted.catalogue)?;
        let made = edit::insert(&mut desk.write(), id, after, wanted.count)?;
        written(desk, &made, &made.changed)
    }),
    ("entry_delete", |desk, given| {
        let wanted: DeleteEntries = params(given)?;
        let ids = wanted
            .entries
            .iter()
            .map(|id| entry(id))
            .collect::<Result<Vec<_>, _>>()?;
        wrote(
            desk,
            &edit::delete(&mut desk.write(), catalogue(&wanted.catalogue)?, &ids)?,
        )
    }),
    ("undo", |desk, _| {
        let done = log::undo(&mut desk.write())?;
        wrote(desk, &done.map(|(_, changed)| changed).unwrap_or_default())
    }),
    ("redo", |desk, _| {
        let done = log::redo(&mut desk.write())?;
        wrote(desk, &done.map(|(_, changed)| changed).unwrap_or_default())
    }),
    ("check", |desk, given| {
        let wanted: CheckWanted = params(given)?;
        answer(&desk.run(&wanted.job, |job| checked(desk, &wanted.catalogues, job))?)
    }),
    ("findings", |desk, given| {
        let wanted: OfCatalogue = params(given)?;
        answer(&findings::list(
            &desk.read(),
            desk.data(),
            catalogue(&wanted.catalogue)?,
        )?)
    }),
    ("fix", |desk, given| {
        let wanted: FixChosen = params(given)?;
        let ids = wanted
            .findings
            .iter()
            .map(|id| number(id))
            .collect::<Result<Vec<_>, _>>()?;
        wrote(desk, &fix::chosen(&mut desk.write(), &ids)?.changed)
    }),
    ("fix_safe", |desk, given| {
        let wanted: FixSafe = params(given)?;
        let ids = catalogues_of(&wanted.catalogues)?;
        let result = fix::all(&mut desk.write(), &ids, Allow::Safe, &Job::quiet())?;
        written(desk, &result, &result.changed)
    }),
];

fn wrote(desk: &Desk, changed: &Changed) -> Result<serde_json::Value, ApiError> {
    written(desk, changed, changed)
}

fn checked(desk: &Desk, ids: &[String], job: &Job) -> Result<CheckResult, ApiError> {
    let mut session = desk.write();
    let mut result = CheckResult {
        counts: Counts::default(),
        by_catalogue: Vec::new(),
    };
    for id in catalogues::chosen(&session.library, &catalogues_of(ids)?)? {
        let mut counts = Counts::default();
        let found = check::catalogue(&mut session, id, job)?;
        for finding in &found {
            counts.add(finding.severity);
        }
        result.counts.merge(counts);
        result.by_catalogue.push(CatalogueCounts {
            catalogue: id.to_string(),
            counts,
        });
    }
    Ok(result)
}
