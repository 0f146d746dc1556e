//! The states the worker has in hand: those last used, and how far each procedure is ahead of the writer.
//!
//! No state lies on the disk. It may hold words about a person, which an erasure would have to find there; what is not in
//! hand is rebuilt by replay, which takes as long as the deeds took.

use std::collections::{BTreeMap, VecDeque};

use deliberation::ids::ProcedureNo;
use deliberation::procedure::ProcedureRun;
use deliberation::text::BlobHash;
use procedure::Running;

use super::state;

/// States kept: the newest of a handful of procedures and what undo goes back to.
const KEPT: usize = 64;
/// Bytes of states kept; one is at most 4 MiB.
const KEPT_BYTES: usize = 64 << 20;

/// States by procedure and hash, the last used at the back.
#[derive(Default)]
pub(super) struct States {
    kept: VecDeque<(ProcedureNo, BlobHash, Running)>,
    ahead: BTreeMap<ProcedureNo, Ahead>,
}

/// What was passed to the writer and not yet seen in a picture.
#[derive(Clone)]
pub(super) struct Ahead {
    /// How many steps count with it.
    pub(super) steps: usize,
    pub(super) running: Running,
}

impl States {
    /// The state of this hash, if it is in hand.
    pub(super) fn get(&mut self, procedure: ProcedureNo, hash: BlobHash) -> Option<Running> {
        let place = self.kept.iter().position(|(of, known, _)| *of == procedure && *known == hash)?;
        let found = self.kept.remove(place)?;
        let running = found.2.clone();
        self.kept.push_back(found);
        Some(running)
    }

    /// Keeps a state; the longest unused ones make room, never the newest.
    pub(super) fn keep(&mut self, procedure: ProcedureNo, running: Running) {
        let hash = state(&running);
        self.kept.retain(|(of, known, _)| *of != procedure || *known != hash);
        self.kept.push_back((procedure, hash, running));
        let bytes = |kept: &VecDeque<(ProcedureNo, BlobHash, Running)>| {
            kept.iter().map(|(_, _, running)| running.state().bytes().len()).sum::<usize>()
        };
        while self.kept.len() > 1 && (self.kept.len() > KEPT || bytes(&self.kept) > KEPT_BYTES) {
            self.kept.pop_front();
        }
    }

    /// Notes a step on its way to the writer.
    pub(super) fn pass(&mut self, procedure: ProcedureNo, steps: usize, running: Running) {
        self.ahead.insert(procedure, Ahead { steps, running: running.clone() });
        self.keep(procedure, running);
    }

    /// The state on its way to the writer, if the picture does not have it yet.
    pub(super) fn ahead_of(&self, procedure: ProcedureNo, record: &ProcedureRun) -> Option<Ahead> {
        self.ahead.get(&procedure).filter(|ahead| ahead.steps > record.steps.len()).cloned()
    }

    /// Forgets what was on its way: the writer did not take it, or something came before it.
    pub(super) fn fall_back(&mut self, procedure: ProcedureNo) {
        self.ahead.remove(&procedure);
    }
}
