//! A file that was changed, worn or half erased: `verify` names the place, and what was rightly erased is no damage.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use std::path::PathBuf;

use common::{Folder, fangzhuo, flip, harm, is_chinese, text};
use rusqlite::Connection;
use serde_json::Value;

/// A changed copy of the example's file.
fn changed(folder: &Folder, original: &std::path::Path, change: impl FnOnce(&Connection)) -> PathBuf {
    let copy = folder.path("changed.fz");
    std::fs::copy(original, &copy).unwrap();
    harm(&copy, change);
    copy
}

fn verdict(file: &std::path::Path) -> (i32, String, Value) {
    let lines = fangzhuo(["verify", &text(file)]);
    assert_eq!((lines.out.lines().count(), lines.err.as_str()), (3, ""), "{lines:?}");
    let state = lines.out.lines().last().unwrap().strip_prefix("state: ").unwrap().to_owned();
    let json = fangzhuo(["verify", &text(file), "--json"]);
    let said: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.code, said["state"].as_str().unwrap()), (lines.code, state.as_str()));
    (lines.code, state, said["at"].clone())
}

#[test]
fn given_guards_taken_off_and_put_back_and_nothing_changed_the_file_is_good() {
    let folder = Folder::new();
    let file = changed(&folder, &folder.demo(), |_| {});
    assert_eq!(verdict(&file), (0, "good".to_owned(), Value::Null));
}

#[test]
fn given_one_changed_byte_of_an_event_verify_names_that_event() {
    let folder = Folder::new();
    let original = folder.demo();
    let count: u32 =
        Connection::open(&original).unwrap().query_row("SELECT max(seq) FROM event", [], |row| row.get(0)).unwrap();
    for seq in [1, 2, 3, count / 2, count - 1, count] {
        for column in ["body", "hash"] {
            let file = changed(&folder, &original, |conn| flip(conn, "event", column, &format!("seq = {seq}")));
            assert_eq!(verdict(&file), (1, format!("damaged at event {seq}"), Value::from(seq)), "{column}");
        }
    }
}

#[test]
fn given_a_missing_event_or_two_that_changed_places_verify_names_the_first_that_does_not_fit() {
    let folder = Folder::new();
    let original = folder.demo();
    let file = changed(&folder, &original, |conn| {
        conn.execute_batch("DELETE FROM event WHERE seq = 40").unwrap();
    });
    assert_eq!(verdict(&file).1, "damaged at event 40");
    let file = changed(&folder, &original, |conn| {
        conn.execute_batch("UPDATE event SET seq = -1 WHERE seq = 50; UPDATE event SET seq = 50 WHERE seq = 51; UPDATE event SET seq = 51 WHERE seq = -1")
            .unwrap();
    });
    assert_eq!(verdict(&file).1, "damaged at event 50");
}

#[test]
fn given_one_changed_byte_of_a_blob_verify_names_that_blob() {
    let folder = Folder::new();
    let original = folder.demo();
    let conn = Connection::open(&original).unwrap();
    let mut hashes = conn.prepare("SELECT lower(hex(hash)) FROM blob ORDER BY length(bytes)").unwrap();
    let hashes: Vec<String> = hashes.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    // The shortest is a card or a sentence, the longest the procedure's component.
    for hash in [&hashes[0], &hashes[hashes.len() / 2], &hashes[hashes.len() - 1]] {
        for column in ["bytes", "salt"] {
            let file = changed(&folder, &original, |conn| flip(conn, "blob", column, &format!("hash = x'{hash}'")));
            assert_eq!(verdict(&file), (1, format!("damaged blob {hash}"), Value::from(hash.as_str())), "{column}");
        }
        // Taken away without the event that says so.
        let file = changed(&folder, &original, |conn| {
            conn.execute_batch(&format!(
                "UPDATE blob SET bytes = NULL, salt = NULL, erased_at = 1 WHERE hash = x'{hash}'"
            ))
            .unwrap();
        });
        assert_eq!(verdict(&file), (1, format!("damaged blob {hash}"), Value::from(hash.as_str())));
    }
}

#[test]
fn given_a_damaged_file_nothing_is_exported_and_nothing_of_it_is_changed() {
    let folder = Folder::new();
    let file = changed(&folder, &folder.demo(), |conn| flip(conn, "event", "hash", "seq = 20"));
    let before = std::fs::read(&file).unwrap();
    for lang in ["zh-CN", "en"] {
        let said = fangzhuo(["export", &text(&file), "--meeting", "1", "--to", &folder.at("papers"), "--lang", lang]);
        assert_eq!(is_chinese(&said.refused(1)), lang == "zh-CN");
    }
    assert!(!folder.path("papers").exists());
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn given_a_file_of_a_newer_program_it_is_said_and_not_written() {
    let folder = Folder::new();
    let file = changed(&folder, &folder.demo(), |conn| conn.pragma_update(None, "user_version", 2).unwrap());
    let (code, state, _) = verdict(&file);
    assert!(code == 1 && state.starts_with("newer (needs ") && state.contains('2'), "{state}");
    let story = folder.write("s.jsonl", r#"{"do":"add-person","card":{"name":"何静"}}"#);
    fangzhuo(["play", &story, "--file", &text(&file)]).refused(2);
}

#[test]
fn given_a_resident_who_is_erased_the_file_stays_good_and_every_figure_stands() {
    let folder = Folder::new();
    let file = folder.demo();
    let (before, name) = facts(&file);
    assert!(before.len() > 60 && before.iter().any(|(id, value)| id == "collection.1.gap" && value == "91.67"));
    assert!(holds(&file, &name), "the name is looked for in vain");

    let story = folder.write(
        "erase.jsonl",
        r#"{"at":"2026-08-01T09:00:00+08:00","by":"p37","do":"erase-person","person":"1-1-101"}"#,
    );
    fangzhuo(["play", &story, "--file", &text(&file)]).done();
    assert_eq!(verdict(&file), (0, "good".to_owned(), Value::Null));
    assert_eq!(facts(&file).0, before);
    assert!(!holds(&file, &name), "{name} is still in the file");

    // Bringing the erased bytes back is damage too.
    let hash: String = Connection::open(&file)
        .unwrap()
        .query_row("SELECT lower(hex(hash)) FROM blob WHERE bytes IS NULL", [], |row| row.get(0))
        .unwrap();
    let back = changed(&folder, &file, |conn| {
        let row =
            format!("UPDATE blob SET bytes = x'00', salt = zeroblob(16), erased_at = NULL WHERE hash = x'{hash}'");
        conn.execute_batch(&row).unwrap();
    });
    assert_eq!(verdict(&back), (1, format!("damaged blob {hash}"), Value::from(hash.as_str())));
}

/// Every figure of the file and the name of the owner of 1-1-101.
fn facts(file: &std::path::Path) -> (Vec<(String, String)>, String) {
    let session = session::Session::open(file, std::sync::Arc::new(|| {})).unwrap();
    let figures = words::figures::all(words::Lang::ZhCn, session.facts());
    let owner = session.facts().resolve(&deliberation::Who::from("1-1-101".to_owned())).unwrap();
    let name = session.snapshot().name(owner).to_owned();
    (figures.into_iter().map(|figure| (figure.id, figure.value)).collect(), name)
}

fn holds(file: &std::path::Path, name: &str) -> bool {
    assert!(!name.is_empty());
    let bytes = std::fs::read(file).unwrap();
    bytes.windows(name.len()).any(|window| window == name.as_bytes())
}
