//! Spreadsheets in: read through the reader program, recognise the template, convert, store in one operation.

mod decide;
mod preview;
mod storing;

pub use decide::{Decision, Mapped, Proposal, propose};
pub use preview::{preview, remap, run};
pub use storing::{Taken, Verdict, search_text, take_in};

use crate::api::ApiError;
use crate::api::import::RowCounts;
use crate::data::Data;
use crate::job::Job;
use crate::ops::check;
use crate::reader;
use crate::session::Session;
use desk_model::{CatalogueId, Finding, OfficeCode, TemplateId};
use desk_sheets::{Head, LeftOut, Message, Record};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// So many records are shown before the import.
const SAMPLE_ROWS: usize = 20;

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

/// A file looked into: its fingerprint and the tables found, with their first records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    /// Path as given.
    pub path: PathBuf,
    /// SHA-256 of the bytes, hex.
    pub sha256: String,
    /// All sheets.
    pub sheets: Vec<SheetSeen>,
    /// Tables in order.
    pub tables: Vec<Located>,
}

/// One sheet of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetSeen {
    /// Name.
    pub name: String,
    /// Hidden in its workbook?
    pub hidden: bool,
    /// Hidden rows.
    pub hidden_rows: u32,
    /// Hidden columns.
    pub hidden_columns: u32,
}

/// One table and the sheet it stands on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Located {
    /// Sheet name.
    pub sheet: String,
    /// Title, unit, header.
    pub head: Head,
    /// First records.
    pub sample: Vec<Record>,
    /// Number of records.
    pub records: u32,
    /// Rows that are no records.
    pub left_out: Vec<LeftOut>,
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

/// Looks into a file and keeps of each table what a person needs to decide; needs no library.
pub fn look(data: &Data, path: &Path, job: &Job) -> Result<FileRead, ApiError> {
    let mut file = FileRead {
        path: path.to_owned(),
        sha256: fingerprint(path)?,
        sheets: Vec::new(),
        tables: Vec::new(),
    };
    reader::read(data, path, job, &mut |message| {
        match (message, file.tables.last_mut()) {
            (
                Message::Sheet {
                    name,
                    hidden,
                    hidden_rows,
                    hidden_columns,
                },
                _,
            ) => file.sheets.push(SheetSeen {
                name,
                hidden,
                hidden_rows,
                hidden_columns,
            }),
            (Message::Table(head), _) => file.tables.push(Located {
                sheet: file
                    .sheets
                    .last()
                    .map(|sheet| sheet.name.clone())
                    .unwrap_or_default(),
                head,
                ..Located::default()
            }),
            (Message::Record(record), Some(table)) => {
                table.records += 1;
                if table.sample.len() < SAMPLE_ROWS {
                    table.sample.push(record);
                }
            }
            (Message::LeftOut(row), Some(table)) => table.left_out.push(row),
            _ => {}
        }
        Ok(())
    })?;
    Ok(file)
}

/// SHA-256 of a file, hex.
fn fingerprint(path: &Path) -> Result<String, ApiError> {
    let unreadable = |error: std::io::Error| {
        let code = match error.kind() {
            std::io::ErrorKind::NotFound => "file_not_found",
            _ => "file_unreadable",
        };
        ApiError::new(code).with("file", &path.display()).detail(&error)
    };
    let mut file = std::fs::File::open(path).map_err(unreadable)?;
    let mut hash = Sha256::new();
    std::io::copy(&mut file, &mut hash).map_err(unreadable)?;
    Ok(format!("{:x}", hash.finalize()))
}

/// Imports every recognised table of a file as one operation and checks the new catalogues.
pub fn file(
    session: &mut Session,
    path: &Path,
    wishes: &Wishes,
    job: &Job,
) -> Result<Vec<Imported>, ApiError> {
    let data = std::sync::Arc::clone(&session.around.data);
    let mut confidences = Vec::new();
    let mut decide = |_: &str, head: &Head| {
        let proposal = propose(&data, head, wishes.template.as_ref())?;
        confidences.push(proposal.fit.confidence);
        let title = decide::title(path, head, wishes);
        Ok(proposal.decide(title))
    };
    let done = take_in(session, path, &mut decide, wishes, job)?;
    if done.value.is_empty() {
        return Err(ApiError::new("nothing_to_import").with("file", &path.display()));
    }
    let mut reports = Vec::new();
    for (taken, confidence) in done.value.into_iter().zip(confidences) {
        let findings = match taken.catalogue {
            Some(id) => check::catalogue(session, id, job)?,
            None => Vec::new(),
        };
        reports.push(report(path, &taken, confidence, findings));
    }
    Ok(reports)
}

fn report(path: &Path, taken: &Taken, confidence: f64, findings: Vec<Finding>) -> Imported {
    let decision = &taken.verdict.decision;
    Imported {
        file: path.display().to_string(),
        sheet: taken.sheet.clone(),
        template: taken.verdict.wanted.then(|| decision.template.clone()),
        confidence,
        header_rows: taken.head.header_rows.clone(),
        mapping: decide::mapped(&taken.head, &decision.mapping),
        rows: taken.rows(),
        catalogue: taken.catalogue,
        title: decision.title.clone(),
        findings,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
