//! Opening a file: events folded, blobs read, and what kind of opening it was.

use deliberation::event::{Event, UnknownEvent};
use deliberation::ids::EventSeq;
use deliberation::text::BlobHash;
use deliberation::{Recorded, State, fold};
use journal::{Blob, Hash, Journal, ReadError, ReadOnly, Reader};

use crate::register::Register;

/// The file on disk, for writing or for reading only.
pub(crate) enum File {
    /// This program writes it.
    Writable(Journal),
    /// Somebody else does, or nobody can.
    ReadOnly(ReadOnly),
}

impl File {
    pub(crate) fn reader(&self) -> &Reader {
        match self {
            File::Writable(journal) => journal,
            File::ReadOnly(file) => file,
        }
    }
}

/// A file read into memory.
pub(crate) struct Loaded {
    pub(crate) state: State,
    pub(crate) register: Register,
    pub(crate) saved_at: i64,
    /// The file holds an event of a newer program: read up to there.
    pub(crate) newer: Option<u32>,
}

pub(crate) fn hash(blob: BlobHash) -> Hash {
    Hash(blob.0)
}

/// As what a blob's bytes are kept in memory.
#[derive(Clone, Copy)]
enum Kept {
    Card,
    Text,
}

/// As what an event's blobs are kept; scans, inputs and components stay on disk.
fn kept(event: &Event) -> Option<Kept> {
    match event {
        Event::RollImported { .. } | Event::UnitTransferred { .. } | Event::PersonAdded { .. } => Some(Kept::Card),
        Event::SpeechNoted { .. }
        | Event::NoteAdded { .. }
        | Event::SurplusUsed { .. }
        | Event::SentenceEdited { .. }
        | Event::PersonRecused { .. }
        | Event::VoteReopened { .. }
        | Event::ObjectionRaised { .. }
        | Event::ObjectionSettled { .. } => Some(Kept::Text),
        _ => None,
    }
}

/// Files a blob's bytes where its event says they belong.
pub(crate) fn take_blob(register: &mut Register, event: &Event, blob: BlobHash, bytes: &[u8]) {
    match kept(event) {
        Some(Kept::Card) => register.add_card(blob, bytes),
        Some(Kept::Text) => register.add_text(blob, bytes),
        None => {}
    }
}

/// Folds all events and reads the names and texts they refer to.
pub(crate) fn load(file: &Reader) -> Result<Loaded, ReadError> {
    let mut state = State::default();
    let mut wanted: Vec<(Kept, BlobHash)> = Vec::new();
    let mut saved_at = 0;
    let mut newer = None;
    let mut damaged = None;
    file.read_events(1, |row| match Recorded::decode(EventSeq(row.seq), &row.body) {
        Ok(recorded) => {
            if let Some(kind) = kept(&recorded.event) {
                wanted.extend(recorded.event.blobs().into_iter().map(|blob| (kind, blob)));
            }
            saved_at = recorded.at.0;
            fold(&mut state, &recorded);
            true
        }
        Err(UnknownEvent::Newer { version, .. }) => {
            newer = Some(version);
            false
        }
        Err(UnknownEvent::Malformed(_)) => {
            damaged = Some(row.seq);
            false
        }
    })?;
    if let Some(seq) = damaged {
        return Err(ReadError::DamagedEvent(seq));
    }
    let mut register = Register::default();
    for (kind, blob) in wanted {
        if let Some(Blob::Bytes(bytes)) = file.blob(&hash(blob))? {
            match kind {
                Kept::Card => register.add_card(blob, &bytes),
                Kept::Text => register.add_text(blob, &bytes),
            }
        }
    }
    Ok(Loaded { state, register, saved_at, newer })
}
