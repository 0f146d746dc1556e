//! To what coin shares are rounded.

use core::fmt;
use core::str::FromStr;

/// To what coin shares are rounded; the names are the contract's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Rounding {
    /// To the fen, by largest remainder.
    #[default]
    Fen,
    /// To the yuan, by largest remainder; refuses an amount that is not whole yuan.
    Yuan,
    /// Every share up to the next yuan; what comes in above the amount is the surplus (结余).
    YuanUp,
}

impl Rounding {
    /// All, in the order people are offered them.
    pub const ALL: [Rounding; 3] = [Rounding::Fen, Rounding::Yuan, Rounding::YuanUp];

    /// The name in the contract: `fen`, `yuan`, `yuan-up`.
    pub const fn name(self) -> &'static str {
        match self {
            Rounding::Fen => "fen",
            Rounding::Yuan => "yuan",
            Rounding::YuanUp => "yuan-up",
        }
    }

    /// Fen to one unit of rounding.
    pub const fn unit(self) -> i64 {
        match self {
            Rounding::Fen => 1,
            Rounding::Yuan | Rounding::YuanUp => 100,
        }
    }
}

impl fmt::Display for Rounding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The text is none of the three names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownRounding;

impl fmt::Display for UnknownRounding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the rounding is none of fen, yuan, yuan-up")
    }
}

impl core::error::Error for UnknownRounding {}

impl FromStr for Rounding {
    type Err = UnknownRounding;

    fn from_str(text: &str) -> Result<Rounding, UnknownRounding> {
        Rounding::ALL.into_iter().find(|one| one.name() == text).ok_or(UnknownRounding)
    }
}
