//! What happened, as the file keeps it: one JSON object an event, past tense, integers only.

use amounts::Fen;
use serde::{Deserialize, Serialize};

use crate::agenda::ItemKind;
use crate::ballot::{Choice, Method};
use crate::collection::{Answer, PaidBy};
use crate::cost::CostSheet;
use crate::door::Door;
use crate::ids::{
    CollectionNo, EventSeq, ItemNo, MatterNo, MeetingNo, MotionNo, PersonId, ProcedureNo, QuoteNo, SheetNo, VoteNo,
};
use crate::matter;
use crate::meeting::{Duties, Plan};
use crate::people::Capacity;
use crate::procedure::{Conclusion, Plugin};
use crate::roll::RollEntry;
use crate::rule::Rule;
use crate::speakers::Side;
use crate::tally::Tally;
use crate::text::{BlobHash, BlobRef, TextRef};
use crate::time::{At, Day};
use crate::verdict::Outcome;
use crate::vote::Elector;

/// The version this program writes.
pub const VERSION: u32 = 1;

/// A person an event brings into the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct NewPerson {
    /// The number, never used before.
    pub id: PersonId,
    /// The blob with the name.
    pub card: BlobRef,
}

/// What happened. No field may be called `v`, `t`, `at`, `by` or `deed`: those are the envelope's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[allow(missing_docs, reason = "each is its command in the past tense; its fields are documented at their types")]
pub enum Event {
    FileCreated {
        title: String,
        zone: String,
        lang: String,
    },
    RollImported {
        people: Vec<NewPerson>,
        entries: Vec<RollEntry>,
        columns: Vec<String>,
    },
    SameOwnerConfirmed {
        doors: Vec<Door>,
    },
    PersonAdded {
        person: NewPerson,
        capacity: Capacity,
        party: String,
    },
    PersonErased {
        person: PersonId,
        blobs: Vec<BlobHash>,
    },

    MeetingPlanned {
        meeting: MeetingNo,
        plan: Plan,
    },
    ItemAdded {
        meeting: MeetingNo,
        item: ItemNo,
        title: String,
        kind: ItemKind,
        budget_ms: i64,
    },
    ItemChanged {
        meeting: MeetingNo,
        item: ItemNo,
        title: String,
        kind: ItemKind,
        budget_ms: i64,
    },
    NoticeGiven {
        meeting: MeetingNo,
    },
    MeetingOpened {
        meeting: MeetingNo,
        duties: Duties,
    },
    DutiesChanged {
        meeting: MeetingNo,
        duties: Duties,
    },
    MeetingClosed {
        meeting: MeetingNo,
    },
    MinutesFinalised {
        meeting: MeetingNo,
    },

    PersonArrived {
        meeting: MeetingNo,
        person: PersonId,
    },
    PersonLeft {
        meeting: MeetingNo,
        person: PersonId,
    },

    ItemStarted {
        meeting: MeetingNo,
        item: ItemNo,
    },
    ItemConcluded {
        meeting: MeetingNo,
        item: ItemNo,
        conclusion: String,
    },
    ItemShelved {
        meeting: MeetingNo,
        item: ItemNo,
    },

    HandRaised {
        meeting: MeetingNo,
        person: PersonId,
        side: Side,
    },
    HandLowered {
        meeting: MeetingNo,
        person: PersonId,
    },
    TurnStarted {
        meeting: MeetingNo,
        person: PersonId,
        side: Side,
        item: Option<ItemNo>,
        limit_ms: i64,
    },
    TurnPaused {
        meeting: MeetingNo,
    },
    TurnResumed {
        meeting: MeetingNo,
    },
    TurnExtended {
        meeting: MeetingNo,
        by_ms: i64,
    },
    TurnEnded {
        meeting: MeetingNo,
    },
    SpeechNoted {
        meeting: MeetingNo,
        turn: u32,
        text: TextRef,
    },

    NoteAdded {
        meeting: MeetingNo,
        item: Option<ItemNo>,
        text: TextRef,
    },
    SentenceEdited {
        meeting: MeetingNo,
        sentence: EventSeq,
        text: TextRef,
    },
    SentenceRestored {
        meeting: MeetingNo,
        sentence: EventSeq,
    },

