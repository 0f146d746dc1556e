//! Counting: heads and area by side, one ballot at a time.

use amounts::CentiSqm;
use serde::{Deserialize, Serialize};

use crate::ballot::Choice;
use crate::rule::{Measure, Silence};

/// Heads and their area together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Count {
    /// Distinct voters.
    pub heads: u32,
    /// The known part of their area in 0.01 m².
    pub area: CentiSqm,
    /// Heads whose area is not known; while there are any, `area` is no result.
    #[serde(default)]
    pub area_unknown: u32,
}

impl Count {
    /// Counts one more head.
    pub fn add(&mut self, area: Option<CentiSqm>) {
        self.heads = self.heads.saturating_add(1);
        match area {
            Some(area) => self.area = CentiSqm(self.area.0.saturating_add(area.0)),
            None => self.area_unknown = self.area_unknown.saturating_add(1),
        }
    }

    /// Both counts together.
    #[must_use]
    pub fn plus(self, other: Count) -> Count {
        Count {
            heads: self.heads.saturating_add(other.heads),
            area: CentiSqm(self.area.0.saturating_add(other.area.0)),
            area_unknown: self.area_unknown.saturating_add(other.area_unknown),
        }
    }

    /// What is left of this without those heads, who are part of it.
    #[must_use]
    pub fn minus(self, part: Count) -> Count {
        Count {
            heads: self.heads.saturating_sub(part.heads),
            area: CentiSqm(self.area.0.saturating_sub(part.area.0)),
            area_unknown: self.area_unknown.saturating_sub(part.area_unknown),
        }
    }

    /// The number of one measure: heads, or 0.01 m²; `None` for an area that is not wholly known.
    pub fn of(self, measure: Measure) -> Option<i64> {
        match measure {
            Measure::Heads => Some(i64::from(self.heads)),
            Measure::Area => (self.area_unknown == 0).then_some(self.area.0),
        }
    }

    /// The area, if wholly known.
    pub fn known_area(self) -> Option<CentiSqm> {
        (self.area_unknown == 0).then_some(self.area)
    }
}

/// Heads by side as hands or secret papers give them: totals without names, so without area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct SideCounts {
    /// For it.
    #[serde(default)]
    pub yes: u32,
    /// Against it.
    #[serde(default)]
    pub no: u32,
    /// Abstaining.
    #[serde(default)]
    pub abstain: u32,
    /// Void.
    #[serde(default)]
    pub void: u32,
}

impl SideCounts {
    /// Everybody counted.
    pub fn sum(self) -> u64 {
        [self.yes, self.no, self.abstain, self.void].into_iter().map(u64::from).sum()
    }

    /// As a count by side whose area nobody knows.
    pub fn tally(self) -> Tally {
        let count = |heads| Count { heads, area: CentiSqm(0), area_unknown: heads };
        Tally { yes: count(self.yes), no: count(self.no), abstain: count(self.abstain), void: count(self.void) }
    }
}

/// The count of a vote by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Tally {
    /// For it.
    pub yes: Count,
    /// Against it.
    pub no: Count,
    /// Abstaining.
    pub abstain: Count,
    /// Void.
    pub void: Count,
}

impl Tally {
    /// Counts one more ballot; the rest is not touched.
    pub fn add(&mut self, choice: Choice, area: Option<CentiSqm>) {
        match choice {
            Choice::Yes => self.yes.add(area),
            Choice::No => self.no.add(area),
            Choice::Abstain => self.abstain.add(area),
            Choice::Void => self.void.add(area),
        }
    }

    /// Counts one ballot less: it was one of these.
    pub fn take(&mut self, choice: Choice, area: Option<CentiSqm>) {
        let mut one = Count::default();
        one.add(area);
        let side = match choice {
            Choice::Yes => &mut self.yes,
            Choice::No => &mut self.no,
            Choice::Abstain => &mut self.abstain,
            Choice::Void => &mut self.void,
        };
        *side = side.minus(one);
    }

