//! A sheet as it stands: sparse rows of texts, merged ranges, what is hidden.

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
}

impl Sheet {
    /// The merged range that covers a cell.
    pub fn merge_at(&self, row: u32, column: u32) -> Option<Merge> {
        let covers = |m: &&Merge| (m.top..=m.bottom).contains(&row) && (m.left..=m.right).contains(&column);
        self.merges.iter().find(covers).copied()
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
