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
