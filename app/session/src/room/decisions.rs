//! The decisions of the meeting, read back one by one and corrected from the floor.

use deliberation::agenda::ItemKind;
use deliberation::ids::ItemNo;
use words::moment::{day_short, weekday};
use words::names::person_name;
use words::t;

use super::Room;
use crate::audience::{Card, DecisionLine, DecisionsCard, Progress};

pub(super) fn card(room: &Room<'_>, reading: usize) -> Option<Card> {
    let lang = room.lang;
    let (number, meeting) = room.meeting()?;
    let item = meeting
        .current()
        .or_else(|| meeting.items.iter().position(|item| item.kind == ItemKind::ReadBack).map(ItemNo::at));
    let matters =
        room.snapshot.facts.matters.iter().filter(|matter| matter.from.is_some_and(|from| from.meeting == number));
    let rows = matters.enumerate().map(|(index, matter)| DecisionLine {
        number: (index + 1).to_string(),
        what: matter.text.clone(),
        who: person_name(lang, room.snapshot, matter.responsible),
        by: matter.due.map(|day| day_short(lang, day)).unwrap_or_default(),
        weekday: matter.due.map(|day| weekday(lang, day)).unwrap_or_default(),
        progress: match index.cmp(&reading) {
            std::cmp::Ordering::Less => Progress::Done,
            std::cmp::Ordering::Equal => Progress::Current,
            std::cmp::Ordering::Greater => Progress::Ahead,
        },
    });
    Some(Card::Decisions(DecisionsCard {
        head: room.head(item, t(lang, "room-decisions"), t(lang, "room-correct-us")),
        rows: rows.collect(),
    }))
}
