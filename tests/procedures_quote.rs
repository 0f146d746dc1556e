//! Comparing quotes, through the component: the worked examples of the domain from tables as a script hands them in, and
//! what people do in the meeting when a tie or a missing line is left to them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use std::sync::{Arc, LazyLock};

use common::{Folder, Said, estate, fangzhuo, is_chinese, root};
use procedure::contract::{
    Action, Block, Conclusion, Contender, Entry, Event, Material, Page, Press, Role, Submission, Value, Viewer,
};
use procedure::{Component, Engine, Failure, Running, cases, settings};
use serde_json::{Value as Json, json};

const COLUMNS: &str = "报价单位,报价（元）,缺项,开工日期,利害关系,询价记录,评分";

fn run(quotes: &str, set: &[&str]) -> Said {
    let folder = Folder::new();
    let table = format!("quotes={}", folder.write("quotes.csv", format!("{COLUMNS}\n{quotes}")));
    let roll = estate();
    let words = ["plugin", "run", "quote-comparison", "--roll", &roll, "--table", &table, "--json"];
    fangzhuo(words.into_iter().chain(set.iter().flat_map(|pair| ["--set", pair])))
}

#[track_caller]
fn conclusion(said: Said) -> Json {
    serde_json::from_str(&said.done()).unwrap()
}

/// Supplier and amount the next procedure takes over.
#[track_caller]
fn carried(said: Said) -> (String, i64) {
    let json = conclusion(said);
    let value =
        |id: &str| json["carry"].as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap()["value"].clone();
    (value("supplier")["text"].as_str().unwrap().to_owned(), value("amount")["money"].as_i64().unwrap())
}

#[track_caller]
fn fault(said: Said) -> (String, String, String) {
    assert_eq!((said.code, said.err.as_str()), (1, ""), "{said:?}");
    let said: Json = serde_json::from_str(&said.out).unwrap();
    let text = |field: &str| said["fault"][field].as_str().unwrap_or_default().to_owned();
    assert!(!text("message").is_empty());
    (text("code"), text("at"), text("message"))
}

#[test]
fn at_001_6_three_quotes_the_lowest_1650_goes_on_to_be_shared_out_to_the_fen() {
    let quotes = "洁城管道,1800,,,,,\n宏清环卫,1650,,,,,\n顺通清运,1720,,,,,\n";
    let (supplier, amount) = carried(run(quotes, &[]));
    assert_eq!((supplier.as_str(), amount), ("宏清环卫", 165_000));
    // What is carried is the setting `amount` of cost sharing: 12 households pay 45.84, 24 pay 45.83.
    let set = format!("amount={}.{:02}", amount / 100, amount % 100);
    let words = ["plugin", "run", "fee-apportionment", "--roll", &estate(), "--set", &set, "--json"];
    let shared = conclusion(fangzhuo(words));
    let due = &shared["materials"][0]["cost-sheet"]["due"];
    assert_eq!(*due, json!([vec![4_584; 12], vec![4_583; 24]].concat()));
}

