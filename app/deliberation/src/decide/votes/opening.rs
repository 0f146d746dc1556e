//! Opening a vote: the rule held against the way of voting, and the electorate frozen.

use std::collections::{BTreeMap, BTreeSet};

use super::super::polling::nothing_open;
use super::super::proposing::unvoted;
use super::super::{Decision, end_turn, open, person};
use crate::ballot::Method;
use crate::command::Command;
use crate::electorate::{Body, Elector, ProxyHolder, Scope};
use crate::event::Event;
use crate::ids::{MeetingNo, PersonId, VoteNo};
use crate::meeting::Meeting;
use crate::motion::Motion;
use crate::refusal::Refusal;
use crate::rule::{Electors, Measure, Rule, Secrecy};
use crate::state::Facts;
use crate::who::Who;

pub(super) fn decide(facts: &Facts, command: &Command) -> Decision {
    let Command::OpenVote { motion, rule, method, scope, body, candidates, seats, sentence } = command else {
        return Ok(Vec::new());
    };
    let rule = facts.rule(rule).ok_or_else(|| Refusal::UnknownRule { rule: rule.clone() })?;
    let (meeting, held) = open(facts)?;
    let entry = unvoted(facts, *motion)?;
    nothing_open(facts)?;
    may_be_voted(meeting, held, entry, rule)?;
    let body = fitting_body(rule, *body)?;
    fits(rule, *method)?;
    let (candidates, seats) = slate(facts, rule, *method, candidates, *seats)?;
    let electors = if body.is_some() { Vec::new() } else { electors(facts, held, entry, rule, scope)? };
    let recused = electors_recused(facts, entry, scope);
    somebody(rule, &electors, body)?;
    // Whoever still had the floor gives it up: their clock must not run through the vote.
    let mut events = end_turn(meeting, held);
    events.push(Event::VoteOpened {
        meeting,
        item: entry.item,
        motion: *motion,
        vote: VoteNo::at(facts.votes.len()),
        question: entry.text.clone(),
        rule: Box::new(rule.clone()),
        sentence: sentence.clone(),
        method: *method,
        scope: scope.clone(),
        body,
        candidates,
        seats,
        recused,
        electors,
    });
    Ok(events)
}

/// Whether the item may be voted on now: a rule may need notice, and the meeting's agenda may lock.
fn may_be_voted(number: MeetingNo, meeting: &Meeting, motion: &Motion, rule: &Rule) -> Result<(), Refusal> {
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
    Ok(())
}

/// The size of the body, where the rule is for one.
fn fitting_body(rule: &Rule, body: Option<Body>) -> Result<Option<Body>, Refusal> {
    if rule.electorate != Electors::Body {
        return Ok(None);
    }
    let body = body.filter(|body| body.due > 0).ok_or(Refusal::BodyUnknown)?;
    if body.present > body.due {
        return Err(Refusal::BodyTooMany { due: body.due, present: body.present });
    }
    Ok(Some(body))
}

/// Whether a rule can be counted in this way.
pub fn fits(rule: &Rule, method: Method) -> Result<(), Refusal> {
    if rule.written && method != Method::Paper {
        return Err(Refusal::MustBeWritten);
    }
    match (rule.secrecy, method) {
        (Secrecy::Secret, other) if other != Method::Secret => return Err(Refusal::MustBeSecret),
        (Secrecy::Open, Method::Secret) => return Err(Refusal::MustBeOpen),
        _ => {}
    }
    if method.by_totals() && rule.measures(Measure::Area) {
        return Err(Refusal::SidesHaveNoArea);
    }
    if rule.electorate == Electors::Body && !method.by_totals() {
        return Err(Refusal::BodyByDoor);
    }
    Ok(())
}

/// Candidates and seats of an election; nobody and 0 for any other vote.
fn slate(
    facts: &Facts,
    rule: &Rule,
    method: Method,
    candidates: &[Who],
    seats: Option<u32>,
) -> Result<(Vec<PersonId>, u32), Refusal> {
    let Some(election) = rule.election else {
        return if candidates.is_empty() { Ok((Vec::new(), 0)) } else { Err(Refusal::NoElection) };
    };
    if method.by_totals() {
        return Err(Refusal::ElectionOnPaper);
    }
    let people = candidates.iter().map(|who| person(facts, who)).collect::<Result<Vec<_>, _>>()?;
    if people.iter().collect::<BTreeSet<_>>().len() != people.len() {
        return Err(Refusal::CandidateTwice);
    }
    match election.seats.or(seats) {
        Some(seats) if seats > 0 && !people.is_empty() => Ok((people, seats)),
        _ => Err(Refusal::NoCandidates),
    }
}

/// Freezes who counts: the heads in scope as the roll and the hall are now, without those who have an interest.
fn electors(
    facts: &Facts,
    meeting: &Meeting,
    motion: &Motion,
    rule: &Rule,
    scope: &Scope,
) -> Result<Vec<Elector>, Refusal> {
    let mut holds: BTreeMap<PersonId, u32> = BTreeMap::new();
    let mut electors = Vec::new();
    for (person, area) in scope.heads(&facts.roll) {
        if motion.recused.contains(&person) {
            continue;
        }
        let present = meeting.attendance.is_present(person);
        let proxy = meeting
            .proxies
            .get(&person)
            .map(|proxy| ProxyHolder { agent: proxy.agent, present: meeting.attendance.is_present(proxy.agent) });
        if let (Some(proxy), false) = (&proxy, present) {
            *holds.entry(proxy.agent).or_default() += 1;
        }
        electors.push(Elector { person, area, present, proxy });
    }
    if rule.measures(Measure::Area) {
        let counts = |person| electors.iter().any(|elector| elector.person == person);
        let unknown = |door: &&crate::door::Door| facts.roll.voter(door).is_some_and(counts);
        let unit = |door: &crate::door::Door| facts.roll.find(door).and_then(|unit| facts.roll.unit(unit));
        let in_scope = |door: &&crate::door::Door| unit(door).is_some_and(|unit| scope.holds(unit));
        if let Some(door) = facts.roll.doors_without_area().filter(in_scope).find(unknown) {
            return Err(Refusal::AreaMissing { door: door.clone() });
        }
    }
    let over = |(_, holds): &(&PersonId, &u32)| rule.proxies_per_agent.is_some_and(|cap| **holds > cap);
    if let (Some((agent, holds)), Some(cap)) = (holds.iter().find(over), rule.proxies_per_agent) {
        return Err(Refusal::ProxyOverCap { agent: facts.roll.door_of(*agent).cloned(), holds: *holds, cap });
    }
    Ok(electors)
}

/// Those kept out who would have voted here.
fn electors_recused(facts: &Facts, motion: &Motion, scope: &Scope) -> Vec<PersonId> {
    let heads: BTreeSet<PersonId> = scope.heads(&facts.roll).into_iter().map(|(person, _)| person).collect();
    motion.recused.iter().copied().filter(|person| heads.contains(person)).collect()
}

fn somebody(rule: &Rule, electors: &[Elector], body: Option<Body>) -> Result<(), Refusal> {
    let may_vote = match rule.electorate {
        Electors::Present => electors.iter().any(Elector::has_voice),
        Electors::Owners => !electors.is_empty(),
        Electors::Body => body.is_some_and(|body| body.present > 0),
    };
    if may_vote { Ok(()) } else { Err(Refusal::NobodyMayVote) }
}
