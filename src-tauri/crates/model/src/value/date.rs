//! Dates with the precision somebody wrote: 2024年, 2024年5月, 2024年5月3日.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// How much of a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DatePrecision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// A full date.
    Day,
}

/// A Gregorian date; month and day are 1 where they were not written.
/// Text form (also on the wire): ISO 8601 `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: i16,
    month: u8,
    day: u8,
    precision: DatePrecision,
}

/// The text is not an ISO date that exists.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date: {0}")]
pub struct NotADate(pub String);

impl PartialDate {
    /// A year between 1 and 9999.
    pub fn year_only(year: i16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self {
            year,
            month: 1,
            day: 1,
            precision: DatePrecision::Year,
        })
    }

    /// A month that exists.
    pub fn year_month(year: i16, month: u8) -> Option<Self> {
        Self::year_only(year)?;
        (1..=12).contains(&month).then_some(Self {
            year,
            month,
            day: 1,
            precision: DatePrecision::Month,
        })
    }

    /// A day that exists in the Gregorian calendar.
    pub fn day(year: i16, month: u8, day: u8) -> Option<Self> {
        Self::year_month(year, month)?;
        (1..=days_in_month(year, month)).contains(&day).then_some(Self {
            year,
            month,
            day,
            precision: DatePrecision::Day,
        })
    }

    /// Year, month, day; parts that were not written are 1.
    pub fn ymd(self) -> (i16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// How much was written.
    pub fn precision(self) -> DatePrecision {
        self.precision
    }
}

fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            DatePrecision::Year => write!(f, "{:04}", self.year),
            DatePrecision::Month => write!(f, "{:04}-{:02}", self.year, self.month),
            DatePrecision::Day => write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day),
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let parsed = || -> Option<Self> {
            let mut parts = text.split('-');
            let year = digits(parts.next()?, 4)?;
            let year = i16::try_from(year).ok()?;
            let date = match (parts.next(), parts.next()) {
                (None, _) => Self::year_only(year),
                (Some(month), None) => Self::year_month(year, u8::try_from(digits(month, 2)?).ok()?),
                (Some(month), Some(day)) => Self::day(
                    year,
                    u8::try_from(digits(month, 2)?).ok()?,
                    u8::try_from(digits(day, 2)?).ok()?,
                ),
            };
            date.filter(|_| parts.next().is_none())
        };
        parsed().ok_or_else(|| NotADate(text.to_owned()))
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
