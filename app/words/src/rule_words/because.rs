//! Why a vote came out as it did, what it lacks and what is beyond.

use amounts::Ratio;
use deliberation::rule::{Approval, Base, Compare, Counted, Measure, Turning, Turnout};
use deliberation::verdict::{Check, Missing, Outcome, Threshold, Verdict};

use super::sentence::is_everybody;
use super::{grouped, share_word};
use crate::figure::Style;
use crate::figures::vote::measured;
use crate::locale::{Lang, t, tf};

/// Why a vote came out as it did: "赞成过半", "参加的面积没达到三分之二".
///
/// `abstained` says whether anybody abstained: where only yes and no are held against each other, the sentence then says
/// that abstentions do not count.
pub fn reason(lang: Lang, style: Style, verdict: &Verdict, abstained: bool) -> String {
    let turnout_fails = verdict.checks.iter().any(|check| check.is_turnout() && check.met == Some(false));
    let stage: Vec<Check> =
        verdict.checks.iter().filter(|check| check.is_turnout() == turnout_fails).copied().collect();
    let decisive: Vec<Check> = stage
        .iter()
        .filter(|check| match verdict.outcome {
            Outcome::Failed => check.met == Some(false),
            _ => check.met == Some(true),
        })
        .copied()
        .collect();
    if decisive.is_empty() || verdict.outcome == Outcome::Undecidable {
        return undecidable(lang, verdict);
    }
    let pieces: Vec<String> = grouped(&decisive, same_but_measure)
        .into_iter()
        .map(|group| {
            let text = piece(lang, style, &group);
            match group[0].threshold {
                Threshold::Approval(approval) if approval.base == Base::Deciding && abstained => {
                    tf(lang, "reason-without-abstentions", &[("reason", &text)])
                }
                _ => text,
            }
        })
        .collect();
    pieces.join(&t(lang, "reason-join"))
}

/// What keeps a vote from being decided: something that is not known, or a tie for the last seat.
fn undecidable(lang: Lang, verdict: &Verdict) -> String {
    let said = |missing: &Missing| match missing {
        Missing::Area => t(lang, "reason-area-unknown"),
        Missing::Participation => t(lang, "reason-participation-unknown"),
        Missing::Present => t(lang, "reason-present-unknown"),
    };
    if verdict.missing.is_empty() {
        return t(lang, "reason-seats-tied");
    }
    verdict.missing.iter().map(said).collect::<Vec<_>>().join(&t(lang, "reason-join"))
}

/// "还差 9 人、612.00 ㎡"; nothing where nothing is missing or nothing can be known.
pub fn shortfall_text(lang: Lang, verdict: &Verdict) -> Option<String> {
    Some(tf(lang, "shortfall", &[("amount", &amounts(lang, |measure| verdict.shortfall(measure))?)]))
}

/// The same, saying of what: "赞成还差 5 人、252.68 ㎡", "参加还差 5 人".
pub fn shortfall_line(lang: Lang, verdict: &Verdict) -> Option<String> {
    let amount = amounts(lang, |measure| verdict.shortfall(measure))?;
    let args = [("amount", &*amount)];
    let turnout = verdict.checks.iter().any(|check| check.is_turnout() && check.met == Some(false));
    let failing = verdict.checks.iter().find(|check| check.is_turnout() == turnout && check.met == Some(false))?;
    Some(match failing.threshold {
        Threshold::Turnout(Turnout { of: Turning::Present, .. }) => tf(lang, "shortfall-present", &args),
        Threshold::Turnout(_) => tf(lang, "shortfall-turnout", &args),
        Threshold::Approval(Approval { compare: Compare::AtMost, .. }) => tf(lang, "shortfall-too-many", &args),
        Threshold::Approval(Approval { of: Counted::No, .. }) => tf(lang, "shortfall-no", &args),
        Threshold::Approval(_) => tf(lang, "shortfall-yes", &args),
    })
}

/// "比过半多出 11 人"; nothing unless the vote has passed by more than the least.
pub fn surplus_text(lang: Lang, verdict: &Verdict) -> Option<String> {
    if verdict.outcome != Outcome::Passed {
        return None;
    }
    let approval = verdict.checks.iter().find_map(|check| match check.threshold {
        Threshold::Approval(approval) if approval.compare != Compare::AtMost => Some(approval),
        _ => None,
    })?;
    let amount = amounts(lang, |measure| verdict.surplus(measure))?;
    let half = Ratio { num: 1, den: 2 };
    let threshold = if approval.ratio == half && approval.compare == Compare::MoreThan {
        t(lang, "threshold-half")
    } else {
        share_word(lang, approval.ratio)
    };
    Some(tf(lang, "surplus", &[("threshold", &threshold), ("amount", &amount)]))
}

