//! Use cases over one library: what the window and the terminal can do, without knowing either.
//!
//! `ops` holds the use cases, `api` the shapes that cross to the window, `session` the one write path.

pub mod api;
pub mod assets;
pub mod commands;
pub mod data;
pub mod desk;
pub mod job;
pub mod offices;
pub mod ops;
pub mod reader;
pub mod session;
pub mod words;
