//! The publication log (发布记录): what was published when, by whom, with which hash.

use crate::{Library, StoreError};
use desk_model::{CatalogueId, OpId};
use rusqlite::{Connection, params};

/// One publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Id; 0 before it is written.
    pub id: i64,
    /// When, RFC 3339.
    pub at: String,
    /// The operation whose content was published.
    pub operation: OpId,
    /// Who.
    pub person: String,
    /// Portal profile.
    pub profile: String,
    /// Where to.
    pub path: String,
    /// Hash of the package's manifest.
    pub sha256: String,
    /// Catalogues in it.
    pub catalogues: Vec<CatalogueId>,
}

/// Writes the log.
pub struct Writer<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) op: OpId,
}

impl Writer<'_> {
    /// Adds a line; its operation is the running one.
    pub fn add(&mut self, publication: &Publication) -> Result<i64, StoreError> {
        let sql = "INSERT INTO publication (at, op, person, profile, path, sha256, catalogues) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let p = publication;
        let catalogues = serde_json::to_string(&p.catalogues)?;
        self.connection.execute(
            sql,
            params![p.at, self.op.0, p.person, p.profile, p.path, p.sha256, catalogues],
        )?;
        Ok(self.connection.last_insert_rowid())
    }
}

impl Library {
    /// The log, newest first.
    pub fn publications(&self) -> Result<Vec<Publication>, StoreError> {
        let sql =
            "SELECT id, at, op, person, profile, path, sha256, catalogues FROM publication ORDER BY id DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut publications = Vec::new();
        while let Some(row) = rows.next()? {
            let catalogues: String = row.get(7)?;
            publications.push(Publication {
                id: row.get(0)?,
                at: row.get(1)?,
                operation: OpId(row.get(2)?),
                person: row.get(3)?,
                profile: row.get(4)?,
                path: row.get(5)?,
                sha256: row.get(6)?,
                catalogues: serde_json::from_str(&catalogues)?,
            });
        }
        Ok(publications)
    }

    /// The last publication of a catalogue.
    pub fn last_publication(&self, catalogue: CatalogueId) -> Result<Option<Publication>, StoreError> {
        Ok(self
            .publications()?
            .into_iter()
            .find(|p| p.catalogues.contains(&catalogue)))
    }
}
