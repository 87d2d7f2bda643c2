//! OpenDocument sheets: `content.xml` read as a stream, with merged and hidden cells. Repeat counts are never
//! trusted: an empty repeat only moves on, a filled one spends the budget of cells.

use crate::cells::{Grid, Merge, Sheet};
use crate::open::{Limits, OpenError, damaged};
use crate::xml::{attribute, number_of, text_of_reference};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// So many equal filled cells or rows in a row are a table, more are decoration to the sheet's edge.
const MOST_REPEATS: u32 = 1000;

/// All sheets of an `.ods` file.
pub fn read(bytes: Vec<u8>, limits: Limits) -> Result<Vec<Sheet>, OpenError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    refuse_encrypted(&mut archive)?;
    let content = archive.by_name("content.xml").map_err(damaged)?;
    let mut reader = Reader::from_reader(BufReader::new(content.take(limits.unpacked)));
    let mut document = Document::new(limits);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(start) => document.open(&start)?,
            Event::Empty(start) => {
                document.open(&start)?;
                document.close(start.local_name().as_ref())?;
            }
            Event::End(end) => document.close(end.local_name().as_ref())?,
            Event::Text(text) => document.text(&text.xml10_content()),
            Event::GeneralRef(reference) => document.text(&text_of_reference(&reference)?),
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    if document.depth > 0 {
        return Err(OpenError::Damaged {
            detail: "content.xml ends early".to_owned(),
        });
    }
    Ok(document.sheets)
}

fn refuse_encrypted(archive: &mut ZipArchive<Cursor<Vec<u8>>>) -> Result<(), OpenError> {
    let Ok(manifest) = archive.by_name("META-INF/manifest.xml") else {
        return Ok(());
    };
    let mut text = String::new();
    manifest
        .take(1 << 20)
        .read_to_string(&mut text)
        .map_err(damaged)?;
    if text.contains("encryption-data") {
        Err(OpenError::Encrypted)
    } else {
        Ok(())
    }
}

/// One cell while it is being read.
#[derive(Default)]
struct OpenCell {
    repeats: u32,
    covered: bool,
    across: u32,
    down: u32,
    /// The stored value of a number, a date or a truth value; people's form stands in the paragraphs.
    stored: Option<String>,
    paragraphs: Vec<String>,
}

struct Document {
    limits: Limits,
    sheets: Vec<Sheet>,
    hidden_styles: BTreeSet<String>,
    style: String,
    grid: Grid,
    cell: Option<OpenCell>,
    /// Inside a cell's comment: its paragraphs are not the cell's.
    comment: bool,
    paragraph: bool,
    row_repeats: u32,
    row_hidden: bool,
    column: u32,
    row_cells: Vec<(u32, String)>,
    next_column: u32,
    depth: u32,
}

