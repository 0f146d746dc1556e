//! The verdict held against a slow second implementation: big rationals instead of cross-multiplication, search instead
//! of formulas, every completion of a vote instead of two ends.
#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

mod slow;

use amounts::{CentiSqm, Ratio};
use deliberation::Door;
use deliberation::ballot::Choice;
use deliberation::count::{CannotCount, Conflicts, Heads, Unit, count};
use deliberation::rule::{
    Approval, Base, Compare, Counted, Electors, Measure, Rule, Silence, Turning, Turnout, Unreturned, find,
};
use deliberation::tally::{Count, Tally};
use deliberation::verdict::{Bases, Missing, Outcome, judge, settled, turnout_lacks};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const MEASURES: [Measure; 2] = [Measure::Heads, Measure::Area];
/// 2,000 cases of each law, or as many as `PROPTEST_CASES` asks for: a mutant that breaks a law does so within fewer.
fn cases() -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(2_000),
    }
}

const CHOICES: [Choice; 4] = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void];

fn ratios() -> impl Strategy<Value = Ratio> {
    let any = |most: i64| (1..=most).prop_flat_map(|den| (0..=den).prop_map(move |num| Ratio::new(num, den).unwrap()));
    let usual = select(vec![(1, 2), (2, 3), (3, 4), (1, 3), (1, 1), (0, 1)]);
    prop_oneof![usual.prop_map(|(num, den)| Ratio::new(num, den).unwrap()), any(12), any(i64::MAX)]
}

fn turnouts() -> impl Strategy<Value = Turnout> {
    let of = select(vec![Turning::Participating, Turning::Present]);
    let compare = select(vec![Compare::MoreThan, Compare::AtLeast]);
    (of, compare, select(MEASURES.to_vec()), ratios(), select(vec![Base::All, Base::Present]))
        .prop_map(|(of, compare, measure, ratio, base)| Turnout { of, compare, measure, ratio, base })
}

fn approvals() -> impl Strategy<Value = Approval> {
    let sides = [(Counted::Yes, Compare::MoreThan), (Counted::Yes, Compare::AtLeast), (Counted::No, Compare::AtMost)];
    let bases = [Base::Deciding, Base::Participating, Base::Present, Base::All];
    (select(sides.to_vec()), ratios(), select(bases.to_vec()), select(MEASURES.to_vec()))
        .prop_map(|((of, compare), ratio, base, measure)| Approval { of, compare, ratio, base, measure })
}

fn rules() -> impl Strategy<Value = Rule> {
    (vec(turnouts(), 0..3), vec(approvals(), 1..4), any::<bool>()).prop_map(|(turnout, approval, void_apart)| Rule {
        turnout,
        approval,
        void_apart,
        electorate: Electors::Owners,
        ..find("deliberation").unwrap().clone()
    })
}

/// Up to 2^62 units of area over all heads; a head has at least one. At times somebody's is not known.
fn counts() -> impl Strategy<Value = Count> {
    let area = prop_oneof![0..=1_000_i64, 0..=(1_i64 << 59)];
    let unknown = prop_oneof![9 => Just(0_u32), 1 => 1..=3_u32];
    (0..=1_000_u32, area, unknown).prop_map(|(heads, area, unknown)| {
        let area = if heads == 0 { 0 } else { area.max(i64::from(heads)) };
        Count { heads, area: CentiSqm(area), area_unknown: unknown.min(heads) }
    })
}

/// A count by side, the heads that said nothing, and those in the hall.
fn votes() -> impl Strategy<Value = (Tally, Bases)> {
    (counts(), counts(), counts(), counts(), counts(), option::weighted(0.9, counts())).prop_map(
        |(yes, no, abstain, void, silent, present)| {
            let tally = Tally { yes, no, abstain, void };
            (tally, Bases { all: tally.answered().plus(silent), present })
        },
    )
}

/// What each head of a small electorate says, if anything, and his area.
fn heads() -> impl Strategy<Value = Vec<(Option<Choice>, i64)>> {
    vec((option::of(select(CHOICES.to_vec())), 1..=40_i64), 1..=7)
}

fn added(ballots: &[(Choice, i64)]) -> Tally {
    let mut tally = Tally::default();
    for (choice, area) in ballots {
        tally.add(*choice, Some(CentiSqm(*area)));
    }
    tally
}

