//! Operations: the only write path, undo and redo, history and the hash chain.

use crate::error::StoreError;
use crate::library::Library;
use crate::table::{catalogue, entry, office, publication, source, template};
use desk_model::{CatalogueId, EntryId, OpId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// More entries than this are not named one by one in [`Changed`].
const NAMED_ENTRIES: usize = 1000;

/// What a person did: a kind whose words stand in the wording files, and what fills them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpKind {
    /// Key below `operation.`.
    pub kind: &'static str,
    /// Words.
    pub params: BTreeMap<String, String>,
}

impl OpKind {
    /// A kind without words.
    pub fn new(kind: &'static str) -> Self {
        Self {
            kind,
            params: BTreeMap::new(),
        }
    }

    /// Adds a word.
    pub fn with(mut self, name: &str, word: &(impl ToString + ?Sized)) -> Self {
        self.params.insert(name.to_owned(), word.to_string());
        self
    }
}

/// One line of the operation log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Id.
    pub id: OpId,
    /// Kind.
    pub kind: String,
    /// Words.
    pub params: BTreeMap<String, String>,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub person: String,
    /// Taken back?
    pub undone: bool,
}

/// What a write gave and touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed<T> {
    /// The result of the work.
    pub value: T,
    /// The operation; `None` when nothing changed.
    pub operation: Option<OpId>,
    /// Catalogues touched.
    pub catalogues: BTreeSet<CatalogueId>,
    /// Entries touched; empty when there are more than a thousand.
    pub entries: Vec<EntryId>,
    /// Did rows appear, vanish or move?
    pub rows_changed: bool,
}

/// One running operation; its handles write tables.
pub struct Tx<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) op: OpId,
    pub(crate) rows_changed: bool,
}

impl Tx<'_> {
    /// The operation's id.
    pub fn operation(&self) -> OpId {
        self.op
    }

    /// Adds a word to the operation that is only known while it runs; something must have been written.
    pub fn describe(&mut self, name: &str, word: &str) -> Result<(), StoreError> {
        let sql = "UPDATE operation SET params = json_set(params, '$.' || ?2, ?3) WHERE id = ?1";
        self.connection.execute(sql, params![self.op.0, name, word])?;
        Ok(())
    }

    /// Catalogues.
    pub fn catalogues(&mut self) -> catalogue::Writer<'_> {
        self.rows_changed = true;
        catalogue::Writer {
            connection: self.connection,
            op: self.op,
        }
    }

    /// Entries.
    pub fn entries(&mut self) -> entry::Writer<'_> {
        entry::Writer {
            connection: self.connection,
            op: self.op,
            rows_changed: &mut self.rows_changed,
        }
    }

    /// Template texts.
    pub fn templates(&mut self) -> template::Writer<'_> {
        template::Writer {
            connection: self.connection,
        }
    }

    /// Imported tables.
    pub fn sources(&mut self) -> source::Writer<'_> {
        source::Writer {
            connection: self.connection,
            op: self.op,
        }
    }

    /// Offices.
    pub fn offices(&mut self) -> office::Writer<'_> {
        office::Writer {
            connection: self.connection,
        }
    }

    /// The publication log.
    pub fn publications(&mut self) -> publication::Writer<'_> {
        publication::Writer {
            connection: self.connection,
            op: self.op,
        }
    }
}

impl Library {
    /// One user action in one transaction. When `work` fails, nothing of it is left. An action that
    /// changed nothing leaves no operation.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        kind: &OpKind,
        at: &str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Changed<T>, E> {
        self.writable()?;
        let person = self.person.clone();
        let transaction = self.connection.transaction().map_err(StoreError::from)?;
        let before = total_changes(&transaction)?;
        let op = begin(&transaction, kind, at, &person, None)?;
        let mut tx = Tx {
            connection: &transaction,
            op,
            rows_changed: false,
        };
        let value = work(&mut tx)?;
        let rows_changed = tx.rows_changed;
        if total_changes(&transaction)? == before + 1 {
            return Ok(Changed {
                value,
                operation: None,
                catalogues: BTreeSet::new(),
                entries: Vec::new(),
                rows_changed: false,
            });
        }
        transaction
            .execute("UPDATE operation SET undone = 2 WHERE undone = 1", [])
            .map_err(StoreError::from)?;
        let changed = finish(&transaction, op, value, rows_changed)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(changed)
    }

    /// Takes back the last operation that stands; `None` when there is none.
    pub fn undo(&mut self, at: &str) -> Result<Option<Changed<Operation>>, StoreError> {
        let Some(target) = self.undo_target()? else {
            return Ok(None);
        };
        self.reverse(target, "undo", at).map(Some)
    }

