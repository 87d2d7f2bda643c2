//! Quality of text (文字).
//!
//! What: blanks around a text, invisible characters, 同上 left in, wrong brackets in a 文号, characters lost in
//! conversion. Why: they break search, sorting and comparison, and a reader cannot resolve 同上 in a single row.
//! Example: 国发[2014]21号. Fix: safe; one cleaned text answers all of them, so the order of fixes does not matter.

use crate::codes::{doc_number, is_blank};
use crate::row::{Sink, fix, shortened};
use crate::rule_codes;
use desk_model::{Cell, CodeList, Field, FixSafety};

/// What one pass over the bytes of a text shows; most texts need no second look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts gathered in one pass"
)]
pub(crate) struct Traits {
    /// Digits, full-width ones included.
    pub(crate) digits: u32,
    outer_blank: bool,
    invisible: bool,
    lost: bool,
    bracket: bool,
    number_word: bool,
}

const PLAIN: u8 = 0;
const DIGIT: u8 = 1;
const BRACKET: u8 = 2;
const INVISIBLE: u8 = 3;
const WIDE: u8 = 4;

/// What a byte may begin.
static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [PLAIN; 256];
    let mut at = 0u8;
    while at < 0x20 {
        if at != b'\n' && at != b'\t' {
            classes[at as usize] = INVISIBLE;
        }
        at += 1;
    }
    classes[0x7F] = INVISIBLE;
    let mut digit = b'0';
    while digit <= b'9' {
        classes[digit as usize] = DIGIT;
        digit += 1;
    }
    classes[b'(' as usize] = BRACKET;
    classes[b'[' as usize] = BRACKET;
    classes[0xE2] = WIDE;
    classes[0xE3] = WIDE;
    classes[0xE5] = WIDE;
    classes[0xEF] = WIDE;
    classes
}

impl Traits {
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut traits = Self {
            outer_blank: text.starts_with(is_blank) || text.ends_with(is_blank),
            ..Self::default()
        };
        // A plain loop over a table: this runs over every byte of a catalogue.
        let mut at = 0;
        while at < bytes.len() {
            match CLASSES[usize::from(bytes[at])] {
                PLAIN => {}
                DIGIT => traits.digits += 1,
                BRACKET => traits.bracket = true,
                INVISIBLE => traits.invisible = true,
                _ => traits.wide(&bytes[at..]),
            }
            at += 1;
        }
        traits
    }

    fn wide(&mut self, bytes: &[u8]) {
        match bytes.get(..3) {
            Some([0xEF, 0xBC, 0x90..=0x99]) => self.digits += 1,
            Some([0xEF, 0xBC, 0x88 | 0xBB] | [0xEF, 0xB9, 0x9D] | [0xE3, 0x80, 0x8C | 0x90 | 0x96]) => {
                self.bracket = true;
            }
            Some([0xE2, 0x80, 0x8B..=0x8F | 0xAA..=0xAE] | [0xE2, 0x81, 0xA0] | [0xEF, 0xBB, 0xBF]) => {
                self.invisible = true;
            }
            Some([0xEF, 0xBF, 0xBD]) => self.lost = true,
            Some([0xE5, 0x8F, 0xB7]) => self.number_word = true,
            _ => {}
        }
    }

    /// Would [`tidy`] change the text?
    pub(crate) fn untidy(self) -> bool {
        self.outer_blank || self.invisible
    }

    fn may_hold_doc_number(self) -> bool {
        self.bracket && self.number_word && self.digits > 4
    }
}

/// Flags what a cleaning would change in the text as it stands.
pub(crate) fn check_form(field: &Field, traits: Traits, text: &str, sink: &mut Sink<'_>) {
    for (flagged, rule) in [
        (traits.outer_blank, &rule_codes::OUTER_BLANKS),
        (traits.invisible, &rule_codes::INVISIBLE),
    ] {
        if flagged {
            let mut finding = rule.at(field);
            finding.fix = Some(fix(FixSafety::Safe, field, clean(text)));
            sink.push(finding);
        }
    }
}

/// Flags what a [`tidy`] text says wrongly.
pub(crate) fn check_content(
    field: &Field,
    traits: Traits,
    text: &str,
    ditto: &CodeList,
    sink: &mut Sink<'_>,
) {
    if traits.lost {
        sink.value(&rule_codes::LOST_CHARACTER, field, text);
    }
    if text.len() <= 12 && ditto.by_code(text).is_some() {
        sink.value(&rule_codes::DITTO, field, text);
    }
    if field.check.is_none()
        && traits.may_hold_doc_number()
        && doc_number::with_right_brackets(text).is_some()
    {
        let mut finding = rule_codes::TEXT_BRACKETS.at(field).with("value", shortened(text));
        finding.fix = Some(fix(FixSafety::Safe, field, clean(text)));
        sink.push(finding);
    }
}

/// The text without outer blanks and invisible characters, with line ends as `\n` and 文号 brackets right.
/// Cleaning twice changes nothing more.
pub fn clean(text: &str) -> String {
    let plain = tidy(text);
    doc_number::with_right_brackets(&plain).unwrap_or(plain)
}

/// The text without outer blanks and invisible characters, with line ends as `\n`: what its contents are judged by.
pub(crate) fn tidy(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() != Some(&'\n') => plain.push('\n'),
            '\n' | '\t' => plain.push(c),
            c if is_invisible(c) => {}
            c => plain.push(c),
        }
    }
    plain.trim_matches(is_blank).to_owned()
}

fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// The text a fix would change: what was written.
pub(crate) fn text_of(cell: &Cell) -> Option<&str> {
    cell.value.as_text()
}
