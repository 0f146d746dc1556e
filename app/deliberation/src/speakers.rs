//! The speaker queue: who asked to speak, who is next and why, and whose time is running.
//!
//! A hand is raised, its owner is called by the chair, speaks, and is done; or the hand is withdrawn. [`order`] puts the
//! hands into their fair order, [`talk_rule`] says how long and how often one may speak, [`prompt`] holds the rules the
//! chair reminds of, [`talk_time`] adds up who had how much time.

pub mod order;
pub mod prompt;
pub mod talk_rule;
pub mod talk_time;

use serde::{Deserialize, Serialize};

use crate::ids::{ItemNo, PersonId};
use crate::text::TextRef;
use crate::time::At;

pub use order::{Place, PlaceReason};
pub use prompt::{Prompt, Prompted};
pub use talk_rule::TalkRule;
pub use talk_time::Spoken;

/// What one takes the floor for, said first (立场明确).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// For the motion.
    Yes,
    /// Against it.
    No,
    /// A question (询问): heard first, no turn.
    Question,
    /// A point of order (秩序问题): heard before anything else, no turn.
    Order,
    /// Neither; the usual where there is no motion.
    #[default]
    Neutral,
}

impl Side {
    /// All, in the order of the forms.
    pub const ALL: [Side; 5] = [Side::Yes, Side::No, Side::Question, Side::Order, Side::Neutral];

    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Side::Yes => "yes",
            Side::No => "no",
            Side::Question => "question",
            Side::Order => "order",
            Side::Neutral => "neutral",
        }
    }

    /// Whether speaking for it is a turn: questions and points of order jump the queue and are none, neither against the
    /// limit nor for the order.
    pub fn is_turn(self) -> bool {
        !matches!(self, Side::Question | Side::Order)
    }

    /// The side that has its say after this one; questions and neutral speeches do not change whose turn it is.
    fn other(self) -> Option<Side> {
        match self {
            Side::Yes => Some(Side::No),
            Side::No => Some(Side::Yes),
            Side::Question | Side::Order | Side::Neutral => None,
        }
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

/// Somebody the chair has called, on the way to the microphone: the clock has not started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called {
    /// Who.
    pub person: PersonId,
    /// For which side.
    pub side: Side,
    /// When the hand went up; `None` if there was none.
    pub raised: Option<At>,
    /// When the chair called.
    pub at: At,
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
    /// What the chair added to the limit, in ms; negative = took.
    pub extra_ms: i64,
    /// Time spoken up to the last pause in ms.
    pub spent_ms: i64,
    /// The clock runs since then; `None` while paused and after the end.
    pub running_since: Option<At>,
    /// The clock stands because the computer slept, for so many ms; 0 = not for that.
    pub slept_ms: i64,
    /// Over.
    pub ended: Option<At>,
    /// It was on an earlier motion of the item: it no longer counts.
    pub past: bool,
    /// What was said, as the recorder put it.
    pub said: Option<TextRef>,
}

impl Turn {
    /// A turn that begins.
    pub fn begin(person: PersonId, side: Side, item: Option<ItemNo>, started: At, limit_ms: i64) -> Turn {
        Turn {
            person,
            side,
            item,
            started,
            limit_ms,
            extra_ms: 0,
            spent_ms: 0,
            running_since: Some(started),
            slept_ms: 0,
            ended: None,
            past: false,
            said: None,
        }
    }

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

/// How far somebody is on the way from a raised hand to what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The hand is up.
    Raised,
    /// Called by the chair.
    Called,
    /// Has the floor.
    Speaking,
    /// Has spoken.
    Done,
    /// Took the hand down.
    Withdrawn,
}

