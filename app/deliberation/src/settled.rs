//! What a meeting has settled: its decisions and the duties taken on, in the order in which they are read back.

use crate::agenda::{ItemKind, ItemState};
use crate::ids::{ItemNo, MatterNo, MeetingNo, VoteNo};
use crate::state::Facts;

/// One thing a meeting has settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// The conclusion written down when an item ended.
    Concluded(ItemNo),
    /// The outcome of a closed vote, of an item that ended without a conclusion of its own.
    Voted(VoteNo),
    /// A duty somebody took on.
    Duty(MatterNo),
}

/// What a meeting has settled so far, item by item: first what was decided, then who does what. The item that looks back at
/// earlier meetings and the read-back itself settle nothing; a motion voted on twice counts by its last vote.
pub fn settled(facts: &Facts, number: MeetingNo) -> Vec<Settled> {
    let Some(meeting) = facts.meeting(number) else { return Vec::new() };
    let mut all = Vec::new();
    for (at, item) in meeting.items.iter().enumerate() {
        let here = ItemNo::at(at);
        let decides = !matches!(item.kind, ItemKind::Review | ItemKind::ReadBack) && item.state == ItemState::Done;
        if decides && !item.conclusion.is_empty() {
            all.push(Settled::Concluded(here));
        } else if decides {
            let votes = facts.votes.iter().enumerate();
            let closed = votes.filter(|(_, vote)| (vote.meeting, vote.item) == (number, here) && vote.closed.is_some());
            let last =
                closed.filter(|(at, vote)| !facts.votes[at + 1..].iter().any(|later| later.motion == vote.motion));
            all.extend(last.map(|(at, _)| Settled::Voted(VoteNo::at(at))));
        }
        let matters = facts.matters.iter().enumerate();
        let from = |matter: &crate::matter::Matter| {
            matter.from.is_some_and(|from| (from.meeting, from.item) == (number, here))
        };
        all.extend(matters.filter(|(_, matter)| from(matter)).map(|(at, _)| Settled::Duty(MatterNo::at(at))));
    }
    all
}
