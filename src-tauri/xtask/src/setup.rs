//! Installs what a fresh machine lacks, or prints the exact command where it may not.

use crate::steps::{Failed, Step};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

/// Debian packages that building, running and testing the window need, one a line.
const SYSTEM_PACKAGES: &str = include_str!("../system-packages.txt");
/// List of the Python packages of the outside tests.
const OUTSIDE_PACKAGES: &str = "src-tauri/xtask/outside-packages.txt";
const OLDEST_NODE: u32 = 20;

/// Debian packages; on other systems the person is trusted to have a webview.
pub fn system_packages() -> Result<(), Failed> {
    if !succeeds("dpkg-query", &["--version"]) {
        return Ok(());
    }
    let missing: Vec<&str> = SYSTEM_PACKAGES
        .lines()
        .filter(|name| !name.is_empty() && !is_installed(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let sudo = if succeeds("test", &["-w", "/usr/bin"]) {
        None
    } else {
        Some("sudo")
    };
    let command = format!(
        "{}apt-get install -y {}",
        sudo.map_or("", |_| "sudo "),
        missing.join(" ")
    );
    if sudo.is_some() && !succeeds("sudo", &["-n", "true"]) {
        return Err(Failed::Missing {
            what: missing.join(" "),
            command,
        });
    }
    let install = |arguments: &[&str]| match sudo {
        Some(sudo) => Step::new("system packages", sudo, &["-n", "apt-get"])
            .and(arguments)
            .run(),
        None => Step::new("system packages", "apt-get", arguments).run(),
    };
    install(&["update", "-qq"])?;
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(missing);
    install(&arguments)
}

fn is_installed(name: &str) -> bool {
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Abbrev}", name])
        .output();
    output.is_ok_and(|output| output.stdout.starts_with(b"ii"))
}

fn succeeds(program: &str, arguments: &[&str]) -> bool {
    let status = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

/// `npm ci`, unless what is there is as new as the lock file.
pub fn node_packages(folder: &Path) -> Result<(), Failed> {
    node_is_new_enough()?;
    let changed = |path: &str| {
        folder
            .join(path)
            .metadata()
            .and_then(|m| m.modified())
            .unwrap_or(SystemTime::UNIX_EPOCH)
    };
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json") {
        return Ok(());
    }
    Step::new("node packages", "npm", &["ci"]).within(folder).run()
}

fn node_is_new_enough() -> Result<(), Failed> {
    let output = Command::new("node").arg("--version").output();
    let version = output.map(|o| {
        String::from_utf8_lossy(&o.stdout)
            .trim()
            .trim_start_matches('v')
            .to_owned()
    });
    let major = version
        .ok()
        .and_then(|v| v.split('.').next().and_then(|m| m.parse::<u32>().ok()));
    if major.is_some_and(|major| major >= OLDEST_NODE) {
        return Ok(());
    }
    let what = format!("Node {OLDEST_NODE} or newer");
    Err(Failed::Missing {
        what,
        command: "https://nodejs.org".to_owned(),
    })
}

/// A Python environment with the tools of the outside tests, below `target/outside`.
pub fn outside_tools(root: &Path) -> Result<PathBuf, Failed> {
    let folder = root.join("target/outside");
    let python = folder.join("bin/python");
    if !python.exists() {
        Step::new("outside tools", "python3", &["-m", "venv"])
            .and(&[&folder.to_string_lossy()])
            .run()?;
    }
    let list = root.join(OUTSIDE_PACKAGES);
    let install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--requirement",
        &list.to_string_lossy(),
    ];
    Step::new("outside tools", &python.to_string_lossy(), &install).run()?;
    Ok(python)
}
