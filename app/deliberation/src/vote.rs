//! A vote: question, frozen rule, frozen electorate, ballots, and the close.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::ballot::{Ballot, BallotOrigin, Choice, Conflict, DoorBallot, Method};
use crate::door::Door;
use crate::election::{self, ElectionResult};
use crate::electorate::{Electorate, Scope};
use crate::ids::{ItemNo, MeetingNo, MotionNo, PersonId};
use crate::paper::PaperBatch;
use crate::roll::Roll;
use crate::rule::{Bilingual, Electors, Measure, Rule};
use crate::tally::{Count, SideCounts, Tally};
use crate::text::TextRef;
use crate::time::At;
use crate::verdict::{self, Outcome, Verdict, judge};

/// The close of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// When.
    pub at: At,
}

/// A closed vote was opened again, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopened {
    /// When.
    pub at: At,
    /// How it had come out before.
    pub before: Outcome,
    /// Why.
    pub reason: TextRef,
}

/// A ballot that was recorded wrongly in the hall and put right before the close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What had been recorded.
    pub before: DoorBallot,
    /// What stood after it was put right; `None` where the owner had said nothing.
    pub after: Option<DoorBallot>,
    /// When it was put right.
    pub at: At,
}

/// One count of hands, or of secret papers, by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideCount {
    /// Who counted.
    pub counter: PersonId,
    /// What was counted.
    pub counts: SideCounts,
    /// When.
    pub at: At,
}

/// A candidate of an election with what was said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// The count.
    pub tally: Tally,
}

/// One vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// In which meeting.
    pub meeting: MeetingNo,
    /// Under which item.
    pub item: ItemNo,
    /// On which motion.
    pub motion: MotionNo,
    /// The motion's text when the vote opened.
    pub question: String,
    /// The rule as it was then.
    pub rule: Rule,
    /// The rule in one sentence, as it was read out.
    pub sentence: Bilingual,
    /// How it is held.
    pub method: Method,
    /// The part of the roll it is among.
    pub scope: Scope,
    /// Who counts.
    pub electorate: Electorate,
    /// The roll as it was when the vote opened: doors are looked up here.
    pub roll: Arc<Roll>,
    /// Opened.
    pub opened: At,
    /// The ballots by voter.
    pub ballots: BTreeMap<PersonId, Ballot>,
    /// Voters in the order they answered.
    pub answered: Vec<PersonId>,
    /// Second ballots that say something else.
    pub conflicts: Vec<Conflict>,
    /// Ballots that were recorded wrongly and put right, in order.
    pub slips: Vec<Slip>,
    /// The count of the ballots so far; in an election yes = valid papers.
    pub tally: Tally,
    /// Candidates, in an election.
    pub candidates: Vec<Candidate>,
    /// How many candidates are elected; 0 = no election.
    pub seats: u32,
    /// Counts by side: each count of hands, or each counter's last count of secret papers.
    pub side_counts: Vec<SideCount>,
    /// Batches of papers, from 1.
    pub batches: Vec<PaperBatch>,
    /// Closed, if it is.
    pub closed: Option<Closed>,
    /// Every time it was opened again.
    pub reopened: Vec<Reopened>,
}

impl Vote {
    /// A vote nobody has answered, of no meeting yet and on no motion.
    pub fn new(rule: Rule, method: Method, electorate: Electorate, roll: Arc<Roll>, opened: At) -> Vote {
        Vote {
            meeting: MeetingNo(0),
            item: ItemNo(0),
            motion: MotionNo(0),
            question: String::new(),
            rule,
            sentence: Bilingual::default(),
            method,
            scope: Scope::Whole,
            electorate,
            roll,
            opened,
            ballots: BTreeMap::new(),
            answered: Vec::new(),
            conflicts: Vec::new(),
            slips: Vec::new(),
            tally: Tally::default(),
            candidates: Vec::new(),
            seats: 0,
            side_counts: Vec::new(),
            batches: Vec::new(),
            closed: None,
            reopened: Vec::new(),
        }
    }

    /// Counts one ballot. A second one of the same head that says the same changes nothing; one that says something else
    /// is a conflict and does not count; one of a stranger counts nothing.
    pub fn add(&mut self, ballot: Ballot) {
        let Some(elector) = self.electorate.heads.get(&ballot.voter) else { return };
        if self.closed.is_some() {
            return;
        }
        if let Some(first) = self.ballots.get(&ballot.voter) {
            if first.choice != ballot.choice || first.slate != ballot.slate {
                self.conflicts.push(Conflict {
                    voter: ballot.voter,
                    first: first.as_read(),
                    second: ballot.as_read(),
                    origin: ballot.origin,
                    at: ballot.at,
                });
            }
            return;
        }
        self.tally.add(ballot.choice, elector.area);
        for (place, candidate) in self.candidates.iter_mut().enumerate() {
            candidate.tally.add(ballot.of_candidate(place), elector.area);
        }
        self.answered.push(ballot.voter);
        self.ballots.insert(ballot.voter, ballot);
    }

