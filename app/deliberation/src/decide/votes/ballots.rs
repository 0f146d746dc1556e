//! Taking ballots: aloud, by hands, on paper, by proxy, in secret; each way ends in the same ballots or counts by side.

use std::collections::BTreeSet;

use super::super::{Decision, person};
use super::counting;
use crate::ballot::{BallotOrigin, Choice, DoorBallot, Method};
use crate::command::{Command, Origin};
use crate::door::Door;
use crate::electorate::Elector;
use crate::event::{Event, PutRight};
use crate::ids::{PersonId, VoteNo};
use crate::refusal::Refusal;
use crate::state::Facts;
use crate::tally::SideCounts;
use crate::vote::Vote;

pub(super) fn decide(facts: &Facts, command: &Command, origin: &Origin) -> Decision {
    match command {
        Command::CastBallot { vote: number, door, choice, slate } => {
            let vote = counting(facts, *number)?;
            if !vote.method.takes_doors() {
                return Err(Refusal::OtherMethod);
            }
            let ballot = DoorBallot { door: door.clone(), choice: *choice, slate: slate.clone() };
            Ok(vec![cast(vote, *number, ballot, BallotOrigin::RollCall)?])
        }
        Command::PutBallotRight { vote: number, door, choice, slate } => {
            let said = choice.map(|choice| DoorBallot { door: door.clone(), choice, slate: slate.clone() });
            put_right(counting(facts, *number)?, *number, door, said)
        }
        Command::MarkHands { vote: number, doors, choice } => {
            let vote = counting(facts, *number)?;
            if !matches!(vote.method, Method::HandsByDoor | Method::Merged) || vote.seats > 0 {
                return Err(Refusal::OtherMethod);
            }
            distinct(doors)?;
            let ballot = |door: &Door| DoorBallot { door: door.clone(), choice: *choice, slate: Vec::new() };
            once_a_head(vote, doors.iter().map(|door| cast(vote, *number, ballot(door), BallotOrigin::Hands)))
        }
        Command::CountSides { vote: number, counts } => count_sides(facts, *number, *counts, origin.by),
        Command::ReadPapers { vote, batch, ballots } => read_papers(facts, *vote, *batch, ballots, origin.by),
        Command::CastProxies { vote: number, agent, ballots } => {
            let vote = counting(facts, *number)?;
            if vote.method.by_totals() {
                return Err(Refusal::OtherMethod);
            }
            let agent = person(facts, agent)?;
            distinct(ballots.iter().map(|ballot| &ballot.door))?;
            for ballot in ballots {
                let (_, elector) = elector(vote, &ballot.door)?;
                if elector.agent() != Some(agent) {
                    return Err(Refusal::NotTheAgent { door: ballot.door.clone() });
                }
            }
            let origin = BallotOrigin::Proxy { agent };
            once_a_head(vote, ballots.iter().map(|ballot| cast(vote, *number, ballot.clone(), origin)))
        }
        _ => Ok(Vec::new()),
    }
}

/// Whether a vote can be closed: whatever was begun has been counted, and twice where it must be.
pub(super) fn complete(vote: &Vote) -> Result<(), Refusal> {
    for (place, batch) in vote.batches.iter().enumerate() {
        if batch.accepted.is_none() {
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            return Err(Refusal::BatchOpen { batch: count(place + 1), differing: count(batch.mismatches().len()) });
        }
    }
    match vote.method {
        Method::Hands if vote.side_counts.is_empty() => Err(Refusal::NotCounted),
        Method::Secret if vote.agreed_sides().is_none() => Err(Refusal::CountersDiffer),
        _ => Ok(()),
    }
}

/// The voter behind a door, by the roll of the day the vote opened, and how he counts.
fn elector<'a>(vote: &'a Vote, door: &Door) -> Result<(PersonId, &'a Elector), Refusal> {
    let voter = vote.voter(door).ok_or_else(|| Refusal::UnknownDoor { door: door.clone() })?;
    let elector = vote.electorate.heads.get(&voter).ok_or_else(|| Refusal::NoElector { door: door.clone() })?;
    Ok((voter, elector))
}

/// One ballot in the hall. What an owner has said already is refused; something else is recorded, and folding lists it
/// as a conflict that does not count.
fn cast(vote: &Vote, number: VoteNo, ballot: DoorBallot, origin: BallotOrigin) -> Result<Event, Refusal> {
    let (voter, elector) = elector(vote, &ballot.door)?;
    if !elector.has_voice() {
        return Err(Refusal::ElectorAbsent { door: ballot.door });
    }
    sound(vote, &ballot)?;
    if let Some(first) = vote.ballots.get(&voter)
        && first.choice == ballot.choice
        && first.slate == ballot.slate
    {
        return Err(Refusal::AlreadyVoted { door: first.door.clone(), choice: first.choice });
    }
    // Whoever is called and answered for by an agent answered by proxy.
    let origin = match (origin, elector.agent()) {
        (BallotOrigin::RollCall, Some(agent)) => BallotOrigin::Proxy { agent },
        _ => origin,
    };
    let DoorBallot { door, choice, slate } = ballot;
    Ok(Event::BallotCast { vote: number, voter, door, choice, slate, origin })
}

