//! Paper ballots in batches: each batch is read by two people, and counts once they read the same, door by door.

use std::collections::BTreeMap;

use crate::ballot::{Choice, DoorBallot};
use crate::door::Door;
use crate::ids::PersonId;
use crate::time::At;

/// What one person read off the papers of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Who.
    pub counter: PersonId,
    /// Door by door, as entered.
    pub ballots: Vec<DoorBallot>,
    /// When.
    pub at: At,
}

/// One batch of papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperBatch {
    /// One reading a person, in the order they began; a person who reads again replaces his own.
    pub readings: Vec<Reading>,
    /// When two people read the same; from then on the batch is counted and closed.
    pub accepted: Option<At>,
}

/// A door two people read differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The door.
    pub door: Door,
    /// What the first read; `None` = has no such paper.
    pub first: Option<Reads>,
    /// What the second read.
    pub second: Option<Reads>,
}

/// What a paper says to a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reads {
    /// The choice.
    pub choice: Choice,
    /// In an election, of each candidate.
    pub slate: Vec<Choice>,
}

impl PaperBatch {
    /// Takes one person's reading. A batch two people agree on takes no more.
    pub(crate) fn read(&mut self, counter: PersonId, ballots: Vec<DoorBallot>, at: At) {
        if self.accepted.is_some() {
            return;
        }
        let reading = Reading { counter, ballots, at };
        match self.readings.iter_mut().find(|old| old.counter == counter) {
            Some(old) => *old = reading,
            None => self.readings.push(reading),
        }
        if self.readings.len() > 1 && self.mismatches().is_empty() {
            self.accepted = Some(at);
        }
    }

    /// Doors on which the first two readings differ, in door order; empty before the second.
    pub fn mismatches(&self) -> Vec<Mismatch> {
        let [first, second, ..] = self.readings.as_slice() else { return Vec::new() };
        let by_door = |reading: &Reading| -> BTreeMap<Door, Reads> {
            let read = |ballot: &DoorBallot| Reads { choice: ballot.choice, slate: ballot.slate.clone() };
            reading.ballots.iter().map(|ballot| (ballot.door.clone(), read(ballot))).collect()
        };
        let (first, mut second) = (by_door(first), by_door(second));
        let mut mismatches: Vec<Mismatch> = Vec::new();
        for (door, reads) in first {
            let other = second.remove(&door);
            if other.as_ref() != Some(&reads) {
                mismatches.push(Mismatch { door, first: Some(reads), second: other });
            }
        }
        mismatches.extend(second.into_iter().map(|(door, reads)| Mismatch { door, first: None, second: Some(reads) }));
        mismatches.sort_by(|a, b| a.door.cmp(&b.door));
        mismatches
    }

    /// The ballots two people agree on; empty before that.
    pub fn agreed(&self) -> &[DoorBallot] {
        match (self.accepted, self.readings.first()) {
            (Some(_), Some(first)) => &first.ballots,
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ballots(all: &[(&str, Choice)]) -> Vec<DoorBallot> {
        all.iter()
            .map(|(door, choice)| DoorBallot { door: Door::new(*door), choice: *choice, slate: Vec::new() })
            .collect()
    }

    #[test]
    fn a_batch_counts_once_two_people_read_the_same() {
        let mut batch = PaperBatch::default();
        batch.read(PersonId(1), ballots(&[("1-1", Choice::Yes), ("1-2", Choice::No)]), At(0));
        assert!(batch.accepted.is_none() && batch.agreed().is_empty());
        // The same person reading twice is one reading.
        batch.read(PersonId(1), ballots(&[("1-1", Choice::Yes), ("1-2", Choice::No)]), At(1));
        assert_eq!((batch.accepted, batch.readings.len()), (None, 1));
        batch.read(PersonId(2), ballots(&[("1-1", Choice::No), ("1-3", Choice::Yes)]), At(2));
        let doors: Vec<String> = batch.mismatches().iter().map(|m| m.door.to_string()).collect();
        assert_eq!(doors, ["1-1", "1-2", "1-3"]);
        assert!(batch.accepted.is_none());
        // The order in which the papers lie does not matter.
        batch.read(PersonId(2), ballots(&[("1-2", Choice::No), ("1-1", Choice::Yes)]), At(3));
        assert_eq!(batch.accepted, Some(At(3)));
        assert_eq!(batch.agreed().len(), 2);
        batch.read(PersonId(2), ballots(&[]), At(4));
        assert_eq!(batch.agreed().len(), 2);
    }
}
