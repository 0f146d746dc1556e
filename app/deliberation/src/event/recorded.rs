//! An event in its envelope: place, time, hand and deed; the bytes that are stored and hashed.

use serde::{Deserialize, Serialize};

use super::Event;
use crate::ids::{EventSeq, PersonId};
use crate::time::At;

/// The version this program writes.
pub const VERSION: u32 = 1;

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
    use super::super::*;
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
                slate: Vec::new(),
                origin: BallotOrigin::RollCall,
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
