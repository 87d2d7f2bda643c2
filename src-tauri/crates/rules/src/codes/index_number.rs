//! 政府信息索引号.
//!
//! What: 机构代码 / 年份或年月 - 流水号, e.g. 11341702486344515H/202110-00013. Local systems differ, so a departure is only
//! a reminder; where the front part is 9 or 18 characters long its check digit is tested too. Source: data.md §5.7.

use super::org_code;
use regex::Regex;
use std::sync::LazyLock;

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IndexNumberError {
    /// Not `code/year-serial`.
    #[error("form")]
    Form,
    /// The front part is an 组织机构代码 or 统一社会信用代码 with a wrong check digit.
    #[error("front part")]
    Front,
}

static FORM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^([0-9A-Z-]{7,18})/[0-9]{4}([0-9]{2})?-[0-9]{3,6}$").expect("the pattern is fixed and tested")
});

/// Checks a half-width number.
pub fn check(number: &str) -> Result<(), IndexNumberError> {
    let parts = FORM.captures(number).ok_or(IndexNumberError::Form)?;
    let front = &parts[1];
    let right = match front.len() {
        18 => super::uscc::check_character(front).is_ok_and(|c| front.ends_with(c)),
        10 if front.as_bytes()[8] == b'-' => org_code::check(front).is_ok(),
        _ => true,
    };
    if right {
        Ok(())
    } else {
        Err(IndexNumberError::Front)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_seen_on_portals_pass() {
        for number in [
            "11441700007280420Y/2021-00050",
            "11341702486344515H/202110-00013",
            "035210000/2025-00016",
            "0142768-8/2022-00185",
        ] {
            assert_eq!(check(number), Ok(()), "{number}");
        }
    }

    #[test]
    fn a_damaged_front_part_or_another_shape_is_found() {
        assert_eq!(
            check("11441700007280421Y/2021-00050"),
            Err(IndexNumberError::Front)
        );
        assert_eq!(
            check("11441700007280420Y-2021-00050"),
            Err(IndexNumberError::Form)
        );
        assert_eq!(check("索引号/2021-00050"), Err(IndexNumberError::Form));
    }
}
