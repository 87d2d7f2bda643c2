//! Newtype ids, so that a catalogue can never be passed where an entry is meant.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Box<str>);

        impl $name {
            /// The id as written in files and on the command line.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into_boxed_str())
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

number_id! {
    /// A catalogue (目录) of the library.
    CatalogueId
}
number_id! {
    /// An entry (条目); stays the same over all its versions.
    EntryId
}
number_id! {
    /// An operation (操作): one user action, one transaction, one undo step.
    OpId
}
text_id! {
    /// A template's id, e.g. `service_commitment`; `[a-z][a-z0-9_]*`.
    TemplateId
}
text_id! {
    /// A field's id inside its template, e.g. `commitment_limit`; `[a-z][a-z0-9_]*`. Payloads are keyed by it.
    FieldName
}
text_id! {
    /// An office's code: 6, 9 or 12 digits of division code, or division code + `-` + suffix for one
    /// department or institution in it.
    OfficeCode
}

/// One published version of a template; a catalogue points to exactly one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TemplateKey {
    /// The template.
    pub id: TemplateId,
    /// Its version, e.g. `2026.1`.
    pub version: Box<str>,
}

impl fmt::Display for TemplateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.id, self.version)
    }
}
