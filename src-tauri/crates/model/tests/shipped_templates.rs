//! The shipped templates and code lists load, name each other truly and carry examples.

use desk_model::{CodeList, CodeLists, FieldType, Template};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("the folder can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "toml") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn templates() -> Vec<Template> {
    let files = toml_files(&assets().join("templates"));
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("the template is UTF-8");
        Template::from_toml(&path.display().to_string(), &text).unwrap_or_else(|error| panic!("{error}"))
    };
    files.iter().map(read).collect()
}

/// Files of `assets/codes` with `[[code]]` tables; the others are data of the code checks.
fn code_lists() -> CodeLists {
    let mut lists = CodeLists::new();
    for path in toml_files(&assets().join("codes")) {
        let text = std::fs::read_to_string(&path).expect("the code list is UTF-8");
        if !text.contains("[[code]]") {
            continue;
        }
        let list = CodeList::from_toml(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(
            path.file_stem().and_then(|s| s.to_str()),
            Some(&*list.id),
            "a code list's file is named for its id"
        );
        lists.insert(list.id.clone(), list);
    }
    lists
}

fn locale(lang: &str) -> serde_json::Value {
    let path = assets().join(format!("locales/{lang}.json"));
    let text = std::fs::read_to_string(path).expect("the locale file is there");
    serde_json::from_str(&text).expect("the locale file is JSON")
}

#[test]
fn the_three_templates_of_the_main_road_are_there() {
    let ids: BTreeSet<String> = templates().iter().map(|t| t.id.to_string()).collect();
    for id in ["grassroots_catalogue", "service_disclosure", "service_commitment"] {
        assert!(ids.contains(id), "{id} is missing");
    }
    assert_eq!(ids.len(), templates().len(), "two templates share an id");
}

#[test]
fn every_code_list_that_a_field_names_exists() {
    let lists = code_lists();
    for template in templates() {
        for field in &template.fields {
            if let Some(id) = &field.codes {
                assert!(
                    lists.contains_key(id),
                    "{} {}: no code list {id}",
                    template.id,
                    field.name
                );
            }
        }
    }
}

#[test]
fn a_word_that_a_clerk_writes_in_a_field_means_one_code_only() {
    let lists = code_lists();
    let named: BTreeSet<Box<str>> = templates()
        .iter()
        .flat_map(|t| t.fields.iter().filter_map(|f| f.codes.clone()))
        .collect();
    for list in named.iter().filter_map(|id| lists.get(id)) {
        let mut meaning: BTreeMap<&str, &str> = BTreeMap::new();
        for code in &list.codes {
            let words: BTreeSet<&str> = [&*code.code, &*code.title]
                .into_iter()
                .chain(code.synonyms.iter().map(AsRef::as_ref))
                .collect();
            for word in words {
                let before = meaning.insert(word, &code.code);
                assert_eq!(before, None, "{}: {word} means two codes", list.id);
            }
        }
    }
}

#[test]
fn a_header_means_one_field_only() {
    for template in templates() {
        let mut meaning: BTreeMap<String, &str> = BTreeMap::new();
        for field in &template.fields {
            let words: BTreeSet<String> = std::iter::once(field.path())
                .chain(field.synonyms.iter().map(ToString::to_string))
                .collect();
            for word in words {
                let before = meaning.insert(word.clone(), field.name.as_str());
                assert_eq!(
                    before, None,
                    "{}: the header {word} means two fields",
                    template.id
                );
            }
        }
    }
}

#[test]
fn every_template_has_good_and_bad_examples_and_every_rule_is_shown_broken() {
    for template in templates() {
        assert!(
            template.example.good.len() >= 2,
            "{}: fewer than 2 good rows",
            template.id
        );
        assert!(
            template.example.bad.len() >= 3,
            "{}: fewer than 3 bad rows",
            template.id
        );
        let shown: BTreeSet<&str> = template.example.bad.iter().map(|b| &*b.rule).collect();
        for rule in &template.rules {
            assert!(
                shown.contains(&*rule.code),
                "{}: no bad row for {}",
                template.id,
                rule.code
            );
        }
    }
}

#[test]
fn rule_codes_are_unique_over_all_templates_and_each_rule_cites_its_basis() {
    let mut codes = BTreeSet::new();
    let mut count = 0;
    for template in templates() {
        for rule in &template.rules {
            assert!(codes.insert(rule.code.clone()), "{} is used twice", rule.code);
            assert!(rule.basis.is_some(), "{} has no basis", rule.code);
            count += 1;
        }
    }
    assert!(count >= 6, "fewer than six cross-field rules");
}

#[test]
fn every_rule_has_a_message_and_a_next_step_in_both_languages() {
    for lang in ["zh-CN", "en"] {
        let words = locale(lang);
        for template in templates() {
            for rule in &template.rules {
                for table in ["rule", "rule_next"] {
                    assert!(
                        words[table][&*rule.message].is_string(),
                        "{lang}: {table}.{} is missing",
                        rule.message
                    );
                }
            }
        }
    }
}

#[test]
fn every_field_helps_the_clerk() {
    for template in templates() {
        for field in &template.fields {
            assert!(
                !field.help.is_empty(),
                "{} {} has no help",
                template.id,
                field.name
            );
            let listed = matches!(field.kind, FieldType::Ticks | FieldType::Code | FieldType::Codes);
            assert_eq!(
                listed,
                field.codes.is_some(),
                "{} {}: code list and type disagree",
                template.id,
                field.name
            );
        }
    }
}

#[test]
fn the_disclosure_catalogue_holds_the_thirteen_elements_of_the_notice_in_order() {
    let elements = [
        "服务职能",
        "服务范围",
        "办理时限",
        "办理流程",
        "办理结果",
        "工作制度",
        "行为准则",
        "服务标准",
        "服务承诺",
        "收费依据",
        "处罚依据",
        "便民电话",
        "监督部门电话",
    ];
    let all = templates();
    let template = all
        .iter()
        .find(|t| t.id.as_str() == "service_disclosure")
        .expect("shipped");
    let required: Vec<&str> = template
        .fields
        .iter()
        .filter(|f| f.required && f.name.as_str() != "body_name")
        .map(|f| &*f.title)
        .collect();
    assert_eq!(required, elements);
}

fn table(path: &str) -> toml::Table {
    let text = std::fs::read_to_string(assets().join(path)).expect("the data file is there");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text_of<'a>(row: &'a toml::Value, key: &str) -> &'a str {
    row.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

fn rows<'a>(table: &'a toml::Table, key: &str) -> &'a [toml::Value] {
    table
        .get(key)
        .and_then(toml::Value::as_array)
        .map_or(&[], Vec::as_slice)
}

