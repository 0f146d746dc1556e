//! The sentences of polls: kind, question, counts, what came out, and that nothing is decided by it.

use deliberation::Facts;
use deliberation::ids::{OptionNo, PollNo};
use deliberation::poll::{Poll, PollKind, Settled};

use super::open_ended;
use crate::figures::poll as figures;
use crate::locale::{Lang, t, tf};
use crate::names::{Names, person_name, text_or_erased};
use crate::poll_words::{entry_word, how_line, kind_word, result_line};

/// "贴点：就“…”，到会40人，…；…。选出：…。本次贴点不作为决定，只供参考。"
pub(super) fn poll_text(lang: Lang, number: PollNo, poll: &Poll) -> String {
    let kind = kind_word(lang, poll.kind);
    let kind = if poll.runoff_of.is_some() { tf(lang, "minutes-poll-runoff", &[("kind", &kind)]) } else { kind };
    let present = figures::present(lang, number, poll).paper;
    let (list, how, result) = (counts(lang, number, poll), how_line(lang, poll.kind), result_line(lang, poll));
    let args = [
        ("kind", kind.as_str()),
        ("question", open_ended(&poll.question)),
        ("present", &present),
        ("list", &list),
        ("how", &how),
        ("result", &result),
    ];
    match poll.kind {
        PollKind::Sense => tf(lang, "minutes-poll-sense", &args),
        PollKind::Consent => tf(lang, "minutes-poll-consent", &args),
        PollKind::Dots { .. } => tf(lang, "minutes-poll-dots", &args),
        PollKind::Approval { .. } => tf(lang, "minutes-poll-approval", &args),
    }
}

/// "装路灯5，修棚子3", most first; of a sense check the grades and who showed none; of a consent how many objected.
fn counts(lang: Lang, number: PollNo, poll: &Poll) -> String {
    let entry = |option: OptionNo| {
        let count = figures::option(lang, number, poll, option).paper;
        tf(lang, "minutes-poll-count", &[("option", &entry_word(lang, poll, option)), ("count", &count)])
    };
    let comma = t(lang, "clause-comma");
    match poll.kind {
        PollKind::Consent => figures::objections(lang, number, poll).paper,
        PollKind::Sense => {
            let mut grades: Vec<String> = (0..poll.entries()).map(OptionNo::at).map(entry).collect();
            if let Some(silent) = figures::silent(lang, number, poll).filter(|figure| figure.value != "0") {
                grades.push(tf(lang, "minutes-poll-silent", &[("count", &silent.paper)]));
            }
            grades.join(&comma)
        }
        PollKind::Dots { .. } | PollKind::Approval { .. } => {
            let rows = poll.ranking().unwrap_or_default().rows;
            rows.iter().map(|row| entry(row.option)).collect::<Vec<_>>().join(&comma)
        }
    }
}

/// "周凤军提出异议：夜里太吵；已采纳：晚上八点以后不施工。"
pub(super) fn objection_text(lang: Lang, facts: &Facts, names: &dyn Names, number: PollNo, place: usize) -> String {
    let Some(objection) = facts.poll(number).and_then(|poll| poll.objections.get(place)) else {
        return String::new();
    };
    let name = person_name(lang, names, objection.person);
    let reason = text_or_erased(lang, names, objection.reason.blob);
    let Some((how, words)) = &objection.settled else {
        return tf(lang, "minutes-objection", &[("name", &name), ("reason", open_ended(&reason))]);
    };
    let words = text_or_erased(lang, names, words.blob);
    let args = [("name", name.as_str()), ("reason", open_ended(&reason)), ("words", open_ended(&words))];
    match how {
        Settled::Withdrawn => tf(lang, "minutes-objection-withdrawn", &args),
        Settled::Integrated => tf(lang, "minutes-objection-integrated", &args),
    }
}
