//! What the cell reader does not tell of an xlsx sheet: merged ranges, hidden rows and columns. The part is
//! gone through tag by tag without building anything of its cells.

use crate::cells::Merge;
use crate::open::{OpenError, damaged};
use crate::xml::attribute;
use desk_model::column_number;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;

/// Most bytes of the small parts that name the sheets.
const SMALL_PART: u64 = 16_000_000;
/// The widest sheet.
const MOST_COLUMNS: u32 = 16_384;

/// The archive of a workbook.
pub type Book<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// What a sheet says beside its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// Merged ranges.
    pub merges: Vec<Merge>,
    /// Hidden rows, 1-based.
    pub hidden_rows: BTreeSet<u32>,
    /// Hidden columns, 0-based.
    pub hidden_columns: BTreeSet<u32>,
}

/// The part of each sheet by the sheet's name.
pub fn parts(book: &mut Book<'_>) -> Result<BTreeMap<String, String>, OpenError> {
    let mut targets = BTreeMap::new();
    elements(
        book,
        "xl/_rels/workbook.xml.rels",
        "Relationship",
        &["Id", "Target"],
        &mut |values| {
            if let [Some(id), Some(target)] = values {
                let path = target
                    .strip_prefix('/')
                    .map_or_else(|| format!("xl/{target}"), ToOwned::to_owned);
                targets.insert(id.clone(), path);
            }
        },
    )?;
    let mut parts = BTreeMap::new();
    elements(book, "xl/workbook.xml", "sheet", &["name", "id"], &mut |values| {
        if let [Some(name), Some(id)] = values
            && let Some(path) = targets.get(id)
        {
            parts.insert(name.clone(), path.clone());
        }
    })?;
    Ok(parts)
}

/// Hands over attributes of all elements of a name in a small part; a part that is missing has none.
fn elements(
    book: &mut Book<'_>,
    part: &str,
    element: &str,
    names: &[&str],
    found: &mut dyn FnMut(&[Option<String>]),
) -> Result<(), OpenError> {
    let Ok(file) = book.by_name(part) else {
        return Ok(());
    };
    let mut reader = Reader::from_reader(BufReader::new(file.take(SMALL_PART)));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == element => {
                let values: Result<Vec<_>, _> = names.iter().map(|name| attribute(&start, name)).collect();
                found(&values?);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// Goes through one sheet's part.
pub fn layout(book: &mut Book<'_>, part: &str, most_bytes: u64) -> Result<Layout, OpenError> {
    let mut layout = Layout::default();
    let Ok(file) = book.by_name(part) else {
        return Ok(layout);
    };
    let mut reader = BufReader::with_capacity(1 << 16, file.take(most_bytes));
    let mut buffer = Vec::new();
    while reader.read_until(b'>', &mut buffer).map_err(damaged)? > 0 {
        // Cells are by far the most; only three kinds of tags are looked at.
        if let Some(at) = buffer.iter().rposition(|byte| *byte == b'<') {
            let tag = &buffer[at + 1..];
            let name_end = tag
                .iter()
                .position(|byte| matches!(byte, b' ' | b'/' | b'>' | b'\n' | b'\r' | b'\t'));
            let name = &tag[..name_end.unwrap_or(tag.len())];
            let local = name
                .iter()
                .rposition(|byte| *byte == b':')
                .map_or(name, |colon| &name[colon + 1..]);
            if matches!(local, b"row" | b"col" | b"mergeCell") {
                note(&mut layout, local, &String::from_utf8_lossy(tag));
            }
        }
        buffer.clear();
    }
    Ok(layout)
}

fn note(layout: &mut Layout, name: &[u8], tag: &str) {
    if name == b"mergeCell" {
        layout.merges.extend(value(tag, "ref").and_then(range));
        return;
    }
    if !matches!(value(tag, "hidden"), Some("1" | "true")) {
        return;
    }
    let number = |name: &str| value(tag, name).and_then(|text| text.parse::<u32>().ok());
    if name == b"row" {
        layout.hidden_rows.extend(number("r"));
    } else if let (Some(first), Some(last)) = (number("min"), number("max")) {
        let columns = first.saturating_sub(1)..last.min(MOST_COLUMNS);
        // To the sheet's edge hidden: decoration, not a column that somebody filled.
        if last < MOST_COLUMNS {
            layout.hidden_columns.extend(columns);
        }
    }
}

/// The value of an attribute in a tag.
fn value<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].chars().next_back();
        let after = &rest[at + name.len()..];
        if before.is_some_and(char::is_whitespace)
            && let Some(quoted) = after.strip_prefix('=')
        {
            let quote = quoted.chars().next()?;
            return quoted.get(1..)?.split(quote).next();
        }
        rest = after;
    }
    None
}

/// `B3:C5`.
fn range(text: &str) -> Option<Merge> {
    let (from, to) = text.split_once(':')?;
    let ((left, top), (right, bottom)) = (cell(from)?, cell(to)?);
    Some(Merge {
        top,
        left,
        bottom,
        right,
    })
}

fn cell(text: &str) -> Option<(u32, u32)> {
    let plain = text.replace('$', "");
    let digits = plain.find(|c: char| c.is_ascii_digit())?;
    Some((column_number(&plain[..digits])?, plain[digits..].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_by_their_whole_name() {
        assert_eq!(value("row spans=\"1:3\" r='7' hidden=\"1\"/>", "r"), Some("7"));
        assert_eq!(value("col min=\"2\" max=\"4\">", "hidden"), None);
    }

    #[test]
    fn ranges_are_read_with_and_without_dollar_signs() {
        let merge = Merge {
            top: 3,
            left: 1,
            bottom: 5,
            right: 27,
        };
        assert_eq!(range("B3:AB5"), Some(merge));
        assert_eq!(range("$B$3:$AB$5"), Some(merge));
        assert_eq!(range("B3"), None);
    }
}
