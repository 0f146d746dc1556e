//! Other programs and other hands: the lock, a second opening, write protection, guards, a file that goes away.
#![allow(missing_docs, reason = "a test target")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::process::{Command, Stdio};

use common::{Desk, community, note};
use journal::{AppendError, Holder, Journal, OpenError, Opened, ReadOnly, State, Trouble, WhyReadOnly, verify};
use rusqlite::Connection;

/// Runs this very test program as another one that opens the file and says how that went.
fn another_program(path: &std::path::Path, before: &[&str]) -> String {
    let exe = std::env::current_exe().unwrap();
    let mut words = before.iter().map(std::ffi::OsStr::new).chain([exe.as_os_str()]);
    let output = Command::new(words.next().unwrap())
        .args(words)
        .args(["--ignored", "--exact", "as_another_program", "--nocapture"])
        .env("FANGZHUO_TEST_FILE", path)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let outcome = said.lines().find_map(|line| line.split_once("outcome ")).map(|(_, outcome)| outcome.to_owned());
    assert!(outcome.is_some(), "it said: {said}");
    outcome.unwrap_or_default()
}

#[test]
#[ignore = "run by the other tests as a program of its own"]
fn as_another_program() {
    let path = std::env::var_os("FANGZHUO_TEST_FILE").unwrap();
    match journal::open(path.as_ref()) {
        Ok(Opened::Writing(_)) => println!("outcome writing"),
        Ok(Opened::Reading(file, WhyReadOnly::Locked(holder))) => {
            println!("outcome locked by {} at {}", holder.pid, file.head().unwrap().count);
        }
        Ok(Opened::Reading(file, why)) => println!("outcome {why:?} at {}", file.head().unwrap().count),
        Err(error) => println!("outcome {error:?}"),
    }
}

#[test]
fn a_second_program_reads_and_knows_who_writes() {
    let desk = Desk::new();
    community(&desk, 3);
    assert_eq!(another_program(&desk.file(), &[]), "writing");
    let mut journal = Journal::open(&desk.file()).unwrap();
    let here = format!("locked by {} at ", std::process::id());
    assert_eq!(another_program(&desk.file(), &[]), format!("{here}4"));
    // It came and went; the writer's locks are as they were and it goes on.
    journal.append(&[note(1, None)], &[]).unwrap();
    assert_eq!(another_program(&desk.file(), &[]), format!("{here}5"));
    drop(journal);
    assert_eq!(another_program(&desk.file(), &[]), "writing");
}

#[test]
fn the_lock_says_who_and_since_when_and_goes_with_its_holder() {
    let desk = Desk::new();
    let journal = desk.create();
    assert_eq!(desk.names(), ["a.fz", "a.fz.lock"]);
    let holder: Holder = serde_json::from_slice(&std::fs::read(desk.path("a.fz.lock")).unwrap()).unwrap();
    assert_eq!(holder.pid, std::process::id());
    assert!(holder.since > 0 && !holder.host.is_empty());
    match Journal::open(&desk.file()) {
        Err(OpenError::Locked(found)) => assert_eq!(found, holder),
        other => panic!("{other:?}"),
    }
    assert!(matches!(Journal::create(&desk.file(), common::FIRST), Err(OpenError::Locked(_))));
    drop(journal);
    assert_eq!(desk.names(), ["a.fz"]);
}

