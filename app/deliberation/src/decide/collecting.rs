//! Collecting money: answers, payments and refunds, advances, the supplier's bill, surplus, parts borne elsewhere.

use amounts::Fen;

use super::{Decision, person, said, text};
use crate::collection::{Account, Answer, Collection};
use crate::command::{Command, Origin};
use crate::door::Door;
use crate::event::Event;
use crate::ids::{AdvanceNo, CollectionNo, VoteNo};
use crate::refusal::Refusal;
use crate::state::Facts;
use crate::terms::Payers;
use crate::verdict::Outcome;

pub(super) fn decide(facts: &Facts, command: &Command, origin: &Origin) -> Decision {
    match command {
        Command::RecordAnswer { collection: number, door, answer } => {
            let account = account(collected(facts, *number)?, door)?;
            if *answer != Answer::Agreed && account.paid().0 > 0 {
                return Err(Refusal::HasPaid { door: door.clone() });
            }
            let collection = collected(facts, *number)?;
            let mut events = Vec::new();
            if collection.payers == Payers::Agreed && collection.settled.is_some() {
                // Once money has moved, whoever stood aside stays aside: every share would be another one.
                if collection.has_money() && !collection.asks(account) {
                    return Err(Refusal::PledgesSettled { door: door.clone() });
                }
                if !collection.has_money() && account.answer != *answer {
                    events.push(Event::PledgesReopened { collection: *number });
                }
            }
            events.push(answered(*number, door, *answer));
            Ok(events)
        }
        Command::StateLimit { collection: number, door, limit } => {
            let collection = collected(facts, *number)?;
            let known = account(collection, door)?.limit;
            if !collection.is_pledging() {
                return Err(Refusal::NoPledges);
            }
            limit.map_or(Ok(()), positive)?;
            if known == *limit {
                return Err(Refusal::NothingChanges);
            }
            Ok(vec![Event::LimitStated { collection: *number, door: door.clone(), limit: *limit }])
        }
        Command::SettlePledges { collection: number } => {
            let collection = collected(facts, *number)?;
            if !collection.is_pledging() {
                return Err(Refusal::NoPledges);
            }
            let sheet = &facts.sheet(collection.sheet).ok_or(Refusal::UnknownSheet)?.sheet;
            let standing = collection.standing(sheet).ok_or(Refusal::NobodyPledged)?;
            if let Some((door, share, limit)) = standing.over.into_iter().next() {
                return Err(Refusal::AboveLimit { door, share, limit });
            }
            let (doors, due) = standing.pledged.due.into_iter().unzip();
            Ok(vec![Event::PledgesSettled { collection: *number, doors, due }])
        }
        Command::TakePayment { collection: number, door, amount, receipt, method, taken_by } => {
            let collection = settled(facts, *number)?;
            let account = account(collection, door)?;
            positive(*amount)?;
            if *amount > account.open() {
                return Err(Refusal::MoreThanOpen { door: door.clone(), open: Fen(account.open().0.max(0)) });
            }
            let receipt = unused(collection, receipt)?;
            let taken_by = person(facts, taken_by)?;
            let mut events = Vec::new();
            // Whoever pays agrees; nobody is written down as owing who did not.
            if account.answer != Answer::Agreed {
                events.push(answered(*number, door, Answer::Agreed));
            }
            let (collection, door) = (*number, door.clone());
            events.push(Event::PaymentTaken { collection, door, amount: *amount, receipt, method: *method, taken_by });
            Ok(events)
        }
        Command::RefundPayment { collection: number, door, amount, receipt, method, given_by } => {
            let collection = collected(facts, *number)?;
            let account = account(collection, door)?;
            positive(*amount)?;
            if *amount > account.paid() {
                return Err(Refusal::MoreThanPaid { door: door.clone(), paid: account.paid() });
            }
            let (receipt, given_by) = (unused(collection, receipt)?, person(facts, given_by)?);
            let (collection, door) = (*number, door.clone());
            Ok(vec![Event::PaymentRefunded { collection, door, amount: *amount, receipt, method: *method, given_by }])
        }
        Command::AdvanceMoney { collection: number, who, amount, door } => {
            let collection = settled(facts, *number)?;
            if let Some(door) = door {
                account(collection, door)?;
            }
            positive(*amount)?;
            let left = collection.to_advance(door.as_ref());
            if *amount > left {
                return Err(Refusal::MoreThanGap { left });
            }
            let advance = AdvanceNo::at(collection.advances.len());
            let (person, door) = (person(facts, who)?, door.clone());
            Ok(vec![Event::MoneyAdvanced { collection: *number, advance, person, amount: *amount, door }])
        }
        Command::RepayAdvance { collection: number, advance, amount } => {
            let collection = collected(facts, *number)?;
            let known = advance.index().and_then(|index| collection.advances.get(index));
            let known = known.ok_or(Refusal::UnknownAdvance)?;
            positive(*amount)?;
            if *amount > known.open() {
                return Err(Refusal::MoreThanAdvanced { left: known.open() });
            }
            let left = collection.to_repay();
            if *amount > left {
                return Err(Refusal::MoreThanCameIn { left });
            }
            Ok(vec![Event::AdvanceRepaid { collection: *number, advance: *advance, amount: *amount }])
        }
        Command::RecordBill { collection: number, amount } => {
            let collection = collected(facts, *number)?;
            positive(*amount)?;
            if *amount == collection.bill {
                return Err(Refusal::NothingChanges);
            }
            Ok(vec![Event::BillRecorded { collection: *number, amount: *amount }])
        }
        Command::UseSurplus { collection: number, amount, words } => {
            let left = collected(facts, *number)?.sums().surplus();
            positive(*amount)?;
            if *amount > left {
                return Err(Refusal::MoreThanSurplus { left });
            }
            let text = text(facts, words, &[origin.by])?;
            Ok(vec![Event::SurplusUsed { collection: *number, amount: *amount, text }])
        }
        Command::WriteOffPart { collection: number, door, amount, source, vote } => {
            let collection = settled(facts, *number)?;
            let account = account(collection, door)?;
            let open = Fen(account.open().0.max(0));
            let amount = amount.unwrap_or(open);
            if amount > open || open.0 == 0 {
                return Err(Refusal::MoreThanOpen { door: door.clone(), open });
            }
            positive(amount)?;
            decided_later(facts, collection, *vote)?;
            let (door, source) = (door.clone(), said(source)?);
            Ok(vec![Event::PartWrittenOff { collection: *number, door, amount, source, vote: *vote }])
        }
        _ => Ok(Vec::new()),
    }
}