/// Every way in which `left` may still say something or nothing, as counts on top of `tally`.
fn completions(tally: Tally, left: &[i64]) -> Vec<Tally> {
    let mut all = vec![tally];
    for area in left {
        let spoken = |tally: &Tally, choice: Choice| {
            let mut tally = *tally;
            tally.add(choice, Some(CentiSqm(*area)));
            tally
        };
        let with = |tally: &Tally| CHOICES.map(|choice| spoken(tally, choice));
        all = all.iter().flat_map(|tally| [*tally].into_iter().chain(with(tally))).collect();
    }
    all
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn given_any_rule_and_any_count_the_slow_verdict_is_the_same(rule in rules(), (tally, bases) in votes()) {
        let verdict = judge(&rule, bases, &tally);
        prop_assert_eq!(verdict.outcome, slow::outcome(&rule, bases, &tally));
        for measure in MEASURES {
            prop_assert_eq!(
                verdict.shortfall(measure), slow::shortfall(&rule, bases, &tally, measure), "{:?}", measure
            );
        }
        // Whatever is missing is said, and nothing is said to be missing of a decided vote.
        prop_assert_eq!(verdict.outcome == Outcome::Undecidable, !verdict.missing.is_empty());
    }

    #[test]
    fn given_a_share_of_any_size_the_needed_count_is_the_smallest_that_meets_it(
        rule in rules(), (tally, bases) in votes()
    ) {
        for check in judge(&rule, bases, &tally).checks {
            let (Some(counted), Some(needed), Some(met)) = (check.counted, check.needed, check.met) else { continue };
            let (missing, beyond) = check.distance().unwrap();
            prop_assert!(missing == 0 || beyond == 0);
            prop_assert_eq!(met, missing == 0, "{:?}", check);
            let away = i128::from(needed).abs_diff(i128::from(counted));
            prop_assert_eq!(u128::from((missing + beyond).unsigned_abs()), away);
        }
    }

    #[test]
    fn given_some_who_have_not_voted_settled_is_what_every_completion_comes_to(
        rule in rules(), heads in heads(), present in option::weighted(0.8, 0..=7_u32)
    ) {
        let ballots: Vec<(Choice, i64)> = heads.iter().filter_map(|(said, area)| Some(((*said)?, *area))).collect();
        let left: Vec<i64> = heads.iter().filter(|(said, _)| said.is_none()).map(|(_, area)| *area).collect();
        let tally = added(&ballots);
        let mut open = Count::default();
        for area in &left {
            open.add(Some(CentiSqm(*area)));
        }
        let all = tally.answered().plus(open);
        let hall = present.map(|heads| Count { heads, area: CentiSqm(i64::from(heads) * 20), area_unknown: 0 });
        let bases = Bases { all, present: hall };

        let outcomes: Vec<Outcome> =
            completions(tally, &left).iter().map(|tally| judge(&rule, bases, tally).outcome).collect();
        let unanimous = outcomes.iter().all(|outcome| *outcome == outcomes[0]).then_some(outcomes[0]);
        let expected = unanimous.filter(|outcome| *outcome != Outcome::Undecidable);
        prop_assert_eq!(settled(&rule, bases, &tally, open), expected, "{:?}", outcomes);
    }

    #[test]
    fn given_everybody_who_can_take_part_what_turnout_lacks_no_vote_can_reach(
        rule in rules(), reachable in counts(), others in counts()
    ) {
        let bases = Bases { all: reachable.plus(others), present: None };
        let (heads, area) = turnout_lacks(&rule, bases, reachable);
        let full = Tally { yes: reachable, ..Tally::default() };
        for (measure, lacks) in [(Measure::Heads, heads), (Measure::Area, area)] {
            prop_assert_eq!(lacks, slow::turnout_lacks(&rule, bases, &full, measure));
        }
    }

    #[test]
    fn given_ballots_in_another_order_the_count_is_the_same(
        ballots in vec((select(CHOICES.to_vec()), 0..=(1_i64 << 62)), 0..60).prop_shuffle(), turn in 0..60_usize
    ) {
        let mut other = ballots.clone();
        other.reverse();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        prop_assert_eq!(added(&ballots), added(&other));
        let (choices, areas): (Vec<Choice>, Vec<i64>) = ballots.iter().copied().unzip();
        prop_assert_eq!(Tally::of_columns(&choices, &areas), added(&ballots));
    }

    #[test]
    fn given_columns_of_any_length_they_count_as_one_by_one(
        ballots in vec((select(CHOICES.to_vec()), any::<u32>()), 0..3_000), more in vec(any::<i64>(), 0..3)
    ) {
        let ballots: Vec<(Choice, i64)> = ballots.into_iter().map(|(choice, area)| (choice, i64::from(area))).collect();
        let (choices, mut areas): (Vec<Choice>, Vec<i64>) = ballots.iter().copied().unzip();
        prop_assert_eq!(Tally::of_columns(&choices, &areas), added(&ballots));
        // What is beyond the shorter column is left out.
        areas.extend(more);
        prop_assert_eq!(Tally::of_columns(&choices, &areas), added(&ballots));
    }

    #[test]
    fn given_the_largest_numbers_there_are_nothing_panics(
        rule in rules(), heads in vec(any::<u32>(), 6), areas in vec(any::<i64>(), 6), unknown in vec(any::<u32>(), 6)
    ) {
        let count = |at: usize| Count { heads: heads[at], area: CentiSqm(areas[at]), area_unknown: unknown[at] };
        let tally = Tally { yes: count(0), no: count(1), abstain: count(2), void: count(3) };
        let bases = Bases { all: count(4), present: Some(count(5)) };
        let verdict = judge(&rule, bases, &tally);
        let _ = (MEASURES.map(|m| verdict.shortfall(m)), MEASURES.map(|m| verdict.surplus(m)));
        let _ = (settled(&rule, bases, &tally, count(4)), turnout_lacks(&rule, bases, count(5)));
        let _ = (tally.with_silence(Silence::Majority, count(4)), tally.answered(), tally.participating(true));
    }

    #[test]
    fn given_a_roll_and_ballots_by_door_the_count_is_that_of_the_heads(
        units in vec((option::of(0..4_u32), option::weighted(0.9, 1..=100_i64)), 1..10),
        said in vec((0..10_usize, select(CHOICES.to_vec())), 0..14),
        void in any::<bool>(),
        rule in rules(),
        clause in option::weighted(0.2, select(vec![Silence::Abstain, Silence::Majority])),
    ) {
        let mut rule = rule;
        rule.unreturned = clause.map(|counts_as| Unreturned { counts_as, clause: "c".into(), article: "a".into() });
        let door = |at: usize| Door::new(format!("1-{at}"));
        let unit = |(at, (owner, area)): (usize, &(Option<u32>, Option<i64>))| Unit {
            door: door(at), area: area.map(CentiSqm), owner: *owner,
        };
        let roll: Vec<Unit> = units.iter().enumerate().map(unit).collect();
        let said: Vec<(usize, Choice)> = said.into_iter().filter(|(at, _)| *at < units.len()).collect();
        let ballots: Vec<(Door, Choice)> = said.iter().map(|(at, choice)| (door(*at), *choice)).collect();
        let policy = if void { Conflicts::Void } else { Conflicts::FirstStands };
        let answer = count(&rule, &Heads::of_units(roll).unwrap(), &ballots, None, policy).unwrap();

        let expected = slow::count(&units, &said, void);
        prop_assert_eq!(answer.electorate, expected.all);
        prop_assert_eq!(answer.conflicts.len(), expected.conflicts);
        let tally = clause.map_or(expected.tally, |clause| expected.tally.with_silence(clause, expected.silent));
        prop_assert_eq!(answer.tally, tally);
        let verdict = judge(&rule, Bases { all: expected.all, present: None }, &tally);
        prop_assert_eq!(answer.verdict.outcome, verdict.outcome);
        prop_assert_eq!(&answer.verdict.checks, &verdict.checks);
        prop_assert_eq!(answer.verdict.outcome == Outcome::Undecidable, !answer.missing_keys().is_empty());
        // With the areas that are said to be missing nothing but presence is.
        let mut filled = units.clone();
        for (at, (_, area)) in filled.iter_mut().enumerate() {
            if answer.doors_without_area.contains(&door(at)) {
                prop_assert!(area.is_none());
                *area = Some(1);
            }
        }
        // And each of them is needed: with all the others it is still missing.
        for kept in answer.doors_without_area.iter().filter(|_| !rule.needs_present() && rule.unreturned.is_none()) {
            let mut but_one = filled.clone();
            for (at, (_, area)) in but_one.iter_mut().enumerate().filter(|(at, _)| door(*at) == *kept) {
                *area = units[at].1;
            }
            let roll = Heads::of_units(but_one.iter().enumerate().map(unit).collect()).unwrap();
            let asked = count(&rule, &roll, &ballots, None, policy).unwrap();
            prop_assert_eq!(&asked.doors_without_area, &vec![kept.clone()]);
        }
        let roll = Heads::of_units(filled.iter().enumerate().map(unit).collect()).unwrap();
        let again = count(&rule, &roll, &ballots, None, policy).unwrap();
        prop_assert!(again.doors_without_area.is_empty(), "{:?}", again.doors_without_area);
        prop_assert!(again.missing_keys().iter().all(|key| key == "present"));
    }
}

