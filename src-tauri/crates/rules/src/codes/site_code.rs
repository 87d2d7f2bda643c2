//! 政府网站标识码.
//!
//! What: local sites 6-digit division + 4-digit serial; national departments `bm` + 8 digits. Why: the meta tag
//! SiteIDCode of every exported page. Source: 国办发〔2017〕47号, data.md §5.8.

/// Checks a half-width code.
pub fn is_site_code(code: &str) -> bool {
    super::is_digits(code, 10)
        || code
            .strip_prefix("bm")
            .is_some_and(|serial| super::is_digits(serial, 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_local_and_national_sites_pass() {
        for code in [
            "1101020002",
            "1200000052",
            "5109030018",
            "3600000010",
            "3100000087",
            "bm35000001",
            "bm07000001",
            "bm14000002",
            "bm17000009",
            "1304000009",
            "5101320017",
        ] {
            assert!(is_site_code(code), "{code}");
        }
    }

    #[test]
    fn other_lengths_and_capitals_do_not() {
        for code in ["310000000044", "12000000", "BM3500001", "bm3500001", ""] {
            assert!(!is_site_code(code), "{code}");
        }
    }
}
