//! Exact fractions.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

/// An exact fraction such as 2/3, compared by cross-multiplication in 128 bits, kept as written (2/4 stays 2/4).
///
/// `den` is positive; [`Ratio::new`] and every reader see to it.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "alloc::string::String", into = "alloc::string::String")
)]
pub struct Ratio {
    /// Above the line.
    pub num: i64,
    /// Below the line, positive.
    pub den: i64,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Ratio = Ratio { num: 0, den: 1 };
    /// The whole.
    pub const ONE: Ratio = Ratio { num: 1, den: 1 };

    /// A fraction with a positive lower part; `None` for any other.
    pub const fn new(num: i64, den: i64) -> Option<Ratio> {
        if den > 0 { Some(Ratio { num, den }) } else { None }
    }

    /// How `part / whole` stands to this fraction, exactly: `part × den` against `num × whole`.
    ///
    /// With a whole of zero the part, too, is held against zero, so 0 of 0 is equal to every fraction; callers who need
    /// another answer ask for an empty whole before.
    pub fn compare(self, part: i64, whole: i64) -> Ordering {
        (i128::from(part) * i128::from(self.den)).cmp(&(i128::from(self.num) * i128::from(whole)))
    }

    /// `amount × this`, down to the unit (towards minus infinity); `None` beyond 64 bits or without a lower part.
    pub fn floor_of(self, amount: i64) -> Option<i64> {
        if self.den <= 0 {
            return None;
        }
        i64::try_from((i128::from(amount) * i128::from(self.num)).div_euclid(i128::from(self.den))).ok()
    }

    /// The smallest part of `whole` that is ≥ this fraction of it; `None` beyond 64 bits or without a lower part.
    pub fn ceil_of(self, whole: i64) -> Option<i64> {
        if self.den <= 0 {
            return None;
        }
        i64::try_from(-(-(i128::from(whole) * i128::from(self.num))).div_euclid(i128::from(self.den))).ok()
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        (i128::from(self.num) * i128::from(other.den)).cmp(&(i128::from(other.num) * i128::from(self.den)))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Equal in value: 1/2 is 2/4.
impl PartialEq for Ratio {
    fn eq(&self, other: &Ratio) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

/// "2/3".
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.num, self.den)
    }
}

/// The text is no fraction such as "2/3".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatioError;

impl fmt::Display for RatioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a fraction is written like 2/3, with a positive number below")
    }
}

impl core::error::Error for RatioError {}

/// Reads "2/3", "-1/2" or "1"; blanks around the parts are ignored.
impl FromStr for Ratio {
    type Err = RatioError;

    fn from_str(text: &str) -> Result<Ratio, RatioError> {
        let (num, den) = text.split_once('/').unwrap_or((text, "1"));
        let whole = |part: &str| part.trim().parse::<i64>().map_err(|_| RatioError);
        Ratio::new(whole(num)?, whole(den)?).ok_or(RatioError)
    }
}

#[cfg(feature = "serde")]
impl TryFrom<alloc::string::String> for Ratio {
    type Error = RatioError;

    fn try_from(text: alloc::string::String) -> Result<Ratio, RatioError> {
        text.parse()
    }
}

#[cfg(feature = "serde")]
impl From<Ratio> for alloc::string::String {
    fn from(ratio: Ratio) -> alloc::string::String {
        alloc::string::ToString::to_string(&ratio)
    }
}
