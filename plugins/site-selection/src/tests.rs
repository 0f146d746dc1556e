//! The worked examples of the domain and the rules around them, natively.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::outcome::{Action, Check, Conclusion, Material, Outcome, Press, Submission};
use fangzhuo_sdk::ui::Finding;
use fangzhuo_sdk::values::{Entry, Evidence, Fault, Value};

use crate::criteria::{Cells, Criteria, Kind};
use crate::measured::Number;
use crate::site::Fitness;
use crate::standing::Choice;
use crate::state::State;
use crate::{builtin, result, words};

const ZH: Lang = Lang::ZhCn;
const WEST: &str = "西侧围墙";
const BETWEEN: &str = "两个单元之间";
const GATE: &str = "东门岗旁边";

fn submit(form: &str, entries: &[(&str, Value)]) -> Action {
    let entry = |(id, value): &(&str, Value)| Entry { id: (*id).to_owned(), value: value.clone() };
    Action::Submit(Submission { form: form.to_owned(), row: None, entries: entries.iter().map(entry).collect() })
}

fn check(site: &str, item: &str, finding: Finding, measured: Option<i64>, note: &str, proof: Option<char>) -> Action {
    let evidence = |fill: char| Evidence { hash: fill.to_string().repeat(64), caption: "照片".to_owned() };
    Action::Check(Check {
        checklist: site.to_owned(),
        item: item.to_owned(),
        finding,
        measured,
        note: note.to_owned(),
        evidence: proof.map(evidence).into_iter().collect(),
    })
}

fn done(state: &mut State, action: &Action) {
    state.step(action, ZH).unwrap();
}

fn refused(state: &State, action: &Action) -> Fault {
    state.clone().step(action, ZH).unwrap_err()
}

fn concluded(state: &State) -> Conclusion {
    let zh = result::conclusion(state, ZH).unwrap();
    let en = result::conclusion(state, Lang::En).unwrap();
    assert_eq!((zh.minutes.len(), zh.materials.len(), &zh.carry), (en.minutes.len(), en.materials.len(), &en.carry));
    zh
}

fn site(conclusion: &Conclusion) -> Option<String> {
    conclusion.carry.iter().find(|entry| entry.id == "site").map(|entry| match &entry.value {
        Value::Text(title) => title.clone(),
        other => panic!("{other:?}"),
    })
}

fn add(state: &mut State, title: &str, support: i64) {
    done(state, &submit("site", &[("title", Value::Text(title.to_owned())), ("support", Value::Integer(support))]));
}

/// The three sites of the domain's example S-1, measured, under the rules of a place.
fn s_1(place: &str) -> State {
    let mut state = State::new(builtin::charging(), true, "福州");
    for (title, support) in [(WEST, 12), (BETWEEN, 7), (GATE, 3)] {
        add(&mut state, title, support);
    }
    let note = "燃气公司图纸";
    done(&mut state, &check("s1", "gas", Finding::Failed, Some(0), note, Some('a')));
    for key in ["s2", "s3"] {
        done(&mut state, &check(key, "gas", Finding::Met, Some(62), note, None));
        done(&mut state, &check(key, "fire", Finding::Met, None, "", None));
        done(&mut state, &check(key, "wall", Finding::Open, Some(34), "", None));
    }
    done(&mut state, &check("s2", "exit", Finding::Open, Some(65), "", None));
    done(&mut state, &check("s3", "exit", Finding::Failed, Some(58), "卷尺量的", None));
    let key = state.criteria.places().iter().position(|known| *known == place).map_or(0, |at| at + 1);
    done(&mut state, &submit("place", &[("place", Value::Choice(format!("p{key}")))]));
    state
}

#[test]
fn s_1_given_the_rules_of_fuzhou_the_gas_pipe_and_5_8_metres_to_the_exit_are_vetoes_and_only_b_passes() {
    let state = s_1("福州");
    let standing = state.standing();
    assert_eq!(
        standing.fitness,
        [Fitness::Vetoed(vec!["gas".to_owned()]), Fitness::Fit, Fitness::Vetoed(vec!["exit".to_owned()])]
    );
    // Points of a vetoed site are not even computed.
    assert_eq!([0, 2].map(|at| standing.score(at)), [None, None]);
    let excluded = |at: usize| words::excluded(&standing, &state.sites[at], at, ZH).unwrap();
    assert_eq!(excluded(0), "一票否决：地下燃气管道 0.0 米");
    assert_eq!(excluded(2), "一票否决：离安全出口 5.8 米，要至少 6 米");
    assert_eq!(
        words::facts(&standing, &state.sites[1], ZH),
        "地下燃气管道 6.2 米，离建筑外墙 3.4 米，离安全出口 6.5 米"
    );
    assert_eq!(site(&concluded(&state)).as_deref(), Some(BETWEEN));
}