/// Another answer in the place of one that was recorded wrongly, or none. What two people read off papers stands.
fn put_right(vote: &Vote, number: VoteNo, door: &Door, said: Option<DoorBallot>) -> Decision {
    if vote.method.by_totals() {
        return Err(Refusal::OtherMethod);
    }
    let (voter, _) = elector(vote, door)?;
    let wrong = vote.ballots.get(&voter).ok_or_else(|| Refusal::NotAnswered { door: door.clone() })?;
    if let BallotOrigin::Paper { batch } = wrong.origin {
        return Err(Refusal::BatchAccepted { batch });
    }
    if let Some(said) = &said {
        sound(vote, said)?;
        if said.choice == wrong.choice && said.slate == wrong.slate {
            return Err(Refusal::NothingChanges);
        }
    }
    Ok(vec![Event::BallotPutRight(PutRight { vote: number, voter, said })])
}

/// Events of one deed, without a second one for a head that was named by two doors and says the same.
fn once_a_head(vote: &Vote, events: impl Iterator<Item = Result<Event, Refusal>>) -> Decision {
    let mut kept: Vec<Event> = Vec::new();
    for event in events {
        let event = event?;
        let same = |other: &Event| said(other).is_some_and(|first| said(&event) == Some(first));
        if !kept.iter().any(same) {
            kept.push(event);
        }
    }
    if kept.is_empty() && vote.closed.is_none() { Err(Refusal::NothingChanges) } else { Ok(kept) }
}

/// Who says what in a ballot's event.
fn said(event: &Event) -> Option<(PersonId, Choice, &[Choice])> {
    match event {
        Event::BallotCast { voter, choice, slate, .. } => Some((*voter, *choice, slate)),
        _ => None,
    }
}

/// A ballot says something of each candidate of an election, and of none in any other vote.
fn sound(vote: &Vote, ballot: &DoorBallot) -> Result<(), Refusal> {
    let wanted = if ballot.choice == Choice::Void { 0 } else { vote.candidates.len() };
    let election = !vote.candidates.is_empty();
    let takes_part = matches!(ballot.choice, Choice::Yes | Choice::Void);
    if ballot.slate.len() != wanted || (election && !takes_part) {
        return Err(Refusal::BadSlate { door: ballot.door.clone() });
    }
    Ok(())
}

fn distinct<'a>(doors: impl IntoIterator<Item = &'a Door>) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for door in doors {
        if !seen.insert(door) {
            return Err(Refusal::DuplicateDoor { door: door.clone() });
        }
    }
    Ok(())
}

fn count_sides(facts: &Facts, number: VoteNo, counts: SideCounts, by: PersonId) -> Decision {
    let vote = counting(facts, number)?;
    if !vote.method.by_totals() {
        return Err(Refusal::OtherMethod);
    }
    let (counted, allowed) = (counts.sum(), vote.allowed());
    if counted > u64::from(allowed) {
        return Err(Refusal::TooManyVotes { counted: u32::try_from(counted).unwrap_or(u32::MAX), allowed });
    }
    if vote.method == Method::Secret && by == PersonId::NOBODY {
        return Err(Refusal::NobodyCounts);
    }
    Ok(vec![Event::SidesCounted { vote: number, counter: by, counts }])
}

fn read_papers(facts: &Facts, number: VoteNo, batch: u32, ballots: &[DoorBallot], by: PersonId) -> Decision {
    let vote = counting(facts, number)?;
    if !vote.method.takes_paper() {
        return Err(Refusal::OtherMethod);
    }
    if by == PersonId::NOBODY {
        return Err(Refusal::NobodyCounts);
    }
    let next = u32::try_from(vote.batches.len()).unwrap_or(u32::MAX).saturating_add(1);
    if batch == 0 || batch > next {
        return Err(Refusal::UnknownBatch { next });
    }
    let known = usize::try_from(batch).ok().and_then(|batch| vote.batches.get(batch - 1));
    if let Some(known) = known {
        if known.accepted.is_some() {
            return Err(Refusal::BatchAccepted { batch });
        }
        if known.readings.len() > 1 && known.readings.iter().all(|reading| reading.counter != by) {
            return Err(Refusal::BatchHasTwo { batch });
        }
    }
    if ballots.is_empty() {
        return Err(Refusal::EmptyText);
    }
    distinct(ballots.iter().map(|ballot| &ballot.door))?;
    for ballot in ballots {
        let (_, elector) = elector(vote, &ballot.door)?;
        if !vote.reaches_absent() && !elector.has_voice() {
            return Err(Refusal::ElectorAbsent { door: ballot.door.clone() });
        }
        sound(vote, ballot)?;
    }
    Ok(vec![Event::PapersRead { vote: number, batch, counter: by, ballots: ballots.to_vec() }])
}
