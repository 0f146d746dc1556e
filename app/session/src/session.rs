//! An open file as the windows hold it: commands in, snapshots out, nothing that waits for the disk.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use deliberation::event::Event;
use deliberation::ids::{EventSeq, PersonId};
use deliberation::{At, Command, Origin, Recorded, Refusal};
use journal::{AppendError, Head, Holder, Journal, OpenError, ReadError, ReadOnly, SealedBlob};
use words::Lang;

use crate::audience::Now;
use crate::load::{File, load};
use crate::snapshot::Snapshot;
use crate::stage::Stage;
use crate::trouble::not_saved_text;
use crate::writer::{Outcome, Reply, Request, Ticket, Writer, stopped};

/// Called from another thread when there is something new to draw.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Why an open file cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnlyReason {
    /// Another program writes it.
    Locked(Holder),
    /// The medium or the file may not be written.
    WriteProtected,
    /// A newer program wrote it: its version.
    Newer(u32),
}

/// Why a file was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenFailure {
    /// Before its events.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// While reading them.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Whether the last deed is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// All of it, since this moment (UTC ms).
    Saved(i64),
    /// Under way since this monotonic moment in ms.
    Saving(u64),
    /// The last one is not: the sentence that says why.
    NotSaved(String),
    /// Nothing can be: why.
    ReadOnly(ReadOnlyReason),
}

/// An open file.
pub struct Session {
    path: PathBuf,
    requests: Sender<Request>,
    replies: Receiver<Reply>,
    thread: Option<JoinHandle<()>>,
    snapshot: Arc<Snapshot>,
    next_ticket: u64,
    pending: BTreeMap<Ticket, u64>,
    outcomes: VecDeque<(Ticket, Outcome)>,
    fresh: Vec<(Ticket, Outcome)>,
    not_saved: Option<AppendError>,
    read_only: Option<ReadOnlyReason>,
    person: PersonId,
    now: Now,
    pub(crate) floor: crate::floor::FloorClocks,
    /// Which card the room sees; never waits for the disk.
    pub stage: Stage,
    /// What a locked screen goes on showing.
    pub(crate) frozen: Option<(crate::stage::Shown, Arc<crate::audience::AudienceView>)>,
    pub(crate) procedures: crate::procedures::Procedures,
    pub(crate) days: crate::days::Days,
    pub(crate) pictures: crate::evidence::Pictures,
    pub(crate) drafts: crate::drafts::Keeper,
    pub(crate) surroundings: crate::preflight::Surroundings,
    pub(crate) backups: crate::backups::Keeper,
    /// It is a rehearsal's copy.
    pub(crate) rehearses: bool,
}

/// How much a session keeps beside the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Submissions without an outcome.
    pub pending: usize,
    /// Outcomes for whoever asks late.
    pub outcomes: usize,
    /// Outcomes nobody has asked for yet.
    pub fresh: usize,
    /// Moves of the stage that can be taken back.
    pub moves: usize,
}

/// Outcomes kept for whoever asks late.
const KEPT: usize = 256;

impl Session {
    /// Makes a new file with its first event; refuses to replace anything.
    pub fn create(
        path: &Path,
        title: &str,
        zone: &str,
        lang: Lang,
        at: At,
        wake: Wake,
    ) -> Result<Session, OpenFailure> {
        let event = Event::FileCreated { title: title.to_owned(), zone: zone.to_owned(), lang: lang.tag().to_owned() };
        let seq = EventSeq(1);
        let first = Recorded { seq, at, by: PersonId::NOBODY, deed: seq, event };
        let journal = Journal::create(path, &first.encode())?;
        Session::begin(path, File::Writable(journal), None, wake)
    }

