//! Publishing (发布): an immutable snapshot of catalogues becomes files, the files a portal package, and the
//! package is read back and proved before success is reported (DESIGN §6).
//!
//! Nothing here asks a clock: every date comes from the edition, so the same content gives the same bytes.

#![cfg_attr(
    test,
    expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")
)]

mod csv_file;
mod descriptor;
mod error;
mod manifest;
mod names;
mod package;
mod page;
mod place;
pub mod profile;
mod report;
mod shape;
mod sheet_file;
mod snapshot;
mod survey;
mod verify;

pub use error::PublishError;
pub use manifest::{Manifest, PackedFile};
pub use package::{Package, write};
pub use profile::{Form, PackageForm, Profile, TickStyle, View};
pub use report::{ReportSheet, write_report};
pub use snapshot::{Edition, Entries, Issue, Publisher, Snapshot, Step};
pub use verify::{Problem, ProblemKind, Verification, verify};
