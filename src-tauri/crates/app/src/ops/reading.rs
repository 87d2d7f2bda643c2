//! What a spreadsheet holds before any template: its tables, records and every row left out (DESIGN §7).

use crate::api::ApiError;
use crate::data::Data;
use crate::job::Job;
use crate::ops::import::SheetSeen;
use crate::reader;
use desk_sheets::{Head, Message, Reason};
use serde::Serialize;
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
    /// Hidden rows of the sheet, where the format tells; they are read like the others.
    pub hidden_rows: u32,
    /// Hidden columns of the sheet.
    pub hidden_columns: u32,
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

/// All tables of the files, in order.
pub fn read(data: &Data, files: &[PathBuf], job: &Job) -> Result<Vec<TableView>, ApiError> {
    let mut found: Vec<TableView> = Vec::new();
    for file in files {
        let mut sheet = SheetSeen::default();
        reader::read(data, file, job, &mut |message| {
            match (message, found.last_mut()) {
                (
                    Message::Sheet {
                        name,
                        hidden,
                        hidden_rows,
                        hidden_columns,
                    },
                    _,
                ) => {
                    sheet = SheetSeen {
                        name,
                        hidden,
                        hidden_rows,
                        hidden_columns,
                    };
                }
                (Message::Table(head), _) => {
                    let number = u32::try_from(found.len() + 1).unwrap_or(u32::MAX);
                    found.push(begun(file, &sheet, number, head));
                }
                (Message::Record(record), Some(table)) => table.records.push(RecordView {
                    row: record.row,
                    values: record.values,
                    section: record.section,
                }),
                (Message::LeftOut(row), Some(table)) => table.left_out.push(LeftOutView {
                    row: row.row,
                    reason: reason_word(row.reason),
                    text: row.text,
                }),
                _ => {}
            }
            Ok(())
        })?;
    }
    Ok(found)
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

fn begun(file: &Path, sheet: &SheetSeen, number: u32, head: Head) -> TableView {
    TableView {
        file: file.display().to_string(),
        sheet: sheet.name.clone(),
        hidden: sheet.hidden,
        hidden_rows: sheet.hidden_rows,
        hidden_columns: sheet.hidden_columns,
        table: number,
        title: head.title,
        unit: head.unit,
        header_rows: head.header_rows,
        columns: distinct(&head.columns),
        records: Vec::new(),
        left_out: Vec::new(),
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
