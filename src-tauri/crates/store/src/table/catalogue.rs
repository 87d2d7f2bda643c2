//! Catalogues: versions like entries, so that creating, renaming and deleting can be undone.

use crate::{Library, StoreError};
use desk_model::{CatalogueId, OfficeCode, OpId, TemplateId, TemplateKey};
use rusqlite::{Connection, Row, params};

/// What a new catalogue needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCatalogue {
    /// Template version; its text must be kept in the same operation or before.
    pub template: TemplateKey,
    /// Whose it is.
    pub office: OfficeCode,
    /// Title.
    pub title: String,
    /// Period, e.g. `2026`.
    pub period: String,
}

/// One living catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Id.
    pub id: CatalogueId,
    /// Template version.
    pub template: TemplateKey,
    /// Whose it is.
    pub office: OfficeCode,
    /// Title.
    pub title: String,
    /// Period.
    pub period: String,
    /// Number of living entries.
    pub entries: u32,
    /// When it was last checked.
    pub checked_at: Option<String>,
    /// The operation that touched it last.
    pub updated_by: OpId,
    /// When that was.
    pub updated_at: String,
}

/// Writes catalogues in a running operation.
pub struct Writer<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) op: OpId,
}

impl Writer<'_> {
    /// Makes an empty catalogue.
    pub fn create(&mut self, new: &NewCatalogue) -> Result<CatalogueId, StoreError> {
        let sql = "INSERT INTO catalogue (template_id, template_version) VALUES (?1, ?2)";
        self.connection
            .execute(sql, [new.template.id.as_str(), &new.template.version])?;
        let id = CatalogueId(self.connection.last_insert_rowid());
        self.open(id, new.office.as_str(), &new.title, &new.period)?;
        Ok(id)
    }

    /// Changes the title; the same title changes nothing.
    pub fn rename(&mut self, id: CatalogueId, title: &str) -> Result<(), StoreError> {
        let sql =
            "SELECT office, period, title FROM catalogue_version WHERE catalogue = ?1 AND op_to IS NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found: Option<(String, String, String)> = rusqlite::OptionalExtension::optional(
            statement.query_row([id.0], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))),
        )?;
        let (office, period, old) = found.ok_or(StoreError::NotFound {
            what: "catalogue",
            id: id.0,
        })?;
        if old != title {
            self.close(id)?;
            self.open(id, &office, title, &period)?;
        }
        Ok(())
    }

    /// Deletes a catalogue with its entries; undo brings them back.
    pub fn delete(&mut self, id: CatalogueId) -> Result<(), StoreError> {
        self.close(id)?;
        let sql = "UPDATE entry_version SET op_to = ?2 WHERE catalogue = ?1 AND op_to IS NULL";
        self.connection.execute(sql, [id.0, self.op.0])?;
        Ok(())
    }

    fn open(&mut self, id: CatalogueId, office: &str, title: &str, period: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO catalogue_version (catalogue, op_from, office, title, period) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.connection
            .execute(sql, params![id.0, self.op.0, office, title, period])?;
        Ok(())
    }

    fn close(&mut self, id: CatalogueId) -> Result<(), StoreError> {
        let sql = "UPDATE catalogue_version SET op_to = ?2 WHERE catalogue = ?1 AND op_to IS NULL";
        match self.connection.execute(sql, [id.0, self.op.0])? {
            0 => Err(StoreError::NotFound {
                what: "catalogue",
                id: id.0,
            }),
            _ => Ok(()),
        }
    }
}

/// Takes back what `embodied` did to catalogues, as part of `op`.
pub(crate) fn reverse(connection: &Connection, embodied: OpId, op: OpId) -> Result<(), StoreError> {
    let ids = [embodied.0, op.0];
    let sql = "UPDATE catalogue_version SET op_to = ?2 WHERE op_to IS NULL \
               AND catalogue IN (SELECT catalogue FROM catalogue_version WHERE op_from = ?1)";
    connection.execute(sql, ids)?;
    let sql = "INSERT INTO catalogue_version (catalogue, op_from, office, title, period) \
               SELECT catalogue, ?2, office, title, period FROM catalogue_version WHERE op_to = ?1 AND op_from <> ?1 ORDER BY id";
    connection.execute(sql, ids)?;
    Ok(())
}

const SELECT: &str = "SELECT c.id, c.template_id, c.template_version, v.office, v.title, v.period, \
    (SELECT count(*) FROM entry_version e WHERE e.catalogue = c.id AND e.op_to IS NULL AND e.parent IS NULL), \
    (SELECT at FROM check_state s WHERE s.catalogue = c.id), o.id, o.at \
    FROM catalogue_version v JOIN catalogue c ON c.id = v.catalogue \
    JOIN operation o ON o.id = max(v.op_from, \
      coalesce((SELECT max(op_from) FROM entry_version e WHERE e.catalogue = c.id), 0), \
      coalesce((SELECT max(op_to) FROM entry_version e WHERE e.catalogue = c.id), 0)) \
    WHERE v.op_to IS NULL";

impl Library {
    /// Living catalogues, last touched first.
    pub fn catalogues(&self) -> Result<Vec<Catalogue>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} ORDER BY o.id DESC, c.id DESC"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One living catalogue.
    pub fn catalogue(&self, id: CatalogueId) -> Result<Option<Catalogue>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} AND c.id = ?1"))?;
        Ok(rusqlite::OptionalExtension::optional(
            statement.query_row([id.0], read),
        )?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Catalogue> {
    let (template, version): (String, String) = (row.get(1)?, row.get(2)?);
    let office: String = row.get(3)?;
    Ok(Catalogue {
        id: CatalogueId(row.get(0)?),
        template: TemplateKey {
            id: TemplateId::from(template),
            version: version.into(),
        },
        office: office.into(),
        title: row.get(4)?,
        period: row.get(5)?,
        entries: row.get(6)?,
        checked_at: row.get(7)?,
        updated_by: OpId(row.get(8)?),
        updated_at: row.get(9)?,
    })
}
