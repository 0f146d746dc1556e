//! The roll: units, who owns them, who votes for them, who lives there.
//!
//! Heads are distinct voters, not units. Same owner is never concluded from a name; a person confirms it.

use std::collections::{BTreeMap, BTreeSet};

use amounts::CentiSqm;
use serde::{Deserialize, Serialize};

use crate::door::Door;
use crate::ids::{EventSeq, PersonId, UnitIx};
use crate::time::At;

/// What an exclusive unit is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// A flat.
    #[default]
    Flat,
    /// A shop.
    Shop,
    /// A parking space.
    Parking,
    /// Anything else, such as a store room.
    Other,
}

impl UnitKind {
    /// The key of the plugin contract and of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            UnitKind::Flat => "flat",
            UnitKind::Shop => "shop",
            UnitKind::Parking => "parking",
            UnitKind::Other => "other",
        }
    }
}

/// Where an area comes from: the land register before the survey before the contract (解释 2009 第 8 条).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AreaSource {
    /// As the imported roll has it, its own source not said.
    #[default]
    Roll,
    /// 不动产登记簿.
    Register,
    /// 实测面积.
    Survey,
    /// 合同面积.
    Contract,
}

/// An exclusive unit (专有部分).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Unit {
    /// As the roll writes it.
    pub door: Door,
    /// Flat, shop, parking or other.
    #[serde(default)]
    pub kind: UnitKind,
    /// Building, e.g. `1`; may be empty.
    #[serde(default)]
    pub building: String,
    /// Stair unit (单元), e.g. `3`; may be empty.
    #[serde(default)]
    pub stair: String,
    /// Floor, if known.
    #[serde(default)]
    pub floor: Option<i32>,
    /// Exclusive area in 0.01 m²; `None` = not known.
    #[serde(default)]
    pub area: Option<CentiSqm>,
    /// Where the area comes from.
    #[serde(default)]
    pub area_source: AreaSource,
}

/// One row of the roll as an event keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct RollEntry {
    /// The unit.
    #[serde(flatten)]
    pub unit: Unit,
    /// Its owners; the first votes.
    pub owners: Vec<PersonId>,
    /// Residents of the household, if known.
    #[serde(default)]
    pub residents: Option<u32>,
}

/// Who owns a unit and who of them votes for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ownership {
    /// All owners.
    pub parties: Vec<PersonId>,
    /// The one who votes: co-owners have one vote for their unit.
    pub voter: PersonId,
    /// The developer, who votes for the unit until it is delivered.
    pub developer: Option<PersonId>,
}

impl Ownership {
    /// Whoever votes for the unit now.
    pub fn votes(&self) -> PersonId {
        self.developer.unwrap_or(self.voter)
    }
}

/// A voter with the units he votes for: one head, areas added (解释 2009 第 9 条).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The voter.
    pub person: PersonId,
    /// His units in roll order.
    pub units: Vec<UnitIx>,
    /// Their area together in 0.01 m²; `None` if one is not known.
    pub area: Option<CentiSqm>,
}

/// A change of the roll: its versions over the years. Votes and meetings keep the roll they counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollChange {
    /// The event.
    pub seq: EventSeq,
    /// When.
    pub at: At,
    /// By whom.
    pub by: PersonId,
    /// What.
    pub kind: RollChangeKind,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RollChangeKind {
    /// A whole roll came in: so many units.
    Imported(u32),
    /// Several doors are one owner's.
    Joined(Vec<Door>),
    /// Another co-owner votes for a door.
    VoterNamed(Door),
    /// The developer votes for these.
    HeldUndelivered(Vec<Door>),
    /// Their own owners vote for these.
    Delivered(Vec<Door>),
    /// An area was put right.
    AreaCorrected(Door),
    /// A door has other owners.
    Transferred(Door),
}

/// One community's roll in natural door order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    units: Vec<Unit>,
    ownerships: Vec<Ownership>,
    residents: Vec<Option<u32>>,
    by_door: BTreeMap<Door, UnitIx>,
    heads: Vec<Head>,
    head_of: BTreeMap<PersonId, usize>,
}

