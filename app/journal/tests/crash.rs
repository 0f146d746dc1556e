//! Power failures and killed programs: the last confirmed deed is kept, a half one is taken back.
#![allow(missing_docs, reason = "a test target")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use common::{Desk, community, note, sealed};
use journal::{Head, Journal, ReadOnly, SealedBlob, State, verify};
use rusqlite::Connection;

/// A file with the rollback journal of a commit that was under way, as a power failure leaves it; and its head before.
fn half_written(desk: &Desk) -> Head {
    let live = desk.path("live.fz");
    let mut journal = Journal::create(&live, common::FIRST).unwrap();
    let blobs: Vec<SealedBlob> = (0..50).map(|n| sealed(n, &[7; 3_000])).collect();
    let bodies: Vec<Vec<u8>> = blobs.iter().map(|blob| note(1, Some(blob.hash()))).collect();
    journal.append(&bodies, &blobs).unwrap();
    let head = journal.confirmed();
    drop(journal);
    let conn = Connection::open(&live).unwrap();
    // So small a cache writes pages into the file long before the commit.
    conn.execute_batch("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA cache_size=5; BEGIN").unwrap();
    for seq in head.count + 1..head.count + 200 {
        let values = (i64::try_from(seq).unwrap(), vec![b'x'; 2_000], [1_u8; 32]);
        conn.execute("INSERT INTO event VALUES(?1,?2,?3)", values).unwrap();
    }
    conn.execute("UPDATE blob SET salt=NULL, bytes=NULL, erased_at=1", []).unwrap();
    std::fs::copy(&live, desk.file()).unwrap();
    std::fs::copy(desk.path("live.fz-journal"), desk.path("a.fz-journal")).unwrap();
    drop(conn);
    std::fs::remove_file(&live).unwrap();
    let _ = std::fs::remove_file(desk.path("live.fz-journal"));
    // Without its journal this is not the file any more: else the test would test nothing.
    std::fs::copy(desk.file(), desk.path("alone.fz")).unwrap();
    assert!(!verify(&desk.path("alone.fz")).unwrap().is_sound());
    std::fs::remove_file(desk.path("alone.fz")).unwrap();
    head
}

#[test]
fn verifying_a_cut_file_keeps_the_last_confirmed_deed_and_touches_nothing() {
    let desk = Desk::new();
    let head = half_written(&desk);
    let before = (std::fs::read(desk.file()).unwrap(), std::fs::read(desk.path("a.fz-journal")).unwrap());
    let report = verify(&desk.file()).unwrap();
    assert_eq!((&report.state, report.head, report.blobs), (&State::CutShort, head, 50));
    assert_eq!((report.state.to_string().as_str(), report.is_sound()), ("cut-short", true));
    let file = ReadOnly::open(&desk.file()).unwrap();
    assert!(file.is_recovered_copy());
    assert_eq!(file.head().unwrap(), head);
    drop(file);
    assert_eq!(desk.names(), ["a.fz", "a.fz-journal"]);
    assert_eq!(before, (std::fs::read(desk.file()).unwrap(), std::fs::read(desk.path("a.fz-journal")).unwrap()));
}

#[test]
fn opening_a_cut_file_for_writing_takes_the_half_deed_back_and_goes_on() {
    let desk = Desk::new();
    let head = half_written(&desk);
    let mut journal = Journal::open(&desk.file()).unwrap();
    assert!(journal.recovered());
    assert_eq!(journal.confirmed(), head);
    assert_eq!(journal.append(&[note(1, None)], &[]).unwrap()[0].seq, head.count + 1);
    drop(journal);
    assert_eq!(desk.names(), ["a.fz"]);
    assert_eq!(verify(&desk.file()).unwrap().state, State::Good);
    assert!(!Journal::open(&desk.file()).unwrap().recovered());
}

#[test]
#[ignore = "run by the test below as a program of its own"]
fn as_a_program_that_is_killed() {
    let path = std::env::var_os("FANGZHUO_TEST_FILE").unwrap();
    let mut journal = Journal::open(path.as_ref()).unwrap();
    println!("\nready");
    for n in 0.. {
        let blob = journal::seal(vec![b'p'; 5_000]).unwrap();
        let stored = journal.append(&[note(n, Some(blob.hash())), note(n, None)], &[blob]).unwrap();
        println!("stored {}", stored[1].seq);
    }
}

#[test]
fn a_killed_program_loses_no_confirmed_deed() {
    let desk = Desk::new();
    community(&desk, 3);
    let mut confirmed = 4;
    for round in 0..12 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "as_a_program_that_is_killed", "--nocapture"])
            .env("FANGZHUO_TEST_FILE", desk.file())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Killed after so many deeds, wherever it then is.
        let mut more = 3 + round * 5;
        for line in lines.by_ref().map(Result::unwrap) {
            if let Some(seq) = line.strip_prefix("stored ") {
                confirmed = seq.parse().unwrap();
                more -= 1;
                if more == 0 {
                    child.kill().unwrap();
                }
            }
        }
        child.wait().unwrap();
        let seen = verify(&desk.file()).unwrap();
        assert!(seen.is_sound(), "{:?}", seen.damages);
        let journal = Journal::open(&desk.file()).unwrap();
        let head = journal.confirmed();
        assert_eq!(seen.head, head);
        assert!(head.count >= confirmed, "{} of {confirmed}", head.count);
        assert_eq!(head.count % 2, 0, "a batch is never split");
        drop(journal);
        assert_eq!(verify(&desk.file()).unwrap().state, State::Good);
    }
}
