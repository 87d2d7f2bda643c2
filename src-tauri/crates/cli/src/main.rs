//! `desk`: the use cases of the product from a terminal (DESIGN §7). Scripts rely on its shapes and exit codes.

mod args;
mod commands;
mod intake;
mod outlet;
mod output;

use args::Args;
use desk_app::api::ApiError;
use desk_app::assets::Assets;
use desk_app::data::Data;
use desk_app::job::Job;
use desk_app::session::{self, Session, Surroundings};
use desk_app::words::Words;
use output::{Answer, Terminal};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Exit code for wrong input or usage.
const WRONG_USAGE: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let plain: Vec<String> = arguments
        .iter()
        .map(|a| a.to_string_lossy().into_owned())
        .collect();
    let assets = Assets::with_overlay(std::env::var_os("DESK_ASSETS").map(PathBuf::from));
    let data = match Data::load(assets, args::language(&plain)) {
        Ok(data) => Arc::new(data),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(3);
        }
    };
    let words = data.words();
    let args = match args::parse(arguments, &words) {
        Ok(args) => args,
        Err(error) => return usage(&error, &words),
    };
    let terminal = Terminal {
        json: args.json,
        words,
    };
    match run(&args, &data) {
        Ok(answer) => terminal.show(&answer),
        Err(error) => terminal.fail(&error),
    }
}

/// Help and version are answers; everything else is a wrong command line.
fn usage(error: &clap::Error, words: &Words) -> ExitCode {
    if !error.use_stderr() {
        print!("{error}");
        return ExitCode::SUCCESS;
    }
    eprintln!("{}\n{error}", words.plain("cli.usage_error"));
    ExitCode::from(WRONG_USAGE)
}

fn run(args: &Args, data: &Arc<Data>) -> Result<Answer, ApiError> {
    let desk = Desk {
        library: args.library.clone(),
        data: Arc::clone(data),
    };
    commands::run(&args.command, &desk)
}

/// Which library to use, with what data.
pub struct Desk {
    library: Option<PathBuf>,
    data: Arc<Data>,
}

impl Desk {
    /// The library for writing; it is made when it is not there.
    fn write(&self) -> Result<Session, ApiError> {
        let path = self.path();
        if self.library.is_none()
            && let Some(folder) = path.parent()
        {
            std::fs::create_dir_all(folder)
                .map_err(|error| ApiError::new("library_unavailable").detail(&error))?;
        }
        Session::open(&path, self.around())
    }

    /// A job that tells its progress on the error stream.
    fn job(&self) -> Job {
        output::watched(self.data.words())
    }

    /// The library for reading; works while a window holds it.
    fn read(&self) -> Result<Session, ApiError> {
        Session::open_to_read(&self.path(), self.around())
    }

    fn path(&self) -> PathBuf {
        self.library.clone().unwrap_or_else(session::default_library)
    }

    fn around(&self) -> Surroundings {
        Surroundings {
            data: Arc::clone(&self.data),
            clock: Arc::new(session::system_time),
            person: session::system_person(),
        }
    }
}
