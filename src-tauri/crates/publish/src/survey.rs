//! The first reading of a catalogue: what its columns really hold, so that the descriptor never promises
//! more than the data keeps.

use crate::snapshot::Issue;
use crate::{PublishError, shape::Shape};
use desk_model::{DatePrecision, Field, FieldType, Payload, Template, Value};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// What one field holds over all entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column {
    /// How it is written for machines.
    pub shape: Shape,
    /// Does every entry fill it?
    pub always: bool,
    /// Does any entry fill it?
    pub ever: bool,
    /// Do all numbers keep the field's limits?
    pub in_limits: bool,
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
pub(crate) fn survey(issue: &Issue<'_>) -> Result<Survey, PublishError> {
    let fields = &issue.template.fields;
    let mut columns: Vec<Column> = fields
        .iter()
        .map(|field| Column {
            shape: ideal(field.kind),
            always: true,
            ever: false,
            in_limits: true,
        })
        .collect();
    let mut first_dates: Vec<Option<DatePrecision>> = vec![None; fields.len()];
    let mut keys = HashSet::new();
    let mut key_holds = !issue.template.key.is_empty();
    let mut rows = 0;
    issue.entries.each(&mut |payload| {
        rows += 1;
        for ((field, column), date) in fields.iter().zip(&mut columns).zip(&mut first_dates) {
            let value = payload.value(field.name.as_str());
            let filled = !value.is_blank() && !matches!(value, Value::Tick(false));
            column.always &= filled;
            column.ever |= filled;
            column.in_limits &= in_limits(field, value);
            column.shape = seen(column.shape, value, date);
        }
        key_holds = key_holds && keep_key(&mut keys, issue, payload);
        Ok(())
    })?;
    for (column, date) in columns.iter_mut().zip(first_dates) {
        if column.shape == Shape::Day {
            column.shape = date.map_or(Shape::Day, Shape::of_date);
        }
    }
    Ok(Survey {
        rows,
        columns,
        key_holds,
    })
}

fn in_limits(field: &Field, value: &Value) -> bool {
    let number = match value {
        Value::Integer(number) => (*number).into(),
        Value::Decimal(number) => *number,
        _ => return true,
    };
    let limits = &field.constraints;
    limits.minimum.is_none_or(|least| number >= least) && limits.maximum.is_none_or(|most| number <= most)
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

/// The shape after one more value: what does not fit makes the whole column text.
fn seen(shape: Shape, value: &Value, date: &mut Option<DatePrecision>) -> Shape {
    let fits = match (shape, value) {
        (Shape::Day, Value::Date(day)) => {
            let precision = day.precision();
            *date.get_or_insert(precision) == precision
        }
        (_, Value::Blank)
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

/// Keeps the hash of the entry's key; false when a part is missing or the key stood there before.
fn keep_key(keys: &mut HashSet<[u8; 32]>, issue: &Issue<'_>, payload: &Payload) -> bool {
    let mut hash = Sha256::new();
    for name in &issue.template.key {
        let value = payload.value(name.as_str());
        if !value.is_present() {
            return false;
        }
        hash.update(value.canonical());
        hash.update([0]);
    }
    keys.insert(hash.finalize().into())
}
