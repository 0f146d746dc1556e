//! Collecting an adopted sheet's money, door by door, until the gap is zero.
//!
//! Gap = bill − paid, whoever advanced it: an advance is money lent to the bill, never money paid in. Whoever did not
//! agree never owes. The columns add up at every moment: funding + paid + written off + agreed, not reached and
//! declined and open + short = bill + surplus used + over (see [`Sums`]).

mod account;
mod advance;
mod pledges;

use amounts::Fen;
use serde::{Deserialize, Serialize};

use crate::cost::CostSheet;
use crate::door::Door;
use crate::ids::{AdvanceNo, EventSeq, PersonId, SheetNo, VoteNo};
use crate::terms::Payers;
use crate::text::TextRef;
use crate::time::At;

pub use account::{Account, Payment, Refund, WriteOff};
pub use advance::{Advance, Repayment};
pub use pledges::Standing;

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

/// How money came in or went out.
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

/// What came in beyond the bill (结余) was used for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurplusUse {
    /// In fen.
    pub amount: Fen,
    /// For what, in words.
    pub words: TextRef,
    /// When.
    pub at: At,
    /// By whom.
    pub by: PersonId,
}

/// Sums of a collection. Two equations hold at every moment:
/// due = paid + written off + agreed open + not reached + declined, and
/// funding + due + short = bill + surplus used + over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What the sheet asks of all households.
    pub due: Fen,
    /// Money from elsewhere the sheet counts on.
    pub funding: Fen,
    /// What the supplier asks.
    pub bill: Fen,
    /// Paid by households, refunds taken off.
    pub paid: Fen,
    /// Households with nothing open.
    pub paid_households: usize,
    /// Agreed and still open: amount and households.
    pub agreed_open: (Fen, usize),
    /// Not reached and open.
    pub not_reached: (Fen, usize),
    /// Declined and open.
    pub declined: (Fen, usize),
    /// Parts another source bears by a later decision.
    pub written_off: (Fen, usize),
    /// Given back to households.
    pub refunded: Fen,
    /// Advanced so far.
    pub advanced: Fen,
    /// Of that, paid back.
    pub repaid: Fen,
    /// What of the surplus was used.
    pub surplus_used: Fen,
}

impl Sums {
    /// What is there for the bill, advances not counted.
    pub fn in_hand(&self) -> Fen {
        sum([self.funding, self.paid, self.written_off.0])
    }

    /// What is needed: the bill, and what of a surplus is spent already.
    fn needed(&self) -> Fen {
        sum([self.bill, self.surplus_used])
    }

    /// Bill less what is there, whoever advanced it; 0 once the bill is covered.
    pub fn gap(&self) -> Fen {
        beyond(self.needed(), self.in_hand())
    }

    /// 结余: what is there beyond the bill and not used yet.
    pub fn surplus(&self) -> Fen {
        beyond(self.in_hand(), self.needed())
    }

    /// What will be left of the bill when every household has paid (结余 once all has come in).
    pub fn over(&self) -> Fen {
        beyond(sum([self.funding, self.due]), self.needed())
    }

    /// What of the bill nobody was asked for, because the supplier asks more than the sheet knew.
    pub fn short(&self) -> Fen {
        beyond(self.needed(), sum([self.funding, self.due]))
    }

    /// What advancers are still to get back.
    pub fn advances_open(&self) -> Fen {
        beyond(self.advanced, self.repaid)
    }
}

fn sum<const N: usize>(parts: [Fen; N]) -> Fen {
    Fen(parts.iter().fold(0, |sum, part| sum.saturating_add(part.0)))
}

/// How much `more` is above `less`; 0 if it is not.
fn beyond(more: Fen, less: Fen) -> Fen {
    Fen(more.0.saturating_sub(less.0).max(0))
}

/// One collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    /// The adopted sheet.
    pub sheet: SheetNo,
    /// The vote that adopted it.
    pub vote: VoteNo,
    /// What the sheet asks of all households together, money from elsewhere taken off.
    pub due: Fen,
    /// Money from elsewhere the sheet counts on.
    pub funding: Fen,
    /// What the supplier asks: by the sheet Σ due + funding − surplus, until his bill says otherwise.
    pub bill: Fen,
    /// Opened.
    pub opened: At,
    /// Households in roll order.
    pub accounts: Vec<Account>,
    /// Who lent money to the bill, in order.
    pub advances: Vec<Advance>,
    /// What the surplus was used for, in order.
    pub uses: Vec<SurplusUse>,
    /// The vote that adopted the sheet was opened again; nothing is collected until it passes once more.
    pub withdrawn: bool,
    /// Who pays.
    pub payers: Payers,
    /// Where those who agree pay: since when it is settled who they are.
    pub settled: Option<At>,
}

impl Collection {
    /// The collection of a sheet, nobody reached yet. Whoever receives money by the sheet is asked for nothing.
    pub fn new(sheet: SheetNo, vote: VoteNo, opened: At, costs: &CostSheet) -> Collection {
        let due = Fen(costs.due.iter().map(|due| due.0.max(0)).fold(0, i64::saturating_add));
        let funding = costs.total_funding();
        let accounts = costs.doors.iter().zip(&costs.due).map(|(door, due)| Account::new(door.clone(), *due));
        Collection {
            sheet,
            vote,
            due,
            funding,
            bill: beyond(sum([due, funding]), costs.surplus),
            opened,
            accounts: accounts.collect(),
            advances: Vec::new(),
            uses: Vec::new(),
            withdrawn: false,
            payers: Payers::Everybody,
            settled: None,
        }
    }

