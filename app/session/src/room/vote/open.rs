//! The card before a vote opens and while it is open. Nothing on it says which side anybody took.

use deliberation::ids::VoteNo;
use deliberation::rule::{Electors, Measure, Turning};
use deliberation::terms::Payers;
use deliberation::verdict::{self, Check, Outcome, Threshold};
use deliberation::vote::Vote;
use words::figure::verdict_word;
use words::figures::MEASURES;
use words::figures::vote::{Part, count, counts_area, measured, proxies, recused};
use words::voting::{frozen_sentence, method_word, scope_text};
use words::{t, tf};

use super::bars::{callable, line};
use super::{binding_lines, measure_key};
use crate::audience::{BarPart, MeasureBar, OpenMeasure, VoteOpenCard};
use crate::room::Room;

/// `begun` is false for a vote that is only shown before it opens.
pub(super) fn card(room: &Room<'_>, number: VoteNo, vote: &Vote, begun: bool) -> VoteOpenCard {
    let lang = room.lang;
    let method = method_word(lang, vote.method);
    let what = match (begun, vote.reopened.is_empty()) {
        (false, _) => tf(lang, "room-vote-ahead", &[("method", &method)]),
        (true, true) => tf(lang, "room-vote-open", &[("method", &method)]),
        (true, false) => tf(lang, "room-vote-again", &[("method", &method)]),
    };
    let answered = count(lang, number, vote, Part::Answered, Measure::Heads).number;
    let measures =
        if begun || !vote.rule.turnout.is_empty() { measures(room, number, vote, begun) } else { Vec::new() };
    let (level, cited) = binding_lines(lang, &vote.rule);
    VoteOpenCard {
        head: room.head(Some(vote.item), what, who_may_vote(room, number, vote)),
        question: vote.question.clone(),
        rule: frozen_sentence(lang, vote),
        binding: std::iter::once(level).chain(cited).collect::<Vec<_>>().join("\n"),
        notes: notes(room, vote, begun),
        answered: if begun { answered } else { String::new() },
        of: count(lang, number, vote, allowed(vote), Measure::Heads).text,
        measures,
    }
}

/// Those whose answers can still come.
fn allowed(vote: &Vote) -> Part {
    if vote.reaches_absent() { Part::All } else { Part::Present }
}

/// "3号楼2单元业主 12 人，到会 9 人，回避 1 人，委托 3 人".
fn who_may_vote(room: &Room<'_>, number: VoteNo, vote: &Vote) -> String {
    let lang = room.lang;
    let heads = |part| count(lang, number, vote, part, Measure::Heads).text;
    let (all, present, scope) = (heads(Part::All), heads(Part::Present), scope_text(lang, &vote.scope));
    let args = [("scope", &*scope), ("all", &*all), ("present", &*present)];
    let mut parts = vec![match vote.rule.electorate {
        Electors::Body => tf(lang, "room-body", &args),
        Electors::Present if vote.scope.is_whole() => tf(lang, "room-owners-present", &[("n", &present)]),
        Electors::Owners if vote.reaches_absent() => tf(lang, "room-scope-all", &args),
        Electors::Owners | Electors::Present => tf(lang, "room-scope-present", &args),
    }];
    if !vote.electorate.recused.is_empty() {
        parts.push(tf(lang, "room-recused", &[("n", &recused(lang, number, vote).text)]));
    }
    if !vote.agents().is_empty() {
        parts.push(tf(lang, "room-proxies", &[("n", &proxies(lang, number, vote).text)]));
    }
    parts.join(&t(lang, "clause-comma"))
}

