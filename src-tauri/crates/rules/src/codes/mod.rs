//! Checks of written codes: one file per code, each says what it is, why it is checked and by which standard.
//!
//! Pure functions over text; lists of valid prefixes are data (`assets/codes`) and come in as
//! [`desk_model::CodeList`]. Knows neither templates nor findings.

use std::borrow::Cow;

pub mod bank_card;
pub mod budget_subject;
pub mod division;
pub mod doc_number;
pub mod identity;
pub mod index_number;
pub mod item_code;
pub mod org_code;
pub mod phone;
pub mod site_code;
pub mod uscc;
pub mod written_date;

/// Half-width form of a written code: full-width letters, digits and punctuation become ASCII, every kind of
/// blank is dropped from both ends.
pub fn half_width(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_blank);
    if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(narrow).collect())
    }
}

/// A full-width form (U+FF01–U+FF5E) as ASCII; other characters stay.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        other => other,
    }
}

/// Blanks seen around cells: white space, no-break and zero-width blanks, byte-order marks.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// True when the text is exactly `length` ASCII digits.
pub(crate) fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| b.is_ascii_digit())
}
