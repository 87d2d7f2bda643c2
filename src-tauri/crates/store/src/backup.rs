//! Backups beside the library: made by SQLite's online backup, kept only when they pass `quick_check`,
//! thinned to a ring; pinned ones (before a migration or a restore) stay.

use crate::library::quick_check;
use crate::migration;
use crate::{Library, StoreError};
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The ring: how many leading characters of a [`stamp`] name a period (hour, day, month), and of how many
/// periods the newest backup is kept.
const RING: [(usize, usize); 3] = [
    ("YYYYMMDD-HH".len(), 24),
    ("YYYYMMDD".len(), 31),
    ("YYYYMM".len(), 24),
];

/// A backup made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
}

/// A file name beside the library, e.g. its lock.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn folder(path: &Path) -> PathBuf {
    beside(path, ".backups")
}

/// Copies an open library to a new file and proves the copy; a copy that fails leaves nothing behind.
fn copy_to(connection: &Connection, target: &Path) -> Result<(), StoreError> {
    let parent = target.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent)?;
    let unfinished = tempfile::NamedTempFile::new_in(parent)?;
    {
        let mut copy = Connection::open(unfinished.path())?;
        let backup = rusqlite::backup::Backup::new(connection, &mut copy)?;
        backup.run_to_completion(4096, std::time::Duration::ZERO, None)?;
        drop(backup);
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        quick_check(&copy, target)?;
    }
    unfinished.as_file().sync_all()?;
    unfinished
        .persist(target)
        .map_err(|error| StoreError::Io(error.error))?;
    Ok(())
}

/// A backup that the ring never removes, made before a migration.
pub(crate) fn pin(connection: &Connection, path: &Path, version: u32) -> Result<PathBuf, StoreError> {
    let target = folder(path).join(format!("pinned-schema-{version}.desklib"));
    copy_to(connection, &target)?;
    Ok(target)
}

/// `2026-11-23T14:05:09+08:00` → `20261123-140509`, which sorts by time.
fn stamp(at: &str) -> String {
    let digits: String = at.chars().take(19).filter(char::is_ascii_digit).collect();
    let (day, time) = digits.split_at(digits.len().min(8));
    format!("{day}-{time}")
}

impl Library {
    /// Makes a backup now and thins the ring.
    pub fn back_up(&self, at: &str) -> Result<Backup, StoreError> {
        let folder = folder(self.path());
        let path = folder.join(format!("{}.desklib", stamp(at)));
        copy_to(&self.connection, &path)?;
        for superfluous in thinned_out(&self.backups()?) {
            std::fs::remove_file(folder.join(superfluous))?;
        }
        Ok(Backup { path })
    }

    /// File names of the ring's backups, newest first.
    pub fn backups(&self) -> Result<Vec<String>, StoreError> {
        let folder = folder(self.path());
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let mut names = Vec::new();
        for file in std::fs::read_dir(folder)? {
            let name = file?.file_name().to_string_lossy().into_owned();
            if name.ends_with(".desklib") && name.starts_with(|c: char| c.is_ascii_digit()) {
                names.push(name);
            }
        }
        names.sort_unstable_by(|a, b| b.cmp(a));
        Ok(names)
    }

    /// Puts a backup's content in place of the library's. The backup is proved first, the present
    /// content is kept as a pinned backup whose path is returned.
    pub fn restore(&mut self, backup: &Path, at: &str) -> Result<PathBuf, StoreError> {
        self.writable()?;
        let not_a_library = |_| StoreError::NotALibrary {
            path: backup.to_owned(),
        };
        let source =
            Connection::open_with_flags(backup, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(not_a_library)?;
        let mark: i32 = source
            .pragma_query_value(None, "application_id", |row| row.get(0))
            .map_err(not_a_library)?;
        if mark != migration::APPLICATION_ID {
            return Err(StoreError::NotALibrary {
                path: backup.to_owned(),
            });
        }
        let (found, known) = (migration::version(&source)?, migration::known());
        if found > known {
            return Err(StoreError::Newer {
                path: backup.to_owned(),
                found,
                known,
            });
        }
        quick_check(&source, backup)?;
        let kept = folder(self.path()).join(format!("pinned-before-restore-{}.desklib", stamp(at)));
        copy_to(&self.connection, &kept)?;
        let copy = rusqlite::backup::Backup::new(&source, &mut self.connection)?;
        copy.run_to_completion(4096, std::time::Duration::ZERO, None)?;
        drop(copy);
        let path = self.path().to_owned();
        migration::migrate(&mut self.connection, &path, migration::STEPS)?;
        Ok(kept)
    }
}

/// Names that no slot of the ring holds; `names` are newest first and begin with a [`stamp`].
/// Each ring keeps the newest backup of each of its last periods (hour, day, month).
fn thinned_out(names: &[String]) -> Vec<&str> {
    let mut kept: BTreeSet<&str> = names.iter().take(1).map(String::as_str).collect();
    for (length, slots) in RING {
        let mut seen = BTreeSet::new();
        for name in names {
            let period = name.get(..length).unwrap_or(name);
            if seen.len() < slots && seen.insert(period) {
                kept.insert(name);
            }
        }
    }
    names
        .iter()
        .map(String::as_str)
        .filter(|name| !kept.contains(name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ring_keeps_the_newest_of_each_hour_day_and_month() {
        let names: Vec<String> = [
            "20261123-140509",
            "20261123-140001",
            "20261122-090000",
            "20261122-080000",
            "20260101-000000",
        ]
        .iter()
        .map(|s| format!("{s}.desklib"))
        .collect();
        assert_eq!(thinned_out(&names), ["20261123-140001.desklib"]);
    }
}
