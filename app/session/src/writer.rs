//! The one thread that writes: decide → append (durable) → fold → publish, one request after the other.
//!
//! It owns journal and state. Windows never wait for it; they send commands and draw the last snapshot.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use deliberation::event::Event;
use deliberation::history::Deed;
use deliberation::ids::EventSeq;
use deliberation::text::BlobHash;
use deliberation::{Command, Origin, Recorded, Refusal, State, decide, fold};
use journal::{AppendError, Blob, SealedBlob};

use crate::load::{File, Loaded, hash, take_blob};
use crate::register::Register;
use crate::session::Wake;
use crate::snapshot::Snapshot;

/// Names a submission until its outcome is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(pub(crate) u64);

/// What became of a submission.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Durable; the first and last event.
    Done(EventSeq, EventSeq),
    /// Against the rules; nothing was written. The place of the command in its batch, from 0.
    Refused(usize, Refusal),
    /// The disk would not take it; nothing was written, everything before it stands.
    NotSaved(AppendError),
    /// A procedure could not do it; nothing was written.
    Procedure(procedure::Failure),
}

impl Outcome {
    /// Whether it is durable.
    pub fn is_done(&self) -> bool {
        matches!(self, Outcome::Done(..))
    }
}

pub(crate) enum Request {
    /// Commands of one transaction, with blobs made beforehand.
    Deeds {
        ticket: Ticket,
        commands: Vec<Command>,
        origin: Origin,
        blobs: Vec<SealedBlob>,
    },
    /// The bytes under a hash.
    Blob(BlobHash, Sender<Option<Vec<u8>>>),
    /// What is half typed, to lie beside the file.
    Drafts(crate::drafts::Drafts),
    /// What is around the file.
    Around(Sender<crate::preflight::Around>),
    /// A verified copy there.
    BackUp(PathBuf, Sender<Result<PathBuf, String>>),
    /// A verified copy that makes itself.
    KeepBackup(crate::backups::Wanted, Sender<Result<PathBuf, String>>),
    /// The head as it stands.
    Head(Sender<journal::Head>),
    /// A verified copy under a path.
    Copy(PathBuf, Sender<Result<(), String>>),
    Stop,
}

pub(crate) struct Reply {
    pub(crate) ticket: Ticket,
    pub(crate) outcome: Outcome,
    pub(crate) snapshot: Option<Arc<Snapshot>>,
}

/// The outcome of a deed that a mistake of the program cut off.
pub(crate) fn stopped() -> Outcome {
    Outcome::NotSaved(AppendError::Trouble(journal::Trouble::Refused("the program made a mistake".to_owned())))
}

/// The file as the writer holds it.
pub(crate) struct Writer {
    path: PathBuf,
    pub(crate) file: File,
    pub(crate) state: State,
    pub(crate) register: Register,
    pub(crate) saved_at: i64,
}

impl Writer {
    pub(crate) fn new(path: &Path, file: File, loaded: Loaded) -> Writer {
        Writer {
            path: path.to_owned(),
            file,
            state: loaded.state,
            register: loaded.register,
            saved_at: loaded.saved_at,
        }
    }

    /// Serves requests until told to stop or nobody is left to ask.
    pub(crate) fn run(mut self, requests: &Receiver<Request>, replies: &Sender<Reply>, wake: &Wake) {
        while let Ok(request) = requests.recv() {
            match request {
                Request::Stop => break,
                Request::Blob(blob, answer) => {
                    let bytes = match self.file.reader().blob(&hash(blob)) {
                        Ok(Some(Blob::Bytes(bytes))) => Some(bytes),
                        _ => None,
                    };
                    // Whoever asked may be gone; then nobody needs the answer.
                    let _ = answer.send(bytes);
                }
                Request::Drafts(drafts) => {
                    let id = self.file.reader().file_id().to_string();
                    // No deed: that it did not work is no trouble of the meeting.
                    if let Err(error) = crate::drafts::lay(&self.path, &id, drafts) {
                        tracing::warn!(%error, "what is half typed was not kept");
                    }
                }
                Request::Around(answer) => {
                    let _ = answer.send(crate::preflight::look(&self.path));
                    wake();
                }
                Request::BackUp(to, answer) => {
                    if let File::Writable(journal) = &self.file {
                        crate::preflight::copy(journal, to, answer, Wake::clone(wake));
                    }
                    wake();
                }
                Request::KeepBackup(wanted, answer) => {
                    if let File::Writable(journal) = &self.file {
                        crate::backups::copy(journal, wanted, answer, Wake::clone(wake));
                    }
                }
                Request::Head(answer) => {
                    if let Ok(head) = self.file.reader().head() {
                        let _ = answer.send(head);
                    }
                }
                Request::Copy(to, answer) => {
                    let _ = answer.send(self.copy(&to));
                }
                Request::Deeds { ticket, commands, origin, blobs } => {
                    // A mistake of the rules must not take the thread with it: what it was doing was on a copy.
                    let tried = catch_unwind(AssertUnwindSafe(|| self.submit(commands, &origin, blobs)));
                    let outcome = tried.unwrap_or_else(|_| stopped());
                    let snapshot = outcome.is_done().then(|| Arc::new(self.snapshot()));
                    if replies.send(Reply { ticket, outcome, snapshot }).is_err() {
                        break;
                    }
                    wake();
                }
            }
        }
    }

