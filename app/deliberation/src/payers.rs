//! Who pays for what is voted on: the cost behind each side, shares as households pledge, and two sheets side by side.
//!
//! The host's own split over the sheet's weights; no procedure runs here, and no weight is ever changed.

use std::collections::{BTreeMap, BTreeSet};

use amounts::{Fen, Ratio, SplitError, split};

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

/// How many more households must pledge at the least until nobody pays more than `limit`: 0 = affordable now; `None` =
/// not even if all do. The heaviest of those still missing come first, which is the quickest way there.
pub fn pledges_needed(sheet: &CostSheet, doors: &BTreeSet<Door>, limit: Fen) -> Option<usize> {
    let mut missing: Vec<usize> =
        (0..sheet.doors.len()).filter(|row| sheet.doors.get(*row).is_some_and(|door| !doors.contains(door))).collect();
    missing.sort_by_key(|row| std::cmp::Reverse(sheet.weights.get(*row).copied().unwrap_or(0)));
    let affordable = |count: usize| {
        let mut with = doors.clone();
        with.extend(missing.iter().take(count).filter_map(|row| sheet.doors.get(*row).cloned()));
        pledged(sheet, &with).is_ok_and(|pledged| pledged.highest <= limit)
    };
    // A heavy household may itself pay more than the limit until others join: every count is held against it.
    (0..=missing.len()).find(|count| affordable(*count))
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
mod tests {
    use amounts::Rounding;
    use proptest::prelude::*;

    use super::*;
    use crate::rule::Bilingual;

    fn sheet(gross: i64, weights: &[u64]) -> CostSheet {
        let shares = split(gross, weights, Rounding::Fen).unwrap().shares;
        let shares: Vec<Fen> = shares.into_iter().map(Fen).collect();
        let none = vec![Fen(0); weights.len()];
        CostSheet {
            id: "sheet".into(),
            title: Bilingual::default(),
            rule: Bilingual::default(),
            source: Bilingual::default(),
            gross: Fen(gross),
            funding: Vec::new(),
            surplus: Fen(0),
            rounding: Rounding::Fen,
            doors: (1..=weights.len()).map(|n| Door::new(format!("1-{n}"))).collect(),
            weights: weights.to_vec(),
            due: shares.clone(),
            shares,
            reliefs: none.clone(),
            compensations: none,
            instalments: Vec::new(),
        }
    }

    fn doors(numbers: impl IntoIterator<Item = usize>) -> BTreeSet<Door> {
        numbers.into_iter().map(|n| Door::new(format!("1-{n}"))).collect()
    }

    /// AT-003-3: 28,000.00 by 56 households are 500.00 each; with 42 pledges the same bill is 666.67 at most.
    #[test]
    fn at_003_3_shares_rise_as_fewer_pledge() {
        let gate = sheet(2_800_000, &[1; 56]);
        assert_eq!(gate.due[0], Fen(50_000));
        let now = pledged(&gate, &doors(1..=42)).unwrap();
        assert_eq!((now.highest, now.due.iter().map(|(_, due)| due.0).sum::<i64>()), (Fen(66_667), 2_800_000));
        // Nobody is to pay more than 600.00: 47 households make 595.75.
        assert_eq!(pledges_needed(&gate, &doors(1..=42), Fen(60_000)), Some(5));
        assert_eq!(pledges_needed(&gate, &doors(1..=42), Fen(66_667)), Some(0));
        assert_eq!(pledges_needed(&gate, &doors(1..=42), Fen(49_999)), None);
        assert_eq!(pledged(&gate, &BTreeSet::new()), Err(SplitError::NoRows));
    }

    #[test]
    fn relief_keeps_its_part_and_compensation_its_amount() {
        let mut lift = sheet(60_000, &[1, 1, 1]);
        (lift.reliefs[0], lift.due[0]) = (Fen(10_000), Fen(10_000));
        (lift.compensations[1], lift.due[1]) = (Fen(500), Fen(19_500));
        let now = pledged(&lift, &doors([1, 2])).unwrap();
        let due: Vec<i64> = now.due.iter().map(|(_, due)| due.0).collect();
        assert_eq!(due, [15_000, 29_500]);
    }

    #[test]
    fn two_sheets_are_held_side_by_side() {
        let (by_household, by_area) = (sheet(10_000, &[1, 1]), sheet(10_000, &[3, 1]));
        let changes: Vec<i64> = compare(&by_household, &by_area).iter().map(|change| change.by().0).collect();
        assert_eq!(changes, [2_500, -2_500]);
        let fewer = sheet(5_000, &[1]);
        assert_eq!(compare(&by_household, &fewer)[1].after, None);
    }

    proptest! {
        /// Whoever pledges: the bill is paid to the fen, and weights decide alone.
        #[test]
        fn the_bill_is_split_to_the_fen_among_any_pledges(
            weights in prop::collection::vec(1u64..1_000_000, 1..40),
            gross in 0i64..1_000_000_000,
            pledges in prop::collection::vec(any::<bool>(), 40),
        ) {
            let whole = sheet(gross, &weights);
            let agreed = doors((1..=weights.len()).filter(|n| pledges[*n - 1]));
            match pledged(&whole, &agreed) {
                Ok(now) => {
                    prop_assert_eq!(now.due.iter().map(|(_, due)| due.0).sum::<i64>(), gross);
                    let subset: Vec<u64> =
                        (1..=weights.len()).filter(|n| pledges[*n - 1]).map(|n| weights[n - 1]).collect();
                    let plain = split(gross, &subset, Rounding::Fen).unwrap();
                    prop_assert_eq!(now.due.iter().map(|(_, due)| due.0).collect::<Vec<_>>(), plain.shares);
                }
                Err(error) => prop_assert!(agreed.is_empty(), "{error}"),
            }
        }

        /// The smallest number of further pledges: one less does not do.
        #[test]
        fn the_pledges_needed_are_the_fewest_in_their_order(count in 1usize..30, agreed in 0usize..30, limit in 1u64..5_000) {
            let whole = sheet(30_000, &vec![1; count]);
            let agreed = doors(1..=agreed.min(count));
            let needed = pledges_needed(&whole, &agreed, Fen(i64::try_from(limit).unwrap()));
            let enough = |n: usize| n > 0 && 30_000_u64.div_ceil(n as u64) <= limit;
            let expected = (agreed.len()..=count).find(|n| enough(*n)).map(|n| n - agreed.len());
            prop_assert_eq!(needed, expected);
        }
    }
}
