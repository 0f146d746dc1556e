//! A vote: question, frozen rule, frozen electorate, ballots, and the close.

use std::collections::BTreeMap;

use amounts::CentiSqm;
use serde::{Deserialize, Serialize};

use crate::ballot::{Ballot, Method};
use crate::ids::{ItemNo, MeetingNo, MotionNo, PersonId};
use crate::rule::Rule;
use crate::tally::Tally;
use crate::time::At;
use crate::verdict::{Bases, Verdict, judge};

/// A head of the frozen electorate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Elector {
    /// The voter.
    pub person: PersonId,
    /// His area in 0.01 m²; `None` = not known.
    pub area: Option<CentiSqm>,
    /// In the hall when the vote opened.
    pub present: bool,
}

/// Everybody who counts in a vote, frozen when it opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Electorate {
    /// The heads by person.
    pub heads: BTreeMap<PersonId, Elector>,
    /// Sums over them.
    pub bases: Bases,
}

impl Electorate {
    /// The electorate of these heads.
    pub fn new(electors: Vec<Elector>) -> Electorate {
        let mut electorate = Electorate::default();
        for elector in electors {
            electorate.bases.all.add(elector.area);
            if elector.present {
                electorate.bases.present.add(elector.area);
            }
            electorate.heads.insert(elector.person, elector);
        }
        electorate
    }
}

/// The close of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// When.
    pub at: At,
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
    /// How it is held.
    pub method: Method,
    /// Who counts.
    pub electorate: Electorate,
    /// Opened.
    pub opened: At,
    /// The ballots by voter.
    pub ballots: BTreeMap<PersonId, Ballot>,
    /// Voters in the order they answered.
    pub answered: Vec<PersonId>,
    /// The count so far.
    pub tally: Tally,
    /// Closed, if it is.
    pub closed: Option<Closed>,
}

impl Vote {
    /// Counts one ballot; a second one of the same head, or one of a stranger, counts nothing.
    pub fn add(&mut self, ballot: Ballot) {
        let Some(elector) = self.electorate.heads.get(&ballot.voter) else { return };
        if self.closed.is_none() && !self.ballots.contains_key(&ballot.voter) {
            self.tally.add(ballot.choice, elector.area);
            self.answered.push(ballot.voter);
            self.ballots.insert(ballot.voter, ballot);
        }
    }

    /// The verdict if the vote ended now.
    pub fn verdict(&self) -> Verdict {
        judge(&self.rule, self.electorate.bases, &self.tally)
    }

    /// Heads in the hall that have not answered, by person.
    pub fn unanswered(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.electorate
            .heads
            .values()
            .filter(|elector| elector.present && !self.ballots.contains_key(&elector.person))
            .map(|elector| elector.person)
    }
}
