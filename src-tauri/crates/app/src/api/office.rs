//! Offices: the four-level tree and the clerk's own place in it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An office by code and name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficeRef {
    /// Code.
    pub code: String,
    /// Name.
    pub title: String,
}

/// One node of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficeNode {
    /// Code.
    pub code: String,
    /// Name.
    pub title: String,
    /// `city`, `county`, `township`, `village`, `department` or `institution`.
    pub kind: String,
    /// True for a code that only statistics uses (430971, 430972), not GB/T 2260.
    pub statistical_only: bool,
    /// Code of the office above.
    pub parent: Option<String>,
    /// Catalogues of this very office.
    pub catalogues: u32,
}
