//! Advances (垫付): somebody pays the supplier before the households have, and gets it back from what comes in.

use amounts::Fen;

use crate::door::Door;
use crate::ids::{EventSeq, PersonId};
use crate::time::At;

/// Money paid back to whoever advanced it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repayment {
    /// In fen.
    pub amount: Fen,
    /// When.
    pub at: At,
    /// By whose hand.
    pub by: PersonId,
}

/// Money lent to the bill. It never changes the gap: it is owed to a person, not paid by a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advance {
    /// Who advanced it.
    pub person: PersonId,
    /// In fen.
    pub amount: Fen,
    /// The household whose part it was for; none = the gap.
    pub door: Option<Door>,
    /// When.
    pub at: At,
    /// The event.
    pub seq: EventSeq,
    /// What was paid back, in order.
    pub repayments: Vec<Repayment>,
}

impl Advance {
    /// Paid back so far.
    pub fn repaid(&self) -> Fen {
        Fen(self.repayments.iter().fold(0, |sum, part| sum.saturating_add(part.amount.0)))
    }

    /// Still to be paid back.
    pub fn open(&self) -> Fen {
        Fen(self.amount.0.saturating_sub(self.repaid().0))
    }
}
