//! Typed values (DESIGN §4a): what a cell means, beside the text it was read from.
//!
//! Three kinds of nothing are different facts: [`Value::Blank`] (nobody wrote anything),
//! [`Value::NotApplicable`] (somebody wrote 无 or `/`) and [`Value::Unreadable`] (somebody wrote
//! something that this field cannot hold; the source text is kept beside it).

mod amount;
mod date;
mod limit;
pub(crate) mod wire;

pub use amount::{Amount, AmountUnit};
pub use date::{DatePrecision, PartialDate};
pub use limit::{Anchor, LimitUnit, TimeLimit};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The channels or options ticked in a ■/□ list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ticks {
    /// Codes of the ticked options that the field's code list knows, in the order of the list.
    pub on: Vec<Box<str>>,
    /// Ticked options outside the code list, as written (also the free text after 其他).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<Box<str>>,
}

/// What one field of one entry holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    /// Nothing was written.
    #[default]
    Blank,
    /// 无, `/`, `--`: there is none, and somebody said so.
    NotApplicable,
    /// Written, but not understood; the source text stands in [`crate::Cell::text`].
    Unreadable,
    /// Plain text or Markdown.
    Text(Box<str>),
    /// A whole number.
    Integer(i64),
    /// An exact decimal, e.g. a share or a rate.
    Decimal(Decimal),
    /// A date with the precision that was written.
    Date(PartialDate),
    /// One √ column: ticked or not.
    Tick(bool),
    /// A ■/□ list.
    Ticks(Ticks),
    /// One code or several of a code list.
    Codes(Vec<Box<str>>),
    /// A time limit such as 20 个工作日.
    TimeLimit(TimeLimit),
    /// Money with its unit.
    Amount(Amount),
    /// The id of another thing (an office, an item code).
    Reference(Box<str>),
}

impl Value {
    /// Text, or [`Value::Blank`] when it is empty.
    pub fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Blank
        } else {
            Self::Text(text.into())
        }
    }

    /// True when nothing was written.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// True when the value says something: neither blank, nor 无, nor unreadable.
    pub fn is_present(&self) -> bool {
        !matches!(self, Self::Blank | Self::NotApplicable | Self::Unreadable)
    }

    /// The plain text of a text or reference.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Reference(text) => Some(text),
            _ => None,
        }
    }

    /// The canonical form that people and files see when no source text is kept.
    /// Codes stay codes here; titles come from the code list (see `Field::display`).
    pub fn canonical(&self) -> String {
        match self {
            Self::Blank | Self::Unreadable => String::new(),
            Self::NotApplicable => "无".to_owned(),
            Self::Text(text) | Self::Reference(text) => text.to_string(),
            Self::Integer(n) => n.to_string(),
            Self::Decimal(d) => d.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Tick(on) => if *on { "√" } else { "" }.to_owned(),
            Self::Ticks(ticks) => ticks
                .on
                .iter()
                .chain(&ticks.other)
                .map(AsRef::as_ref)
                .collect::<Vec<_>>()
                .join(";"),
            Self::Codes(codes) => codes.join(";"),
            Self::TimeLimit(limit) => limit.to_string(),
            Self::Amount(amount) => amount.to_string(),
        }
    }
}

#[cfg(test)]
mod tests;
