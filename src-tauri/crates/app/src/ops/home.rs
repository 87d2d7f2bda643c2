//! The home page (工作台): what is open, what needs attention, what was done.

use crate::api::ApiError;
use crate::api::catalogue::CatalogueSummary;
use crate::api::finding::Counts;
use crate::api::home::{Attention, Coverage, HomeView, LibraryInfo};
use crate::data::Data;
use crate::ops::{catalogues, log};
use desk_model::OfficeCode;
use desk_store::Library;

/// So many catalogues and operations are shown.
const SHOWN: usize = 8;

/// The open library.
pub fn library(library: &Library, data: &Data) -> Result<LibraryInfo, ApiError> {
    let available = library.is_available();
    let office = library.setting("office")?.map(OfficeCode::from);
    let office = office.map(|code| catalogues::office_ref(library, data, &code));
    let path = library.path();
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    Ok(LibraryInfo {
        path: path.display().to_string(),
        name: name.unwrap_or_default(),
        office: office.transpose()?,
        last_backup: library.backups()?.first().map(|name| time_of_backup(name)),
        state: if available { "saved" } else { "unavailable" }.to_owned(),
        undoable: library.undo_target()?.map(log::view),
        redoable: library.redo_target()?.map(log::view),
    })
}

/// `20261123-140509.desklib` → `2026-11-23T14:05:09`.
fn time_of_backup(name: &str) -> String {
    let digits: Vec<char> = name.chars().filter(char::is_ascii_digit).take(14).collect();
    let part = |from: usize, to: usize| {
        digits
            .get(from..to)
            .map(|d| d.iter().collect::<String>())
            .unwrap_or_default()
    };
    format!(
        "{}-{}-{}T{}:{}:{}",
        part(0, 4),
        part(4, 6),
        part(6, 8),
        part(8, 10),
        part(10, 12),
        part(12, 14)
    )
}

/// Remembers the clerk's own office.
pub fn select_office(library: &Library, data: &Data, code: &str) -> Result<LibraryInfo, ApiError> {
    library.set_setting("office", code)?;
    self::library(library, data)
}

/// The home page.
pub fn view(library: &Library, data: &Data) -> Result<HomeView, ApiError> {
    let all = catalogues::list(library, data)?;
    let mut findings = Counts::default();
    for catalogue in &all {
        findings.merge(catalogue.findings);
    }
    let operations = log::history(library, None, u32::try_from(SHOWN).unwrap_or(u32::MAX))?;
    Ok(HomeView {
        library: self::library(library, data)?,
        catalogues: count(all.len()),
        entries: all.iter().map(|c| c.entries).sum(),
        findings,
        attention: attention(&all),
        coverage: coverage(data, &all),
        recent: all.into_iter().take(SHOWN).collect(),
        operations,
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Most urgent first: errors stop a publication, then what was never checked, then what waits to go out.
fn attention(all: &[CatalogueSummary]) -> Vec<Attention> {
    let reason = |c: &CatalogueSummary| {
        if c.findings.errors > 0 {
            Some((0, "errors"))
        } else if c.entries == 0 {
            Some((4, "empty"))
        } else if c.checked_at.is_none() {
            Some((1, "never_checked"))
        } else if c.changed_since_publication {
            Some((2, "changed_since_publication"))
        } else if c.published_at.is_none() {
            Some((3, "never_published"))
        } else {
            None
        }
    };
    let mut found: Vec<(u8, Attention)> = Vec::new();
    for catalogue in all {
        if let Some((urgency, reason)) = reason(catalogue) {
            let catalogue = catalogue.clone();
            let reason = reason.to_owned();
            found.push((urgency, Attention { catalogue, reason }));
        }
    }
    found.sort_by_key(|(urgency, _)| *urgency);
    found.into_iter().map(|(_, attention)| attention).collect()
}

fn coverage(data: &Data, all: &[CatalogueSummary]) -> Vec<Coverage> {
    let templates = data.templates.values().map(|shipped| &shipped.template);
    let line = |template: &std::sync::Arc<desk_model::Template>| {
        let used = all.iter().filter(|c| c.template_id == template.id.as_str());
        let mut line = Coverage {
            notice: template.notice.to_string(),
            title: template.title_in(data.words().lang()).to_owned(),
            catalogues: 0,
            entries: 0,
        };
        for catalogue in used {
            line.catalogues += 1;
            line.entries += catalogue.entries;
        }
        line
    };
    let mut lines: Vec<Coverage> = templates.map(line).collect();
    lines.sort_by(|a, b| a.notice.cmp(&b.notice).then(a.title.cmp(&b.title)));
    lines
}
