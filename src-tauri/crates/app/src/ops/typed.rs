//! Between what a clerk reads or types and what is stored: the same conversion as for imported cells.

use crate::data::Data;
use desk_model::{Cell, Field, Finding, Payload, Template};

/// The text of a cell as a clerk reads it: what was written, else the value with code titles.
pub fn shown(data: &Data, field: &Field, cell: Option<&Cell>) -> String {
    match cell {
        None => String::new(),
        Some(Cell { text: Some(text), .. }) => text.to_string(),
        Some(cell) => field.display(&cell.value, &data.lists),
    }
}

/// Reads typed text into a cell of a field; what cannot be read keeps its text and is found by the check.
pub fn read(data: &Data, field: &Field, text: &str) -> (Cell, Vec<Finding>) {
    let context = desk_sheets::convert::Context { lists: &data.lists, unit: None };
    desk_sheets::convert::cell(field, text, &context)
}

/// Texts of all fields in column order.
pub fn shown_row(data: &Data, template: &Template, payload: &Payload) -> Vec<String> {
    template.fields.iter().map(|field| shown(data, field, payload.get(field.name.as_str()))).collect()
}
