//! The wording is total: both languages have the same keys and every error code has its words.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

use desk_app::api::error::CODES;
use desk_app::assets::Assets;
use desk_app::words::Words;
use serde_json::Value;
use std::collections::BTreeMap;

fn texts(lang: &str) -> BTreeMap<String, String> {
    fn walk(prefix: &str, value: &Value, out: &mut BTreeMap<String, String>) {
        match value {
            Value::Object(map) => map
                .iter()
                .for_each(|(key, inner)| walk(&format!("{prefix}.{key}"), inner, out)),
            other => drop(out.insert(prefix.to_owned(), other.as_str().unwrap().to_owned())),
        }
    }
    let mut out = BTreeMap::new();
    let json = Assets::default().text(&format!("locales/{lang}.json")).unwrap();
    walk("", &serde_json::from_str(&json).unwrap(), &mut out);
    out
}

fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|part| part.split('}').next())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn both_languages_have_the_same_keys_and_placeholders() {
    let (chinese, english) = (texts("zh-CN"), texts("en"));
    assert_eq!(
        chinese.keys().collect::<Vec<_>>(),
        english.keys().collect::<Vec<_>>()
    );
    for (key, text) in &chinese {
        assert_eq!(placeholders(text), placeholders(&english[key]), "{key}");
    }
}

#[test]
fn every_error_says_what_happened_and_what_to_do_next() {
    for lang in ["zh-CN", "en"] {
        let words = Words::load(&Assets::default(), lang).unwrap();
        for code in CODES {
            for key in [format!("error.{code}"), format!("error_next.{code}")] {
                assert!(words.find(&key, []).is_some(), "{lang}: {key}");
            }
        }
    }
}
