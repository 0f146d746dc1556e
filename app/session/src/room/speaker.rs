//! Debate: the motion verbatim, who speaks and for which side, one clock, the next two.

use deliberation::ids::PersonId;
use deliberation::motion::Motion;
use deliberation::speakers;
use words::moment::Zone;
use words::names::person_name;
use words::speaking::{place_reason, talk_rule};
use words::t;

use super::Room;
use crate::audience::{Card, Clock, NextSpeaker, Side, Speaker, SpeakerCard};

/// How many of those waiting a card shows.
const NEXT: usize = 2;

pub(super) fn card(room: &Room<'_>) -> Option<Card> {
    let lang = room.lang;
    let facts = &room.snapshot.facts;
    let (number, meeting) = room.meeting()?;
    let current = meeting.current()?;
    let item = meeting.item(current)?;
    let motion = facts.motions.iter().rev().find(|motion| is_of(motion, number, current));
    let what = if motion.is_some() { t(lang, "room-motion") } else { words::speaking::item_kind_word(lang, item.kind) };
    let turn = meeting.speakers.speaking();
    let called = meeting.speakers.called.filter(|_| turn.is_none());
    let rule = meeting.talk(Some(current));
    let floor = turn.map(|turn| (turn.person, turn.side)).or(called.map(|called| (called.person, called.side)));
    let zone = Zone::of(&facts.file);
    let order = meeting.speakers.order(Some(current));
    let next = order.iter().take(NEXT).map(|place| NextSpeaker {
        name: who(room, place.hand.person),
        side: side(place.hand.side),
        reason: place_reason(lang, &zone, place),
    });
    let ms = |ms: i64| u64::try_from(ms).unwrap_or(0);
    Some(Card::Speaker(SpeakerCard {
        head: room.head(Some(current), what, talk_rule(lang, &rule)),
        motion: motion.map_or_else(|| item.title.clone(), |motion| motion.text.clone()),
        speaker: floor.map(|(person, for_side)| Speaker { name: who(room, person), side: side(for_side) }),
        called: called.is_some(),
        clock: floor.map(|_| match turn {
            Some(turn) => Clock {
                running_since_mono_ms: turn.running_since.and(room.clock_since),
                spent_ms: ms(turn.spent_ms),
                limit_ms: ms(turn.limit_ms),
            },
            None => Clock { limit_ms: ms(rule.limit_ms), ..Clock::default() },
        }),
        next: next.collect(),
    }))
}

fn is_of(motion: &Motion, meeting: deliberation::ids::MeetingNo, item: deliberation::ids::ItemNo) -> bool {
    motion.meeting == meeting && motion.item == item
}

/// A name, or the party of a guest.
fn who(room: &Room<'_>, person: PersonId) -> String {
    person_name(room.lang, room.snapshot, person)
}

fn side(side: speakers::Side) -> Option<Side> {
    match side {
        speakers::Side::Yes => Some(Side::Yes),
        speakers::Side::No => Some(Side::No),
        speakers::Side::Question => Some(Side::Question),
        speakers::Side::Order => Some(Side::Order),
        speakers::Side::Neutral => None,
    }
}
