//! The whole state: what is to be looked at, what was found, what people said, and how it is closed. Pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::item::{Finding, Found, Item, Kind, LABEL_CHARS, Limit, List};
use crate::refusal::Refusal;
use crate::satisfaction::{Answers, Grade};
use crate::verdict::{Looked, Rules, Standing};

/// A checklist of more is none that anybody walks through.
const MOST_ITEMS: usize = 1_000;
/// Characters of the reason and of who is responsible.
pub(crate) const LINE_CHARS: u32 = 200;

/// An item of one of the two lists, with its key there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Placed {
    pub(crate) list: List,
    pub(crate) key: String,
    pub(crate) item: Item,
}

/// Everything that is kept between events.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Work {
    /// The plan first, then the criteria; new ones at the end.
    pub(crate) items: Vec<Placed>,
    /// By key of the item.
    pub(crate) found: BTreeMap<String, Found>,
    pub(crate) answers: Answers,
    /// Why there are no photos.
    pub(crate) reason: String,
    /// Who puts right what failed.
    pub(crate) responsible: String,
    /// Until when.
    pub(crate) due: Option<i32>,
}

/// A planned item as typed or as a table says; numbers in units of 10^-scale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Planned<'a> {
    pub(crate) label: &'a str,
    pub(crate) unit: &'a str,
    pub(crate) scale: u8,
    pub(crate) quantity: Option<i64>,
    pub(crate) tolerance: Option<i64>,
    pub(crate) basis: &'a str,
}

impl Planned<'_> {
    pub(crate) fn item(self) -> Result<Item, Refusal> {
        let limit = match (self.quantity, self.tolerance) {
            (None, None) => None,
            (Some(..=0), _) | (_, Some(..=-1)) | (None, Some(_)) => return Err(Refusal::Number),
            (Some(planned), Some(tolerance @ 1..)) => Some(Limit::Within { planned, tolerance }),
            (Some(planned), _) => Some(Limit::AtLeast(planned)),
        };
        // Without a quantity it is there or it is not.
        let unit = if limit.is_some() { self.unit.to_owned() } else { String::new() };
        let (label, basis) = (label(self.label)?, self.basis.to_owned());
        Ok(Item { label, unit, scale: self.scale, limit, kind: Kind::Counts, weight: 0, basis, local: Vec::new() })
    }
}

/// A label of an item.
pub(crate) fn label(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= LABEL_CHARS as usize;
    if fits { Ok(text.to_owned()) } else { Err(Refusal::NoLabel) }
}

impl Work {
    /// Puts an item at the end of its list.
    pub(crate) fn add(&mut self, list: List, item: Item) -> Result<(), Refusal> {
        if self.items.len() >= MOST_ITEMS {
            return Err(Refusal::TooMany(MOST_ITEMS));
        }
        if self.items.iter().any(|placed| placed.list == list && placed.item.label == item.label) {
            return Err(Refusal::LabelTwice(item.label));
        }
        let key = format!("{}-{}", list.key(), self.of(list).count() + 1);
        self.items.push(Placed { list, key, item });
        Ok(())
    }

    /// The items of a list.
    pub(crate) fn of(&self, list: List) -> impl Iterator<Item = &Placed> {
        self.items.iter().filter(move |placed| placed.list == list)
    }

    /// Takes what was found at an item in place of what was known of it.
    pub(crate) fn find(&mut self, list: &str, key: &str, found: Found) -> Result<(), Refusal> {
        let placed = self.items.iter().find(|placed| placed.list.key() == list && placed.key == key);
        let item = &placed.ok_or(Refusal::NoItem)?.item;
        match found.finding {
            Finding::Met if item.limit.is_some() && found.measured.is_none() => {
                return Err(Refusal::NotMeasured { key: key.to_owned(), label: item.label.clone() });
            }
            Finding::NotApplicable if found.note.trim().is_empty() => {
                return Err(Refusal::NoReason { key: key.to_owned(), label: item.label.clone() });
            }
            _ => {}
        }
        let nothing = found.finding == Finding::Open
            && found.measured.is_none()
            && found.note.trim().is_empty()
            && found.evidence.is_empty();
        if nothing {
            self.found.remove(key);
        } else {
            self.found.insert(key.to_owned(), found);
        }
        Ok(())
    }

