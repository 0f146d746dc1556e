use amounts::{CentiSqm, Ratio};

use super::shipped::texts;
use super::*;
use crate::electorate::{Body, Electorate};
use crate::tally::{Count, Tally};
use crate::verdict::{Outcome, judge};

fn shipped_rule(id: &str) -> &'static Rule {
    find(id).unwrap_or_else(|| panic!("{id} is not shipped"))
}

/// What becomes of a text of one shipped rule when something in it is written otherwise.
fn instead(id: &str, written: &str, other: &str) -> Result<Rule, RuleError> {
    let text = texts().iter().find(|text| text.contains(&format!("id = \"{id}\""))).unwrap();
    assert!(text.contains(written), "{id} does not say {written}");
    Rule::from_toml(&text.replace(written, other))
}

fn problem(id: &str, written: &str, other: &str) -> RuleError {
    instead(id, written, other).expect_err("it contradicts itself")
}

fn heads(heads: u32) -> Count {
    Count { heads, area: CentiSqm(0), area_unknown: heads }
}

/// A body's vote: those due, those present, yes and no.
fn outcome(id: &str, due: u32, present: u32, yes: u32, no: u32) -> Outcome {
    let bases = Electorate::of_body(Body { due, present }).bases;
    let tally = Tally { yes: heads(yes), no: heads(no), ..Tally::default() };
    judge(shipped_rule(id), bases, &tally).outcome
}

#[test]
fn every_shipped_rule_is_read_is_sound_and_stands_once() {
    assert_eq!(shipped().len(), texts().len(), "a file cannot be read or contradicts itself");
    for rule in shipped() {
        assert_eq!(rule.check(), Ok(()), "{}", rule.id);
        assert_eq!(shipped().iter().filter(|other| other.id == rule.id).count(), 1, "{} stands twice", rule.id);
        let titles = shipped().iter().filter(|other| other.title.zh == rule.title.zh).count();
        assert_eq!(titles, 1, "two rules are called {}", rule.title.zh);
        assert!(rule.scope.zh.is_empty() == rule.scope.en.is_empty(), "{} has its scope in one language", rule.id);
        let text = serde_json::to_string(rule).unwrap();
        assert_eq!(serde_json::from_str::<Rule>(&text).unwrap(), *rule);
    }
    for text in texts() {
        assert!(text.starts_with("# "), "a rule file begins with a line that says what it is");
    }
}

#[test]
fn the_nine_matters_of_278_have_their_thresholds_in_both_measures() {
    for matter in 1..=9 {
        let rule = shipped_rule(&format!("cn-civil-code-278-{matter}"));
        let special = (6..=8).contains(&matter);
        let wanted = if special { (Compare::AtLeast, 3, 4) } else { (Compare::MoreThan, 1, 2) };
        for measure in [Measure::Heads, Measure::Area] {
            let turnout = Turnout::of_all(measure, Ratio { num: 2, den: 3 });
            assert!(rule.turnout.contains(&turnout), "{matter}");
            let approval = rule.approval.iter().find(|approval| approval.measure == measure).unwrap();
            assert_eq!((approval.compare, approval.ratio.num, approval.ratio.den), wanted, "{matter}");
            assert_eq!((approval.of, approval.base), (Counted::Yes, Base::Participating), "{matter}");
        }
        assert_eq!((rule.turnout.len(), rule.approval.len()), (2, 2), "{matter}");
        assert_eq!(rule.election.is_some(), matter == 3);
        assert_eq!((rule.level, rule.electorate), (BindingLevel::Owners, Electors::Owners));
        assert!(rule.needs_notice && rule.superseded.is_none());
        let source = rule.source.as_ref().unwrap();
        assert_eq!(source.article, format!("第278条第1款第{matter}项"));
        assert_eq!(source.date, "2021-01-01");
    }
}

#[test]
fn only_the_text_of_2018_is_old_law_and_only_read_sources_are_cited() {
    for rule in shipped() {
        assert_eq!(rule.superseded.is_some(), rule.id.contains("2018"), "{}", rule.id);
        let free = matches!(rule.level, BindingLevel::Deliberation | BindingLevel::Party);
        assert_eq!(rule.source.is_none(), free, "{}: a body's own custom cites nothing, a decision its law", rule.id);
    }
}

