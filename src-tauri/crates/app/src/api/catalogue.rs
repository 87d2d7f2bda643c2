//! Catalogues, their rows for the grid and one entry for the form.

use super::finding::{Counts, Severity};
use super::home::OperationView;
use super::office::OfficeRef;
use super::template::{BasisView, ColumnView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One line of the catalogue list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueSummary {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Template id.
    pub template_id: String,
    /// Template title.
    pub template_title: String,
    /// Section of the notice.
    pub notice: String,
    /// Whose it is.
    pub office: OfficeRef,
    /// Period, e.g. `2026`.
    pub period: String,
    /// Number of entries.
    pub entries: u32,
    /// Findings of the last check.
    pub findings: Counts,
    /// When it was last checked; `null` when never.
    pub checked_at: Option<String>,
    /// Last operation on it.
    pub updated_at: String,
    /// Last publication.
    pub published_at: Option<String>,
    /// Edited since then?
    pub changed_since_publication: bool,
}

/// One catalogue opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueView {
    /// The list line.
    pub summary: CatalogueSummary,
    /// Columns in order.
    pub columns: Vec<ColumnView>,
    /// Governing documents.
    pub basis: Vec<BasisView>,
    /// What the table is for.
    pub about: String,
}

/// A finding's mark in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Field.
    pub field: String,
    /// Weight.
    pub severity: Severity,
    /// Finding id.
    pub finding: String,
    /// What is wrong.
    pub message: String,
}

/// One row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowView {
    /// Entry id.
    pub entry: String,
    /// Text by column, as a clerk reads and types it.
    pub cells: Vec<String>,
    /// Marks.
    pub marks: Vec<Mark>,
}

/// A window of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowsView {
    /// Number of entries in all.
    pub total: u32,
    /// 0-based position of the first row here.
    pub from: u32,
    /// The rows.
    pub rows: Vec<RowView>,
}

/// One cell in the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryCell {
    /// Field.
    pub field: String,
    /// Text.
    pub text: String,
    /// `Sheet!C14` when it came from a file.
    pub address: Option<String>,
    /// Markdown as it will be published.
    pub html: Option<String>,
}

/// One version of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VersionView {
    /// Who, when, what.
    pub operation: OperationView,
    /// Titles of the fields it changed.
    pub fields: Vec<String>,
}

/// One entry opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryView {
    /// Entry id.
    pub entry: String,
    /// 1-based position.
    pub position: u32,
    /// Cells in column order.
    pub cells: Vec<EntryCell>,
    /// Versions, newest first.
    pub versions: Vec<VersionView>,
}

/// A new catalogue and what changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueCreated {
    /// Its id.
    pub catalogue: String,
    /// What the window must refresh.
    pub changed: super::home::Changed,
}

/// New entries and what changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntriesCreated {
    /// Their ids in order.
    pub entries: Vec<String>,
    /// What the window must refresh.
    pub changed: super::home::Changed,
}
