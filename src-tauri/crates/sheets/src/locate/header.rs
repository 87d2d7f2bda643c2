//! Header rows: one to four, with merged groups; each column gets a path such as `公开事项>一级事项`.

use super::squeezed;
use crate::cells::{Row, Sheet};

/// How far down a sheet a header is looked for.
const SEARCHED_ROWS: usize = 30;
/// The deepest header.
const DEEPEST: u32 = 4;
/// A label longer than this is a value or a note.
const LONGEST_LABEL: usize = 60;

/// Where the header is and what it says.
#[derive(Debug)]
pub struct Header {
    /// First row, 1-based.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// 0-based column and path.
    pub columns: Vec<(u32, String)>,
}

impl Header {
    /// The first row that looks like labels, with the rows that belong to it.
    pub fn find(sheet: &Sheet) -> Option<Self> {
        let widest = sheet.rows.iter().take(200).map(|row| row.cells.len()).max()?;
        let start = sheet
            .rows
            .iter()
            .take(SEARCHED_ROWS)
            .find(|row| is_header(sheet, row, widest))?;
        let bottom = bottom_of(sheet, start);
        let columns = paths(sheet, start.number, bottom);
        Some(Self {
            top: start.number,
            bottom,
            columns,
        })
    }
}

/// Labels are short, not numbers, and span most of the table's columns (a merged label counts for all it
/// covers).
fn is_header(sheet: &Sheet, row: &Row, widest: usize) -> bool {
    let covered: usize = row
        .cells
        .iter()
        .map(|(column, _)| width_at(sheet, row.number, *column))
        .sum();
    let labels = row.cells.iter().filter(|(_, text)| is_label(text)).count();
    let alone = row.cells.len() == 1 && widest > 1;
    !alone && covered * 10 >= widest * 6 && labels == row.cells.len()
}

fn width_at(sheet: &Sheet, row: u32, column: u32) -> usize {
    let merge = sheet.merge_at(row, column);
    merge.map_or(1, |m| usize::try_from(m.right - m.left + 1).unwrap_or(usize::MAX))
}

fn is_label(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= LONGEST_LABEL && text.parse::<f64>().is_err() && super::unit_of(text).is_none()
}

/// The header ends where its vertical merges end; a group over several columns needs the row below it.
fn bottom_of(sheet: &Sheet, start: &Row) -> u32 {
    let mut bottom = start.number;
    let mut row = start.number;
    while row <= bottom && row < start.number + DEEPEST {
        for (column, _) in sheet.row(row).map(|r| r.cells.as_slice()).unwrap_or_default() {
            let Some(merge) = sheet.merge_at(row, *column) else {
                continue;
            };
            let group = merge.right > merge.left
                && merge.top == merge.bottom
                && has_labels_below(sheet, merge.bottom + 1, merge.left, merge.right);
            bottom = bottom.max(merge.bottom + u32::from(group));
        }
        row += 1;
    }
    bottom.min(start.number + DEEPEST - 1)
}

fn has_labels_below(sheet: &Sheet, row: u32, left: u32, right: u32) -> bool {
    let Some(below) = sheet.row(row) else { return false };
    let texts: Vec<&str> = (left..=right)
        .map(|c| below.text(c))
        .filter(|t| !t.is_empty())
        .collect();
    !texts.is_empty() && texts.iter().all(|text| is_label(text))
}

fn paths(sheet: &Sheet, top: u32, bottom: u32) -> Vec<(u32, String)> {
    let rows = (top..=bottom).filter_map(|number| sheet.row(number));
    let last = rows
        .flat_map(|row| row.cells.iter())
        .map(|(column, _)| *column)
        .max()
        .unwrap_or(0);
    let merged = sheet
        .merges
        .iter()
        .filter(|m| (top..=bottom).contains(&m.top))
        .map(|m| m.right)
        .max();
    (0..=last.max(merged.unwrap_or(0)))
        .map(|column| (column, path(sheet, top, bottom, column)))
        .collect()
}

fn path(sheet: &Sheet, top: u32, bottom: u32, column: u32) -> String {
    let mut labels: Vec<String> = Vec::new();
    for row in top..=bottom {
        let (at_row, at_column) = sheet
            .merge_at(row, column)
            .map_or((row, column), |m| (m.top, m.left));
        let label = squeezed(sheet.row(at_row).map_or("", |r| r.text(at_column)));
        if !label.is_empty() && labels.last() != Some(&label) {
            labels.push(label);
        }
    }
    labels.join(">")
}
