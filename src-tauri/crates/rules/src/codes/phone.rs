//! Telephone numbers of offices.
//!
//! What: landline with area code (0737-4223456, extension after `-` or 转), mobile, service number (12345, 95598,
//! 400-…). A cell may hold several, with labels and office hours around them. Why: a number that cannot be dialled is the
//! most frequent complaint about such tables. A local number without area code is a reminder.
//! Source: data.md §5.6, catalogues.md §5.2 and §12.1.

use desk_model::CodeList;
use regex::Regex;
use std::sync::LazyLock;

/// What is wrong with a cell of telephone numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// There is no number at all.
    #[error("no number")]
    None,
    /// This part is not a telephone number.
    #[error("not a number: {part}")]
    Form {
        /// The part at fault.
        part: String,
    },
    /// This landline number stands without area code.
    #[error("no area code: {part}")]
    NoAreaCode {
        /// The part at fault.
        part: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Full,
    Local,
}

static LANDLINE: LazyLock<Regex> =
    LazyLock::new(|| pattern("^(?:86-?)?(0[0-9]{2,3})-?([0-9]{7,8})((?:-|转|#)[0-9]{1,6})?$"));
static LOCAL: LazyLock<Regex> = LazyLock::new(|| pattern("^[2-9][0-9]{6,7}((?:-|转|#)[0-9]{1,6})?$"));
static MOBILE: LazyLock<Regex> = LazyLock::new(|| pattern("^1[3-9][0-9]{9}$"));
static SERVICE: LazyLock<Regex> =
    LazyLock::new(|| pattern("^(1[0-9]{4}|9[0-9]{4,7}|[48]00-?[0-9]{3}-?[0-9]{4}|[48]00[0-9]{7})$"));
static AREA_IN_BRACKETS: LazyLock<Regex> = LazyLock::new(|| pattern("\\((0[0-9]{2,3})\\)"));
static REMARK: LazyLock<Regex> = LazyLock::new(|| pattern("\\([^()]*\\)"));

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is fixed and tested")
}

/// Checks a cell of one or more numbers. `service` lists short numbers such as 110; `short_areas` the area codes
/// of three digits.
pub fn check(text: &str, service: &CodeList, short_areas: &CodeList) -> Result<(), PhoneError> {
    if is_plain_landline(text) {
        return Ok(());
    }
    let plain = plain(text);
    let mut found = None;
    for part in parts(&plain) {
        let shape = shape(part, service, short_areas).ok_or_else(|| PhoneError::Form {
            part: part.to_owned(),
        })?;
        if shape == Shape::Local && found.is_none() {
            return Err(PhoneError::NoAreaCode {
                part: part.to_owned(),
            });
        }
        found = Some(shape);
    }
    found.map(|_| ()).ok_or(PhoneError::None)
}

/// `0737-4223456` and nothing else: what most cells hold, decided without allocating.
fn is_plain_landline(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes.len(), 12 | 13)
        && bytes[0] == b'0'
        && matches!(bytes[1], b'3'..=b'9')
        && bytes[4] == b'-'
        && bytes[..4].iter().chain(&bytes[5..]).all(u8::is_ascii_digit)
}

/// Half-width, dashes of every kind as `-`, an area code in brackets joined, other bracketed remarks dropped.
fn plain(text: &str) -> String {
    let narrow: String = text
        .chars()
        .map(|c| match super::narrow(c) {
            '—' | '–' | '―' | '－' | '‐' | '‑' | '−' | '─' => '-',
            other => other,
        })
        .collect();
    let joined = AREA_IN_BRACKETS.replace_all(&narrow, "$1-");
    REMARK.replace_all(&joined, " ").replace("--", "-")
}

/// The parts that hold digits, without labels in Chinese and the punctuation around them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let label =
        |c: char| super::is_blank(c) || (!c.is_ascii_alphanumeric() && c != '-' && c != '*') || c == '转';
    text.split(|c: char| {
        super::is_blank(c) || matches!(c, '、' | '，' | ',' | '；' | ';' | '/' | '或' | '。' | ':' | '：')
    })
    .map(move |part| part.trim_matches(label))
    .filter(|part| part.bytes().any(|b| b.is_ascii_digit()))
}

fn shape(part: &str, service: &CodeList, short_areas: &CodeList) -> Option<Shape> {
    if let Some(landline) = LANDLINE.captures(part) {
        let digits = format!("{}{}", &landline[1], &landline[2]);
        return is_landline(&digits, short_areas).then_some(Shape::Full);
    }
    if MOBILE.is_match(part) || SERVICE.is_match(part) || service.by_code(part).is_some() {
        return Some(Shape::Full);
    }
    LOCAL.is_match(part).then_some(Shape::Local)
}

/// Area code and local number together: a listed three-digit area code takes 8 digits, others 7 or 8.
fn is_landline(digits: &str, short_areas: &CodeList) -> bool {
    let local = if short_areas.by_code(&digits[..3]).is_some() {
        &digits[3..]
    } else {
        &digits[4..]
    };
    matches!(local.len(), 7 | 8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::list;

    fn checked(text: &str) -> Result<(), PhoneError> {
        check(text, &list("service_numbers"), &list("short_area_codes"))
    }

    #[test]
    fn the_forms_that_offices_print_pass() {
        for text in [
            "0737-4223456",
            "07374223456",
            "010-65598765",
            "0731-85678901",
            "0456-0001234",
            "0737-4223456转801",
            "0737-4223456-801",
            "０７３７－４２２３４５６",
            "(0737)4223456",
            "（0737）4223456",
            "0737—4223456",
            "12345",
            "110",
            "95598",
            "956100",
            "400-600-1234",
            "13900000000",
            "0737-4223456、4223457",
            "0737-4223456；12345",
            "供水热线：0737-4223456（工作日8:30-17:30）",
            "0737-4223456/0737-4223457",
            "0737-4223456\n0737-4223457",
        ] {
            assert_eq!(checked(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_found() {
        for text in [
            "0737-1234",
            "1234567O",
            "199000012345",
            "0737-0000",
            "0737-42234567890",
            "12O345",
        ] {
            assert!(matches!(checked(text), Err(PhoneError::Form { .. })), "{text}");
        }
        assert_eq!(checked("电话见官网"), Err(PhoneError::None));
    }

    #[test]
    fn a_local_number_lacks_its_area_code() {
        assert_eq!(
            checked("4223456"),
            Err(PhoneError::NoAreaCode {
                part: "4223456".into()
            })
        );
    }
}
