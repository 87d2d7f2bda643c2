//! 行政区划代码 (GB/T 2260, GB/T 10114).
//!
//! What: 6 digits to the county, 9 to the township, 12 to the village. Some areas (大通湖, 高新区) exist only in the
//! statistical list. Codes change every year, so an unknown one is only ever a reminder. Source: data.md §5.4.

use desk_model::CodeList;

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DivisionError {
    /// Not 6, 9 or 12 digits.
    #[error("not 6, 9 or 12 digits")]
    Form,
    /// The first two digits name no province.
    #[error("no such province")]
    Province,
}

/// Checks a half-width code. `provinces` lists the valid first two digits.
pub fn check(code: &str, provinces: &CodeList) -> Result<(), DivisionError> {
    if ![6, 9, 12].iter().any(|length| super::is_digits(code, *length)) {
        return Err(DivisionError::Form);
    }
    provinces
        .by_code(&code[..2])
        .map(|_| ())
        .ok_or(DivisionError::Province)
}

/// True when the code (or the county it lies in) exists only for statistics.
pub fn is_statistical_only(code: &str, statistical: &CodeList) -> bool {
    code.get(..6)
        .is_some_and(|county| statistical.by_code(county).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::list;

    #[test]
    fn county_township_and_village_codes_pass() {
        for code in ["430900", "430902", "430902005", "430902005001", "430971"] {
            assert_eq!(check(code, &list("province_codes")), Ok(()), "{code}");
        }
    }

    #[test]
    fn other_lengths_and_unknown_provinces_do_not() {
        let provinces = list("province_codes");
        assert_eq!(check("4309", &provinces), Err(DivisionError::Form));
        assert_eq!(check("43090A", &provinces), Err(DivisionError::Form));
        assert_eq!(check("990000", &provinces), Err(DivisionError::Province));
    }

    #[test]
    fn two_areas_of_yiyang_are_statistical_only() {
        let statistical = list("statistical_divisions");
        assert!(is_statistical_only("430971", &statistical));
        assert!(is_statistical_only("430972001", &statistical));
        assert!(!is_statistical_only("430902", &statistical));
    }
}
