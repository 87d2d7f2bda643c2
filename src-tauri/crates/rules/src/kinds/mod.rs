//! Rule kinds over one cell: one file each says what it flags, why, an example and the fix.

pub(crate) mod code_check;
pub(crate) mod code_list;
pub(crate) mod length;
pub(crate) mod pattern;
pub(crate) mod range;
pub(crate) mod required;
pub(crate) mod text_quality;
pub(crate) mod type_match;
pub(crate) mod unique;

#[cfg(test)]
mod tests;