/// Hands, whoever is called, the running turn and the turns of a whole meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeakerQueue {
    /// Hands that are up, in the order of raising.
    pub hands: Vec<Hand>,
    /// Who is called and has not begun.
    pub called: Option<Called>,
    /// Hands taken down on the item on the table.
    pub withdrawn: Vec<Hand>,
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

    /// Whoever spoke last and is done.
    pub fn last_spoken(&self) -> Option<&Turn> {
        self.turns.iter().rev().find(|turn| turn.ended.is_some())
    }

    /// How often a person has spoken on an item's motion; the running turn counts, questions and points of order do not.
    pub fn turns_taken(&self, person: PersonId, item: Option<ItemNo>) -> u32 {
        let taken = |turn: &&Turn| turn.person == person && turn.item == item && turn.side.is_turn() && !turn.past;
        u32::try_from(self.turns.iter().filter(taken).count()).unwrap_or(u32::MAX)
    }

    /// How far somebody is on the item on the table; `None` = has not asked to speak.
    pub fn standing(&self, person: PersonId, item: Option<ItemNo>) -> Option<Standing> {
        let last = self.turns.iter().rev().find(|turn| turn.person == person && turn.item == item);
        if last.is_some_and(|turn| turn.ended.is_none()) {
            return Some(Standing::Speaking);
        }
        if self.called.is_some_and(|called| called.person == person) {
            return Some(Standing::Called);
        }
        if self.hands.iter().any(|hand| hand.person == person) {
            return Some(Standing::Raised);
        }
        let down = self.withdrawn.iter().rev().find(|hand| hand.person == person);
        match (last, down) {
            (Some(turn), Some(hand)) if hand.raised > turn.started => Some(Standing::Withdrawn),
            (Some(_), _) => Some(Standing::Done),
            (None, down) => down.map(|_| Standing::Withdrawn),
        }
    }

    /// Whether a hand is up or its owner is called.
    pub fn waits(&self, person: PersonId) -> bool {
        self.called.is_some_and(|called| called.person == person) || self.hands.iter().any(|hand| hand.person == person)
    }

    /// Calls somebody; whoever was called before waits again.
    pub(crate) fn call(&mut self, person: PersonId, side: Side, at: At) {
        let raised = self.hands.iter().find(|hand| hand.person == person).map(|hand| hand.raised);
        self.put_back();
        self.hands.retain(|hand| hand.person != person);
        self.called = Some(Called { person, side, raised, at });
    }

    /// Lets a turn begin; whoever else was called waits again.
    pub(crate) fn begin(&mut self, turn: Turn) {
        if self.called.is_some_and(|called| called.person == turn.person) {
            self.called = None;
        }
        self.put_back();
        self.hands.retain(|hand| hand.person != turn.person);
        self.turns.push(turn);
    }

    /// Takes a hand down, of somebody waiting or called.
    pub(crate) fn lower(&mut self, person: PersonId) {
        if let Some(called) = self.called.filter(|called| called.person == person) {
            let raised = called.raised.unwrap_or(called.at);
            self.withdrawn.push(Hand { person, side: called.side, raised });
            self.called = None;
        }
        let down = self.hands.extract_if(.., |hand| hand.person == person);
        self.withdrawn.extend(down);
    }

    /// Another item is on the table: nobody waits, is called or has withdrawn.
    pub(crate) fn clear(&mut self) {
        self.hands.clear();
        self.called = None;
        self.withdrawn.clear();
    }

    /// Another motion is on the table: everybody has all turns again (限次 counts on a motion).
    pub(crate) fn turn_to_motion(&mut self, item: ItemNo) {
        for turn in self.turns.iter_mut().filter(|turn| turn.item == Some(item)) {
            turn.past = true;
        }
    }

    /// Whoever is called and had a hand up waits again where the hand stood.
    fn put_back(&mut self) {
        let Some(Called { person, side, raised: Some(raised), .. }) = self.called.take() else { return };
        let place = self.hands.partition_point(|hand| hand.raised <= raised);
        self.hands.insert(place, Hand { person, side, raised });
    }
}

#[cfg(test)]
mod tests;