/// A collection that goes on: the vote that adopted its sheet stands.
fn collected(facts: &Facts, number: CollectionNo) -> Result<&Collection, Refusal> {
    facts.collection(number).filter(|collection| !collection.withdrawn).ok_or(Refusal::UnknownCollection)
}

/// A collection of which it is settled who pays.
fn settled(facts: &Facts, number: CollectionNo) -> Result<&Collection, Refusal> {
    let collection = collected(facts, number)?;
    if collection.is_pledging() { Err(Refusal::PledgesOpen) } else { Ok(collection) }
}

fn account<'a>(collection: &'a Collection, door: &Door) -> Result<&'a Account, Refusal> {
    collection.account(door).ok_or_else(|| Refusal::NotInCollection { door: door.clone() })
}

fn positive(amount: Fen) -> Result<(), Refusal> {
    if amount.0 > 0 { Ok(()) } else { Err(Refusal::BadAmount) }
}

fn answered(collection: CollectionNo, door: &Door, answer: Answer) -> Event {
    Event::HouseholdAnswered { collection, door: door.clone(), answer }
}

/// A receipt number nobody has in this collection; none at all is allowed.
fn unused(collection: &Collection, receipt: &str) -> Result<String, Refusal> {
    let receipt = receipt.trim().to_owned();
    match collection.receipt_of(&receipt) {
        Some(door) => Err(Refusal::ReceiptUsed { receipt, door: door.clone() }),
        None => Ok(receipt),
    }
}

/// A share goes to another source only by a decision of its own, taken after the sheet was adopted.
fn decided_later(facts: &Facts, collection: &Collection, number: VoteNo) -> Result<(), Refusal> {
    let vote = facts.vote(number).ok_or(Refusal::UnknownVote)?;
    let later = vote.closed.is_some_and(|closed| closed.at >= collection.opened) && number != collection.vote;
    if later && vote.verdict().outcome == Outcome::Passed { Ok(()) } else { Err(Refusal::NotDecidedLater) }
}
