//! Plain workbooks that report on work done: a heading row, texts, nothing else.

use crate::{PublishError, error};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook};
use std::path::Path;

/// One sheet of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSheet {
    /// Its name.
    pub name: String,
    /// Headings and their widths in Chinese characters.
    pub columns: Vec<(String, u16)>,
    /// Rows of texts.
    pub rows: Vec<Vec<String>>,
}

/// Writes a report; the file takes its name only when it is whole.
pub fn write_report(path: &Path, sheets: &[ReportSheet]) -> Result<(), PublishError> {
    let above = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    if !above.is_dir() {
        return Err(PublishError::NoFolder {
            path: above.to_owned(),
        });
    }
    let cell = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin);
    let head = cell.clone().set_bold().set_align(FormatAlign::Center);
    let mut workbook = Workbook::new();
    for report in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&report.name)?;
        for (column, (title, width)) in (0u16..).zip(&report.columns) {
            sheet.set_column_width(column, f64::from(*width) * 2.0 + 1.0)?;
            sheet.write_string_with_format(0, column, title, &head)?;
        }
        for (row, texts) in (1u32..).zip(&report.rows) {
            for (column, text) in (0u16..).zip(texts) {
                sheet.write_string_with_format(row, column, text, &cell)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        if let Ok(last) = u16::try_from(report.columns.len().saturating_sub(1)) {
            sheet.autofilter(0, 0, u32::try_from(report.rows.len()).unwrap_or(u32::MAX), last)?;
        }
    }
    let unfinished = tempfile::NamedTempFile::new_in(above).map_err(error::at(above))?;
    workbook.save_to_writer(unfinished.as_file())?;
    unfinished.as_file().sync_all().map_err(error::at(path))?;
    unfinished
        .persist(path)
        .map_err(|failed| error::at(path)(failed.error))?;
    Ok(())
}
