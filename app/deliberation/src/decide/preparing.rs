//! File, people, and a meeting before it opens.

use super::roll::new_person;
use super::{Decision, person, said};
use crate::command::Command;
use crate::event::Event;
use crate::ids::{ItemNo, MeetingNo, PersonId};
use crate::meeting::{Meeting, Phase};
use crate::refusal::Refusal;
use crate::state::{Facts, State};

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
            if !plan.talk.is_sound() {
                return Err(Refusal::BadTalkRule);
            }
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
        Command::ChangePlan { plan } => {
            let (meeting, planned) = unfinished(facts)?;
            if planned.phase != Phase::Planned {
                return Err(Refusal::AlreadyOpened);
            }
            said(&plan.title)?;
            if planned.plan == *plan {
                return Err(Refusal::NothingChanges);
            }
            // Otherwise whoever was told the agenda would be voted down by what was never announced.
            if planned.noticed.is_some() && planned.plan.agenda_locks && !plan.agenda_locks {
                return Err(Refusal::LockStays);
            }
            Ok(vec![Event::PlanChanged { meeting, plan: plan.clone() }])
        }
        Command::MoveItem { item, to } => {
            let (meeting, plan) = unfinished(facts)?;
            if item == to {
                return Err(Refusal::NothingChanges);
            }
            // Every number between the two places changes.
            let (first, last) = if item < to { (*item, *to) } else { (*to, *item) };
            all_untouched(plan, first, last)?;
            Ok(vec![Event::ItemMoved { meeting, item: *item, to: *to }])
        }
        Command::RemoveItem { item } => {
            let (meeting, plan) = unfinished(facts)?;
            let removed = plan.item(*item).ok_or(Refusal::UnknownItem { item: *item })?;
            all_untouched(plan, *item, ItemNo::at(plan.items.len().saturating_sub(1)))?;
            if plan.is_announced(removed) {
                return Err(Refusal::ItemAnnounced { item: *item });
            }
            Ok(vec![Event::ItemRemoved { meeting, item: *item }])
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
    if meeting.has_begun(number) { Err(Refusal::ItemHasBegun { item: number }) } else { Ok(()) }
}

/// A place before an item: nothing may have happened under it or any later one, for their numbers change.
fn free_place(meeting: &Meeting, before: ItemNo) -> Result<ItemNo, Refusal> {
    all_untouched(meeting, before, ItemNo::at(meeting.items.len().saturating_sub(1)))?;
    Ok(before)
}

/// A stretch of items nothing has happened under.
fn all_untouched(meeting: &Meeting, first: ItemNo, last: ItemNo) -> Result<(), Refusal> {
    for end in [first, last] {
        meeting.item(end).ok_or(Refusal::UnknownItem { item: end })?;
    }
    let (from, to) = (first.index().unwrap_or(0), last.index().unwrap_or(0));
    (from..=to).map(ItemNo::at).try_for_each(|number| untouched(meeting, number))
}
