//! 公民身份号码 (GB 11643-1999).
//!
//! What: 区划 6 + 出生日期 8 + 顺序 3 + 校验 1. Why: it must never be published unmasked. The division part changes
//! over the years and is never a reason to call a number wrong. Source: GB 11643-1999, data.md §5.3 and §9.

use jiff::civil::Date;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// Not 17 digits and a digit or X.
    #[error("not 17 digits and a check character")]
    Form,
    /// The date of birth does not exist.
    #[error("no such date of birth")]
    BirthDate,
    /// The last character does not fit.
    #[error("check character must be {expected}")]
    CheckCharacter {
        /// The character that fits.
        expected: char,
    },
}

/// Checks an 18-character number in half-width form; `x` counts as `X`.
pub fn check(number: &str) -> Result<(), IdentityError> {
    let expected = check_character(number)?;
    let last = number.chars().last().map(|c| c.to_ascii_uppercase());
    if last != Some(expected) {
        return Err(IdentityError::CheckCharacter { expected });
    }
    birth_date(&number[6..14]).ok_or(IdentityError::BirthDate)?;
    Ok(())
}

/// The check character that the first 17 digits call for.
pub fn check_character(number: &str) -> Result<char, IdentityError> {
    let bytes = number.as_bytes();
    let form = bytes.len() == 18
        && bytes[..17].iter().all(u8::is_ascii_digit)
        && (bytes[17].is_ascii_digit() || matches!(bytes[17], b'X' | b'x'));
    if !form {
        return Err(IdentityError::Form);
    }
    let sum: u32 = bytes
        .iter()
        .zip(WEIGHTS)
        .map(|(byte, weight)| u32::from(byte - b'0') * weight)
        .sum();
    Ok(CHECKS[sum as usize % 11])
}

/// True for a first-generation number: 15 digits with a date that exists (`YYMMDD`, 19YY).
pub fn is_first_generation(number: &str) -> bool {
    super::is_digits(number, 15)
        && !number.starts_with('0')
        && birth_date(&format!("19{}", &number[6..12])).is_some()
}

fn birth_date(text: &str) -> Option<Date> {
    let year: i16 = text.get(..4)?.parse().ok()?;
    let month = text.get(4..6)?.parse().ok()?;
    let day = text.get(6..8)?.parse().ok()?;
    if !(1800..2100).contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_right_check_character_and_date_pass() {
        for number in [
            "11010519491231002X",
            "440524188001010014",
            "360426199101010071",
            "430902190001010019",
            "430921190001319998",
            "43098119491001888X",
            "43098119491001888x",
            "430922190006055123",
        ] {
            assert_eq!(check(number), Ok(()), "{number}");
        }
    }

    #[test]
    fn wrong_numbers_say_why() {
        let wrong = |expected| Err(IdentityError::CheckCharacter { expected });
        assert_eq!(check("110105194912310021"), wrong('X'));
        assert_eq!(check("360426199101010072"), wrong('1'));
        assert_eq!(check("43090219000101001"), Err(IdentityError::Form));
        assert_eq!(check("000000000000000000"), wrong('1'));
        assert_eq!(check("430903190002290020"), Err(IdentityError::BirthDate));
        assert!(check("430902190013010013").is_err(), "month 13");
        assert_eq!(check("身份号码"), Err(IdentityError::Form));
    }

    #[test]
    fn fifteen_digits_are_an_old_number_only_with_a_date_that_exists() {
        assert!(is_first_generation("430902490101001"));
        assert!(!is_first_generation("430902491301001"));
        assert!(!is_first_generation("430902490230001"));
    }
}
