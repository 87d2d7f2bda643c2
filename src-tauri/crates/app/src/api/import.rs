//! Import: what a file holds, what the person decided, what became of it.

use super::finding::Counts;
use super::home::Changed;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A column of a sheet and its header path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    /// Letters.
    pub column: String,
    /// `公开事项>一级事项`.
    pub header: String,
}

/// A column and the field it fills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MappedColumn {
    /// Letters.
    pub column: String,
    /// Header path.
    pub header: String,
    /// Field; `null` keeps the column as extra text.
    pub field: Option<String>,
}

/// A template that fits, and how well.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recognised {
    /// Template id.
    pub template_id: String,
    /// Its title.
    pub title: String,
    /// 0–1.
    pub confidence: f64,
    /// Why, in words.
    pub reason: String,
}

/// A row as it stands in the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SampleRow {
    /// 1-based sheet row.
    pub row: u32,
    /// Text by column.
    pub values: Vec<String>,
}

/// A row that is not an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftOutRow {
    /// 1-based sheet row.
    pub row: u32,
    /// Why, in words.
    pub reason: String,
    /// Its text.
    pub text: String,
}

/// One table found in a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportTable {
    /// 1-based number in the file.
    pub table: u32,
    /// Title above it.
    pub title: Option<String>,
    /// Unit line, e.g. `万元`.
    pub unit: Option<String>,
    /// 1-based rows of the header.
    pub header_rows: Vec<u32>,
    /// Columns.
    pub columns: Vec<ImportColumn>,
    /// The best template, unless nothing fits.
    pub recognised: Option<Recognised>,
    /// The other templates by fit.
    pub alternatives: Vec<Recognised>,
    /// Proposed mapping for the best template.
    pub mapping: Vec<MappedColumn>,
    /// First rows, after filling.
    pub sample: Vec<SampleRow>,
    /// Number of records.
    pub records: u32,
    /// Rows that are not entries.
    pub left_out: Vec<LeftOutRow>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportSheet {
    /// Name.
    pub sheet: String,
    /// Hidden in the workbook?
    pub hidden: bool,
    /// Tables found.
    pub tables: Vec<ImportTable>,
    /// What else to know (empty, hidden rows), in words.
    pub note: Option<String>,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// Path.
    pub file: String,
    /// SHA-256.
    pub hash: String,
    /// Sheets.
    pub sheets: Vec<ImportSheet>,
}

/// The fields that columns fill, as decided in the wizard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ColumnChoice {
    /// Letters.
    pub column: String,
    /// Field or `null`.
    pub field: Option<String>,
}

/// One table to import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportTableRequest {
    /// Sheet name.
    pub sheet: String,
    /// Number of the table in the file.
    pub table: u32,
    /// Template chosen.
    pub template_id: String,
    /// Title of the new catalogue.
    pub title: String,
    /// Mapping.
    pub mapping: Vec<ColumnChoice>,
}

/// What to import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRequest {
    /// Path.
    pub file: String,
    /// Office code.
    pub office: String,
    /// Tables.
    pub tables: Vec<ImportTableRequest>,
}

/// Row counts that add up: read = imported + skipped + held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowCounts {
    /// Non-empty rows below the header.
    pub read: u32,
    /// Became entries (or part of one).
    pub imported: u32,
    /// Not entries: totals, notes, repeated headers.
    pub skipped: u32,
    /// Wait for a decision.
    pub held: u32,
}

/// One catalogue made by an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedCatalogue {
    /// Catalogue id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Sheet.
    pub sheet: String,
    /// Rows.
    pub rows: RowCounts,
    /// Findings of the check that followed.
    pub findings: Counts,
}

/// The outcome of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportResult {
    /// Catalogues made.
    pub catalogues: Vec<ImportedCatalogue>,
    /// What the window must refresh.
    pub changed: Changed,
}
