//! What earlier meetings settled, before the room: what is still open, then what is done, ticked.

use deliberation::matter::before_meeting;
use words::t;

use super::Room;
use super::decisions::duty_line;
use crate::audience::{Card, DecisionsCard, Progress};

pub(super) fn card(room: &Room<'_>) -> Option<Card> {
    let (number, meeting) = room.meeting()?;
    let matters = before_meeting(&room.snapshot.facts, number);
    let rows = matters.into_iter().enumerate().map(|(index, (_, matter))| {
        let progress = if matter.done.is_some() { Progress::Done } else { Progress::Ahead };
        duty_line(room, index, matter, progress)
    });
    let head = room.head(meeting.current(), t(room.lang, "room-review"), String::new());
    Some(Card::Decisions(DecisionsCard { reads: false, head, rows: rows.collect() }))
}
