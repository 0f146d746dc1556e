//! Verdict and count once more, as slowly and plainly as can be: nothing of the first implementation is used.

use std::collections::BTreeMap;

use amounts::{CentiSqm, Ratio};
use deliberation::ballot::Choice;
use deliberation::rule::{Base, Compare, Counted, Measure, Rule, Turning};
use deliberation::tally::{Count, Tally};
use deliberation::verdict::{Bases, Outcome};
use num_bigint::BigInt;
use num_rational::BigRational;

type Big = BigInt;

/// The number of one measure over several counts together; `None` = somebody's area is not known.
fn sum(counts: &[Count], measure: Measure) -> Option<Big> {
    let mut sum = Big::from(0);
    for count in counts {
        match measure {
            Measure::Heads => sum += count.heads,
            Measure::Area if count.area_unknown > 0 => return None,
            Measure::Area => sum += count.area.0,
        }
    }
    Some(sum)
}

fn participating(rule: &Rule, tally: &Tally) -> Vec<Count> {
    let mut counts = vec![tally.yes, tally.no, tally.abstain];
    if !rule.void_apart {
        counts.push(tally.void);
    }
    counts
}

/// A threshold with everything it needs, turned so that `n` more (or, of those against, `n` fewer) can be tried.
struct Threshold {
    turnout: bool,
    measure: Measure,
    counted: Option<Big>,
    base: Option<Big>,
    compare: Compare,
    ratio: Ratio,
    /// Passing takes a yes.
    of_yes: bool,
    somebody_said_yes: bool,
}

impl Threshold {
    fn met_with(&self, n: &Big) -> Option<bool> {
        let (counted, base) = (self.counted.clone()?, self.base.clone()?);
        let share = BigRational::new(self.ratio.num.into(), self.ratio.den.into()) * BigRational::from(base);
        let tried = if self.compare == Compare::AtMost { counted - n } else { counted + n };
        let met = match self.compare {
            Compare::MoreThan => BigRational::from(tried.clone()) > share,
            Compare::AtLeast => BigRational::from(tried.clone()) >= share,
            Compare::AtMost => BigRational::from(tried.clone()) <= share,
        };
        let yes = self.somebody_said_yes || *n > Big::from(0);
        Some(met && (!self.of_yes || yes))
    }

    fn met(&self) -> Option<bool> {
        self.met_with(&Big::from(0))
    }
}

fn thresholds(rule: &Rule, bases: Bases, tally: &Tally) -> Vec<Threshold> {
    let of = |base: Base, measure: Measure| match base {
        Base::All => sum(&[bases.all], measure),
        Base::Present => bases.present.and_then(|present| sum(&[present], measure)),
        Base::Participating => sum(&participating(rule, tally), measure),
        Base::Deciding => sum(&[tally.yes, tally.no], measure),
    };
    let somebody_said_yes = tally.yes.heads > 0;
    let turnout = rule.turnout.iter().map(|turnout| Threshold {
        turnout: true,
        measure: turnout.measure,
        counted: match turnout.of {
            Turning::Participating => of(Base::Participating, turnout.measure),
            Turning::Present => of(Base::Present, turnout.measure),
        },
        base: of(turnout.base, turnout.measure),
        compare: turnout.compare,
        ratio: turnout.ratio,
        of_yes: false,
        somebody_said_yes,
    });
    let approval = rule.approval.iter().map(|approval| Threshold {
        turnout: false,
        measure: approval.measure,
        counted: match approval.of {
            Counted::Yes => sum(&[tally.yes], approval.measure),
            Counted::No => sum(&[tally.no], approval.measure),
        },
        base: of(approval.base, approval.measure),
        compare: approval.compare,
        ratio: approval.ratio,
        of_yes: approval.of == Counted::Yes,
        somebody_said_yes,
    });
    turnout.chain(approval).collect()
}

