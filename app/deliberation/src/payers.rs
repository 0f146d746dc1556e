//! Who pays for what is voted on: the cost behind each side, shares as households pledge, and two sheets side by side.
//!
//! The host's own split over the sheet's weights; no procedure runs here, and no weight is ever changed.

use std::collections::{BTreeMap, BTreeSet};

use amounts::{Fen, Ratio, Rounding, SplitError, split};

use crate::ballot::Choice;
use crate::cost::CostSheet;
use crate::door::Door;
use crate::roll::Roll;
use crate::vote::Vote;

/// What the households behind each side of a vote would pay together, in fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CostBySide {
    /// Of those for it.
    pub yes: Fen,
    /// Of those against it.
    pub no: Fen,
    /// Of those abstaining.
    pub abstain: Fen,
    /// Of those whose paper is void.
    pub void: Fen,
    /// Of those who have not answered or may not.
    pub silent: Fen,
}

impl CostBySide {
    /// One side's part.
    pub fn side(&self, choice: Choice) -> Fen {
        match choice {
            Choice::Yes => self.yes,
            Choice::No => self.no,
            Choice::Abstain => self.abstain,
            Choice::Void => self.void,
        }
    }

    /// Everybody's part: what the sheet has the households pay.
    pub fn sum(&self) -> Fen {
        let parts = [self.yes, self.no, self.abstain, self.void, self.silent];
        Fen(parts.iter().fold(0, |sum: i64, part| sum.saturating_add(part.0)))
    }
}

/// Whether agreement comes from those who pay: the cost behind each side. A vote counted by side alone does not know.
pub fn cost_by_side(vote: &Vote, sheet: &CostSheet) -> Option<CostBySide> {
    if vote.method.by_totals() {
        return None;
    }
    let mut costs = CostBySide::default();
    for (door, due) in sheet.doors.iter().zip(&sheet.due) {
        let ballot = vote.voter(door).and_then(|voter| vote.ballots.get(&voter));
        let part = match ballot.map(|ballot| ballot.choice) {
            Some(Choice::Yes) => &mut costs.yes,
            Some(Choice::No) => &mut costs.no,
            Some(Choice::Abstain) => &mut costs.abstain,
            Some(Choice::Void) => &mut costs.void,
            None => &mut costs.silent,
        };
        part.0 = part.0.saturating_add(due.0);
    }
    Some(costs)
}

/// A sheet's bill among those who have pledged, for projects where those who agree pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pledged {
    /// What each pledging door pays now, in fen, in the sheet's order.
    pub due: Vec<(Door, Fen)>,
    /// The highest of them.
    pub highest: Fen,
    /// What rounding up brings in beyond the bill.
    pub surplus: Fen,
}

/// Splits the sheet's bill again among the doors that have pledged, by the sheet's weights and rounding. Relief and
/// compensation stay what they were in proportion and in fen.
pub fn pledged(sheet: &CostSheet, doors: &BTreeSet<Door>) -> Result<Pledged, SplitError> {
    let rows: Vec<usize> =
        (0..sheet.doors.len()).filter(|row| sheet.doors.get(*row).is_some_and(|door| doors.contains(door))).collect();
    let weights: Vec<u64> = rows.iter().filter_map(|row| sheet.weights.get(*row).copied()).collect();
    let shared: i64 = sheet.shares.iter().fold(0, |sum: i64, share| sum.saturating_add(share.0));
    let again = split(shared.saturating_sub(sheet.surplus.0), &weights, sheet.rounding)?;
    let at = |list: &[Fen], row: usize| list.get(row).copied().unwrap_or_default().0;
    let mut due = Vec::with_capacity(rows.len());
    for (row, share) in rows.iter().zip(&again.shares) {
        // Down to the fen, as the first time.
        let relieved = Ratio::new(at(&sheet.reliefs, *row), at(&sheet.shares, *row))
            .and_then(|part| part.floor_of(*share))
            .unwrap_or(0);
        let pays = share.saturating_sub(relieved).saturating_sub(at(&sheet.compensations, *row));
        due.push((sheet.doors[*row].clone(), Fen(pays)));
    }
    let highest = due.iter().map(|(_, fen)| *fen).max().unwrap_or_default();
    Ok(Pledged { due, highest, surplus: Fen(again.surplus) })
}

/// The doors whose head said yes: who would pay if a vote on a pay-if-you-agree project were its pledges. Nobody where
/// sides were counted without doors.
pub fn yes_doors(vote: &Vote, sheet: &CostSheet) -> BTreeSet<Door> {
    let yes = |door: &&Door| {
        let ballot = vote.voter(door).and_then(|voter| vote.ballots.get(&voter));
        ballot.is_some_and(|ballot| ballot.choice == Choice::Yes)
    };
    sheet.doors.iter().filter(yes).cloned().collect()
}

