//! A count outside a meeting: a roll, ballots by door and a rule give an answer, with the desk's own tally and verdict.
//!
//! Knows no vote, no file and no event. One ballot from any door of a head carries his whole area; the same said twice is
//! one ballot; something else is a conflict, which is listed.

use std::collections::BTreeMap;

use amounts::CentiSqm;

use crate::ballot::Choice;
use crate::door::Door;
use crate::rule::{Base, Electors, Measure, Rule, Turning};
use crate::tally::{Count, Tally};
use crate::verdict::{Bases, Missing, Outcome, Verdict, judge};

/// A unit as a count sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// As the roll writes it.
    pub door: Door,
    /// Its area in 0.01 m²; `None` = not known.
    pub area: Option<CentiSqm>,
    /// A number of whoever votes for it; units of one number are one head, a unit without is a head of its own.
    pub owner: Option<u32>,
}

/// The heads of a roll with their doors and areas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    units: Vec<Unit>,
    /// The head of each unit.
    head_of: Vec<usize>,
    areas: Vec<Option<CentiSqm>>,
    by_door: BTreeMap<Door, usize>,
}

/// What becomes of a head whose ballots say different things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Conflicts {
    /// The first ballot stands.
    #[default]
    FirstStands,
    /// The head's ballot is void.
    Void,
}

/// A head whose ballots say different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The door of his first ballot.
    pub door: Door,
    /// What his ballots say, each once, in the order they came.
    pub choices: Vec<Choice>,
}

/// Why there is nothing to count: the papers contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotCount {
    /// The roll has the door twice.
    #[error("door {door} stands on the roll twice")]
    DoorTwice {
        /// Which.
        door: Door,
    },
    /// A ballot for a door that is not on the roll.
    #[error("door {door} is not on the roll")]
    Stranger {
        /// Which ballot, from 0.
        place: usize,
        /// As the ballot has it.
        door: Door,
    },
    /// More ballots than people in the hall, in a vote of those in the hall.
    #[error("{voted} voted, {present} were present")]
    FewerPresent {
        /// Said to be in the hall.
        present: u32,
        /// Heads with a ballot.
        voted: u32,
    },
    /// More people in the hall than the roll has heads.
    #[error("{present} present of {heads} on the roll")]
    MorePresent {
        /// Said to be in the hall.
        present: u32,
        /// Heads of the roll.
        heads: u32,
    },
}

/// What a count comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The verdict with every fraction.
    pub verdict: Verdict,
    /// Doors whose area is not known and would be needed; empty unless that keeps the vote undecidable.
    pub doors_without_area: Vec<Door>,
    /// Somebody said how many were in the hall.
    pub hall_counted: bool,
    /// All heads of the roll.
    pub electorate: Count,
    /// Those who take part under the rule.
    pub participating: Count,
    /// The count by side that was judged: ballots not returned are in it where the rule has a clause for them.
    pub tally: Tally,
    /// Heads whose ballots say different things, in the order of their first ballots.
    pub conflicts: Vec<Conflict>,
}

impl Heads {
    /// The heads of these units; their order is kept.
    pub fn of_units(units: Vec<Unit>) -> Result<Heads, CannotCount> {
        let mut heads = Heads::default();
        let mut by_owner: BTreeMap<u32, usize> = BTreeMap::new();
        for (place, unit) in units.iter().enumerate() {
            if heads.by_door.insert(unit.door.clone(), place).is_some() {
                return Err(CannotCount::DoorTwice { door: unit.door.clone() });
            }
            let next = heads.areas.len();
            let head = unit.owner.map_or(next, |owner| *by_owner.entry(owner).or_insert(next));
            if head == next {
                heads.areas.push(Some(CentiSqm(0)));
            }
            heads.areas[head] = crate::roll::add(heads.areas[head], unit.area);
            heads.head_of.push(head);
        }
        heads.units = units;
        Ok(heads)
    }

    /// All heads with their area.
    pub fn electorate(&self) -> Count {
        let mut all = Count::default();
        for area in &self.areas {
            all.add(*area);
        }
        all
    }

    /// The head a door votes for.
    fn head(&self, door: &Door) -> Option<usize> {
        self.by_door.get(door).map(|unit| self.head_of[*unit])
    }
}

/// What a head said so far.
struct Said {
    door: Door,
    choices: Vec<Choice>,
}

impl Said {
    fn counted(&self, conflicts: Conflicts) -> Choice {
        if self.choices.len() > 1 && conflicts == Conflicts::Void { Choice::Void } else { self.choices[0] }
    }
}

