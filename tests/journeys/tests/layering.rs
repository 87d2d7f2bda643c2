//! The edges of DESIGN §2 and no other, proved over `cargo metadata`.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

use serde_json::Value;
use std::collections::BTreeMap;
use std::process::Command;

/// Which crates of the workspace each crate may use.
const ALLOWED: &[(&str, &[&str])] = &[
    ("desk-model", &[]),
    ("desk-rules", &["desk-model"]),
    ("desk-sheets", &["desk-model"]),
    ("desk-markup", &["desk-model"]),
    ("desk-store", &["desk-model"]),
    ("desk-exchange", &["desk-model"]),
    ("desk-publish", &["desk-model", "desk-markup"]),
    ("desk-reader", &["desk-model", "desk-sheets"]),
    (
        "desk-app",
        &[
            "desk-model",
            "desk-rules",
            "desk-sheets",
            "desk-markup",
            "desk-store",
            "desk-exchange",
            "desk-publish",
        ],
    ),
    ("desk-cli", &["desk-model", "desk-app"]),
    ("disclosure-desk", &["desk-model", "desk-app"]),
    ("desk-journeys", &[]),
    ("xtask", &[]),
];

/// Heavy outside crates and the only crate that may name each.
const OWNERS: &[(&str, &str)] = &[
    ("rusqlite", "desk-store"),
    ("calamine", "desk-sheets"),
    ("rust_xlsxwriter", "desk-publish"),
    ("pulldown-cmark", "desk-markup"),
    ("tauri", "disclosure-desk"),
];

/// Every workspace crate with its own, non-development dependencies.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let name = |value: &Value| value["name"].as_str().unwrap().to_owned();
    let own = |package: &Value| {
        let all = package["dependencies"].as_array().unwrap().iter();
        all.filter(|d| d["kind"].as_str() != Some("dev"))
            .map(name)
            .collect()
    };
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| (name(package), own(package)))
        .collect()
}

#[test]
fn crates_of_the_workspace_use_each_other_only_along_the_drawn_edges() {
    for (package, used) in dependencies() {
        let allowed = ALLOWED.iter().find(|(name, _)| *name == package);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{package} is not in the drawing"));
        for dependency in used
            .iter()
            .filter(|name| ALLOWED.iter().any(|(known, _)| known == name))
        {
            assert!(
                allowed.contains(&dependency.as_str()),
                "{package} must not use {dependency}"
            );
        }
    }
}

#[test]
fn heavy_outside_crates_stay_in_their_own_leaf() {
    for (package, used) in dependencies() {
        for (heavy, owner) in OWNERS {
            let named = used
                .iter()
                .any(|name| name == heavy || (*heavy == "tauri" && name.starts_with("tauri")));
            assert!(!named || package == *owner, "{package} must not name {heavy}");
        }
    }
}
