//! Quotes and motions.

use super::{Decision, item, open, person, said};
use crate::command::Command;
use crate::event::Event;
use crate::ids::{MeetingNo, MotionNo};
use crate::motion::Motion;
use crate::refusal::Refusal;
use crate::state::Facts;

pub(super) fn decide(facts: &Facts, command: &Command) -> Decision {
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
        Command::SetTerms { motion, terms } => {
            let known = unvoted(facts, *motion)?;
            in_session(facts, known.meeting)?;
            if known.terms == *terms {
                return Err(Refusal::NothingChanges);
            }
            Ok(vec![Event::TermsSet { motion: *motion, fund: terms.fund, payers: terms.payers }])
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
