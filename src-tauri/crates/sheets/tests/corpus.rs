//! Published tables (sources: tests/fixtures/README.md) read as a person reads them.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

use desk_sheets::{Limits, open, tables};
use std::path::{Path, PathBuf};

const LIMITS: Limits = Limits {
    cells: 2_000_000,
    bytes: 50_000_000,
    unpacked: 200_000_000,
};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/corpus")
}

/// Header and records; the columns `norm:` and `meta:` are about typed values.
fn expected(file: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_path(file)
        .unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    let kept = |(index, _): &(usize, &str)| {
        let header = &rows[0][*index];
        !header.starts_with("norm:") && !header.starts_with("meta:")
    };
    rows.iter()
        .map(|row| {
            row.iter()
                .enumerate()
                .filter(kept)
                .map(|(_, text)| text.to_owned())
                .collect()
        })
        .collect()
}

fn read(file: &Path) -> Vec<Vec<String>> {
    let sheets = open(file, LIMITS).unwrap();
    let Some((_, table)) = sheets
        .iter()
        .flat_map(|s| tables(s).into_iter().map(move |t| (s, t)))
        .next()
    else {
        return Vec::new();
    };
    let mut rows = vec![
        table
            .head
            .columns
            .iter()
            .map(|(_, path)| path.clone())
            .collect::<Vec<_>>(),
    ];
    rows.extend(table.records.into_iter().map(|record| record.values));
    rows
}

#[test]
fn every_published_table_of_the_list_comes_back_cell_by_cell() {
    let list = std::fs::read_to_string(fixtures().join("READ_EXACTLY.txt")).unwrap();
    for name in list.lines() {
        let stem = name.split('.').next().unwrap();
        let truth = expected(&fixtures().join(format!("{stem}.expected.csv")));
        assert_eq!(read(&fixtures().join(name)), truth, "{name}");
    }
}
