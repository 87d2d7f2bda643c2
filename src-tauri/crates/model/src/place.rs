//! Where a cell stands in a workbook: column letters and `Sheet!C14` addresses.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Letters of a 0-based column: 0 → `A`, 26 → `AA`.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).expect("a remainder of 26 fits");
        letters.push(b'A' + digit);
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    String::from_utf8(letters).expect("letters are ASCII")
}

/// The 0-based column of its letters (`A` → 0); `None` when it is not 1–3 Latin letters.
pub fn column_number(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut number = 0u32;
    for byte in letters.bytes() {
        let digit = byte.to_ascii_uppercase().checked_sub(b'A').filter(|d| *d < 26)?;
        number = number * 26 + u32::from(digit) + 1;
    }
    Some(number - 1)
}

/// A cell of a sheet; shown as `Sheet!C14`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellAddress {
    /// Sheet name as in the workbook.
    pub sheet: Box<str>,
    /// 1-based row, as a person counts.
    pub row: u32,
    /// 0-based column.
    pub column: u32,
}

impl fmt::Display for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}!{}{}", self.sheet, column_letters(self.column), self.row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_numbers_are_inverse_over_all_columns_of_a_sheet() {
        for column in 0..16_384 {
            assert_eq!(column_number(&column_letters(column)), Some(column));
        }
        assert_eq!(column_letters(16_383), "XFD");
        assert_eq!(column_number("1"), None);
    }
}
