//! The speaker queue: who asked to speak, who is next and why, and whose time is running.
//!
//! Order: who has spoken less on this motion goes first, then the sides alternate, then the time of the hand
//! (机会均等 of the twelve principles, domain page §3.1).

use serde::{Deserialize, Serialize};

use crate::ids::{ItemNo, PersonId};
use crate::text::TextRef;
use crate::time::At;

/// The side a speaker takes, said first (立场明确).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// For the motion.
    Yes,
    /// Against it.
    No,
    /// A question.
    Question,
    /// Neither; the usual where there is no motion.
    #[default]
    Neutral,
}

impl Side {
    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Side::Yes => "yes",
            Side::No => "no",
            Side::Question => "question",
            Side::Neutral => "neutral",
        }
    }
}

/// How long and how often one may speak on an item (限时限次).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct TalkRule {
    /// Length of a turn in ms.
    pub limit_ms: i64,
    /// Turns a person and item.
    pub turns: u32,
}

impl Default for TalkRule {
    fn default() -> TalkRule {
        TalkRule { limit_ms: 120_000, turns: 2 }
    }
}

/// A raised hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// Who.
    pub person: PersonId,
    /// For which side.
    pub side: Side,
    /// When.
    pub raised: At,
}

/// One turn at speaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Who.
    pub person: PersonId,
    /// For which side.
    pub side: Side,
    /// On which item.
    pub item: Option<ItemNo>,
    /// Began.
    pub started: At,
    /// Time allowed in ms, with what was added or taken.
    pub limit_ms: i64,
    /// Time spoken up to the last pause in ms.
    pub spent_ms: i64,
    /// The clock runs since then; `None` while paused and after the end.
    pub running_since: Option<At>,
    /// Over.
    pub ended: Option<At>,
    /// What was said, as the recorder put it.
    pub said: Option<TextRef>,
}

impl Turn {
    /// Time spoken at `now` in ms.
    pub fn spent(&self, now: At) -> i64 {
        self.spent_ms.saturating_add(self.running_since.map_or(0, |since| now.since(since).max(0)))
    }

    /// Stops the clock.
    pub fn pause(&mut self, at: At) {
        self.spent_ms = self.spent(at);
        self.running_since = None;
    }
}

/// Why somebody stands where they stand in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceReason {
    /// Has not spoken on this item, and somebody before them in time has.
    NotSpokenYet,
    /// Has spoken less often than somebody whose hand was up earlier.
    SpokenLess(u32),
    /// It is this side's turn.
    SidesAlternate(Side),
    /// By the time of the hand.
    HandTime(At),
}

/// A place in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The hand.
    pub hand: &'a Hand,
    /// Turns already taken on this item.
    pub turns: u32,
    /// Why here.
    pub reason: PlaceReason,
}

/// Hands, the running turn and the turns of a whole meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeakerQueue {
    /// Hands that are up, in the order of raising.
    pub hands: Vec<Hand>,
    /// All turns of the meeting; the last one runs unless it has ended.
    pub turns: Vec<Turn>,
}

impl SpeakerQueue {
    /// The turn that is not over, if any.
    pub fn speaking(&self) -> Option<&Turn> {
        self.turns.last().filter(|turn| turn.ended.is_none())
    }

    /// The turn that is not over, to be changed.
    pub fn speaking_mut(&mut self) -> Option<&mut Turn> {
        self.turns.last_mut().filter(|turn| turn.ended.is_none())
    }

