//! A poll: question and how to take part while it is open, and never a running count; the result once it is closed, with
//! the word that it decides nothing.

use deliberation::ids::{OptionNo, PollNo};
use deliberation::material::{Candidate, Materials};
use deliberation::poll::{Poll, PollKind};
use deliberation::procedure::ProcedureRun;
use words::figures::poll as figures;
use words::poll_words::{entry_word, how_line, kind_title, not_binding, result_line, taking_part};
use words::rule_words::pick;
use words::{Figure, t, tf};

use super::Room;
use crate::audience::{
    BarPart, Card, Finding, FindingText, HeadLine, MeasureBar, PollCame, PollOpenCard, PollOption, PollResultCard,
    PollRow,
};

pub(super) fn card(room: &Room<'_>, number: PollNo) -> Option<Card> {
    let poll = room.snapshot.facts.poll(number)?;
    Some(if poll.closed.is_some() {
        Card::PollResult(result(room, number, poll))
    } else {
        Card::PollOpen(open(room, number, poll))
    })
}

/// Item, kind and those in the hall; at the right, where a vote says which kind of decision it is, that this is none.
fn head(room: &Room<'_>, number: PollNo, poll: &Poll) -> HeadLine {
    let lang = room.lang;
    let kind = kind_title(lang, poll.kind);
    let what = match (poll.runoff_of.is_some(), poll.closed.is_some()) {
        (false, false) => tf(lang, "room-poll", &[("kind", &kind)]),
        (false, true) => tf(lang, "room-poll-result", &[("kind", &kind)]),
        (true, false) => tf(lang, "room-runoff", &[("kind", &kind)]),
        (true, true) => tf(lang, "room-runoff-result", &[("kind", &kind)]),
    };
    let present = taking_part(lang, poll, &figures::present(lang, number, poll).text);
    let what = tf(lang, "room-poll-present", &[("what", &what), ("present", &present)]);
    room.head(Some(poll.item), what, not_binding(lang))
}

fn open(room: &Room<'_>, number: PollNo, poll: &Poll) -> PollOpenCard {
    let lang = room.lang;
    let option = |entry: OptionNo| PollOption {
        number: if poll.kind == PollKind::Sense { String::new() } else { entry.to_string() },
        text: entry_word(lang, poll, entry),
    };
    PollOpenCard {
        head: head(room, number, poll),
        question: poll.question.clone(),
        how: how_line(lang, poll.kind),
        options: (0..poll.entries()).map(OptionNo::at).map(option).collect(),
        struck: struck(room, poll),
    }
}

fn result(room: &Room<'_>, number: PollNo, poll: &Poll) -> PollResultCard {
    let lang = room.lang;
    let ranking = poll.ranking().unwrap_or_default();
    let row = |entry: OptionNo| {
        let (came, remark) = if ranking.winners.contains(&entry) {
            (PollCame::Out, t(lang, "room-poll-out"))
        } else if ranking.tied.contains(&entry) {
            (PollCame::Tied, t(lang, "room-poll-tied"))
        } else {
            (PollCame::Plain, String::new())
        };
        let all = i64::try_from(poll.most_each()).unwrap_or(i64::MAX).max(1);
        let part = BarPart { side: None, amount: i64::from(poll.count(entry)) };
        PollRow {
            label: entry_word(lang, poll, entry),
            count: figures::option(lang, number, poll, entry).text,
            bar: MeasureBar { all, parts: vec![part], lines: Vec::new() },
            came,
            remark,
        }
    };
    let ranked: Vec<OptionNo> = match poll.kind {
        PollKind::Sense => (0..poll.entries()).map(OptionNo::at).collect(),
        _ => ranking.rows.iter().map(|row| row.option).collect(),
    };
    PollResultCard {
        head: head(room, number, poll),
        question: poll.question.clone(),
        result: result_line(lang, poll),
        open: !ranking.tied.is_empty() || poll.consented() == Some(false),
        rows: ranked.into_iter().map(row).collect(),
        struck: struck(room, poll),
        foot: foot(room, number, poll),
    }
}

/// Candidates of the procedure it comes from that were ruled out before anybody was asked.
fn struck(room: &Room<'_>, poll: &Poll) -> Vec<FindingText> {
    let run = poll.procedure.and_then(|procedure| room.snapshot.facts.procedure(procedure));
    let excluded = run.and_then(ProcedureRun::materials).into_iter().flat_map(Materials::excluded);
    let text = |candidate: &Candidate| FindingText {
        title: pick(room.lang, &candidate.title).to_owned(),
        finding: Finding::Excluded,
        word: t(room.lang, "page-excluded"),
        reason: candidate.excluded.as_ref().map(|why| pick(room.lang, why).to_owned()).unwrap_or_default(),
        support: String::new(),
    };
    excluded.map(text).collect()
}

/// Dots in all of how many, those who showed no grade, or how many objected; empty for an approval.
fn foot(room: &Room<'_>, number: PollNo, poll: &Poll) -> String {
    let lang = room.lang;
    let of = |key: &str, figure: Option<Figure>| match figure {
        Some(figure) => tf(lang, key, &[("n", &figure.text)]),
        None => String::new(),
    };
    match poll.kind {
        PollKind::Sense => of("room-poll-silent", figures::silent(lang, number, poll)),
        PollKind::Consent => of("room-poll-objections", Some(figures::objections(lang, number, poll))),
        PollKind::Dots { .. } => match (figures::total(lang, number, poll), figures::allowed(lang, number, poll)) {
            (Some(total), Some(allowed)) => tf(lang, "room-poll-dots", &[("n", &total.text), ("all", &allowed.text)]),
            _ => String::new(),
        },
        PollKind::Approval { .. } => String::new(),
    }
}
