//! Reading, verifying and copying a file while it is written.
#![allow(missing_docs, reason = "a test target")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::sync::atomic::{AtomicBool, Ordering};

use common::{Desk, community, erasure, note, sealed};
use journal::{BackupError, Damage, Journal, ReadOnly, State, Trouble, verify};

fn long_file(desk: &Desk, events: u64) -> Journal {
    let mut journal = desk.create();
    for start in (1..events).step_by(10_000) {
        let bodies: Vec<Vec<u8>> = (start..events.min(start + 10_000)).map(|n| note(n, None)).collect();
        journal.append(&bodies, &[]).unwrap();
    }
    assert_eq!(journal.confirmed().count, events);
    journal
}

#[test]
fn a_deed_is_stored_in_the_middle_of_a_long_read() {
    let desk = Desk::new();
    let mut journal = long_file(&desk, 10_000);
    let reader = ReadOnly::open(&desk.file()).unwrap();
    let (mut count, mut first_new) = (0, None);
    reader
        .read_events(1, |row| {
            count += 1;
            if row.seq % 1_000 == 0 && row.seq <= 10_000 {
                let stored = journal.append(&[note(row.seq, None)], &[]).unwrap();
                first_new.get_or_insert(stored[0].seq);
            }
            true
        })
        .unwrap();
    assert!(count >= 10_000);
    assert_eq!((first_new, reader.head().unwrap().count), (Some(10_001), 10_010));
}

#[test]
fn deeds_and_erasures_are_stored_while_100_000_events_are_verified() {
    let desk = Desk::new();
    let mut journal = long_file(&desk, 100_000);
    let before = journal.confirmed();
    let done = AtomicBool::new(false);
    let (report, deeds) = std::thread::scope(|scope| {
        let verifying = scope.spawn(|| {
            let report = verify(&desk.file());
            done.store(true, Ordering::SeqCst);
            report
        });
        let mut deeds = 0;
        while !done.load(Ordering::SeqCst) {
            let blob = sealed(deeds, b"a name");
            journal.append(&[note(deeds, Some(blob.hash()))], std::slice::from_ref(&blob)).unwrap();
            if deeds % 2 == 0 {
                journal.erase(&[erasure(&[blob.hash()])], &[blob.hash()], 1).unwrap();
            }
            deeds += 1;
        }
        (verifying.join().unwrap().unwrap(), deeds)
    });
    assert_eq!(report.state, State::Good, "{:?}", report.damages);
    assert!(deeds > 0);
    assert!(report.head.count >= before.count);
    drop(journal);
    assert_eq!(verify(&desk.file()).unwrap().state, State::Good);
}

/// How long it takes, for those who ask: `cargo test … -- --ignored --nocapture a_million`.
#[test]
#[ignore = "takes a minute; a measurement"]
fn a_million_events_are_verified_beside_a_writer() {
    let desk = Desk::new();
    let mut journal = long_file(&desk, 1_000_000);
    let (mut longest, mut deeds) = (std::time::Duration::ZERO, 0_u64);
    let done = AtomicBool::new(false);
    let start = std::time::Instant::now();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            assert_eq!(verify(&desk.file()).unwrap().state, State::Good);
            done.store(true, Ordering::SeqCst);
        });
        while !done.load(Ordering::SeqCst) {
            let began = std::time::Instant::now();
            journal.append(&[note(deeds, None)], &[]).unwrap();
            longest = longest.max(began.elapsed());
            deeds += 1;
        }
    });
    println!("verified in {:?} beside {deeds} deeds, the slowest {longest:?}", start.elapsed());
}

#[test]
fn a_backup_is_verified_before_it_takes_the_place_of_an_older_one() {
    let desk = Desk::new();
    let mut journal = long_file(&desk, 3_000);
    let to = desk.path("backup.fz");
    std::fs::write(&to, "the older one").unwrap();

    let backup = journal.backup(&to).unwrap();
    journal.append(&[note(1, None)], &[]).unwrap();
    assert_eq!(std::fs::read(&to).unwrap(), b"the older one");
    let report = std::thread::spawn(|| backup.keep()).join().unwrap().unwrap();
    assert_eq!((&report.state, report.head.count), (&State::Good, 3_000));
    let kept = ReadOnly::open(&to).unwrap();
    assert_eq!(kept.file_id(), journal.file_id());
    assert_eq!(kept.head().unwrap(), report.head);
    drop(kept);
    assert_eq!(verify(&to).unwrap().head, report.head);

    // One that is not kept leaves nothing; nor does one that cannot be written.
    drop(journal.backup(&to).unwrap());
    let error = journal.backup(&desk.path("none/backup.fz")).unwrap_err();
    assert!(matches!(error, BackupError::Trouble(Trouble::Io(_))), "{error:?}");
    drop(journal);
    assert_eq!(desk.names(), ["a.fz", "backup.fz"]);
}

#[test]
fn a_backup_of_a_damaged_file_does_not_take_the_place_of_a_good_one() {
    let desk = Desk::new();
    community(&desk, 9);
    let to = desk.path("backup.fz");
    assert!(Journal::open(&desk.file()).unwrap().backup(&to).unwrap().keep().unwrap().is_sound());
    let good = std::fs::read(&to).unwrap();
    common::unguarded(&desk.file()).execute("UPDATE event SET hash=zeroblob(32) WHERE seq=4", []).unwrap();
    match Journal::open(&desk.file()).unwrap().backup(&to).unwrap().keep() {
        Err(BackupError::NotGood(report)) => assert_eq!(report.state, State::Damaged(Damage::Event(4))),
        other => panic!("{other:?}"),
    }
    assert_eq!(std::fs::read(&to).unwrap(), good);
}
