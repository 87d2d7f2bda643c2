//! One open library with the data, the clock and the person who works in it.
//!
//! Every write goes through [`Session::transact`]; reads take the library alone, so that a second,
//! read-only connection can serve the window while a long import writes.

use crate::api::ApiError;
use crate::data::Data;
use crate::ops::check::Checked;
use desk_model::CatalogueId;
use desk_store::{Changed, Library, OpKind, OpenMode, OpenOptions, StoreError, Tx};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Tells the time as RFC 3339 with offset; a parameter, so that tests and exports are repeatable.
pub type Clock = Arc<dyn Fn() -> String + Send + Sync>;

/// What a session needs to know about its surroundings.
#[derive(Clone)]
pub struct Surroundings {
    /// The immutable data.
    pub data: Arc<Data>,
    /// The clock.
    pub clock: Clock,
    /// Who works here; written into the operation log.
    pub person: String,
}

/// One open library.
pub struct Session {
    /// The library; writes go through [`Session::transact`].
    pub library: Library,
    /// Data, clock, person.
    pub around: Surroundings,
    /// Catalogues checked whole in this session.
    pub(crate) checked: BTreeMap<CatalogueId, Checked>,
}

impl Session {
    /// Opens a library for writing, creating it when it is not there.
    pub fn open(path: &Path, around: Surroundings) -> Result<Self, ApiError> {
        Self::open_as(path, around, OpenMode::ReadWrite)
    }

    /// Opens a library for reading; works while a window holds it.
    pub fn open_to_read(path: &Path, around: Surroundings) -> Result<Self, ApiError> {
        Self::open_as(path, around, OpenMode::ReadOnly)
    }

    fn open_as(path: &Path, around: Surroundings, mode: OpenMode) -> Result<Self, ApiError> {
        let options = OpenOptions {
            mode,
            person: around.person.clone(),
        };
        let library = Library::open(path, &options)?;
        Ok(Self {
            library,
            around,
            checked: BTreeMap::new(),
        })
    }

    /// One user action: one transaction, one undo step.
    pub fn transact<T>(
        &mut self,
        kind: &OpKind,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, ApiError>,
    ) -> Result<Changed<T>, ApiError> {
        let now = (self.around.clock)();
        self.library.transact(kind, &now, work)
    }

    /// The data of this run.
    pub fn data(&self) -> &Data {
        &self.around.data
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let detail = error.to_string();
        let mapped = match error {
            StoreError::Locked { path } => Self::new("library_locked").with("path", &path.display()),
            StoreError::Newer { path, found, known } => Self::new("library_newer")
                .with("path", &path.display())
                .with("found", &found)
                .with("known", &known),
            StoreError::NotALibrary { path } => {
                Self::new("library_not_a_library").with("path", &path.display())
            }
            StoreError::Damaged { path, .. } => Self::new("library_damaged").with("path", &path.display()),
            StoreError::MissingFolder { path } => {
                Self::new("library_missing_folder").with("path", &path.display())
            }
            StoreError::ReadOnly { path } => Self::new("library_read_only").with("path", &path.display()),
            _ => Self::new("library_unavailable"),
        };
        mapped.detail(&detail)
    }
}

/// The computer's time, RFC 3339 with offset.
pub fn system_time() -> String {
    jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The person's name in the system; empty when the system has none.
pub fn system_person() -> String {
    let name = std::env::var("USER").or_else(|_| std::env::var("USERNAME"));
    name.unwrap_or_default()
}

/// Where the platform keeps a person's data; the current folder where it keeps none.
pub fn default_library() -> PathBuf {
    const NAME: &str = "library.desklib";
    let place = directories::ProjectDirs::from("cn", "", "disclosure-desk");
    place.map_or_else(|| PathBuf::from(NAME), |place| place.data_dir().join(NAME))
}
