//! What is looked at before a meeting opens: the place of the file, the clock, the last backup.
//!
//! The thread that writes the file looks around, for a stick may answer slowly and no frame waits for it; what was found
//! is judged by pure functions of values.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

use deliberation::At;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::session::{Session, Wake};
use crate::writer::Request;

/// What was found around the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// Bytes that are free where it lies; `None` where the system does not say.
    pub free: Option<u64>,
    /// Something can be written beside it.
    pub writable: bool,
}

/// Less free space than this is too little for a meeting with its papers and a backup.
pub const LEAST_FREE: u64 = 200 << 20;

/// A backup older than this is an old one, in ms.
const FRESH_MS: i64 = 7 * 24 * 3_600_000;
/// A planned meeting is near when it is no further away than this, in ms.
const NEAR_MS: i64 = 12 * 3_600_000;
/// Ten minutes back may be a clock put right, not a wrong one.
const BACK_MS: i64 = 600_000;

/// How the wall clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// Nothing speaks against it.
    Plausible,
    /// Earlier than the last deed in the file, which was at this moment.
    BeforeLastDeed(At),
    /// This PC lives in another zone than the file.
    OtherZone,
    /// The planned meeting begins at this moment, which is far from now.
    FarFromPlan(At),
}

/// Judges the clock: `saved` is the last deed, `planned` the beginning of a meeting that has not opened.
pub fn clock(now: At, saved: At, planned: Option<At>, same_zone: bool) -> ClockState {
    if now.0 < saved.0 - BACK_MS {
        return ClockState::BeforeLastDeed(saved);
    }
    if !same_zone {
        return ClockState::OtherZone;
    }
    match planned {
        Some(start) if (start.0 - now.0).abs() > NEAR_MS => ClockState::FarFromPlan(start),
        _ => ClockState::Plausible,
    }
}

/// The time zone of this PC, by its IANA name, where the system says it.
pub fn zone_of_this_pc() -> Option<String> {
    TimeZone::system().iana_name().map(str::to_owned)
}

/// Whether the clocks of two zones show the same at a moment; zones nobody knows are not held against anybody.
pub fn same_hour(one: &str, other: &str, at: At) -> bool {
    let moment = Timestamp::from_millisecond(at.0).unwrap_or_default();
    let ahead = |name: &str| TimeZone::get(name).map(|zone| zone.to_offset(moment).seconds());
    match (ahead(one), ahead(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => true,
    }
}

/// Whether a backup of this moment is still a fresh one.
pub fn is_fresh(backup: At, now: At) -> bool {
    now.0 - backup.0 <= FRESH_MS
}

/// What a session knows of its surroundings.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    looking: Option<Receiver<Around>>,
    found: Option<Around>,
    backing: Option<Receiver<Result<PathBuf, String>>>,
    backed: Option<Result<PathBuf, String>>,
}

impl Session {
    /// Looks around again; what is found comes with a later [`Session::around`].
    pub fn look_around(&mut self) {
        let (ask, answer) = channel();
        self.surroundings.looking = Some(answer);
        self.send(Request::Around(ask));
    }

    /// What was last found; asks the first time.
    pub fn around(&mut self) -> Option<Around> {
        if self.surroundings.looking.is_none() && self.surroundings.found.is_none() {
            self.look_around();
        }
        if let Some(found) = self.surroundings.looking.as_ref().and_then(|answer| answer.try_recv().ok()) {
            (self.surroundings.found, self.surroundings.looking) = (Some(found), None);
        }
        self.surroundings.found.clone()
    }

    /// Begins a backup: copied through the writer's own connection, verified before it takes the place of an older one.
    pub fn back_up(&mut self, to: &Path) {
        let (ask, answer) = channel();
        self.surroundings.backing = Some(answer);
        self.send(Request::BackUp(to.to_owned(), ask));
    }

    /// Whether a backup is under way.
    pub fn is_backing_up(&self) -> bool {
        self.surroundings.backing.is_some()
    }

    /// What became of the backup, once: where it lies, or why there is none.
    pub fn backed_up(&mut self) -> Option<Result<PathBuf, String>> {
        match self.surroundings.backing.as_ref()?.try_recv() {
            Ok(result) => self.surroundings.backed = Some(result),
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => {}
        }
        self.surroundings.backing = None;
        self.surroundings.backed.take()
    }
}

/// Looks at the folder of a file.
pub(crate) fn look(path: &Path) -> Around {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let free = fs4::available_space(folder).inspect_err(|error| tracing::warn!(%error, "free space is not known")).ok();
    Around { free, writable: can_write(folder) }
}

/// Tries it: what permissions say is not what a stick with its lock on does.
fn can_write(folder: &Path) -> bool {
    let probe = folder.join(format!(".fangzhuo-{}", std::process::id()));
    let written = std::fs::File::create_new(&probe).is_ok();
    written && std::fs::remove_file(probe).is_ok()
}

/// Copies and verifies; called by the thread that writes.
pub(crate) fn copy(file: &journal::Journal, to: PathBuf, answer: Sender<Result<PathBuf, String>>, wake: Wake) {
    match file.backup(&to) {
        Err(error) => {
            // Whoever asked may be gone; then nobody needs the answer.
            let _ = answer.send(Err(error.to_string()));
        }
        // Verifying may take its time: the next deed does not wait for it.
        Ok(copy) => {
            std::thread::spawn(move || {
                let kept = copy.keep().map(|_| to).map_err(|error| error.to_string());
                let _ = answer.send(kept);
                wake();
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: At = At(1_784_371_200_000);

    #[test]
    fn a_clock_is_held_against_the_last_deed_the_zone_and_the_plan() {
        let hours = |hours: i64| At(NOW.0 + hours * 3_600_000);
        assert_eq!(clock(NOW, hours(-1), Some(hours(1)), true), ClockState::Plausible);
        assert_eq!(clock(NOW, hours(1), None, true), ClockState::BeforeLastDeed(hours(1)));
        assert_eq!(clock(NOW, hours(-1), None, false), ClockState::OtherZone);
        assert_eq!(clock(NOW, hours(-1), Some(hours(30)), true), ClockState::FarFromPlan(hours(30)));
        assert_eq!(clock(NOW, At(NOW.0 + 60_000), None, true), ClockState::Plausible, "put right a little");
    }

    #[test]
    fn zones_are_held_against_each_other_by_what_their_clocks_show() {
        assert!(same_hour("Asia/Chongqing", "Asia/Shanghai", NOW));
        assert!(!same_hour("UTC", "Asia/Shanghai", NOW));
        assert!(same_hour("Nowhere/City", "Asia/Shanghai", NOW));
    }

    #[test]
    fn a_backup_is_fresh_for_a_week() {
        let days = |days: i64| At(NOW.0 - days * 24 * 3_600_000);
        assert!(is_fresh(days(7), NOW) && !is_fresh(days(8), NOW));
    }

    #[test]
    fn a_folder_that_can_be_written_says_so_and_keeps_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let found = look(&folder.path().join("a.fz"));
        assert!(found.writable && found.free.is_some());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(!look(&folder.path().join("gone/a.fz")).writable);
    }
}