#[test]
fn s_1_given_a_place_without_such_a_rule_c_passes_and_changing_the_place_back_recomputes() {
    let mut state = s_1("");
    let standing = state.standing();
    assert_eq!(standing.fitness[2], Fitness::Fit);
    assert_eq!(standing.choice, Choice::Ballot(vec![1, 2]));
    let fuzhou = state.criteria.places().iter().position(|place| *place == "福州").unwrap() + 1;
    done(&mut state, &submit("place", &[("place", Value::Choice(format!("p{fuzhou}")))]));
    assert_eq!(state, s_1("福州"));
    assert_eq!(state.standing().fitness[2], Fitness::Vetoed(vec!["exit".to_owned()]));
}

#[test]
fn s_1_given_the_rules_of_qingdao_the_measured_distance_is_held_against_its_limit() {
    let mut state = s_1("青岛");
    assert_eq!(state.standing().choice, Choice::Ballot(vec![1, 2]));
    // 1.4 m is within the 1.5 m on either side; the number decides over the tick.
    done(&mut state, &check("s2", "gas", Finding::Met, Some(14), "卷尺量的", None));
    assert_eq!(state.standing().fitness[1], Fitness::Vetoed(vec!["gas".to_owned()]));
}

#[test]
fn at_004_4_given_a_gas_pipe_under_the_site_twelve_supporters_do_not_outweigh_it() {
    let mut state = State::new(builtin::charging(), true, "");
    add(&mut state, WEST, 12);
    add(&mut state, BETWEEN, 7);
    done(&mut state, &check("s1", "gas", Finding::Failed, None, "", Some('a')));
    for item in ["gas", "fire"] {
        done(&mut state, &check("s2", item, Finding::Met, None, "", None));
    }
    let conclusion = concluded(&state);
    assert_eq!(site(&conclusion).as_deref(), Some(BETWEEN));
    let Material::Candidates(candidates) = &conclusion.materials[0] else { panic!("candidates were expected") };
    let last = candidates.last().unwrap();
    assert_eq!((last.title.as_str(), last.excluded.as_deref()), (WEST, Some("一票否决：地下燃气管道")));
    assert!(last.note.contains("12 人支持"), "{}", last.note);
}

#[test]
fn at_004_4_given_a_batch_of_70_the_four_sites_add_up_and_459_were_there_before() {
    let mut state = State::new(builtin::charging(), true, "");
    state.batch = Some(70);
    state.total = Some(529);
    for (at, (title, count)) in
        [("上海路9号", 12), ("鑫景佳园", 20), ("中兴花苑", 18), ("富安新居", 16)].iter().enumerate()
    {
        let fields = [("title", Value::Text((*title).to_owned())), ("count", Value::Integer(*count))];
        done(&mut state, &submit("site", &fields));
        for item in ["gas", "fire"] {
            done(&mut state, &check(&format!("s{}", at + 1), item, Finding::Met, None, "", None));
        }
    }
    let fault = result::conclusion(&state, ZH).unwrap_err();
    assert_eq!(fault.code, "batch");
    assert!(fault.message.contains("66") && fault.message.contains("差 4 个"), "{}", fault.message);
    let fields = [("title", Value::Text("富安新居".to_owned())), ("count", Value::Integer(20))];
    done(&mut state, &submit("edit-s4", &fields));
    let conclusion = concluded(&state);
    assert!(conclusion.minutes.iter().any(|line| line.contains("原有 459 个")), "{:?}", conclusion.minutes);
    assert_eq!(conclusion.carry, [Entry { id: "count".to_owned(), value: Value::Integer(70) }]);
}

