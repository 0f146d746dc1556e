//! Collections: opened by a vote, then answers, money in and out, door by door.

use std::sync::Arc;

use crate::collection::{Advance, Collection, Payment, Refund, Repayment, SurplusUse, WriteOff};
use crate::event::{Event, Recorded};
use crate::ids::CollectionNo;
use crate::state::Facts;

fn collection_mut(facts: &mut Facts, number: CollectionNo) -> Option<&mut Collection> {
    facts.collections.get_mut(number.index()?).map(Arc::make_mut)
}

pub(super) fn apply(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    let (at, by, seq) = (recorded.at, recorded.by, recorded.seq);
    match &recorded.event {
        Event::CollectionOpened { collection: number, sheet, vote } => {
            let mut collection = Collection::new(*sheet, *vote, at, &facts.sheet(*sheet)?.sheet);
            let motion = facts.vote(*vote).and_then(|vote| facts.motion(vote.motion));
            collection.payers = motion.map(|motion| motion.terms.payers).unwrap_or_default();
            match facts.collections.get_mut(number.index()?) {
                // The vote was opened again and has passed again.
                Some(old) if old.withdrawn => *old = Arc::new(collection),
                Some(_) => return None,
                None => facts.collections.push(Arc::new(collection)),
            }
        }
        Event::HouseholdAnswered { collection, door, answer } => {
            let account = collection_mut(facts, *collection)?.account_mut(door)?;
            (account.answer, account.answered) = (*answer, Some(at));
        }
        Event::LimitStated { collection, door, limit } => {
            collection_mut(facts, *collection)?.account_mut(door)?.limit = *limit;
        }
        Event::PledgesSettled { collection, doors, due } => {
            collection_mut(facts, *collection)?.settle(at, doors, due);
        }
        Event::PledgesReopened { collection: number } => {
            let sheet = std::sync::Arc::clone(facts.sheets.get(facts.collection(*number)?.sheet.index()?)?);
            collection_mut(facts, *number)?.reopen_pledges(&sheet.sheet);
        }
        Event::PaymentTaken { collection, door, amount, receipt, method, taken_by } => {
            let (amount, receipt) = (*amount, receipt.clone());
            let payment = Payment { amount, receipt, method: *method, taken_by: *taken_by, at, seq };
            collection_mut(facts, *collection)?.account_mut(door)?.payments.push(payment);
        }
        Event::PaymentRefunded { collection, door, amount, receipt, method, given_by } => {
            let (amount, receipt) = (*amount, receipt.clone());
            let refund = Refund { amount, receipt, method: *method, given_by: *given_by, at, seq };
            collection_mut(facts, *collection)?.account_mut(door)?.refunds.push(refund);
        }
        Event::MoneyAdvanced { collection, person, amount, door, .. } => {
            let (door, repayments) = (door.clone(), Vec::new());
            let advance = Advance { person: *person, amount: *amount, door, at, seq, repayments };
            collection_mut(facts, *collection)?.advances.push(advance);
        }
        Event::AdvanceRepaid { collection, advance, amount } => {
            let advances = &mut collection_mut(facts, *collection)?.advances;
            let repayment = Repayment { amount: *amount, at, by };
            advances.get_mut(advance.index()?)?.repayments.push(repayment);
        }
        Event::BillRecorded { collection, amount } => collection_mut(facts, *collection)?.bill = *amount,
        Event::SurplusUsed { collection, amount, text } => {
            let used = SurplusUse { amount: *amount, words: text.clone(), at, by };
            collection_mut(facts, *collection)?.uses.push(used);
        }
        Event::PartWrittenOff { collection, door, amount, source, vote } => {
            let part = WriteOff { amount: *amount, source: source.clone(), vote: *vote, at, seq };
            collection_mut(facts, *collection)?.account_mut(door)?.write_offs.push(part);
        }
        _ => return None,
    }
    Some(())
}
