//! The form of a data package: descriptor, csv, and the views for people.

use serde::Deserialize;

/// What a data package holds and how it is written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageForm {
    /// `$schema` of the descriptor.
    pub descriptor_schema: String,
    /// Prefix of the package's id.
    pub id_prefix: String,
    /// Name of a catalogue's files without folder and ending: `{id}` and, if wanted, `{office}`, `{template}`.
    pub file_name: String,
    /// The views for people that are written beside the csv files.
    pub views: Vec<View>,
    /// How ■/□ lists look in the views.
    pub ticks: TickStyle,
    /// Under which licence the data goes out.
    pub licence: Licence,
    /// The csv files.
    pub csv: CsvPart,
    /// The workbooks.
    pub workbook: WorkbookPart,
    /// The pages.
    pub page: PagePart,
}

/// A view for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// The official workbook.
    Workbook,
    /// Pages and their index.
    Page,
}

/// How a ■/□ list looks (catalogues.md §1.3: both conventions are published).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TickStyle {
    /// As the office wrote it.
    AsWritten,
    /// Every option with ■ or □.
    FullList,
    /// Only the chosen options, each with ■.
    Chosen,
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
    /// Added to the line when all amounts have one unit; `{unit}`.
    pub unit: String,
    /// Columns are narrowed until the table fits this width, in Chinese characters …
    pub page_width: u32,
    /// … but not below this share of their width; a table that is still wider goes on A3.
    pub least_percent: u16,
    /// No column is narrower than this, in Chinese characters.
    pub narrowest: u16,
    /// Longest drop-down list that Excel takes inline, in characters.
    pub longest_choice: usize,
    /// Longest text of a cell that Excel takes, in UTF-16 units.
    pub longest_text: usize,
    /// Ends a text that had to be cut; `{file}` is the csv file that holds the whole.
    pub cut: String,
    /// So many entries on one sheet; more go to numbered sheets.
    pub rows: u32,
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
    /// What the links of a page are for, read out to people who cannot see it.
    pub links: String,
    /// The same for the links between numbered pages.
    pub pages: String,
    /// `{page}` of `{pages}`.
    pub page: String,
    /// Column headings of the index.
    pub columns: Vec<String>,
    /// Separator of keywords.
    pub keyword_separator: String,
}
