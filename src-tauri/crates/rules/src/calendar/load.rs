//! Reading a calendar file.

use super::Calendar;
use jiff::civil::Date;
use serde::Deserialize;

/// Why a calendar file cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CalendarError {
    /// Not TOML, or keys the format does not know.
    #[error("{0}")]
    Syntax(#[from] toml::de::Error),
    /// A day or span is not an ISO date.
    #[error("{year}: not a day or span: {text}")]
    Day {
        /// Year of the notice.
        year: i16,
        /// What was written.
        text: Box<str>,
    },
    /// A day is both off and worked, or stands twice.
    #[error("{year}: {day} is listed twice")]
    Twice {
        /// Year of the notice.
        year: i16,
        /// The day.
        day: Date,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "id")]
    _id: Box<str>,
    #[serde(rename = "title")]
    _title: Box<str>,
    #[serde(rename = "source")]
    _source: Box<str>,
    #[serde(rename = "year", default)]
    years: Vec<Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    #[serde(rename = "year")]
    number: i16,
    #[serde(default = "complete")]
    complete: bool,
    #[serde(default)]
    off: Vec<Box<str>>,
    #[serde(default)]
    work: Vec<Box<str>>,
}

fn complete() -> bool {
    true
}

pub(super) fn calendar(text: &str) -> Result<Calendar, CalendarError> {
    let file: File = toml::from_str(text)?;
    let mut calendar = Calendar::default();
    for year in &file.years {
        for (list, worked) in [(&year.off, false), (&year.work, true)] {
            for span in list {
                add(&mut calendar, year.number, span, worked)?;
            }
        }
        if year.complete {
            calendar.years.insert(year.number);
        }
    }
    Ok(calendar)
}

fn add(calendar: &mut Calendar, year: i16, text: &str, worked: bool) -> Result<(), CalendarError> {
    let bad = || CalendarError::Day {
        year,
        text: text.into(),
    };
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    let first: Date = first.parse().map_err(|_| bad())?;
    let last: Date = last.parse().map_err(|_| bad())?;
    if last < first {
        return Err(bad());
    }
    let mut day = first;
    loop {
        if calendar.exceptions.insert(day, worked).is_some() {
            return Err(CalendarError::Twice { year, day });
        }
        if day == last {
            return Ok(());
        }
        day = day.tomorrow().map_err(|_| bad())?;
    }
}
