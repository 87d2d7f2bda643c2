//! Getting a finished package to its place: everything is written beside it, made durable, and only then
//! takes the name. What stood there before stays until the new package is whole.

use crate::manifest::MANIFEST;
use crate::{PublishError, error};
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Prefix of unfinished work; what a crash leaves behind can be told by it.
const UNFINISHED: &str = ".desk-unfinished-";

/// Does the path name one zip file?
pub(crate) fn is_zip(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("zip"))
}

/// The folder above the package; it must be there.
fn parent(out: &Path) -> Result<PathBuf, PublishError> {
    let above = out
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    if above.is_dir() {
        Ok(above.to_owned())
    } else {
        Err(PublishError::NoFolder {
            path: above.to_owned(),
        })
    }
}

/// An empty folder beside the package.
pub(crate) fn workshop(out: &Path) -> Result<TempDir, PublishError> {
    let above = parent(out)?;
    tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempdir_in(&above)
        .map_err(error::at(&above))
}

/// Refuses to write over anything that is not a package of ours.
pub(crate) fn refuse_foreign(out: &Path) -> Result<(), PublishError> {
    let occupied = || PublishError::Occupied { path: out.to_owned() };
    let Ok(kind) = std::fs::symlink_metadata(out) else {
        return Ok(());
    };
    if is_zip(out) {
        let file = File::open(out).map_err(error::at(out))?;
        let holds = zip::ZipArchive::new(file).is_ok_and(|archive| {
            archive
                .file_names()
                .any(|name| name.is_ok_and(|name| name == MANIFEST))
        });
        return if holds { Ok(()) } else { Err(occupied()) };
    }
    let is_empty = || std::fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    if kind.is_dir() && (out.join(MANIFEST).is_file() || is_empty()) {
        Ok(())
    } else {
        Err(occupied())
    }
}

/// Makes files and every folder they stand in durable.
pub(crate) fn sync(folder: &Path, files: &[String]) -> Result<(), PublishError> {
    let mut folders = BTreeSet::from([folder.to_owned()]);
    for file in files {
        let path = folder.join(file);
        // Windows flushes only what is open for writing.
        OpenOptions::new()
            .write(true)
            .open(&path)
            .and_then(|file| file.sync_all())
            .map_err(error::at(&path))?;
        let above = path.ancestors().skip(1).take_while(|above| *above != folder);
        folders.extend(above.map(Path::to_owned));
    }
    folders.iter().try_for_each(|folder| sync_folder(folder))
}

/// Makes names durable. Windows has no such call and needs none.
fn sync_folder(folder: &Path) -> Result<(), PublishError> {
    if cfg!(unix) {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(error::at(folder))?;
    }
    Ok(())
}

/// Packs files into one zip: fixed order, fixed times, so that the same content has the same bytes.
pub(crate) fn zip(folder: &Path, files: &[String], target: &Path) -> Result<(), PublishError> {
    zipped(folder, files, target).map_err(|failure| failure.of_file(target))
}

fn zipped(folder: &Path, files: &[String], target: &Path) -> Result<(), PublishError> {
    let file = File::create(target).map_err(error::at(target))?;
    let mut writer = ZipWriter::new(BufWriter::new(file));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for name in files {
        let path = folder.join(name);
        writer.start_file(name.as_str(), options)?;
        let mut from = File::open(&path).map_err(error::at(&path))?;
        std::io::copy(&mut from, &mut writer).map_err(error::at(target))?;
    }
    let file = writer
        .finish()?
        .into_inner()
        .map_err(std::io::IntoInnerError::into_error);
    file.and_then(|file| file.sync_all()).map_err(error::at(target))
}

/// Gives a finished file or folder its name. An older package is set aside first and comes back when the
/// last step fails.
pub(crate) fn settle(finished: &Path, out: &Path) -> Result<(), PublishError> {
    let above = parent(out)?;
    if is_zip(out) || !out.exists() {
        std::fs::rename(finished, out).map_err(error::at(out))?;
        return sync_folder(&above);
    }
    let aside = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempdir_in(&above)
        .map_err(error::at(&above))?;
    let old = aside.path().join("old");
    std::fs::rename(out, &old).map_err(error::at(out))?;
    if let Err(failure) = std::fs::rename(finished, out) {
        std::fs::rename(&old, out).map_err(error::at(out))?;
        return Err(error::at(out)(failure));
    }
    sync_folder(&above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_older_package_comes_back_when_the_newer_cannot_take_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        std::fs::create_dir(&out).unwrap();
        std::fs::write(out.join(MANIFEST), "old").unwrap();
        let gone = folder.path().join("pulled-out");
        assert!(matches!(settle(&gone, &out), Err(PublishError::Io { .. })));
        assert_eq!(std::fs::read(out.join(MANIFEST)).unwrap(), b"old");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_with_the_file_that_had_no_room() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.csv"), "x".repeat(100_000)).unwrap();
        let failure = zip(folder.path(), &["a.csv".to_owned()], Path::new("/dev/full")).unwrap_err();
        assert_eq!(
            failure.reason(),
            Some(std::io::ErrorKind::StorageFull),
            "{failure}"
        );
    }
}