#[test]
fn q_1_a_missing_disposal_of_200_makes_1650_comparable_at_1850_and_1720_is_chosen() {
    let quotes = "洁城管道,1800,,,,,\n宏清环卫,1650,外运处置=200,,,,\n顺通清运,1720,,,,,\n";
    let set = ["scope=清掏；外运处置"];
    let json = conclusion(run(quotes, &set));
    let candidates: Vec<(&str, i64)> = json["materials"][0]["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["title"].as_str().unwrap(), one["amount"].as_i64().unwrap()))
        .collect();
    assert_eq!(candidates, [("顺通清运", 172_000), ("洁城管道", 180_000), ("宏清环卫", 185_000)]);
    assert_eq!(carried(run(quotes, &set)), ("顺通清运".to_owned(), 172_000));
}

#[test]
fn q_1_a_missing_line_without_an_amount_is_named_and_the_quote_struck_through() {
    let quotes = "洁城管道,1800,,,,,\n宏清环卫,1650,外运处置,,,,\n顺通清运,1720,,,,,\n德邻,1750,,,,,\n";
    let json = conclusion(run(quotes, &["scope=清掏；外运处置"]));
    let last = &json["materials"][0]["candidates"][3];
    assert_eq!((&last["title"], &last["excluded"]), (&json!("宏清环卫"), &json!("不可比：缺外运处置")));
    // A line the scope sheet does not have is a slip of the pen, repeated as written.
    let (code, at, message) = fault(run(quotes, &["scope=清掏；外运"]));
    assert_eq!((code.as_str(), at.as_str()), ("unknown-line", "missing"));
    assert!(message.contains("外运处置") && message.contains("宏清环卫"), "{message}");
}

#[test]
fn the_scope_sheet_may_be_a_table_with_quantities() {
    let folder = Folder::new();
    let scope = format!("scope={}", folder.write("scope.csv", "工作内容,数量和要求\n清掏,40 立方米\n外运处置,3 车\n"));
    let quotes =
        folder.write("quotes.csv", format!("{COLUMNS}\n甲,1800,,,,,\n乙,1650,外运处置=200,,,,\n丙,1720,,,,,\n"));
    let quotes = format!("quotes={quotes}");
    let words =
        ["plugin", "run", "quote-comparison", "--roll", &estate(), "--table", &scope, "--table", &quotes, "--json"];
    assert_eq!(carried(fangzhuo(words)), ("丙".to_owned(), 172_000));
}

#[test]
fn q_2_a_tie_is_named_and_no_order_of_rows_decides_it_but_the_earlier_start_does() {
    let rows = ["甲,1650,,,,,\n", "乙,1650,,,,,\n", "丙,1700,,,,,\n"];
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
        let quotes: String = order.iter().map(|row| rows[*row]).collect();
        let (code, _, message) = fault(run(&quotes, &[]));
        assert_eq!(code, "tie");
        assert!(message.contains('甲') && message.contains('乙') && !message.contains('丙'), "{message}");
    }
    let rows = ["甲,1650,,2026-07-25,,,\n", "乙,1650,,2026-07-20,,,\n", "丙,1700,,2026-07-01,,,\n"];
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
        let quotes: String = order.iter().map(|row| rows[*row]).collect();
        assert_eq!(carried(run(&quotes, &[])).0, "乙");
        assert_eq!(fault(run(&quotes, &["tie=ask"])).0, "tie");
    }
}

#[test]
fn q_5_two_quotes_want_a_written_reason_and_are_marked() {
    let quotes = "甲,1650,,,,,\n乙,1800,,,,,\n";
    let (code, at, message) = fault(run(quotes, &[]));
    assert_eq!((code.as_str(), at.as_str()), ("few-quotes", "few-reason"));
    assert!(message.contains("不足三家"), "{message}");
    let json = conclusion(run(quotes, &["few-reason=问了四家，两家愿来"]));
    let minutes = json["minutes"].to_string();
    assert!(minutes.contains("不足三家") && minutes.contains("问了四家，两家愿来"), "{minutes}");
}

#[test]
fn a_ceiling_excludes_what_is_above_and_asks_about_what_is_below_85_percent() {
    let quotes = "甲,2000.01,,,,,\n乙,1900,,,,,\n丙,1950,,,,,\n丁,1700,,,,,\n";
    let json = conclusion(run(quotes, &["ceiling=2000"]));
    assert_eq!(json["carry"][1]["value"], json!({ "text": "丁" }));
    assert_eq!(json["materials"][0]["candidates"][3]["excluded"], json!("超过最高限价 2,000.00 元"));
    let low = quotes.replace("1700", "1699.99");
    let (code, _, message) = fault(run(&low, &["ceiling=2000"]));
    assert_eq!(code, "unexplained-low");
    assert!(message.contains('丁') && message.contains("85%"), "{message}");
    // Who wants another bound, or none, sets it.
    assert_eq!(carried(run(&low, &["ceiling=2000", "low-percent=0"])), ("丁".to_owned(), 169_999));
}

#[test]
fn in_english_everything_but_text_is_the_same() {
    let quotes = "Adams,1650,,,,,\nBrown,1800,,,cousin of the chair,,\nClark,1700,,,,,\n";
    let folder = Folder::new();
    let table = format!("quotes={}", folder.write("quotes.csv", format!("{COLUMNS}\n{quotes}")));
    let roll = estate();
    let words = ["plugin", "run", "quote-comparison", "--roll", &roll, "--table", &table, "--json"];
    let [zh, en]: [Json; 2] = ["zh-CN", "en"].map(|lang| {
        let said = fangzhuo(words.into_iter().chain(["--lang", lang])).done();
        assert_eq!(is_chinese(&said), lang == "zh-CN", "{said}");
        serde_json::from_str(&said).unwrap()
    });
    assert_ne!(zh["summary"], en["summary"]);
    assert_eq!(zh["carry"], en["carry"]);
    assert_eq!(zh["materials"][0]["candidates"][0]["amount"], en["materials"][0]["candidates"][0]["amount"]);
}

// ---- in the meeting ----

