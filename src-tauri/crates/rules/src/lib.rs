//! Checks (检查): rule kinds, code checks, cross-field expressions, fixes and the working-day calendar.
//!
//! Pure: reads no file and asks no clock. Templates, code lists and calendars come in as data, findings go out without
//! prose (`message` is a key of `assets/locales`). [`RuleSet::compile`] once for a template version, then
//! [`check_catalogue`] over a stream of rows, or [`RuleSet::resume`] and [`Check::edited`] for one edited row.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test that panics has failed"))]

pub mod calendar;
mod check;
pub mod codes;
mod error;
mod expression;
pub mod fixes;
mod guard;
mod kinds;
mod row;
pub mod rule_codes;
mod rule_set;
mod shared;
#[cfg(test)]
mod testing;

pub use calendar::{Calendar, CalendarError, UnknownYear};
pub use check::{Check, Keys, Outcome, Stopped, check_catalogue};
pub use error::LoadError;
pub use expression::ExpressionProblem;
pub use row::RowView;
pub use rule_set::RuleSet;
