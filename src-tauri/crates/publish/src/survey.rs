//! The first reading of a catalogue: what its columns really hold, so that the descriptor never promises
//! more than the data keeps.

use crate::PublishError;
use crate::shape::{self, Shape};
use crate::snapshot::Issue;
use desk_model::{CodeLists, DatePrecision, Field, FieldName, FieldType, Payload, Template, Value};
use regex::Regex;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// What one field holds over all entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an independent fact about the column"
)]
pub(crate) struct Column {
    /// How it is written for machines.
    pub shape: Shape,
    /// Does every entry fill it?
    pub always: bool,
    /// Does any entry fill it?
    pub ever: bool,
    /// Does any entry say that there is none (无)?
    pub none: bool,
    /// Do all numbers and texts keep the field's limits?
    pub in_limits: bool,
    /// Do all texts match the field's pattern, and can other programs read the pattern?
    pub in_pattern: bool,
    /// Are all codes on the field's list?
    pub in_list: bool,
}

/// What a catalogue holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Survey {
    /// Number of entries.
    pub rows: u64,
    /// By field, in the template's order.
    pub columns: Vec<Column>,
    /// Do the key fields name every entry, each once?
    pub key_holds: bool,
    /// Further combinations of the template that are filled in every entry and never repeat.
    pub unique: Vec<Vec<FieldName>>,
}

impl Survey {
    /// The columns people see: one that may be missing from the sheet and that nobody filled is left out.
    pub(crate) fn shown<'t>(&self, template: &'t Template) -> Vec<&'t Field> {
        let fields = template.fields.iter().zip(&self.columns);
        fields
            .filter(|(field, column)| column.ever || !field.optional_column)
            .map(|(field, _)| field)
            .collect()
    }
}

/// Reads a catalogue once.
pub(crate) fn survey(issue: &Issue<'_>, lists: &CodeLists) -> Result<Survey, PublishError> {
    let template = issue.template;
    let mut columns: Vec<Seen<'_>> = template
        .fields
        .iter()
        .map(|field| Seen::new(field, lists))
        .collect();
    let mut key = Combination::of(&template.key);
    let mut unique: Vec<Combination<'_>> = template
        .unique
        .iter()
        .map(|names| Combination::of(names))
        .collect();
    let mut rows = 0;
    issue.entries.each(&mut |payload| {
        rows += 1;
        for column in &mut columns {
            column.add(payload);
        }
        key.add(template, payload, lists);
        for combination in &mut unique {
            combination.add(template, payload, lists);
        }
        Ok(())
    })?;
    Ok(Survey {
        rows,
        columns: columns.into_iter().map(Seen::settled).collect(),
        key_holds: key.holds,
        unique: unique
            .into_iter()
            .filter(|combination| combination.holds)
            .map(|combination| combination.names.to_vec())
            .collect(),
    })
}

/// One column while it is read.
struct Seen<'a> {
    field: &'a Field,
    lists: &'a CodeLists,
    column: Column,
    date: Option<DatePrecision>,
    pattern: Option<Regex>,
}

impl<'a> Seen<'a> {
    fn new(field: &'a Field, lists: &'a CodeLists) -> Self {
        let pattern = field.constraints.pattern.as_deref();
        let pattern = pattern
            .filter(|pattern| is_portable(pattern))
            .and_then(|pattern| Regex::new(&format!("^(?:{pattern})$")).ok());
        Self {
            field,
            lists,
            column: Column {
                shape: ideal(field.kind),
                always: true,
                ever: false,
                none: false,
                in_limits: true,
                in_pattern: pattern.is_some(),
                in_list: true,
            },
            date: None,
            pattern,
        }
    }

    fn add(&mut self, payload: &Payload) {
        let cell = payload.get(self.field.name.as_str());
        let value = payload.value(self.field.name.as_str());
        let filled = !value.is_blank() && !matches!(value, Value::Tick(false));
        let column = &mut self.column;
        column.always &= filled;
        column.ever |= filled;
        column.none |= matches!(value, Value::NotApplicable);
        column.in_limits &= numbers_keep(self.field, value);
        column.shape = seen(column.shape, value, &mut self.date);
        if let Value::Codes(codes) = value {
            let list = self.field.codes.as_ref().and_then(|id| self.lists.get(&**id));
            column.in_list &= list.is_some_and(|list| codes.iter().all(|code| list.by_code(code).is_some()));
        }
        let limits = &self.field.constraints;
        let has_lengths = limits.min_length.is_some() || limits.max_length.is_some();
        if filled && column.shape == Shape::Text && (has_lengths || self.pattern.is_some()) {
            let text = shape::written(self.field, cell, self.lists);
            column.in_limits &= lengths_keep(self.field, &text);
            column.in_pattern &= self
                .pattern
                .as_ref()
                .is_some_and(|pattern| pattern.is_match(&text));
        }
    }

