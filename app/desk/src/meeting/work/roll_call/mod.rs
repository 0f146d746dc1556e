//! A roll-call: the building as people know it, the household that is called, the verdict as of now.
//!
//! Keys 1, 2 and 3 answer for the marked household, arrows or a door number move the mark. After an answer the mark goes
//! on to the next that has not answered; whoever's answer was refused or taken back is marked again. An answer that
//! stands is put right by the same keys, pressed twice.

mod building;
mod called;
mod grid;
mod slip;

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
pub(super) use self::slip::put_right_ui;

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
    /// A key for a household whose answer stands.
    doubt: slip::Doubt,
    /// The room sees this window.
    behind: bool,
    /// Somebody went to the marked household on purpose: it was not left marked by the last answer.
    walked: bool,
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
        self.behind = false;
        let building = self.call(ui, bench, number, vote);
        let follow = std::mem::take(&mut self.follow_mark);
        let picture = Picture { number, vote, building: &building, marked: self.marked, picked: None, follow };
        if let Some(person) = grid_ui(ui, bench, picture) {
            (self.marked, self.walked) = (Some(person), true);
        }
    }

    /// Goes on calling without the building before one's eyes; says who is called, never what anybody answered.
    pub(super) fn behind_picture(&mut self, ui: &Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) -> String {
        self.behind = true;
        let building = self.call(ui, bench, number, vote);
        let door = self.marked.and_then(|person| vote.roll.door_of(person)).map(deliberation::Door::as_str);
        let say = |key: &str| bench.tell(key, &[("door", door.unwrap_or_default())]);
        if self.doubt.of(self.marked).is_some() {
            say("single-answered-again")
        } else if self.marked.is_some_and(|person| self.waits(vote, person)) {
            say("single-calling")
        } else if let Some(why) = self.marked.and_then(|person| called::silent_why(bench, vote, person)) {
            bench.tell("single-silent", &[("door", door.unwrap_or_default()), ("why", &why)])
        } else if self.walked || self.next_after(vote, &building, None).is_some() {
            say("single-answered")
        } else {
            bench.tell("single-called-all", &[("key", &Action::OpenVote.key_cap(bench.lang))])
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
        self.doubt.keep(vote, self.marked, self.behind);
        self.follow_keys(ui, bench, number, vote, &building);
        self.doubt.keep(vote, self.marked, self.behind);
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
            (self.follow_mark, self.walked) = (true, true);
        }
    }

    /// Forgets a key for a household whose answer stands; true if there was one.
    pub(super) fn leave(&mut self) -> bool {
        self.doubt.leave()
    }

    /// Whether it is asked what a key for a household meant whose answer stands.
    pub(super) fn asks(&self) -> bool {
        self.doubt.of(self.marked).is_some()
    }

    /// Sends the marked household's answer and goes on to the next; one that stands already is put right only when the
    /// same is pressed again.
    fn answer(&mut self, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote, building: &Building, choice: Choice) {
        let Some(person) = self.marked else { return };
        let Some(door) = vote.roll.door_of(person).cloned() else { return };
        let deed = match vote.ballots.get(&person).filter(|ballot| slip::spoken(ballot)) {
            // The refusal says what is recorded. Before the room nothing tells whether it was the same.
            Some(ballot) if ballot.choice == choice && !self.behind => Command::ballot(number, door, choice),
            // One key too many after the last household is nothing.
            Some(_) if self.behind && !self.walked && self.next_after(vote, building, None).is_none() => return,
            Some(_) if !self.doubt.confirmed(person, choice) => return,
            Some(ballot) if ballot.choice == choice => return self.go_on(vote, building, person),
            Some(_) => Command::PutBallotRight { vote: number, door, choice: Some(choice), slate: Vec::new() },
            None => Command::ballot(number, door, choice),
        };
        self.send(bench, vote, building, person, deed);
    }

    fn send(&mut self, bench: &mut Bench<'_>, vote: &Vote, building: &Building, person: PersonId, deed: Command) {
        let ticket = bench.submit(deed);
        self.sent.push((ticket, person));
        self.go_on(vote, building, person);
    }

    fn go_on(&mut self, vote: &Vote, building: &Building, person: PersonId) {
        (self.follow_mark, self.walked) = (true, false);
        self.marked = self.next_after(vote, building, Some(person)).or(Some(person));
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
        let called = building.called();
        let from = after.and_then(|after| called.iter().position(|person| *person == after)).map_or(0, |at| at + 1);
        called[from..].iter().chain(&called[..from]).find(|person| self.waits(vote, **person)).copied()
    }

    /// Whether somebody is here and has not answered.
    fn waits(&self, vote: &Vote, person: PersonId) -> bool {
        let here = vote.electorate.heads.get(&person).is_some_and(Elector::has_voice);
        here && !vote.ballots.contains_key(&person) && !self.sent.iter().any(|(_, sent)| *sent == person)
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
