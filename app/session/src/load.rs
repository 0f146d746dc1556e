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

/// Files a blob's bytes where its event says they belong; scans, inputs and components stay on disk.
pub(crate) fn take_blob(register: &mut Register, event: &Event, blob: BlobHash, bytes: &[u8]) {
    match event {
        Event::RollImported { .. } | Event::PersonAdded { .. } => register.add_card(blob, bytes),
        Event::SpeechNoted { .. } | Event::NoteAdded { .. } | Event::SentenceEdited { .. } => {
            register.add_text(blob, bytes);
        }
        _ => {}
    }
}

/// Folds all events and reads the names and texts they refer to.
pub(crate) fn load(file: &Reader) -> Result<Loaded, ReadError> {
    let mut state = State::default();
    let mut wanted: Vec<(Event, BlobHash)> = Vec::new();
    let mut saved_at = 0;
    let mut newer = None;
    let mut damaged = None;
    file.read_events(1, |row| match Recorded::decode(EventSeq(row.seq), &row.body) {
        Ok(recorded) => {
            let texts = take_later(&recorded.event);
            wanted.extend(texts.into_iter().map(|blob| (light(&recorded.event), blob)));
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
    for (event, blob) in wanted {
        if let Some(Blob::Bytes(bytes)) = file.blob(&hash(blob))? {
            take_blob(&mut register, &event, blob, &bytes);
        }
    }
    Ok(Loaded { state, register, saved_at, newer })
}

/// The blobs of an event that are kept in memory.
fn take_later(event: &Event) -> Vec<BlobHash> {
    match event {
        Event::ProcedureStarted { .. } | Event::ProcedureStepped { .. } => Vec::new(),
        other => other.blobs(),
    }
}

/// An event of the same kind without its bulk: enough to say where a blob belongs.
fn light(event: &Event) -> Event {
    match event {
        Event::RollImported { .. } => {
            Event::RollImported { people: Vec::new(), entries: Vec::new(), columns: Vec::new() }
        }
        other => other.clone(),
    }
}
