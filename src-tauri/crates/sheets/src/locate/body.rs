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

/// Records and what is left out, together every non-empty row below the header.
pub fn read(sheet: &Sheet, header: &Header) -> (Vec<Record>, Vec<LeftOut>) {
    let mut body = Body {
        sheet,
        header,
        records: Vec::new(),
        left_out: Vec::new(),
        section: None,
        in_notes: false,
    };
    for row in sheet.rows.iter().filter(|row| row.number > header.bottom) {
        body.take(row);
    }
    (body.records, body.left_out)
}

struct Body<'a> {
    sheet: &'a Sheet,
    header: &'a Header,
    records: Vec<Record>,
    left_out: Vec<LeftOut>,
    section: Option<String>,
    in_notes: bool,
}

impl Body<'_> {
    fn take(&mut self, row: &Row) {
        let Some(reason) = self.reason(row) else {
            let values = self.values(row);
            self.records.push(Record {
                row: row.number,
                values,
                section: self.section.clone(),
            });
            return;
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
            Reason::RepeatedHeader | Reason::Total => {}
        }
        self.left_out.push(LeftOut {
            row: row.number,
            reason,
            text,
        });
    }

    fn reason(&self, row: &Row) -> Option<Reason> {
        let first = squeezed(row.cells.first().map_or("", |(_, text)| text));
        let begins = |words: &[&str]| words.iter().any(|word| first.starts_with(word));
        let alone = row.cells.len() == 1 && self.header.columns.len() > 2;
        if self.repeats_header(row) {
            Some(Reason::RepeatedHeader)
        } else if begins(&NOTES) || (self.in_notes && alone) {
            Some(Reason::Note)
        } else if TOTALS.contains(&first.as_str()) {
            Some(Reason::Total)
        } else if alone && self.spans_the_table(row) {
            Some(Reason::Section)
        } else {
            None
        }
    }

    fn repeats_header(&self, row: &Row) -> bool {
        let label = |row: &Row| {
            row.cells
                .iter()
                .map(|(c, text)| (*c, squeezed(text)))
                .collect::<Vec<_>>()
        };
        let header = (self.header.top..=self.header.bottom).filter_map(|number| self.sheet.row(number));
        row.cells.len() > 1 && header.into_iter().any(|h| label(h) == label(row))
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
            && let Some(above) = self.records.last()
        {
            return above.values[index].clone();
        }
        text.to_owned()
    }
}
