//! The official workbook as another reader sees it.

use crate::support::Stock;
use calamine::{Data, Reader, Xlsx, open_workbook};

#[test]
fn the_workbook_holds_every_entry_below_its_two_header_rows_and_runs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let stock = Stock::new(7);
    stock.write(&out).unwrap();
    for number in 1..=stock.templates.len() {
        let mut book: Xlsx<_> = open_workbook(out.join(format!("tables/catalogue-{number}.xlsx"))).unwrap();
        let formulas = book.worksheet_formula("目录").unwrap();
        assert!(formulas.used_cells().next().is_none());
        let range = book.worksheet_range("目录").unwrap();
        let rows: Vec<&[Data]> = range.rows().collect();
        assert_eq!(rows.len(), 4 + 7, "title, line, two header rows, entries");
        assert!(rows[1][0].to_string().contains("资阳区"));
        assert!(rows[4..].iter().flat_map(|row| row.iter()).any(|cell| *cell == Data::String("=1+1".to_owned()) || cell.to_string().starts_with("=1+1 ")));
    }
}

#[test]
fn a_column_that_may_be_missing_and_that_nobody_filled_is_left_out_of_the_official_view() {
    let folder = tempfile::tempdir().unwrap();
    let mut stock = Stock::new(2);
    let at = stock
        .templates
        .iter()
        .position(|t| t.id.as_str() == "grassroots_catalogue")
        .unwrap();
    let optional: Vec<_> = stock.templates[at]
        .fields
        .iter()
        .filter(|f| f.optional_column)
        .map(|f| f.name.clone())
        .collect();
    assert!(!optional.is_empty());
    for row in &mut stock.rows[at] {
        for name in &optional {
            row.cells.remove(name);
        }
    }
    let out = folder.path().join("out");
    stock.write(&out).unwrap();
    let mut book: Xlsx<_> = open_workbook(out.join(format!("tables/catalogue-{}.xlsx", at + 1))).unwrap();
    let width = book.worksheet_range("目录").unwrap().width();
    assert_eq!(width, stock.templates[at].fields.len() - optional.len());
}