#[test]
fn every_office_stands_below_an_office_named_before_it() {
    let data = table("offices/yiyang.toml");
    let mut codes = BTreeSet::new();
    for office in rows(&data, "office") {
        let (code, parent) = (text_of(office, "code"), text_of(office, "parent"));
        assert!(
            parent.is_empty() || codes.contains(parent),
            "{code}: {parent} comes later or is missing"
        );
        assert!(codes.insert(code), "{code} is there twice");
    }
    let statistical =
        |o: &&toml::Value| o.get("statistical_only").and_then(toml::Value::as_bool) == Some(true);
    let counties: Vec<&str> = rows(&data, "office")
        .iter()
        .filter(statistical)
        .filter(|o| text_of(o, "kind") == "county")
        .map(|o| text_of(o, "code"))
        .collect();
    assert_eq!(
        counties,
        ["430971", "430972"],
        "only these two county codes are statistical"
    );
}

#[test]
fn the_sample_library_gives_each_county_a_catalogue_and_names_only_what_exists() {
    let library = table("samples/sample_library.toml");
    let data = table("offices/yiyang.toml");
    let offices: BTreeSet<&str> = rows(&data, "office").iter().map(|o| text_of(o, "code")).collect();
    let templates: BTreeSet<String> = templates().iter().map(|t| t.id.to_string()).collect();
    let mut served = BTreeSet::new();
    let mut titles = BTreeSet::new();
    for sample in rows(&library, "sample") {
        let file = text_of(sample, "file");
        assert!(assets().join("samples").join(file).is_file(), "{file} is missing");
        assert!(
            offices.contains(text_of(sample, "office")),
            "{file}: no such office"
        );
        assert!(
            templates.contains(text_of(sample, "template")),
            "{file}: no such template"
        );
        assert!(
            titles.insert(text_of(sample, "title")),
            "{file}: the title is used twice"
        );
        served.insert(text_of(sample, "office"));
    }
    let counties = rows(&data, "office")
        .iter()
        .filter(|o| text_of(o, "kind") == "county");
    for county in counties.map(|o| text_of(o, "code")) {
        assert!(served.contains(county), "{county} has no sample catalogue");
    }
}
