//! `plugin run` with the worked examples of the domain: what each household pays, to the fen, and what is refused.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use common::{Folder, Said, estate, fangzhuo, is_chinese, root, text};
use serde_json::{Value, json};

fn run(roll: &str, set: &[&str]) -> Said {
    let words = ["plugin", "run", "fee-apportionment", "--roll", roll, "--json"];
    fangzhuo(words.into_iter().chain(set.iter().flat_map(|pair| ["--set", pair])))
}

/// The one cost sheet of a conclusion.
fn sheet(said: Said) -> Value {
    let conclusion: Value = serde_json::from_str(&said.done()).unwrap();
    let mut names: Vec<&String> = conclusion.as_object().unwrap().keys().collect();
    names.sort();
    assert_eq!(names, ["carry", "materials", "minutes", "outcome", "summary"]);
    assert_eq!(conclusion["outcome"], "recorded");
    let [material] = conclusion["materials"].as_array().unwrap().as_slice() else { panic!("{conclusion}") };
    material["cost-sheet"].clone()
}

/// The fault of a refusal: exit code 1, JSON on stdout.
fn fault(said: Said) -> Value {
    assert_eq!((said.code, said.err.as_str()), (1, ""), "{said:?}");
    let said: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(said.as_object().unwrap().len(), 1);
    assert!(!said["fault"]["message"].as_str().unwrap().is_empty());
    said["fault"].clone()
}

/// A roll of doors 1-101, 1-102, … with further columns.
fn roll(folder: &Folder, heading: &str, cells: &[&str]) -> String {
    let rows = cells.iter().enumerate().map(|(at, cell)| format!("1-{},{cell}\n", 101 + at));
    folder.write("roll.csv", format!("房号,{heading}\n{}", rows.collect::<String>()))
}

#[test]
fn a_1_given_1650_yuan_and_36_households_the_first_twelve_pay_a_fen_more() {
    let sheet = sheet(run(&estate(), &["amount=1650.00"]));
    let due: Vec<i64> = [vec![4_584; 12], vec![4_583; 24]].concat();
    assert_eq!(sheet["due"], json!(due));
    assert_eq!(due.iter().sum::<i64>(), 165_000);
    assert_eq!((&sheet["gross"], &sheet["surplus"], &sheet["rounding"]), (&json!(165_000), &json!(0), &json!("fen")));
    let doors = sheet["households"].as_array().unwrap();
    assert_eq!(
        (doors.len(), &doors[0], &doors[12], &doors[35]),
        (36, &json!("1-1-101"), &json!("1-2-101"), &json!("1-3-602"))
    );
}

#[test]
fn a_1_the_workbook_and_the_text_of_one_roll_give_the_same() {
    let workbook = text(&root().join("app/papers/tests/data/roll-shuichan.xlsx"));
    assert_eq!(sheet(run(&workbook, &["amount=1650.00"])), sheet(run(&estate(), &["amount=1650.00"])));
}

#[test]
fn a_1_in_whole_yuan_and_rounded_up() {
    let whole = sheet(run(&estate(), &["amount=1650", "rounding=yuan"]));
    assert_eq!(whole["due"], json!([vec![4_600; 30], vec![4_500; 6]].concat()));
    let up = sheet(run(&estate(), &["amount=1650", "rounding=yuan-up"]));
    assert_eq!((&up["due"], &up["surplus"]), (&json!(vec![4_600; 36]), &json!(600)));
}

#[test]
fn a_2_given_1000_yuan_by_residents_the_largest_remainders_get_the_last_fen() {
    let folder = Folder::new();
    let roll = roll(&folder, "常住人口", &["1", "2", "2", "3", "4", "5"]);
    let sheet = sheet(run(&roll, &["amount=1000.00", "method=residents"]));
    assert_eq!(sheet["due"], json!([5_882, 11_765, 11_765, 17_647, 23_529, 29_412]));
}

#[test]
fn a_14_given_shares_of_a_column_households_pay_by_them() {
    let folder = Folder::new();
    for (cells, due) in [
        (["0.5", "0.5", "1", "1", "1"], [12_500, 12_500, 25_000, 25_000, 25_000]),
        (["0", "0", "1", "1", "1"], [0, 0, 33_334, 33_333, 33_333]),
    ] {
        let roll = roll(&folder, "份额", &cells);
        assert_eq!(sheet(run(&roll, &["amount=1000.00", "method=shares", "basis=份额"]))["due"], json!(due));
    }
}

