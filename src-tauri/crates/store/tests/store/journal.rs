use crate::support::*;
use desk_store::{OpKind, StoreError};

#[test]
fn undo_and_redo_survive_a_restart() {
    let (_folder, path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["甲", "乙"]);
    let first = entries(&library, id)[0];
    edit(&mut library, first, "丙");
    let edited = dump(&library);
    drop(library);

    let mut library = open(&path);
    assert_eq!(library.undo(AT).unwrap().unwrap().value.kind, "cells_edit");
    assert_eq!(library.undo(AT).unwrap().unwrap().value.kind, "import");
    assert!(entries(&library, id).is_empty());
    drop(library);

    let mut library = open(&path);
    assert_eq!(library.redo(AT).unwrap().unwrap().value.kind, "import");
    assert_eq!(library.redo(AT).unwrap().unwrap().value.kind, "cells_edit");
    assert!(library.redo(AT).unwrap().is_none());
    assert_eq!(dump(&library), edited);
    library.verify_chain().unwrap();
}

#[test]
fn new_work_after_an_undo_ends_the_redo() {
    let (_folder, _path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["甲"]);
    library.undo(AT).unwrap();
    append(&mut library, id, &["乙"]);
    assert!(library.redo_target().unwrap().is_none());
    assert_eq!(library.undo(AT).unwrap().unwrap().value.kind, "import");
    assert_eq!(library.undo(AT).unwrap().unwrap().value.kind, "catalogue_create");
    assert!(dump(&library).is_empty());
}

#[test]
fn an_import_and_its_undo_copy_no_payload() {
    let (_folder, path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    let names: Vec<String> = (0..20_000).map(|n| format!("第{n}项")).collect();
    append(
        &mut library,
        id,
        &names.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    library.undo(AT).unwrap();
    library.redo(AT).unwrap();
    assert_eq!(library.catalogue(id).unwrap().unwrap().entries, 20_000);
    assert_eq!(
        library.rows(id, 19_999, 5).unwrap()[0].payload,
        payload("第19999项")
    );
    let other = rusqlite::Connection::open(path).unwrap();
    assert_eq!(
        other
            .query_row("SELECT count(*) FROM payload", [], |r| r.get::<_, u32>(0))
            .unwrap(),
        20_000
    );
}

#[test]
fn an_operation_that_changes_nothing_leaves_no_trace() {
    let (_folder, _path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["甲"]);
    let before = library.last_operation().unwrap();
    let entry = entries(&library, id)[0];
    edit(&mut library, entry, "甲");
    assert_eq!(library.last_operation().unwrap(), before);
}

#[test]
fn a_deleted_catalogue_comes_back_whole() {
    let (_folder, _path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["甲", "乙"]);
    let before = dump(&library);
    library
        .transact::<_, StoreError>(&OpKind::new("catalogue_delete"), AT, |tx| {
            tx.catalogues().delete(id)
        })
        .unwrap();
    assert!(dump(&library).is_empty());
    library.undo(AT).unwrap();
    assert_eq!(dump(&library), before);
}

#[test]
fn a_later_edit_of_history_shows_in_the_chain() {
    let (_folder, path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["甲"]);
    append(&mut library, id, &["乙"]);
    assert_eq!(library.verify_chain().unwrap(), 3);
    let other = rusqlite::Connection::open(path).unwrap();
    other
        .execute("UPDATE payload SET digest = zeroblob(32) WHERE id = 1", [])
        .unwrap();
    assert!(matches!(
        library.verify_chain(),
        Err(StoreError::ChainBroken { operation: 2 })
    ));
}

#[test]
fn purging_a_body_leaves_the_chain_whole() {
    let (_folder, path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["甲"]);
    let other = rusqlite::Connection::open(path).unwrap();
    other
        .execute("UPDATE payload SET body = NULL WHERE id = 1", [])
        .unwrap();
    library.verify_chain().unwrap();
}

#[test]
fn the_history_of_an_entry_names_who_and_what() {
    let (_folder, _path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["甲"]);
    let entry = entries(&library, id)[0];
    edit(&mut library, entry, "乙");
    let versions = library.versions(entry).unwrap();
    let kinds: Vec<&str> = versions.iter().map(|v| v.operation.kind.as_str()).collect();
    assert_eq!(kinds, ["cells_edit", "import"]);
    assert_eq!(versions[0].operation.person, "王某");
    assert_eq!(versions[1].payload.as_deref(), Some(payload("甲").as_str()));
}
