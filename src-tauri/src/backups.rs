//! Backups while the window is open: at the start, then within a minute of the first write, then every hour
//! in which something was written.

use desk_app::desk::Desk;
use desk_app::ops::care;
use std::sync::Arc;
use std::time::{Duration, Instant};

const LOOK: Duration = Duration::from_secs(60);
const EVERY: Duration = Duration::from_secs(3600);

/// Keeps backing up in the background as long as the program runs.
pub fn keep(desk: Arc<Desk>) {
    std::thread::spawn(move || {
        let mut last = None;
        loop {
            let newest = desk
                .read()
                .last_operation()
                .ok()
                .filter(|operation| operation.0 > 0);
            let due = match last {
                None => newest.is_some(),
                Some((at, operation)) => {
                    newest != Some(operation) && Instant::now().duration_since(at) >= EVERY
                }
            };
            // A backup that fails is tried again; the state line shows the time of the last good one.
            if due && care::back_up(&desk.read(), &desk.now()).is_ok() {
                last = newest.map(|operation| (Instant::now(), operation));
            }
            std::thread::sleep(LOOK);
        }
    });
}
