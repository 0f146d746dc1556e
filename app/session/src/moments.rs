//! PageDown and PageUp: the next page, the next speaker, the next card, the next item; and back exactly.
//!
//! They never open or close a vote and never end a meeting.

use deliberation::{Command, Event, Recorded};

use crate::session::Session;
use crate::stage::{StageCard, cards_of_item, next_item};

impl Session {
    /// One moment on. `pages` is how many pages the card on the screen has.
    pub fn next_moment(&mut self, pages: usize) {
        let shown = self.stage.shown();
        if shown.page + 1 < pages {
            self.stage.turn_to(shown.page + 1);
            return;
        }
        let snapshot = std::sync::Arc::clone(self.snapshot());
        let facts = &snapshot.facts;
        let Some((number, meeting)) = facts.open_meeting() else { return };
        let cards = cards_of_item(facts);
        let vote_open = facts.open_vote().is_some() || facts.open_poll().is_some();
        if shown.card == StageCard::Speaker && !vote_open {
            let speakers = &meeting.speakers;
            if !speakers.hands.is_empty() || speakers.called.is_some() || speakers.speaking().is_some() {
                self.next_speaker();
                return;
            }
        }
        let here = |matter: &deliberation::matter::Matter| matter.from.is_some_and(|from| from.meeting == number);
        let decisions = facts.matters.iter().filter(|matter| here(matter)).count();
        if shown.card == StageCard::Decisions && self.stage.reading() < decisions {
            self.stage.read_on();
            return;
        }
        let place = cards.iter().position(|card| *card == shown.card);
        if let Some(next) = place.map_or(cards.first(), |place| cards.get(place + 1))
            && meeting.current().is_some()
        {
            self.stage.show(*next);
        } else if !vote_open && let Some(item) = next_item(meeting) {
            let mut commands = Vec::new();
            if let Some(current) = meeting.current() {
                commands.push(Command::ConcludeItem { item: Some(current), conclusion: String::new() });
            }
            commands.push(Command::StartItem { item });
            self.submit_all(commands);
        }
    }

    /// One moment back: the page or card before; a change of speaker or item is undone if it is the newest deed.
    pub fn previous_moment(&mut self) {
        if self.stage.take_back() {
            return;
        }
        let shown = self.stage.shown();
        if shown.page > 0 {
            self.stage.turn_to(shown.page - 1);
            return;
        }
        let snapshot = std::sync::Arc::clone(self.snapshot());
        if snapshot.undoable.as_ref().is_some_and(|deed| is_move(&deed.events)) {
            self.submit(Command::Undo);
            return;
        }
        let cards = cards_of_item(&snapshot.facts);
        let place = cards.iter().position(|card| *card == shown.card);
        if let Some(before) = place.and_then(|place| place.checked_sub(1)).and_then(|place| cards.get(place)) {
            self.stage.show(*before);
        }
    }

    /// Takes the newest thing back: a move of the stage, else a deed.
    pub fn undo(&mut self) {
        if !self.stage.take_back() {
            self.submit(Command::Undo);
        }
    }

    /// Does the last undone deed again.
    pub fn redo(&mut self) {
        self.submit(Command::Redo);
    }
}

/// Whether a deed only went on to another speaker or item, as PageDown does.
fn is_move(events: &[Recorded]) -> bool {
    let moves = |event: &Event| {
        matches!(
            event,
            Event::SpeakerCalled { .. }
                | Event::TurnStarted { .. }
                | Event::TurnEnded { .. }
                | Event::ItemStarted { .. }
        )
    };
    let silent = |event: &Event| matches!(event, Event::ItemConcluded { conclusion, .. } if conclusion.is_empty());
    events.iter().any(|recorded| moves(&recorded.event))
        && events.iter().all(|recorded| moves(&recorded.event) || silent(&recorded.event))
}
