//! All rules of one template, compiled once: what a check runs.

use crate::expression::{self, Columns, CrossRule};
use crate::kinds::code_list::FieldList;
use crate::kinds::pattern;
use crate::kinds::unique::UniqueRule;
use crate::shared::CodeTables;
use crate::{Calendar, LoadError};
use desk_model::{CodeLists, FieldName, Template, TemplateKey};
use regex::Regex;
use std::sync::Arc;

/// The compiled rules of one template version; immutable, shared by all runs.
#[derive(Debug)]
pub struct RuleSet {
    pub(crate) template: TemplateKey,
    pub(crate) columns: Columns,
    pub(crate) patterns: Vec<Option<Regex>>,
    pub(crate) lists: Vec<Option<FieldList>>,
    pub(crate) unique: Vec<UniqueRule>,
    pub(crate) cross: Vec<CrossRule>,
    pub(crate) tables: CodeTables,
    pub(crate) calendar: Arc<Calendar>,
}

impl RuleSet {
    /// Compiles the rules of a template. `lists` are all shipped code lists: those that fields name and those of the
    /// built-in checks.
    pub fn compile(
        template: &Template,
        lists: &CodeLists,
        calendar: Arc<Calendar>,
    ) -> Result<Self, LoadError> {
        let key = template.key_of();
        let columns = Columns::new(&template.fields);
        let tables = CodeTables::from(lists).map_err(|list| LoadError::MissingList { list: list.into() })?;
        let cross = template
            .rules
            .iter()
            .map(|spec| expression::compile(&key, spec, &columns))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            patterns: patterns(template, &key)?,
            lists: field_lists(template, &key, lists)?,
            unique: unique_rules(template),
            cross,
            columns,
            tables,
            calendar,
            template: key,
        })
    }

    /// The template version these rules belong to.
    pub fn template(&self) -> &TemplateKey {
        &self.template
    }
}

fn patterns(template: &Template, key: &TemplateKey) -> Result<Vec<Option<Regex>>, LoadError> {
    let compile = |field: &desk_model::Field| {
        let source = field.constraints.pattern.as_deref();
        let compiled = source.map(pattern::compile).transpose();
        compiled.map_err(|error| LoadError::Pattern {
            template: key.clone(),
            field: field.name.clone(),
            detail: error.to_string(),
        })
    };
    template.fields.iter().map(compile).collect()
}

fn field_lists(
    template: &Template,
    key: &TemplateKey,
    lists: &CodeLists,
) -> Result<Vec<Option<FieldList>>, LoadError> {
    let find = |field: &desk_model::Field| match &field.codes {
        None => Ok(None),
        Some(id) => match lists.get(&**id) {
            Some(list) => Ok(Some(FieldList::new(list))),
            None => Err(LoadError::FieldList {
                template: key.clone(),
                field: field.name.clone(),
                list: id.clone(),
            }),
        },
    };
    template.fields.iter().map(find).collect()
}

/// The business key and the further combinations; one that stands twice is checked once.
fn unique_rules(template: &Template) -> Vec<UniqueRule> {
    let mut combinations: Vec<&Vec<FieldName>> = Vec::new();
    for combination in std::iter::once(&template.key).chain(&template.unique) {
        if !combination.is_empty() && !combinations.contains(&combination) {
            combinations.push(combination);
        }
    }
    let rule = |names: &Vec<FieldName>| UniqueRule {
        fields: names
            .iter()
            .filter_map(|name| template.field(name.as_str()).cloned())
            .collect(),
    };
    combinations.into_iter().map(rule).collect()
}
