//! The library (资料库): one SQLite file that holds everything (DESIGN §4, §4a).
//!
//! Entries are append-only versions. Every write is one operation in one transaction; undo and redo add
//! versions that point at existing payloads. This crate knows nothing of spreadsheets, rules or windows.

mod backup;
mod error;
mod journal;
mod library;
mod migration;
mod search;
pub mod table;

pub use backup::Backup;
pub use error::StoreError;
pub use journal::{Changed, OpKind, Operation, Tx};
pub use library::{Library, OpenMode, OpenOptions};
pub use search::Hit;
pub use table::catalogue::{Catalogue, NewCatalogue};
pub use table::entry::{NewEntry, StoredEntry, Version};
pub use table::finding::{FindingCounts, StoredFinding};
pub use table::office::OfficeRow;
pub use table::publication::Publication;
pub use table::source::Source;
