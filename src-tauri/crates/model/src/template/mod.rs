//! Templates (表样): a published table format as data. Adding one needs no Rust (DESIGN §5).

mod field;
mod load;

use crate::{Basis, FieldName, FixSafety, Severity, TemplateId, TemplateKey};
pub use field::{Check, Constraints, Field, FieldType, Privacy};
pub use load::TemplateError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A title or text in the languages of the window, by BCP 47 tag; `zh-CN` is always there.
pub type Titles = BTreeMap<Box<str>, Box<str>>;

/// One version of a table format. Field order is column order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Stable id.
    pub id: TemplateId,
    /// Version of this format, e.g. `2026.1`.
    pub version: Box<str>,
    /// Titles by language.
    pub title: Titles,
    /// Section of 益政办函〔2015〕28号 that orders it, e.g. `一(三)`.
    pub notice: Box<str>,
    /// What the table is for, one or two plain sentences.
    #[serde(default)]
    pub about: Box<str>,
    /// Governing documents.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// How to know a sheet of this kind.
    #[serde(default)]
    pub recognise: Recognise,
    /// Columns in order.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
    /// Fields that together name one entry; also the business key of a re-import.
    #[serde(default)]
    pub key: Vec<FieldName>,
    /// Further combinations that must not repeat.
    #[serde(default)]
    pub unique: Vec<Vec<FieldName>>,
    /// Fields that search looks into inside an import; the key's fields when empty.
    #[serde(default)]
    pub search: Vec<FieldName>,
    /// Default order.
    #[serde(default)]
    pub sort: Vec<FieldName>,
    /// Cross-field rules.
    #[serde(rename = "rule", default)]
    pub rules: Vec<RuleSpec>,
    /// Rows that pass (`good`) and rows that must be flagged (`bad`); the tests run them.
    #[serde(default)]
    pub example: Examples,
}

/// How to recognise a sheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recognise {
    /// Words of the sheet's title that speak for this template, e.g. `标准目录`.
    #[serde(default)]
    pub title_words: Vec<Box<str>>,
    /// Fields without which it is not this table.
    #[serde(default)]
    pub must: Vec<FieldName>,
}

/// A cross-field rule: a CEL expression over field names that must be true.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSpec {
    /// Code, unique over all templates, never reused.
    pub code: Box<str>,
    /// CEL; true = fine. A rule whose fields are blank does not apply unless it asks with `has(x)`.
    pub expr: Box<str>,
    /// Weight when it is false.
    pub severity: Severity,
    /// Key of the message under `rule.` in the locale files.
    pub message: Box<str>,
    /// The field to point at.
    pub field: FieldName,
    /// Why: the governing document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Correction offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<RuleFix>,
}

/// Sets one field to the text of another, or to a fixed text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFix {
    /// May it be applied unseen?
    pub kind: FixSafety,
    /// The field to set.
    pub set: FieldName,
    /// Copy from this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<FieldName>,
    /// Or set this text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Box<str>>,
}

/// Example rows: field → text as typed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// Rows without findings of error level.
    #[serde(default)]
    pub good: Vec<BTreeMap<FieldName, Box<str>>>,
    /// Rows that must raise the named rule.
    #[serde(default)]
    pub bad: Vec<BadExample>,
}

/// A row that must be flagged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BadExample {
    /// Rule code that must fire.
    pub rule: Box<str>,
    /// Index into `good` of the row it changes.
    #[serde(default)]
    pub base: usize,
    /// Fields that differ from the base row.
    pub row: BTreeMap<FieldName, Box<str>>,
}

impl Template {
    /// Id and version.
    pub fn key_of(&self) -> TemplateKey {
        TemplateKey {
            id: self.id.clone(),
            version: self.version.clone(),
        }
    }

    /// Title in a language, else Chinese.
    pub fn title_in(&self, lang: &str) -> &str {
        self.title
            .get(lang)
            .or_else(|| self.title.get("zh-CN"))
            .map_or(self.id.as_str(), AsRef::as_ref)
    }

    /// A field by name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.name.as_str() == name)
    }

    /// Fields that the quick search indexes.
    pub fn search_fields(&self) -> &[FieldName] {
        if self.search.is_empty() {
            &self.key
        } else {
            &self.search
        }
    }
}
