//! PageDown and PageUp: the next page, the next speaker, the next card, the next item; and back exactly.
//!
//! They never open or close a vote and never end a meeting.

use deliberation::settled::settled;
use deliberation::{Command, Event, Recorded};

use crate::session::Session;
use crate::stage::{Shown, StageCard, cards_of_item, cards_to_prepare, has_talk, next_item, reads_back};

impl Session {
    /// One moment on. `pages` is how many pages the card on the screen has.
    pub fn next_moment(&mut self, pages: usize) {
        // By hand, whatever waits on the desk is the next moment.
        if self.stage.is_by_hand() && self.stage.put_up() {
            return;
        }
        if self.stage.shown().card == StageCard::Break {
            self.stage.end_break();
            return;
        }
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
        if shown.card == StageCard::Speaker && !vote_open && has_talk(meeting) {
            self.next_speaker();
            return;
        }
        let reading = self.stage.reading();
        if shown.card == StageCard::Decisions && reads_back(meeting) && reading < settled(facts, number).len() {
            self.stage.read_to(reading + 1);
            return;
        }
        let place = cards.iter().position(|card| *card == shown.card);
        let next = place.map_or(cards.first(), |place| cards.get(place + 1));
        if let Some(next) = next.filter(|_| meeting.current().is_some() && !self.stage.is_at_end()) {
            self.stage.show(*next);
        } else if meeting.current().is_some() && !self.stage.is_at_end() && !vote_open && next_item(meeting).is_some() {
            // One press too many ends nothing: first the agenda, then the next item.
            self.stage.show_end();
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

    /// Looks at what would come next on the desk: the next page, else the next card. `pages` is how many pages the card
    /// that is looked at has, or the one on the screen.
    pub fn look_ahead(&mut self, pages: usize) {
        let from = self.stage.prepared().unwrap_or_else(|| self.on_screen());
        let cards = cards_to_prepare(&self.snapshot().facts);
        let place = cards.iter().position(|card| *card == from.card).map_or(0, |place| (place + 1) % cards.len());
        let next = cards.get(place).map(|card| Shown { card: *card, page: 0 });
        self.look_at_card(if from.page + 1 < pages { Some(Shown { page: from.page + 1, ..from }) } else { next });
    }

    /// Looks at what came before on the desk: the page before, else the card before.
    pub fn look_back(&mut self) {
        let from = self.stage.prepared().unwrap_or_else(|| self.on_screen());
        let cards = cards_to_prepare(&self.snapshot().facts);
        let place = cards.iter().position(|card| *card == from.card).unwrap_or(0);
        let before = cards.get((place + cards.len() - 1) % cards.len()).map(|card| Shown { card: *card, page: 0 });
        self.look_at_card(if from.page > 0 { Some(Shown { page: from.page - 1, ..from }) } else { before });
    }

    /// What is on the screen already needs no looking at.
    fn look_at_card(&mut self, wanted: Option<Shown>) {
        match wanted.filter(|wanted| *wanted != self.on_screen()) {
            Some(wanted) => self.stage.prepare(wanted),
            None => self.stage.put_away(),
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
