//! What is published: catalogues as they stood after one operation.

use crate::PublishError;
use desk_model::{CodeLists, Payload, Template};

/// The moment that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Number of the last operation in it.
    pub operation: i64,
    /// When that operation was done, RFC 3339 with offset.
    pub at: String,
}

/// Who publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// Code.
    pub code: String,
    /// Full name.
    pub title: String,
}

/// Entries in order; read more than once, so they come from where they are kept.
pub trait Entries {
    /// Hands over every entry; stops at the first error.
    fn each(&self, f: &mut dyn FnMut(&Payload) -> Result<(), PublishError>) -> Result<(), PublishError>;
}

impl Entries for Vec<Payload> {
    fn each(&self, f: &mut dyn FnMut(&Payload) -> Result<(), PublishError>) -> Result<(), PublishError> {
        self.iter().try_for_each(f)
    }
}

/// One catalogue of the edition.
pub struct Issue<'a> {
    /// Number of the catalogue in its library; names its files.
    pub id: i64,
    /// Title.
    pub title: String,
    /// Period, e.g. `2026`.
    pub period: String,
    /// Whose it is.
    pub office: Publisher,
    /// When it was last changed, RFC 3339.
    pub updated_at: String,
    /// Its format.
    pub template: &'a Template,
    /// Its entries.
    pub entries: &'a dyn Entries,
    /// How many entries there are, for progress.
    pub count: u64,
}

/// All that is published together.
pub struct Snapshot<'a> {
    /// The moment.
    pub edition: Edition,
    /// Who publishes.
    pub publisher: Publisher,
    /// Catalogues in order.
    pub issues: Vec<Issue<'a>>,
    /// Titles of codes.
    pub lists: &'a CodeLists,
}

/// Hears how many of how many rows are written and may stop the work.
pub type Step<'a> = dyn FnMut(u64, u64) -> Result<(), PublishError> + 'a;
