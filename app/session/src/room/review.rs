//! What earlier meetings settled, before the room: what is still open and since when it should be done, then what is
//! done, ticked.

use deliberation::matter::{Matter, before_meeting};
use deliberation::meeting::{Meeting, Phase};
use words::moment::Zone;
use words::{t, tf};

use super::Room;
use super::decisions::duty_line;
use crate::audience::{Card, DecisionLine, DecisionsCard, Progress};

pub(super) fn card(room: &Room<'_>) -> Option<Card> {
    let (number, meeting) = room.meeting()?;
    let matters = before_meeting(&room.snapshot.facts, number);
    let rows = matters.into_iter().enumerate().map(|(index, (_, matter))| {
        let progress = if matter.done.is_some() { Progress::Done } else { Progress::Ahead };
        let line = duty_line(room, index, matter, progress);
        match late(room, meeting, matter) {
            Some(under_day) => DecisionLine { under_day, ..line },
            None => line,
        }
    });
    let head = room.head(meeting.current(), t(room.lang, "room-review"), String::new());
    Some(Card::Decisions(DecisionsCard { reads: false, head, rows: rows.collect() }))
}

/// "过期 3 天" on the day of the meeting; nothing of what is done or still has time.
fn late(room: &Room<'_>, meeting: &Meeting, matter: &Matter) -> Option<String> {
    let held = match meeting.phase {
        Phase::Planned => meeting.plan.start,
        Phase::Open(from) | Phase::Closed { from, .. } => from,
    };
    let days = matter.days_beyond(Zone::of(&room.snapshot.facts.file).day(held));
    (matter.done.is_none() && days > 0).then(|| tf(room.lang, "matter-late", &[("n", &days.to_string())]))
}
