//! Who may be one owner of several doors. Proposed, never concluded: a person says yes.

use std::collections::BTreeMap;

use super::fold::bare;
use super::row::{OwnerCell, PreviewRow};

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
    fn all_of(owner: &OwnerCell) -> Vec<Basis> {
        let mut all = Vec::new();
        let id = bare(&owner.owner_id);
        if !id.is_empty() {
            all.push(Basis::OwnerId(id));
        }
        let name = bare(&owner.name);
        let phone: String = bare(&owner.phone).chars().filter(char::is_ascii_digit).collect();
        // Shorter numbers are extensions and slips.
        if !name.is_empty() && phone.len() >= 7 {
            all.push(Basis::NameAndPhone { name, phone });
        }
        all
    }

    /// Whether the proposal on this basis speaks of `owner`.
    pub(super) fn is_of(&self, owner: &OwnerCell) -> bool {
        Basis::all_of(owner).contains(self)
    }
}

/// Every owner who seems to have several doors, in the order of the sheet.
pub(super) fn proposals(rows: &[PreviewRow]) -> Vec<SameOwner> {
    let mut found: BTreeMap<Basis, SameOwner> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.importable() || row.exceptions().is_some()) {
        let Some(read) = &row.read else { continue };
        for (owner, basis) in
            read.owners.iter().flat_map(|owner| Basis::all_of(owner).into_iter().map(move |b| (owner, b)))
        {
            let proposal = found.entry(basis.clone()).or_insert_with(|| SameOwner {
                name: owner.name.clone(),
                basis,
                doors: Vec::new(),
                rows: Vec::new(),
            });
            proposal.rows.push(row.number);
            if !proposal.doors.contains(&read.door) {
                proposal.doors.push(read.door.clone());
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