    /// Opens a file: to write it if that can be, else to read it, saying why.
    pub fn open(path: &Path, wake: Wake) -> Result<Session, OpenFailure> {
        let (file, reason) = match Journal::open(path) {
            Ok(journal) => (File::Writable(journal), None),
            Err(OpenError::Locked(holder)) => {
                (File::ReadOnly(ReadOnly::open(path)?), Some(ReadOnlyReason::Locked(holder)))
            }
            Err(OpenError::WriteProtected) => {
                (File::ReadOnly(ReadOnly::open(path)?), Some(ReadOnlyReason::WriteProtected))
            }
            Err(OpenError::Newer { format }) => {
                (File::ReadOnly(ReadOnly::open(path)?), Some(ReadOnlyReason::Newer(format)))
            }
            Err(other) => return Err(other.into()),
        };
        Session::begin(path, file, reason, wake)
    }

    fn begin(path: &Path, file: File, reason: Option<ReadOnlyReason>, wake: Wake) -> Result<Session, OpenFailure> {
        let loaded = load(file.reader())?;
        let newer = loaded.newer.map(ReadOnlyReason::Newer);
        let file = match (&newer, file) {
            // What this program does not understand it must not continue.
            (Some(_), File::Writable(journal)) => {
                drop(journal);
                File::ReadOnly(ReadOnly::open(path)?)
            }
            (_, file) => file,
        };
        let read_only = reason.or(newer);
        let id = file.reader().file_id().to_string();
        let drafts =
            if read_only.is_none() { crate::drafts::find(path, &id) } else { crate::drafts::Keeper::default() };
        let writer = Writer::new(path, file, loaded);
        let snapshot = Arc::new(writer.snapshot());
        let (requests, served) = channel();
        let (answers, replies) = channel();
        let wake_writer = Arc::clone(&wake);
        let thread = std::thread::spawn(move || writer.run(&served, &answers, &wake_writer));
        let person = snapshot.facts.open_meeting().map(|(_, meeting)| meeting.duties.chair).unwrap_or_default();
        Ok(Session {
            path: path.to_owned(),
            pictures: crate::evidence::Pictures::new(Arc::clone(&wake)),
            procedures: crate::procedures::Procedures::new(requests.clone(), wake),
            requests,
            replies,
            thread: Some(thread),
            snapshot,
            next_ticket: 0,
            pending: BTreeMap::new(),
            outcomes: VecDeque::new(),
            fresh: Vec::new(),
            not_saved: None,
            read_only,
            person,
            now: Now::default(),
            floor: crate::floor::FloorClocks::default(),
            stage: Stage::default(),
            frozen: None,
            days: crate::days::Days::default(),
            drafts,
            surroundings: crate::preflight::Surroundings::default(),
            backups: crate::backups::Keeper::default(),
            rehearses: false,
        })
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is a rehearsal's copy, which counts for nothing.
    pub fn rehearses(&self) -> bool {
        self.rehearses
    }

    /// Copies the file as it stands on the disk, verified; the error is what the disk says.
    pub(crate) fn copy_to(&self, to: &Path) -> Result<(), String> {
        if self.read_only.is_some() {
            return journal::salvage(&self.path, to).map(drop).map_err(|error| error.to_string());
        }
        let (ask, answer) = channel();
        let stopped = |()| "the writer has stopped".to_owned();
        self.requests.send(Request::Copy(to.to_owned(), ask)).map_err(|_| stopped(()))?;
        answer.recv().map_err(|_| stopped(()))?
    }

    /// How much is kept beside the facts: what must not grow with the length of a meeting.
    pub fn kept(&self) -> Kept {
        Kept {
            pending: self.pending.len(),
            outcomes: self.outcomes.len(),
            fresh: self.fresh.len(),
            moves: self.stage.moves(),
        }
    }

    /// The last durable picture.
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// What holds now.
    pub fn facts(&self) -> &deliberation::Facts {
        &self.snapshot.facts
    }

    /// The moment of this frame.
    pub fn now(&self) -> Now {
        self.now
    }

    /// Who works at the desk now.
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// Says who works at the desk from now on.
    pub fn set_person(&mut self, person: PersonId) {
        self.person = person;
    }

    /// The next of the duties: chair, recorder, two counters (Ctrl+P).
    pub fn next_person(&mut self) {
        let Some((_, meeting)) = self.snapshot.facts.working_meeting() else { return };
        let duties = &meeting.duties;
        let mut people: Vec<PersonId> = Vec::new();
        for person in [duties.chair, duties.recorder, duties.counters[0], duties.counters[1]] {
            if person != PersonId::NOBODY && !people.contains(&person) {
                people.push(person);
            }
        }
        if let Some(place) = people.iter().position(|person| *person == self.person) {
            self.person = people[(place + 1) % people.len()];
        } else if let Some(first) = people.first() {
            self.person = *first;
        }
    }

    /// Sends one command; its outcome comes with a later [`Session::tick`].
    pub fn submit(&mut self, command: Command) -> Ticket {
        self.submit_all(vec![command])
    }

    /// Sends commands of one transaction: all or none.
    pub fn submit_all(&mut self, commands: Vec<Command>) -> Ticket {
        let origin = Origin { at: At(self.now.utc_ms), by: self.person };
        self.submit_as(commands, origin, Vec::new())
    }

    /// Sends commands of another moment or hand, with blobs made beforehand: stories and procedures.
    pub fn submit_as(&mut self, commands: Vec<Command>, origin: Origin, blobs: Vec<SealedBlob>) -> Ticket {
        let ticket = self.ticket();
        self.send(Request::Deeds { ticket, commands, origin, blobs });
        ticket
    }

    pub(crate) fn ticket(&mut self) -> Ticket {
        self.next_ticket += 1;
        let ticket = Ticket(self.next_ticket);
        self.pending.insert(ticket, self.now.mono_ms);
        ticket
    }

    pub(crate) fn send(&mut self, request: Request) {
        if self.requests.send(request).is_err() {
            tracing::error!("the writer has stopped");
        }
    }

    /// Takes in what the writer has done; called at the start of every frame. True if there is something new.
    pub fn tick(&mut self, now: Now) -> bool {
        self.now = now;
        let mut news = false;
        loop {
            match self.replies.try_recv() {
                Ok(reply) => self.take(reply),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    news |= self.give_up();
                    break;
                }
            }
            news = true;
        }
        news |= self.after_replies();
        self.notice_sleep(now);
        news |= self.keep_backups(now);
        news | self.tell_day(At(now.utc_ms))
    }

