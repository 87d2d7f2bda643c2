//! A sheet as it stands: sparse rows of texts, merged ranges, what is hidden.

use crate::open::{Limits, OpenError};
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

/// The widest sheet that a spreadsheet program can hold.
const MOST_COLUMNS: u32 = 16_384;
/// A merged range of more rows than this is asked for every row.
const TALL: u32 = 200;

/// One non-empty row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// 1-based, as a person counts.
    pub number: u32,
    /// Texts by 0-based column, ascending; empty cells are left out.
    pub cells: Vec<(u32, Box<str>)>,
}

impl Row {
    /// The text of a column; empty when there is none.
    pub fn text(&self, column: u32) -> &str {
        self.cells
            .binary_search_by_key(&column, |(c, _)| *c)
            .map_or("", |at| &self.cells[at].1)
    }
}

/// A merged range; rows 1-based, columns 0-based, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Name; the file's name for a delimited text.
    pub name: String,
    /// Hidden in the workbook?
    pub hidden: bool,
    /// Non-empty rows, ascending.
    pub rows: Vec<Row>,
    /// Merged ranges; empty where the format does not tell.
    pub merges: Vec<Merge>,
    /// Hidden rows, 1-based, where the format tells.
    pub hidden_rows: BTreeSet<u32>,
    /// Hidden columns, 0-based, where the format tells.
    pub hidden_columns: BTreeSet<u32>,
    /// Made at the first question about merges.
    pub(crate) merged: OnceLock<MergeIndex>,
}

/// Which merged ranges can cover a row: thousands of small ones must not be asked one by one for each cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct MergeIndex {
    /// Ranges of few rows, by each of their rows.
    low: HashMap<u32, Vec<usize>>,
    /// The others.
    tall: Vec<usize>,
}

impl MergeIndex {
    fn new(merges: &[Merge]) -> Self {
        let mut index = Self::default();
        for (at, merge) in merges.iter().enumerate() {
            if merge.bottom.saturating_sub(merge.top) > TALL {
                index.tall.push(at);
            } else {
                (merge.top..=merge.bottom).for_each(|row| index.low.entry(row).or_default().push(at));
            }
        }
        index
    }

    fn near(&self, row: u32) -> impl Iterator<Item = usize> {
        let low = self.low.get(&row).map(Vec::as_slice).unwrap_or_default();
        low.iter().chain(&self.tall).copied()
    }
}

/// A sheet being read from top to bottom, within a budget of cells.
pub(crate) struct Grid {
    pub(crate) sheet: Sheet,
    /// The row that is being read, 1-based.
    pub(crate) row: u32,
    limits: Limits,
    spent: usize,
}

impl Grid {
    pub(crate) fn new(name: &str, limits: Limits) -> Self {
        let sheet = Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        };
        Self {
            sheet,
            row: 1,
            limits,
            spent: 0,
        }
    }

    /// Puts a text into the row; columns come in ascending order. Blank texts are nothing.
    pub(crate) fn put(&mut self, column: u32, text: &str) -> Result<(), OpenError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.spent += 1;
        if self.spent > self.limits.cells {
            return Err(OpenError::TooLarge {
                what: "cells",
                limit: u64::try_from(self.limits.cells).unwrap_or(u64::MAX),
            });
        }
        let number = self.row;
        match self.sheet.rows.last_mut().filter(|row| row.number == number) {
            Some(row) => row.cells.push((column, text.into())),
            None => self.sheet.rows.push(Row {
                number,
                cells: vec![(column, text.into())],
            }),
        }
        Ok(())
    }

    pub(crate) fn next_row(&mut self, count: u32) {
        self.row = self.row.saturating_add(count);
    }

    pub(crate) fn hide_row(&mut self) {
        self.sheet.hidden_rows.insert(self.row);
    }

    pub(crate) fn hide_columns(&mut self, from: u32, count: u32) {
        let end = from.saturating_add(count).min(MOST_COLUMNS);
        self.sheet.hidden_columns.extend(from..end);
    }
}

impl Sheet {
    /// The merged range that covers a cell.
    pub fn merge_at(&self, row: u32, column: u32) -> Option<Merge> {
        let covers = |m: &&Merge| (m.top..=m.bottom).contains(&row) && (m.left..=m.right).contains(&column);
        let index = self.merged.get_or_init(|| MergeIndex::new(&self.merges));
        index.near(row).map(|at| &self.merges[at]).find(covers).copied()
    }

    /// The row with a number, when it is not empty.
    pub fn row(&self, number: u32) -> Option<&Row> {
        self.rows
            .binary_search_by_key(&number, |row| row.number)
            .ok()
            .map(|at| &self.rows[at])
    }
}

/// A stored number as people write it: `0.13`, `1`, never `1.0`.
pub fn number_text(number: f64) -> String {
    format!("{number}")
}
