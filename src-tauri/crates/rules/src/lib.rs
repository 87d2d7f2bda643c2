//! Checks (检查): rule kinds, code checks, cross-field expressions, fixes and the working-day calendar.
//!
//! Pure: reads no file and asks no clock. Templates and code lists come in as data; findings go out without prose.

pub mod calendar;
pub mod codes;
#[cfg(test)]
mod testing;

pub use calendar::{Calendar, CalendarError, UnknownYear};
