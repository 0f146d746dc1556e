//! Thresholds as places in a measure's bar.

use amounts::Ratio;
use deliberation::rule::{Approval, Compare, Counted, Electors, Measure, Turning, Turnout};
use deliberation::verdict::{Check, Threshold};
use deliberation::vote::Vote;
use words::rule_words::share_word;
use words::{t, tf};

use crate::audience::{Share, ThresholdLine};
use crate::room::Room;

/// The thresholds of one measure as places in its bar; a measure that decides nothing has none.
pub(super) fn lines(room: &Room<'_>, vote: &Vote, checks: &[Check], measure: Measure) -> Vec<ThresholdLine> {
    let mut lines: Vec<ThresholdLine> = checks
        .iter()
        .filter(|check| check.measure() == measure)
        .filter_map(|check| {
            let share = share_word(room.lang, check.ratio());
            let label = match check.threshold {
                Threshold::Turnout(_) => tf(room.lang, "room-line-turnout", &[("share", &share)]),
                Threshold::Approval(approval) if approval.compare == Compare::MoreThan && is_half(check.ratio()) => {
                    t(room.lang, "room-line-half")
                }
                Threshold::Approval(_) => tf(room.lang, "room-line-approval", &[("share", &share)]),
            };
            line(check, label, all(vote, measure))
        })
        .collect();
    // From the left, compared as exact fractions.
    lines.sort_by_key(|line| (i128::from(line.at.part) << 32) / i128::from(line.at.whole.max(1)));
    lines
}

fn is_half(ratio: Ratio) -> bool {
    ratio == Ratio { num: 1, den: 2 }
}

/// A threshold as a share of a bar whose whole is `all`: half of 29 deciding among 35 is 29/70. The bar shows ballots from
/// the left, yes first: what counts the no, or those in the hall, has no place in it.
pub(super) fn line(check: &Check, label: String, all: i64) -> Option<ThresholdLine> {
    let ratio = check.ratio();
    match check.threshold {
        Threshold::Approval(Approval { of: Counted::No, .. })
        | Threshold::Turnout(Turnout { of: Turning::Present, .. }) => return None,
        _ => {}
    }
    let whole = all.checked_mul(ratio.den)?;
    let part = check.base?.checked_mul(ratio.num)?;
    (whole > 0 && part <= whole).then_some(ThresholdLine { at: Share { part, whole }, label })
}

/// The whole bar of a result: the whole electorate, present or not.
pub(super) fn all(vote: &Vote, measure: Measure) -> i64 {
    vote.electorate.bases.all.of(measure).unwrap_or(0).max(1)
}

/// The whole bar while answers come in: those who can still answer here, or everybody where turnout counts.
pub(super) fn callable(vote: &Vote, measure: Measure) -> i64 {
    let in_hall = !vote.reaches_absent() && (vote.rule.turnout.is_empty() || vote.rule.electorate == Electors::Body);
    let bases = &vote.electorate.bases;
    let whole = if in_hall { bases.present.unwrap_or_default() } else { bases.all };
    whole.of(measure).unwrap_or(0).max(1)
}
