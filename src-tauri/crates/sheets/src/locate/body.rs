//! Rows below the header: records, sections, totals, notes; merged cells and 同上 are filled.

use super::header::Header;
use super::{LeftOut, Reason, Record, squeezed};
use crate::cells::{Row, Sheet};

/// First words of a total.
const TOTALS: [&str; 3] = ["合计", "总计", "小计"];
/// First words of a note or a sign-off.
const NOTES: [&str; 8] = [
    "注：",
    "注:",
    "备注：",
    "备注:",
    "填表说明",
    "说明：",
    "填表人",
    "填报人",
];
/// Words that mean: the same as above.
const DITTO: [&str; 3] = ["同上", "〃", "″"];

/// Digits of Chinese numbering.
const CHINESE_DIGITS: &str = "一二三四五六七八九十";
/// The first number one level further in.
const FIRST_STEPS: [&str; 4] = ["(1)", "（1）", "(一)", "（一）"];

/// Hands over every non-empty row below the header, as a record or as left out with its reason; `out` stops the
/// walk by an error.
pub fn each<E>(sheet: &Sheet, header: &Header, out: &mut dyn FnMut(Below) -> Result<(), E>) -> Result<(), E> {
    let mut body = Body {
        sheet,
        header,
        above: None,
        section: None,
        group: Vec::new(),
        in_notes: false,
    };
    let mut rows = sheet
        .rows
        .iter()
        .filter(|row| row.number > header.bottom)
        .peekable();
    while let Some(row) = rows.next() {
        out(body.take(row, rows.peek().copied()))?;
    }
    Ok(())
}

/// A row below the header.
pub enum Below {
    /// It became a record.
    Record(Record),
    /// It did not.
    LeftOut(LeftOut),
}

struct Body<'a> {
    sheet: &'a Sheet,
    header: &'a Header,
    /// Values of the last record.
    above: Option<Vec<String>>,
    section: Option<String>,
    /// Columns and texts of the group row above, e.g. `一` and `外交` before the fees of that office.
    group: Vec<(u32, Box<str>)>,
    in_notes: bool,
}

