//! Expressions over rows: when they apply, what they see and how a broken one is refused.

use crate::testing::{Sheet, day, summary};
use crate::{ExpressionProblem, LoadError};
use desk_model::{Amount, AmountUnit, Cell, LimitUnit, Ticks, TimeLimit, Value};

const FIELDS: &str = r#"
[[field]]
name = "statutory"
title = "法定时限"
type = "time_limit"
[[field]]
name = "promised"
title = "承诺时限"
type = "time_limit"
[[field]]
name = "fee"
title = "收费金额"
type = "amount"
unit = "元"
[[field]]
name = "paid"
title = "已收金额"
type = "amount"
unit = "元"
[[field]]
name = "is_fee"
title = "是否收费"
type = "code"
codes = "yes_no"
[[field]]
name = "channels"
title = "公开渠道"
type = "ticks"
codes = "channels"
[[field]]
name = "public"
title = "全社会"
type = "tick"
[[field]]
name = "decided"
title = "决定日期"
type = "date"
[[field]]
name = "published"
title = "公开日期"
type = "date"
"#;

fn rule(expr: &str) -> String {
    format!(
        "{FIELDS}\n[[rule]]\ncode = \"TST-001\"\nexpr = \"{expr}\"\nseverity = \"error\"\nmessage = \"test\"\n\
         field = \"promised\"\nbasis = {{ number = \"益政办函〔2015〕28号\" }}\n\
         fix = {{ kind = \"suggested\", set = \"promised\", from = \"statutory\" }}\n"
    )
}

fn fires(expr: &str, cells: &[(&str, Cell)]) -> bool {
    let found = Sheet::new(&rule(expr)).check(cells);
    found.iter().any(|finding| &*finding.rule == "TST-001")
}

fn limit(n: u32, unit: LimitUnit) -> Cell {
    let limit = TimeLimit { n, unit, from: None };
    Cell::from(Value::TimeLimit(limit))
}

fn yuan(number: &str) -> Cell {
    Cell::from(Value::Amount(Amount {
        number: number.parse().unwrap(),
        unit: AmountUnit::Yuan,
    }))
}

fn days(n: u32) -> Cell {
    limit(n, LimitUnit::WorkingDay)
}

fn code(code: &str) -> Cell {
    Cell::from(Value::Codes(vec![code.into()]))
}

#[test]
fn a_promise_longer_than_the_statute_names_field_basis_words_and_fix() {
    let sheet = Sheet::new(&rule("promised.days <= statutory.days"));
    let statutory = Cell::new(days(20).value, "20个工作日内");
    let found = sheet.check(&[("statutory", statutory), ("promised", limit(2, LimitUnit::Month))]);
    assert_eq!(summary(&found), ["TST-001 error promised"]);
    assert_eq!(&*found[0].message, "test");
    assert_eq!(found[0].basis.as_deref(), Some("益政办函〔2015〕28号"));
    assert_eq!(&*found[0].params["statutory"], "20个工作日内");
    assert_eq!(&*found[0].fix.as_ref().unwrap().to, "20个工作日内");
    for promised in [
        days(20),
        days(5),
        Cell::from(Value::TimeLimit(TimeLimit::INSTANT)),
    ] {
        assert!(
            sheet
                .check(&[("statutory", days(20)), ("promised", promised)])
                .is_empty()
        );
    }
}

#[test]
fn a_rule_whose_fields_are_blank_none_or_unreadable_does_not_apply() {
    let expr = "promised.days <= statutory.days";
    let unreadable = Cell {
        value: Value::Unreadable,
        text: Some("尽快".into()),
    };
    for other in [
        Cell::from(Value::Blank),
        Cell::from(Value::NotApplicable),
        unreadable,
    ] {
        assert!(
            !fires(expr, &[("promised", days(90)), ("statutory", other.clone())]),
            "{other:?}"
        );
    }
}

#[test]
fn a_rule_that_asks_with_has_applies_to_blank_fields() {
    let expr = "is_fee != '1' || has(fee)";
    assert!(fires(expr, &[("is_fee", code("1"))]));
    assert!(!fires(expr, &[("is_fee", code("0"))]));
    assert!(!fires(expr, &[("is_fee", code("1")), ("fee", yuan("80"))]));
    assert!(fires(
        expr,
        &[("is_fee", code("1")), ("fee", Cell::from(Value::NotApplicable))]
    ));
    let guarded = "!has(promised) || promised.days < 5.0";
    assert!(!fires(guarded, &[]));
    assert!(fires(guarded, &[("promised", days(6))]));
    assert!(
        !fires("is_fee != 'has(fee)'", &[("is_fee", code("1"))]),
        "a string is not a question"
    );
}

