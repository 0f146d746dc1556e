//! The numbers of a poll: those in the hall, dots, approvals or grades, objections.

use deliberation::ids::{OptionNo, PollNo};
use deliberation::poll::{Grade, Poll, PollKind};

use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

/// `poll.N.present`: those in the hall when it opened.
pub fn present(lang: Lang, number: PollNo, poll: &Poll) -> Figure {
    Quantity::Heads(i64::from(poll.present)).figure(lang, format!("poll.{number}.present"))
}

/// `poll.N.option.K`: dots or approvals of an option; `poll.N.support|fine|worried`: those who showed a grade.
pub fn option(lang: Lang, number: PollNo, poll: &Poll, entry: OptionNo) -> Figure {
    let count = i64::from(poll.count(entry));
    let grade = entry.index().and_then(|place| Grade::ALL.get(place));
    match (poll.kind, grade) {
        (PollKind::Sense, Some(grade)) => Quantity::Heads(count).figure(lang, format!("poll.{number}.{}", grade.key())),
        (PollKind::Approval { .. }, _) => Quantity::Heads(count).figure(lang, format!("poll.{number}.option.{entry}")),
        _ => Quantity::Count(count).figure(lang, format!("poll.{number}.option.{entry}")),
    }
}

/// `poll.N.option.K.place`: the place of an option; equal counts share it.
pub fn place(lang: Lang, number: PollNo, poll: &Poll, entry: OptionNo) -> Option<Figure> {
    let row = poll.ranking()?.rows.into_iter().find(|row| row.option == entry)?;
    Some(Quantity::Count(i64::from(row.place)).figure(lang, format!("poll.{number}.option.{entry}.place")))
}

/// `poll.N.total`: all dots, approvals or grades; none for a consent.
pub fn total(lang: Lang, number: PollNo, poll: &Poll) -> Option<Figure> {
    let total = Quantity::Count(i64::try_from(poll.total()).unwrap_or(i64::MAX));
    (poll.kind != PollKind::Consent).then(|| total.figure(lang, format!("poll.{number}.total")))
}

/// `poll.N.allowed`: the most dots or grades the hall can give together; none where only each option has a limit.
pub fn allowed(lang: Lang, number: PollNo, poll: &Poll) -> Option<Figure> {
    let allowed = i64::try_from(poll.most_together()?).unwrap_or(i64::MAX);
    Some(Quantity::Count(allowed).figure(lang, format!("poll.{number}.allowed")))
}

/// `poll.N.silent`: those who showed no grade.
pub fn silent(lang: Lang, number: PollNo, poll: &Poll) -> Option<Figure> {
    let silent = u64::from(poll.present).saturating_sub(poll.total());
    let silent = Quantity::Heads(i64::try_from(silent).unwrap_or(i64::MAX));
    (poll.kind == PollKind::Sense).then(|| silent.figure(lang, format!("poll.{number}.silent")))
}

/// `poll.N.objections`: how many were raised.
pub fn objections(lang: Lang, number: PollNo, poll: &Poll) -> Figure {
    Quantity::count(poll.objections.len()).figure(lang, format!("poll.{number}.objections"))
}

/// `poll.N.standing`: how many are neither withdrawn nor taken in.
pub fn standing(lang: Lang, number: PollNo, poll: &Poll) -> Figure {
    Quantity::count(poll.standing()).figure(lang, format!("poll.{number}.standing"))
}

/// All of them; with `poll.N.winners` and `poll.N.tied`, how many options came out and how many tie for the last place.
pub fn all(lang: Lang, number: PollNo, poll: &Poll) -> Vec<Figure> {
    let mut figures = vec![present(lang, number, poll)];
    for entry in (0..poll.entries()).map(OptionNo::at) {
        figures.push(option(lang, number, poll, entry));
        figures.extend(place(lang, number, poll, entry));
    }
    figures.extend(
        [total(lang, number, poll), allowed(lang, number, poll), silent(lang, number, poll)].into_iter().flatten(),
    );
    if poll.kind == PollKind::Consent {
        figures.extend([objections(lang, number, poll), standing(lang, number, poll)]);
    }
    if let Some(ranking) = poll.ranking() {
        let count = |list: &[OptionNo], name| Quantity::count(list.len()).figure(lang, format!("poll.{number}.{name}"));
        figures.extend([count(&ranking.winners, "winners"), count(&ranking.tied, "tied")]);
    }
    figures
}
