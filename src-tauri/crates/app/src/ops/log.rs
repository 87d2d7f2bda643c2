//! The operation log: history, undo, redo, and what a write changed.

use crate::api::ApiError;
use crate::api::home::{Changed, OperationView};
use crate::ops::check;
use crate::session::Session;
use desk_model::{CatalogueId, OpId};
use desk_store::{Library, Operation};

/// The log, newest first; of one catalogue or of all.
pub fn history(
    library: &Library,
    catalogue: Option<CatalogueId>,
    limit: u32,
) -> Result<Vec<OperationView>, ApiError> {
    Ok(library.history(catalogue, limit)?.into_iter().map(view).collect())
}

/// Takes back the last operation; the operation is empty when there is none.
pub fn undo(session: &mut Session) -> Result<Option<(OperationView, Changed)>, ApiError> {
    let now = (session.around.clock)();
    let before = session.library.last_operation()?;
    let done = session.library.undo(&now)?;
    stepped(session, before, done)
}

/// Brings back the operation undone last.
pub fn redo(session: &mut Session) -> Result<Option<(OperationView, Changed)>, ApiError> {
    let now = (session.around.clock)();
    let before = session.library.last_operation()?;
    let done = session.library.redo(&now)?;
    stepped(session, before, done)
}

fn stepped(
    session: &mut Session,
    before: OpId,
    done: Option<desk_store::Changed<Operation>>,
) -> Result<Option<(OperationView, Changed)>, ApiError> {
    let Some(done) = done else {
        return Ok(None);
    };
    check::after(session, before, &done)?;
    Ok(Some((view(done.value.clone()), changed(session, &done)?)))
}

/// What the window must refresh after a write.
pub fn changed<T>(session: &Session, done: &desk_store::Changed<T>) -> Result<Changed, ApiError> {
    Ok(Changed {
        operation: done.operation.map(|op| op.to_string()),
        catalogues: done.catalogues.iter().map(ToString::to_string).collect(),
        entries: done.entries.iter().map(ToString::to_string).collect(),
        rows_changed: done.rows_changed,
        undoable: session.library.undo_target()?.map(view),
        redoable: session.library.redo_target()?.map(view),
    })
}

/// One operation for people.
pub fn view(operation: Operation) -> OperationView {
    OperationView {
        id: operation.id.to_string(),
        kind: operation.kind,
        params: operation.params,
        at: operation.at,
        person: operation.person,
        undone: operation.undone,
    }
}

/// An operation in words: `operation.<kind>` filled with its parameters.
pub fn title(data: &crate::data::Data, operation: &OperationView) -> String {
    let params = operation
        .params
        .iter()
        .map(|(name, word)| (name.as_str(), word.as_str()));
    data.words().say(&format!("operation.{}", operation.kind), params)
}
