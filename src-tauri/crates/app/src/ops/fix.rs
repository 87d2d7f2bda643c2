//! Corrections: applied together as one operation, then checked again.

use crate::api::ApiError;
use crate::api::finding::FixResult;
use crate::data::Data;
use crate::job::Job;
use crate::ops::edit::{self, Edited};
use crate::ops::{catalogues, check, entries, log};
use crate::session::Session;
use desk_model::{CatalogueId, EntryId, Finding, Fix};
use desk_rules::fixes;
pub use desk_rules::fixes::Allow;
use desk_store::OpKind;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Checks catalogues and applies what may be applied as one undo step.
pub fn all(
    session: &mut Session,
    ids: &[CatalogueId],
    allow: Allow,
    job: &Job,
) -> Result<FixResult, ApiError> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(check::catalogue(session, *id, job)?);
    }
    apply(session, &found, allow)
}

/// Applies the corrections of findings that a person looked at; ids are those of the last check.
pub fn chosen(session: &mut Session, ids: &[i64]) -> Result<FixResult, ApiError> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(session.library.finding(*id)?.map(|stored| stored.finding));
    }
    apply(session, &found, Allow::Suggested)
}

fn apply(session: &mut Session, findings: &[Finding], allow: Allow) -> Result<FixResult, ApiError> {
    let data = Arc::clone(&session.around.data);
    let mut by_entry: BTreeMap<(CatalogueId, EntryId), Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        if let (Some(catalogue), Some(entry)) = (finding.catalogue, finding.entry) {
            by_entry
                .entry((catalogue, entry))
                .or_default()
                .push(finding.clone());
        }
    }
    let mut edited = Vec::new();
    let mut fixed = 0;
    for ((catalogue, entry), findings) in &by_entry {
        let chosen = fixes::applicable(findings, allow);
        let (cells, entry) = correct(session, &data, (*catalogue, *entry), &chosen)?;
        fixed += cells;
        edited.extend(entry);
    }
    let kind = OpKind::new("fix").with("cells", &fixed);
    let done = edit::write(session, &kind, &edited)?;
    Ok(FixResult {
        changed: log::changed(session, &done)?,
        fixed,
    })
}

fn correct(
    session: &Session,
    data: &Data,
    (catalogue, entry): (CatalogueId, EntryId),
    chosen: &[&Fix],
) -> Result<(u32, Option<Edited>), ApiError> {
    let library = &session.library;
    let template = catalogues::template_of(library, data, catalogue)?;
    let Some(stored) = library.entry(entry)? else {
        return Ok((0, None));
    };
    let mut payload = entries::payload_of(library, &stored)?;
    let mut cells = 0;
    for fix in chosen {
        if let Some(field) = template.field(fix.field.as_str()) {
            let read = |text: &str| entries::read(data, field, text, None);
            cells += u32::from(fixes::apply(fix, &mut payload, read));
        }
    }
    Ok((
        cells,
        (cells > 0).then(|| Edited::new(entry, &payload, &template)),
    ))
}