    /// How often a person has spoken on an item; the running turn counts.
    pub fn turns_on(&self, person: PersonId, item: Option<ItemNo>) -> u32 {
        let count = self.turns.iter().filter(|turn| turn.person == person && turn.item == item).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The turns on an item that count against the limit: questions do not.
    pub fn turns_taken(&self, person: PersonId, item: Option<ItemNo>) -> u32 {
        let taken = |turn: &&Turn| turn.person == person && turn.item == item && turn.side != Side::Question;
        u32::try_from(self.turns.iter().filter(taken).count()).unwrap_or(u32::MAX)
    }

    /// The queue in its fair order for `item`, with the reason for each place.
    pub fn order(&self, item: Option<ItemNo>) -> Vec<Place<'_>> {
        let mut waiting: Vec<(&Hand, u32)> =
            self.hands.iter().map(|hand| (hand, self.turns_on(hand.person, item))).collect();
        let mut last = self.turns.iter().rev().find(|turn| turn.item == item).map(|turn| turn.side);
        let mut places = Vec::with_capacity(waiting.len());
        while let Some(fewest) = waiting.iter().map(|(_, turns)| *turns).min() {
            let other = match last {
                Some(Side::Yes) => Some(Side::No),
                Some(Side::No) => Some(Side::Yes),
                _ => None,
            };
            let first = waiting.iter().position(|(_, turns)| *turns == fewest).unwrap_or(0);
            let by_side =
                other.and_then(|side| waiting.iter().position(|(hand, turns)| *turns == fewest && hand.side == side));
            let chosen = by_side.unwrap_or(first);
            let earlier = &waiting[..chosen];
            let reason = if chosen != first {
                PlaceReason::SidesAlternate(waiting[chosen].0.side)
            } else if earlier.iter().any(|(_, turns)| *turns > fewest) {
                if fewest == 0 { PlaceReason::NotSpokenYet } else { PlaceReason::SpokenLess(fewest) }
            } else {
                PlaceReason::HandTime(waiting[chosen].0.raised)
            };
            let (hand, turns) = waiting.remove(chosen);
            last = Some(hand.side);
            places.push(Place { hand, turns, reason });
        }
        places
    }

    /// Time spoken on an item by each side up to `now`, in ms: for, against.
    pub fn talk_time(&self, item: Option<ItemNo>, now: At) -> (i64, i64) {
        self.turns.iter().filter(|turn| turn.item == item).fold((0, 0), |(yes, no), turn| match turn.side {
            Side::Yes => (yes.saturating_add(turn.spent(now)), no),
            Side::No => (yes, no.saturating_add(turn.spent(now))),
            _ => (yes, no),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hand(person: u32, side: Side, at: i64) -> Hand {
        Hand { person: PersonId(person), side, raised: At(at) }
    }

    fn turn(person: u32, side: Side) -> Turn {
        Turn {
            person: PersonId(person),
            side,
            item: Some(ItemNo(3)),
            started: At(0),
            limit_ms: 120_000,
            spent_ms: 60_000,
            running_since: None,
            ended: Some(At(60_000)),
            said: None,
        }
    }

    #[test]
    fn whoever_has_not_spoken_goes_first_then_sides_alternate_then_the_hand() {
        let queue = SpeakerQueue {
            hands: vec![hand(1, Side::Yes, 10), hand(2, Side::No, 20), hand(3, Side::Yes, 30), hand(4, Side::No, 40)],
            turns: vec![turn(1, Side::Yes), turn(9, Side::No)],
        };
        let order = queue.order(Some(ItemNo(3)));
        let people: Vec<u32> = order.iter().map(|place| place.hand.person.0).collect();
        assert_eq!(people, [3, 2, 4, 1]);
        assert_eq!(order[0].reason, PlaceReason::SidesAlternate(Side::Yes));
        assert_eq!(order[1].reason, PlaceReason::NotSpokenYet);
        assert_eq!(order[3].reason, PlaceReason::HandTime(At(10)));
        // On another item nobody has spoken: the time of the hand decides, sides still alternate.
        let people: Vec<u32> = queue.order(Some(ItemNo(4))).iter().map(|place| place.hand.person.0).collect();
        assert_eq!(people, [1, 2, 3, 4]);
    }

    #[test]
    fn the_clock_counts_only_while_it_runs() {
        let mut running = turn(1, Side::Yes);
        (running.spent_ms, running.running_since, running.ended) = (0, Some(At(1_000)), None);
        assert_eq!(running.spent(At(37_000)), 36_000);
        running.pause(At(37_000));
        assert_eq!(running.spent(At(90_000)), 36_000);
    }
}
