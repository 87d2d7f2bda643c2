//! The window's TypeScript types and call names are those of this crate. `cargo xtask gen` writes the file;
//! without it the test only compares.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

use desk_app::api::{calls, catalogue, error, export, finding, home, import, office, template};
use std::path::Path;
use ts_rs::{Config, TS};

const HEAD: &str = "// Generated from the program by `cargo xtask gen`; changes here are overwritten.\n/* eslint-disable */\n";

macro_rules! types {
    ($config:expr; $($type:ty),* $(,)?) => { [$(<$type as TS>::decl($config)),*] };
}

fn declarations() -> Vec<String> {
    let config = &Config::default();
    let mut all: Vec<String> = types!(config;
        calls::OfCatalogue, calls::ById, calls::ByCode, calls::OfText, calls::OfJob, calls::CreateCatalogue,
        calls::RenameCatalogue, calls::DuplicateCatalogue, calls::RowsWanted, calls::EntryWanted, calls::CellText,
        calls::EditCells, calls::PasteCells, calls::InsertEntries, calls::DeleteEntries, calls::HistoryWanted,
        calls::CheckWanted, calls::FixChosen, calls::FixSafe, calls::PreviewWanted, calls::RemapWanted,
        calls::ImportWanted, calls::ExportWanted, calls::ByPath, calls::SearchWanted, calls::SettingWanted,
        calls::SettingGiven, catalogue::CatalogueSummary, catalogue::CatalogueView, catalogue::Mark,
        catalogue::RowView, catalogue::RowsView, catalogue::EntryCell, catalogue::VersionView, catalogue::EntryView,
        catalogue::CatalogueCreated, catalogue::EntriesCreated, error::ApiError, export::ProfileView,
        export::ExportRequest, export::PackageFile, export::Refused, export::ExportResult, export::PackageProblem,
        export::VerifyView, export::PublicationView, finding::Severity, finding::Counts, finding::FixSafety,
        finding::FixView, finding::FindingView, finding::CatalogueCounts, finding::CheckResult, finding::FixResult,
        home::Changed, home::OperationView, home::LibraryInfo, home::Attention, home::Coverage, home::HomeView,
        home::SearchHit, home::Progress, home::DoctorCheck, home::DoctorView, home::BackupView,
        home::MarkdownPreview, import::ImportColumn, import::MappedColumn, import::Recognised, import::SampleRow,
        import::LeftOutRow, import::ImportTable, import::ImportSheet, import::ImportPreview, import::ColumnChoice,
        import::ImportTableRequest, import::ImportRequest, import::RowCounts, import::ImportedCatalogue,
        import::ImportResult, office::OfficeRef, office::OfficeNode, template::OptionView, template::ColumnView,
        template::BasisView, template::TemplateSummary, template::RuleView, template::TemplateView,
    )
    .into();
    all.sort();
    all
}

#[test]
fn the_windows_types_are_those_of_the_program() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/backend/generated/types.ts");
    let mut text = HEAD.to_owned();
    for declaration in declarations() {
        text.extend(["\nexport ", &declaration, "\n"]);
    }
    if std::env::var_os("DESK_GEN").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &text).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap();
    assert_eq!(found, text, "run `cargo xtask gen`");
}

#[test]
fn the_window_calls_every_command_by_its_name_and_no_other() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/backend/calls.ts");
    let text = std::fs::read_to_string(file).unwrap();
    let names = text.lines().filter_map(|line| {
        line.trim()
            .strip_suffix("]")?
            .split_once(": [")
            .map(|(name, _)| name)
    });
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    assert_eq!(names, desk_app::commands::names());
}
