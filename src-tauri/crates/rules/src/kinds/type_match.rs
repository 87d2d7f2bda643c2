//! Types (类型).
//!
//! What: a text that the field cannot hold: a date that does not exist, letters in a number, a mark that is no tick.
//! Why: what cannot be read cannot be compared, sorted or exported. Example: 2023-02-30 in 发布日期. Fix: none; the text is
//! kept as written. Codes outside their list are the business of [`super::code_list`].

use crate::row::Sink;
use crate::rule_codes::{self, RuleCode};
use desk_model::{Cell, Field, FieldType, Value};

pub(crate) fn check(field: &Field, cell: &Cell, sink: &mut Sink<'_>) {
    let of_codes = matches!(field.kind, FieldType::Code | FieldType::Codes | FieldType::Ticks);
    let fits = match &cell.value {
        Value::Unreadable => of_codes,
        value => holds(field, value),
    };
    if !fits {
        sink.value(&rule_for(field.kind), field, &cell.written());
    }
}

fn holds(field: &Field, value: &Value) -> bool {
    match (field.kind, value) {
        (_, Value::Blank | Value::NotApplicable)
        | (FieldType::Integer, Value::Integer(_))
        | (FieldType::Decimal, Value::Decimal(_) | Value::Integer(_))
        | (FieldType::Date, Value::Date(_))
        | (FieldType::Tick, Value::Tick(_))
        | (FieldType::TimeLimit, Value::TimeLimit(_))
        | (FieldType::Amount, Value::Amount(_))
        | (FieldType::Reference, Value::Reference(_) | Value::Text(_))
        | (FieldType::Text | FieldType::Markdown, Value::Text(_) | Value::Integer(_) | Value::Decimal(_)) => {
            true
        }
        (FieldType::Tick, Value::Text(_)) => field.tick_text,
        (FieldType::Code | FieldType::Codes | FieldType::Ticks, value) => {
            matches!(value, Value::Codes(_) | Value::Ticks(_) | Value::Text(_))
        }
        _ => false,
    }
}

fn rule_for(kind: FieldType) -> RuleCode {
    match kind {
        FieldType::Date => rule_codes::UNREADABLE_DATE,
        FieldType::Integer | FieldType::Decimal => rule_codes::UNREADABLE_NUMBER,
        FieldType::Amount => rule_codes::UNREADABLE_AMOUNT,
        FieldType::TimeLimit => rule_codes::UNREADABLE_LIMIT,
        FieldType::Tick => rule_codes::UNREADABLE_TICK,
        _ => rule_codes::UNREADABLE,
    }
}
