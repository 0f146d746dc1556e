//! Private columns of a procedure's tables: kept in one blob of the conclusion, for the office alone, until somebody
//! whose household is in them is erased.

use std::sync::mpsc::channel;

use deliberation::ids::ProcedureNo;
use deliberation::material::{Column, Table};
use serde::{Deserialize, Serialize};

use crate::session::Session;
use crate::writer::Request;

/// The columns of one conclusion, as the blob holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Hidden {
    /// In the order of the tables.
    pub columns: Vec<HiddenColumn>,
}

/// A column with the table it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct HiddenColumn {
    /// The table's key.
    pub table: String,
    /// The column with its cells.
    pub column: Column,
}

impl Hidden {
    /// A table with its private columns in their places, for the desk alone.
    pub fn whole(&self, table: &Table) -> Table {
        let mut whole = table.clone();
        for column in whole.columns.iter_mut().filter(|column| column.private) {
            let kept = self.columns.iter().find(|kept| kept.table == table.id && kept.column.id == column.id);
            if let Some(kept) = kept {
                *column = kept.column.clone();
            }
        }
        whole
    }
}

impl Session {
    /// The private columns of a concluded procedure; `None` where there are none, or they were erased.
    ///
    /// Waits for the writer: for exports and a table somebody opens, not for every frame.
    pub fn hidden_columns(&mut self, procedure: ProcedureNo) -> Option<Hidden> {
        let blob = self.facts().procedure(procedure)?.private?;
        let (ask, answer) = channel();
        self.send(Request::Blob(blob, ask));
        serde_json::from_slice(&answer.recv().ok()??).ok()
    }
}
