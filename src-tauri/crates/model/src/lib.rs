//! The field's own words as types: ids, values, templates, entries and findings (DESIGN §1, §4a, §5).
//!
//! This crate is pure: it reads no file, asks no clock and knows neither SQLite nor spreadsheets.
//! Everything here can be serialised, because the same types travel between the reader program,
//! the store and the exports.

#![cfg_attr(
    test,
    expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")
)]

pub mod code_list;
pub mod entry;
pub mod finding;
pub mod ids;
pub mod place;
pub mod template;
pub mod value;

pub use code_list::{Code, CodeList, CodeLists};
pub use entry::{Cell, Payload};
pub use finding::{Basis, Finding, Fix, FixSafety, Severity};
pub use ids::{CatalogueId, EntryId, FieldName, OfficeCode, OpId, TemplateId, TemplateKey};
pub use place::{CellAddress, column_letters, column_number};
pub use template::{Field, FieldType, Privacy, RuleSpec, Template, TemplateError};
pub use value::{Amount, AmountUnit, Anchor, DatePrecision, LimitUnit, PartialDate, Ticks, TimeLimit, Value};
