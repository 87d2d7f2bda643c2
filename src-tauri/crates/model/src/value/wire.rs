//! The JSON of a value: text is a bare string (most cells are text), everything else names its kind.
//! This form is stored, hashed and sent between processes; it must stay readable for ever.

use super::{Amount, PartialDate, Ticks, TimeLimit, Value};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
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

#[derive(Deserialize)]
#[serde(untagged)]
enum Wire {
    Blank(()),
    Tick(bool),
    Integer(i64),
    Text(Box<str>),
    Tagged(Tagged),
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
        Ok(match Wire::deserialize(deserializer)? {
            Wire::Blank(()) => Self::Blank,
            Wire::Tick(on) => Self::Tick(on),
            Wire::Integer(n) => Self::Integer(n),
            Wire::Text(text) => Self::Text(text),
            Wire::Tagged(tagged) => match tagged {
                Tagged::NotApplicable(()) => Self::NotApplicable,
                Tagged::Unreadable(()) => Self::Unreadable,
                Tagged::Decimal(d) => Self::Decimal(d),
                Tagged::Date(d) => Self::Date(d),
                Tagged::Ticks(t) => Self::Ticks(t),
                Tagged::Codes(c) => Self::Codes(c),
                Tagged::TimeLimit(l) => Self::TimeLimit(l),
                Tagged::Amount(a) => Self::Amount(a),
                Tagged::Reference(r) => Self::Reference(r),
            },
        })
    }
}
