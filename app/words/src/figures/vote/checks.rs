//! The exact fractions behind a verdict, and what an undecidable one cannot do without.

use amounts::Ratio;
use deliberation::door::Door;
use deliberation::ids::VoteNo;
use deliberation::rule::{Base, Compare, Counted, Measure, Turning};
use deliberation::verdict::{Check, Missing, Outcome, Threshold};
use deliberation::vote::Vote;

use super::measured;
use crate::figure::{Figure, Quantity, Style, close_up};
use crate::locale::{Lang, t, tf};

/// Doors that are named before the rest is only counted.
const DOORS_NAMED: usize = 3;

/// `vote.N.check.K` of every threshold, K from 1, turnout first: value "26/31", text "26/31，应超过 1/2".
pub fn all(lang: Lang, number: VoteNo, vote: &Vote) -> Vec<Figure> {
    let checks = vote.verdict().checks;
    checks.iter().enumerate().map(|(place, check)| check_figure(lang, number, place, check)).collect()
}

/// `vote.N.check.K`, `place` from 0.
pub fn check_figure(lang: Lang, number: VoteNo, place: usize, check: &Check) -> Figure {
    let quantity = |amount: Option<i64>| match (check.measure(), amount) {
        (measure, Some(amount)) => measured(measure, amount),
        (_, None) => Quantity::Area(None),
    };
    let (part, whole) = (quantity(check.counted), quantity(check.base));
    let args = [("part", &*part.number(lang)), ("whole", &*whole.number(lang))];
    let fraction = if is_known(check) { tf(lang, "figure-fraction", &args) } else { t(lang, "figure-unknown") };
    let share = share(check.ratio());
    let against = |fraction: &str| {
        let args = [("fraction", fraction), ("share", &*share)];
        match compare(check) {
            Compare::MoreThan => tf(lang, "figure-check-more", &args),
            Compare::AtLeast => tf(lang, "figure-check-least", &args),
            Compare::AtMost => tf(lang, "figure-check-most", &args),
        }
    };
    let (text, paper) = match check.measure() {
        Measure::Area if is_known(check) => {
            let unit = |key: &str| tf(lang, key, &[("n", &fraction)]);
            (against(&unit("figure-area")), against(&unit("figure-area-paper")))
        }
        _ => (against(&fraction), against(&fraction)),
    };
    Figure {
        id: format!("vote.{number}.check.{}", place + 1),
        value: format!("{}/{}", part.value(), whole.value()),
        number: fraction,
        paper: close_up(lang, &paper),
        text,
    }
}

/// Whether both its count and its base are known.
fn is_known(check: &Check) -> bool {
    check.counted.is_some() && check.base.is_some()
}

/// The same with what is held against what: "赞成人数占参加表决 26/31，应超过 1/2".
pub fn check_line(lang: Lang, style: Style, number: VoteNo, place: usize, check: &Check) -> String {
    let figure = check_figure(lang, number, place, check);
    let fraction = if style == Style::Paper { figure.paper } else { figure.text };
    let side = match check.threshold {
        Threshold::Turnout(turnout) if turnout.of == Turning::Present => t(lang, "figure-counted-present"),
        Threshold::Turnout(_) => t(lang, "figure-counted-turnout"),
        Threshold::Approval(approval) if approval.of == Counted::No => t(lang, "figure-counted-no"),
        Threshold::Approval(_) => t(lang, "figure-counted-yes"),
    };
    let base = match base(check) {
        Base::Deciding => t(lang, "figure-base-deciding"),
        Base::Participating => t(lang, "figure-base-participating"),
        Base::Present => t(lang, "figure-base-present"),
        Base::All => t(lang, "figure-base-all"),
    };
    let args = [("side", &*side), ("base", &*base), ("fraction", &*fraction)];
    let line = match (check.measure(), is_known(check)) {
        (Measure::Heads, true) => tf(lang, "figure-check-heads", &args),
        (Measure::Area, true) => tf(lang, "figure-check-area", &args),
        (Measure::Heads, false) => tf(lang, "figure-check-heads-unknown", &args),
        (Measure::Area, false) => tf(lang, "figure-check-area-unknown", &args),
    };
    if style == Style::Paper { close_up(lang, &line) } else { line }
}

/// `vote.N.missing` of an undecidable vote: value "area:1-1-101,present", text "面积不详：1-1-101、1-1-102、1-1-103 等 5 户".
pub fn missing(lang: Lang, number: VoteNo, vote: &Vote) -> Option<Figure> {
    let verdict = vote.verdict();
    if verdict.outcome != Outcome::Undecidable || verdict.missing.is_empty() {
        return None;
    }
    let doors = vote.doors_without_area();
    let (mut values, mut texts) = (Vec::new(), Vec::new());
    for missing in &verdict.missing {
        match missing {
            Missing::Area if !doors.is_empty() => {
                values.extend(doors.iter().map(|door| format!("{}:{door}", missing.key())));
                texts.push(tf(lang, "figure-missing-doors", &[("doors", &doors_text(lang, &doors))]));
            }
            other => {
                values.push(other.key().to_owned());
                texts.push(match other {
                    Missing::Area => t(lang, "figure-missing-area"),
                    Missing::Participation => t(lang, "figure-missing-participation"),
                    Missing::Present => t(lang, "figure-missing-present"),
                });
            }
        }
    }
    let text = texts.join(&t(lang, "clause-comma"));
    let id = format!("vote.{number}.missing");
    Some(Figure { id, value: values.join(","), number: text.clone(), paper: close_up(lang, &text), text })
}

/// The first three doors and how many there are in all: "1-1-101、1-1-102、1-1-103 等 5 户".
pub fn doors_text(lang: Lang, doors: &[Door]) -> String {
    let named: Vec<&str> = doors.iter().take(DOORS_NAMED).map(Door::as_str).collect();
    let list = named.join(&t(lang, "list-comma"));
    if doors.len() <= DOORS_NAMED {
        return list;
    }
    tf(lang, "figure-doors-more", &[("list", &list), ("count", &Quantity::households(doors.len()).text(lang))])
}

fn compare(check: &Check) -> Compare {
    match check.threshold {
        Threshold::Turnout(turnout) => turnout.compare,
        Threshold::Approval(approval) => approval.compare,
    }
}

fn base(check: &Check) -> Base {
    match check.threshold {
        Threshold::Turnout(turnout) => turnout.base,
        Threshold::Approval(approval) => approval.base,
    }
}

/// "1/2"; all of it is "1".
fn share(ratio: Ratio) -> String {
    if ratio.num == ratio.den { "1".to_owned() } else { format!("{}/{}", ratio.num, ratio.den) }
}
