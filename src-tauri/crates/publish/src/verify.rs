//! Proof that a package is whole: every file is there, is the same, and says what the descriptor says.

use crate::manifest::{DESCRIPTOR, MANIFEST, Manifest, fingerprint};
use crate::{PublishError, error};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use zip::ZipArchive;

/// Where a workbook keeps its sheets.
const SHEETS: &str = "xl/worksheets/sheet";
/// How a row of a sheet begins.
const ROW: &[u8] = b"<row ";
/// So many bytes are looked through at once.
const PIECE: usize = 1 << 16;

/// What is wrong with a file of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// It is named but not there.
    Missing,
    /// It is there but not named.
    Extra,
    /// Its bytes are not those that were written.
    Changed,
    /// It cannot be read.
    Unreadable,
    /// Its path leads out of the package.
    Outside,
    /// Its header is not that of the descriptor.
    Header,
    /// It has more or fewer records than the manifest says.
    Rows,
}

/// One problem of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path inside the package.
    pub file: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What a proof found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// Files compared.
    pub files: u32,
    /// Problems; none means whole.
    pub problems: Vec<Problem>,
}

impl Verification {
    /// Is the package whole?
    pub fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }

    fn add(&mut self, file: &str, kind: ProblemKind) {
        self.problems.push(Problem {
            file: file.to_owned(),
            kind,
        });
    }
}

/// A package as a folder or as one zip.
enum Source {
    Folder(PathBuf),
    Zip(Box<ZipArchive<File>>),
}

impl Source {
    fn open(path: &Path) -> Result<Self, PublishError> {
        if path.is_dir() {
            return Ok(Self::Folder(path.to_owned()));
        }
        let file = File::open(path).map_err(error::at(path))?;
        Ok(Self::Zip(Box::new(ZipArchive::new(file)?)))
    }

    fn names(&self) -> Result<BTreeSet<String>, PublishError> {
        match self {
            Self::Zip(archive) => Ok(archive
                .file_names()
                .map(|name| name.map(Cow::into_owned))
                .collect::<Result<_, _>>()?),
            Self::Folder(root) => {
                let mut names = BTreeSet::new();
                list(root, root, &mut names)?;
                Ok(names)
            }
        }
    }

    fn with<T>(
        &mut self,
        name: &str,
        f: impl FnOnce(&mut dyn Read) -> std::io::Result<T>,
    ) -> std::io::Result<T> {
        match self {
            Self::Folder(root) => f(&mut File::open(root.join(name))?),
            Self::Zip(archive) => f(&mut archive.by_name(name).map_err(std::io::Error::other)?),
        }
    }
}

fn list(root: &Path, folder: &Path, names: &mut BTreeSet<String>) -> Result<(), PublishError> {
    for entry in std::fs::read_dir(folder).map_err(error::at(folder))? {
        let entry = entry.map_err(error::at(folder))?;
        let path = entry.path();
        if entry.file_type().map_err(error::at(&path))?.is_dir() {
            list(root, &path, names)?;
        } else if let Ok(inside) = path.strip_prefix(root) {
            let parts: Vec<String> = inside
                .components()
                .map(|c| c.as_os_str().to_string_lossy().into_owned())
                .collect();
            names.insert(parts.join("/"));
        }
    }
    Ok(())
}

/// Does a path stay inside the package on every system?
fn stays_inside(name: &str) -> bool {
    let plain = Path::new(name)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    plain && !name.contains('\\') && !name.contains(':') && !name.is_empty()
}

/// Reads a package back, a folder or a zip, and proves it.
pub fn verify(path: &Path) -> Result<Verification, PublishError> {
    let mut source = Source::open(path)?;
    let mut found = Verification::default();
    let mut names = source.names()?;
    for name in names.iter().filter(|name| !stays_inside(name)) {
        found.add(name, ProblemKind::Outside);
    }
    let Some((manifest, _)) = read_manifest(&mut source) else {
        let kind = if names.contains(MANIFEST) {
            ProblemKind::Unreadable
        } else {
            ProblemKind::Missing
        };
        found.add(MANIFEST, kind);
        return Ok(found);
    };
    names.remove(MANIFEST);
    compare(&mut source, &manifest, &mut names, &mut found);
    names
        .iter()
        .filter(|name| stays_inside(name))
        .for_each(|name| found.add(name, ProblemKind::Extra));
    if found.is_whole() {
        tables(&mut source, &manifest, &mut found);
    }
    Ok(found)
}

fn read_manifest(source: &mut Source) -> Option<(Manifest, String)> {
    let mut text = Vec::new();
    source.with(MANIFEST, |from| from.read_to_end(&mut text)).ok()?;
    let (_, sha256) = fingerprint(text.as_slice()).ok()?;
    Some((serde_json::from_slice(&text).ok()?, sha256))
}

/// The manifest of a package and its hash.
pub(crate) fn manifest_of(path: &Path) -> Result<(Manifest, String), PublishError> {
    read_manifest(&mut Source::open(path)?).ok_or_else(|| PublishError::NotWhole {
        file: MANIFEST.to_owned(),
    })
}

