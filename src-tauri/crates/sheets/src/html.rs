//! Tables of a web page saved under the name `.xls`: each outer table is a sheet.

use crate::cells::{Grid, Merge, Sheet};
use crate::open::{Limits, OpenError};
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::BTreeSet;

/// Spans beyond this are decoration.
const WIDEST_SPAN: u32 = 1000;

/// Is the text a web page?
pub fn is_one(text: &str) -> bool {
    let head: String = text
        .trim_start_matches(['\u{FEFF}', ' ', '\r', '\n', '\t'])
        .chars()
        .take(4000)
        .collect();
    let head = head.to_ascii_lowercase();
    ["<html", "<table", "<!doctype html", "<body"]
        .iter()
        .any(|tag| head.contains(tag))
        && head.starts_with('<')
}

/// The tables of a page; `name` is the file's name.
pub fn read(name: &str, text: &str, limits: Limits) -> Result<Vec<Sheet>, OpenError> {
    let page = Html::parse_document(text);
    let tables = Selector::parse("table").map_err(|_| OpenError::NotASpreadsheet)?;
    let outer = page.select(&tables).filter(|table| !inside_table(*table));
    let mut sheets = Vec::new();
    for (number, table) in (1..).zip(outer) {
        let name = if number == 1 {
            name.to_owned()
        } else {
            format!("{name} {number}")
        };
        sheets.push(sheet(&name, table, limits)?);
    }
    if sheets.is_empty() {
        Err(OpenError::NotASpreadsheet)
    } else {
        Ok(sheets)
    }
}

fn inside_table(element: ElementRef<'_>) -> bool {
    element
        .ancestors()
        .filter_map(ElementRef::wrap)
        .any(|above| above.value().name() == "table")
}

fn sheet(name: &str, table: ElementRef<'_>, limits: Limits) -> Result<Sheet, OpenError> {
    let mut grid = Grid::new(name, limits);
    // Places taken by a cell from a row above.
    let mut taken: BTreeSet<(u32, u32)> = BTreeSet::new();
    let rows = table
        .descendants()
        .filter_map(ElementRef::wrap)
        .filter(|element| element.value().name() == "tr");
    for row in rows.filter(|row| nearest_table(*row) == Some(table.id())) {
        let mut column = 0;
        for cell in row
            .children()
            .filter_map(ElementRef::wrap)
            .filter(|cell| matches!(cell.value().name(), "td" | "th"))
        {
            while taken.contains(&(grid.row, column)) {
                column += 1;
            }
            let span = |name: &str| {
                cell.value()
                    .attr(name)
                    .and_then(|text| text.trim().parse::<u32>().ok())
                    .unwrap_or(1)
                    .clamp(1, WIDEST_SPAN)
            };
            let (across, down) = (span("colspan"), span("rowspan"));
            grid.put(column, &text_of(cell))?;
            if across > 1 || down > 1 {
                grid.sheet.merges.push(Merge {
                    top: grid.row,
                    left: column,
                    bottom: grid.row + down - 1,
                    right: column + across - 1,
                });
            }
            for below in 1..down {
                taken.extend((column..column + across).map(|at| (grid.row + below, at)));
            }
            column += across;
        }
        grid.next_row(1);
    }
    Ok(grid.sheet)
}

fn nearest_table(element: ElementRef<'_>) -> Option<ego_tree::NodeId> {
    let mut above = element.ancestors().filter_map(ElementRef::wrap);
    above
        .find(|above| above.value().name() == "table")
        .map(|table| table.id())
}

/// The text of a cell: white space of the source is one space, `<br>` and paragraphs are line breaks.
fn text_of(cell: ElementRef<'_>) -> String {
    let mut out = String::new();
    for node in cell.descendants() {
        match node.value() {
            Node::Text(text) => {
                for (number, line) in text.split('\n').enumerate() {
                    if number > 0 && !out.ends_with(['\n', ' ']) && !out.is_empty() && !line.trim().is_empty()
                    {
                        out.push(' ');
                    }
                    out.push_str(line.trim_matches(['\r', '\t']));
                }
            }
            Node::Element(element)
                if matches!(element.name(), "br" | "p" | "div" | "li") && !out.trim().is_empty() =>
            {
                out.push('\n');
            }
            _ => {}
        }
    }
    out.replace('\u{A0}', " ").trim().to_owned()
}