#[test]
fn given_papers_that_contradict_each_other_nothing_is_counted() {
    let unit = |door: &str| Unit { door: Door::new(door), area: Some(CentiSqm(100)), owner: None };
    let twice = Heads::of_units(vec![unit("1-1"), unit("1-1")]);
    assert_eq!(twice.unwrap_err(), CannotCount::DoorTwice { door: Door::new("1-1") });
    let heads = Heads::of_units(vec![unit("1-1"), unit("1-2"), unit("1-3")]).unwrap();
    let ballots = [("1-1", Choice::Yes), ("1-2", Choice::No)].map(|(door, choice)| (Door::new(door), choice));
    let counted = |rule: &Rule, present| count(rule, &heads, &ballots, present, Conflicts::default());
    let deliberation = find("deliberation").unwrap();
    let fewer = CannotCount::FewerPresent { present: 1, voted: 2 };
    assert_eq!(counted(deliberation, Some(1)).unwrap_err(), fewer);
    assert!(counted(deliberation, Some(2)).is_ok());
    assert_eq!(counted(deliberation, Some(4)).unwrap_err(), CannotCount::MorePresent { present: 4, heads: 3 });
    let owners = Rule { electorate: Electors::Owners, ..deliberation.clone() };
    assert!(counted(&owners, Some(1)).is_ok());
    let stranger = [(Door::new("1-1"), Choice::Yes), (Door::new("9-9"), Choice::Yes)];
    assert_eq!(
        count(deliberation, &heads, &stranger, None, Conflicts::default()).unwrap_err(),
        CannotCount::Stranger { place: 1, door: Door::new("9-9") }
    );
}

