//! Sharing an amount out: the one function for core, plugins and tests.
//!
//! Exact shares → floor → largest remainder; ties by larger weight, then by row. Rounding each share half-up instead
//! would leave 1,650.00 over 36 households 0.12 short.

use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::fmt;

use crate::parts::{Middle, Narrow, Parts, Remainder, Wide};
use crate::{Fen, Rounding};

/// What everyone pays, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// Fen, one a weight, in its order.
    pub shares: Vec<i64>,
    /// Σ shares − amount in fen: 0, except for [`Rounding::YuanUp`].
    pub surplus: i64,
}

/// Why an amount cannot be shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitError {
    /// There is nobody to pay.
    NoRows,
    /// All weights are zero.
    NoWeight,
    /// A weight below zero, in this row (from 0).
    NegativeWeight {
        /// From 0.
        row: usize,
    },
    /// The amount is below zero.
    NegativeAmount {
        /// In fen.
        amount: i64,
    },
    /// [`Rounding::Yuan`] needs an amount of whole yuan; [`Rounding::YuanUp`] would do.
    NotWholeYuan {
        /// In fen.
        amount: i64,
    },
    /// Rounded up, the shares no longer fit 64 bits.
    TooLarge,
}

impl SplitError {
    /// A stable name in kebab case, for locale keys and fault codes.
    pub const fn code(self) -> &'static str {
        match self {
            SplitError::NoRows => "no-rows",
            SplitError::NoWeight => "no-weight",
            SplitError::NegativeWeight { .. } => "negative-weight",
            SplitError::NegativeAmount { .. } => "negative-amount",
            SplitError::NotWholeYuan { .. } => "not-whole-yuan",
            SplitError::TooLarge => "too-large",
        }
    }
}

impl fmt::Display for SplitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SplitError::NoRows => f.write_str("there is no household to share among"),
            SplitError::NoWeight => f.write_str("all weights are zero"),
            SplitError::NegativeWeight { row } => write!(f, "the weight in row {} is negative", row + 1),
            SplitError::NegativeAmount { amount } => write!(f, "the amount is negative: {}", Fen(*amount)),
            SplitError::NotWholeYuan { amount } => {
                write!(f, "{} is not whole yuan; round up to the yuan (yuan-up) instead", Fen(*amount))
            }
            SplitError::TooLarge => f.write_str("the amounts are too large"),
        }
    }
}

impl core::error::Error for SplitError {}

/// Weights as they come from a roll, refused when one is negative.
pub fn whole_weights(weights: &[i64]) -> Result<Vec<u64>, SplitError> {
    let whole = |(row, weight): (usize, &i64)| u64::try_from(*weight).map_err(|_| SplitError::NegativeWeight { row });
    weights.iter().enumerate().map(whole).collect()
}

/// Shares `amount` (fen) out by `weights`, to the coin of `rounding`.
///
/// Exact for any 64-bit weights; linear in the rows. Σ shares = amount + surplus, and every share lies less than one coin
/// from its exact value. A row of weight zero pays nothing.
pub fn split(amount: i64, weights: &[u64], rounding: Rounding) -> Result<Split, SplitError> {
    if weights.is_empty() {
        return Err(SplitError::NoRows);
    }
    let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    if whole == 0 {
        return Err(SplitError::NoWeight);
    }
    let fen = u64::try_from(amount).map_err(|_| SplitError::NegativeAmount { amount })?;
    match rounding {
        Rounding::Fen => Ok(Split { shares: by_largest_remainder(fen, weights, whole), surplus: 0 }),
        Rounding::Yuan if amount % Rounding::Yuan.unit() != 0 => Err(SplitError::NotWholeYuan { amount }),
        Rounding::Yuan => {
            let mut shares = by_largest_remainder(fen / 100, weights, whole);
            // Each is at most amount / 100, so this stays within the amount.
            for share in &mut shares {
                *share *= Rounding::Yuan.unit();
            }
            Ok(Split { shares, surplus: 0 })
        }
        Rounding::YuanUp => up_to_the_yuan(amount, fen, weights, whole),
    }
}

/// `units` coins over the weights, whose sum is `whole`.
fn by_largest_remainder(units: u64, weights: &[u64], whole: u128) -> Vec<i64> {
    if weights.iter().all(|weight| *weight == weights[0]) {
        return alike(units, weights.len());
    }
    let heaviest = weights.iter().copied().max().unwrap_or(0);
    if let Some(parts) = Narrow::of(units, heaviest, whole) {
        hand_out(units, weights, &parts)
    } else if let Some(parts) = Middle::of(units, whole) {
        hand_out(units, weights, &parts)
    } else {
        hand_out(units, weights, &Wide::of(units, whole))
    }
}