    /// The account of a door.
    pub fn account(&self, door: &Door) -> Option<&Account> {
        self.accounts.iter().find(|account| account.door == *door)
    }

    /// The account of a door, to be changed.
    pub fn account_mut(&mut self, door: &Door) -> Option<&mut Account> {
        self.accounts.iter_mut().find(|account| account.door == *door)
    }

    /// Whether anything was recorded in it beyond its opening.
    pub fn has_begun(&self) -> bool {
        let touched = |account: &Account| account.answered.is_some() || account.is_touched();
        self.accounts.iter().any(touched) || !self.advances.is_empty() || !self.uses.is_empty()
    }

    /// Whether a part was written off by this vote.
    pub fn rests_on(&self, vote: VoteNo) -> bool {
        self.accounts.iter().flat_map(|account| &account.write_offs).any(|part| part.vote == vote)
    }

    /// Whether there is still something to do: money that is not in, an advance not paid back.
    pub fn is_open(&self) -> bool {
        let sums = self.sums();
        !self.withdrawn && (sums.gap().0 > 0 || sums.advances_open().0 > 0 || sums.agreed_open.0.0 > 0)
    }

    /// The sums of all columns.
    pub fn sums(&self) -> Sums {
        let mut sums = Sums { due: self.due, funding: self.funding, bill: self.bill, ..Sums::default() };
        for account in self.accounts.iter().filter(|account| self.asks(account)) {
            sums.paid = sum([sums.paid, account.paid()]);
            sums.refunded = sum([sums.refunded, account.refunded()]);
            let written = account.written_off();
            if written.0 > 0 {
                sums.written_off = (sum([sums.written_off.0, written]), sums.written_off.1 + 1);
            }
            let open = account.open();
            let place = match account.answer {
                _ if open.0 <= 0 => {
                    sums.paid_households += 1;
                    continue;
                }
                Answer::Agreed => &mut sums.agreed_open,
                Answer::NotReached => &mut sums.not_reached,
                Answer::Declined => &mut sums.declined,
            };
            *place = (sum([place.0, open]), place.1 + 1);
        }
        for advance in &self.advances {
            sums.advanced = sum([sums.advanced, advance.amount]);
            sums.repaid = sum([sums.repaid, advance.repaid()]);
        }
        let uses = self.uses.iter().map(|used| used.amount.0);
        sums.surplus_used = Fen(uses.fold(0, i64::saturating_add));
        sums
    }

    /// How much may still be advanced: the gap that nobody has advanced yet, of a household its own open part at most.
    pub fn to_advance(&self, door: Option<&Door>) -> Fen {
        let sums = self.sums();
        let free = beyond(sums.gap(), sums.advances_open());
        let Some(account) = door.and_then(|door| self.account(door)) else { return free };
        let lent = self.advances.iter().filter(|advance| advance.door.as_ref() == door).map(|advance| advance.open().0);
        free.min(beyond(account.open(), Fen(lent.fold(0, i64::saturating_add))))
    }

    /// How much of the advances may be paid back now: what came in since the first of them, and whatever lies there
    /// beyond the bill; never more than is open.
    pub fn to_repay(&self) -> Fen {
        let sums = self.sums();
        let Some(first) = self.advances.first().map(|advance| advance.seq) else { return Fen(0) };
        let came_in: i64 =
            self.accounts.iter().map(|account| account.came_in_after(first)).fold(0, i64::saturating_add);
        let since = beyond(Fen(came_in), sums.repaid);
        let spare = beyond(sums.advances_open(), sums.gap());
        since.max(spare).min(sums.advances_open())
    }

    /// Which advance a payment would pay back, and how much of it: one for the household's own part first, then one
    /// for the gap; what is lent for other households' parts waits for theirs.
    pub fn repaid_by(&self, door: &Door, amount: Fen) -> Option<(AdvanceNo, Fen)> {
        let open = |wanted: Option<&Door>| {
            self.advances.iter().position(|advance| advance.door.as_ref() == wanted && advance.open().0 > 0)
        };
        let place = open(Some(door)).or_else(|| open(None))?;
        let mut after = self.clone();
        after.account_mut(door)?.payments.push(Payment {
            amount,
            receipt: String::new(),
            method: PaidBy::Cash,
            taken_by: PersonId::NOBODY,
            at: At(0),
            seq: EventSeq(u64::MAX),
        });
        let back = amount.min(self.advances[place].open()).min(after.to_repay());
        (back.0 > 0).then_some((AdvanceNo::at(place), back))
    }

    /// The door that has this receipt number, for money in or money back; an empty number is nobody's.
    pub fn receipt_of(&self, receipt: &str) -> Option<&Door> {
        let receipt = receipt.trim();
        let holds = |account: &&Account| account.receipts().any(|known| known == receipt);
        (!receipt.is_empty()).then(|| self.accounts.iter().find(holds)).flatten().map(|account| &account.door)
    }

    /// The next free receipt number in the manner of the last one: 034 → 035; `001` at first.
    pub fn next_receipt(&self) -> String {
        let last: Option<(EventSeq, &str)> = self.accounts.iter().flat_map(Account::numbered).max_by_key(|last| last.0);
        let last = last.map_or("000", |(_, receipt)| receipt);
        let digits = last.len() - last.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (head, tail) = last.split_at(last.len() - digits);
        let Some(mut next) = tail.parse::<u64>().ok() else { return String::new() };
        while let Some(number) = next.checked_add(1) {
            let receipt = format!("{head}{number:0digits$}");
            if self.receipt_of(&receipt).is_none() {
                return receipt;
            }
            next = number;
        }
        String::new()
    }
}
