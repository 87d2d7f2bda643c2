//! Entries: append-only versions over immutable payloads.

use crate::{Library, Operation, StoreError, search};
use desk_model::{CatalogueId, EntryId, OpId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

/// An entry to append.
#[derive(Debug, Clone, Copy)]
pub struct NewEntry<'a> {
    /// `desk_model::Payload` as JSON.
    pub payload: &'a str,
    /// What the quick search finds it by.
    pub search: &'a str,
    /// 1-based row of its source.
    pub source_row: Option<u32>,
}

/// One living entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEntry {
    /// Id.
    pub id: EntryId,
    /// Its catalogue.
    pub catalogue: CatalogueId,
    /// `desk_model::Payload` as JSON.
    pub payload: String,
    /// The imported table it came from.
    pub source: Option<i64>,
    /// 1-based row there.
    pub source_row: Option<u32>,
}

/// One version of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// What brought it.
    pub operation: Operation,
    /// `desk_model::Payload` as JSON; `None` when it was purged.
    pub payload: Option<String>,
}

/// Writes entries in a running operation.
pub struct Writer<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) op: OpId,
    pub(crate) rows_changed: &'a mut bool,
}

impl Writer<'_> {
    /// Appends entries to the end, the quick way of an import; returns how many.
    pub fn append<'e>(
        &mut self,
        catalogue: CatalogueId,
        source: Option<i64>,
        entries: impl IntoIterator<Item = NewEntry<'e>>,
    ) -> Result<u32, StoreError> {
        *self.rows_changed = true;
        let mut position = self.last_position(catalogue)?;
        let mut count = 0;
        for (id, entry) in (self.next_entry()?..).zip(entries) {
            position += 1.0;
            let payload = self.add_payload(entry.payload, entry.search)?;
            self.open(
                EntryId(id),
                catalogue,
                payload,
                position,
                (source, entry.source_row),
            )?;
            count += 1;
        }
        Ok(count)
    }

    /// Inserts one entry behind another, or at the top.
    pub fn insert(
        &mut self,
        catalogue: CatalogueId,
        after: Option<EntryId>,
        payload: &str,
        search: &str,
    ) -> Result<EntryId, StoreError> {
        *self.rows_changed = true;
        let position = self.position_after(catalogue, after)?;
        let id = EntryId(self.next_entry()?);
        let payload = self.add_payload(payload, search)?;
        self.open(id, catalogue, payload, position, (None, None))?;
        Ok(id)
    }

    /// Gives an entry a new payload; the same payload changes nothing.
    pub fn update(&mut self, id: EntryId, payload: &str, search: &str) -> Result<(), StoreError> {
        let sql = "SELECT v.catalogue, v.position, v.source, v.source_row, p.digest, v.op_from, v.id FROM entry_version v \
                   JOIN payload p ON p.id = v.payload WHERE v.entry = ?1 AND v.op_to IS NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([id.0], |row| {
            let place: (i64, f64, Option<i64>, Option<u32>) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            Ok((
                place,
                row.get::<_, Vec<u8>>(4)?,
                row.get::<_, i64>(5)?,
                row.get::<_, i64>(6)?,
            ))
        });
        let found = found.optional()?.ok_or(StoreError::NotFound {
            what: "entry",
            id: id.0,
        })?;
        let ((catalogue, position, source, source_row), digest, opened_by, version) = found;
        if digest == Sha256::digest(payload).as_slice() {
            return Ok(());
        }
        let payload = self.add_payload(payload, search)?;
        if opened_by == self.op.0 {
            let sql = "UPDATE entry_version SET payload = ?2 WHERE id = ?1";
            self.connection.execute(sql, [version, payload])?;
            return Ok(());
        }
        self.close(id)?;
        self.open(
            id,
            CatalogueId(catalogue),
            payload,
            position,
            (source, source_row),
        )
    }

    /// Deletes entries.
    pub fn delete(&mut self, ids: &[EntryId]) -> Result<(), StoreError> {
        *self.rows_changed = true;
        ids.iter().try_for_each(|id| self.close(*id))
    }

    /// Copies all entries of one catalogue to the end of another; payloads are shared.
    pub fn copy_all(&mut self, from: CatalogueId, to: CatalogueId) -> Result<(), StoreError> {
        *self.rows_changed = true;
        let first = self.next_entry()?;
        let sql = "INSERT INTO entry_version (entry, catalogue, op_from, payload, position, source, source_row) \
                   SELECT ?3 + row_number() OVER (ORDER BY position) - 1, ?2, ?4, payload, position, source, source_row \
                   FROM entry_version WHERE catalogue = ?1 AND op_to IS NULL AND parent IS NULL ORDER BY position";
        self.connection.execute(sql, [from.0, to.0, first, self.op.0])?;
        Ok(())
    }

    fn last_position(&self, catalogue: CatalogueId) -> Result<f64, StoreError> {
        let sql =
            "SELECT coalesce(max(position), 0.0) FROM entry_version WHERE catalogue = ?1 AND op_to IS NULL";
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row([catalogue.0], |row| row.get(0))?)
    }

    fn next_entry(&self) -> Result<i64, StoreError> {
        let sql = "SELECT coalesce(max(entry), 0) + 1 FROM entry_version";
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))?)
    }

    fn position_after(&self, catalogue: CatalogueId, after: Option<EntryId>) -> Result<f64, StoreError> {
        let previous: f64 = match after {
            None => 0.0,
            Some(id) => {
                let sql = "SELECT position FROM entry_version WHERE entry = ?1 AND catalogue = ?2 AND op_to IS NULL";
                let found = self
                    .connection
                    .query_row(sql, [id.0, catalogue.0], |row| row.get(0))
                    .optional()?;
                found.ok_or(StoreError::NotFound {
                    what: "entry",
                    id: id.0,
                })?
            }
        };
        let sql = "SELECT min(position) FROM entry_version WHERE catalogue = ?1 AND op_to IS NULL AND position > ?2";
        let next: Option<f64> = self
            .connection
            .query_row(sql, params![catalogue.0, previous], |row| row.get(0))?;
        let Some(next) = next else {
            return Ok(previous + 1.0);
        };
        let middle = f64::midpoint(previous, next);
        if middle > previous && middle < next {
            return Ok(middle);
        }
        // Halving ran out of digits: spread the rows again and look once more.
        self.spread(catalogue)?;
        self.position_after(catalogue, after)
    }

    /// Gives the living rows whole positions again; order and content stay, so the versions stay.
    fn spread(&self, catalogue: CatalogueId) -> Result<(), StoreError> {
        let sql = "UPDATE entry_version SET position = (SELECT n FROM (SELECT id, CAST(row_number() OVER (ORDER BY position) AS REAL) n \
                   FROM entry_version WHERE catalogue = ?1 AND op_to IS NULL) r WHERE r.id = entry_version.id) \
                   WHERE catalogue = ?1 AND op_to IS NULL";
        self.connection.execute(sql, [catalogue.0])?;
        Ok(())
    }

    fn add_payload(&self, payload: &str, words: &str) -> Result<i64, StoreError> {
        let sql = "INSERT INTO payload (digest, body) VALUES (?1, ?2)";
        self.connection
            .prepare_cached(sql)?
            .execute(params![Sha256::digest(payload).as_slice(), payload])?;
        let id = self.connection.last_insert_rowid();
        search::index(self.connection, id, words)?;
        Ok(id)
    }

    fn open(
        &self,
        id: EntryId,
        catalogue: CatalogueId,
        payload: i64,
        position: f64,
        (source, row): (Option<i64>, Option<u32>),
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO entry_version (entry, catalogue, op_from, payload, position, source, source_row) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.execute(params![
            id.0,
            catalogue.0,
            self.op.0,
            payload,
            position,
            source,
            row
        ])?;
        Ok(())
    }

    fn close(&self, id: EntryId) -> Result<(), StoreError> {
        let sql = "UPDATE entry_version SET op_to = ?2 WHERE entry = ?1 AND op_to IS NULL";
        match self.connection.prepare_cached(sql)?.execute([id.0, self.op.0])? {
            0 => Err(StoreError::NotFound {
                what: "entry",
                id: id.0,
            }),
            _ => Ok(()),
        }
    }
}

