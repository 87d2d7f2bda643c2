//! 支出功能分类科目编码 (类 3, 款 5, 项 7 digits).
//!
//! What: starts with 2; a child starts with its parent. Source: 政府收支分类科目, data.md §2.4.

/// How deep a code goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// 类
    Class,
    /// 款
    Section,
    /// 项
    Item,
}

/// The depth of a code; `None` when it is no 功能分类 code.
pub fn depth(code: &str) -> Option<Depth> {
    let digits = code.starts_with('2') && code.bytes().all(|b| b.is_ascii_digit());
    match code.len() {
        3 if digits => Some(Depth::Class),
        5 if digits => Some(Depth::Section),
        7 if digits => Some(Depth::Item),
        _ => None,
    }
}

/// Is `child` directly or indirectly below `parent`?
pub fn is_below(child: &str, parent: &str) -> bool {
    depth(child) > depth(parent) && depth(parent).is_some() && child.starts_with(parent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_five_and_seven_digits_are_class_section_and_item() {
        assert_eq!(depth("205"), Some(Depth::Class));
        assert_eq!(depth("20502"), Some(Depth::Section));
        assert_eq!(depth("2050205"), Some(Depth::Item));
        for code in ["", "2", "2050", "301", "20A", "20502050"] {
            assert_eq!(depth(code), None, "{code}");
        }
    }

    #[test]
    fn a_child_starts_with_its_parent() {
        assert!(is_below("2050205", "205"));
        assert!(!is_below("2210201", "205"));
        assert!(!is_below("205", "2050205"));
        assert!(!is_below("2050205", "20"));
    }
}
