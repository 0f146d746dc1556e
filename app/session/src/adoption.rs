//! Taking a procedure into the file: a file of the disk is examined beside the meeting, a person reads its sheet, and only
//! then it is recorded, with its bytes. The other way round, taking it off the list.
//!
//! Nothing is ever updated by itself: another version is another file with another hash, adopted by a person like the first.
//! What runs goes on with the one it began with.

use std::path::Path;
use std::sync::Arc;

use deliberation::procedure::Adopted;
use deliberation::text::{BlobHash, BlobRef};
use deliberation::{At, Command, Origin};
use procedure::Manifest;
use procedure::adoption::{Examination, Step};

use crate::procedure_worker::jobs::Job;
use crate::procedure_worker::recorded;
use crate::session::Session;
use crate::writer::Ticket;

/// A file could not be read at all: what the system says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread(pub String);

/// A file that somebody wants to adopt.
#[derive(Clone, Debug)]
pub struct Examined {
    /// Its name.
    pub file: String,
    /// Its bytes.
    pub(crate) bytes: Arc<[u8]>,
    /// What was found, or why it could not be read.
    pub found: Result<Examination, Unread>,
}

/// The examination that is under way or done.
#[derive(Clone, Debug)]
pub enum Examining {
    /// At which step; `None` before the first.
    Under(Option<Step>),
    /// Done.
    Done(Box<Examined>),
}

/// A procedure on the list.
#[derive(Clone, Copy, Debug)]
pub struct Offered<'a> {
    /// What it says about itself.
    pub manifest: &'a Manifest,
    /// SHA-256 of its file.
    pub sha256: BlobHash,
    /// Who adopted it and when; `None` for one that is shipped with the program.
    pub adopted: Option<&'a Adopted>,
}

impl Session {
    /// Examines a file beside the meeting; [`Session::examining`] says how far it is.
    pub fn examine_procedure(&mut self, path: &Path) {
        self.procedures.examining = Some(Examining::Under(None));
        self.procedures.send(Job::Examine(path.to_owned()));
    }

    /// The examination last asked for.
    pub fn examining(&self) -> Option<&Examining> {
        self.procedures.examining.as_ref()
    }

    /// Puts the examined file away; nothing is kept of it.
    pub fn put_examined_away(&mut self) {
        self.procedures.examining = None;
    }

    /// Adopts the examined file: who, when, its hash, and its bytes. `None` where there is no sheet to adopt by, or the bytes
    /// cannot be sealed.
    pub fn adopt_examined(&mut self) -> Option<Ticket> {
        let Some(Examining::Done(examined)) = self.procedures.examining.take() else { return None };
        let sheet = examined.found.ok()?.sheet?;
        let blob = journal::seal(examined.bytes.to_vec()).ok()?;
        let plugin = recorded(&sheet.component, BlobRef { blob: BlobHash(blob.hash().0) });
        let origin = Origin { at: At(self.now().utc_ms), by: self.person() };
        Some(self.submit_as(vec![Command::AdoptProcedure { plugin }], origin, vec![blob]))
    }

    /// Takes an adopted procedure off the list; what runs goes on with it.
    pub fn retire_procedure(&mut self, sha256: BlobHash) -> Ticket {
        self.submit(Command::RetireProcedure { sha256 })
    }

    /// The procedures that can be started, the community's own first; one of theirs stands in the place of a shipped one of
    /// the same id.
    pub fn offered_procedures(&self) -> impl Iterator<Item = Offered<'_>> {
        let own = self.procedures.adopted.iter().filter_map(|(manifest, sha256)| {
            let adopted = self.facts().adopted(*sha256)?;
            Some(Offered { manifest, sha256: *sha256, adopted: Some(adopted) })
        });
        let replaced = |manifest: &Manifest| self.procedures.adopted.iter().any(|(own, _)| own.id == manifest.id);
        let shipped = self.shipped_procedures().filter(move |(manifest, _)| !replaced(manifest));
        own.chain(shipped.map(|(manifest, sha256)| Offered { manifest, sha256, adopted: None }))
    }
}