#[test]
fn v13_a_residents_meeting_of_121_household_representatives_opens_with_61_and_passes_by_more_than_half_of_the_present()
{
    let id = "cn-residents-meeting-2018-households";
    assert_eq!(outcome(id, 121, 60, 60, 0), Outcome::Failed);
    assert_eq!(outcome(id, 121, 61, 31, 30), Outcome::Passed);
    assert_eq!(outcome(id, 121, 70, 36, 34), Outcome::Passed);
    assert_eq!(outcome(id, 121, 70, 35, 35), Outcome::Failed);
    // Those who came and say nothing stay in the denominator.
    assert_eq!(outcome(id, 121, 70, 35, 0), Outcome::Failed);
    let verdict = judge(
        shipped_rule(id),
        Electorate::of_body(Body { due: 121, present: 70 }).bases,
        &Tally { yes: heads(35), no: heads(35), ..Tally::default() },
    );
    assert_eq!(verdict.checks.iter().map(|check| check.needed).collect::<Vec<_>>(), [Some(61), Some(36)]);
}

#[test]
fn v14_a_villagers_meeting_opens_with_401_of_800_adults_or_with_167_of_250_households() {
    let (adults, households) = ("cn-villagers-meeting-adults", "cn-villagers-meeting-households");
    assert_eq!(outcome(adults, 800, 400, 400, 0), Outcome::Failed);
    assert_eq!(outcome(adults, 800, 401, 201, 200), Outcome::Passed);
    assert_eq!(outcome(households, 250, 166, 166, 0), Outcome::Failed);
    assert_eq!(outcome(households, 250, 167, 84, 83), Outcome::Passed);
    assert_eq!(outcome(households, 250, 167, 83, 84), Outcome::Failed);
}

#[test]
fn a_party_meeting_holds_yes_against_those_due() {
    let id = "four-steps-party-meeting";
    assert_eq!(outcome(id, 30, 19, 19, 0), Outcome::Failed);
    assert_eq!(outcome(id, 30, 20, 15, 5), Outcome::Passed);
    assert_eq!(outcome(id, 30, 20, 14, 6), Outcome::Failed);
}

#[test]
fn a_dissent_vote_passes_up_to_a_third_against_and_279_fails_on_one_silence() {
    let all = Count { heads: 12, area: CentiSqm(120_000), area_unknown: 0 };
    let count = |heads: u32, area: i64| Count { heads, area: CentiSqm(area), area_unknown: 0 };
    let bases = crate::verdict::Bases { all, present: None };
    let judged = |id: &str, yes: Count, no: Count| {
        judge(shipped_rule(id), bases, &Tally { yes, no, ..Tally::default() }).outcome
    };
    assert_eq!(judged("cn-henan-dissent", count(0, 0), count(4, 40_000)), Outcome::Passed);
    assert_eq!(judged("cn-henan-dissent", count(8, 79_999), count(4, 40_001)), Outcome::Failed);
    assert_eq!(judged("cn-henan-dissent", count(7, 90_000), count(5, 30_000)), Outcome::Failed);
    assert_eq!(judged("cn-civil-code-279", count(12, 120_000), count(0, 0)), Outcome::Passed);
    assert_eq!(judged("cn-civil-code-279", count(11, 119_000), count(0, 0)), Outcome::Failed);
    assert_eq!(judged("cn-lift-existing-building", count(8, 80_000), count(4, 40_000)), Outcome::Passed);
    assert_eq!(judged("cn-lift-existing-building", count(8, 79_999), count(0, 0)), Outcome::Failed);
}

