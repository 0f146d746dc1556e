//! The calls to the host. [`settings`](crate::settings) and [`roll`](crate::roll) are the usual way to them.
//!
//! In a component the host answers; in a native test the [`harness`](crate::harness) does, with the same rules: what the
//! manifest does not declare ends the call.

#[cfg(target_family = "wasm")]
use crate::bindings::fangzhuo::procedure::host as answering;
#[cfg(not(target_family = "wasm"))]
use crate::harness::fake as answering;
use crate::values::{ColumnData, Value};

/// How many rows a table has.
pub fn rows(table: &str) -> u32 {
    answering::rows(table)
}

/// A column of a table.
pub fn column(table: &str, column: &str) -> ColumnData {
    answering::column(table, column)
}

/// What was set; `Value::None` where nothing was.
pub fn setting(id: &str) -> Value {
    answering::setting(id)
}

/// A line for the author's console; never part of the record.
pub fn log(line: &str) {
    answering::log(line);
}
