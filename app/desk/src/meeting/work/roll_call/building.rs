//! The building of a roll: stairs side by side, the highest floor on top, as people see it from outside.

use std::collections::BTreeSet;

use deliberation::electorate::Scope;
use deliberation::ids::{PersonId, UnitIx};
use deliberation::roll::Roll;
use deliberation::vote::Vote;

/// A step of the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::meeting::work) enum Step {
    Up,
    Down,
    Left,
    Right,
}

/// One stair: its units by floor.
#[derive(Clone, Debug, Default)]
pub(in crate::meeting::work) struct Stair {
    /// Building and stair as the roll writes them.
    pub(in crate::meeting::work) building: String,
    pub(in crate::meeting::work) entrance: String,
    /// Floors from the top, each with its units from left to right; a floor nobody knows is `None`.
    pub(in crate::meeting::work) floors: Vec<(Option<i32>, Vec<UnitIx>)>,
}

impl Stair {
    /// Flats side by side.
    pub(in crate::meeting::work) fn width(&self) -> usize {
        self.floors.iter().map(|(_, units)| units.len()).max().unwrap_or(0)
    }
}

/// All stairs in roll order.
#[derive(Clone, Debug, Default)]
pub(in crate::meeting::work) struct Building {
    pub(in crate::meeting::work) stairs: Vec<Stair>,
    called: Vec<PersonId>,
}

impl Building {
    /// The building a vote is among. Units without a floor stand on rows of their own at the bottom.
    pub(in crate::meeting::work) fn of_vote(vote: &Vote) -> Building {
        Building::of(&vote.roll, &vote.scope)
    }

    fn of(roll: &Roll, scope: &Scope) -> Building {
        let mut stairs: Vec<Stair> = Vec::new();
        for (index, unit) in roll.units().iter().enumerate().filter(|(_, unit)| scope.holds(unit)) {
            let same = |stair: &Stair| stair.building == unit.building && stair.entrance == unit.stair;
            let at = stairs.iter().position(same).unwrap_or_else(|| {
                let (building, entrance) = (unit.building.clone(), unit.stair.clone());
                stairs.push(Stair { building, entrance, floors: Vec::new() });
                stairs.len() - 1
            });
            let floors = &mut stairs[at].floors;
            match floors
                .iter_mut()
                .find(|(floor, units)| *floor == unit.floor && (floor.is_some() || units.len() < ROW))
            {
                Some((_, units)) => units.push(UnitIx::at(index)),
                None => floors.push((unit.floor, vec![UnitIx::at(index)])),
            }
        }
        for stair in &mut stairs {
            // None sorts lowest and so comes last; the sort is stable.
            stair.floors.sort_by_key(|(floor, _)| std::cmp::Reverse(*floor));
        }
        Building { stairs, called: scope.heads(roll).into_iter().map(|(person, _)| person).collect() }
    }

    /// The heads in the order they are called: by their first door.
    pub(in crate::meeting::work) fn called(&self) -> &[PersonId] {
        &self.called
    }

    /// Every floor of any stair, highest first.
    pub(in crate::meeting::work) fn floors(&self) -> Vec<Option<i32>> {
        let all: BTreeSet<Option<i32>> =
            self.stairs.iter().flat_map(|stair| stair.floors.iter().map(|(floor, _)| *floor)).collect();
        all.into_iter().rev().collect()
    }

    /// The unit one step away; `None` at the edge.
    pub(in crate::meeting::work) fn step(&self, from: UnitIx, step: Step) -> Option<UnitIx> {
        let (stair, row, place) = self.place(from)?;
        let here = &self.stairs[stair];
        match step {
            Step::Up => nearest(&here.floors[row.checked_sub(1)?].1, place),
            Step::Down => nearest(&here.floors.get(row + 1)?.1, place),
            Step::Left if place > 0 => here.floors[row].1.get(place - 1).copied(),
            Step::Left => {
                let other = &self.stairs[stair.checked_sub(1)?];
                same_floor(other, here.floors[row].0)?.last().copied()
            }
            Step::Right => match here.floors[row].1.get(place + 1) {
                Some(unit) => Some(*unit),
                None => same_floor(self.stairs.get(stair + 1)?, here.floors[row].0)?.first().copied(),
            },
        }
    }

