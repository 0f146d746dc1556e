//! A host made of what a test says, one a thread; with the host's own rules.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::values::{ColumnData, Value};

/// What a procedure can read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Data {
    /// Rows and columns by table.
    pub(crate) tables: BTreeMap<String, (u32, BTreeMap<String, ColumnData>)>,
    pub(crate) settings: BTreeMap<String, Value>,
}

thread_local! {
    static DATA: RefCell<Option<Data>> = const { RefCell::new(None) };
    static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Lets a call read this data; gives what it said besides.
pub(crate) fn during<T>(data: &Data, call: impl FnOnce() -> T) -> (T, Vec<String>) {
    DATA.with(|now| *now.borrow_mut() = Some(data.clone()));
    LOG.with(|log| log.borrow_mut().clear());
    let result = call();
    DATA.with(|now| *now.borrow_mut() = None);
    (result, LOG.with(|log| log.take()))
}

fn read<T>(what: impl FnOnce(&Data) -> Option<T>, sentence: impl FnOnce() -> String) -> T {
    let found = DATA.with(|now| now.borrow().as_ref().map(what));
    match found {
        Some(Some(found)) => found,
        Some(None) => panic!("{}; the host would end the call", sentence()),
        None => panic!("the host can be asked only within a call; start the procedure through harness::Meeting"),
    }
}

pub(crate) fn rows(table: &str) -> u32 {
    read(|data| data.tables.get(table).map(|(rows, _)| *rows), || format!("the test gives no table {table}"))
}

pub(crate) fn column(table: &str, column: &str) -> ColumnData {
    read(
        |data| data.tables.get(table)?.1.get(column).cloned(),
        || format!("the test gives no column {column} of the table {table}"),
    )
}

pub(crate) fn setting(id: &str) -> Value {
    read(|data| data.settings.get(id).cloned(), || format!("the test gives no setting {id}"))
}

pub(crate) fn log(line: &str) {
    LOG.with(|log| log.borrow_mut().push(line.to_owned()));
}
