//! Other programs accept the package. `DESK_OUTSIDE_PYTHON` names a Python with frictionless and openpyxl;
//! without it these tests say that they were skipped.

use crate::support::Stock;
use std::process::Command;

fn python(code: &str, argument: &std::path::Path) -> Option<String> {
    let python = std::env::var_os("DESK_OUTSIDE_PYTHON")?;
    let output = Command::new(python)
        .args(["-c", code])
        .arg(argument)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[test]
fn frictionless_finds_the_package_valid() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let stock = Stock::new(30);
    stock.write(&out).unwrap();
    let code = "import sys, frictionless; r = frictionless.validate(sys.argv[1]); print(r.valid, r.stats['tasks']); print(r.flatten(['title', 'message']))";
    match python(code, &out.join("datapackage.json")) {
        None => println!("SKIPPED outside: frictionless"),
        Some(said) => assert!(
            said.starts_with(&format!("True {}\n", stock.templates.len())),
            "{said}"
        ),
    }
}

#[test]
fn openpyxl_reads_the_workbook_with_its_merged_header() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    Stock::new(3).write(&out).unwrap();
    let code = "import sys, openpyxl; s = openpyxl.load_workbook(sys.argv[1]).active; print(s.max_row, len(s.merged_cells.ranges) > 2, s.print_title_rows, s.freeze_panes is not None)";
    match python(code, &out.join("tables/catalogue-1.xlsx")) {
        None => println!("SKIPPED outside: openpyxl"),
        Some(said) => assert_eq!(said, "7 True $3:$4 True"),
    }
}