    /// Brings back the operation undone last; `None` when there is none.
    pub fn redo(&mut self, at: &str) -> Result<Option<Changed<Operation>>, StoreError> {
        let Some(target) = self.redo_target()? else {
            return Ok(None);
        };
        self.reverse(target, "redo", at).map(Some)
    }

    fn reverse(
        &mut self,
        target: Operation,
        kind: &'static str,
        at: &str,
    ) -> Result<Changed<Operation>, StoreError> {
        self.writable()?;
        let person = self.person.clone();
        let transaction = self.connection.transaction()?;
        let undoing = kind == "undo";
        let column = if undoing { "effect" } else { "reversal" };
        let embodied: i64 = transaction.query_row(
            &format!("SELECT coalesce({column}, id) FROM operation WHERE id = ?1"),
            [target.id.0],
            |row| row.get(0),
        )?;
        let op = begin(
            &transaction,
            &OpKind {
                kind,
                params: target.params.clone(),
            },
            at,
            &person,
            Some(target.id),
        )?;
        catalogue::reverse(&transaction, OpId(embodied), op)?;
        entry::reverse(&transaction, OpId(embodied), op)?;
        let sql = if undoing {
            "UPDATE operation SET undone = 1, reversal = ?2 WHERE id = ?1"
        } else {
            "UPDATE operation SET undone = 0, effect = ?2 WHERE id = ?1"
        };
        transaction.execute(sql, [target.id.0, op.0])?;
        let changed = finish(
            &transaction,
            op,
            Operation {
                undone: undoing,
                ..target
            },
            true,
        )?;
        transaction.commit()?;
        Ok(changed)
    }

    /// What the next undo would take back.
    pub fn undo_target(&self) -> Result<Option<Operation>, StoreError> {
        self.one_operation("undone = 0 ORDER BY id DESC")
    }

    /// What the next redo would bring back.
    pub fn redo_target(&self) -> Result<Option<Operation>, StoreError> {
        self.one_operation("undone = 1 ORDER BY id ASC")
    }

    fn one_operation(&self, condition: &str) -> Result<Option<Operation>, StoreError> {
        let sql =
            format!("{OPERATION} WHERE kind NOT IN ('undo', 'redo', 'publish') AND {condition} LIMIT 1");
        let row = self.connection.query_row(&sql, [], read_operation).optional()?;
        row.transpose()
    }

    /// One operation.
    pub fn operation(&self, id: OpId) -> Result<Option<Operation>, StoreError> {
        let row = self
            .connection
            .query_row(&format!("{OPERATION} WHERE id = ?1"), [id.0], read_operation)
            .optional()?;
        row.transpose()
    }

    /// The log, newest first; of one catalogue or of all.
    pub fn history(&self, catalogue: Option<CatalogueId>, limit: u32) -> Result<Vec<Operation>, StoreError> {
        let of_catalogue = "id IN (SELECT op_from FROM entry_version WHERE catalogue = ?1 UNION SELECT op_to FROM entry_version \
                            WHERE catalogue = ?1 UNION SELECT op_from FROM catalogue_version WHERE catalogue = ?1 \
                            UNION SELECT op_to FROM catalogue_version WHERE catalogue = ?1)";
        let condition = if catalogue.is_some() {
            of_catalogue
        } else {
            "?1 IS NULL"
        };
        let sql = format!("{OPERATION} WHERE {condition} ORDER BY id DESC LIMIT ?2");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![catalogue.map(|c| c.0), limit], read_operation)?;
        rows.map(|row| row.map_err(StoreError::from).and_then(|r| r))
            .collect()
    }

    /// Recomputes the hash chain; the first operation that does not fit is named.
    pub fn verify_chain(&self) -> Result<u32, StoreError> {
        let mut statement = self
            .connection
            .prepare("SELECT id, digest FROM operation ORDER BY id")?;
        let rows: Vec<(i64, Vec<u8>)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let mut previous = Vec::new();
        for (id, digest) in &rows {
            if chain_digest(&self.connection, OpId(*id), &previous)? != *digest {
                return Err(StoreError::ChainBroken { operation: *id });
            }
            previous.clone_from(digest);
        }
        Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
    }

    /// The newest operation's id; 0 in a fresh library.
    pub fn last_operation(&self) -> Result<OpId, StoreError> {
        Ok(OpId(self.connection.query_row(
            "SELECT coalesce(max(id), 0) FROM operation",
            [],
            |row| row.get(0),
        )?))
    }
}

