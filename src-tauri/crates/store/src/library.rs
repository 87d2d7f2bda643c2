//! Opening a library: lock, marks, `quick_check`, migrations.

use crate::error::StoreError;
use crate::migration;
use rusqlite::{Connection, OpenFlags};
use std::fs::{File, OpenOptions as FileOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Reading works while another program writes; writing is for one program at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode {
    /// Take the lock; create the file when it is not there.
    ReadWrite,
    /// Look only.
    ReadOnly,
}

/// How to open.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// Read or write.
    pub mode: OpenMode,
    /// Who works; written into every operation.
    pub person: String,
}

/// One open library.
pub struct Library {
    pub(crate) connection: Connection,
    pub(crate) person: String,
    path: PathBuf,
    mode: OpenMode,
    _lock: Option<File>,
}

impl Library {
    /// Opens a library; in [`OpenMode::ReadWrite`] a missing one is created.
    pub fn open(path: &Path, options: &OpenOptions) -> Result<Self, StoreError> {
        let folder = path
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(StoreError::MissingFolder {
                path: path.to_owned(),
            });
        }
        let writing = options.mode == OpenMode::ReadWrite;
        if !path.exists() && !writing {
            return Err(StoreError::NotALibrary {
                path: path.to_owned(),
            });
        }
        let lock = if writing { Some(lock(path)?) } else { None };
        refuse_foreign(path)?;
        let mut connection = connect(path, options.mode)?;
        if writing {
            migration::migrate(&mut connection, path, migration::STEPS)?;
        }
        quick_check(&connection, path)?;
        Ok(Self {
            connection,
            person: options.person.clone(),
            path: path.to_owned(),
            mode: options.mode,
            _lock: lock,
        })
    }

    /// A second connection that only reads, so that looking never waits for a long write.
    pub fn reader(&self) -> Result<Self, StoreError> {
        Ok(Self {
            connection: connect(&self.path, OpenMode::ReadOnly)?,
            person: self.person.clone(),
            path: self.path.clone(),
            mode: OpenMode::ReadOnly,
            _lock: None,
        })
    }

    /// A connection that only reads and goes on seeing what stands in the library now, for an export.
    pub fn frozen(&self) -> Result<Self, StoreError> {
        let library = self.reader()?;
        library.connection.execute_batch("BEGIN")?;
        // The moment is fixed by the first reading.
        library.last_operation()?;
        Ok(library)
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Refuses a write on a library opened for reading.
    pub(crate) fn writable(&self) -> Result<(), StoreError> {
        if self.mode == OpenMode::ReadOnly {
            return Err(StoreError::ReadOnly {
                path: self.path.clone(),
            });
        }
        Ok(())
    }

    /// A small fact, e.g. the clerk's own office.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        Ok(rusqlite::OptionalExtension::optional(
            statement.query_row([key], |row| row.get(0)),
        )?)
    }

    /// Remembers a small fact; not an operation, so undo leaves it alone.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.writable()?;
        let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.connection.execute(sql, [key, value])?;
        Ok(())
    }

    /// Is the file still there and readable? A dead path turns the status line red.
    pub fn is_available(&self) -> bool {
        self.path.exists() && version_of(&self.connection).is_ok()
    }
}

fn version_of(connection: &Connection) -> Result<u32, StoreError> {
    migration::version(connection)
}

/// The lock beside the library; held as long as the returned file lives.
fn lock(path: &Path) -> Result<File, StoreError> {
    let name = crate::backup::beside(path, ".lock");
    let file = FileOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&name)
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                StoreError::ReadOnly {
                    path: path.to_owned(),
                }
            }
            _ => StoreError::Io(error),
        })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked {
            path: path.to_owned(),
        }),
        Err(TryLockError::Error(error)) => Err(StoreError::Io(error)),
    }
}

/// Looks at the marks without changing a byte.
fn refuse_foreign(path: &Path) -> Result<(), StoreError> {
    if !path.exists() || path.metadata()?.len() == 0 {
        return Ok(());
    }
    let not_a_library = |_| StoreError::NotALibrary {
        path: path.to_owned(),
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(not_a_library)?;
    let mark: i32 = connection
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .map_err(not_a_library)?;
    if mark != migration::APPLICATION_ID {
        return Err(StoreError::NotALibrary {
            path: path.to_owned(),
        });
    }
    let found = migration::version(&connection)?;
    if found > migration::known() {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known: migration::known(),
        });
    }
    Ok(())
}

fn connect(path: &Path, mode: OpenMode) -> Result<Connection, StoreError> {
    let flags = match mode {
        OpenMode::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        OpenMode::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    if mode == OpenMode::ReadWrite {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
    }
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "cache_size", -65_536)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

pub(crate) fn quick_check(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let damaged = |detail: String| StoreError::Damaged {
        path: path.to_owned(),
        detail,
    };
    let answer: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| damaged(error.to_string()))?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(damaged(answer))
    }
}
