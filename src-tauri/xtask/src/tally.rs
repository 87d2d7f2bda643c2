//! Counts tests over all runners and prints one closing line.

use crate::steps::Failed;
use std::fmt;

/// Stands in the output of a run that ended badly, so that a crash without a summary still counts.
pub const BROKEN_RUN: &str = "xtask: run ended with a failure";

/// Tests counted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    passed: u32,
    failed: u32,
    skipped: u32,
    broken: bool,
}

impl Tally {
    /// Reads the summaries in one run's output. A line that begins with `SKIPPED` is a test against an
    /// outside tool that is not there.
    pub fn add(&mut self, output: &str) {
        for line in output.lines().map(without_colour) {
            let line = line.trim();
            if let Some(summary) = line.strip_prefix("test result:") {
                self.passed += number_before(summary, " passed");
                self.failed += number_before(summary, " failed");
                self.skipped += number_before(summary, " ignored");
            } else if let Some(summary) = line.strip_prefix("Tests ") {
                self.passed += number_before(summary, " passed");
                self.failed += number_before(summary, " failed");
                self.skipped += number_before(summary, " skipped");
            } else if let Some(count) = line.strip_prefix("ℹ pass ") {
                self.passed += number(count);
            } else if let Some(count) = line.strip_prefix("ℹ fail ") {
                self.failed += number(count);
            } else if line.starts_with("SKIPPED") {
                self.skipped += 1;
            } else if line == BROKEN_RUN {
                self.broken = true;
            }
        }
    }

    /// Fails when a test failed, a run broke off, or nothing ran.
    pub fn verdict(&self) -> Result<(), Failed> {
        let why = if self.failed > 0 {
            format!("{} tests failed", self.failed)
        } else if self.broken {
            "a test run broke off".to_owned()
        } else if self.passed == 0 {
            "no test ran".to_owned()
        } else {
            return Ok(());
        };
        Err(Failed::Refused { why })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

fn number(text: &str) -> u32 {
    text.trim().parse().unwrap_or(0)
}

fn number_before(text: &str, word: &str) -> u32 {
    let Some(end) = text.find(word) else { return 0 };
    let digits = text[..end]
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + 1);
    text[digits..end].parse().unwrap_or(0)
}

/// The line without terminal colours.
fn without_colour(line: &str) -> String {
    let mut plain = String::new();
    let mut signs = line.chars();
    while let Some(sign) = signs.next() {
        if sign == '\u{1b}' {
            for escape in signs.by_ref() {
                if escape.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            plain.push(sign);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_runners_are_counted_and_outside_skips_too() {
        let mut tally = Tally::default();
        tally.add(
            "test result: ok. 11 passed; 0 failed; 2 ignored; 0 measured\nSKIPPED outside: frictionless\n",
        );
        tally
            .add("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m123 passed\u{1b}[39m\u{1b}[22m (123)\n");
        tally.add("ℹ tests 2\nℹ pass 2\nℹ fail 0\n");
        assert_eq!(tally.to_string(), "136 passed, 0 failed, 3 skipped");
        assert!(tally.verdict().is_ok());
    }

    #[test]
    fn a_run_that_broke_off_or_ran_nothing_is_a_failure() {
        let mut tally = Tally::default();
        assert!(tally.verdict().is_err());
        tally.add(&format!("test result: ok. 1 passed; 0 failed\n{BROKEN_RUN}\n"));
        assert!(tally.verdict().is_err());
    }
}
