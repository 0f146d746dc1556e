//! Every worked example of cost sharing, through the component as a script runs it: what each door pays to the fen, where
//! the money comes from, and what is refused with its door.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use common::{Folder, Said, estate, fangzhuo};
use serde_json::{Value, json};

fn run(roll: &str, set: &[&str]) -> Said {
    let words = ["plugin", "run", "fee-apportionment", "--roll", roll, "--json"];
    fangzhuo(words.into_iter().chain(set.iter().flat_map(|pair| ["--set", pair])))
}

/// The cost sheet, after holding its sums together: Σ due + Σ funding = gross + surplus, door by door.
#[track_caller]
fn sheet(said: Said) -> Value {
    let conclusion: Value = serde_json::from_str(&said.done()).unwrap();
    let sheet = conclusion["materials"][0]["cost-sheet"].clone();
    let fen = |list: &Value| -> Vec<i64> { list.as_array().unwrap().iter().map(|fen| fen.as_i64().unwrap()).collect() };
    let (shares, due) = (fen(&sheet["shares"]), fen(&sheet["due"]));
    let (reliefs, compensations) = (fen(&sheet["reliefs"]), fen(&sheet["compensations"]));
    for row in 0..due.len() {
        assert_eq!(due[row], shares[row] - reliefs[row] - compensations[row], "row {row}");
    }
    let funding: i64 = sheet["funding"].as_array().unwrap().iter().map(|line| line["amount"].as_i64().unwrap()).sum();
    let bill = sheet["gross"].as_i64().unwrap() + sheet["surplus"].as_i64().unwrap();
    assert_eq!(due.iter().sum::<i64>() + funding, bill);
    sheet
}

/// Code, place and sentence of a refusal: exit code 1, JSON on stdout.
#[track_caller]
fn fault(said: Said) -> (String, String, String) {
    assert_eq!((said.code, said.err.as_str()), (1, ""), "{said:?}");
    let said: Value = serde_json::from_str(&said.out).unwrap();
    let text = |field: &str| said["fault"][field].as_str().unwrap_or_default().to_owned();
    assert!(!text("message").is_empty());
    (text("code"), text("at"), text("message"))
}

/// A roll of doors 1-101, 1-102, … with these headings; one line of cells a door.
fn roll(folder: &Folder, headings: &str, cells: &[&str]) -> String {
    let rows = cells.iter().enumerate().map(|(at, cells)| format!("1-{},{cells}\n", 101 + at));
    folder.write("roll.csv", format!("房号,{headings}\n{}", rows.collect::<String>()))
}

/// Floors of one building with so many flats each: floor, then a further cell.
fn floors(folder: &Folder, flats: usize, heading: &str, cells: &[&str]) -> String {
    let row = |(floor, cell): (usize, &&str), flat: usize| format!("1-{floor}0{flat},{floor},{cell}\n");
    let rows = cells.iter().enumerate().map(|(at, cell)| (at + 1, cell));
    let rows: String = rows.flat_map(|floor| (1..=flats).map(move |flat| row(floor, flat))).collect();
    folder.write("floors.csv", format!("房号,楼层,{heading}\n{rows}"))
}

fn each_twice(yuan: &[i64]) -> Value {
    json!(yuan.iter().flat_map(|yuan| [yuan * 100; 2]).collect::<Vec<i64>>())
}

#[test]
fn a_1_household_1650_over_36_in_fen_in_yuan_and_rounded_up() {
    let fen = sheet(run(&estate(), &["amount=1650.00", "method=household"]));
    assert_eq!(fen["due"], json!([vec![4_584; 12], vec![4_583; 24]].concat()));
    let yuan = sheet(run(&estate(), &["amount=1650.00", "rounding=yuan"]));
    assert_eq!(yuan["due"], json!([vec![4_600; 30], vec![4_500; 6]].concat()));
    let up = sheet(run(&estate(), &["amount=1650.00", "rounding=yuan-up"]));
    assert_eq!((&up["due"], &up["surplus"]), (&json!(vec![4_600; 36]), &json!(600)));
    let (code, at, message) = fault(run(&estate(), &["amount=1650.01", "rounding=yuan"]));
    assert_eq!((code.as_str(), at.as_str()), ("not-whole-yuan", "rounding"));
    assert!(message.contains("进整到元"), "{message}");
}

