//! Use cases, one file per area; the window and the terminal call the same functions.

pub mod batch;
pub mod care;
pub mod catalogues;
pub mod check;
pub mod edit;
pub mod entries;
pub mod findings;
pub mod fix;
pub mod grid;
pub mod home;
pub mod import;
pub mod log;
pub mod offices;
pub mod publishing;
pub mod reading;
pub mod samples;
pub mod search;
pub mod templates;
