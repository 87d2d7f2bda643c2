//! Export, verification and the publication log.

use super::catalogue::CatalogueSummary;
use super::finding::FindingView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A portal profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProfileView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it writes.
    pub about: String,
}

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportRequest {
    /// Profile id.
    pub profile: String,
    /// Target folder, or file ending in `.zip`.
    pub out: String,
    /// Catalogue ids.
    pub catalogues: Vec<String>,
}

/// One file of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackageFile {
    /// Path inside the package.
    pub path: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Hash in hex.
    pub sha256: String,
}

/// A catalogue that may not go out yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Refused {
    /// The catalogue.
    pub catalogue: CatalogueSummary,
    /// Its error-level findings.
    pub findings: Vec<FindingView>,
}

/// The outcome of an export.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportResult {
    /// Where the package is.
    pub path: String,
    /// Was it written?
    pub done: bool,
    /// Was it read back and found whole?
    pub verified: bool,
    /// Its files.
    pub files: Vec<PackageFile>,
    /// Why not, when refused.
    pub refused: Vec<Refused>,
}

/// One problem of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackageProblem {
    /// File inside the package.
    pub file: String,
    /// What is wrong.
    pub message: String,
}

/// The outcome of a verification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerifyView {
    /// Whole?
    pub ok: bool,
    /// Files checked.
    pub checked: u32,
    /// Problems.
    pub problems: Vec<PackageProblem>,
}

/// One line of the publication log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PublicationView {
    /// Id.
    pub id: String,
    /// When.
    pub at: String,
    /// Profile.
    pub profile: String,
    /// Where to.
    pub path: String,
    /// Catalogue titles.
    pub catalogues: Vec<String>,
    /// Hash of the manifest.
    pub sha256: String,
}
