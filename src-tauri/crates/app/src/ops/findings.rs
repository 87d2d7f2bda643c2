//! Findings in words and with their places, for the problems panel.

use crate::api::ApiError;
use crate::api::finding::{FindingView, FixView, Severity};
use crate::data::Data;
use crate::ops::{catalogues, check, entries};
use desk_model::{CatalogueId, EntryId, Finding, Template};
use desk_store::{Library, StoredFinding};
use std::collections::BTreeMap;

/// All findings of a catalogue's last check: errors first, then from top to bottom.
pub fn list(library: &Library, data: &Data, id: CatalogueId) -> Result<Vec<FindingView>, ApiError> {
    let found = library.findings(id)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let template = catalogues::template_of(library, data, id)?;
    let order = library.order(id)?;
    let positions: BTreeMap<EntryId, u32> = order.into_iter().zip(1..).collect();
    let mut views = Vec::with_capacity(found.len());
    for stored in &found {
        let position = stored.finding.entry.and_then(|e| positions.get(&e).copied());
        views.push(view(library, data, (&template, id), (stored, position))?);
    }
    views.sort_by_key(|view| (weight(view.severity), view.position, view.field.clone()));
    Ok(views)
}

fn weight(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Hint => 2,
    }
}

fn view(
    library: &Library,
    data: &Data,
    (template, id): (&Template, CatalogueId),
    (stored, position): (&StoredFinding, Option<u32>),
) -> Result<FindingView, ApiError> {
    let finding = &stored.finding;
    let (message, next) = check::words(data, finding);
    let field = finding.field.as_ref().and_then(|f| template.field(f.as_str()));
    Ok(FindingView {
        id: stored.id.to_string(),
        rule: finding.rule.to_string(),
        severity: finding.severity.into(),
        catalogue: id.to_string(),
        entry: finding.entry.map(|e| e.to_string()),
        row: finding.row,
        position,
        field: finding.field.as_ref().map(ToString::to_string),
        field_title: field.map(|f| f.title.to_string()),
        cell: finding.cell.as_ref().map(ToString::to_string),
        message,
        next,
        basis: finding.basis.as_ref().map(ToString::to_string),
        fix: fix(library, data, template, finding)?,
    })
}

fn fix(
    library: &Library,
    data: &Data,
    template: &Template,
    finding: &Finding,
) -> Result<Option<FixView>, ApiError> {
    let Some(fix) = &finding.fix else {
        return Ok(None);
    };
    let stored = finding.entry.map(|entry| library.entry(entry)).transpose()?;
    let from = match (stored.flatten(), template.field(fix.field.as_str())) {
        (Some(stored), Some(field)) => {
            let payload = entries::payload_of(library, &stored)?;
            entries::shown(data, field, payload.get(fix.field.as_str()))
        }
        _ => String::new(),
    };
    Ok(Some(FixView {
        safety: fix.safety.into(),
        field: fix.field.to_string(),
        from,
        to: fix.to.to_string(),
    }))
}
