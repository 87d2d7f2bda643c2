//! 发文字号 (GB/T 9704-2012).
//!
//! What: 机关代字 + 六角括号里的四位年份 + 不带“第”、不补零的序号 + 号, e.g. 益政办函〔2015〕28号. Decrees (国务院令第711号)
//! and 发明电 have their own forms. Why: a number written otherwise cannot be found again. Wrong brackets are put right
//! without a change of meaning; the rest is only ever a reminder, because old documents were numbered otherwise.
//! Source: GB/T 9704-2012, data.md §5.7, catalogues.md §12.1.

use regex::Regex;
use std::sync::LazyLock;

/// How a number departs from the standard form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocNumberError {
    /// Right but for its brackets; `to` is the number with 〔〕.
    #[error("brackets")]
    Brackets {
        /// The corrected number.
        to: String,
    },
    /// `第` or leading zeros before the serial number; `to` is the number without them.
    #[error("ordinal or zeros")]
    Ordinal {
        /// The corrected number.
        to: String,
    },
    /// A two-digit year.
    #[error("short year")]
    ShortYear,
    /// Nothing like a document number.
    #[error("form")]
    Form,
}

const OPEN: &str = "〔\\[［【(（﹝「〖";
const CLOSE: &str = "〕\\]］】)）﹞」〗";

static STRICT: LazyLock<Regex> =
    LazyLock::new(|| pattern("^[一-龥A-Za-z]{1,20}〔(19|20)[0-9]{2}〕[1-9][0-9]{0,4}号$"));
static PREFIX_YEAR: LazyLock<Regex> =
    LazyLock::new(|| pattern("^〔(19|20)[0-9]{2}〕[一-龥]{2,8}字?第?[0-9]+号$"));
static DECREE: LazyLock<Regex> =
    LazyLock::new(|| pattern("^[一-龥]{0,20}令(（[^）]{1,20}）)?(〔(19|20)[0-9]{2}〕)?第?[0-9]{1,5}号$"));
static LENIENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        "^([一-龥A-Za-z]{{1,20}})[{OPEN}]((?:19|20)?[0-9]{{2}})[{CLOSE}](第?)(0*)([1-9][0-9]{{0,4}})号$"
    ))
});
static IN_TEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        "([一-龥A-Za-z])[{OPEN}] ?((?:19|20)[0-9]{{2}}) ?[{CLOSE}]( ?[0-9]{{1,5}} ?号)"
    ))
});

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is fixed and tested")
}

/// Checks one number without outer blanks.
pub fn check(number: &str) -> Result<(), DocNumberError> {
    if [&*STRICT, &*PREFIX_YEAR, &*DECREE]
        .iter()
        .any(|r| r.is_match(number))
    {
        return Ok(());
    }
    let parts = LENIENT.captures(number).ok_or(DocNumberError::Form)?;
    let (body, year, serial) = (&parts[1], &parts[2], &parts[5]);
    if year.len() != 4 {
        return Err(DocNumberError::ShortYear);
    }
    let to = format!("{body}〔{year}〕{serial}号");
    if parts[3].is_empty() && parts[4].is_empty() {
        Err(DocNumberError::Brackets { to })
    } else {
        Err(DocNumberError::Ordinal { to })
    }
}

/// Splits a cell that holds several numbers (`、` `；` `,` or line breaks between them).
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(['、', '；', ';', '，', ',', '\n', '\r'])
        .map(|part| part.trim_matches(super::is_blank))
        .filter(|part| !part.is_empty())
}

/// The text with every wrong year bracket of a document number made 〔〕; `None` when all are right.
pub fn with_right_brackets(text: &str) -> Option<String> {
    let fixed = IN_TEXT.replace_all(text, "$1〔$2〕$3");
    (fixed != text).then(|| fixed.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_numbers_decrees_and_telegrams_pass() {
        for number in [
            "益政办函〔2015〕28号",
            "益政办发〔2014〕22号",
            "国办函〔2020〕109号",
            "发改办财金〔2018〕424号",
            "财预〔2016〕143号",
            "益赫市监处罚〔2024〕12号",
            "国务院令第711号",
            "中华人民共和国国务院令第590号",
            "国令第711号",
            "发改委令第36号",
            "国办发明电〔2024〕12号",
            "〔2012〕益政字第12号",
        ] {
            assert_eq!(check(number), Ok(()), "{number}");
        }
    }

    #[test]
    fn wrong_brackets_get_the_right_ones() {
        for (number, to) in [
            ("益政办函[2015]28号", "益政办函〔2015〕28号"),
            ("市场【2019】1号", "市场〔2019〕1号"),
            ("国发[2014]21号", "国发〔2014〕21号"),
            ("国发﹝2016﹞51号", "国发〔2016〕51号"),
            ("陕价服发（2015）32号", "陕价服发〔2015〕32号"),
        ] {
            assert_eq!(
                check(number),
                Err(DocNumberError::Brackets { to: to.into() }),
                "{number}"
            );
        }
    }

    #[test]
    fn the_other_departures_are_told_apart() {
        let to = "益政办函〔2015〕28号".to_owned();
        assert_eq!(
            check("益政办函〔2015〕028号"),
            Err(DocNumberError::Ordinal { to: to.clone() })
        );
        assert_eq!(
            check("益政办函〔2015〕第28号"),
            Err(DocNumberError::Ordinal { to })
        );
        assert_eq!(check("益政办函〔15〕28号"), Err(DocNumberError::ShortYear));
        assert_eq!(check("益政办函2015年28号"), Err(DocNumberError::Form));
    }

    #[test]
    fn brackets_inside_running_text_are_put_right_and_other_brackets_stay() {
        assert_eq!(
            with_right_brackets("《通知》（国发[2014]21号）、市场【2019】1号").as_deref(),
            Some("《通知》（国发〔2014〕21号）、市场〔2019〕1号")
        );
        for text in [
            "《条例》（国令第711号）",
            "国办发〔2019〕54号",
            "参考[1]和（2019）年",
            "见[2019]",
        ] {
            assert_eq!(with_right_brackets(text), None, "{text}");
        }
    }

    #[test]
    fn putting_brackets_right_twice_changes_nothing_more() {
        let once = with_right_brackets("国发[2014]21号、国发(2015)9号").unwrap();
        assert_eq!(with_right_brackets(&once), None);
    }
}
