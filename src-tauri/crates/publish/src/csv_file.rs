//! One catalogue as csv for machines: UTF-8, machine names in the header, `\r\n`, texts exactly as they are.
//! A text that begins with `=` stays data here; only the workbook is opened by people, and there it is a string.

use crate::profile::Profile;
use crate::shape::{self, CsvColumn};
use crate::snapshot::Issue;
use crate::survey::Survey;
use crate::{PublishError, error};
use desk_model::CodeLists;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// The columns of a catalogue's csv file.
pub(crate) fn columns(
    issue: &Issue<'_>,
    survey: &Survey,
    lists: &CodeLists,
    profile: &Profile,
) -> Vec<CsvColumn> {
    let fields = issue.template.fields.iter().zip(&survey.columns);
    fields
        .flat_map(|(field, column)| shape::columns(field, *column, lists, &profile.csv))
        .collect()
}

/// Writes the file.
pub(crate) fn write(
    path: &Path,
    (issue, survey): (&Issue<'_>, &Survey),
    (lists, profile): (&CodeLists, &Profile),
    step: &mut dyn FnMut() -> Result<(), PublishError>,
) -> Result<(), PublishError> {
    let mut file = BufWriter::new(File::create(path).map_err(error::at(path))?);
    if profile.csv.bom {
        file.write_all("\u{FEFF}".as_bytes()).map_err(error::at(path))?;
    }
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(file);
    writer.write_record(
        columns(issue, survey, lists, profile)
            .iter()
            .map(|column| &column.name),
    )?;
    let fields = &issue.template.fields;
    issue.entries.each(&mut |payload| {
        for (field, column) in fields.iter().zip(&survey.columns) {
            let cell = payload.get(field.name.as_str());
            for text in shape::texts(field, column.shape, cell, lists, &profile.csv) {
                writer.write_field(text)?;
            }
        }
        writer.write_record(None::<&[u8]>)?;
        step()
    })?;
    writer.flush().map_err(error::at(path))?;
    Ok(())
}
