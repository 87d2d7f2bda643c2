//! The product's data: templates, code lists, calendars, offices, profiles, wording and samples.
//!
//! Everything is embedded, so one binary is the whole product; a folder given by the person (template
//! packs, house profiles) is laid over it, file by file.

use desk_model::{CodeList, CodeLists, Template, TemplateError};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(RustEmbed)]
#[folder = "../../../assets/"]
struct Embedded;

/// Why the product's data cannot be used. Shipped data is tested, so this names a person's own file.
#[derive(Debug, thiserror::Error)]
pub enum AssetError {
    /// A template is broken.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A data file is not what its folder says.
    #[error("{file}: {detail}")]
    Data {
        /// File.
        file: String,
        /// The parser's words.
        detail: String,
    },
    /// A file is missing.
    #[error("{file} is missing")]
    Missing {
        /// File.
        file: String,
    },
}

/// Embedded files with an optional folder laid over them.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    overlay: Option<PathBuf>,
}

impl Assets {
    /// The shipped data, with a person's folder laid over it.
    pub fn with_overlay(overlay: Option<PathBuf>) -> Self {
        Self { overlay }
    }

    /// One file's bytes, e.g. `portals/datapackage.toml`.
    pub fn bytes(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        let own = self
            .overlay
            .as_ref()
            .and_then(|dir| std::fs::read(dir.join(path)).ok());
        own.map(Cow::Owned)
            .or_else(|| Embedded::get(path).map(|file| file.data))
    }

    /// One file's text.
    pub fn text(&self, path: &str) -> Result<String, AssetError> {
        let bytes = self.bytes(path).ok_or_else(|| AssetError::Missing {
            file: path.to_owned(),
        })?;
        String::from_utf8(bytes.into_owned()).map_err(|error| AssetError::Data {
            file: path.to_owned(),
            detail: error.to_string(),
        })
    }

    /// Paths below a folder with an extension, sorted.
    pub fn list(&self, folder: &str, extension: &str) -> Vec<String> {
        let prefix = format!("{folder}/");
        let suffix = format!(".{extension}");
        let mut paths: Vec<String> = Embedded::iter().map(Cow::into_owned).collect();
        if let Some(dir) = &self.overlay {
            collect_files(dir, &dir.join(folder), &mut paths);
        }
        paths.retain(|path| path.starts_with(&prefix) && path.ends_with(&suffix));
        paths.sort();
        paths.dedup();
        paths
    }

    /// All templates by id, with their verbatim text.
    pub fn templates(&self) -> Result<BTreeMap<String, (Template, String)>, AssetError> {
        let mut templates = BTreeMap::new();
        for path in self.list("templates", "toml") {
            let text = self.text(&path)?;
            let template = Template::from_toml(&path, &text)?;
            templates.insert(template.id.to_string(), (template, text));
        }
        Ok(templates)
    }

    /// All code lists by id. `assets/codes` also holds data files of the code checks, which have no `[[code]]`.
    pub fn code_lists(&self) -> Result<CodeLists, AssetError> {
        let mut lists = CodeLists::new();
        for path in self.list("codes", "toml") {
            let text = self.text(&path)?;
            if !text.contains("[[code]]") {
                continue;
            }
            let list = CodeList::from_toml(&text).map_err(|error| AssetError::Data {
                file: path,
                detail: error.to_string(),
            })?;
            lists.insert(list.id.clone(), list);
        }
        Ok(lists)
    }
}

fn collect_files(root: &std::path::Path, folder: &std::path::Path, paths: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect_files(root, &path, paths);
        } else if let Ok(relative) = path.strip_prefix(root) {
            paths.push(relative.to_string_lossy().replace('\\', "/"));
        }
    }
}