/// How many more households must pledge at the least until nobody pays more than they can (`limits`; a door without one
/// pays whatever comes): 0 = affordable now; `None` = not even if all do. The heaviest of those still missing come first,
/// which is the quickest way there.
pub fn pledges_needed(sheet: &CostSheet, doors: &BTreeSet<Door>, limits: &BTreeMap<Door, Fen>) -> Option<usize> {
    let mut missing: Vec<usize> =
        (0..sheet.doors.len()).filter(|row| sheet.doors.get(*row).is_some_and(|door| !doors.contains(door))).collect();
    missing.sort_by_key(|row| std::cmp::Reverse(sheet.weights.get(*row).copied().unwrap_or(0)));
    let affordable = |count: usize| {
        let mut with = doors.clone();
        with.extend(missing.iter().take(count).filter_map(|row| sheet.doors.get(*row).cloned()));
        let within = |(door, due): &(Door, Fen)| limits.get(door).is_none_or(|limit| due <= limit);
        pledged(sheet, &with).is_ok_and(|pledged| pledged.due.iter().all(within))
    };
    let from = too_few(sheet, doors, limits, &missing);
    (from..=missing.len()).find(|count| affordable(*count))
}

/// How many of the missing are certainly too few: an exact share, rounded down to the coin, that is above its limit. Where
/// something is taken off shares afterwards nothing is certain beforehand.
fn too_few(sheet: &CostSheet, doors: &BTreeSet<Door>, limits: &BTreeMap<Door, Fen>, missing: &[usize]) -> usize {
    let plain = |list: &[Fen]| list.iter().all(|fen| fen.0 == 0);
    if !plain(&sheet.reliefs) || !plain(&sheet.compensations) {
        return 0;
    }
    let weight = |row: usize| u128::from(sheet.weights.get(row).copied().unwrap_or(0));
    let rows = || sheet.doors.iter().enumerate().filter(|(_, door)| doors.contains(door));
    let mut whole: u128 = rows().map(|(row, _)| weight(row)).sum();
    let shared: i64 = sheet.shares.iter().fold(0, |sum: i64, share| sum.saturating_add(share.0));
    let amount = u128::try_from(shared.saturating_sub(sheet.surplus.0)).unwrap_or(0);
    let coin = if sheet.rounding == Rounding::Fen { 1 } else { 100 };
    let limited: Vec<(u128, u128)> = rows()
        .filter_map(|(row, door)| Some((weight(row), u128::try_from(limits.get(door)?.0).unwrap_or(0))))
        .collect();
    let above = |whole: u128| {
        // Rounding up never gives less than rounding down.
        limited.iter().any(|(weight, limit)| whole > 0 && amount * weight / whole / coin * coin > *limit)
    };
    for (count, row) in missing.iter().enumerate() {
        if !above(whole) {
            return count;
        }
        whole += weight(*row);
    }
    missing.len()
}

/// One household under two sheets, in fen; `None` = not on that sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The household.
    pub door: Door,
    /// Under the first.
    pub before: Option<Fen>,
    /// Under the second.
    pub after: Option<Fen>,
}

impl Change {
    /// What the household pays more under the second (negative = less).
    pub fn by(&self) -> Fen {
        Fen(self.after.unwrap_or_default().0.saturating_sub(self.before.unwrap_or_default().0))
    }
}

/// Who gains and who loses from one sheet to another, in door order.
pub fn compare(before: &CostSheet, after: &CostSheet) -> Vec<Change> {
    let by_door = |sheet: &CostSheet| -> BTreeMap<Door, Fen> {
        sheet.doors.iter().cloned().zip(sheet.due.iter().copied()).collect()
    };
    let (before, after) = (by_door(before), by_door(after));
    let doors: BTreeSet<&Door> = before.keys().chain(after.keys()).collect();
    doors
        .into_iter()
        .map(|door| Change { door: door.clone(), before: before.get(door).copied(), after: after.get(door).copied() })
        .collect()
}

/// Whether a sheet follows the legal default, a split by exclusive area (民法典 283): its weights stand to each other as
/// the areas of the roll do. `None` while an area is not known.
pub fn splits_by_area(sheet: &CostSheet, roll: &Roll) -> Option<bool> {
    let mut first: Option<(u64, i64)> = None;
    for (door, weight) in sheet.doors.iter().zip(&sheet.weights) {
        let area = roll.find(door).and_then(|unit| roll.unit(unit)).and_then(|unit| unit.area)?.0;
        let (first_weight, first_area) = *first.get_or_insert((*weight, area));
        if i128::from(*weight) * i128::from(first_area) != i128::from(first_weight) * i128::from(area) {
            return Some(false);
        }
    }
    Some(true)
}

#[cfg(test)]
mod tests;
