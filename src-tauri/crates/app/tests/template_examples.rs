//! Each template's example rows go the road of typed text: good rows pass, bad rows raise the rule they name.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

use desk_app::assets::Assets;
use desk_app::data::Data;
use desk_app::ops::entries;
use desk_model::{EntryId, FieldName, Finding, Payload, Severity, Template};
use desk_rules::{RowView, RuleSet};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

type Row = BTreeMap<FieldName, Box<str>>;

fn found(data: &Data, template: &Template, row: &Row) -> Vec<Finding> {
    let mut payload = Payload::default();
    for (name, text) in row {
        let field = template
            .field(name.as_str())
            .unwrap_or_else(|| panic!("{}: no field {name}", template.id));
        payload.set(name.clone(), entries::read(data, field, text, None));
    }
    let rules = RuleSet::compile(template, &data.lists, Arc::clone(&data.calendar)).unwrap();
    let view = RowView {
        entry: EntryId(1),
        row: 1,
        payload: &payload,
    };
    let mut findings = Vec::new();
    let today = "2026-11-23".parse().unwrap();
    desk_rules::check_catalogue(&rules, [view], today, &mut |f| findings.push(f), &mut |_| {
        ControlFlow::Continue(())
    })
    .unwrap();
    findings
}

#[test]
fn good_rows_pass_and_bad_rows_raise_their_rule() {
    let data = Data::load(Assets::default(), "zh-CN").unwrap();
    let mut wrong = Vec::new();
    for shipped in data.templates.values() {
        let template = &shipped.template;
        for (at, row) in template.example.good.iter().enumerate() {
            let errors = found(&data, template, row).into_iter();
            let errors: Vec<String> = errors
                .filter(|f| f.severity == Severity::Error)
                .map(|f| format!("{} {:?}", f.rule, f.field))
                .collect();
            if !errors.is_empty() {
                wrong.push(format!("{} good row {at}: {errors:?}", template.id));
            }
        }
        for (at, bad) in template.example.bad.iter().enumerate() {
            let mut row = template.example.good[bad.base].clone();
            row.extend(bad.row.clone());
            let rules: Vec<String> = found(&data, template, &row)
                .iter()
                .map(|f| f.rule.to_string())
                .collect();
            if !rules.iter().any(|rule| **rule == *bad.rule) {
                wrong.push(format!(
                    "{} bad row {at}: wanted {}, found {rules:?}",
                    template.id, bad.rule
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