#[test]
fn a_2_residents_the_three_fen_left_go_to_the_largest_fractions_and_the_larger_weight() {
    let folder = Folder::new();
    let roll = roll(&folder, "常住人口", &["1", "2", "2", "3", "4", "5"]);
    let sheet = sheet(run(&roll, &["amount=1000.00", "method=residents"]));
    assert_eq!(sheet["due"], json!([5_882, 11_765, 11_765, 17_647, 23_529, 29_412]));
}

#[test]
fn a_4_floor_coefficients_of_a_column_or_typed_with_their_source() {
    let folder = Folder::new();
    let roll = floors(&folder, 2, "系数", &["0", "0.5", "1", "1.1", "1.2", "1.3", "1.4"]);
    let due = each_twice(&[0, 20_000, 40_000, 44_000, 48_000, 52_000, 56_000]);
    let bill = ["amount=620000", "subsidy=100000", "method=floor", "basis-source=业主大会通过的系数表 2026-05"];
    let of_column = sheet(run(&roll, &[&bill[..], &["basis=系数"]].concat()));
    assert_eq!(of_column["due"], due);
    assert!(of_column["source"].as_str().unwrap().contains("业主大会通过的系数表 2026-05"), "{of_column}");
    let typed = sheet(run(&roll, &[&bill[..], &["coefficients=1=0;2=0.5;3=1;4=1.1;5=1.2;6=1.3;7=1.4"]].concat()));
    assert_eq!((&typed["due"], &typed["weights"]), (&due, &of_column["weights"]));
    // A floor nobody wrote a coefficient for is named by its door.
    let (code, at, _) = fault(run(&roll, &[&bill[..], &["coefficients=1-6=1"]].concat()));
    assert_eq!((code.as_str(), at.as_str()), ("missing-coefficient", "1-701"));
}

#[test]
fn a_6_floor_and_area_is_normalised_and_the_published_formula_is_12363_64_too_much() {
    let folder = Folder::new();
    let cells = ["80,0.7", "80,0.8", "90,0.9", "90,1", "100,1.1", "100,1.2", "120,1.3"];
    let roll = roll(&folder, "建筑面积,系数", &cells);
    let said = run(&roll, &["amount=480000", "method=floor-area", "basis=系数"]);
    let minutes: Value = serde_json::from_str(&said.out).unwrap();
    let minutes = minutes["minutes"].to_string();
    assert!(
        minutes.contains("492,363.64") && minutes.contains("12,363.64") && minutes.contains("727.2727"),
        "{minutes}"
    );
    let due = json!([3_970_458, 4_537_666, 5_742_984, 6_381_093, 7_799_114, 8_508_124, 11_060_561]);
    assert_eq!(sheet(said)["due"], due);
}

#[test]
fn a_6_where_all_areas_are_equal_and_the_mean_coefficient_is_1_nothing_is_too_much() {
    let folder = Folder::new();
    let cells = ["80,0.9", "80,1", "80,1.1"];
    let said = run(&roll(&folder, "建筑面积,系数", &cells), &["amount=300", "method=floor-area", "basis=系数"]);
    assert!(!said.out.contains("多收") && !said.out.contains("少收"), "{said:?}");
    assert_eq!(sheet(said)["due"], json!([9_000, 10_000, 11_000]));
}

#[test]
fn a_9_relief_borne_by_the_other_households() {
    let folder = Folder::new();
    let roll = roll(&folder, "减免", &["", "", "", "", "", "", "", "", "", "", "半", "免"]);
    let sheet = sheet(run(&roll, &["amount=6000", "relief=减免", "relief-mode=redistribute"]));
    assert_eq!(sheet["due"], json!([vec![57_143; 9], vec![57_142, 28_571, 0]].concat()));
    assert_eq!((&sheet["reliefs"], &sheet["funding"]), (&json!(vec![0; 12]), &json!([])));
}

