//! Who had how much time, by person and by side.

use super::{Side, SpeakerQueue, Turn};
use crate::ids::{ItemNo, PersonId};
use crate::time::At;

/// What one person spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Who.
    pub person: PersonId,
    /// How often, questions and points of order too.
    pub times: u32,
    /// How long in ms.
    pub ms: i64,
}

impl SpeakerQueue {
    /// The turns on an item, or of the whole meeting.
    fn turns_of(&self, item: Option<ItemNo>) -> impl Iterator<Item = &Turn> {
        self.turns.iter().filter(move |turn| item.is_none() || turn.item == item)
    }

    /// Time spoken for a side up to `now` in ms, on an item or in the whole meeting.
    pub fn talk_time(&self, item: Option<ItemNo>, side: Side, now: At) -> i64 {
        let spent = self.turns_of(item).filter(|turn| turn.side == side).map(|turn| turn.spent(now));
        spent.fold(0, i64::saturating_add)
    }

    /// What each person spoke up to `now`, on an item or in the whole meeting: the longest first, else who spoke first.
    pub fn talk_by_person(&self, item: Option<ItemNo>, now: At) -> Vec<Spoken> {
        let mut all: Vec<Spoken> = Vec::new();
        for turn in self.turns_of(item) {
            let ms = turn.spent(now);
            match all.iter_mut().find(|spoken| spoken.person == turn.person) {
                Some(spoken) => (spoken.times, spoken.ms) = (spoken.times + 1, spoken.ms.saturating_add(ms)),
                None => all.push(Spoken { person: turn.person, times: 1, ms }),
            }
        }
        all.sort_by_key(|spoken| std::cmp::Reverse(spoken.ms));
        all
    }
}
