//! Finding people as they are called: by the digits of a door, by name, by pinyin or its initials.
//!
//! "101" finds every 101, "1101" the one of building or stair 1, "mw" and "mawei" find 马卫. The best fit comes first.

use std::borrow::Cow;

use deliberation::ids::{PersonId, UnitIx};
use deliberation::people::Capacity;
use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};

use crate::snapshot::Snapshot;

/// Somebody who fits what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whoever votes for the unit, or the guest.
    pub person: PersonId,
    /// The unit that fits, the first one where the name did; `None` for people without a unit.
    pub unit: Option<UnitIx>,
    /// How well it fits, 0 best.
    pub rank: u8,
}

/// The whole door, or its digits from a boundary on: "1-1-101", "11101", "1101", "101".
const DOOR: u8 = 0;
/// The name, or its beginning.
const NAME: u8 = 1;
/// Digits under way: "110" of 1-101.
const DOOR_BEGINS: u8 = 2;
/// Somewhere in name or party.
const NAME_HAS: u8 = 3;
/// Digits somewhere in the door.
const DOOR_HAS: u8 = 4;

/// Everybody who fits `query`, best first and then in roll order; nobody for an empty query.
pub fn find(snapshot: &Snapshot, query: &str) -> Vec<Found> {
    let query = query.trim();
    if query.is_empty() {
        return Vec::new();
    }
    let doors = DoorQuery::new(query);
    let names = TextQuery::new(query);
    let facts = &snapshot.facts;
    let mut found: Vec<Found> = Vec::new();
    for head in facts.roll.heads() {
        let of_unit = |unit: &UnitIx| {
            let door = facts.roll.unit(*unit).map_or(u8::MAX, |unit| doors.rank(unit.door.as_str()));
            let parties = facts.roll.ownership(*unit).into_iter().flat_map(|ownership| &ownership.parties);
            let name = parties.map(|party| names.rank(snapshot.name(*party))).min().unwrap_or(u8::MAX);
            (door.min(name), *unit)
        };
        if let Some((rank, unit)) = head.units.iter().map(of_unit).min_by_key(|(rank, _)| *rank)
            && rank < u8::MAX
        {
            found.push(Found { person: head.person, unit: Some(unit), rank });
        }
    }
    for (person, entry) in facts.people.iter().filter(|(_, entry)| entry.capacity != Capacity::Owner && !entry.erased) {
        let rank = names.rank(snapshot.name(*person)).min(names.rank(&entry.party));
        if rank < u8::MAX {
            found.push(Found { person: *person, unit: None, rank });
        }
    }
    found.sort_by_key(|one| one.rank);
    found
}

struct DoorQuery {
    /// Its numbers and letters in one run; empty if it has no digit and so is no door.
    plain: String,
}

impl DoorQuery {
    fn new(query: &str) -> DoorQuery {
        let plain = parts(query).concat();
        let is_door = plain.contains(|c: char| c.is_ascii_digit());
        DoorQuery { plain: if is_door { plain } else { String::new() } }
    }

    fn rank(&self, door: &str) -> u8 {
        if self.plain.is_empty() {
            return u8::MAX;
        }
        let parts = parts(door);
        let tails: Vec<String> = (0..parts.len()).map(|from| parts[from..].concat()).collect();
        if tails.contains(&self.plain) {
            DOOR
        } else if tails.iter().any(|tail| tail.starts_with(&self.plain)) {
            DOOR_BEGINS
        } else if tails.first().is_some_and(|whole| whole.contains(&self.plain)) {
            DOOR_HAS
        } else {
            u8::MAX
        }
    }
}

/// The numbers and letters of a door in order: "1幢2单元A402" → 1, 2, a402.
fn parts(door: &str) -> Vec<String> {
    let plain: Cow<'_, str> = if door.is_ascii() { door.into() } else { door.chars().map(half_width).collect() };
    let parts = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_ascii_lowercase).collect()
}

/// The ASCII sign of a full-width one: an input method may be on.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

/// A name as it is typed: as written, in pinyin, or by initials. The one matcher of the program.
pub struct TextQuery {
    begins: Option<IbMatcher<'static>>,
    within: Option<IbMatcher<'static>>,
}

impl TextQuery {
    /// A query; digits alone fit no name.
    pub fn new(query: &str) -> TextQuery {
        let plain: String = query.chars().map(half_width).collect::<String>().to_lowercase();
        // A door's digits are in nobody's name.
        if plain.chars().all(|c| c.is_ascii_digit() || c == '-') {
            return TextQuery { begins: None, within: None };
        }
        let matcher = |begins: bool| {
            let matcher = IbMatcher::builder(plain.as_str()).pinyin(PinyinMatchConfig::default());
            matcher.is_pattern_partial(true).starts_with(begins).build()
        };
        TextQuery { begins: Some(matcher(true)), within: Some(matcher(false)) }
    }

    /// How well a name fits: 0 its beginning, 1 somewhere in it; `None` not at all.
    pub fn fit(&self, name: &str) -> Option<u8> {
        let name: String = name.chars().map(half_width).collect();
        match self.rank(&name) {
            NAME => Some(0),
            NAME_HAS => Some(1),
            _ => None,
        }
    }

    fn rank(&self, name: &str) -> u8 {
        let fits = |matcher: &Option<IbMatcher<'_>>| matcher.as_ref().is_some_and(|matcher| matcher.is_match(name));
        match name {
            "" => u8::MAX,
            _ if fits(&self.begins) => NAME,
            _ if fits(&self.within) => NAME_HAS,
            _ => u8::MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(query: &str, door: &str) -> u8 {
        DoorQuery::new(query).rank(door)
    }

    #[test]
    fn digits_of_a_door_fit_from_any_boundary_on() {
        for query in ["1-1-101", "11101", "1101", "101", "１－１－１０１"] {
            assert_eq!(door(query, "1-1-101"), DOOR, "{query}");
        }
        assert_eq!(door("101", "1-1-1101"), DOOR_HAS);
        assert_eq!(door("110", "1-1-101"), DOOR_BEGINS);
        assert_eq!(door("2402", "1幢2单元402"), DOOR);
        assert_eq!(door("a30", "A-301"), DOOR_BEGINS);
        assert_eq!(door("999", "1-1-101"), u8::MAX);
        assert_eq!(door("mw", "1-1-101"), u8::MAX);
    }

    #[test]
    fn names_fit_as_written_in_pinyin_and_by_initials() {
        for query in ["马卫", "卫", "mawei", "mw", "MaWei", "maw", "ｍｗ"] {
            assert!(TextQuery::new(query).rank("马卫") < u8::MAX, "{query}");
        }
        assert_eq!(TextQuery::new("mw").rank("马卫"), NAME);
        assert_eq!(TextQuery::new("wei").rank("马卫"), NAME_HAS);
        assert_eq!(TextQuery::new("sx").rank("单雪"), NAME, "a name of two readings");
        assert_eq!(TextQuery::new("lh").rank("马卫"), u8::MAX);
        assert_eq!(TextQuery::new("101").rank("101 室业主"), u8::MAX);
    }
}