#[test]
fn a_9_relief_charged_to_a_named_source_and_a_gap_without_one_is_not_concluded() {
    let folder = Folder::new();
    let roll = roll(&folder, "减免", &["", "", "", "", "", "", "", "", "", "", "0.5", "1"]);
    let bill = ["amount=6000", "relief=减免", "relief-mode=source"];
    let named = sheet(run(&roll, &[&bill[..], &["relief-source=共建单位"]].concat()));
    assert_eq!(named["due"], json!([vec![50_000; 10], vec![25_000, 0]].concat()));
    assert_eq!(named["reliefs"], json!([vec![0; 10], vec![25_000, 50_000]].concat()));
    let funding = &named["funding"][0];
    assert_eq!((&funding["label"], &funding["amount"]), (&json!("共建单位"), &json!(75_000)));
    // Proposed as long as nobody names another.
    assert_eq!(sheet(run(&roll, &bill))["funding"][0]["label"], json!("公共收益"));
    let (code, at, message) = fault(run(&roll, &[&bill[..], &["relief-source="]].concat()));
    assert_eq!((code.as_str(), at.as_str()), ("relief-without-source", "relief-source"));
    assert!(message.contains("750.00"), "{message}");
    let (code, at, _) = fault(run(&roll, &bill[..2]));
    assert_eq!((code.as_str(), at.as_str()), ("relief-without-source", "relief-mode"));
}

#[test]
fn a_10_subsidies_and_the_compensation_of_the_ground_floor_by_steps() {
    let folder = Folder::new();
    let roll = floors(&folder, 2, "补偿", &["5000", "", "", "", "", ""]);
    let bill = ["amount=450000", "method=floor", "compensation=补偿"];
    let due = json!([
        -500_000, -500_000, 666_667, 666_667, 1_333_333, 1_333_333, 2_000_000, 2_000_000, 2_666_667, 2_666_667,
        3_333_333, 3_333_333
    ]);
    let one = sheet(run(&roll, &[&bill[..], &["subsidy=260000"]].concat()));
    assert_eq!((&one["due"], &one["gross"]), (&due, &json!(45_000_000)));
    let paid: i64 = one["due"].as_array().unwrap().iter().map(|due| due.as_i64().unwrap()).sum();
    assert_eq!(paid, 19_000_000);
    let two = sheet(run(&roll, &[&bill[..], &["subsidy=180000", "funding=街道补贴 80,000"]].concat()));
    assert_eq!(two["due"], due);
    assert_eq!(two["funding"][1], json!({ "kind": "gift", "label": "街道补贴", "amount": 8_000_000 }));
}

#[test]
fn a_10_paid_30_50_20_every_household_pays_its_due_and_a_receiver_receives_it() {
    let folder = Folder::new();
    let roll = floors(&folder, 2, "补偿", &["5000", "", "", "", "", ""]);
    let set = ["amount=450000", "subsidy=260000", "method=floor", "compensation=补偿", "instalments=30/50/20"];
    let sheet = sheet(run(&roll, &set));
    let parts: Vec<&Value> = sheet["instalments"].as_array().unwrap().iter().map(|part| &part["amounts"]).collect();
    assert_eq!(parts.len(), 3);
    for (row, wanted) in [(0, [-150_000, -250_000, -100_000]), (2, [200_000, 333_334, 133_333])] {
        assert_eq!(parts.iter().map(|part| part[row].as_i64().unwrap()).collect::<Vec<_>>(), wanted, "row {row}");
    }
    for row in 0..12 {
        let paid: i64 = parts.iter().map(|part| part[row].as_i64().unwrap()).sum();
        assert_eq!(json!(paid), sheet["due"][row], "row {row}");
    }
    for wrong in ["30/50/10", "30/x/20", "50/60/-10"] {
        let (code, at, _) = fault(run(&roll, &["amount=100", &format!("instalments={wrong}")]));
        assert_eq!((code.as_str(), at.as_str()), ("bad-instalments", "instalments"), "{wrong}");
    }
}

#[test]
fn a_14_shares_with_halves_and_a_ground_floor_that_pays_nothing() {
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
fn a_16_one_fen_over_three() {
    let folder = Folder::new();
    assert_eq!(sheet(run(&roll(&folder, "备注", &["", "", ""]), &["amount=0.01"]))["due"], json!([1, 0, 0]));
}

/// A column, its cells, the settings, and the code and place of the refusal.
type Guard = (&'static str, [&'static str; 2], &'static [&'static str], &'static str, &'static str);

