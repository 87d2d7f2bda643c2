//! Corrections: applied together as one operation, then checked again.

use crate::api::ApiError;
use crate::data::Data;
use crate::ops::{catalogues, check, import};
use crate::session::Session;
use desk_model::{CatalogueId, EntryId, Finding, FixSafety, Payload};
use desk_sheets::convert::{self, Context};
use desk_store::OpKind;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Applies the safe corrections of catalogues (and the suggested ones where asked) as one undo step;
/// returns how many cells changed.
pub fn apply(session: &mut Session, ids: &[CatalogueId], suggested: bool) -> Result<u32, ApiError> {
    let data = Arc::clone(&session.around.data);
    let mut corrected: Vec<(EntryId, String, String)> = Vec::new();
    let mut cells = 0;
    for id in ids {
        let findings = check::catalogue(session, *id)?;
        let wanted = |f: &&Finding| f.fix.as_ref().is_some_and(|fix| allowed(fix.safety, suggested));
        let mut by_entry: BTreeMap<EntryId, Vec<&Finding>> = BTreeMap::new();
        for finding in findings.iter().filter(wanted) {
            by_entry
                .entry(finding.entry.unwrap_or(EntryId(0)))
                .or_default()
                .push(finding);
        }
        let template = catalogues::template_of(&session.library, &data, *id)?;
        for (entry, findings) in by_entry {
            let Some(stored) = session.library.entry(entry)? else {
                continue;
            };
            let mut payload = Payload::from_json(&stored.payload).unwrap_or_default();
            let fixes = findings.iter().filter_map(|f| f.fix.as_ref());
            cells += fixes
                .map(|fix| u32::from(correct(&data, &template, fix, &mut payload)))
                .sum::<u32>();
            corrected.push((entry, payload.to_json(), import::search_text(&template, &payload)));
        }
    }
    session.transact(&OpKind::new("fix").with("cells", &cells), |tx| {
        for (entry, payload, search) in &corrected {
            tx.entries().update(*entry, payload, search)?;
        }
        Ok(())
    })?;
    for id in ids {
        check::catalogue(session, *id)?;
    }
    Ok(cells)
}

fn allowed(safety: FixSafety, suggested: bool) -> bool {
    match safety {
        FixSafety::Safe => true,
        FixSafety::Suggested => suggested,
        FixSafety::DisplayOnly => false,
    }
}

fn correct(
    data: &Data,
    template: &desk_model::Template,
    fix: &desk_model::Fix,
    payload: &mut Payload,
) -> bool {
    let Some(field) = template.field(fix.field.as_str()) else {
        return false;
    };
    let context = Context {
        lists: &data.lists,
        unit: None,
    };
    desk_rules::fixes::apply(fix, payload, |text| convert::cell(field, text, &context))
}
