//! The verdict: a rule held against a count, exactly, with what is missing.

use amounts::Ratio;
use serde::{Deserialize, Serialize};

use crate::rule::{Approval, Base, Compare, Counted, Measure, Rule, Turning, Turnout};
use crate::tally::{Count, Tally};

/// The sizes a share may be taken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bases {
    /// The whole electorate.
    pub all: Count,
    /// Those in the hall when the vote opened; `None` = nobody said how many.
    pub present: Option<Count>,
}

/// What a verdict cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The area of somebody who counts.
    Area,
    /// How many took part.
    Participation,
    /// How many were in the hall.
    Present,
}

impl Missing {
    /// Its name in the answer of `fangzhuo count`.
    pub fn key(self) -> &'static str {
        match self {
            Missing::Area => "area",
            Missing::Participation => "participation",
            Missing::Present => "present",
        }
    }
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

    /// Whether it is held against those in the hall.
    fn needs_present(&self) -> bool {
        match self.threshold {
            Threshold::Turnout(turnout) => turnout.of == Turning::Present || turnout.base == Base::Present,
            Threshold::Approval(approval) => approval.base == Base::Present,
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
    /// What is missing, if it cannot be decided.
    pub missing: Vec<Missing>,
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

/// Holds a count against a rule. While anything the rule needs is not known the vote is undecidable, whatever the known
/// part says: a verdict stands on every figure of its paper.
pub fn judge(rule: &Rule, bases: Bases, tally: &Tally) -> Verdict {
    let sizes = Sizes::new(rule, bases, tally);
    let turnout = rule.turnout.iter().map(|turnout| sizes.turnout(turnout));
    let approval = rule.approval.iter().map(|approval| sizes.approval(approval, tally));
    let checks: Vec<Check> = turnout.chain(approval).collect();
    let mut missing: Vec<Missing> = Vec::new();
    for check in checks.iter().filter(|check| check.met.is_none()) {
        let present = bases.present.is_none() && check.needs_present();
        missing.push(if present { Missing::Present } else { Missing::Area });
    }
    missing.sort();
    missing.dedup();
    let outcome = if !missing.is_empty() {
        Outcome::Undecidable
    } else if checks.iter().any(|check| check.met == Some(false)) {
        Outcome::Failed
    } else {
        Outcome::Passed
    };
    Verdict { outcome, checks, missing }
}

/// What the votes that can still come in cannot change: `None` while they can.
///
/// No answer is better for a vote than a yes from everybody left: it raises participation and every share of yes, and
/// adds to no count of no. None is worse than a no from everybody left, where approval is concerned, and than silence,
/// where turnout is. So both ends are held against the rule.
pub fn settled(rule: &Rule, bases: Bases, tally: &Tally, left: Count) -> Option<Outcome> {
    let with = |yes: Count, no: Count| Tally { yes: tally.yes.plus(yes), no: tally.no.plus(no), ..*tally };
    let now = judge(rule, bases, tally);
    if now.outcome == Outcome::Undecidable {
        return None;
    }
    let best = judge(rule, bases, &with(left, Count::default()));
    if best.outcome == Outcome::Failed {
        return Some(Outcome::Failed);
    }
    let worst = judge(rule, bases, &with(Count::default(), left));
    let met = |verdict: &Verdict, turnout: bool| {
        verdict.checks.iter().filter(|check| check.is_turnout() == turnout).all(|check| check.met == Some(true))
    };
    // Silence leaves the shares of yes as they are now; a no can only lower them.
    (met(&now, true) && met(&worst, false)).then_some(Outcome::Passed)
}

/// What the turnout of a vote still lacks if everybody who can take part does: `(heads, 0.01 m²)`, before it opens.
pub fn turnout_lacks(rule: &Rule, bases: Bases, reachable: Count) -> (i64, i64) {
    let full = Tally { yes: reachable, ..Tally::default() };
    let lacks = |measure| {
        let checks = judge(rule, bases, &full).checks;
        checks
            .iter()
            .filter(|check| check.is_turnout() && check.measure() == measure)
            .filter_map(|check| check.distance().map(|(missing, _)| missing))
            .max()
            .unwrap_or(0)
    };
    (lacks(Measure::Heads), lacks(Measure::Area))
}

/// What shares are taken of, in one vote.
struct Sizes {
    bases: Bases,
    deciding: Count,
    participating: Count,
}

impl Sizes {
    fn new(rule: &Rule, bases: Bases, tally: &Tally) -> Sizes {
        Sizes { bases, deciding: tally.yes.plus(tally.no), participating: tally.participating(rule.void_apart) }
    }

    fn of(&self, base: Base, measure: Measure) -> Option<i64> {
        match base {
            Base::Deciding => self.deciding.of(measure),
            Base::Participating => self.participating.of(measure),
            Base::Present => self.bases.present?.of(measure),
            Base::All => self.bases.all.of(measure),
        }
    }

    fn turnout(&self, turnout: &Turnout) -> Check {
        let counted = match turnout.of {
            Turning::Participating => self.participating.of(turnout.measure),
            Turning::Present => self.bases.present.and_then(|present| present.of(turnout.measure)),
        };
        let base = self.of(turnout.base, turnout.measure);
        check(Threshold::Turnout(*turnout), counted, base, turnout.ratio, turnout.compare)
    }

    fn approval(&self, approval: &Approval, tally: &Tally) -> Check {
        let side = match approval.of {
            Counted::Yes => tally.yes,
            Counted::No => tally.no,
        };
        let base = self.of(approval.base, approval.measure);
        let threshold = Threshold::Approval(*approval);
        let mut check = check(threshold, side.of(approval.measure), base, approval.ratio, approval.compare);
        if approval.of == Counted::Yes {
            // All of nobody is nobody: without a single yes nothing is approved.
            check.needed = check.needed.map(|needed| needed.max(1));
            check.met = check.met.map(|met| met && side.heads > 0);
        }
        check
    }
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
        let mut rule = rule::find("deliberation").unwrap().clone();
        let measures = [Measure::Heads, Measure::Area];
        let third = Ratio::new(2, 3).unwrap();
        let half = Ratio::new(1, 2).unwrap();
        rule.turnout = measures.map(|measure| Turnout::of_all(measure, third)).to_vec();
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
        Bases { all, present: Some(all) }
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
        assert_eq!(judge(deliberation, all, &case(20, 12, 8)).outcome, Outcome::Passed);
        assert_eq!(judge(&ordinary(), all, &case(16, 16, 8)).outcome, Outcome::Failed);
        assert_eq!(judge(deliberation, all, &case(16, 16, 8)).outcome, Outcome::Failed);
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

    #[test]
    fn without_a_single_yes_nothing_is_approved_even_by_all_of_nobody() {
        let nobody = bases(Count::default());
        for rule in ["unanimous", "present-majority", "deliberation"] {
            let verdict = judge(rule::find(rule).unwrap(), nobody, &Tally::default());
            let approved: Vec<_> = verdict.checks.iter().map(|check| (check.met, check.needed)).collect();
            assert!(approved.iter().all(|check| *check == (Some(false), Some(1))), "{rule}: {approved:?}");
            assert_ne!(verdict.outcome, Outcome::Passed, "{rule}");
        }
    }

    /// The septic-tank vote 26/3/2 under its own rule, and the made-up other ending of the mock-ups under 278.
    #[test]
    fn the_story_passes_and_its_other_ending_fails_with_its_shortfall() {
        let all = bases(count(35, 221_760));
        let story = tally(count(26, 164_754), count(3, 19_731), count(2, 11_591));
        let verdict = judge(rule::find("deliberation").unwrap(), all, &story);
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
