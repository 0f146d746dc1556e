//! A course or service that is offered, and what becomes of it by its orders.

use serde::{Deserialize, Serialize};

use crate::hours::{Hours, When};
use crate::refusal::Refusal;

/// Characters of an offer's or a teacher's label.
pub(crate) const NAME_CHARS: u32 = 30;
/// The most one offer can take.
pub(crate) const MOST_PLACES: u32 = 1_000;

/// What is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Offer {
    pub(crate) name: String,
    /// Who gives it, as a short label; "" until somebody is found.
    pub(crate) teacher: String,
    pub(crate) when: Option<When>,
    /// It is held from so many on.
    pub(crate) least: u32,
    /// It takes no more than so many; `None` takes all.
    pub(crate) most: Option<u32>,
}

/// As typed or as a table says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Typed<'a> {
    pub(crate) name: &'a str,
    pub(crate) teacher: &'a str,
    pub(crate) day: Option<i32>,
    pub(crate) hours: &'a str,
    pub(crate) least: i64,
    pub(crate) most: Option<i64>,
}

impl Offer {
    pub(crate) fn new(typed: Typed<'_>) -> Result<Offer, Refusal> {
        let name = typed.name.trim();
        if name.is_empty() || name.chars().count() > NAME_CHARS as usize {
            return Err(Refusal::NoName);
        }
        let places = |number: i64| u32::try_from(number).ok().filter(|places| (1..=MOST_PLACES).contains(places));
        let least = places(typed.least).ok_or(Refusal::Least)?;
        let most = match typed.most {
            None => None,
            Some(most) => Some(places(most).filter(|most| *most >= least).ok_or(Refusal::Most)?),
        };
        let mut offer = Offer { name: name.to_owned(), teacher: String::new(), when: None, least, most };
        offer.arrange(typed.teacher, typed.day, typed.hours)?;
        Ok(offer)
    }

    /// Sets who gives it and when.
    pub(crate) fn arrange(&mut self, teacher: &str, day: Option<i32>, hours: &str) -> Result<(), Refusal> {
        let (teacher, hours) = (teacher.trim(), hours.trim());
        if teacher.chars().count() > NAME_CHARS as usize {
            return Err(Refusal::Teacher);
        }
        let hours = match hours {
            "" => None,
            text => Some(Hours::parse(text).ok_or(Refusal::Hours)?),
        };
        if day.is_none() && hours.is_some() {
            return Err(Refusal::NoDay);
        }
        teacher.clone_into(&mut self.teacher);
        self.when = day.map(|day| When { day, hours });
        Ok(())
    }

    /// Whether both want the same teacher at one time.
    pub(crate) fn wants_the_teacher_of(&self, other: &Offer) -> bool {
        let same = !self.teacher.is_empty() && self.teacher == other.teacher;
        same && matches!((self.when, other.when), (Some(one), Some(two)) if one.clashes(two))
    }

    /// What becomes of it with so many who have a place.
    pub(crate) fn verdict(&self, seated: u32) -> Verdict {
        match self.least.checked_sub(seated).filter(|missing| *missing > 0) {
            Some(missing) => Verdict::TooFew { missing },
            None if self.teacher.is_empty() => Verdict::NoTeacher,
            None => Verdict::Held,
        }
    }
}

/// What becomes of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Enough people, and somebody gives it.
    Held,
    /// Enough people; a recruit call looks for somebody to give it.
    NoTeacher,
    /// It waits for more.
    TooFew { missing: u32 },
}

impl Verdict {
    /// Whether it is held, with a teacher still to be found or not.
    pub(crate) fn opens(self) -> bool {
        !matches!(self, Verdict::TooFew { .. })
    }
}