impl Body<'_> {
    fn take(&mut self, row: &Row, next: Option<&Row>) -> Below {
        if self.group.iter().any(|(column, _)| !row.text(*column).is_empty()) {
            self.group.clear();
        }
        if self.is_group(row, next) {
            self.group.clone_from(&row.cells);
        }
        let Some(reason) = self.reason(row, next) else {
            let values = self.values(row);
            self.above = Some(values.clone());
            return Below::Record(Record {
                row: row.number,
                values,
                section: self.section.clone(),
            });
        };
        let text = row
            .cells
            .iter()
            .map(|(_, text)| text.trim())
            .collect::<Vec<_>>()
            .join(" ");
        match reason {
            Reason::Section => self.section = Some(text.clone()),
            Reason::Note => self.in_notes = true,
            Reason::RepeatedHeader | Reason::Total | Reason::Parent => {}
        }
        Below::LeftOut(LeftOut {
            row: row.number,
            reason,
            text,
        })
    }

    fn reason(&self, row: &Row, next: Option<&Row>) -> Option<Reason> {
        let first = squeezed(row.cells.first().map_or("", |(_, text)| text));
        let bare = without_numbering(&first);
        let begins = |words: &[&str]| words.iter().any(|word| first.starts_with(word));
        let alone = row.cells.len() == 1 && self.header.columns.len() > 2;
        if self.repeats_header(row) {
            Some(Reason::RepeatedHeader)
        } else if begins(&NOTES) || (self.in_notes && alone) {
            Some(Reason::Note)
        } else if TOTALS.contains(&bare) || (bare != first && TOTALS.iter().any(|word| bare.ends_with(word)))
        {
            Some(Reason::Total)
        } else if alone
            && (self.spans_the_table(row) || (next.is_some() && self.heads_a_chapter(row, &first)))
        {
            Some(Reason::Section)
        } else if self.is_group(row, next) || (alone && names_the_next(row, next)) {
            Some(Reason::Parent)
        } else {
            None
        }
    }

    /// `二、相关统计数` alone in the first column.
    fn heads_a_chapter(&self, row: &Row, first: &str) -> bool {
        let at_left =
            row.cells.first().map(|(column, _)| *column) == self.header.columns.first().map(|(c, _)| *c);
        let number: String = first
            .chars()
            .take_while(|c| CHINESE_DIGITS.contains(*c))
            .collect();
        at_left && !number.is_empty() && first[number.len()..].starts_with('、')
    }

    /// Filled in the leading columns only, which the next row leaves blank.
    fn is_group(&self, row: &Row, next: Option<&Row>) -> bool {
        let filled = row.cells.len();
        let leading = row
            .cells
            .iter()
            .zip(&self.header.columns)
            .all(|((column, _), (own, _))| column == own);
        let Some(next) = next.filter(|_| leading && filled >= 2 && filled * 2 < self.header.columns.len())
        else {
            return false;
        };
        let blank = row
            .cells
            .iter()
            .all(|(column, _)| next.text(*column).trim().is_empty());
        let merged = row
            .cells
            .iter()
            .any(|(column, _)| self.sheet.merge_at(row.number, *column).is_some());
        blank && !merged && next.cells.len() > 1 && !self.repeats_header(next)
    }

    fn repeats_header(&self, row: &Row) -> bool {
        let same = |header: &Row| {
            let mut cells = header.cells.iter().zip(&row.cells);
            header.cells.len() == row.cells.len()
                && cells.all(|((a, label), (b, text))| a == b && squeezed(label) == squeezed(text))
        };
        let mut header = (self.header.top..=self.header.bottom).filter_map(|number| self.sheet.row(number));
        row.cells.len() > 1 && header.any(same)
    }

    /// One cell merged over most of the table.
    fn spans_the_table(&self, row: &Row) -> bool {
        let Some(merge) = row
            .cells
            .first()
            .and_then(|(column, _)| self.sheet.merge_at(row.number, *column))
        else {
            return false;
        };
        let width = usize::try_from(merge.right - merge.left + 1).unwrap_or(usize::MAX);
        width * 2 > self.header.columns.len()
    }

    fn values(&self, row: &Row) -> Vec<String> {
        let columns = self.header.columns.iter().enumerate();
        columns
            .map(|(index, (column, _))| self.value(row, index, *column))
            .collect()
    }

    fn value(&self, row: &Row, index: usize, column: u32) -> String {
        let merge = self.sheet.merge_at(row.number, column);
        let from = merge
            .filter(|m| m.left == column && m.top > self.header.bottom)
            .map_or(row.number, |m| m.top);
        let text = self.sheet.row(from).map_or("", |r| r.text(column)).trim();
        if DITTO.contains(&text)
            && let Some(above) = &self.above
        {
            return above[index].clone();
        }
        if text.is_empty()
            && let Some((_, group)) = self.group.iter().find(|(own, _)| *own == column)
        {
            return squeezed(group);
        }
        text.to_owned()
    }
}

/// `一、支出合计` → `支出合计`; a text without numbering as it is.
fn without_numbering(text: &str) -> &str {
    let number: usize = text
        .chars()
        .take_while(|c| c.is_ascii_digit() || CHINESE_DIGITS.contains(*c))
        .map(char::len_utf8)
        .sum();
    let rest = &text[number..];
    match rest.strip_prefix(['、', '.', '．']) {
        Some(bare) if number > 0 => bare,
        _ => text,
    }
}

/// `2.签证费` alone above `(1)代办外国签证`.
fn names_the_next(row: &Row, next: Option<&Row>) -> bool {
    let (Some((column, _)), Some(next)) = (row.cells.first(), next) else {
        return false;
    };
    let below = squeezed(next.text(*column));
    let steps_in = FIRST_STEPS.iter().any(|step| below.starts_with(step));
    let own = squeezed(row.text(*column));
    steps_in && next.cells.len() > 1 && !FIRST_STEPS.iter().any(|step| own.starts_with(step))
}
