//! Spreadsheets in: open, find the tables, recognise the template, convert, store in one operation.

use crate::api::ApiError;
use crate::data::{Data, ShippedTemplate};
use crate::ops::{check, reading};
use crate::session::Session;
use desk_model::{AmountUnit, CatalogueId, Finding, OfficeCode, Payload, Template, TemplateId};
use desk_sheets::convert::{self, Context};
use desk_sheets::recognise::{Fit, fit};
use desk_sheets::{Sheet, Table};
use desk_store::{NewCatalogue, NewEntry, OpKind, Source};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Below this share of recognised columns a person must name the template.
const SURE_ENOUGH: f64 = 0.6;

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// Use this template.
    pub template: Option<TemplateId>,
    /// Owner of the catalogues; else the clerk's own office, else the city.
    pub office: Option<OfficeCode>,
    /// Title of the catalogue.
    pub title: Option<String>,
    /// Show the result, write nothing.
    pub dry_run: bool,
}

/// A column and the field it fills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mapped {
    /// Letters.
    pub column: String,
    /// Header path.
    pub header: String,
    /// Field; `None` keeps the column as extra text.
    pub field: Option<String>,
}

/// Rows: read = imported + skipped + held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct RowCounts {
    /// Non-empty rows below the header.
    pub read: u32,
    /// Became entries.
    pub imported: u32,
    /// Totals, notes, sections, repeated headers.
    pub skipped: u32,
    /// Wait for a decision.
    pub held: u32,
}

/// What became of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// File.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// Template, when one fits.
    pub template: Option<TemplateId>,
    /// How sure, 0–1.
    pub confidence: f64,
    /// 1-based header rows.
    pub header_rows: Vec<u32>,
    /// Mapping.
    pub mapping: Vec<Mapped>,
    /// Rows.
    pub rows: RowCounts,
    /// The catalogue made.
    pub catalogue: Option<CatalogueId>,
    /// Its title.
    pub title: String,
    /// Findings of the check that followed.
    pub findings: Vec<Finding>,
}

/// Imports every table of a file.
pub fn file(session: &mut Session, path: &Path, wishes: &Wishes) -> Result<Vec<Imported>, ApiError> {
    let data = std::sync::Arc::clone(&session.around.data);
    let sheets = reading::open(&data, path)?;
    let bytes = std::fs::read(path).map_err(|e| {
        ApiError::new("file_unreadable")
            .with("file", &path.display())
            .detail(&e)
    })?;
    let sha256 = format!("{:x}", Sha256::digest(&bytes));
    let mut done = Vec::new();
    for sheet in &sheets {
        for table in desk_sheets::tables(sheet) {
            let place = Place {
                path,
                sha256: &sha256,
                sheet,
            };
            done.push(one(session, &data, &place, &table, wishes)?);
        }
    }
    if done.is_empty() {
        return Err(ApiError::new("nothing_to_import").with("file", &path.display()));
    }
    Ok(done)
}

struct Place<'a> {
    path: &'a Path,
    sha256: &'a str,
    sheet: &'a Sheet,
}

fn one(
    session: &mut Session,
    data: &Data,
    place: &Place<'_>,
    table: &Table,
    wishes: &Wishes,
) -> Result<Imported, ApiError> {
    let (shipped, fit) = choose(data, table, wishes)?;
    let mut report = report(place, table, &shipped.template, &fit, wishes);
    let sure = wishes.template.is_some() || fit.confidence >= SURE_ENOUGH;
    if !sure {
        report.template = None;
        report.rows.held = count(table.records.len());
        return Ok(report);
    }
    report.rows.imported = count(table.records.len());
    if wishes.dry_run {
        return Ok(report);
    }
    let id = store(session, data, (place, table), (shipped, &fit), &report, wishes)?;
    report.catalogue = Some(id);
    report.findings = check::catalogue(session, id)?;
    Ok(report)
}

/// The template named, else the one that fits best.
fn choose<'d>(
    data: &'d Data,
    table: &Table,
    wishes: &Wishes,
) -> Result<(&'d ShippedTemplate, Fit), ApiError> {
    if let Some(id) = &wishes.template {
        let shipped = data
            .template(id.as_str())
            .ok_or_else(|| ApiError::new("template_not_found").with("id", id))?;
        return Ok((shipped, fit(table, &shipped.template)));
    }
    let fits = data
        .templates
        .values()
        .map(|shipped| (shipped, fit(table, &shipped.template)));
    let best = fits.max_by(|(_, a), (_, b)| {
        a.confidence
            .total_cmp(&b.confidence)
            .then(a.columns.0.cmp(&b.columns.0))
    });
    best.ok_or_else(|| ApiError::new("asset_broken"))
}

