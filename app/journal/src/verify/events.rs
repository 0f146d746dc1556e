//! The walk along the chain: every event, in short reads, to the end the file had when the walk began.

use std::collections::HashSet;

use crate::body;
use crate::error::Trouble;
use crate::hash::{Chain, FileId, Hash};
use crate::head::{Head, Seen};
use crate::reader::{self, EventRow, Reader};

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
        // A walk to the end there is by then would never end beside a busy writer.
        let end = match reader::last(&file.conn).map_err(Trouble::from) {
            Ok(last) => last.map_or(0, |(count, _)| count),
            Err(Trouble::Damaged(_)) => u64::MAX,
            Err(trouble) => return Err(trouble),
        };
        let mut rows = Vec::new();
        while self.damaged_at.is_none() && (self.chain.count() < end || self.chain.count() == 0) {
            let read = file.chunk(self.chain.count(), &mut rows);
            let nothing = rows.is_empty();
            for row in rows.drain(..) {
                if !self.take(&row) {
                    self.damaged_at = Some(self.chain.count() + 1);
                    return Ok(());
                }
            }
            match read {
                Ok(()) if !nothing => {}
                // Before its end: an event is missing, or SQLite says what is wrong.
                Ok(()) | Err(Trouble::Damaged(_)) => self.damaged_at = Some(self.chain.count() + 1),
                Err(trouble) => return Err(trouble),
            }
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