#[test]
fn a_16_given_one_fen_over_three_the_first_pays_it() {
    let folder = Folder::new();
    let roll = roll(&folder, "常住人口", &["1", "1", "1"]);
    assert_eq!(sheet(run(&roll, &["amount=0.01"]))["due"], json!([1, 0, 0]));
}

#[test]
fn a_16_given_an_area_that_is_empty_the_refusal_names_the_door() {
    let folder = Folder::new();
    let roll = roll(&folder, "建筑面积", &["50.00", "", "60.00"]);
    let fault = fault(run(&roll, &["amount=300.00", "method=area"]));
    assert_eq!((&fault["code"], &fault["at"]), (&json!("missing-area"), &json!("1-102")));
    assert!(fault["message"].as_str().unwrap().contains("1-102"), "{fault}");
    // Other methods do without it.
    assert_eq!(sheet(run(&roll, &["amount=300.00"]))["due"], json!([10_000, 10_000, 10_000]));
}

#[test]
fn a_16_given_weights_that_cannot_be_the_amount_is_not_split() {
    let folder = Folder::new();
    let zero = roll(&folder, "常住人口", &["0", "0"]);
    assert_eq!(fault(run(&zero, &["amount=300.00", "method=residents"]))["code"], "no-weight");
    let negative = roll(&folder, "份额", &["1", "-1"]);
    let fault = fault(run(&negative, &["amount=300.00", "method=shares", "basis=份额"]));
    assert_eq!((&fault["code"], &fault["at"]), (&json!("negative-weight"), &json!("1-102")));
}

#[test]
fn a_16_given_nobody_to_pay_the_amount_is_not_split() {
    let folder = Folder::new();
    let nobody = folder.write("roll.csv", "房号,建筑面积\n");
    assert_eq!(fault(run(&nobody, &["amount=300.00"]))["code"], "no-rows");
}

#[test]
fn a_16_given_a_door_that_stands_twice_the_roll_is_bad_input() {
    let folder = Folder::new();
    let twice = folder.write("roll.csv", "房号,建筑面积\n1-101,50.00\n1-101,60.00\n");
    let sentence = run(&twice, &["amount=300.00"]).refused(2);
    assert!(sentence.contains("1-101") && sentence.contains('3'), "{sentence}");
}

#[test]
fn a_component_file_gives_the_same_as_the_shipped_one() {
    let file = text(&root().join("plugins/fee-apportionment/fee-apportionment.fz.wasm"));
    let words = ["plugin", "run", &file, "--roll", &estate(), "--set", "amount=1650.00", "--json"];
    assert_eq!(fangzhuo(words), run(&estate(), &["amount=1650.00"]));
}

#[test]
fn in_english_everything_but_text_is_the_same() {
    let words = ["plugin", "run", "fee-apportionment", "--roll", &estate(), "--set", "amount=1650.00", "--json"];
    let [zh, en]: [Value; 2] = ["zh-CN", "en"].map(|lang| {
        let said = fangzhuo(words.into_iter().chain(["--lang", lang])).done();
        assert_eq!(is_chinese(&said), lang == "zh-CN", "{said}");
        serde_json::from_str(&said).unwrap()
    });
    assert_ne!(zh["summary"], en["summary"]);
    for field in ["due", "households", "weights", "gross"] {
        let of = |said: &Value| said["materials"][0]["cost-sheet"][field].clone();
        assert_eq!(of(&zh), of(&en), "{field}");
    }
    let said = fangzhuo(words.into_iter().take(5).chain(["--set", "amount=0", "--json", "--lang", "en"]));
    assert!(!is_chinese(&said.out) && said.code == 1, "{said:?}");
}

#[test]
fn for_people_every_door_stands_with_its_amount_and_the_sum_below() {
    let words = ["plugin", "run", "fee-apportionment", "--roll", &estate(), "--set", "amount=1650.00"];
    let said = fangzhuo(words).done();
    assert!(
        said.lines().any(|line| line == "1-1-101\t45.84") && said.lines().any(|line| line == "1-3-602\t45.83"),
        "{said}"
    );
    assert!(said.lines().any(|line| line == "合计\t1,650.00"), "{said}");
    let refused = fangzhuo(words.into_iter().take(5)).refused(1);
    assert!(is_chinese(&refused), "{refused}");
}
