//! A library in a temporary folder and a readable dump of what lives in it.

use desk_model::{CatalogueId, EntryId, TemplateKey};
use desk_store::{Library, NewCatalogue, NewEntry, OpKind, OpenMode, OpenOptions, StoreError};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub const AT: &str = "2026-11-23T09:00:00+08:00";

pub fn options(mode: OpenMode) -> OpenOptions {
    OpenOptions {
        mode,
        person: "王某".to_owned(),
    }
}

pub fn open(path: &Path) -> Library {
    Library::open(path, &options(OpenMode::ReadWrite)).unwrap()
}

pub fn fresh() -> (TempDir, PathBuf, Library) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("益阳.desklib");
    let library = open(&path);
    (folder, path, library)
}

pub fn payload(name: &str) -> String {
    format!(r#"{{"f":{{"name":"{name}"}}}}"#)
}

pub fn catalogue(library: &mut Library, title: &str) -> CatalogueId {
    let template = TemplateKey {
        id: "sample".into(),
        version: "1".into(),
    };
    let new = NewCatalogue {
        template,
        office: "430903".into(),
        title: title.to_owned(),
        period: "2026".to_owned(),
    };
    let done =
        library.transact::<_, StoreError>(&OpKind::new("catalogue_create").with("title", title), AT, |tx| {
            tx.templates().keep(&new.template, "id = \"sample\"")?;
            tx.catalogues().create(&new)
        });
    done.unwrap().value
}

pub fn append(library: &mut Library, id: CatalogueId, names: &[&str]) {
    let payloads: Vec<String> = names.iter().map(|n| payload(n)).collect();
    let entries = payloads.iter().zip(names).map(|(payload, name)| NewEntry {
        payload,
        search: name,
        source_row: None,
    });
    let entries: Vec<NewEntry<'_>> = entries.collect();
    library
        .transact::<_, StoreError>(&OpKind::new("import"), AT, |tx| {
            tx.entries().append(id, None, entries)
        })
        .unwrap();
}

pub fn edit(library: &mut Library, entry: EntryId, name: &str) {
    let work = |tx: &mut desk_store::Tx<'_>| tx.entries().update(entry, &payload(name), name);
    library
        .transact::<_, StoreError>(&OpKind::new("cells_edit"), AT, work)
        .unwrap();
}

pub fn entries(library: &Library, id: CatalogueId) -> Vec<EntryId> {
    library
        .rows(id, 0, 10_000)
        .unwrap()
        .into_iter()
        .map(|e| e.id)
        .collect()
}

/// Titles and entries of all living catalogues, by id.
pub fn dump(library: &Library) -> Vec<String> {
    let mut catalogues = library.catalogues().unwrap();
    catalogues.sort_by_key(|c| c.id);
    let line = |c: &desk_store::Catalogue| {
        let rows = library.rows(c.id, 0, 10_000).unwrap();
        let rows: Vec<String> = rows.iter().map(|e| format!("{}={}", e.id, e.payload)).collect();
        format!("{} {}: {}", c.id, c.title, rows.join(" "))
    };
    catalogues.iter().map(line).collect()
}
