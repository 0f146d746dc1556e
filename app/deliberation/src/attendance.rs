//! Who is in the hall, since when and until when.

use std::collections::BTreeSet;

use amounts::CentiSqm;

use crate::ids::PersonId;
use crate::roll::{Roll, add};
use crate::time::At;

/// One stay of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// Who.
    pub person: PersonId,
    /// Signed in.
    pub arrived: At,
    /// Left; `None` while in the hall.
    pub left: Option<At>,
}

/// The attendance sheet of one meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    stays: Vec<Presence>,
    present: BTreeSet<PersonId>,
}

impl Attendance {
    /// Signs somebody in; nothing happens if they are in the hall.
    pub fn arrive(&mut self, person: PersonId, at: At) {
        if self.present.insert(person) {
            self.stays.push(Presence { person, arrived: at, left: None });
        }
    }

    /// Signs somebody out; nothing happens if they are not in the hall.
    pub fn leave(&mut self, person: PersonId, at: At) {
        if self.present.remove(&person)
            && let Some(stay) = self.stays.iter_mut().rev().find(|stay| stay.person == person)
        {
            stay.left = Some(at);
        }
    }

    /// Makes one person of two: whoever of them came, came.
    pub(crate) fn merge(&mut self, old: PersonId, keep: PersonId) {
        let both = self.present.contains(&old) && self.present.contains(&keep);
        if both {
            self.stays.retain(|stay| stay.person != old || stay.left.is_some());
        }
        self.stays.iter_mut().filter(|stay| stay.person == old).for_each(|stay| stay.person = keep);
        if self.present.remove(&old) {
            self.present.insert(keep);
        }
    }

    /// Whether somebody is in the hall.
    pub fn is_present(&self, person: PersonId) -> bool {
        self.present.contains(&person)
    }

    /// Everybody in the hall.
    pub fn present(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.present.iter().copied()
    }

    /// Every stay in the order of arrival.
    pub fn stays(&self) -> &[Presence] {
        &self.stays
    }

    /// Whether somebody was in the hall at any time.
    pub fn ever_came(&self, person: PersonId) -> bool {
        self.stays.iter().any(|stay| stay.person == person)
    }

    /// The heads in the hall, in roll order.
    pub fn present_heads<'a>(&'a self, roll: &'a Roll) -> impl Iterator<Item = &'a crate::roll::Head> {
        roll.heads().iter().filter(|head| self.is_present(head.person))
    }

    /// Heads in the hall and their area in 0.01 m²; the area is `None` if one is not known.
    pub fn measure(&self, roll: &Roll) -> (u32, Option<CentiSqm>) {
        self.present_heads(roll).fold((0, Some(CentiSqm(0))), |(heads, area), head| (heads + 1, add(area, head.area)))
    }

    /// Those in the hall who vote for no unit: staff and guests, in the order of arrival.
    pub fn present_guests<'a>(&'a self, roll: &'a Roll) -> impl Iterator<Item = PersonId> + 'a {
        self.stays.iter().filter(|stay| stay.left.is_none() && roll.head(stay.person).is_none()).map(|stay| stay.person)
    }
}
