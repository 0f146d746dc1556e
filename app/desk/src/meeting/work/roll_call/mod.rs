//! A roll-call: the building as people know it, the household that is called, the verdict as of now.
//!
//! Keys 1, 2 and 3 answer for the marked household, arrows or a door number move the mark. After an answer the mark goes
//! on to the next that has not answered; whoever's answer was refused or taken back is marked again.

mod building;
mod called;
mod grid;

use std::collections::BTreeSet;

use deliberation::Command;
use deliberation::ballot::Choice;
use deliberation::electorate::Elector;
use deliberation::ids::{EventSeq, PersonId, UnitIx, VoteNo};
use deliberation::roll::Ownership;
use deliberation::vote::Vote;
use egui::{Key, Modifiers, Ui};
use session::audience::Side;
use session::{Session, Ticket};

pub(super) use self::building::{Building, Step};
pub(super) use self::grid::{Picture, grid_ui};

use super::super::bench::Bench;
use super::super::parts::PersonField;
use crate::action::Action;

/// The roll-call's mark and its search.
#[derive(Default)]
pub(super) struct RollCall {
    marked: Option<PersonId>,
    search: PersonField,
    focus_search: bool,
    /// Answers on their way to the disk.
    sent: Vec<(Ticket, PersonId)>,
    /// Who had answered in which vote, as of which event: looked at again only when something was done.
    answered: Option<(VoteNo, EventSeq, BTreeSet<PersonId>)>,
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
    /// Draws the building; keys of this frame are followed first.
    pub(super) fn roll_call_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        let building = self.call(ui, bench, number, vote);
        let follow = std::mem::take(&mut self.follow_mark);
        let picture = Picture { number, vote, building: &building, marked: self.marked, picked: None, follow };
        if let Some(person) = grid_ui(ui, bench, picture) {
            self.marked = Some(person);
        }
    }

    /// Goes on calling without the building before one's eyes; says who is called, never what anybody answered.
    pub(super) fn behind_picture(&mut self, ui: &Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) -> String {
        self.call(ui, bench, number, vote);
        let waits =
            |person: &PersonId| !vote.ballots.contains_key(person) && !self.sent.iter().any(|(_, sent)| sent == person);
        let door = self.marked.filter(waits).and_then(|person| vote.roll.door_of(person));
        match door {
            Some(door) => bench.tell("single-calling", &[("door", door.as_str())]),
            None => bench.tell("single-called-all", &[("key", &Action::OpenVote.key_cap(bench.lang))]),
        }
    }

    /// Follows what became of the answers and this frame's keys.
    fn call(&mut self, ui: &Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) -> Building {
        let building = Building::of_vote(vote);
        self.take_in(bench.session);
        self.go_back(number, vote, bench.snapshot.seq);
        if self.marked.is_none() {
            self.marked = self.next_after(vote, &building, None);
        }
        self.follow_keys(ui, bench, number, vote, &building);
        building
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
        if let Some(person) = walked(ui, bench, vote, building, self.marked) {
            self.marked = Some(person);
            self.follow_mark = true;
        }
    }

    /// Sends the marked household's answer and goes on to the next.
    fn answer(&mut self, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote, building: &Building, choice: Choice) {
        let Some(person) = self.marked else { return };
        let Some(door) = vote.roll.door_of(person).cloned() else { return };
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

    /// Whoever's answer was taken back is called again: the next key is theirs.
    fn go_back(&mut self, number: VoteNo, vote: &Vote, seq: EventSeq) {
        if self.answered.as_ref().is_some_and(|(known, at, _)| (*known, *at) == (number, seq)) {
            return;
        }
        let now: BTreeSet<PersonId> = vote.ballots.keys().copied().collect();
        let before = self.answered.take().filter(|(known, ..)| *known == number);
        let back = before.and_then(|(.., before)| before.difference(&now).last().copied());
        self.answered = Some((number, seq, now));
        if let Some(back) = back {
            self.marked = Some(back);
            self.follow_mark = true;
        }
    }

    /// The next after somebody that is here and has not answered, in the order of the doors, from the beginning again.
    fn next_after(&self, vote: &Vote, building: &Building, after: Option<PersonId>) -> Option<PersonId> {
        let waits = |person: &PersonId| {
            let here = vote.electorate.heads.get(person).is_some_and(Elector::has_voice);
            here && !vote.ballots.contains_key(person) && !self.sent.iter().any(|(_, sent)| sent == person)
        };
        let called = building.called();
        let from = after.and_then(|after| called.iter().position(|person| *person == after)).map_or(0, |at| at + 1);
        called[from..].iter().chain(&called[..from]).find(|person| waits(person)).copied()
    }
}

/// Where the arrows of this frame take the mark. They belong to whatever has the focus; with nothing focused they walk the
/// building.
pub(super) fn walked(
    ui: &Ui,
    bench: &Bench<'_>,
    vote: &Vote,
    building: &Building,
    marked: Option<PersonId>,
) -> Option<PersonId> {
    if ui.memory(|memory| memory.focused().is_some()) || bench.composing {
        return None;
    }
    let steps = [
        (Key::ArrowUp, Step::Up),
        (Key::ArrowDown, Step::Down),
        (Key::ArrowLeft, Step::Left),
        (Key::ArrowRight, Step::Right),
    ];
    let (_, step) =
        steps.into_iter().find(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)))?;
    let roll = &vote.roll;
    let in_scope = |unit: &&UnitIx| roll.unit(**unit).is_some_and(|unit| vote.scope.holds(unit));
    let from = roll.head(marked?)?.units.iter().find(in_scope).copied()?;
    roll.ownership(building.step(from, step)?).map(Ownership::votes)
}
