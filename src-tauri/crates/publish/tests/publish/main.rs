//! Packages are written, proved, tampered with and read back by other programs.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

mod damage;
mod golden;
mod outside;
mod package;
mod pages;
mod shapes;
mod support;
mod workbook;