const OPERATION: &str = "SELECT id, kind, params, at, person, undone FROM operation";

fn read_operation(row: &Row<'_>) -> rusqlite::Result<Result<Operation, StoreError>> {
    let params: String = row.get(2)?;
    let (id, kind, at, person) = (OpId(row.get(0)?), row.get(1)?, row.get(3)?, row.get(4)?);
    let undone = row.get::<_, i64>(5)? != 0;
    Ok(serde_json::from_str(&params)
        .map(|params| Operation {
            id,
            kind,
            params,
            at,
            person,
            undone,
        })
        .map_err(StoreError::from))
}

fn total_changes(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("SELECT total_changes()", [], |row| row.get(0))?)
}

fn begin(
    connection: &Connection,
    kind: &OpKind,
    at: &str,
    person: &str,
    target: Option<OpId>,
) -> Result<OpId, StoreError> {
    let undone = 0i64;
    connection.execute(
        "INSERT INTO operation (kind, params, at, person, target, undone, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, x'')",
        params![kind.kind, serde_json::to_string(&kind.params)?, at, person, target.map(|t| t.0), undone],
    )?;
    Ok(OpId(connection.last_insert_rowid()))
}

/// Seals an operation and lists what it touched.
fn finish<T>(
    connection: &Connection,
    op: OpId,
    value: T,
    rows_changed: bool,
) -> Result<Changed<T>, StoreError> {
    let previous: Vec<u8> = connection
        .query_row(
            "SELECT digest FROM operation WHERE id < ?1 ORDER BY id DESC LIMIT 1",
            [op.0],
            |row| row.get(0),
        )
        .optional()?
        .unwrap_or_default();
    let digest = chain_digest(connection, op, &previous)?;
    connection.execute(
        "UPDATE operation SET digest = ?2 WHERE id = ?1",
        params![op.0, digest],
    )?;
    let mut catalogues = BTreeSet::new();
    let sql = "SELECT catalogue FROM entry_version WHERE op_from = ?1 UNION SELECT catalogue FROM entry_version WHERE op_to = ?1 \
               UNION SELECT catalogue FROM catalogue_version WHERE op_from = ?1 OR op_to = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    for id in statement.query_map([op.0], |row| row.get(0))? {
        catalogues.insert(CatalogueId(id?));
    }
    let sql = "SELECT entry FROM entry_version WHERE op_from = ?1 UNION SELECT entry FROM entry_version WHERE op_to = ?1 LIMIT ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let limit = i64::try_from(NAMED_ENTRIES).expect("small") + 1;
    let entries = statement.query_map([op.0, limit], |row| row.get(0).map(EntryId))?;
    let mut entries: Vec<EntryId> = entries.collect::<Result<_, _>>()?;
    if entries.len() > NAMED_ENTRIES {
        entries.clear();
    }
    Ok(Changed {
        value,
        operation: Some(op),
        catalogues,
        entries,
        rows_changed,
    })
}

/// SHA-256 over the previous digest, the operation's words and what it opened and closed. Payloads enter
/// by their digest only.
fn chain_digest(connection: &Connection, op: OpId, previous: &[u8]) -> Result<Vec<u8>, StoreError> {
    let mut hash = Sha256::new();
    hash.update(previous);
    let words: (String, String, String, String, Option<i64>) = connection.query_row(
        "SELECT kind, params, at, person, target FROM operation WHERE id = ?1",
        [op.0],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
    )?;
    hash.update(serde_json::to_string(&words)?);
    let sql = "SELECT v.entry, p.digest, v.position FROM entry_version v JOIN payload p ON p.id = v.payload \
               WHERE v.op_from = ?1 ORDER BY v.id";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([op.0])?;
    while let Some(row) = rows.next()? {
        hash.update(row.get::<_, i64>(0)?.to_le_bytes());
        hash.update(row.get_ref(1)?.as_blob().unwrap_or_default());
        hash.update(row.get::<_, f64>(2)?.to_le_bytes());
    }
    for sql in [
        "SELECT entry FROM entry_version WHERE op_to = ?1 ORDER BY id",
        "SELECT catalogue FROM catalogue_version WHERE op_from = ?1 ORDER BY id",
        "SELECT catalogue FROM catalogue_version WHERE op_to = ?1 ORDER BY id",
    ] {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([op.0])?;
        while let Some(row) = rows.next()? {
            hash.update(row.get::<_, i64>(0)?.to_le_bytes());
        }
        hash.update([0xff]);
    }
    Ok(hash.finalize().to_vec())
}
