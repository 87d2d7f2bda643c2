use super::*;
use crate::row::RowView;
use crate::testing::{field, lists};
use desk_model::{EntryId, Finding, Payload};

fn findings_in(field: &Field, text: &str) -> Vec<Finding> {
    let payload = Payload::default();
    let row = RowView {
        entry: EntryId(1),
        row: 1,
        payload: &payload,
    };
    let tables = CodeTables::from(lists()).unwrap();
    let mut found = Vec::new();
    let mut out = |finding| found.push(finding);
    let mut sink = Sink::new(&row, Some(&tables.basis), &mut out);
    check(
        field,
        Traits::of(text),
        text,
        &tables,
        &mut Scratch::default(),
        &mut sink,
    );
    found
}

fn rules(text: &str) -> Vec<String> {
    let remark = field("name = \"remark\"\ntitle = \"备注\"\ntype = \"text\"");
    findings_in(&remark, text)
        .iter()
        .map(|finding| finding.rule.to_string())
        .collect()
}

#[test]
fn an_id_number_is_found_however_it_is_written() {
    for text in [
        "申请人身份证号430902190001010019",
        "430902190001010019",
        "（经办人430902190001010019）",
        "43098119491001888X",
        "43098119491001888x。",
        "４３０９０２１９０００１０１００１９",
        "４３０９８１１９４９１００１８８８Ｘ",
        "430902 19000101 0019",
        "430902-19000101-0019",
        "430902\u{3000}1900 0101 0019",
        "4 3 0 9 0 2 1 9 0 0 0 1 0 1 0 0 1 9",
        "430902\u{200B}190001010019",
        "ID430902190001010019",
        "身份证430902 190001010019 电话0737-4223456",
    ] {
        assert_eq!(rules(text), ["PRI-001"], "{text}");
    }
}

#[test]
fn digits_that_only_look_like_an_id_number_are_left_alone() {
    for text in [
        "受理编号202300999999123456",
        "430902190001010018",
        "430902190013010013",
        "11430902MB0000019G1430902000001",
        "4309021900010100191",
        "430902********0019",
    ] {
        assert_eq!(rules(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_valid_credit_code_never_hides_an_id_number() {
    use crate::codes::uscc;
    let number = (0..1000)
        .map(|serial| format!("11010119900101{serial:03}"))
        .filter_map(|body| {
            let check = crate::codes::identity::check_character(&format!("{body}0")).ok()?;
            Some(format!("{body}{check}"))
        })
        .find(|number| uscc::check_character(number).is_ok_and(|c| number.ends_with(c)))
        .unwrap();
    let code = field("name = \"uscc\"\ntitle = \"统一社会信用代码\"\ntype = \"text\"\ncheck = \"uscc\"");
    let found = findings_in(&code, &number);
    assert_eq!(found.len(), 1, "{number}");
    assert_eq!(&*found[0].rule, "PRI-001");
}

#[test]
fn a_mobile_number_in_free_text_is_found_and_landlines_are_not() {
    for text in [
        "联系人手机19900001234",
        "１９９００００１２３４",
        "199 0000 1234",
        "199-0000-1234",
        "0737-4223456 19900001234",
    ] {
        assert_eq!(rules(text), ["PRI-002"], "{text}");
    }
    for text in [
        "0737-4223456",
        "07374223456",
        "0737-4223456转801",
        "199****1234",
        "190000012345",
        "A19900001234",
        "2019-01-01至2019-12-31",
        "12345678901.5元",
    ] {
        assert_eq!(rules(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_field_for_office_telephones_may_hold_a_mobile_number_but_no_id_number() {
    let phone = field("name = \"p\"\ntitle = \"电话\"\ntype = \"text\"\nprivacy = \"office_contact\"");
    assert_eq!(findings_in(&phone, "19900001234、0737-4223456"), []);
    assert_eq!(findings_in(&phone, "430902190001010019").len(), 1);
}

#[test]
fn bank_cards_and_old_id_numbers_are_found() {
    assert_eq!(rules("账号6222600810000000018"), ["PRI-003"]);
    assert_eq!(rules("6222 6008 1000 0000 018"), ["PRI-003"]);
    assert_eq!(rules("6222600810000000001"), Vec::<String>::new());
    assert_eq!(rules("430902490101001"), ["PRI-004"]);
}

#[test]
fn the_finding_shows_no_more_than_the_masked_number_and_the_fix_removes_it() {
    let remark = field("name = \"remark\"\ntitle = \"备注\"\ntype = \"text\"");
    let found = findings_in(&remark, "经办人430902190001010019，请联系");
    assert_eq!(&*found[0].params["value"], "430*************19");
    let fixed = found[0].fix.as_ref().unwrap();
    assert_eq!(&*fixed.to, "经办人430*************19，请联系");
    assert_eq!(fixed.safety, FixSafety::Suggested);
    assert_eq!(findings_in(&remark, &fixed.to), []);
    assert!(found[0].basis.as_deref().unwrap().contains("国令第711号"));
}
