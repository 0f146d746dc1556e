//! The calls to the host, answered from the same frozen data a component reads.

use std::cell::RefCell;
use std::sync::Arc;

use procedure::Inputs;
use procedure::contract::{ColumnData, Value};

thread_local! {
    static FROZEN: RefCell<Arc<Inputs>> = RefCell::default();
}

pub fn freeze(inputs: &Arc<Inputs>) {
    FROZEN.set(Arc::clone(inputs));
}

pub fn rows(table: &str) -> u32 {
    FROZEN.with_borrow(|inputs| inputs.tables[table].rows)
}

/// A copy of its own, as a component has.
pub fn column(table: &str, column: &str) -> ColumnData {
    FROZEN.with_borrow(|inputs| ColumnData::clone(&inputs.tables[table].columns[column].data))
}

pub fn setting(id: &str) -> Value {
    FROZEN.with_borrow(|inputs| inputs.settings[id].clone())
}
