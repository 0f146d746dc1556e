//! The commands without a window, called as a script calls them: what they leave, what they print, how they end.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use common::{Folder, estate, fangzhuo, is_chinese, text};
use serde_json::Value;

#[test]
fn given_an_empty_folder_the_demo_leaves_a_good_file_and_three_papers() {
    let folder = Folder::new();
    let said = fangzhuo(["demo", "--out", &folder.at("demo")]).done();
    let names = ["demo.fz", "minutes.docx", "minutes.md", "share-roll.xlsx"];
    assert_eq!(folder.names("demo"), names);
    assert_eq!(said.lines().collect::<Vec<_>>(), names.map(|name| folder.at(&format!("demo/{name}"))));

    let said = fangzhuo(["verify", &folder.at("demo/demo.fz")]).done();
    let lines: Vec<&str> = said.lines().collect();
    let [count, head, state] = lines.as_slice() else { panic!("{said}") };
    assert_eq!(*state, "state: good");
    let groups: Vec<&str> = head.strip_prefix("head: ").unwrap().split(' ').collect();
    assert!(
        groups.len() == 12 && groups.iter().all(|group| group.len() == 4 && group.parse::<u32>().is_ok()),
        "{head}"
    );
    let count: u64 = count.strip_prefix("count: ").unwrap().parse().unwrap();
    assert_eq!(groups[..2].concat().parse::<u64>().unwrap(), count);

    // The papers carry the head of the file they were made from.
    let minutes = std::fs::read_to_string(folder.path("demo/minutes.md")).unwrap();
    assert!(minutes.contains(head.strip_prefix("head: ").unwrap()), "{minutes}");
    for paper in ["minutes.docx", "share-roll.xlsx"] {
        assert!(std::fs::read(folder.path(&format!("demo/{paper}"))).unwrap().starts_with(b"PK\x03\x04"), "{paper}");
    }
}

#[test]
fn given_a_demo_that_is_there_it_is_not_replaced() {
    let folder = Folder::new();
    let before = std::fs::read(folder.demo()).unwrap();
    fangzhuo(["demo", "--out", &folder.at("demo")]).refused(2);
    assert_eq!(std::fs::read(folder.path("demo/demo.fz")).unwrap(), before);
}

#[test]
fn verify_in_json_says_the_same_as_in_lines() {
    let folder = Folder::new();
    let file = text(&folder.demo());
    let lines = fangzhuo(["verify", &file]).done();
    let json: Value = serde_json::from_str(&fangzhuo(["verify", &file, "--json"]).done()).unwrap();
    let mut names: Vec<&String> = json.as_object().unwrap().keys().collect();
    names.sort();
    assert_eq!(names, ["at", "count", "hash", "head", "state"]);
    let again = format!(
        "count: {}\nhead: {}\nstate: {}\n",
        json["count"],
        json["head"].as_str().unwrap(),
        json["state"].as_str().unwrap()
    );
    assert_eq!((again, &json["at"]), (lines, &Value::Null));
    assert_eq!(json["hash"].as_str().unwrap().len(), 64);
}

#[test]
fn given_a_meeting_its_papers_are_exported_in_the_forms_asked_for() {
    let folder = Folder::new();
    let file = text(&folder.demo());
    let export = |to: &str, more: &[&str]| {
        let words = ["export", &file, "--meeting", "1", "--to", &folder.at(to)].map(str::to_owned);
        fangzhuo(words.into_iter().chain(more.iter().map(|word| (*word).to_owned())))
    };
    export("all", &[]).done();
    // The collection of the meeting is open still, so the sheet for whoever goes from door to door comes along.
    let sheets = ["day-sheet.docx", "day-sheet.md", "day-sheet.xlsx"];
    assert_eq!(folder.names("all"), [&sheets[..], &["minutes.docx", "minutes.md", "share-roll.xlsx"]].concat());
    let sheet = std::fs::read_to_string(folder.path("all/day-sheet.md")).unwrap();
    for (told, text) in
        [(true, "1-2-602"), (true, r"傅\*\*"), (true, "1-1-402"), (false, "1-1-101"), (false, "傅美国"), (false, "138")]
    {
        assert_eq!(sheet.contains(text), told, "{text} in {sheet}");
    }
    export("one", &["--format", "md"]).done();
    assert_eq!(folder.names("one"), ["day-sheet.md", "minutes.md"]);
    export("two", &["--format", "docx", "--format", "xlsx"]).done();
    assert_eq!(folder.names("two"), ["day-sheet.docx", "day-sheet.xlsx", "minutes.docx", "share-roll.xlsx"]);
    export("english", &["--format", "md", "--lang", "en"]).done();
    let (zh, en) = (folder.path("one/minutes.md"), folder.path("english/minutes.md"));
    assert_ne!(std::fs::read_to_string(zh).unwrap(), std::fs::read_to_string(en).unwrap());
    // The same file and meeting give the same bytes.
    for paper in ["minutes.docx", "minutes.md", "share-roll.xlsx"] {
        let [played, exported] =
            ["demo", "all"].map(|of| std::fs::read(folder.path(&format!("{of}/{paper}"))).unwrap());
        assert!(played == exported, "{paper}");
    }
    for format in ["pdf", "json"] {
        assert!(export("later", &["--format", format]).refused(2).contains(format));
    }
    let missing = fangzhuo(["export", &file, "--meeting", "2", "--to", &folder.at("none")]).refused(2);
    assert!(missing.contains('2'), "{missing}");
    assert!(!folder.path("none").exists() && !folder.path("later").exists());
}

