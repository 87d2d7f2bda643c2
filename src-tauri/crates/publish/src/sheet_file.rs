//! One catalogue as the official workbook: title, two header rows, frozen and repeated on each printed page,
//! drop-downs for code lists. Texts are always strings, so nothing a cell holds is ever run as a formula.

use crate::profile::{PackageForm, WorkbookPart, filled};
use crate::snapshot::{Edition, Issue};
use crate::{PublishError, shape};
use desk_model::{CodeLists, DatePrecision, Field, FieldType, Payload, Value};
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet,
};
use std::collections::BTreeSet;
use std::path::Path;

/// Rows of title, line and two header levels.
const TITLE: u32 = 0;
const LINE: u32 = 1;
const GROUPS: u32 = 2;
const TITLES: u32 = 3;
/// First row of entries, 0-based.
pub(crate) const FIRST_ENTRY: u32 = 4;
/// Paper sizes by their number in workbooks.
const A3: u8 = 8;
const A4: u8 = 9;
/// Digits that a workbook's numbers keep exactly.
const EXACT_DIGITS: usize = 15;
/// The day of the edition when its time cannot be read: workbooks need some day, and never the clock's.
const NO_DAY: (u16, u8, u8) = (1980, 1, 1);

struct Formats {
    title: Format,
    line: Format,
    header: Format,
    text: Format,
    number: Format,
    day: Format,
}

impl Formats {
    fn new(part: &WorkbookPart) -> Self {
        let plain = Format::new().set_font_name(&part.font).set_font_size(10);
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter);
        Self {
            title: plain
                .clone()
                .set_bold()
                .set_font_size(16)
                .set_align(FormatAlign::Center),
            line: plain.set_align(FormatAlign::Left),
            header: cell
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00EE_F1F4)),
            text: cell.clone().set_text_wrap(),
            number: cell.clone().set_align(FormatAlign::Right),
            day: cell.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center),
        }
    }
}

/// Writes the file; `data` is the path of the csv file inside the package. Returns how many sheets it took.
pub(crate) fn write(
    path: &Path,
    (issue, fields, edition): (&Issue<'_>, &[&Field], &Edition),
    (lists, form, data): (&CodeLists, &PackageForm, &str),
    step: &mut dyn FnMut() -> Result<(), PublishError>,
) -> Result<u32, PublishError> {
    let mut book = Book {
        workbook: Workbook::new(),
        formats: Formats::new(&form.workbook),
        issue,
        fields,
        lists,
        form,
        cut: filled(&form.workbook.cut, &[("file", data)]),
        sheets: 0,
        row: FIRST_ENTRY,
    };
    let written = book.write(path, edition, step);
    written.map_err(|failure| failure.of_file(path))?;
    Ok(book.sheets)
}

/// One workbook being written: only the row at hand is in memory.
struct Book<'a> {
    workbook: Workbook,
    formats: Formats,
    issue: &'a Issue<'a>,
    fields: &'a [&'a Field],
    lists: &'a CodeLists,
    form: &'a PackageForm,
    cut: String,
    sheets: u32,
    /// Next free row of the sheet at hand.
    row: u32,
}

impl Book<'_> {
    fn write(
        &mut self,
        path: &Path,
        edition: &Edition,
        step: &mut dyn FnMut() -> Result<(), PublishError>,
    ) -> Result<(), PublishError> {
        self.workbook
            .set_tempdir(path.parent().unwrap_or(Path::new(".")))?;
        self.workbook.set_properties(&properties(self.issue, edition)?);
        self.open_sheet()?;
        let issue = self.issue;
        issue.entries.each(&mut |payload| {
            if self.row - FIRST_ENTRY >= self.form.workbook.rows.max(1) {
                self.close_sheet()?;
                self.open_sheet()?;
            }
            self.entry(payload)?;
            step()
        })?;
        self.close_sheet()?;
        self.workbook.save(path)?;
        Ok(())
    }

    fn open_sheet(&mut self) -> Result<(), PublishError> {
        self.sheets += 1;
        self.row = FIRST_ENTRY;
        let name = &self.form.workbook.sheet;
        let name = if self.sheets == 1 {
            name.clone()
        } else {
            format!("{name}{}", self.sheets)
        };
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(&name)?;
        heading(
            sheet,
            (self.issue, self.fields),
            &self.form.workbook,
            &self.formats,
        )
    }

    fn close_sheet(&mut self) -> Result<(), PublishError> {
        let (part, row) = (&self.form.workbook, self.row);
        let sheet = self.workbook.worksheet_from_index(self.sheets as usize - 1)?;
        choices(sheet, self.fields, self.lists, (part, row))?;
        page(sheet, self.fields, part)
    }

    fn entry(&mut self, payload: &Payload) -> Result<(), PublishError> {
        let sheet = self.workbook.worksheet_from_index(self.sheets as usize - 1)?;
        for (column, field) in (0u16..).zip(self.fields) {
            let cell = payload.get(field.name.as_str());
            let value = cell.map_or(&Value::Blank, |cell| &cell.value);
            let place = (self.row, column);
            if typed(sheet, place, (field, value), &self.formats)? {
                continue;
            }
            let text = shape::shown(field, cell, self.lists, self.form.ticks);
            let text = if field.kind == FieldType::Markdown {
                desk_markup::to_plain(&text)
            } else {
                text
            };
            let text = within(text, self.form.workbook.longest_text, &self.cut);
            if text.is_empty() {
                sheet.write_blank(place.0, column, &self.formats.text)?;
            } else {
                sheet.write_string_with_format(place.0, column, text, &self.formats.text)?;
            }
        }
        self.row += 1;
        Ok(())
    }
}