/// Counts ballots by door, in the order they came, under a rule.
///
/// `present` = heads in the hall, if anybody said so; the vote of a body is held among the heads of the roll as its
/// members.
pub fn count(
    rule: &Rule,
    heads: &Heads,
    ballots: &[(Door, Choice)],
    present: Option<u32>,
    conflicts: Conflicts,
) -> Result<Answer, CannotCount> {
    let (said, order) = collected(heads, ballots)?;
    let electorate = heads.electorate();
    let voted = u32::try_from(order.len()).unwrap_or(u32::MAX);
    if let Some(present) = present {
        if present > electorate.heads {
            return Err(CannotCount::MorePresent { present, heads: electorate.heads });
        }
        if rule.electorate != Electors::Owners && present < voted {
            return Err(CannotCount::FewerPresent { present, voted });
        }
    }

    let mut cast = Tally::default();
    let mut unreturned = Count::default();
    for (said, area) in said.iter().zip(&heads.areas) {
        match said {
            Some(said) => cast.add(said.counted(conflicts), *area),
            None => unreturned.add(*area),
        }
    }
    let in_hall = present.map(|heads| if heads == electorate.heads { electorate } else { nameless(heads) });
    if rule.electorate != Electors::Owners {
        unreturned = nameless(in_hall.unwrap_or(electorate).heads.saturating_sub(voted));
    }
    let tally = match &rule.unreturned {
        Some(clause) => cast.with_silence(clause.counts_as, unreturned),
        None => cast,
    };

    let mut verdict = judge(rule, Bases { all: electorate, present: in_hall }, &tally);
    let mut doors_without_area = Vec::new();
    if verdict.missing.contains(&Missing::Area) {
        let needed = |head: usize| area_counts(rule, said[head].as_ref().map(|said| said.counted(conflicts)));
        let rows = heads.units.iter().zip(&heads.head_of);
        let doors = rows.filter(|(unit, head)| unit.area.is_none() && needed(**head));
        doors_without_area = doors.map(|(unit, _)| unit.door.clone()).collect();
    }
    // How many were in the hall does not say who, nor how many of them kept silent where silence counts.
    let area_of_hall = in_hall.is_some_and(|hall| hall.known_area().is_none()) && measures_hall_by_area(rule);
    let silent = rule.unreturned.is_some() && rule.electorate != Electors::Owners && in_hall.is_none();
    if area_of_hall || silent {
        verdict.outcome = Outcome::Undecidable;
        verdict.missing.retain(|missing| *missing == Missing::Area && !doors_without_area.is_empty());
        verdict.missing.push(Missing::Present);
    }
    let conflicts = order
        .into_iter()
        .filter_map(|head| said[head].as_ref())
        .filter(|said| said.choices.len() > 1)
        .map(|said| Conflict { door: said.door.clone(), choices: said.choices.clone() })
        .collect();
    Ok(Answer {
        verdict,
        doors_without_area,
        hall_counted: present.is_some(),
        electorate,
        participating: tally.participating(rule.void_apart),
        tally,
        conflicts,
    })
}

/// What each head said, and the heads in the order of their first ballots.
fn collected(heads: &Heads, ballots: &[(Door, Choice)]) -> Result<(Vec<Option<Said>>, Vec<usize>), CannotCount> {
    let mut said: Vec<Option<Said>> = heads.areas.iter().map(|_| None).collect();
    let mut order = Vec::new();
    for (place, (door, choice)) in ballots.iter().enumerate() {
        let head = heads.head(door).ok_or_else(|| CannotCount::Stranger { place, door: door.clone() })?;
        match &mut said[head] {
            Some(said) if said.choices.contains(choice) => {}
            Some(said) => said.choices.push(*choice),
            none => {
                *none = Some(Said { door: door.clone(), choices: vec![*choice] });
                order.push(head);
            }
        }
    }
    Ok((said, order))
}

/// Heads that were counted without anybody noting who they are.
fn nameless(heads: u32) -> Count {
    Count { heads, area: CentiSqm(0), area_unknown: heads }
}

/// Whether a share of the area in the hall is asked for.
fn measures_hall_by_area(rule: &Rule) -> bool {
    let turnout = rule.turnout.iter().map(|t| (t.measure, t.base == Base::Present || t.of == Turning::Present));
    let approval = rule.approval.iter().map(|a| (a.measure, a.base == Base::Present));
    turnout.chain(approval).any(|(measure, hall)| measure == Measure::Area && hall)
}

/// Whether the area of a head who said this (`None` = nothing) is part of any count the rule looks at.
fn area_counts(rule: &Rule, said: Option<Choice>) -> bool {
    let silent_counts = rule.unreturned.is_some();
    let in_base = |base: Base| match base {
        Base::All | Base::Present => true,
        Base::Participating => said.map_or(silent_counts, |said| said != Choice::Void || !rule.void_apart),
        Base::Deciding => said.map_or(silent_counts, |said| matches!(said, Choice::Yes | Choice::No)),
    };
    // Turnout is held against all or against the hall; a side is part of whatever it is held against.
    let turnout = rule.turnout.iter().any(|turnout| turnout.measure == Measure::Area);
    turnout || rule.approval.iter().any(|approval| approval.measure == Measure::Area && in_base(approval.base))
}

impl Answer {
    /// Whether the thresholds of turnout (or of approval) are met in one measure: `None` where the rule does not use it or
    /// it cannot be known; without a threshold they are.
    pub fn met(&self, rule: &Rule, turnout: bool, measure: Measure) -> Option<bool> {
        if !rule.measures(measure) {
            return None;
        }
        let checks = self.verdict.checks.iter();
        let mut checks = checks.filter(|check| check.is_turnout() == turnout && check.measure() == measure);
        checks.try_fold(true, |all, check| Some(all && check.met?))
    }

    /// What is missing, as a script reads it: `area:DOOR`, `present`, …
    pub fn missing_keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        for missing in &self.verdict.missing {
            match missing {
                Missing::Area => {
                    keys.extend(self.doors_without_area.iter().map(|door| format!("{}:{door}", missing.key())));
                }
                Missing::Participation | Missing::Present => keys.push(missing.key().to_owned()),
            }
        }
        keys
    }
}