#[test]
fn amounts_compare_exactly_with_numbers_and_with_each_other() {
    assert!(!fires(
        "fee <= paid",
        &[("fee", yuan("0.1")), ("paid", yuan("0.10"))]
    ));
    assert!(fires(
        "fee < paid",
        &[("fee", yuan("0.1")), ("paid", yuan("0.10"))]
    ));
    assert!(fires("fee == 0", &[("fee", yuan("80"))]));
    assert!(!fires("fee == 0", &[("fee", yuan("0.00"))]));
    assert!(!fires("fee >= 0.3", &[("fee", yuan("0.3"))]));
    let ten_thousand = Amount {
        number: "1".parse().unwrap(),
        unit: AmountUnit::TenThousandYuan,
    };
    assert!(!fires(
        "fee == paid",
        &[
            ("fee", yuan("10000")),
            ("paid", Value::Amount(ten_thousand).into())
        ]
    ));
}

#[test]
fn ticks_are_lists_and_a_blank_tick_column_is_not_ticked() {
    let website = Value::Ticks(Ticks {
        on: vec!["gov_website".into()],
        other: Vec::new(),
    });
    let expr = "!public || 'gov_website' in channels";
    assert!(!fires(
        expr,
        &[
            ("public", Value::Tick(true).into()),
            ("channels", website.clone().into())
        ]
    ));
    let other = Value::Ticks(Ticks {
        on: vec!["broadcast_tv".into()],
        other: Vec::new(),
    });
    assert!(fires(
        expr,
        &[
            ("public", Value::Tick(true).into()),
            ("channels", other.clone().into())
        ]
    ));
    assert!(!fires(expr, &[("channels", other.into())]));
    assert!(!fires(
        "channels.exists(c, c == 'gov_website')",
        &[("channels", website.into())]
    ));
}

#[test]
fn dates_are_compared_by_day_and_only_when_their_day_is_known() {
    let date = |text: &str| Cell::from(Value::Date(day(text)));
    let expr = "decided <= published && published <= today";
    assert!(!fires(
        expr,
        &[("decided", date("2024-05-03")), ("published", date("2024-05-03"))]
    ));
    assert!(fires(
        expr,
        &[("decided", date("2024-05-04")), ("published", date("2024-05-03"))]
    ));
    assert!(fires(
        expr,
        &[("decided", date("2024-05-04")), ("published", date("2099-01-01"))]
    ));
    assert!(!fires(
        expr,
        &[("decided", date("2024-05")), ("published", date("2024-05-03"))]
    ));
}

#[test]
fn working_days_follow_the_calendar_and_an_unknown_year_is_undecided() {
    let date = |text: &str| Cell::from(Value::Date(day(text)));
    let sheet = Sheet::new(&rule("working_days(decided, published) <= 7"));
    assert!(
        sheet
            .check(&[("decided", date("2024-09-27")), ("published", date("2024-10-12"))])
            .is_empty()
    );
    let late = sheet.check(&[("decided", date("2024-09-27")), ("published", date("2024-10-14"))]);
    assert_eq!(summary(&late), ["TST-001 error promised"]);
    let unknown = sheet.check(&[("decided", date("2030-01-01")), ("published", date("2030-02-01"))]);
    assert_eq!(summary(&unknown), ["GEN-060 warning promised"]);
    assert_eq!(&*unknown[0].params["rule"], "TST-001");
}

#[test]
fn a_broken_expression_is_refused_with_template_rule_and_place() {
    let problem = |expr: &str| match Sheet::compile(&rule(expr)).unwrap_err() {
        LoadError::Expression {
            template,
            rule,
            line,
            column,
            problem,
            ..
        } => {
            assert_eq!(
                (template.to_string().as_str(), &*rule),
                ("sample@2026.1", "TST-001")
            );
            (line, column, problem)
        }
        other => panic!("{other}"),
    };
    let (line, column, syntax) = problem("promised.days <= <= statutory.days");
    assert!(matches!(syntax, ExpressionProblem::Syntax(_)), "{syntax}");
    assert_eq!(line, 1);
    assert!(column > 1);
    let unknown = ExpressionProblem::UnknownName("promise".into());
    assert_eq!(problem("statutory.days >= promise.days"), (1, 19, unknown));
    assert_eq!(problem("is_fee.matches('^1$')").2, ExpressionProblem::Matches);
    assert_eq!(problem("promised.days").2, ExpressionProblem::NotACondition);
    assert!(matches!(
        problem("promised.length > 3").2,
        ExpressionProblem::Evaluation(_)
    ));
    assert!(matches!(
        problem("is_fee > 3").2,
        ExpressionProblem::Evaluation(_)
    ));
}