static COMPONENT: LazyLock<Arc<Component>> = LazyLock::new(|| {
    let bytes = std::fs::read(root().join("plugins/quote-comparison/quote-comparison.fz.wasm")).unwrap();
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

fn submit(form: &str, entries: &[(&str, Value)]) -> Event {
    let entry = |(id, value): &(&str, Value)| Entry { id: (*id).to_owned(), value: value.clone() };
    let entries = entries.iter().map(entry).collect();
    event(Action::Submit(Submission { form: form.to_owned(), row: None, entries }))
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn quote(running: &Running, supplier: &str, fen: i64, missing: &[&str]) -> Running {
    let missing = Value::Choices(missing.iter().map(|line| (*line).to_owned()).collect());
    let fields = [("supplier", text(supplier)), ("price", Value::Money(fen)), ("missing", missing)];
    running.step(&submit("quote", &fields)).unwrap()
}

fn refused<T: std::fmt::Debug>(result: Result<T, Failure>) -> String {
    let Err(Failure::Refused(fault)) = result else { panic!("a refusal was expected: {result:?}") };
    fault.code
}

fn page(running: &Running, audience: bool) -> Page {
    let viewer = Viewer { role: Role::Chair, locale: "zh-CN".to_owned(), audience, focus: None };
    running.page(&viewer).unwrap()
}

fn contenders(page: &Page) -> Vec<Contender> {
    let blocks = page.sections.iter().flat_map(|section| &section.blocks);
    let lists =
        blocks.filter_map(|block| if let Block::Contenders(list) = block { Some(list.items.clone()) } else { None });
    lists.flatten().collect()
}

fn forms(page: &Page) -> Vec<String> {
    let blocks = page.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| if let Block::Form(form) = block { Some(form.id.clone()) } else { None }).collect()
}

fn supplier(conclusion: &Conclusion) -> &Value {
    &conclusion.carry.iter().find(|entry| entry.id == "supplier").unwrap().value
}

#[test]
fn its_own_cases_hold() {
    let results = cases::run(&COMPONENT);
    assert!(results.len() >= 20, "only {} cases", results.len());
    let wrong: Vec<_> = results.iter().filter(|result| result.wrong.is_some()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn q_1_in_the_meeting_the_missing_line_is_ticked_asked_after_and_added() {
    let running = begun(&[("scope", "清掏；外运处置")]);
    assert_eq!(forms(&page(&running, false)), ["plan", "quote"]);
    let running = quote(&running, "洁城管道", 180_000, &[]);
    let running = quote(&running, "宏清环卫", 165_000, &["l2"]);
    let running = quote(&running, "顺通清运", 172_000, &[]);
    let shown = contenders(&page(&running, true));
    let struck: Vec<_> = shown.iter().filter_map(|one| one.excluded.as_deref()).collect();
    assert_eq!(struck, ["不可比：缺外运处置"]);
    let open = event(Action::Press(Press { button: "open".to_owned(), row: Some(1) }));
    let running = running.step(&open).unwrap();
    assert!(forms(&page(&running, false)).contains(&"missing".to_owned()));
    let added = submit("missing", &[("l2", Value::Money(20_000)), ("basis", text("对方电话补报"))]);
    let running = running.step(&added).unwrap();
    assert!(contenders(&page(&running, true)).iter().all(|one| one.excluded.is_none()));
    let concluded = running.conclude("zh-CN").unwrap();
    assert_eq!(supplier(&concluded.zh_cn), &text("顺通清运"));
    assert!(concluded.en.minutes.iter().any(|line| line.contains("1,850.00")), "{:?}", concluded.en.minutes);
}

#[test]
fn q_2_in_the_meeting_a_tie_is_drawn_by_lot_with_its_account_and_replays_to_the_same_state() {
    let play = || {
        let running = ["甲", "乙"].iter().fold(begun(&[]), |running, name| quote(&running, name, 165_000, &[]));
        let running = quote(&running, "丙", 170_000, &[]);
        assert_eq!(refused(running.conclude("zh-CN")), "tie");
        assert!(page(&running, true).headline.contains("并列"));
        let lot = |account: &str| {
            let how = ("how", Value::Choice("lot".to_owned()));
            submit("tie", &[how, ("chosen", Value::Choice("q2".to_owned())), ("account", text(account))])
        };
        assert_eq!(refused(running.step(&lot(""))), "no-account");
        running.step(&lot("王主任抽签，三位代表在场")).unwrap()
    };
    let (running, again) = (play(), play());
    assert_eq!(running.state().hash(), again.state().hash());
    let concluded = running.conclude("zh-CN").unwrap();
    assert_eq!(supplier(&concluded.zh_cn), &text("乙"));
    let Material::Candidates(candidates) = &concluded.zh_cn.materials[0] else { panic!("candidates were expected") };
    assert_eq!(candidates[0].title, "乙");
}