impl Document {
    fn new(limits: Limits) -> Self {
        Self {
            limits,
            sheets: Vec::new(),
            hidden_styles: BTreeSet::new(),
            style: String::new(),
            grid: Grid::new("", limits),
            cell: None,
            comment: false,
            paragraph: false,
            row_repeats: 1,
            row_hidden: false,
            column: 0,
            row_cells: Vec::new(),
            next_column: 0,
            depth: 0,
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), OpenError> {
        self.depth += 1;
        match start.local_name().as_ref() {
            "style" => self.style = attribute(start, "name")?.unwrap_or_default(),
            "table-properties" if attribute(start, "display")?.as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table" => self.begin_sheet(start)?,
            "table-column" => {
                let count = number_of(start, "number-columns-repeated")?.unwrap_or(1);
                if is_hidden(start)? {
                    self.grid.hide_columns(self.next_column, count);
                }
                self.next_column = self.next_column.saturating_add(count);
            }
            "table-row" => {
                self.row_repeats = number_of(start, "number-rows-repeated")?.unwrap_or(1).max(1);
                self.row_hidden = is_hidden(start)?;
                self.column = 0;
                self.row_cells.clear();
            }
            "table-cell" | "covered-table-cell" => self.cell = Some(begin_cell(start)?),
            "annotation" => self.comment = true,
            "p" if !self.comment => {
                self.paragraph = true;
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs.push(String::new());
                }
            }
            "s" => {
                let count = number_of(start, "c")?.unwrap_or(1).min(100);
                self.text(&" ".repeat(usize::try_from(count).unwrap_or(1)));
            }
            "tab" => self.text("\t"),
            "line-break" => self.text("\n"),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if !self.paragraph || self.comment {
            return;
        }
        if let Some(last) = self.cell.as_mut().and_then(|cell| cell.paragraphs.last_mut()) {
            last.push_str(text);
        }
    }

    fn begin_sheet(&mut self, start: &BytesStart<'_>) -> Result<(), OpenError> {
        let name = attribute(start, "name")?.unwrap_or_default();
        let hidden = attribute(start, "style-name")?.is_some_and(|style| self.hidden_styles.contains(&style));
        self.grid = Grid::new(&name, self.limits);
        self.grid.sheet.hidden = hidden;
        self.next_column = 0;
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), OpenError> {
        self.depth = self.depth.saturating_sub(1);
        match name {
            "annotation" => self.comment = false,
            "p" => self.paragraph = false,
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.end_row()?,
            "table" => {
                let grid = std::mem::replace(&mut self.grid, Grid::new("", self.limits));
                self.sheets.push(grid.sheet);
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let text = cell.stored.unwrap_or_else(|| cell.paragraphs.join("\n"));
        if cell.across > 1 || cell.down > 1 {
            let (row, column) = (self.grid.row, self.column);
            self.grid.sheet.merges.push(Merge {
                top: row,
                left: column,
                bottom: row.saturating_add(cell.down.max(1) - 1),
                right: column.saturating_add(cell.across.max(1) - 1),
            });
        }
        if !text.trim().is_empty() && !cell.covered && cell.repeats <= MOST_REPEATS {
            for at in 0..cell.repeats {
                self.row_cells
                    .push((self.column.saturating_add(at), text.clone()));
            }
        }
        self.column = self.column.saturating_add(cell.repeats);
    }

    fn end_row(&mut self) -> Result<(), OpenError> {
        let cells = std::mem::take(&mut self.row_cells);
        let filled = if cells.is_empty() {
            0
        } else {
            self.row_repeats.min(MOST_REPEATS)
        };
        for _ in 0..filled {
            for (column, text) in &cells {
                self.grid.put(*column, text)?;
            }
            if self.row_hidden {
                self.grid.hide_row();
            }
            self.grid.next_row(1);
        }
        self.grid.next_row(self.row_repeats - filled);
        Ok(())
    }
}

fn is_hidden(start: &BytesStart<'_>) -> Result<bool, OpenError> {
    Ok(attribute(start, "visibility")?.is_some_and(|word| word != "visible"))
}

fn begin_cell(start: &BytesStart<'_>) -> Result<OpenCell, OpenError> {
    let stored = match attribute(start, "value-type")?.as_deref() {
        Some("float" | "currency" | "percentage") => {
            attribute(start, "value")?.map(|value| plain_number(&value))
        }
        Some("date") => {
            attribute(start, "date-value")?.map(|value| value.replace('T', " ").replace(" 00:00:00", ""))
        }
        Some("boolean") => attribute(start, "boolean-value")?.map(|value| value.to_uppercase()),
        _ => None,
    };
    Ok(OpenCell {
        repeats: number_of(start, "number-columns-repeated")?.unwrap_or(1).max(1),
        covered: start.local_name().as_ref() == "covered-table-cell",
        across: number_of(start, "number-columns-spanned")?.unwrap_or(1),
        down: number_of(start, "number-rows-spanned")?.unwrap_or(1),
        stored,
        paragraphs: Vec::new(),
    })
}

/// `155.0` → `155`.
fn plain_number(text: &str) -> String {
    text.parse::<f64>()
        .map_or_else(|_| text.to_owned(), crate::cells::number_text)
}
