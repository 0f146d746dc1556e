//! A poll: question and how to take part while it is open, and never a running count; the result once it is closed, with
//! the word that it decides nothing.

use deliberation::ids::{OptionNo, PollNo};
use deliberation::poll::{Poll, PollKind};
use words::figures::poll as figures;
use words::poll_words::{entry_word, how_line, kind_word, not_binding, result_line, taking_part};
use words::{t, tf};

use super::Room;
use crate::audience::{
    BarPart, Card, HeadLine, MeasureBar, PollCame, PollOpenCard, PollOption, PollResultCard, PollRow,
};

pub(super) fn card(room: &Room<'_>, number: PollNo) -> Option<Card> {
    let poll = room.snapshot.facts.poll(number)?;
    Some(if poll.closed.is_some() {
        Card::PollResult(result(room, number, poll))
    } else {
        Card::PollOpen(open(room, number, poll))
    })
}

/// Item and kind; at the right, where a vote says which kind of decision it is, that this is none.
fn head(room: &Room<'_>, poll: &Poll) -> HeadLine {
    let lang = room.lang;
    let kind = kind_word(lang, poll.kind);
    let what = match (poll.runoff_of.is_some(), poll.closed.is_some()) {
        (false, false) => tf(lang, "room-poll", &[("kind", &kind)]),
        (false, true) => tf(lang, "room-poll-result", &[("kind", &kind)]),
        (true, false) => tf(lang, "room-runoff", &[("kind", &kind)]),
        (true, true) => tf(lang, "room-runoff-result", &[("kind", &kind)]),
    };
    room.head(Some(poll.item), what, not_binding(lang))
}

fn open(room: &Room<'_>, number: PollNo, poll: &Poll) -> PollOpenCard {
    let lang = room.lang;
    let option = |entry: OptionNo| PollOption {
        number: if poll.kind == PollKind::Sense { String::new() } else { entry.to_string() },
        text: entry_word(lang, poll, entry),
    };
    PollOpenCard {
        head: head(room, poll),
        question: poll.question.clone(),
        how: how_line(lang, poll.kind),
        present: taking_part(lang, poll, &figures::present(lang, number, poll).text),
        options: (0..poll.entries()).map(OptionNo::at).map(option).collect(),
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
        head: head(room, poll),
        question: poll.question.clone(),
        result: result_line(lang, poll),
        open: !ranking.tied.is_empty() || poll.consented() == Some(false),
        rows: ranked.into_iter().map(row).collect(),
        foot: foot(room, number, poll),
    }
}

/// Those in the hall; dots in all of how many, those who showed no grade, or how many objected.
fn foot(room: &Room<'_>, number: PollNo, poll: &Poll) -> String {
    let lang = room.lang;
    let present = taking_part(lang, poll, &figures::present(lang, number, poll).text);
    let args = |n: String, all: String| [("present", present.clone()), ("n", n), ("all", all)];
    let said = |key: &str, args: [(&str, String); 3]| {
        tf(lang, key, &args.each_ref().map(|(name, text)| (*name, text.as_str())))
    };
    let total = figures::total(lang, number, poll).map(|total| total.text).unwrap_or_default();
    match poll.kind {
        PollKind::Sense => {
            let silent = figures::silent(lang, number, poll).map(|silent| silent.text).unwrap_or_default();
            said("room-poll-silent", args(silent, String::new()))
        }
        PollKind::Consent => {
            said("room-poll-objections", args(figures::objections(lang, number, poll).text, String::new()))
        }
        PollKind::Dots { .. } => {
            let allowed = figures::allowed(lang, number, poll).map(|allowed| allowed.text).unwrap_or_default();
            said("room-poll-dots", args(total, allowed))
        }
        PollKind::Approval { .. } => present,
    }
}
