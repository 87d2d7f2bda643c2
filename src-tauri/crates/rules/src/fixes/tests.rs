//! Laws of fixes.

use super::*;
use crate::testing::{Sheet, row};
use desk_model::Value;
use proptest::prelude::*;

const FIELDS: &str = r#"
[[field]]
name = "text"
title = "内容"
type = "text"
required = true
constraints = { min_length = 1 }
[[field]]
name = "number"
title = "文号"
type = "text"
check = "doc_number"
"#;

fn read(text: &str) -> Cell {
    Cell::from(Value::text(text))
}

fn fixed(sheet: &Sheet, before: &Payload) -> Payload {
    let mut after = before.clone();
    for fix in applicable(&sheet.check_all(std::slice::from_ref(before)), Allow::Safe) {
        apply(fix, &mut after, read);
    }
    after
}

/// Errors of each field, then findings of each field.
fn counts(findings: &[Finding]) -> std::collections::BTreeMap<(&str, bool), usize> {
    let mut counts = std::collections::BTreeMap::new();
    for finding in findings {
        let field = finding.field.as_ref().map_or("", |field| field.as_str());
        *counts.entry((field, false)).or_default() += 1;
        if finding.severity == desk_model::Severity::Error {
            *counts.entry((field, true)).or_default() += 1;
        }
    }
    counts
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("国发[2014]21号"),
        Just("市场【2019】1号"),
        Just("益政办函〔2015〕28号"),
        Just("益政办函〔2015〕第28号"),
        Just(" "),
        Just("\u{3000}"),
        Just("\u{200B}"),
        Just("\r\n"),
        Just("\r"),
        Just("\u{7}"),
        Just("、"),
        Just("（"),
        Just("）"),
        Just("2015"),
        Just("号"),
        Just("同上"),
        Just("办理"),
        Just("1"),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn safe_fixes_leave_nothing_safe_to_fix_and_make_nothing_worse(text in pieces(), number in pieces()) {
        let sheet = Sheet::new(FIELDS);
        let before = row(&[("text", read(&text)), ("number", read(&number))]);
        let after = fixed(&sheet, &before);
        prop_assert_eq!(&fixed(&sheet, &after), &after);
        let was = sheet.check_all(std::slice::from_ref(&before));
        let is = sheet.check_all(std::slice::from_ref(&after));
        let was = counts(&was);
        for (kind, count) in counts(&is) {
            let fits = was.get(&kind).is_some_and(|n| count <= *n);
            prop_assert!(fits, "{:?} from {:?}", kind, (&text, &number));
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing_more(text in any::<String>(), other in pieces()) {
        for text in [text, other] {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }
    }
}

#[test]
fn a_fix_applied_twice_changes_the_cell_once() {
    let fix = Fix {
        safety: FixSafety::Safe,
        field: "text".into(),
        to: "甲".into(),
    };
    let mut payload = row(&[("text", read(" 甲"))]);
    assert!(apply(&fix, &mut payload, read));
    assert!(!apply(&fix, &mut payload, read));
    assert_eq!(payload.value("text"), &Value::text("甲"));
}

#[test]
fn a_suggested_fix_is_not_among_the_safe_ones_and_one_that_is_only_shown_changes_nothing() {
    let sheet = Sheet::new(FIELDS);
    let findings = sheet.check(&[("text", read("甲")), ("number", read("益政办函〔2015〕第28号"))]);
    assert!(applicable(&findings, Allow::Safe).is_empty());
    assert_eq!(applicable(&findings, Allow::Suggested).len(), 1);
    let shown = Fix {
        safety: FixSafety::DisplayOnly,
        field: "text".into(),
        to: "乙".into(),
    };
    let mut payload = row(&[("text", read("甲"))]);
    assert!(!apply(&shown, &mut payload, read));
    assert_eq!(payload.value("text"), &Value::text("甲"));
}
