//! Offices a clerk brought in beside the shipped tree.

use crate::{Library, StoreError};
use desk_model::OfficeCode;
use rusqlite::{Connection, Row, params};

/// One office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeRow {
    /// Its code.
    pub code: OfficeCode,
    /// Full official name.
    pub title: String,
    /// `city`, `county`, `township`, `village`, `department` or `institution`.
    pub kind: String,
    /// Code of the office above.
    pub parent: Option<OfficeCode>,
    /// True for codes outside GB/T 2260.
    pub statistical_only: bool,
}

/// Writes offices.
pub struct Writer<'a> {
    pub(crate) connection: &'a Connection,
}

impl Writer<'_> {
    /// Adds an office or renames a known one.
    pub fn upsert(&mut self, office: &OfficeRow) -> Result<(), StoreError> {
        let sql = "INSERT INTO office (code, title, kind, parent, statistical_only) VALUES (?1, ?2, ?3, ?4, ?5) \
                   ON CONFLICT (code) DO UPDATE SET title = excluded.title, kind = excluded.kind, \
                   parent = excluded.parent, statistical_only = excluded.statistical_only";
        let parent = office.parent.as_ref().map(OfficeCode::as_str);
        self.connection.execute(
            sql,
            params![
                office.code.as_str(),
                office.title,
                office.kind,
                parent,
                office.statistical_only
            ],
        )?;
        Ok(())
    }
}

impl Library {
    /// All offices brought in, by code.
    pub fn offices(&self) -> Result<Vec<OfficeRow>, StoreError> {
        let sql = "SELECT code, title, kind, parent, statistical_only FROM office ORDER BY code";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<OfficeRow> {
    let code: String = row.get(0)?;
    let parent: Option<String> = row.get(3)?;
    Ok(OfficeRow {
        code: code.into(),
        title: row.get(1)?,
        kind: row.get(2)?,
        parent: parent.map(OfficeCode::from),
        statistical_only: row.get(4)?,
    })
}
