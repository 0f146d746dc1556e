//! Who counts in a vote: heads with area, presence and proxies, frozen when it opens.

use std::collections::BTreeMap;

use amounts::CentiSqm;
use serde::{Deserialize, Serialize};

use crate::door::Door;
use crate::ids::PersonId;
use crate::roll::{Roll, Unit};
use crate::tally::Count;
use crate::verdict::Bases;

/// The part of the roll a vote is among: a shared part of one stair concerns only its owners (上海 69).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Everybody on the roll.
    #[default]
    Whole,
    /// One building.
    Building(String),
    /// One stair of a building.
    Stair {
        /// The building, as the roll writes it.
        building: String,
        /// The stair.
        stair: String,
    },
    /// These doors.
    Doors(Vec<Door>),
}

impl Scope {
    /// Whether a unit lies in it.
    pub fn holds(&self, unit: &Unit) -> bool {
        match self {
            Scope::Whole => true,
            Scope::Building(building) => unit.building == *building,
            Scope::Stair { building, stair } => unit.building == *building && unit.stair == *stair,
            Scope::Doors(doors) => doors.contains(&unit.door),
        }
    }

    /// Whether it is everybody, which events leave out.
    pub fn is_whole(&self) -> bool {
        *self == Scope::Whole
    }

    /// The heads in scope with the area they have in it, in roll order: elsewhere an owner has no say in this.
    pub fn heads(&self, roll: &Roll) -> Vec<(PersonId, Option<CentiSqm>)> {
        let mut heads = Vec::new();
        for head in roll.heads() {
            let mut units =
                head.units.iter().filter_map(|unit| roll.unit(*unit)).filter(|unit| self.holds(unit)).peekable();
            if units.peek().is_some() {
                let area = units.try_fold(CentiSqm(0), |sum, unit| crate::roll::add(Some(sum), unit.area));
                heads.push((head.person, area));
            }
        }
        heads
    }
}

/// The size of a body the roll does not list, as told when the vote opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Body {
    /// Members due (应到).
    pub due: u32,
    /// Members in the hall (实到).
    pub present: u32,
}

/// A head of the frozen electorate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Elector {
    /// The voter.
    pub person: PersonId,
    /// His area in 0.01 m²; `None` = not known.
    pub area: Option<CentiSqm>,
    /// In the hall when the vote opened.
    pub present: bool,
    /// Who votes for him by written authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<ProxyHolder>,
}

/// Whoever holds somebody's proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ProxyHolder {
    /// The agent.
    pub agent: PersonId,
    /// The agent was in the hall when the vote opened.
    pub present: bool,
}

impl Elector {
    /// Whether somebody in the hall can answer for this head: himself, or his agent.
    pub fn has_voice(&self) -> bool {
        self.present || self.agent().is_some()
    }

    /// Who answers for him: nobody while he is in the hall himself.
    pub fn agent(&self) -> Option<PersonId> {
        self.proxy.filter(|proxy| proxy.present && !self.present).map(|proxy| proxy.agent)
    }
}

/// Everybody who counts in a vote, frozen when it opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Electorate {
    /// The heads by person; empty for a body the roll does not list.
    pub heads: BTreeMap<PersonId, Elector>,
    /// Kept out of this vote for a conflict of interest.
    pub recused: Vec<PersonId>,
    /// Sums over them, or as told. Present = in the hall in person or by an agent.
    pub bases: Bases,
}

impl Electorate {
    /// The electorate of these heads.
    pub fn new(electors: Vec<Elector>, recused: Vec<PersonId>) -> Electorate {
        let (mut all, mut present) = (Count::default(), Count::default());
        let mut heads = BTreeMap::new();
        for elector in electors {
            all.add(elector.area);
            if elector.has_voice() {
                present.add(elector.area);
            }
            heads.insert(elector.person, elector);
        }
        Electorate { heads, recused, bases: Bases { all, present: Some(present) } }
    }

    /// The electorate of a body.
    pub fn of_body(body: Body) -> Electorate {
        let count = |heads| Count { heads, area: CentiSqm(0), area_unknown: heads };
        let bases = Bases { all: count(body.due), present: Some(count(body.present)) };
        Electorate { bases, ..Electorate::default() }
    }

    /// Heads that can answer in the hall, in person or by an agent.
    pub fn voices(&self) -> u32 {
        self.bases.present.map_or(0, |present| present.heads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elector(person: u32, present: bool, proxy: Option<(u32, bool)>) -> Elector {
        let proxy = proxy.map(|(agent, present)| ProxyHolder { agent: PersonId(agent), present });
        Elector { person: PersonId(person), area: Some(CentiSqm(100)), present, proxy }
    }

    #[test]
    fn a_scope_is_one_building_one_stair_of_it_or_the_doors_named() {
        let unit = |building: &str, stair: &str, door: &str| Unit {
            door: Door::new(door),
            kind: crate::roll::UnitKind::Flat,
            building: building.into(),
            stair: stair.into(),
            floor: None,
            area: None,
            area_source: crate::roll::AreaSource::Roll,
        };
        let units = [unit("1", "1", "1-1-101"), unit("1", "2", "1-2-101"), unit("2", "1", "2-1-101")];
        let held = |scope: Scope| units.each_ref().map(|unit| scope.holds(unit));
        assert_eq!(held(Scope::Whole), [true, true, true]);
        assert_eq!(held(Scope::Building("1".into())), [true, true, false]);
        assert_eq!(held(Scope::Stair { building: "1".into(), stair: "1".into() }), [true, false, false]);
        assert_eq!(held(Scope::Doors(vec![Door::new("2-1-101")])), [false, false, true]);
        assert!(Scope::Whole.is_whole() && !Scope::Building("1".into()).is_whole());
    }

    #[test]
    fn an_agent_in_the_hall_gives_a_voice_and_a_principal_in_the_hall_speaks_himself() {
        let electorate = Electorate::new(
            vec![
                elector(1, true, Some((2, true))),
                elector(2, true, None),
                elector(3, false, Some((2, true))),
                elector(4, false, Some((5, false))),
                elector(5, false, None),
            ],
            Vec::new(),
        );
        assert_eq!(electorate.voices(), 3);
        assert_eq!(electorate.bases.all.heads, 5);
        assert_eq!(electorate.heads[&PersonId(1)].agent(), None);
        assert_eq!(electorate.heads[&PersonId(3)].agent(), Some(PersonId(2)));
        assert_eq!(electorate.heads[&PersonId(4)].agent(), None);
    }
}
