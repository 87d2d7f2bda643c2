//! Reading a file through the reader program: its limits, its lines, its end. Where the program is not there
//! (a single binary copied somewhere), the file is read in this process and the self-examination says so.

use crate::api::ApiError;
use crate::data::Data;
use crate::job::Job;
use desk_sheets::wire::Line;
use desk_sheets::{Limits, Message};
use serde::Deserialize;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

/// Lines that may wait between the reader and the library.
const WAITING: usize = 4096;
/// How often a silent reader is looked at.
const LOOK: Duration = Duration::from_millis(100);
/// Most that is kept of what a broken reader says.
const MOST_WORDS: u64 = 300;
/// Progress is told every so many records.
const PROGRESS_EVERY: u64 = 1000;

/// `assets/limits.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    cells: usize,
    bytes: u64,
    unpacked: u64,
    memory: u64,
    seconds: u64,
    patience_seconds: u64,
    patience_bytes_a_second: u64,
}

impl Bounds {
    fn of(data: &Data) -> Result<Self, ApiError> {
        let text = data.assets.text("limits.toml")?;
        toml::from_str(&text).map_err(|error| ApiError::new("asset_broken").detail(&error))
    }

    /// How long a file of this size may be silent.
    fn patience(&self, bytes: u64) -> Duration {
        Duration::from_secs(self.patience_seconds + bytes / self.patience_bytes_a_second.max(1))
    }
}

/// The reader program beside this one, or the one that `DESK_READER` names.
pub fn program() -> Option<PathBuf> {
    let named = std::env::var_os("DESK_READER").map(PathBuf::from);
    let beside = || {
        let name = format!("desk-reader{}", std::env::consts::EXE_SUFFIX);
        Some(std::env::current_exe().ok()?.parent()?.join(name))
    };
    named.or_else(beside).filter(|path| path.is_file())
}

/// Reads a file; `out` takes what it holds as it comes and stops the reading by an error.
pub fn read(
    data: &Data,
    file: &Path,
    job: &Job,
    out: &mut dyn FnMut(Message) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    let bounds = Bounds::of(data)?;
    job.step("reading", 0, None)?;
    let mut count = 0;
    let mut counted = |message: Message| {
        if matches!(message, Message::Record(_)) {
            count += 1;
            if count % PROGRESS_EVERY == 0 {
                job.step("reading", count, None)?;
            }
        }
        out(message)
    };
    match program() {
        Some(program) => Reading::start(&program, file, &bounds)?.follow(file, job, &mut counted),
        None => in_process(file, &bounds, &mut counted),
    }
}

fn in_process(
    file: &Path,
    bounds: &Bounds,
    out: &mut dyn FnMut(Message) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    let limits = Limits {
        cells: bounds.cells,
        bytes: bounds.bytes,
        unpacked: bounds.unpacked,
    };
    let sheets =
        desk_sheets::open(file, limits).map_err(|error| refused(file, error.word(), &error.to_string()))?;
    sheets.iter().try_for_each(|sheet| desk_sheets::each(sheet, out))
}

fn refused(file: &Path, word: &str, detail: &str) -> ApiError {
    let code = match word {
        "not_found" => "file_not_found",
        "empty" => "file_empty",
        "encrypted" => "file_encrypted",
        "not_spreadsheet" => "file_not_spreadsheet",
        "too_large" => "file_too_large",
        "unreadable" => "file_unreadable",
        _ => "file_broken",
    };
    ApiError::new(code).with("file", &file.display()).detail(detail)
}

/// A running reader; ends with this value.
struct Reading {
    child: Child,
    lines: Receiver<String>,
    patience: Duration,
}

impl Drop for Reading {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Reading {
    fn start(program: &Path, file: &Path, bounds: &Bounds) -> Result<Self, ApiError> {
        let numbers = [
            bounds.cells.to_string(),
            bounds.bytes.to_string(),
            bounds.unpacked.to_string(),
            bounds.memory.to_string(),
            bounds.seconds.to_string(),
        ];
        let child = Command::new(program)
            .arg(file)
            .args(numbers)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = child.map_err(|error| {
            ApiError::new("reader_missing")
                .with("path", &program.display())
                .detail(&error)
        })?;
        let output = child.stdout.take().ok_or_else(|| ApiError::new("internal"))?;
        let size = std::fs::metadata(file).map_or(0, |metadata| metadata.len());
        Ok(Self {
            child,
            lines: lines_of(output),
            patience: bounds.patience(size),
        })
    }

    fn follow(
        mut self,
        file: &Path,
        job: &Job,
        out: &mut dyn FnMut(Message) -> Result<(), ApiError>,
    ) -> Result<(), ApiError> {
        let mut heard = Instant::now();
        loop {
            match self.lines.recv_timeout(LOOK) {
                Ok(line) => {
                    heard = Instant::now();
                    match serde_json::from_str(&line) {
                        Ok(Line::Message(message)) => out(message)?,
                        Ok(Line::Failed { word, detail }) => return Err(refused(file, &word, &detail)),
                        Ok(Line::Done) => return Ok(()),
                        Err(error) => return Err(stopped(file, &error.to_string())),
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    job.step("reading", 0, None)?;
                    if heard.elapsed() > self.patience {
                        return Err(stopped(file, "no answer"));
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return Err(stopped(file, &self.last_words())),
            }
        }
    }

    /// How the program ended, for support.
    fn last_words(&mut self) -> String {
        let mut words = String::new();
        if let Some(errors) = self.child.stderr.take() {
            drop(errors.take(MOST_WORDS).read_to_string(&mut words));
        }
        let status = self
            .child
            .wait()
            .map_or_else(|error| error.to_string(), |status| status.to_string());
        format!("{status} {words}")
    }
}

fn stopped(file: &Path, detail: &str) -> ApiError {
    ApiError::new("file_stopped_reader")
        .with("file", &file.display())
        .detail(detail)
}

fn lines_of(output: ChildStdout) -> Receiver<String> {
    let (send, receive) = sync_channel(WAITING);
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines() {
            let Ok(line) = line else { break };
            if send.send(line).is_err() {
                break;
            }
        }
    });
    receive
}