    QuoteNoted {
        meeting: MeetingNo,
        item: ItemNo,
        supplier: String,
        amount: Fen,
    },
    QuoteChosen {
        meeting: MeetingNo,
        item: ItemNo,
        quote: QuoteNo,
    },

    MotionMoved {
        meeting: MeetingNo,
        item: ItemNo,
        motion: MotionNo,
        text: String,
        mover: PersonId,
        seconder: Option<PersonId>,
    },
    MotionAmended {
        motion: MotionNo,
        text: String,
    },
    SheetAttached {
        motion: MotionNo,
        sheet: SheetNo,
    },

    ProcedureStarted {
        meeting: MeetingNo,
        item: ItemNo,
        procedure: ProcedureNo,
        plugin: Plugin,
        inputs: BlobRef,
        lang: String,
        after: BlobHash,
    },
    ProcedureStepped {
        procedure: ProcedureNo,
        event: TextRef,
        before: BlobHash,
        after: BlobHash,
    },
    ProcedureConcluded {
        procedure: ProcedureNo,
        conclusion: Conclusion,
        sheets: Vec<CostSheet>,
    },

    VoteOpened {
        meeting: MeetingNo,
        item: ItemNo,
        motion: MotionNo,
        vote: VoteNo,
        question: String,
        rule: Rule,
        method: Method,
        electors: Vec<Elector>,
    },
    BallotCast {
        vote: VoteNo,
        voter: PersonId,
        door: Door,
        choice: Choice,
    },
    VoteClosed {
        vote: VoteNo,
        tally: Tally,
        outcome: Outcome,
    },

    DutyTaken {
        matter: MatterNo,
        text: String,
        responsible: PersonId,
        due: Option<Day>,
        from: Option<matter::Origin>,
    },
    DutyDone {
        matter: MatterNo,
    },
    DutyReopened {
        matter: MatterNo,
    },

    CollectionOpened {
        collection: CollectionNo,
        sheet: SheetNo,
        vote: VoteNo,
    },
    HouseholdAnswered {
        collection: CollectionNo,
        door: Door,
        answer: Answer,
    },
    PaymentTaken {
        collection: CollectionNo,
        door: Door,
        amount: Fen,
        receipt: String,
        method: PaidBy,
        taken_by: PersonId,
    },

    DeedUndone {
        undoes: EventSeq,
    },
    DeedRedone {
        redoes: EventSeq,
    },
}

impl Event {
    /// Whether undo stops behind it: a closed vote, a concluded procedure, final minutes, an erasure, the beginning.
    pub fn is_barrier(&self) -> bool {
        matches!(
            self,
            Event::FileCreated { .. }
                | Event::PersonErased { .. }
                | Event::MinutesFinalised { .. }
                | Event::ProcedureConcluded { .. }
                | Event::VoteClosed { .. }
        )
    }

    /// The personal data this event refers to, with the people they are about.
    pub fn personal_blobs(&self) -> Vec<(PersonId, BlobHash)> {
        let text = |text: &TextRef| text.about.iter().map(|person| (*person, text.blob)).collect();
        match self {
            Event::RollImported { people, .. } => people.iter().map(|p| (p.id, p.card.blob)).collect(),
            Event::PersonAdded { person, .. } => vec![(person.id, person.card.blob)],
            Event::SpeechNoted { text: t, .. }
            | Event::NoteAdded { text: t, .. }
            | Event::SentenceEdited { text: t, .. }
            | Event::ProcedureStepped { event: t, .. } => text(t),
            _ => Vec::new(),
        }
    }

    /// Every blob this event refers to, personal or not.
    pub fn blobs(&self) -> Vec<BlobHash> {
        match self {
            Event::SpeechNoted { text, .. } | Event::NoteAdded { text, .. } | Event::SentenceEdited { text, .. } => {
                vec![text.blob]
            }
            Event::ProcedureStarted { plugin, inputs, .. } => vec![plugin.component.blob, inputs.blob],
            Event::ProcedureStepped { event, .. } => vec![event.blob],
            other => other.personal_blobs().into_iter().map(|(_, blob)| blob).collect(),
        }
    }
}

