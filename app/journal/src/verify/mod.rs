//! Is a file what it was: every event against the chain, every blob against its hash, SQLite's own check of the pages.
//!
//! Works beside a program that appends: each read is short, and SQLite's long check gives way to a commit. Never writes
//! to the file; an unfinished commit is taken back in a copy.

mod blobs;
mod container;
mod events;

use std::fmt;
use std::path::Path;

use serde::Serialize;

use crate::error::{OpenError, ReadError, Trouble};
use crate::hash::{FileId, Hash};
use crate::head::{Head, Seen};
use crate::header::Look;
use crate::read_only::RawReader;
use crate::reader::{self, Reader};
use crate::schema::{FORMAT, stranger};

/// What is wrong, most telling first: events, then blobs, then the file around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// This event's body or hash is not what was written, or it cannot be read; all before it are whole.
    Event(u64),
    /// This blob's bytes are not those its hash names, or are missing without a `person-erased` that lists them, or are
    /// there although one does.
    Blob(Hash),
    /// Header, schema or pages: every event and blob was read and is whole, but SQLite's structure around them is not.
    File(String),
}

/// The one word about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Everything is as it was written.
    Good,
    /// A commit was cut off and has been taken back; the last confirmed deed is kept.
    CutShort,
    /// Damaged; salvage what is whole into a new file.
    Damaged(Damage),
    /// Whole in itself, but it does not continue a head seen before.
    Rewritten {
        /// Number of the event of that head.
        at: u64,
    },
    /// Written in a later format, not checked.
    Newer {
        /// That format.
        format: u32,
    },
}

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Where the verified part of the chain ends: the file's head if no event is damaged.
    pub head: Head,
    /// The verdict.
    pub state: State,
    /// Everything that is damaged: at most one event (the first), every blob, each finding about the file.
    pub damages: Vec<Damage>,
    /// Whether a commit was cut off (also if there is damage besides).
    pub cut_short: bool,
    /// Blobs held and whole.
    pub blobs: u64,
    /// Blobs erased by `person-erased` events.
    pub erased: u64,
}

/// Why there is no report: not a file of ours, or no file that can be read.
#[derive(Debug, thiserror::Error)]
pub enum NotOurs {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// A file of another kind.
    #[error("this is not a Fangzhuo file")]
    OtherKind,
    /// Zero bytes.
    #[error("the file is empty")]
    Empty,
    /// Not to be read by this user.
    #[error("no permission to read the file")]
    NoPermission,
    /// The disk failed, or another program never let go.
    #[error(transparent)]
    Trouble(Trouble),
}

/// Verifies a file.
pub fn verify(path: &Path) -> Result<Report, NotOurs> {
    verify_against(path, &[])
}

/// Verifies a file and that it continues the heads seen before, on paper, in an older copy or by this PC.
pub fn verify_against(path: &Path, seen: &[Seen]) -> Result<Report, NotOurs> {
    let raw = match RawReader::open(path) {
        Ok(raw) => raw,
        Err(OpenError::Damaged(what)) => return Ok(Report::unreadable(what)),
        Err(error) => return Err(not_ours(error)),
    };
    let cut_short = raw.is_copy();
    let mut around = Vec::new();
    if let Some(Look::Damaged(what)) = &raw.look {
        around.push(Damage::File(what.clone()));
    }
    around.extend(raw.broken.clone().map(Damage::File));
    match raw.format() {
        Ok(format) if format > FORMAT => return Ok(Report::newer(raw, format)),
        Ok(_) => {}
        Err(error) => around.push(Damage::File(error.to_string())),
    }
    let live = (!cut_short).then(|| raw.path.clone());
    let file_id = match reader::file_id(&raw.conn).map_err(Trouble::from) {
        Ok(Some(file_id)) => file_id,
        Ok(None) => return Ok(Report::unreadable("the id of the file".into())),
        Err(Trouble::Damaged(what) | Trouble::Refused(what)) => return Ok(Report::unreadable(what)),
        Err(trouble) => return Err(NotOurs::Trouble(trouble)),
    };
    match stranger(&raw.conn).map_err(Trouble::from) {
        Ok(None) => {}
        Ok(Some(name)) => around.push(Damage::File(format!("unexpected or missing in the schema: {name}"))),
        Err(Trouble::Damaged(what)) => around.push(Damage::File(what)),
        Err(trouble) => return Err(NotOurs::Trouble(trouble)),
    }
    let mut file = raw.into_reader(file_id).map_err(not_ours)?;
    let checked = check(&mut file, seen, live.as_deref(), around)?;
    Ok(checked.report(file_id, cut_short))
}

