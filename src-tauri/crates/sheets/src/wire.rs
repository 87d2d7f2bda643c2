//! What the reader program says, one JSON line each.

use crate::locate::Message;
use serde::{Deserialize, Serialize};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// Something was read.
    Message(Message),
    /// The file cannot be read; `word` is that of [`crate::OpenError::word`].
    Failed {
        /// Why, in one word.
        word: String,
        /// For support.
        detail: String,
    },
    /// The file is read to its end.
    Done,
}
