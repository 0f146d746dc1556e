//! What the windows draw from: the facts after a durable deed, with the names that belong to them.

use std::sync::Arc;

use deliberation::Facts;
use deliberation::history::Deed;
use deliberation::ids::{EventSeq, PersonId};
use deliberation::text::{BlobHash, PersonCard};
use words::Names;

use crate::register::Register;

/// An immutable picture of the file. Cloning shares everything.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// The last durable event.
    pub seq: EventSeq,
    /// When it was made durable, UTC ms.
    pub saved_at: i64,
    /// What holds.
    pub facts: Facts,
    /// The deed undo would take back.
    pub undoable: Option<Arc<Deed>>,
    /// The deed redo would do again.
    pub redoable: Option<Arc<Deed>>,
    /// Names and texts.
    pub register: Register,
}

impl Snapshot {
    /// A person's card; `None` for nobody and for erased people.
    pub fn card(&self, person: PersonId) -> Option<&PersonCard> {
        self.register.card(self.facts.people.get(&person)?.card)
    }

    /// A person's name; empty if there is none.
    pub fn name(&self, person: PersonId) -> &str {
        self.card(person).map_or("", |card| card.name.as_str())
    }
}

impl Names for Snapshot {
    fn person(&self, person: PersonId) -> Option<String> {
        self.card(person).map(|card| card.name.clone())
    }

    fn text(&self, text: BlobHash) -> Option<String> {
        self.register.text(text).map(str::to_owned)
    }
}
