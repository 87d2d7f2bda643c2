//! Runs of digits in a text: half-width or full-width, with blanks or hyphens between them.

use crate::codes::{is_blank, narrow};

/// One unbroken run of digits.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts about the surroundings of a run"
)]
pub(super) struct Group {
    /// Byte offsets in the text.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Where the run ends when an X directly behind it is taken in.
    pub(super) to_with_x: usize,
    /// Number of digits.
    pub(super) length: usize,
    /// Only blanks or hyphens stand between the run before and this one.
    pub(super) joined: bool,
    /// A Latin letter stands directly before.
    pub(super) letter_before: bool,
    /// A Latin letter stands directly after.
    pub(super) letter_after: bool,
    /// An X stands directly after and nothing Latin behind it.
    pub(super) check_x: bool,
    first: usize,
}

/// The runs of one text; reused from text to text.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    groups: Vec<Group>,
    digits: String,
}

/// At most 19 digits put together from runs.
#[derive(Debug, Default)]
pub(super) struct Number {
    digits: [u8; 19],
    length: usize,
}

impl Scratch {
    /// Reads the runs of a text.
    pub(super) fn read(&mut self, text: &str) {
        self.groups.clear();
        self.digits.clear();
        let mut joined = false;
        let mut before = None;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let plain = narrow(c);
            if !plain.is_ascii_digit() {
                joined &= is_separator(plain);
                before = Some(plain);
                continue;
            }
            let first = self.digits.len();
            self.digits.push(plain);
            let mut to = at + c.len_utf8();
            while let Some((_, next)) = chars.next_if(|(_, next)| narrow(*next).is_ascii_digit()) {
                self.digits.push(narrow(next));
                to += next.len_utf8();
            }
            self.groups.push(Group {
                from: at,
                to,
                joined,
                letter_before: before.is_some_and(|c| c.is_ascii_alphabetic()),
                first,
                length: self.digits.len() - first,
                ..surroundings(&text[to..], to)
            });
            joined = true;
            before = None;
        }
    }

    pub(super) fn groups(&self) -> &[Group] {
        &self.groups
    }

    pub(super) fn digits(&self, group: &Group) -> &str {
        &self.digits[group.first..group.first + group.length]
    }
}

fn surroundings(rest: &str, to: usize) -> Group {
    let mut after = rest.chars();
    let next = after.next();
    let plain = next.map(narrow);
    let is_x = matches!(plain, Some('x' | 'X'));
    let latin = |c: Option<char>| c.map(narrow).is_some_and(|c| c.is_ascii_alphanumeric());
    Group {
        from: 0,
        to,
        to_with_x: to + next.map_or(0, char::len_utf8),
        length: 0,
        joined: false,
        letter_before: false,
        letter_after: latin(next),
        check_x: is_x && !latin(after.next()),
        first: 0,
    }
}

fn is_separator(c: char) -> bool {
    is_blank(c) || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | '·')
}

impl Number {
    /// Adds a run; false when it does not fit any more.
    pub(super) fn push(&mut self, digits: &str) -> bool {
        let end = self.length + digits.len();
        let Some(space) = self.digits.get_mut(self.length..end) else {
            return false;
        };
        space.copy_from_slice(digits.as_bytes());
        self.length = end;
        true
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.digits[..self.length]).unwrap_or_default()
    }

    pub(super) fn with_x(&self) -> String {
        format!("{}X", self.as_str())
    }
}
