//! Who may be one owner of several doors. Proposed, never concluded: a person says yes.

use std::collections::BTreeMap;

use super::fold::bare;
use super::row::{OwnerCell, PreviewRow};

/// An owner as a roll names him, in a sheet on its way in or in the file.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The row of the sheet or of the roll.
    pub row: u32,
    /// The door.
    pub door: &'a str,
    /// May be empty.
    pub name: &'a str,
    /// May be empty.
    pub phone: &'a str,
    /// The number the roll gives him, may be empty.
    pub owner_id: &'a str,
}

/// "These doors may have one owner": counted as one head when a person agrees, as several otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameOwner {
    /// The name as the first of the rows writes it.
    pub name: String,
    /// Why it is proposed.
    pub basis: Basis,
    /// The doors, in the order of the sheet.
    pub doors: Vec<String>,
    /// The rows, in the order of the sheet.
    pub rows: Vec<u32>,
}

/// What makes two rows look like one owner; a name alone never does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The same number of the owner.
    OwnerId(String),
    /// The same name and the same telephone number.
    NameAndPhone {
        /// Compared without blanks.
        name: String,
        /// Digits only.
        phone: String,
    },
}

impl Basis {
    /// What `owner` can be known by; the number first, because it is there for this.
    fn all_of(owner: Named<'_>) -> Vec<Basis> {
        let mut all = Vec::new();
        let id = bare(owner.owner_id);
        if !id.is_empty() {
            all.push(Basis::OwnerId(id));
        }
        let name = bare(owner.name);
        let phone: String = bare(owner.phone).chars().filter(char::is_ascii_digit).collect();
        // Shorter numbers are extensions and slips.
        if !name.is_empty() && phone.len() >= 7 {
            all.push(Basis::NameAndPhone { name, phone });
        }
        all
    }

    /// Whether the proposal on this basis speaks of `owner`.
    pub(super) fn is_of(&self, owner: &OwnerCell) -> bool {
        Basis::all_of(named(0, "", owner)).contains(self)
    }
}

fn named<'a>(row: u32, door: &'a str, owner: &'a OwnerCell) -> Named<'a> {
    Named { row, door, name: &owner.name, phone: &owner.phone, owner_id: &owner.owner_id }
}

/// Every owner of a sheet who seems to have several doors, in its order.
pub(super) fn proposals(rows: &[PreviewRow]) -> Vec<SameOwner> {
    let rows = rows.iter().filter(|row| row.importable() || row.exceptions().is_some());
    let read = rows.filter_map(|row| Some((row.number, row.read.as_ref()?)));
    same_owners(read.flat_map(|(row, read)| read.owners.iter().map(move |owner| named(row, &read.door, owner))))
}

/// Whoever seems to have several doors among `owners`, in the order of their rows: by a number, or by name and telephone
/// number together. One piece of logic for a sheet on its way in and for a roll that has been in for years.
pub fn same_owners<'a>(owners: impl IntoIterator<Item = Named<'a>>) -> Vec<SameOwner> {
    let mut found: BTreeMap<Basis, SameOwner> = BTreeMap::new();
    for owner in owners {
        for basis in Basis::all_of(owner) {
            let proposal = found.entry(basis.clone()).or_insert_with(|| SameOwner {
                name: owner.name.to_owned(),
                basis,
                doors: Vec::new(),
                rows: Vec::new(),
            });
            proposal.rows.push(owner.row);
            if !proposal.doors.iter().any(|door| door == owner.door) {
                proposal.doors.push(owner.door.to_owned());
            }
        }
    }
    let mut proposals: Vec<SameOwner> = found.into_values().filter(|proposal| proposal.doors.len() > 1).collect();
    // Numbers come first: a name and phone that say no more than a number are left out.
    let by_id: Vec<Vec<u32>> = proposals
        .iter()
        .filter(|proposal| matches!(proposal.basis, Basis::OwnerId(_)))
        .map(|proposal| proposal.rows.clone())
        .collect();
    proposals.retain(|proposal| {
        let covered = |rows: &Vec<u32>| proposal.rows.iter().all(|row| rows.contains(row));
        matches!(proposal.basis, Basis::OwnerId(_)) || !by_id.iter().any(covered)
    });
    proposals.sort_by(|one, other| one.rows.cmp(&other.rows));
    proposals
}
