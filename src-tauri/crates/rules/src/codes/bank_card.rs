//! Bank card numbers, detection only.
//!
//! What: 16–19 digits with a Luhn check digit and the prefix of an issuer. Why: nobody's card number may be
//! published; the prefix keeps permit and file numbers of the same length out. Source: data.md §5.10, §9.

use desk_model::CodeList;

/// True when the digits carry a right Luhn check digit.
pub fn luhn(digits: &str) -> bool {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let sum: u32 = digits
        .bytes()
        .rev()
        .map(|byte| u32::from(byte - b'0'))
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit) {
            (0, digit) => digit,
            (_, digit) if digit > 4 => digit * 2 - 9,
            (_, digit) => digit * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// True when the digits look like a card of a listed issuer.
pub fn is_card(digits: &str, issuers: &CodeList) -> bool {
    (16..=19).contains(&digits.len())
        && issuers
            .codes
            .iter()
            .any(|issuer| digits.starts_with(&*issuer.code))
        && luhn(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::list;

    #[test]
    fn only_cards_of_an_issuer_with_the_right_check_digit_are_cards() {
        let issuers = list("bank_card_issuers");
        assert!(is_card("6222600810000000000", &issuers));
        assert!(is_card("6222600810000000018", &issuers));
        assert!(!is_card("6222600810000000001", &issuers));
        assert!(
            luhn("202300999999000005"),
            "a file number may pass Luhn by chance"
        );
        assert!(!is_card("202300999999000005", &issuers));
        assert!(!luhn("") && !luhn("62226008x"));
    }
}
