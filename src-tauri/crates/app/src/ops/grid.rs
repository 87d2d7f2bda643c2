//! What the grid and the form show: windows of rows with marks, one entry with its history.

use crate::api::ApiError;
use crate::api::catalogue::{EntryCell, EntryView, Mark, RowView, RowsView, VersionView};
use crate::data::Data;
use crate::ops::entries::{self, Places};
use crate::ops::{catalogues, check, log};
use desk_model::{CatalogueId, EntryId, FieldType, Payload, Template};
use desk_store::{Library, StoredEntry, Version};

/// So many versions of an entry are listed.
const VERSIONS_SHOWN: usize = 50;

/// A window of rows; `from` is 0-based.
pub fn rows(
    library: &Library,
    data: &Data,
    id: CatalogueId,
    (from, count): (u32, u32),
) -> Result<RowsView, ApiError> {
    let total = catalogues::stored(library, id)?.entries;
    let template = catalogues::template_of(library, data, id)?;
    let stored = library.rows(id, from, count)?;
    let rows = stored.iter().map(|entry| row(library, data, &template, entry));
    Ok(RowsView {
        total,
        from,
        rows: rows.collect::<Result<_, _>>()?,
    })
}

fn row(
    library: &Library,
    data: &Data,
    template: &Template,
    entry: &StoredEntry,
) -> Result<RowView, ApiError> {
    let payload = entries::payload_of(library, entry)?;
    let cells = template.fields.iter();
    let marks = library.findings_of_entry(entry.id)?.into_iter();
    let marks = marks.filter_map(|stored| {
        Some(Mark {
            field: stored.finding.field.as_ref()?.to_string(),
            severity: stored.finding.severity.into(),
            finding: stored.id.to_string(),
            message: check::words(data, &stored.finding).0,
        })
    });
    Ok(RowView {
        entry: entry.id.to_string(),
        cells: cells
            .map(|field| entries::shown(data, field, payload.get(field.name.as_str())))
            .collect(),
        marks: marks.collect(),
    })
}

/// One entry for the form.
pub fn entry(library: &Library, data: &Data, id: CatalogueId, entry: EntryId) -> Result<EntryView, ApiError> {
    let template = catalogues::template_of(library, data, id)?;
    let stored = library.entry(entry)?.filter(|stored| stored.catalogue == id);
    let stored = stored.ok_or_else(|| ApiError::new("entry_not_found"))?;
    let payload = entries::payload_of(library, &stored)?;
    let mut places = Places::new(library);
    let mut cells = Vec::with_capacity(template.fields.len());
    for field in &template.fields {
        let text = entries::shown(data, field, payload.get(field.name.as_str()));
        let html = (field.kind == FieldType::Markdown).then(|| desk_markup::to_html(&text));
        cells.push(EntryCell {
            field: field.name.to_string(),
            address: places.of(&stored, field)?.map(|place| place.to_string()),
            text,
            html,
        });
    }
    let versions = library.versions(entry)?;
    Ok(EntryView {
        entry: entry.to_string(),
        position: library.position(entry)?.unwrap_or(1),
        cells,
        versions: history(&template, versions),
    })
}

/// Versions newest first, each with the titles of the fields it changed.
fn history(template: &Template, versions: Vec<Version>) -> Vec<VersionView> {
    let payload = |version: &Version| {
        let body = version.payload.as_deref();
        body.and_then(|body| Payload::from_json(body).ok())
            .unwrap_or_default()
    };
    let payloads: Vec<Payload> = versions.iter().map(payload).collect();
    let nothing = Payload::default();
    let mut views = Vec::new();
    for (index, version) in versions.into_iter().enumerate().take(VERSIONS_SHOWN) {
        let (new, old) = (&payloads[index], payloads.get(index + 1).unwrap_or(&nothing));
        let changed = template
            .fields
            .iter()
            .filter(|field| new.get(field.name.as_str()) != old.get(field.name.as_str()));
        views.push(VersionView {
            fields: changed.map(|field| field.title.to_string()).collect(),
            operation: log::view(version.operation),
        });
    }
    views
}
