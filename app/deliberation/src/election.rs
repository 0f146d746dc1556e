//! An election: each candidate is approved or not by the rule, the approved with the most yes get the seats.

use crate::ids::PersonId;
use crate::rule::{Measure, Rule};
use crate::verdict::{Bases, Outcome, Verdict, judge};
use crate::vote::Candidate;

/// How an election came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectionResult {
    /// Each candidate's own verdict, in the order of the ballot paper.
    pub verdicts: Vec<(PersonId, Verdict)>,
    /// Who is elected, most yes first.
    pub elected: Vec<PersonId>,
    /// Approved candidates that tie for the last seats; the rule says whether a run-off or a lot decides.
    pub tied: Vec<PersonId>,
    /// Seats nobody was approved for, those of a tie not among them.
    pub vacant: u32,
    /// The election as one vote: the checks of the last candidate elected, else of the one nearest to it. Passed = at
    /// least one seat is filled and no tie is open.
    pub verdict: Verdict,
}

/// Ranks the approved by heads for, then by area for where the rule measures it; never by their order on the paper.
pub(crate) fn result(rule: &Rule, bases: Bases, candidates: &[Candidate], seats: u32) -> ElectionResult {
    let verdicts: Vec<(PersonId, Verdict)> =
        candidates.iter().map(|candidate| (candidate.person, judge(rule, bases, &candidate.tally))).collect();
    let area = rule.measures(Measure::Area);
    let rank = |candidate: &Candidate| (candidate.tally.yes.heads, if area { candidate.tally.yes.area.0 } else { 0 });
    let mut approved: Vec<&Candidate> = candidates
        .iter()
        .zip(&verdicts)
        .filter(|(_, (_, verdict))| verdict.outcome == Outcome::Passed)
        .map(|(candidate, _)| candidate)
        .collect();
    approved.sort_by_key(|candidate| std::cmp::Reverse(rank(candidate)));
    let seats = usize::try_from(seats).unwrap_or(usize::MAX);
    let (mut elected, mut tied) = (approved.clone(), Vec::new());
    if let (Some(last), Some(first_out)) =
        (seats.checked_sub(1).and_then(|last| approved.get(last)), approved.get(seats))
    {
        let line = rank(last);
        elected.truncate(seats);
        if rank(first_out) == line {
            elected.retain(|candidate| rank(candidate) > line);
            tied = approved.iter().copied().filter(|candidate| rank(candidate) == line).collect();
        }
    }
    let vacant = if tied.is_empty() { seats.saturating_sub(elected.len()) } else { 0 };
    let nearest = candidates.iter().zip(&verdicts).max_by_key(|(candidate, _)| rank(candidate)).map(|(_, (_, v))| v);
    let decisive = elected
        .last()
        .or(tied.first())
        .and_then(|last| verdicts.iter().find(|(person, _)| *person == last.person))
        .map(|(_, verdict)| verdict)
        .or(nearest);
    let mut verdict =
        decisive.cloned().unwrap_or(Verdict { outcome: Outcome::Failed, checks: Vec::new(), missing: Vec::new() });
    if verdict.outcome == Outcome::Passed && !tied.is_empty() {
        verdict.outcome = Outcome::Undecidable;
    }
    ElectionResult {
        elected: elected.iter().map(|candidate| candidate.person).collect(),
        tied: tied.iter().map(|candidate| candidate.person).collect(),
        vacant: u32::try_from(vacant).unwrap_or(u32::MAX),
        verdicts,
        verdict,
    }
}
