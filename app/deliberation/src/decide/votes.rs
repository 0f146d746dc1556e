//! Votes: the rules they are held under, who may vote, and the deeds of the close.

mod ballots;
mod opening;

pub use opening::fits;

use super::polling::nothing_open;
use super::proposing::in_session;
use super::{Decision, end_turn, open, person, text};
use crate::collection::Collection;
use crate::command::{Command, Origin};
use crate::event::Event;
use crate::ids::{CollectionNo, SheetNo, VoteNo};
use crate::refusal::Refusal;
use crate::rule;
use crate::state::Facts;
use crate::text::Words;
use crate::verdict::Outcome;
use crate::vote::Vote;

pub(super) fn decide(facts: &Facts, command: &Command, origin: &Origin) -> Decision {
    match command {
        Command::AdoptRule { rule: own } => {
            own.check().map_err(|because| Refusal::BadRule { because })?;
            if rule::find(&own.id).is_some() {
                return Err(Refusal::RuleIdTaken { rule: own.id.clone() });
            }
            if facts.rules.get(&own.id).is_some_and(|known| known == own.as_ref()) {
                return Err(Refusal::NothingChanges);
            }
            Ok(vec![Event::RuleAdopted { rule: own.clone() }])
        }
        Command::RetireRule { rule } => {
            if !facts.rules.contains_key(rule) {
                return Err(Refusal::UnknownRule { rule: rule.clone() });
            }
            Ok(vec![Event::RuleRetired { rule: rule.clone() }])
        }
        Command::Recuse { motion: number, who, reason } => {
            let motion = super::proposing::unvoted(facts, *number)?;
            in_session(facts, motion.meeting)?;
            let person = person(facts, who)?;
            if motion.recused.contains(&person) {
                return Err(Refusal::AlreadyRecused);
            }
            Ok(vec![Event::PersonRecused { motion: *number, person, text: text(facts, reason, &[person, origin.by])? }])
        }
        Command::OpenVote { .. } => opening::decide(facts, command),
        Command::CloseVote { vote } => close(facts, *vote),
        Command::ReopenVote { vote, reason } => reopen(facts, *vote, reason, origin),
        _ => ballots::decide(facts, command, origin),
    }
}

/// A vote that is open.
fn counting(facts: &Facts, number: VoteNo) -> Result<&Vote, Refusal> {
    let vote = facts.vote(number).ok_or(Refusal::UnknownVote)?;
    if vote.closed.is_some() { Err(Refusal::VoteClosed) } else { Ok(vote) }
}

/// Closes a vote; an adopted cost sheet becomes a collection in the same deed.
fn close(facts: &Facts, number: VoteNo) -> Decision {
    let vote = counting(facts, number)?;
    ballots::complete(vote)?;
    let outcome = vote.verdict().outcome;
    let elected = vote.election().map(|result| result.elected).unwrap_or_default();
    let mut events = vec![Event::VoteClosed { vote: number, tally: vote.tally, outcome, elected }];
    let sheet: Option<SheetNo> = facts.motion(vote.motion).and_then(|motion| motion.sheet);
    let known = facts.collections.iter().position(|collection| Some(collection.sheet) == sheet);
    let collected = known.is_some_and(|place| !facts.collections[place].withdrawn);
    // Electing people adopts no costs, whatever is attached to the motion.
    if let (Outcome::Passed, Some(sheet), false, 0) = (outcome, sheet, collected, vote.seats) {
        let collection = CollectionNo::at(known.unwrap_or(facts.collections.len()));
        events.push(Event::CollectionOpened { collection, sheet, vote: number });
    }
    Ok(events)
}

/// Whether a closed vote could be opened again now: in its meeting, with nothing open and nothing built on its result.
pub fn reopenable(facts: &Facts, number: VoteNo) -> Result<(), Refusal> {
    let vote = facts.vote(number).ok_or(Refusal::UnknownVote)?;
    if vote.closed.is_none() {
        return Err(Refusal::VoteNotClosed);
    }
    in_session(facts, vote.meeting)?;
    nothing_open(facts)?;
    let begun = |collection: &Collection| collection.vote == number && !collection.withdrawn && collection.has_begun();
    let rests = |collection: &Collection| collection.rests_on(number);
    if facts.collections.iter().any(|collection| begun(collection) || rests(collection)) {
        return Err(Refusal::CollectionBegun);
    }
    Ok(())
}

/// Opens a closed vote again, with the reason: an act of its own, told in the minutes.
fn reopen(facts: &Facts, number: VoteNo, reason: &Words, origin: &Origin) -> Decision {
    reopenable(facts, number)?;
    let (meeting, held) = open(facts)?;
    let mut events = end_turn(meeting, held);
    events.push(Event::VoteReopened { vote: number, text: text(facts, reason, &[origin.by])? });
    Ok(events)
}
