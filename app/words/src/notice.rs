//! 表决结果公示: the public notice of a vote of the owners, as data for `papers`.
//!
//! It says what the law wants the owners to see: the matter, among whom, when and how, who took part, each side, the
//! clause with the exact fractions, what came out, and how to object. The period, the office and its telephone are lines
//! to be filled in: nothing of them is in the file, and no date is made up. No owner is named, but the candidates of an
//! election.

use deliberation::Facts;
use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::rule::{BindingLevel, Measure};
use deliberation::verdict::{Check, Outcome};
use deliberation::vote::Vote;

use crate::document::{Block, Document};
use crate::figure::{Style, close_up, verdict_word_paper};
use crate::figures::vote::checks::{check_line, missing};
use crate::figures::vote::election::{elected, seats, vacant};
use crate::figures::vote::{Part, count, recused};
use crate::locale::{Lang, t, tf};
use crate::minutes::{
    PaperHead, candidates, conflicts_text, counting, finish, fund_sentence, open_ended, paper_span, people, side_text,
    unreturned_text,
};
use crate::moment::Zone;
use crate::names::Names;
use crate::rule_words::{binding_short, reason, source_text, superseded_text};
use crate::voting::{frozen_sentence, method_word, scope_text};

/// The votes of a meeting that are posted: closed, and of the owners together.
pub fn posted(facts: &Facts, meeting: deliberation::ids::MeetingNo) -> Vec<VoteNo> {
    facts
        .votes
        .iter()
        .enumerate()
        .filter(|(_, vote)| vote.meeting == meeting && is_posted(vote))
        .map(|(place, _)| VoteNo::at(place))
        .collect()
}

fn is_posted(vote: &Vote) -> bool {
    vote.closed.is_some() && vote.rule.level == BindingLevel::Owners
}

/// The notice; `None` for a vote that is not there, still open, or not one of the owners.
pub fn of(lang: Lang, facts: &Facts, names: &dyn Names, number: VoteNo, head: Option<&PaperHead>) -> Option<Document> {
    let vote = facts.vote(number).filter(|vote| is_posted(vote))?;
    let mut paper = Document::new(lang, t(lang, "notice-title"));
    let question = close_up(lang, open_ended(&vote.question));
    let scope = scope_text(lang, &vote.scope);
    let args = [("community", facts.file.title.trim()), ("scope", &*scope), ("question", &*question)];
    paper.paragraph(close_up(lang, &tf(lang, "notice-about", &args)));
    let sections = [
        (t(lang, "notice-scope"), among(lang, number, vote, &scope)),
        (t(lang, "notice-time"), time(lang, facts, names, vote)),
        (t(lang, "notice-turnout"), turnout(lang, number, vote)),
        (t(lang, "notice-sides"), sides(lang, number, vote)),
        (
            t(lang, "notice-basis"),
            fund_sentence(lang, facts, vote).into_iter().chain(basis(lang, number, vote)).collect(),
        ),
        (t(lang, "notice-result"), result(lang, names, number, vote)),
        (t(lang, "notice-objections"), vec![t(lang, "notice-period"), t(lang, "notice-objection")]),
    ];
    for (label, said) in sections {
        paper.labelled(label, joined(lang, &said));
    }
    if vote.seats > 0 {
        paper.table(candidates(lang, names, number, vote));
    }
    paper.blocks.push(Block::Space);
    paper.blocks.push(Block::SignatureLine { labels: vec![t(lang, "notice-publisher"), t(lang, "notice-day")] });
    if let Some(head) = head {
        head.print(lang, &mut paper);
    }
    Some(paper)
}

/// Who may vote, by heads and area, without those kept out.
fn among(lang: Lang, number: VoteNo, vote: &Vote, scope: &str) -> Vec<String> {
    let figure = |measure| count(lang, number, vote, Part::All, measure).paper;
    let (heads, area) = (figure(Measure::Heads), figure(Measure::Area));
    let mut said = vec![tf(lang, "notice-among", &[("scope", scope), ("heads", &heads), ("area", &area)])];
    if !vote.electorate.recused.is_empty() {
        said.push(tf(lang, "notice-recused", &[("heads", &recused(lang, number, vote).paper)]));
    }
    said
}

/// When and how, who counted, and that it was counted again.
fn time(lang: Lang, facts: &Facts, names: &dyn Names, vote: &Vote) -> Vec<String> {
    let zone = Zone::of(&facts.file);
    let closed = vote.closed.map_or(vote.opened, |closed| closed.at);
    let method = method_word(lang, vote.method);
    let span = paper_span(lang, &zone, vote.opened, closed);
    let mut said = vec![tf(lang, "notice-held", &[("span", &span), ("method", &method)])];
    said.extend(counting(lang, names, vote));
    if let Some(reopened) = vote.reopened.last() {
        let before = verdict_word_paper(lang, reopened.before);
        said.push(tf(lang, "notice-recounted", &[("before", &before)]));
    }
    said
}

