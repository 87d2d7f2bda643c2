//! The one table of built-in rule codes. A code is never reused; templates bring their own (`SVC-001`).
//!
//! A code is also its message key: `rule.<code>` and `rule_next.<code>` in `assets/locales`, its governing document
//! stands in `assets/codes/rule_basis.toml`.

use desk_model::{Field, Finding, Severity};

/// A built-in rule: its code and the weight of its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleCode {
    /// The code.
    pub code: &'static str,
    /// Weight of its findings.
    pub severity: Severity,
}

impl RuleCode {
    /// A finding of this rule about the whole row.
    pub fn finding(&self) -> Finding {
        Finding::new(self.code, self.severity, self.code)
    }

    /// A finding of this rule at a field; `{field}` of the message is its title.
    pub fn at(&self, field: &Field) -> Finding {
        self.finding().at(&field.name).with("field", &*field.title)
    }
}

macro_rules! rule_codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident;)*) => {
        $($(#[$doc])* pub const $name: RuleCode = RuleCode { code: $code, severity: Severity::$severity };)*

        /// Every built-in rule in the order of the table.
        pub const ALL: &[RuleCode] = &[$($name),*];
    };
}

rule_codes! {
    /// A required field is blank.
    REQUIRED_BLANK = "GEN-001", Error;
    /// 无 in a required field that 无 does not answer.
    REQUIRED_NONE = "GEN-002", Error;
    /// A text that the field cannot hold.
    UNREADABLE = "GEN-010", Error;
    /// Not a date that exists.
    UNREADABLE_DATE = "GEN-011", Error;
    /// Not a number.
    UNREADABLE_NUMBER = "GEN-012", Error;
    /// Not an amount of money.
    UNREADABLE_AMOUNT = "GEN-013", Error;
    /// Not a time limit that can be counted.
    UNREADABLE_LIMIT = "GEN-014", Warning;
    /// Not a tick mark.
    UNREADABLE_TICK = "GEN-015", Error;
    /// Outside a closed code list.
    NOT_IN_LIST = "GEN-020", Error;
    /// Outside an open code list.
    NOT_IN_OPEN_LIST = "GEN-021", Warning;
    /// Does not match the field's pattern.
    PATTERN = "GEN-030", Error;
    /// Too few characters.
    TOO_SHORT = "GEN-040", Error;
    /// Too many characters.
    TOO_LONG = "GEN-041", Error;
    /// Below the smallest number.
    TOO_SMALL = "GEN-042", Error;
    /// Above the largest number.
    TOO_LARGE = "GEN-043", Error;
    /// Too few ticks or codes.
    TOO_FEW = "GEN-044", Error;
    /// One field repeats an earlier row.
    DUPLICATE = "GEN-050", Error;
    /// Several fields together repeat an earlier row.
    DUPLICATE_COMBINATION = "GEN-051", Error;
    /// A cross-field rule could not be evaluated for a row.
    NOT_EVALUATED = "GEN-060", Warning;
    /// 统一社会信用代码: length or characters.
    USCC_FORM = "COD-001", Error;
    /// 统一社会信用代码: check character.
    USCC_CHECK = "COD-002", Error;
    /// 统一社会信用代码: no such registrar.
    USCC_REGISTRAR = "COD-003", Error;
    /// 统一社会信用代码: the division part names no province.
    USCC_DIVISION = "COD-004", Warning;
    /// 统一社会信用代码: the embedded organisation code does not add up.
    USCC_ORG_CODE = "COD-005", Warning;
    /// 组织机构代码: form.
    ORG_CODE_FORM = "COD-010", Error;
    /// 组织机构代码: check character.
    ORG_CODE_CHECK = "COD-011", Error;
    /// 行政区划代码: form.
    DIVISION_FORM = "COD-020", Error;
    /// 行政区划代码: unknown province.
    DIVISION_PROVINCE = "COD-021", Warning;
    /// 行政区划代码: exists only for statistics.
    DIVISION_STATISTICAL = "COD-022", Hint;
    /// 文号: brackets.
    DOC_NUMBER_BRACKETS = "COD-030", Warning;
    /// 文号: 第 or padding zeros.
    DOC_NUMBER_ORDINAL = "COD-031", Warning;
    /// 文号: form.
    DOC_NUMBER_FORM = "COD-032", Warning;
    /// Telephone: cannot be dialled.
    PHONE_FORM = "COD-040", Error;
    /// Telephone: no area code.
    PHONE_AREA = "COD-041", Warning;
    /// 索引号: form or front part.
    INDEX_NUMBER = "COD-050", Warning;
    /// 事项编码: form.
    ITEM_CODE = "COD-060", Warning;
    /// An ID number in text.
    ID_NUMBER = "PRI-001", Error;
    /// A mobile number in text.
    MOBILE_NUMBER = "PRI-002", Error;
    /// A bank card number in text.
    BANK_CARD = "PRI-003", Error;
    /// A first-generation ID number in text.
    OLD_ID_NUMBER = "PRI-004", Warning;
    /// Blanks around the text.
    OUTER_BLANKS = "TXT-001", Hint;
    /// Invisible characters.
    INVISIBLE = "TXT-002", Warning;
    /// 同上 left in.
    DITTO = "TXT-003", Error;
    /// Wrong brackets in a 文号 inside text.
    TEXT_BRACKETS = "TXT-004", Warning;
    /// A character was lost in conversion.
    LOST_CHARACTER = "TXT-005", Warning;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_code_stands_twice() {
        let codes: BTreeSet<&str> = ALL.iter().map(|rule| rule.code).collect();
        assert_eq!(codes.len(), ALL.len());
    }

    #[test]
    fn every_code_has_a_message_and_a_next_step_in_both_languages() {
        for lang in ["zh-CN", "en"] {
            let path = format!(
                "{}/../../../assets/locales/{lang}.json",
                env!("CARGO_MANIFEST_DIR")
            );
            let words: serde_json::Value =
                serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            for rule in ALL {
                for key in ["rule", "rule_next"] {
                    assert!(words[key][rule.code].is_string(), "{lang}: {key}.{}", rule.code);
                }
            }
        }
    }
}