#[test]
fn a_lock_file_left_by_a_crash_locks_nothing() {
    let desk = Desk::new();
    community(&desk, 1);
    std::fs::write(desk.path("a.fz.lock"), r#"{"host":"old","user":"wang","pid":1,"since":1}"#).unwrap();
    let journal = Journal::open(&desk.file()).unwrap();
    let holder: Holder = serde_json::from_slice(&std::fs::read(desk.path("a.fz.lock")).unwrap()).unwrap();
    assert_eq!(holder.pid, std::process::id());
    drop(journal);
    assert_eq!(desk.names(), ["a.fz"]);
}

#[test]
fn readers_in_the_same_program_see_each_deed_and_disturb_none() {
    let desk = Desk::new();
    let mut journal = desk.create();
    let reader = ReadOnly::open(&desk.file()).unwrap();
    for n in 2..10 {
        journal.append(&[note(n, None)], &[]).unwrap();
        assert_eq!(reader.head().unwrap(), journal.confirmed());
        assert_eq!(verify(&desk.file()).unwrap().head.count, n);
        drop(ReadOnly::open(&desk.file()).unwrap());
    }
    // The writer's SQLite locks outlived all those closings: while it commits, another connection is kept out.
    assert!(!reader.is_recovered_copy());
    drop((reader, journal));
    assert_eq!(verify(&desk.file()).unwrap().state, State::Good);
}

#[cfg(target_os = "linux")]
#[test]
fn what_may_not_be_written_is_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let desk = Desk::new();
    community(&desk, 3);
    let folder = desk.file().parent().unwrap().to_owned();
    // Root may write everywhere; then the other program runs as nobody.
    mode(&folder, 0o555);
    let privileged = std::fs::write(desk.path("probe"), "").is_ok();
    let _ = std::fs::remove_file(desk.path("probe"));
    let nobody: &[&str] =
        if privileged { &["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] } else { &[] };
    assert_eq!(another_program(&desk.file(), nobody), "WriteProtected at 4", "a folder");
    mode(&folder, 0o777);
    mode(&desk.file(), 0o444);
    assert_eq!(another_program(&desk.file(), nobody), "WriteProtected at 4", "a file");
    mode(&desk.file(), 0o000);
    assert_eq!(another_program(&desk.file(), nobody), "NoPermission", "not even read");
    assert_eq!(desk.names(), ["a.fz"]);
}

#[test]
fn plain_sql_changes_nothing_while_the_guards_stand() {
    let desk = Desk::new();
    community(&desk, 5);
    let before = std::fs::read(desk.file()).unwrap();
    let conn = Connection::open(desk.file()).unwrap();
    for (sql, reason) in [
        ("UPDATE event SET body=x'00' WHERE seq=2", "events never change"),
        ("DELETE FROM event WHERE seq=6", "events stay"),
        ("INSERT OR REPLACE INTO event VALUES(6,x'00',x'00')", "without gaps"),
        ("INSERT INTO event VALUES(8,x'00',x'00')", "without gaps"),
        ("UPDATE file SET id=zeroblob(16)", "never changes"),
        ("DELETE FROM file", "stays"),
        ("INSERT INTO file VALUES(zeroblob(16))", "one id"),
        ("DELETE FROM blob", "stays"),
        ("UPDATE blob SET bytes=x'00'", "only ever erased"),
        ("UPDATE blob SET hash=zeroblob(32)", "only ever erased"),
        ("INSERT OR REPLACE INTO blob SELECT hash, salt, x'00', NULL FROM blob LIMIT 1", "here already"),
    ] {
        let error = conn.execute(sql, []).unwrap_err().to_string();
        assert!(error.contains(reason), "{sql}: {error}");
    }
    drop(conn);
    assert_eq!(std::fs::read(desk.file()).unwrap(), before);
}

#[test]
fn a_file_with_a_trigger_of_somebody_else_is_not_written() {
    let desk = Desk::new();
    community(&desk, 1);
    Connection::open(desk.file())
        .unwrap()
        .execute_batch(
            "CREATE TRIGGER spy AFTER INSERT ON event BEGIN UPDATE blob SET salt=NULL, bytes=NULL, erased_at=1; END",
        )
        .unwrap();
    assert!(matches!(Journal::open(&desk.file()), Err(OpenError::Damaged(what)) if what.contains("spy")));
}

#[cfg(unix)]
#[test]
fn a_file_that_goes_away_takes_no_deed_silently() {
    let desk = Desk::new();
    let mut journal = desk.create();
    std::fs::rename(desk.file(), desk.path("b.fz")).unwrap();
    assert_eq!(journal.append(&[note(1, None)], &[]).unwrap_err(), AppendError::Trouble(Trouble::Moved));
    std::fs::rename(desk.path("b.fz"), desk.file()).unwrap();
    assert_eq!(journal.append(&[note(1, None)], &[]).unwrap()[0].seq, 2);
}

#[test]
fn an_event_written_behind_the_journals_back_is_noticed() {
    let desk = Desk::new();
    let mut journal = desk.create();
    Connection::open(desk.file()).unwrap().execute("INSERT INTO event VALUES(2,x'7b7d',zeroblob(32))", []).unwrap();
    assert_eq!(journal.append(&[note(1, None)], &[]).unwrap_err(), AppendError::Overtaken);
}
