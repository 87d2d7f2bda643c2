//! Editing entries in the grid and the form: every action is one operation, checked at once.

use crate::api::ApiError;
use crate::api::catalogue::EntriesCreated;
use crate::api::home::Changed;
use crate::data::Data;
use crate::ops::{catalogues, check, entries, import, log};
use crate::session::Session;
use desk_model::{CatalogueId, EntryId, FieldName, Payload, Template};
use desk_store::{OpKind, Tx};
use std::collections::BTreeMap;
use std::sync::Arc;

/// An entry's new content, ready to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    entry: EntryId,
    payload: String,
    search: String,
}

impl Edited {
    /// New content of an entry.
    pub fn new(entry: EntryId, payload: &Payload, template: &Template) -> Self {
        Self {
            entry,
            payload: payload.to_json(),
            search: import::search_text(template, payload),
        }
    }
}

/// One cell as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellEdit {
    /// Entry.
    pub entry: EntryId,
    /// Field.
    pub field: FieldName,
    /// Text.
    pub text: String,
}

/// A block of texts, as copied from a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Entry of the first row; `None` appends.
    pub entry: Option<EntryId>,
    /// Field of the first column.
    pub field: FieldName,
    /// Texts by row and column; what lies right of the last field is refused, not dropped.
    pub rows: Vec<Vec<String>>,
}

/// Stores edited entries as one operation and checks them.
pub fn write(
    session: &mut Session,
    kind: &OpKind,
    edited: &[Edited],
) -> Result<desk_store::Changed<()>, ApiError> {
    act(session, kind, |tx| {
        for e in edited {
            tx.entries().update(e.entry, &e.payload, &e.search)?;
        }
        Ok(())
    })
}

/// One action and the check of what it touched.
fn act<T>(
    session: &mut Session,
    kind: &OpKind,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, ApiError>,
) -> Result<desk_store::Changed<T>, ApiError> {
    let before = session.library.last_operation()?;
    let done = session.transact(kind, work)?;
    check::after(session, before, &done)?;
    Ok(done)
}

/// Sets cells, e.g. the one just typed or a filled range.
pub fn cells(session: &mut Session, id: CatalogueId, edits: &[CellEdit]) -> Result<Changed, ApiError> {
    let data = Arc::clone(&session.around.data);
    let template = catalogues::template_of(&session.library, &data, id)?;
    let mut by_entry: BTreeMap<EntryId, Vec<&CellEdit>> = BTreeMap::new();
    for edit in edits {
        by_entry.entry(edit.entry).or_default().push(edit);
    }
    let mut edited = Vec::new();
    for (entry, edits) in by_entry {
        let mut payload = payload(session, id, entry)?;
        for edit in edits {
            set(&data, &template, &mut payload, (&edit.field, &edit.text))?;
        }
        edited.push(Edited::new(entry, &payload, &template));
    }
    let title = catalogues::stored(&session.library, id)?.title;
    let kind = match edits {
        [one] => OpKind::new("cell_edit").with("field", &field_title(&template, &one.field)),
        many => OpKind::new("cells_edit").with("cells", &many.len()),
    };
    let done = write(session, &kind.with("title", &title), &edited)?;
    log::changed(session, &done)
}

fn payload(session: &Session, id: CatalogueId, entry: EntryId) -> Result<Payload, ApiError> {
    let stored = session.library.entry(entry)?.filter(|e| e.catalogue == id);
    let stored = stored.ok_or_else(|| ApiError::new("entry_not_found"))?;
    entries::payload_of(&session.library, &stored)
}

fn field_title(template: &Template, name: &FieldName) -> String {
    let field = template.field(name.as_str());
    field.map_or_else(|| name.to_string(), |field| field.title.to_string())
}