fn report(place: &Place<'_>, table: &Table, template: &Template, fit: &Fit, wishes: &Wishes) -> Imported {
    let mapped = table
        .columns
        .iter()
        .zip(&fit.mapping)
        .map(|((column, header), field)| Mapped {
            column: desk_model::column_letters(*column),
            header: header.clone(),
            field: field.as_ref().map(ToString::to_string),
        });
    let stem = place
        .path
        .file_stem()
        .map(|s| s.to_string_lossy().into_owned())
        .unwrap_or_default();
    let title = wishes
        .title
        .clone()
        .or_else(|| table.title.clone())
        .unwrap_or(stem);
    let skipped = count(table.left_out.len());
    Imported {
        file: place.path.display().to_string(),
        sheet: place.sheet.name.clone(),
        template: Some(template.id.clone()),
        confidence: fit.confidence,
        header_rows: table.header_rows.clone(),
        mapping: mapped.collect(),
        rows: RowCounts {
            read: count(table.records.len()) + skipped,
            imported: 0,
            skipped,
            held: 0,
        },
        catalogue: None,
        title,
        findings: Vec::new(),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn store(
    session: &mut Session,
    data: &Data,
    (place, table): (&Place<'_>, &Table),
    (shipped, fit): (&ShippedTemplate, &Fit),
    report: &Imported,
    wishes: &Wishes,
) -> Result<CatalogueId, ApiError> {
    let template = &shipped.template;
    let name = place
        .path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let new = NewCatalogue {
        template: template.key_of(),
        office: owner(session, wishes)?,
        title: report.title.clone(),
        period: (session.around.clock)().chars().take(4).collect(),
    };
    let columns = table.columns.iter().zip(&fit.mapping);
    let columns = columns
        .filter_map(|((column, _), field)| Some((field.clone()?, desk_model::column_letters(*column))));
    let source = Source {
        file: name.clone(),
        sha256: place.sha256.to_owned(),
        sheet: place.sheet.name.clone(),
        header_rows: table.header_rows.clone(),
        columns: columns.collect(),
    };
    let rows: Vec<(String, String, u32)> = table
        .records
        .iter()
        .map(|record| {
            let payload = payload(data, template, table, fit, &record.values);
            (payload.to_json(), search_text(template, &payload), record.row)
        })
        .collect();
    let kind = OpKind::new("import")
        .with("file", &name)
        .with("sheet", &source.sheet)
        .with("rows", &rows.len());
    let done = session.transact(&kind, |tx| {
        tx.templates().keep(&new.template, &shipped.text)?;
        let id = tx.catalogues().create(&new)?;
        let source = tx.sources().add(&source)?;
        let entries = rows.iter().map(|(payload, search, row)| NewEntry {
            payload,
            search,
            source_row: Some(*row),
        });
        tx.entries().append(id, Some(source), entries)?;
        Ok(id)
    })?;
    Ok(done.value)
}

fn owner(session: &Session, wishes: &Wishes) -> Result<OfficeCode, ApiError> {
    if let Some(office) = &wishes.office {
        return Ok(office.clone());
    }
    let own = session.library.setting("office")?.map(OfficeCode::from);
    let first = || {
        session
            .data()
            .offices
            .first()
            .map(|o| OfficeCode::from(o.code.as_str()))
    };
    own.or_else(first).ok_or_else(|| ApiError::new("asset_broken"))
}

/// A record's cells by field; columns that no field takes are kept as extra text.
fn payload(data: &Data, template: &Template, table: &Table, fit: &Fit, values: &[String]) -> Payload {
    let context = Context {
        lists: &data.lists,
        unit: table.unit.as_deref().and_then(AmountUnit::parse),
    };
    let mut payload = Payload::default();
    for (((_, header), field), text) in table.columns.iter().zip(&fit.mapping).zip(values) {
        match field.as_ref().and_then(|name| template.field(name.as_str())) {
            Some(field) => payload.set(field.name.clone(), convert::cell(field, text, &context)),
            None if text.is_empty() => {}
            None => drop(payload.extra.insert(header.as_str().into(), text.as_str().into())),
        }
    }
    payload
}

/// What the quick search finds an entry by.
pub fn search_text(template: &Template, payload: &Payload) -> String {
    let cells = template
        .search_fields()
        .iter()
        .filter_map(|name| payload.get(name.as_str()));
    cells.map(desk_model::Cell::written).collect::<Vec<_>>().join(" ")
}
