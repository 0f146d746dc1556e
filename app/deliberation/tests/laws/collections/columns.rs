//! The columns add up to the bill after any deeds, held against a ledger that adds in another way.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use amounts::Fen;
use deliberation::collection::{Answer, Collection};
use deliberation::ids::VoteNo;
use deliberation::{Command, Recorded, fold_all};
use proptest::prelude::*;

use super::table::*;

/// What a careless user might press next; the first four kinds of answers and payments most often.
fn command((kind, a, b): (u8, u32, u32)) -> Command {
    let n = a % (HOUSEHOLDS + 1);
    let amount = i64::from(b) * 100;
    match kind {
        0..=2 => answer(n, [Answer::Agreed, Answer::Declined, Answer::NotReached][b as usize % 3]),
        3..=7 => pay(n, amount, &format!("{}", (a * 7 + b) % 40)),
        8 => refund(n, amount, ""),
        9 => advance(n, amount, (b % 2 == 0).then_some(n)),
        10 => repay(a % 3 + 1, amount),
        11 => bill(BILL + amount - 5_000),
        12 => spend(i64::from(b)),
        13 => write_off(n, (b % 2 == 0).then_some(amount), VoteNo(a % 3 + 1)),
        14 => pay(n, DUE[n as usize % DUE.len()], ""),
        15 | 16 => Command::Undo,
        _ => Command::Redo,
    }
}

/// The accepted deeds, added up in another way than the program does: every fen by the deed that moved it.
struct Ledger {
    done: Vec<Command>,
    undone: Vec<Command>,
}

impl Ledger {
    fn take(&mut self, command: &Command) {
        match command {
            Command::Undo => self.undone.push(self.done.pop().unwrap()),
            Command::Redo => self.done.push(self.undone.pop().unwrap()),
            other => {
                self.undone.clear();
                self.done.push(other.clone());
            }
        }
    }

    fn sum(&self, pick: impl Fn(&Command) -> Option<i64>) -> i64 {
        self.done.iter().filter_map(pick).sum()
    }

    fn holds(&self, collection: &Collection) {
        let paid = self.sum(|command| match command {
            Command::TakePayment { amount, .. } => Some(amount.0),
            Command::RefundPayment { amount, .. } => Some(-amount.0),
            _ => None,
        });
        let bill = self.done.iter().rev().find_map(|command| match command {
            Command::RecordBill { amount, .. } => Some(amount.0),
            _ => None,
        });
        let spent = self.sum(|command| match command {
            Command::UseSurplus { amount, .. } => Some(amount.0),
            _ => None,
        });
        let lent = self.sum(|command| match command {
            Command::AdvanceMoney { amount, .. } => Some(amount.0),
            Command::RepayAdvance { amount, .. } => Some(-amount.0),
            _ => None,
        });
        let bill = bill.unwrap_or(BILL);
        let sums = collection.sums();
        let borne = sums.written_off.0.0;
        let open = sums.agreed_open.0.0 + sums.not_reached.0.0 + sums.declined.0.0;
        assert_eq!((sums.paid.0, sums.bill.0, sums.surplus_used.0), (paid, bill, spent));
        assert_eq!(sums.advances_open().0, lent);
        // The columns add up, by household and altogether.
        assert_eq!(paid + borne + open, 40_200);
        assert_eq!(FUNDING + paid + borne + open + sums.short().0, bill + spent + sums.over().0);
        let households = sums.paid_households + sums.agreed_open.1 + sums.not_reached.1 + sums.declined.1;
        assert_eq!(households, collection.accounts.len());
        // Gap = bill − paid, whoever advanced it.
        assert_eq!(sums.gap().0 - sums.surplus().0, bill + spent - FUNDING - paid - borne);
        assert!(sums.gap().0 == 0 || sums.surplus().0 == 0);
        for account in &collection.accounts {
            assert!(account.paid().0 >= 0 && (account.open().0 >= 0 || account.due.0 < 0), "{account:?}");
            assert!(account.answer == Answer::Agreed || account.owing() == Fen(0), "{account:?}");
            assert!(account.answer == Answer::Agreed || account.paid() == Fen(0), "{account:?}");
        }
        let mut receipts: Vec<&str> =
            collection.accounts.iter().flat_map(|account| &account.payments).map(|p| p.receipt.as_str()).collect();
        receipts.retain(|receipt| !receipt.is_empty());
        let all = receipts.len();
        receipts.sort_unstable();
        receipts.dedup();
        assert_eq!(receipts.len(), all, "a receipt number twice");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_columns_add_up_to_the_bill_after_every_deed(
        presses in prop::collection::vec((0u8..18, 0u32..40, 0u32..120), 0..80),
    ) {
        let mut table = Table::collecting();
        let mut ledger = Ledger { done: Vec::new(), undone: Vec::new() };
        ledger.holds(table.collection());
        for press in presses {
            let command = command(press);
            let before = table.gap();
            if table.tries(&command).is_ok() {
                ledger.take(&command);
                if matches!(command, Command::AdvanceMoney { .. } | Command::RepayAdvance { .. }) {
                    prop_assert_eq!(table.gap(), before, "an advance moves no gap: {:?}", command);
                }
            }
            ledger.holds(table.collection());
        }
        prop_assert_eq!(&fold_all(&table.journal), &table.state);
        let read: Vec<Recorded> =
            table.journal.iter().map(|event| Recorded::decode(event.seq, &event.encode()).unwrap()).collect();
        prop_assert_eq!(&read, &table.journal);
    }
}
