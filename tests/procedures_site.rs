//! Choosing a site, through the component: the worked examples of the domain from tables as a script hands them in, a
//! community's own criteria without a line of code, and what people do on the spot.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use std::sync::{Arc, LazyLock};

use common::{Folder, Said, estate, fangzhuo, is_chinese, root};
use procedure::contract::{
    Action, Block, Check, CheckItem, Contender, Entry, Event, Evidence, Finding, Page, Role, Submission, Value, Viewer,
};
use procedure::{Component, Engine, Failure, Running, cases, settings};
use serde_json::{Value as Json, json};

const WEST: &str = "西侧围墙";
const BETWEEN: &str = "两个单元之间";
const GATE: &str = "东门岗旁边";

/// The three sites of S-1, as somebody measured them.
const SITES: &str = "点位,支持人数,个数\n西侧围墙,12,\n两个单元之间,7,\n东门岗旁边,3,\n";
const FINDINGS: &str = "点位,条件,量得,结果,分数,谁、怎么查的
西侧围墙,地下燃气管道,0.0,不合格,,燃气公司图纸
两个单元之间,地下燃气管道,6.2,合格,,燃气公司图纸
两个单元之间,fire,,合格,,社区干部现场看
两个单元之间,离建筑外墙,3.4,,,卷尺量的
两个单元之间,离安全出口,6.5,,,卷尺量的
东门岗旁边,地下燃气管道,6.2,合格,,燃气公司图纸
东门岗旁边,fire,,合格,,社区干部现场看
东门岗旁边,离建筑外墙,3.4,,,卷尺量的
东门岗旁边,离安全出口,5.8,,,卷尺量的
";

fn run(tables: &[(&str, &str)], set: &[&str]) -> Said {
    run_in("zh-CN", tables, set)
}

fn run_in(lang: &str, tables: &[(&str, &str)], set: &[&str]) -> Said {
    let folder = Folder::new();
    let mut words: Vec<String> =
        ["plugin", "run", "site-selection", "--json", "--lang", lang, "--roll"].map(str::to_owned).into();
    words.push(estate());
    for (id, text) in tables {
        words.extend(["--table".to_owned(), format!("{id}={}", folder.write(&format!("{id}.csv"), text))]);
    }
    words.extend(set.iter().flat_map(|pair| ["--set".to_owned(), (*pair).to_owned()]));
    fangzhuo(words)
}

#[track_caller]
fn conclusion(said: Said) -> Json {
    serde_json::from_str(&said.done()).unwrap()
}

#[track_caller]
fn fault(said: Said) -> (String, String, String) {
    assert_eq!((said.code, said.err.as_str()), (1, ""), "{said:?}");
    let said: Json = serde_json::from_str(&said.out).unwrap();
    let text = |field: &str| said["fault"][field].as_str().unwrap_or_default().to_owned();
    assert!(!text("message").is_empty());
    (text("code"), text("at"), text("message"))
}

