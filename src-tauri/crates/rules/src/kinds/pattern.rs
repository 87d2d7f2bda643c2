//! Patterns (格式).
//!
//! What: the written text does not match the field's regular expression as a whole. Why: the receiving system refuses it.
//! Example: a 邮政编码 of five digits. Fix: none. The expression is compiled once for a template; CEL's `matches()` would
//! compile it for every row.

use crate::row::Sink;
use crate::rule_codes;
use desk_model::{Cell, Field, Value};
use regex::Regex;

/// The whole-text form of a template's pattern.
pub(crate) fn compile(pattern: &str) -> Result<Regex, regex::Error> {
    Regex::new(&format!("^(?:{pattern})$"))
}

pub(crate) fn check(field: &Field, pattern: &Regex, cell: &Cell, sink: &mut Sink<'_>) {
    let right = match &cell.value {
        Value::Text(text) | Value::Reference(text) => pattern.is_match(text),
        value if value.is_present() => pattern.is_match(&value.canonical()),
        _ => true,
    };
    if !right {
        sink.value(&rule_codes::PATTERN, field, &cell.written());
    }
}
