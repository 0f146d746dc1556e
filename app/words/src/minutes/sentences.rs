//! The sentence of each kind of entry.

use amounts::Fen;
use deliberation::agenda::{Item, ItemKind};
use deliberation::ids::{MatterNo, MotionNo, PersonId, ProcedureNo, QuoteNo};
use deliberation::meeting::{EntryKind, Meeting};
use deliberation::speakers::{Side, Turn};
use deliberation::{At, Facts};

use super::lines::Line;
use super::soft::{objection_text, poll_text};
use super::{finish, open_ended};
use crate::figure::{Quantity, verdict_word_paper};
use crate::locale::{Lang, t, tf};
use crate::moment::{Zone, clock, paper_day, span};
use crate::names::{Names, person_label, person_name, text_or_erased};
use crate::numeral::counted;
use crate::rule_words::pick;
use crate::speaking::talk_rule;

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
            Some(turn) => with_extra_time(lang, turn, speech(lang, names, turn, &name(turn.person))),
            None => String::new(),
        },
        EntryKind::Note(text) => text_or_erased(lang, names, text.blob),
        EntryKind::Vote(vote) => match facts.vote(*vote) {
            Some(entry) => super::vote::paragraph(lang, facts, names, *vote, entry),
            None => String::new(),
        },
        EntryKind::Poll(poll) => facts.poll(*poll).map(|entry| poll_text(lang, *poll, entry)).unwrap_or_default(),
        EntryKind::Objection(poll, place) => objection_text(lang, facts, names, *poll, *place),
        EntryKind::Duty(matter) => duty(lang, facts, *matter, &name),
        EntryKind::Reviewed(looked_at) => reviewed(lang, facts, looked_at, entry.at, &name),
        EntryKind::Concluded(text) => match item.map(|item| item.kind) {
            Some(ItemKind::Review | ItemKind::ReadBack) => text.clone(),
            _ => concluded(lang, text),
        },
        EntryKind::Shelved => t(lang, "minutes-shelved"),
        EntryKind::TalkRule(rule) => tf(lang, "minutes-talk-rule", &[("rule", &talk_rule(lang, rule))]),
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

/// "…（主持人准予加时30秒）": what the chair granted is on record (test M-3).
fn with_extra_time(lang: Lang, turn: &Turn, speech: String) -> String {
    if turn.extra_ms <= 0 {
        return speech;
    }
    let args = [("text", open_ended(&speech)), ("span", &*span(lang, turn.extra_ms))];
    tf(lang, "minutes-speech-extended", &args)
}

fn speech(lang: Lang, names: &dyn Names, turn: &Turn, name: &str) -> String {
    let Some(said) = &turn.said else {
        let args = [("name", name)];
        return match turn.side {
            Side::Yes => tf(lang, "minutes-spoke-yes", &args),
            Side::No => tf(lang, "minutes-spoke-no", &args),
            Side::Question => tf(lang, "minutes-spoke-question", &args),
            Side::Order => tf(lang, "minutes-spoke-order", &args),
            Side::Neutral => tf(lang, "minutes-spoke", &args),
        };
    };
    let said = text_or_erased(lang, names, said.blob);
    let args = [("name", name), ("text", &*said)];
    match turn.side {
        Side::Yes => tf(lang, "minutes-speech-yes", &args),
        Side::No => tf(lang, "minutes-speech-no", &args),
        Side::Question => tf(lang, "minutes-speech-question", &args),
        Side::Order => tf(lang, "minutes-speech-order", &args),
        Side::Neutral => tf(lang, "minutes-speech", &args),
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

/// "以前议定的事3件，2件已办；1件未办（楼道灯改声控，易军金，过期3天）".
fn reviewed(
    lang: Lang,
    facts: &Facts,
    looked_at: &[(MatterNo, bool)],
    at: At,
    name: &dyn Fn(PersonId) -> String,
) -> String {
    let today = Zone::of(&facts.file).day(at);
    let open: Vec<String> = looked_at
        .iter()
        .filter(|(_, done)| !done)
        .filter_map(|(number, _)| facts.matter(*number))
        .map(|matter| {
            let late = matter.days_beyond(today);
            let args = [("text", matter.text.clone()), ("name", name(matter.responsible)), ("n", late.to_string())];
            let args: Vec<(&str, &str)> = args.iter().map(|(key, value)| (*key, value.as_str())).collect();
            tf(lang, if late > 0 { "minutes-review-late" } else { "minutes-review-open" }, &args)
        })
        .collect();
    let (all, left) = (looked_at.len(), open.len());
    let list = open.join(&t(lang, "minutes-semicolon"));
    let (all, done, left) = (all.to_string(), (all - left).to_string(), left.to_string());
    let args = [("all", &*all), ("done", &*done), ("open", &*left), ("list", &*list)];
    if list.is_empty() { tf(lang, "minutes-review-done", &args) } else { tf(lang, "minutes-review", &args) }
}
