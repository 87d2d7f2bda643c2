//! Parameters of the window's commands; the result types stand in the files of their areas.

use super::import::ImportRequest;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! calls {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            pub struct $name {
                $(#[doc = stringify!($field)] pub $field: $type,)*
            }
        )*
    };
}

calls! {
    /// A catalogue.
    OfCatalogue { catalogue: String }
    /// A thing by its id.
    ById { id: String }
    /// An office.
    ByCode { code: String }
    /// Text to look for or to render.
    OfText { text: String }
    /// A running job.
    OfJob { job: String }
    /// A new catalogue.
    CreateCatalogue { template: String, office: String, title: String, period: String }
    /// A new title.
    RenameCatalogue { catalogue: String, title: String }
    /// A copy.
    DuplicateCatalogue { catalogue: String, title: String, period: String }
    /// A window of rows.
    RowsWanted { catalogue: String, from: u32, count: u32 }
    /// One entry.
    EntryWanted { catalogue: String, entry: String }
    /// One cell as typed.
    CellText { entry: String, field: String, text: String }
    /// Cells as typed.
    EditCells { catalogue: String, edits: Vec<CellText> }
    /// A block of texts; `entry` is that of its first row, `null` appends.
    PasteCells { catalogue: String, entry: Option<String>, field: String, rows: Vec<Vec<String>> }
    /// Empty entries behind one, or at the top.
    InsertEntries { catalogue: String, after: Option<String>, count: u32 }
    /// Entries to delete.
    DeleteEntries { catalogue: String, entries: Vec<String> }
    /// The operation log, of one catalogue or of all.
    HistoryWanted { catalogue: Option<String>, limit: u32 }
    /// A check; all catalogues when none is named.
    CheckWanted { job: String, catalogues: Vec<String> }
    /// Findings whose corrections a person chose.
    FixChosen { findings: Vec<String> }
    /// Catalogues whose safe corrections to apply.
    FixSafe { catalogues: Vec<String> }
    /// A file to look into.
    PreviewWanted { job: String, file: String }
    /// Another template for one table.
    RemapWanted { file: String, sheet: String, table: u32, template: String }
    /// The decided import.
    ImportWanted { job: String, request: ImportRequest }
    /// The decided export.
    ExportWanted { job: String, request: super::export::ExportRequest }
    /// A package to prove.
    ByPath { path: String }
    /// A search.
    SearchWanted { text: String, limit: u32 }
    /// A remembered choice.
    SettingWanted { key: String }
    /// A choice to remember.
    SettingGiven { key: String, value: String }
}
