//! What was set before the procedure began. An id the manifest does not declare is a trap.

use amounts::Fen;

use crate::host;
use crate::values::Value;

/// Money, if it was set.
pub fn money(id: &str) -> Option<Fen> {
    match host::setting(id) {
        Value::Money(fen) => Some(Fen(fen)),
        _ => None,
    }
}

/// A number in units of 10^-scale, if one was set; digits beyond the scale are cut off.
pub fn decimal(id: &str, scale: u8) -> Option<i64> {
    match host::setting(id) {
        Value::Decimal(of) if of.scale <= scale => {
            of.units.checked_mul(10_i64.checked_pow(u32::from(scale - of.scale))?)
        }
        Value::Decimal(of) => Some(of.units / 10_i64.checked_pow(u32::from(of.scale - scale))?),
        _ => None,
    }
}

/// A whole number, if one was set.
pub fn integer(id: &str) -> Option<i64> {
    match host::setting(id) {
        Value::Integer(whole) => Some(whole),
        _ => None,
    }
}

/// Whether it was set to yes.
pub fn flag(id: &str) -> bool {
    matches!(host::setting(id), Value::Flag(true))
}

/// A day since 1970-01-01, if one was set.
pub fn day(id: &str) -> Option<i32> {
    match host::setting(id) {
        Value::Day(day) => Some(day),
        _ => None,
    }
}

/// The chosen option, or the column of the roll (`c1`, `c2` …), if one was set.
pub fn choice(id: &str) -> Option<String> {
    match host::setting(id) {
        Value::Choice(key) => Some(key),
        _ => None,
    }
}

/// Text, if there is some.
pub fn text(id: &str) -> Option<String> {
    match host::setting(id) {
        Value::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

/// Whether anything was set.
pub fn is_set(id: &str) -> bool {
    !matches!(host::setting(id), Value::None)
}
