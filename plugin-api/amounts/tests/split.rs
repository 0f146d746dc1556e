//! Sharing an amount out: the worked examples of the domain, then the laws behind them.

#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

use amounts::{Rounding, Split, SplitError, split, whole_weights};
use proptest::prelude::*;

fn fen(amount: i64, weights: &[u64]) -> Vec<i64> {
    split(amount, weights, Rounding::Fen).unwrap().shares
}

#[test]
fn a1_1650_yuan_by_household_over_36() {
    let shares = fen(165_000, &[1; 36]);
    assert!(shares[..12].iter().all(|share| *share == 4_584));
    assert!(shares[12..].iter().all(|share| *share == 4_583));
    assert_eq!(shares.iter().sum::<i64>(), 165_000);
}

#[test]
fn a1_in_whole_yuan_and_rounded_up_with_a_surplus() {
    let yuan = split(165_000, &[1; 36], Rounding::Yuan).unwrap();
    assert_eq!(yuan.shares.iter().filter(|share| **share == 4_600).count(), 30);
    assert_eq!(yuan.shares.iter().filter(|share| **share == 4_500).count(), 6);
    assert_eq!(yuan.surplus, 0);
    assert_eq!(split(165_000, &[1; 36], Rounding::YuanUp), Ok(Split { shares: vec![4_600; 36], surplus: 600 }));
}

#[test]
fn a2_by_residents_a_tie_goes_to_the_larger_weight_then_to_the_row() {
    assert_eq!(fen(100_000, &[1, 2, 2, 3, 4, 5]), [5_882, 11_765, 11_765, 17_647, 23_529, 29_412]);
}

#[test]
fn a9_relief_redistributed_by_half_weights() {
    let mut weights = vec![2; 10];
    weights.extend([1, 0]);
    let shares = fen(600_000, &weights);
    assert_eq!(shares[..9], [57_143; 9]);
    assert_eq!(shares[9..], [57_142, 28_571, 0]);
}

#[test]
fn a14_by_shares_with_halves_and_zeros() {
    assert_eq!(fen(100_000, &[1, 1, 2, 2, 2]), [12_500, 12_500, 25_000, 25_000, 25_000]);
    assert_eq!(fen(100_000, &[0, 0, 1, 1, 1]), [0, 0, 33_334, 33_333, 33_333]);
}

#[test]
fn a16_what_cannot_be_shared_is_refused_with_the_reason() {
    assert_eq!(split(1, &[], Rounding::Fen), Err(SplitError::NoRows));
    assert_eq!(split(1, &[0, 0], Rounding::Fen), Err(SplitError::NoWeight));
    assert_eq!(whole_weights(&[1, -1]), Err(SplitError::NegativeWeight { row: 1 }));
    assert_eq!(split(-1, &[1], Rounding::Fen), Err(SplitError::NegativeAmount { amount: -1 }));
    assert_eq!(fen(1, &[1, 1, 1]), [1, 0, 0]);
    assert_eq!(fen(0, &[1, 1]), [0, 0]);
}

/// By these names plugins report it and the locale files say it.
#[test]
fn a16_each_reason_has_a_name_and_a_sentence_of_its_own() {
    let reasons = [
        (split(1, &[], Rounding::Fen), "no-rows", "no household"),
        (split(1, &[0, 0], Rounding::Fen), "no-weight", "all weights are zero"),
        (split(-1, &[1], Rounding::Fen), "negative-amount", "negative: \u{2212}0.01"),
        (split(165_001, &[1; 36], Rounding::Yuan), "not-whole-yuan", "not whole yuan"),
        (split(i64::MAX, &[1, 1], Rounding::YuanUp), "too-large", "too large"),
    ];
    for (refused, code, words) in reasons {
        let refused = refused.unwrap_err();
        assert_eq!(refused.code(), code);
        assert!(refused.to_string().contains(words), "{refused}");
    }
    let negative = whole_weights(&[1, -1]).unwrap_err();
    assert_eq!(
        (negative.code(), negative.to_string().as_str()),
        ("negative-weight", "the weight in row 2 is negative")
    );
}

#[test]
fn whole_yuan_refuse_a_broken_amount_and_propose_rounding_up() {
    let refused = split(165_001, &[1; 36], Rounding::Yuan).unwrap_err();
    assert_eq!(refused, SplitError::NotWholeYuan { amount: 165_001 });
    assert_eq!(refused.to_string(), "1,650.01 is not whole yuan; round up to the yuan (yuan-up) instead");
}

#[test]
fn the_largest_weights_and_amounts_stay_exact() {
    // Thirds of an amount that is 1 mod 3: the sum of the weights exceeds 64 bits.
    let shares = fen(i64::MAX, &[u64::MAX; 3]);
    assert_eq!(shares, [i64::MAX / 3 + 1, i64::MAX / 3, i64::MAX / 3]);
    assert_eq!(split(i64::MAX, &[1, 1], Rounding::YuanUp), Err(SplitError::TooLarge));
}

/// The definition, done slowly: hand out coin after coin to whoever is worst off.
fn slow(amount: u64, weights: &[u64]) -> Vec<i64> {
    let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    let exact = |row: usize| u128::from(amount) * u128::from(weights[row]);
    let mut shares: Vec<i64> = (0..weights.len()).map(|row| i64::try_from(exact(row) / whole).unwrap()).collect();
    let mut rows: Vec<usize> = (0..weights.len()).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(exact(*row) % whole), std::cmp::Reverse(weights[*row]), *row));
    let left = i64::try_from(amount).unwrap() - shares.iter().sum::<i64>();
    for row in rows.into_iter().take(usize::try_from(left).unwrap()) {
        shares[row] += 1;
    }
    shares
}

