//! The library's state, the home page, operations and what a write changed.

use super::catalogue::CatalogueSummary;
use super::finding::Counts;
use super::office::OfficeRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a write changed; the window refreshes from this alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    /// The operation; `null` when nothing changed.
    pub operation: Option<String>,
    /// Catalogues touched.
    pub catalogues: Vec<String>,
    /// Entries touched; empty when there are too many to name.
    pub entries: Vec<String>,
    /// Did rows appear, vanish or move?
    pub rows_changed: bool,
    /// What the next undo would take back.
    pub undoable: Option<OperationView>,
    /// What the next redo would bring back.
    pub redoable: Option<OperationView>,
}

/// One operation; its title is `operation.<kind>` filled with `params`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OperationView {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// Words.
    pub params: BTreeMap<String, String>,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub person: String,
    /// Has it been undone?
    pub undone: bool,
}

/// The open library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryInfo {
    /// Path of the file.
    pub path: String,
    /// Name shown.
    pub name: String,
    /// The clerk's own office, once chosen.
    pub office: Option<OfficeRef>,
    /// When the last backup was made.
    pub last_backup: Option<String>,
    /// `saved` or `unavailable`.
    pub state: String,
    /// What the next undo would take back.
    pub undoable: Option<OperationView>,
    /// What the next redo would bring back.
    pub redoable: Option<OperationView>,
}

/// A catalogue that needs somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Attention {
    /// The catalogue.
    pub catalogue: CatalogueSummary,
    /// `errors`, `never_checked`, `never_published`, `changed_since_publication` or `empty`.
    pub reason: String,
}

/// What one area of the notice has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// Section of the notice.
    pub notice: String,
    /// Template title.
    pub title: String,
    /// Catalogues.
    pub catalogues: u32,
    /// Entries.
    pub entries: u32,
}

/// The home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HomeView {
    /// The library.
    pub library: LibraryInfo,
    /// Number of catalogues.
    pub catalogues: u32,
    /// Number of entries.
    pub entries: u32,
    /// Findings of all last checks.
    pub findings: Counts,
    /// What needs somebody, most urgent first.
    pub attention: Vec<Attention>,
    /// Last edited.
    pub recent: Vec<CatalogueSummary>,
    /// Last operations.
    pub operations: Vec<OperationView>,
    /// By area of the notice.
    pub coverage: Vec<Coverage>,
}

/// Something found by the search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    /// `entry`, `catalogue`, `template` or `office`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The catalogue of an entry.
    pub catalogue: Option<String>,
    /// First line.
    pub title: String,
    /// Second line.
    pub detail: String,
    /// Field that matched.
    pub field: Option<String>,
}

/// How far a job is; words are `progress.<stage>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// The job's id, chosen by the window.
    pub job: String,
    /// What is being done.
    pub stage: String,
    /// How many are done.
    pub done: u32,
    /// Of how many, when known.
    pub total: Option<u32>,
    /// Estimate of the time left.
    pub seconds_left: Option<u32>,
}

/// One line of the self-examination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoctorCheck {
    /// What was examined; words are `doctor.<name>`.
    pub name: String,
    /// Is it well?
    pub ok: bool,
    /// Path, number or name found.
    pub detail: String,
}

/// The self-examination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoctorView {
    /// Lines in order.
    pub checks: Vec<DoctorCheck>,
}

/// A backup made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Where it is.
    pub path: String,
    /// When it was made.
    pub at: String,
}

/// HTML of a Markdown text, sanitised as in the export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkdownPreview {
    /// The HTML.
    pub html: String,
}
