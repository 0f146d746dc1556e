//! The paragraph of a vote: how it was held and counted, the rule once as it was frozen, each side in heads and area, the
//! exact fractions, why it came out so, and what kind of decision it is.

use deliberation::Facts;
use deliberation::ballot::{Choice, Conflict, Method};
use deliberation::ids::{PersonId, VoteNo};
use deliberation::paper::PaperBatch;
use deliberation::rule::{Electors, Measure, Silence};
use deliberation::verdict::Outcome;
use deliberation::vote::{Slip, Vote};

use super::payers::{cost_sentences, fund_sentence};
use super::{election, finish, open_ended};
use crate::figure::{Quantity, Style, verdict_word_paper};
use crate::figures::vote::checks::{check_line, missing};
use crate::figures::vote::{Part, count, counts_area};
use crate::locale::{Lang, t, tf};
use crate::names::{Names, person_name};
use crate::rule_words::{binding_long, reason};
use crate::speaking::choice_word;
use crate::voting::{frozen_sentence, method_word, scope_text};

/// Conflicts and slips beyond this are counted, not listed.
const LISTED: usize = 12;

/// The whole paragraph, without its last full stop.
pub(super) fn paragraph(lang: Lang, facts: &Facts, names: &dyn Names, number: VoteNo, vote: &Vote) -> String {
    let mut said = vec![opening(lang, names, number, vote)];
    said.extend(counting(lang, names, vote));
    said.extend(fund_sentence(lang, facts, vote));
    said.push(tf(lang, "minutes-vote-rule", &[("rule", open_ended(&frozen_sentence(lang, vote)))]));
    if vote.seats > 0 {
        said.extend(election::sentences(lang, names, number, vote));
    } else {
        said.extend(sides_and_verdict(lang, number, vote));
        said.extend(cost_sentences(lang, facts, number, vote));
    }
    said.push(tf(lang, "minutes-vote-binding", &[("binding", &binding_long(lang, &vote.rule))]));
    let said: Vec<String> = said.iter().map(|sentence| finish(lang, sentence)).collect();
    let text = match lang {
        Lang::ZhCn => said.concat(),
        Lang::En => said.join(" "),
    };
    // Of several motions under one item each vote says which one it was on.
    let several =
        facts.votes.iter().filter(|other| (other.meeting, other.item) == (vote.meeting, vote.item)).count() > 1;
    if several {
        tf(lang, "minutes-vote-on", &[("question", open_ended(&vote.question)), ("text", &text)])
    } else {
        text
    }
}

/// Method, scope, who was due and present, who stood aside, who voted for others.
fn opening(lang: Lang, names: &dyn Names, number: VoteNo, vote: &Vote) -> String {
    let figure = |part, measure| count(lang, number, vote, part, measure).paper;
    let mut parts = Vec::new();
    if !vote.scope.is_whole() && vote.rule.electorate != Electors::Body {
        parts.push(tf(lang, "minutes-vote-scope", &[("scope", &scope_text(lang, &vote.scope))]));
    }
    let (due, present) = (figure(Part::All, Measure::Heads), figure(Part::Present, Measure::Heads));
    if vote.reaches_absent() {
        let area = figure(Part::All, Measure::Area);
        parts.push(tf(lang, "minutes-vote-entitled", &[("due", &due), ("area", &area)]));
    } else {
        parts.push(tf(lang, "minutes-vote-due", &[("due", &due), ("present", &present)]));
    }
    if !vote.electorate.recused.is_empty() {
        let list = people(lang, names, vote.electorate.recused.iter().copied());
        parts.push(tf(lang, "minutes-vote-recused", &[("names", &list)]));
    }
    for (agent, principals) in vote.agents() {
        let list = people(lang, names, principals.into_iter());
        let args = [("agent", &*person_name(lang, names, agent)), ("principals", &*list)];
        parts.push(tf(lang, "minutes-vote-agent", &args));
    }
    let (method, parts) = (method_word(lang, vote.method), parts.join(&t(lang, "clause-comma")));
    let text = tf(lang, "minutes-vote", &[("method", &method), ("parts", &parts)]);
    if vote.reopened.is_empty() { text } else { tf(lang, "minutes-vote-recounted", &[("text", &text)]) }
}

