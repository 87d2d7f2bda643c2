//! 组织机构代码 (GB 11714-1997).
//!
//! What: 8 characters and a check character, usually with a hyphen between them. Letters count 10–35 in plain
//! alphabetical order, not in the order of the 统一社会信用代码. Source: GB 11714-1997, data.md §5.2.

const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OrgCodeError {
    /// Not 8 + 1 digits or capital letters.
    #[error("not 8 characters and a check character")]
    Form,
    /// The last character does not fit.
    #[error("check character must be {expected}")]
    CheckCharacter {
        /// The character that fits.
        expected: char,
    },
}

/// Checks a half-width, upper-case code with or without its hyphen.
pub fn check(code: &str) -> Result<(), OrgCodeError> {
    let (body, last) = split(code).ok_or(OrgCodeError::Form)?;
    let mut sum = 0;
    for (c, weight) in body.chars().zip(WEIGHTS) {
        let value = c
            .to_digit(36)
            .filter(|_| !c.is_ascii_lowercase())
            .ok_or(OrgCodeError::Form)?;
        sum += value * weight;
    }
    let expected = match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).ok_or(OrgCodeError::Form)?,
    };
    if last == expected {
        Ok(())
    } else {
        Err(OrgCodeError::CheckCharacter { expected })
    }
}

fn split(code: &str) -> Option<(&str, char)> {
    if !code.is_ascii() {
        return None;
    }
    let (body, tail) = code.split_at_checked(8)?;
    let tail = tail.strip_prefix('-').unwrap_or(tail);
    let mut last = tail.chars();
    let check = last.next().filter(|c| c.is_ascii_digit() || *c == 'X')?;
    last.next().is_none().then_some((body, check))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_codes_pass_with_and_without_hyphen() {
        for code in [
            "60003734-1",
            "67395965-4",
            "70846113-6",
            "71526726-X",
            "55138508-2",
            "48634451-5",
            "00728042-0",
            "MB1529176",
            "MA1B3N1N2",
            "006939748",
            "01404053X",
            "083372204",
            "00821970-1",
        ] {
            assert_eq!(check(code), Ok(()), "{code}");
        }
    }

    #[test]
    fn a_wrong_check_character_names_the_right_one() {
        for (code, expected) in [
            ("60003734-2", '1'),
            ("71526726-0", 'X'),
            ("50140405-3", '4'),
            ("55522230-0", '1'),
        ] {
            assert_eq!(
                check(code),
                Err(OrgCodeError::CheckCharacter { expected }),
                "{code}"
            );
        }
    }

    #[test]
    fn other_shapes_are_no_organisation_code() {
        for code in [
            "",
            "6000373-1",
            "60003734--1",
            "60003734-12",
            "机构代码60003734",
            "6000373a-1",
        ] {
            assert_eq!(check(code), Err(OrgCodeError::Form), "{code}");
        }
    }
}
