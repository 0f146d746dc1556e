//! When something the room has seen is taken back, done again or reopened, the card says so until the next one.
//!
//! Only what states a result: counts, amounts, decisions, a procedure's page. A change of speaker is no correction. The
//! words are fixed and name nobody: whose answer it was is no matter of the room's.

use deliberation::Event;
use deliberation::history::Deed;
use words::{Lang, t};

use crate::audience::{AudienceView, Card, HeadLine};
use crate::session::Session;
use crate::snapshot::Snapshot;
use crate::stage::StageCard;

/// What was corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction {
    /// A result is void, the vote is open again.
    Reopened,
    /// The result of a vote.
    Vote,
    /// The result of a poll.
    Poll,
    /// Amounts.
    Amounts,
    /// Decisions.
    Decisions,
    /// A procedure's page.
    Page,
}

impl Correction {
    /// "更正：金额有改动".
    pub fn text(self, lang: Lang) -> String {
        match self {
            Correction::Reopened => t(lang, "room-corrected-reopened"),
            Correction::Vote => t(lang, "room-corrected-vote"),
            Correction::Poll => t(lang, "room-corrected-poll"),
            Correction::Amounts => t(lang, "room-corrected-amounts"),
            Correction::Decisions => t(lang, "room-corrected-decisions"),
            Correction::Page => t(lang, "room-corrected-page"),
        }
    }

    fn of(card: StageCard) -> Option<Correction> {
        match card {
            StageCard::Vote(_) => Some(Correction::Vote),
            StageCard::Poll(_) => Some(Correction::Poll),
            StageCard::Cost(_) | StageCard::Due { .. } | StageCard::Compare { .. } => Some(Correction::Amounts),
            StageCard::Decisions => Some(Correction::Decisions),
            StageCard::Procedure(_) => Some(Correction::Page),
            StageCard::Agenda
            | StageCard::Speaker
            | StageCard::Review
            | StageCard::Rule
            | StageCard::Break
            | StageCard::Pattern => None,
        }
    }
}

impl Session {
    /// What of the card on the screen the deeds between two pictures have corrected.
    pub(crate) fn corrected_since(&self, before: &Snapshot) -> Option<Correction> {
        let shown = self.stage.shown();
        let correction = Correction::of(shown.card).filter(|_| !self.stage.is_blank())?;
        let after = self.snapshot();
        if let StageCard::Vote(number) = shown.card
            && before.facts.vote(number).is_some_and(|vote| vote.closed.is_some())
            && after.facts.vote(number).is_some_and(|vote| vote.closed.is_none())
        {
            return Some(Correction::Reopened);
        }
        let deed = steered(before, after)?;
        if let StageCard::Procedure(number) = shown.card {
            // Its page follows later, from another thread.
            let steps =
                |event: &Event| matches!(event, Event::ProcedureStepped { procedure, .. } if *procedure == number);
            return deed.events.iter().any(|recorded| steps(&recorded.event)).then_some(correction);
        }
        let seen = |snapshot: &Snapshot| self.card_of(Lang::default(), snapshot, shown).card;
        let (was, is) = (seen(before), seen(after));
        ((states_a_result(&was) || states_a_result(&is)) && was != is).then_some(correction)
    }
}

/// The deed that was taken back or done again between two pictures.
fn steered(before: &Snapshot, after: &Snapshot) -> Option<std::sync::Arc<Deed>> {
    let same = |one: &Option<std::sync::Arc<Deed>>, other: &Option<std::sync::Arc<Deed>>| {
        one.as_ref().zip(other.as_ref()).filter(|(one, other)| one.seq == other.seq).map(|(one, _)| one.clone())
    };
    same(&before.undoable, &after.redoable).or_else(|| same(&before.redoable, &after.undoable))
}

fn states_a_result(card: &Card) -> bool {
    matches!(
        card,
        Card::VoteResult(_)
            | Card::ElectionResult(_)
            | Card::PollResult(_)
            | Card::Cost(_)
            | Card::Due(_)
            | Card::Compare(_)
            | Card::Decisions(_)
    )
}

/// Says in the card's head that it was corrected.
pub(crate) fn mark(view: &mut AudienceView, correction: Correction) {
    // The result of a second count says itself that it is one.
    if correction == Correction::Reopened && states_a_result(&view.card) {
        return;
    }
    let text = correction.text(view.lang);
    if let Some(head) = head_of(&mut view.card) {
        head.what = text;
    }
}

fn head_of(card: &mut Card) -> Option<&mut HeadLine> {
    Some(match card {
        Card::Speaker(card) => &mut card.head,
        Card::Procedure(card) => &mut card.head,
        Card::Cost(card) => &mut card.head,
        Card::Due(card) => &mut card.head,
        Card::Compare(card) => &mut card.head,
        Card::VoteOpen(card) => &mut card.head,
        Card::VoteResult(card) => &mut card.head,
        Card::ElectionResult(card) => &mut card.head,
        Card::PollOpen(card) => &mut card.head,
        Card::PollResult(card) => &mut card.head,
        Card::Decisions(card) => &mut card.head,
        Card::Agenda(_) | Card::Break(_) | Card::Pattern | Card::Blank => return None,
    })
}