/// A cell whose text stays the same keeps its value and source text.
fn set(
    data: &Data,
    template: &Template,
    payload: &mut Payload,
    (name, text): (&FieldName, &str),
) -> Result<(), ApiError> {
    let field = template.field(name.as_str());
    let field = field.ok_or_else(|| ApiError::new("bad_request").detail(name))?;
    if entries::shown(data, field, payload.get(name.as_str())) != text {
        payload.set(name.clone(), entries::read(data, field, text, None));
    }
    Ok(())
}

/// Pastes a block; rows past the end become new entries.
pub fn paste(session: &mut Session, id: CatalogueId, block: &Block) -> Result<Changed, ApiError> {
    let data = Arc::clone(&session.around.data);
    let template = catalogues::template_of(&session.library, &data, id)?;
    let first = template.fields.iter().position(|f| f.name == block.field);
    let first = first.ok_or_else(|| ApiError::new("bad_request").detail(&block.field))?;
    let fields = &template.fields[first..];
    let widest = block.rows.iter().map(Vec::len).max().unwrap_or_default();
    if widest > fields.len() {
        return Err(ApiError::new("paste_too_wide")
            .with("columns", &widest)
            .with("room", &fields.len()));
    }
    let order = session.library.order(id)?;
    let start = block.entry.and_then(|e| order.iter().position(|o| *o == e));
    let start = start.unwrap_or(order.len());
    let mut edited = Vec::new();
    let mut added = Vec::new();
    for (offset, texts) in block.rows.iter().enumerate() {
        let entry = order.get(start + offset);
        let mut content = match entry {
            Some(entry) => payload(session, id, *entry)?,
            None => Payload::default(),
        };
        for (field, text) in fields.iter().zip(texts) {
            set(&data, &template, &mut content, (&field.name, text))?;
        }
        let new = Edited::new(entry.copied().unwrap_or(EntryId(0)), &content, &template);
        if entry.is_some() {
            edited.push(new);
        } else {
            added.push(new);
        }
    }
    let title = catalogues::stored(&session.library, id)?.title;
    let kind = OpKind::new("cells_paste")
        .with("rows", &block.rows.len())
        .with("title", &title);
    let done = act(session, &kind, |tx| {
        for e in &edited {
            tx.entries().update(e.entry, &e.payload, &e.search)?;
        }
        let new = added.iter().map(|e| desk_store::NewEntry {
            payload: &e.payload,
            search: &e.search,
            source_row: None,
        });
        if !added.is_empty() {
            tx.entries().append(id, None, new)?;
        }
        Ok(())
    })?;
    log::changed(session, &done)
}

/// Inserts empty entries behind one, or at the top.
pub fn insert(
    session: &mut Session,
    id: CatalogueId,
    after: Option<EntryId>,
    count: u32,
) -> Result<EntriesCreated, ApiError> {
    let title = catalogues::stored(&session.library, id)?.title;
    let kind = OpKind::new("entry_insert")
        .with("count", &count)
        .with("title", &title);
    let empty = Payload::default().to_json();
    let done = act(session, &kind, |tx| {
        let mut made = Vec::new();
        let mut behind = after;
        for _ in 0..count {
            let entry = tx.entries().insert(id, behind, &empty, "")?;
            made.push(entry);
            behind = Some(entry);
        }
        Ok(made)
    })?;
    Ok(EntriesCreated {
        entries: done.value.iter().map(ToString::to_string).collect(),
        changed: log::changed(session, &done)?,
    })
}

/// Deletes entries; undo brings them back.
pub fn delete(session: &mut Session, id: CatalogueId, ids: &[EntryId]) -> Result<Changed, ApiError> {
    let title = catalogues::stored(&session.library, id)?.title;
    for entry in ids {
        payload(session, id, *entry)?;
    }
    let kind = OpKind::new("entry_delete")
        .with("count", &ids.len())
        .with("title", &title);
    let done = act(session, &kind, |tx| Ok(tx.entries().delete(ids)?))?;
    log::changed(session, &done)
}
