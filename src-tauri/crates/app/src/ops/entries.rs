//! Entries (条目) as people and files see them.

use crate::api::ApiError;
use crate::data::Data;
use desk_model::{AmountUnit, CatalogueId, Cell, CellAddress, Field, Payload, column_number};
use desk_sheets::convert::{self, Context};
use desk_store::{Library, Source, StoredEntry};
use std::collections::BTreeMap;

/// The text of a cell as a clerk reads it: what was written, else the value with code titles.
pub fn shown(data: &Data, field: &Field, cell: Option<&Cell>) -> String {
    match cell {
        None => String::new(),
        Some(Cell { text: Some(text), .. }) => text.to_string(),
        Some(cell) => field.display(&cell.value, &data.lists),
    }
}

/// Reads written text into a cell of a field; what cannot be read keeps its text and is found by the check.
/// `unit` is the unit line above an imported table.
pub fn read(data: &Data, field: &Field, text: &str, unit: Option<AmountUnit>) -> Cell {
    let context = Context {
        lists: &data.lists,
        unit,
    };
    convert::cell(field, text, &context)
}

/// The payload of a stored entry.
pub fn payload_of(library: &Library, entry: &StoredEntry) -> Result<Payload, ApiError> {
    Payload::from_json(&entry.payload).map_err(|error| {
        ApiError::new("library_damaged")
            .with("path", &library.path().display())
            .detail(&error)
    })
}

/// Walks through a catalogue's entries in order with their payloads.
pub fn each(
    library: &Library,
    id: CatalogueId,
    mut f: impl FnMut(&StoredEntry, &Payload) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    library.each_entry(id, |entry| {
        let payload = payload_of(library, &entry)?;
        f(&entry, &payload)
    })
}

/// Finds `Sheet!C14` of imported cells; asks the library once for each imported table.
pub struct Places<'a> {
    library: &'a Library,
    sources: BTreeMap<i64, Option<Source>>,
}

impl<'a> Places<'a> {
    /// Places in one library.
    pub fn new(library: &'a Library) -> Self {
        Self {
            library,
            sources: BTreeMap::new(),
        }
    }

    /// Where a field's value was read; `None` when it was typed.
    pub fn of(&mut self, entry: &StoredEntry, field: &Field) -> Result<Option<CellAddress>, ApiError> {
        let (Some(id), Some(row)) = (entry.source, entry.source_row) else {
            return Ok(None);
        };
        if let std::collections::btree_map::Entry::Vacant(slot) = self.sources.entry(id) {
            slot.insert(self.library.source(id)?);
        }
        let source = self.sources.get(&id).and_then(Option::as_ref);
        Ok(source.and_then(|source| {
            let column = column_number(source.columns.get(&field.name)?)?;
            Some(CellAddress {
                sheet: source.sheet.as_str().into(),
                row,
                column,
            })
        }))
    }
}