#[test]
fn given_a_veto_nobody_measured_the_site_is_to_be_looked_into_and_never_passes() {
    let mut state = State::new(builtin::charging(), true, "福州");
    add(&mut state, GATE, 3);
    for item in ["gas", "fire"] {
        done(&mut state, &check("s1", item, Finding::Met, None, "", None));
    }
    done(&mut state, &check("s1", "wall", Finding::Open, Some(34), "", None));
    // Without a number "met" is no finding.
    assert_eq!(refused(&state, &check("s1", "exit", Finding::Met, None, "", None)).code, "not-measured");
    assert_eq!(state.standing().fitness[0], Fitness::Pending(vec!["exit".to_owned()]));
    let fault = result::conclusion(&state, ZH).unwrap_err();
    assert_eq!((fault.code.as_str(), fault.at.as_deref()), ("pending", Some("s1")));
    assert!(fault.message.contains("待查：离安全出口"), "{}", fault.message);
    let points = submit("points-s1", &[("walk", Value::Integer(90))]);
    assert_eq!(refused(&state, &points).code, "not-scored");
}

#[test]
fn given_a_failed_veto_it_rests_on_something_and_only_new_evidence_lifts_it() {
    let mut state = State::new(builtin::charging(), true, "");
    add(&mut state, WEST, 12);
    assert_eq!(refused(&state, &check("s1", "gas", Finding::Failed, None, "", None)).code, "no-evidence");
    done(&mut state, &check("s1", "gas", Finding::Failed, Some(0), "燃气公司图纸", Some('a')));
    for again in [None, Some('a')] {
        let lifted = check("s1", "gas", Finding::Met, Some(80), "居民都同意", again);
        assert_eq!(refused(&state, &lifted).code, "veto-stands");
        assert_eq!(refused(&state, &check("s1", "gas", Finding::Open, None, "", again)).code, "veto-stands");
    }
    done(&mut state, &check("s1", "gas", Finding::Met, Some(80), "燃气公司复测", Some('b')));
    let kept: Vec<char> =
        state.sites[0].checks["gas"].proofs.iter().filter_map(|proof| proof.hash.chars().next()).collect();
    assert_eq!(kept, ['a', 'b']);
    let remove = Action::Press(Press { button: "remove-s1".to_owned(), row: None });
    assert_eq!(refused(&state, &remove).code, "has-findings");
}

#[test]
fn given_every_site_vetoed_it_is_rejected_and_nothing_goes_on() {
    let mut state = State::new(builtin::charging(), true, "");
    add(&mut state, WEST, 12);
    done(&mut state, &check("s1", "fire", Finding::Failed, None, "物业量的", None));
    let conclusion = concluded(&state);
    assert_eq!((conclusion.outcome, site(&conclusion)), (Outcome::Rejected, None));
}

fn give(state: &mut State, key: &str, points: [i64; 4]) {
    let ids = ["walk", "power", "weather", "quiet"];
    let fields: Vec<(&str, Value)> = ids.into_iter().zip(points.map(Value::Integer)).collect();
    done(state, &submit(&format!("points-{key}"), &fields));
}

#[test]
fn given_points_the_leader_is_said_with_the_weight_at_which_another_leads() {
    let mut state = s_1("");
    give(&mut state, "s2", [60, 90, 80, 70]);
    assert_eq!(state.standing().choice, Choice::Unscored(2));
    assert_eq!(result::conclusion(&state, ZH).unwrap_err().code, "no-points");
    give(&mut state, "s3", [90, 60, 70, 70]);
    // 30·60 + 30·90 + 20·80 + 20·70 = 7,500 against 7,300: B leads by 200.
    let conclusion = concluded(&state);
    assert_eq!(site(&conclusion).as_deref(), Some(BETWEEN));
    assert!(conclusion.summary.contains("75.00 分"), "{}", conclusion.summary);
    // The lead is 1,100 − 30 w over the walking distance: zero at 110/3.
    let line = conclusion.minutes.iter().find(|line| line.contains("步行距离")).unwrap();
    assert!(line.contains("高于 110/3 (36.66…) 换成东门岗旁边") && !line.contains("低于"), "{line}");
    let line = conclusion.minutes.iter().find(|line| line.contains("噪声")).unwrap();
    assert!(line.contains("怎么变第一名都不换"), "{line}");
}

#[test]
fn given_equal_points_it_is_a_tie_in_any_order_and_goes_to_the_vote() {
    let mut state = s_1("");
    for key in ["s2", "s3"] {
        give(&mut state, key, [80, 80, 80, 80]);
    }
    assert_eq!(state.standing().choice, Choice::Tie(vec![1, 2]));
    let conclusion = concluded(&state);
    assert_eq!(site(&conclusion), None);
    assert!(conclusion.summary.contains("同分"), "{}", conclusion.summary);
}

