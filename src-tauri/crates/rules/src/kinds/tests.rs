//! Each kind over single rows of small templates: what it flags and what it leaves alone.

use crate::testing::{Table, day, summary};
use desk_model::{Amount, AmountUnit, Cell, FixSafety, PartialDate, Ticks, Value};

fn unreadable(text: &str) -> Cell {
    Cell {
        value: Value::Unreadable,
        text: Some(text.into()),
    }
}

#[test]
fn a_required_field_must_be_filled_and_none_is_an_answer_only_where_allowed() {
    let table = Table::new("required = true");
    assert_eq!(summary(&table.check(None)), ["GEN-001 error name"]);
    assert_eq!(
        summary(&table.check(Some(Value::NotApplicable.into()))),
        ["GEN-002 error name"]
    );
    assert!(table.check(Some(Value::text("甲").into())).is_empty());
    let allowed = Table::new("required = true\nnone_allowed = true");
    assert!(allowed.check(Some(Value::NotApplicable.into())).is_empty());
    assert!(Table::new("").check(None).is_empty());
}

#[test]
fn a_text_that_the_type_cannot_hold_is_named_as_written() {
    for (kind, rule) in [
        ("date", "GEN-011 error name"),
        ("integer", "GEN-012 error name"),
        ("amount", "GEN-013 error name"),
        ("time_limit", "GEN-014 warning name"),
        ("tick", "GEN-015 error name"),
    ] {
        let found = Table::typed(kind, "").check(Some(unreadable("2023-02-30")));
        assert_eq!(summary(&found), [rule], "{kind}");
        assert_eq!(&*found[0].params["value"], "2023-02-30");
    }
    let wrong_kind = Table::typed("date", "").check(Some(Value::Integer(3).into()));
    assert_eq!(summary(&wrong_kind), ["GEN-011 error name"]);
    assert!(
        Table::typed("date", "")
            .check(Some(Value::Date(day("2024-02-29")).into()))
            .is_empty()
    );
}

#[test]
fn a_tick_column_may_hold_the_name_of_a_group_only_where_the_template_says_so() {
    let group = || Some(Value::text("项目单位").into());
    assert_eq!(
        summary(&Table::typed("tick", "").check(group())),
        ["GEN-015 error name"]
    );
    assert!(Table::typed("tick", "tick_text = true").check(group()).is_empty());
}

#[test]
fn a_word_outside_a_closed_list_is_an_error_with_the_nearest_title_as_suggestion() {
    let table = Table::typed("code", "codes = \"item_types\"");
    let found = table.check(Some(unreadable("行政许克")));
    assert_eq!(summary(&found), ["GEN-020 error name"]);
    let fix = found[0].fix.as_ref().unwrap();
    assert_eq!((fix.safety, &*fix.to), (FixSafety::Suggested, "行政许可"));
    let far = table.check(Some(Value::text("其它的").into()));
    assert_eq!(summary(&far), ["GEN-020 error name"]);
    assert!(far[0].fix.is_none());
}

#[test]
fn a_word_outside_an_open_list_is_only_a_reminder() {
    let table = Table::typed("ticks", "codes = \"channels\"");
    let ticks = |on: &[&str], other: &[&str]| {
        Value::Ticks(Ticks {
            on: on.iter().map(|c| Box::from(*c)).collect(),
            other: other.iter().map(|c| Box::from(*c)).collect(),
        })
    };
    let found = table.check(Some(ticks(&["gov_website"], &["公共资源交易平台"]).into()));
    assert_eq!(summary(&found), ["GEN-021 warning name"]);
    assert!(table.check(Some(ticks(&["gov_website"], &[]).into())).is_empty());
    let several = Table::typed("ticks", "codes = \"channels\"\nconstraints = { min_items = 1 }");
    assert_eq!(
        summary(&several.check(Some(ticks(&[], &[]).into()))),
        ["GEN-044 error name"]
    );
}

#[test]
fn patterns_match_the_whole_text() {
    let table = Table::new("constraints = { pattern = \"[0-9]{6}|无邮编\" }");
    for text in ["413000", "无邮编"] {
        assert!(table.check(Some(Value::text(text).into())).is_empty(), "{text}");
    }
    for text in ["4130000", "41300", "无邮编吗"] {
        assert_eq!(
            summary(&table.check(Some(Value::text(text).into()))),
            ["GEN-030 error name"],
            "{text}"
        );
    }
}

#[test]
fn lengths_count_characters_and_not_bytes() {
    let table = Table::new("constraints = { min_length = 2, max_length = 4 }");
    assert!(table.check(Some(Value::text("政务公开").into())).is_empty());
    assert_eq!(
        summary(&table.check(Some(Value::text("政").into()))),
        ["GEN-040 error name"]
    );
    assert_eq!(
        summary(&table.check(Some(Value::text("政务公开办").into()))),
        ["GEN-041 error name"]
    );
}

