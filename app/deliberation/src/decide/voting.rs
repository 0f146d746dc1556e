//! Quotes, motions, procedures and votes.

use std::collections::BTreeSet;

use amounts::Fen;

use super::{Decision, end_turn, item, open, person, said};
use crate::command::{Command, Origin};
use crate::cost::CostSheet;
use crate::event::Event;
use crate::ids::{CollectionNo, MeetingNo, MotionNo, PersonId, ProcedureNo, SheetNo, VoteNo};
use crate::meeting::Meeting;
use crate::motion::Motion;
use crate::procedure::ProcedureRun;
use crate::refusal::Refusal;
use crate::rule::{self, Electors, Measure, Rule};
use crate::state::Facts;
use crate::text::TextRef;
use crate::verdict::Outcome;
use crate::vote::{Elector, Vote};

pub(super) fn decide(facts: &Facts, command: &Command, origin: &Origin) -> Decision {
    match command {
        Command::NoteQuote { supplier, amount } => {
            let (meeting, plan) = open(facts)?;
            let (item, _) = item(plan, None)?;
            if amount.0 <= 0 {
                return Err(Refusal::BadAmount);
            }
            Ok(vec![Event::QuoteNoted { meeting, item, supplier: said(supplier)?, amount: *amount }])
        }
        Command::ChooseQuote { quote } => {
            let (meeting, plan) = open(facts)?;
            let (item, entry) = item(plan, None)?;
            quote.index().and_then(|index| entry.quotes.get(index)).ok_or(Refusal::UnknownQuote)?;
            Ok(vec![Event::QuoteChosen { meeting, item, quote: *quote }])
        }
        Command::MoveMotion { text, mover, seconder, sheet } => {
            let (meeting, plan) = open(facts)?;
            let (item, _) = item(plan, None)?;
            let mover = person(facts, mover)?;
            let seconder = seconder.as_ref().map(|who| person(facts, who)).transpose()?;
            let motion = MotionNo::at(facts.motions.len());
            let mut events = vec![Event::MotionMoved { meeting, item, motion, text: said(text)?, mover, seconder }];
            if let Some(sheet) = sheet {
                facts.sheet(*sheet).ok_or(Refusal::UnknownSheet)?;
                events.push(Event::SheetAttached { motion, sheet: *sheet });
            }
            Ok(events)
        }
        Command::AmendMotion { motion, text } => {
            in_session(facts, unvoted(facts, *motion)?.meeting)?;
            Ok(vec![Event::MotionAmended { motion: *motion, text: said(text)? }])
        }
        Command::AttachSheet { motion, sheet } => {
            in_session(facts, unvoted(facts, *motion)?.meeting)?;
            facts.sheet(*sheet).ok_or(Refusal::UnknownSheet)?;
            Ok(vec![Event::SheetAttached { motion: *motion, sheet: *sheet }])
        }
        Command::StartProcedure { plugin, inputs, lang, after } => {
            let (meeting, plan) = open(facts)?;
            let (item, _) = item(plan, None)?;
            let runs = |run: &ProcedureRun| run.meeting == meeting && run.item == item && run.conclusion.is_none();
            if facts.procedures.iter().any(|run| runs(run)) {
                return Err(Refusal::ProcedureRuns);
            }
            Ok(vec![Event::ProcedureStarted {
                meeting,
                item,
                procedure: ProcedureNo::at(facts.procedures.len()),
                plugin: plugin.clone(),
                inputs: *inputs,
                lang: lang.clone(),
                after: *after,
            }])
        }
        Command::StepProcedure { procedure, event, before, after } => {
            if running(facts, *procedure)?.current() != *before {
                return Err(Refusal::StepOutdated);
            }
            // What was typed into a form is a text of whoever typed it.
            let about = Vec::from_iter((origin.by != PersonId::NOBODY).then_some(origin.by));
            let event = TextRef { blob: event.blob, about };
            Ok(vec![Event::ProcedureStepped { procedure: *procedure, event, before: *before, after: *after }])
        }
        Command::ConcludeProcedure { procedure, before, conclusion, sheets } => {
            if running(facts, *procedure)?.current() != *before {
                return Err(Refusal::StepOutdated);
            }
            sheets.iter().try_for_each(|sheet| sound(facts, sheet))?;
            Ok(vec![Event::ProcedureConcluded {
                procedure: *procedure,
                conclusion: conclusion.clone(),
                sheets: sheets.clone(),
            }])
        }
        Command::OpenVote { motion, rule, method } => {
            let rule = rule::find(rule).ok_or_else(|| Refusal::UnknownRule { rule: rule.clone() })?;
            let (meeting, plan) = open(facts)?;
            let motion_entry = unvoted(facts, *motion)?;
            let electors = electors(facts, meeting, plan, motion_entry, &rule)?;
            // Whoever still had the floor gives it up: their clock must not run through the vote.
            let mut events = end_turn(meeting, plan);
            events.push(Event::VoteOpened {
                meeting,
                item: motion_entry.item,
                motion: *motion,
                vote: VoteNo::at(facts.votes.len()),
                question: motion_entry.text.clone(),
                rule,
                method: *method,
                electors,
            });
            Ok(events)
        }
        Command::CastBallot { vote: number, door, choice } => {
            let vote = counting(facts, *number)?;
            let voter = facts.roll.voter(door).ok_or_else(|| Refusal::UnknownDoor { door: door.clone() })?;
            let elector = vote.electorate.heads.get(&voter).ok_or_else(|| Refusal::NoElector { door: door.clone() })?;
            if !elector.present {
                return Err(Refusal::ElectorAbsent { door: door.clone() });
            }
            if let Some(first) = vote.ballots.get(&voter) {
                return Err(Refusal::AlreadyVoted { door: first.door.clone(), choice: first.choice });
            }
            Ok(vec![Event::BallotCast { vote: *number, voter, door: door.clone(), choice: *choice }])
        }
        Command::CloseVote { vote: number } => close(facts, *number),
        _ => Ok(Vec::new()),
    }
}

