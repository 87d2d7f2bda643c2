//! Disks, sticks and packages that are not as they should be.

use crate::support::{Stock, profile, tree};
use desk_publish::{Manifest, ProblemKind, PublishError, verify, write};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Problems of a package, by file.
fn problems(path: &Path) -> Vec<(String, ProblemKind)> {
    let found = verify(path).unwrap().problems;
    found.into_iter().map(|p| (p.file, p.kind)).collect()
}

#[test]
fn a_stick_pulled_out_while_writing_is_told_and_the_older_package_stays() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    Stock::new(2).write(&out).unwrap();
    let before = tree(&out);
    let stock = Stock::new(40);
    let outcome = write(&stock.snapshot(), &profile(), &out, &mut |done, _| {
        if done == 50 {
            for entry in std::fs::read_dir(folder.path()).unwrap() {
                let path = entry.unwrap().path();
                if path != out {
                    std::fs::remove_dir_all(path).unwrap();
                }
            }
        }
        Ok(())
    });
    let failure = outcome.unwrap_err();
    assert_eq!(failure.reason(), Some(ErrorKind::NotFound), "{failure}");
    assert_eq!(tree(&out), before);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_told_with_its_path() {
    let outcome = Stock::new(1).write(Path::new("/proc/out"));
    assert!(matches!(outcome, Err(PublishError::Io { path, .. }) if path == Path::new("/proc")));
}

#[test]
fn a_zip_that_leads_out_of_its_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("slip.zip");
    let mut writer = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for name in ["../slip.csv", "/etc/slip", "c:\\slip", "manifest.json"] {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).unwrap();
        writer.write_all(b"{}").unwrap();
    }
    writer.finish().unwrap();
    let found = problems(&path);
    let outside = found
        .iter()
        .filter(|(_, kind)| *kind == ProblemKind::Outside)
        .count();
    assert_eq!(outside, 3, "{found:?}");
}

#[test]
fn a_manifest_that_names_a_file_elsewhere_is_refused_without_opening_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    Stock::new(1).write(&out).unwrap();
    let path = out.join("manifest.json");
    let mut manifest: Manifest = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    manifest.files[0].path = "../../secret".to_owned();
    std::fs::write(&path, serde_json::to_vec(&manifest).unwrap()).unwrap();
    assert!(problems(&out).contains(&("../../secret".to_owned(), ProblemKind::Outside)));
}

/// Changes a file and its fingerprint in the manifest, as somebody who hides a change would.
fn hide(out: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(out.join(name), bytes).unwrap();
    let path = out.join("manifest.json");
    let mut manifest: Manifest = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let file = manifest.files.iter_mut().find(|file| file.path == name).unwrap();
    file.bytes = bytes.len() as u64;
    file.sha256 = sha256(bytes);
    std::fs::write(&path, serde_json::to_vec(&manifest).unwrap()).unwrap();
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    format!("{:x}", Sha256::digest(bytes))
}

#[test]
fn a_change_hidden_in_the_manifest_still_disagrees_with_the_descriptor_or_the_counts() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    Stock::new(3).write(&out).unwrap();
    let csv = std::fs::read(out.join("data/catalogue-1.csv")).unwrap();
    let half = csv.iter().take(csv.len() / 2).copied().collect::<Vec<_>>();
    hide(&out, "data/catalogue-1.csv", &half);
    let found = problems(&out);
    assert!(
        found.contains(&("data/catalogue-1.csv".to_owned(), ProblemKind::Changed)),
        "{found:?}"
    );

    Stock::new(3).write(&out).unwrap();
    let other = folder.path().join("other");
    Stock::new(4).write(&other).unwrap();
    let longer = std::fs::read(other.join("tables/catalogue-1.xlsx")).unwrap();
    hide(&out, "tables/catalogue-1.xlsx", &longer);
    assert_eq!(
        problems(&out),
        [("tables/catalogue-1.xlsx".to_owned(), ProblemKind::Rows)]
    );
}

#[test]
fn one_changed_byte_in_a_zip_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.zip");
    Stock::new(2).write(&out).unwrap();
    let whole = std::fs::read(&out).unwrap();
    let mut missed = Vec::new();
    for at in (0..whole.len()).step_by(997) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        std::fs::write(&out, &bytes).unwrap();
        if verify(&out).is_ok_and(|found| found.is_whole()) {
            missed.push(at);
        }
    }
    // Times and permissions in the zip's own directory are not part of the content.
    assert!(missed.len() <= whole.len() / 997 / 20, "{missed:?}");
}