impl Roll {
    /// The roll of these entries, sorted by natural door order; a second entry for a door is left out.
    pub fn from_entries(mut entries: Vec<RollEntry>) -> Roll {
        entries.sort_by(|a, b| a.unit.door.cmp(&b.unit.door));
        entries.dedup_by(|later, first| later.unit.door == first.unit.door);
        let mut roll = Roll::default();
        for (index, entry) in entries.into_iter().enumerate() {
            let voter = entry.owners.first().copied().unwrap_or_default();
            roll.by_door.insert(entry.unit.door.clone(), UnitIx::at(index));
            roll.units.push(entry.unit);
            roll.ownerships.push(Ownership { parties: entry.owners, voter, developer: None });
            roll.residents.push(entry.residents);
        }
        roll.count_heads();
        roll
    }

    /// Makes one owner of those who vote for `doors`: the first one's voter votes for all of them.
    pub fn join_owners(&mut self, doors: &[Door]) {
        let units: Vec<UnitIx> = doors.iter().filter_map(|door| self.by_door.get(door).copied()).collect();
        let Some(keep) = units.first().and_then(|unit| self.ownerships.get(unit.index())).map(|o| o.voter) else {
            return;
        };
        for unit in units {
            if let Some(ownership) = self.ownerships.get_mut(unit.index()) {
                let old = ownership.voter;
                for party in &mut ownership.parties {
                    if *party == old {
                        *party = keep;
                    }
                }
                ownership.voter = keep;
            }
        }
        self.count_heads();
    }

    fn change(&mut self, door: &Door, change: impl FnOnce(&mut Unit, &mut Ownership)) {
        let Some(index) = self.find(door).map(UnitIx::index) else { return };
        if let (Some(unit), Some(ownership)) = (self.units.get_mut(index), self.ownerships.get_mut(index)) {
            change(unit, ownership);
            self.count_heads();
        }
    }

    /// Lets one of a unit's owners vote for it.
    pub(crate) fn name_voter(&mut self, door: &Door, voter: PersonId) {
        self.change(door, |_, ownership| ownership.voter = voter);
    }

    /// Lets the developer vote for units, or with `None` their own owners again.
    pub(crate) fn hold(&mut self, doors: &[Door], developer: Option<PersonId>) {
        for door in doors {
            self.change(door, |_, ownership| ownership.developer = developer);
        }
    }

    /// Puts an area right.
    pub(crate) fn correct_area(&mut self, door: &Door, area: CentiSqm, source: AreaSource) {
        self.change(door, |unit, _| (unit.area, unit.area_source) = (Some(area), source));
    }

    /// Gives a unit other owners; the first votes.
    pub(crate) fn transfer(&mut self, door: &Door, owners: Vec<PersonId>) {
        self.change(door, |_, ownership| {
            let voter = owners.first().copied().unwrap_or_default();
            *ownership = Ownership { parties: owners, voter, developer: None };
        });
    }

    fn count_heads(&mut self) {
        self.heads.clear();
        self.head_of.clear();
        for (index, (unit, ownership)) in self.units.iter().zip(&self.ownerships).enumerate() {
            let place = *self.head_of.entry(ownership.votes()).or_insert_with(|| {
                self.heads.push(Head { person: ownership.votes(), units: Vec::new(), area: Some(CentiSqm(0)) });
                self.heads.len() - 1
            });
            let head = &mut self.heads[place];
            head.units.push(UnitIx::at(index));
            head.area = add(head.area, unit.area);
        }
    }

    /// All units in natural door order.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// A unit by its row.
    pub fn unit(&self, unit: UnitIx) -> Option<&Unit> {
        self.units.get(unit.index())
    }

    /// The row of a door.
    pub fn find(&self, door: &Door) -> Option<UnitIx> {
        self.by_door.get(door).copied()
    }

    /// Owners and voter of a unit.
    pub fn ownership(&self, unit: UnitIx) -> Option<&Ownership> {
        self.ownerships.get(unit.index())
    }

    /// Every owner and co-owner, each once.
    pub fn parties(&self) -> BTreeSet<PersonId> {
        self.ownerships.iter().flat_map(|ownership| ownership.parties.iter().copied()).collect()
    }

