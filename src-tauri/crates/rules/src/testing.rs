//! The shipped data, for tests only.

use crate::Calendar;
use desk_model::{CodeList, CodeLists};
use std::path::PathBuf;

fn assets(folder: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../assets")
        .join(folder)
}

/// One shipped code list.
pub(crate) fn list(id: &str) -> CodeList {
    let path = assets("codes").join(format!("{id}.toml"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    CodeList::from_toml(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All shipped code lists.
pub(crate) fn lists() -> CodeLists {
    let files = std::fs::read_dir(assets("codes")).unwrap();
    files
        .map(|file| {
            let stem = file
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned();
            (stem.clone().into_boxed_str(), list(&stem))
        })
        .collect()
}

/// The shipped calendar.
pub(crate) fn calendar() -> Calendar {
    Calendar::from_toml(&std::fs::read_to_string(assets("calendars").join("cn.toml")).unwrap()).unwrap()
}

/// A field from its TOML keys.
pub(crate) fn field(toml: &str) -> desk_model::Field {
    toml::from_str(toml).unwrap()
}
