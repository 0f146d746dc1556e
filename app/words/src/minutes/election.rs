//! The sentences of an election: papers, each candidate with what was said of them, who is elected, what is left open.

use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::rule::{Measure, Ties};
use deliberation::vote::Vote;

use super::vote::{conflicts_text, people, slips_text};
use crate::figure::Style;
use crate::figures::vote::checks::{check_figure, check_line};
use crate::figures::vote::election::{self, ranked};
use crate::figures::vote::{Part, count};
use crate::locale::{Lang, t, tf};
use crate::names::{Names, person_name};
use crate::speaking::choice_word;

/// In the order of the result.
pub(super) fn sentences(lang: Lang, names: &dyn Names, number: VoteNo, vote: &Vote) -> Vec<String> {
    let Some(result) = vote.election() else { return Vec::new() };
    let seats = election::seats(lang, number, vote).paper;
    let papers = count(lang, number, vote, Part::Answered, Measure::Heads).number;
    let void = count(lang, number, vote, Part::Side(Choice::Void), Measure::Heads).number;
    let candidates = vote.candidates.len().to_string();
    let args = [("seats", &*seats), ("candidates", &*candidates), ("papers", &*papers), ("void", &*void)];
    let mut said = vec![if vote.tally.void.heads > 0 {
        tf(lang, "minutes-election-void", &args)
    } else {
        tf(lang, "minutes-election", &args)
    }];
    said.extend(conflicts_text(lang, vote));
    said.extend(slips_text(lang, vote));
    let turnout: Vec<String> = result
        .verdict
        .checks
        .iter()
        .enumerate()
        .filter(|(_, check)| check.is_turnout())
        .map(|(place, check)| check_line(lang, Style::Paper, number, place, check))
        .collect();
    if !turnout.is_empty() {
        said.push(turnout.join(&t(lang, "minutes-semicolon")));
    }
    let candidates: Vec<String> =
        ranked(vote).into_iter().filter_map(|place| candidate(lang, names, number, vote, place)).collect();
    said.push(candidates.join(&t(lang, "minutes-semicolon")));
    said.push(if result.elected.is_empty() {
        t(lang, "minutes-election-nobody")
    } else {
        tf(lang, "minutes-election-elected", &[("names", &people(lang, names, result.elected.iter().copied()))])
    });
    if !result.tied.is_empty() {
        let args = [("names", &*people(lang, names, result.tied.iter().copied()))];
        said.push(match vote.rule.election.map(|election| election.ties).unwrap_or_default() {
            Ties::RunOff => tf(lang, "minutes-election-run-off", &args),
            Ties::Lot => tf(lang, "minutes-election-lot", &args),
        });
    }
    if result.vacant > 0 {
        let vacant = election::vacant(lang, number, vote).paper;
        said.push(tf(lang, "minutes-election-vacant", &[("n", &vacant)]));
    }
    said
}

/// "毛素赞成26人（占26/31、1,647.54/1,960.76）、反对3人、弃权2人，当选".
fn candidate(lang: Lang, names: &dyn Names, number: VoteNo, vote: &Vote, place: usize) -> Option<String> {
    let (person, verdict) = vote.election()?.verdicts.get(place)?.clone();
    let fractions: Vec<String> = verdict
        .checks
        .iter()
        .enumerate()
        .filter(|(_, check)| !check.is_turnout())
        .map(|(place, check)| check_figure(lang, number, place, check).number)
        .collect();
    let sides: Vec<String> = Choice::SPOKEN
        .into_iter()
        .filter_map(|choice| {
            let heads = election::count(lang, number, vote, place, choice, Measure::Heads)?.paper;
            let side = choice_word(lang, choice);
            let args = [("side", &*side), ("heads", &*heads)];
            if choice == Choice::Yes {
                let fractions = fractions.join(&t(lang, "list-comma"));
                let args = [args[0], args[1], ("fractions", &*fractions)];
                return Some(tf(lang, "minutes-candidate-yes", &args));
            }
            Some(tf(lang, "minutes-vote-side-heads", &args))
        })
        .collect();
    let result = election::result(lang, number, vote, place)?.paper;
    let args = [
        ("name", &*person_name(lang, names, person)),
        ("sides", &*sides.join(&t(lang, "list-comma"))),
        ("result", &*result),
    ];
    Some(tf(lang, "minutes-candidate", &args))
}
