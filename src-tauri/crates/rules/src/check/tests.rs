//! Whole runs, edits and the shipped templates.

use super::*;
use crate::testing::{Sheet, row, summary, today, views};
use desk_model::Payload;
use proptest::prelude::*;
use std::collections::BTreeMap;

const KEYED: &str = r#"
key = ["code"]
unique = [["name", "body"]]
[[field]]
name = "code"
title = "事项编码"
type = "text"
[[field]]
name = "name"
title = "事项名称"
type = "text"
[[field]]
name = "body"
title = "实施主体"
type = "text"
"#;

fn keyed(code: &str, name: &str, body: &str) -> Payload {
    let cell = |text: &str| Cell::from(Value::text(text));
    row(&[("code", cell(code)), ("name", cell(name)), ("body", cell(body))])
}

#[test]
fn a_repeated_key_flags_the_later_row_and_names_the_first() {
    let sheet = Sheet::new(KEYED);
    let found = sheet.check_all(&[
        keyed("1", "甲", "a"),
        keyed("2", "乙", "a"),
        keyed("1", "丙", "a"),
    ]);
    assert_eq!(summary(&found), ["GEN-050 error code"]);
    assert_eq!((found[0].row, found[0].entry), (Some(3), Some(EntryId(3))));
    assert_eq!(&*found[0].params["first"], "1");
}

#[test]
fn several_fields_repeat_only_together_and_a_blank_key_repeats_nothing() {
    let sheet = Sheet::new(KEYED);
    let found = sheet.check_all(&[
        keyed("1", "甲", "a"),
        keyed("2", "甲", "b"),
        keyed("3", "甲 ", "a"),
    ]);
    assert_eq!(summary(&found), ["TXT-001 hint name", "GEN-051 error name"]);
    assert!(
        sheet
            .check_all(&[keyed("", "", ""), keyed("", "", "")])
            .is_empty()
    );
}

#[test]
fn a_run_reports_progress_and_can_be_stopped() {
    let sheet = Sheet::new(KEYED);
    let rows: Vec<Payload> = (0..2500)
        .map(|n| keyed(&n.to_string(), &n.to_string(), "a"))
        .collect();
    let mut heard = Vec::new();
    let mut listen = |done| {
        heard.push(done);
        if done == 2000 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let stopped = check_catalogue(&sheet.rules, views(&rows), today(), &mut |_| {}, &mut listen);
    assert_eq!(stopped.unwrap_err(), Stopped { rows: 2000 });
    assert_eq!(heard, [1000, 2000]);
}

#[test]
fn an_edit_tells_which_other_rows_need_another_look() {
    let sheet = Sheet::new(KEYED);
    let rows = [
        keyed("1", "甲", "a"),
        keyed("2", "乙", "a"),
        keyed("3", "丙", "a"),
    ];
    let outcome = check_catalogue(&sheet.rules, views(&rows), today(), &mut |_| {}, &mut |_| {
        ControlFlow::Continue(())
    });
    let mut run = sheet.rules.resume(today(), outcome.unwrap().keys);
    let edited = keyed("3", "甲", "b");
    let view = RowView {
        entry: EntryId(1),
        row: 1,
        payload: &edited,
    };
    let mut found = Vec::new();
    assert_eq!(
        run.edited(&view, &mut |finding| found.push(finding)),
        [EntryId(3)]
    );
    assert_eq!(found, [], "the edited row now comes first");
    let later = RowView {
        entry: EntryId(3),
        row: 3,
        payload: &rows[2],
    };
    run.again(&later, &mut |finding| found.push(finding));
    assert_eq!(summary(&found), ["GEN-050 error code"]);
    assert_eq!(run.removed(EntryId(1)), [EntryId(3)]);
    found.clear();
    run.again(&later, &mut |finding| found.push(finding));
    assert_eq!(found, []);
}

fn by_entry(findings: Vec<Finding>) -> BTreeMap<EntryId, Vec<String>> {
    let mut sorted: BTreeMap<EntryId, Vec<String>> = BTreeMap::new();
    for finding in findings {
        let entry = finding.entry.unwrap();
        sorted.entry(entry).or_default().extend(summary(&[finding]));
    }
    sorted
}

proptest! {
    #[test]
    fn checking_edits_one_by_one_gives_the_same_as_checking_everything_again(
        codes in proptest::collection::vec(0u8..4, 1..12),
        edits in proptest::collection::vec((0usize..12, 0u8..4), 0..12),
    ) {
        let sheet = Sheet::new(KEYED);
        let payload = |code: u8| keyed(&code.to_string(), &(code / 2).to_string(), "a");
        let mut rows: Vec<Payload> = codes.into_iter().map(payload).collect();
        let mut kept = by_entry(sheet.check_all(&rows));
        let mut run = sheet.rules.start(today());
        views(&rows).for_each(|view| run.row(&view, &mut |_| {}));
        for (at, code) in edits {
            let at = at % rows.len();
            rows[at] = payload(code);
            let mut found = Vec::new();
            let touched = {
                let view = views(&rows).nth(at).unwrap();
                kept.remove(&view.entry);
                run.edited(&view, &mut |finding| found.push(finding))
            };
            for entry in touched {
                kept.remove(&entry);
                let view = views(&rows).find(|view| view.entry == entry).unwrap();
                run.again(&view, &mut |finding| found.push(finding));
            }
            kept.extend(by_entry(found));
        }
        prop_assert_eq!(kept, by_entry(sheet.check_all(&rows)));
    }
}

#[test]
fn a_rule_set_can_be_shared_between_threads_and_a_run_can_move_to_another() {
    fn shared<T: Send + Sync>() {}
    fn moved<T: Send>() {}
    shared::<RuleSet>();
    moved::<Check<'static>>();
}
