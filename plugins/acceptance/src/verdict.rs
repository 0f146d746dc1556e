//! Whether the work is accepted. Pure: items and findings in, reasons out.

use crate::item::{Finding, Found, Item, Kind, List};
use crate::satisfaction::{Answers, Wanted};

/// What everything rests on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    pub(crate) wanted: Wanted,
    /// Per cent of the weights that are to be met; `None`: all of them.
    pub(crate) score_least: Option<u32>,
    /// Whether each item takes a photo of its own.
    pub(crate) each: bool,
}

/// An item, where it stands and what was found there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Looked<'a> {
    pub(crate) list: List,
    pub(crate) item: &'a Item,
    pub(crate) found: Option<&'a Found>,
}

impl Looked<'_> {
    pub(crate) fn finding(&self) -> Finding {
        self.item.finding(self.found)
    }

    /// Whether it is met and nothing shows it: no photo, and no word why not.
    pub(crate) fn lacks_evidence(&self) -> bool {
        let shown = self.found.is_some_and(|found| !found.evidence.is_empty() || !found.note.trim().is_empty());
        self.finding() == Finding::Met && self.item.kind != Kind::Noted && !shown
    }
}

/// Where the acceptance stands. Lists hold places in the list of items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Nobody has looked, or what is to be measured is not.
    pub(crate) open: Vec<usize>,
    /// Met without photo or reason.
    pub(crate) unshown: Vec<usize>,
    /// Failed, and that alone stops everything.
    pub(crate) vetoed: Vec<usize>,
    /// Planned and not installed, or not as planned.
    pub(crate) missing: Vec<usize>,
    /// Other criteria that failed.
    pub(crate) faulty: Vec<usize>,
    /// Weights met, and weights that apply.
    pub(crate) score: (u64, u64),
    /// `None` while nobody was asked.
    pub(crate) satisfied: Option<bool>,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// 通过
    Passed,
    /// 通过, with small things to be put right.
    PassedWithFaults,
    /// 整改后再验
    ToBePutRight,
    /// 不通过
    Failed,
}

