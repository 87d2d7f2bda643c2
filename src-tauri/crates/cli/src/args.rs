//! Arguments of `desk` (DESIGN §7). Help texts come from the wording files: `cli.<command>.about` and
//! `cli.<command>.<argument>`; the derive below only gives shapes.

use clap::{Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use desk_app::words::Words;
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(name = "desk", version, disable_help_subcommand = true)]
pub struct Args {
    #[arg(long, global = true, value_name = "FILE", env = "DESK_LIBRARY")]
    pub library: Option<PathBuf>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true, default_value = "zh-CN", value_parser = ["zh-CN", "en"])]
    pub lang: String,
    #[command(subcommand)]
    pub command: Verb,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    #[command(subcommand)]
    Template(TemplateVerb),
    #[command(subcommand)]
    Office(OfficeVerb),
    Read {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "N")]
        table: Option<u32>,
        #[arg(long, value_parser = ["csv"])]
        format: Option<String>,
    },
    Import {
        #[arg(required = true, value_name = "FILE|DIR")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "ID")]
        template: Option<String>,
        #[arg(long, value_name = "CODE")]
        office: Option<String>,
        #[arg(long, value_name = "T")]
        title: Option<String>,
        #[arg(long)]
        dry_run: bool,
        #[arg(long, value_name = "OUT.xlsx")]
        report: Option<PathBuf>,
    },
    Check {
        #[arg(value_name = "CATALOGUE")]
        catalogues: Vec<i64>,
    },
    Fix {
        #[arg(long)]
        safe: bool,
        #[arg(value_name = "CATALOGUE")]
        catalogues: Vec<i64>,
    },
    #[command(subcommand)]
    Catalogue(CatalogueVerb),
    Dump {
        #[arg(value_name = "CATALOGUE")]
        catalogue: i64,
        #[arg(long, default_value = "csv", value_parser = ["csv", "jsonl"])]
        format: String,
    },
    #[command(subcommand)]
    Profile(ProfileVerb),
    Export {
        #[arg(long, value_name = "ID", default_value = "datapackage")]
        profile: String,
        #[arg(long, value_name = "PATH")]
        out: PathBuf,
        #[arg(value_name = "CATALOGUE")]
        catalogues: Vec<i64>,
    },
    Verify {
        #[arg(value_name = "PACKAGE")]
        package: PathBuf,
    },
    Demo {
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    Undo,
    Redo,
    History {
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    Search {
        #[arg(value_name = "TEXT")]
        text: String,
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    Backup,
    Restore {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Doctor,
}

#[derive(Debug, Subcommand)]
pub enum TemplateVerb {
    List,
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    Check {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum OfficeVerb {
    List,
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum CatalogueVerb {
    List,
}

#[derive(Debug, Subcommand)]
pub enum ProfileVerb {
    List,
}

/// Parses the arguments with help in the language asked for.
pub fn parse<I>(arguments: I, words: &Words) -> Result<Args, clap::Error>
where
    I: IntoIterator<Item = std::ffi::OsString>,
{
    let matches = localised(words).try_get_matches_from(arguments)?;
    Args::from_arg_matches(&matches)
}

fn localised(words: &Words) -> Command {
    describe(Args::command(), "cli", words)
}

fn describe(command: Command, key: &str, words: &Words) -> Command {
    let template = words.say(
        "cli.help_template",
        [("usage", "{usage}"), ("all", "{all-args}"), ("about", "{about}")],
    );
    let mut command = command.help_template(template);
    if let Some(about) = words.find(&format!("{key}.about"), []) {
        command = command.about(about);
    }
    let arguments: Vec<String> = command.get_arguments().map(|a| a.get_id().to_string()).collect();
    for id in arguments {
        let text = words
            .find(&format!("{key}.{id}"), [])
            .or_else(|| words.find(&format!("cli.{id}"), []));
        if let Some(text) = text {
            command = command.mut_arg(&id, |argument| argument.help(text));
        }
    }
    let children: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    for name in children {
        let child = format!("{key}.{name}");
        command = command.mut_subcommand(&name, |c| describe(c, &child, words));
    }
    command
}

/// The language named on the command line, before anything else is parsed.
pub fn language<S: AsRef<str>>(arguments: &[S]) -> &str {
    let mut arguments = arguments.iter().map(AsRef::as_ref);
    while let Some(argument) = arguments.next() {
        if let Some(lang) = argument.strip_prefix("--lang=") {
            return lang;
        }
        if argument == "--lang" {
            return arguments.next().unwrap_or("zh-CN");
        }
    }
    "zh-CN"
}
