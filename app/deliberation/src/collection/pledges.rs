//! Where those who agree pay (谁同意谁出): pledges with what a household can pay at the most, and the moment at which it is
//! settled who pays how much.

use std::collections::{BTreeMap, BTreeSet};

use amounts::Fen;

use super::{Account, Answer, Collection};
use crate::cost::CostSheet;
use crate::door::Door;
use crate::payers::{Pledged, pledged, pledges_needed};
use crate::terms::Payers;

/// How a pay-if-you-agree project stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The bill among those who have pledged.
    pub pledged: Pledged,
    /// Whose share is more than they can pay: door, share, limit.
    pub over: Vec<(Door, Fen, Fen)>,
    /// How many more must pledge before nobody's share is above what they can pay; `None` = not even if all do.
    pub needed: Option<usize>,
    /// The highest share if every household of the sheet pledges.
    pub least: Fen,
}

impl Collection {
    /// Whether pledges are still gathered: nothing can be paid before it is settled who pays.
    pub fn is_pledging(&self) -> bool {
        self.payers == Payers::Agreed && self.settled.is_none()
    }

    /// Whether a household is asked to pay: everybody, or once it is settled those among whom the bill was split.
    pub fn asks(&self, account: &Account) -> bool {
        self.payers == Payers::Everybody || self.settled.is_none() || account.due.0 != 0
    }

    /// How many households are asked to pay.
    pub fn asked(&self) -> usize {
        self.accounts.iter().filter(|account| self.asks(account)).count()
    }

    /// Whether money moved in it.
    pub fn has_money(&self) -> bool {
        self.accounts.iter().any(Account::is_touched) || !self.advances.is_empty()
    }

    /// Those who have agreed.
    pub fn pledges(&self) -> BTreeSet<Door> {
        let agreed = self.accounts.iter().filter(|account| account.answer == Answer::Agreed);
        agreed.map(|account| account.door.clone()).collect()
    }

    /// What those who have agreed can pay at the most, where they said so.
    pub fn limits(&self) -> BTreeMap<Door, Fen> {
        let agreed = self.accounts.iter().filter(|account| account.answer == Answer::Agreed);
        agreed.filter_map(|account| Some((account.door.clone(), account.limit?))).collect()
    }

    /// How the pledges stand over the weights of the adopted sheet; `None` while nobody has pledged, or nobody who
    /// has a weight.
    pub fn standing(&self, sheet: &CostSheet) -> Option<Standing> {
        let (doors, limits) = (self.pledges(), self.limits());
        let now = pledged(sheet, &doors).ok()?;
        let above = |(door, due): &(Door, Fen)| {
            let limit = *limits.get(door)?;
            (*due > limit).then(|| (door.clone(), *due, limit))
        };
        let over: Vec<_> = now.due.iter().filter_map(above).collect();
        let needed = if over.is_empty() { Some(0) } else { pledges_needed(sheet, &doors, &limits) };
        let all = sheet.doors.iter().cloned().collect();
        let least = pledged(sheet, &all).map(|all| all.highest).unwrap_or_default();
        Some(Standing { pledged: now, over, needed, least })
    }

    /// Puts the settled shares in the place of the sheet's; whoever has none is asked for nothing.
    pub(crate) fn settle(&mut self, at: crate::time::At, doors: &[Door], due: &[Fen]) {
        let shares: BTreeMap<&Door, Fen> = doors.iter().zip(due.iter().copied()).collect();
        for account in &mut self.accounts {
            account.due = shares.get(&account.door).copied().unwrap_or_default();
        }
        self.settled = Some(at);
        self.due = asked_together(&self.accounts);
    }

    /// Goes back to gathering pledges: the sheet's shares hold again.
    pub(crate) fn reopen_pledges(&mut self, sheet: &CostSheet) {
        let shares: BTreeMap<&Door, Fen> = sheet.doors.iter().zip(sheet.due.iter().copied()).collect();
        for account in &mut self.accounts {
            account.due = shares.get(&account.door).copied().unwrap_or_default();
        }
        self.settled = None;
        self.due = asked_together(&self.accounts);
    }
}

fn asked_together(accounts: &[Account]) -> Fen {
    Fen(accounts.iter().map(|account| account.due.0.max(0)).fold(0, i64::saturating_add))
}
