//! Findings as the problems panel shows them: words already filled in, place named twice
//! (for a person: row and column title; for the grid: entry and field).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Weight of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 错误
    Error,
    /// 提醒
    Warning,
    /// 提示
    Hint,
}

impl From<desk_model::Severity> for Severity {
    fn from(severity: desk_model::Severity) -> Self {
        match severity {
            desk_model::Severity::Error => Self::Error,
            desk_model::Severity::Warning => Self::Warning,
            desk_model::Severity::Hint => Self::Hint,
        }
    }
}

/// Number of findings by weight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// 错误
    pub errors: u32,
    /// 提醒
    pub warnings: u32,
    /// 提示
    pub hints: u32,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, severity: desk_model::Severity) {
        match severity {
            desk_model::Severity::Error => self.errors += 1,
            desk_model::Severity::Warning => self.warnings += 1,
            desk_model::Severity::Hint => self.hints += 1,
        }
    }

    /// Adds another count.
    pub fn merge(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.hints += other.hints;
    }
}

/// May a fix be applied unseen?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FixSafety {
    /// Applied by 一键修正.
    Safe,
    /// Shown before it is applied.
    Suggested,
    /// Only shown.
    DisplayOnly,
}

impl From<desk_model::FixSafety> for FixSafety {
    fn from(safety: desk_model::FixSafety) -> Self {
        match safety {
            desk_model::FixSafety::Safe => Self::Safe,
            desk_model::FixSafety::Suggested => Self::Suggested,
            desk_model::FixSafety::DisplayOnly => Self::DisplayOnly,
        }
    }
}

/// The correction of one cell, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FixView {
    /// May it be applied unseen?
    pub safety: FixSafety,
    /// Field it sets.
    pub field: String,
    /// Text now.
    pub from: String,
    /// Text afterwards.
    pub to: String,
}

/// One problem in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// Id for `fix`; valid until the next check.
    pub id: String,
    /// Rule code.
    pub rule: String,
    /// Weight.
    pub severity: Severity,
    /// Catalogue id.
    pub catalogue: String,
    /// Entry id; `null` for the whole table.
    pub entry: Option<String>,
    /// Row in the source sheet, else position.
    pub row: Option<u32>,
    /// 1-based position in the catalogue now.
    pub position: Option<u32>,
    /// Field at fault.
    pub field: Option<String>,
    /// Its title.
    pub field_title: Option<String>,
    /// `Sheet!C14` when it came from a file.
    pub cell: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub next: String,
    /// Governing document.
    pub basis: Option<String>,
    /// Correction offered.
    pub fix: Option<FixView>,
}

/// Findings of one catalogue, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueCounts {
    /// Catalogue id.
    pub catalogue: String,
    /// Counts.
    pub counts: Counts,
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckResult {
    /// All together.
    pub counts: Counts,
    /// By catalogue.
    pub by_catalogue: Vec<CatalogueCounts>,
}

/// The outcome of 全部安全修正.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FixResult {
    /// What the window must refresh.
    pub changed: super::home::Changed,
    /// Cells corrected.
    pub fixed: u32,
}