/// Who counted, and how the counts agreed; nothing for a roll-call, whose answers everybody heard.
pub(crate) fn counting(lang: Lang, names: &dyn Names, vote: &Vote) -> Vec<String> {
    let name = |person: PersonId| person_name(lang, names, person);
    let mut said = Vec::new();
    match vote.method {
        Method::Hands => {
            let last = vote.side_counts.last().map(|count| count.counter).filter(|person| *person != PersonId::NOBODY);
            said.extend(last.map(|person| tf(lang, "minutes-vote-hands-by", &[("name", &name(person))])));
            if vote.side_counts.len() > 1 {
                let times = vote.side_counts.len().to_string();
                said.push(tf(lang, "minutes-vote-hands-again", &[("n", &times)]));
            }
        }
        Method::Secret => {
            let agreed = vote.agreed_sides();
            let counters =
                vote.side_counts.iter().filter(|count| Some(count.counts) == agreed).map(|count| count.counter);
            let list = people(lang, names, counters);
            if agreed.is_some() {
                said.push(tf(lang, "minutes-vote-secret-by", &[("names", &list)]));
            }
        }
        Method::Paper | Method::Merged => said.extend(batches(lang, names, &vote.batches)),
        Method::RollCall | Method::HandsByDoor => {}
    }
    said
}

/// "书面票第1、2批共76张由史娥凤、马卫先后读票，逐户一致": batches of the same readers in one sentence.
fn batches(lang: Lang, names: &dyn Names, batches: &[PaperBatch]) -> Vec<String> {
    let mut groups: Vec<(Vec<PersonId>, Vec<String>, usize)> = Vec::new();
    for (place, batch) in batches.iter().enumerate().filter(|(_, batch)| batch.accepted.is_some()) {
        let readers: Vec<PersonId> = batch.readings.iter().map(|reading| reading.counter).collect();
        let (number, papers) = ((place + 1).to_string(), batch.agreed().len());
        match groups.iter_mut().find(|(known, ..)| *known == readers) {
            Some((_, numbers, sum)) => {
                numbers.push(number);
                *sum += papers;
            }
            None => groups.push((readers, vec![number], papers)),
        }
    }
    groups
        .into_iter()
        .map(|(readers, numbers, papers)| {
            let (list, papers) = (numbers.join(&t(lang, "list-comma")), Quantity::count(papers).paper(lang));
            let readers = people(lang, names, readers.into_iter());
            let args = [("batches", &*list), ("papers", &*papers), ("names", &*readers)];
            tf(lang, "minutes-vote-batches", &args)
        })
        .collect()
}

/// The sides, what does not count, the exact fractions and the verdict.
fn sides_and_verdict(lang: Lang, number: VoteNo, vote: &Vote) -> Vec<String> {
    let mut said = vec![sides(lang, number, vote)];
    said.extend(unreturned_text(lang, number, vote));
    said.extend(conflicts_text(lang, vote));
    said.extend(slips_text(lang, vote));
    let verdict = vote.verdict();
    let checks: Vec<String> = verdict
        .checks
        .iter()
        .enumerate()
        .map(|(place, check)| check_line(lang, Style::Paper, number, place, check))
        .collect();
    said.push(checks.join(&t(lang, "minutes-semicolon")));
    let why = match missing(lang, number, vote) {
        Some(missing) if verdict.outcome == Outcome::Undecidable => missing.paper,
        _ => reason(lang, Style::Paper, &verdict, vote.tally.abstain.heads > 0),
    };
    let word = verdict_word_paper(lang, verdict.outcome);
    said.push(tf(lang, "minutes-vote-verdict", &[("reason", &why), ("verdict", &word)]));
    said
}

/// "赞成26人（1,647.54平方米）、反对3人…；到会未表态1人"
fn sides(lang: Lang, number: VoteNo, vote: &Vote) -> String {
    let sides: Vec<String> = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void]
        .into_iter()
        .filter(|choice| *choice != Choice::Void || vote.tally.void.heads > 0)
        .map(|choice| side_text(lang, number, vote, choice))
        .collect();
    let list = sides.join(&t(lang, "list-comma"));
    let unanswered = Part::Unanswered.count(vote).heads;
    if unanswered == 0 || vote.rule.unreturned.is_some() {
        return list;
    }
    let unanswered = count(lang, number, vote, Part::Unanswered, Measure::Heads).paper;
    let args = [("list", &*list), ("unanswered", &*unanswered)];
    if vote.reaches_absent() {
        tf(lang, "minutes-vote-unreturned", &args)
    } else {
        tf(lang, "minutes-vote-unanswered", &args)
    }
}

