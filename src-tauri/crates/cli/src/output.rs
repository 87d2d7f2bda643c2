//! What a command answers, as one JSON document or as text for people.

use desk_app::api::ApiError;
use desk_app::job::Job;
use desk_app::words::Words;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

/// The answer of a command.
pub struct Answer {
    /// For `--json`.
    pub json: Value,
    /// For people.
    pub text: Text,
    /// 0 done, 1 done but errors remain.
    pub code: u8,
}

/// Wording keys with what fills them.
pub type Lines = Vec<(String, BTreeMap<String, String>)>;

/// Text for people.
pub enum Text {
    /// Lines of wording.
    Lines(Lines),
    /// Text that is data, e.g. csv.
    Verbatim(String),
}

impl Answer {
    /// Done, with lines of wording.
    pub fn lines(json: Value, lines: Lines) -> Self {
        Self {
            json,
            text: Text::Lines(lines),
            code: 0,
        }
    }

    /// Done, with one line of wording.
    pub fn line(json: Value, key: &str, params: &[(&str, &str)]) -> Self {
        Self::lines(json, vec![(key.to_owned(), owned(params))])
    }

    /// Done, with data to print as it is.
    pub fn verbatim(json: Value, text: String) -> Self {
        Self {
            json,
            text: Text::Verbatim(text),
            code: 0,
        }
    }
}

/// Owned placeholders.
pub fn owned(params: &[(&str, &str)]) -> BTreeMap<String, String> {
    params
        .iter()
        .map(|(name, word)| ((*name).to_owned(), (*word).to_owned()))
        .collect()
}

/// A job that tells its progress on the error stream, one line for each stage.
pub fn watched(words: Arc<Words>) -> Job {
    let last = Mutex::new(String::new());
    Job::new(Arc::new(move |stage, done, total, _| {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        if *last != stage {
            stage.clone_into(&mut last);
            let count = total.map_or(done, |total| total).to_string();
            let stage = words.plain(&format!("progress.{stage}"));
            eprintln!(
                "{}",
                words.say("cli.out.wait", [("stage", stage.as_str()), ("done", &count)])
            );
        }
    }))
}

/// Where answers go.
pub struct Terminal {
    /// One JSON document on standard output?
    pub json: bool,
    /// The wording.
    pub words: Arc<Words>,
}

impl Terminal {
    /// Shows an answer.
    pub fn show(&self, answer: &Answer) -> ExitCode {
        if self.json {
            println!("{:#}", answer.json);
        } else {
            match &answer.text {
                Text::Verbatim(text) => print!("{text}"),
                Text::Lines(lines) => lines
                    .iter()
                    .for_each(|(key, params)| println!("{}", self.say(key, params))),
            }
        }
        ExitCode::from(answer.code)
    }

    /// Shows what went wrong and what to do; with `--json` also as a document.
    pub fn fail(&self, error: &ApiError) -> ExitCode {
        let message = self.say(&format!("error.{}", error.code), &error.params);
        let next = self.say(&format!("error_next.{}", error.code), &error.params);
        if self.json {
            let params = &error.params;
            let document =
                json!({"error": {"code": error.code, "params": params, "message": message, "next": next}});
            println!("{document:#}");
        }
        eprintln!("{message}\n{next}");
        if let Some(detail) = &error.detail {
            eprintln!("{}", self.say("cli.out.detail", &owned(&[("detail", detail)])));
        }
        ExitCode::from(error.exit_code())
    }

    fn say(&self, key: &str, params: &BTreeMap<String, String>) -> String {
        self.words.say(
            key,
            params.iter().map(|(name, word)| (name.as_str(), word.as_str())),
        )
    }
}
