use crate::support::*;

fn found(library: &desk_store::Library, text: &str) -> Vec<String> {
    let hits = library.search(text, 20).unwrap();
    hits.into_iter().map(|hit| hit.payload).collect()
}

#[test]
fn words_of_two_characters_one_character_and_digits_are_found() {
    let (_folder, _path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["最低生活保障审批", "供水报装", "GB32100代码"]);
    assert_eq!(found(&library, "低生"), [payload("最低生活保障审批")]);
    assert_eq!(found(&library, "保障"), [payload("最低生活保障审批")]);
    assert_eq!(found(&library, "供水 报装"), [payload("供水报装")]);
    assert_eq!(found(&library, "装"), [payload("供水报装")]);
    assert_eq!(found(&library, "gb3210"), [payload("GB32100代码")]);
    assert!(found(&library, "水供").is_empty());
    assert!(found(&library, "\"* OR").is_empty());
}

#[test]
fn old_versions_and_undone_entries_are_not_found() {
    let (_folder, _path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["供水报装"]);
    let entry = entries(&library, id)[0];
    edit(&mut library, entry, "供电报装");
    assert!(found(&library, "供水").is_empty());
    assert_eq!(found(&library, "供电"), [payload("供电报装")]);
    library.undo(AT).unwrap();
    assert_eq!(found(&library, "供水"), [payload("供水报装")]);
    library.undo(AT).unwrap();
    assert!(found(&library, "供水").is_empty());
}
