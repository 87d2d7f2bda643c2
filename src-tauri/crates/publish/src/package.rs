//! Writing a portal package: all parts beside the target, read back and proved, then put in its place.

use crate::manifest::{DESCRIPTOR, MANIFEST, Manifest, PackedFile, packed};
use crate::profile::{Form, PackageForm, Profile, View};
use crate::snapshot::{Issue, Snapshot, Step};
use crate::survey::{Survey, survey};
use crate::{PublishError, csv_file, descriptor, error, names, page, place, sheet_file, verify};
use desk_model::Field;
use std::path::{Path, PathBuf};

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
    let files = match &profile.form {
        Form::Package(form) => Writing {
            snapshot,
            form,
            folder: &folder,
        }
        .all(step)?,
    };
    let names = close(snapshot, profile, &folder, files)?;
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

/// Writes the manifest; returns the names of all files, the manifest last.
fn close(
    snapshot: &Snapshot<'_>,
    profile: &Profile,
    folder: &Path,
    mut files: Vec<PackedFile>,
) -> Result<Vec<String>, PublishError> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut names: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    let manifest = Manifest {
        profile: profile.id.clone(),
        operation: snapshot.edition.operation,
        at: snapshot.edition.at.clone(),
        office: snapshot.publisher.code.clone(),
        files,
    };
    json(folder, MANIFEST, &manifest)?;
    names.push(MANIFEST.to_owned());
    Ok(names)
}

fn json(folder: &Path, name: &str, document: &impl serde::Serialize) -> Result<(), PublishError> {
    let path = folder.join(name);
    let text = serde_json::to_string_pretty(document)? + "\n";
    std::fs::write(&path, text).map_err(error::at(&path))
}

/// One data package being written.
struct Writing<'a> {
    snapshot: &'a Snapshot<'a>,
    form: &'a PackageForm,
    folder: &'a Path,
}

impl Writing<'_> {
    /// Writes every part.
    fn all(&self, step: &mut Step<'_>) -> Result<Vec<PackedFile>, PublishError> {
        self.folders()?;
        // Each entry is written once to its csv file and once to each view.
        let parts = 1 + self.form.views.len() as u64;
        let total = parts * self.snapshot.issues.iter().map(|issue| issue.count).sum::<u64>();
        let mut done = 0;
        let mut one = || {
            done += 1;
            step(done, total)
        };
        let (mut surveys, mut tables, mut files) = (Vec::new(), Vec::new(), Vec::new());
        for issue in &self.snapshot.issues {
            let survey = survey(issue, self.snapshot.lists)?;
            tables.push(self.table(issue, &survey, &mut one)?);
            let fields = survey.shown(issue.template);
            if self.writes(View::Workbook) {
                files.push(self.workbook(issue, (&survey, &fields), &mut one)?);
            }
            if self.writes(View::Page) {
                files.extend(self.pages(issue, (&survey, &fields), &mut one)?);
            }
            surveys.push(survey);
        }
        if self.writes(View::Page) {
            files.push(self.index(&surveys)?);
        }
        let descriptor = descriptor::descriptor(self.snapshot, &surveys, &tables, self.form);
        json(self.folder, DESCRIPTOR, &descriptor)?;
        files.push(packed(self.folder, DESCRIPTOR, None)?);
        files.extend(tables);
        Ok(files)
    }

    fn writes(&self, view: View) -> bool {
        self.form.views.contains(&view)
    }

    fn folders(&self) -> Result<(), PublishError> {
        let form = self.form;
        let views = [
            (View::Workbook, &form.workbook.folder),
            (View::Page, &form.page.folder),
        ];
        let views = views.into_iter().filter(|(view, _)| self.writes(*view));
        for part in views.map(|(_, folder)| folder).chain([&form.csv.folder]) {
            let path = self.folder.join(part);
            std::fs::create_dir_all(&path).map_err(error::at(&path))?;
        }
        Ok(())
    }

    fn table(
        &self,
        issue: &Issue<'_>,
        survey: &Survey,
        one: &mut Count<'_>,
    ) -> Result<PackedFile, PublishError> {
        let name = names::csv(self.form, issue);
        let path = self.folder.join(&name);
        csv_file::write(&path, (issue, survey), (self.snapshot.lists, self.form), one)?;
        packed(self.folder, &name, Some(survey.rows))
    }

    fn workbook(
        &self,
        issue: &Issue<'_>,
        (survey, fields): (&Survey, &[&Field]),
        one: &mut Count<'_>,
    ) -> Result<PackedFile, PublishError> {
        let name = names::workbook(self.form, issue);
        let data = names::csv(self.form, issue);
        let sheets = sheet_file::write(
            &self.folder.join(&name),
            (issue, fields, &self.snapshot.edition),
            (self.snapshot.lists, self.form, &data),
            one,
        )?;
        let headings = u64::from(sheets) * u64::from(sheet_file::FIRST_ENTRY);
        packed(self.folder, &name, Some(survey.rows + headings))
    }

    fn pages(
        &self,
        issue: &Issue<'_>,
        (survey, fields): (&Survey, &[&Field]),
        one: &mut Count<'_>,
    ) -> Result<Vec<PackedFile>, PublishError> {
        let folder = &self.form.page.folder;
        let names = page::write(
            &self.folder.join(folder),
            (self.snapshot, issue, fields),
            (self.form, survey.rows),
            one,
        )?;
        let files = names
            .iter()
            .map(|name| packed(self.folder, &format!("{folder}/{name}"), None));
        files.collect()
    }

    fn index(&self, surveys: &[Survey]) -> Result<PackedFile, PublishError> {
        let name = format!("{}/index.html", self.form.page.folder);
        let rows: Vec<u64> = surveys.iter().map(|survey| survey.rows).collect();
        page::write_index(&self.folder.join(&name), self.snapshot, &rows, self.form)?;
        packed(self.folder, &name, None)
    }
}

/// Hears that one more entry has been written somewhere.
type Count<'a> = dyn FnMut() -> Result<(), PublishError> + 'a;
