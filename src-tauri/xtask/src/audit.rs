//! Licences and duplicate versions of the dependencies, over `cargo metadata`.

use crate::steps::Failed;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Licences that fit Apache-2.0, one a line.
const ALLOWED: &str = include_str!("../licences.txt");

/// Prints every dependency with a licence outside the list and every crate that comes in several versions.
pub fn run(root: &Path) -> Result<(), Failed> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1"])
        .current_dir(root)
        .output();
    let output = output.map_err(|error| Failed::Start {
        program: "cargo".to_owned(),
        error,
    })?;
    let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|error| Failed::Refused {
        why: format!("cargo metadata: {error}"),
    })?;
    let packages = metadata["packages"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut refused = 0;
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let version = package["version"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        versions.entry(name).or_default().push(version);
        if !fits(licence) {
            refused += 1;
            println!("licence: {name} {version}: {licence}");
        }
    }
    for (name, found) in versions.iter().filter(|(_, found)| found.len() > 1) {
        println!("duplicate: {name} {}", found.join(", "));
    }
    if refused == 0 {
        return Ok(());
    }
    Err(Failed::Refused {
        why: format!("{refused} licences are not on the list"),
    })
}

/// Does one alternative of an SPDX expression consist of allowed licences only?
fn fits(expression: &str) -> bool {
    let plain = expression.replace('/', " OR ").replace(['(', ')'], " ");
    plain.split(" OR ").any(|choice| {
        choice
            .split(" AND ")
            .map(str::trim)
            .all(|licence| ALLOWED.lines().any(|allowed| allowed == licence))
    })
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn one_allowed_choice_is_enough_and_unknown_licences_are_not() {
        assert!(fits("GPL-3.0 OR MIT"));
        assert!(fits("MIT/Apache-2.0"));
        assert!(fits("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!fits("GPL-3.0"));
        assert!(!fits(""));
    }
}
