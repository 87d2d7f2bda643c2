//! Personal data guard (个人信息), first version.
//!
//! What: ID numbers (with a right check character and date), mobile numbers and bank card numbers inside text, also in
//! full-width digits or with blanks and hyphens between the digits. Why: they must not be published. A valid credit code
//! never hides an ID number; telephone numbers of offices are fine where a field is for them, and landlines everywhere.
//! Example: 申请人身份证号430902190001010019 in 备注. Fix: suggested, the digits are replaced by `*` for good.
//! Source: 国令第711号第十五条, data.md §9. Findings show the masked number only.

mod digits;

use crate::codes::{bank_card, identity};
use crate::kinds::text_quality::Traits;
use crate::row::{Sink, fix};
use crate::rule_codes::{self, RuleCode};
use crate::shared::CodeTables;
use desk_model::template::Check;
use desk_model::{Field, FixSafety, Privacy};
pub(crate) use digits::Scratch;
use digits::{Group, Number};

/// The fewest digits that can hold personal data.
const FEWEST_DIGITS: u32 = 11;
/// The fewest digits of an ID number or card, where mobile numbers are allowed.
const FEWEST_DIGITS_OF_ID: u32 = 15;

/// A found number: which rule, and where it stands in the text.
struct Found<'r> {
    rule: &'r RuleCode,
    from: usize,
    to: usize,
}

pub(crate) fn check(
    field: &Field,
    traits: Traits,
    text: &str,
    tables: &CodeTables,
    scratch: &mut Scratch,
    sink: &mut Sink<'_>,
) {
    let phones = field.privacy == Privacy::OfficeContact || field.check == Some(Check::Phone);
    let fewest = if phones {
        FEWEST_DIGITS_OF_ID
    } else {
        FEWEST_DIGITS
    };
    if traits.digits < fewest {
        return;
    }
    scratch.read(text);
    let mut at = 0;
    while at < scratch.groups().len() {
        let groups = &scratch.groups()[at..];
        let found = find(groups, scratch, tables, field.check.is_some(), !phones);
        match found {
            Some((found, used)) => {
                report(field, text, &found, sink);
                at += used;
            }
            None => at += 1,
        }
    }
}

/// The personal number that begins with the first group, and how many groups it takes.
fn find<'r>(
    groups: &[Group],
    scratch: &Scratch,
    tables: &CodeTables,
    is_code: bool,
    mobiles: bool,
) -> Option<(Found<'r>, usize)> {
    let mut number = Number::default();
    for (taken, group) in groups.iter().enumerate() {
        if (taken > 0 && !group.joined) || !number.push(scratch.digits(group)) {
            return None;
        }
        let used = taken + 1;
        let rule = rule_for(&number, group, &groups[..used], tables, is_code, mobiles);
        if let Some((rule, to)) = rule {
            let from = groups[0].from;
            return Some((Found { rule, from, to }, used));
        }
    }
    None
}

fn rule_for<'r>(
    number: &Number,
    last: &Group,
    groups: &[Group],
    tables: &CodeTables,
    is_code: bool,
    mobiles: bool,
) -> Option<(&'r RuleCode, usize)> {
    let whole = !groups.last().is_some_and(|group| group.letter_after);
    match number.as_str().len() {
        17 if last.check_x => {
            let with_x = number.with_x();
            (identity::check(&with_x).is_ok()).then_some((&rule_codes::ID_NUMBER, last.to_with_x))
        }
        18 if whole && identity::check(number.as_str()).is_ok() => Some((&rule_codes::ID_NUMBER, last.to)),
        16..=19
            if whole
                && !is_code
                && card_shape(groups)
                && bank_card::is_card(number.as_str(), &tables.card_issuers) =>
        {
            Some((&rule_codes::BANK_CARD, last.to))
        }
        15 if whole && !is_code && groups.len() == 1 && identity::is_first_generation(number.as_str()) => {
            tables
                .provinces
                .by_code(&number.as_str()[..2])
                .map(|_| (&rule_codes::OLD_ID_NUMBER, last.to))
        }
        11 if whole
            && mobiles
            && !is_code
            && !groups[0].letter_before
            && is_mobile(number.as_str(), groups) =>
        {
            Some((&rule_codes::MOBILE_NUMBER, last.to))
        }
        _ => None,
    }
}

fn is_mobile(digits: &str, groups: &[Group]) -> bool {
    let bytes = digits.as_bytes();
    bytes[0] == b'1'
        && (b'3'..=b'9').contains(&bytes[1])
        && match groups {
            [_] => true,
            [a, b, _] => a.length == 3 && matches!(b.length, 3..=5),
            [_, _] => groups[0].length == 3 || groups[0].length == 7,
            many => many.iter().all(|group| group.length == 1),
        }
}

/// One run, or groups of four.
fn card_shape(groups: &[Group]) -> bool {
    groups.len() == 1 || groups[..groups.len() - 1].iter().all(|group| group.length == 4)
}

fn report(field: &Field, text: &str, found: &Found<'_>, sink: &mut Sink<'_>) {
    let masked = masked(&text[found.from..found.to]);
    let mut finding = found.rule.at(field).with("value", masked.as_str());
    let to = format!("{}{masked}{}", &text[..found.from], &text[found.to..]);
    finding.fix = Some(fix(FixSafety::Suggested, field, to));
    sink.push(finding);
}

/// The first three characters and the last two digits stay; the rest becomes `*`.
fn masked(number: &str) -> String {
    let digits = number.chars().filter(|c| is_number_char(*c)).count();
    let mut at = 0;
    let mask = |c: char| {
        if !is_number_char(c) {
            return c;
        }
        at += 1;
        if at <= 3 || at + 2 > digits { c } else { '*' }
    };
    number.chars().map(mask).collect()
}

fn is_number_char(c: char) -> bool {
    matches!(crate::codes::narrow(c), '0'..='9' | 'x' | 'X')
}

#[cfg(test)]
mod tests;
