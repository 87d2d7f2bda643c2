//! Portal profiles (门户适配): how one portal wants its import, as data in `assets/portals`.

use crate::PublishError;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One profile.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Stable id.
    pub id: String,
    /// Title by language.
    pub title: BTreeMap<String, String>,
    /// What it writes, by language.
    pub about: BTreeMap<String, String>,
    /// `$schema` of the descriptor.
    pub descriptor_schema: String,
    /// Prefix of the package's id.
    pub id_prefix: String,
    /// Under which licence the data goes out.
    pub licence: Licence,
    /// The csv files.
    pub csv: CsvPart,
    /// The workbooks.
    pub workbook: WorkbookPart,
    /// The pages.
    pub page: PagePart,
}

/// A licence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Title.
    pub title: String,
    /// Where it can be read.
    pub path: String,
}

/// How csv files are written: UTF-8, machine names in the header.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CsvPart {
    /// Folder.
    pub folder: String,
    /// Byte order mark? The standard recommends none.
    pub bom: bool,
    /// Between several values of one cell.
    pub list_separator: String,
    /// Descriptions of the columns added beside a time limit or an amount.
    pub added: Added,
}

/// Words for added columns; `{title}` is the field's title.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Added {
    /// Number of a time limit.
    pub limit_number: String,
    /// Unit of a time limit.
    pub limit_unit: String,
    /// Unit of an amount.
    pub amount_unit: String,
}

/// How workbooks are written: the official layout with its two header rows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkbookPart {
    /// Folder.
    pub folder: String,
    /// Font of everything.
    pub font: String,
    /// Line below the title; `{office}`, `{period}`, `{date}`.
    pub line: String,
    /// Sheet name.
    pub sheet: String,
    /// Footer of the printed page.
    pub footer: String,
    /// Longest drop-down list that Excel takes inline, in characters.
    pub longest_choice: usize,
}

/// How pages are written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PagePart {
    /// Folder.
    pub folder: String,
    /// So many entries on one page; more go to numbered pages.
    pub rows: u64,
    /// The widest column, in characters.
    pub widest: u32,
    /// Site tags of 国办发〔2017〕47号 where the office has a site.
    pub site: SiteTags,
    /// Words on the page.
    pub words: PageWords,
    /// Style sheet, written into each page.
    pub style: String,
}

/// Tags of the government site; filled by the office's own profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteTags {
    /// 规范网站名称.
    pub name: String,
    /// Domain without scheme.
    pub domain: String,
    /// 网站标识码.
    pub id_code: String,
    /// 栏目类别.
    pub column_type: String,
}

/// Words on a page; `{…}` are filled.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageWords {
    /// Heading of the index.
    pub index: String,
    /// Line below a heading: `{office}`, `{period}`, `{date}`, `{count}`.
    pub line: String,
    /// Before the governing documents.
    pub basis: String,
    /// Link to the workbook.
    pub workbook: String,
    /// Link to the csv file.
    pub csv: String,
    /// Link back.
    pub back: String,
    /// `{page}` of `{pages}`.
    pub page: String,
    /// Column headings of the index.
    pub columns: Vec<String>,
    /// Separator of keywords.
    pub keyword_separator: String,
}

impl Profile {
    /// Reads a profile; `file` names it in errors.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, PublishError> {
        toml::from_str(text).map_err(|error| PublishError::Profile {
            file: file.to_owned(),
            detail: error.to_string(),
        })
    }

    /// Title in a language, else Chinese.
    pub fn title_in(&self, lang: &str) -> &str {
        text_in(&self.title, lang).unwrap_or(&self.id)
    }

    /// What it writes, in a language, else Chinese.
    pub fn about_in(&self, lang: &str) -> &str {
        text_in(&self.about, lang).unwrap_or_default()
    }
}

fn text_in<'t>(texts: &'t BTreeMap<String, String>, lang: &str) -> Option<&'t str> {
    texts.get(lang).or_else(|| texts.get("zh-CN")).map(String::as_str)
}

/// Fills `{name}` placeholders.
pub(crate) fn filled(text: &str, words: &[(&str, &str)]) -> String {
    let mut out = text.to_owned();
    for (name, word) in words {
        out = out.replace(&format!("{{{name}}}"), word);
    }
    out
}