    /// The last word of a household.
    pub(crate) fn answer(&mut self, household: u32, grade: Grade) {
        self.answers.households.insert(household, grade);
    }

    pub(crate) fn looked(&self) -> Vec<Looked<'_>> {
        let of = |placed: &'_ Placed| (placed.list, self.found.get(&placed.key));
        self.items
            .iter()
            .map(|placed| {
                let (list, found) = of(placed);
                Looked { list, item: &placed.item, found }
            })
            .collect()
    }

    pub(crate) fn standing(&self, rules: Rules) -> Standing {
        Standing::of(&self.looked(), &self.answers, rules, &self.reason)
    }

    /// Labels of the items at these places.
    pub(crate) fn labels(&self, rows: &[usize]) -> Vec<String> {
        rows.iter().filter_map(|at| self.items.get(*at)).map(|placed| placed.item.label.clone()).collect()
    }

    /// How many of a list decide something.
    pub(crate) fn decisive(&self, list: List) -> usize {
        self.of(list).filter(|placed| placed.item.kind != Kind::Noted).count()
    }

    /// How many of those were found so.
    pub(crate) fn count(&self, list: List, finding: Finding) -> usize {
        let decides = |one: &Looked<'_>| one.list == list && one.item.kind != Kind::Noted;
        self.looked().iter().filter(|one| decides(one) && one.finding() == finding).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::tests::found;

    fn planned(quantity: Option<i64>, tolerance: Option<i64>) -> Result<Item, Refusal> {
        Planned { label: "扶手", unit: "米", scale: 2, quantity, tolerance, basis: "" }.item()
    }

    #[test]
    fn given_a_quantity_it_is_at_least_that_and_with_a_tolerance_within_it() {
        assert_eq!(planned(Some(500), None).unwrap().limit, Some(Limit::AtLeast(500)));
        assert_eq!(planned(Some(500), Some(0)).unwrap().limit, Some(Limit::AtLeast(500)));
        let within = Limit::Within { planned: 500, tolerance: 10 };
        assert_eq!(planned(Some(500), Some(10)).unwrap().limit, Some(within));
        let there = planned(None, None).unwrap();
        assert!(!there.is_measured());
        for (quantity, tolerance) in [(Some(0), None), (Some(-1), None), (Some(1), Some(-1)), (None, Some(1))] {
            assert_eq!(planned(quantity, tolerance), Err(Refusal::Number));
        }
    }

    #[test]
    fn given_an_item_to_be_measured_a_tick_without_the_number_is_refused_and_so_is_an_exception_without_a_reason() {
        let mut work = Work::default();
        work.add(List::Plan, planned(Some(500), None).unwrap()).unwrap();
        assert_eq!(work.add(List::Plan, planned(None, None).unwrap()), Err(Refusal::LabelTwice("扶手".into())));
        work.add(List::Criteria, planned(None, None).unwrap()).unwrap();
        let mut find = |finding, measured| work.find("plan", "plan-1", found(finding, measured));
        assert!(matches!(find(Finding::Met, None), Err(Refusal::NotMeasured { .. })));
        assert!(matches!(find(Finding::NotApplicable, None), Err(Refusal::NoReason { .. })));
        find(Finding::Met, Some(480)).unwrap();
        assert_eq!(work.count(List::Plan, Finding::Failed), 1);
        assert_eq!(work.find("criteria", "plan-1", found(Finding::Met, None)), Err(Refusal::NoItem));
        work.find("plan", "plan-1", found(Finding::Open, None)).unwrap();
        assert!(work.found.is_empty());
    }
}
