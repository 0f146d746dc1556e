//! File, roll, people, and a meeting before it opens.

use std::collections::BTreeSet;

use amounts::CentiSqm;

use super::{Decision, person, said};
use crate::agenda::{Item, ItemState};
use crate::command::{Command, ImportRow};
use crate::event::{Event, NewPerson};
use crate::ids::{ItemNo, MeetingNo, PersonId};
use crate::meeting::{Meeting, Phase};
use crate::refusal::Refusal;
use crate::roll::RollEntry;
use crate::state::{Facts, State};
use crate::text::{BlobRef, PersonCard, Sealable};

const MINUTE_MS: i64 = 60_000;

pub(super) fn decide(state: &State, command: &Command) -> Decision {
    let facts = &state.facts;
    match command {
        Command::CreateFile { title, zone, lang } => {
            if !facts.file.title.is_empty() {
                return Err(Refusal::FileExists);
            }
            Ok(vec![Event::FileCreated { title: said(title)?, zone: zone.clone(), lang: lang.clone() }])
        }
        Command::ImportRoll { rows, columns } => import(state, rows, columns),
        Command::ConfirmSameOwner { doors } => {
            let mut voters = BTreeSet::new();
            for door in doors {
                let voter = facts.roll.voter(door).ok_or_else(|| Refusal::UnknownDoor { door: door.clone() })?;
                voters.insert(voter);
            }
            if voters.len() < 2 {
                return Err(Refusal::NothingToJoin);
            }
            no_vote(facts)?;
            Ok(vec![Event::SameOwnerConfirmed { doors: doors.clone() }])
        }
        Command::AddPerson { card, capacity, party } => {
            let person = new_person(state, 0, card)?;
            Ok(vec![Event::PersonAdded { person, capacity: *capacity, party: party.trim().to_owned() }])
        }
        Command::ErasePerson { person: who, also } => {
            let person = person(facts, who)?;
            if facts.open_meeting().is_some() {
                return Err(Refusal::MeetingOpen);
            }
            // A text written about them after the erasure can be erased too.
            let left = |person: &PersonId| state.personal.get(person).cloned().unwrap_or_default();
            if facts.people.get(&person).is_some_and(|p| p.erased) && left(&person).is_empty() {
                return Err(Refusal::AlreadyErased);
            }
            let mut blobs = left(&person);
            // Texts only: the card of somebody else goes with that person.
            blobs.extend(also.iter().filter(|blob| !facts.people.values().any(|other| other.card == **blob)));
            blobs.sort();
            blobs.dedup();
            // The cards of doors that were confirmed to be theirs go with them.
            let merged = facts.people.iter().filter(|(_, other)| other.merged_into == Some(person));
            let merged = merged.map(|(other, _)| Event::PersonErased { person: *other, blobs: left(other) });
            Ok(std::iter::once(Event::PersonErased { person, blobs }).chain(merged).collect())
        }
        Command::PlanMeeting { plan } => {
            said(&plan.title)?;
            Ok(vec![Event::MeetingPlanned { meeting: MeetingNo::at(facts.meetings.len()), plan: plan.clone() }])
        }
        Command::AddItem { title, kind, minutes, before } => {
            let (meeting, plan) = unfinished(facts)?;
            let item = match before {
                None => ItemNo::at(plan.items.len()),
                Some(before) => free_place(plan, *before)?,
            };
            Ok(vec![Event::ItemAdded {
                meeting,
                item,
                title: said(title)?,
                kind: *kind,
                budget_ms: i64::from(*minutes) * MINUTE_MS,
            }])
        }
        Command::ChangeItem { item: number, title, kind, minutes } => {
            let (meeting, plan) = unfinished(facts)?;
            plan.item(*number).ok_or(Refusal::UnknownItem { item: *number })?;
            untouched(plan, *number)?;
            Ok(vec![Event::ItemChanged {
                meeting,
                item: *number,
                title: said(title)?,
                kind: *kind,
                budget_ms: i64::from(*minutes) * MINUTE_MS,
            }])
        }
        Command::GiveNotice => {
            let (meeting, plan) = unfinished(facts)?;
            if plan.phase != Phase::Planned {
                return Err(Refusal::AlreadyOpened);
            }
            if plan.items.is_empty() {
                return Err(Refusal::NoAgenda);
            }
            Ok(vec![Event::NoticeGiven { meeting }])
        }
        _ => Ok(Vec::new()),
    }
}

/// The meeting in session, or the last one planned while it is not over.
fn unfinished(facts: &Facts) -> Result<(MeetingNo, &Meeting), Refusal> {
    facts
        .working_meeting()
        .filter(|(_, meeting)| !matches!(meeting.phase, Phase::Closed { .. }))
        .ok_or(Refusal::NoMeeting)
}

/// An item nothing has happened under.
fn untouched(meeting: &Meeting, number: ItemNo) -> Result<(), Refusal> {
    let begun = |item: &Item| item.state != ItemState::Waiting || item.spent_ms > 0 || item.since.is_some();
    let noted = meeting.record.iter().any(|entry| entry.item == Some(number));
    if noted || meeting.item(number).is_some_and(begun) { Err(Refusal::ItemHasBegun { item: number }) } else { Ok(()) }
}

/// A place before an item: nothing may have happened under it or any later one, for their numbers change.
fn free_place(meeting: &Meeting, before: ItemNo) -> Result<ItemNo, Refusal> {
    meeting.item(before).ok_or(Refusal::UnknownItem { item: before })?;
    let from = before.index().unwrap_or(0);
    (from..meeting.items.len()).map(ItemNo::at).try_for_each(|number| untouched(meeting, number))?;
    Ok(before)
}

/// The roll stays as it is while a vote counts by it.
fn no_vote(facts: &Facts) -> Result<(), Refusal> {
    if facts.open_vote().is_some() { Err(Refusal::VoteOpen) } else { Ok(()) }
}

fn new_person(state: &State, further: usize, card: &Sealable<PersonCard>) -> Result<NewPerson, Refusal> {
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