/// A motion nobody has voted on or votes on.
fn unvoted(facts: &Facts, number: MotionNo) -> Result<&Motion, Refusal> {
    let motion = facts.motion(number).ok_or(Refusal::UnknownMotion)?;
    if facts.votes.iter().any(|vote| vote.motion == number) {
        return Err(Refusal::MotionVoted);
    }
    Ok(motion)
}

/// Whether a meeting is the one in session: what belongs to another is history, and its roll may have changed.
fn in_session(facts: &Facts, meeting: MeetingNo) -> Result<(), Refusal> {
    if open(facts)?.0 == meeting { Ok(()) } else { Err(Refusal::NotOpen) }
}

fn running(facts: &Facts, number: ProcedureNo) -> Result<&ProcedureRun, Refusal> {
    let run = facts.procedure(number).ok_or(Refusal::UnknownProcedure)?;
    in_session(facts, run.meeting)?;
    if run.conclusion.is_some() { Err(Refusal::ProcedureConcluded) } else { Ok(run) }
}

/// The last guard before a sheet becomes a fact: its lists fit together, its doors are the roll's, its sums add up.
/// Whether the shares are the right ones the host has checked against the weights.
fn sound(facts: &Facts, sheet: &CostSheet) -> Result<(), Refusal> {
    let rows = sheet.doors.len();
    let lists =
        [sheet.shares.len(), sheet.reliefs.len(), sheet.compensations.len(), sheet.due.len(), sheet.weights.len()];
    let fits = lists.iter().all(|length| *length == rows)
        && sheet.instalments.iter().all(|instalment| instalment.amounts.len() == rows)
        && sheet.doors.iter().collect::<BTreeSet<_>>().len() == rows
        && sheet.doors.iter().all(|door| facts.roll.find(door).is_some());
    let sum = |list: &[Fen]| list.iter().map(|fen| i128::from(fen.0)).sum::<i128>();
    let funding: i128 = sheet.funding.iter().map(|funding| i128::from(funding.amount.0)).sum();
    let adds_up = sum(&sheet.due) + funding == i128::from(sheet.gross.0) + i128::from(sheet.surplus.0);
    if fits && adds_up { Ok(()) } else { Err(Refusal::BadSheet) }
}

/// Freezes who counts: the rule's electorate as the roll and the hall are now.
fn electors(
    facts: &Facts,
    number: MeetingNo,
    meeting: &Meeting,
    motion: &Motion,
    rule: &Rule,
) -> Result<Vec<Elector>, Refusal> {
    if facts.open_vote().is_some() {
        return Err(Refusal::VoteOpen);
    }
    if motion.meeting != number {
        return Err(Refusal::UnknownMotion);
    }
    let item = meeting.item(motion.item).ok_or(Refusal::UnknownItem { item: motion.item })?;
    if meeting.only_discussed(item) || (rule.needs_notice && item.after_notice) {
        return Err(Refusal::OnlyDiscussed { item: motion.item });
    }
    if rule.needs_notice && meeting.noticed.is_none() {
        return Err(Refusal::NoNotice);
    }
    if rule.measures(Measure::Area)
        && let Some(door) = facts.roll.doors_without_area().next()
    {
        return Err(Refusal::AreaMissing { door: door.clone() });
    }
    let electors: Vec<Elector> = facts
        .roll
        .heads()
        .iter()
        .map(|head| Elector {
            person: head.person,
            area: head.area,
            present: meeting.attendance.is_present(head.person),
        })
        .collect();
    let may_vote = match rule.electorate {
        Electors::Present => electors.iter().any(|elector| elector.present),
        Electors::Owners => !electors.is_empty(),
    };
    if may_vote { Ok(electors) } else { Err(Refusal::NobodyMayVote) }
}

fn counting(facts: &Facts, number: VoteNo) -> Result<&Vote, Refusal> {
    let vote = facts.vote(number).ok_or(Refusal::UnknownVote)?;
    if vote.closed.is_some() { Err(Refusal::VoteClosed) } else { Ok(vote) }
}

/// Closes a vote; an adopted cost sheet becomes a collection in the same deed.
fn close(facts: &Facts, number: VoteNo) -> Decision {
    let vote = counting(facts, number)?;
    let outcome = vote.verdict().outcome;
    let mut events = vec![Event::VoteClosed { vote: number, tally: vote.tally, outcome }];
    let sheet: Option<SheetNo> = facts.motion(vote.motion).and_then(|motion| motion.sheet);
    let collected = facts.collections.iter().any(|collection| Some(collection.sheet) == sheet);
    if let (Outcome::Passed, Some(sheet), false) = (outcome, sheet, collected) {
        let collection = CollectionNo::at(facts.collections.len());
        events.push(Event::CollectionOpened { collection, sheet, vote: number });
    }
    Ok(events)
}
