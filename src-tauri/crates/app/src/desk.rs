//! One open library behind a window: a writer, a reader beside it, the running jobs and the files looked into.

use crate::api::ApiError;
use crate::api::home::{Changed, Progress};
use crate::data::Data;
use crate::job::Job;
use crate::ops::import::{self, FileRead};
use crate::session::{Session, Surroundings};
use desk_store::Library;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// What the window is told without having asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// How far a job is.
    Progress(Progress),
    /// Something was written.
    Changed(Box<Changed>),
}

/// Hears events.
pub type Listener = Arc<dyn Fn(Event) + Send + Sync>;

/// The file looked into last; older ones would only hold memory.
struct Looked {
    path: PathBuf,
    changed: Option<SystemTime>,
    file: Arc<FileRead>,
}

/// The library of one window.
pub struct Desk {
    writer: Mutex<Session>,
    reader: Mutex<Library>,
    jobs: Mutex<BTreeMap<String, Job>>,
    file: Mutex<Option<Looked>>,
    around: Surroundings,
    listener: Listener,
}

fn hold<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic elsewhere leaves the library whole: every write is one transaction.
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    /// Opens a library for one window.
    pub fn open(path: &Path, around: Surroundings, listener: Listener) -> Result<Self, ApiError> {
        let session = Session::open(path, around.clone())?;
        let reader = session.library.reader()?;
        if let Some(lang) = reader.setting("language")? {
            around.data.speak(&lang)?;
        }
        Ok(Self {
            reader: Mutex::new(reader),
            writer: Mutex::new(session),
            jobs: Mutex::default(),
            file: Mutex::default(),
            around,
            listener,
        })
    }

    /// The immutable data.
    pub fn data(&self) -> &Data {
        &self.around.data
    }

    /// The session that writes; waits for a write that is under way.
    pub fn write(&self) -> MutexGuard<'_, Session> {
        hold(&self.writer)
    }

    /// The library for looking.
    pub fn read(&self) -> MutexGuard<'_, Library> {
        hold(&self.reader)
    }

    /// Time now, as the session tells it.
    pub fn now(&self) -> String {
        (self.around.clock)()
    }

    /// Tells the window.
    pub fn tell(&self, event: Event) {
        (self.listener)(event);
    }

    /// Runs long work under a name by which it can be cancelled.
    pub fn run<T>(&self, id: &str, work: impl FnOnce(&Job) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let (name, listener) = (id.to_owned(), Arc::clone(&self.listener));
        let job = Job::new(Arc::new(move |stage, done, total, seconds_left| {
            let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
            listener(Event::Progress(Progress {
                job: name.clone(),
                stage: stage.to_owned(),
                done: small(done),
                total: total.map(small),
                seconds_left,
            }));
        }));
        hold(&self.jobs).insert(id.to_owned(), job.clone());
        let outcome = work(&job);
        hold(&self.jobs).remove(id);
        outcome
    }

    /// Asks a job to stop; one that has ended already is left alone.
    pub fn cancel(&self, id: &str) {
        if let Some(job) = hold(&self.jobs).get(id) {
            job.cancel();
        }
    }

    /// A file's tables; looked into once as long as the file stays the same.
    pub fn file(&self, path: &Path, job: &Job) -> Result<Arc<FileRead>, ApiError> {
        let changed = std::fs::metadata(path).and_then(|m| m.modified()).ok();
        if let Some(known) = &*hold(&self.file)
            && known.path == path
            && known.changed == changed
        {
            return Ok(Arc::clone(&known.file));
        }
        let file = Arc::new(import::look(self.data(), path, job)?);
        *hold(&self.file) = Some(Looked {
            path: path.to_owned(),
            changed,
            file: Arc::clone(&file),
        });
        Ok(file)
    }
}
