//! One file per table: row shape, reads on [`crate::Library`], and a write handle for a running operation.

pub mod catalogue;
pub mod entry;
pub mod finding;
pub mod office;
pub mod publication;
pub mod source;
pub mod template;
