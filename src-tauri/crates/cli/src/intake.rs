//! `desk import`, `desk check`, `desk fix`.

use crate::Desk;
use crate::output::{Answer, Lines, owned};
use desk_app::api::ApiError;
use desk_app::data::Data;
use desk_app::ops::fix::Allow;
use desk_app::ops::import::{Imported, Wishes};
use desk_app::ops::{batch, catalogues, check as checks, fix as fixes};
use desk_model::{CatalogueId, Finding, Severity};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Imports files and folders; exit code 1 when error-level findings remain or some of several files could not be
/// read. One file alone that cannot be read is wrong input.
pub fn import(
    desk: &Desk,
    named: &[PathBuf],
    wishes: &Wishes,
    report: Option<&Path>,
) -> Result<Answer, ApiError> {
    let files = batch::files(named)?;
    let mut session = desk.write()?;
    let mut done = batch::import(&mut session, &files, wishes, &desk.job())?;
    let data = session.data();
    if let Some(path) = report {
        batch::write_report(data, &done, path)?;
    }
    if let (true, Some((_, error))) = (done.tables.is_empty(), done.failed.pop_if(|_| files.len() == 1)) {
        return Err(error);
    }
    let documents: Vec<Value> = done.tables.iter().map(|table| document(data, table)).collect();
    let failed: Vec<Value> = done
        .failed
        .iter()
        .map(|(file, error)| json!({"file": file, "code": error.code, "message": batch::words_of(data, error)}))
        .collect();
    let mut lines: Lines = done
        .tables
        .iter()
        .flat_map(|table| described(data, table))
        .collect();
    lines.extend(done.failed.iter().map(|(file, error)| {
        let params = [
            ("file", &*file.display().to_string()),
            ("reason", &batch::words_of(data, error)),
        ];
        ("cli.out.not_imported".to_owned(), owned(&params))
    }));
    let errors = code(done.tables.iter().flat_map(|table| &table.findings));
    let mut answer = Answer::lines(json!({"sheets": documents, "failed": failed}), lines);
    answer.code = errors.max(u8::from(!done.failed.is_empty()));
    Ok(answer)
}

fn document(data: &Data, table: &Imported) -> Value {
    json!({
        "file": table.file, "sheet": table.sheet, "template": table.template, "confidence": table.confidence,
        "header_rows": table.header_rows, "mapping": table.mapping, "rows": table.rows,
        "catalogue": table.catalogue, "title": table.title,
        "findings": table.findings.iter().map(|f| finding(data, f)).collect::<Vec<_>>(),
    })
}

fn described(data: &Data, table: &Imported) -> Lines {
    let mut lines = vec![summary(table)];
    lines.extend(table.findings.iter().map(|f| line(data, f)));
    lines
}

/// What became of one table, in one line.
pub fn summary(table: &Imported) -> (String, BTreeMap<String, String>) {
    let rows = &table.rows;
    let number = |n: u32| n.to_string();
    let id = table.catalogue.map(|id| id.to_string()).unwrap_or_default();
    let key = if table.template.is_some() {
        "cli.out.imported"
    } else {
        "cli.out.not_recognised"
    };
    let params = [
        ("file", table.file.as_str()),
        ("sheet", &table.sheet),
        ("title", &table.title),
        ("catalogue", &id),
        ("read", &number(rows.read)),
        ("imported", &number(rows.imported)),
        ("skipped", &number(rows.skipped)),
        ("held", &number(rows.held)),
    ];
    (key.to_owned(), owned(&params))
}

/// Checks catalogues; exit code 1 when error-level findings remain.
pub fn check(desk: &Desk, ids: &[i64]) -> Result<Answer, ApiError> {
    let mut session = desk.write()?;
    let ids = chosen(&session, ids)?;
    let mut findings = Vec::new();
    for id in ids {
        findings.extend(checks::catalogue(&mut session, id, &desk.job())?);
    }
    Ok(judged(session.data(), &findings))
}

fn judged(data: &Data, findings: &[Finding]) -> Answer {
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    let (errors, warnings, hints) = (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Hint),
    );
    let counts = json!({"errors": errors, "warnings": warnings, "hints": hints});
    let documents: Vec<Value> = findings.iter().map(|f| finding(data, f)).collect();
    let mut lines: Lines = findings.iter().map(|f| line(data, f)).collect();
    let words = [
        ("errors", errors.to_string()),
        ("warnings", warnings.to_string()),
        ("hints", hints.to_string()),
    ];
    let words: Vec<(&str, &str)> = words.iter().map(|(name, word)| (*name, word.as_str())).collect();
    lines.push(("cli.out.counts".to_owned(), owned(&words)));
    let mut answer = Answer::lines(json!({"findings": documents, "counts": counts}), lines);
    answer.code = code(findings);
    answer
}

/// Applies corrections as one operation.
pub fn fix(desk: &Desk, ids: &[i64], allow: Allow) -> Result<Answer, ApiError> {
    let mut session = desk.write()?;
    let ids = chosen(&session, ids)?;
    let fixed = fixes::all(&mut session, &ids, allow, &desk.job())?.fixed;
    Ok(Answer::line(
        json!({"fixed": fixed}),
        "cli.out.fixed",
        &[("fixed", &fixed.to_string())],
    ))
}

fn chosen(session: &desk_app::session::Session, ids: &[i64]) -> Result<Vec<CatalogueId>, ApiError> {
    let ids: Vec<CatalogueId> = ids.iter().copied().map(CatalogueId).collect();
    catalogues::chosen(&session.library, &ids)
}

fn code<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> u8 {
    u8::from(findings.into_iter().any(|f| f.severity == Severity::Error))
}

fn finding(data: &Data, finding: &Finding) -> Value {
    let (message, next) = checks::words(data, finding);
    json!({
        "rule": finding.rule, "severity": finding.severity, "catalogue": finding.catalogue, "entry": finding.entry,
        "row": finding.row, "field": finding.field, "cell": finding.cell, "message": message, "next": next,
        "basis": finding.basis, "fix": finding.fix,
    })
}

fn line(data: &Data, finding: &Finding) -> (String, BTreeMap<String, String>) {
    let (message, next) = checks::words(data, finding);
    let severity = data
        .words()
        .plain(&format!("severity.{}", checks::severity_word(finding.severity)));
    let row = finding.row.map(|row| row.to_string()).unwrap_or_default();
    let place = finding.cell.as_deref().map_or(row, ToOwned::to_owned);
    let params = [
        ("severity", &*severity),
        ("rule", &finding.rule),
        ("place", &place),
        ("message", &message),
        ("next", &next),
    ];
    ("cli.out.finding".to_owned(), owned(&params))
}
