//! Backup, restore and self-examination.

use crate::api::ApiError;
use crate::api::home::{BackupView, DoctorCheck, DoctorView};
use crate::data::Data;
use crate::session::Session;
use desk_store::Library;
use std::path::Path;

/// Makes a backup now.
pub fn back_up(library: &Library, at: &str) -> Result<BackupView, ApiError> {
    let backup = library.back_up(at)?;
    Ok(BackupView {
        path: backup.path.display().to_string(),
        at: at.to_owned(),
    })
}

/// Puts a backup in place; returns where the replaced content is kept.
pub fn restore(session: &mut Session, backup: &Path) -> Result<String, ApiError> {
    if !backup.is_file() {
        return Err(ApiError::new("file_not_found").with("file", &backup.display()));
    }
    let at = (session.around.clock)();
    Ok(session.library.restore(backup, &at)?.display().to_string())
}

/// Examines the library and the data; each line says what was found.
pub fn examine(library: &Library, data: &Data) -> Result<DoctorView, ApiError> {
    let chain = library.verify_chain();
    let backups = library.backups()?;
    let check = |name: &str, ok: bool, detail: String| DoctorCheck {
        name: name.to_owned(),
        ok,
        detail,
    };
    Ok(DoctorView {
        checks: vec![
            check(
                "library",
                library.is_available(),
                library.path().display().to_string(),
            ),
            check(
                "chain",
                chain.is_ok(),
                chain.map_or_else(|error| error.to_string(), |count| count.to_string()),
            ),
            check(
                "reader",
                crate::reader::program().is_some(),
                crate::reader::program().map_or_else(String::new, |path| path.display().to_string()),
            ),
            check(
                "templates",
                !data.templates.is_empty(),
                data.templates.len().to_string(),
            ),
            check(
                "backup",
                !backups.is_empty(),
                backups.into_iter().next().unwrap_or_default(),
            ),
        ],
    })
}
