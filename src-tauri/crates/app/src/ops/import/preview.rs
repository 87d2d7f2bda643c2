//! The import wizard: what a file holds in words, another template for one table, and the decided import.

use super::decide::{self, Decision, ranked};
use super::{FileRead, Located, SheetSeen, Taken, Verdict, Wishes, count, take_in};
use crate::api::ApiError;
use crate::api::finding::Counts;
use crate::api::import::{
    ImportColumn, ImportPreview, ImportRequest, ImportResult, ImportSheet, ImportTable, ImportTableRequest,
    ImportedCatalogue, LeftOutRow, Recognised, SampleRow,
};
use crate::data::{Data, ShippedTemplate};
use crate::job::Job;
use crate::ops::{check, log, reading};
use crate::session::Session;
use desk_model::{CatalogueId, FieldName};
use desk_sheets::Head;
use desk_sheets::recognise::{Fit, fit};
use std::path::Path;

/// What a file holds, sheet by sheet.
pub fn preview(data: &Data, file: &FileRead) -> ImportPreview {
    let sheet = |sheet: &SheetSeen| {
        let numbered = file.tables.iter().enumerate();
        let tables: Vec<ImportTable> = numbered
            .filter(|(_, located)| located.sheet == sheet.name)
            .map(|(index, located)| table(data, count(index + 1), located, None))
            .collect();
        ImportSheet {
            sheet: sheet.name.clone(),
            hidden: sheet.hidden,
            note: note(data, sheet, &tables),
            tables,
        }
    };
    ImportPreview {
        file: file.path.display().to_string(),
        hash: file.sha256.clone(),
        sheets: file.sheets.iter().map(sheet).collect(),
    }
}

/// What else a person must know of a sheet: nothing hidden is read in silence.
fn note(data: &Data, sheet: &SheetSeen, tables: &[ImportTable]) -> Option<String> {
    let words = data.words();
    if tables.is_empty() {
        return Some(words.plain("reading.no_table"));
    }
    let (rows, columns) = (sheet.hidden_rows.to_string(), sheet.hidden_columns.to_string());
    let hidden_parts = sheet.hidden_rows + sheet.hidden_columns > 0;
    let parts = || {
        words.say(
            "reading.hidden_parts",
            [("rows", rows.as_str()), ("columns", &columns)],
        )
    };
    hidden_parts.then(parts)
}

/// One table seen through the template a person chose.
pub fn remap(data: &Data, file: &FileRead, number: u32, template: &str) -> Result<ImportTable, ApiError> {
    let located = numbered(file, number)?;
    let shipped = data
        .template(template)
        .ok_or_else(|| ApiError::new("template_not_found").with("id", template))?;
    Ok(table(data, number, located, Some(shipped)))
}

fn numbered(file: &FileRead, number: u32) -> Result<&Located, ApiError> {
    let index = usize::try_from(number).unwrap_or_default().checked_sub(1);
    index
        .and_then(|index| file.tables.get(index))
        .ok_or_else(|| ApiError::new("bad_request").detail(&number))
}

fn table(data: &Data, number: u32, located: &Located, chosen: Option<&ShippedTemplate>) -> ImportTable {
    let head = &located.head;
    let fits = ranked(data, head);
    let view = |(shipped, fit): &(&ShippedTemplate, Fit)| recognised(data, shipped, fit);
    let best = match chosen {
        Some(shipped) => Some((shipped, fit(head, &shipped.template))),
        None => fits.first().map(|(shipped, fit)| (*shipped, fit.clone())),
    };
    let best = best.filter(|(_, fit)| chosen.is_some() || fit.confidence >= decide::SURE_ENOUGH);
    let mapping = best
        .as_ref()
        .map_or_else(|| vec![None; head.columns.len()], |(_, fit)| fit.mapping.clone());
    ImportTable {
        table: number,
        title: head.title.clone(),
        unit: head.unit.clone(),
        header_rows: head.header_rows.clone(),
        columns: columns(located),
        recognised: best.as_ref().map(view),
        alternatives: fits.iter().map(view).collect(),
        mapping: decide::mapped(head, &mapping),
        sample: located.sample.iter().map(sample).collect(),
        records: located.records,
        left_out: located.left_out.iter().map(|row| left_out(data, row)).collect(),
    }
}

fn columns(located: &Located) -> Vec<ImportColumn> {
    let columns = located.head.columns.iter();
    columns
        .map(|(column, header)| ImportColumn {
            column: desk_model::column_letters(*column),
            header: header.clone(),
        })
        .collect()
}

