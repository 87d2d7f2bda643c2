//! A written text into the typed value of its field; what cannot be read stays as written, and the check
//! finds it.

mod date;
mod limit;
mod marks;
mod number;

use desk_model::{AmountUnit, Cell, CodeLists, Field, FieldType, Value};

/// Words and signs that mean: there is none (catalogues.md, general note 5).
const NONE_WORDS: [&str; 9] = ["无", "/", "-", "--", "—", "——", "不适用", "不涉及", "／"];

/// What a conversion needs beside the field.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// All code lists.
    pub lists: &'a CodeLists,
    /// The unit line above the table.
    pub unit: Option<AmountUnit>,
}

/// Reads what was written in a field.
pub fn cell(field: &Field, text: &str, context: &Context<'_>) -> Cell {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Cell::default();
    }
    let plain = narrow(trimmed);
    let empty_marks = matches!(field.kind, FieldType::Tick | FieldType::Ticks);
    let value = if NONE_WORDS.contains(&trimmed) && !empty_marks {
        Some(Value::NotApplicable)
    } else {
        read(field, trimmed, &plain, context)
    };
    match value {
        Some(Value::Text(kept)) => Cell::new(Value::Text(kept), text),
        Some(value) => Cell::new(value, text),
        None => Cell::new(Value::Unreadable, text),
    }
}

fn read(field: &Field, text: &str, plain: &str, context: &Context<'_>) -> Option<Value> {
    let list = field.codes.as_ref().and_then(|id| context.lists.get(&**id));
    match field.kind {
        FieldType::Text | FieldType::Markdown => Some(Value::text(text)),
        FieldType::Reference => Some(Value::Reference(text.into())),
        FieldType::Integer => number::integer(plain).map(Value::Integer),
        FieldType::Decimal => number::decimal(plain).map(Value::Decimal),
        FieldType::Date => date::read(plain).map(Value::Date),
        FieldType::Tick => marks::tick(plain).or_else(|| field.tick_text.then(|| Value::text(text))),
        FieldType::Ticks => Some(Value::Ticks(marks::ticks(text, list))),
        FieldType::Code | FieldType::Codes => marks::codes(plain, list, field.kind == FieldType::Codes),
        FieldType::TimeLimit => limit::read(plain).map(Value::TimeLimit),
        FieldType::Amount => {
            let own = field.unit.as_deref().and_then(AmountUnit::parse);
            number::amount(plain, context.unit.or(own).unwrap_or(AmountUnit::Yuan)).map(Value::Amount)
        }
    }
}

/// Full-width digits, letters and signs as half-width; inner white space removed.
pub(crate) fn narrow(text: &str) -> String {
    let half = |c: char| match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(half).collect()
}

#[cfg(test)]
mod tests;
