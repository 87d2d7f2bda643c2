//! Length of a text (长度), in characters.
//!
//! What: fewer or more characters than the field takes. Why: portals cut or refuse longer text. Example: an item name
//! of 260 characters where 200 are allowed (GB/T 39046). Fix: none.

use crate::row::Sink;
use crate::rule_codes;
use desk_model::{Cell, Field};

pub(crate) fn check(field: &Field, cell: &Cell, sink: &mut Sink<'_>) {
    let Some(text) = cell.value.as_text() else { return };
    let limits = &field.constraints;
    if limits.min_length.is_none() && limits.max_length.is_none() {
        return;
    }
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if let Some(min) = limits.min_length.filter(|min| length < *min) {
        let finding = rule_codes::TOO_SHORT.at(field);
        sink.push(
            finding
                .with("length", length.to_string())
                .with("limit", min.to_string()),
        );
    }
    if let Some(max) = limits.max_length.filter(|max| length > *max) {
        let finding = rule_codes::TOO_LONG.at(field);
        sink.push(
            finding
                .with("length", length.to_string())
                .with("limit", max.to_string()),
        );
    }
}