fn turnout(lang: Lang, number: VoteNo, vote: &Vote) -> Vec<String> {
    let figure = |measure| count(lang, number, vote, Part::Participating, measure).paper;
    let args = [("heads", figure(Measure::Heads)), ("area", figure(Measure::Area))];
    let mut said = vec![tf(lang, "notice-took-part", &args.each_ref().map(|(name, text)| (*name, text.as_str())))];
    said.extend(checked(lang, number, vote, true));
    said
}

/// Each side, void papers, papers that never came back, and conflicts.
fn sides(lang: Lang, number: VoteNo, vote: &Vote) -> Vec<String> {
    let mut said = Vec::new();
    if vote.seats == 0 {
        let sides = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void];
        said.push(sides.map(|choice| side_text(lang, number, vote, choice)).join(&t(lang, "list-comma")));
    } else {
        let void = side_text(lang, number, vote, Choice::Void);
        said.push(tf(lang, "notice-candidates", &[("void", &void)]));
    }
    said.extend(unreturned_text(lang, number, vote));
    said.extend(conflicts_text(lang, vote));
    said
}

/// The clause, the rule as it was read out, and the approval fractions.
fn basis(lang: Lang, number: VoteNo, vote: &Vote) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(vote.rule.source.as_ref().map(|source| source_text(lang, source)));
    said.extend(vote.rule.superseded.as_ref().map(|superseded| superseded_text(lang, superseded)));
    said.push(open_ended(&frozen_sentence(lang, vote)).to_owned());
    if vote.seats == 0 {
        said.extend(checked(lang, number, vote, false));
    }
    said
}

/// What came out and why.
fn result(lang: Lang, names: &dyn Names, number: VoteNo, vote: &Vote) -> Vec<String> {
    let binding = tf(lang, "minutes-vote-binding", &[("binding", &binding_short(lang, vote.rule.level))]);
    let verdict = vote.verdict();
    let word = verdict_word_paper(lang, verdict.outcome);
    if let Some(election) = vote.election() {
        let list = people(lang, names, election.elected.iter().copied());
        let (seats, elected) = (seats(lang, number, vote).paper, elected(lang, number, vote).paper);
        let mut said = vec![if election.elected.is_empty() {
            tf(lang, "notice-nobody", &[("seats", &seats)])
        } else {
            tf(lang, "notice-elected", &[("seats", &seats), ("elected", &elected), ("names", &list)])
        }];
        if !election.tied.is_empty() {
            let tied = people(lang, names, election.tied.iter().copied());
            said.push(tf(lang, "notice-tied", &[("names", &tied)]));
        }
        if election.vacant > 0 {
            said.push(tf(lang, "minutes-election-vacant", &[("n", &vacant(lang, number, vote).paper)]));
        }
        said.push(binding);
        return said;
    }
    let why = match missing(lang, number, vote) {
        Some(missing) if verdict.outcome == Outcome::Undecidable => missing.paper,
        _ => reason(lang, Style::Paper, &verdict, vote.tally.abstain.heads > 0),
    };
    vec![tf(lang, "minutes-vote-verdict", &[("reason", &why), ("verdict", &word)]), binding]
}

/// The exact fractions of one stage, and whether each is met.
fn checked(lang: Lang, number: VoteNo, vote: &Vote, turnout: bool) -> Vec<String> {
    let checks = vote.verdict().checks;
    let line = |(place, check): (usize, &Check)| {
        let text = check_line(lang, Style::Paper, number, place, check);
        match check.met {
            Some(true) => tf(lang, "notice-met", &[("check", &text)]),
            Some(false) => tf(lang, "notice-not-met", &[("check", &text)]),
            None => tf(lang, "notice-unknown", &[("check", &text)]),
        }
    };
    let stage = |(_, check): &(usize, &Check)| check.is_turnout() == turnout;
    let lines: Vec<String> = checks.iter().enumerate().filter(stage).map(line).collect();
    if lines.is_empty() { Vec::new() } else { vec![lines.join(&t(lang, "minutes-semicolon"))] }
}

fn joined(lang: Lang, said: &[String]) -> String {
    let said: Vec<String> = said.iter().filter(|text| !text.is_empty()).map(|text| finish(lang, text)).collect();
    match lang {
        Lang::ZhCn => said.concat(),
        Lang::En => said.join(" "),
    }
}
