//! Delimited text: which encoding, which separator.

use crate::cells::{Row, Sheet};
use crate::open::OpenError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Separators tried, in order of preference.
const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// How many lines decide about the separator.
const SAMPLE_LINES: usize = 50;

/// The text of a file: byte order mark, strict UTF-8, strict GB18030, then a guess for Chinese.
/// Chinese Excel saves CSV as GBK.
pub fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned();
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    for encoding in [UTF_8, GB18030] {
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
            return text.into_owned();
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector
        .guess(Some(b"cn"), Utf8Detection::Allow)
        .decode_without_bom_handling(bytes)
        .0
        .into_owned()
}

/// UTF-16 without a mark shows by zero bytes at every second place of ASCII signs.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    match (zeros(0), zeros(1)) {
        (0, 0) => None,
        (even, odd) if odd > even => Some(UTF_16LE),
        _ => Some(UTF_16BE),
    }
}

/// Reads a delimited text as one sheet.
pub fn read(name: &str, bytes: &[u8]) -> Result<Sheet, OpenError> {
    let text = decode(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (number, record) in (1u32..).zip(reader.records()) {
        let record = record.map_err(|error| OpenError::Damaged {
            detail: error.to_string(),
        })?;
        let texts = (0u32..)
            .zip(record.iter())
            .filter(|(_, text)| !text.trim().is_empty());
        let cells: Vec<(u32, Box<str>)> = texts.map(|(column, text)| (column, text.into())).collect();
        if !cells.is_empty() {
            rows.push(Row { number, cells });
        }
    }
    Ok(Sheet {
        name: name.to_owned(),
        rows,
        ..Sheet::default()
    })
}

/// The separator that splits most lines into the same number of columns.
fn separator(text: &str) -> u8 {
    let agreement = |separator: &u8| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(*separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let widths: Vec<usize> = reader
            .records()
            .take(SAMPLE_LINES)
            .flatten()
            .map(|r| r.len())
            .collect();
        let widest = widths.iter().max().copied().unwrap_or(1);
        let agreeing = widths.iter().filter(|w| **w == widest).count();
        if widest < 2 { 0 } else { agreeing }
    };
    let best = SEPARATORS.iter().rev().max_by_key(|s| agreement(s));
    *best.expect("there are separators")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_row(bytes: &[u8]) -> Vec<String> {
        let sheet = read("表.csv", bytes).unwrap();
        sheet.rows[0]
            .cells
            .iter()
            .map(|(_, text)| text.to_string())
            .collect()
    }

    #[test]
    fn the_same_table_reads_equal_in_every_encoding() {
        let text = "序号,事项名称\n1,最低生活保障\n";
        let gbk = GB18030.encode(text).0.into_owned();
        let marked: Vec<u8> = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        let wide: Vec<u8> = text
            .replace(',', "\t")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [text.as_bytes(), &gbk, &marked, &wide] {
            assert_eq!(first_row(bytes), ["序号", "事项名称"]);
        }
    }

    #[test]
    fn commas_inside_quotes_do_not_hide_a_tab() {
        assert_eq!(
            first_row("名称\t地址\n甲\t\"一路,二号\"\n".as_bytes()),
            ["名称", "地址"]
        );
    }
}
