//! The library as its callers see it; one file per concern.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

mod journal;
mod laws;
mod opening;
mod search;
mod support;
