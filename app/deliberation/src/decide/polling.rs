//! Soft votes: opening, counting, objections, the close and the run-off among the tied.

use super::proposing::in_session;
use super::{Decision, end_turn, item, open, person, said, text};
use crate::command::{Command, Origin};
use crate::event::{Event, NewPoll};
use crate::ids::{ItemNo, MeetingNo, ObjectionNo, PollNo, ProcedureNo};
use crate::material::Candidate;
use crate::meeting::Meeting;
use crate::poll::{Poll, PollKind};
use crate::refusal::Refusal;
use crate::state::Facts;

pub(super) fn decide(facts: &Facts, command: &Command, origin: &Origin) -> Decision {
    match command {
        Command::OpenPoll { question, kind, options, guests, procedure } => {
            let (meeting, held) = open(facts)?;
            let (item, _) = item(held, None)?;
            nothing_open(facts)?;
            let question = said(question)?;
            let mut options = options.iter().map(|option| said(option)).collect::<Result<Vec<_>, _>>()?;
            if let Some(procedure) = procedure {
                options = candidates(facts, *procedure, *kind, options)?;
            }
            kind.check(&options).map_err(|because| Refusal::BadPoll { because })?;
            let from = Source { procedure: *procedure, runoff_of: None };
            opened(facts, (meeting, held, item), question, (*kind, options), *guests, from)
        }
        Command::OpenRunoff { poll: number } => {
            let poll = known(facts, *number)?;
            in_session(facts, poll.meeting)?;
            if poll.closed.is_none() {
                return Err(Refusal::PollNotClosed);
            }
            nothing_open(facts)?;
            let (kind, options) = poll.runoff_kind().ok_or(Refusal::NoTie)?;
            if poll.runoff.is_some() {
                return Err(Refusal::RunoffOpened);
            }
            let (meeting, held) = open(facts)?;
            let place = (meeting, held, poll.item);
            let from = Source { procedure: poll.procedure, runoff_of: Some(*number) };
            opened(facts, place, poll.question.clone(), (kind, options), poll.guests, from)
        }
        Command::CountPoll { poll, counts } => {
            counting(facts, *poll)?.check(counts)?;
            Ok(vec![Event::PollCounted { poll: *poll, counts: counts.clone() }])
        }
        Command::RaiseObjection { poll: number, who, words } => {
            let poll = counting(facts, *number)?;
            if poll.kind != PollKind::Consent {
                return Err(Refusal::TakesNoObjection);
            }
            let (_, meeting) = open(facts)?;
            let person = person(facts, who)?;
            if !meeting.attendance.is_present(person) {
                return Err(Refusal::NotPresent { door: facts.roll.door_of(person).cloned() });
            }
            Ok(vec![Event::ObjectionRaised {
                poll: *number,
                objection: ObjectionNo::at(poll.objections.len()),
                person,
                text: text(facts, words, &[person, origin.by])?,
            }])
        }
        Command::SettleObjection { poll: number, objection, how, words } => {
            let poll = counting(facts, *number)?;
            let raised = objection.index().and_then(|place| poll.objections.get(place));
            let raised = raised.ok_or(Refusal::UnknownObjection)?;
            if raised.settled.is_some() {
                return Err(Refusal::ObjectionSettled);
            }
            let text = text(facts, words, &[raised.person, origin.by])?;
            Ok(vec![Event::ObjectionSettled { poll: *number, objection: *objection, how: *how, text }])
        }
        Command::ClosePoll { poll: number } => {
            let poll = counting(facts, *number)?;
            if poll.kind != PollKind::Consent && poll.counts.is_none() {
                return Err(Refusal::PollNotCounted);
            }
            let ranking = poll.ranking().unwrap_or_default();
            Ok(vec![Event::PollClosed {
                poll: *number,
                counts: poll.counts.clone().unwrap_or_default(),
                winners: ranking.winners,
                tied: ranking.tied,
                standing: u32::try_from(poll.standing()).unwrap_or(u32::MAX),
            }])
        }
        _ => Ok(Vec::new()),
    }
}

/// A vote and a poll are never open at the same time, nor are two polls.
pub(super) fn nothing_open(facts: &Facts) -> Result<(), Refusal> {
    if facts.open_vote().is_some() {
        return Err(Refusal::VoteOpen);
    }
    if facts.open_poll().is_some() { Err(Refusal::PollOpen) } else { Ok(()) }
}

fn known(facts: &Facts, number: PollNo) -> Result<&Poll, Refusal> {
    facts.poll(number).ok_or(Refusal::UnknownPoll)
}

/// A poll that is open.
fn counting(facts: &Facts, number: PollNo) -> Result<&Poll, Refusal> {
    let poll = known(facts, number)?;
    if poll.closed.is_some() { Err(Refusal::PollClosed) } else { Ok(poll) }
}

/// What a poll comes from.
struct Source {
    procedure: Option<ProcedureNo>,
    runoff_of: Option<PollNo>,
}

/// The candidates of a concluded procedure that are asked about: those named, else all that may be put to the vote. One
/// that is excluded never gets onto a ballot.
fn candidates(facts: &Facts, number: ProcedureNo, kind: PollKind, named: Vec<String>) -> Result<Vec<String>, Refusal> {
    let run = facts.procedure(number).ok_or(Refusal::UnknownProcedure)?;
    let materials = run.materials().ok_or(Refusal::ProcedureNotConcluded)?;
    let english = facts.file.lang == "en";
    if named.is_empty() && kind.winners().is_some() {
        let title = |candidate: &Candidate| {
            if english { candidate.title.en.clone() } else { candidate.title.zh.clone() }
        };
        return Ok(materials.selectable().map(title).collect());
    }
    for option in &named {
        let candidate = materials.candidate(option).ok_or_else(|| Refusal::NotACandidate { option: option.clone() })?;
        if let Some(reason) = &candidate.excluded {
            return Err(Refusal::CandidateExcluded { option: option.clone(), reason: reason.clone() });
        }
    }
    Ok(named)
}

/// The opening, with those in the hall frozen; whoever still had the floor gives it up, as before a vote.
fn opened(
    facts: &Facts,
    (meeting, held, item): (MeetingNo, &Meeting, ItemNo),
    question: String,
    (kind, options): (PollKind, Vec<String>),
    guests: bool,
    from: Source,
) -> Decision {
    let (heads, _) = held.attendance.measure(&facts.roll);
    let without_unit = if guests { held.attendance.present_guests(&facts.roll).count() } else { 0 };
    let present = heads.saturating_add(u32::try_from(without_unit).unwrap_or(u32::MAX));
    if present == 0 {
        return Err(Refusal::NobodyTakesPart);
    }
    let poll = PollNo::at(facts.polls.len());
    let mut events = end_turn(meeting, held);
    let Source { procedure, runoff_of } = from;
    let opened = NewPoll { poll, question, kind, options, guests, present, procedure, runoff_of };
    events.push(Event::PollOpened { meeting, item, opened });
    Ok(events)
}
