//! The code lists that the built-in checks need, taken once from the shipped data.

use desk_model::{CodeList, CodeLists};
use std::sync::Arc;

/// Lists by their part in the checks.
#[derive(Debug, Clone)]
pub(crate) struct CodeTables {
    pub(crate) registrars: Arc<CodeList>,
    pub(crate) provinces: Arc<CodeList>,
    pub(crate) statistical: Arc<CodeList>,
    pub(crate) service_numbers: Arc<CodeList>,
    pub(crate) short_areas: Arc<CodeList>,
    pub(crate) card_issuers: Arc<CodeList>,
    pub(crate) ditto: Arc<CodeList>,
    pub(crate) basis: Arc<CodeList>,
}

impl CodeTables {
    /// Takes the lists; the id of the first missing one otherwise.
    pub(crate) fn from(lists: &CodeLists) -> Result<Self, &'static str> {
        let list = |id: &'static str| lists.get(id).map(|list| Arc::new(list.clone())).ok_or(id);
        Ok(Self {
            registrars: list("uscc_registrars")?,
            provinces: list("province_codes")?,
            statistical: list("statistical_divisions")?,
            service_numbers: list("service_numbers")?,
            short_areas: list("short_area_codes")?,
            card_issuers: list("bank_card_issuers")?,
            ditto: list("ditto_words")?,
            basis: list("rule_basis")?,
        })
    }
}
