//! Set-up, test and audit: `cargo xtask <command>`. Knows the tools around the product, nothing of
//! its inside.

mod audit;
mod setup;
mod steps;
mod tally;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use steps::{Failed, Step};

const USAGE: &str = "cargo xtask test [--outside] | audit";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["test"] => test(false),
        ["test", "--outside"] => test(true),
        ["audit"] => audit::run(&root()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("xtask: {failed}");
            ExitCode::FAILURE
        }
    }
}

/// The workspace's folder.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .expect("xtask lies two folders below the root")
        .to_owned()
}

/// Everything that must hold, the quick and basic first.
fn test(outside: bool) -> Result<(), Failed> {
    let root = root();
    let ui = root.join("ui");
    setup::system_packages()?;
    if outside {
        setup::outside_tools(&root)?;
    }
    let workspace = ["--workspace"];
    let mut tally = tally::Tally::default();
    Step::new("format", "cargo", &["fmt", "--check"])
        .within(&root)
        .run()?;
    tally.add(
        &Step::new("core tests", "cargo", &["test", "--no-fail-fast"])
            .and(&workspace)
            .within(&root)
            .listen()?,
    );
    let lints = ["--all-targets", "--", "--deny", "warnings"];
    Step::new("lints", "cargo", &["clippy"])
        .and(&workspace)
        .and(&lints)
        .within(&root)
        .run()?;
    setup::node_packages(&ui)?;
    Step::new("ui lint", "npm", &["run", "lint"]).within(&ui).run()?;
    Step::new("ui types", "npm", &["run", "typecheck"])
        .within(&ui)
        .run()?;
    tally.add(&Step::new("ui tests", "npm", &["test"]).within(&ui).listen()?);
    Step::new("ui build", "npm", &["run", "build"])
        .within(&ui)
        .run()?;
    println!("{tally}");
    tally.verdict()
}