    /// Waits until everything sent has its outcome: headless commands and tests.
    pub fn settle(&mut self) {
        while !self.pending.is_empty() || self.procedures.busy() {
            match self.replies.recv_timeout(Duration::from_millis(5)) {
                Ok(reply) => self.take(reply),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    self.give_up();
                    break;
                }
            }
            self.after_replies();
        }
    }

    /// Sends one command and waits for its outcome.
    pub fn submit_and_settle(&mut self, command: Command) -> Outcome {
        let ticket = self.submit(command);
        self.settle();
        self.outcome(ticket).cloned().unwrap_or(Outcome::Refused(0, Refusal::ReadOnly))
    }

    /// The writer is gone: whatever waits for it is not saved, and says so. True if anything waited.
    fn give_up(&mut self) -> bool {
        let waiting = std::mem::take(&mut self.pending);
        let any = !waiting.is_empty();
        for ticket in waiting.into_keys() {
            let outcome = stopped();
            if let Outcome::NotSaved(error) = &outcome {
                self.not_saved = Some(error.clone());
            }
            self.keep(ticket, outcome);
        }
        any
    }

    fn take(&mut self, reply: Reply) {
        if !self.settles(reply.ticket, &reply.outcome) {
            return;
        }
        self.pending.remove(&reply.ticket);
        if let Some(snapshot) = reply.snapshot {
            let before = std::mem::replace(&mut self.snapshot, snapshot);
            if let Some(correction) = self.corrected_since(&before) {
                self.stage.correct(correction);
            }
            self.name_the_chair();
        }
        match &reply.outcome {
            Outcome::Done(..) => self.not_saved = None,
            Outcome::NotSaved(error) => self.not_saved = Some(error.clone()),
            Outcome::Refused(..) | Outcome::Procedure(_) => {}
        }
        self.keep(reply.ticket, reply.outcome);
    }

    fn keep(&mut self, ticket: Ticket, outcome: Outcome) {
        if self.was_telling(ticket, &outcome) {
            return;
        }
        self.want_drafts();
        self.outcomes.push_back((ticket, outcome.clone()));
        if self.outcomes.len() > KEPT {
            self.outcomes.pop_front();
        }
        self.fresh.push((ticket, outcome));
    }

    /// Lets the stage follow what holds, after it was told to: seen in the same frame.
    pub fn follow_stage(&mut self) {
        self.stage.follow_facts(&self.snapshot.facts, self.snapshot.seq, self.now);
    }

    fn after_replies(&mut self) -> bool {
        let mut news = false;
        for (ticket, failure) in self.procedures.take_in(&self.snapshot) {
            news = true;
            if let Some(failure) = failure {
                self.pending.remove(&ticket);
                self.keep(ticket, Outcome::Procedure(failure));
            }
        }
        self.wind_clocks();
        self.follow_stage();
        news
    }

    /// When a meeting opens and nobody has said who works here, it is the chair.
    fn name_the_chair(&mut self) {
        if self.person == PersonId::NOBODY
            && let Some((_, meeting)) = self.snapshot.facts.open_meeting()
        {
            self.person = meeting.duties.chair;
        }
    }

    /// The outcome of a submission, while it is remembered.
    pub fn outcome(&self, ticket: Ticket) -> Option<&Outcome> {
        self.outcomes.iter().rev().find(|(known, _)| *known == ticket).map(|(_, outcome)| outcome)
    }

    /// Outcomes since this was last asked: the desk shows refusals and goes on.
    pub fn fresh_outcomes(&mut self) -> Vec<(Ticket, Outcome)> {
        std::mem::take(&mut self.fresh)
    }

    /// Whether a submission is under way.
    pub fn is_pending(&self, ticket: Ticket) -> bool {
        self.pending.contains_key(&ticket)
    }

    /// Whether the last deed is on the disk.
    pub fn save_state(&self, lang: Lang) -> SaveState {
        if let Some(reason) = &self.read_only {
            SaveState::ReadOnly(reason.clone())
        } else if let Some(error) = &self.not_saved {
            SaveState::NotSaved(not_saved_text(lang, error, self.snapshot.seq))
        } else if let Some(since) = self.pending.values().min() {
            SaveState::Saving(*since)
        } else {
            SaveState::Saved(self.snapshot.saved_at)
        }
    }

    /// Why the file cannot be changed; `None` if it can.
    pub fn read_only(&self) -> Option<&ReadOnlyReason> {
        self.read_only.as_ref()
    }

    /// The head of the file; `None` if it cannot be read now.
    pub fn head(&self) -> Option<Head> {
        let (ask, answer) = channel();
        self.requests.send(Request::Head(ask)).ok()?;
        answer.recv().ok()
    }

    /// The sentence for people of what became of a submission; `None` if it was done.
    pub fn outcome_text(&self, lang: Lang, outcome: &Outcome) -> Option<String> {
        match outcome {
            Outcome::Done(..) => None,
            Outcome::Refused(_, refusal) => {
                Some(words::refusal_text(lang, &self.snapshot.facts, self.snapshot.as_ref(), refusal))
            }
            Outcome::NotSaved(error) => Some(not_saved_text(lang, error, self.snapshot.seq)),
            Outcome::Procedure(failure) => Some(crate::procedures::failure_text(lang, &self.snapshot, failure)),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.procedures.stop();
        self.send(Request::Stop);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the writer ended badly");
        }
    }
}

#[cfg(test)]
mod tests;
