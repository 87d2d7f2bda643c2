//! Reading a template from TOML and refusing a broken one with its line and field.

use super::{Field, FieldType, Template};
use crate::FieldName;
use regex::Regex;
use std::collections::HashSet;

/// Why a template file cannot be used; `line` and `column` are 1-based.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// Not TOML, or a key or value the format does not know.
    #[error("{file}:{line}:{column}: {detail}")]
    Syntax {
        /// File as the caller named it.
        file: String,
        /// Line.
        line: usize,
        /// Column.
        column: usize,
        /// Field being read, when known.
        field: Option<String>,
        /// The parser's words.
        detail: String,
    },
    /// Well-formed, but it contradicts itself.
    #[error("{file}:{line}: {field}: {problem:?} {word}")]
    Inconsistent {
        /// File as the caller named it.
        file: String,
        /// Line where the field or rule is declared.
        line: usize,
        /// Field or rule code at fault.
        field: String,
        /// What is wrong.
        problem: Problem,
        /// The offending word.
        word: String,
    },
}

/// What a template contradicts itself about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// A field name is not `[a-z][a-z0-9_]*`.
    BadName,
    /// Two fields share a name.
    DuplicateField,
    /// A key, rule, sort or example names a field that is not there.
    UnknownField,
    /// `ticks`, `code` and `codes` need a code list.
    CodeListMissing,
    /// The pattern is not a regular expression.
    BadPattern,
    /// Two rules share a code.
    DuplicateRule,
    /// There is no Chinese title.
    NoChineseTitle,
    /// An example names a base row that is not there.
    NoSuchExample,
}

impl Template {
    /// Reads and checks one TOML file; `file` is only used to name it in errors.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, TemplateError> {
        let template: Self = toml::from_str(text).map_err(|error| syntax_error(file, text, &error))?;
        Linter {
            file,
            text,
            template: &template,
        }
        .check()?;
        Ok(template)
    }
}

fn syntax_error(file: &str, text: &str, error: &toml::de::Error) -> TemplateError {
    let offset = error.span().map_or(0, |span| span.start.min(text.len()));
    let before = &text[..offset];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    TemplateError::Syntax {
        file: file.to_owned(),
        line,
        column,
        field: enclosing_field(before, text, offset),
        detail: error.message().to_owned(),
    }
}

/// The `name = "…"` of the `[[field]]` block around an offset.
fn enclosing_field(before: &str, text: &str, offset: usize) -> Option<String> {
    let start = before
        .rfind("[[field]]")
        .or_else(|| text[offset..].starts_with("[[field]]").then_some(offset))?;
    let block = &text[start + "[[field]]".len()..];
    let block = &block[..block.find("\n[[").unwrap_or(block.len())];
    let name = block
        .lines()
        .find_map(|l| l.trim().strip_prefix("name")?.trim().strip_prefix('='))?;
    Some(name.trim().trim_matches('"').to_owned())
}

struct Linter<'a> {
    file: &'a str,
    text: &'a str,
    template: &'a Template,
}

impl Linter<'_> {
    fn check(&self) -> Result<(), TemplateError> {
        if !self.template.title.contains_key("zh-CN") {
            return Err(self.problem("title", Problem::NoChineseTitle, ""));
        }
        let mut names = HashSet::new();
        for field in &self.template.fields {
            self.check_field(field)?;
            if !names.insert(field.name.as_str()) {
                return Err(self.problem(field.name.as_str(), Problem::DuplicateField, field.name.as_str()));
            }
        }
        self.check_names(&names)?;
        self.check_rules(&names)?;
        self.check_examples(&names)
    }

    fn check_field(&self, field: &Field) -> Result<(), TemplateError> {
        let name = field.name.as_str();
        if !Field::has_plain_name(&field.name) {
            return Err(self.problem(name, Problem::BadName, name));
        }
        let needs_codes = matches!(field.kind, FieldType::Ticks | FieldType::Code | FieldType::Codes);
        if needs_codes && field.codes.is_none() {
            return Err(self.problem(name, Problem::CodeListMissing, name));
        }
        if let Some(pattern) = &field.constraints.pattern
            && Regex::new(pattern).is_err()
        {
            return Err(self.problem(name, Problem::BadPattern, pattern));
        }
        Ok(())
    }

    fn check_names(&self, names: &HashSet<&str>) -> Result<(), TemplateError> {
        let t = self.template;
        let lists: [(&str, Vec<&FieldName>); 5] = [
            ("key", t.key.iter().collect()),
            ("unique", t.unique.iter().flatten().collect()),
            ("search", t.search.iter().collect()),
            ("sort", t.sort.iter().collect()),
            ("must", t.recognise.must.iter().collect()),
        ];
        for (key, list) in lists {
            if let Some(unknown) = list.iter().find(|n| !names.contains(n.as_str())) {
                return Err(self.problem(key, Problem::UnknownField, unknown.as_str()));
            }
        }
        Ok(())
    }

    fn check_rules(&self, names: &HashSet<&str>) -> Result<(), TemplateError> {
        let mut codes = HashSet::new();
        for rule in &self.template.rules {
            if !codes.insert(&*rule.code) {
                return Err(self.problem(&rule.code, Problem::DuplicateRule, &rule.code));
            }
            let fix = rule
                .fix
                .iter()
                .flat_map(|f| std::iter::once(&f.set).chain(&f.from));
            if let Some(unknown) = std::iter::once(&rule.field)
                .chain(fix)
                .find(|n| !names.contains(n.as_str()))
            {
                return Err(self.problem(&rule.code, Problem::UnknownField, unknown.as_str()));
            }
        }
        Ok(())
    }

    fn check_examples(&self, names: &HashSet<&str>) -> Result<(), TemplateError> {
        let example = &self.template.example;
        let rows = example.good.iter().chain(example.bad.iter().map(|b| &b.row));
        if let Some(unknown) = rows.flat_map(|r| r.keys()).find(|n| !names.contains(n.as_str())) {
            return Err(self.problem("example", Problem::UnknownField, unknown.as_str()));
        }
        match example.bad.iter().find(|b| b.base >= example.good.len()) {
            Some(bad) => Err(self.problem("example", Problem::NoSuchExample, &bad.base.to_string())),
            None => Ok(()),
        }
    }

    fn problem(&self, field: &str, problem: Problem, word: &str) -> TemplateError {
        let wanted = [format!("\"{field}\""), field.to_owned()];
        let line = wanted
            .iter()
            .find_map(|w| self.text.lines().position(|l| l.contains(w.as_str())));
        TemplateError::Inconsistent {
            file: self.file.to_owned(),
            line: line.map_or(1, |l| l + 1),
            field: field.to_owned(),
            problem,
            word: word.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
