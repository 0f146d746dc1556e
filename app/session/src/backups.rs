//! Copies of the open file that make themselves: after every closed vote, after somebody was erased, and once work has gone
//! on for five minutes.
//!
//! They lie in a folder of this PC, so that a stick that breaks or stays behind takes nothing with it; each is verified
//! before it takes the place of the one before. That one could not be made is no trouble of the meeting: the next is tried
//! five minutes later, and whoever looks is told.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

use deliberation::At;
use deliberation::ids::EventSeq;
use journal::{Journal, ReadOnly};

use crate::audience::Now;
use crate::session::{Session, Wake};
use crate::snapshot::Snapshot;
use crate::writer::Request;

/// Work waits no longer than this for its copy, in ms.
const EVERY_MS: u64 = 300_000;

/// How far a copy reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Reach {
    seq: EventSeq,
    /// When the last vote was closed.
    decided: Option<At>,
    /// How many people were erased.
    erased: usize,
}

impl Reach {
    fn of(snapshot: &Snapshot) -> Reach {
        let decided = snapshot.facts.votes.iter().filter_map(|vote| vote.closed.as_ref()).map(|closed| closed.at).max();
        let erased = snapshot.facts.people.values().filter(|person| person.erased).count();
        Reach { seq: snapshot.seq, decided, erased }
    }

    /// Whether something happened since `copied` that is copied at once.
    fn weighs_more_than(&self, copied: &Reach) -> bool {
        self.decided > copied.decided || self.erased > copied.erased
    }
}

/// What a copy was asked to be.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    folder: PathBuf,
    /// Begin of its name, and what tells the files of one name apart.
    stem: String,
    id: String,
    /// Copies from before somebody was erased must not stay.
    alone: bool,
}

/// What a session knows of its copies.
#[derive(Debug, Default)]
pub(crate) struct Keeper {
    wanted: Option<Wanted>,
    copied: Reach,
    /// How far the file reached when it was last looked at: nobody counts in a frame in which nothing was done.
    here: Reach,
    /// The monotonic moment of the first deed that no copy has.
    since: Option<u64>,
    copying: Option<(Receiver<Result<PathBuf, String>>, Reach)>,
    last: Option<Result<(PathBuf, At), String>>,
}

impl Session {
    /// From now on copies of this file make themselves in a folder of this PC. A file that is only read, a rehearsal's
    /// copy, and a copy that was itself opened have none.
    pub fn keep_backups_in(&mut self, folder: &Path) {
        if self.read_only().is_some() || self.rehearses() || self.path().starts_with(folder) {
            return;
        }
        let Some(head) = self.head() else { return };
        let stem = self.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let id = head.file_id.to_string().chars().take(8).collect();
        let wanted = Wanted { folder: folder.to_owned(), stem, id, alone: false };
        self.backups = Keeper { wanted: Some(wanted), copied: Reach::of(self.snapshot()), ..Keeper::default() };
    }

    /// The last copy that made itself: where it lies and when it was made, or why there is none. `None` before the first.
    pub fn last_backup(&self) -> Option<&Result<(PathBuf, At), String>> {
        self.backups.last.as_ref()
    }

    /// In how many ms a copy is due; `None` while every deed has one, or none are made.
    pub fn backup_due_ms(&self) -> Option<u64> {
        let since = self.backups.since.filter(|_| self.backups.copying.is_none())?;
        Some((since + EVERY_MS).saturating_sub(self.now().mono_ms))
    }

    /// Begins and finishes copies; called at the start of every frame. True if there is something new.
    pub(crate) fn keep_backups(&mut self, now: Now) -> bool {
        if self.backups.wanted.is_none() {
            return false;
        }
        if self.backups.here.seq != self.snapshot().seq {
            self.backups.here = Reach::of(self.snapshot());
        }
        let here = self.backups.here;
        let news = self.backups.follow(now);
        if here.seq == self.backups.copied.seq {
            self.backups.since = None;
            return news;
        }
        let since = *self.backups.since.get_or_insert(now.mono_ms);
        let due = here.weighs_more_than(&self.backups.copied) || now.mono_ms >= since + EVERY_MS;
        if due && self.backups.copying.is_none() {
            let (ask, answer) = channel();
            let erases = here.erased > self.backups.copied.erased;
            if let Some(wanted) = &mut self.backups.wanted {
                // Stays so until a copy is there.
                wanted.alone |= erases;
                let wanted = wanted.clone();
                self.backups.copying = Some((answer, here));
                self.send(Request::KeepBackup(wanted, ask));
            }
        }
        news
    }
}

