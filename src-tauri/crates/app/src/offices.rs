//! The office tree of `assets/offices`: city › county › township › village, departments and institutions.

use crate::assets::{AssetError, Assets};
use serde::{Deserialize, Serialize};

/// One office as its data file gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Division code, or division code + `-` + suffix for a department or institution.
    pub code: String,
    /// Full official name.
    pub title: String,
    /// `city`, `county`, `township`, `village`, `department` or `institution`.
    pub kind: String,
    /// Code of the office above.
    #[serde(default)]
    pub parent: Option<String>,
    /// True for codes that only statistics uses, not GB/T 2260.
    #[serde(default)]
    pub statistical_only: bool,
}

#[derive(Deserialize)]
struct OfficeFile {
    #[serde(rename = "office")]
    offices: Vec<Office>,
}

/// Reads an office file's text (TOML with `[[office]]` tables); `file` names it in errors.
pub fn parse(file: &str, text: &str) -> Result<Vec<Office>, AssetError> {
    toml::from_str::<OfficeFile>(text)
        .map(|f| f.offices)
        .map_err(|error| AssetError::Data {
            file: file.to_owned(),
            detail: error.to_string(),
        })
}

/// The shipped tree, parents before children.
pub fn shipped(assets: &Assets) -> Result<Vec<Office>, AssetError> {
    let mut offices = Vec::new();
    for path in assets.list("offices", "toml") {
        offices.extend(parse(&path, &assets.text(&path)?)?);
    }
    Ok(offices)
}
