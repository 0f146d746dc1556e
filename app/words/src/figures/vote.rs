//! The numbers of one vote: sides, bases, verdict, what is missing and what is beyond.

use amounts::CentiSqm;
use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::rule::Measure;
use deliberation::tally::Count;
use deliberation::verdict::Check;
use deliberation::vote::Vote;

use super::{MEASURES, measure_key};
use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

/// Whom a number of a vote counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One side.
    Side(Choice),
    /// Those who take part under the rule.
    Participating,
    /// Those who have answered, void ballots too.
    Answered,
    /// In the hall when the vote opened, in person or by an agent, and not answered.
    Unanswered,
    /// In the hall when the vote opened, in person or by an agent.
    Present,
    /// The whole electorate.
    All,
}

impl Part {
    /// All parts in the order of their ids.
    pub const ALL: [Part; 9] = [
        Part::Side(Choice::Yes),
        Part::Side(Choice::No),
        Part::Side(Choice::Abstain),
        Part::Side(Choice::Void),
        Part::Participating,
        Part::Answered,
        Part::Unanswered,
        Part::Present,
        Part::All,
    ];

    /// The part of the id that names it.
    pub fn key(self) -> &'static str {
        match self {
            Part::Side(choice) => choice.key(),
            Part::Participating => "participating",
            Part::Answered => "answered",
            Part::Unanswered => "unanswered",
            Part::Present => "present",
            Part::All => "all",
        }
    }

    fn count(self, vote: &Vote) -> Count {
        match self {
            Part::Side(choice) => vote.tally.side(choice),
            Part::Participating => vote.tally.participating(vote.rule.void_apart),
            Part::Answered => vote.tally.answered(),
            Part::Unanswered => vote.unanswered().fold(Count::default(), |mut count, person| {
                count.add(vote.electorate.heads.get(&person).and_then(|elector| elector.area));
                count
            }),
            Part::Present => vote.electorate.bases.present.unwrap_or_default(),
            Part::All => vote.electorate.bases.all,
        }
    }
}

/// A number of one measure: heads, or 0.01 m².
pub fn measured(measure: Measure, amount: i64) -> Quantity {
    match measure {
        Measure::Heads => Quantity::Heads(amount),
        Measure::Area => Quantity::Area(Some(CentiSqm(amount))),
    }
}

/// `vote.N.yes|no|abstain|void|participating|answered|unanswered|present|all.heads|area`.
pub fn count(lang: Lang, number: VoteNo, vote: &Vote, part: Part, measure: Measure) -> Figure {
    let count = part.count(vote);
    let quantity = match measure {
        Measure::Heads => Quantity::Heads(i64::from(count.heads)),
        Measure::Area => Quantity::Area(count.known_area()),
    };
    quantity.figure(lang, format!("vote.{number}.{}.{}", part.key(), measure_key(measure)))
}

/// `vote.N.verdict`; while the vote is open, what it would be now.
pub fn verdict(lang: Lang, number: VoteNo, vote: &Vote) -> Figure {
    Quantity::Verdict(vote.verdict().outcome).figure(lang, format!("vote.{number}.verdict"))
}

/// `vote.N.shortfall.heads|area`: what is still missing; none for a measure the rule does not use or cannot know.
pub fn shortfall(lang: Lang, number: VoteNo, vote: &Vote, measure: Measure) -> Option<Figure> {
    let missing = vote.verdict().shortfall(measure)?;
    Some(measured(measure, missing).figure(lang, format!("vote.{number}.shortfall.{}", measure_key(measure))))
}

/// `vote.N.surplus.heads|area`: what is beyond the smallest approval that suffices.
pub fn surplus(lang: Lang, number: VoteNo, vote: &Vote, measure: Measure) -> Option<Figure> {
    let beyond = vote.verdict().surplus(measure)?;
    Some(measured(measure, beyond).figure(lang, format!("vote.{number}.surplus.{}", measure_key(measure))))
}

/// `vote.N.turnout-needed|approval-needed.heads|area`: the smallest count that suffices (for "at most", the largest).
pub fn needed(lang: Lang, number: VoteNo, vote: &Vote, turnout: bool, measure: Measure) -> Option<Figure> {
    let checks = vote.verdict().checks;
    let of = |check: &&Check| check.is_turnout() == turnout && check.measure() == measure;
    let needed = checks.iter().filter(of).filter_map(|check| check.needed).max()?;
    let stage = if turnout { "turnout-needed" } else { "approval-needed" };
    Some(measured(measure, needed).figure(lang, format!("vote.{number}.{stage}.{}", measure_key(measure))))
}

/// All of them.
pub fn all(lang: Lang, number: VoteNo, vote: &Vote) -> Vec<Figure> {
    let mut figures = Vec::new();
    for part in Part::ALL {
        figures.extend(MEASURES.map(|measure| count(lang, number, vote, part, measure)));
    }
    figures.push(verdict(lang, number, vote));
    figures.extend(MEASURES.iter().filter_map(|measure| shortfall(lang, number, vote, *measure)));
    figures.extend(MEASURES.iter().filter_map(|measure| surplus(lang, number, vote, *measure)));
    for turnout in [true, false] {
        figures.extend(MEASURES.iter().filter_map(|measure| needed(lang, number, vote, turnout, *measure)));
    }
    figures
}
