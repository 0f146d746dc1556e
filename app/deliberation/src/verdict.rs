//! The verdict: a rule held against a count, exactly, with what is missing.

use amounts::Ratio;
use serde::{Deserialize, Serialize};

use crate::rule::{Approval, Base, Compare, Counted, Measure, Rule, Turnout};
use crate::tally::{Count, Tally};

/// The sizes a share may be taken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Bases {
    /// The whole electorate.
    pub all: Count,
    /// Those in the hall when the vote opened.
    pub present: Count,
}

/// How a vote came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Every threshold met.
    Passed,
    /// One is not.
    Failed,
    /// A measure the rule needs is not wholly known.
    Undecidable,
}

impl Outcome {
    /// The key of the locale files and of figures.
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::Undecidable => "undecidable",
        }
    }
}

/// What a check holds against its threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// Participation.
    Turnout(Turnout),
    /// One side.
    Approval(Approval),
}

/// One threshold and what stands against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// The threshold.
    pub threshold: Threshold,
    /// What was counted: heads, or 0.01 m²; `None` = not wholly known.
    pub counted: Option<i64>,
    /// Of how many.
    pub base: Option<i64>,
    /// The smallest count that suffices; for "at most", the largest.
    pub needed: Option<i64>,
    /// Met or not; `None` = cannot be known.
    pub met: Option<bool>,
}

impl Check {
    /// The measure it counts.
    pub fn measure(&self) -> Measure {
        match self.threshold {
            Threshold::Turnout(turnout) => turnout.measure,
            Threshold::Approval(approval) => approval.measure,
        }
    }

    /// The share of the base that is needed.
    pub fn ratio(&self) -> Ratio {
        match self.threshold {
            Threshold::Turnout(turnout) => turnout.ratio,
            Threshold::Approval(approval) => approval.ratio,
        }
    }

    /// Whether it is a turnout threshold.
    pub fn is_turnout(&self) -> bool {
        matches!(self.threshold, Threshold::Turnout(_))
    }

    /// How far the count stands from what is needed, never negative: (missing, beyond).
    pub fn distance(&self) -> Option<(i64, i64)> {
        let (counted, needed) = (self.counted?, self.needed?);
        let at_most = matches!(self.threshold, Threshold::Approval(approval) if approval.compare == Compare::AtMost);
        let beyond = if at_most { needed - counted } else { counted - needed };
        Some(((-beyond).max(0), beyond.max(0)))
    }
}

/// A vote's verdict with every exact fraction behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Passed, failed or undecidable.
    pub outcome: Outcome,
    /// Every threshold, turnout first.
    pub checks: Vec<Check>,
}

impl Verdict {
    /// What one measure still lacks (还差): participation if turnout fails in any measure, else approval; `None` for a
    /// measure the rule does not use or cannot know; 0 where met.
    pub fn shortfall(&self, measure: Measure) -> Option<i64> {
        let turnout_fails = self.checks.iter().any(|check| check.is_turnout() && check.met == Some(false));
        let mine = self.checks.iter().filter(|check| check.measure() == measure);
        let mut stage = mine.clone().filter(|check| check.is_turnout() == turnout_fails).peekable();
        if stage.peek().is_none() {
            return mine.clone().next().and_then(Check::distance).map(|_| 0);
        }
        stage.map(|check| check.distance().map(|(missing, _)| missing)).try_fold(0, |most, next| Some(most.max(next?)))
    }

    /// By how much the approval of one measure exceeds the smallest that suffices (多出).
    pub fn surplus(&self, measure: Measure) -> Option<i64> {
        self.checks
            .iter()
            .filter(|check| !check.is_turnout() && check.measure() == measure)
            .map(|check| check.distance().map(|(_, beyond)| beyond))
            .try_fold(None, |least: Option<i64>, next| Some(Some(least.map_or(next?, |l| l.min(next.unwrap_or(l))))))
            .flatten()
    }
}

/// Holds `rule` against a count; the same function while counting, at the close and in a recount.
pub fn judge(rule: &Rule, bases: Bases, tally: &Tally) -> Verdict {
    let participating = tally.participating(rule.void_apart);
    let base = |base: Base, measure: Measure| match base {
        Base::Deciding => tally.yes.plus(tally.no).of(measure),
        Base::Participating => participating.of(measure),
        Base::Present => bases.present.of(measure),
        Base::All => bases.all.of(measure),
    };
    let turnout = rule.turnout.iter().map(|turnout| {
        check(
            Threshold::Turnout(*turnout),
            participating.of(turnout.measure),
            base(turnout.base, turnout.measure),
            turnout.ratio,
            Compare::AtLeast,
        )
    });
    let approval = rule.approval.iter().map(|approval| {
        let side = match approval.of {
            Counted::Yes => tally.yes,
            Counted::No => tally.no,
        };
        check(
            Threshold::Approval(*approval),
            side.of(approval.measure),
            base(approval.base, approval.measure),
            approval.ratio,
            approval.compare,
        )
    });
    let checks: Vec<Check> = turnout.chain(approval).collect();
    let outcome = if checks.iter().any(|check| check.met == Some(false)) {
        Outcome::Failed
    } else if checks.iter().any(|check| check.met.is_none()) {
        Outcome::Undecidable
    } else {
        Outcome::Passed
    };
    Verdict { outcome, checks }
}

