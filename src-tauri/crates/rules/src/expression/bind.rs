//! One row as the variables of an expression, made only when an expression asks for them.
//!
//! Text and single codes are strings, dates days since 1970-01-01, ticks bools (a blank one is false), lists lists of
//! codes; `HAS_x` answers `has(x)`.

use super::values::{LimitValue, NumberValue};
use cel::common::types::{CelBool, CelInt, CelList, CelNull, CelString};
use cel::common::value::{CowVal, Val};
use cel::context::VariableResolver;
use desk_model::{Cell, DatePrecision, Field, FieldName, FieldType, PartialDate, Ticks, Value};
use jiff::civil::{Date, date};
use std::cmp::Ordering;

/// Prefix of the variable that stands for `has(field)`; field names are lower-case, so it never clashes.
pub(super) const HAS: &str = "HAS_";

/// Fields of a template in column order, and their positions by name.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    pub(crate) fields: Vec<Field>,
    by_name: Vec<(FieldName, usize)>,
}

impl Columns {
    pub(crate) fn new(fields: &[Field]) -> Self {
        let mut by_name: Vec<_> = fields
            .iter()
            .enumerate()
            .map(|(at, field)| (field.name.clone(), at))
            .collect();
        by_name.sort();
        Self {
            fields: fields.to_vec(),
            by_name,
        }
    }

    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let at = self
            .by_name
            .binary_search_by(|(field, _)| field.as_str().cmp(name))
            .ok()?;
        Some(self.by_name[at].1)
    }

    /// The cells of a row in column order. Both sides are sorted by name, so one walk finds them all.
    pub(crate) fn cells<'p>(&self, payload: &'p desk_model::Payload) -> Vec<Option<&'p Cell>> {
        let mut cells = vec![None; self.fields.len()];
        let mut at = 0;
        for (name, cell) in &payload.cells {
            while let Some((field, column)) = self.by_name.get(at) {
                match field.as_str().cmp(name.as_str()) {
                    Ordering::Less => at += 1,
                    Ordering::Equal => {
                        cells[*column] = (!cell.is_blank()).then_some(cell);
                        at += 1;
                        break;
                    }
                    Ordering::Greater => break,
                }
            }
        }
        cells
    }
}

/// The variables of one row for one rule, which names only a few of them.
pub(super) struct RowVariables<'a> {
    pub(super) columns: &'a Columns,
    pub(super) cells: &'a [Option<&'a Cell>],
    pub(super) named: &'a [usize],
    pub(super) today: i64,
}

impl RowVariables<'_> {
    fn position(&self, name: &str) -> Option<usize> {
        let fields = &self.columns.fields;
        self.named
            .iter()
            .copied()
            .find(|at| fields[*at].name.as_str() == name)
    }
}

impl VariableResolver for RowVariables<'_> {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        if variable == "today" {
            return Some(CowVal::owned(CelInt::from(self.today)));
        }
        if let Some(name) = variable.strip_prefix(HAS) {
            let at = self.position(name)?;
            return Some(CowVal::owned(CelBool::from(says_something(self.cells[at]))));
        }
        let at = self.position(variable)?;
        Some(bound(&self.columns.fields[at], self.cells[at]))
    }
}

/// `has(x)`: something is written that the field can hold and that is not 无.
pub(super) fn says_something(cell: Option<&Cell>) -> bool {
    match cell.map(|cell| &cell.value) {
        Some(Value::Tick(on)) => *on,
        Some(Value::Ticks(Ticks { on, other })) => !on.is_empty() || !other.is_empty(),
        Some(Value::Codes(codes)) => !codes.is_empty(),
        Some(value) => value.is_present(),
        None => false,
    }
}

/// Can an expression read this cell without asking first? A blank tick is simply not ticked; a date without its day
/// cannot be compared.
pub(super) fn is_bound(field: &Field, cell: Option<&Cell>) -> bool {
    match cell.map(|cell| &cell.value) {
        None | Some(Value::Blank) => field.kind == FieldType::Tick,
        Some(Value::Date(date)) => date.precision() == DatePrecision::Day,
        Some(value) => value.is_present(),
    }
}

fn bound<'b>(field: &Field, cell: Option<&'b Cell>) -> CowVal<'b, 'b> {
    let Some(cell) = cell else {
        return match field.kind {
            FieldType::Tick => CowVal::owned(CelBool::from(false)),
            _ => CowVal::owned(CelNull),
        };
    };
    match &cell.value {
        Value::Text(_) if field.kind == FieldType::Tick => CowVal::owned(CelBool::from(true)),
        Value::Text(text) | Value::Reference(text) => CowVal::owned(CelString::from(&**text)),
        Value::Integer(n) => CowVal::owned(CelInt::from(*n)),
        Value::Decimal(number) => CowVal::owned(NumberValue {
            number: *number,
            unit: "",
            text: cell.written().into(),
        }),
        Value::Amount(amount) => CowVal::owned(NumberValue {
            number: amount.yuan().unwrap_or(amount.number),
            unit: amount.unit.title(),
            text: cell.written().into(),
        }),
        Value::Date(date) if date.precision() == DatePrecision::Day => {
            CowVal::owned(CelInt::from(day_number(*date)))
        }
        Value::Tick(on) => CowVal::owned(CelBool::from(*on)),
        Value::Ticks(ticks) => list(ticks.on.iter().chain(&ticks.other)),
        Value::Codes(codes) if field.kind == FieldType::Code => {
            CowVal::owned(CelString::from(codes.first().map_or("", |code| &**code)))
        }
        Value::Codes(codes) => list(codes.iter()),
        Value::TimeLimit(limit) => CowVal::owned(LimitValue {
            limit: *limit,
            text: cell.written().into(),
        }),
        Value::Blank | Value::NotApplicable | Value::Unreadable | Value::Date(_) => CowVal::owned(CelNull),
    }
}

fn list<'b>(codes: impl Iterator<Item = &'b Box<str>>) -> CowVal<'b, 'b> {
    let codes = codes.map(|code| Box::new(CelString::from(&**code)) as Box<dyn Val + 'b>);
    CowVal::owned(CelList::from(codes.collect::<Vec<_>>()))
}

/// Days since 1970-01-01.
fn day_number(day: PartialDate) -> i64 {
    let (year, month, day) = day.ymd();
    let signed = |part: u8| i8::try_from(part).unwrap_or(1);
    Date::new(year, signed(month), signed(day)).map_or(0, civil_day_number)
}

/// Days since 1970-01-01 of a civil date.
pub(super) fn civil_day_number(day: Date) -> i64 {
    let epoch = date(1970, 1, 1);
    i64::from((day - epoch).get_days())
}

/// The civil date of a day number; `None` beyond the calendar.
pub(super) fn civil_day(number: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(number).ok()?;
    date(1970, 1, 1).checked_add(span).ok()
}