fn compare(source: &mut Source, manifest: &Manifest, names: &mut BTreeSet<String>, found: &mut Verification) {
    for file in &manifest.files {
        found.files += 1;
        if !stays_inside(&file.path) {
            found.add(&file.path, ProblemKind::Outside);
        } else if !names.remove(&file.path) {
            found.add(&file.path, ProblemKind::Missing);
        } else {
            match source.with(&file.path, |from| fingerprint(from)) {
                Ok((bytes, sha256)) if bytes == file.bytes && sha256 == file.sha256 => {}
                Ok(_) => found.add(&file.path, ProblemKind::Changed),
                Err(_) => found.add(&file.path, ProblemKind::Unreadable),
            }
        }
    }
}

/// What the descriptor says of each csv file, and the number of rows of csv files and workbooks.
fn tables(source: &mut Source, manifest: &Manifest, found: &mut Verification) {
    if manifest.files.iter().any(|file| file.path == DESCRIPTOR) {
        described(source, manifest, found);
    }
    for file in &manifest.files {
        let Some(expected) = file.rows else { continue };
        let ending = Path::new(&file.path).extension();
        let rows = if ending.is_some_and(|ending| ending == "xlsx") {
            source.with(&file.path, workbook_rows)
        } else {
            source.with(&file.path, |from| Ok(header_and_rows(from)?.1))
        };
        match rows {
            Ok(rows) if rows == expected => {}
            Ok(_) => found.add(&file.path, ProblemKind::Rows),
            Err(_) => found.add(&file.path, ProblemKind::Unreadable),
        }
    }
}

/// Every resource is a file of the manifest, has the size and hash it is said to have, and its header is that
/// of its schema.
fn described(source: &mut Source, manifest: &Manifest, found: &mut Verification) {
    let descriptor = source.with(DESCRIPTOR, |from| Ok(serde_json::from_reader::<_, Value>(from)?));
    let resources = descriptor
        .ok()
        .and_then(|mut read| match read["resources"].take() {
            Value::Array(resources) if !resources.is_empty() => Some(resources),
            _ => None,
        });
    let Some(resources) = resources else {
        found.add(DESCRIPTOR, ProblemKind::Unreadable);
        return;
    };
    for resource in resources {
        let path = resource["path"].as_str().unwrap_or_default();
        let Some(file) = manifest.files.iter().find(|file| file.path == path) else {
            found.add(path, ProblemKind::Missing);
            continue;
        };
        if resource["bytes"] != file.bytes || resource["hash"] != format!("sha256:{}", file.sha256) {
            found.add(path, ProblemKind::Changed);
        }
        let fields = resource["schema"]["fields"].as_array().map(Vec::as_slice);
        let names = fields
            .unwrap_or_default()
            .iter()
            .filter_map(|field| field["name"].as_str());
        let expected: Vec<&str> = names.collect();
        match source.with(path, |from| header_and_rows(from)) {
            Ok((header, _)) if header != expected => found.add(path, ProblemKind::Header),
            Ok(_) => {}
            Err(_) => found.add(path, ProblemKind::Unreadable),
        }
    }
}

fn header_and_rows(from: &mut dyn Read) -> std::io::Result<(Vec<String>, u64)> {
    let mut reader = csv::Reader::from_reader(from);
    let header = reader.byte_headers()?.iter().map(|name| {
        let name = String::from_utf8_lossy(name);
        name.trim_start_matches('\u{FEFF}').to_owned()
    });
    let header = header.collect();
    let mut rows = 0;
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        rows += 1;
    }
    Ok((header, rows))
}

/// Rows of all sheets of a workbook. Cell texts stand escaped, so the sign of a row is never part of one.
fn workbook_rows(from: &mut dyn Read) -> std::io::Result<u64> {
    let mut copy = tempfile::tempfile()?;
    std::io::copy(from, &mut copy)?;
    let mut archive = ZipArchive::new(copy).map_err(std::io::Error::other)?;
    let mut rows = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(std::io::Error::other)?;
        if part.name().is_ok_and(|name| name.starts_with(SHEETS)) {
            rows += times(ROW, part)?;
        }
    }
    Ok(rows)
}

/// How often a sign stands in what a reader gives.
fn times(sign: &[u8], mut from: impl Read) -> std::io::Result<u64> {
    let mut piece = vec![0; PIECE];
    let (mut kept, mut count) = (0, 0);
    loop {
        let read = from.read(&mut piece[kept..])?;
        if read == 0 {
            return Ok(count);
        }
        let end = kept + read;
        count += memchr::memmem::find_iter(&piece[..end], sign).count() as u64;
        // A sign cut by the end of the piece is found in the next one.
        kept = (sign.len() - 1).min(end);
        piece.copy_within(end - kept..end, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::stays_inside;

    #[test]
    fn a_sign_is_counted_once_wherever_it_is_cut() {
        let text = format!("<row {}<row <ro<row x", " ".repeat(super::PIECE - 7));
        assert_eq!(super::times(super::ROW, text.as_bytes()).unwrap(), 3);
    }

    #[test]
    fn paths_that_lead_out_are_known_on_every_system() {
        for path in ["../a", "/etc/passwd", "a/../../b", "C:\\a", "a\\b", ""] {
            assert!(!stays_inside(path), "{path}");
        }
        assert!(stays_inside("data/catalogue-1.csv"));
    }
}