/// "赞成26人（1,647.54平方米）"; counts by side have no area; void ballots say whether they take part.
pub(crate) fn side_text(lang: Lang, number: VoteNo, vote: &Vote, choice: Choice) -> String {
    let (side, part) = (choice_word(lang, choice), Part::Side(choice));
    let heads = count(lang, number, vote, part, Measure::Heads).paper;
    let area = count(lang, number, vote, part, Measure::Area).paper;
    let counted = part.count(vote);
    let known = counts_area(vote) && counted.known_area().is_some() && counted.heads > 0;
    let args = [("side", &*side), ("heads", &*heads), ("area", &*area)];
    let text = if known { tf(lang, "minutes-vote-side", &args) } else { tf(lang, "minutes-vote-side-heads", &args) };
    match (choice, vote.rule.void_apart) {
        _ if counted.heads == 0 => text,
        (Choice::Void, true) => tf(lang, "minutes-vote-void-apart", &[("text", &text)]),
        (Choice::Void, false) => tf(lang, "minutes-vote-void-in", &[("text", &text)]),
        _ => text,
    }
}

/// What a clause of the rule makes of the ballots that never came back.
pub(crate) fn unreturned_text(lang: Lang, number: VoteNo, vote: &Vote) -> Option<String> {
    let clause = vote.rule.unreturned.as_ref().filter(|_| vote.left().heads > 0)?;
    let heads = count(lang, number, vote, Part::Unanswered, Measure::Heads).paper;
    let args = [("heads", &*heads), ("article", &*clause.article), ("clause", open_ended(&clause.clause))];
    Some(match clause.counts_as {
        Silence::Abstain => tf(lang, "minutes-vote-silence-abstains", &args),
        Silence::Majority => tf(lang, "minutes-vote-silence-follows", &args),
    })
}

/// Second ballots that say something else: "2起先后表态不一致，以第一次为准：1-1-101先赞成、后反对".
pub(crate) fn conflicts_text(lang: Lang, vote: &Vote) -> Option<String> {
    if vote.conflicts.is_empty() {
        return None;
    }
    let one = |conflict: &Conflict| {
        let word = |choice| choice_word(lang, choice);
        let args = [
            ("door", conflict.second.door.as_str()),
            ("first", &*word(conflict.first.choice)),
            ("second", &*word(conflict.second.choice)),
        ];
        if vote.seats > 0 { conflict.second.door.to_string() } else { tf(lang, "minutes-vote-conflict", &args) }
    };
    Some(counted_list(lang, "minutes-vote-conflicts", vote.conflicts.iter().map(one)))
}

/// Ballots recorded wrongly and put right: "更正登记1起：1-1-101由赞成更正为反对".
pub(crate) fn slips_text(lang: Lang, vote: &Vote) -> Option<String> {
    if vote.slips.is_empty() {
        return None;
    }
    Some(counted_list(lang, "minutes-vote-slips", vote.slips.iter().map(|slip| slip_text(lang, vote, slip))))
}

/// How many there are, and the first of them.
fn counted_list(lang: Lang, key: &str, all: impl ExactSizeIterator<Item = String>) -> String {
    let n = all.len();
    let listed: Vec<String> = all.take(LISTED).collect();
    let mut list = listed.join(&t(lang, "minutes-semicolon"));
    if n > LISTED {
        list = tf(lang, "minutes-and-others", &[("list", &list)]);
    }
    tf(lang, key, &[("n", &n.to_string()), ("list", &list)])
}

/// One of them: the door, what had been recorded, what was said; of an election the door alone.
pub fn slip_text(lang: Lang, vote: &Vote, slip: &Slip) -> String {
    let before = choice_word(lang, slip.before.choice);
    let args = [("door", slip.before.door.as_str()), ("before", &*before)];
    match &slip.after {
        _ if vote.seats > 0 => slip.before.door.to_string(),
        Some(after) => {
            let after = choice_word(lang, after.choice);
            tf(lang, "minutes-vote-slip", &[args[0], args[1], ("after", &*after)])
        }
        None => tf(lang, "minutes-vote-slip-struck", &args),
    }
}

/// Names as a list.
pub(crate) fn people(lang: Lang, names: &dyn Names, people: impl Iterator<Item = PersonId>) -> String {
    people.map(|person| person_name(lang, names, person)).collect::<Vec<_>>().join(&t(lang, "list-comma"))
}
