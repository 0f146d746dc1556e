//! The sentence of each kind of entry.

use amounts::Fen;
use deliberation::Facts;
use deliberation::agenda::{Item, ItemKind};
use deliberation::ballot::Choice;
use deliberation::ids::{MatterNo, MotionNo, ProcedureNo, QuoteNo, VoteNo};
use deliberation::meeting::{EntryKind, Meeting};
use deliberation::speakers::{Side, Turn};
use deliberation::vote::Vote;

use super::lines::Line;
use super::soft::{objection_text, poll_text};
use super::{finish, open_ended};
use crate::figure::{Quantity, Style, verdict_word_paper};
use crate::figures::vote::{Part, count};
use crate::locale::{Lang, t, tf};
use crate::moment::{Zone, clock, paper_day};
use crate::names::{Names, person_label, person_name, text_or_erased};
use crate::numeral::counted;
use crate::rule_words::{binding_long, pick, reason};
use crate::speaking::choice_word;

use deliberation::rule::Measure;

/// The drafted sentence of a line, finished.
pub(super) fn sentence(lang: Lang, facts: &Facts, names: &dyn Names, meeting: &Meeting, line: &Line<'_>) -> String {
    let Some(entry) = line.entries.first() else { return String::new() };
    let item = line.item.and_then(|item| meeting.item(item));
    let name = |person| person_name(lang, names, person);
    let label = |person| person_label(lang, facts, names, person);
    let time = || clock(&Zone::of(&facts.file), entry.at);
    let text = match &entry.kind {
        EntryKind::Quote(_) => quotes(lang, item, line),
        EntryKind::QuoteChosen(quote) => quote_chosen(lang, item, *quote),
        EntryKind::Moved(motion, text) => moved(lang, facts, *motion, text, &name),
        EntryKind::Amended(_, text) => tf(lang, "minutes-amended", &[("text", text)]),
        EntryKind::Procedure(procedure) => procedure_text(lang, facts, *procedure),
        EntryKind::Speech(place) => match meeting.speakers.turns.get(*place) {
            Some(turn) => speech(lang, names, turn, &name(turn.person)),
            None => String::new(),
        },
        EntryKind::Note(text) => text_or_erased(lang, names, text.blob),
        EntryKind::Vote(vote) => match facts.vote(*vote) {
            Some(entry) => vote_text(lang, facts, *vote, entry),
            None => String::new(),
        },
        EntryKind::Poll(poll) => facts.poll(*poll).map(|entry| poll_text(lang, *poll, entry)).unwrap_or_default(),
        EntryKind::Objection(poll, place) => objection_text(lang, facts, names, *poll, *place),
        EntryKind::Duty(matter) => duty(lang, facts, *matter, &name),
        EntryKind::Concluded(text) => match item.map(|item| item.kind) {
            Some(ItemKind::Review | ItemKind::ReadBack) => text.clone(),
            _ => concluded(lang, text),
        },
        EntryKind::Shelved => t(lang, "minutes-shelved"),
        EntryKind::Arrived(person) => {
            let args = [("time", &*time()), ("name", &*label(*person))];
            if facts.roll.head(*person).is_some() {
                tf(lang, "minutes-arrived", &args)
            } else {
                tf(lang, "minutes-arrived-guest", &args)
            }
        }
        EntryKind::Reopened(vote, place) => match facts.vote(*vote).and_then(|vote| vote.reopened.get(*place)) {
            Some(reopened) => {
                let before = verdict_word_paper(lang, reopened.before);
                let reason = text_or_erased(lang, names, reopened.reason.blob);
                tf(lang, "minutes-reopened", &[("before", &before), ("reason", open_ended(&reason))])
            }
            None => String::new(),
        },
        EntryKind::Recused(_, person, text) => {
            let reason = text_or_erased(lang, names, text.blob);
            tf(lang, "minutes-recused", &[("name", &name(*person)), ("reason", open_ended(&reason))])
        }
        EntryKind::Proxy(principal, agent) => {
            tf(lang, "minutes-proxy", &[("principal", &label(*principal)), ("agent", &label(*agent))])
        }
        EntryKind::Left(person) => tf(lang, "minutes-left", &[("time", &time()), ("name", &label(*person))]),
    };
    finish(lang, &text)
}

