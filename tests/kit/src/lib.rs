//! Test kit: builders and a fixed clock.
