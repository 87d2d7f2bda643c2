use super::*;

fn all_kinds() -> Vec<Value> {
    vec![
        Value::Blank,
        Value::NotApplicable,
        Value::Unreadable,
        Value::text("最低生活保障"),
        Value::Integer(-3),
        Value::Decimal("0.10".parse().unwrap()),
        Value::Date(PartialDate::day(2024, 2, 29).unwrap()),
        Value::Tick(false),
        Value::Ticks(Ticks {
            on: vec!["gov_website".into()],
            other: vec!["镇微信群".into()],
        }),
        Value::Codes(vec!["01".into()]),
        Value::TimeLimit(TimeLimit {
            n: 20,
            unit: LimitUnit::WorkingDay,
            from: Some(Anchor::FormedOrChanged),
        }),
        Value::Amount(Amount {
            number: "39.50".parse().unwrap(),
            unit: AmountUnit::TenThousandYuan,
        }),
        Value::Reference("430903".into()),
    ]
}

#[test]
fn every_kind_of_value_survives_its_json() {
    for value in all_kinds() {
        let json = serde_json::to_string(&value).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value, "{json}");
    }
}

#[test]
fn text_is_a_bare_string_and_three_kinds_of_nothing_differ() {
    let json: Vec<_> = all_kinds()[..4]
        .iter()
        .map(|v| serde_json::to_string(v).unwrap())
        .collect();
    assert_eq!(
        json,
        [
            "null",
            r#"{"not_applicable":null}"#,
            r#"{"unreadable":null}"#,
            "\"最低生活保障\""
        ]
    );
}

#[test]
fn dates_that_do_not_exist_are_refused() {
    assert_eq!(PartialDate::day(2023, 2, 29), None);
    assert!("2023-13".parse::<PartialDate>().is_err());
    assert!("2023-1-1".parse::<PartialDate>().is_err());
    assert_eq!(
        "2023-01".parse::<PartialDate>().unwrap().precision(),
        DatePrecision::Month
    );
}

#[test]
fn amounts_convert_to_yuan_exactly() {
    let amount = Amount {
        number: "0.1".parse().unwrap(),
        unit: AmountUnit::TenThousandYuan,
    };
    assert_eq!(amount.yuan().unwrap(), "1000".parse().unwrap());
}
