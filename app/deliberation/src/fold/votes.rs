//! Rules, recusals, votes and ballots.

use std::sync::Arc;

use super::meeting_mut;
use crate::ballot::Ballot;
use crate::electorate::Electorate;
use crate::event::{Event, Recorded};
use crate::ids::{PersonId, VoteNo};
use crate::meeting::{Entry, EntryKind};
use crate::state::Facts;
use crate::tally::Tally;
use crate::vote::{Candidate, Closed, Reopened, SideCount, Vote};

fn vote_mut(facts: &mut Facts, number: VoteNo) -> Option<&mut Vote> {
    facts.votes.get_mut(number.index()?).map(Arc::make_mut)
}

pub(super) fn apply(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    let at = recorded.at;
    match &recorded.event {
        Event::RuleAdopted { rule } => {
            Arc::make_mut(&mut facts.rules).insert(rule.id.clone(), rule.as_ref().clone());
        }
        Event::RuleRetired { rule } => {
            Arc::make_mut(&mut facts.rules).remove(rule);
        }
        Event::PersonRecused { motion: number, person, text } => {
            let motion = Arc::make_mut(facts.motions.get_mut(number.index()?)?);
            motion.recused.push(*person);
            let (meeting, item) = (motion.meeting, motion.item);
            let kind = EntryKind::Recused(*number, *person, text.clone());
            meeting_mut(facts, meeting)?.record.push(Entry { seq: recorded.seq, at, item: Some(item), kind });
        }
        Event::VoteOpened {
            meeting,
            item,
            motion,
            question,
            rule,
            sentence,
            method,
            scope,
            body,
            candidates,
            seats,
            recused,
            electors,
            ..
        } => {
            let electorate = match body {
                Some(body) => Electorate::of_body(*body),
                None => Electorate::new(electors.clone(), recused.clone()),
            };
            let roll = Arc::clone(&facts.roll);
            let candidate = |person: &PersonId| Candidate { person: *person, tally: Tally::default() };
            facts.votes.push(Arc::new(Vote {
                meeting: *meeting,
                item: *item,
                motion: *motion,
                question: question.clone(),
                sentence: sentence.clone(),
                scope: scope.clone(),
                candidates: candidates.iter().map(candidate).collect(),
                seats: *seats,
                ..Vote::new(rule.as_ref().clone(), *method, electorate, roll, at)
            }));
        }
        Event::BallotCast { vote, voter, door, choice, slate, origin } => {
            let (door, slate) = (door.clone(), slate.clone());
            let ballot = Ballot { voter: *voter, door, choice: *choice, slate, origin: *origin, at };
            vote_mut(facts, *vote)?.add(ballot);
        }
        Event::BallotPutRight(right) => vote_mut(facts, right.vote)?.put_right(right.voter, right.said.clone(), at),
        Event::SidesCounted { vote, counter, counts } => {
            vote_mut(facts, *vote)?.count_sides(SideCount { counter: *counter, counts: *counts, at });
        }
        Event::PapersRead { vote, batch, counter, ballots } => {
            vote_mut(facts, *vote)?.read_batch(*batch, *counter, ballots.clone(), at);
        }
        Event::VoteClosed { vote: number, .. } => {
            let vote = vote_mut(facts, *number)?;
            vote.closed.get_or_insert(Closed { at });
            let (meeting, item) = (vote.meeting, vote.item);
            let record = &mut meeting_mut(facts, meeting)?.record;
            // A vote that was opened again is told once, as it came out at last.
            record.retain(|entry| !matches!(&entry.kind, EntryKind::Vote(told) if told == number));
            record.push(Entry { seq: recorded.seq, at, item: Some(item), kind: EntryKind::Vote(*number) });
        }
        Event::VoteReopened { vote: number, text } => {
            let vote = vote_mut(facts, *number)?;
            let before = vote.verdict().outcome;
            vote.closed = None;
            vote.reopened.push(Reopened { at, before, reason: text.clone() });
            let (meeting, item, place) = (vote.meeting, vote.item, vote.reopened.len() - 1);
            let kind = EntryKind::Reopened(*number, place);
            meeting_mut(facts, meeting)?.record.push(Entry { seq: recorded.seq, at, item: Some(item), kind });
            for collection in facts.collections.iter_mut().filter(|collection| collection.vote == *number) {
                Arc::make_mut(collection).withdrawn = true;
            }
        }
        _ => return None,
    }
    Some(())
}