    /// Counts two columns of equal length: what each head says, and his area in 0.01 m². What is beyond the shorter
    /// column is left out.
    pub fn of_columns(choices: &[Choice], areas: &[i64]) -> Tally {
        let mut heads = [0_u32; 4];
        let mut sums = [0_i64; 4];
        for (choice, area) in choices.iter().zip(areas) {
            let side = *choice as usize;
            heads[side] = heads[side].saturating_add(1);
            sums[side] = sums[side].saturating_add(*area);
        }
        let side = |choice: Choice| Count {
            heads: heads[choice as usize],
            area: CentiSqm(sums[choice as usize]),
            area_unknown: 0,
        };
        Tally { yes: side(Choice::Yes), no: side(Choice::No), abstain: side(Choice::Abstain), void: side(Choice::Void) }
    }

    /// The count with the ballots that never came back, as a rule's clause has it.
    #[must_use]
    pub fn with_silence(self, silence: Silence, unreturned: Count) -> Tally {
        let to = match silence {
            Silence::Majority if self.yes.heads > self.no.heads => Choice::Yes,
            Silence::Majority if self.no.heads > self.yes.heads => Choice::No,
            Silence::Majority | Silence::Abstain => Choice::Abstain,
        };
        let mut tally = self;
        match to {
            Choice::Yes => tally.yes = tally.yes.plus(unreturned),
            Choice::No => tally.no = tally.no.plus(unreturned),
            Choice::Abstain | Choice::Void => tally.abstain = tally.abstain.plus(unreturned),
        }
        tally
    }

    /// The count of one side.
    pub fn side(&self, choice: Choice) -> Count {
        match choice {
            Choice::Yes => self.yes,
            Choice::No => self.no,
            Choice::Abstain => self.abstain,
            Choice::Void => self.void,
        }
    }

    /// Everybody who handed in a ballot, void ones too.
    pub fn answered(&self) -> Count {
        self.yes.plus(self.no).plus(self.abstain).plus(self.void)
    }

    /// Those who take part under a rule: void ballots count unless it puts them apart.
    pub fn participating(&self, void_apart: bool) -> Count {
        let spoken = self.yes.plus(self.no).plus(self.abstain);
        if void_apart { spoken } else { spoken.plus(self.void) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ballots that never came back follow the larger side, and between equal sides they say nothing.
    #[test]
    fn silence_follows_the_larger_side_or_says_nothing() {
        let count = |heads| Count { heads, area: CentiSqm(i64::from(heads) * 100), area_unknown: 0 };
        let tally = |yes, no| Tally { yes: count(yes), no: count(no), abstain: count(1), void: Count::default() };
        let heads = |tally: Tally| (tally.yes.heads, tally.no.heads, tally.abstain.heads);
        let follow = |yes, no| heads(tally(yes, no).with_silence(Silence::Majority, count(4)));
        assert_eq!([follow(3, 2), follow(2, 3), follow(2, 2)], [(7, 2, 1), (2, 7, 1), (2, 2, 5)]);
        assert_eq!(heads(tally(3, 2).with_silence(Silence::Abstain, count(4))), (3, 2, 5));
    }

    #[test]
    fn counts_by_side_know_no_area_and_add_up() {
        let counts = SideCounts { yes: 3, no: 2, abstain: 1, void: 4 };
        assert_eq!(counts.sum(), 10);
        let tally = counts.tally();
        assert_eq!((tally.answered().heads, tally.answered().known_area()), (10, None));
        assert_eq!((tally.void.heads, tally.participating(true).heads, tally.participating(false).heads), (4, 6, 10));
        assert_eq!(SideCounts::default().tally().answered().known_area(), Some(CentiSqm(0)));
        let sides = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void].map(|choice| tally.side(choice).heads);
        assert_eq!(sides, [3, 2, 1, 4]);
    }
}
