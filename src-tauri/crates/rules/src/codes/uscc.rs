//! 统一社会信用代码 (GB 32100-2015).
//!
//! What: 18 characters = 登记管理部门 1 + 机构类别 1 + 行政区划 6 + 主体标识码 9 + 校验码 1, from an alphabet of
//! 31 without I O S V Z. Why: a mistyped code points at another body. Source: GB 32100-2015, data.md §5.1.
//! A purely numeric ID number passes this arithmetic about once in 31, so a valid code never hides an ID number.

use super::org_code;
use desk_model::CodeList;
use std::borrow::Cow;

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Weights of the first 17 characters; the check character itself has none.
const WEIGHTS: [usize; 18] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 0];

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UsccError {
    /// Not 18 characters.
    #[error("{found} characters")]
    Length {
        /// Characters found.
        found: usize,
    },
    /// A character outside the alphabet; `at` is 1-based.
    #[error("{found} at {at}")]
    Character {
        /// The character.
        found: char,
        /// Where.
        at: usize,
    },
    /// The last character does not fit.
    #[error("check character must be {expected}")]
    CheckCharacter {
        /// The character that fits.
        expected: char,
    },
    /// The first two characters name no 登记管理部门 and 机构类别.
    #[error("no such registrar")]
    Registrar,
}

/// The normal form for comparing and checking: half-width, upper-case, without outer blanks.
pub fn normal(text: &str) -> Cow<'_, str> {
    let plain = super::half_width(text);
    if plain.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(plain.to_ascii_uppercase())
    } else {
        plain
    }
}

/// Checks a code in [`normal`] form. `registrars` lists the valid first two characters.
pub fn check(code: &str, registrars: &CodeList) -> Result<(), UsccError> {
    let expected = check_character(code)?;
    let last = code.chars().last().unwrap_or_default();
    if last != expected {
        return Err(UsccError::CheckCharacter { expected });
    }
    registrars
        .by_code(&code[..2])
        .map(|_| ())
        .ok_or(UsccError::Registrar)
}

/// The check character that the first 17 characters call for.
pub fn check_character(code: &str) -> Result<char, UsccError> {
    let bytes = code.as_bytes();
    if bytes.len() != 18 {
        let found = code.chars().count();
        if found != 18 {
            return Err(UsccError::Length { found });
        }
    }
    let mut sum = 0;
    let mut at = 0;
    while at < bytes.len() {
        let value = VALUES[usize::from(bytes[at])];
        if value == OUTSIDE {
            let found = code.chars().nth(at).unwrap_or_default();
            return Err(UsccError::Character { found, at: at + 1 });
        }
        sum += WEIGHTS[at] * usize::from(value);
        at += 1;
    }
    Ok(char::from(ALPHABET[(31 - sum % 31) % 31]))
}

/// The embedded 主体标识码 (characters 9–17) should satisfy GB 11714; the character it calls for if not.
/// Only ever a reminder: some registrars filled it differently.
pub fn embedded_org_code(code: &str) -> Option<char> {
    let body = code.get(8..17)?;
    match org_code::check(body) {
        Err(org_code::OrgCodeError::CheckCharacter { expected }) => Some(expected),
        _ => None,
    }
}

/// The 行政区划 part (characters 3–8) of a code of the right length.
pub fn division(code: &str) -> Option<&str> {
    code.get(2..8)
}

const OUTSIDE: u8 = u8::MAX;

/// Value of each byte in the alphabet.
static VALUES: [u8; 256] = values();

const fn values() -> [u8; 256] {
    let mut values = [OUTSIDE; 256];
    let mut value = 0u8;
    while (value as usize) < ALPHABET.len() {
        values[ALPHABET[value as usize] as usize] = value;
        value += 1;
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::list;

    #[test]
    fn published_and_constructed_codes_pass() {
        for code in [
            "91350100M000100Y43",
            "91110000600037341L",
            "91330106673959654P",
            "91440300708461136T",
            "9144030071526726XG",
            "91110108551385082Q",
            "11420000MB15291767",
            "11341702486344515H",
            "11441700007280420Y",
            "11230500001755309F",
            "91230500MA1B3N1N2M",
            "1137078555222300XQ",
            "114309000061234583",
            "12430900447123453C",
            "514309005001234533",
            "N2430921MF1234567B",
            "54430921MD123456XN",
            "113708280043326001",
            "113417030032493899",
            "11511301008778183N",
            "115113010833722043",
        ] {
            assert_eq!(check(code, &list("uscc_registrars")), Ok(()), "{code}");
        }
    }

    #[test]
    fn each_damaged_code_says_what_is_wrong() {
        let check = |code: &str| check(code, &list("uscc_registrars"));
        let wrong_check = |expected| Err(UsccError::CheckCharacter { expected });
        assert_eq!(
            check("91350100M000100Y4Z"),
            Err(UsccError::Character { found: 'Z', at: 18 })
        );
        assert_eq!(check_character("91350100M000100Y40"), Ok('3'));
        assert_eq!(check("91110000600037342L"), wrong_check('P'));
        assert_eq!(check("A1110000600037341L"), wrong_check('K'));
        assert_eq!(check("91310115MA1H8R7C6D"), wrong_check('7'));
        assert_eq!(check("91310115MA1G4L1WXK"), wrong_check('7'));
        assert_eq!(
            check("9111000060003734IL"),
            Err(UsccError::Character { found: 'I', at: 17 })
        );
        assert_eq!(check("9111000060003734"), Err(UsccError::Length { found: 16 }));
    }

    #[test]
    fn all_zeros_pass_the_arithmetic_but_name_no_registrar() {
        let zeros = "000000000000000000";
        assert_eq!(check_character(zeros), Ok('0'));
        assert_eq!(check(zeros, &list("uscc_registrars")), Err(UsccError::Registrar));
    }

    #[test]
    fn lower_case_and_full_width_are_the_same_code() {
        assert_eq!(normal(" 91110000600037341l\u{3000}"), "91110000600037341L");
        assert_eq!(normal("９１110000600037341Ｌ"), "91110000600037341L");
    }

    #[test]
    fn the_embedded_organisation_code_is_only_a_reminder() {
        assert_eq!(embedded_org_code("91110000600037341L"), None);
        assert_eq!(embedded_org_code("91110000600037342P"), Some('1'));
    }
}
