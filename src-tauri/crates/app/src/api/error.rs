//! The one error shape of the window and the terminal: a code with words for its placeholders.
//!
//! `error.<code>` in the wording files says what happened, `error_next.<code>` what to do; a test proves
//! that every code here has both.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What went wrong, for people to act on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApiError {
    /// Code; one of [`CODES`].
    pub code: String,
    /// Words for the message.
    pub params: BTreeMap<String, String>,
    /// 技术细节: what support needs, folded away.
    pub detail: Option<String>,
}

/// Every code that can reach a person.
pub const CODES: &[&str] = &[
    "asset_broken",
    "bad_request",
    "cancelled",
    "catalogue_not_found",
    "choose_table",
    "entry_not_found",
    "export_failed",
    "export_no_folder",
    "export_not_whole",
    "export_occupied",
    "file_broken",
    "file_empty",
    "file_encrypted",
    "file_not_found",
    "file_not_spreadsheet",
    "file_stopped_reader",
    "file_too_large",
    "file_unreadable",
    "internal",
    "library_damaged",
    "library_locked",
    "library_missing_folder",
    "library_newer",
    "library_not_a_library",
    "library_read_only",
    "library_unavailable",
    "not_a_package",
    "nothing_to_export",
    "nothing_to_import",
    "office_file_broken",
    "paste_too_wide",
    "profile_broken",
    "profile_not_found",
    "reader_missing",
    "template_broken",
    "template_not_found",
];

impl ApiError {
    /// An error of one of the [`CODES`].
    pub fn new(code: &str) -> Self {
        debug_assert!(CODES.contains(&code), "{code} is not in the table of codes");
        Self {
            code: code.to_owned(),
            params: BTreeMap::new(),
            detail: None,
        }
    }

    /// Fills a placeholder of the message.
    pub fn with(mut self, name: &str, word: &(impl ToString + ?Sized)) -> Self {
        self.params.insert(name.to_owned(), word.to_string());
        self
    }

    /// Keeps what support needs.
    pub fn detail(mut self, detail: &(impl ToString + ?Sized)) -> Self {
        self.detail = Some(detail.to_string());
        self
    }

    /// Exit code of `desk` (DESIGN §7): 2 for wrong input, 3 for an internal or I/O failure.
    pub fn exit_code(&self) -> u8 {
        match self.code.as_str() {
            "internal" | "library_unavailable" | "asset_broken" => 3,
            _ => 2,
        }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}", self.code, self.params)
    }
}

impl std::error::Error for ApiError {}

impl From<crate::assets::AssetError> for ApiError {
    fn from(error: crate::assets::AssetError) -> Self {
        Self::new("asset_broken").detail(&error)
    }
}
