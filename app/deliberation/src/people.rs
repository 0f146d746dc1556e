//! The people of the file: numbers and hashes, never names.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::text::BlobHash;

/// In what capacity a person belongs to the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// Owner of a unit of the roll.
    #[default]
    Owner,
    /// Lives here without owning.
    Resident,
    /// Of the residents' committee or the street office.
    Community,
    /// Of the property manager.
    Property,
    /// Of another unit or company, e.g. a supplier.
    Guest,
}

/// One person or company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The blob with name, phone and notes.
    pub card: BlobHash,
    /// Owner, community, guest …
    pub capacity: Capacity,
    /// The party a guest speaks for, e.g. the supplier's name; may be empty.
    pub party: String,
    /// Their data were erased.
    pub erased: bool,
    /// Confirmed to be the same owner as this person, who votes for both.
    pub merged_into: Option<PersonId>,
}

/// All people of the file by number.
pub type People = BTreeMap<PersonId, Person>;