    fn copy(&self, to: &Path) -> Result<(), String> {
        let File::Writable(journal) = &self.file else { return Err("the file is only read".to_owned()) };
        let backup = journal.backup(to).map_err(|error| error.to_string())?;
        backup.keep().map(drop).map_err(|error| error.to_string())
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        let shared = |deed: Option<&Deed>| deed.cloned().map(Arc::new);
        Snapshot {
            seq: self.state.seq,
            saved_at: self.saved_at,
            facts: self.state.facts.clone(),
            undoable: shared(self.state.history.undoable()),
            redoable: shared(self.state.history.redoable()),
            register: self.register.clone(),
        }
    }

    /// Decides commands one after the other on a copy, writes all their events in one transaction, then takes them in.
    fn submit(&mut self, commands: Vec<Command>, origin: &Origin, mut blobs: Vec<SealedBlob>) -> Outcome {
        if matches!(self.file, File::ReadOnly(_)) {
            return Outcome::Refused(0, Refusal::ReadOnly);
        }
        let mut next = self.state.clone();
        let mut recorded = Vec::new();
        // What was asked for together is undone together.
        let deed = EventSeq(self.state.seq.0 + 1);
        for (place, mut command) in commands.into_iter().enumerate() {
            for sealable in command.sealables() {
                let Some(bytes) = sealable.open_bytes() else { continue };
                match journal::seal(bytes) {
                    Ok(blob) => {
                        sealable.seal(BlobHash(blob.hash().0));
                        blobs.push(blob);
                    }
                    Err(error) => {
                        return Outcome::NotSaved(AppendError::Trouble(journal::Trouble::Io(error.to_string())));
                    }
                }
            }
            read_out(&next, &mut command);
            match decide(&next, &command, origin) {
                Err(refusal) => return Outcome::Refused(place, refusal),
                Ok(events) => {
                    for event in events {
                        let seq = EventSeq(next.seq.0 + 1);
                        let event = Recorded { seq, at: origin.at, by: origin.by, deed, event };
                        fold(&mut next, &event);
                        recorded.push(event);
                    }
                }
            }
        }
        if let Err(error) = self.append(&recorded, &blobs, origin) {
            return Outcome::NotSaved(error);
        }
        let first = recorded.first().map_or(next.seq, |event| event.seq);
        self.take_in(&recorded, &blobs);
        self.state = next;
        self.saved_at = origin.at.0;
        Outcome::Done(first, self.state.seq)
    }

    fn append(&mut self, recorded: &[Recorded], blobs: &[SealedBlob], origin: &Origin) -> Result<(), AppendError> {
        let File::Writable(journal) = &mut self.file else { return Ok(()) };
        let bodies: Vec<Vec<u8>> = recorded.iter().map(Recorded::encode).collect();
        let erased: Vec<journal::Hash> = recorded
            .iter()
            .filter_map(|event| match &event.event {
                Event::PersonErased { blobs, .. } => Some(blobs.iter().map(|blob| hash(*blob))),
                _ => None,
            })
            .flatten()
            .collect();
        if erased.is_empty() {
            journal.append(&bodies, blobs)?;
        } else {
            journal.erase(&bodies, &erased, origin.at.0)?;
        }
        Ok(())
    }

    /// Keeps names and texts beside the facts.
    fn take_in(&mut self, recorded: &[Recorded], blobs: &[SealedBlob]) {
        for event in recorded {
            if let Event::PersonErased { blobs, .. } = &event.event {
                self.register.forget(blobs);
                continue;
            }
            for wanted in event.event.blobs() {
                if let Some(blob) = blobs.iter().find(|blob| blob.hash().0 == wanted.0) {
                    take_blob(&mut self.register, &event.event, wanted, blob.bytes());
                }
            }
        }
    }
}

/// Writes the rule of a vote as the sentence that is read out, in both languages, to be frozen with it; seats that are
/// told when the vote opens stand in it.
fn read_out(state: &State, command: &mut Command) {
    if let Command::OpenVote { rule, seats, sentence, .. } = command
        && let Some(rule) = state.facts.rule(rule)
    {
        let mut rule = rule.clone();
        if let Some(election) = &mut rule.election {
            election.seats = election.seats.or(*seats);
        }
        *sentence = words::rule_words::rule_text(&rule);
    }
}
