//! Second ballots of one head that say something else: both readings with where they came from; the first counts.

use deliberation::ballot::{BallotOrigin, Choice, Conflict, DoorBallot};
use deliberation::vote::Vote;
use egui::Ui;
use words::speaking::choice_word;

use crate::look::{Banner, BannerKind, Button};
use crate::meeting::bench::Bench;

/// Conflicts listed before the list is asked for.
const SHOWN: usize = 2;

/// Whether all of them are listed.
#[derive(Default)]
pub(super) struct Conflicts {
    all: bool,
}

impl Conflicts {
    /// The notice over a pane; nothing without a conflict.
    pub(super) fn conflicts_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
        if vote.conflicts.is_empty() {
            return;
        }
        let shown = if self.all { vote.conflicts.len() } else { SHOWN };
        let lines: Vec<String> =
            vote.conflicts.iter().rev().take(shown).map(|conflict| conflict_line(bench, vote, conflict)).collect();
        let title = bench.tell("ballots-conflicts", &[("n", &vote.conflicts.len().to_string())]);
        let word = if self.all { bench.say("ballots-conflicts-few") } else { bench.say("ballots-conflicts-all") };
        let (_, pressed) = Banner::new(BannerKind::Warn, &title, &lines.join("\n"))
            .banner_ui(ui, |ui| vote.conflicts.len() > SHOWN && ui.add(Button::text(&word).inline()).clicked());
        self.all ^= pressed;
        ui.add_space(crate::look::tokens::space::S2);
    }
}

/// "1-1-101 宋文：先赞成（点名），后反对（纸质票第 1 批）；算先前的".
pub(in crate::meeting::work) fn conflict_line(bench: &Bench<'_>, vote: &Vote, conflict: &Conflict) -> String {
    let from = vote.ballots.get(&conflict.voter).map(|ballot| ballot.origin).unwrap_or_default();
    let args = [
        ("door", conflict.second.door.as_str()),
        ("name", &bench.name(conflict.voter)),
        ("first", &said(bench, &conflict.first)),
        ("from", &origin_word(bench, from)),
        ("second", &said(bench, &conflict.second)),
        ("again", &origin_word(bench, conflict.origin)),
    ];
    bench.tell("ballots-conflict", &args)
}

/// What a ballot says: its choice, or one word a candidate.
pub(super) fn said(bench: &Bench<'_>, ballot: &DoorBallot) -> String {
    said_of(bench, ballot.choice, &ballot.slate)
}

/// The same of its parts.
pub(super) fn said_of(bench: &Bench<'_>, choice: Choice, slate: &[Choice]) -> String {
    if slate.is_empty() {
        return choice_word(bench.lang, choice);
    }
    let words: Vec<String> = slate.iter().map(|choice| choice_word(bench.lang, *choice)).collect();
    words.join(&bench.say("ballots-list-join"))
}

fn origin_word(bench: &Bench<'_>, origin: BallotOrigin) -> String {
    match origin {
        BallotOrigin::RollCall => bench.say("ballots-from-roll-call"),
        BallotOrigin::Hands => bench.say("ballots-from-hands"),
        BallotOrigin::Paper { batch } => bench.tell("ballots-from-paper", &[("batch", &batch.to_string())]),
        BallotOrigin::Proxy { agent } => bench.tell("ballots-from-proxy", &[("agent", &bench.name(agent))]),
    }
}

/// "计票：郭小满", or that nobody has said so.
pub(super) fn counted_by(bench: &Bench<'_>) -> String {
    use crate::action::Action;
    match bench.session.person() {
        deliberation::ids::PersonId::NOBODY => {
            bench.tell("ballots-counter-nobody", &[("key", &Action::ChangePerson.key_cap(bench.lang))])
        }
        person => bench.tell("ballots-counter", &[("name", &bench.name(person))]),
    }
}
