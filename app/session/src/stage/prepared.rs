//! Looking at a card on the desk before the room sees it, and putting it up.

use deliberation::Facts;
use deliberation::ids::ProcedureNo;
use deliberation::procedure::ProcedureRun;
use deliberation::settled::settled;

use super::{Shown, Stage, StageCard, cards_of_item};

impl Stage {
    /// The card looked at on the desk and not yet on the screen.
    pub fn prepared(&self) -> Option<Shown> {
        self.prepared
    }

    /// Whether the facilitator puts every card up by hand: what the meeting calls for is prepared, not shown.
    pub fn is_by_hand(&self) -> bool {
        self.by_hand
    }

    /// Puts every card up by hand from now on, or follows the meeting again.
    pub fn toggle_by_hand(&mut self) {
        self.by_hand = !self.by_hand;
        if !self.by_hand && self.prepared.is_some() {
            self.follow();
        }
    }

    /// Looks at a page of a card on the desk. The room sees nothing of it.
    pub fn prepare(&mut self, shown: Shown) {
        self.prepared = Some(shown);
    }

    /// Looks at nothing any more; the room saw nothing of it.
    pub fn put_away(&mut self) {
        self.prepared = None;
    }

    /// Puts up what is looked at; false if nothing is. PageUp takes it back.
    pub fn put_up(&mut self) -> bool {
        let Some(prepared) = self.prepared.take() else { return false };
        if let StageCard::Procedure(procedure) = prepared.card {
            // It was looked at right now, on the desk.
            self.look_at(procedure);
        }
        self.show(prepared.card);
        self.shown.page = prepared.page;
        true
    }
}

/// The cards one can look at, in the order Shift+PageDown goes through them: those of the item on the table, then what is
/// always at hand.
pub(crate) fn cards_to_prepare(facts: &Facts) -> Vec<StageCard> {
    let mut cards = cards_of_item(facts);
    if let Some((number, meeting)) = facts.working_meeting() {
        let here = |run: &ProcedureRun| run.meeting == number && Some(run.item) == meeting.current();
        cards.extend(facts.procedures.iter().rposition(|run| here(run)).map(ProcedureNo::at).map(StageCard::Procedure));
        if !settled(facts, number).is_empty() {
            cards.push(StageCard::Decisions);
        }
    }
    cards.push(StageCard::Agenda);
    let mut seen: Vec<StageCard> = Vec::new();
    for card in cards {
        if !seen.contains(&card) {
            seen.push(card);
        }
    }
    seen
}
