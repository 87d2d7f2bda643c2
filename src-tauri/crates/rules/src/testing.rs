//! The shipped data, for tests only.

use crate::{Calendar, LoadError, RowView, RuleSet, check_catalogue};
use desk_model::{Cell, CodeList, CodeLists, EntryId, Finding, PartialDate, Payload, Severity, Template};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

fn assets(folder: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../assets")
        .join(folder)
}

/// One shipped code list.
pub(crate) fn list(id: &str) -> CodeList {
    let path = assets("codes").join(format!("{id}.toml"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    CodeList::from_toml(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All shipped code lists, read once.
pub(crate) fn lists() -> &'static CodeLists {
    static LISTS: OnceLock<CodeLists> = OnceLock::new();
    LISTS.get_or_init(read_lists)
}

fn read_lists() -> CodeLists {
    let files = std::fs::read_dir(assets("codes")).unwrap();
    files
        .map(|file| {
            let stem = file
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned();
            (stem.clone().into_boxed_str(), list(&stem))
        })
        .collect()
}

/// The shipped calendar.
pub(crate) fn calendar() -> Calendar {
    Calendar::from_toml(&std::fs::read_to_string(assets("calendars").join("cn.toml")).unwrap()).unwrap()
}

/// A field from its TOML keys.
pub(crate) fn field(toml: &str) -> desk_model::Field {
    toml::from_str(toml).unwrap()
}

/// A day or month in ISO form.
pub(crate) fn day(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// The day on which all tests run.
pub(crate) fn today() -> jiff::civil::Date {
    jiff::civil::date(2026, 6, 1)
}

/// `CODE severity field` for each finding.
pub(crate) fn summary(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(line).collect()
}

fn line(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    };
    let field = finding.field.as_ref().map_or("", |field| field.as_str());
    format!("{} {severity} {field}", finding.rule)
}

/// The compiled rules of a small template.
pub(crate) struct Sheet {
    pub(crate) rules: RuleSet,
}

impl Sheet {
    /// A template of these `[[field]]` and `[[rule]]` tables.
    pub(crate) fn new(tables: &str) -> Self {
        let rules = Self::compile(tables).unwrap_or_else(|error| panic!("{error}"));
        Self { rules }
    }

    pub(crate) fn compile(tables: &str) -> Result<RuleSet, LoadError> {
        let head =
            "id = \"sample\"\nversion = \"2026.1\"\ntitle = { zh-CN = \"样表\" }\nnotice = \"一(三)\"\n";
        let template = Template::from_toml("sample.toml", &format!("{head}{tables}"));
        let template = template.unwrap_or_else(|error| panic!("{error}"));
        RuleSet::compile(&template, lists(), Arc::new(calendar()))
    }

    /// Findings of one row.
    pub(crate) fn check(&self, cells: &[(&str, Cell)]) -> Vec<Finding> {
        self.check_all(&[row(cells)])
    }

    /// Findings of several rows, numbered from 1.
    pub(crate) fn check_all(&self, payloads: &[Payload]) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut go_on = |_| ControlFlow::Continue(());
        let mut out = |finding| found.push(finding);
        check_catalogue(&self.rules, views(payloads), today(), &mut out, &mut go_on).unwrap();
        found
    }
}

/// Rows numbered from 1; the entry has the number of its row.
pub(crate) fn views(payloads: &[Payload]) -> impl Iterator<Item = RowView<'_>> {
    payloads.iter().zip(1u32..).map(|(payload, row)| RowView {
        entry: EntryId(i64::from(row)),
        row,
        payload,
    })
}

/// A row of these cells.
pub(crate) fn row(cells: &[(&str, Cell)]) -> Payload {
    let mut payload = Payload::default();
    for (name, cell) in cells {
        payload.set((*name).into(), cell.clone());
    }
    payload
}

/// A template with the one field `name`.
pub(crate) struct Table(Sheet);

impl Table {
    /// A text field with these further keys.
    pub(crate) fn new(keys: &str) -> Self {
        Self::typed("text", keys)
    }

    /// A field of a type with these further keys.
    pub(crate) fn typed(kind: &str, keys: &str) -> Self {
        let field = format!("[[field]]\nname = \"name\"\ntitle = \"名称\"\ntype = \"{kind}\"\n{keys}\n");
        Self(Sheet::new(&field))
    }

    /// Findings when the field holds this.
    pub(crate) fn check(&self, cell: Option<Cell>) -> Vec<Finding> {
        let cells: Vec<_> = cell.map(|cell| ("name", cell)).into_iter().collect();
        self.0.check(&cells)
    }
}
