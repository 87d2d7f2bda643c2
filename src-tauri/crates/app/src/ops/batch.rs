//! Many files at once: folders are gone through, a file that cannot be read does not stop the others, and a
//! report workbook says what became of each.

use crate::api::ApiError;
use crate::data::Data;
use crate::job::Job;
use crate::ops::check;
use crate::ops::import::{self, Imported, Wishes};
use crate::session::Session;
use desk_model::Finding;
use desk_publish::ReportSheet;
use std::path::{Path, PathBuf};

/// File names that are looked into inside a folder; a file named by itself is opened whatever its name.
const EXTENSIONS: [&str; 9] = ["xlsx", "xlsm", "xlsb", "xls", "et", "ods", "csv", "tsv", "txt"];
/// Longest sheet names and messages a report column shows without wrapping, in characters.
const NARROW: u16 = 8;
const MIDDLE: u16 = 16;
const WIDE: u16 = 40;

/// What became of many files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Batch {
    /// Tables of the files that could be read.
    pub tables: Vec<Imported>,
    /// Files that could not, and why.
    pub failed: Vec<(PathBuf, ApiError)>,
}

/// The spreadsheets that a list of files and folders names: folders with everything below them, in order of
/// their names; hidden files and the lock files of office programs are passed over.
pub fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, ApiError> {
    let mut found = Vec::new();
    for path in named {
        if path.is_dir() {
            walk(path, &mut found).map_err(|error| {
                ApiError::new("file_unreadable")
                    .with("file", &path.display())
                    .detail(&error)
            })?;
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        if path.is_dir() {
            walk(&path, found)?;
        } else if extension.is_some_and(|e| EXTENSIONS.contains(&e.as_str())) {
            found.push(path);
        }
    }
    Ok(())
}

/// Imports files one after another; each is an operation of its own. A cancelled job stops between files.
pub fn import(
    session: &mut Session,
    files: &[PathBuf],
    wishes: &Wishes,
    job: &Job,
) -> Result<Batch, ApiError> {
    let mut batch = Batch::default();
    for file in files {
        match import::file(session, file, wishes, job) {
            Ok(tables) => batch.tables.extend(tables),
            Err(error) if error.code == "cancelled" => return Err(error),
            Err(error) => batch.failed.push((file.clone(), error)),
        }
    }
    Ok(batch)
}

/// Writes the report workbook: one sheet of files and tables, one of findings.
pub fn write_report(data: &Data, batch: &Batch, path: &Path) -> Result<(), ApiError> {
    let sheets = [tables_sheet(data, batch), findings_sheet(data, batch)];
    Ok(desk_publish::write_report(path, &sheets)?)
}

fn columns(data: &Data, names: &[(&str, u16)]) -> Vec<(String, u16)> {
    let words = data.words();
    let title = |name: &str| words.plain(&format!("report.{name}"));
    names.iter().map(|(name, width)| (title(name), *width)).collect()
}

fn tables_sheet(data: &Data, batch: &Batch) -> ReportSheet {
    let words = data.words();
    let mut rows = Vec::new();
    for table in &batch.tables {
        let template = table.template.as_ref().and_then(|id| data.template(id.as_str()));
        let template = template.map(|shipped| shipped.template.title_in(words.lang()).to_owned());
        let errors = table
            .findings
            .iter()
            .filter(|f| f.severity == desk_model::Severity::Error)
            .count();
        let outcome = if table.template.is_some() {
            "report.imported_as"
        } else {
            "report.unrecognised"
        };
        let counts = [
            table.rows.read,
            table.rows.imported,
            table.rows.skipped,
            table.rows.held,
        ];
        let mut row = vec![
            table.file.clone(),
            table.sheet.clone(),
            template.unwrap_or_default(),
            table.title.clone(),
        ];
        row.extend(counts.map(|count| count.to_string()));
        row.extend([
            errors.to_string(),
            table.findings.len().to_string(),
            words.plain(outcome),
        ]);
        rows.push(row);
    }
    for (file, error) in &batch.failed {
        let mut row = vec![file.display().to_string()];
        row.resize(10, String::new());
        row.push(words_of(data, error));
        rows.push(row);
    }
    let names = [
        ("file", WIDE),
        ("sheet", MIDDLE),
        ("template", MIDDLE),
        ("title", MIDDLE),
        ("read", NARROW),
        ("imported", NARROW),
        ("skipped", NARROW),
        ("held", NARROW),
        ("errors", NARROW),
        ("findings", NARROW),
        ("outcome", WIDE),
    ];
    ReportSheet {
        name: words.plain("report.tables"),
        columns: columns(data, &names),
        rows,
    }
}

/// What happened and what to do, in one text.
pub fn words_of(data: &Data, error: &ApiError) -> String {
    let params = || {
        error
            .params
            .iter()
            .map(|(name, word)| (name.as_str(), word.as_str()))
    };
    let words = data.words();
    let message = words.say(&format!("error.{}", error.code), params());
    let next = words.say(&format!("error_next.{}", error.code), params());
    format!("{message}{next}")
}

fn findings_sheet(data: &Data, batch: &Batch) -> ReportSheet {
    let rows = batch.tables.iter().flat_map(|table| {
        let row = |finding: &Finding| finding_row(data, table, finding);
        table.findings.iter().map(row).collect::<Vec<_>>()
    });
    let names = [
        ("file", WIDE),
        ("cell", MIDDLE),
        ("severity", NARROW),
        ("rule", NARROW),
        ("message", WIDE),
        ("next", WIDE),
        ("basis", WIDE),
    ];
    ReportSheet {
        name: data.words().plain("report.findings_sheet"),
        columns: columns(data, &names),
        rows: rows.collect(),
    }
}

fn finding_row(data: &Data, table: &Imported, finding: &Finding) -> Vec<String> {
    let (message, next) = check::words(data, finding);
    let row = finding.row.map(|row| row.to_string());
    let cell = finding.cell.as_ref().map(ToString::to_string).or(row);
    let severity = format!("severity.{}", check::severity_word(finding.severity));
    vec![
        table.file.clone(),
        cell.unwrap_or_default(),
        data.words().plain(&severity),
        finding.rule.to_string(),
        message,
        next,
        finding
            .basis
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
    ]
}
