//! The fair order of the hands, with the reason for every place.
//!
//! Points of order, then questions; then who has spoken less on this motion, then the sides alternate, then the time of
//! the hand (机会均等 of the twelve principles, domain page §3.1).

use super::{Hand, Side, SpeakerQueue};
use crate::ids::ItemNo;
use crate::time::At;

/// Why somebody stands where they stand in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceReason {
    /// A point of order is heard before anything else.
    PointOfOrder,
    /// A question is answered before the debate goes on.
    QuestionFirst,
    /// Has not spoken on this motion, and somebody before them in time has.
    NotSpokenYet,
    /// Has spoken less often than somebody whose hand was up earlier.
    SpokenLess(u32),
    /// Has spoken so often, and somebody whose hand went up later has spoken less.
    SpokenMore(u32),
    /// It is this side's turn.
    SidesAlternate(Side),
    /// The hand went up then; somebody of this side whose hand went up later is heard in between.
    OtherSideFirst(At, Side),
    /// By the time of the hand.
    HandTime(At),
}

/// A place in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The hand.
    pub hand: &'a Hand,
    /// Turns already taken on this motion.
    pub turns: u32,
    /// Why here.
    pub reason: PlaceReason,
}

impl SpeakerQueue {
    /// The queue in its fair order for `item`, with the reason for each place.
    pub fn order(&self, item: Option<ItemNo>) -> Vec<Place<'_>> {
        let place = |hand, reason| Place { hand, turns: self.turns_taken(hand.person, item), reason };
        let of = |side| self.hands.iter().filter(move |hand: &&Hand| hand.side == side);
        let mut places: Vec<Place<'_>> = of(Side::Order).map(|hand| place(hand, PlaceReason::PointOfOrder)).collect();
        places.extend(of(Side::Question).map(|hand| place(hand, PlaceReason::QuestionFirst)));
        let jumped = places.len();

        let mut waiting: Vec<(&Hand, u32)> = self
            .hands
            .iter()
            .filter(|hand| hand.side.is_turn())
            .map(|hand| (hand, self.turns_taken(hand.person, item)))
            .collect();
        let mut turn_of = self.turn_of(item);
        while let Some(fewest) = waiting.iter().map(|(_, turns)| *turns).min() {
            let first = waiting.iter().position(|(_, turns)| *turns == fewest).unwrap_or(0);
            let by_side =
                turn_of.and_then(|side| waiting.iter().position(|(hand, turns)| *turns == fewest && hand.side == side));
            let chosen = by_side.unwrap_or(first);
            let (hand, turns) = waiting[chosen];
            let later = |place: &&Place<'_>| place.hand.raised > hand.raised;
            let before = &places[jumped..];
            let reason = if chosen != first {
                PlaceReason::SidesAlternate(hand.side)
            } else if waiting[..chosen].iter().any(|(_, turns)| *turns > fewest) {
                if fewest == 0 { PlaceReason::NotSpokenYet } else { PlaceReason::SpokenLess(fewest) }
            } else if before.iter().filter(later).any(|place| place.turns < turns) {
                PlaceReason::SpokenMore(turns)
            } else if let Some(other) = before.iter().find(later) {
                PlaceReason::OtherSideFirst(hand.raised, other.hand.side)
            } else {
                PlaceReason::HandTime(hand.raised)
            };
            waiting.remove(chosen);
            turn_of = hand.side.other().or(turn_of);
            places.push(Place { hand, turns, reason });
        }
        places
    }

    /// The side whose turn it is: the other one than whoever is called or spoke last for a side on this motion.
    fn turn_of(&self, item: Option<ItemNo>) -> Option<Side> {
        let spoken = self.turns.iter().rev().filter(|turn| turn.item == item && !turn.past).map(|turn| turn.side);
        self.called.map(|called| called.side).into_iter().chain(spoken).find_map(Side::other)
    }
}
