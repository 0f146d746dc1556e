//! What the meeting settled, read back one by one and corrected from the floor; once it is over, the list to take home.

use deliberation::agenda::ItemKind;
use deliberation::ids::ItemNo;
use deliberation::meeting::Phase;
use deliberation::settled::{Settled, settled};
use words::moment::{day_short, weekday};
use words::names::person_name;
use words::settled_words::settled_text;
use words::t;

use super::Room;
use crate::audience::{Card, DecisionLine, DecisionsCard, Progress};
use crate::stage::reads_back;

pub(super) fn card(room: &Room<'_>, reading: usize) -> Option<Card> {
    let lang = room.lang;
    let facts = &room.snapshot.facts;
    let (number, meeting) = room.meeting()?;
    let reads = reads_back(meeting);
    let rows = settled(facts, number).into_iter().enumerate().map(|(index, settled)| {
        let duty = match settled {
            Settled::Duty(matter) => facts.matter(matter),
            Settled::Concluded(_) | Settled::Voted(_) => None,
        };
        let due = duty.and_then(|matter| matter.due);
        DecisionLine {
            number: (index + 1).to_string(),
            what: settled_text(lang, facts, room.snapshot, number, settled),
            who: duty.map(|matter| person_name(lang, room.snapshot, matter.responsible)).unwrap_or_default(),
            by: due.map(|day| day_short(lang, day)).unwrap_or_default(),
            weekday: due.map(|day| weekday(lang, day)).unwrap_or_default(),
            progress: match index.cmp(&reading) {
                _ if !reads => Progress::Ahead,
                std::cmp::Ordering::Less => Progress::Done,
                std::cmp::Ordering::Equal => Progress::Current,
                std::cmp::Ordering::Greater => Progress::Ahead,
            },
        }
    });
    let head = if let Phase::Closed { .. } = meeting.phase {
        room.head(None, t(lang, "room-settled"), t(lang, "room-goodbye"))
    } else {
        let read_back = || meeting.items.iter().position(|item| item.kind == ItemKind::ReadBack).map(ItemNo::at);
        room.head(meeting.current().or_else(read_back), t(lang, "room-decisions"), t(lang, "room-correct-us"))
    };
    Some(Card::Decisions(DecisionsCard { reads, head, rows: rows.collect() }))
}
