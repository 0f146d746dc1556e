//! One call's surroundings: what the host functions read from the frozen data, and the limits on memory and tables.

use std::sync::Arc;

use wasmtime::ResourceLimiter;

use crate::contract::{ColumnData, Value};
use crate::inputs::{FrozenTable, Inputs};
use crate::limits;

/// Lines of the author's console that stand in the details of an error.
const LAST_WORDS: usize = 3;

/// What a call can reach, and what it has used.
pub(crate) struct Frame {
    inputs: Arc<Inputs>,
    memory: usize,
    log: Vec<String>,
    denied: bool,
}

impl Frame {
    pub(crate) fn new(inputs: Arc<Inputs>) -> Frame {
        Frame { inputs, memory: 0, log: Vec::new(), denied: false }
    }

    /// Whether it asked for more memory or tables than it may have.
    pub(crate) fn was_denied(&self) -> bool {
        self.denied
    }

    fn table(&self, key: &str) -> wasmtime::Result<&FrozenTable> {
        self.inputs.tables.get(key).ok_or_else(|| undeclared("table", key))
    }

    pub(crate) fn rows(&self, table: &str) -> wasmtime::Result<u32> {
        self.table(table).map(|table| table.rows)
    }

    pub(crate) fn column(&self, table: &str, column: &str) -> wasmtime::Result<Arc<ColumnData>> {
        let found = self.table(table)?.columns.get(column).ok_or_else(|| undeclared("column", column))?;
        Ok(Arc::clone(&found.data))
    }

    pub(crate) fn setting(&self, id: &str) -> wasmtime::Result<Value> {
        self.inputs.settings.get(id).cloned().ok_or_else(|| undeclared("setting", id))
    }

    pub(crate) fn log(&mut self, line: &str) {
        let line = crate::clean::cleaned(line, limits::MESSAGE);
        if self.log.len() < limits::LOG_LINES {
            tracing::debug!(target: "fangzhuo::procedure", "{line}");
            self.log.push(line);
        } else if let Some(last) = self.log.last_mut() {
            // Whatever was said before, the last line is kept: it may be why the call ends.
            *last = line;
        }
    }

    /// The last lines it wrote there; a panic's message is the last.
    pub(crate) fn last_words(&self) -> &[String] {
        &self.log[self.log.len().saturating_sub(LAST_WORDS)..]
    }

    /// What it wrote to the author's console.
    pub(crate) fn into_log(self) -> Vec<String> {
        self.log
    }
}

fn undeclared(what: &str, name: &str) -> wasmtime::Error {
    let name = crate::clean::cleaned(name, limits::LABEL);
    wasmtime::Error::msg(format!("it reads the {what} {name}, which is not declared"))
}

impl ResourceLimiter for Frame {
    fn memory_growing(&mut self, current: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        let total = self.memory.saturating_sub(current).saturating_add(desired);
        if total > limits::MEMORY {
            self.denied = true;
            return Ok(false);
        }
        self.memory = total;
        Ok(true)
    }

    fn table_growing(&mut self, _: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        self.denied |= desired > limits::TABLE_ELEMENTS;
        Ok(desired <= limits::TABLE_ELEMENTS)
    }

    fn instances(&self) -> usize {
        limits::INSTANCES
    }

    fn tables(&self) -> usize {
        limits::TABLES
    }

    fn memories(&self) -> usize {
        limits::MEMORIES
    }
}
