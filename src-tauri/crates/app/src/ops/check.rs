//! Checks over stored catalogues. Findings are stored and survive a restart; after an edit only the rows
//! that depend on it are checked again.

use crate::api::ApiError;
use crate::data::Data;
use crate::job::Job;
use crate::ops::entries::Places;
use crate::ops::{catalogues, entries};
use crate::session::Session;
use desk_model::{CatalogueId, EntryId, Finding, OpId, Payload, Severity, Template};
use desk_rules::{Keys, RowView, RuleSet};
use desk_store::{Library, StoredEntry};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How often a whole check tells its progress, in rows.
const PROGRESS_EVERY: u32 = 1000;

/// What a session knows of a catalogue it has checked whole; stale once another operation came between.
pub struct Checked {
    rules: Arc<RuleSet>,
    template: Arc<Template>,
    keys: Keys,
    today: Date,
    operation: OpId,
}

/// Checks one catalogue whole and keeps the findings.
pub fn catalogue(session: &mut Session, id: CatalogueId, job: &Job) -> Result<Vec<Finding>, ApiError> {
    let at = (session.around.clock)();
    let (findings, checked) = whole(session, id, day_of(&at)?, job)?;
    session.library.replace_findings(id, &findings, &at)?;
    session.checked.insert(id, checked);
    Ok(findings)
}

fn day_of(at: &str) -> Result<Date, ApiError> {
    let day = at.get(..10).and_then(|day| day.parse().ok());
    day.ok_or_else(|| ApiError::new("internal").detail(at))
}

fn whole(
    session: &Session,
    id: CatalogueId,
    today: Date,
    job: &Job,
) -> Result<(Vec<Finding>, Checked), ApiError> {
    let (library, data) = (&session.library, session.data());
    let template = catalogues::template_of(library, data, id)?;
    let rules = Arc::new(rule_set(data, &template)?);
    let total = catalogues::stored(library, id)?.entries;
    let operation = library.last_operation()?;
    let mut run = rules.start(today);
    let mut places = Places::new(library);
    let mut findings = Vec::new();
    let mut position = 0;
    entries::each(library, id, |entry, payload| {
        position += 1;
        let mut own = Vec::new();
        run.row(&view(entry, position, payload), &mut |finding| own.push(finding));
        place(&mut own, id, entry, (&template, &mut places))?;
        findings.append(&mut own);
        if position % PROGRESS_EVERY == 0 {
            job.step("checking", u64::from(position), Some(u64::from(total)))?;
        }
        Ok(())
    })?;
    let keys = run.into_keys();
    let checked = Checked {
        rules,
        template,
        keys,
        today,
        operation,
    };
    Ok((findings, checked))
}

fn view<'p>(entry: &StoredEntry, position: u32, payload: &'p Payload) -> RowView<'p> {
    RowView {
        entry: entry.id,
        row: entry.source_row.unwrap_or(position),
        payload,
    }
}

/// Names catalogue and source cell of one entry's findings.
fn place(
    findings: &mut [Finding],
    id: CatalogueId,
    entry: &StoredEntry,
    (template, places): (&Template, &mut Places<'_>),
) -> Result<(), ApiError> {
    for finding in findings {
        finding.catalogue = Some(id);
        let field = finding
            .field
            .as_ref()
            .and_then(|name| template.field(name.as_str()));
        if let Some(field) = field {
            finding.cell = places.of(entry, field)?.map(|place| place.to_string().into());
        }
    }
    Ok(())
}

fn rule_set(data: &Data, template: &Template) -> Result<RuleSet, ApiError> {
    RuleSet::compile(template, &data.lists, Arc::clone(&data.calendar)).map_err(|error| {
        ApiError::new("template_broken")
            .with("file", &template.id)
            .detail(&error)
    })
}

/// Brings findings up to date after a write: only the touched rows where the catalogue was checked just
/// before (`before` = the last operation then), else the whole catalogue.
pub fn after<T>(session: &mut Session, before: OpId, done: &desk_store::Changed<T>) -> Result<(), ApiError> {
    let Some(operation) = done.operation else {
        return Ok(());
    };
    for id in &done.catalogues {
        if session.library.catalogue(*id)?.is_none() {
            session.checked.remove(id);
            continue;
        }
        let today = day_of(&(session.around.clock)())?;
        let known = session.checked.remove(id);
        let known = known.filter(|known| known.operation == before && known.today == today);
        match known {
            Some(known) if !done.entries.is_empty() => {
                let checked = touched(session, *id, known, &done.entries)?;
                session.checked.insert(*id, Checked { operation, ..checked });
            }
            _ => drop(catalogue(session, *id, &Job::quiet())?),
        }
    }
    // An operation on one catalogue leaves what is known of the others as it is.
    for known in session
        .checked
        .values_mut()
        .filter(|known| known.operation == before)
    {
        known.operation = operation;
    }
    Ok(())
}

/// Checks edited rows, and the rows whose repeated keys they share.
fn touched(
    session: &mut Session,
    id: CatalogueId,
    known: Checked,
    edited: &[EntryId],
) -> Result<Checked, ApiError> {
    let at = (session.around.clock)();
    let library = &session.library;
    let rules = Arc::clone(&known.rules);
    let mut run = rules.resume(known.today, known.keys);
    let mut again = BTreeSet::new();
    let mut rechecked: BTreeSet<EntryId> = edited.iter().copied().collect();
    let mut findings = Vec::new();
    let mut places = Places::new(library);
    for entry in edited {
        match living(library, id, *entry)? {
            None => again.extend(run.removed(*entry)),
            Some((stored, position, payload)) => {
                let mut own = Vec::new();
                again.extend(run.edited(&view(&stored, position, &payload), &mut |f| own.push(f)));
                place(&mut own, id, &stored, (&known.template, &mut places))?;
                findings.append(&mut own);
            }
        }
    }
    // Rows edited together can share keys: what was found before the last of them stood is found again.
    let shared: Vec<EntryId> = again.iter().copied().filter(|e| rechecked.contains(e)).collect();
    findings.retain(|finding: &Finding| finding.entry.is_none_or(|e| !shared.contains(&e)));
    for entry in &again {
        if let Some((stored, position, payload)) = living(library, id, *entry)? {
            let mut own = Vec::new();
            run.again(&view(&stored, position, &payload), &mut |f| own.push(f));
            place(&mut own, id, &stored, (&known.template, &mut places))?;
            findings.append(&mut own);
        }
    }
    rechecked.extend(again);
    let keys = run.into_keys();
    let rechecked: Vec<EntryId> = rechecked.into_iter().collect();
    session
        .library
        .replace_findings_of(id, &rechecked, &findings, &at)?;
    Ok(Checked { keys, ..known })
}

type Living = (StoredEntry, u32, Payload);

fn living(library: &Library, id: CatalogueId, entry: EntryId) -> Result<Option<Living>, ApiError> {
    let Some(stored) = library.entry(entry)?.filter(|stored| stored.catalogue == id) else {
        return Ok(None);
    };
    let position = library.position(entry)?.unwrap_or(1);
    let payload = entries::payload_of(library, &stored)?;
    Ok(Some((stored, position, payload)))
}

/// A finding in words: what is wrong and what to do next.
pub fn words(data: &Data, finding: &Finding) -> (String, String) {
    let words = data.words();
    let params = || finding.params.iter().map(|(name, word)| (&**name, &**word));
    let message = words.say(&format!("rule.{}", finding.message), params());
    let next = words
        .find(&format!("rule_next.{}", finding.message), params())
        .unwrap_or_default();
    (message, next)
}

/// Word of a severity below `severity.`.
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
