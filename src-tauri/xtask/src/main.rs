//! Set-up, test and audit: `cargo xtask <command>`. Knows the tools around the product, nothing of
//! its inside.

mod audit;
mod setup;
mod steps;
mod tally;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use steps::{Failed, Step};

const USAGE: &str = "cargo xtask run | test [--outside] | gen | audit";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["run"] => run(),
        ["gen"] => gen_types(),
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

/// Opens the window; without a display the same main job runs headless on the shipped samples.
fn run() -> Result<(), Failed> {
    let root = root();
    setup::system_packages()?;
    if has_display() {
        page(&root)?;
        build(&root, &["disclosure-desk"])?;
        return Step::new(
            "window",
            "cargo",
            &["run", "--quiet", "--package", "disclosure-desk"],
        )
        .within(&root)
        .run();
    }
    build(&root, &["desk-cli"])?;
    let out = root.join("target").join("demo");
    if out.exists() {
        std::fs::remove_dir_all(&out).map_err(|error| Failed::Refused {
            why: format!("{}: {error}", out.display()),
        })?;
    }
    let folder = out.display().to_string();
    Step::new(
        "demo",
        "cargo",
        &[
            "run",
            "--quiet",
            "--package",
            "desk-cli",
            "--",
            "demo",
            "--out",
            &folder,
        ],
    )
    .within(&root)
    .run()?;
    println!("没有显示器，已改为在命令行跑一遍全程（no display: the same main job ran headless）");
    println!("导入包（package）：{}", out.join("package").display());
    Ok(())
}

/// Is there a screen to open a window on?
fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// The pages of the window, built where the window takes them from.
fn page(root: &Path) -> Result<(), Failed> {
    let ui = root.join("ui");
    setup::node_packages(&ui)?;
    Step::new("ui build", "npm", &["run", "build"]).within(&ui).run()
}

/// The programs named, and the reader program beside them.
fn build(root: &Path, programs: &[&str]) -> Result<(), Failed> {
    let mut step = Step::new("build", "cargo", &["build", "--package", "desk-reader"]);
    for program in programs {
        step = step.and(&["--package", program]);
    }
    step.within(root).run()
}

/// Writes what is derived from the program: the window's types.
fn gen_types() -> Result<(), Failed> {
    Step::new(
        "window types",
        "cargo",
        &["test", "--package", "desk-app", "--test", "window_types"],
    )
    .set("DESK_GEN", "1")
    .within(&root())
    .run()
}

/// Everything that must hold, the quick and basic first, the window last.
fn test(outside: bool) -> Result<(), Failed> {
    let root = root();
    let ui = root.join("ui");
    setup::system_packages()?;
    let mut core_tests = Step::new("core tests", "cargo", &["test", "--no-fail-fast"]);
    if outside {
        let python = setup::outside_tools(&root)?;
        core_tests = core_tests.set("DESK_OUTSIDE_PYTHON", &python.to_string_lossy());
    }
    let core = ["--workspace", "--exclude", "disclosure-desk"];
    let mut tally = tally::Tally::default();
    Step::new("format", "cargo", &["fmt", "--check"])
        .within(&root)
        .run()?;
    tally.add(&core_tests.and(&core).within(&root).listen()?);
    setup::node_packages(&ui)?;
    Step::new("ui lint", "npm", &["run", "lint"]).within(&ui).run()?;
    Step::new("ui types", "npm", &["run", "typecheck"])
        .within(&ui)
        .run()?;
    tally.add(&Step::new("ui tests", "npm", &["test"]).within(&ui).listen()?);
    page(&root)?;
    build(&root, &["disclosure-desk", "desk-cli"])?;
    let window = ["run.mjs"];
    let journeys = root.join("tests").join("e2e");
    setup::node_packages(&journeys)?;
    tally.add(
        &Step::new("window tests", "node", &window)
            .within(&journeys)
            .listen()?,
    );
    let lints = ["--workspace", "--all-targets", "--", "--deny", "warnings"];
    Step::new("lints", "cargo", &["clippy"])
        .and(&lints)
        .within(&root)
        .run()?;
    println!("{tally}");
    tally.verdict()
}