pub(crate) fn outcome(rule: &Rule, bases: Bases, tally: &Tally) -> Outcome {
    let met: Vec<Option<bool>> = thresholds(rule, bases, tally).iter().map(Threshold::met).collect();
    if met.contains(&None) {
        Outcome::Undecidable
    } else if met.contains(&Some(false)) {
        Outcome::Failed
    } else {
        Outcome::Passed
    }
}

/// The smallest number that makes up for what one measure lacks: of participation if turnout fails in any measure, else
/// of approval, everything else unchanged.
pub(crate) fn shortfall(rule: &Rule, bases: Bases, tally: &Tally, measure: Measure) -> Option<i64> {
    let all = thresholds(rule, bases, tally);
    let turnout_fails = all.iter().any(|threshold| threshold.turnout && threshold.met() == Some(false));
    let mine: Vec<&Threshold> = all.iter().filter(|threshold| threshold.measure == measure).collect();
    let stage: Vec<&Threshold> = mine.iter().copied().filter(|threshold| threshold.turnout == turnout_fails).collect();
    if stage.is_empty() {
        // Nothing of this measure is at stake now; 0, if there is anything of it at all that can be known.
        return mine.first().and_then(|threshold| threshold.met()).map(|_| 0);
    }
    smallest(&stage)
}

pub(crate) fn turnout_lacks(rule: &Rule, bases: Bases, full: &Tally, measure: Measure) -> i64 {
    let known = |threshold: &Threshold| threshold.turnout && threshold.measure == measure && threshold.met().is_some();
    let all = thresholds(rule, bases, full);
    smallest(&all.iter().filter(|threshold| known(threshold)).collect::<Vec<_>>()).unwrap()
}

/// By search: the smallest `n` with which all are met.
fn smallest(stage: &[&Threshold]) -> Option<i64> {
    let enough = |n: &Big| -> Option<bool> {
        let met: Option<Vec<bool>> = stage.iter().map(|threshold| threshold.met_with(n)).collect();
        Some(met?.into_iter().all(|met| met))
    };
    let (mut low, mut high) = (Big::from(0), Big::from(1_u128 << 70));
    assert!(enough(&high).unwrap_or(true), "nothing would be enough");
    while low < high {
        let middle: Big = (&low + &high) / 2;
        if enough(&middle)? { high = middle } else { low = middle + 1 }
    }
    enough(&low)?;
    Some(i64::try_from(low).unwrap())
}

pub(crate) struct ByHeads {
    pub(crate) all: Count,
    pub(crate) silent: Count,
    pub(crate) tally: Tally,
    pub(crate) conflicts: usize,
}

#[derive(Default)]
struct Head {
    areas: Vec<Option<i64>>,
    said: Vec<Choice>,
}

/// Heads by owner, each with the list of what was said from any of its doors.
pub(crate) fn count(units: &[(Option<u32>, Option<i64>)], said: &[(usize, Choice)], conflicts_void: bool) -> ByHeads {
    // A unit without an owner's number is a head of its own, told from the others by its place.
    let owner = |at: usize| units[at].0.map_or((1, at), |owner| (0, owner as usize));
    let mut heads: BTreeMap<(usize, usize), Head> = BTreeMap::new();
    for (at, (_, area)) in units.iter().enumerate() {
        heads.entry(owner(at)).or_default().areas.push(*area);
    }
    for (at, choice) in said {
        heads.entry(owner(*at)).or_default().said.push(*choice);
    }
    let mut counted =
        ByHeads { all: Count::default(), silent: Count::default(), tally: Tally::default(), conflicts: 0 };
    for Head { areas, said } in heads.values() {
        let area: Option<i64> = areas.iter().copied().sum();
        let area = area.map(CentiSqm);
        counted.all.add(area);
        let differ = said.iter().any(|choice| *choice != said[0]);
        counted.conflicts += usize::from(differ);
        match said.first() {
            None => counted.silent.add(area),
            Some(_) if differ && conflicts_void => counted.tally.add(Choice::Void, area),
            Some(first) => counted.tally.add(*first, area),
        }
    }
    counted
}
