//! 政务服务事项编码.
//!
//! What: 实施编码 31 characters (实施主体统一社会信用代码 18 + 12 基本编码 + 1), 业务办理项编码 33, 基本编码 12 (9 digits + 子项 or
//! `00Y`), permit 办理项 14 digits. Why: the portal joins items by it. The layout is practice rather than a published
//! standard, so a departure is a reminder; local systems also use other forms. Source: catalogues.md §4.2.

/// Which code it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemCodeKind {
    /// 基本编码, 12 characters.
    Basic,
    /// 行政许可业务办理项, 14 digits.
    PermitHandling,
    /// 实施编码, 31 characters.
    Implementation,
    /// 业务办理项编码, 33 characters.
    Handling,
}

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ItemCodeError {
    /// Not 12, 14, 31 or 33 characters.
    #[error("{found} characters")]
    Length {
        /// Characters found.
        found: usize,
    },
    /// A character that such codes do not use (I, O, S, V, Z, lower case); `at` is 1-based.
    #[error("{found} at {at}")]
    Character {
        /// The character.
        found: char,
        /// Where.
        at: usize,
    },
}

/// Checks a half-width code.
pub fn check(code: &str) -> Result<ItemCodeKind, ItemCodeError> {
    let found = code.chars().count();
    let kind = match found {
        12 => ItemCodeKind::Basic,
        14 => ItemCodeKind::PermitHandling,
        31 => ItemCodeKind::Implementation,
        33 => ItemCodeKind::Handling,
        _ => return Err(ItemCodeError::Length { found }),
    };
    let bytes = code.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !fits(kind, at, bytes[at]) {
            let found = code.chars().nth(at).unwrap_or_default();
            return Err(ItemCodeError::Character { found, at: at + 1 });
        }
        at += 1;
    }
    Ok(kind)
}

fn fits(kind: ItemCodeKind, at: usize, byte: u8) -> bool {
    match kind {
        ItemCodeKind::Basic => byte.is_ascii_digit() || (at == 11 && byte == b'Y'),
        ItemCodeKind::PermitHandling => byte.is_ascii_digit(),
        ItemCodeKind::Implementation | ItemCodeKind::Handling => {
            byte.is_ascii_digit()
                || (byte.is_ascii_uppercase() && !matches!(byte, b'I' | b'O' | b'S' | b'V' | b'Z'))
        }
    }
}

/// Does a code belong below its parent: 子项 under 主项, 办理项 under 子项, 业务办理项 under 实施编码?
pub fn is_below(child: &str, parent: &str) -> bool {
    match (check(child), check(parent)) {
        (Ok(ItemCodeKind::Basic), Ok(ItemCodeKind::Basic)) => {
            child[..9] == parent[..9] && parent.ends_with("00Y")
        }
        (Ok(ItemCodeKind::PermitHandling), Ok(ItemCodeKind::Basic)) => child[..12] == *parent,
        (Ok(ItemCodeKind::Handling), Ok(ItemCodeKind::Implementation)) => child[..31] == *parent,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_permit_codes_pass_and_nest() {
        assert_eq!(check("00016421300Y"), Ok(ItemCodeKind::Basic));
        assert_eq!(check("000164213003"), Ok(ItemCodeKind::Basic));
        assert_eq!(check("00016421300301"), Ok(ItemCodeKind::PermitHandling));
        assert!(is_below("000164213003", "00016421300Y"));
        assert!(is_below("00016421300301", "000164213003"));
        assert!(!is_below("000164214003", "00016421300Y"));
    }

    #[test]
    fn an_implementation_code_has_31_characters_and_a_handling_code_33() {
        let code = "114309000061234583143090200000X";
        assert_eq!(check(code), Ok(ItemCodeKind::Implementation));
        let handling = format!("{code}01");
        assert_eq!(check(&handling), Ok(ItemCodeKind::Handling));
        assert!(is_below(&handling, code));
    }

    #[test]
    fn a_lost_digit_an_added_digit_and_the_letter_o_are_found() {
        let code = "1143090000612345831430902000001";
        assert_eq!(check(&code[..29]), Err(ItemCodeError::Length { found: 29 }));
        assert_eq!(
            check(&format!("{code}0")),
            Err(ItemCodeError::Length { found: 32 })
        );
        assert_eq!(
            check(&code.replacen('0', "O", 1)),
            Err(ItemCodeError::Character { found: 'O', at: 5 })
        );
    }
}
