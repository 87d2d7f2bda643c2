//! Written codes (代码校验): the field's `check` names the kind of code.
//!
//! What: a code with a wrong length, character, check digit or prefix. Why: it points at another body, document or
//! number. Example: 91350100M000100Y4Z. Fix: brackets of a 文号 are put right safely; a check character is never guessed,
//! because any of the other 17 may be the wrong one. Each code's own rules stand in [`crate::codes`].

use crate::codes::doc_number::DocNumberError;
use crate::codes::phone::PhoneError;
use crate::codes::uscc::UsccError;
use crate::codes::{division, doc_number, half_width, index_number, item_code, org_code, phone, uscc};
use crate::row::{Sink, fix, shortened};
use crate::rule_codes;
use crate::shared::CodeTables;
use desk_model::{Field, FixSafety};

use desk_model::template::Check;

pub(crate) fn check(field: &Field, check: Check, text: &str, tables: &CodeTables, sink: &mut Sink<'_>) {
    match check {
        Check::Uscc => check_uscc(field, text, tables, sink),
        Check::OrgCode => check_org_code(field, text, sink),
        Check::DivisionCode => check_division(field, text, tables, sink),
        Check::DocNumber => check_doc_number(field, text, sink),
        Check::Phone => check_phone(field, text, tables, sink),
        Check::IndexNumber => {
            if index_number::check(&half_width(text)).is_err() {
                sink.value(&rule_codes::INDEX_NUMBER, field, text);
            }
        }
        Check::ItemCode => check_item_code(field, text, sink),
    }
}

fn check_uscc(field: &Field, text: &str, tables: &CodeTables, sink: &mut Sink<'_>) {
    let code = uscc::normal(text);
    match uscc::check(&code, &tables.registrars) {
        Ok(()) => check_uscc_parts(field, &code, tables, sink),
        Err(UsccError::CheckCharacter { .. }) => sink.value(&rule_codes::USCC_CHECK, field, text),
        Err(UsccError::Registrar) => sink.value(&rule_codes::USCC_REGISTRAR, field, text),
        Err(UsccError::Length { found }) => {
            let finding = rule_codes::USCC_FORM.at(field).with("value", shortened(text));
            sink.push(finding.with("length", found.to_string()));
        }
        Err(UsccError::Character { .. }) => {
            let finding = rule_codes::USCC_FORM.at(field).with("value", shortened(text));
            sink.push(finding.with("length", "18"));
        }
    }
}

fn check_uscc_parts(field: &Field, code: &str, tables: &CodeTables, sink: &mut Sink<'_>) {
    let known = uscc::division(code).is_some_and(|part| division::check(part, &tables.provinces).is_ok());
    if !known {
        sink.value(&rule_codes::USCC_DIVISION, field, code);
    }
    if uscc::embedded_org_code(code).is_some() {
        sink.value(&rule_codes::USCC_ORG_CODE, field, code);
    }
}

fn check_org_code(field: &Field, text: &str, sink: &mut Sink<'_>) {
    match org_code::check(&uscc::normal(text)) {
        Ok(()) => {}
        Err(org_code::OrgCodeError::Form) => sink.value(&rule_codes::ORG_CODE_FORM, field, text),
        Err(org_code::OrgCodeError::CheckCharacter { .. }) => {
            sink.value(&rule_codes::ORG_CODE_CHECK, field, text);
        }
    }
}

fn check_division(field: &Field, text: &str, tables: &CodeTables, sink: &mut Sink<'_>) {
    let code = half_width(text);
    match division::check(&code, &tables.provinces) {
        Err(division::DivisionError::Form) => sink.value(&rule_codes::DIVISION_FORM, field, text),
        Err(division::DivisionError::Province) => sink.value(&rule_codes::DIVISION_PROVINCE, field, text),
        Ok(()) if division::is_statistical_only(&code, &tables.statistical) => {
            sink.value(&rule_codes::DIVISION_STATISTICAL, field, text);
        }
        Ok(()) => {}
    }
}

fn check_doc_number(field: &Field, text: &str, sink: &mut Sink<'_>) {
    for number in doc_number::split(text) {
        let (rule, repair) = match doc_number::check(number) {
            Ok(()) => continue,
            Err(DocNumberError::Brackets { to }) => {
                (rule_codes::DOC_NUMBER_BRACKETS, Some((FixSafety::Safe, to)))
            }
            Err(DocNumberError::Ordinal { to }) => {
                (rule_codes::DOC_NUMBER_ORDINAL, Some((FixSafety::Suggested, to)))
            }
            Err(DocNumberError::ShortYear | DocNumberError::Form) => (rule_codes::DOC_NUMBER_FORM, None),
        };
        let mut finding = rule.at(field).with("value", shortened(number));
        finding.fix = repair.map(|(safety, to)| match safety {
            FixSafety::Safe => fix(safety, field, super::text_quality::clean(text)),
            other => fix(other, field, text.replacen(number, &to, 1)),
        });
        sink.push(finding);
    }
}

fn check_phone(field: &Field, text: &str, tables: &CodeTables, sink: &mut Sink<'_>) {
    match phone::check(text, &tables.service_numbers, &tables.short_areas) {
        Ok(()) => {}
        Err(PhoneError::None) => sink.value(&rule_codes::PHONE_FORM, field, text),
        Err(PhoneError::Form { part }) => sink.value(&rule_codes::PHONE_FORM, field, &part),
        Err(PhoneError::NoAreaCode { part }) => sink.value(&rule_codes::PHONE_AREA, field, &part),
    }
}

fn check_item_code(field: &Field, text: &str, sink: &mut Sink<'_>) {
    let code = half_width(text);
    if item_code::check(&code).is_err() {
        let length = code.chars().count().to_string();
        let finding = rule_codes::ITEM_CODE.at(field).with("value", shortened(text));
        sink.push(finding.with("length", length));
    }
}
