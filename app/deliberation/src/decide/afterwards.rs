//! Minutes and the ledger: what goes on when the hall is empty.

use super::{Decision, item, person, said, text};
use crate::command::{Command, Origin};
use crate::event::Event;
use crate::ids::{EventSeq, ItemNo, MatterNo, MeetingNo, PersonId};
use crate::material::Offer;
use crate::matter::{self, Matter};
use crate::meeting::{EntryKind, Meeting, Phase};
use crate::refusal::Refusal;
use crate::state::Facts;

pub(super) fn decide(facts: &Facts, command: &Command, origin: &Origin) -> Decision {
    match command {
        Command::FinaliseMinutes { meeting: number } => {
            let meeting = editable(facts, *number)?;
            if !matches!(meeting.phase, Phase::Closed { .. }) {
                return Err(Refusal::MeetingNotClosed);
            }
            Ok(vec![Event::MinutesFinalised { meeting: *number }])
        }
        Command::AddNote { meeting, item: named, words } => {
            let number = match meeting {
                Some(number) => *number,
                None => facts.working_meeting().ok_or(Refusal::NoMeeting)?.0,
            };
            let meeting = editable(facts, number)?;
            let item = match named {
                Some(_) => Some(item(meeting, *named)?.0),
                None => meeting.current(),
            };
            Ok(vec![Event::NoteAdded { meeting: number, item, text: text(facts, words, &[origin.by])? }])
        }
        Command::EditSentence { meeting: number, sentence, words } => {
            let meeting = editable(facts, *number)?;
            known(meeting, *sentence)?;
            let mut people = about(facts, meeting, *sentence);
            people.push(origin.by);
            let text = text(facts, words, &people)?;
            Ok(vec![Event::SentenceEdited { meeting: *number, sentence: *sentence, text }])
        }
        Command::RestoreSentence { meeting: number, sentence } => {
            let meeting = editable(facts, *number)?;
            meeting.edits.get(sentence).ok_or(Refusal::UnknownSentence)?;
            Ok(vec![Event::SentenceRestored { meeting: *number, sentence: *sentence }])
        }
        Command::TakeDuty { text, responsible, due, item: named, offer } => {
            let responsible = person(facts, responsible)?;
            let from = match facts.open_meeting() {
                _ if offer.is_some() => offered(facts, *offer)?,
                // Between two items a duty belongs to the one that was last on the table.
                Some((meeting, plan)) => match named.or_else(|| plan.current()).or_else(|| last_item(plan)) {
                    Some(number) => Some(matter::Origin { meeting, item: item(plan, Some(number))?.0, offer: None }),
                    None => None,
                },
                None => None,
            };
            let matter = MatterNo::at(facts.matters.len());
            Ok(vec![Event::DutyTaken { matter, text: said(text)?, responsible, due: *due, from }])
        }
        Command::FinishDuty { matter } => match known_matter(facts, *matter)?.done {
            Some(_) => Err(Refusal::MatterUnchanged),
            None => Ok(vec![Event::DutyDone { matter: *matter }]),
        },
        Command::ReopenDuty { matter } => match known_matter(facts, *matter)?.done {
            Some(_) => Ok(vec![Event::DutyReopened { matter: *matter }]),
            None => Err(Refusal::MatterUnchanged),
        },
        _ => Ok(Vec::new()),
    }
}

/// Where an offered duty comes from: the item of the procedure that offers it, once.
fn offered(facts: &Facts, offer: Option<Offer>) -> Result<Option<matter::Origin>, Refusal> {
    let Some(offer) = offer else { return Ok(None) };
    let run = facts.procedure(offer.procedure).ok_or(Refusal::UnknownProcedure)?;
    let materials = run.materials().ok_or(Refusal::ProcedureNotConcluded)?;
    materials.duty(offer.duty).ok_or(Refusal::UnknownOffer)?;
    editable(facts, run.meeting)?;
    if facts.taken_up(offer).is_some() {
        return Err(Refusal::OfferTaken);
    }
    Ok(Some(matter::Origin { meeting: run.meeting, item: run.item, offer: Some(offer) }))
}

/// A meeting whose minutes are not final.
fn editable(facts: &Facts, number: MeetingNo) -> Result<&Meeting, Refusal> {
    let meeting = facts.meeting(number).ok_or(Refusal::NoMeeting)?;
    if meeting.finalised.is_some() { Err(Refusal::MinutesFinal) } else { Ok(meeting) }
}

fn known(meeting: &Meeting, sentence: EventSeq) -> Result<(), Refusal> {
    meeting.record.iter().any(|entry| entry.seq == sentence).then_some(()).ok_or(Refusal::UnknownSentence)
}

/// Everybody a sentence is about: put differently, it is about them still.
fn about(facts: &Facts, meeting: &Meeting, sentence: EventSeq) -> Vec<PersonId> {
    let mut people = meeting.edits.get(&sentence).map(|text| text.about.clone()).unwrap_or_default();
    match meeting.record.iter().find(|entry| entry.seq == sentence).map(|entry| &entry.kind) {
        Some(EntryKind::Speech(turn)) => {
            if let Some(turn) = meeting.speakers.turns.get(*turn) {
                people.push(turn.person);
                people.extend(turn.said.iter().flat_map(|said| &said.about));
            }
        }
        Some(EntryKind::Reviewed(looked_at)) => {
            let matters = looked_at.iter().filter_map(|(matter, _)| facts.matter(*matter));
            people.extend(matters.map(|matter| matter.responsible));
        }
        Some(EntryKind::Note(text)) => people.extend(&text.about),
        Some(EntryKind::Arrived(person) | EntryKind::Left(person)) => people.push(*person),
        Some(EntryKind::Proxy(principal, agent)) => people.extend([*principal, *agent]),
        Some(EntryKind::Recused(_, person, text)) => {
            people.push(*person);
            people.extend(&text.about);
        }
        Some(EntryKind::Reopened(vote, place)) => {
            let reopened = facts.vote(*vote).and_then(|vote| vote.reopened.get(*place));
            people.extend(reopened.iter().flat_map(|reopened| &reopened.reason.about));
        }
        Some(EntryKind::Vote(vote)) => people.extend(facts.vote(*vote).iter().flat_map(|vote| vote.named())),
        _ => {}
    }
    people
}

/// The item that was last on the table.
fn last_item(meeting: &Meeting) -> Option<ItemNo> {
    meeting.record.iter().rev().find_map(|entry| entry.item)
}

fn known_matter(facts: &Facts, number: MatterNo) -> Result<&Matter, Refusal> {
    facts.matter(number).ok_or(Refusal::UnknownMatter)
}
