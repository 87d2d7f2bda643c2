use crate::support::*;
use desk_store::{Library, OpKind, OpenMode, StoreError};

#[test]
fn a_second_writer_is_refused_while_reading_still_works() {
    let (_folder, path, mut library) = fresh();
    catalogue(&mut library, "低保");
    let second = Library::open(&path, &options(OpenMode::ReadWrite));
    assert!(matches!(second, Err(StoreError::Locked { .. })));
    let reader = Library::open(&path, &options(OpenMode::ReadOnly)).unwrap();
    assert_eq!(reader.catalogues().unwrap().len(), 1);
    drop(library);
    assert!(Library::open(&path, &options(OpenMode::ReadWrite)).is_ok());
}

#[test]
fn a_library_of_a_newer_edition_is_refused_and_keeps_every_byte() {
    let (_folder, path, library) = fresh();
    drop(library);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.pragma_update(None, "journal_mode", "DELETE").unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let before = std::fs::read(&path).unwrap();
    let opened = Library::open(&path, &options(OpenMode::ReadWrite));
    assert!(matches!(opened, Err(StoreError::Newer { found: 99, .. })));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn files_that_are_no_library_are_refused_untouched() {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in [
        (
            "a.desklib",
            &b"not a database at all, but long enough to be read"[..],
        ),
        ("b.desklib", b"PK\x03\x04"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        let opened = Library::open(&path, &options(OpenMode::ReadWrite));
        assert!(matches!(opened, Err(StoreError::NotALibrary { .. })), "{name}");
        assert_eq!(std::fs::read(&path).unwrap(), content);
    }
    let missing = folder.path().join("没有/library.desklib");
    assert!(matches!(
        Library::open(&missing, &options(OpenMode::ReadWrite)),
        Err(StoreError::MissingFolder { .. })
    ));
}

#[test]
fn damage_is_found_when_a_library_is_opened() {
    let (_folder, path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    let names: Vec<String> = (0..2000).map(|n| format!("第{n}项")).collect();
    append(
        &mut library,
        id,
        &names.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    drop(library);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xA5);
    std::fs::write(&path, bytes).unwrap();
    assert!(matches!(
        Library::open(&path, &options(OpenMode::ReadWrite)),
        Err(StoreError::Damaged { .. })
    ));
}

#[test]
fn work_that_fails_or_breaks_off_leaves_nothing() {
    let (_folder, path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    let before = dump(&library);
    let failed = library.transact::<(), StoreError>(&OpKind::new("import"), AT, |tx| {
        tx.entries().insert(id, None, &payload("甲"), "甲")?;
        Err(StoreError::NotFound { what: "entry", id: 1 })
    });
    assert!(failed.is_err());
    assert_eq!(dump(&library), before);
    drop(library);
    assert_eq!(dump(&open(&path)), before);
}

#[test]
fn a_backup_restores_and_the_replaced_content_is_kept() {
    let (_folder, _path, mut library) = fresh();
    let id = catalogue(&mut library, "低保");
    append(&mut library, id, &["甲"]);
    let good = dump(&library);
    let backup = library.back_up(AT).unwrap();
    append(&mut library, id, &["乙"]);
    let later = dump(&library);
    let kept = library
        .restore(&backup.path, "2026-11-23T10:00:00+08:00")
        .unwrap();
    assert_eq!(dump(&library), good);
    assert_eq!(
        dump(&Library::open(&kept, &options(OpenMode::ReadOnly)).unwrap()),
        later
    );
    let nonsense = backup.path.with_file_name("nonsense.desklib");
    std::fs::write(&nonsense, "nonsense").unwrap();
    assert!(library.restore(&nonsense, AT).is_err());
    assert_eq!(dump(&library), good);
}
