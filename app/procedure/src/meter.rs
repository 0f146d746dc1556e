//! What calls cost and what they said: for the author's console, never part of the record.

use std::sync::{Mutex, PoisonError};

use crate::failure::Call;

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spent {
    /// Which.
    pub call: Call,
    /// Fuel used, instantiation left out.
    pub fuel: u64,
    /// Fuel it could have used.
    pub budget: u64,
    /// What it wrote to the author's console, cleaned; a panic's message is the last line.
    pub log: Vec<String>,
}

/// Collects what calls cost, in their order.
#[derive(Debug, Default)]
pub struct Meter(Mutex<Vec<Spent>>);

impl Meter {
    /// What was spent since the last time, oldest first.
    pub fn take(&self) -> Vec<Spent> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn note(&self, spent: Spent) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(spent);
    }
}
