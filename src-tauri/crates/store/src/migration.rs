//! Schema steps; they are only ever added. Before each step a pinned, verified backup is made; a step is
//! applied whole or not at all.

use crate::error::StoreError;
use rusqlite::Connection;
use std::path::Path;

/// `DESK` in ASCII: marks the file as a library.
pub const APPLICATION_ID: i32 = 0x4445_534B;

/// All steps in order; `user_version` counts those applied.
pub const STEPS: &[&str] = &[include_str!("migration/0001_first.sql")];

/// The newest schema this program knows.
pub fn known() -> u32 {
    u32::try_from(STEPS.len()).expect("few steps")
}

/// Schema of an open file.
pub fn version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Applies the steps that are missing. `path` is where the pinned backups go; a new file needs none.
pub fn migrate(connection: &mut Connection, path: &Path, steps: &[&str]) -> Result<(), StoreError> {
    let present = version(connection)?;
    for (number, step) in (1u32..).zip(steps).filter(|(number, _)| *number > present) {
        if number > 1 {
            crate::backup::pin(connection, path, number - 1)?;
        }
        let transaction = connection.transaction()?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}