/// Takes back what `embodied` did to entries, as part of `op`; payloads are pointed at, never copied.
/// Everything later has been taken back already, so what lives now of an entry is what `embodied` left,
/// under whichever operation's name.
pub(crate) fn reverse(connection: &Connection, embodied: OpId, op: OpId) -> Result<(), StoreError> {
    let ids = [embodied.0, op.0];
    let sql = "UPDATE entry_version SET op_to = ?2 WHERE op_to IS NULL \
               AND entry IN (SELECT entry FROM entry_version WHERE op_from = ?1)";
    connection.execute(sql, ids)?;
    let sql = "INSERT INTO entry_version (entry, catalogue, op_from, payload, position, source, source_row, parent, sub_table) \
               SELECT entry, catalogue, ?2, payload, position, source, source_row, parent, sub_table \
               FROM entry_version WHERE op_to = ?1 AND op_from <> ?1 ORDER BY id";
    connection.execute(sql, ids)?;
    Ok(())
}

const SELECT: &str = "SELECT v.entry, v.catalogue, p.body, v.source, v.source_row FROM entry_version v \
                      JOIN payload p ON p.id = v.payload WHERE v.op_to IS NULL AND v.parent IS NULL";

impl Library {
    /// A window of a catalogue's entries in order; `from` is 0-based.
    pub fn rows(&self, id: CatalogueId, from: u32, count: u32) -> Result<Vec<StoredEntry>, StoreError> {
        let sql = format!("{SELECT} AND v.catalogue = ?1 ORDER BY v.position LIMIT ?3 OFFSET ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![id.0, from, count], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All entries of a catalogue in order, one at a time; `f` stops the walk by an error.
    pub fn each_entry<E: From<StoreError>>(
        &self,
        id: CatalogueId,
        mut f: impl FnMut(StoredEntry) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!("{SELECT} AND v.catalogue = ?1 ORDER BY v.position");
        let mut statement = self.connection.prepare_cached(&sql).map_err(StoreError::from)?;
        let mut rows = statement.query([id.0]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            f(read(row).map_err(StoreError::from)?)?;
        }
        Ok(())
    }

    /// One living entry.
    pub fn entry(&self, id: EntryId) -> Result<Option<StoredEntry>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} AND v.entry = ?1"))?;
        Ok(statement.query_row([id.0], read).optional()?)
    }

