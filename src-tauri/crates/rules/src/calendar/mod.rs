//! Working-day arithmetic over announced calendars (工作日历).
//!
//! The yearly 国务院办公厅 notice decides which days are off and which weekends are worked; a year
//! without a complete notice is unknown and is never guessed (data.md §4.4). Day 0 is the day of the
//! event and is not counted. Knows neither templates nor findings.

mod load;

use jiff::civil::{Date, Weekday};
pub use load::CalendarError;
use std::collections::{BTreeMap, BTreeSet};

/// Announced days off and make-up working days of several years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Days that differ from the plain week; true = worked.
    exceptions: BTreeMap<Date, bool>,
    /// Years whose notice is complete.
    years: BTreeSet<i16>,
}

/// The calendar of a year has not been announced (or is known to be incomplete): no answer can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no announced calendar for {year}")]
pub struct UnknownYear {
    /// The first year that is missing.
    pub year: i16,
}

impl Calendar {
    /// Reads one `assets/calendars/*.toml`; days are ISO dates or `from/to` spans.
    pub fn from_toml(text: &str) -> Result<Self, CalendarError> {
        load::calendar(text)
    }

    /// The years that can be counted in.
    pub fn years(&self) -> impl Iterator<Item = i16> + '_ {
        self.years.iter().copied()
    }

    /// Is this a working day?
    pub fn is_working_day(&self, day: Date) -> Result<bool, UnknownYear> {
        if !self.years.contains(&day.year()) {
            return Err(UnknownYear { year: day.year() });
        }
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        Ok(self.exceptions.get(&day).copied().unwrap_or(!weekend))
    }

    /// The `n`-th working day after `start`, which itself is not counted; `start` for 0.
    pub fn add_working_days(&self, start: Date, n: u32) -> Result<Date, UnknownYear> {
        let mut day = start;
        let mut left = n;
        while left > 0 {
            day = next(day)?;
            if self.is_working_day(day)? {
                left -= 1;
            }
        }
        Ok(day)
    }

    /// Working days after `start` up to and including `end`; negative when `end` lies before `start`.
    pub fn working_days_between(&self, start: Date, end: Date) -> Result<i64, UnknownYear> {
        let (first, last, sign) = if start <= end {
            (start, end, 1)
        } else {
            (end, start, -1)
        };
        let mut day = first;
        let mut count = 0;
        while day < last {
            day = next(day)?;
            count += i64::from(self.is_working_day(day)?);
        }
        Ok(sign * count)
    }
}

fn next(day: Date) -> Result<Date, UnknownYear> {
    day.tomorrow().map_err(|_| UnknownYear { year: day.year() })
}

#[cfg(test)]
mod tests;