fn check(threshold: Threshold, counted: Option<i64>, base: Option<i64>, ratio: Ratio, compare: Compare) -> Check {
    let needed = base.and_then(|base| match compare {
        Compare::MoreThan => ratio.floor_of(base).and_then(|floor| floor.checked_add(1)),
        Compare::AtLeast => ratio.ceil_of(base),
        Compare::AtMost => ratio.floor_of(base),
    });
    let met = counted.zip(base).map(|(counted, base)| match compare {
        Compare::MoreThan => ratio.compare(counted, base).is_gt(),
        Compare::AtLeast => ratio.compare(counted, base).is_ge(),
        Compare::AtMost => ratio.compare(counted, base).is_le(),
    });
    Check { threshold, counted, base, needed, met }
}

#[cfg(test)]
mod tests {
    use amounts::CentiSqm;
    use proptest::prelude::*;

    use super::*;
    use crate::rule;

    fn count(heads: u32, area: i64) -> Count {
        Count { heads, area: CentiSqm(area), area_unknown: 0 }
    }

    fn tally(yes: Count, no: Count, abstain: Count) -> Tally {
        Tally { yes, no, abstain, void: Count::default() }
    }

    /// 民法典 278, an ordinary matter: turnout ≥ 2/3 and approval > 1/2 of those participating, both measures.
    fn ordinary() -> Rule {
        let mut rule = rule::find("deliberation").unwrap();
        let measures = [Measure::Heads, Measure::Area];
        let third = Ratio::new(2, 3).unwrap();
        let half = Ratio::new(1, 2).unwrap();
        rule.turnout = measures.map(|measure| Turnout { measure, ratio: third, base: Base::All }).to_vec();
        rule.approval = measures
            .map(|measure| Approval {
                of: Counted::Yes,
                compare: Compare::MoreThan,
                ratio: half,
                base: Base::Participating,
                measure,
            })
            .to_vec();
        rule
    }

    fn bases(all: Count) -> Bases {
        Bases { all, present: all }
    }

    #[test]
    fn v6_abstentions_stay_in_the_denominator_of_278_and_outside_a_deliberation() {
        let all = bases(count(40, 400_000));
        let case = |yes, no, abstain| {
            tally(
                count(yes, i64::from(yes) * 10_000),
                count(no, i64::from(no) * 10_000),
                count(abstain, i64::from(abstain) * 10_000),
            )
        };
        let deliberation = rule::find("deliberation").unwrap();
        assert_eq!(judge(&ordinary(), all, &case(20, 12, 8)).outcome, Outcome::Failed);
        assert_eq!(judge(&deliberation, all, &case(20, 12, 8)).outcome, Outcome::Passed);
        assert_eq!(judge(&ordinary(), all, &case(16, 16, 8)).outcome, Outcome::Failed);
        assert_eq!(judge(&deliberation, all, &case(16, 16, 8)).outcome, Outcome::Failed);
    }

    #[test]
    fn v4_without_area_and_participation_a_278_vote_is_undecidable_not_passed() {
        let all = Count { heads: 2_237, area: CentiSqm(0), area_unknown: 2_237 };
        let yes = Count { heads: 1_492, area: CentiSqm(0), area_unknown: 1_492 };
        let verdict = judge(&ordinary(), bases(all), &tally(yes, Count::default(), Count::default()));
        assert_eq!(verdict.outcome, Outcome::Undecidable);
        assert_eq!(verdict.checks[0].needed, Some(1_492));
        assert_eq!(verdict.shortfall(Measure::Area), None);
    }

    /// The septic-tank vote 26/3/2 under its own rule, and the made-up other ending of the mock-ups under 278.
    #[test]
    fn the_story_passes_and_its_other_ending_fails_with_its_shortfall() {
        let all = bases(count(35, 221_760));
        let story = tally(count(26, 164_754), count(3, 19_731), count(2, 11_591));
        let verdict = judge(&rule::find("deliberation").unwrap(), all, &story);
        assert_eq!((verdict.outcome, verdict.surplus(Measure::Heads)), (Outcome::Passed, Some(11)));
        assert_eq!((verdict.shortfall(Measure::Heads), verdict.shortfall(Measure::Area)), (Some(0), None));

        let verdict = judge(&ordinary(), all, &story);
        assert_eq!((verdict.surplus(Measure::Heads), verdict.surplus(Measure::Area)), (Some(10), Some(66_715)));

        let other = tally(count(11, 72_771), count(18, 110_880), count(2, 12_425));
        let verdict = judge(&ordinary(), all, &other);
        assert_eq!(verdict.outcome, Outcome::Failed);
        assert_eq!((verdict.shortfall(Measure::Heads), verdict.shortfall(Measure::Area)), (Some(5), Some(25_268)));

        let early = tally(count(16, 100_000), count(2, 15_000), count(1, 5_581));
        let verdict = judge(&ordinary(), all, &early);
        assert_eq!((verdict.shortfall(Measure::Heads), verdict.shortfall(Measure::Area)), (Some(5), Some(27_259)));
    }

    proptest! {
        /// The shortfall is the smallest addition that meets the threshold: one less does not.
        #[test]
        fn the_shortfall_is_exact(yes in 0u32..60, no in 0u32..60, abstain in 0u32..60) {
            let all = bases(count(200, 0));
            let mut rule = ordinary();
            rule.turnout.clear();
            rule.approval.truncate(1);
            let of = |yes: u32, no: u32| judge(&rule, all, &tally(count(yes, 0), count(no, 0), count(abstain, 0)));
            let missing = u32::try_from(of(yes, no).shortfall(Measure::Heads).unwrap()).unwrap();
            prop_assert_eq!(missing == 0, of(yes, no).outcome == Outcome::Passed);
            // Participation unchanged: each further yes comes from a no.
            if missing > 0 && missing <= no {
                prop_assert_eq!(of(yes + missing, no - missing).outcome, Outcome::Passed);
                prop_assert_eq!(of(yes + missing - 1, no - missing + 1).outcome, Outcome::Failed);
            }
        }
    }
}
