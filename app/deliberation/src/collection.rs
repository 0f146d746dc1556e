//! Collecting an adopted sheet's money, door by door. Gap = bill − paid; whoever did not agree never owes.

use amounts::Fen;
use serde::{Deserialize, Serialize};

use crate::door::Door;
use crate::ids::{EventSeq, PersonId, SheetNo, VoteNo};
use crate::time::At;

/// A household's answer; nobody is bound by a deliberation without one (居委会组织法: voluntary).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Not reached yet.
    #[default]
    NotReached,
    /// Agreed to pay.
    Agreed,
    /// Declined.
    Declined,
}

impl Answer {
    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Answer::NotReached => "not-reached",
            Answer::Agreed => "agreed",
            Answer::Declined => "declined",
        }
    }
}

/// How money came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaidBy {
    /// Cash.
    #[default]
    Cash,
    /// Transfer or a payment app.
    Transfer,
}

impl PaidBy {
    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            PaidBy::Cash => "cash",
            PaidBy::Transfer => "transfer",
        }
    }
}

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

/// One household of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its door.
    pub door: Door,
    /// What the sheet asks of it.
    pub due: Fen,
    /// Its answer.
    pub answer: Answer,
    /// When it answered.
    pub answered: Option<At>,
    /// What it paid, in order.
    pub payments: Vec<Payment>,
}

impl Account {
    /// Paid so far.
    pub fn paid(&self) -> Fen {
        Fen::checked_sum(self.payments.iter().map(|payment| payment.amount)).unwrap_or_default()
    }

    /// Not yet paid.
    pub fn open(&self) -> Fen {
        Fen(self.due.0.saturating_sub(self.paid().0))
    }
}

/// Sums of a collection; always due = paid + agreed open + not reached open + declined open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What the sheet asks of all households.
    pub due: Fen,
    /// Paid.
    pub paid: Fen,
    /// Households that have paid in full.
    pub paid_households: usize,
    /// Agreed and still open: amount and households.
    pub agreed_open: (Fen, usize),
    /// Not reached and open.
    pub not_reached: (Fen, usize),
    /// Declined and open.
    pub declined: (Fen, usize),
}

impl Sums {
    /// Bill less paid.
    pub fn gap(&self) -> Fen {
        Fen(self.due.0.saturating_sub(self.paid.0))
    }
}

/// One collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    /// The adopted sheet.
    pub sheet: SheetNo,
    /// The vote that adopted it.
    pub vote: VoteNo,
    /// The bill, money from elsewhere taken off.
    pub due: Fen,
    /// Opened.
    pub opened: At,
    /// Households in roll order.
    pub accounts: Vec<Account>,
    /// The vote that adopted the sheet was opened again; nothing is collected until it passes once more.
    pub withdrawn: bool,
}

impl Collection {
    /// The account of a door.
    pub fn account(&self, door: &Door) -> Option<&Account> {
        self.accounts.iter().find(|account| account.door == *door)
    }

    /// The account of a door, to be changed.
    pub fn account_mut(&mut self, door: &Door) -> Option<&mut Account> {
        self.accounts.iter_mut().find(|account| account.door == *door)
    }

    /// The sums of all columns.
    pub fn sums(&self) -> Sums {
        let mut sums = Sums { due: self.due, ..Sums::default() };
        for account in &self.accounts {
            let open = account.open();
            sums.paid = Fen(sums.paid.0.saturating_add(account.paid().0));
            let place = match account.answer {
                _ if open.0 <= 0 => {
                    sums.paid_households += 1;
                    continue;
                }
                Answer::Agreed => &mut sums.agreed_open,
                Answer::NotReached => &mut sums.not_reached,
                Answer::Declined => &mut sums.declined,
            };
            place.0 = Fen(place.0.0.saturating_add(open.0));
            place.1 += 1;
        }
        sums
    }

    /// The next free receipt number in the manner of the last one: 034 → 035; `001` at first.
    pub fn next_receipt(&self) -> String {
        let last = self.accounts.iter().flat_map(|account| &account.payments).max_by_key(|payment| payment.seq);
        let last = last.map_or("000", |payment| payment.receipt.as_str());
        let digits = last.len() - last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (head, tail) = last.split_at(last.len() - digits);
        match tail.parse::<u64>().ok().and_then(|number| number.checked_add(1)) {
            Some(next) => format!("{head}{next:0digits$}"),
            None => String::new(),
        }
    }
}