    /// Puts another ballot in the place of one that was recorded wrongly, or none; its origin stays. A conflict with what
    /// now stands is none any more, and where nothing stands there is nothing to be in conflict with. A paper of the same
    /// head that two people read since is held against what now stands: it is the ballot where nothing else is.
    pub(crate) fn put_right(&mut self, voter: PersonId, said: Option<DoorBallot>, at: At) {
        if self.closed.is_some() {
            return;
        }
        let Some(elector) = self.electorate.heads.get(&voter) else { return };
        let Some(wrong) = self.ballots.remove(&voter) else { return };
        self.tally.take(wrong.choice, elector.area);
        for (place, candidate) in self.candidates.iter_mut().enumerate() {
            candidate.tally.take(wrong.of_candidate(place), elector.area);
        }
        self.answered.retain(|other| *other != voter);
        self.slips.push(Slip { before: wrong.as_read(), after: said.clone(), at });
        let holds = |conflict: &Conflict| {
            let other =
                |said: &DoorBallot| said.choice != conflict.second.choice || said.slate != conflict.second.slate;
            !matches!(conflict.origin, BallotOrigin::Paper { .. }) && said.as_ref().is_some_and(other)
        };
        self.conflicts.retain(|conflict| conflict.voter != voter || holds(conflict));
        if let Some(said) = said {
            for conflict in self.conflicts.iter_mut().filter(|conflict| conflict.voter == voter) {
                conflict.first = said.clone();
            }
            self.add(said.cast(voter, wrong.origin, at));
        }
        for (batch, paper) in self.papers_of(voter) {
            self.add(paper.cast(voter, BallotOrigin::Paper { batch }, at));
        }
    }

    /// The papers of a head in the batches two people agree on, with the number of each batch.
    fn papers_of(&self, voter: PersonId) -> Vec<(u32, DoorBallot)> {
        let batches = (1..).zip(&self.batches);
        let papers = batches.flat_map(|(number, batch)| batch.agreed().iter().map(move |paper| (number, paper)));
        let of = |(_, paper): &(u32, &DoorBallot)| self.roll.voter(&paper.door) == Some(voter);
        papers.filter(of).map(|(number, paper)| (number, paper.clone())).collect()
    }

    /// Takes a count by side; it stands in the place of the one before. Of secret papers each counter has one count, and
    /// only two that agree are the result.
    pub(crate) fn count_sides(&mut self, count: SideCount) {
        if self.closed.is_some() {
            return;
        }
        if self.method == Method::Secret {
            self.side_counts.retain(|old| old.counter != count.counter);
        }
        self.side_counts.push(count);
        self.tally = self.agreed_sides().map(SideCounts::tally).unwrap_or_default();
    }

    /// The count by side that holds: the last of hands, or what two counters of secret papers agree on.
    pub fn agreed_sides(&self) -> Option<SideCounts> {
        let last = self.side_counts.last()?;
        let agree = |other: &&SideCount| other.counter != last.counter && other.counts == last.counts;
        match self.method {
            Method::Secret => self.side_counts.iter().find(agree).map(|other| other.counts),
            _ => Some(last.counts),
        }
    }

    /// Takes a counter's reading of a batch of papers; once two people read the same, the batch is counted.
    pub(crate) fn read_batch(&mut self, number: u32, counter: PersonId, ballots: Vec<DoorBallot>, at: At) {
        let Some(place) = usize::try_from(number).ok().and_then(|number| number.checked_sub(1)) else { return };
        if self.closed.is_some() || place > self.batches.len() {
            return;
        }
        if place == self.batches.len() {
            self.batches.push(PaperBatch::default());
        }
        let batch = &mut self.batches[place];
        batch.read(counter, ballots, at);
        if batch.accepted.is_some() {
            for ballot in batch.agreed().to_vec() {
                let Some(voter) = self.roll.voter(&ballot.door) else { continue };
                self.add(ballot.cast(voter, BallotOrigin::Paper { batch: number }, at));
            }
        }
    }

    /// The count that is judged: with the ballots that never came back, where the rule has a clause for them.
    pub fn counted(&self) -> Tally {
        match &self.rule.unreturned {
            Some(clause) => self.tally.with_silence(clause.counts_as, self.left()),
            None => self.tally,
        }
    }

