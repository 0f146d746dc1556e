//! The laws of sharing out for any weights up to 2⁶³, held against a second implementation in big rationals.

#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

use std::cmp::Reverse;
use std::collections::BTreeMap;

use amounts::{Rounding, SplitError, split};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

fn whole(number: impl Into<BigInt>) -> BigRational {
    BigRational::from_integer(number.into())
}

/// The definition in rationals of any size: exact shares, floors, then a coin each by fraction, weight and row.
fn by_rationals(amount: i64, weights: &[u64], rounding: Rounding) -> Result<(Vec<BigInt>, BigInt), SplitError> {
    let sum: BigRational = weights.iter().map(|weight| whole(*weight)).sum();
    let coin = whole(rounding.unit());
    if rounding == Rounding::Yuan && !(whole(amount) / &coin).is_integer() {
        return Err(SplitError::NotWholeYuan { amount });
    }
    let exact: Vec<BigRational> = weights.iter().map(|w| whole(amount) / &coin * whole(*w) / &sum).collect();
    let coins: Vec<BigRational> = if rounding == Rounding::YuanUp {
        exact.iter().map(BigRational::ceil).collect()
    } else {
        let mut coins: Vec<BigRational> = exact.iter().map(BigRational::floor).collect();
        let left = (whole(amount) / &coin - coins.iter().sum::<BigRational>()).to_integer();
        let mut rows: Vec<usize> = (0..weights.len()).collect();
        rows.sort_by_key(|row| (Reverse(exact[*row].fract()), Reverse(weights[*row]), *row));
        for row in rows.into_iter().take(usize::try_from(left).unwrap()) {
            coins[row] += whole(1);
        }
        coins
    };
    let shares: Vec<BigInt> = coins.iter().map(|coins| (coins * &coin).to_integer()).collect();
    let surplus = shares.iter().sum::<BigInt>() - amount;
    Ok((shares, surplus))
}

fn big(shares: &[i64]) -> Vec<BigInt> {
    shares.iter().map(|share| BigInt::from(*share)).collect()
}

fn weight() -> impl Strategy<Value = u64> {
    prop_oneof![3 => 0u64..8, 2 => 0u64..100_000, 1 => 0u64..=1 << 63, 1 => (1u64 << 63) - 3..=1 << 63]
}

fn weights() -> impl Strategy<Value = Vec<u64>> {
    prop::collection::vec(weight(), 1..60).prop_filter("someone pays", |weights| weights.iter().any(|w| *w > 0))
}

/// Few coins over many rows, a bill, and amounts near the end of 64 bits.
fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![2 => 0i64..100, 2 => 0i64..1 << 40, 1 => 0i64..=i64::MAX, 1 => i64::MAX - 200..=i64::MAX]
}

/// Weights in one order, and a reordering of their rows.
fn shuffled() -> impl Strategy<Value = (Vec<u64>, Vec<usize>)> {
    weights().prop_flat_map(|weights| {
        let rows: Vec<usize> = (0..weights.len()).collect();
        (Just(weights), Just(rows).prop_shuffle())
    })
}

/// Weights with the rows that take part; at least one of those pays.
fn some_take_part() -> impl Strategy<Value = Vec<(u64, bool)>> {
    prop::collection::vec((weight(), any::<bool>()), 1..60)
        .prop_filter("someone of them pays", |rows| rows.iter().any(|(weight, takes_part)| *takes_part && *weight > 0))
}

proptest! {
    #[test]
    fn given_any_weights_the_split_is_the_one_of_big_rationals(amount in amount(), weights in weights()) {
        for rounding in Rounding::ALL {
            match (split(amount, &weights, rounding), by_rationals(amount, &weights, rounding)) {
                (Ok(split), Ok((shares, surplus))) => {
                    prop_assert_eq!(big(&split.shares), shares);
                    prop_assert_eq!(BigInt::from(split.surplus), surplus);
                }
                (Err(SplitError::TooLarge), Ok((shares, _))) => {
                    prop_assert!(shares.iter().sum::<BigInt>() > BigInt::from(i64::MAX));
                }
                (Err(error), Err(expected)) => prop_assert_eq!(error, expected),
                (split, other) => prop_assert!(false, "{:?} and {:?}", split, other),
            }
        }
    }

    #[test]
    fn given_any_weights_the_sum_is_the_amount_to_the_fen(amount in amount(), weights in weights()) {
        let shares = split(amount, &weights, Rounding::Fen).unwrap().shares;
        prop_assert_eq!(big(&shares).iter().sum::<BigInt>(), BigInt::from(amount));
    }

    /// Wherever a row is moved it keeps its share, unless others weigh the same: among those the earlier rows get the coins.
    #[test]
    fn given_the_rows_in_another_order_only_equal_weights_change_places(
        amount in amount(),
        (weights, order) in shuffled(),
    ) {
        let shares = split(amount, &weights, Rounding::Fen).unwrap().shares;
        let moved: Vec<u64> = order.iter().map(|row| weights[*row]).collect();
        let after = split(amount, &moved, Rounding::Fen).unwrap().shares;
        let mut alike: BTreeMap<u64, Vec<i64>> = BTreeMap::new();
        for (weight, share) in weights.iter().zip(&shares) {
            alike.entry(*weight).or_default().push(*share);
        }
        // In roll order the larger shares of one weight stand first.
        prop_assert!(alike.values().all(|shares| shares.is_sorted_by(|a, b| a >= b)));
        let mut expected = alike.into_iter().map(|(weight, shares)| (weight, shares.into_iter())).collect::<BTreeMap<_, _>>();
        for (weight, share) in moved.iter().zip(&after) {
            prop_assert_eq!(expected.get_mut(weight).and_then(Iterator::next), Some(*share));
        }
    }

    /// Those who take part share the whole by their own weights, as if the others were not there.
    #[test]
    fn given_a_part_of_the_rows_the_split_again_is_by_the_same_weights(amount in amount(), rows in some_take_part()) {
        let of_part: Vec<u64> = rows.iter().filter(|(_, part)| *part).map(|(weight, _)| *weight).collect();
        let masked: Vec<u64> = rows.iter().map(|(weight, part)| if *part { *weight } else { 0 }).collect();
        let part = split(amount, &of_part, Rounding::Fen).unwrap();
        let masked = split(amount, &masked, Rounding::Fen).unwrap();
        let of_masked: Vec<i64> =
            rows.iter().zip(&masked.shares).filter(|((_, part), _)| *part).map(|(_, share)| *share).collect();
        prop_assert_eq!(&part.shares, &of_masked);
        prop_assert!(rows.iter().zip(&masked.shares).all(|((_, part), share)| *part || *share == 0));
    }

    /// Weights count only by their proportion: metres or hundredths of them make no difference.
    #[test]
    fn given_weights_in_a_finer_unit_the_shares_are_the_same(amount in amount(), small in prop::collection::vec(0u64..1 << 40, 1..60)) {
        prop_assume!(small.iter().any(|weight| *weight > 0));
        let finer: Vec<u64> = small.iter().map(|weight| weight * 100).collect();
        prop_assert_eq!(split(amount, &small, Rounding::Fen), split(amount, &finer, Rounding::Fen));
    }
}