/// How it had come out before, that those who agree pay, and before it opens whether turnout is in reach.
fn notes(room: &Room<'_>, vote: &Vote, begun: bool) -> Vec<String> {
    let lang = room.lang;
    let mut notes = Vec::new();
    if let Some(reopened) = vote.reopened.last() {
        notes.push(tf(lang, "room-came-out-before", &[("before", &verdict_word(lang, reopened.before))]));
    }
    let motion = room.snapshot.facts.motion(vote.motion);
    if motion.is_some_and(|motion| motion.terms.payers == Payers::Agreed) {
        notes.push(t(lang, "payers-agreed-rule"));
    }
    if !begun {
        notes.extend(turnout_out_of_reach(room, vote));
    }
    notes
}

/// "就算都表决，参加也还差 5 人": said before the vote, so that nobody votes in vain.
fn turnout_out_of_reach(room: &Room<'_>, vote: &Vote) -> Option<String> {
    let (heads, area) = verdict::turnout_lacks(&vote.rule, vote.electorate.bases, vote.left());
    let amounts: Vec<String> = MEASURES
        .into_iter()
        .zip([heads, area])
        .filter(|(_, lacks)| *lacks > 0)
        .map(|(measure, lacks)| measured(measure, lacks).text(room.lang))
        .collect();
    let list = amounts.join(&t(room.lang, "list-comma"));
    (!list.is_empty()).then(|| tf(room.lang, "room-turnout-out-of-reach", &[("amount", &list)]))
}

fn measures(room: &Room<'_>, number: VoteNo, vote: &Vote, begun: bool) -> Vec<OpenMeasure> {
    let lang = room.lang;
    let checks = vote.verdict().checks;
    let counted = MEASURES.into_iter().filter(|measure| *measure == Measure::Heads || counts_area(vote));
    let shown = |measure: &Measure| begun || vote.rule.measures(*measure);
    let one = |measure: Measure| {
        let turnout = checks.iter().find(|check| check.is_turnout() && check.measure() == measure);
        let part = if begun { Part::Answered } else { Part::All };
        let amount = Part::Answered.count(vote).of(measure).unwrap_or(0);
        let figure = count(lang, number, vote, part, measure).text;
        let whole = callable(vote, measure);
        OpenMeasure {
            label: tf(lang, measure_key(measure, "room-heads-n", "room-area-n"), &[("n", &figure)]),
            note: note(room, number, vote, measure, turnout, begun),
            bar: MeasureBar {
                all: whole,
                parts: if begun { vec![BarPart { side: None, amount }] } else { Vec::new() },
                lines: turnout.into_iter().filter_map(|check| line(check, String::new(), whole)).collect(),
            },
        }
    };
    counted.filter(shown).map(one).collect()
}

/// What a measure still lacks in turnout, that it has enough, or who is in the hall where no turnout is asked for.
fn note(
    room: &Room<'_>,
    number: VoteNo,
    vote: &Vote,
    measure: Measure,
    turnout: Option<&Check>,
    begun: bool,
) -> String {
    let lang = room.lang;
    let Some(check) = turnout else {
        if !vote.rule.measures(measure) {
            return t(lang, "room-information");
        }
        return tf(lang, "room-present-n", &[("n", &count(lang, number, vote, Part::Present, measure).text)]);
    };
    let of_present = matches!(check.threshold, Threshold::Turnout(turnout) if turnout.of == Turning::Present);
    let lacks = check.distance().map_or(0, |(missing, _)| missing);
    let amount = |amount: i64| measured(measure, amount).text(lang);
    match (of_present, begun, check.met) {
        (_, _, None) => verdict_word(lang, Outcome::Undecidable),
        (true, _, Some(false)) => tf(lang, "room-present-lacks", &[("n", &amount(lacks))]),
        (true, _, Some(true)) => t(lang, "room-present-enough"),
        (false, false, _) => tf(lang, "room-needs", &[("n", &amount(check.needed.unwrap_or_default()))]),
        (false, true, Some(false)) => tf(lang, "room-turnout-lacks", &[("n", &amount(lacks))]),
        (false, true, Some(true)) => t(lang, "room-turnout-enough"),
    }
}