impl Keeper {
    /// Takes in what became of the copy under way.
    fn follow(&mut self, now: Now) -> bool {
        let Some((answer, reach)) = &self.copying else { return false };
        let (result, reach) = match answer.try_recv() {
            Ok(result) => (result, *reach),
            Err(TryRecvError::Empty) => return false,
            Err(TryRecvError::Disconnected) => (Err("the writer has stopped".to_owned()), *reach),
        };
        self.copying = None;
        match &result {
            Ok(_) => {
                (self.copied, self.since) = (reach, None);
                self.wanted.iter_mut().for_each(|wanted| wanted.alone = false);
            }
            Err(detail) => {
                tracing::warn!(detail, "no backup was made");
                // What weighs more was tried; the next time is in five minutes.
                self.copied = Reach { seq: self.copied.seq, ..reach };
                self.since = Some(now.mono_ms);
            }
        }
        self.last = Some(result.map(|path| (path, At(now.utc_ms))));
        true
    }
}

impl Wanted {
    /// Where copy `number` (from 1) lies.
    fn path(&self, number: u32) -> PathBuf {
        let tail = if number == 1 { String::new() } else { format!("-{number}") };
        self.folder.join(format!("{}-{}{tail}.fz", self.stem, self.id))
    }

    /// The first place without a copy that knows more than the file now does: such a file was put back to an earlier day,
    /// and what it lost is only there.
    fn place(&self, events: u64) -> PathBuf {
        let knows_more =
            |path: &PathBuf| ReadOnly::open(path).is_ok_and(|copy| copy.head().is_ok_and(|head| head.count > events));
        (1..=9).map(|number| self.path(number)).find(|path| !knows_more(path)).unwrap_or_else(|| self.path(10))
    }
}

/// Copies and verifies; called by the thread that writes.
pub(crate) fn copy(file: &Journal, wanted: Wanted, answer: Sender<Result<PathBuf, String>>, wake: Wake) {
    let begun = (|| {
        std::fs::create_dir_all(&wanted.folder).map_err(|error| error.to_string())?;
        let events = file.head().map_err(|error| error.to_string())?.count;
        let to = wanted.place(events);
        file.backup(&to).map(|copy| (copy, to)).map_err(|error| error.to_string())
    })();
    match begun {
        Err(detail) => {
            // Whoever asked may be gone; then nobody needs the answer.
            let _ = answer.send(Err(detail));
            wake();
        }
        // Verifying may take its time: the next deed does not wait for it.
        Ok((copy, to)) => {
            std::thread::spawn(move || {
                let kept = copy.keep().map_err(|error| error.to_string()).map(|_| {
                    sweep(&wanted, &to);
                    to
                });
                let _ = answer.send(kept);
                wake();
            });
        }
    }
}

/// Takes away what a stopped program left half copied, and, after somebody was erased, the copies that still name them.
fn sweep(wanted: &Wanted, kept: &Path) {
    let mark = format!("-{}", wanted.id);
    let ours = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(&mark));
    let Ok(entries) = std::fs::read_dir(&wanted.folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()).filter(|path| ours(path) && path != kept) {
        let half = path.to_string_lossy().contains(".fz.new-");
        if (half || wanted.alone)
            && let Err(error) = std::fs::remove_file(&path)
        {
            tracing::warn!(%error, "an old backup is still there");
        }
    }
}

/// The newest copy that made itself of a file of this name, which cannot be opened itself.
pub(crate) fn newest_of(folder: &Path, file: &Path) -> Option<PathBuf> {
    let begin = format!("{}-", file.file_stem()?.to_string_lossy());
    let of_it = |path: &PathBuf| {
        path.extension().is_some_and(|kind| kind == "fz")
            && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&begin))
    };
    let copies = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(of_it);
    copies.max_by_key(|path| std::fs::metadata(path).and_then(|found| found.modified()).ok())
}
