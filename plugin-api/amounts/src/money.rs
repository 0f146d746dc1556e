//! Money.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::scaled::{self, NumberError};

/// Money in whole fen (分): 1,650.00 yuan is `Fen(165000)`.
///
/// A negative amount is money received.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Fen(pub i64);

impl Fen {
    /// Nothing.
    pub const ZERO: Fen = Fen(0);
    /// Decimals of the written form.
    pub const SCALE: u8 = 2;

    /// The sum, or `None` beyond 64 bits.
    pub const fn checked_add(self, other: Fen) -> Option<Fen> {
        match self.0.checked_add(other.0) {
            Some(units) => Some(Fen(units)),
            None => None,
        }
    }

    /// The difference, or `None` beyond 64 bits.
    pub const fn checked_sub(self, other: Fen) -> Option<Fen> {
        match self.0.checked_sub(other.0) {
            Some(units) => Some(Fen(units)),
            None => None,
        }
    }

    /// `times` as much, or `None` beyond 64 bits.
    pub const fn checked_mul(self, times: i64) -> Option<Fen> {
        match self.0.checked_mul(times) {
            Some(units) => Some(Fen(units)),
            None => None,
        }
    }

    /// The sum of all, or `None` beyond 64 bits (whatever the order).
    pub fn checked_sum(all: impl IntoIterator<Item = Fen>) -> Option<Fen> {
        let sum: i128 = all.into_iter().map(|one| i128::from(one.0)).sum();
        i64::try_from(sum).ok().map(Fen)
    }

    /// For machines and files: "1650.00", ASCII, no grouping.
    pub fn plain(self) -> String {
        scaled::plain(self.0, Self::SCALE)
    }
}

/// For people: "1,650.00", a negative one with U+2212.
impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&scaled::grouped(self.0, Self::SCALE))
    }
}

/// Reads "1,650.00" or "1650"; strict, see [`scaled::parse`].
impl FromStr for Fen {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Fen, NumberError> {
        scaled::parse(text, Self::SCALE).map(Fen)
    }
}
