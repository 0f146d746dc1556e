//! What an event means to undo and to erasure: whether it is a barrier, and which blobs it refers to.

use super::Event;
use crate::ids::PersonId;
use crate::text::{BlobHash, TextRef};

impl Event {
    /// Whether undo stops behind it: a vote closed or opened again, a poll closed, a concluded procedure, a
    /// day a procedure was told of, final minutes, an erasure, the beginning.
    pub fn is_barrier(&self) -> bool {
        matches!(
            self,
            Event::FileCreated { .. }
                | Event::PersonErased { .. }
                | Event::MinutesFinalised { .. }
                | Event::ProcedureConcluded { .. }
                | Event::ProcedureStepped { day: Some(_), .. }
                | Event::VoteClosed { .. }
                | Event::VoteReopened { .. }
                | Event::PollClosed { .. }
        )
    }

    /// The personal data this event refers to, with the people they are about.
    pub fn personal_blobs(&self) -> Vec<(PersonId, BlobHash)> {
        let text = |text: &TextRef| text.about.iter().map(|person| (*person, text.blob)).collect::<Vec<_>>();
        match self {
            Event::RollImported { people, .. } => people.iter().map(|p| (p.id, p.card.blob)).collect(),
            Event::UnitTransferred { people, .. } => people.iter().map(|p| (p.id, p.card.blob)).collect(),
            Event::PersonAdded { person, .. } => vec![(person.id, person.card.blob)],
            Event::ProxyGiven { scan: Some(t), .. }
            | Event::PersonRecused { text: t, .. }
            | Event::VoteReopened { text: t, .. }
            | Event::ObjectionRaised { text: t, .. }
            | Event::ObjectionSettled { text: t, .. }
            | Event::SpeechNoted { text: t, .. }
            | Event::NoteAdded { text: t, .. }
            | Event::SurplusUsed { text: t, .. }
            | Event::SentenceEdited { text: t, .. } => text(t),
            Event::ProcedureStepped { event, evidence, .. } => {
                [event].into_iter().chain(evidence).flat_map(text).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Every blob this event refers to, personal or not.
    pub fn blobs(&self) -> Vec<BlobHash> {
        match self {
            Event::SpeechNoted { text, .. }
            | Event::NoteAdded { text, .. }
            | Event::SurplusUsed { text, .. }
            | Event::SentenceEdited { text, .. }
            | Event::PersonRecused { text, .. }
            | Event::VoteReopened { text, .. }
            | Event::ObjectionRaised { text, .. }
            | Event::ObjectionSettled { text, .. }
            | Event::ProxyGiven { scan: Some(text), .. } => vec![text.blob],
            Event::ProcedureStarted { plugin, inputs, .. } => vec![plugin.component.blob, inputs.blob],
            Event::ProcedureAdopted { plugin } => vec![plugin.component.blob],
            Event::ProcedureStepped { event, evidence, .. } => {
                [event].into_iter().chain(evidence).map(|text| text.blob).collect()
            }
            Event::ProcedureConcluded { private: Some(private), .. } => vec![private.blob],
            other => other.personal_blobs().into_iter().map(|(_, blob)| blob).collect(),
        }
    }
}
