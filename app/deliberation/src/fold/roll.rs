//! The roll and its changes over the years.

use std::sync::Arc;

use super::add_person;
use crate::event::{Event, Recorded};
use crate::ids::PersonId;
use crate::people::Capacity;
use crate::roll::{Roll, RollChange, RollChangeKind};
use crate::state::Facts;

pub(super) fn apply(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    let kind = match &recorded.event {
        Event::RollImported { people, entries, columns } => {
            for person in people {
                add_person(facts, person, Capacity::Owner, "");
            }
            facts.roll = Arc::new(Roll::from_entries(entries.clone()));
            facts.columns = Arc::new(columns.clone());
            RollChangeKind::Imported(u32::try_from(facts.roll.units().len()).unwrap_or(u32::MAX))
        }
        Event::SameOwnerConfirmed { doors } => {
            let owners: Vec<PersonId> = doors.iter().filter_map(|door| facts.roll.owner(door)).collect();
            let keep = *owners.first()?;
            for other in owners.into_iter().filter(|owner| *owner != keep) {
                merge(facts, other, keep);
            }
            Arc::make_mut(&mut facts.roll).join_owners(doors);
            RollChangeKind::Joined(doors.clone())
        }
        Event::VoterNamed { door, person } => {
            Arc::make_mut(&mut facts.roll).name_voter(door, *person);
            RollChangeKind::VoterNamed(door.clone())
        }
        Event::UnitsHeldUndelivered { doors, developer } => {
            Arc::make_mut(&mut facts.roll).hold(doors, Some(*developer));
            RollChangeKind::HeldUndelivered(doors.clone())
        }
        Event::UnitsDelivered { doors } => {
            Arc::make_mut(&mut facts.roll).hold(doors, None);
            RollChangeKind::Delivered(doors.clone())
        }
        Event::AreaCorrected { door, area, source } => {
            Arc::make_mut(&mut facts.roll).correct_area(door, *area, *source);
            RollChangeKind::AreaCorrected(door.clone())
        }
        Event::UnitTransferred { door, people } => {
            for person in people {
                add_person(facts, person, Capacity::Owner, "");
            }
            let owners = people.iter().map(|person| person.id).collect();
            Arc::make_mut(&mut facts.roll).transfer(door, owners);
            RollChangeKind::Transferred(door.clone())
        }
        _ => return None,
    };
    facts.roll_changes.push(RollChange { seq: recorded.seq, at: recorded.at, by: recorded.by, kind });
    Some(())
}

/// Makes one person of two wherever a vote still to come looks.
fn merge(facts: &mut Facts, other: PersonId, keep: PersonId) {
    if let Some(person) = Arc::make_mut(&mut facts.people).get_mut(&other) {
        person.merged_into = Some(keep);
    }
    for meeting in &mut facts.meetings {
        let meeting = Arc::make_mut(meeting);
        meeting.attendance.merge(other, keep);
        if let Some(proxy) = meeting.proxies.remove(&other) {
            meeting.proxies.entry(keep).or_insert(proxy);
        }
        meeting.proxies.values_mut().filter(|proxy| proxy.agent == other).for_each(|proxy| proxy.agent = keep);
        meeting.proxies.retain(|principal, proxy| *principal != proxy.agent);
    }
    for motion in facts.motions.iter_mut().filter(|motion| motion.recused.contains(&other)) {
        let recused = &mut Arc::make_mut(motion).recused;
        recused.retain(|person| *person != other && *person != keep);
        recused.push(keep);
    }
}
