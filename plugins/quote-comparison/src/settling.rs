//! How a tie was settled: a second round among the tied, a lot drawn, or a decision with its reason.
//!
//! Each remembers among whom it was, and counts only as long as exactly these are tied: whoever changes a price undoes it.

use serde::{Deserialize, Serialize};

/// A lot, or a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum How {
    Lot,
    Decision,
}

/// A second price of each of the tied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Round {
    /// Number of the quote and price in fen, ascending by number.
    pub(crate) prices: Vec<(u32, i64)>,
}

impl Round {
    pub(crate) fn price_of(&self, id: u32) -> Option<i64> {
        self.prices.iter().find(|(of, _)| *of == id).map(|(_, price)| *price)
    }
}

/// A lot drawn or a decision taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Choice {
    /// The tied, ascending.
    pub(crate) among: Vec<u32>,
    pub(crate) chosen: u32,
    pub(crate) how: How,
    /// Who drew before whom, or why.
    pub(crate) account: String,
}

/// How a tie was settled, so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settling {
    pub(crate) round: Option<Round>,
    pub(crate) choice: Option<Choice>,
}

impl Settling {
    /// The second round, if it was among exactly these.
    pub(crate) fn round_among(&self, tied: &[u32]) -> Option<&Round> {
        let same = |round: &&Round| same(round.prices.iter().map(|(id, _)| *id), tied);
        self.round.as_ref().filter(same)
    }

    /// Who was chosen, if it was among exactly these.
    pub(crate) fn settled_among(&self, tied: &[u32]) -> Option<(u32, How)> {
        let choice = self.choice.as_ref().filter(|choice| same(choice.among.iter().copied(), tied))?;
        tied.contains(&choice.chosen).then_some((choice.chosen, choice.how))
    }
}

fn same(one: impl Iterator<Item = u32>, other: &[u32]) -> bool {
    let sorted = |mut ids: Vec<u32>| {
        ids.sort_unstable();
        ids
    };
    sorted(one.collect()) == sorted(other.to_vec())
}
