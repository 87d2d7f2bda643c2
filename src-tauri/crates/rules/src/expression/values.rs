//! Values that expressions see where CEL has none of its own: time limits and exact numbers.
//!
//! CEL knows no decimals, so an amount or decimal stays one of ours: it can be compared with numbers and with another
//! amount, exactly, and cannot be added up (sums are Rust rule kinds).

use cel::ExecutionError;
use cel::common::traits::{Comparer, Indexer};
use cel::common::types::{CelBool, CelDouble, CelInt, CelString, Kind, Type};
use cel::common::value::{CowVal, StaticVal, Val};
use desk_model::{LimitUnit, TimeLimit};
use rust_decimal::Decimal;
use std::any::Any;
use std::cmp::Ordering;
use std::str::FromStr;

static LIMIT_TYPE: Type = Type::simple_type(Kind::Opaque, "time_limit");
static NUMBER_TYPE: Type = Type::simple_type(Kind::Opaque, "exact_number");

/// A time limit: `.days` (comparable working days), `.n`, `.unit`, `.text`, `.instant`.
#[derive(Debug, Clone)]
pub(super) struct LimitValue {
    pub(super) limit: TimeLimit,
    pub(super) text: Box<str>,
}

/// An exact number: compares with ints, doubles and its like; `.unit` and `.text` for amounts.
#[derive(Debug, Clone)]
pub(super) struct NumberValue {
    pub(super) number: Decimal,
    pub(super) unit: &'static str,
    pub(super) text: Box<str>,
}

/// The word of a unit in expressions, as in stored values.
pub(super) fn unit_word(unit: LimitUnit) -> &'static str {
    match unit {
        LimitUnit::Instant => "instant",
        LimitUnit::Minute => "minute",
        LimitUnit::Hour => "hour",
        LimitUnit::WorkingDay => "working_day",
        LimitUnit::Day => "day",
        LimitUnit::Week => "week",
        LimitUnit::Month => "month",
        LimitUnit::Year => "year",
    }
}

fn key(index: &dyn Val) -> Result<&str, ExecutionError> {
    index
        .downcast_ref::<CelString<'_>>()
        .map(CelString::inner)
        .ok_or_else(|| ExecutionError::UnexpectedType {
            got: index.get_type().name().to_owned(),
            want: "string".to_owned(),
        })
}

impl Indexer for LimitValue {
    fn get<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
        Ok(match key(index)? {
            "days" => CowVal::owned(CelDouble::from(self.limit.comparable_working_days())),
            "n" => CowVal::owned(CelInt::from(i64::from(self.limit.n))),
            "unit" => CowVal::owned(CelString::from(unit_word(self.limit.unit))),
            "text" => CowVal::owned(CelString::from(self.text.to_string())),
            "instant" => CowVal::owned(CelBool::from(self.limit.unit == LimitUnit::Instant)),
            other => return Err(ExecutionError::no_such_key(other)),
        })
    }

    fn steal<'v>(self: Box<Self>, index: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        self.get(index).map(CowVal::into_owned)
    }
}

impl Indexer for NumberValue {
    fn get<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
        Ok(match key(index)? {
            "unit" => CowVal::owned(CelString::from(self.unit)),
            "text" => CowVal::owned(CelString::from(self.text.to_string())),
            other => return Err(ExecutionError::no_such_key(other)),
        })
    }

    fn steal<'v>(self: Box<Self>, index: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        self.get(index).map(CowVal::into_owned)
    }
}

impl NumberValue {
    fn ordering(&self, other: &dyn Val) -> Option<Ordering> {
        let other = if let Some(int) = other.downcast_ref::<CelInt>() {
            Decimal::from(*int.inner())
        } else if let Some(double) = other.downcast_ref::<CelDouble>() {
            // The shortest decimal of a literal is the one that was written.
            Decimal::from_str(&double.inner().to_string()).ok()?
        } else {
            other.downcast_ref::<Self>()?.number
        };
        Some(self.number.cmp(&other))
    }
}

impl Comparer for NumberValue {
    fn compare(&self, other: &dyn Val) -> Result<Ordering, ExecutionError> {
        self.ordering(other)
            .ok_or_else(|| ExecutionError::UnexpectedType {
                got: other.get_type().name().to_owned(),
                want: "number".to_owned(),
            })
    }
}

impl Val for NumberValue {
    fn get_type(&self) -> &Type {
        Self::cel_type()
    }

    fn cel_type() -> &'static Type {
        &NUMBER_TYPE
    }

    fn as_comparer(&self) -> Option<&dyn Comparer> {
        Some(self)
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn equals(&self, other: &dyn Val) -> bool {
        self.ordering(other) == Some(Ordering::Equal)
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(self.clone())
    }

    fn as_any(&self) -> Option<&dyn Any> {
        Some(self)
    }
}

impl StaticVal for NumberValue {}

impl Val for LimitValue {
    fn get_type(&self) -> &Type {
        Self::cel_type()
    }

    fn cel_type() -> &'static Type {
        &LIMIT_TYPE
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn equals(&self, other: &dyn Val) -> bool {
        other
            .downcast_ref::<Self>()
            .is_some_and(|other| other.limit == self.limit)
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(self.clone())
    }

    fn as_any(&self) -> Option<&dyn Any> {
        Some(self)
    }
}

impl StaticVal for LimitValue {}
