//! What the worker is asked to do, and what it tells.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use deliberation::Origin;
use deliberation::ids::{ProcedureNo, UnitIx};
use deliberation::procedure::Plugin;
use deliberation::text::BlobHash;
use journal::SealedBlob;
use procedure::adoption::Step;
use procedure::compile::Compiler;
use procedure::contract::Action;
use procedure::{Failure, FrozenTable, Manifest};
use words::Lang;

use crate::adoption::Examined;
use crate::procedures::{FocusView, ProcedureView};
use crate::snapshot::Snapshot;
use crate::writer::Ticket;

/// What the worker is asked to do.
#[derive(Clone)]
pub(crate) enum Job {
    /// How components are compiled from now on.
    CompileWith(Compiler),
    Bring(Vec<&'static [u8]>),
    /// The adopted procedures on the list.
    Know(Vec<Plugin>),
    /// A file somebody wants to adopt.
    Examine(PathBuf),
    Run(Box<Run>),
    View(View),
    Stop,
}

/// A deed of a procedure.
#[derive(Clone)]
pub(crate) struct Run {
    pub(crate) ticket: Ticket,
    pub(crate) origin: Origin,
    pub(crate) lang: Lang,
    pub(crate) snapshot: Arc<Snapshot>,
    /// Another deed of this procedure is on its way to the writer, and this one goes on from there; without, from the
    /// picture.
    pub(crate) follows: bool,
    pub(crate) what: What,
}

#[derive(Clone)]
pub(crate) enum What {
    /// With the tables somebody handed in, by key.
    Start {
        plugin: String,
        settings: Vec<(String, String)>,
        tables: BTreeMap<String, FrozenTable>,
    },
    /// With the photos and files that come with it.
    Step {
        procedure: ProcedureNo,
        action: Action,
        evidence: Vec<SealedBlob>,
    },
    Conclude {
        procedure: ProcedureNo,
    },
}

/// A page to be drawn.
#[derive(Clone)]
pub(crate) struct View {
    pub(crate) procedure: ProcedureNo,
    pub(crate) lang: Lang,
    pub(crate) focus: Option<UnitIx>,
    pub(crate) snapshot: Arc<Snapshot>,
}

impl Run {
    /// The procedure it goes on with; `None` for one that starts.
    pub(crate) fn of(&self) -> Option<ProcedureNo> {
        match self.what {
            What::Start { .. } => None,
            What::Step { procedure, .. } | What::Conclude { procedure } => Some(procedure),
        }
    }

    /// The same deed from the picture of now, after it was overtaken; `None` where that picture is the one it was
    /// computed from: then nothing overtook it, and trying again would give the same.
    pub(crate) fn again(self, snapshot: &Arc<Snapshot>) -> Option<Run> {
        let hope = self.follows || snapshot.seq > self.snapshot.seq;
        hope.then(|| Run { snapshot: Arc::clone(snapshot), follows: false, ..self })
    }
}

/// What the worker tells.
pub(crate) enum Told {
    Ready,
    Brought(Vec<(Manifest, BlobHash)>),
    Known(Vec<(Manifest, BlobHash)>),
    /// An examination goes on; no job is done with it.
    Examining(Step),
    Examined(Box<Examined>),
    /// The writer has it now.
    Passed(Ticket),
    Failed(Ticket, Failure),
    Viewed(ProcedureNo, ProcedureView),
    Focused(ProcedureNo, FocusView),
}
