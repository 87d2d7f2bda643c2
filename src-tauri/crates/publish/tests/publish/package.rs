//! Written whole or not at all, the same bytes for the same content, every change seen.

use crate::support::{Stock, profile, tree};
use desk_publish::{ProblemKind, PublishError, verify, write};
use std::path::Path;

fn left_in(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().display().to_string());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let stock = Stock::new(12);
    stock.write(&folder.path().join("a")).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    stock.write(&folder.path().join("b")).unwrap();
    assert_eq!(tree(&folder.path().join("a")), tree(&folder.path().join("b")));
    stock.write(&folder.path().join("a.zip")).unwrap();
    stock.write(&folder.path().join("b.zip")).unwrap();
    let bytes = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert_eq!(bytes("a.zip"), bytes("b.zip"));
}

#[test]
fn a_package_is_whole_as_folder_and_as_zip_and_leaves_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let stock = Stock::new(5);
    for name in ["out", "out.zip"] {
        let package = stock.write(&folder.path().join(name)).unwrap();
        let proof = verify(&package.path).unwrap();
        assert!(proof.is_whole(), "{:?}", proof.problems);
        assert_eq!(usize::try_from(proof.files).unwrap(), package.files.len());
    }
    assert_eq!(left_in(folder.path()), ["out", "out.zip"]);
}

#[test]
fn every_kind_of_tampering_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    Stock::new(3).write(&out).unwrap();
    let page = out.join("pages/catalogue-1.html");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, text.replacen("资阳区", "赫山区", 1)).unwrap();
    std::fs::remove_file(out.join("tables/catalogue-2.xlsx")).unwrap();
    std::fs::write(out.join("data/more.csv"), "x").unwrap();
    let mut found: Vec<(String, ProblemKind)> = verify(&out)
        .unwrap()
        .problems
        .into_iter()
        .map(|p| (p.file, p.kind))
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    let expected = [
        ("data/more.csv", ProblemKind::Extra),
        ("pages/catalogue-1.html", ProblemKind::Changed),
        ("tables/catalogue-2.xlsx", ProblemKind::Missing),
    ];
    assert_eq!(found, expected.map(|(file, kind)| (file.to_owned(), kind)));
    std::fs::write(out.join("manifest.json"), "{").unwrap();
    assert_eq!(verify(&out).unwrap().problems[0].kind, ProblemKind::Unreadable);
}

#[test]
fn a_folder_that_is_no_package_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("我的文件");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("重要.docx"), "x").unwrap();
    assert!(matches!(
        Stock::new(1).write(&out),
        Err(PublishError::Occupied { .. })
    ));
    assert_eq!(left_in(&out), ["重要.docx"]);
    let file = folder.path().join("照片.zip");
    std::fs::write(&file, "no zip").unwrap();
    assert!(matches!(
        Stock::new(1).write(&file),
        Err(PublishError::Occupied { .. })
    ));
    assert_eq!(std::fs::read(&file).unwrap(), b"no zip");
    assert_eq!(left_in(folder.path()).len(), 2);
}

#[test]
fn a_cancelled_export_leaves_nothing_and_keeps_the_older_package() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    Stock::new(2).write(&out).unwrap();
    let before = tree(&out);
    let stock = Stock::new(50);
    let outcome = write(&stock.snapshot(), &profile(), &out, &mut |done, _| {
        if done > 60 {
            Err(PublishError::Cancelled)
        } else {
            Ok(())
        }
    });
    assert!(matches!(outcome, Err(PublishError::Cancelled)));
    assert_eq!(tree(&out), before);
    assert_eq!(left_in(folder.path()), ["out"]);
}

#[test]
fn a_newer_package_takes_the_place_of_the_older_one() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    Stock::new(2).write(&out).unwrap();
    let newer = Stock::new(4).write(&out).unwrap();
    assert!(newer.files.iter().any(|file| file.rows == Some(4)));
    assert!(verify(&out).unwrap().is_whole());
    assert_eq!(left_in(folder.path()), ["out"]);
}

#[test]
fn a_missing_folder_is_named_and_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("没有/out");
    assert!(matches!(
        Stock::new(1).write(&out),
        Err(PublishError::NoFolder { .. })
    ));
    assert!(left_in(folder.path()).is_empty());
}

#[test]
fn the_descriptor_promises_only_what_every_row_keeps() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    Stock::new(9).write(&out).unwrap();
    let text = std::fs::read_to_string(out.join("datapackage.json")).unwrap();
    let descriptor: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(descriptor["created"], crate::support::AT);
    for resource in descriptor["resources"].as_array().unwrap() {
        let path = out.join(resource["path"].as_str().unwrap());
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(resource["bytes"], bytes.len());
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let header: Vec<String> = reader.headers().unwrap().iter().map(ToOwned::to_owned).collect();
        assert_eq!(
            header,
            fields
                .iter()
                .map(|f| f["name"].as_str().unwrap())
                .collect::<Vec<_>>()
        );
        for record in reader.records() {
            for (field, text) in fields.iter().zip(&record.unwrap()) {
                assert!(
                    field["constraints"]["required"] != true || !text.is_empty(),
                    "{field}"
                );
            }
        }
    }
}
