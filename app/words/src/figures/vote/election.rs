//! The numbers of an election, candidate by candidate, in the order of the ballot paper.

use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::rule::Measure;
use deliberation::vote::Vote;

use super::{counts_area, quantity};
use crate::figure::{Figure, Quantity};
use crate::figures::{MEASURES, heads, measure_key};
use crate::locale::{Lang, t};

/// What an election made of one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// 当选.
    Elected,
    /// Approved, and tied for the last seats: a run-off or a lot decides.
    Tied,
    /// Approved, but the seats went to others.
    Approved,
    /// 未当选: not approved.
    Not,
}

impl Standing {
    /// Of the candidate at `place` of the ballot paper; `None` if it is no election or has no such candidate.
    pub fn of(vote: &Vote, place: usize) -> Option<Standing> {
        let result = vote.election()?;
        let (person, verdict) = result.verdicts.get(place)?;
        Some(if result.elected.contains(person) {
            Standing::Elected
        } else if result.tied.contains(person) {
            Standing::Tied
        } else if verdict.outcome == deliberation::verdict::Outcome::Passed {
            Standing::Approved
        } else {
            Standing::Not
        })
    }

    /// For scripts.
    pub fn key(self) -> &'static str {
        match self {
            Standing::Elected => "elected",
            Standing::Tied => "tied",
            Standing::Approved => "approved",
            Standing::Not => "not-elected",
        }
    }

    /// 当选, 同票, 未当选.
    pub fn word(self, lang: Lang) -> String {
        match self {
            Standing::Elected => t(lang, "figure-elected"),
            Standing::Tied => t(lang, "figure-tied"),
            Standing::Approved | Standing::Not => t(lang, "figure-not-elected"),
        }
    }
}

/// `vote.N.candidate.K.yes|no|abstain|void.heads|area`, `place` from 0.
pub fn count(
    lang: Lang,
    number: VoteNo,
    vote: &Vote,
    place: usize,
    choice: Choice,
    measure: Measure,
) -> Option<Figure> {
    let candidate = vote.candidates.get(place)?;
    let id = format!("vote.{number}.candidate.{}.{}.{}", place + 1, choice.key(), measure_key(measure));
    Some(quantity(candidate.tally.side(choice), measure, counts_area(vote)).figure(lang, id))
}

/// `vote.N.candidate.K.result`: elected, tied, approved or not-elected; while the vote is open, as it would be now.
pub fn result(lang: Lang, number: VoteNo, vote: &Vote, place: usize) -> Option<Figure> {
    let standing = Standing::of(vote, place)?;
    let word = standing.word(lang);
    let id = format!("vote.{number}.candidate.{}.result", place + 1);
    Some(Figure { id, value: standing.key().to_owned(), number: word.clone(), paper: word.clone(), text: word })
}

/// `vote.N.seats`: how many are to be elected.
pub fn seats(lang: Lang, number: VoteNo, vote: &Vote) -> Figure {
    Quantity::Heads(i64::from(vote.seats)).figure(lang, format!("vote.{number}.seats"))
}

/// `vote.N.elected`: how many are.
pub fn elected(lang: Lang, number: VoteNo, vote: &Vote) -> Figure {
    let elected = vote.election().map_or(0, |result| result.elected.len());
    heads(elected).figure(lang, format!("vote.{number}.elected"))
}

/// `vote.N.vacant`: seats nobody was approved for.
pub fn vacant(lang: Lang, number: VoteNo, vote: &Vote) -> Figure {
    let vacant = vote.election().map_or(0, |result| result.vacant);
    Quantity::Count(i64::from(vacant)).figure(lang, format!("vote.{number}.vacant"))
}

/// The candidates' places on the ballot paper in the order of the result: elected by rank, then the tied, then the others
/// by their yes. What the rule does not rank stays in the order of the paper.
pub fn ranked(vote: &Vote) -> Vec<usize> {
    let area = vote.rule.measures(Measure::Area);
    let rank = |place: &usize| {
        let yes = vote.candidates[*place].tally.yes;
        let standing = match Standing::of(vote, *place) {
            Some(Standing::Elected) => 0,
            Some(Standing::Tied) => 1,
            Some(Standing::Approved) => 2,
            _ => 3,
        };
        (standing, std::cmp::Reverse((yes.heads, if area { yes.area.0 } else { 0 })))
    };
    let mut places: Vec<usize> = (0..vote.candidates.len()).collect();
    places.sort_by_key(rank);
    places
}

/// All of them; none of a vote that is no election.
pub(super) fn all(lang: Lang, number: VoteNo, vote: &Vote) -> Vec<Figure> {
    if vote.seats == 0 {
        return Vec::new();
    }
    let mut figures = vec![seats(lang, number, vote), elected(lang, number, vote), vacant(lang, number, vote)];
    for place in 0..vote.candidates.len() {
        for choice in [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void] {
            figures.extend(MEASURES.iter().filter_map(|measure| count(lang, number, vote, place, choice, *measure)));
        }
        figures.extend(result(lang, number, vote, place));
    }
    figures
}
