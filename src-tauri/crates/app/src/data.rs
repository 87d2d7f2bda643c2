//! The immutable data one run works with: templates, code lists, offices, wording.

use crate::assets::{AssetError, Assets};
use crate::offices::{self, Office};
use crate::words::Words;
use desk_model::{CodeLists, Template, TemplateId};
use desk_rules::Calendar;
use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

/// A template with the verbatim text that a library keeps (DESIGN §4a).
#[derive(Debug, Clone)]
pub struct ShippedTemplate {
    /// The template.
    pub template: Arc<Template>,
    /// Its TOML text.
    pub text: String,
}

/// Everything that is read once at start and never changes, but for the language.
#[derive(Debug)]
pub struct Data {
    /// The files behind it.
    pub assets: Assets,
    /// Templates by id.
    pub templates: BTreeMap<TemplateId, ShippedTemplate>,
    /// Code lists by id.
    pub lists: Arc<CodeLists>,
    /// Working days of China.
    pub calendar: Arc<Calendar>,
    /// The office tree, parents first.
    pub offices: Vec<Office>,
    words: RwLock<Arc<Words>>,
}

impl Data {
    /// Loads everything; the first broken file stops the start and is named.
    pub fn load(assets: Assets, lang: &str) -> Result<Self, AssetError> {
        let templates = assets.templates()?.into_iter().map(|(id, (template, text))| {
            (
                TemplateId::from(id),
                ShippedTemplate {
                    template: Arc::new(template),
                    text,
                },
            )
        });
        Ok(Self {
            templates: templates.collect(),
            lists: Arc::new(assets.code_lists()?),
            calendar: Arc::new(calendar(&assets)?),
            offices: offices::shipped(&assets)?,
            words: RwLock::new(Arc::new(Words::load(&assets, lang)?)),
            assets,
        })
    }

    /// The wording in use.
    pub fn words(&self) -> Arc<Words> {
        Arc::clone(
            &self
                .words
                .read()
                .unwrap_or_else(std::sync::PoisonError::into_inner),
        )
    }

    /// Switches the language.
    pub fn speak(&self, lang: &str) -> Result<(), AssetError> {
        let words = Arc::new(Words::load(&self.assets, lang)?);
        *self
            .words
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = words;
        Ok(())
    }

    /// A shipped template.
    pub fn template(&self, id: &str) -> Option<&ShippedTemplate> {
        self.templates.get(id)
    }
}

fn calendar(assets: &Assets) -> Result<Calendar, AssetError> {
    const FILE: &str = "calendars/cn.toml";
    Calendar::from_toml(&assets.text(FILE)?).map_err(|error| AssetError::Data {
        file: FILE.to_owned(),
        detail: error.to_string(),
    })
}