/// One contradiction each; nothing of such a rule is ever used.
#[test]
fn every_contradiction_in_a_rule_file_has_its_own_answer() {
    let half = "ratio = \"1/2\"";
    let share = |text: &str| text.to_owned();
    assert!(matches!(Rule::from_toml("id = 1"), Err(RuleError::Unreadable { .. })));
    assert!(matches!(problem("unanimous", "level = ", "colour = "), RuleError::Unreadable { .. }));
    assert!(matches!(problem("unanimous", "1/1", "1/0"), RuleError::Unreadable { .. }));
    assert_eq!(problem("unanimous", "\"unanimous\"", "\"All!\""), RuleError::BadId { id: "All!".into() });
    assert_eq!(problem("unanimous", "en = \"Unanimous\"", "en = \" \""), RuleError::NoTitle);
    let text = texts().iter().find(|text| text.contains("id = \"unanimous\"")).unwrap();
    let (head, _) = text.split_once("[[approval]]").unwrap();
    let empty = head.replace("[title]", "approval = []\n[title]");
    assert_eq!(Rule::from_toml(&empty), Err(RuleError::NoApproval));
    assert_eq!(problem("deliberation", half, "ratio = \"3/2\""), RuleError::NoShare { share: share("3/2") });
    assert_eq!(problem("deliberation", half, "ratio = \"-1/2\""), RuleError::NoShare { share: share("-1/2") });
    assert_eq!(problem("deliberation", half, "ratio = \"2/2\""), RuleError::NeverMet { share: share("2/2") });
    assert_eq!(problem("unanimous", "1/1", "0/1"), RuleError::AlwaysMet { share: share("0/1") });
    assert_eq!(problem("cn-henan-dissent", "1/3", "1/1"), RuleError::AlwaysMet { share: share("1/1") });
    assert_eq!(problem("deliberation", "\">\"", "\"≤\""), RuleError::WrongWay);
    assert_eq!(problem("cn-henan-dissent", "\"≤\"", "\"≥\""), RuleError::WrongWay);
    let villagers = "cn-villagers-meeting-adults";
    assert_eq!(problem(villagers, "of = \"present\"\ncompare = \">\"", "compare = \"≤\""), RuleError::WrongWay);
    assert_eq!(problem("cn-henan-dissent", "measure = \"area\"", "measure = \"heads\""), RuleError::Twice);
    let turnout = "\n[[turnout]]\nmeasure = \"heads\"\nratio = \"2/3\"\nbase = \"all\"\n";
    assert_eq!(problem("cn-civil-code-278-1", turnout, &turnout.repeat(2)), RuleError::Twice);
    assert_eq!(problem("cn-civil-code-278-1", "base = \"all\"", "base = \"deciding\""), RuleError::TurnoutOfItself);
    assert_eq!(problem(villagers, "base = \"all\"", "base = \"present\""), RuleError::TurnoutOfItself);
    let owners = "electorate = \"owners\"";
    assert_eq!(problem("present-majority", "electorate = \"present\"", owners), RuleError::PresentOfAbsent);
    assert_eq!(problem("cn-henan-dissent", owners, "electorate = \"body\""), RuleError::AreaOfBody);
    let secret = "needs-notice = true\nsecrecy = \"secret\"";
    assert_eq!(problem("cn-henan-dissent", "needs-notice = true", secret), RuleError::SecretArea);
    assert_eq!(problem("cn-civil-code-278-3", "[election]", "[election]\nseats = 0"), RuleError::BadElection);
    let dissent = problem("cn-henan-dissent", "needs-notice = true", "needs-notice = true\nelection = {}");
    assert_eq!(dissent, RuleError::BadElection);
    assert_eq!(problem("deliberation", "level = \"deliberation\"", "level = \"owners\""), RuleError::NoSource);
    assert_eq!(problem("cn-civil-code-279", "article = \"第279条\"", "article = \"\""), RuleError::NoSource);
    let clause = "needs-notice = true\nunreturned = { counts-as = \"majority\", clause = \" \", article = \"第9条\" }";
    assert_eq!(problem("cn-henan-dissent", "needs-notice = true", clause), RuleError::NoClause);
}

#[test]
fn a_clause_that_is_quoted_and_an_election_with_seats_are_read() {
    let clause = "needs-notice = true\nunreturned = { counts-as = \"majority\", clause = \"逾期不交的从众\", article = \"第9条\" }";
    let rule = instead("cn-civil-code-278-5", "needs-notice = true", clause).unwrap();
    assert_eq!(rule.unreturned.unwrap().counts_as, Silence::Majority);
    let rule = instead("cn-civil-code-278-3", "[election]", "[election]\nseats = 5\nties = \"lot\"").unwrap();
    assert_eq!(rule.election, Some(Election { seats: Some(5), ties: Ties::Lot }));
}

/// Only rules that hold something against those in the hall ask how many there were.
#[test]
fn presence_is_needed_by_those_rules_alone_that_count_it() {
    for id in ["deliberation", "cn-civil-code-278-5", "cn-henan-dissent"] {
        assert!(!find(id).unwrap().needs_present(), "{id}");
    }
    for id in ["present-majority", "unanimous", "cn-residents-meeting-2018-adults", "cn-villagers-representatives"] {
        assert!(find(id).unwrap().needs_present(), "{id}");
    }
    // By its turnout alone, and by the base of its approval alone.
    let mut rule = find("cn-villagers-representatives").unwrap().clone();
    rule.approval[0].base = Base::Participating;
    assert!(rule.needs_present());
    rule.turnout.clear();
    assert!(!rule.needs_present());
    rule.turnout.push(Turnout { base: Base::Present, ..Turnout::of_all(Measure::Heads, Ratio::ONE) });
    assert!(rule.needs_present());
}

/// A text in one language only is a text: the other one still has to be written.
#[test]
fn a_text_is_empty_when_neither_language_says_anything() {
    let text = |zh: &str, en: &str| Bilingual { zh: zh.into(), en: en.into() };
    let empty = [("", ""), ("话", ""), ("", "words"), ("话", "words")].map(|(zh, en)| text(zh, en).is_empty());
    assert_eq!(empty, [true, false, false, false]);
}
