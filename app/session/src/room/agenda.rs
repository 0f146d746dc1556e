//! Before the meeting and between items: what will be talked about.

use deliberation::agenda::ItemState;
use deliberation::ids::ItemNo;
use words::figures::meeting::item_budget;
use words::moment::{Zone, day_time};
use words::t;

use super::Room;
use crate::audience::{AgendaCard, AgendaLine, Card, Progress};

pub(super) fn card(room: &Room<'_>) -> Option<Card> {
    let lang = room.lang;
    let (number, meeting) = room.meeting()?;
    let zone = Zone::of(&room.snapshot.facts.file);
    let items = meeting.items.iter().enumerate().map(|(index, item)| AgendaLine {
        number: (index + 1).to_string(),
        title: item.title.clone(),
        remark: if meeting.only_discussed(item) { t(lang, "room-only-discussed") } else { String::new() },
        time: item_budget(lang, number, ItemNo::at(index), item).text,
        progress: match item.state {
            ItemState::Current => Progress::Current,
            ItemState::Done => Progress::Done,
            ItemState::Waiting | ItemState::Shelved => Progress::Ahead,
        },
    });
    Some(Card::Agenda(AgendaCard {
        title: meeting.plan.title.clone(),
        facts: vec![day_time(lang, &zone, meeting.plan.start), meeting.plan.place.clone()],
        request: t(lang, "room-raise-hand-first"),
        items: items.collect(),
    }))
}