/// Title and, for those that cannot be chosen, the reason.
fn candidates(json: &Json) -> Vec<(String, Option<String>)> {
    let one = |one: &Json| (one["title"].as_str().unwrap().to_owned(), one["excluded"].as_str().map(str::to_owned));
    json["materials"][0]["candidates"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn s_1_under_the_rules_of_fuzhou_a_and_c_are_vetoed_and_b_is_the_only_one() {
    let json = conclusion(run(&[("sites", SITES), ("findings", FINDINGS)], &["place=福州"]));
    let wanted = [
        (BETWEEN, None),
        (WEST, Some("一票否决：地下燃气管道 0.0 米")),
        (GATE, Some("一票否决：离安全出口 5.8 米，要至少 6 米")),
    ];
    assert_eq!(candidates(&json), wanted.map(|(title, why)| (title.to_owned(), why.map(str::to_owned))));
    assert_eq!(json["carry"], json!([{ "id": "site", "value": { "text": BETWEEN } }]));
    // The minutes say which rule, of where and when, and who found it.
    let minutes = json["minutes"].to_string();
    for word in ["福州导则", "2025", "卷尺量的", "燃气公司图纸", "12 人支持"] {
        assert!(minutes.contains(word), "{word}: {minutes}");
    }
}

#[test]
fn s_1_where_no_such_rule_holds_c_passes_and_an_unknown_place_says_that_it_has_no_rules() {
    for set in [&[][..], &["place=石家庄"]] {
        let json = conclusion(run(&[("sites", SITES), ("findings", FINDINGS)], set));
        let fit: Vec<String> =
            candidates(&json).into_iter().filter(|(_, why)| why.is_none()).map(|(title, _)| title).collect();
        assert_eq!(fit, [BETWEEN, GATE]);
        assert_eq!(json["carry"], json!([]), "two can be chosen: the meeting votes");
        assert_eq!(json["minutes"][0].as_str().unwrap().contains("没有石家庄的规定"), !set.is_empty());
    }
}

#[test]
fn s_1_a_distance_nobody_measured_is_to_be_looked_into_and_never_a_pass() {
    let unmeasured = FINDINGS.replace("东门岗旁边,离安全出口,5.8,,,卷尺量的\n", "");
    let json = conclusion(run(&[("sites", SITES), ("findings", &unmeasured)], &["place=福州"]));
    assert!(candidates(&json).contains(&(GATE.to_owned(), Some("待查：离安全出口".to_owned()))), "{json}");
    let alone =
        unmeasured.lines().filter(|line| !line.starts_with(BETWEEN)).fold(String::new(), |all, line| all + line + "\n");
    let (code, at, message) = fault(run(&[("sites", SITES), ("findings", &alone)], &["place=福州"]));
    assert_eq!((code.as_str(), at.as_str()), ("pending", "s2"));
    assert!(message.contains(BETWEEN) && message.contains("待查"), "{message}");
}

#[test]
fn at_004_4_a_batch_of_70_at_four_sites_459_before_and_529_afterwards() {
    let names = ["上海路9号", "鑫景佳园", "中兴花苑", "富安新居"];
    let met = names.map(|name| format!("{name},gas,,合格,,图纸\n{name},fire,,合格,,现场看\n")).concat();
    let findings = format!("点位,条件,量得,结果,分数,谁、怎么查的\n{met}");
    let sites = "点位,支持人数,个数\n上海路9号,,12\n鑫景佳园,,20\n中兴花苑,,18\n富安新居,,20\n";
    let set = ["batch=70", "total=529"];
    let json = conclusion(run(&[("sites", sites), ("findings", &findings)], &set));
    assert_eq!(json["carry"], json!([{ "id": "count", "value": { "integer": 70 } }]));
    assert!(json["minutes"].to_string().contains("原有 459 个，本批 70 个，建成后 529 个"), "{json}");
    let (code, _, message) =
        fault(run(&[("sites", &sites.replace("富安新居,,20", "富安新居,,16")), ("findings", &findings)], &set));
    assert_eq!(code, "batch");
    assert!(message.contains("66") && message.contains("差 4 个"), "{message}");
}

#[test]
fn a_communitys_own_table_is_its_checklist_without_a_line_of_code() {
    let criteria = "编号,条件,类别,权重,单位,限值,至少或至多,依据,适用地方,日期
radius,服务半径,否决,,米,120,至多,镇上的办法 3.2,,2025-03
lane,不占消防车道和盲道,否决,,,,,镇上的办法 3.1,,2025-03
wind,下风向,评分,60,,,,,,
water,近水和下水道,评分,40,,,,,,
";
    let sites = "点位,支持人数,个数\n北门,5,\n南门,9,\n车棚,1,\n";
    let findings = "点位,条件,量得,结果,分数,谁、怎么查的
北门,服务半径,118.5,,,步测
北门,lane,,合格,,现场看
北门,wind,,,80,
北门,water,,,50,
南门,服务半径,120.1,,,步测
南门,lane,,合格,,现场看
车棚,服务半径,90,,,步测
车棚,lane,,合格,,现场看
车棚,wind,,,50,
车棚,water,,,90,
";
    let tables = [("criteria", criteria), ("sites", sites), ("findings", findings)];
    let json = conclusion(run(&tables, &[]));
    // 60·80 + 40·50 = 68; 60·50 + 40·90 = 66, of 100.
    assert_eq!(json["carry"][0]["value"]["text"], json!("北门"));
    let excluded = candidates(&json).into_iter().find(|(title, _)| title == "南门").unwrap().1.unwrap();
    assert_eq!(excluded, "一票否决：服务半径 120.1 米，要至多 120 米");
    // 30 w − 1,600 = 0 at 160/3; 1,800 − 40 w = 0 at 45.
    let minutes = json["minutes"].to_string();
    for turn in ["“下风向”的权重是 60，低于 160/3 (53.33…) 换成车棚", "“近水和下水道”的权重是 40，高于 45 换成车棚"]
    {
        assert!(minutes.contains(turn), "{turn}: {minutes}");
    }
    // Who would have moved the weight sees the other site lead.
    for (weight, leader) in [("53", "车棚"), ("54", "北门")] {
        let moved = criteria.replace("评分,60", &format!("评分,{weight}"));
        let json = conclusion(run(&[("criteria", &moved), tables[1], tables[2]], &[]));
        assert_eq!(json["carry"][0]["value"]["text"], json!(leader), "{weight}");
    }
}

#[test]
fn a_table_of_criteria_that_does_not_hold_together_is_refused_by_its_row() {
    let heading = "编号,条件,类别,权重,单位,限值,至少或至多,依据,适用地方,日期";
    for (row, word) in [
        (",离外墙,否决,,米,3,至少,,福州,2025", "依据"),
        (",离外墙,一定要,,米,3,至少,导则,福州,2025", "一定要"),
        (",采光,评分,,,,,,,", "权重"),
        (",离外墙,否决,,米,3,,导则,福州,2025", "至少或至多"),
    ] {
        let criteria = format!("{heading}\n{row}\n");
        let (code, at, message) = fault(run(&[("criteria", &criteria)], &["sites=北门"]));
        assert_eq!((code.as_str(), at.as_str()), ("bad-criteria", "criteria-2"));
        assert!(message.contains("第 2 行") && message.contains(word), "{message}");
    }
}

#[test]
fn in_english_everything_but_text_is_the_same() {
    let sites = "site,support,count\nWest wall,12,\nBetween the stairs,7,\n";
    let findings = "site,criterion,measured,finding,points,source
West wall,gas,0.0,failed,,gas company's drawing
Between the stairs,gas,6.2,met,,gas company's drawing
Between the stairs,fire,,met,,seen on the spot
";
    let [zh, en]: [Json; 2] = ["zh-CN", "en"].map(|lang| {
        let said = run_in(lang, &[("sites", sites), ("findings", findings)], &[]).done();
        assert_eq!(is_chinese(&said), lang == "zh-CN", "{said}");
        serde_json::from_str(&said).unwrap()
    });
    assert_ne!(zh["summary"], en["summary"]);
    assert_eq!(zh["carry"], en["carry"]);
}

// ---- on the spot ----

static COMPONENT: LazyLock<Arc<Component>> = LazyLock::new(|| {
    let bytes = std::fs::read(root().join("plugins/site-selection/site-selection.fz.wasm")).unwrap();
    Engine::new().unwrap().component(&bytes).unwrap()
});

fn begun(set: &[(&str, &str)]) -> Running {
    let texts: Vec<(String, String)> = set.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect();
    let inputs = settings::inputs(&COMPONENT.anatomy().manifest, &[], &[], &texts).unwrap();
    Running::start(Arc::clone(&COMPONENT), Arc::new(inputs), "zh-CN").unwrap()
}

fn event(action: Action) -> Event {
    Event {
        seq: 1,
        at: "2026-07-18T11:41:06.000Z".to_owned(),
        actor: "p1".to_owned(),
        role: Role::Chair,
        locale: "zh-CN".to_owned(),
        action,
    }
}

fn check(item: &str, finding: Finding, measured: Option<i64>, note: &str, proof: Option<char>) -> Event {
    let evidence = |fill: char| Evidence { hash: fill.to_string().repeat(64), caption: "照片".to_owned() };
    event(Action::Check(Check {
        checklist: "s1".to_owned(),
        item: item.to_owned(),
        finding,
        measured,
        note: note.to_owned(),
        evidence: proof.map(evidence).into_iter().collect(),
    }))
}

fn page(running: &Running, audience: bool) -> Page {
    let viewer = Viewer { role: Role::Chair, locale: "zh-CN".to_owned(), audience, focus: None };
    running.page(&viewer).unwrap()
}

fn blocks(page: &Page) -> impl Iterator<Item = &Block> {
    page.sections.iter().flat_map(|section| &section.blocks)
}

/// An item of the first site's checklist.
fn item(running: &Running, id: &str) -> CheckItem {
    let page = page(running, false);
    let lists = blocks(&page).filter_map(|block| if let Block::Checklist(list) = block { Some(list) } else { None });
    lists.flat_map(|list| &list.items).find(|item| item.id == id).unwrap().clone()
}

fn contenders(running: &Running) -> Vec<Contender> {
    let page = page(running, true);
    let lists = blocks(&page).filter_map(|block| if let Block::Contenders(list) = block { Some(list) } else { None });
    lists.flat_map(|list| list.items.clone()).collect()
}

fn refused<T: std::fmt::Debug>(result: Result<T, Failure>) -> String {
    let Err(Failure::Refused(fault)) = result else { panic!("a refusal was expected: {result:?}") };
    fault.code
}

#[test]
fn its_own_cases_hold() {
    let results = cases::run(&COMPONENT);
    assert!(results.len() >= 18, "only {} cases", results.len());
    let wrong: Vec<_> = results.iter().filter(|result| result.wrong.is_some()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn at_004_4_on_the_spot_the_pipe_strikes_the_favourite_and_only_new_evidence_lifts_it() {
    let running = begun(&[("sites", WEST), ("place", "青岛")]);
    let gas = item(&running, "gas");
    assert!(gas.veto && gas.finding == Finding::Open && gas.basis.contains("青岛"), "{gas:?}");
    let measure = gas.measure.unwrap();
    assert_eq!((measure.limit, measure.scale, measure.at_least), (Some(15), 1, true));
    assert!(contenders(&running)[0].excluded.as_ref().unwrap().starts_with("待查"));
    // A number within the zone is a veto, whatever was ticked; it rests on who found it.
    assert_eq!(refused(running.step(&check("gas", Finding::Met, Some(0), "", None))), "no-evidence");
    let struck = running.step(&check("gas", Finding::Met, Some(0), "燃气公司图纸", Some('a'))).unwrap();
    assert_eq!(item(&struck, "gas").finding, Finding::Failed);
    assert_eq!(contenders(&struck)[0].excluded.as_deref(), Some("一票否决：地下燃气管道 0.0 米，要至少 1.5 米"));
    assert_eq!(refused(struck.step(&check("gas", Finding::Met, Some(20), "大家都同意", None))), "veto-stands");
    let lifted = struck.step(&check("gas", Finding::Met, Some(20), "燃气公司复测", Some('b'))).unwrap();
    assert_eq!((item(&lifted, "gas").finding, item(&lifted, "gas").evidence.len()), (Finding::Met, 2));
}

#[test]
fn s_1_on_the_spot_changing_the_place_holds_what_was_measured_against_its_rules() {
    let mut running = begun(&[("sites", GATE), ("place", "福州")]);
    for (id, finding, measured) in
        [("gas", Finding::Met, Some(62)), ("fire", Finding::Met, None), ("wall", Finding::Open, Some(34))]
    {
        running = running.step(&check(id, finding, measured, "", None)).unwrap();
    }
    assert_eq!(refused(running.step(&check("exit", Finding::Met, None, "", None))), "not-measured");
    running = running.step(&check("exit", Finding::Open, Some(58), "卷尺量的", None)).unwrap();
    assert!(running.conclude("zh-CN").unwrap().zh_cn.carry.is_empty());
    let general = Entry { id: "place".to_owned(), value: Value::Choice("p0".to_owned()) };
    let change = event(Action::Submit(Submission { form: "place".to_owned(), row: None, entries: vec![general] }));
    let elsewhere = running.step(&change).unwrap();
    assert_eq!(contenders(&elsewhere)[0].excluded, None);
    assert_eq!(elsewhere.conclude("en").unwrap().en.carry[0].value, Value::Text(GATE.to_owned()));
}
