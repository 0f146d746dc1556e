//! A site: what was found there, and the points it was given.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::criteria::{Kind, Row};
use crate::measured::Number;

/// What somebody says was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Found {
    /// Nobody knows yet.
    #[default]
    Open,
    Met,
    Failed,
    NotApplicable,
}

/// A photo or file the host keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Proof {
    pub(crate) hash: String,
    pub(crate) caption: String,
}

/// What was found about one criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Check {
    pub(crate) found: Found,
    pub(crate) measured: Option<Number>,
    /// Who found it, and how.
    pub(crate) note: String,
    pub(crate) proofs: Vec<Proof>,
}

impl Check {
    /// What it comes to: a number is held against the limit, whatever was ticked; without the number that a limit wants it
    /// is open, unless it failed anyway.
    pub(crate) fn result(&self, row: &Row) -> Found {
        match (self.found, row.limit, self.measured) {
            (Found::NotApplicable, ..) => Found::NotApplicable,
            (_, Some(limit), Some(measured)) => {
                let order = measured.compare(limit.number);
                let wrong = if limit.at_least { Ordering::Less } else { Ordering::Greater };
                if order == wrong { Found::Failed } else { Found::Met }
            }
            (Found::Met, Some(_), None) => Found::Open,
            (found, ..) => found,
        }
    }
}

/// A site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Site {
    /// 1, 2, … in the order of entry.
    pub(crate) id: u32,
    pub(crate) title: String,
    /// How many people want it; never outweighs a veto.
    pub(crate) support: Option<u32>,
    /// How many would be built there.
    pub(crate) count: Option<i64>,
    /// By criterion.
    pub(crate) checks: BTreeMap<String, Check>,
    /// By criterion, 0 to 100.
    pub(crate) points: BTreeMap<String, i64>,
}

/// Whether a site can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fitness {
    /// Vetoes that failed, in the order of the criteria.
    Vetoed(Vec<String>),
    /// Vetoes nobody has found out about.
    Pending(Vec<String>),
    Fit,
}

impl Site {
    pub(crate) fn key(&self) -> String {
        format!("s{}", self.id)
    }

    /// What was found about a criterion.
    pub(crate) fn found(&self, row: &Row) -> Found {
        self.checks.get(&row.id).map_or(Found::Open, |check| check.result(row))
    }

    /// A failed veto outweighs an open one, and one of either everything else.
    pub(crate) fn fitness(&self, rows: &[&Row]) -> Fitness {
        let vetoes = || rows.iter().filter(|row| row.kind == Kind::Veto);
        let with = |found: Found| -> Vec<String> {
            vetoes().filter(|row| self.found(row) == found).map(|row| row.id.clone()).collect()
        };
        match (with(Found::Failed), with(Found::Open)) {
            (failed, _) if !failed.is_empty() => Fitness::Vetoed(failed),
            (_, open) if !open.is_empty() => Fitness::Pending(open),
            _ => Fitness::Fit,
        }
    }
}
