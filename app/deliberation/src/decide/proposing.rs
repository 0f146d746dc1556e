//! Quotes, motions and procedures.

use std::collections::BTreeSet;

use amounts::Fen;

use super::{Decision, item, open, person, said};
use crate::command::{Command, Origin};
use crate::cost::CostSheet;
use crate::event::Event;
use crate::ids::{MeetingNo, MotionNo, PersonId, ProcedureNo};
use crate::motion::Motion;
use crate::procedure::ProcedureRun;
use crate::refusal::Refusal;
use crate::state::Facts;
use crate::text::TextRef;

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
        Command::StartProcedure { plugin, inputs, columns, lang, after } => {
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
                columns: *columns,
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
        _ => Ok(Vec::new()),
    }
}

/// A motion nobody has voted on or votes on.
pub(super) fn unvoted(facts: &Facts, number: MotionNo) -> Result<&Motion, Refusal> {
    let motion = facts.motion(number).ok_or(Refusal::UnknownMotion)?;
    if facts.votes.iter().any(|vote| vote.motion == number) {
        return Err(Refusal::MotionVoted);
    }
    Ok(motion)
}

/// Whether a meeting is the one in session: what belongs to another is history, and its roll may have changed.
pub(super) fn in_session(facts: &Facts, meeting: MeetingNo) -> Result<(), Refusal> {
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
