//! The command table: every name the window may call, with its typed parameters and result.

mod catalogues;
mod editing;
mod library;
mod publishing;
mod taking_in;

use crate::api::ApiError;
use crate::api::home::Changed;
use crate::desk::{Desk, Event};
use desk_model::{CatalogueId, EntryId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Answers one call.
type Handler = fn(&Desk, Value) -> Result<Value, ApiError>;

/// Names and handlers of one area.
type Table = &'static [(&'static str, Handler)];

const TABLES: [Table; 5] = [
    library::TABLE,
    catalogues::TABLE,
    editing::TABLE,
    taking_in::TABLE,
    publishing::TABLE,
];

/// All names, sorted.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = TABLES
        .iter()
        .flat_map(|table| table.iter().map(|(name, _)| *name))
        .collect();
    names.sort_unstable();
    names
}

/// Runs one call of the window.
pub fn call(desk: &Desk, name: &str, params: Value) -> Result<Value, ApiError> {
    let found = TABLES
        .iter()
        .flat_map(|table| table.iter())
        .find(|(own, _)| *own == name);
    let (_, handler) = found.ok_or_else(|| ApiError::new("bad_request").detail(name))?;
    handler(desk, params)
}

fn params<T: DeserializeOwned>(params: Value) -> Result<T, ApiError> {
    serde_json::from_value(params).map_err(|error| ApiError::new("bad_request").detail(&error))
}

fn answer<T: Serialize>(result: &T) -> Result<Value, ApiError> {
    serde_json::to_value(result).map_err(|error| ApiError::new("internal").detail(&error))
}

/// The answer to a write; the other parts of the window hear of it.
fn written<T: Serialize>(desk: &Desk, result: &T, changed: &Changed) -> Result<Value, ApiError> {
    desk.tell(Event::Changed(Box::new(changed.clone())));
    answer(result)
}

fn number(id: &str) -> Result<i64, ApiError> {
    id.parse().map_err(|_| ApiError::new("bad_request").detail(id))
}

fn catalogue(id: &str) -> Result<CatalogueId, ApiError> {
    number(id).map(CatalogueId)
}

fn entry(id: &str) -> Result<EntryId, ApiError> {
    number(id).map(EntryId)
}

fn catalogues_of(ids: &[String]) -> Result<Vec<CatalogueId>, ApiError> {
    ids.iter().map(|id| catalogue(id)).collect()
}
