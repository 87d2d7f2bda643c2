//! The manifest: every file of a package with size and SHA-256.

use crate::{PublishError, error};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::Path;

/// Name of the manifest in a package.
pub(crate) const MANIFEST: &str = "manifest.json";
/// Name of the descriptor in a package.
pub(crate) const DESCRIPTOR: &str = "datapackage.json";

/// One file of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedFile {
    /// Path inside the package, with `/`.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256, hex.
    pub sha256: String,
    /// Records of a csv file; rows of a workbook, headings of all its sheets included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

/// What a package says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Profile that wrote it.
    pub profile: String,
    /// Number of the last operation in it.
    pub operation: i64,
    /// When that was, RFC 3339.
    pub at: String,
    /// Code of who publishes.
    pub office: String,
    /// All other files, by path.
    pub files: Vec<PackedFile>,
}

/// Size and hash of what a reader gives.
pub(crate) fn fingerprint(mut from: impl Read) -> std::io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let bytes = std::io::copy(&mut from, &mut hash)?;
    Ok((bytes, format!("{:x}", hash.finalize())))
}

/// A file that has been written.
pub(crate) fn packed(folder: &Path, path: &str, rows: Option<u64>) -> Result<PackedFile, PublishError> {
    let full = folder.join(path);
    let file = std::fs::File::open(&full).map_err(error::at(&full))?;
    let (bytes, sha256) = fingerprint(file).map_err(error::at(&full))?;
    Ok(PackedFile {
        path: path.to_owned(),
        bytes,
        sha256,
        rows,
    })
}