    /// 1-based position of a living entry in its catalogue.
    pub fn position(&self, id: EntryId) -> Result<Option<u32>, StoreError> {
        let sql = "SELECT (SELECT count(*) FROM entry_version o WHERE o.catalogue = v.catalogue AND o.op_to IS NULL \
                   AND o.parent IS NULL AND o.position <= v.position) FROM entry_version v WHERE v.entry = ?1 AND v.op_to IS NULL";
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row([id.0], |row| row.get(0))
            .optional()?)
    }

    /// Ids of a catalogue's entries in order.
    pub fn order(&self, id: CatalogueId) -> Result<Vec<EntryId>, StoreError> {
        let sql = "SELECT entry FROM entry_version WHERE catalogue = ?1 AND op_to IS NULL AND parent IS NULL ORDER BY position";
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map([id.0], |row| row.get(0).map(EntryId))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// All versions of an entry, newest first.
    pub fn versions(&self, id: EntryId) -> Result<Vec<Version>, StoreError> {
        let sql = "SELECT v.op_from, p.body FROM entry_version v JOIN payload p ON p.id = v.payload \
                   WHERE v.entry = ?1 ORDER BY v.id DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([id.0], |row| Ok((OpId(row.get(0)?), row.get(1)?)))?;
        let mut versions = Vec::new();
        for row in rows {
            let (op, payload) = row?;
            let operation = self.operation(op)?.ok_or(StoreError::NotFound {
                what: "operation",
                id: op.0,
            })?;
            versions.push(Version { operation, payload });
        }
        Ok(versions)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredEntry> {
    Ok(StoredEntry {
        id: EntryId(row.get(0)?),
        catalogue: CatalogueId(row.get(1)?),
        payload: row
            .get::<_, Option<String>>(2)?
            .unwrap_or_else(|| "{}".to_owned()),
        source: row.get(3)?,
        source_row: row.get(4)?,
    })
}
