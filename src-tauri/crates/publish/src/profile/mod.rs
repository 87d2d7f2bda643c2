//! Portal profiles (门户适配): how one portal wants its import, as data in `assets/portals`.

mod package;

use crate::PublishError;
pub use package::{
    Added, CsvPart, Licence, PackageForm, PagePart, PageWords, SiteTags, TickStyle, View, WorkbookPart,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Stable id.
    pub id: String,
    /// Title by language.
    pub title: BTreeMap<String, String>,
    /// What it writes, by language.
    pub about: BTreeMap<String, String>,
    /// What it writes, in detail.
    pub form: Form,
}

/// The forms a portal can ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A data package with views for people.
    Package(Box<PackageForm>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    id: String,
    title: BTreeMap<String, String>,
    about: BTreeMap<String, String>,
    package: Box<PackageForm>,
}

impl Profile {
    /// Reads a profile; `file` names it in errors.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, PublishError> {
        let broken = |detail: String| PublishError::Profile {
            file: file.to_owned(),
            detail,
        };
        let read: ProfileFile = toml::from_str(text).map_err(|error| broken(error.to_string()))?;
        if !read.package.file_name.contains("{id}") {
            return Err(broken("package.file_name: {id}".to_owned()));
        }
        Ok(Self {
            id: read.id,
            title: read.title,
            about: read.about,
            form: Form::Package(read.package),
        })
    }

    /// Title in a language, else Chinese.
    pub fn title_in(&self, lang: &str) -> &str {
        text_in(&self.title, lang).unwrap_or(&self.id)
    }

    /// What it writes, in a language, else Chinese.
    pub fn about_in(&self, lang: &str) -> &str {
        text_in(&self.about, lang).unwrap_or_default()
    }
}

fn text_in<'t>(texts: &'t BTreeMap<String, String>, lang: &str) -> Option<&'t str> {
    texts.get(lang).or_else(|| texts.get("zh-CN")).map(String::as_str)
}

/// Fills `{name}` placeholders.
pub(crate) fn filled(text: &str, words: &[(&str, &str)]) -> String {
    let mut out = text.to_owned();
    for (name, word) in words {
        out = out.replace(&format!("{{{name}}}"), word);
    }
    out
}