/// A text that a cell can hold; one that is too long ends by saying so.
fn within(text: String, longest: usize, cut: &str) -> String {
    if text.len() <= longest || text.encode_utf16().count() <= longest {
        return text;
    }
    let mut room = longest.saturating_sub(cut.encode_utf16().count());
    let kept = text.chars().take_while(|sign| {
        let fits = room >= sign.len_utf16();
        room = room.saturating_sub(sign.len_utf16());
        fits
    });
    kept.chain(cut.chars()).collect()
}

/// Writes a number or a date as such; false when the value is neither.
fn typed(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    (field, value): (&Field, &Value),
    formats: &Formats,
) -> Result<bool, PublishError> {
    let number = match value {
        Value::Integer(n) => exact(&n.to_string(), n.to_f64()),
        Value::Decimal(d) => exact(&d.to_string(), d.to_f64()),
        Value::Amount(a) if field.unit.as_deref().is_none_or(|unit| unit == a.unit.title()) => {
            exact(&a.number.to_string(), a.number.to_f64())
        }
        _ => None,
    };
    if let Some(number) = number {
        sheet.write_number_with_format(row, column, number, &formats.number)?;
    } else if let Some(date) = full_date(value) {
        sheet.write_datetime_with_format(row, column, &date, &formats.day)?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

fn properties(issue: &Issue<'_>, edition: &Edition) -> Result<DocProperties, PublishError> {
    let moment = moment(&edition.at)?;
    Ok(DocProperties::new()
        .set_title(&issue.title)
        .set_author(&issue.office.title)
        .set_creation_datetime(&moment))
}

/// `2026-11-23T14:05:09+08:00` as written, without its offset.
fn moment(at: &str) -> Result<ExcelDateTime, PublishError> {
    let number = |from: usize, to: usize| at.get(from..to).and_then(|digits| digits.parse::<u16>().ok());
    let small = |from, to| number(from, to).and_then(|n| u8::try_from(n).ok());
    let day = number(0, 4).zip(small(5, 7)).zip(small(8, 10));
    let ((year, month), day) = day.unwrap_or(((NO_DAY.0, NO_DAY.1), NO_DAY.2));
    let date = ExcelDateTime::from_ymd(year, month, day)?;
    match number(11, 13).zip(small(14, 16)).zip(small(17, 19)) {
        Some(((hour, minute), second)) => Ok(date.and_hms(hour, minute, f64::from(second))?),
        None => Ok(date),
    }
}

fn heading(
    sheet: &mut Worksheet,
    (issue, fields): (&Issue<'_>, &[&Field]),
    part: &WorkbookPart,
    formats: &Formats,
) -> Result<(), PublishError> {
    for (column, width) in (0u16..).zip(widths(fields, part)) {
        sheet.set_column_width(column, width)?;
    }
    let last = u16::try_from(fields.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let date = issue.updated_at.get(..10).unwrap_or_default();
    let words = [
        ("office", issue.office.title.as_str()),
        ("period", &issue.period),
        ("date", date),
    ];
    span(sheet, (TITLE, 0, TITLE, last), &issue.title, &formats.title)?;
    sheet.set_row_height(TITLE, 30)?;
    span(
        sheet,
        (LINE, 0, LINE, last),
        &(filled(&part.line, &words) + &unit_words(fields, part)),
        &formats.line,
    )?;
    let mut column = 0usize;
    // The second level is written after the first: a merge writes ahead only below itself.
    let mut second = Vec::new();
    while let Some(field) = fields.get(column) {
        let group = field.group.as_deref();
        let same = fields[column..]
            .iter()
            .take_while(|f| group.is_some() && f.group.as_deref() == group)
            .count();
        let width = same.max(1);
        let (first, end) = (at(column), at(column + width - 1));
        match group {
            Some(group) => {
                span(sheet, (GROUPS, first, GROUPS, end), group, &formats.header)?;
                second.extend((column..column + width).map(|index| (at(index), &*fields[index].title)));
            }
            None => span(
                sheet,
                (GROUPS, first, TITLES, first),
                &field.title,
                &formats.header,
            )?,
        }
        column += width;
    }
    for (column, title) in second {
        sheet.write_string_with_format(TITLES, column, title, &formats.header)?;
    }
    Ok(())
}

/// Column widths in Latin characters, as Excel counts. A table wider than the printed page is narrowed, but
/// only so far that it stays readable.
fn widths(fields: &[&Field], part: &WorkbookPart) -> Vec<f64> {
    let all = full_width(fields);
    let scale = if all > part.page_width {
        (f64::from(part.page_width) / f64::from(all)).max(f64::from(part.least_percent) / 100.0)
    } else {
        1.0
    };
    let narrowed = |field: &&Field| (f64::from(field.width) * scale).max(f64::from(part.narrowest));
    fields.iter().map(|field| narrowed(field) * 2.0 + 1.0).collect()
}

/// Sum of the widths in Chinese characters.
fn full_width(fields: &[&Field]) -> u32 {
    fields.iter().map(|field| u32::from(field.width)).sum()
}

/// The unit of all amounts, when they share one.
fn unit_words(fields: &[&Field], part: &WorkbookPart) -> String {
    let amounts = fields.iter().filter(|field| field.kind == FieldType::Amount);
    let units: BTreeSet<&str> = amounts
        .map(|field| field.unit.as_deref().unwrap_or_default())
        .collect();
    match units.first() {
        Some(unit) if units.len() == 1 && !unit.is_empty() => filled(&part.unit, &[("unit", unit)]),
        _ => String::new(),
    }
}

fn at(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// Writes over several cells, or over one.
fn span(
    sheet: &mut Worksheet,
    (top, left, bottom, right): (u32, u16, u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), PublishError> {
    if (top, left) == (bottom, right) {
        sheet.write_string_with_format(top, left, text, format)?;
    } else {
        sheet.merge_range(top, left, bottom, right, text, format)?;
    }
    Ok(())
}

/// A number that a workbook keeps digit for digit.
fn exact(written: &str, number: Option<f64>) -> Option<f64> {
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    number.filter(|_| digits <= EXACT_DIGITS)
}

/// A full date that workbooks can hold (from 1900-03-01: earlier ones differ between programs).
fn full_date(value: &Value) -> Option<ExcelDateTime> {
    let Value::Date(date) = value else { return None };
    if date.precision() != DatePrecision::Day {
        return None;
    }
    let text = date.to_string();
    (text.as_str() >= "1900-03-01")
        .then(|| ExcelDateTime::parse_from_str(&text).ok())
        .flatten()
}

/// Drop-downs for the columns with a short code list; they cover the entries and some rows below.
fn choices(
    sheet: &mut Worksheet,
    fields: &[&Field],
    lists: &CodeLists,
    (part, end): (&WorkbookPart, u32),
) -> Result<(), PublishError> {
    for (column, field) in (0u16..).zip(fields) {
        let list = field.codes.as_ref().and_then(|id| lists.get(&**id));
        let Some(list) = list.filter(|list| field.kind == FieldType::Code && !list.codes.is_empty()) else {
            continue;
        };
        let titles: Vec<&str> = list.codes.iter().map(|code| &*code.title).collect();
        let length = titles
            .iter()
            .map(|title| title.chars().count() + 1)
            .sum::<usize>();
        if length > part.longest_choice || titles.iter().any(|title| title.contains(',')) {
            continue;
        }
        let rule = DataValidation::new().allow_list_strings(&titles)?;
        let bottom = end.max(FIRST_ENTRY + 1) - 1;
        sheet.add_data_validation(FIRST_ENTRY, column, bottom, column, &rule)?;
    }
    Ok(())
}

fn page(sheet: &mut Worksheet, fields: &[&Field], part: &WorkbookPart) -> Result<(), PublishError> {
    let frozen = fields.iter().take_while(|f| f.width <= 6).count().min(1);
    sheet.set_freeze_panes(FIRST_ENTRY, at(frozen))?;
    sheet.set_repeat_rows(GROUPS, TITLES)?;
    let too_wide = full_width(fields) * u32::from(part.least_percent) > part.page_width * 100;
    let paper = if too_wide { A3 } else { A4 };
    sheet
        .set_landscape()
        .set_paper_size(paper)
        .set_print_fit_to_pages(1, 0);
    sheet.set_footer(&part.footer);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_text_that_is_too_long_for_a_cell_ends_by_saying_where_the_whole_is() {
        assert_eq!(within("公开内容".to_owned(), 4, "……"), "公开内容");
        assert_eq!(within("公开内容𠮷".to_owned(), 5, "……"), "公开内……");
        assert_eq!(within("𠮷𠮷𠮷".to_owned(), 5, "…"), "𠮷𠮷…");
    }
}
