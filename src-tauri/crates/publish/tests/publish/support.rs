//! A snapshot with the hard cases of each shipped template.

use desk_model::{
    Amount, AmountUnit, Cell, CodeList, CodeLists, LimitUnit, Payload, Template, Ticks, TimeLimit, Value,
};
use desk_publish::{Edition, Form, Issue, PackageForm, Profile, PublishError, Publisher, Snapshot, write};
use std::path::{Path, PathBuf};

pub const AT: &str = "2026-03-02T09:30:00+08:00";

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(toml_files(&path));
        } else if path.extension().is_some_and(|e| e == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

pub fn lists() -> CodeLists {
    let texts = toml_files(&assets().join("codes"))
        .into_iter()
        .map(|path| std::fs::read_to_string(path).unwrap());
    let lists = texts
        .filter(|text| text.contains("[[code]]"))
        .map(|text| CodeList::from_toml(&text).unwrap());
    lists.map(|list| (list.id.clone(), list)).collect()
}

pub fn templates() -> Vec<Template> {
    let read = |path: PathBuf| {
        Template::from_toml(
            &path.display().to_string(),
            &std::fs::read_to_string(&path).unwrap(),
        )
        .unwrap()
    };
    toml_files(&assets().join("templates"))
        .into_iter()
        .map(read)
        .collect()
}

pub fn profile() -> Profile {
    Profile::from_toml(
        "datapackage.toml",
        &std::fs::read_to_string(assets().join("portals/datapackage.toml")).unwrap(),
    )
    .unwrap()
}

/// The package form of a profile.
pub fn form(profile: &mut Profile) -> &mut PackageForm {
    let Form::Package(form) = &mut profile.form;
    form
}

/// Rows that hold something in every field, with the texts that break careless writers.
pub fn rows(template: &Template, lists: &CodeLists, count: usize) -> Vec<Payload> {
    (0..count).map(|row| payload(template, lists, row)).collect()
}

fn payload(template: &Template, lists: &CodeLists, row: usize) -> Payload {
    let hard = [
        "=1+1",
        "-5%",
        "第一行\n第二行",
        "含\"引号\"，与逗号,",
        "<b>不是标签</b>&",
        "普通文字",
    ];
    let mut payload = Payload::default();
    for (at, field) in template.fields.iter().enumerate() {
        if !field.required && (row + at).is_multiple_of(4) {
            continue;
        }
        let list = field.codes.as_ref().and_then(|id| lists.get(&**id));
        let code = list
            .and_then(|list| list.codes.get(row % list.codes.len().max(1)))
            .map(|code| code.code.clone());
        let text = if template.key.contains(&field.name) {
            format!("{} {row}", hard[(row + at) % hard.len()])
        } else {
            hard[(row + at) % hard.len()].to_owned()
        };
        let value = match field.kind {
            desk_model::FieldType::Integer => Value::Integer(i64::try_from(row % 3).unwrap()),
            desk_model::FieldType::Decimal => Value::Decimal("12.50".parse().unwrap()),
            desk_model::FieldType::Date => Value::Date("2026-02-10".parse().unwrap()),
            desk_model::FieldType::Tick => Value::Tick(true),
            desk_model::FieldType::Ticks => Value::Ticks(Ticks {
                on: code.into_iter().collect(),
                other: vec!["村村响广播".into()],
            }),
            desk_model::FieldType::Code | desk_model::FieldType::Codes => {
                Value::Codes(code.into_iter().collect())
            }
            desk_model::FieldType::TimeLimit => Value::TimeLimit(TimeLimit {
                n: 20,
                unit: LimitUnit::WorkingDay,
                from: None,
            }),
            desk_model::FieldType::Amount if row.is_multiple_of(3) => Value::NotApplicable,
            desk_model::FieldType::Amount => Value::Amount(Amount {
                number: "0.30".parse().unwrap(),
                unit: AmountUnit::TenThousandYuan,
            }),
            _ => Value::text(&text),
        };
        payload.set(field.name.clone(), Cell::from(value));
    }
    payload
}

/// Everything a snapshot borrows.
pub struct Stock {
    pub lists: CodeLists,
    pub templates: Vec<Template>,
    pub rows: Vec<Vec<Payload>>,
}

impl Stock {
    pub fn new(count: usize) -> Self {
        let (lists, templates) = (lists(), templates());
        let rows = templates
            .iter()
            .map(|template| rows(template, &lists, count))
            .collect();
        Self {
            lists,
            templates,
            rows,
        }
    }

    pub fn snapshot(&self) -> Snapshot<'_> {
        let office = Publisher {
            code: "430902".to_owned(),
            title: "资阳区".to_owned(),
        };
        let issues = (1..)
            .zip(self.templates.iter().zip(&self.rows))
            .map(|(id, (template, rows))| Issue {
                id,
                title: format!("{}（示例）", template.title_in("zh-CN")),
                period: "2026".to_owned(),
                office: office.clone(),
                updated_at: AT.to_owned(),
                template,
                entries: rows,
                count: u64::try_from(rows.len()).unwrap(),
            });
        Snapshot {
            edition: Edition {
                operation: 7,
                at: AT.to_owned(),
            },
            publisher: office.clone(),
            issues: issues.collect(),
            lists: &self.lists,
        }
    }

    pub fn write(&self, out: &Path) -> Result<desk_publish::Package, PublishError> {
        write(&self.snapshot(), &profile(), out, &mut |_, _| Ok(()))
    }
}

/// All files of a folder with their bytes.
pub fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(
                tree(&path)
                    .into_iter()
                    .map(|(name, bytes)| (format!("{}/{name}", path.file_name().unwrap().display()), bytes)),
            );
        } else {
            found.push((
                path.file_name().unwrap().display().to_string(),
                std::fs::read(&path).unwrap(),
            ));
        }
    }
    found.sort();
    found
}