fn sample(record: &desk_sheets::Record) -> SampleRow {
    SampleRow {
        row: record.row,
        values: record.values.clone(),
    }
}

fn left_out(data: &Data, row: &desk_sheets::LeftOut) -> LeftOutRow {
    let key = format!("left_out.{}", reading::reason_word(row.reason));
    LeftOutRow {
        row: row.row,
        reason: data.words().plain(&key),
        text: row.text.clone(),
    }
}

fn recognised(data: &Data, shipped: &ShippedTemplate, fit: &Fit) -> Recognised {
    let words = data.words();
    let (matched, all) = (fit.columns.0.to_string(), fit.columns.1.to_string());
    let missing: Vec<&str> = shipped
        .template
        .recognise
        .must
        .iter()
        .filter(|name| !fit.mapping.contains(&Some((*name).clone())))
        .filter_map(|name| shipped.template.field(name.as_str()))
        .map(|field| &*field.title)
        .collect();
    let params = [
        ("matched", matched.as_str()),
        ("all", &all),
        ("missing", &missing.join("、")),
    ];
    let key = if missing.is_empty() {
        "reading.fits"
    } else {
        "reading.fits_without"
    };
    Recognised {
        template_id: shipped.template.id.to_string(),
        title: shipped.template.title_in(words.lang()).to_owned(),
        confidence: fit.confidence,
        reason: words.say(key, params),
    }
}

/// Imports what the person decided as one operation, then checks the new catalogues.
pub fn run(session: &mut Session, request: &ImportRequest, job: &Job) -> Result<ImportResult, ApiError> {
    if request.tables.is_empty() {
        return Err(ApiError::new("nothing_to_import").with("file", &request.file));
    }
    let mut number = 0;
    let mut decide = |_: &str, head: &Head| {
        number += 1;
        let wanted = request.tables.iter().find(|wanted| wanted.table == number);
        Ok(Verdict {
            wanted: wanted.is_some(),
            decision: wanted.map_or_else(Decision::none, |wanted| decision(head, wanted)),
        })
    };
    let wishes = Wishes {
        office: Some(request.office.as_str().into()),
        ..Wishes::default()
    };
    let done = take_in(session, Path::new(&request.file), &mut decide, &wishes, job)?;
    let mut catalogues = Vec::new();
    for taken in &done.value {
        if let Some(id) = taken.catalogue {
            catalogues.push(imported(session, taken, id, job)?);
        }
    }
    Ok(ImportResult {
        catalogues,
        changed: log::changed(session, &done)?,
    })
}

fn decision(head: &Head, wanted: &ImportTableRequest) -> Decision {
    let field = |column: u32| {
        let letters = desk_model::column_letters(column);
        let choice = wanted.mapping.iter().find(|choice| choice.column == letters);
        choice
            .and_then(|choice| choice.field.as_deref())
            .map(FieldName::from)
    };
    Decision {
        template: wanted.template_id.as_str().into(),
        mapping: head.columns.iter().map(|(column, _)| field(*column)).collect(),
        title: wanted.title.clone(),
    }
}

/// A cancelled check keeps the import: the rows are stored, the clerk checks again when there is time.
fn imported(
    session: &mut Session,
    taken: &Taken,
    id: CatalogueId,
    job: &Job,
) -> Result<ImportedCatalogue, ApiError> {
    let mut counts = Counts::default();
    if !job.is_cancelled() {
        match check::catalogue(session, id, job) {
            Ok(findings) => findings.iter().for_each(|finding| counts.add(finding.severity)),
            Err(error) if error.code == "cancelled" => {}
            Err(error) => return Err(error),
        }
    }
    Ok(ImportedCatalogue {
        id: id.to_string(),
        title: taken.verdict.decision.title.clone(),
        sheet: taken.sheet.clone(),
        rows: taken.rows(),
        findings: counts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_without_a_field_stays_beside_the_entry_and_is_never_dropped() {
        let head = Head {
            columns: vec![(0, "序号".to_owned()), (2, "事项名称".to_owned())],
            ..Head::default()
        };
        let choice = |column: &str, field: Option<&str>| crate::api::import::ColumnChoice {
            column: column.to_owned(),
            field: field.map(ToOwned::to_owned),
        };
        let wanted = ImportTableRequest {
            sheet: "一".to_owned(),
            table: 1,
            template_id: "t".to_owned(),
            title: "目录".to_owned(),
            mapping: vec![choice("C", Some("item")), choice("A", None)],
        };
        assert_eq!(decision(&head, &wanted).mapping, [None, Some("item".into())]);
    }
}
