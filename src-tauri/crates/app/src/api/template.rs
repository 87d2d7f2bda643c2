//! Templates as the browser and the grid need them.

use super::finding::Severity;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One code of a drop-down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OptionView {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ColumnView {
    /// Field name.
    pub field: String,
    /// Title (second header level where there is a group).
    pub title: String,
    /// First header level.
    pub group: Option<String>,
    /// Type, as in the template file.
    pub kind: String,
    /// Width in Chinese characters.
    pub width: u16,
    /// Must it be filled?
    pub required: bool,
    /// Choices of a code list.
    pub options: Vec<OptionView>,
    /// Unit of an amount.
    pub unit: Option<String>,
    /// Help for the clerk.
    pub help: String,
    /// `public`, `masked` or `office_contact`.
    pub privacy: String,
    /// Part of the business key?
    pub key: bool,
}

/// A governing document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BasisView {
    /// 文号.
    pub number: String,
    /// Title.
    pub title: Option<String>,
    /// Article.
    pub article: Option<String>,
    /// First day in force.
    pub in_force_from: Option<String>,
}

/// One line of the template list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateSummary {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Title in the window's language.
    pub title: String,
    /// Section of the notice.
    pub notice: String,
    /// What it is for.
    pub about: String,
    /// Number of fields.
    pub fields: u32,
    /// Catalogues that use it.
    pub catalogues: u32,
}

/// A cross-field rule in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// Code.
    pub code: String,
    /// Weight.
    pub severity: Severity,
    /// What it says.
    pub message: String,
    /// Governing document.
    pub basis: Option<String>,
}

/// One template whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateView {
    /// The list line.
    #[serde(flatten)]
    pub summary: TemplateSummary,
    /// Columns in order.
    pub columns: Vec<ColumnView>,
    /// Governing documents.
    pub basis: Vec<BasisView>,
    /// Cross-field rules.
    pub rules: Vec<RuleView>,
}
