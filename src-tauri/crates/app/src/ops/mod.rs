//! Use cases, one file per area; the window and the terminal call the same functions.

pub mod care;
pub mod catalogues;
pub mod check;
pub mod entries;
pub mod fix;
pub mod import;
pub mod log;
pub mod offices;
pub mod reading;
pub mod search;
pub mod templates;