fn weights() -> impl Strategy<Value = Vec<u64>> {
    let weight = prop_oneof![3 => 0u64..8, 2 => 0u64..100_000, 1 => 0u64..=1 << 63];
    prop::collection::vec(weight, 1..80).prop_filter("someone pays", |weights| weights.iter().any(|w| *w > 0))
}

proptest! {
    #[test]
    fn the_sum_is_the_amount_and_its_surplus(amount in 0i64..1 << 53, weights in weights()) {
        for rounding in Rounding::ALL {
            let amount = if rounding == Rounding::Yuan { amount / 100 * 100 } else { amount };
            let split = split(amount, &weights, rounding).unwrap();
            prop_assert_eq!(split.shares.iter().sum::<i64>(), amount + split.surplus);
            prop_assert!(split.surplus >= 0 && (rounding == Rounding::YuanUp || split.surplus == 0));
            prop_assert!(split.shares.iter().all(|share| share % rounding.unit() == 0));
        }
    }

    #[test]
    fn every_share_is_less_than_a_coin_from_the_exact_one(amount in 0i64..1 << 50, weights in weights()) {
        let whole: i128 = weights.iter().map(|w| i128::from(*w)).sum();
        for rounding in Rounding::ALL {
            let amount = if rounding == Rounding::Yuan { amount / 100 * 100 } else { amount };
            let split = split(amount, &weights, rounding).unwrap();
            for (share, weight) in split.shares.iter().zip(&weights) {
                let off = i128::from(*share) * whole - i128::from(amount) * i128::from(*weight);
                prop_assert!(off.abs() < whole * i128::from(rounding.unit()));
                prop_assert!(*weight > 0 || *share == 0);
            }
        }
    }

    #[test]
    fn it_is_what_the_definition_says(amount in 0u64..1 << 62, weights in weights()) {
        prop_assert_eq!(fen(i64::try_from(amount).unwrap(), &weights), slow(amount, &weights));
    }

    /// Moving rows about moves the shares along; only among equal weights does the row decide.
    #[test]
    fn order_matters_only_among_equal_weights(amount in 0i64..1 << 50, weights in weights(), turn in 0usize..80) {
        let mut turned = weights.clone();
        turned.rotate_left(turn % weights.len());
        let pairs = |weights: &[u64]| {
            let mut pairs: Vec<(u64, i64)> = weights.iter().copied().zip(fen(amount, weights)).collect();
            pairs.sort_unstable();
            pairs
        };
        prop_assert_eq!(pairs(&weights), pairs(&turned));
    }

    #[test]
    fn who_weighs_more_never_pays_less(amount in 0i64..1 << 50, weights in weights()) {
        let shares = fen(amount, &weights);
        let mut pairs: Vec<(u64, i64)> = weights.into_iter().zip(shares).collect();
        pairs.sort_unstable();
        prop_assert!(pairs.windows(2).all(|two| two[0].0 == two[1].0 || two[0].1 <= two[1].1));
    }
}

/// As many rows as fill every bucket, with weights of one magnitude; `kinds` many of them, so that ties are seldom or the rule.
fn large() -> impl Strategy<Value = Vec<u64>> {
    let magnitude = prop_oneof![2 => Just(1u64), 2 => Just(1 << 30), 1 => Just(1 << 50)];
    let kinds = prop_oneof![Just(2u64), Just(40), Just(9_000)];
    (2_000usize..10_000, magnitude, kinds, any::<u64>()).prop_map(|(rows, magnitude, kinds, seed)| {
        let kind = |row: usize| (row as u64 ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) % kinds;
        (0..rows).map(|row| 1 + kind(row) * magnitude).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Bills whose products fit 64 bits, those whose do not, and those whose weights together do not.
    #[test]
    fn given_thousands_of_rows_it_is_what_the_definition_says(
        amount in prop_oneof![0u64..20_000, 0u64..1 << 37, 0u64..1 << 62],
        weights in large(),
    ) {
        prop_assert_eq!(fen(i64::try_from(amount).unwrap(), &weights), slow(amount, &weights));
    }

    #[test]
    fn given_thousands_of_rows_rounded_up_each_share_is_the_next_yuan(
        amount in prop_oneof![0i64..20_000, 0i64..1 << 37, 0i64..1 << 62],
        weights in large(),
    ) {
        let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        let amount_wide = u128::from(amount.unsigned_abs());
        let yuan = |weight: &u64| i64::try_from((amount_wide * u128::from(*weight)).div_ceil(whole * 100)).unwrap() * 100;
        let split = split(amount, &weights, Rounding::YuanUp).unwrap();
        prop_assert_eq!(split.shares, weights.iter().map(yuan).collect::<Vec<i64>>());
    }
}

#[test]
fn given_one_household_it_pays_everything() {
    assert_eq!(fen(165_000, &[7]), [165_000]);
    assert_eq!(fen(i64::MAX, &[u64::MAX]), [i64::MAX]);
    assert_eq!(fen(165_000, &[0, 7, 0]), [0, 165_000, 0]);
}

#[test]
fn a_million_households_are_shared_out_exactly() {
    let weights: Vec<u64> = (0..1_000_000u64).map(|row| 3_000 + row * 7_919 % 9_973).collect();
    let shares = fen(123_456_789_012, &weights);
    assert_eq!(shares.iter().sum::<i64>(), 123_456_789_012);
    assert_eq!(fen(1_000_003, &vec![1; 1_000_000]).iter().filter(|share| **share == 2).count(), 3);
}
