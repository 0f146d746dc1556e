//! `replay` does again what a file says was done; a file that verifies and yet tells of what never happened is found out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use std::path::{Path, PathBuf};

use common::{Folder, fangzhuo, flip, harm, root, text};
use journal::{FileId, Hash, event_hash};
use procedure::Engine;
use procedure::compile::{Compiler, Level};
use serde_json::Value;
use session::procedure_replay::{Found, What, replay};

/// A copy of the example's file in which events tell something else, with every hash of the chain made anew.
fn forged(folder: &Folder, original: &Path, change: impl Fn(&mut Value)) -> PathBuf {
    let copy = folder.path("forged.fz");
    std::fs::copy(original, &copy).unwrap();
    harm(&copy, |conn| {
        let id: Vec<u8> = conn.query_row("SELECT id FROM file", [], |row| row.get(0)).unwrap();
        let id = FileId(id.try_into().unwrap());
        let mut events = conn.prepare("SELECT seq, body FROM event ORDER BY seq").unwrap();
        let events: Vec<(u64, Vec<u8>)> = events
            .query_map([], |row| Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let (mut before, mut changed) = (Hash([0; 32]), 0);
        for (seq, body) in events {
            let mut event: Value = serde_json::from_slice(&body).unwrap();
            let told = event.clone();
            change(&mut event);
            let body = if event == told { body } else { serde_json::to_vec(&event).unwrap() };
            changed += usize::from(event != told);
            before = event_hash(id, seq, &before, &body);
            conn.execute(
                "UPDATE event SET body = ?1, hash = ?2 WHERE seq = ?3",
                rusqlite::params![body, before.0.to_vec(), i64::try_from(seq).unwrap()],
            )
            .unwrap();
        }
        assert!(changed > 0, "nothing was forged");
    });
    // Whoever only looks at the chain sees nothing.
    assert_eq!(fangzhuo(["verify", &text(&copy)]).code, 0);
    copy
}

/// The entry of a kind in what `replay --json` says of a file it does not agree with.
fn differs(file: &Path, kind: &str) -> String {
    let said = fangzhuo(["replay", &text(file), "--json"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""), "{said:?}");
    let json: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["agree"], false);
    let entries = json["entries"].as_array().unwrap();
    let wrong: Vec<&Value> = entries.iter().filter(|entry| entry["result"] == "differs").collect();
    let found = wrong.iter().find(|entry| entry["kind"] == kind).unwrap_or_else(|| panic!("{json}"));
    found["detail"].as_str().unwrap().to_owned()
}

fn is(event: &Value, kind: &str) -> bool {
    event["t"] == kind
}

#[test]
fn given_the_example_when_it_is_done_again_then_procedure_vote_and_sheet_agree() {
    let folder = Folder::new();
    let file = text(&folder.demo());
    let lines = fangzhuo(["replay", &file]).done();
    assert_eq!(lines.lines().count(), 4, "{lines}");
    assert!(lines.lines().take(3).all(|line| line.ends_with("一致")), "{lines}");
    let json: Value = serde_json::from_str(&fangzhuo(["replay", &file, "--json"]).done()).unwrap();
    assert_eq!(json["agree"], true);
    let kinds: Vec<&str> =
        json["entries"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["procedure", "vote", "sheet"]);
    assert!(fangzhuo(["replay", &file, "--lang", "en"]).done().lines().take(3).all(|line| line.ends_with("agrees")));
}

#[test]
fn given_every_story_with_a_procedure_when_it_is_done_again_then_states_agree_at_both_levels_of_optimisation() {
    let stories = root().join("tests/stories");
    let mut tried = 0;
    for entry in std::fs::read_dir(&stories).unwrap() {
        let story = entry.unwrap().path();
        let told = story.extension().is_some_and(|ending| ending == "jsonl");
        if !told || !std::fs::read_to_string(&story).unwrap().contains("start-procedure") {
            continue;
        }
        let folder = Folder::new();
        let file = folder.path("played.fz");
        fangzhuo(["play", &text(&story), "--file", &text(&file)]).done();
        for level in [Level::None, Level::Speed] {
            let all = replay(&file, &Engine::at_level(level).unwrap()).unwrap();
            assert!(all.iter().any(|again| matches!(again.what, What::Procedure(_))), "{}", story.display());
            let agree = all.iter().all(|again| again.found == Found::Agrees);
            assert!(agree, "{} at {level:?}: {all:?}", story.display());
        }
        tried += 1;
    }
    assert!(tried >= 2, "the stories are not where they were");
}

#[test]
fn given_a_false_state_hash_in_a_chain_that_verifies_then_replay_says_no() {
    let folder = Folder::new();
    let file = forged(&folder, &folder.demo(), |event| {
        if is(event, "procedure-started") {
            event["after"] = "0f".repeat(32).into();
        }
    });
    assert!(differs(&file, "procedure").contains("the first state"));
}

#[test]
fn given_a_false_amount_in_a_conclusion_then_procedure_and_sheet_are_found_out() {
    let folder = Folder::new();
    let file = forged(&folder, &folder.demo(), |event| {
        if is(event, "procedure-concluded") {
            // One household pays a yuan more, another a yuan less: every sum still comes out.
            for list in ["due", "shares"] {
                let list = event["sheets"][0][list].as_array_mut().unwrap();
                list[0] = (list[0].as_i64().unwrap() + 100).into();
                list[1] = (list[1].as_i64().unwrap() - 100).into();
            }
        }
    });
    assert!(differs(&file, "procedure").contains("cost sheet"));
    assert!(differs(&file, "sheet").contains("share"));
}

#[test]
fn given_a_false_count_at_the_close_of_a_vote_then_it_is_found_out() {
    let folder = Folder::new();
    let original = folder.demo();
    let counted = forged(&folder, &original, |event| {
        if is(event, "vote-closed") {
            let yes = &mut event["tally"]["yes"]["heads"];
            *yes = (yes.as_u64().unwrap() + 1).into();
        }
    });
    assert!(differs(&counted, "vote").contains("the ballots give"));
    let judged = forged(&folder, &original, |event| {
        if is(event, "vote-closed") {
            event["outcome"] = "failed".into();
        }
    });
    assert!(differs(&judged, "vote").contains("the rule gives"));
}

#[test]
fn given_a_file_that_does_not_verify_then_nothing_is_done_again() {
    let folder = Folder::new();
    let file = folder.demo();
    harm(&file, |conn| flip(conn, "event", "body", "seq = 40"));
    let said = fangzhuo(["replay", &text(&file)]).refused(1);
    assert!(said.contains("没有重做"), "{said}");
    fangzhuo(["replay", &folder.at("no such file.fz")]).refused(2);
    let csv = folder.write("名册.csv", "房号\n");
    fangzhuo(["replay", &csv]).refused(2);
}

/// The windows compile procedures in a child: this very program, called with a word no help tells of.
#[test]
fn given_a_procedure_when_the_program_is_its_own_child_then_it_compiles_and_the_code_is_kept() {
    let folder = Folder::new();
    let cache = folder.path("cache");
    let engine = Engine::with_compiler(Compiler::new(env!("CARGO_BIN_EXE_fangzhuo").into(), cache)).unwrap();
    let shipped = root().join("plugins/fee-apportionment/fee-apportionment.fz.wasm");
    engine.component(&std::fs::read(shipped).unwrap()).unwrap();
    // Compiled in this process it would not be kept.
    assert_eq!(folder.names("cache").len(), 1);
}