/// Where all weigh the same, the first rows get one coin more.
fn alike(units: u64, rows: usize) -> Vec<i64> {
    let count = rows as u64;
    let (floor, left) = ((units / count).cast_signed(), units % count);
    (0..count).map(|row| floor + i64::from(row < left)).collect()
}

/// Rows are put into at most two to this power of buckets by their remainders: few enough to stay close at hand.
const BUCKET_BITS: u32 = 12;

/// Floors, then one coin more to the largest remainders; among equal ones the larger weight goes first, then the earlier
/// row: a total order, so the choice is unique.
///
/// Nothing is sorted. The rows of each bucket are counted; all above the bucket in which the coins run out get one, and
/// only inside it is it looked at who comes before whom.
fn hand_out<P: Parts>(units: u64, weights: &[u64], parts: &P) -> Vec<i64> {
    let bits = weights.len().ilog2().clamp(1, BUCKET_BITS).min(parts.bits());
    let shift = parts.bits() - bits;
    let mut buckets = vec![0usize; 1 << bits];
    let mut shares = Vec::with_capacity(weights.len());
    let mut given: u64 = 0;
    for &weight in weights {
        let (floor, remainder) = parts.part(weight);
        given += floor;
        shares.push(floor.cast_signed());
        buckets[remainder.bits_from(shift)] += 1;
    }
    // Fewer than there are rows: each floor is less than one coin short.
    let mut left = usize::try_from(units - given).unwrap_or(usize::MAX);
    if left == 0 {
        return shares;
    }
    let mut last = buckets.len() - 1;
    while last > 0 && buckets[last] < left {
        left -= buckets[last];
        last -= 1;
    }
    let mut inside: Vec<usize> = Vec::with_capacity(buckets[last]);
    // Without a branch on those above: half of all rows are, and nobody can foretell which.
    for (row, (share, &weight)) in shares.iter_mut().zip(weights).enumerate() {
        let bucket = parts.remainder(weight, share.cast_unsigned()).bits_from(shift);
        *share += i64::from(bucket > last);
        if bucket == last {
            inside.push(row);
        }
    }
    if left < inside.len() {
        let place = |row: &usize| {
            let (weight, floor) = (weights[*row], shares[*row].cast_unsigned());
            (Reverse(parts.remainder(weight, floor)), Reverse(weight), *row)
        };
        inside.select_nth_unstable_by_key(left, place);
        inside.truncate(left);
    }
    for row in inside {
        shares[row] += 1;
    }
    shares
}

fn up_to_the_yuan(amount: i64, fen: u64, weights: &[u64], whole: u128) -> Result<Split, SplitError> {
    // A yuan is a hundredth part of so many coins: whole × 100 fits, for there are fewer than 2⁶⁴ rows.
    let whole = whole * u128::from(Rounding::YuanUp.unit().unsigned_abs());
    let heaviest = weights.iter().copied().max().unwrap_or(0);
    let shares = if let Some(parts) = Narrow::of(fen, heaviest, whole) {
        round_up(weights, &parts)
    } else if let Some(parts) = Middle::of(fen, whole) {
        round_up(weights, &parts)
    } else {
        round_up(weights, &Wide::of(fen, whole))
    }?;
    let sum: i128 = shares.iter().map(|share| i128::from(*share)).sum();
    i64::try_from(sum).map_err(|_| SplitError::TooLarge)?;
    let surplus = i64::try_from(sum - i128::from(amount)).map_err(|_| SplitError::TooLarge)?;
    Ok(Split { shares, surplus })
}

/// Whole yuan and one more for a broken one, in fen.
fn round_up<P: Parts>(weights: &[u64], parts: &P) -> Result<Vec<i64>, SplitError> {
    let share = |weight: &u64| {
        let (yuans, rest) = parts.part(*weight);
        let broken = rest > P::Remainder::default();
        let share = (yuans + u64::from(broken)).checked_mul(Rounding::YuanUp.unit().unsigned_abs());
        share.and_then(|share| i64::try_from(share).ok()).ok_or(SplitError::TooLarge)
    };
    weights.iter().map(share).collect()
}
