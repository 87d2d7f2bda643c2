//! Reads one spreadsheet that nobody vouches for, in a process of its own: a broken or hostile file can
//! stop this program, never the one that holds the library.
//!
//! `desk-reader FILE CELLS BYTES UNPACKED MEMORY SECONDS` writes one JSON line for each
//! [`desk_sheets::wire::Line`]. On Unix it bounds its own memory and processor time; elsewhere only the counts
//! of cells and bytes bound it, and the caller's patience.

use desk_sheets::wire::Line;
use desk_sheets::{Limits, Message, each, open};
use std::ffi::OsString;
use std::io::{BufWriter, StdoutLock, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What the caller asks.
struct Wanted {
    file: PathBuf,
    limits: Limits,
    memory: u64,
    seconds: u64,
}

fn main() -> ExitCode {
    let Some(wanted) = wanted(std::env::args_os().skip(1)) else {
        eprintln!("desk-reader FILE CELLS BYTES UNPACKED MEMORY SECONDS");
        return ExitCode::from(2);
    };
    bound(&wanted);
    let mut out = BufWriter::new(std::io::stdout().lock());
    let outcome = read(&wanted, &mut out).and_then(|()| out.flush());
    // A caller that went away needs no answer.
    if outcome.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn wanted(mut arguments: impl Iterator<Item = OsString>) -> Option<Wanted> {
    let file = PathBuf::from(arguments.next()?);
    let mut number = || arguments.next()?.to_str()?.parse::<u64>().ok();
    let (cells, bytes, unpacked) = (number()?, number()?, number()?);
    Some(Wanted {
        file,
        limits: Limits {
            cells: usize::try_from(cells).ok()?,
            bytes,
            unpacked,
        },
        memory: number()?,
        seconds: number()?,
    })
}

#[cfg(unix)]
fn bound(wanted: &Wanted) {
    // A system that refuses leaves the file to the caller's patience.
    drop(rlimit::setrlimit(
        rlimit::Resource::AS,
        wanted.memory,
        wanted.memory,
    ));
    drop(rlimit::setrlimit(
        rlimit::Resource::CPU,
        wanted.seconds,
        wanted.seconds,
    ));
    drop(rlimit::setrlimit(rlimit::Resource::CORE, 0, 0));
}

#[cfg(not(unix))]
fn bound(_: &Wanted) {}

fn read(wanted: &Wanted, out: &mut BufWriter<StdoutLock<'_>>) -> std::io::Result<()> {
    match open(&wanted.file, wanted.limits) {
        Err(error) => say(
            out,
            &Line::Failed {
                word: error.word().to_owned(),
                detail: error.to_string(),
            },
        ),
        Ok(sheets) => {
            for sheet in sheets {
                each(&sheet, &mut |message: Message| say(out, &Line::Message(message)))?;
            }
            say(out, &Line::Done)
        }
    }
}

fn say(out: &mut BufWriter<StdoutLock<'_>>, line: &Line) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
