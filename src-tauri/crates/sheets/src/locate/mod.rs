//! Where the table is: title, unit line, header rows, records, and what is none of these.

mod body;
mod header;

use crate::cells::Sheet;
use body::Below;
use header::Header;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::convert::Infallible;

/// A row that became a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// 1-based sheet row.
    pub row: u32,
    /// Texts by column of the table, after filling.
    pub values: Vec<String>,
    /// The section row above, e.g. `一、最低生活保障`.
    pub section: Option<String>,
}

/// Why a row is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The header again, at the top of a printed page.
    RepeatedHeader,
    /// 合计, 小计, 总计.
    Total,
    /// A section's name.
    Section,
    /// 注, 填表说明, 落款.
    Note,
    /// A name that stands alone above the rows it names; where it fills columns, they are filled downwards.
    Parent,
}

/// A row that is no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// 1-based sheet row.
    pub row: u32,
    /// Why.
    pub reason: Reason,
    /// What it says.
    pub text: String,
}

/// What is known of a table before its records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The line above the header that names the table.
    pub title: Option<String>,
    /// Unit line, e.g. `万元`.
    pub unit: Option<String>,
    /// 1-based header rows.
    pub header_rows: Vec<u32>,
    /// 0-based sheet column and header path (`公开事项>一级事项`) of each column.
    pub columns: Vec<(u32, String)>,
}

/// One table of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Title, unit, header.
    pub head: Head,
    /// Records in order.
    pub records: Vec<Record>,
    /// Rows below the header that are no records.
    pub left_out: Vec<LeftOut>,
}

/// What a reading hands over, in this order for each table: head, rows, end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// A sheet begins; it may hold no table.
    Sheet {
        /// Name.
        name: String,
        /// Hidden in its workbook?
        hidden: bool,
        /// How many of its rows and columns are hidden, where the format tells; they are read like the others.
        hidden_rows: u32,
        /// Hidden columns.
        hidden_columns: u32,
    },
    /// A table begins.
    Table(Head),
    /// The next record.
    Record(Record),
    /// The next row that is no record.
    LeftOut(LeftOut),
    /// The table ends.
    End,
}

/// Reads a sheet table by table without holding its records; `out` stops the reading by an error.
pub fn each<E>(sheet: &Sheet, out: &mut dyn FnMut(Message) -> Result<(), E>) -> Result<(), E> {
    let count = |set: &BTreeSet<u32>| u32::try_from(set.len()).unwrap_or(u32::MAX);
    out(Message::Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        hidden_rows: count(&sheet.hidden_rows),
        hidden_columns: count(&sheet.hidden_columns),
    })?;
    let Some(header) = Header::find(sheet) else {
        return Ok(());
    };
    out(Message::Table(head(sheet, &header)))?;
    body::each(sheet, &header, &mut |row| {
        out(match row {
            Below::Record(record) => Message::Record(record),
            Below::LeftOut(row) => Message::LeftOut(row),
        })
    })?;
    out(Message::End)
}

/// The tables of a sheet, from top to bottom, with all their records.
pub fn tables(sheet: &Sheet) -> Vec<Table> {
    let mut found: Vec<Table> = Vec::new();
    let outcome: Result<(), Infallible> = each(sheet, &mut |message| {
        match (message, found.last_mut()) {
            (Message::Table(head), _) => found.push(Table {
                head,
                ..Table::default()
            }),
            (Message::Record(record), Some(table)) => table.records.push(record),
            (Message::LeftOut(row), Some(table)) => table.left_out.push(row),
            _ => {}
        }
        Ok(())
    });
    match outcome {
        Ok(()) => found,
    }
}

fn head(sheet: &Sheet, header: &Header) -> Head {
    let above = sheet.rows.iter().take_while(|row| row.number < header.top);
    let lines: Vec<String> = above
        .flat_map(|row| row.cells.iter().map(|(_, text)| text.trim().to_owned()))
        .collect();
    let title = lines
        .iter()
        .find(|line| unit_of(line).is_none() && !line.contains('：') && !line.contains(':'));
    Head {
        title: title.map(|line| line.split_whitespace().collect()),
        unit: lines.iter().find_map(|line| unit_of(line)),
        header_rows: (header.top..=header.bottom).collect(),
        columns: header.columns.clone(),
    }
}

/// `单位：万元` → `万元`.
fn unit_of(line: &str) -> Option<String> {
    let (_, unit) = line.split_once("单位：").or_else(|| line.split_once("单位:"))?;
    let unit = unit.trim().trim_end_matches(['）', ')']);
    desk_model::AmountUnit::parse(unit).map(|_| unit.to_owned())
}

/// A label without the spaces and line breaks of a narrow column.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}' | '\u{FEFF}'))
        .collect()
}
