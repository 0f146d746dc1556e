//! The walk along the chain: every event, in short reads, to the end the file has when it gets there.

use std::collections::HashSet;

use crate::body;
use crate::error::Trouble;
use crate::hash::{Chain, FileId, Hash};
use crate::head::{Head, Seen};
use crate::reader::{EventRow, Reader};

/// What the events say so far.
pub(super) struct Events {
    pub(super) chain: Chain,
    /// The first event that does not fit; nothing after it is looked at.
    pub(super) damaged_at: Option<u64>,
    /// Blobs some event refers to.
    pub(super) references: HashSet<Hash>,
    /// Blobs some `person-erased` lists.
    pub(super) erased: HashSet<Hash>,
    file_id: FileId,
    /// Heads seen before that no event has agreed with yet.
    unmet: Vec<Seen>,
}

impl Events {
    pub(super) fn new(file_id: FileId, seen: &[Seen]) -> Self {
        Self {
            chain: Chain::start(file_id),
            damaged_at: None,
            references: HashSet::new(),
            erased: HashSet::new(),
            file_id,
            unmet: seen.to_vec(),
        }
    }

    /// Takes the events that are there now and were not before.
    pub(super) fn go_on(&mut self, file: &Reader) -> Result<(), Trouble> {
        let mut rows = Vec::new();
        while self.damaged_at.is_none() {
            let read = file.chunk(self.chain.count(), &mut rows);
            let end = rows.is_empty();
            for row in rows.drain(..) {
                if !self.take(&row) {
                    self.damaged_at = Some(self.chain.count() + 1);
                    return Ok(());
                }
            }
            match read {
                Ok(()) if end => break,
                Ok(()) => {}
                Err(Trouble::Damaged(_)) => self.damaged_at = Some(self.chain.count() + 1),
                Err(trouble) => return Err(trouble),
            }
        }
        if self.chain.count() == 0 {
            self.damaged_at = Some(1);
        }
        Ok(())
    }

    fn take(&mut self, row: &EventRow) -> bool {
        // What fits the chain was written so; that it is an envelope is asked all the same, it may not be our writer's.
        let mut chain = self.chain;
        if !chain.take(row.seq, &row.body, &row.hash) {
            return false;
        }
        let Ok(envelope) = body::read(&row.body) else { return false };
        self.chain = chain;
        self.references.extend(envelope.references);
        self.erased.extend(envelope.erased);
        if !self.unmet.is_empty() {
            let head = Head { file_id: self.file_id, count: row.seq, hash: row.hash };
            self.unmet.retain(|seen| !seen.agrees(&head));
        }
        true
    }

    /// The earliest head seen before that this chain does not contain.
    pub(super) fn disagreement(&self) -> Option<u64> {
        self.unmet.iter().map(Seen::seq).min()
    }
}