/// A share of the area in the hall: the number of those present says nothing of it unless everybody is.
#[test]
fn given_a_share_of_the_area_in_the_hall_it_must_be_known_who_is_there() {
    let unit = |door: &str, area: Option<i64>| Unit { door: Door::new(door), area: area.map(CentiSqm), owner: None };
    let heads = Heads::of_units(vec![unit("1-1", Some(100)), unit("1-2", Some(50))]).unwrap();
    let half = Ratio::new(1, 2).unwrap();
    let by_area = Approval {
        of: Counted::Yes,
        compare: Compare::MoreThan,
        ratio: half,
        base: Base::Present,
        measure: Measure::Area,
    };
    let rule = Rule { approval: vec![by_area], ..find("deliberation").unwrap().clone() };
    let ballots = [(Door::new("1-1"), Choice::Yes)];
    let counted = |present| count(&rule, &heads, &ballots, present, Conflicts::default()).unwrap();
    assert_eq!(counted(None).missing_keys(), ["present"]);
    assert_eq!(counted(Some(1)).missing_keys(), ["present"]);
    assert_eq!(counted(Some(1)).verdict.outcome, Outcome::Undecidable);
    // No door lacks its area, so no area is asked for; where one does, it is asked for beside the hall.
    assert_eq!(counted(Some(1)).verdict.missing, [Missing::Present]);
    let lacking = Heads::of_units(vec![unit("1-1", None), unit("1-2", Some(50))]).unwrap();
    let asked = count(&rule, &lacking, &ballots, Some(1), Conflicts::default()).unwrap();
    assert_eq!(asked.missing_keys(), ["area:1-1", "present"]);
    assert_eq!(asked.verdict.missing, [Missing::Area, Missing::Present]);
    assert_eq!(counted(Some(2)).verdict.outcome, Outcome::Passed);
    let turnout = Turnout {
        of: Turning::Present,
        compare: Compare::AtLeast,
        measure: Measure::Area,
        ratio: half,
        base: Base::All,
    };
    let rule = Rule { turnout: vec![turnout], ..find("deliberation").unwrap().clone() };
    assert_eq!(count(&rule, &heads, &ballots, Some(1), Conflicts::default()).unwrap().missing_keys(), ["present"]);
    // The area of those who take part is known by their doors, and heads need no area.
    let taking_part = Turnout { of: Turning::Participating, ..turnout };
    let heads_of_hall = Approval { measure: Measure::Heads, ..by_area };
    for rule in [
        Rule { turnout: vec![taking_part], ..rule.clone() },
        Rule { turnout: Vec::new(), approval: vec![heads_of_hall], ..rule.clone() },
        Rule { turnout: vec![taking_part], approval: vec![heads_of_hall], ..rule.clone() },
    ] {
        let counted = count(&rule, &heads, &ballots, Some(1), Conflicts::default()).unwrap();
        assert_eq!((counted.verdict.outcome, counted.missing_keys()), (Outcome::Passed, Vec::new()), "{rule:?}");
    }
}

