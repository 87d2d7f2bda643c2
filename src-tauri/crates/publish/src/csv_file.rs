//! One catalogue as csv for machines: UTF-8, machine names in the header, `\r\n`, texts exactly as they are.
//! A text that begins with `=` stays data here; only the workbook is opened by people, and there it is a string.

use crate::profile::PackageForm;
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
    form: &PackageForm,
) -> Vec<CsvColumn> {
    let fields = issue.template.fields.iter().zip(&survey.columns);
    fields
        .flat_map(|(field, column)| shape::columns(field, *column, lists, &form.csv))
        .collect()
}

/// Writes the file.
pub(crate) fn write(
    path: &Path,
    (issue, survey): (&Issue<'_>, &Survey),
    (lists, form): (&CodeLists, &PackageForm),
    step: &mut dyn FnMut() -> Result<(), PublishError>,
) -> Result<(), PublishError> {
    rows(path, (issue, survey), (lists, form), step).map_err(|failure| failure.of_file(path))
}

fn rows(
    path: &Path,
    (issue, survey): (&Issue<'_>, &Survey),
    (lists, form): (&CodeLists, &PackageForm),
    step: &mut dyn FnMut() -> Result<(), PublishError>,
) -> Result<(), PublishError> {
    let mut file = BufWriter::new(File::create(path).map_err(error::at(path))?);
    if form.csv.bom {
        file.write_all("\u{FEFF}".as_bytes()).map_err(error::at(path))?;
    }
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(file);
    writer.write_record(
        columns(issue, survey, lists, form)
            .iter()
            .map(|column| &column.name),
    )?;
    let fields = &issue.template.fields;
    issue.entries.each(&mut |payload| {
        for (field, column) in fields.iter().zip(&survey.columns) {
            let cell = payload.get(field.name.as_str());
            for text in shape::texts(field, column.shape, cell, lists, &form.csv) {
                writer.write_field(text)?;
            }
        }
        writer.write_record(None::<&[u8]>)?;
        step()
    })?;
    writer.flush().map_err(error::at(path))?;
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use crate::snapshot::Publisher;
    use desk_model::{Payload, Template};

    #[test]
    fn a_full_disk_is_told_with_the_file_that_had_no_room() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
        let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
        let template = text("templates/grassroots/grassroots_catalogue.toml");
        let template = Template::from_toml("template", &template).unwrap();
        let profile = crate::Profile::from_toml("profile", &text("portals/datapackage.toml")).unwrap();
        let crate::Form::Package(form) = profile.form;
        let entries = vec![Payload::default(); 10_000];
        let issue = Issue {
            id: 1,
            title: String::new(),
            period: String::new(),
            office: Publisher {
                code: String::new(),
                title: String::new(),
            },
            updated_at: String::new(),
            template: &template,
            entries: &entries,
            count: 10_000,
        };
        let lists = CodeLists::new();
        let survey = crate::survey::survey(&issue, &lists).unwrap();
        let full = Path::new("/dev/full");
        let failure = write(full, (&issue, &survey), (&lists, &form), &mut || Ok(())).unwrap_err();
        assert_eq!(
            failure.reason(),
            Some(std::io::ErrorKind::StorageFull),
            "{failure}"
        );
    }
}
