//! One outside command with a name and a time.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Why a command of xtask stops.
#[derive(Debug)]
pub enum Failed {
    /// A program is not there or could not be started.
    Start { program: String, error: std::io::Error },
    /// A step ended badly.
    Step { name: String },
    /// Something must be installed by hand.
    Missing { what: String, command: String },
    /// Something is not as the project wants it.
    Refused { why: String },
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start { program, error } => write!(f, "{program} did not start: {error}"),
            Self::Step { name } => write!(f, "step failed: {name}"),
            Self::Missing { what, command } => {
                write!(f, "missing: {what}\nrun this, then try again:\n  {command}")
            }
            Self::Refused { why } => f.write_str(why),
        }
    }
}

/// A command to run.
pub struct Step {
    name: String,
    program: String,
    arguments: Vec<String>,
    folder: Option<PathBuf>,
    variables: Vec<(String, String)>,
}

impl Step {
    /// A named command.
    pub fn new(name: &str, program: &str, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(ToString::to_string).collect();
        Self {
            name: name.to_owned(),
            program: program.to_owned(),
            arguments,
            folder: None,
            variables: Vec::new(),
        }
    }

    /// Further arguments.
    pub fn and(mut self, arguments: &[&str]) -> Self {
        self.arguments.extend(arguments.iter().map(ToString::to_string));
        self
    }

    /// An environment variable.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Where to run it.
    pub fn within(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// Runs it; its output goes straight through.
    pub fn run(self) -> Result<(), Failed> {
        let started = self.announce();
        let mut child = self.command().spawn().map_err(|error| self.not_started(error))?;
        let status = child.wait().map_err(|error| self.not_started(error))?;
        self.close(started, status.success())
    }

    /// Runs it and keeps its standard output while showing it; a failing test run is left to the tally.
    pub fn listen(self) -> Result<String, Failed> {
        let started = self.announce();
        let mut child = self
            .command()
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| self.not_started(error))?;
        let mut heard = String::new();
        let output = child.stdout.take().expect("standard output is piped");
        for line in BufReader::new(output).lines() {
            let line = line.map_err(|error| self.not_started(error))?;
            println!("{line}");
            heard.push_str(&line);
            heard.push('\n');
        }
        let status = child.wait().map_err(|error| self.not_started(error))?;
        if !status.success() {
            heard.push_str(crate::tally::BROKEN_RUN);
            heard.push('\n');
        }
        println!("== {} {:.0} s", self.name, started.elapsed().as_secs_f32());
        Ok(heard)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        command
    }

    fn announce(&self) -> Instant {
        println!("== {}: {} {}", self.name, self.program, self.arguments.join(" "));
        Instant::now()
    }

    fn close(&self, started: Instant, success: bool) -> Result<(), Failed> {
        println!("== {} {:.0} s", self.name, started.elapsed().as_secs_f32());
        if success {
            Ok(())
        } else {
            Err(Failed::Step {
                name: self.name.clone(),
            })
        }
    }

    fn not_started(&self, error: std::io::Error) -> Failed {
        Failed::Start {
            program: self.program.clone(),
            error,
        }
    }
}
