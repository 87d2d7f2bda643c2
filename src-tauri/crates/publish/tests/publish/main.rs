//! Packages are written, proved, tampered with and read back by other programs.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

mod outside;
mod package;
mod pages;
mod support;
mod workbook;