#[test]
fn amounts_are_compared_exactly_in_the_unit_of_the_field() {
    let limits = "unit = \"万元\"\nconstraints = { minimum = \"0\", maximum = \"0.3\" }";
    let table = Table::typed("amount", limits);
    let amount = |number: &str, unit| {
        Some(Cell::from(Value::Amount(Amount {
            number: number.parse().unwrap(),
            unit,
        })))
    };
    assert!(table.check(amount("0.3", AmountUnit::TenThousandYuan)).is_empty());
    assert!(table.check(amount("3000", AmountUnit::Yuan)).is_empty());
    let too_much = table.check(amount("3000.01", AmountUnit::Yuan));
    assert_eq!(summary(&too_much), ["GEN-043 error name"]);
    let negative = table.check(amount("-0.01", AmountUnit::Yuan));
    assert_eq!(summary(&negative), ["GEN-042 error name"]);
}

#[test]
fn written_codes_are_checked_by_the_kind_the_field_names() {
    for (check, right, wrong, rule) in [
        (
            "uscc",
            "91350100M000100Y43",
            "91350100M000100Y4Z",
            "COD-001 error name",
        ),
        (
            "uscc",
            "91110000600037341l",
            "91110000600037342L",
            "COD-002 error name",
        ),
        (
            "uscc",
            "N2430921MF1234567B",
            "000000000000000000",
            "COD-003 error name",
        ),
        ("org_code", "60003734-1", "60003734-2", "COD-011 error name"),
        ("division_code", "430902", "4309", "COD-020 error name"),
        ("division_code", "430902005", "990000", "COD-021 warning name"),
        ("division_code", "430903", "430971", "COD-022 hint name"),
        (
            "doc_number",
            "益政办函〔2015〕28号、国务院令第711号",
            "益政办函[2015]28号",
            "COD-030 warning name",
        ),
        (
            "doc_number",
            "国办发明电〔2024〕12号",
            "益政办函〔2015〕028号",
            "COD-031 warning name",
        ),
        (
            "doc_number",
            "财预〔2016〕143号",
            "益政办函2015年28号",
            "COD-032 warning name",
        ),
        ("phone", "0737-4223456转801", "电话见官网", "COD-040 error name"),
        ("phone", "12345", "4223456", "COD-041 warning name"),
        (
            "index_number",
            "0142768-8/2022-00185",
            "0142768/22",
            "COD-050 warning name",
        ),
        (
            "item_code",
            "11430902MB0000019G1430902000001",
            "11430902MB0000019G14309020000",
            "COD-060 warning name",
        ),
    ] {
        let table = Table::new(&format!("check = \"{check}\""));
        assert!(table.check(Some(Value::text(right).into())).is_empty(), "{right}");
        assert_eq!(
            summary(&table.check(Some(Value::text(wrong).into()))),
            [rule],
            "{wrong}"
        );
    }
}

#[test]
fn a_doc_number_with_wrong_brackets_gets_a_safe_fix_and_an_ordinal_only_a_suggestion() {
    let table = Table::new("check = \"doc_number\"");
    let brackets = table.check(Some(Value::text("国发[2014]21号；益政办函〔2015〕28号").into()));
    let fix = brackets[0].fix.as_ref().unwrap();
    assert_eq!(
        (fix.safety, &*fix.to),
        (FixSafety::Safe, "国发〔2014〕21号；益政办函〔2015〕28号")
    );
    let ordinal = table.check(Some(Value::text("益政办函〔2015〕第28号").into()));
    let fix = ordinal[0].fix.as_ref().unwrap();
    assert_eq!(
        (fix.safety, &*fix.to),
        (FixSafety::Suggested, "益政办函〔2015〕28号")
    );
}

#[test]
fn text_is_checked_for_blanks_invisible_characters_ditto_and_brackets() {
    let table = Table::new("");
    for (text, rule, fixed) in [
        (" 甲", "TXT-001 hint name", Some("甲")),
        ("甲\u{3000}", "TXT-001 hint name", Some("甲")),
        ("甲\u{0B}乙", "TXT-002 warning name", Some("甲乙")),
        ("甲\u{200B}乙", "TXT-002 warning name", Some("甲乙")),
        ("甲\r\n乙", "TXT-002 warning name", Some("甲\n乙")),
        ("同上", "TXT-003 error name", None),
        (
            "《通知》（国发[2014]21号）",
            "TXT-004 warning name",
            Some("《通知》（国发〔2014〕21号）"),
        ),
        ("益阳\u{FFFD}", "TXT-005 warning name", None),
    ] {
        let found = table.check(Some(Value::text(text).into()));
        assert_eq!(summary(&found), [rule], "{text:?}");
        assert_eq!(found[0].fix.as_ref().map(|fix| &*fix.to), fixed, "{text:?}");
    }
    for text in ["甲 乙", "甲\n乙", "同上级部门", "《条例》（国令第711号）"] {
        assert!(table.check(Some(Value::text(text).into())).is_empty(), "{text:?}");
    }
}

#[test]
fn dates_know_their_precision() {
    let month = PartialDate::year_month(2024, 5).unwrap();
    assert!(
        Table::typed("date", "")
            .check(Some(Value::Date(month).into()))
            .is_empty()
    );
}
