//! Spreadsheets saved as one XML document (Excel 2003, often under the name `.xls`).

use crate::cells::{Grid, Merge, Sheet};
use crate::open::{Limits, OpenError, damaged};
use crate::xml::{attribute, number_of, text_of_reference};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Is the text such a document?
pub fn is_one(text: &str) -> bool {
    let head: String = text.chars().take(2000).collect();
    head.contains("urn:schemas-microsoft-com:office:spreadsheet") && head.contains("Workbook")
}

/// All sheets of the document.
pub fn read(text: &str, limits: Limits) -> Result<Vec<Sheet>, OpenError> {
    let mut reader = Reader::from_str(text);
    let mut book = Book {
        limits,
        sheets: Vec::new(),
        grid: None,
        column: 0,
        value: None,
        row_hidden: false,
        row_open: false,
    };
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(start) => book.open(&start)?,
            Event::Empty(start) => {
                book.open(&start)?;
                book.close(start.local_name().as_ref())?;
            }
            Event::End(end) => book.close(end.local_name().as_ref())?,
            Event::Text(text) => book.text(&text.xml10_content()),
            Event::CData(text) => book.text(&text.xml10_content()),
            Event::GeneralRef(reference) => book.text(&text_of_reference(&reference)?),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(book.sheets)
}

struct Book {
    limits: Limits,
    sheets: Vec<Sheet>,
    grid: Option<Grid>,
    /// Column of the cell that comes next or is open.
    column: u32,
    value: Option<(bool, String)>,
    row_hidden: bool,
    row_open: bool,
}

impl Book {
    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), OpenError> {
        match (start.local_name().as_ref(), &mut self.grid) {
            ("Worksheet", grid) => {
                let name = attribute(start, "Name")?.unwrap_or_default();
                *grid = Some(Grid::new(&name, self.limits));
            }
            ("Row", Some(grid)) => {
                if let Some(index) = number_of(start, "Index")? {
                    grid.next_row(index.saturating_sub(grid.row));
                }
                self.row_hidden = attribute(start, "Hidden")?.as_deref() == Some("1");
                self.column = 0;
                self.row_open = true;
            }
            ("Cell", Some(grid)) => {
                if let Some(index) = number_of(start, "Index")? {
                    self.column = index.saturating_sub(1);
                }
                let across = number_of(start, "MergeAcross")?.unwrap_or(0);
                let down = number_of(start, "MergeDown")?.unwrap_or(0);
                if across + down > 0 {
                    let (top, left) = (grid.row, self.column);
                    grid.sheet.merges.push(Merge {
                        top,
                        left,
                        bottom: top + down,
                        right: left + across,
                    });
                }
                self.value = None;
                // The next cell stands behind all that this one covers.
                self.column += across;
            }
            ("Data", Some(_)) => {
                let is_number = attribute(start, "Type")?.as_deref() == Some("Number");
                self.value = Some((is_number, String::new()));
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some((_, value)) = &mut self.value {
            value.push_str(text);
        }
    }

    fn close(&mut self, name: &str) -> Result<(), OpenError> {
        let Some(grid) = &mut self.grid else { return Ok(()) };
        match name {
            "Data" => {
                if let Some((is_number, text)) = self.value.take() {
                    let number = text.parse::<f64>().ok().filter(|_| is_number);
                    let text = number.map_or(text, crate::cells::number_text);
                    let left = grid
                        .sheet
                        .merges
                        .last()
                        .filter(|m| m.top == grid.row && m.right == self.column)
                        .map_or(self.column, |m| m.left);
                    grid.put(left, &text)?;
                }
            }
            "Cell" => self.column += 1,
            "Row" => {
                if self.row_hidden {
                    grid.hide_row();
                }
                grid.next_row(1);
                self.row_open = false;
            }
            "Worksheet" => self.sheets.extend(self.grid.take().map(|grid| grid.sheet)),
            _ => {}
        }
        Ok(())
    }
}
