//! What a spreadsheet holds before any template: its tables, records and every row left out (DESIGN §7).

use crate::api::ApiError;
use crate::data::Data;
use desk_sheets::{Limits, OpenError, Reason, Sheet, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordView {
    /// 1-based sheet row.
    pub row: u32,
    /// Texts in column order.
    pub values: Vec<String>,
    /// Section row above.
    pub section: Option<String>,
}

/// A row that is no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOutView {
    /// 1-based sheet row.
    pub row: u32,
    /// `repeated_header`, `total`, `section` or `note`.
    pub reason: &'static str,
    /// What it says.
    pub text: String,
}

/// One table found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableView {
    /// File.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// Is the sheet hidden in its workbook?
    pub hidden: bool,
    /// 1-based number over all files read.
    pub table: u32,
    /// Title above the header.
    pub title: Option<String>,
    /// Unit line.
    pub unit: Option<String>,
    /// 1-based header rows.
    pub header_rows: Vec<u32>,
    /// Header paths; repeated ones get `_2`, empty ones `列C`.
    pub columns: Vec<String>,
    /// Records.
    pub records: Vec<RecordView>,
    /// Rows left out.
    pub left_out: Vec<LeftOutView>,
}

#[derive(Deserialize)]
struct LimitsFile {
    cells: usize,
    bytes: u64,
    unpacked: u64,
}

/// All tables of the files, in order.
pub fn read(data: &Data, files: &[PathBuf]) -> Result<Vec<TableView>, ApiError> {
    let mut found = Vec::new();
    for file in files {
        let sheets = open(data, file)?;
        for sheet in &sheets {
            for table in desk_sheets::tables(sheet) {
                let number = u32::try_from(found.len() + 1).unwrap_or(u32::MAX);
                found.push(view(file, (&sheet.name, sheet.hidden), number, table));
            }
        }
    }
    Ok(found)
}

/// The sheets of a file, within the limits of `assets/limits.toml`.
pub fn open(data: &Data, file: &Path) -> Result<Vec<Sheet>, ApiError> {
    let text = data.assets.text("limits.toml")?;
    let limits: LimitsFile =
        toml::from_str(&text).map_err(|error| ApiError::new("asset_broken").detail(&error))?;
    let limits = Limits {
        cells: limits.cells,
        bytes: limits.bytes,
        unpacked: limits.unpacked,
    };
    desk_sheets::open(file, limits).map_err(|error| refused(file, &error))
}

fn refused(file: &Path, error: &OpenError) -> ApiError {
    let code = match error {
        OpenError::NotFound => "file_not_found",
        OpenError::Empty => "file_empty",
        OpenError::Encrypted => "file_encrypted",
        OpenError::NotASpreadsheet => "file_not_spreadsheet",
        OpenError::Damaged { .. } => "file_broken",
        OpenError::TooLarge { .. } => "file_too_large",
        OpenError::Io(_) => "file_unreadable",
    };
    ApiError::new(code).with("file", &file.display()).detail(error)
}

/// The reason's word below `left_out.`.
pub fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::RepeatedHeader => "repeated_header",
        Reason::Total => "total",
        Reason::Section => "section",
        Reason::Note => "note",
        Reason::Parent => "parent",
    }
}

fn view(file: &Path, (sheet, hidden): (&str, bool), number: u32, table: Table) -> TableView {
    let records = table.records.into_iter();
    let left_out = table.left_out.into_iter();
    TableView {
        file: file.display().to_string(),
        sheet: sheet.to_owned(),
        hidden,
        table: number,
        title: table.title,
        unit: table.unit,
        header_rows: table.header_rows,
        columns: distinct(&table.columns),
        records: records
            .map(|r| RecordView {
                row: r.row,
                values: r.values,
                section: r.section,
            })
            .collect(),
        left_out: left_out
            .map(|l| LeftOutView {
                row: l.row,
                reason: reason_word(l.reason),
                text: l.text,
            })
            .collect(),
    }
}

/// Labels that can name columns of a csv: repeated ones are numbered, empty ones named by their letters.
fn distinct(columns: &[(u32, String)]) -> Vec<String> {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let label = |(column, path): &'_ (u32, String), count: u32| match (path.is_empty(), count) {
        (true, _) => format!("列{}", desk_model::column_letters(*column)),
        (false, 1) => path.clone(),
        (false, count) => format!("{path}_{count}"),
    };
    let mut labels = Vec::new();
    for column in columns {
        let count = seen.entry(column.1.as_str()).and_modify(|n| *n += 1).or_insert(1);
        labels.push(label(column, *count));
    }
    labels
}

/// One table as csv: a header line and its records; a `section` column where sections exist.
pub fn csv(table: &TableView) -> Result<String, ApiError> {
    let sections = table.records.iter().any(|record| record.section.is_some());
    let internal = |error: csv::Error| ApiError::new("internal").detail(&error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut header = table.columns.clone();
    header.extend(sections.then(|| "section".to_owned()));
    writer.write_record(&header).map_err(internal)?;
    for record in &table.records {
        let mut line = record.values.clone();
        line.extend(sections.then(|| record.section.clone().unwrap_or_default()));
        writer.write_record(&line).map_err(internal)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| ApiError::new("internal").detail(&error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// One table in words: where it is, its columns, how many records, what was left out.
pub fn described(data: &Data, table: &TableView) -> String {
    let words = data.words();
    let rows = table
        .header_rows
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("、");
    let (number, records) = (table.table.to_string(), table.records.len().to_string());
    let params = [
        ("number", number.as_str()),
        ("file", &table.file),
        ("sheet", &table.sheet),
        ("rows", &rows),
        ("records", &records),
        ("title", table.title.as_deref().unwrap_or_default()),
        ("columns", &table.columns.join(" | ")),
    ];
    let mut lines = vec![words.say("cli.out.table", params)];
    for row in &table.left_out {
        let reason = words.plain(&format!("left_out.{}", row.reason));
        lines.push(words.say(
            "cli.out.left_out",
            [("row", row.row.to_string().as_str()), ("reason", &reason)],
        ));
    }
    lines.join("\n") + "\n"
}