    /// The verdict if the vote ended now. In an election it says whether every seat is filled.
    pub fn verdict(&self) -> Verdict {
        match self.election() {
            Some(result) => result.verdict,
            None => judge(&self.rule, self.electorate.bases, &self.counted()),
        }
    }

    /// Who would be elected if the vote ended now; `None` if it is no election.
    pub fn election(&self) -> Option<ElectionResult> {
        (self.seats > 0).then(|| election::result(&self.rule, self.electorate.bases, &self.candidates, self.seats))
    }

    /// The outcome the votes still missing cannot change; `None` while they can, and in elections.
    pub fn settled(&self) -> Option<Outcome> {
        // By a clause silence votes too: then the last ballot decides.
        if self.seats > 0 || self.rule.unreturned.is_some() || self.answered_heads() == 0 {
            return None;
        }
        verdict::settled(&self.rule, self.electorate.bases, &self.tally, self.left())
    }

    /// Heads that have answered, void ballots too.
    pub fn answered_heads(&self) -> u32 {
        self.tally.answered().heads
    }

    /// Those who can still answer, with their area: whoever may, less whoever has.
    pub fn left(&self) -> Count {
        let bases = &self.electorate.bases;
        let may = if self.reaches_absent() { bases.all } else { bases.present.unwrap_or_default() };
        let left = may.minus(self.tally.answered());
        // Hands and secret papers say nothing of whose area is still to come.
        if self.method.by_totals() { SideCounts { yes: left.heads, ..SideCounts::default() }.tally().yes } else { left }
    }

    /// Whether those who are not in the hall can vote too: on paper, where the rule gives every head in scope a vote.
    pub fn reaches_absent(&self) -> bool {
        self.method.takes_paper() && self.rule.electorate == Electors::Owners
    }

    /// The most heads that may be counted: those in the hall and their proxies, or with papers the whole electorate.
    pub fn allowed(&self) -> u32 {
        if self.reaches_absent() { self.electorate.bases.all.heads } else { self.electorate.voices() }
    }

    /// Voters that can answer in the hall and have not, by person.
    pub fn unanswered(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.electorate
            .heads
            .values()
            .filter(|elector| elector.has_voice() && !self.ballots.contains_key(&elector.person))
            .map(|elector| elector.person)
    }

    /// Whose vote a door is, by the roll of that day.
    pub fn voter(&self, door: &Door) -> Option<PersonId> {
        self.roll.voter(door)
    }

    /// Doors of the electorate whose area is not known, where the rule measures area.
    pub fn doors_without_area(&self) -> Vec<Door> {
        if !self.rule.measures(Measure::Area) {
            return Vec::new();
        }
        let counts = |door: &&Door| self.voter(door).is_some_and(|voter| self.electorate.heads.contains_key(&voter));
        let unit = |door: &Door| self.roll.find(door).and_then(|unit| self.roll.unit(unit));
        let in_scope = |door: &&Door| unit(door).is_some_and(|unit| self.scope.holds(unit));
        self.roll.doors_without_area().filter(in_scope).filter(counts).cloned().collect()
    }

    /// People its paragraph of the minutes names: counters, agents, candidates, those who stood aside.
    pub fn named(&self) -> Vec<PersonId> {
        let counters = self.side_counts.iter().map(|count| count.counter);
        let readers = self.batches.iter().flat_map(|batch| &batch.readings).map(|reading| reading.counter);
        let candidates = self.candidates.iter().map(|candidate| candidate.person);
        let recused = self.electorate.recused.iter().copied();
        counters.chain(readers).chain(candidates).chain(recused).chain(self.agents().into_keys()).collect()
    }

    /// Agents that vote here for others, with those they vote for.
    pub fn agents(&self) -> BTreeMap<PersonId, BTreeSet<PersonId>> {
        let mut agents: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
        for elector in self.electorate.heads.values() {
            if let Some(agent) = elector.agent() {
                agents.entry(agent).or_default().insert(elector.person);
            }
        }
        agents
    }
}

impl Ballot {
    /// What it says of a candidate, by the place on the paper from 0.
    fn of_candidate(&self, place: usize) -> Choice {
        if self.choice == Choice::Void {
            return Choice::Void;
        }
        self.slate.get(place).copied().unwrap_or(Choice::Abstain)
    }

    /// What was read, without whose it is.
    fn as_read(&self) -> DoorBallot {
        DoorBallot { door: self.door.clone(), choice: self.choice, slate: self.slate.clone() }
    }
}

impl DoorBallot {
    /// The ballot of whoever votes for the door.
    pub(crate) fn cast(self, voter: PersonId, origin: BallotOrigin, at: At) -> Ballot {
        Ballot { voter, door: self.door, choice: self.choice, slate: self.slate, origin, at }
    }
}
