//! Who had how much time: by side, by person and by building, on an item or in the whole meeting.

use deliberation::ids::{ItemNo, MeetingNo, PersonId};
use deliberation::meeting::Meeting;
use deliberation::speakers::{Side, Spoken};
use deliberation::{At, Facts};

use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

/// The part of an id, and the place, of those who vote for no unit.
const GUESTS: &str = "guests";

/// The talk time of an item, or of a whole meeting, up to a moment.
#[derive(Clone, Copy)]
pub struct TalkTime<'a> {
    /// The facts the meeting is of.
    pub facts: &'a Facts,
    /// Its number.
    pub number: MeetingNo,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The item; `None` = the whole meeting.
    pub item: Option<ItemNo>,
    /// Up to when; means nothing while nobody's clock runs.
    pub now: At,
}

/// A building and what its people spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfBuilding {
    /// The building as the roll writes it; `None` = guests.
    pub building: Option<String>,
    /// How long in ms.
    pub ms: i64,
}

impl TalkTime<'_> {
    fn figure(&self, lang: Lang, what: &str, ms: i64) -> Figure {
        let item = self.item.map(|item| format!(".item.{item}")).unwrap_or_default();
        Quantity::Length(ms).figure(lang, format!("meeting.{}{item}.talk.{what}", self.number))
    }

    /// `….talk.yes|no|question|order|neutral`: the time of a side.
    pub fn side(&self, lang: Lang, side: Side) -> Figure {
        self.figure(lang, side.key(), self.side_ms(side))
    }

    /// The same in ms.
    pub fn side_ms(&self, side: Side) -> i64 {
        self.meeting.speakers.talk_time(self.item, side, self.now)
    }

    /// What each person spoke, the longest first.
    pub fn people(&self) -> Vec<Spoken> {
        self.meeting.speakers.talk_by_person(self.item, self.now)
    }

    /// `….talk.person.P`: the time of a person.
    pub fn person(&self, lang: Lang, spoken: &Spoken) -> Figure {
        self.figure(lang, &format!("person.{}", spoken.person), spoken.ms)
    }

    /// What the people of each building spoke, the longest first.
    pub fn buildings(&self) -> Vec<OfBuilding> {
        let mut all: Vec<OfBuilding> = Vec::new();
        for spoken in self.people() {
            let building = self.building_of(spoken.person);
            match all.iter_mut().find(|one| one.building == building) {
                Some(one) => one.ms = one.ms.saturating_add(spoken.ms),
                None => all.push(OfBuilding { building, ms: spoken.ms }),
            }
        }
        all.sort_by_key(|one| std::cmp::Reverse(one.ms));
        all
    }

    /// `….talk.building.B`: the time of a building.
    pub fn building(&self, lang: Lang, one: &OfBuilding) -> Figure {
        self.figure(lang, &format!("building.{}", one.building.as_deref().unwrap_or(GUESTS)), one.ms)
    }

    fn building_of(&self, person: PersonId) -> Option<String> {
        let roll = self.meeting.roll_or(&self.facts.roll);
        let unit = roll.unit(roll.find(roll.door_of(person)?)?)?;
        Some(unit.building.clone())
    }

    /// All of them; none while a clock runs, because that needs one.
    fn all(&self, lang: Lang) -> Vec<Figure> {
        let speakers = &self.meeting.speakers;
        let of_it = |item| self.item.is_none() || self.item == item;
        if !speakers.turns.iter().any(|turn| of_it(turn.item))
            || speakers.speaking().is_some_and(|turn| turn.running_since.is_some() && of_it(turn.item))
        {
            return Vec::new();
        }
        let mut figures: Vec<Figure> = Side::ALL.iter().map(|side| self.side(lang, *side)).collect();
        figures.extend(self.people().iter().map(|spoken| self.person(lang, spoken)));
        figures.extend(self.buildings().iter().map(|one| self.building(lang, one)));
        figures
    }
}

/// Every talk time of a meeting: the whole and item by item.
pub fn all(lang: Lang, facts: &Facts, number: MeetingNo, meeting: &Meeting) -> Vec<Figure> {
    let items = (0..meeting.items.len()).map(|index| Some(ItemNo::at(index)));
    let each = std::iter::once(None).chain(items);
    each.flat_map(|item| TalkTime { facts, number, meeting, item, now: At(0) }.all(lang)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::find;
    use crate::story::{Story, door};
    use deliberation::Command;

    #[test]
    fn talk_time_is_told_by_side_person_and_building_once_no_clock_runs() {
        let mut story = Story::begun();
        story.does(Command::StartItem { item: ItemNo(3) });
        let floor_to = |who, side| Command::StartTurn { who: Some(door(who)), side: Some(side), since: None };
        story.at("2026-07-18T19:30:00+08:00").does(floor_to("1-2-102", Side::Yes));
        story.at("2026-07-18T19:31:30+08:00").does(floor_to("1-3-301", Side::No));
        let value = |story: &Story, id: &str| find(Lang::ZhCn, &story.state.facts, id).map(|figure| figure.value);
        assert_eq!(value(&story, "meeting.1.item.3.talk.yes"), None);
        story.at("2026-07-18T19:32:10+08:00").does(Command::EndTurn);
        for (id, seconds) in [
            ("meeting.1.item.3.talk.yes", "90"),
            ("meeting.1.item.3.talk.no", "40"),
            ("meeting.1.talk.question", "0"),
            ("meeting.1.item.3.talk.person.4", "90"),
            ("meeting.1.talk.building.1", "130"),
        ] {
            assert_eq!(value(&story, id).as_deref(), Some(seconds), "{id}");
        }
        assert_eq!(value(&story, "meeting.1.item.2.talk.yes"), None, "nobody spoke there");
        let text = find(Lang::ZhCn, &story.state.facts, "meeting.1.item.3.talk.yes").map(|figure| figure.text);
        assert_eq!(text.as_deref(), Some("1:30"));
    }
}
