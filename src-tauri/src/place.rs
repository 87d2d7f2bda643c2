//! Which library this window works in.

use desk_app::api::ApiError;
use sha2::{Digest, Sha256};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The library named on the command line, else in `DESK_LIBRARY`, else the platform's place.
pub fn library(arguments: impl Iterator<Item = OsString>) -> PathBuf {
    let named = arguments
        .map(PathBuf::from)
        .find(|path| path.extension().is_some_and(|e| e == "desklib"));
    let named = named.or_else(|| std::env::var_os("DESK_LIBRARY").map(PathBuf::from));
    named.unwrap_or_else(desk_app::session::default_library)
}

/// A folder laid over the shipped data, e.g. a house's own templates.
pub fn overlay() -> Option<PathBuf> {
    std::env::var_os("DESK_ASSETS").map(PathBuf::from)
}

/// Makes the folder of the platform's own place; a folder that a person named must be there.
pub fn prepare(library: &Path) -> Result<(), ApiError> {
    match library.parent() {
        Some(folder) if library == desk_app::session::default_library() => std::fs::create_dir_all(folder)
            .map_err(|error| ApiError::new("library_unavailable").detail(&error)),
        _ => Ok(()),
    }
}

/// A name on the session bus, the same for every window on one library.
pub fn instance_name(library: &Path) -> String {
    let full = std::path::absolute(library).unwrap_or_else(|_| library.to_owned());
    let digest = Sha256::digest(full.to_string_lossy().as_bytes());
    format!("cn.disclosure_desk.Library{digest:x}")
}
