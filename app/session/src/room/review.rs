//! What earlier meetings settled, before the room: done things ticked, then what is still open.

use deliberation::matter::before_meeting;
use words::moment::{day_short, weekday};
use words::names::person_name;
use words::t;

use super::Room;
use crate::audience::{Card, DecisionLine, DecisionsCard, Progress};

pub(super) fn card(room: &Room<'_>) -> Option<Card> {
    let lang = room.lang;
    let (number, meeting) = room.meeting()?;
    let matters = before_meeting(&room.snapshot.facts, number);
    let rows = matters.into_iter().enumerate().map(|(index, (_, matter))| DecisionLine {
        number: (index + 1).to_string(),
        what: matter.text.clone(),
        who: person_name(lang, room.snapshot, matter.responsible),
        by: matter.due.map(|day| day_short(lang, day)).unwrap_or_default(),
        weekday: matter.due.map(|day| weekday(lang, day)).unwrap_or_default(),
        progress: if matter.done.is_some() { Progress::Done } else { Progress::Ahead },
    });
    let head = room.head(meeting.current(), t(lang, "room-review"), String::new());
    Some(Card::Decisions(DecisionsCard { reads: false, head, rows: rows.collect() }))
}
