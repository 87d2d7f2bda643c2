//! Code lists (代码表): closed vocabularies such as the 14 channels or the ten power types.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One code with its title and the spellings seen in the wild.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The code as stored and exported.
    pub code: Box<str>,
    /// Its official title.
    pub title: Box<str>,
    /// Other spellings that mean the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Box<str>>,
}

/// One list; `assets/codes/<id>.toml` holds `id`, `title`, `source` and `[[code]]` tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeList {
    /// Id that fields name, e.g. `channels`.
    pub id: Box<str>,
    /// Title for people.
    pub title: Box<str>,
    /// Where the list comes from (文号, standard, clause).
    pub source: Box<str>,
    /// May a value outside the list be kept (a warning, not an error)?
    #[serde(default)]
    pub open: bool,
    /// The codes in their official order.
    #[serde(rename = "code", default)]
    pub codes: Vec<Code>,
}

impl CodeList {
    /// Reads one TOML file's text.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The entry of a code.
    pub fn by_code(&self, code: &str) -> Option<&Code> {
        self.codes.iter().find(|c| &*c.code == code)
    }

    /// The entry that a written word means: its code, title or a synonym, compared exactly.
    /// Callers normalise widths and spaces first.
    pub fn by_word(&self, word: &str) -> Option<&Code> {
        self.codes
            .iter()
            .find(|c| &*c.title == word || &*c.code == word || c.synonyms.iter().any(|s| &**s == word))
    }

    /// Title of a code; the code itself when the list does not know it.
    pub fn title_of<'a>(&'a self, code: &'a str) -> &'a str {
        self.by_code(code).map_or(code, |c| &c.title)
    }
}

/// All lists by id.
pub type CodeLists = BTreeMap<Box<str>, CodeList>;