fn cells<'a>(label: &'a str, kind: &'a str) -> Cells<'a> {
    Cells { id: "", label, kind, weight: None, unit: "", limit: None, direction: "", basis: "", place: "", date: "" }
}

#[test]
fn given_a_communitys_own_table_its_rows_are_the_checklist() {
    let limit = Some(Number { units: 120, scale: 0 });
    let rows = [
        Cells {
            id: "radius",
            unit: "米",
            limit,
            direction: "至多",
            basis: "镇上的办法 3.2",
            ..cells("服务半径", "否决")
        },
        Cells { weight: Some(3), ..cells("下风向", "评分") },
        cells("现在堆放在哪里", "说明"),
    ];
    let criteria = Criteria::read(&rows, ZH).unwrap();
    let ids: Vec<&str> = criteria.0.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["radius", "row-3", "row-4"]);
    assert_eq!(criteria.0[1].kind, Kind::Score(3));
    let mut state = State::new(criteria, false, "");
    add(&mut state, "北门", 1);
    done(&mut state, &check("s1", "radius", Finding::Open, Some(1_201), "步测", None));
    assert_eq!(state.standing().fitness[0], Fitness::Vetoed(vec!["radius".to_owned()]));
    assert!(
        words::excluded(&state.standing(), &state.sites[0], 0, ZH)
            .unwrap()
            .contains("服务半径 120.1 米，要至多 120 米")
    );
}

#[test]
fn given_a_row_that_does_not_hold_together_the_sentence_names_it() {
    let limit = Some(Number { units: 3, scale: 0 });
    let read = |row: Cells<'_>| Criteria::read(&[row], ZH).unwrap_err();
    for (row, word) in [
        (cells("", "否决"), "没有写条件"),
        (cells("外墙", "看看"), "看看"),
        (cells("外墙", "否决"), "依据"),
        (cells("采光", "评分"), "权重"),
        (Cells { limit, basis: "x", ..cells("外墙", "否决") }, "至少或至多"),
        (Cells { direction: "大约", ..cells("外墙", "说明") }, "大约"),
    ] {
        let fault = read(row);
        assert!(fault.message.contains(word) && fault.message.contains("第 2 行"), "{}", fault.message);
    }
    let twice = [cells("采光", "说明"), cells("采光", "说明")];
    assert_eq!(Criteria::read(&twice, ZH).unwrap_err().code, "twice");
}

#[test]
fn given_the_built_in_list_every_rule_names_its_place_or_none_and_points_cite_no_rule() {
    let list = builtin::charging();
    assert_eq!(list.places(), ["青岛", "洛阳", "北京", "上海", "福州"]);
    for row in &list.0 {
        let cites = row.basis.zh.chars().any(|c| c.is_ascii_digit());
        assert_eq!(cites, !row.place.is_empty(), "{}", row.basis.zh);
        assert!(!matches!(row.kind, Kind::Score(_)) || row.basis.zh.contains("不是规定"));
    }
    // The general rows hold everywhere; a place adds its own and replaces what it has its own number for.
    let ids = |place: &str| list.at(place).iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids("石家庄")[..2], ["gas", "fire"]);
    assert_eq!(list.at("青岛")[0].limit.unwrap().number, Number { units: 15, scale: 1 });
}

#[test]
fn every_state_has_its_pages_in_both_languages_and_loads_as_it_was_saved() {
    use fangzhuo_sdk::Procedure;
    let mut scored = s_1("");
    give(&mut scored, "s2", [60, 90, 80, 70]);
    give(&mut scored, "s3", [90, 60, 70, 70]);
    for state in [State::new(builtin::charging(), true, "石家庄"), s_1("福州"), scored] {
        for lang in [ZH, Lang::En] {
            assert!(!crate::desk::page(&state, lang).headline.is_empty());
            assert!(!crate::audience::page(&state, lang).headline.is_empty());
        }
        let procedure = crate::SiteSelection(state.clone());
        assert_eq!(crate::SiteSelection::load(&procedure.save()).unwrap().0, state);
    }
    assert!(crate::SiteSelection::load(b"another 1\n{}").is_none());
}
