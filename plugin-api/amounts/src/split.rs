//! Sharing an amount out: the one function for core, plugins and tests.
//!
//! Exact shares → floor → largest remainder; ties by larger weight, then by row. Rounding each share half-up instead
//! would leave 1,650.00 over 36 households 0.12 short.

use alloc::vec::Vec;

use core::fmt;

use crate::divisor::Divisor;
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
    let heaviest = weights.iter().copied().max().unwrap_or(0);
    // Nearly every bill: products and sum fit 64 bits, where dividing is many times quicker.
    if let (Some(_), Ok(whole)) = (units.checked_mul(heaviest), u64::try_from(whole)) {
        let divisor = Divisor::new(whole);
        return hand_out(units, weights, |weight| divisor.divide(units * weight));
    }
    hand_out(units, weights, |weight| {
        let exact = u128::from(units) * u128::from(weight);
        (narrow(exact / whole), exact % whole)
    })
}

/// Floors, then one coin more to the largest remainders; `divide` gives both of a weight.
fn hand_out<R: Copy + Ord>(units: u64, weights: &[u64], divide: impl Fn(u64) -> (u64, R)) -> Vec<i64> {
    let mut shares = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let mut given: u64 = 0;
    for &weight in weights {
        let (floor, remainder) = divide(weight);
        given += floor;
        shares.push(floor.cast_signed());
        remainders.push(remainder);
    }
    // Fewer than there are rows: each floor is less than one coin short.
    let mut left = usize::try_from(units - given).unwrap_or(usize::MAX);
    if left == 0 {
        return shares;
    }
    // The remainder of the last row that still gets a coin, found without sorting the rest.
    let last = *remainders.clone().select_nth_unstable_by(left - 1, |a, b| b.cmp(a)).1;
    let mut ties: Vec<usize> = Vec::new();
    // Without a branch on the larger ones: half of all rows have a larger remainder, and nobody can foretell which.
    for (row, (share, remainder)) in shares.iter_mut().zip(&remainders).enumerate() {
        let above = *remainder > last;
        *share += i64::from(above);
        left -= usize::from(above);
        if *remainder == last {
            ties.push(row);
        }
    }
    // Among equal remainders the larger weight goes first, then the earlier row: a total order, so the choice is unique.
    if left < ties.len() {
        ties.select_nth_unstable_by(left, |a, b| weights[*b].cmp(&weights[*a]).then(a.cmp(b)));
    }
    for &row in &ties[..left] {
        shares[row] += 1;
    }
    shares
}

fn up_to_the_yuan(amount: i64, fen: u64, weights: &[u64], whole: u128) -> Result<Split, SplitError> {
    let yuan = u128::from(Rounding::YuanUp.unit().unsigned_abs());
    let share = |weight: &u64| {
        let yuans = (u128::from(fen) * u128::from(*weight)).div_ceil(whole * yuan);
        i64::try_from(yuans * yuan).map_err(|_| SplitError::TooLarge)
    };
    let shares = weights.iter().map(share).collect::<Result<Vec<i64>, SplitError>>()?;
    let sum: i128 = shares.iter().map(|share| i128::from(*share)).sum();
    i64::try_from(sum).map_err(|_| SplitError::TooLarge)?;
    let surplus = i64::try_from(sum - i128::from(amount)).map_err(|_| SplitError::TooLarge)?;
    Ok(Split { shares, surplus })
}

/// A floored share never exceeds the units it is a part of, which are 64 bits wide.
fn narrow(floor: u128) -> u64 {
    u64::try_from(floor).unwrap_or(u64::MAX)
}
