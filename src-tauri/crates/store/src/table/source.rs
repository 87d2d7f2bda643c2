//! Where imported entries came from: file, sheet and which column filled which field.

use crate::{Library, StoreError};
use desk_model::{FieldName, OpId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

/// One imported table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// File name without its folder.
    pub file: String,
    /// SHA-256 of the file in hex.
    pub sha256: String,
    /// Sheet name.
    pub sheet: String,
    /// 1-based header rows.
    pub header_rows: Vec<u32>,
    /// Column letters by field.
    pub columns: BTreeMap<FieldName, String>,
}

/// Writes sources.
pub struct Writer<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) op: OpId,
}

impl Writer<'_> {
    /// Records an imported table; the id goes into its entries.
    pub fn add(&mut self, source: &Source) -> Result<i64, StoreError> {
        let sql = "INSERT INTO source (op, file, sha256, sheet, header_rows, columns) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let rows = serde_json::to_string(&source.header_rows)?;
        let columns = serde_json::to_string(&source.columns)?;
        self.connection.execute(
            sql,
            params![self.op.0, source.file, source.sha256, source.sheet, rows, columns],
        )?;
        Ok(self.connection.last_insert_rowid())
    }
}

impl Library {
    /// An imported table by id.
    pub fn source(&self, id: i64) -> Result<Option<Source>, StoreError> {
        let sql = "SELECT file, sha256, sheet, header_rows, columns FROM source WHERE id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let row = statement.query_row([id], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get::<_, String>(3)?,
                row.get::<_, String>(4)?,
            ))
        });
        let Some((file, sha256, sheet, rows, columns)) = row.optional()? else {
            return Ok(None);
        };
        let (header_rows, columns) = (serde_json::from_str(&rows)?, serde_json::from_str(&columns)?);
        Ok(Some(Source {
            file,
            sha256,
            sheet,
            header_rows,
            columns,
        }))
    }
}
