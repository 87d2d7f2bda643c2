//! Findings (问题): what is wrong, where, why, and what to do; fixes (修正) with their safety.

use crate::{CatalogueId, EntryId, FieldName};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much a finding weighs. Errors refuse an export; warnings are listed; hints only show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 错误: blocks publication.
    Error,
    /// 提醒: should be looked at.
    Warning,
    /// 提示: good to know.
    Hint,
}

/// Why a fix may or may not be applied without a person looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FixSafety {
    /// Cannot change the meaning; 一键修正 applies it.
    Safe,
    /// Probably what was meant; shown before it is applied.
    Suggested,
    /// Only shown.
    DisplayOnly,
}

/// A machine-applicable correction of one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// May it be applied unseen?
    pub safety: FixSafety,
    /// The field it sets.
    pub field: FieldName,
    /// The new text, read like typed text.
    pub to: Box<str>,
}

/// A governing document (依据).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// 文号 or decree number, e.g. `国办发〔2019〕54号`.
    pub number: Box<str>,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Box<str>>,
    /// Article or clause, e.g. `第二十六条`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<Box<str>>,
    /// First day in force, ISO date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<crate::PartialDate>,
    /// Last day in force, ISO date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<crate::PartialDate>,
}

impl Basis {
    /// How it is cited: `《title》（number）article`.
    pub fn citation(&self) -> String {
        let title = self
            .title
            .as_ref()
            .map(|t| format!("《{t}》"))
            .unwrap_or_default();
        let number = if title.is_empty() {
            self.number.to_string()
        } else {
            format!("（{}）", self.number)
        };
        format!("{title}{number}{}", self.article.as_deref().unwrap_or_default())
    }
}

/// One result of a check. It carries no prose: `message` is a key of `assets/locales`, filled with `params`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Rule code, e.g. `SVC-012`; never reused.
    pub rule: Box<str>,
    /// Its weight.
    pub severity: Severity,
    /// The catalogue; `None` while a file is being read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<CatalogueId>,
    /// The entry; `None` for a finding about the whole table or about a row not stored yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
    /// 1-based sheet row when imported, else the position in the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The field at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldName>,
    /// `Sheet!C14` when the value came from a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<Box<str>>,
    /// Message key in the locale files.
    pub message: Box<str>,
    /// Words that fill the message's placeholders.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<Box<str>, Box<str>>,
    /// The governing document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Box<str>>,
    /// The correction offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

impl Finding {
    /// A finding with its rule, weight and message; the place is added by the caller.
    pub fn new(rule: &str, severity: Severity, message: &str) -> Self {
        Self {
            rule: rule.into(),
            severity,
            catalogue: None,
            entry: None,
            row: None,
            field: None,
            cell: None,
            message: message.into(),
            params: BTreeMap::new(),
            basis: None,
            fix: None,
        }
    }

    /// Names the field at fault.
    pub fn at(mut self, field: &FieldName) -> Self {
        self.field = Some(field.clone());
        self
    }

    /// Fills one placeholder.
    pub fn with(mut self, name: &str, word: impl Into<Box<str>>) -> Self {
        self.params.insert(name.into(), word.into());
        self
    }
}