/// What cannot be shared out is refused in one sentence: the method, its cells, the code and the place.
#[test]
fn a_16_guards_name_the_door() {
    let folder = Folder::new();
    let cases: [Guard; 11] = [
        ("份额", ["0", "0"], &["method=shares", "basis=份额"], "no-weight", "method"),
        ("份额", ["1", "-1"], &["method=shares", "basis=份额"], "negative-weight", "1-102"),
        ("份额", ["1", ""], &["method=shares", "basis=份额"], "missing-share", "1-102"),
        ("份额", ["一份", "1"], &["method=tiers", "basis=份额"], "not-a-number", "1-101"),
        ("份额", ["1", "9223372036854775808"], &["method=meter", "basis=份额"], "too-large", "1-102"),
        ("建筑面积", ["50.00", ""], &["method=area"], "missing-area", "1-102"),
        ("建筑面积", ["50.00", ""], &["method=mixed"], "missing-area", "1-102"),
        ("常住人口", ["", "2"], &["method=residents"], "missing-residents", "1-101"),
        ("减免", ["", "1.5"], &["relief=减免", "relief-mode=source"], "relief-out-of-range", "1-102"),
        ("减免", ["-0.5", ""], &["relief=减免", "relief-mode=redistribute"], "relief-out-of-range", "1-101"),
        ("补偿", ["", "-1"], &["compensation=补偿"], "compensation-negative", "1-102"),
    ];
    for (heading, cells, set, code, place) in cases {
        let roll = roll(&folder, heading, &cells);
        let said = fault(run(&roll, &[&["amount=300.00"], set].concat()));
        assert_eq!((said.0.as_str(), said.1.as_str()), (code, place), "{heading} {cells:?}: {said:?}");
        assert!(!place.starts_with("1-") || said.2.contains(place), "{}", said.2);
        assert!(!said.2.contains('\n'));
    }
    let nobody = folder.write("roll.csv", "房号,建筑面积\n");
    assert_eq!(fault(run(&nobody, &["amount=300.00"])).0, "no-rows");
    let twice = folder.write("roll.csv", "房号,建筑面积\n1-101,50.00\n1-101,60.00\n");
    assert!(run(&twice, &["amount=300.00"]).refused(2).contains("1-101"));
    // Beyond 64 bits the amount is no money; within, it is held to what a bill can be.
    assert!(run(&estate(), &["amount=92233720368547758.08"]).refused(2).contains("amount"));
    assert_eq!(fault(run(&estate(), &["amount=92233720368547758.07"])).0, "too-large");
}

#[test]
fn weights_near_the_end_of_64_bits_are_shared_to_the_fen() {
    let folder = Folder::new();
    let most = "9223372036854775807";
    let roll = roll(&folder, "表数", &[most, most, most, "1"]);
    let sheet = sheet(run(&roll, &["amount=100000000.00", "method=meter", "basis=表数"]));
    assert_eq!(sheet["due"], json!([3_333_333_334_i64, 3_333_333_333_i64, 3_333_333_333_i64, 0]));
}

#[test]
fn mixed_meter_and_tiers_by_their_definitions() {
    let folder = Folder::new();
    let areas = roll(&folder, "建筑面积", &["50", "75", "125"]);
    // 150.00 alike is 50.00 each; 150.00 by area is 30.00, 45.00 and 75.00.
    let half = sheet(run(&areas, &["amount=300.00", "method=mixed", "household-part=1/2"]));
    assert_eq!(half["due"], json!([8_000, 9_500, 12_500]));
    for (part, due) in
        [("1", [10_000, 10_000, 10_000]), ("0", [6_000, 9_000, 15_000]), ("0.25", [7_000, 9_250, 13_750])]
    {
        let sheet = sheet(run(&areas, &["amount=300.00", "method=mixed", &format!("household-part={part}")]));
        assert_eq!(sheet["due"], json!(due), "{part}");
    }
    let (code, at, _) = fault(run(&areas, &["amount=300.00", "method=mixed", "household-part=3/2"]));
    assert_eq!((code.as_str(), at.as_str()), ("bad-part", "household-part"));
    let meters = roll(&folder, "表数,档", &["10.0,17000", "25.0,20000", "65.0,33000"]);
    assert_eq!(sheet(run(&meters, &["amount=100", "method=meter", "basis=表数"]))["due"], json!([1_000, 2_500, 6_500]));
    let tiers = sheet(run(&meters, &["amount=70000", "method=tiers", "basis=档"]));
    assert_eq!(tiers["due"], json!([1_700_000, 2_000_000, 3_300_000]));
}
