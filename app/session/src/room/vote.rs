//! A vote: how many have answered while it is open, and never a running yes or no; the result once it is closed.

use amounts::Ratio;
use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::rule::{Approval, Compare, Counted, Electors, Measure};
use deliberation::verdict::{self, Check, Threshold};
use deliberation::vote::Vote;
use words::figure::Style;
use words::figures::MEASURES;
use words::figures::vote::{Part, count, measured};
use words::rule_words::{binding_long, pick, reason, share_word, shortfall_line, surplus_text};
use words::{t, tf};

use super::Room;
use crate::audience::{
    BarPart, Card, MeasureBar, OpenMeasure, Outcome, ResultMeasure, Share, Side, SideCount, ThresholdLine,
    VoteOpenCard, VoteResultCard,
};

pub(super) fn card(room: &Room<'_>, number: VoteNo) -> Option<Card> {
    let vote = room.snapshot.facts.vote(number)?;
    Some(if vote.closed.is_some() {
        Card::VoteResult(result(room, number, vote))
    } else {
        Card::VoteOpen(open(room, number, vote))
    })
}

fn open(room: &Room<'_>, number: VoteNo, vote: &Vote) -> VoteOpenCard {
    let lang = room.lang;
    let figure = |part, measure| count(lang, number, vote, part, measure);
    let verdict = vote.verdict();
    let measures = MEASURES.map(|measure| {
        let answered = Part::Answered;
        let turnout = verdict.checks.iter().find(|check| check.is_turnout() && check.measure() == measure);
        let amount = vote.tally.answered().of(measure).unwrap_or(0);
        OpenMeasure {
            label: tf(
                lang,
                measure_key(measure, "room-heads-n", "room-area-n"),
                &[("n", &figure(answered, measure).text)],
            ),
            note: match turnout.and_then(|check| check.needed) {
                Some(needed) => tf(lang, "room-needs", &[("n", &measured(measure, needed).text(lang))]),
                None if vote.rule.measures(measure) => {
                    tf(lang, "room-present-n", &[("n", &figure(Part::Present, measure).text)])
                }
                None => t(lang, "room-information"),
            },
            bar: MeasureBar {
                all: callable(vote, measure),
                parts: vec![BarPart { side: None, amount }],
                lines: turnout.into_iter().filter_map(|check| line(vote, check, String::new())).collect(),
            },
        }
    });
    VoteOpenCard {
        head: room.head(
            Some(vote.item),
            t(lang, "room-roll-call"),
            tf(lang, "room-owners-present", &[("n", &figure(Part::Present, Measure::Heads).text)]),
        ),
        question: vote.question.clone(),
        rule: pick(lang, &vote.sentence).to_owned(),
        binding: binding_long(lang, &vote.rule).replacen('，', "\n", 1),
        answered: figure(Part::Answered, Measure::Heads).number,
        of: figure(Part::Present, Measure::Heads).text,
        measures: measures.into(),
    }
}

fn result(room: &Room<'_>, number: VoteNo, vote: &Vote) -> VoteResultCard {
    let lang = room.lang;
    let figure = |part, measure| count(lang, number, vote, part, measure);
    let verdict = vote.verdict();
    let sides = Choice::SPOKEN.into_iter().zip([Side::Yes, Side::No, Side::Abstain]);
    let parts = |measure| -> Vec<BarPart> {
        let amount = |choice| vote.tally.side(choice).of(measure).unwrap_or(0);
        sides.clone().map(|(choice, side)| BarPart { side: Some(side), amount: amount(choice) }).collect()
    };
    let measures = MEASURES.map(|measure| ResultMeasure {
        label: t(lang, measure_key(measure, "room-heads", "room-area")),
        note: if vote.rule.measures(measure) { String::new() } else { t(lang, "room-area-information") },
        bar: MeasureBar {
            all: all(vote, measure),
            parts: parts(measure),
            lines: lines(room, vote, &verdict.checks, measure),
        },
    });
    let counted = sides.clone().map(|(choice, side)| SideCount {
        side,
        heads: figure(Part::Side(choice), Measure::Heads).number,
        area: figure(Part::Side(choice), Measure::Area).text,
    });
    let participating = |measure| figure(Part::Participating, measure).text;
    let args = [("heads", participating(Measure::Heads)), ("area", participating(Measure::Area))];
    VoteResultCard {
        head: room.head(Some(vote.item), t(lang, "room-result"), binding_long(lang, &vote.rule)),
        outcome: match verdict.outcome {
            verdict::Outcome::Passed => Outcome::Passed,
            verdict::Outcome::Failed => Outcome::Failed,
            verdict::Outcome::Undecidable => Outcome::Undecided,
        },
        verdict: words::figures::vote::verdict(lang, number, vote).text,
        reason: reason(lang, Style::Screen, &verdict, vote.tally.abstain.heads > 0),
        summary: tf(lang, "room-took-part", &args.each_ref().map(|(name, text)| (*name, text.as_str()))),
        sides: counted.collect(),
        measures: measures.into(),
        margin: shortfall_line(lang, &verdict).or_else(|| surplus_text(lang, &verdict)).unwrap_or_default(),
    }
}

/// The thresholds of one measure as places in its bar; a measure that decides nothing has none.
fn lines(room: &Room<'_>, vote: &Vote, checks: &[Check], measure: Measure) -> Vec<ThresholdLine> {
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
            line(vote, check, label)
        })
        .collect();
    // From the left, compared as exact fractions.
    lines.sort_by_key(|line| (i128::from(line.at.part) << 32) / i128::from(line.at.whole.max(1)));
    lines
}

fn is_half(ratio: Ratio) -> bool {
    ratio == Ratio { num: 1, den: 2 }
}

/// A threshold as a share of the whole bar: half of 29 deciding among 35 is 29/70.
fn line(vote: &Vote, check: &Check, label: String) -> Option<ThresholdLine> {
    let ratio = check.ratio();
    let base = check.base?;
    if let Threshold::Approval(Approval { of: Counted::No, .. }) = check.threshold {
        return None;
    }
    let whole = all(vote, check.measure()).checked_mul(ratio.den)?;
    let part = base.checked_mul(ratio.num)?;
    (whole > 0 && part <= whole).then_some(ThresholdLine { at: Share { part, whole }, label })
}

/// The whole bar of a result: the whole electorate, present or not.
fn all(vote: &Vote, measure: Measure) -> i64 {
    vote.electorate.bases.all.of(measure).unwrap_or(0).max(1)
}

/// The whole bar while answers come in: those who can still answer here, or everybody where turnout counts.
fn callable(vote: &Vote, measure: Measure) -> i64 {
    let in_hall = vote.rule.turnout.is_empty() && vote.rule.electorate == Electors::Present;
    let bases = &vote.electorate.bases;
    let whole = if in_hall { bases.present.unwrap_or_default() } else { bases.all };
    whole.of(measure).unwrap_or(0).max(1)
}

fn measure_key(measure: Measure, heads: &'static str, area: &'static str) -> &'static str {
    match measure {
        Measure::Heads => heads,
        Measure::Area => area,
    }
}
