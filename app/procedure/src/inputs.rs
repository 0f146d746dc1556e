//! The frozen data of a run: tables with typed columns and settings, as one canonical JSON that is hashed and kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::contract::{ColumnData, Key, Value, is_key};
use crate::hash::Hash;
use crate::limits;

/// A column of a frozen table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenColumn {
    /// The cells, one a row; shared with every call that reads them.
    pub data: Arc<ColumnData>,
    /// The community marked it so: a procedure that reads it has no live audience page of its own.
    #[serde(default)]
    pub private: bool,
}

/// A frozen table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenTable {
    /// How many rows.
    pub rows: u32,
    /// By key.
    pub columns: BTreeMap<Key, FrozenColumn>,
}

/// All that a procedure can read, frozen when it starts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// By key; always with `households`.
    pub tables: BTreeMap<Key, FrozenTable>,
    /// By key; every declared setting stands here, one not set as `none`.
    pub settings: BTreeMap<Key, Value>,
}

/// Why data cannot be frozen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InputsError {
    /// Not the JSON that [`Inputs::to_json`] writes.
    #[error("the frozen data cannot be read: {0}")]
    Unreadable(String),
    /// Too many rows, columns or bytes.
    #[error("the frozen data are too large: {0}")]
    TooLarge(&'static str),
    /// A column is not as long as its table, or a key is none.
    #[error("the table {table} does not hold together")]
    Misshapen {
        /// Which table.
        table: String,
    },
}

impl Inputs {
    /// Canonical: keys in order, integers only, the same bytes for the same data on every machine.
    pub fn to_json(&self) -> Vec<u8> {
        // Maps with text keys and integers always serialise.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads what [`to_json`](Inputs::to_json) wrote, and checks it.
    pub fn from_json(bytes: &[u8]) -> Result<Inputs, InputsError> {
        let inputs: Inputs =
            serde_json::from_slice(bytes).map_err(|error| InputsError::Unreadable(error.to_string()))?;
        inputs.check()?;
        Ok(inputs)
    }

    /// SHA-256 of the canonical JSON.
    pub fn hash(&self) -> Hash {
        Hash::of(&self.to_json())
    }

    /// Whether everything is within the limits and holds together.
    pub fn check(&self) -> Result<(), InputsError> {
        self.checked_hash().map(drop)
    }

    /// The hash of what is within the limits and holds together: both in one go, for writing the JSON is most of the work.
    pub(crate) fn checked_hash(&self) -> Result<Hash, InputsError> {
        for (key, table) in &self.tables {
            if table.rows as usize > limits::ROWS {
                return Err(InputsError::TooLarge("more than 20,000 rows"));
            }
            if table.columns.len() > limits::COLUMNS {
                return Err(InputsError::TooLarge("more than 64 columns"));
            }
            let fits = |(id, column): (&Key, &FrozenColumn)| {
                is_key(id) && column.data.len() == table.rows as usize && column.data.empty_is_sound()
            };
            if !is_key(key) || !table.columns.iter().all(fits) {
                return Err(InputsError::Misshapen { table: key.clone() });
            }
        }
        let json = self.to_json();
        if json.len() > limits::INPUTS {
            return Err(InputsError::TooLarge("more than 32 MiB"));
        }
        Ok(Hash::of(&json))
    }

    /// How many households the roll has.
    pub fn households(&self) -> u32 {
        self.tables.get(crate::roll::TABLE).map_or(0, |table| table.rows)
    }

    /// Whether a further column of the roll is among them, beside those every procedure sees.
    pub fn has_further_columns(&self) -> bool {
        let households = self.tables.get(crate::roll::TABLE);
        households.is_some_and(|table| table.columns.keys().any(|key| !crate::roll::is_standard(key)))
    }

    /// Whether a column the community marked private is among them.
    pub fn has_private(&self) -> bool {
        self.tables.values().flat_map(|table| table.columns.values()).any(|column| column.private)
    }
}

impl ColumnData {
    /// Empty rows ascend without repeats and lie within the column.
    pub(crate) fn empty_is_sound(&self) -> bool {
        let ascending = self.empty.windows(2).all(|two| two[0] < two[1]);
        ascending && self.empty.last().is_none_or(|last| (*last as usize) < self.len())
    }
}