/// What the three checks found.
struct Checked {
    events: events::Events,
    blobs: blobs::Verdict,
    around: Vec<Damage>,
}

fn check(file: &mut Reader, seen: &[Seen], live: Option<&Path>, around: Vec<Damage>) -> Result<Checked, NotOurs> {
    let mut events = events::Events::new(file.file_id, seen);
    events.go_on(file)?;
    let mut blobs = blobs::Blobs::default();
    blobs.look_at_all(file)?;
    events.go_on(file)?;
    blobs.look_for_named(file, &events)?;
    events.go_on(file)?;
    let blobs = blobs.judge(&events);
    let mut around = around;
    around.extend(container::check(file, live)?);
    Ok(Checked { events, blobs, around })
}

impl Checked {
    fn report(self, file_id: FileId, cut_short: bool) -> Report {
        let rewritten = self.events.disagreement();
        let head = Head { file_id, count: self.events.chain.count(), hash: self.events.chain.hash() };
        let mut damages: Vec<Damage> = self.events.damaged_at.map(Damage::Event).into_iter().collect();
        damages.extend(self.blobs.damaged.iter().copied().map(Damage::Blob));
        damages.extend(self.around);
        let state = match (damages.first(), rewritten) {
            (Some(damage), _) => State::Damaged(damage.clone()),
            (None, Some(at)) => State::Rewritten { at },
            (None, None) if cut_short => State::CutShort,
            (None, None) => State::Good,
        };
        Report { head, state, damages, cut_short, blobs: self.blobs.whole, erased: self.blobs.erased }
    }
}

impl Report {
    /// Ours, but not even the first event can be reached.
    fn unreadable(what: String) -> Self {
        let damages = vec![Damage::Event(1), Damage::File(what)];
        Self {
            head: Head { file_id: FileId([0; 16]), count: 0, hash: Hash::ZERO },
            state: State::Damaged(Damage::Event(1)),
            damages,
            cut_short: false,
            blobs: 0,
            erased: 0,
        }
    }

    /// Of a later format: its head as it stands, unchecked, as far as it still has one we can read.
    fn newer(raw: RawReader, format: u32) -> Self {
        let file_id = reader::file_id(&raw.conn).ok().flatten().unwrap_or(FileId([0; 16]));
        let (count, hash) = reader::last(&raw.conn).ok().flatten().unwrap_or((0, Hash::ZERO));
        Self {
            head: Head { file_id, count, hash },
            state: State::Newer { format },
            damages: Vec::new(),
            cut_short: raw.is_copy(),
            blobs: 0,
            erased: 0,
        }
    }

    /// Whether the file may be worked with: good or cut short.
    pub fn is_sound(&self) -> bool {
        matches!(self.state, State::Good | State::CutShort)
    }
}

impl State {
    /// Where it is damaged or rewritten: the event's number or the blob's hash; 0 is the file around the events.
    pub fn at(&self) -> Option<String> {
        match self {
            Self::Damaged(Damage::Event(seq)) | Self::Rewritten { at: seq } => Some(seq.to_string()),
            Self::Damaged(Damage::Blob(hash)) => Some(hash.to_string()),
            Self::Damaged(Damage::File(_)) => Some("0".into()),
            Self::Good | Self::CutShort | Self::Newer { .. } => None,
        }
    }
}

/// The stable words `verify` prints; damage of the file around the events is "at event 0".
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Good => f.write_str("good"),
            Self::CutShort => f.write_str("cut-short"),
            Self::Damaged(damage) => damage.fmt(f),
            Self::Rewritten { .. } => f.write_str("rewritten"),
            Self::Newer { format } => write!(f, "newer (needs format {format})"),
        }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Event(seq) => write!(f, "damaged at event {seq}"),
            Self::Blob(hash) => write!(f, "damaged blob {hash}"),
            Self::File(_) => f.write_str("damaged at event 0"),
        }
    }
}

/// As the stable words.
impl Serialize for State {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn not_ours(error: OpenError) -> NotOurs {
    match error {
        OpenError::Missing => NotOurs::Missing,
        OpenError::NotOurs => NotOurs::OtherKind,
        OpenError::Empty => NotOurs::Empty,
        OpenError::NoPermission | OpenError::WriteProtected => NotOurs::NoPermission,
        OpenError::Trouble(trouble) => NotOurs::Trouble(trouble),
        other => NotOurs::Trouble(Trouble::Refused(other.to_string())),
    }
}

impl From<Trouble> for NotOurs {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<ReadError> for NotOurs {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Trouble(trouble) => Self::Trouble(trouble),
            other => Self::Trouble(Trouble::Damaged(other.to_string())),
        }
    }
}