/// Silence of those in the hall cannot be counted before it is known how many they are.
#[test]
fn given_a_clause_for_the_silent_the_number_of_those_present_is_needed() {
    let unit = |at: u32| Unit { door: Door::new(format!("1-{at}")), area: Some(CentiSqm(100)), owner: None };
    let heads = Heads::of_units((1..=5).map(unit).collect()).unwrap();
    let clause = Unreturned { counts_as: Silence::Abstain, clause: "c".into(), article: "a".into() };
    let rule = Rule { unreturned: Some(clause), ..find("deliberation").unwrap().clone() };
    let ballots = [(Door::new("1-1"), Choice::Yes)];
    let counted = |present| count(&rule, &heads, &ballots, present, Conflicts::default()).unwrap();
    assert_eq!(counted(None).missing_keys(), ["present"]);
    assert_eq!(counted(None).verdict.outcome, Outcome::Undecidable);
    let known = counted(Some(4));
    assert_eq!((known.verdict.outcome, known.tally.abstain.heads), (Outcome::Passed, 3));
}

/// A script reads turnout and approval apart: each is met by its own thresholds alone, and a stage without one is met.
#[test]
fn given_a_failed_approval_then_a_rule_without_turnout_still_says_turnout_met() {
    let unit = |door: &str| Unit { door: Door::new(door), area: Some(CentiSqm(100)), owner: None };
    let heads = Heads::of_units(vec![unit("1-1"), unit("1-2"), unit("1-3")]).unwrap();
    let ballots = [("1-1", Choice::No), ("1-2", Choice::No)].map(|(door, choice)| (Door::new(door), choice));
    let asked = |rule: &str| {
        let rule = find(rule).unwrap();
        let answer = count(rule, &heads, &ballots, None, Conflicts::default()).unwrap();
        MEASURES.map(|measure| (answer.met(rule, true, measure), answer.met(rule, false, measure)))
    };
    assert_eq!(asked("deliberation"), [(Some(true), Some(false)), (None, None)]);
    // 278: two of three took part, which is enough; nobody agreed.
    assert_eq!(asked("cn-civil-code-278-5"), [(Some(true), Some(false)); 2]);
}

/// Only the areas the count looks at are asked for: a void paper stands outside of those who take part.
#[test]
fn given_two_unknown_areas_then_that_of_the_void_paper_is_not_asked_for() {
    let unit = |door: &str, area| Unit { door: Door::new(door), area, owner: None };
    let known = Some(CentiSqm(100));
    let heads = Heads::of_units(vec![unit("1-1", known), unit("1-2", None), unit("1-3", None)]).unwrap();
    let ballots = [("1-1", Choice::Yes), ("1-2", Choice::Void), ("1-3", Choice::No)];
    let ballots = ballots.map(|(door, choice)| (Door::new(door), choice));
    let approval = Approval {
        of: Counted::Yes,
        compare: Compare::MoreThan,
        ratio: Ratio { num: 1, den: 2 },
        base: Base::Participating,
        measure: Measure::Area,
    };
    let rule = find("deliberation").unwrap();
    let rule = Rule { electorate: Electors::Owners, approval: vec![approval], void_apart: true, ..rule.clone() };
    let answer = count(&rule, &heads, &ballots, None, Conflicts::default()).unwrap();
    assert_eq!(answer.doors_without_area, vec![Door::new("1-3")]);
    let with_void = Rule { void_apart: false, ..rule };
    let answer = count(&with_void, &heads, &ballots, None, Conflicts::default()).unwrap();
    assert_eq!(answer.doors_without_area, vec![Door::new("1-2"), Door::new("1-3")]);
}