impl Standing {
    /// `reason`: why there is no photo, if somebody wrote it down for the whole.
    pub(crate) fn of(looked: &[Looked<'_>], answers: &Answers, rules: Rules, reason: &str) -> Standing {
        let rows = |is: &dyn Fn(&Looked<'_>) -> bool| -> Vec<usize> {
            looked.iter().enumerate().filter(|(_, one)| is(one)).map(|(at, _)| at).collect()
        };
        let failed = |one: &Looked<'_>| one.finding() == Finding::Failed;
        let photo = looked.iter().any(|one| one.found.is_some_and(|found| !found.evidence.is_empty()));
        let unshown = match (reason.trim().is_empty(), rules.each) {
            (false, _) => Vec::new(),
            (true, true) => rows(&|one| one.lacks_evidence()),
            (true, false) if photo => Vec::new(),
            (true, false) => rows(&|one| one.finding() == Finding::Met),
        };
        let weigh = |is: &dyn Fn(&Looked<'_>) -> bool| -> u64 {
            looked
                .iter()
                .filter(|one| one.list == List::Criteria && is(one))
                .map(|one| u64::from(one.item.weight))
                .sum()
        };
        Standing {
            open: rows(&|one| one.finding() == Finding::Open && one.item.kind != Kind::Noted),
            unshown,
            vetoed: rows(&|one| failed(one) && one.item.kind == Kind::Veto),
            missing: rows(&|one| failed(one) && one.item.kind == Kind::Counts && one.list == List::Plan),
            faulty: rows(&|one| failed(one) && one.item.kind == Kind::Counts && one.list == List::Criteria),
            score: (
                weigh(&|one| one.finding() == Finding::Met),
                weigh(&|one| matches!(one.finding(), Finding::Met | Finding::Failed)),
            ),
            satisfied: answers.holds(rules.wanted),
        }
    }

    /// Whether something is amiss that no answer and no further look mends.
    pub(crate) fn is_lost(&self) -> bool {
        !self.vetoed.is_empty() || !self.missing.is_empty()
    }

    /// What comes of it; `None` while something is open that could change it.
    pub(crate) fn verdict(&self, rules: Rules) -> Option<Verdict> {
        if !self.open.is_empty() {
            return None;
        }
        if self.is_lost() {
            return Some(Verdict::Failed);
        }
        let satisfied = self.satisfied?;
        let (met, all) = self.score;
        let scored = rules.score_least.is_some_and(|least| met * 100 >= u64::from(least) * all);
        Some(match (satisfied, self.faulty.is_empty()) {
            (false, _) => Verdict::Failed,
            (true, true) => Verdict::Passed,
            (true, false) if scored => Verdict::PassedWithFaults,
            (true, false) => Verdict::ToBePutRight,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::item::Photo;
    use crate::item::tests::{found, item};
    use crate::satisfaction::{Base, Grade};

    const RULES: Rules = Rules { wanted: Wanted { base: Base::Asked, least: None }, score_least: None, each: true };

    fn answers(grade: Grade) -> Answers {
        Answers { households: BTreeMap::from([(0, grade)]), slips: [0; 5] }
    }

    fn photographed() -> Found {
        let photo = Photo { hash: "ab".repeat(32), caption: String::new() };
        Found { evidence: vec![photo], ..found(Finding::Met, None) }
    }

    fn looked<'a>(list: List, items: &'a [Item], found: &'a [Found]) -> Vec<Looked<'a>> {
        items.iter().zip(found).map(|(item, found)| Looked { list, item, found: Some(found) }).collect()
    }

    fn five() -> Vec<Item> {
        ["护理床", "轮椅", "扶手", "感应灯", "呼叫按钮"].map(|label| item(label, None)).into()
    }

    #[test]
    fn at_004_3_five_planned_and_four_installed_is_not_passed_and_the_missing_one_is_named() {
        let items = five();
        let mut all = vec![photographed(); 5];
        all[2] = found(Finding::Failed, None);
        let standing = Standing::of(&looked(List::Plan, &items, &all), &answers(Grade::Satisfied), RULES, "");
        assert_eq!((standing.verdict(RULES), standing.missing), (Some(Verdict::Failed), vec![2]));
    }

    #[test]
    fn at_004_3_five_of_five_and_satisfied_is_passed_and_dissatisfied_is_not() {
        let (items, all) = (five(), vec![photographed(); 5]);
        let verdict = |answers: &Answers| {
            let standing = Standing::of(&looked(List::Plan, &items, &all), answers, RULES, "");
            standing.verdict(RULES)
        };
        assert_eq!(verdict(&answers(Grade::Satisfied)), Some(Verdict::Passed));
        assert_eq!(verdict(&answers(Grade::Dissatisfied)), Some(Verdict::Failed));
        assert_eq!(verdict(&Answers::default()), None);
    }

    #[test]
    fn at_002_4_what_is_met_wants_a_photo_or_a_written_reason() {
        let items = [item("护理床", None), item("扶手", None)];
        let mut all = vec![photographed(), found(Finding::Met, None)];
        let unshown = |all: &[Found], rules, reason: &str| {
            Standing::of(&looked(List::Plan, &items, all), &Answers::default(), rules, reason).unshown
        };
        assert_eq!(unshown(&all, RULES, ""), [1]);
        assert!(unshown(&all, RULES, "住户不愿拍照").is_empty());
        assert!(unshown(&all, Rules { each: false, ..RULES }, "").is_empty());
        all[1].note = "照片在纸质档案".to_owned();
        assert!(unshown(&all, RULES, "").is_empty());
        all = vec![found(Finding::Met, None); 2];
        assert_eq!(unshown(&all, Rules { each: false, ..RULES }, ""), [0, 1]);
    }

    #[test]
    fn given_a_veto_that_is_open_nothing_is_decided_and_failed_it_stops_everything() {
        let noted = Item { kind: Kind::Noted, ..item("天气", None) };
        let items = [Item { kind: Kind::Veto, ..item("燃气管道", None) }, item("标识", None), noted];
        let verdict = |veto| {
            // What is only noted down may stay open or fail.
            let all = [found(veto, None), photographed(), found(Finding::Failed, None)];
            let standing = Standing::of(&looked(List::Criteria, &items, &all), &answers(Grade::Very), RULES, "x");
            (standing.verdict(RULES), standing.vetoed)
        };
        assert_eq!(verdict(Finding::Open), (None, vec![]));
        assert_eq!(verdict(Finding::Failed), (Some(Verdict::Failed), vec![0]));
        assert_eq!(verdict(Finding::Met), (Some(Verdict::Passed), vec![]));
    }

    #[test]
    fn given_weights_the_score_counts_what_applies_and_its_limit_is_included() {
        let weighed = |label, weight| Item { weight, ..item(label, None) };
        let items = [weighed("a", 3), weighed("b", 1), weighed("c", 6)];
        let all = [photographed(), found(Finding::Failed, None), found(Finding::NotApplicable, None)];
        let with = |score_least| {
            let rules = Rules { score_least, ..RULES };
            let standing = Standing::of(&looked(List::Criteria, &items, &all), &answers(Grade::Very), rules, "");
            (standing.score, standing.verdict(rules))
        };
        assert_eq!(with(Some(75)), ((3, 4), Some(Verdict::PassedWithFaults)));
        assert_eq!(with(Some(76)).1, Some(Verdict::ToBePutRight));
        assert_eq!(with(None).1, Some(Verdict::ToBePutRight));
    }
}
