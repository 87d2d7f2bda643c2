//! Applying fixes (修正).
//!
//! A fix sets one field to a text that is read like typed text; how text becomes a value is the caller's knowledge.
//! Applying the same fix twice changes nothing more, and safe fixes never make a new finding.

use desk_model::{Cell, Finding, Fix, FixSafety, Payload};

pub use crate::kinds::text_quality::clean;

/// Which fixes may be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allow {
    /// Only those that cannot change the meaning.
    Safe,
    /// Also those that a person has looked at.
    Suggested,
}

/// Applies one fix. `read` turns typed text into a cell of the fix's field. True when the cell changed;
/// a fix that is only shown changes nothing.
pub fn apply(fix: &Fix, payload: &mut Payload, read: impl FnOnce(&str) -> Cell) -> bool {
    if fix.safety == FixSafety::DisplayOnly {
        return false;
    }
    let before = payload.get(fix.field.as_str()).cloned();
    payload.set(fix.field.clone(), read(&fix.to));
    payload.get(fix.field.as_str()) != before.as_ref()
}

/// The fixes among findings that may be applied, at most one for a field.
pub fn applicable<'f>(findings: &'f [Finding], allow: Allow) -> Vec<&'f Fix> {
    let mut fixes: Vec<&'f Fix> = Vec::new();
    let allowed = |fix: &&Fix| match allow {
        Allow::Safe => fix.safety == FixSafety::Safe,
        Allow::Suggested => fix.safety != FixSafety::DisplayOnly,
    };
    for fix in findings
        .iter()
        .filter_map(|finding| finding.fix.as_ref())
        .filter(allowed)
    {
        if !fixes.iter().any(|other| other.field == fix.field) {
            fixes.push(fix);
        }
    }
    fixes
}

#[cfg(test)]
mod tests;
