//! "These doors may have one owner", asked of the whole roll at any time: with the logic an import asks it by.
//!
//! Proposed on name and telephone number together, or on the roll's number of the owner; a person confirms with
//! [`deliberation::Command::ConfirmSameOwner`]. A name alone proposes nothing.

use deliberation::ids::{PersonId, UnitIx};
use deliberation::{Command, Door};
use papers::roll_in::{Named, ProblemText, SameOwner, proposal_text, same_owners};
use words::Lang;

use crate::snapshot::Snapshot;

/// Owners who may be one, and are several heads so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    found: SameOwner,
    /// Their doors in roll order.
    pub doors: Vec<Door>,
}

impl Proposal {
    /// Headline and reason for people.
    pub fn text(&self, lang: Lang) -> ProblemText {
        proposal_text(lang, &self.found)
    }

    /// Makes one head of them.
    pub fn confirm(&self) -> Command {
        Command::ConfirmSameOwner { doors: self.doors.clone() }
    }
}

/// Everybody on the roll who seems to have several doors and is not known to be one owner yet, in roll order.
pub fn proposals(snapshot: &Snapshot) -> Vec<Proposal> {
    let roll = &snapshot.facts.roll;
    let voters = roll.units().iter().enumerate().filter_map(|(place, unit)| {
        // Whoever votes for the unit joins heads; a further co-owner has no vote of his own.
        let owner = roll.ownership(UnitIx::at(place))?.voter;
        let card = snapshot.card(owner)?;
        Some(Named {
            row: u32::try_from(place).unwrap_or(u32::MAX),
            door: unit.door.as_str(),
            name: &card.name,
            phone: &card.phone,
            owner_id: &card.owner_id,
        })
    });
    let several = |found: &SameOwner| {
        let mut owners: Vec<Option<PersonId>> = found.doors.iter().map(|door| roll.owner(&Door::new(door))).collect();
        owners.sort();
        owners.dedup();
        owners.len() > 1
    };
    let found = same_owners(voters).into_iter().filter(several);
    found.map(|found| Proposal { doors: found.doors.iter().map(Door::new).collect(), found }).collect()
}
