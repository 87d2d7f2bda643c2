//! Opening a file by what it holds, not by what it is called.

use crate::cells::{Merge, Row, Sheet, number_text};
use crate::{delimited, html, ods, xlsx_sheets, xml_2003};
use calamine::{Data, Range, Reader, SheetVisible, Xls, Xlsb, Xlsx};
use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::path::Path;

/// Bounds of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most non-empty cells of one sheet.
    pub cells: usize,
    /// Most bytes of the file.
    pub bytes: u64,
    /// Most bytes of one part once it is unpacked.
    pub unpacked: u64,
}

/// Why a file cannot be read; data only.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("not found")]
    NotFound,
    /// Nothing is in it.
    #[error("empty")]
    Empty,
    /// It needs a password.
    #[error("encrypted")]
    Encrypted,
    /// A picture, a document or something else.
    #[error("not a spreadsheet")]
    NotASpreadsheet,
    /// It begins like a spreadsheet and does not read to its end.
    #[error("damaged: {detail}")]
    Damaged {
        /// The reader's words.
        detail: String,
    },
    /// More than the limits allow.
    #[error("too large: {what} over {limit}")]
    TooLarge {
        /// `bytes` or `cells`.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// The file system refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl OpenError {
    /// One word for each reason, for the wire and the wording files.
    pub fn word(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Empty => "empty",
            Self::Encrypted => "encrypted",
            Self::NotASpreadsheet => "not_spreadsheet",
            Self::Damaged { .. } => "broken",
            Self::TooLarge { .. } => "too_large",
            Self::Io(_) => "unreadable",
        }
    }
}

/// Signs of an OLE2 container.
const OLE2: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// All sheets of a file.
pub fn open(path: &Path, limits: Limits) -> Result<Vec<Sheet>, OpenError> {
    let bytes = load(path, limits)?;
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    if bytes.starts_with(b"PK\x03\x04") {
        return zipped(bytes, limits);
    }
    if bytes.starts_with(OLE2) {
        return ole2(bytes, limits);
    }
    if bytes.starts_with(b"%PDF") || bytes.starts_with(b"{\\rtf") {
        return Err(OpenError::NotASpreadsheet);
    }
    let text = delimited::decode(&bytes);
    if xml_2003::is_one(&text) {
        return xml_2003::read(&text, limits);
    }
    if html::is_one(&text) {
        return html::read(&name, &text, limits);
    }
    if is_text(&bytes) {
        return Ok(vec![delimited::read(&name, &bytes)?]);
    }
    Err(OpenError::NotASpreadsheet)
}

fn load(path: &Path, limits: Limits) -> Result<Vec<u8>, OpenError> {
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => OpenError::NotFound,
        _ => OpenError::Io(error),
    })?;
    let size = file.metadata()?.len();
    if size > limits.bytes {
        return Err(OpenError::TooLarge {
            what: "bytes",
            limit: limits.bytes,
        });
    }
    let mut bytes = Vec::new();
    BufReader::new(file).read_to_end(&mut bytes)?;
    if bytes.is_empty() {
        Err(OpenError::Empty)
    } else {
        Ok(bytes)
    }
}

/// Text has no zero bytes but in pairs (UTF-16) and no control signs.
fn is_text(bytes: &[u8]) -> bool {
    let text = delimited::decode(&bytes[..bytes.len().min(65_536)]);
    let odd = text
        .chars()
        .filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        .count();
    odd * 100 <= text.chars().count() && !text.trim_start().starts_with('<')
}

/// Packed to less than this share of its size, a large part is made to fill memory, not to be read: real
/// tables shrink ten- to thirtyfold.
const BOMB_RATIO: u64 = 300;
/// A part smaller than this does no harm however it is packed.
const HARMLESS: u64 = 50_000_000;

/// Looks at what the parts say of their size before anything is unpacked.
fn refuse_bombs(bytes: &[u8], limits: Limits) -> Result<(), OpenError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(damaged)?;
        let (size, packed) = (part.size(), part.compressed_size());
        if size > limits.unpacked || (size > HARMLESS && size / BOMB_RATIO > packed) {
            return Err(OpenError::TooLarge {
                what: "bytes",
                limit: limits.unpacked,
            });
        }
    }
    Ok(())
}

