//! Opening a file: events folded, blobs read, and what kind of opening it was.

use deliberation::event::{Event, UnknownEvent};
use deliberation::ids::EventSeq;
use deliberation::text::BlobHash;
use deliberation::{Recorded, State, fold};
use journal::{Blob, Hash, Journal, ReadError, ReadOnly, Reader};
use serde_json::Value;

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

/// Where the contract has what people type: a value, a finding's note, a photo's caption.
const TYPED: [&str; 3] = ["text", "note", "caption"];

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
    /// What somebody did on a procedure's page: what they typed is kept.
    Deed,
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
        Event::ProcedureStepped { .. } => Some(Kept::Deed),
        _ => None,
    }
}

/// Files a blob's bytes where its event says they belong.
pub(crate) fn take_blob(register: &mut Register, event: &Event, blob: BlobHash, bytes: &[u8]) {
    if let Some(kind) = kept(event)
        && kept_blobs(event).contains(&blob)
    {
        file_away(register, kind, blob, bytes);
    }
}

/// The blobs of an event that are kept in memory: photos stay on disk.
fn kept_blobs(event: &Event) -> Vec<BlobHash> {
    match event {
        Event::ProcedureStepped { event, .. } => vec![event.blob],
        other => other.blobs(),
    }
}

fn file_away(register: &mut Register, kind: Kept, blob: BlobHash, bytes: &[u8]) {
    match kind {
        Kept::Card => register.add_card(blob, bytes),
        Kept::Text => register.add_text(blob, bytes),
        Kept::Deed => {
            if let Some(typed) = typed(bytes) {
                register.add_text(blob, typed.as_bytes());
            }
        }
    }
}

/// What somebody typed in what they did on a page, one text after the other; `None` if nothing.
fn typed(bytes: &[u8]) -> Option<String> {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value {
                        Value::String(text) if TYPED.contains(&name.as_str()) && !text.trim().is_empty() => {
                            texts.push(text.trim().to_owned());
                        }
                        other => collect(other, texts),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    collect(&serde_json::from_slice(bytes).ok()?, &mut texts);
    (!texts.is_empty()).then(|| texts.join("；"))
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
                wanted.extend(kept_blobs(&recorded.event).into_iter().map(|blob| (kind, blob)));
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
            file_away(&mut register, kind, blob, &bytes);
        }
    }
    Ok(Loaded { state, register, saved_at, newer })
}
