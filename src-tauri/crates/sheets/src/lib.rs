//! Spreadsheets in (DESIGN §3, steps 1–2): read cells by content, find the tables, read their records.
//!
//! Nothing here trusts a file name or a declared sheet dimension, and nothing a file held is dropped
//! silently: every non-empty row below a header is a record or is left out with a reason.

#![cfg_attr(
    test,
    expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")
)]

pub mod cells;
pub mod convert;
pub mod delimited;
mod html;
pub mod locate;
mod ods;
pub mod open;
pub mod recognise;
pub mod wire;
mod xlsx_sheets;
mod xml;
mod xml_2003;

pub use cells::{Merge, Row, Sheet};
pub use locate::{Head, LeftOut, Message, Reason, Record, Table, each, tables};
pub use open::{Limits, OpenError, open};