/// "议定：…", unless the sentence begins so already.
fn concluded(lang: Lang, text: &str) -> String {
    let opening = tf(lang, "minutes-concluded", &[("text", "")]);
    if text.trim().starts_with(opening.trim_end_matches(['：', ':', ' '])) {
        return text.to_owned();
    }
    tf(lang, "minutes-concluded", &[("text", text)])
}

fn yuan(lang: Lang, amount: Fen) -> String {
    Quantity::Money(amount).paper(lang)
}

/// "三家报价：顺达疏通1,800.00元，宏清环卫1,650.00元，利民管道1,720.00元。"
fn quotes(lang: Lang, item: Option<&Item>, line: &Line<'_>) -> String {
    let named: Vec<String> = line
        .entries
        .iter()
        .filter_map(|entry| match entry.kind {
            EntryKind::Quote(number) => item?.quotes.get(number.index()?),
            _ => None,
        })
        .map(|quote| tf(lang, "minutes-quote", &[("supplier", &quote.supplier), ("amount", &yuan(lang, quote.amount))]))
        .collect();
    let list = named.join(&t(lang, "clause-comma"));
    if named.len() < 2 {
        return tf(lang, "minutes-quotes-one", &[("list", &list)]);
    }
    let count = u32::try_from(named.len()).unwrap_or(u32::MAX);
    let count = match lang {
        Lang::ZhCn => counted(count),
        Lang::En => count.to_string(),
    };
    tf(lang, "minutes-quotes", &[("count", &count), ("list", &list)])
}

fn quote_chosen(lang: Lang, item: Option<&Item>, number: QuoteNo) -> String {
    let chosen = item.and_then(|item| item.quotes.get(number.index()?));
    let Some(chosen) = chosen else { return String::new() };
    let others = item.map(|item| item.quotes.as_slice()).unwrap_or_default();
    let lowest = others.len() > 1 && others.iter().filter(|quote| quote.amount <= chosen.amount).count() == 1;
    let amount = yuan(lang, chosen.amount);
    let args = [("supplier", chosen.supplier.as_str()), ("amount", amount.as_str())];
    if lowest { tf(lang, "minutes-quote-lowest", &args) } else { tf(lang, "minutes-quote-chosen", &args) }
}

/// A motion with its text as it was moved; an amendment has a sentence of its own.
fn moved(
    lang: Lang,
    facts: &Facts,
    number: MotionNo,
    text: &str,
    name: &impl Fn(deliberation::ids::PersonId) -> String,
) -> String {
    let Some(motion) = facts.motion(number) else { return String::new() };
    let mover = name(motion.mover);
    let opening = match motion.seconder {
        Some(seconder) => tf(lang, "minutes-moved-seconded", &[("mover", &mover), ("seconder", &name(seconder))]),
        None => tf(lang, "minutes-moved", &[("mover", &mover)]),
    };
    tf(lang, "minutes-with-text", &[("opening", &opening), ("text", text)])
}

/// "程序“费用分摊”计算：…": the sentences the procedure left for the minutes, else its summary.
fn procedure_text(lang: Lang, facts: &Facts, number: ProcedureNo) -> String {
    let Some(run) = facts.procedure(number) else { return String::new() };
    let Some(conclusion) = &run.conclusion else { return String::new() };
    let said: Vec<String> = conclusion.minutes.iter().map(|text| finish(lang, pick(lang, text))).collect();
    let text = match lang {
        _ if said.is_empty() => pick(lang, &conclusion.summary).to_owned(),
        Lang::ZhCn => said.concat(),
        Lang::En => said.join(" "),
    };
    let args = [("title", pick(lang, &run.plugin.title)), ("text", &*text)];
    if run.sheets.is_empty() { tf(lang, "minutes-procedure", &args) } else { tf(lang, "minutes-procedure-sum", &args) }
}

