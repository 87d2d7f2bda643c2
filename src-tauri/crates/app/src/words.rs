//! Wording from `assets/locales`: one source of words for the window, the terminal and reports.

use crate::assets::{AssetError, Assets};
use serde_json::Value;
use std::collections::BTreeMap;

/// All texts of one language, by dotted key, with `{name}` placeholders.
#[derive(Debug, Clone)]
pub struct Words {
    lang: String,
    texts: BTreeMap<String, String>,
}

impl Words {
    /// Loads a language; an unknown one falls back to `zh-CN`.
    pub fn load(assets: &Assets, lang: &str) -> Result<Self, AssetError> {
        let lang = if lang == "en" { "en" } else { "zh-CN" };
        let file = format!("locales/{lang}.json");
        let json: Value = serde_json::from_str(&assets.text(&file)?).map_err(|error| AssetError::Data {
            file,
            detail: error.to_string(),
        })?;
        let mut texts = BTreeMap::new();
        flatten("", &json, &mut texts);
        Ok(Self {
            lang: lang.to_owned(),
            texts,
        })
    }

    /// The language in use, `zh-CN` or `en`.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The text of a key with its placeholders filled; `None` when there is no such text.
    pub fn find<'a, I>(&self, key: &str, params: I) -> Option<String>
    where
        I: IntoIterator<Item = (&'a str, &'a str)>,
    {
        let mut text = self.texts.get(key)?.clone();
        for (name, word) in params {
            text = text.replace(&format!("{{{name}}}"), word);
        }
        Some(text)
    }

    /// Like [`Words::find`]; a missing text shows its key, which the wording test does not let happen.
    pub fn say<'a, I>(&self, key: &str, params: I) -> String
    where
        I: IntoIterator<Item = (&'a str, &'a str)>,
    {
        self.find(key, params).unwrap_or_else(|| key.to_owned())
    }

    /// A text without placeholders.
    pub fn plain(&self, key: &str) -> String {
        self.say(key, [])
    }
}

fn flatten(prefix: &str, value: &Value, texts: &mut BTreeMap<String, String>) {
    match value {
        Value::String(text) => {
            texts.insert(prefix.to_owned(), text.clone());
        }
        Value::Object(map) => {
            for (key, inner) in map {
                let path = if prefix.is_empty() {
                    key.clone()
                } else {
                    format!("{prefix}.{key}")
                };
                flatten(&path, inner, texts);
            }
        }
        _ => {}
    }
}
