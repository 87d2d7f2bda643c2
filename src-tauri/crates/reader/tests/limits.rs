//! The program ends by itself and says what it read or why it could not.

#![expect(clippy::unwrap_used, reason = "a step that fails is the test's failure")]

use std::path::Path;
use std::process::{Command, Output};

fn reader(file: &Path, memory: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_desk-reader"))
        .arg(file)
        .args(["1000000", "100000000", "500000000", memory, "20"])
        .output()
        .unwrap()
}

fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests/fixtures")
        .join(name)
}

#[test]
fn a_published_table_is_streamed_with_its_head_first_and_done_last() {
    let output = reader(
        &fixture("corpus/P14_义务教育标准目录_香山街道.xlsx"),
        "1000000000",
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("{\"message\":{\"sheet\":"), "{}", lines[0]);
    assert!(lines[1].starts_with("{\"message\":{\"table\":"), "{}", lines[1]);
    assert_eq!(
        lines.iter().filter(|line| line.contains("\"record\":")).count(),
        2
    );
    assert_eq!(*lines.last().unwrap(), "\"done\"");
    assert!(output.status.success());
}

#[test]
fn a_file_that_is_no_spreadsheet_is_named_and_nothing_else_is_said() {
    let folder = std::env::temp_dir().join("desk-reader-test.png");
    std::fs::write(&folder, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let output = reader(&folder, "1000000000");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.starts_with("{\"failed\":{\"word\":\"not_spreadsheet\""),
        "{text}"
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_needs_more_memory_than_allowed_stops_the_program_and_no_other() {
    let output = reader(&fixture("corpus/P14_义务教育标准目录_香山街道.xlsx"), "3000000");
    assert!(!output.status.success());
    assert!(!String::from_utf8_lossy(&output.stdout).contains("done"));
}
