//! What procedures conclude on its way through a meeting, by the program itself: quotes to a poll and to the sharing,
//! the sharing to a vote and a collection, the tables to the minutes and a workbook.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use common::{Folder, fangzhuo, root, text};

fn story() -> String {
    text(&root().join("tests/stories/quotes-to-collection.jsonl"))
}

/// The story played; its file.
fn played(folder: &Folder) -> String {
    let file = folder.at("meeting.fz");
    fangzhuo(["play", &story(), "--file", &file]).done();
    file
}

#[test]
fn given_quotes_when_they_are_compared_then_the_price_is_shared_voted_and_collected() {
    // The story itself expects the shares, the verdict and the sums, and that whoever is ruled out cannot be asked about.
    let folder = Folder::new();
    let file = played(&folder);
    assert!(fangzhuo(["verify", &file]).done().contains("state: good"));
}

#[test]
fn given_the_conclusions_when_papers_are_made_then_their_tables_and_candidates_stand_there() {
    let folder = Folder::new();
    let file = played(&folder);
    fangzhuo(["export", &file, "--meeting", "1", "--to", &folder.at("out")]).done();
    let minutes = std::fs::read_to_string(folder.path("out/minutes.md")).unwrap();
    let struck =
        minutes.lines().find(|line| line.starts_with('|') && line.contains("便民清运") && line.contains("不能选"));
    assert!(struck.is_some_and(|line| line.contains("外运处置")), "{minutes}");
    let taken =
        minutes.lines().find(|line| line.starts_with('|') && line.contains("宏清环卫") && line.contains("可以选"));
    assert!(taken.is_some_and(|line| line.contains("1,650.00")), "{minutes}");
    assert!(!folder.names("out").is_empty());
    let book = std::fs::read(folder.path("out/tables.xlsx")).unwrap();
    let sheets = papers::sheet::read_sheets("tables.xlsx", &book).unwrap();
    let cells: Vec<String> =
        sheets.iter().flat_map(|sheet| (0..40).flat_map(move |row| row_text(sheet, row))).collect();
    assert!(cells.iter().any(|cell| cell == "宏清环卫"), "{cells:?}");
}

fn row_text(sheet: &papers::sheet::Sheet, row: usize) -> Vec<String> {
    sheet.rows.get(row).map(|row| row.iter().map(|cell| cell.text.clone()).collect()).unwrap_or_default()
}

#[test]
fn given_the_carried_price_when_it_is_set_otherwise_then_the_setting_holds() {
    let folder = Folder::new();
    let told = std::fs::read_to_string(story()).unwrap();
    let told = told.replace(r#""carry":true,"settings":{"#, r#""carry":true,"settings":{"amount":"1720.00","#);
    let told = told.lines().take_while(|line| !line.contains("sheet.1.total")).collect::<Vec<_>>().join("\n");
    let expected = r#"{"expect":{"sheet.1.total":"1720.00"}}"#;
    for file in ["quotes-shuichan.csv", "roll-shuichan.csv"] {
        folder.write(file, std::fs::read(root().join("tests/stories").join(file)).unwrap());
    }
    let other = folder.write("other.jsonl", format!("{told}\n{expected}\n"));
    fangzhuo(["play", &other, "--file", &folder.at("other.fz")]).done();
}

#[test]
fn given_a_procedure_left_running_when_later_meetings_are_held_then_each_day_is_told_once_and_it_goes_on_there() {
    let folder = Folder::new();
    let told = std::fs::read_to_string(story()).unwrap();
    for file in ["quotes-shuichan.csv", "roll-shuichan.csv"] {
        folder.write(file, std::fs::read(root().join("tests/stories").join(file)).unwrap());
    }
    let begun = told.lines().take_while(|line| !line.contains(r#""do":"open-poll""#)).collect::<Vec<_>>().join("\n");
    let rest = r#"
{"at":"2026-07-18T20:00:00+08:00","do":"close-meeting"}
{"at":"2026-07-25T18:00:00+08:00","by":"p37","do":"plan-meeting","title":"小方桌","place":"活动室","start":"2026-07-25T19:00:00+08:00"}
{"do":"add-item","title":"选哪家","minutes":10}
{"do":"sign-in","who":"1-1-101"}
{"do":"sign-in","who":"1-2-102"}
{"at":"2026-07-25T19:00:00+08:00","do":"open-meeting","chair":"p37","recorder":"p38","counters":["1-1-101","1-2-102"]}
{"by":"chair","do":"start-item","item":1}
{"do":"conclude-procedure","procedure":1,"refused":"not-open"}
{"do":"continue-procedure","procedure":1}
{"do":"conclude-procedure","procedure":1}
"#;
    let story = folder.write("weeks.jsonl", format!("{begun}{rest}"));
    let file = folder.at("weeks.fz");
    fangzhuo(["play", &story, "--file", &file]).done();
    let events = events(&file);
    let days: Vec<i64> = events.iter().filter_map(|event| event["day"].as_i64()).collect();
    let [day] = days[..] else { panic!("{days:?}") };
    assert_eq!(deliberation::Day::parse("2026-07-25").unwrap().0, i32::try_from(day).unwrap());
    let tick = events.iter().find(|event| event["day"].is_i64()).unwrap();
    assert_eq!((tick["t"].as_str(), tick["by"].as_i64()), (Some("procedure-stepped"), Some(0)));
    // Opened again on the same day, nothing more is told.
    let again = r#"{"at":"2026-07-25T21:00:00+08:00","by":"p37","do":"close-meeting"}"#;
    let again = folder.write("again.jsonl", format!("{again}\n"));
    fangzhuo(["play", &again, "--file", &file]).done();
    assert_eq!(self::events(&file).iter().filter(|event| event["day"].is_i64()).count(), 1);
}

/// The bodies of a file's events.
fn events(file: &str) -> Vec<serde_json::Value> {
    let conn = rusqlite::Connection::open(file).unwrap();
    let mut rows = conn.prepare("SELECT body FROM event ORDER BY seq").unwrap();
    let bodies = rows.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    bodies.map(|body| serde_json::from_slice(&body.unwrap()).unwrap()).collect()
}
