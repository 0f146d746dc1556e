//! The meeting in session: duties, sign-in and agenda; [`speaking`] has the speakers.

use super::polling::nothing_open;
use super::speaking::{self, present};
use super::{Decision, end_turn, item, open, person};
use crate::agenda::{ItemKind, ItemState};
use crate::command::{Command, Origin};
use crate::event::Event;
use crate::ids::PersonId;
use crate::matter::before_meeting;
use crate::meeting::{Duties, Phase};
use crate::refusal::Refusal;
use crate::state::Facts;
use crate::text::TextRef;
use crate::who::Who;

pub(super) fn decide(facts: &Facts, command: &Command, origin: &Origin) -> Decision {
    match command {
        Command::OpenMeeting { chair, recorder, counters } => {
            let (number, meeting) = facts.working_meeting().ok_or(Refusal::NoMeeting)?;
            match meeting.phase {
                Phase::Planned if meeting.items.is_empty() => return Err(Refusal::NoAgenda),
                Phase::Planned => {}
                _ => return Err(Refusal::AlreadyOpened),
            }
            Ok(vec![Event::MeetingOpened { meeting: number, duties: duties(facts, chair, recorder, counters)? }])
        }
        Command::ChangeDuties { chair, recorder, counters } => {
            let (number, _) = open(facts)?;
            Ok(vec![Event::DutiesChanged { meeting: number, duties: duties(facts, chair, recorder, counters)? }])
        }
        Command::CloseMeeting => close(facts),
        Command::SignIn { who } => {
            // Signing in begins before the meeting is opened: the first ten minutes at the door.
            let (number, meeting) = facts.working_meeting().ok_or(Refusal::NoMeeting)?;
            if matches!(meeting.phase, Phase::Closed { .. }) {
                return Err(Refusal::NotOpen);
            }
            let person = person(facts, who)?;
            if meeting.attendance.is_present(person) {
                return Err(Refusal::AlreadyPresent { door: facts.roll.door_of(person).cloned() });
            }
            Ok(vec![Event::PersonArrived { meeting: number, person }])
        }
        Command::SignOut { who } => {
            let (number, meeting) = facts.working_meeting().ok_or(Refusal::NoMeeting)?;
            if matches!(meeting.phase, Phase::Closed { .. }) {
                return Err(Refusal::NotOpen);
            }
            let person = present(facts, meeting, who)?;
            let mut events = vec![Event::PersonLeft { meeting: number, person }];
            if meeting.speakers.waits(person) {
                events.push(Event::HandLowered { meeting: number, person });
            }
            Ok(events)
        }
        Command::GiveProxy { principal, agent, paper, scan } => {
            let (number, meeting) = facts.working_meeting().ok_or(Refusal::NoMeeting)?;
            if matches!(meeting.phase, Phase::Closed { .. }) {
                return Err(Refusal::NotOpen);
            }
            let owner = person(facts, &Who::Door(principal.clone()))?;
            let agent = person(facts, agent)?;
            if owner == agent {
                return Err(Refusal::ProxyForSelf);
            }
            if meeting.proxies.contains_key(&owner) {
                return Err(Refusal::ProxyGivenAlready { door: principal.clone() });
            }
            // The paper is of both: whoever is erased takes the picture along.
            let scan = match scan {
                Some(scan) => {
                    Some(TextRef { blob: scan.sealed().ok_or(Refusal::NotSealed)?, about: vec![owner, agent] })
                }
                None => None,
            };
            let paper = paper.trim().to_owned();
            Ok(vec![Event::ProxyGiven { meeting: number, principal: owner, agent, paper, scan }])
        }
        Command::WithdrawProxy { principal } => {
            let (number, meeting) = facts.working_meeting().ok_or(Refusal::NoMeeting)?;
            let owner = person(facts, &Who::Door(principal.clone()))?;
            if matches!(meeting.phase, Phase::Closed { .. }) || !meeting.proxies.contains_key(&owner) {
                return Err(Refusal::NoProxy { door: principal.clone() });
            }
            Ok(vec![Event::ProxyWithdrawn { meeting: number, principal: owner }])
        }
        Command::StartItem { item: wanted } => {
            let (number, meeting) = open(facts)?;
            nothing_open(facts)?;
            let (wanted, entry) = item(meeting, Some(*wanted))?;
            if entry.state == ItemState::Current {
                return Err(Refusal::ItemIsCurrent { item: wanted });
            }
            let mut events = end_turn(number, meeting);
            // A review tells what it looks at from what was known when it began.
            let review = entry.kind == ItemKind::Review;
            let matters = if review { before_meeting(facts, number) } else { Vec::new() };
            let reviewed = matters.into_iter().map(|(matter, _)| matter).collect();
            events.push(Event::ItemStarted { meeting: number, item: wanted, reviewed });
            Ok(events)
        }
        Command::ConcludeItem { item: named, conclusion } => {
            let (number, meeting) = open(facts)?;
            nothing_open(facts)?;
            let (concluded, _) = item(meeting, *named)?;
            let mut events = end_turn(number, meeting);
            let conclusion = conclusion.trim().to_owned();
            events.push(Event::ItemConcluded { meeting: number, item: concluded, conclusion });
            Ok(events)
        }
        Command::ShelveItem { item: named } => {
            let (number, meeting) = open(facts)?;
            nothing_open(facts)?;
            let (shelved, _) = item(meeting, *named)?;
            let mut events = end_turn(number, meeting);
            events.push(Event::ItemShelved { meeting: number, item: shelved });
            Ok(events)
        }
        _ => speaking::decide(facts, command, origin),
    }
}

fn duties(facts: &Facts, chair: &Who, recorder: &Who, counters: &[Who]) -> Result<Duties, Refusal> {
    let mut two = [PersonId::NOBODY; 2];
    for (place, who) in two.iter_mut().zip(counters) {
        *place = person(facts, who)?;
    }
    if two[0] == two[1] && two[0] != PersonId::NOBODY {
        return Err(Refusal::SameCounter);
    }
    Ok(Duties { chair: person(facts, chair)?, recorder: person(facts, recorder)?, counters: two })
}

fn close(facts: &Facts) -> Decision {
    let (number, meeting) = open(facts)?;
    nothing_open(facts)?;
    let mut events = end_turn(number, meeting);
    if let Some(item) = meeting.current() {
        events.push(Event::ItemConcluded { meeting: number, item, conclusion: String::new() });
    }
    events.push(Event::MeetingClosed { meeting: number });
    Ok(events)
}