fn zipped(bytes: Vec<u8>, limits: Limits) -> Result<Vec<Sheet>, OpenError> {
    refuse_bombs(&bytes, limits)?;
    let has = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    if has(b"xl/workbook.bin") {
        let mut workbook: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(damaged)?;
        return ranges(&mut workbook, limits);
    }
    if has(b"xl/") {
        return xlsx(&bytes, limits);
    }
    if has(b"content.xml") {
        return ods::read(bytes, limits);
    }
    Err(OpenError::NotASpreadsheet)
}

fn xlsx(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, OpenError> {
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let parts = xlsx_sheets::parts(&mut book)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let metadata = workbook.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for sheet in metadata {
        let part = parts.get(&sheet.name).map(String::as_str).unwrap_or_default();
        let layout = xlsx_sheets::layout(&mut book, part, limits.unpacked)?;
        let mut found = Sheet {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
            merges: layout.merges,
            hidden_rows: layout.hidden_rows,
            hidden_columns: layout.hidden_columns,
            ..Sheet::default()
        };
        let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(damaged)?;
        let mut count = 0;
        while let Some(cell) = reader.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let text = text_of(&Data::from(cell.get_value().clone()));
            count += 1;
            add(&mut found, (row + 1, column), text, (count, limits))?;
        }
        sheets.push(found);
    }
    Ok(sheets)
}

fn merge(m: calamine::Dimensions) -> Merge {
    Merge {
        top: m.start.0 + 1,
        left: m.start.1,
        bottom: m.end.0 + 1,
        right: m.end.1,
    }
}

fn ole2(bytes: Vec<u8>, limits: Limits) -> Result<Vec<Sheet>, OpenError> {
    let wide = |name: &str| {
        name.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    if bytes
        .windows(32)
        .any(|part| part == &wide("EncryptedPackage")[..])
    {
        return Err(OpenError::Encrypted);
    }
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => OpenError::Encrypted,
        other => damaged(other),
    })?;
    let mut sheets = ranges(&mut workbook, limits)?;
    for sheet in &mut sheets {
        let merges = workbook.merge_cells_by_sheet_name(&sheet.name).map_err(damaged)?;
        sheet.merges = merges.into_iter().map(merge).collect();
    }
    Ok(sheets)
}

fn ranges<R: Reader<Cursor<Vec<u8>>>>(workbook: &mut R, limits: Limits) -> Result<Vec<Sheet>, OpenError>
where
    R::Error: std::fmt::Display,
{
    let metadata = workbook.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for sheet in metadata {
        let range: Range<Data> = workbook.worksheet_range(&sheet.name).map_err(damaged)?;
        let mut found = Sheet {
            name: sheet.name,
            hidden: sheet.visible != SheetVisible::Visible,
            ..Sheet::default()
        };
        let (top, left) = range.start().unwrap_or_default();
        for (count, (row, column, value)) in range.used_cells().enumerate() {
            let place = (top + number(row) + 1, left + number(column));
            add(&mut found, place, text_of(value), (count, limits))?;
        }
        sheets.push(found);
    }
    Ok(sheets)
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn add(sheet: &mut Sheet, place: (u32, u32), text: String, spent: (usize, Limits)) -> Result<(), OpenError> {
    let (count, limits) = spent;
    if count > limits.cells {
        return Err(OpenError::TooLarge {
            what: "cells",
            limit: u64::try_from(limits.cells).unwrap_or(u64::MAX),
        });
    }
    if text.trim().is_empty() {
        return Ok(());
    }
    let (number, column) = place;
    match sheet.rows.last_mut().filter(|row| row.number == number) {
        Some(row) => row.cells.push((column, text.into())),
        None => sheet.rows.push(Row {
            number,
            cells: vec![(column, text.into())],
        }),
    }
    Ok(())
}

/// A cell's text: numbers as stored, dates in ISO form, errors as Excel shows them.
fn text_of(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(float) => number_text(*float),
        Data::Int(int) => int.to_string(),
        Data::Bool(on) => if *on { "TRUE" } else { "FALSE" }.to_owned(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            if moment.as_f64() < 1.0 {
                return format!("{hour:02}:{minute:02}:{second:02}");
            }
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) {
                return date;
            }
            format!("{date} {hour:02}:{minute:02}:{second:02}")
        }
    }
}

pub(crate) fn damaged(error: impl std::fmt::Display) -> OpenError {
    let detail = error.to_string();
    if detail.to_lowercase().contains("password") {
        OpenError::Encrypted
    } else {
        OpenError::Damaged { detail }
    }
}
