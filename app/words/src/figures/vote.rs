//! The numbers of one vote, whatever way it was held. Every id of a vote is listed here:
//!
//! * `vote.N.yes|no|abstain|void|participating|answered|unanswered|present|all.heads|area` — the sides as they are judged
//!   (with the ballots that never came back, where the rule has a clause for them); answered = ballots that came;
//!   unanswered = those who can still answer. Counts by side have no area: its value is `none`, its text "—".
//! * `vote.N.verdict` · `vote.N.shortfall|surplus.heads|area` · `vote.N.turnout-needed|approval-needed.heads|area`
//! * `vote.N.check.K` — the exact fraction of the K-th threshold, turnout first ([`checks`])
//! * `vote.N.missing` — what an undecidable vote cannot do without ([`checks`])
//! * `vote.N.recused|proxies|conflicts` — heads kept out, heads an agent votes for, second ballots that do not count
//! * `vote.N.candidate.K.yes|no|abstain|void.heads|area`, `vote.N.candidate.K.result`, `vote.N.seats|elected|vacant` —
//!   an election, K in the order of the ballot paper ([`election`])

pub mod checks;
pub mod election;

use amounts::CentiSqm;
use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::rule::{Electors, Measure};
use deliberation::tally::Count;
use deliberation::verdict::Check;
use deliberation::vote::Vote;

use super::{MEASURES, heads, measure_key};
use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

/// Whom a number of a vote counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One side, as it is judged.
    Side(Choice),
    /// Those who take part under the rule.
    Participating,
    /// Those who have answered, void ballots too.
    Answered,
    /// Those who can still answer: in the hall in person or by an agent, or with papers everybody.
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

    /// Whom it counts, by heads and area.
    pub fn count(self, vote: &Vote) -> Count {
        match self {
            Part::Side(choice) => vote.counted().side(choice),
            Part::Participating => vote.counted().participating(vote.rule.void_apart),
            Part::Answered => vote.tally.answered(),
            Part::Unanswered => vote.left(),
            Part::Present => vote.electorate.bases.present.unwrap_or_default(),
            Part::All => vote.electorate.bases.all,
        }
    }

    /// Whether anybody's area is known by the way the vote is held.
    fn has_area(self, vote: &Vote) -> bool {
        let of_roll = matches!(self, Part::Present | Part::All);
        vote.rule.electorate != Electors::Body && (of_roll || !vote.method.by_totals())
    }
}

/// Whether ballots have names in this vote, so that their area is counted.
pub fn counts_area(vote: &Vote) -> bool {
    Part::Answered.has_area(vote)
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
    quantity(part.count(vote), measure, part.has_area(vote))
        .figure(lang, format!("vote.{number}.{}.{}", part.key(), measure_key(measure)))
}

/// One measure of a count; a vote by totals has no area.
fn quantity(count: Count, measure: Measure, area: bool) -> Quantity {
    match measure {
        Measure::Heads => Quantity::Heads(i64::from(count.heads)),
        Measure::Area if area => Quantity::Area(count.known_area()),
        Measure::Area => Quantity::Uncounted,
    }
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

/// `vote.N.recused`: heads kept out of it for a conflict of interest.
pub fn recused(lang: Lang, number: VoteNo, vote: &Vote) -> Figure {
    heads(vote.electorate.recused.len()).figure(lang, format!("vote.{number}.recused"))
}

/// `vote.N.proxies`: heads an agent in the hall votes for.
pub fn proxies(lang: Lang, number: VoteNo, vote: &Vote) -> Figure {
    heads(vote.agents().values().map(std::collections::BTreeSet::len).sum())
        .figure(lang, format!("vote.{number}.proxies"))
}

/// `vote.N.conflicts`: second ballots that say something else, listed and not counted.
pub fn conflicts(lang: Lang, number: VoteNo, vote: &Vote) -> Figure {
    Quantity::count(vote.conflicts.len()).figure(lang, format!("vote.{number}.conflicts"))
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
    figures.extend([recused(lang, number, vote), proxies(lang, number, vote), conflicts(lang, number, vote)]);
    figures.extend(checks::all(lang, number, vote));
    figures.extend(checks::missing(lang, number, vote));
    figures.extend(election::all(lang, number, vote));
    figures
}
