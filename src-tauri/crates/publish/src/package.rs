//! Writing a portal package: all parts beside the target, read back and proved, then put in its place.

use crate::manifest::{DESCRIPTOR, MANIFEST, Manifest, PackedFile, packed};
use crate::profile::Profile;
use crate::snapshot::{Issue, Snapshot, Step};
use crate::survey::{Survey, survey};
use crate::{PublishError, csv_file, descriptor, error, page, place, sheet_file, verify};
use std::path::{Path, PathBuf};

/// How often each entry is written: csv, workbook, page.
const PARTS: u64 = 3;

/// A package that was written, read back and found whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Where it is.
    pub path: PathBuf,
    /// Its files but the manifest, by path.
    pub files: Vec<PackedFile>,
    /// SHA-256 of the manifest, hex: names the package.
    pub sha256: String,
}

/// Writes a snapshot as a package to `out`, a folder or a file ending in `.zip`.
pub fn write(
    snapshot: &Snapshot<'_>,
    profile: &Profile,
    out: &Path,
    step: &mut Step<'_>,
) -> Result<Package, PublishError> {
    place::refuse_foreign(out)?;
    let workshop = place::workshop(out)?;
    let folder = workshop.path().join("package");
    let names = Writing {
        snapshot,
        profile,
        folder: &folder,
    }
    .all(step)?;
    prove(&folder)?;
    let manifest = packed(&folder, MANIFEST, None)?;
    place::sync(&folder, &names)?;
    if place::is_zip(out) {
        let file = workshop.path().join("package.zip");
        place::zip(&folder, &names, &file)?;
        prove(&file)?;
        place::settle(&file, out)?;
    } else {
        place::settle(&folder, out)?;
    }
    Ok(Package {
        path: out.to_owned(),
        files: read_manifest(&manifest, out)?,
        sha256: manifest.sha256,
    })
}

fn prove(path: &Path) -> Result<(), PublishError> {
    let found = verify(path)?;
    match found.problems.into_iter().next() {
        None => Ok(()),
        Some(problem) => Err(PublishError::NotWhole { file: problem.file }),
    }
}

/// The manifest at its final place: what was settled is what is reported.
fn read_manifest(expected: &PackedFile, out: &Path) -> Result<Vec<PackedFile>, PublishError> {
    let (manifest, sha256) = crate::verify::manifest_of(out)?;
    if sha256 == expected.sha256 {
        Ok(manifest.files)
    } else {
        Err(PublishError::NotWhole {
            file: MANIFEST.to_owned(),
        })
    }
}

/// One package being written.
struct Writing<'a> {
    snapshot: &'a Snapshot<'a>,
    profile: &'a Profile,
    folder: &'a Path,
}

impl Writing<'_> {
    /// Writes every part; returns the names of all files, the manifest last.
    fn all(&self, step: &mut Step<'_>) -> Result<Vec<String>, PublishError> {
        let profile = self.profile;
        for part in [
            &profile.csv.folder,
            &profile.workbook.folder,
            &profile.page.folder,
        ] {
            let path = self.folder.join(part);
            std::fs::create_dir_all(&path).map_err(error::at(&path))?;
        }
        let total = PARTS * self.snapshot.issues.iter().map(|issue| issue.count).sum::<u64>();
        let mut done = 0;
        let mut one = || {
            done += 1;
            step(done, total)
        };
        let (mut surveys, mut tables, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for issue in &self.snapshot.issues {
            let survey = survey(issue)?;
            tables.push(self.table(issue, &survey, &mut one)?);
            others.extend(self.views(issue, &survey, &mut one)?);
            surveys.push(survey);
        }
        self.closing(&surveys, tables, others)
    }

    fn table(
        &self,
        issue: &Issue<'_>,
        survey: &Survey,
        one: &mut dyn FnMut() -> Result<(), PublishError>,
    ) -> Result<PackedFile, PublishError> {
        let name = page::csv_path(self.profile, issue);
        csv_file::write(
            &self.folder.join(&name),
            (issue, survey),
            (self.snapshot.lists, self.profile),
            one,
        )?;
        packed(self.folder, &name, Some(survey.rows))
    }

    fn views(
        &self,
        issue: &Issue<'_>,
        survey: &Survey,
        one: &mut dyn FnMut() -> Result<(), PublishError>,
    ) -> Result<Vec<PackedFile>, PublishError> {
        let workbook = page::workbook_path(self.profile, issue);
        let edition = &self.snapshot.edition;
        let fields = survey.shown(issue.template);
        sheet_file::write(
            &self.folder.join(&workbook),
            (issue, &fields, edition),
            (self.snapshot.lists, self.profile),
            one,
        )?;
        let mut files = vec![packed(self.folder, &workbook, None)?];
        let pages = self.folder.join(&self.profile.page.folder);
        for name in page::write(
            &pages,
            (self.snapshot, issue, &fields),
            (self.profile, survey.rows),
            one,
        )? {
            files.push(packed(
                self.folder,
                &format!("{}/{name}", self.profile.page.folder),
                None,
            )?);
        }
        Ok(files)
    }

    fn closing(
        &self,
        surveys: &[Survey],
        tables: Vec<PackedFile>,
        others: Vec<PackedFile>,
    ) -> Result<Vec<String>, PublishError> {
        let index = format!("{}/index.html", self.profile.page.folder);
        let rows: Vec<u64> = surveys.iter().map(|survey| survey.rows).collect();
        page::write_index(&self.folder.join(&index), self.snapshot, &rows, self.profile)?;
        let descriptor = descriptor::descriptor(self.snapshot, surveys, &tables, self.profile);
        self.json(DESCRIPTOR, &descriptor)?;
        let mut files = tables;
        files.extend(others);
        files.push(packed(self.folder, &index, None)?);
        files.push(packed(self.folder, DESCRIPTOR, None)?);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut names: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
        let manifest = Manifest {
            profile: self.profile.id.clone(),
            operation: self.snapshot.edition.operation,
            at: self.snapshot.edition.at.clone(),
            office: self.snapshot.publisher.code.clone(),
            files,
        };
        self.json(MANIFEST, &manifest)?;
        names.push(MANIFEST.to_owned());
        Ok(names)
    }

    fn json(&self, name: &str, document: &impl serde::Serialize) -> Result<(), PublishError> {
        let path = self.folder.join(name);
        let text = serde_json::to_string_pretty(document)? + "\n";
        std::fs::write(&path, text).map_err(error::at(&path))
    }
}
