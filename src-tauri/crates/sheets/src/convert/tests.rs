use super::*;

#[test]
fn dates_are_read_in_every_form_and_damaged_ones_are_not() {
    for text in [
        "2015年4月23日",
        "2015.4.23",
        "2015-04-23",
        "2015/4/23",
        "20150423",
        "２０１５－４－２３",
    ] {
        assert_eq!(
            date::read(&narrow(text)).unwrap().to_string(),
            "2015-04-23",
            "{text}"
        );
    }
    assert_eq!(date::read("2024年5月").unwrap().to_string(), "2024-05");
    for text in ["2023830", "2023-02-30", "长期", "1-12月"] {
        assert_eq!(date::read(text), None, "{text}");
    }
}

#[test]
fn limits_keep_their_unit_and_their_event() {
    let said = |text: &str| limit::read(text).map(|l| (l.to_string(), l.from.is_some()));
    assert_eq!(said("20个工作日"), Some(("20个工作日".to_owned(), false)));
    assert_eq!(
        said("信息形成或者变更之日起20个工作日内"),
        Some(("20个工作日".to_owned(), true))
    );
    assert_eq!(said("20日内"), Some(("20日".to_owned(), false)));
    assert_eq!(said("十五个工作日"), Some(("15个工作日".to_owned(), false)));
    assert_eq!(said("1个月"), Some(("1个月".to_owned(), false)));
    assert_eq!(said("当场办结"), Some(("即办".to_owned(), false)));
    for text in ["及时公开", "每年1月31日前", "长期"] {
        assert_eq!(said(text), None, "{text}");
    }
}

#[test]
fn amounts_stay_exact_and_a_unit_in_the_cell_wins() {
    let yuan = |text: &str, unit| {
        number::amount(text, unit)
            .and_then(desk_model::Amount::yuan)
            .map(|d| d.to_string())
    };
    assert_eq!(
        yuan("5,512.55", AmountUnit::TenThousandYuan).as_deref(),
        Some("55125500")
    );
    assert_eq!(yuan("80元", AmountUnit::TenThousandYuan).as_deref(), Some("80"));
    assert_eq!(yuan("不收费", AmountUnit::Yuan).as_deref(), Some("0"));
    assert_eq!(yuan("80元/件", AmountUnit::Yuan), None);
}

#[test]
fn boxes_tick_words_and_plain_lists_count_as_ticked() {
    let list = desk_model::CodeList::from_toml(
        "id='c'\ntitle='c'\nsource='s'\n[[code]]\ncode='web'\ntitle='政府网站'\n[[code]]\ncode='board'\ntitle='公示栏（电子屏）'",
    );
    let list = list.unwrap();
    let on = |text: &str| marks::ticks(text, Some(&list)).on.join(";");
    assert_eq!(on("■政府网站 □公示栏（电子屏）"), "web");
    assert_eq!(on("□政府网站\n■公示栏(电子屏)"), "board");
    assert_eq!(on("公示栏（电子屏）、政府网站"), "web;board");
    assert_eq!(
        &*marks::ticks("■其他法律服务网", Some(&list)).other[0],
        "其他法律服务网"
    );
}
