//! The roll: a whole one taken in, and its changes over the years. It stays as it is while a vote counts by it.

use std::collections::BTreeSet;

use amounts::CentiSqm;

use super::{Decision, person};
use crate::command::{Command, ImportRow};
use crate::door::Door;
use crate::event::{Event, NewPerson};
use crate::ids::PersonId;
use crate::meeting::{Meeting, Phase};
use crate::refusal::Refusal;
use crate::roll::{Ownership, RollEntry};
use crate::state::{Facts, State};
use crate::text::{BlobRef, PersonCard, Sealable};

pub(super) fn decide(state: &State, command: &Command) -> Decision {
    let facts = &state.facts;
    if let Command::ImportRoll { rows, columns } = command {
        return import(state, rows, columns);
    }
    no_vote(facts)?;
    match command {
        Command::ConfirmSameOwner { doors } => {
            let mut owners = BTreeSet::new();
            for door in doors {
                owners.insert(owned(facts, door)?.voter);
            }
            if owners.len() < 2 {
                return Err(Refusal::NothingToJoin);
            }
            Ok(vec![Event::SameOwnerConfirmed { doors: doors.clone() }])
        }
        Command::NameVoter { door, who } => {
            let named = person(facts, who)?;
            let ownership = owned(facts, door)?;
            if !ownership.parties.contains(&named) {
                return Err(Refusal::NotAnOwner { door: door.clone() });
            }
            if ownership.voter == named {
                return Err(Refusal::NothingChanges);
            }
            Ok(vec![Event::VoterNamed { door: door.clone(), person: named }])
        }
        Command::HoldUndelivered { doors, developer } => {
            let developer = person(facts, developer)?;
            some(facts, doors, |ownership| ownership.developer != Some(developer))?;
            Ok(vec![Event::UnitsHeldUndelivered { doors: doors.clone(), developer }])
        }
        Command::DeliverUnits { doors } => {
            some(facts, doors, |ownership| ownership.developer.is_some())?;
            Ok(vec![Event::UnitsDelivered { doors: doors.clone() }])
        }
        Command::CorrectArea { door, area, source } => {
            owned(facts, door)?;
            if *area <= CentiSqm(0) {
                return Err(Refusal::BadUnit { door: door.clone() });
            }
            let unit = facts.roll.find(door).and_then(|unit| facts.roll.unit(unit));
            if unit.is_some_and(|unit| (unit.area, unit.area_source) == (Some(*area), *source)) {
                return Err(Refusal::NothingChanges);
            }
            Ok(vec![Event::AreaCorrected { door: door.clone(), area: *area, source: *source }])
        }
        Command::TransferUnit { door, owners } => {
            owned(facts, door)?;
            if owners.is_empty() {
                return Err(Refusal::BadUnit { door: door.clone() });
            }
            // Whoever sat in the hall for the door would be nobody's voter all at once.
            if facts.open_meeting().is_some() {
                return Err(Refusal::MeetingOpen);
            }
            let people = owners.iter().enumerate().map(|(place, card)| new_person(state, place, card));
            Ok(vec![Event::UnitTransferred { door: door.clone(), people: people.collect::<Result<_, _>>()? }])
        }
        _ => Ok(Vec::new()),
    }
}

fn owned<'a>(facts: &'a Facts, door: &Door) -> Result<&'a Ownership, Refusal> {
    let unit = facts.roll.find(door).ok_or_else(|| Refusal::UnknownDoor { door: door.clone() })?;
    facts.roll.ownership(unit).ok_or_else(|| Refusal::UnknownDoor { door: door.clone() })
}

/// Known doors, at least one of which changes.
fn some(facts: &Facts, doors: &[Door], changes: impl Fn(&Ownership) -> bool) -> Result<(), Refusal> {
    let mut any = false;
    for door in doors {
        any |= changes(owned(facts, door)?);
    }
    if any { Ok(()) } else { Err(Refusal::NothingChanges) }
}

/// The roll stays as it is while a vote counts by it.
fn no_vote(facts: &Facts) -> Result<(), Refusal> {
    if facts.open_vote().is_some() { Err(Refusal::VoteOpen) } else { Ok(()) }
}

/// A person the file does not know yet; `further` others come in the same deed.
pub(super) fn new_person(state: &State, further: usize, card: &Sealable<PersonCard>) -> Result<NewPerson, Refusal> {
    let blob = card.sealed().ok_or(Refusal::NotSealed)?;
    let further = u32::try_from(further).unwrap_or(u32::MAX);
    let id = PersonId(state.last_person.0.saturating_add(1).saturating_add(further));
    Ok(NewPerson { id, card: BlobRef { blob } })
}

fn import(state: &State, rows: &[ImportRow], columns: &[String]) -> Decision {
    if rows.is_empty() {
        return Err(Refusal::EmptyRoll);
    }
    let waiting = |meeting: &Meeting| meeting.phase == Phase::Planned && !meeting.attendance.stays().is_empty();
    if state.facts.open_meeting().is_some() || state.facts.meetings.iter().any(|meeting| waiting(meeting)) {
        return Err(Refusal::MeetingOpen);
    }
    let mut doors = BTreeSet::new();
    let mut people = Vec::new();
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let door = &row.unit.door;
        if !doors.insert(door) {
            return Err(Refusal::DuplicateDoor { door: door.clone() });
        }
        let no_area = row.unit.area.is_some_and(|area| area <= CentiSqm(0));
        if row.owners.is_empty() || no_area || door.as_str().trim().is_empty() {
            return Err(Refusal::BadUnit { door: door.clone() });
        }
        let mut owners = Vec::new();
        for card in &row.owners {
            let person = new_person(state, people.len(), card)?;
            owners.push(person.id);
            people.push(person);
        }
        entries.push(RollEntry { unit: row.unit.clone(), owners, residents: row.residents });
    }
    Ok(vec![Event::RollImported { people, entries, columns: columns.to_vec() }])
}