    fn settled(self) -> Column {
        let mut column = self.column;
        if column.shape == Shape::Day {
            column.shape = self.date.map_or(Shape::Day, Shape::of_date);
        }
        column
    }
}

/// Patterns that XML Schema and other programs read the same way: no flags, no Unicode classes.
fn is_portable(pattern: &str) -> bool {
    !["(?", "\\p", "\\P", "[[:", "\\x", "\\u", "\\b"]
        .iter()
        .any(|special| pattern.contains(special))
}

fn numbers_keep(field: &Field, value: &Value) -> bool {
    let number = match value {
        Value::Integer(number) => (*number).into(),
        Value::Decimal(number) => *number,
        _ => return true,
    };
    let limits = &field.constraints;
    limits.minimum.is_none_or(|least| number >= least) && limits.maximum.is_none_or(|most| number <= most)
}

fn lengths_keep(field: &Field, text: &str) -> bool {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let limits = &field.constraints;
    limits.min_length.is_none_or(|least| length >= least)
        && limits.max_length.is_none_or(|most| length <= most)
}

fn ideal(kind: FieldType) -> Shape {
    match kind {
        FieldType::Text | FieldType::Markdown | FieldType::Reference => Shape::Text,
        FieldType::Integer => Shape::Integer,
        FieldType::Decimal => Shape::Number,
        FieldType::Date => Shape::Day,
        FieldType::Tick => Shape::Tick,
        FieldType::Ticks | FieldType::Codes => Shape::List,
        FieldType::Code => Shape::Code,
        FieldType::TimeLimit => Shape::Limit,
        FieldType::Amount => Shape::Amount,
    }
}

/// The shape after one more value: what does not fit makes the whole column text. 无 fits everywhere: it is
/// one of the column's missing values.
fn seen(shape: Shape, value: &Value, date: &mut Option<DatePrecision>) -> Shape {
    let fits = match (shape, value) {
        (Shape::Day, Value::Date(day)) => {
            let precision = day.precision();
            *date.get_or_insert(precision) == precision
        }
        (_, Value::Blank | Value::NotApplicable)
        | (Shape::Text, _)
        | (Shape::Integer, Value::Integer(_))
        | (Shape::Number, Value::Decimal(_) | Value::Integer(_))
        | (Shape::Tick, Value::Tick(_))
        | (Shape::List, Value::Ticks(_) | Value::Codes(_))
        | (Shape::Limit, Value::TimeLimit(_))
        | (Shape::Amount, Value::Amount(_)) => true,
        (Shape::Code, Value::Codes(codes)) => codes.len() == 1,
        _ => false,
    };
    if fits { shape } else { Shape::Text }
}

/// Fields that together may not repeat, while they are read. Only hashes are kept.
struct Combination<'a> {
    names: &'a [FieldName],
    holds: bool,
    seen: HashSet<[u8; 32]>,
}

impl<'a> Combination<'a> {
    fn of(names: &'a [FieldName]) -> Self {
        Self {
            names,
            holds: !names.is_empty(),
            seen: HashSet::new(),
        }
    }

    fn add(&mut self, template: &Template, payload: &Payload, lists: &CodeLists) {
        if !self.holds {
            return;
        }
        let mut hash = Sha256::new();
        for name in self.names {
            let field = template.field(name.as_str());
            let present = payload.value(name.as_str()).is_present();
            let Some(field) = field.filter(|_| present) else {
                self.holds = false;
                return;
            };
            hash.update(shape::written(field, payload.get(name.as_str()), lists));
            hash.update([0]);
        }
        self.holds = self.seen.insert(hash.finalize().into());
    }
}

#[cfg(test)]
mod tests {
    use super::is_portable;

    #[test]
    fn only_patterns_that_every_program_reads_alike_are_handed_on() {
        assert!(is_portable("[0-9]{4}-?[0-9]{2}"));
        assert!(is_portable(r"\d{6}"));
        for special in [r"(?s).*\p{Han}.*", "(?i)a", r"\bA"] {
            assert!(!is_portable(special), "{special}");
        }
    }
}
