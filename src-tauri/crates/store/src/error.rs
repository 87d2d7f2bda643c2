//! What can go wrong with a library file; data only, the words are chosen by the caller.

use std::path::PathBuf;

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another window or program writes this library.
    #[error("{path} is being written by another program")]
    Locked {
        /// The library.
        path: PathBuf,
    },
    /// Written by a newer edition of the product; nothing was changed.
    #[error("{path} has schema {found}, this program knows {known}")]
    Newer {
        /// The library.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// The newest schema known here.
        known: u32,
    },
    /// Not a library, or no SQLite file at all.
    #[error("{path} is not a library")]
    NotALibrary {
        /// The file.
        path: PathBuf,
    },
    /// `quick_check` found damage.
    #[error("{path} is damaged: {detail}")]
    Damaged {
        /// The library.
        path: PathBuf,
        /// What `quick_check` says.
        detail: String,
    },
    /// The folder is not there.
    #[error("the folder of {path} does not exist")]
    MissingFolder {
        /// The library.
        path: PathBuf,
    },
    /// Opened for reading only, or the medium does not let us write.
    #[error("{path} cannot be written")]
    ReadOnly {
        /// The library.
        path: PathBuf,
    },
    /// The hash chain does not fit from this operation on.
    #[error("operation {operation} does not fit the chain")]
    ChainBroken {
        /// First operation that does not fit.
        operation: i64,
    },
    /// A row that must be there is not.
    #[error("no {what} with id {id}")]
    NotFound {
        /// What was looked for.
        what: &'static str,
        /// Its id.
        id: i64,
    },
    /// SQLite refused.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// A stored JSON text does not read back.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// The file system refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
