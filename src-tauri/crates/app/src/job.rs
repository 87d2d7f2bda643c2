//! Long work: progress that can be shown and a cancel that is noticed within a second.

use crate::api::ApiError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Told how far a job is: stage key, done, total when known, seconds left when they can be estimated.
pub type Report = dyn Fn(&str, u64, Option<u64>, Option<u32>) + Send + Sync;

/// One running job.
#[derive(Clone)]
pub struct Job {
    cancelled: Arc<AtomicBool>,
    report: Arc<Report>,
    started: Instant,
}

impl Job {
    /// A job that reports to `report`.
    pub fn new(report: Arc<Report>) -> Self {
        Self {
            cancelled: Arc::default(),
            report,
            started: Instant::now(),
        }
    }

    /// A job nobody watches.
    pub fn quiet() -> Self {
        Self::new(Arc::new(|_, _, _, _| {}))
    }

    /// Asks the job to stop; what it has not finished leaves nothing behind.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Has somebody asked it to stop?
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Reports progress and says whether to go on. `stage` is a key below `progress.`.
    pub fn step(&self, stage: &str, done: u64, total: Option<u64>) -> Result<(), ApiError> {
        (self.report)(stage, done, total, self.seconds_left(done, total));
        if self.is_cancelled() {
            Err(ApiError::new("cancelled"))
        } else {
            Ok(())
        }
    }

    /// Seconds left by the pace so far; `None` in the first second and without a total.
    fn seconds_left(&self, done: u64, total: Option<u64>) -> Option<u32> {
        let elapsed = self.started.elapsed().as_secs_f64();
        let total = total.filter(|total| *total >= done && done > 0)?;
        if elapsed < 1.0 {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "an estimate in whole seconds")]
        let left = elapsed * (total - done) as f64 / done as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to a day"
        )]
        let seconds = left.clamp(0.0, 86_400.0) as u32;
        Some(seconds)
    }
}
