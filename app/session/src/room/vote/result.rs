//! The card of a closed vote: verdict, counts, bars with thresholds, by how much, and the exact fractions.

use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::rule::Measure;
use deliberation::verdict;
use deliberation::vote::Vote;
use words::figure::{Style, verdict_word};
use words::figures::MEASURES;
use words::figures::vote::checks::{check_line, missing};
use words::figures::vote::{Part, conflicts, count, counts_area, recused};
use words::rule_words::{reason, shortfall_line, surplus_text};
use words::{t, tf};

use super::bars::{all, lines};
use super::{binding_line, costs, measure_key};
use crate::audience::{BarPart, CheckLine, MeasureBar, Outcome, ResultMeasure, Side, SideCount, VoteResultCard};
use crate::room::Room;

/// The sides in the order they are shown.
const SIDES: [(Choice, Side); 3] = [(Choice::Yes, Side::Yes), (Choice::No, Side::No), (Choice::Abstain, Side::Abstain)];

pub(super) fn card(room: &Room<'_>, number: VoteNo, vote: &Vote) -> VoteResultCard {
    let lang = room.lang;
    let figure = |part, measure| count(lang, number, vote, part, measure);
    let verdict = vote.verdict();
    let area = counts_area(vote);
    // Neither an area nobody counted nor one that is not wholly known can be drawn.
    let whole = [Part::All, Part::Participating].iter().all(|part| part.count(vote).known_area().is_some());
    let has_bar = |measure: &Measure| *measure == Measure::Heads || (area && whole);
    let measure = |measure: Measure| ResultMeasure {
        label: t(lang, measure_key(measure, "room-heads", "room-area")),
        note: if vote.rule.measures(measure) { String::new() } else { t(lang, "room-area-information") },
        bar: MeasureBar {
            all: all(vote, measure),
            parts: SIDES
                .map(|(choice, side)| BarPart {
                    side: Some(side),
                    amount: Part::Side(choice).count(vote).of(measure).unwrap_or(0),
                })
                .to_vec(),
            lines: lines(room, vote, &verdict.checks, measure),
        },
    };
    let side = |(choice, side)| SideCount {
        side,
        heads: figure(Part::Side(choice), Measure::Heads).number,
        area: if area { figure(Part::Side(choice), Measure::Area).text } else { String::new() },
    };
    let missing = missing(lang, number, vote).map(|figure| figure.text);
    let margin = missing.or_else(|| shortfall_line(lang, &verdict)).or_else(|| surplus_text(lang, &verdict));
    VoteResultCard {
        head: room.head(Some(vote.item), what(room, vote), binding_line(lang, &vote.rule)),
        outcome: outcome(verdict.outcome),
        verdict: words::figures::vote::verdict(lang, number, vote).text,
        reason: reason(lang, Style::Screen, &verdict, vote.tally.abstain.heads > 0),
        summary: took_part(room, number, vote),
        sides: SIDES.into_iter().map(side).collect(),
        measures: MEASURES.into_iter().filter(has_bar).map(measure).collect(),
        margin: margin.unwrap_or_default(),
        notes: notes(room, number, vote),
        checks: if verdict.checks.len() < 2 {
            Vec::new()
        } else {
            let checks = verdict.checks.iter().enumerate();
            let line = |(place, check)| check_line(lang, Style::Screen, number, place, check);
            checks.map(|(place, check)| CheckLine { text: line((place, check)), met: check.met }).collect()
        },
        costs: costs::sides(room, number, vote),
    }
}

pub(super) fn outcome(outcome: verdict::Outcome) -> Outcome {
    match outcome {
        verdict::Outcome::Passed => Outcome::Passed,
        verdict::Outcome::Failed => Outcome::Failed,
        verdict::Outcome::Undecidable => Outcome::Undecided,
    }
}

/// 表决结果; of a vote that was opened again, 重新计票结果.
pub(super) fn what(room: &Room<'_>, vote: &Vote) -> String {
    if vote.reopened.is_empty() { t(room.lang, "room-result") } else { t(room.lang, "room-result-again") }
}

/// "31 人参加，1,960.76 ㎡"; without area where nobody's was counted.
pub(super) fn took_part(room: &Room<'_>, number: VoteNo, vote: &Vote) -> String {
    let figure = |measure| count(room.lang, number, vote, Part::Participating, measure).text;
    let (heads, area) = (figure(Measure::Heads), figure(Measure::Area));
    if counts_area(vote) {
        tf(room.lang, "room-took-part", &[("heads", &heads), ("area", &area)])
    } else {
        tf(room.lang, "room-took-part-heads", &[("heads", &heads)])
    }
}

/// How it had come out before, void papers, second ballots, silence, and who stood aside.
pub(super) fn notes(room: &Room<'_>, number: VoteNo, vote: &Vote) -> Vec<String> {
    let lang = room.lang;
    let mut notes = Vec::new();
    if let Some(reopened) = vote.reopened.last() {
        notes.push(if reopened.before == vote.verdict().outcome {
            t(lang, "room-same-as-before")
        } else {
            tf(lang, "room-came-out-before", &[("before", &verdict_word(lang, reopened.before))])
        });
    }
    if vote.tally.void.heads > 0 {
        let void = count(lang, number, vote, Part::Side(Choice::Void), Measure::Heads).text;
        let key = if vote.rule.void_apart { "room-void-apart" } else { "room-void" };
        notes.push(tf(lang, key, &[("n", &void)]));
    }
    if !vote.conflicts.is_empty() {
        notes.push(tf(lang, "room-conflicts", &[("n", &conflicts(lang, number, vote).text)]));
    }
    if let Some(clause) = vote.rule.unreturned.as_ref().filter(|_| vote.left().heads > 0) {
        let silent = count(lang, number, vote, Part::Unanswered, Measure::Heads).text;
        notes.push(tf(lang, "room-silence", &[("n", &silent), ("article", &clause.article)]));
    }
    if !vote.electorate.recused.is_empty() {
        notes.push(tf(lang, "room-stood-aside", &[("n", &recused(lang, number, vote).text)]));
    }
    notes
}