    /// Whoever votes for the unit behind `door`.
    pub fn voter(&self, door: &Door) -> Option<PersonId> {
        self.ownership(self.find(door)?).map(Ownership::votes)
    }

    /// The owner who votes for the unit once it is delivered.
    pub fn owner(&self, door: &Door) -> Option<PersonId> {
        self.ownership(self.find(door)?).map(|ownership| ownership.voter)
    }

    /// Residents of a unit's household, if known.
    pub fn residents(&self, unit: UnitIx) -> Option<u32> {
        self.residents.get(unit.index()).copied().flatten()
    }

    /// All voters in the order of their first door.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// A voter's head; `None` for somebody who votes for no unit.
    pub fn head(&self, person: PersonId) -> Option<&Head> {
        self.head_of.get(&person).and_then(|place| self.heads.get(*place))
    }

    /// The first door of a person's units, as owner or co-owner.
    pub fn door_of(&self, person: PersonId) -> Option<&Door> {
        if let Some(head) = self.head(person) {
            return head.units.first().and_then(|unit| self.unit(*unit)).map(|unit| &unit.door);
        }
        let row = self.ownerships.iter().position(|ownership| ownership.parties.contains(&person))?;
        self.units.get(row).map(|unit| &unit.door)
    }

    /// The area of all units in 0.01 m²; `None` if one is not known.
    pub fn area(&self) -> Option<CentiSqm> {
        self.heads.iter().try_fold(CentiSqm(0), |sum, head| add(Some(sum), head.area))
    }

    /// Doors whose area is not known.
    pub fn doors_without_area(&self) -> impl Iterator<Item = &Door> {
        self.units.iter().filter(|unit| unit.area.is_none()).map(|unit| &unit.door)
    }
}

/// The sum of two areas, not known as soon as one is not.
pub fn add(left: Option<CentiSqm>, right: Option<CentiSqm>) -> Option<CentiSqm> {
    left?.0.checked_add(right?.0).map(CentiSqm)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(door: &str, owner: u32, area: i64) -> RollEntry {
        RollEntry {
            unit: Unit {
                door: Door::new(door),
                kind: UnitKind::Flat,
                building: String::new(),
                stair: String::new(),
                floor: None,
                area: Some(CentiSqm(area)),
                area_source: AreaSource::Roll,
            },
            owners: vec![PersonId(owner)],
            residents: None,
        }
    }

    /// V-8 of the domain page: three flats of one owner are one head with 250 m².
    #[test]
    fn several_flats_of_one_owner_are_one_head() {
        let mut entries: Vec<RollEntry> = (0..10).map(|i| entry(&format!("1-{i}"), i + 1, 10_000)).collect();
        entries.extend([entry("2-1", 11, 8_000), entry("2-2", 12, 8_000), entry("2-3", 13, 9_000)]);
        entries.extend((0..12).map(|i| entry(&format!("3-{i}"), 20, 9_000)));
        let mut roll = Roll::from_entries(entries);
        assert_eq!(roll.heads().len(), 14);
        roll.join_owners(&["2-1", "2-2", "2-3"].map(Door::new));
        assert_eq!(roll.head(PersonId(11)).unwrap().area, Some(CentiSqm(25_000)));
        assert_eq!(roll.heads().len(), 12);
        assert_eq!(roll.area(), Some(CentiSqm(233_000)));
        assert_eq!(roll.voter(&Door::new("2-3")), Some(PersonId(11)));
    }

    #[test]
    fn rows_stand_in_door_order_and_an_unknown_area_spoils_only_its_head() {
        let mut unknown = entry("1-2", 2, 0);
        unknown.unit.area = None;
        let roll = Roll::from_entries(vec![entry("1-10", 3, 100), unknown, entry("1-1", 1, 100)]);
        let doors: Vec<&str> = roll.units().iter().map(|u| u.door.as_str()).collect();
        assert_eq!(doors, ["1-1", "1-2", "1-10"]);
        assert_eq!(roll.area(), None);
        assert_eq!(roll.head(PersonId(3)).unwrap().area, Some(CentiSqm(100)));
        assert_eq!(roll.doors_without_area().map(Door::as_str).collect::<Vec<_>>(), ["1-2"]);
    }
}
