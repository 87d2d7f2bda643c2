//! The JSON of a value: text is a bare string (most cells are text), everything else names its kind.
//! This form is stored, hashed and sent between processes; it must stay readable for ever.

use super::{Amount, PartialDate, Ticks, TimeLimit, Value};
use rust_decimal::Decimal;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Tagged {
    NotApplicable(()),
    Unreadable(()),
    Decimal(Decimal),
    Date(PartialDate),
    Ticks(Ticks),
    Codes(Vec<Box<str>>),
    TimeLimit(TimeLimit),
    Amount(Amount),
    Reference(Box<str>),
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tagged = match self {
            Self::Blank => return serializer.serialize_unit(),
            Self::Text(text) => return serializer.serialize_str(text),
            Self::Integer(n) => return serializer.serialize_i64(*n),
            Self::Tick(on) => return serializer.serialize_bool(*on),
            Self::NotApplicable => Tagged::NotApplicable(()),
            Self::Unreadable => Tagged::Unreadable(()),
            Self::Decimal(d) => Tagged::Decimal(*d),
            Self::Date(d) => Tagged::Date(*d),
            Self::Ticks(t) => Tagged::Ticks(t.clone()),
            Self::Codes(c) => Tagged::Codes(c.clone()),
            Self::TimeLimit(l) => Tagged::TimeLimit(*l),
            Self::Amount(a) => Tagged::Amount(*a),
            Self::Reference(r) => Tagged::Reference(r.clone()),
        };
        tagged.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// Reads a value in one pass: an untagged enum would try every shape in turn, for every cell of a library.
pub(crate) struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, a truth value, a whole number, a text or one tagged value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Blank)
    }

    fn visit_bool<E>(self, on: bool) -> Result<Value, E> {
        Ok(Value::Tick(on))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Integer(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        i64::try_from(number).map(Value::Integer).map_err(E::custom)
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let tag = map
            .next_key::<Tag>()?
            .ok_or_else(|| de::Error::missing_field("tag"))?;
        tag.read(&mut map)
    }
}

/// The word that names a tagged value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Tag {
    NotApplicable,
    Unreadable,
    Decimal,
    Date,
    Ticks,
    Codes,
    TimeLimit,
    Amount,
    Reference,
}

impl Tag {
    /// The value behind a tag just read.
    pub(crate) fn read<'de, A: MapAccess<'de>>(self, map: &mut A) -> Result<Value, A::Error> {
        Ok(match self {
            Self::NotApplicable => map.next_value::<()>().map(|()| Value::NotApplicable)?,
            Self::Unreadable => map.next_value::<()>().map(|()| Value::Unreadable)?,
            Self::Decimal => Value::Decimal(map.next_value()?),
            Self::Date => Value::Date(map.next_value()?),
            Self::Ticks => Value::Ticks(map.next_value()?),
            Self::Codes => Value::Codes(map.next_value()?),
            Self::TimeLimit => Value::TimeLimit(map.next_value()?),
            Self::Amount => Value::Amount(map.next_value()?),
            Self::Reference => Value::Reference(map.next_value()?),
        })
    }
}
