//! A collection by the program itself, over weeks and two meetings: advance, parts, refund, a part borne elsewhere, gap 0.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use common::{Folder, fangzhuo, root, text};

fn story() -> String {
    text(&root().join("tests/stories/collection.jsonl"))
}

#[test]
fn given_the_example_its_collection_goes_on_until_nothing_is_missing_and_nobody_is_owed() {
    let folder = Folder::new();
    let file = text(&folder.demo());
    fangzhuo(["play", &story(), "--file", &file]).done();
    assert!(fangzhuo(["verify", &file]).done().contains("state: good"));
    // Nothing is left to collect, so the papers of the first meeting have no sheet for another round of doors.
    fangzhuo(["export", &file, "--meeting", "1", "--to", &folder.at("done"), "--format", "md"]).done();
    assert_eq!(folder.names("done"), ["minutes.md"]);
    // The next meeting tells what it decided on the part of a household that did not agree, and calls nobody a debtor.
    fangzhuo(["export", &file, "--meeting", "2", "--to", &folder.at("next"), "--format", "md"]).done();
    let minutes = std::fs::read_to_string(folder.path("next/minutes.md")).unwrap();
    assert!(minutes.contains("45.83") && !minutes.contains('欠'), "{minutes}");
}

#[test]
fn given_a_day_in_between_the_sheet_lists_who_is_left_to_call_on_by_stair() {
    let folder = Folder::new();
    let file = text(&folder.demo());
    let told = std::fs::read_to_string(story()).unwrap();
    let until = told.find("# Its part goes to another source").unwrap();
    let begun = folder.write("begun.jsonl", &told[..until]);
    fangzhuo(["play", &begun, "--file", &file]).done();
    fangzhuo(["export", &file, "--meeting", "1", "--to", &folder.at("out")]).done();
    for name in ["day-sheet.docx", "day-sheet.xlsx"] {
        assert!(std::fs::read(folder.path(&format!("out/{name}"))).unwrap().starts_with(b"PK"), "{name}");
    }
    let sheet = std::fs::read_to_string(folder.path("out/day-sheet.md")).unwrap();
    let rows: Vec<&str> = sheet.lines().filter(|line| line.starts_with("| 1-")).collect();
    assert_eq!(rows.len(), 2, "{sheet}");
    assert!(rows[0].starts_with("| 1-1-402 | 王\\* | 同意 | 25.84 |"), "{sheet}");
    assert!(rows[1].starts_with("| 1-3-602 | 高\\*\\* | 同意 | 10.00 |"), "{sheet}");
    assert!(sheet.contains("1号楼1单元") && sheet.contains("1号楼3单元") && !sheet.contains("1-2-602"), "{sheet}");
    let english = ["export", &file, "--meeting", "1", "--to", &folder.at("en"), "--format", "md", "--lang", "en"];
    fangzhuo(english).done();
    assert!(std::fs::read_to_string(folder.path("en/day-sheet.md")).unwrap().contains("Called on by"));
}

#[test]
fn given_a_wrong_expectation_the_story_stops_at_its_line() {
    let folder = Folder::new();
    let file = text(&folder.demo());
    let told = std::fs::read_to_string(story()).unwrap();
    let wrong = folder
        .write("wrong.jsonl", told.replacen("\"collection.1.gap\":\"91.67\"", "\"collection.1.gap\":\"0.00\"", 1));
    let sentence = fangzhuo(["play", &wrong, "--file", &file]).refused(1);
    assert!(sentence.contains("91.67") && sentence.contains("0.00"), "{sentence}");
}