fn speech(lang: Lang, names: &dyn Names, turn: &Turn, name: &str) -> String {
    let Some(said) = &turn.said else {
        let args = [("name", name)];
        return match turn.side {
            Side::Yes => tf(lang, "minutes-spoke-yes", &args),
            Side::No => tf(lang, "minutes-spoke-no", &args),
            Side::Question => tf(lang, "minutes-spoke-question", &args),
            Side::Neutral => tf(lang, "minutes-spoke", &args),
        };
    };
    let said = text_or_erased(lang, names, said.blob);
    let args = [("name", name), ("text", &*said)];
    match turn.side {
        Side::Yes => tf(lang, "minutes-speech-yes", &args),
        Side::No => tf(lang, "minutes-speech-no", &args),
        Side::Question => tf(lang, "minutes-speech-question", &args),
        Side::Neutral => tf(lang, "minutes-speech", &args),
    }
}

/// Method, due and present, each side in heads and area, why it came out so, and what kind of decision it is.
fn vote_text(lang: Lang, facts: &Facts, number: VoteNo, vote: &Vote) -> String {
    let heads = |part| count(lang, number, vote, part, Measure::Heads).paper;
    let sides: Vec<String> = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void]
        .into_iter()
        .filter(|choice| *choice != Choice::Void || vote.tally.void.heads > 0)
        .map(|choice| vote_side(lang, number, vote, choice))
        .collect();
    let mut list = sides.join(&t(lang, "list-comma"));
    if vote.unanswered().next().is_some() {
        let unanswered = heads(Part::Unanswered);
        list = tf(lang, "minutes-vote-unanswered", &[("list", &list), ("unanswered", &unanswered)]);
    }
    let verdict = vote.verdict();
    let why = reason(lang, Style::Paper, &verdict, vote.tally.abstain.heads > 0);
    let args = [
        ("due", &*heads(Part::All)),
        ("present", &*heads(Part::Present)),
        ("list", &*list),
        ("reason", &*super::capital(lang, why)),
        ("verdict", &*verdict_word_paper(lang, verdict.outcome)),
        ("binding", &*binding_long(lang, &vote.rule)),
    ];
    // Of several motions under one item each vote says which one it was on.
    let several =
        facts.votes.iter().filter(|other| (other.meeting, other.item) == (vote.meeting, vote.item)).count() > 1;
    let text = tf(lang, "minutes-vote", &args);
    if several {
        tf(lang, "minutes-vote-on", &[("question", open_ended(&vote.question)), ("text", &text)])
    } else {
        text
    }
}

/// "赞成26人（1,647.54平方米）"; void ballots say whether they take part.
fn vote_side(lang: Lang, number: VoteNo, vote: &Vote, choice: Choice) -> String {
    let (side, part) = (choice_word(lang, choice), Part::Side(choice));
    let heads = count(lang, number, vote, part, Measure::Heads).paper;
    let area = count(lang, number, vote, part, Measure::Area).paper;
    let known = vote.tally.side(choice).known_area().is_some() && vote.tally.side(choice).heads > 0;
    let args = [("side", &*side), ("heads", &*heads), ("area", &*area)];
    let text = if known { tf(lang, "minutes-vote-side", &args) } else { tf(lang, "minutes-vote-side-heads", &args) };
    match (choice, vote.rule.void_apart) {
        (Choice::Void, true) => tf(lang, "minutes-vote-void-apart", &[("text", &text)]),
        (Choice::Void, false) => tf(lang, "minutes-vote-void-in", &[("text", &text)]),
        _ => text,
    }
}

/// "按户上门收款，责任人周凤军，7月25日前完成。"
fn duty(lang: Lang, facts: &Facts, number: MatterNo, name: &impl Fn(deliberation::ids::PersonId) -> String) -> String {
    let Some(matter) = facts.matter(number) else { return String::new() };
    let responsible = name(matter.responsible);
    let (text, who) = (open_ended(&matter.text), responsible.as_str());
    match matter.due {
        Some(due) => tf(lang, "minutes-duty-due", &[("text", text), ("name", who), ("due", &paper_day(lang, due))]),
        None => tf(lang, "minutes-duty", &[("text", text), ("name", who)]),
    }
}
