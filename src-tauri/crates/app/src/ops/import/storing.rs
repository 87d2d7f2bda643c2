//! Converting records and storing them: all tables of one file are one operation.

use super::{Decision, FileRead, Located, Wishes};
use crate::api::ApiError;
use crate::data::{Data, ShippedTemplate};
use crate::job::Job;
use crate::ops::entries;
use crate::session::Session;
use desk_model::{AmountUnit, CatalogueId, OfficeCode, Payload, Template};
use desk_sheets::Record;
use desk_store::{Changed, NewCatalogue, NewEntry, OpKind, Source, Tx};

/// So many rows are converted and stored before progress is told.
const BATCH: usize = 1000;

/// Stores the decided tables of a file; nothing of them is left when one fails or the job is cancelled.
pub fn store(
    session: &mut Session,
    file: &FileRead,
    tables: &[(&Located, &Decision)],
    wishes: &Wishes,
    job: &Job,
) -> Result<Changed<Vec<CatalogueId>>, ApiError> {
    let data = std::sync::Arc::clone(&session.around.data);
    let office = owner(session, wishes)?;
    let today = (session.around.clock)();
    let period = wishes
        .period
        .clone()
        .unwrap_or_else(|| today.chars().take(4).collect());
    let rows = tables
        .iter()
        .map(|(located, _)| located.table.records.len())
        .sum::<usize>();
    let kind = OpKind::new("import")
        .with("file", &name(file))
        .with(
            "sheet",
            &tables
                .iter()
                .map(|(located, _)| located.sheet.as_str())
                .collect::<Vec<_>>()
                .join("、"),
        )
        .with("rows", &rows);
    let mut progress = Stored {
        job,
        done: 0,
        total: u64::try_from(rows).unwrap_or(u64::MAX),
    };
    session.transact(&kind, |tx| {
        let mut made = Vec::new();
        for (located, decision) in tables {
            let shipped = data
                .template(decision.template.as_str())
                .ok_or_else(|| ApiError::new("template_not_found").with("id", &decision.template))?;
            let new = NewCatalogue {
                template: shipped.template.key_of(),
                office: office.clone(),
                title: decision.title.clone(),
                period: period.clone(),
            };
            let source = source(file, located, decision);
            made.push(one(
                tx,
                (&data, shipped),
                (located, decision),
                (&new, &source),
                &mut progress,
            )?);
        }
        Ok(made)
    })
}

struct Stored<'j> {
    job: &'j Job,
    done: u64,
    total: u64,
}

fn name(file: &FileRead) -> String {
    let name = file.path.file_name();
    name.map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn source(file: &FileRead, located: &Located, decision: &Decision) -> Source {
    let columns = located.table.columns.iter().zip(&decision.mapping);
    let columns = columns
        .filter_map(|((column, _), field)| Some((field.clone()?, desk_model::column_letters(*column))));
    Source {
        file: name(file),
        sha256: file.sha256.clone(),
        sheet: located.sheet.clone(),
        header_rows: located.table.header_rows.clone(),
        columns: columns.collect(),
    }
}

fn one(
    tx: &mut Tx<'_>,
    (data, shipped): (&Data, &ShippedTemplate),
    (located, decision): (&Located, &Decision),
    (new, source): (&NewCatalogue, &Source),
    progress: &mut Stored<'_>,
) -> Result<CatalogueId, ApiError> {
    tx.templates().keep(&new.template, &shipped.text)?;
    let id = tx.catalogues().create(new)?;
    let source = tx.sources().add(source)?;
    for batch in located.table.records.chunks(BATCH) {
        let template = &shipped.template;
        let convert = |record: &Record| {
            let payload = payload(data, template, (located, decision), record);
            (payload.to_json(), search_text(template, &payload), record.row)
        };
        let rows: Vec<(String, String, u32)> = batch.iter().map(convert).collect();
        let entries = rows.iter().map(|(payload, search, row)| NewEntry {
            payload,
            search,
            source_row: Some(*row),
        });
        tx.entries().append(id, Some(source), entries)?;
        progress.done += u64::try_from(batch.len()).unwrap_or_default();
        progress
            .job
            .step("storing", progress.done, Some(progress.total))?;
    }
    Ok(id)
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
fn payload(
    data: &Data,
    template: &Template,
    (located, decision): (&Located, &Decision),
    record: &Record,
) -> Payload {
    let unit = located.table.unit.as_deref().and_then(AmountUnit::parse);
    let mut payload = Payload::default();
    let columns = located.table.columns.iter().zip(&decision.mapping);
    for (((_, header), field), text) in columns.zip(&record.values) {
        match field.as_ref().and_then(|name| template.field(name.as_str())) {
            Some(field) => payload.set(field.name.clone(), entries::read(data, field, text, unit)),
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
