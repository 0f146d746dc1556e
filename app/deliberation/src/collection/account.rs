//! One household of a collection: what is asked of it, what it said, what it paid and got back.

use amounts::Fen;

use super::{Answer, PaidBy};
use crate::door::Door;
use crate::ids::{EventSeq, PersonId, VoteNo};
use crate::time::At;

/// One payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// In fen.
    pub amount: Fen,
    /// Receipt number, may be empty.
    pub receipt: String,
    /// Cash or transfer.
    pub method: PaidBy,
    /// Who took it.
    pub taken_by: PersonId,
    /// When.
    pub at: At,
    /// The event.
    pub seq: EventSeq,
}

/// Money given back to a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// In fen.
    pub amount: Fen,
    /// The number of the slip the household signed, may be empty.
    pub receipt: String,
    /// Cash or transfer.
    pub method: PaidBy,
    /// Who gave it back.
    pub given_by: PersonId,
    /// When.
    pub at: At,
    /// The event.
    pub seq: EventSeq,
}

/// A part of a household's share that another source bears by a later decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteOff {
    /// In fen.
    pub amount: Fen,
    /// Who bears it: common income, a partner unit.
    pub source: String,
    /// The vote that decided so.
    pub vote: VoteNo,
    /// When.
    pub at: At,
    /// The event.
    pub seq: EventSeq,
}

/// One household of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its door.
    pub door: Door,
    /// What the sheet asks of it; negative = it receives.
    pub due: Fen,
    /// Its answer.
    pub answer: Answer,
    /// What it can pay at the most (最多能出), where those who agree pay and it said so.
    pub limit: Option<Fen>,
    /// When it answered.
    pub answered: Option<At>,
    /// What it paid, in order.
    pub payments: Vec<Payment>,
    /// What it got back, in order.
    pub refunds: Vec<Refund>,
    /// What another source bears, in order.
    pub write_offs: Vec<WriteOff>,
}

fn added(amounts: impl Iterator<Item = Fen>) -> Fen {
    Fen::checked_sum(amounts).unwrap_or_default()
}

impl Account {
    /// A household that was not reached yet.
    pub fn new(door: Door, due: Fen) -> Account {
        Account {
            door,
            due,
            answer: Answer::NotReached,
            limit: None,
            answered: None,
            payments: Vec::new(),
            refunds: Vec::new(),
            write_offs: Vec::new(),
        }
    }

    /// Paid so far, refunds taken off.
    pub fn paid(&self) -> Fen {
        let paid = added(self.payments.iter().map(|payment| payment.amount));
        Fen(paid.0.saturating_sub(self.refunded().0))
    }

    /// Given back.
    pub fn refunded(&self) -> Fen {
        added(self.refunds.iter().map(|refund| refund.amount))
    }

    /// What another source bears.
    pub fn written_off(&self) -> Fen {
        added(self.write_offs.iter().map(|part| part.amount))
    }

    /// Not yet paid.
    pub fn open(&self) -> Fen {
        Fen(self.due.0.saturating_sub(self.paid().0).saturating_sub(self.written_off().0))
    }

    /// What it owes: the open part if it agreed, else nothing.
    pub fn owing(&self) -> Fen {
        if self.answer == Answer::Agreed { Fen(self.open().0.max(0)) } else { Fen(0) }
    }

    /// Whether money moved or was written off.
    pub fn is_touched(&self) -> bool {
        !self.payments.is_empty() || !self.write_offs.is_empty()
    }

    /// Payments and parts borne elsewhere after an event, refunds after it taken off.
    pub(super) fn came_in_after(&self, first: EventSeq) -> i64 {
        let after = |seq: EventSeq| seq > first;
        let paid = self.payments.iter().filter(|payment| after(payment.seq)).map(|payment| payment.amount.0);
        let borne = self.write_offs.iter().filter(|part| after(part.seq)).map(|part| part.amount.0);
        let back = self.refunds.iter().filter(|refund| after(refund.seq)).map(|refund| refund.amount.0);
        paid.chain(borne).fold(0, i64::saturating_add).saturating_sub(back.fold(0, i64::saturating_add))
    }

    /// Every receipt number it has.
    pub(super) fn receipts(&self) -> impl Iterator<Item = &str> {
        let paid = self.payments.iter().map(|payment| payment.receipt.as_str());
        paid.chain(self.refunds.iter().map(|refund| refund.receipt.as_str()))
    }

    /// The receipts of its payments with their events.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (EventSeq, &str)> {
        self.payments.iter().map(|payment| (payment.seq, payment.receipt.as_str()))
    }
}
