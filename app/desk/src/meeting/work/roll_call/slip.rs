//! A household whose answer stands already: an answer recorded wrongly is put right, a second one of another owner is
//! listed as a conflict, and a key that was pressed by mistake does neither.

use deliberation::Command;
use deliberation::ballot::{Ballot, BallotOrigin, Choice};
use deliberation::ids::{PersonId, VoteNo};
use deliberation::vote::Vote;
use egui::Ui;
use words::speaking::choice_word;

use super::mark_of;
use crate::action::Action;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, text_ui};
use crate::meeting::bench::Bench;

/// What was pressed for a household that had answered: nothing happens before it is pressed again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Doubt(Option<(PersonId, Choice)>);

impl Doubt {
    /// A key for a household that had answered: the first one asks, the same again is the answer.
    pub(super) fn confirmed(&mut self, person: PersonId, choice: Choice) -> bool {
        let again = self.0 == Some((person, choice));
        self.0 = (!again).then_some((person, choice));
        again
    }

    pub(super) fn of(self, person: Option<PersonId>) -> Option<Choice> {
        self.0.filter(|(asked, _)| Some(*asked) == person).map(|(_, choice)| choice)
    }

    /// Keeps it only as long as it fits: that household is marked, its answer stands, and is another one. Before the room
    /// the same answer is asked about like another.
    pub(super) fn keep(&mut self, vote: &Vote, marked: Option<PersonId>, behind: bool) {
        let other = |(person, choice): &(PersonId, Choice)| {
            let said = vote.ballots.get(person).map(|ballot| ballot.choice);
            marked == Some(*person) && said.is_some_and(|said| behind || said != *choice)
        };
        self.0 = self.0.filter(other);
    }

    /// Forgets it; true if there was one.
    pub(super) fn leave(&mut self) -> bool {
        self.0.take().is_some()
    }

    /// Under what is recorded: the question, or the way to say that nothing was answered. What is to be done about it.
    pub(super) fn doubt_ui(
        &mut self,
        ui: &mut Ui,
        bench: &Bench<'_>,
        number: VoteNo,
        vote: &Vote,
        person: PersonId,
    ) -> Option<Command> {
        let ballot = vote.ballots.get(&person).filter(|ballot| spoken(ballot))?;
        let Some(choice) = self.of(Some(person)) else {
            return ui
                .add(Button::text(&bench.say("slip-struck")).pane())
                .clicked()
                .then(|| right(number, ballot, None));
        };
        let colours = *palette(ui);
        let word = choice_word(bench.lang, choice);
        text_ui(ui, &bench.say("slip-asked"), Size::Body, Weight::Medium, colours.ink);
        ui.add_space(space::S1);
        let (put_right, cap) = (bench.tell("slip-put-right", &[("choice", &word)]), key_of(choice).key_cap(bench.lang));
        let width = ui.available_width();
        if ui.add(Button::primary(&put_right).mark(mark_of(choice)).key(&cap).width(width)).clicked() {
            self.leave();
            return Some(right(number, ballot, Some(choice)));
        }
        ui.add_space(space::S1);
        if ui.add(Button::normal(&bench.say("slip-conflict")).width(width)).clicked() {
            self.leave();
            return Some(Command::ballot(number, ballot.door.clone(), choice));
        }
        ui.add_space(space::S1);
        if ui.add(Button::text(&bench.say("slip-leave")).key("Esc").pane()).clicked() {
            self.leave();
        }
        None
    }
}

/// Every other answer of a household that has one, where answers are not asked one by one.
pub(in crate::meeting::work) fn put_right_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    number: VoteNo,
    vote: &Vote,
    person: PersonId,
) -> Option<Command> {
    let ballot = vote.ballots.get(&person).filter(|ballot| spoken(ballot))?;
    let colours = *palette(ui);
    let args = [("door", &*bench.place(person)), ("choice", &*choice_word(bench.lang, ballot.choice))];
    text_ui(ui, &bench.tell("slip-recorded", &args), Size::Body, Weight::Medium, colours.ink);
    let mut deed = None;
    ui.horizontal_wrapped(|ui| {
        for choice in Choice::SPOKEN.into_iter().filter(|choice| *choice != ballot.choice) {
            let word = bench.tell("slip-put-right", &[("choice", &choice_word(bench.lang, choice))]);
            if ui.add(Button::normal(&word).mark(mark_of(choice)).pane()).clicked() {
                deed = Some(right(number, ballot, Some(choice)));
            }
        }
        if ui.add(Button::text(&bench.say("slip-struck")).pane()).clicked() {
            deed = Some(right(number, ballot, None));
        }
    });
    deed
}

/// Said in the hall, of one motion: papers were read by two people and stand, and a slate is no single answer.
pub(super) fn spoken(ballot: &Ballot) -> bool {
    !matches!(ballot.origin, BallotOrigin::Paper { .. }) && ballot.slate.is_empty()
}

fn right(vote: VoteNo, ballot: &Ballot, choice: Option<Choice>) -> Command {
    Command::PutBallotRight { vote, door: ballot.door.clone(), choice, slate: Vec::new() }
}

fn key_of(choice: Choice) -> Action {
    match choice {
        Choice::Yes => Action::CallYes,
        Choice::No => Action::CallNo,
        Choice::Abstain | Choice::Void => Action::CallAbstain,
    }
}
