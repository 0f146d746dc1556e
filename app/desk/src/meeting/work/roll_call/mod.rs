//! A roll-call: the building as people know it, the household that is called, the verdict as of now.
//!
//! Keys 1, 2 and 3 answer for the marked household, arrows or a door number move the mark. After an answer the mark goes
//! on to the next that has not answered; whoever's answer was refused is marked again.

mod band;
mod building;
mod called;
mod grid;

use deliberation::Command;
use deliberation::ballot::Choice;
use deliberation::ids::{PersonId, VoteNo};
use deliberation::vote::Vote;
use egui::{Key, Modifiers, Ui};
use session::audience::Side;
use session::{Session, Ticket};

use self::building::{Building, Step};
use super::super::bench::Bench;
use super::super::parts::PersonField;
use crate::action::Action;

/// The roll-call's mark, its search and the question before closing.
#[derive(Default)]
pub(super) struct RollCall {
    vote: Option<VoteNo>,
    marked: Option<PersonId>,
    search: PersonField,
    focus_search: bool,
    asks: bool,
    focus_close: bool,
    /// Answers on their way to the disk.
    sent: Vec<(Ticket, PersonId)>,
    follow_mark: bool,
}

/// The mark of a choice; a void ballot has none of its own.
pub(super) fn mark_of(choice: Choice) -> Side {
    match choice {
        Choice::Yes => Side::Yes,
        Choice::No => Side::No,
        Choice::Abstain | Choice::Void => Side::Abstain,
    }
}

impl RollCall {
    /// Closes the question before closing. True if it was open.
    pub(super) fn leave(&mut self) -> bool {
        std::mem::take(&mut self.asks)
    }

    pub(super) fn asks(&self) -> bool {
        self.asks
    }

    /// Draws the building; keys of this frame are followed first.
    pub(super) fn roll_call_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo) {
        let snapshot = std::sync::Arc::clone(&bench.snapshot);
        let Some(vote) = snapshot.facts.vote(number) else { return };
        let building = Building::of(&snapshot.facts.roll);
        if self.vote != Some(number) {
            *self = RollCall { vote: Some(number), ..RollCall::default() };
        }
        self.take_in(bench.session);
        if self.marked.is_none() {
            self.marked = self.next_after(vote, &building, None);
        }
        self.follow_keys(ui, bench, number, vote, &building);
        if grid::head_ui(ui, bench, vote) {
            self.asks = true;
            self.focus_close = true;
        }
        let clicked =
            grid::grid_ui(ui, bench, number, vote, &building, self.marked, std::mem::take(&mut self.follow_mark));
        if let Some(person) = clicked {
            self.marked = Some(person);
        }
    }

    fn follow_keys(&mut self, ui: &Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote, building: &Building) {
        for (action, choice) in
            [(Action::CallYes, Choice::Yes), (Action::CallNo, Choice::No), (Action::CallAbstain, Choice::Abstain)]
        {
            if bench.asked(action) {
                self.answer(bench, number, vote, building, choice);
            }
        }
        if bench.asked(Action::Find) {
            self.focus_search = true;
        }
        if bench.asked(Action::OpenVote) {
            self.asks = true;
            self.focus_close = true;
        }
        // Arrows belong to whatever has the focus; with nothing focused they walk the building.
        if ui.memory(|memory| memory.focused().is_some()) || bench.composing {
            return;
        }
        for (key, step) in [
            (Key::ArrowUp, Step::Up),
            (Key::ArrowDown, Step::Down),
            (Key::ArrowLeft, Step::Left),
            (Key::ArrowRight, Step::Right),
        ] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                let roll = &bench.facts().roll;
                let from =
                    self.marked.and_then(|person| roll.head(person)).and_then(|head| head.units.first().copied());
                let to = from.and_then(|unit| building.step(unit, step));
                if let Some(owner) = to.and_then(|unit| roll.ownership(unit)) {
                    self.marked = Some(owner.voter);
                    self.follow_mark = true;
                }
            }
        }
    }

    /// Sends the marked household's answer and goes on to the next.
    fn answer(&mut self, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote, building: &Building, choice: Choice) {
        let Some(person) = self.marked else { return };
        let Some(door) = bench.facts().roll.door_of(person).cloned() else { return };
        let ticket = bench.submit(Command::ballot(number, door, choice));
        self.sent.push((ticket, person));
        self.follow_mark = true;
        if !vote.ballots.contains_key(&person) {
            self.marked = self.next_after(vote, building, Some(person)).or(Some(person));
        }
    }

    /// Looks after the answers under way: a refused one is marked again.
    fn take_in(&mut self, session: &Session) {
        let mut refused = None;
        self.sent.retain(|(ticket, person)| match session.outcome(*ticket) {
            Some(outcome) => {
                if !outcome.is_done() {
                    refused = Some(*person);
                }
                false
            }
            None => session.is_pending(*ticket),
        });
        if refused.is_some() {
            self.marked = refused;
        }
    }

    /// The next after somebody that is here and has not answered, in the order of the doors, from the beginning again.
    fn next_after(&self, vote: &Vote, building: &Building, after: Option<PersonId>) -> Option<PersonId> {
        let waits = |person: &PersonId| {
            let here = vote.electorate.heads.get(person).is_some_and(|elector| elector.present);
            here && !vote.ballots.contains_key(person) && !self.sent.iter().any(|(_, sent)| sent == person)
        };
        let called = building.called();
        let from = after.and_then(|after| called.iter().position(|person| *person == after)).map_or(0, |at| at + 1);
        called[from..].iter().chain(&called[..from]).find(|person| waits(person)).copied()
    }
}
