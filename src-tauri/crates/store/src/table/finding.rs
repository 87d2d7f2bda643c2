//! Results of the last check. They are derived, so they stand outside the journal, but survive a restart.

use crate::{Library, StoreError};
use desk_model::{CatalogueId, EntryId, Finding, OpId, Severity};
use rusqlite::{Connection, Row, params};

/// A finding with its id; the id is valid until the next check.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredFinding {
    /// Id.
    pub id: i64,
    /// The finding.
    pub finding: Finding,
}

/// Findings by weight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FindingCounts {
    /// Errors.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
    /// Hints.
    pub hints: u32,
}

fn weight(severity: Severity) -> i64 {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Hint => 2,
    }
}

impl Library {
    /// Replaces all findings of a catalogue and notes when it was checked.
    pub fn replace_findings(
        &mut self,
        id: CatalogueId,
        findings: &[Finding],
        at: &str,
    ) -> Result<(), StoreError> {
        self.writable()?;
        let op = self.last_operation()?;
        let transaction = self.connection.transaction()?;
        transaction.execute("DELETE FROM finding WHERE catalogue = ?1", [id.0])?;
        add(&transaction, id, findings)?;
        note_check(&transaction, id, at, op)?;
        transaction.commit()?;
        Ok(())
    }

    /// Replaces the findings of some entries after an edit; those of the other entries still hold.
    pub fn replace_findings_of(
        &mut self,
        id: CatalogueId,
        entries: &[EntryId],
        findings: &[Finding],
        at: &str,
    ) -> Result<(), StoreError> {
        self.writable()?;
        let op = self.last_operation()?;
        let transaction = self.connection.transaction()?;
        {
            let mut statement = transaction.prepare_cached("DELETE FROM finding WHERE entry = ?1")?;
            for entry in entries {
                statement.execute([entry.0])?;
            }
        }
        add(&transaction, id, findings)?;
        note_check(&transaction, id, at, op)?;
        transaction.commit()?;
        Ok(())
    }

    /// Findings of a catalogue, errors first.
    pub fn findings(&self, id: CatalogueId) -> Result<Vec<StoredFinding>, StoreError> {
        let sql = "SELECT id, body FROM finding WHERE catalogue = ?1 ORDER BY severity, id";
        self.read_findings(sql, id.0)
    }

    /// Findings of one entry.
    pub fn findings_of_entry(&self, id: EntryId) -> Result<Vec<StoredFinding>, StoreError> {
        self.read_findings(
            "SELECT id, body FROM finding WHERE entry = ?1 ORDER BY severity, id",
            id.0,
        )
    }

    /// One finding.
    pub fn finding(&self, id: i64) -> Result<Option<StoredFinding>, StoreError> {
        Ok(self
            .read_findings("SELECT id, body FROM finding WHERE id = ?1", id)?
            .pop())
    }

    fn read_findings(&self, sql: &str, id: i64) -> Result<Vec<StoredFinding>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([id], read)?;
        rows.map(|row| row.map_err(StoreError::from).and_then(|r| r))
            .collect()
    }

    /// How many findings of each weight a catalogue has.
    pub fn finding_counts(&self, id: CatalogueId) -> Result<FindingCounts, StoreError> {
        let sql = "SELECT coalesce(sum(severity = 0), 0), coalesce(sum(severity = 1), 0), coalesce(sum(severity = 2), 0) \
                   FROM finding WHERE catalogue = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([id.0], |row| {
            Ok(FindingCounts {
                errors: row.get(0)?,
                warnings: row.get(1)?,
                hints: row.get(2)?,
            })
        })?)
    }
}

fn add(connection: &Connection, id: CatalogueId, findings: &[Finding]) -> Result<(), StoreError> {
    let sql = "INSERT INTO finding (catalogue, entry, severity, body) VALUES (?1, ?2, ?3, ?4)";
    let mut statement = connection.prepare_cached(sql)?;
    for finding in findings {
        let body = serde_json::to_string(finding)?;
        let entry = finding.entry.map(|e| e.0);
        statement.execute(params![id.0, entry, weight(finding.severity), body])?;
    }
    Ok(())
}

fn note_check(connection: &Connection, id: CatalogueId, at: &str, op: OpId) -> Result<(), StoreError> {
    let sql = "INSERT INTO check_state (catalogue, at, op) VALUES (?1, ?2, ?3) \
               ON CONFLICT (catalogue) DO UPDATE SET at = excluded.at, op = excluded.op";
    connection.execute(sql, params![id.0, at, op.0])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Result<StoredFinding, StoreError>> {
    let id = row.get(0)?;
    let body: String = row.get(1)?;
    Ok(serde_json::from_str(&body)
        .map(|finding| StoredFinding { id, finding })
        .map_err(StoreError::from))
}
