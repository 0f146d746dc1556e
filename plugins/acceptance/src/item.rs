//! One thing to be looked at: planned, or a criterion of the community's own list; and what was found.

use serde::{Deserialize, Serialize};

/// Characters of an item's label.
pub(crate) const LABEL_CHARS: u32 = 60;
/// Characters of a unit.
pub(crate) const UNIT_CHARS: u32 = 12;
/// Characters of a rule.
pub(crate) const BASIS_CHARS: u32 = 300;

/// What a measured number is held against, in units of 10^-scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Limit {
    AtLeast(i64),
    AtMost(i64),
    /// Planned, with a tolerance to both sides.
    Within {
        planned: i64,
        tolerance: i64,
    },
}

impl Limit {
    fn holds(self, measured: i64) -> bool {
        match self {
            Limit::AtLeast(least) => measured >= least,
            Limit::AtMost(most) => measured <= most,
            Limit::Within { planned, tolerance } => measured.abs_diff(planned) <= tolerance.unsigned_abs(),
        }
    }
}

/// Which list an item stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum List {
    /// What the plan wants installed.
    Plan,
    /// What it is inspected for.
    Criteria,
}

impl List {
    /// The key of its checklist.
    pub(crate) fn key(self) -> &'static str {
        match self {
            List::Plan => "plan",
            List::Criteria => "criteria",
        }
    }
}

/// What failing it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Kind {
    /// It stops everything.
    Veto,
    /// It is to be put right; criteria count with their weight.
    Counts,
    /// Nothing: it is noted down.
    Noted,
}

/// Something to be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Item {
    pub(crate) label: String,
    /// "" where nothing is measured.
    pub(crate) unit: String,
    /// Decimals of a measured number.
    pub(crate) scale: u8,
    pub(crate) limit: Option<Limit>,
    pub(crate) kind: Kind,
    pub(crate) weight: u32,
    /// The rule it rests on.
    pub(crate) basis: String,
    /// Place and date of the rule, where it is local.
    pub(crate) local: Vec<String>,
}

impl Item {
    /// Whether a number belongs to it.
    pub(crate) fn is_measured(&self) -> bool {
        self.limit.is_some() || !self.unit.is_empty()
    }

    /// What was found, after the number has had its say: no tick overrules it.
    pub(crate) fn finding(&self, found: Option<&Found>) -> Finding {
        let Some(found) = found else { return Finding::Open };
        match (found.finding, self.limit, found.measured) {
            (Finding::Met | Finding::Failed | Finding::Open, Some(limit), Some(measured)) => {
                if limit.holds(measured) {
                    Finding::Met
                } else {
                    Finding::Failed
                }
            }
            // A tick alone does not pass what is to be measured; that it is not there at all can be seen.
            (Finding::Met, Some(_), None) => Finding::Open,
            (finding, ..) => finding,
        }
    }
}

/// The contract's finding, kept in the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Finding {
    Open,
    Met,
    Failed,
    NotApplicable,
}

/// What somebody found at an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Found {
    pub(crate) finding: Finding,
    /// In the scale of the item.
    pub(crate) measured: Option<i64>,
    pub(crate) note: String,
    pub(crate) evidence: Vec<Photo>,
}

/// A photo or file the host keeps, by its SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Photo {
    pub(crate) hash: String,
    pub(crate) caption: String,
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn item(label: &str, limit: Option<Limit>) -> Item {
        let (label, basis) = (label.to_owned(), String::new());
        Item { label, unit: String::new(), scale: 0, limit, kind: Kind::Counts, weight: 1, basis, local: Vec::new() }
    }

    pub(crate) fn found(finding: Finding, measured: Option<i64>) -> Found {
        Found { finding, measured, note: String::new(), evidence: Vec::new() }
    }

    #[test]
    fn given_a_measured_number_no_tick_overrules_it() {
        let item = item("扶手", Some(Limit::AtLeast(5)));
        let finding = |tick, measured| item.finding(Some(&found(tick, measured)));
        assert_eq!(finding(Finding::Met, Some(4)), Finding::Failed);
        assert_eq!(finding(Finding::Failed, Some(5)), Finding::Met);
        assert_eq!(finding(Finding::Open, Some(5)), Finding::Met);
        assert_eq!(finding(Finding::Met, None), Finding::Open);
        assert_eq!(finding(Finding::Failed, None), Finding::Failed);
        assert_eq!(finding(Finding::NotApplicable, Some(1)), Finding::NotApplicable);
        assert_eq!(item.finding(None), Finding::Open);
    }

    #[test]
    fn given_a_tolerance_it_holds_to_both_sides_and_its_bounds_are_within() {
        let item = item("坡道宽", Some(Limit::Within { planned: 120, tolerance: 5 }));
        for (measured, wanted) in
            [(114, Finding::Failed), (115, Finding::Met), (125, Finding::Met), (126, Finding::Failed)]
        {
            assert_eq!(item.finding(Some(&found(Finding::Open, Some(measured)))), wanted, "{measured}");
        }
        assert!(!Limit::AtMost(3).holds(4) && Limit::AtMost(3).holds(3));
        // Far apart numbers do not overflow.
        assert!(!Limit::Within { planned: i64::MIN, tolerance: 0 }.holds(i64::MAX));
    }
}
