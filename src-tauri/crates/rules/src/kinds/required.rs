//! Required fields (必填).
//!
//! What: a required field is blank (or holds only blanks and invisible characters), or holds 无 where 无 is no answer. Why: a row without its key contents cannot be
//! published. Example: 事项名称 is empty. Fix: none, only a person knows the content.

use crate::row::Sink;
use crate::rule_codes;
use desk_model::{Cell, Field, Value};

pub(crate) fn check(field: &Field, cell: Option<&Cell>, sink: &mut Sink<'_>) {
    if !field.required {
        return;
    }
    match cell {
        None => sink.push(rule_codes::REQUIRED_BLANK.at(field)),
        Some(cell) if cell.is_blank() || is_only_blanks(cell) => {
            sink.push(rule_codes::REQUIRED_BLANK.at(field));
        }
        Some(cell) if cell.value == Value::NotApplicable && !field.none_allowed => {
            sink.value(&rule_codes::REQUIRED_NONE, field, &cell.written());
        }
        Some(_) => {}
    }
}

fn is_only_blanks(cell: &Cell) -> bool {
    cell.value
        .as_text()
        .is_some_and(|text| text.chars().all(|c| crate::codes::is_blank(c) || c.is_control()))
}