#[test]
fn every_command_a_story_may_use_is_listed_once() {
    let said = fangzhuo(["play", "--commands"]).done();
    let names: Vec<&str> = said.lines().collect();
    for name in ["create-file", "import-roll", "open-meeting", "open-vote", "cast-ballot", "erase-person", "undo"] {
        assert_eq!(names.iter().filter(|known| **known == name).count(), 1, "{name}");
    }
    // Each is a command indeed: without its fields it is incomplete at most, not unknown.
    for name in names {
        let command = serde_json::from_value::<deliberation::Command>(serde_json::json!({ "do": name }));
        assert!(!command.is_err_and(|error| error.to_string().contains("unknown variant")), "{name}");
    }
}

const CREATE: &str =
    r#"{"at":"2026-06-27T19:00:00+08:00","do":"create-file","title":"水产宿舍","zone":"Asia/Shanghai","lang":"zh-CN"}"#;
const ROLL: &str = r#"{"do":"import-roll","file":"roll.csv"}"#;

#[test]
fn a_story_makes_its_file_and_another_goes_on_with_it() {
    let folder = Folder::new();
    std::fs::copy(estate(), folder.path("roll.csv")).unwrap();
    let (first, file) = (folder.write("first.jsonl", format!("{CREATE}\n\n# a remark\n{ROLL}\n")), folder.at("a.fz"));
    fangzhuo(["play", &first, "--file", &file]).done();
    let before = fangzhuo(["verify", &file]).done();
    // Somebody else's folder: paths in a story are relative to the story.
    let second = folder.write(
        "second.jsonl",
        r#"{"at":"2026-06-28T09:00:00+08:00","do":"add-person","card":{"name":"何静"}}
{"expect":{"roll.units":"36","roll.area":"2217.60"}}"#,
    );
    let said = fangzhuo(["play", &second, "--file", &file]).done();
    assert!(said.contains("a.fz"), "{said}");
    assert_ne!(fangzhuo(["verify", &file]).done(), before);
    // A story that begins with create-file goes on with a file that is there.
    fangzhuo(["play", &first, "--file", &file]).done();
}

#[test]
fn given_another_outcome_than_written_the_story_stops_at_its_line_and_keeps_what_was_before() {
    let folder = Folder::new();
    std::fs::copy(estate(), folder.path("roll.csv")).unwrap();
    let cases = [
        ("figure", r#"{"expect":{"roll.units":"37"}}"#, "37"),
        ("missing figure", r#"{"expect":{"vote.9.yes.heads":"1"}}"#, "vote.9.yes.heads"),
        ("refusal", r#"{"at":"2026-06-27T20:00:00+08:00","do":"close-meeting"}"#, ""),
        ("another refusal", r#"{"do":"close-meeting","refused":"empty-roll"}"#, ""),
        ("no refusal", r#"{"do":"add-person","card":{"name":"何静"},"refused":"empty-roll"}"#, "empty-roll"),
    ];
    for (name, line, said) in cases {
        let story = folder
            .write("story.jsonl", format!("{CREATE}\n{ROLL}\n{line}\n{{\"expect\":{{\"roll.units\":\"99\"}}}}\n"));
        let file = folder.at(&format!("{name}.fz"));
        let sentence = fangzhuo(["play", &story, "--file", &file]).refused(1);
        assert!(sentence.contains("第 3 行") && sentence.contains(said), "{name}: {sentence}");
        let kept = folder.write("kept.jsonl", r#"{"expect":{"roll.units":"36"}}"#);
        fangzhuo(["play", &kept, "--file", &file]).done();
    }
}

#[test]
fn given_a_refusal_that_is_expected_the_story_goes_on() {
    let folder = Folder::new();
    let story =
        folder.write("story.jsonl", format!("{CREATE}\n{{\"do\":\"close-meeting\",\"refused\":\"no-meeting\"}}\n"));
    let said = fangzhuo(["play", &story, "--file", &folder.at("a.fz")]);
    assert_eq!(said.code, 0, "{said:?}");
}

#[test]
fn a_locked_file_is_not_written_but_can_be_verified_and_exported() {
    let folder = Folder::new();
    let file = folder.demo();
    let holder = journal::Journal::open(&file).unwrap();
    let story =
        folder.write("story.jsonl", r#"{"at":"2026-07-30T09:00:00+08:00","do":"add-person","card":{"name":"何静"}}"#);
    for lang in ["zh-CN", "en"] {
        let sentence = fangzhuo(["play", &story, "--file", &text(&file), "--lang", lang]).refused(2);
        assert_eq!(is_chinese(&sentence), lang == "zh-CN", "{sentence}");
    }
    assert!(fangzhuo(["verify", &text(&file)]).done().ends_with("state: good\n"));
    fangzhuo(["export", &text(&file), "--meeting", "1", "--to", &folder.at("papers"), "--format", "md"]).done();
    drop(holder);
    fangzhuo(["play", &story, "--file", &text(&file)]).done();
}

#[test]
fn help_and_version_are_answers_in_the_language_asked_for() {
    for (words, chinese) in [
        (vec!["--help"], true),
        (vec!["--help", "--lang", "en"], false),
        (vec!["--lang=en", "plugin", "run", "-h"], false),
    ] {
        let said = fangzhuo(&words).done();
        assert_eq!(is_chinese(&said), chinese, "{said}");
        assert!(said.contains("fangzhuo"), "{said}");
    }
    assert_eq!(fangzhuo(["--version"]).done(), format!("fangzhuo {}\n", env!("CARGO_PKG_VERSION")));
}
