//! Decimal text to scaled integers and back: 89.35 is 8935 at scale 2.
//!
//! Reading is strict on purpose: "1,65.00" or "45.835" in a bill is a slip of the pen, and guessing at money is worse
//! than asking again.

use alloc::string::String;
use core::fmt;

/// The largest scale the contract allows (`decimal`, `decimals`).
pub const MAX_SCALE: u8 = 6;

/// U+2212, as people read it; [`plain`] writes the ASCII hyphen instead.
const MINUS: char = '\u{2212}';

/// Why a text is not a number of the wanted scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberError {
    /// Nothing but blanks.
    Empty,
    /// Something else than digits, one point, well-placed commas and a leading minus.
    NotANumber,
    /// Commas stand elsewhere than before each group of three digits.
    Grouping,
    /// More decimals than `scale`; none may be dropped silently.
    TooFine {
        /// How many decimals there may be.
        scale: u8,
    },
    /// Beyond what 64 bits hold.
    TooLarge,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NumberError::Empty => f.write_str("there is no number"),
            NumberError::NotANumber => f.write_str("this is not a number"),
            NumberError::Grouping => f.write_str("a comma stands in the wrong place"),
            NumberError::TooFine { scale } => write!(f, "more than {scale} decimals"),
            NumberError::TooLarge => f.write_str("the number is too large"),
        }
    }
}

impl core::error::Error for NumberError {}

/// Reads "1,650.00", "1650", "1650.5" or "-3" as units of 10^-`scale`; blanks around it are ignored.
pub fn parse(text: &str, scale: u8) -> Result<i64, NumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let (negative, digits) = match text.strip_prefix(['-', MINUS]) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((_, "")) => return Err(NumberError::NotANumber),
        Some((whole, fraction)) => (whole, fraction),
        None => (digits, ""),
    };
    let only = |part: &str, extra: char| part.chars().all(|c| c.is_ascii_digit() || c == extra);
    if whole.is_empty() || !only(whole, ',') || !only(fraction, '0') {
        return Err(NumberError::NotANumber);
    }
    check_grouping(whole)?;
    if fraction.len() > usize::from(scale) {
        return Err(NumberError::TooFine { scale });
    }
    let padding = usize::from(scale) - fraction.len();
    let digits =
        whole.bytes().filter(u8::is_ascii_digit).chain(fraction.bytes()).chain(core::iter::repeat_n(b'0', padding));
    // Built up on the negative side, which reaches one further than the positive.
    let mut units: i64 = 0;
    for digit in digits {
        let grown = units.checked_mul(10).and_then(|units| units.checked_sub(i64::from(digit - b'0')));
        units = grown.ok_or(NumberError::TooLarge)?;
    }
    if negative { Ok(units) } else { units.checked_neg().ok_or(NumberError::TooLarge) }
}

fn check_grouping(whole: &str) -> Result<(), NumberError> {
    if !whole.contains(',') {
        return Ok(());
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    if (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3) {
        Ok(())
    } else {
        Err(NumberError::Grouping)
    }
}

/// For people: "1,650.00", "−45.83" (with U+2212), 0 to any number of decimals.
pub fn grouped(units: i64, scale: u8) -> String {
    write(units, scale, MINUS, true)
}

/// For machines: "1650.00", "-45.83", ASCII only.
pub fn plain(units: i64, scale: u8) -> String {
    write(units, scale, '-', false)
}

fn write(units: i64, scale: u8, minus: char, grouping: bool) -> String {
    let digits = alloc::format!("{:0width$}", units.unsigned_abs(), width = usize::from(scale) + 1);
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(scale));
    let mut text = String::with_capacity(digits.len() + whole.len() / 3 + 4);
    if units < 0 {
        text.push(minus);
    }
    for (at, digit) in whole.chars().enumerate() {
        if grouping && at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if scale > 0 {
        text.push('.');
        text.push_str(fraction);
    }
    text
}
