//! Spreadsheets in: open, find the tables, recognise the template, convert, store in one operation.

mod decide;
mod preview;
mod storing;

pub use decide::{Decision, Mapped, Proposal, propose};
pub use preview::{preview, remap, run};
pub use storing::{search_text, store};

use crate::api::ApiError;
use crate::api::import::RowCounts;
use crate::data::Data;
use crate::job::Job;
use crate::ops::{check, reading};
use crate::session::Session;
use desk_model::{CatalogueId, Finding, OfficeCode, TemplateId};
use desk_sheets::Table;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// Use this template.
    pub template: Option<TemplateId>,
    /// Owner of the catalogues; else the clerk's own office, else the first of the tree.
    pub office: Option<OfficeCode>,
    /// Title of the catalogue.
    pub title: Option<String>,
    /// Period of the catalogue; else the year of today.
    pub period: Option<String>,
    /// Show the result, write nothing.
    pub dry_run: bool,
}

/// A file read: its fingerprint and the tables found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    /// Path as given.
    pub path: PathBuf,
    /// SHA-256 of the bytes, hex.
    pub sha256: String,
    /// Names of all sheets and whether each is hidden.
    pub sheets: Vec<(String, bool)>,
    /// Tables in order.
    pub tables: Vec<Located>,
}

/// One table and the sheet it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// Sheet name.
    pub sheet: String,
    /// The table.
    pub table: Table,
}

/// What became of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// File.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// Template, when one fits.
    pub template: Option<TemplateId>,
    /// How sure, 0–1.
    pub confidence: f64,
    /// 1-based header rows.
    pub header_rows: Vec<u32>,
    /// Mapping.
    pub mapping: Vec<Mapped>,
    /// Rows.
    pub rows: RowCounts,
    /// The catalogue made.
    pub catalogue: Option<CatalogueId>,
    /// Its title.
    pub title: String,
    /// Findings of the check that followed.
    pub findings: Vec<Finding>,
}

/// Reads a file and finds its tables; needs no library.
pub fn read(data: &Data, path: &Path, job: &Job) -> Result<FileRead, ApiError> {
    job.step("reading", 0, None)?;
    let sheets = reading::open(data, path)?;
    job.step("locating", 0, None)?;
    let unreadable = |error: std::io::Error| {
        ApiError::new("file_unreadable")
            .with("file", &path.display())
            .detail(&error)
    };
    let mut file = std::fs::File::open(path).map_err(unreadable)?;
    let mut hash = Sha256::new();
    std::io::copy(&mut file, &mut hash).map_err(unreadable)?;
    let mut tables = Vec::new();
    for sheet in &sheets {
        let found = desk_sheets::tables(sheet);
        tables.extend(found.into_iter().map(|table| Located {
            sheet: sheet.name.clone(),
            table,
        }));
        job.step("locating", 0, None)?;
    }
    Ok(FileRead {
        path: path.to_owned(),
        sha256: format!("{:x}", hash.finalize()),
        sheets: sheets
            .into_iter()
            .map(|sheet| (sheet.name, sheet.hidden))
            .collect(),
        tables,
    })
}

/// Imports every recognised table of a file as one operation and checks the new catalogues.
pub fn file(
    session: &mut Session,
    path: &Path,
    wishes: &Wishes,
    job: &Job,
) -> Result<Vec<Imported>, ApiError> {
    let data = std::sync::Arc::clone(&session.around.data);
    let file = read(&data, path, job)?;
    if file.tables.is_empty() {
        return Err(ApiError::new("nothing_to_import").with("file", &path.display()));
    }
    let mut reports = Vec::new();
    let mut decisions = Vec::new();
    for (index, located) in file.tables.iter().enumerate() {
        let proposal = propose(&data, &located.table, wishes.template.as_ref())?;
        let title = decide::title(&file, located, wishes);
        reports.push(report(&file, located, &proposal, &title));
        if proposal.sure {
            decisions.push((index, proposal.decide(title)));
        }
    }
    if wishes.dry_run || decisions.is_empty() {
        return Ok(reports);
    }
    let (indexes, decisions): (Vec<usize>, Vec<Decision>) = decisions.into_iter().unzip();
    let chosen: Vec<&Located> = indexes.iter().map(|index| &file.tables[*index]).collect();
    let pairs: Vec<(&Located, &Decision)> = chosen.into_iter().zip(&decisions).collect();
    let done = store(session, &file, &pairs, wishes, job)?;
    for (index, id) in indexes.into_iter().zip(done.value) {
        reports[index].catalogue = Some(id);
        reports[index].findings = check::catalogue(session, id, job)?;
    }
    Ok(reports)
}

fn report(file: &FileRead, located: &Located, proposal: &Proposal<'_>, title: &str) -> Imported {
    let table = &located.table;
    let (records, skipped) = (count(table.records.len()), count(table.left_out.len()));
    Imported {
        file: file.path.display().to_string(),
        sheet: located.sheet.clone(),
        template: proposal.sure.then(|| proposal.shipped.template.id.clone()),
        confidence: proposal.fit.confidence,
        header_rows: table.header_rows.clone(),
        mapping: decide::mapped(table, &proposal.fit.mapping),
        rows: RowCounts {
            read: records + skipped,
            imported: if proposal.sure { records } else { 0 },
            skipped,
            held: if proposal.sure { 0 } else { records },
        },
        catalogue: None,
        title: title.to_owned(),
        findings: Vec::new(),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
