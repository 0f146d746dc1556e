//! Who pays, held against the worked examples and by random sheets.

use proptest::prelude::*;

use super::*;
use crate::rule::Bilingual;

fn sheet(gross: i64, weights: &[u64]) -> CostSheet {
    rounded(gross, weights, Rounding::Fen)
}

fn rounded(gross: i64, weights: &[u64], rounding: Rounding) -> CostSheet {
    let split = split(gross, weights, rounding).unwrap();
    let shares: Vec<Fen> = split.shares.into_iter().map(Fen).collect();
    let none = vec![Fen(0); weights.len()];
    CostSheet {
        id: "sheet".into(),
        title: Bilingual::default(),
        rule: Bilingual::default(),
        source: Bilingual::default(),
        gross: Fen(gross),
        funding: Vec::new(),
        surplus: Fen(split.surplus),
        rounding,
        doors: (1..=weights.len()).map(|n| Door::new(format!("1-{n}"))).collect(),
        weights: weights.to_vec(),
        due: shares.clone(),
        shares,
        reliefs: none.clone(),
        compensations: none,
        instalments: Vec::new(),
    }
}

fn all_at(sheet: &CostSheet, limit: i64) -> BTreeMap<Door, Fen> {
    sheet.doors.iter().map(|door| (door.clone(), Fen(limit))).collect()
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
    assert_eq!(pledges_needed(&gate, &doors(1..=42), &all_at(&gate, 60_000)), Some(5));
    assert_eq!(pledges_needed(&gate, &doors(1..=42), &all_at(&gate, 66_667)), Some(0));
    assert_eq!(pledges_needed(&gate, &doors(1..=42), &all_at(&gate, 49_999)), None);
    // Only 1-1 has set itself a limit.
    let one = BTreeMap::from([(Door::new("1-1"), Fen(55_000))]);
    assert_eq!(pledges_needed(&gate, &doors(1..=42), &one), Some(9), "51 households: 549.02");
    assert_eq!(pledged(&gate, &BTreeSet::new()), Err(SplitError::NoRows));
}

/// Shares that cannot be within their limits are not even split: the search begins where it may succeed.
#[test]
fn at_003_3_the_search_begins_where_nobody_is_certainly_above_a_limit() {
    for rounding in [Rounding::Fen, Rounding::Yuan, Rounding::YuanUp] {
        let gate = rounded(2_800_000, &[1; 56], rounding);
        let missing: Vec<usize> = (42..56).collect();
        let few = |limit| too_few(&gate, &doors(1..=42), &all_at(&gate, limit), &missing);
        // 46 households make 608.69, 47 make 595.74.
        assert_eq!((few(60_000), few(66_700), few(1)), (5, 0, missing.len()), "{rounding:?}");
        // 608.69 is above 608.50 to the fen, and may be 608 in whole yuan.
        assert_eq!(few(60_850), if rounding == Rounding::Fen { 5 } else { 4 }, "{rounding:?}");
    }
}

/// A household of no weight bears nothing alone: somebody of weight must join.
#[test]
fn pledges_without_any_weight_need_one_more() {
    let gate = sheet(10_000, &[0, 1]);
    assert_eq!(pledges_needed(&gate, &doors([1]), &all_at(&gate, 10_000)), Some(1));
}

/// 40 households make 700.00 exactly, which is within a limit of 700.00.
#[test]
fn a_share_that_is_the_limit_is_within_it() {
    let gate = sheet(2_800_000, &[1; 56]);
    assert_eq!(pledges_needed(&gate, &doors(1..=40), &all_at(&gate, 70_000)), Some(0));
    assert_eq!(pledges_needed(&gate, &doors(1..=40), &all_at(&gate, 69_999)), Some(1));
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
        let needed = pledges_needed(&whole, &agreed, &all_at(&whole, i64::try_from(limit).unwrap()));
        let enough = |n: usize| n > 0 && 30_000_u64.div_ceil(n as u64) <= limit;
        let expected = (agreed.len()..=count).find(|n| enough(*n)).map(|n| n - agreed.len());
        prop_assert_eq!(needed, expected);
    }
    /// However the search is shortened, it finds what trying one number after the other finds: with any weights, coins,
    /// reliefs and limits.
    #[test]
    fn the_pledges_needed_are_what_trying_finds(
        weights in prop_oneof![prop::collection::vec(0u64..6, 2..9), prop::collection::vec(0u64..20_000, 2..9)],
        yuan in 1i64..60,
        coin in 0usize..3,
        off in 0usize..4,
        relieved in prop::collection::vec(any::<bool>(), 9),
        pledges in prop::collection::vec(any::<bool>(), 9),
        limits in prop::collection::vec(prop::option::of(0i64..3_000), 9),
    ) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let mut sheet = rounded(yuan * 100, &weights, [Rounding::Fen, Rounding::Yuan, Rounding::YuanUp][coin]);
        // Nothing is taken off, something of some shares, something of all, or a compensation of some.
        for row in (0..weights.len()).filter(|row| off == 2 || off > 0 && relieved[*row]) {
            let taken = Fen(sheet.shares[row].0 / 2);
            if off == 3 {
                sheet.compensations[row] = taken;
            } else {
                sheet.reliefs[row] = taken;
            }
            sheet.due[row] = Fen(sheet.shares[row].0 - taken.0);
        }
        let agreed = doors((1..=weights.len()).filter(|n| pledges[n - 1]));
        let limits: BTreeMap<Door, Fen> = (1..=weights.len())
            .filter_map(|n| Some((Door::new(format!("1-{n}")), Fen(limits[n - 1]?))))
            .collect();
        let mut missing: Vec<usize> = (0..weights.len()).filter(|row| !agreed.contains(&sheet.doors[*row])).collect();
        missing.sort_by_key(|row| std::cmp::Reverse(weights[*row]));
        let expected = (0..=missing.len()).find(|count| {
            let mut with = agreed.clone();
            with.extend(missing[..*count].iter().map(|row| sheet.doors[*row].clone()));
            let within = |due: &(Door, Fen)| limits.get(&due.0).is_none_or(|limit| due.1 <= *limit);
            pledged(&sheet, &with).is_ok_and(|now| now.due.iter().all(within))
        });
        prop_assert_eq!(pledges_needed(&sheet, &agreed, &limits), expected);
    }
}
