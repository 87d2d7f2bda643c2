//! Range of a number or amount (取值范围), and the fewest ticks or codes.
//!
//! What: below `minimum`, above `maximum`, or fewer items than `min_items`. Amounts are compared exactly, in the unit of
//! the field. Example: no channel ticked. Fix: none.

use crate::row::Sink;
use crate::rule_codes;
use desk_model::{Amount, AmountUnit, Cell, Field, Value};
use rust_decimal::Decimal;

pub(crate) fn check(field: &Field, cell: &Cell, sink: &mut Sink<'_>) {
    check_items(field, cell, sink);
    let limits = &field.constraints;
    if limits.minimum.is_none() && limits.maximum.is_none() {
        return;
    }
    let Some(number) = number(field, &cell.value) else {
        return;
    };
    if let Some(min) = limits.minimum.filter(|min| number < *min) {
        let finding = rule_codes::TOO_SMALL.at(field).with("value", cell.written());
        sink.push(finding.with("limit", min.to_string()));
    }
    if let Some(max) = limits.maximum.filter(|max| number > *max) {
        let finding = rule_codes::TOO_LARGE.at(field).with("value", cell.written());
        sink.push(finding.with("limit", max.to_string()));
    }
}

fn check_items(field: &Field, cell: &Cell, sink: &mut Sink<'_>) {
    let Some(min) = field.constraints.min_items else {
        return;
    };
    let items = match &cell.value {
        Value::Ticks(ticks) => ticks.on.len() + ticks.other.len(),
        Value::Codes(codes) => codes.len(),
        _ => return,
    };
    if items < min as usize {
        sink.push(rule_codes::TOO_FEW.at(field).with("limit", min.to_string()));
    }
}

fn number(field: &Field, value: &Value) -> Option<Decimal> {
    match value {
        Value::Integer(n) => Some(Decimal::from(*n)),
        Value::Decimal(d) => Some(*d),
        Value::Amount(amount) => in_unit(field, *amount),
        _ => None,
    }
}

fn in_unit(field: &Field, amount: Amount) -> Option<Decimal> {
    let unit = field
        .unit
        .as_deref()
        .and_then(AmountUnit::parse)
        .unwrap_or(amount.unit);
    amount.yuan()?.checked_div(unit.in_yuan())
}
