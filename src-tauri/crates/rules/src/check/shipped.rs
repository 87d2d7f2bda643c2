//! The shipped service commitment table over rows as `gen_large` plants them: every planted defect is found by its rule
//! and no valid oddity is.

use super::*;
use crate::testing::{calendar, lists, row, summary, today, views};
use desk_model::{LimitUnit, PartialDate, Payload, Template, Ticks, TimeLimit};
use std::sync::Arc;

fn compiled(name: &str) -> RuleSet {
    let path = format!(
        "{}/../../../assets/templates/{name}.toml",
        env!("CARGO_MANIFEST_DIR")
    );
    let template = Template::from_toml(&path, &std::fs::read_to_string(&path).unwrap()).unwrap();
    let rules = RuleSet::compile(&template, lists(), Arc::new(calendar()));
    rules.unwrap_or_else(|error| panic!("{error}"))
}

fn rules() -> RuleSet {
    compiled("public_service/service_commitment")
}

#[test]
fn the_rules_of_every_shipped_template_compile() {
    for name in [
        "grassroots/grassroots_catalogue",
        "public_service/service_disclosure",
    ] {
        assert!(name.ends_with(compiled(name).template().id.as_str()));
    }
}

fn text(text: &str) -> Cell {
    Cell::new(Value::text(text), text)
}

fn code(code: &str, written: &str) -> Cell {
    Cell::new(Value::Codes(vec![code.into()]), written)
}

fn limit(n: u32, unit: LimitUnit) -> Cell {
    Value::TimeLimit(TimeLimit { n, unit, from: None }).into()
}

fn unreadable(text: &str) -> Cell {
    Cell {
        value: Value::Unreadable,
        text: Some(text.into()),
    }
}

fn good() -> Payload {
    let item_type = &lists()["item_types"].codes[0];
    let channels = Ticks {
        on: vec!["gov_website".into(), "service_centre".into()],
        other: Vec::new(),
    };
    row(&[
        ("item_code", text("1143090000612345831430902000001")),
        ("item_name", text("公共场所卫生许可")),
        ("item_type", code(&item_type.code, &item_type.title)),
        ("implementing_body", text("资阳区卫生健康局")),
        ("uscc", text("114309000061234583")),
        (
            "legal_basis",
            text("《公共场所卫生管理条例》、发改价格规〔2016〕2559号"),
        ),
        ("statutory_limit", limit(20, LimitUnit::WorkingDay)),
        ("commitment_limit", limit(5, LimitUnit::WorkingDay)),
        ("is_fee", code("0", "否")),
        ("fee_standard", text("0")),
        ("place", text("资阳区政务服务中心2楼12号窗口")),
        ("consult_phone", text("0737-0000012")),
        ("complaint_phone", text("0737-0000013")),
        ("channels", Value::Ticks(channels).into()),
        ("disclosure_limit", limit(20, LimitUnit::WorkingDay)),
        (
            "published_on",
            Value::Date(PartialDate::day(2023, 5, 3).unwrap()).into(),
        ),
        ("onsite_visits", Value::Integer(1).into()),
    ])
}

fn with(cells: &[(&str, Cell)]) -> Payload {
    let mut payload = good();
    for (name, cell) in cells {
        payload.set((*name).into(), cell.clone());
    }
    payload
}

fn check(rows: &[Payload]) -> Vec<String> {
    let rules = rules();
    let mut found = Vec::new();
    let mut run = rules.start(today());
    views(rows).for_each(|view| run.row(&view, &mut |finding| found.push(finding)));
    summary(&found)
}

#[test]
fn each_planted_defect_is_found_by_its_rule_alone() {
    let limit_months = || limit(2, LimitUnit::Month);
    let cases: [(&str, Cell, &str); 21] = [
        ("item_name", Value::Blank.into(), "GEN-001 error item_name"),
        (
            "item_code",
            Value::NotApplicable.into(),
            "GEN-002 error item_code",
        ),
        (
            "consult_phone",
            Value::Blank.into(),
            "GEN-001 error consult_phone",
        ),
        (
            "commitment_limit",
            limit_months(),
            "SVC-001 error commitment_limit",
        ),
        (
            "commitment_limit",
            limit(21, LimitUnit::WorkingDay),
            "SVC-001 error commitment_limit",
        ),
        ("consult_phone", text("0737-1234"), "COD-040 error consult_phone"),
        ("consult_phone", text("1234567O"), "COD-040 error consult_phone"),
        (
            "consult_phone",
            text("199000012345"),
            "COD-040 error consult_phone",
        ),
        (
            "complaint_phone",
            text("电话见官网"),
            "COD-040 error complaint_phone",
        ),
        ("uscc", text("114309000061234580"), "COD-002 error uscc"),
        (
            "published_on",
            unreadable("2023-02-30"),
            "GEN-011 error published_on",
        ),
        (
            "remark",
            text("申请人身份证号430902190001010019"),
            "PRI-001 error remark",
        ),
        (
            "place",
            text("资阳区2楼（经办人430902190001010019）"),
            "PRI-001 error place",
        ),
        ("remark", text("联系人手机19900001234"), "PRI-002 error remark"),
        (
            "item_code",
            text("11430900006123458314309020000"),
            "COD-060 warning item_code",
        ),
        (
            "item_code",
            text("11430900006123458314309020000010"),
            "COD-060 warning item_code",
        ),
        (
            "item_code",
            text("1143O90000612345831430902000001"),
            "COD-060 warning item_code",
        ),
        ("item_type", unreadable("行政许克"), "GEN-020 error item_type"),
        (
            "exercise_level",
            unreadable("县及"),
            "GEN-020 error exercise_level",
        ),
        ("fee_standard", text("80"), "SVC-003 error fee_standard"),
        (
            "channels",
            Value::Ticks(Ticks::default()).into(),
            "GEN-044 error channels",
        ),
    ];
    for (field, cell, expected) in cases {
        assert_eq!(check(&[with(&[(field, cell.clone())])]), [expected], "{cell:?}");
    }
    let fee = with(&[("is_fee", code("1", "是")), ("fee_standard", Value::Blank.into())]);
    assert_eq!(check(&[fee]), ["SVC-002 error fee_standard"]);
    let twice = [good(), with(&[("item_name", text("另一事项"))])];
    assert_eq!(check(&twice), ["GEN-050 error item_code"]);
}

#[test]
fn no_valid_oddity_is_flagged() {
    let written = |value: Value, text: &str| Cell::new(value, text);
    let instant = Value::TimeLimit(TimeLimit::INSTANT);
    let date = Value::Date(PartialDate::day(2023, 5, 3).unwrap());
    let cases: [(&str, Cell); 12] = [
        ("commitment_limit", limit(20, LimitUnit::WorkingDay)),
        ("commitment_limit", written(instant, "立等可取")),
        ("consult_phone", text("0737-0000012转801")),
        ("complaint_phone", text("12345")),
        ("consult_phone", text("０７３７－０００００１２")),
        ("published_on", written(date.clone(), "2023年5月3日")),
        ("published_on", written(date, "2023.5.3")),
        ("uscc", text("n2430921mf1234567b")),
        ("remark", text("受理编号202300999999123456")),
        (
            "item_name",
            written(Value::text("公共场所卫生许可"), "公共场所卫生许可\u{A0}"),
        ),
        ("implementing_body", text("资阳区卫\n生健康局")),
        ("item_name", text("公共场所卫生许可（延续）")),
    ];
    for (field, cell) in cases {
        assert_eq!(
            check(&[with(&[(field, cell.clone())])]),
            Vec::<String>::new(),
            "{cell:?}"
        );
    }
}
