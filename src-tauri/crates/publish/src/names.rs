//! Names of the files of a data package.

use crate::profile::{PackageForm, filled};
use crate::snapshot::Issue;

/// A catalogue's file name without folder and ending; only signs that every system and standard takes.
pub(crate) fn stem(form: &PackageForm, issue: &Issue<'_>) -> String {
    let id = issue.id.to_string();
    let words = [
        ("id", id.as_str()),
        ("office", &issue.office.code),
        ("template", issue.template.id.as_str()),
    ];
    slug(&filled(&form.file_name, &words))
}

/// A name as Data Package allows it: lower-case letters, digits, `.`, `-`, `_`.
pub(crate) fn slug(text: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    text.chars().map(plain).collect()
}

/// Path of a catalogue's csv file inside the package.
pub(crate) fn csv(form: &PackageForm, issue: &Issue<'_>) -> String {
    format!("{}/{}.csv", form.csv.folder, stem(form, issue))
}

/// Path of a catalogue's workbook inside the package.
pub(crate) fn workbook(form: &PackageForm, issue: &Issue<'_>) -> String {
    format!("{}/{}.xlsx", form.workbook.folder, stem(form, issue))
}

/// File name of a catalogue's page; the first has no number.
pub(crate) fn page(form: &PackageForm, issue: &Issue<'_>, page: u64) -> String {
    if page == 1 {
        format!("{}.html", stem(form, issue))
    } else {
        format!("{}-{page}.html", stem(form, issue))
    }
}
