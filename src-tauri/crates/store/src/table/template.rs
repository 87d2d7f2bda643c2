//! Verbatim texts of the template versions in use; a catalogue keeps the version it was drafted with.

use crate::{Library, StoreError};
use desk_model::TemplateKey;
use rusqlite::{Connection, OptionalExtension};

/// Keeps template texts.
pub struct Writer<'a> {
    pub(crate) connection: &'a Connection,
}

impl Writer<'_> {
    /// Keeps a version's text; a version already kept stays as it is.
    pub fn keep(&mut self, key: &TemplateKey, text: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO template (id, version, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.connection
            .execute(sql, [key.id.as_str(), &key.version, text])?;
        Ok(())
    }
}

impl Library {
    /// The text kept for a version.
    pub fn template_text(&self, key: &TemplateKey) -> Result<Option<String>, StoreError> {
        let sql = "SELECT body FROM template WHERE id = ?1 AND version = ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement
            .query_row([key.id.as_str(), &key.version], |row| row.get(0))
            .optional()?)
    }
}
