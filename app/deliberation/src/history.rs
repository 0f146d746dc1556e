//! What undo walks along: the deeds since the last barrier, newest last, and those taken back.
//!
//! The facts at the barrier are kept, so taking a deed back is folding the others again: nothing needs an inverse, and
//! undoing everything gives the facts at the barrier by construction. Marks along the way keep a single step cheap.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::event::{Event, Recorded};
use crate::fold::apply;
use crate::ids::EventSeq;
use crate::state::Facts;

/// Deeds between two marks.
const STRIDE: usize = 64;
/// Marks kept.
const MARKS: usize = 8;

/// One command's events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Its first event, by which undo and redo name it.
    pub seq: EventSeq,
    /// Its events.
    pub events: Vec<Recorded>,
}

/// The deeds since the last barrier.
#[derive(Clone, Debug, Default)]
pub struct History {
    barrier: Arc<Facts>,
    barrier_deed: EventSeq,
    live: Vec<Arc<Deed>>,
    undone: Vec<Arc<Deed>>,
    /// Facts after so many live deeds, oldest first.
    marks: VecDeque<(usize, Arc<Facts>)>,
}

/// Marks only save time: two histories are equal without them.
impl PartialEq for History {
    fn eq(&self, other: &History) -> bool {
        self.barrier == other.barrier
            && self.barrier_deed == other.barrier_deed
            && self.live == other.live
            && self.undone == other.undone
    }
}

impl Eq for History {}

impl History {
    /// The deed that undo would take back.
    pub fn undoable(&self) -> Option<&Deed> {
        self.live.last().map(Arc::as_ref)
    }

    /// The deed that redo would do again.
    pub fn redoable(&self) -> Option<&Deed> {
        self.undone.last().map(Arc::as_ref)
    }

    /// The facts at the last barrier.
    pub fn barrier(&self) -> &Facts {
        &self.barrier
    }

    /// Takes an event that is neither undo nor redo into facts and history.
    pub(crate) fn record(&mut self, facts: &mut Facts, recorded: &Recorded) {
        self.undone.clear();
        if recorded.event.is_barrier() || recorded.deed == self.barrier_deed {
            apply(facts, recorded);
            self.barrier = Arc::new(facts.clone());
            self.barrier_deed = recorded.deed;
            self.live.clear();
            self.marks.clear();
            return;
        }
        match self.live.last_mut() {
            Some(deed) if deed.seq == recorded.deed => Arc::make_mut(deed).events.push(recorded.clone()),
            _ => {
                self.mark(facts);
                self.live.push(Arc::new(Deed { seq: recorded.deed, events: vec![recorded.clone()] }));
            }
        }
        apply(facts, recorded);
    }

    /// Before every so many deeds, keeps the facts as they are.
    fn mark(&mut self, facts: &Facts) {
        let done = self.live.len();
        if done > 0 && done.is_multiple_of(STRIDE) && self.marks.back().is_none_or(|(at, _)| *at < done) {
            self.marks.push_back((done, Arc::new(facts.clone())));
            if self.marks.len() > MARKS {
                self.marks.pop_front();
            }
        }
    }

    /// The facts after the first `count` live deeds.
    fn facts_after(&self, count: usize) -> Facts {
        let mark = self.marks.iter().rev().find(|(at, _)| *at <= count);
        let (from, mut facts) = match mark {
            Some((at, facts)) => (*at, facts.as_ref().clone()),
            None => (0, self.barrier.as_ref().clone()),
        };
        for deed in &self.live[from..count] {
            deed.events.iter().for_each(|recorded| apply(&mut facts, recorded));
        }
        facts
    }

    /// Takes back the last deed, if it is the one named.
    pub(crate) fn undo(&mut self, facts: &mut Facts, deed: EventSeq) {
        let Some(last) = self.live.last().filter(|last| last.seq == deed).cloned() else { return };
        *facts = self.facts_after(self.live.len() - 1);
        self.live.pop();
        self.undone.push(last);
        let left = self.live.len();
        self.marks.retain(|(at, _)| *at <= left);
    }

    /// Does the last undone deed again, if it is the one named.
    pub(crate) fn redo(&mut self, facts: &mut Facts, deed: EventSeq) {
        let Some(next) = self.undone.last().filter(|next| next.seq == deed).cloned() else { return };
        self.undone.pop();
        self.mark(facts);
        next.events.iter().for_each(|recorded| apply(facts, recorded));
        self.live.push(next);
    }
}

/// Whether an event steers the history instead of the facts.
pub(crate) fn steers(event: &Event) -> bool {
    matches!(event, Event::DeedUndone { .. } | Event::DeedRedone { .. })
}
