//! The ledger: duties somebody took on, open or done.

use serde::{Deserialize, Serialize};

use crate::ids::{EventSeq, ItemNo, MatterNo, MeetingNo, PersonId};
use crate::material::Offer;
use crate::meeting::{EntryKind, Meeting, Phase};
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
    /// Days a day lies beyond the one it was due; 0 for what has time or no day. Whether it is done is not looked at.
    pub fn days_beyond(&self, day: Day) -> i32 {
        self.due.map_or(0, |due| day.0.saturating_sub(due.0).max(0))
    }

    /// Whether it was taken on before a meeting.
    pub fn is_before(&self, meeting: MeetingNo) -> bool {
        self.from.is_none_or(|from| from.meeting < meeting)
    }
}

/// What the review of a meeting looks at: the matters taken on before it that are open, or were done since the last
/// meeting that reviewed them, open ones first.
pub fn before_meeting(facts: &Facts, meeting: MeetingNo) -> Vec<(MatterNo, &Matter)> {
    let all = facts.matters.iter().enumerate().map(|(at, matter)| (MatterNo::at(at), matter.as_ref()));
    let earlier = facts.meetings.iter().take(meeting.index().unwrap_or(0));
    let reviewed = |meeting: &Meeting| meeting.record.iter().any(|told| matches!(told.kind, EntryKind::Reviewed(_)));
    let heard = earlier.filter(|meeting| reviewed(meeting)).filter_map(|meeting| match meeting.phase {
        Phase::Closed { to, .. } => Some(to),
        _ => None,
    });
    let heard = heard.max();
    let news = |matter: &Matter| matter.done.is_none_or(|done| heard.is_none_or(|heard| done > heard));
    let looked_at = |(_, matter): &(MatterNo, &Matter)| matter.is_before(meeting) && news(matter);
    let mut matters: Vec<(MatterNo, &Matter)> = all.filter(looked_at).collect();
    matters.sort_by_key(|(_, matter)| matter.done.is_some());
    matters
}