    fn place(&self, unit: UnitIx) -> Option<(usize, usize, usize)> {
        self.stairs.iter().enumerate().find_map(|(stair, entry)| {
            entry.floors.iter().enumerate().find_map(|(row, (_, units))| {
                units.iter().position(|other| *other == unit).map(|place| (stair, row, place))
            })
        })
    }
}

/// Units a row where no floor is known.
const ROW: usize = 6;

fn nearest(units: &[UnitIx], place: usize) -> Option<UnitIx> {
    units.get(place).or(units.last()).copied()
}

fn same_floor(stair: &Stair, floor: Option<i32>) -> Option<&[UnitIx]> {
    stair.floors.iter().find(|(other, _)| *other == floor).map(|(_, units)| units.as_slice())
}

#[cfg(test)]
mod tests {
    use deliberation::Door;
    use deliberation::ids::PersonId;
    use deliberation::roll::{RollEntry, Unit};

    use super::*;

    fn roll() -> Roll {
        let entries =
            (1..=2).flat_map(|stair| (1..=3).flat_map(move |floor| (1..=2).map(move |flat| (stair, floor, flat))));
        let entries = entries.enumerate().map(|(index, (stair, floor, flat))| RollEntry {
            unit: Unit {
                door: Door::new(format!("1-{stair}-{floor}0{flat}")),
                kind: deliberation::roll::UnitKind::Flat,
                building: "1".into(),
                stair: stair.to_string(),
                floor: Some(floor),
                area: None,
                area_source: deliberation::roll::AreaSource::Roll,
            },
            owners: vec![PersonId(u32::try_from(index).unwrap() + 1)],
            residents: None,
        });
        Roll::from_entries(entries.collect())
    }

    fn door(roll: &Roll, unit: Option<UnitIx>) -> String {
        unit.and_then(|unit| roll.unit(unit)).map(|unit| unit.door.to_string()).unwrap_or_default()
    }

    #[test]
    fn given_a_house_then_the_top_floor_stands_on_top_and_stairs_side_by_side() {
        let roll = roll();
        let building = Building::of(&roll, &Scope::Whole);
        assert_eq!(building.stairs.len(), 2);
        assert_eq!(building.floors(), [Some(3), Some(2), Some(1)]);
        assert_eq!(door(&roll, building.stairs[0].floors[0].1.first().copied()), "1-1-301");
        assert_eq!(building.stairs[0].width(), 2);
    }

    #[test]
    fn when_arrows_are_pressed_then_the_mark_walks_as_on_the_picture_and_stops_at_the_edges() {
        let roll = roll();
        let building = Building::of(&roll, &Scope::Whole);
        let at = |text: &str| roll.find(&Door::new(text)).unwrap();
        let step = |from: &str, step| door(&roll, building.step(at(from), step));
        assert_eq!(step("1-1-101", Step::Up), "1-1-201");
        assert_eq!(step("1-1-301", Step::Up), "");
        assert_eq!(step("1-1-302", Step::Right), "1-2-301");
        assert_eq!(step("1-2-301", Step::Left), "1-1-302");
        assert_eq!(step("1-2-101", Step::Down), "");
        assert_eq!(step("1-2-302", Step::Right), "");
    }

    #[test]
    fn units_without_floor_or_stair_stand_in_rows() {
        let entries = (1..=8).map(|n| RollEntry {
            unit: Unit { door: Door::new(format!("S{n}")), floor: None, ..blank() },
            owners: vec![PersonId(n)],
            residents: None,
        });
        let roll = Roll::from_entries(entries.collect());
        let building = Building::of(&roll, &Scope::Whole);
        assert_eq!(building.stairs[0].floors.iter().map(|(_, units)| units.len()).collect::<Vec<_>>(), [6, 2]);
    }

    fn blank() -> Unit {
        Unit {
            door: Door::default(),
            kind: deliberation::roll::UnitKind::Shop,
            building: String::new(),
            stair: String::new(),
            floor: None,
            area: None,
            area_source: deliberation::roll::AreaSource::Roll,
        }
    }
}
