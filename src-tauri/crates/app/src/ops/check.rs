//! Checks over stored catalogues; findings are stored and survive a restart.

use crate::api::ApiError;
use crate::data::Data;
use crate::ops::{catalogues, entries};
use crate::session::Session;
use desk_model::{CatalogueId, EntryId, Finding, Payload, Severity, Template};
use desk_rules::{Calendar, RowView, RuleSet};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Checks one catalogue whole and keeps the findings.
pub fn catalogue(session: &mut Session, id: CatalogueId) -> Result<Vec<Finding>, ApiError> {
    let at = (session.around.clock)();
    let findings = found(session, id, &at)?;
    session.library.replace_findings(id, &findings, &at)?;
    Ok(findings)
}

fn found(session: &Session, id: CatalogueId, at: &str) -> Result<Vec<Finding>, ApiError> {
    let (library, data) = (&session.library, session.data());
    let template = catalogues::template_of(library, data, id)?;
    let rules = rule_set(data, &template)?;
    let today = at.get(..10).and_then(|day| day.parse().ok());
    let today = today.ok_or_else(|| ApiError::new("internal").detail(at))?;
    let mut rows: Vec<(EntryId, u32, Payload)> = Vec::new();
    let mut stored = Vec::new();
    entries::each(library, id, |entry, payload| {
        let position = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
        rows.push((entry.id, entry.source_row.unwrap_or(position), payload.clone()));
        stored.push(entry.clone());
        Ok(())
    })?;
    let views = rows.iter().map(|(entry, row, payload)| RowView {
        entry: *entry,
        row: *row,
        payload,
    });
    let mut findings = Vec::new();
    desk_rules::check_catalogue(
        &rules,
        views,
        today,
        &mut |finding| findings.push(finding),
        &mut |_| ControlFlow::Continue(()),
    )
    .map_err(|error| ApiError::new("internal").detail(&format!("{error:?}")))?;
    let mut places = entries::Places::new(library);
    for finding in &mut findings {
        finding.catalogue = Some(id);
        let entry = finding.entry.and_then(|e| stored.iter().find(|s| s.id == e));
        let field = finding
            .field
            .as_ref()
            .and_then(|name| template.field(name.as_str()));
        if let (Some(entry), Some(field)) = (entry, field) {
            finding.cell = places.of(entry, field)?.map(|place| place.to_string().into());
        }
    }
    Ok(findings)
}

fn rule_set(data: &Data, template: &Template) -> Result<RuleSet, ApiError> {
    let text = data.assets.text("calendars/cn.toml")?;
    let calendar =
        Calendar::from_toml(&text).map_err(|error| ApiError::new("asset_broken").detail(&error))?;
    RuleSet::compile(template, &data.lists, Arc::new(calendar)).map_err(|error| {
        ApiError::new("template_broken")
            .with("file", &template.id)
            .detail(&error)
    })
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
