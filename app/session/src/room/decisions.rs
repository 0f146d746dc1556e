//! What the meeting settled, read back one by one and corrected from the floor; once it is over, the list to take home.

use deliberation::agenda::ItemKind;
use deliberation::ids::ItemNo;
use deliberation::matter::Matter;
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
        let progress = match index.cmp(&reading) {
            _ if !reads => Progress::Ahead,
            std::cmp::Ordering::Less => Progress::Done,
            std::cmp::Ordering::Equal => Progress::Current,
            std::cmp::Ordering::Greater => Progress::Ahead,
        };
        if let Settled::Duty(matter) = settled
            && let Some(matter) = facts.matter(matter)
        {
            return duty_line(room, index, matter, progress);
        }
        let what = settled_text(lang, facts, room.snapshot, number, settled);
        DecisionLine { number: (index + 1).to_string(), what, progress, ..DecisionLine::default() }
    });
    let mut rows: Vec<DecisionLine> = rows.collect();
    if rows.is_empty() {
        // The room never looks at an empty page.
        rows.push(DecisionLine { what: t(lang, "room-nothing-settled"), ..DecisionLine::default() });
    }
    let head = if let Phase::Closed { .. } = meeting.phase {
        room.head(None, t(lang, "room-settled"), t(lang, "room-goodbye"))
    } else {
        let read_back = || meeting.items.iter().position(|item| item.kind == ItemKind::ReadBack).map(ItemNo::at);
        room.head(meeting.current().or_else(read_back), t(lang, "room-decisions"), t(lang, "room-correct-us"))
    };
    Some(Card::Decisions(DecisionsCard { reads, head, rows }))
}

/// What is to be done, by whom, by when.
pub(super) fn duty_line(room: &Room<'_>, index: usize, matter: &Matter, progress: Progress) -> DecisionLine {
    DecisionLine {
        number: (index + 1).to_string(),
        what: matter.text.clone(),
        who: person_name(room.lang, room.snapshot, matter.responsible),
        by: matter.due.map(|day| day_short(room.lang, day)).unwrap_or_default(),
        under_day: matter.due.map(|day| weekday(room.lang, day)).unwrap_or_default(),
        progress,
    }
}
