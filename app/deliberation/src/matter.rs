//! The ledger: duties somebody took on, open or done.

use serde::{Deserialize, Serialize};

use crate::ids::{EventSeq, ItemNo, MatterNo, MeetingNo, PersonId};
use crate::material::Offer;
use crate::state::Facts;
use crate::time::{At, Day};

/// What a duty comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Origin {
    /// The meeting.
    pub meeting: MeetingNo,
    /// Its item.
    pub item: ItemNo,
    /// The procedure that offered it, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
}

/// A matter of the ledger: what is to be done, by whom, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// What.
    pub text: String,
    /// Who.
    pub responsible: PersonId,
    /// Until when.
    pub due: Option<Day>,
    /// From which item; `None` = from before this file or from outside a meeting.
    pub from: Option<Origin>,
    /// Taken on.
    pub at: At,
    /// The event that took it on.
    pub seq: EventSeq,
    /// Done since; `None` = open.
    pub done: Option<At>,
}

impl Matter {
    /// Whether it was taken on before a meeting.
    pub fn is_before(&self, meeting: MeetingNo) -> bool {
        self.from.is_none_or(|from| from.meeting < meeting)
    }
}

/// The matters taken on before a meeting, open ones first: what its review looks at.
pub fn before_meeting(facts: &Facts, meeting: MeetingNo) -> Vec<(MatterNo, &Matter)> {
    let all = facts.matters.iter().enumerate().map(|(at, matter)| (MatterNo::at(at), matter.as_ref()));
    let mut matters: Vec<(MatterNo, &Matter)> = all.filter(|(_, matter)| matter.is_before(meeting)).collect();
    matters.sort_by_key(|(_, matter)| matter.done.is_some());
    matters
}
