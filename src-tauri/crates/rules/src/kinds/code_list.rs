//! Code lists (代码表).
//!
//! What: a code or tick outside the field's list. Why: portals sort and filter by these words. A closed list makes it an
//! error, an open one (channels that a region added) a reminder. Example: 行政许克 in 事项类型.
//! Fix: the listed word that differs by one character, as a suggestion.

use crate::row::{Sink, fix, shortened};
use crate::rule_codes;
use desk_model::{Cell, CodeList, Field, FixSafety, Value};
use std::collections::HashSet;

/// A code list with its codes ready for look-up.
#[derive(Debug, Clone)]
pub(crate) struct FieldList {
    list: CodeList,
    codes: HashSet<Box<str>>,
}

impl FieldList {
    pub(crate) fn new(list: &CodeList) -> Self {
        Self {
            codes: list.codes.iter().map(|code| code.code.clone()).collect(),
            list: list.clone(),
        }
    }
}

pub(crate) fn check(field: &Field, known: &FieldList, cell: &Cell, sink: &mut Sink<'_>) {
    let list = &known.list;
    match &cell.value {
        Value::Codes(codes) => {
            for code in codes.iter().filter(|code| !known.codes.contains(&**code)) {
                report(field, list, code, cell, sink);
            }
        }
        Value::Ticks(ticks) => {
            for code in ticks.on.iter().filter(|code| !known.codes.contains(&**code)) {
                report(field, list, code, cell, sink);
            }
            for word in &ticks.other {
                report(field, list, word, cell, sink);
            }
        }
        Value::Text(word) => report(field, list, word, cell, sink),
        Value::Unreadable => report(field, list, &cell.written(), cell, sink),
        _ => {}
    }
}

fn report(field: &Field, list: &CodeList, word: &str, cell: &Cell, sink: &mut Sink<'_>) {
    let rule = if list.open {
        rule_codes::NOT_IN_OPEN_LIST
    } else {
        rule_codes::NOT_IN_LIST
    };
    let titles: Vec<&str> = list.codes.iter().take(6).map(|code| &*code.title).collect();
    let more = if list.codes.len() > titles.len() {
        "…"
    } else {
        ""
    };
    let mut finding = rule
        .at(field)
        .with("value", shortened(word))
        .with("list", &*list.title)
        .with("allowed", format!("{}{more}", titles.join("、")));
    let alone = !matches!(&cell.value, Value::Ticks(_)) && cell.written() == word;
    if let Some(title) = nearest(list, word).filter(|_| alone && !list.open) {
        finding.fix = Some(fix(FixSafety::Suggested, field, title));
    }
    sink.push(finding);
}

/// The only listed title that differs from the word by one character put in, left out or changed.
fn nearest<'l>(list: &'l CodeList, word: &str) -> Option<&'l str> {
    let word: Vec<char> = word.chars().collect();
    let close = |title: &str| word.len() > 1 && differs_by_one(&word, &title.chars().collect::<Vec<_>>());
    let mut near = list
        .codes
        .iter()
        .filter(|code| close(&code.title) || code.synonyms.iter().any(|synonym| close(synonym)));
    let first = near.next()?;
    near.next().is_none().then_some(&*first.title)
}

fn differs_by_one(a: &[char], b: &[char]) -> bool {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a[head..]
        .iter()
        .rev()
        .zip(b[head..].iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (left, right) = (a.len() - head - tail, b.len() - head - tail);
    left.max(right) == 1
}
