//! Running the rules: a whole catalogue in one stream, or one edited row against the keys of the others.

use crate::expression::{self, Base};
use crate::guard::{self, Scratch};
use crate::kinds::text_quality::{self, Traits};
use crate::kinds::unique::UniqueIndex;
use crate::kinds::{code_check, code_list, length, pattern, range, required, type_match};
use crate::row::Sink;
use crate::{RowView, RuleSet};
use desk_model::{Cell, EntryId, Field, FieldType, Finding, Value};
use jiff::civil::Date;
use std::ops::ControlFlow;

/// How often a run reports its progress, in rows.
const PROGRESS_EVERY: u64 = 1000;

/// The keys of all rows of one catalogue, kept up to date by edits so that one edit needs no second reading.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    indexes: Vec<UniqueIndex>,
}

/// One run of a rule set. Keep it for a catalogue that is being edited: its base context is built once.
pub struct Check<'r> {
    rules: &'r RuleSet,
    base: Base,
    keys: Keys,
    scratch: Scratch,
    key: String,
}

/// What a whole run did.
#[derive(Debug)]
pub struct Outcome {
    /// Rows checked.
    pub rows: u64,
    /// The keys of all rows, for checking edits later.
    pub keys: Keys,
}

/// The caller stopped the run; findings given out so far are incomplete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped after {rows} rows")]
pub struct Stopped {
    /// Rows checked before.
    pub rows: u64,
}

impl RuleSet {
    /// Starts a run. `today` is the day that `today` means in expressions.
    pub fn start(&self, today: Date) -> Check<'_> {
        self.resume(today, Keys::default())
    }

    /// Starts a run over rows whose keys are known, to check edited rows with [`Check::edited`].
    pub fn resume(&self, today: Date, mut keys: Keys) -> Check<'_> {
        keys.indexes.resize_with(self.unique.len(), UniqueIndex::default);
        Check {
            rules: self,
            base: Base::new(&self.calendar, today),
            keys,
            scratch: Scratch::default(),
            key: String::new(),
        }
    }
}

impl Check<'_> {
    /// Checks the next row of the catalogue and takes its keys in. Rows come in catalogue order.
    pub fn row(&mut self, row: &RowView<'_>, out: &mut dyn FnMut(Finding)) {
        for (rule, index) in self.rules.unique.iter().zip(&mut self.keys.indexes) {
            rule.insert(index, row, &mut self.key);
        }
        self.check(row, out);
    }

    /// Checks a row that was edited or put in: `findings` of the row itself, and the other entries whose findings on
    /// repeated keys may have changed (check those with [`Check::again`]).
    pub fn edited(&mut self, row: &RowView<'_>, out: &mut dyn FnMut(Finding)) -> Vec<EntryId> {
        let mut touched = self.removed(row.entry);
        for (rule, index) in self.rules.unique.iter().zip(&mut self.keys.indexes) {
            rule.insert(index, row, &mut self.key);
            index.neighbours(row.entry, &mut touched);
        }
        self.check(row, out);
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    /// Takes a deleted row out; the other entries whose findings on repeated keys may have changed.
    pub fn removed(&mut self, entry: EntryId) -> Vec<EntryId> {
        let mut touched = Vec::new();
        for index in &mut self.keys.indexes {
            index.remove(entry, &mut touched);
        }
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    /// Checks a row that is already among the keys and has not changed.
    pub fn again(&mut self, row: &RowView<'_>, out: &mut dyn FnMut(Finding)) {
        self.check(row, out);
    }

    /// The keys gathered so far.
    pub fn into_keys(self) -> Keys {
        self.keys
    }

    fn check(&mut self, row: &RowView<'_>, out: &mut dyn FnMut(Finding)) {
        let rules = self.rules;
        let cells = expression::cells_of(&rules.columns, row);
        let mut sink = Sink::new(row, Some(&rules.tables.basis), out);
        for (at, field) in rules.columns.fields.iter().enumerate() {
            required::check(field, cells[at], &mut sink);
            if let Some(cell) = cells[at] {
                self.check_cell(at, field, cell, &mut sink);
            }
        }
        for (rule, index) in rules.unique.iter().zip(&self.keys.indexes) {
            rule.check(index, row, &mut self.key, &mut sink);
        }
        expression::check(&rules.cross, &rules.columns, &self.base, &cells, &mut sink);
    }

    fn check_cell(&mut self, at: usize, field: &Field, cell: &Cell, sink: &mut Sink<'_>) {
        let rules = self.rules;
        type_match::check(field, cell, sink);
        if let Some(list) = &rules.lists[at]
            && matches!(field.kind, FieldType::Code | FieldType::Codes | FieldType::Ticks)
        {
            code_list::check(field, list, cell, sink);
        }
        if let Some(pattern) = &rules.patterns[at] {
            pattern::check(field, pattern, cell, sink);
        }
        length::check(field, cell, sink);
        range::check(field, cell, sink);
        self.check_text(field, cell, sink);
    }

    fn check_text(&mut self, field: &Field, cell: &Cell, sink: &mut Sink<'_>) {
        let tables = &self.rules.tables;
        if let Some(text) = text_quality::text_of(cell) {
            let traits = Traits::of(text);
            text_quality::check_form(field, traits, text, sink);
            let tidy = traits.untidy().then(|| text_quality::tidy(text));
            let text = tidy.as_deref().unwrap_or(text);
            text_quality::check_content(field, traits, text, &tables.ditto, sink);
            guard::check(field, traits, text, tables, &mut self.scratch, sink);
            if let Some(check) = field.check {
                code_check::check(field, check, text, tables, sink);
            }
        } else if let Some(text) = cell
            .text
            .as_deref()
            .filter(|_| cell.value != Value::NotApplicable)
        {
            guard::check(field, Traits::of(text), text, tables, &mut self.scratch, sink);
        }
    }
}

/// Checks all rows of a catalogue. `progress` hears the number of rows done now and then and may stop the run.
pub fn check_catalogue<'a>(
    rules: &RuleSet,
    rows: impl IntoIterator<Item = RowView<'a>>,
    today: Date,
    out: &mut dyn FnMut(Finding),
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Outcome, Stopped> {
    let mut run = rules.start(today);
    let mut done = 0;
    for row in rows {
        run.row(&row, out);
        done += 1;
        if done % PROGRESS_EVERY == 0 && progress(done).is_break() {
            return Err(Stopped { rows: done });
        }
    }
    Ok(Outcome {
        rows: done,
        keys: run.into_keys(),
    })
}

#[cfg(test)]
mod shipped;
#[cfg(test)]
mod tests;
