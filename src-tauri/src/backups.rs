//! Backups while the window is open: at the start, then every hour in which something was written.

use desk_app::desk::Desk;
use desk_app::ops::care;
use std::sync::Arc;
use std::time::Duration;

const EVERY: Duration = Duration::from_secs(3600);

/// Keeps backing up in the background as long as the program runs.
pub fn keep(desk: Arc<Desk>) {
    std::thread::spawn(move || {
        let mut last = None;
        loop {
            let newest = desk.read().last_operation().ok();
            if newest != last && newest.is_some_and(|operation| operation.0 > 0) {
                // A backup that fails is shown by the state line's time and by the self-examination.
                drop(care::back_up(&desk.read(), &desk.now()));
                last = newest;
            }
            std::thread::sleep(EVERY);
        }
    });
}
