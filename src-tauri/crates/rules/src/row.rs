//! A row under check and the place its findings name.

use crate::rule_codes::RuleCode;
use desk_model::{CodeList, EntryId, Field, Finding, Fix, FixSafety, Payload};

/// One entry as the check sees it.
#[derive(Debug, Clone, Copy)]
pub struct RowView<'a> {
    /// The entry.
    pub entry: EntryId,
    /// 1-based sheet row when imported, else the position in the catalogue.
    pub row: u32,
    /// Its cells.
    pub payload: &'a Payload,
}

/// Where findings of one row go; adds the place and the governing document.
pub(crate) struct Sink<'s> {
    entry: EntryId,
    row: u32,
    basis: Option<&'s CodeList>,
    out: &'s mut dyn FnMut(Finding),
}

impl<'s> Sink<'s> {
    pub(crate) fn new(
        row: &RowView<'_>,
        basis: Option<&'s CodeList>,
        out: &'s mut dyn FnMut(Finding),
    ) -> Self {
        Self {
            entry: row.entry,
            row: row.row,
            basis,
            out,
        }
    }

    pub(crate) fn push(&mut self, mut finding: Finding) {
        finding.entry = Some(self.entry);
        finding.row = Some(self.row);
        if finding.basis.is_none() {
            finding.basis = self
                .basis
                .and_then(|list| list.by_code(&finding.rule))
                .map(|code| code.title.clone());
        }
        (self.out)(finding);
    }

    /// A finding at a field that shows the text it is about.
    pub(crate) fn value(&mut self, rule: &RuleCode, field: &Field, text: &str) {
        self.push(rule.at(field).with("value", shortened(text)));
    }
}

/// A correction of the field's text.
pub(crate) fn fix(safety: FixSafety, field: &Field, to: impl Into<Box<str>>) -> Fix {
    Fix {
        safety,
        field: field.name.clone(),
        to: to.into(),
    }
}

/// The text as a message shows it: one line, at most 40 characters.
pub(crate) fn shortened(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(40)
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect();
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}