/// An event with its place in the file, its time and its hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its place.
    pub seq: EventSeq,
    /// When.
    pub at: At,
    /// By whom.
    pub by: PersonId,
    /// The first event of the deed it belongs to; one command's events are undone together.
    pub deed: EventSeq,
    /// What happened.
    pub event: Event,
}

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    at: At,
    by: PersonId,
    #[serde(skip_serializing_if = "Option::is_none")]
    deed: Option<EventSeq>,
    #[serde(flatten)]
    event: &'a Event,
}

#[derive(Deserialize)]
struct Envelope {
    v: u32,
    t: String,
    at: At,
    by: PersonId,
    #[serde(default)]
    deed: Option<EventSeq>,
}

/// Why a body is no event of this program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownEvent {
    /// Written by a newer program, or of a type this one does not know.
    #[error("event `{kind}` of version {version} needs a newer program")]
    Newer {
        /// Its type.
        kind: String,
        /// Its version.
        version: u32,
    },
    /// Not an event at all.
    #[error("not an event: {0}")]
    Malformed(String),
}

impl Recorded {
    /// The bytes that are stored and hashed.
    pub fn encode(&self) -> Vec<u8> {
        let deed = (self.deed != self.seq).then_some(self.deed);
        let written = Written { v: VERSION, at: self.at, by: self.by, deed, event: &self.event };
        // Plain data of strings and integers: writing it cannot fail.
        serde_json::to_vec(&written).unwrap_or_default()
    }

    /// Reads the bytes of event `seq`.
    pub fn decode(seq: EventSeq, body: &[u8]) -> Result<Recorded, UnknownEvent> {
        let malformed = |error: serde_json::Error| UnknownEvent::Malformed(error.to_string());
        let envelope: Envelope = serde_json::from_slice(body).map_err(malformed)?;
        if envelope.v > VERSION {
            return Err(UnknownEvent::Newer { kind: envelope.t, version: envelope.v });
        }
        let event = serde_json::from_slice(body).map_err(|error| {
            if error.to_string().starts_with("unknown variant") {
                UnknownEvent::Newer { kind: envelope.t.clone(), version: envelope.v }
            } else {
                malformed(error)
            }
        })?;
        Ok(Recorded { seq, at: envelope.at, by: envelope.by, deed: envelope.deed.unwrap_or(seq), event })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_read_as_it_was_written() {
        let recorded = Recorded {
            seq: EventSeq(9),
            at: At(1_784_372_400_000),
            by: PersonId(37),
            deed: EventSeq(8),
            event: Event::BallotCast {
                vote: VoteNo(1),
                voter: PersonId(4),
                door: Door::new("1-1-202"),
                choice: Choice::Yes,
            },
        };
        let body = recorded.encode();
        assert_eq!(
            String::from_utf8(body.clone()).unwrap(),
            r#"{"v":1,"at":1784372400000,"by":37,"deed":8,"t":"ballot-cast","vote":1,"voter":4,"door":"1-1-202","choice":"yes"}"#
        );
        assert_eq!(Recorded::decode(EventSeq(9), &body), Ok(recorded));
    }

    #[test]
    fn an_event_of_a_newer_program_says_so() {
        let newer = |body: &str| Recorded::decode(EventSeq(1), body.as_bytes());
        assert!(matches!(newer(r#"{"v":1,"t":"moon-landed","at":0,"by":0}"#), Err(UnknownEvent::Newer { .. })));
        assert!(matches!(
            newer(r#"{"v":2,"t":"meeting-closed","at":0,"by":0}"#),
            Err(UnknownEvent::Newer { version: 2, .. })
        ));
        assert!(matches!(newer(r#"{"v":1,"t":"meeting-closed"}"#), Err(UnknownEvent::Malformed(_))));
        assert!(matches!(newer("hello"), Err(UnknownEvent::Malformed(_))));
    }
}