/// The amounts above zero of both measures, as a list.
fn amounts(lang: Lang, of: impl Fn(Measure) -> Option<i64>) -> Option<String> {
    let written: Vec<String> = crate::figures::MEASURES
        .into_iter()
        .filter_map(|measure| Some((measure, of(measure).filter(|amount| *amount > 0)?)))
        .map(|(measure, amount)| measured(measure, amount).text(lang))
        .collect();
    if written.is_empty() { None } else { Some(written.join(&t(lang, "list-comma"))) }
}

/// One group of checks that differ in the measure alone.
fn piece(lang: Lang, style: Style, group: &[Check]) -> String {
    let first = group[0];
    let met = first.met == Some(true);
    let compare = match first.threshold {
        Threshold::Turnout(turnout) => turnout.compare,
        Threshold::Approval(approval) => approval.compare,
    };
    let threshold = threshold_word(lang, style, compare, first.ratio(), met);
    let args = [("threshold", &*threshold)];
    let both = group.len() > 1;
    let area = first.measure() == Measure::Area;
    match (first.threshold, both, area) {
        (Threshold::Approval(approval), ..) if is_everybody(&approval) => {
            if met {
                t(lang, "reason-everybody")
            } else {
                t(lang, "reason-everybody-not")
            }
        }
        (Threshold::Turnout(Turnout { of: Turning::Present, .. }), true, _) => tf(lang, "reason-present-both", &args),
        (Threshold::Turnout(Turnout { of: Turning::Present, .. }), false, true) => {
            tf(lang, "reason-present-area", &args)
        }
        (Threshold::Turnout(Turnout { of: Turning::Present, .. }), false, false) => {
            tf(lang, "reason-present-heads", &args)
        }
        (Threshold::Turnout(_), true, _) => tf(lang, "reason-turnout-both", &args),
        (Threshold::Turnout(_), false, true) => tf(lang, "reason-turnout-area", &args),
        (Threshold::Turnout(_), false, false) => tf(lang, "reason-turnout-heads", &args),
        (Threshold::Approval(Approval { of: Counted::Yes, .. }), true, _) => tf(lang, "reason-yes-both", &args),
        (Threshold::Approval(Approval { of: Counted::Yes, .. }), false, true) => tf(lang, "reason-yes-area", &args),
        (Threshold::Approval(Approval { of: Counted::Yes, .. }), false, false) => tf(lang, "reason-yes-heads", &args),
        (Threshold::Approval(_), true, _) => tf(lang, "reason-no-both", &args),
        (Threshold::Approval(_), false, true) => tf(lang, "reason-no-area", &args),
        (Threshold::Approval(_), false, false) => tf(lang, "reason-no-heads", &args),
    }
}

/// 过半, 没过半, 达到四分之三, …
fn threshold_word(lang: Lang, style: Style, compare: Compare, ratio: Ratio, met: bool) -> String {
    let share = share_word(lang, ratio);
    let args = [("share", &*share)];
    let paper = style == Style::Paper;
    match (compare, met, paper) {
        (Compare::MoreThan, _, _) if ratio == (Ratio { num: 1, den: 2 }) => match (met, paper) {
            (true, _) => t(lang, "threshold-half"),
            (false, false) => t(lang, "threshold-half-not"),
            (false, true) => t(lang, "threshold-half-not-paper"),
        },
        (Compare::MoreThan, true, _) => tf(lang, "threshold-more", &args),
        (Compare::MoreThan, false, false) => tf(lang, "threshold-more-not", &args),
        (Compare::MoreThan, false, true) => tf(lang, "threshold-more-not-paper", &args),
        (Compare::AtLeast, true, _) => tf(lang, "threshold-least", &args),
        (Compare::AtLeast, false, false) => tf(lang, "threshold-least-not", &args),
        (Compare::AtLeast, false, true) => tf(lang, "threshold-least-not-paper", &args),
        (Compare::AtMost, true, _) => tf(lang, "threshold-most", &args),
        (Compare::AtMost, false, _) => tf(lang, "threshold-most-not", &args),
    }
}

fn same_but_measure(a: &Check, b: &Check) -> bool {
    match (a.threshold, b.threshold) {
        (Threshold::Turnout(a), Threshold::Turnout(b)) => Turnout { measure: b.measure, ..a } == b,
        (Threshold::Approval(a), Threshold::Approval(b)) => Approval { measure: b.measure, ..a } == b,
        _ => false,
    }
}
