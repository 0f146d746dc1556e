//! One changed byte anywhere is named exactly; a whole file is never called damaged.
#![allow(missing_docs, reason = "a test target")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{Desk, community, contains, erasure, note, sealed, unguarded};
use journal::{Damage, Journal, NotOurs, OpenError, ReadOnly, Seen, State, salvage, verify, verify_against};
use proptest::prelude::*;
use rusqlite::Connection;

fn state(desk: &Desk) -> State {
    verify(&desk.file()).unwrap().state
}

/// Changes one byte of a column by plain SQL.
fn flip(conn: &Connection, table: &str, column: &str, key: &str, place: usize, by: u8) {
    let rowid = format!("SELECT rowid, {column} FROM {table} WHERE {key}");
    let (row, mut bytes): (i64, Vec<u8>) = conn.query_row(&rowid, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let place = place % bytes.len();
    bytes[place] ^= by;
    let changed = conn.execute(&format!("UPDATE {table} SET {column}=?1 WHERE rowid=?2"), (bytes, row)).unwrap();
    assert_eq!(changed, 1);
}

fn cases(number: u32) -> ProptestConfig {
    ProptestConfig { cases: number, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_changed_byte_of_an_event_names_that_event(seq in 1_u64..=30, place in 0_usize..400, by in 1_u8.., hash: bool) {
        let desk = Desk::new();
        community(&desk, 29);
        let column = if hash { "hash" } else { "body" };
        flip(&unguarded(&desk.file()), "event", column, &format!("seq={seq}"), place, by);
        let report = verify(&desk.file()).unwrap();
        prop_assert_eq!(&report.state, &State::Damaged(Damage::Event(seq)));
        prop_assert_eq!(report.state.to_string(), format!("damaged at event {seq}"));
        prop_assert_eq!(report.head.count, seq - 1);
        prop_assert_eq!(report.damages, [Damage::Event(seq)]);
    }

    #[test]
    fn a_changed_byte_of_a_blob_names_that_blob(number in 0_usize..29, place in 0_usize..60, by in 1_u8.., salt: bool) {
        let desk = Desk::new();
        let hash = community(&desk, 29)[number];
        let column = if salt { "salt" } else { "bytes" };
        flip(&unguarded(&desk.file()), "blob", column, &format!("hash=x'{hash}'"), place, by);
        let report = verify(&desk.file()).unwrap();
        prop_assert_eq!(&report.state, &State::Damaged(Damage::Blob(hash)));
        prop_assert_eq!(report.state.to_string(), format!("damaged blob {hash}"));
        prop_assert_eq!((report.head.count, report.blobs), (30, 28));
    }

    /// Not through SQLite: one byte of the raw file, wherever it lies. Never good if a fact is touched, never a panic.
    #[test]
    fn a_changed_byte_of_the_raw_file_never_hides_a_changed_fact(place: prop::sample::Index, by in 1_u8..) {
        let desk = Desk::new();
        community(&desk, 29);
        let before = facts(&desk.file()).unwrap();
        let mut raw = std::fs::read(desk.file()).unwrap();
        let place = place.index(raw.len());
        raw[place] ^= by;
        std::fs::write(desk.file(), &raw).unwrap();
        match verify(&desk.file()) {
            Ok(report) if report.state == State::Good => prop_assert_eq!(facts(&desk.file()).unwrap(), before),
            Ok(_) => {}
            Err(error) => prop_assert!(false, "one changed byte at {place} makes it a stranger: {error}"),
        }
        let _ = Journal::open(&desk.file()).map(|mut journal| journal.append(&[note(1, None)], &[]));
    }

    /// Cut anywhere, as by a stick pulled while copying: what is left is told to the event, never taken for whole.
    #[test]
    fn a_file_cut_anywhere_is_damaged_and_stays(cut: prop::sample::Index) {
        let desk = Desk::new();
        community(&desk, 200);
        let raw = std::fs::read(desk.file()).unwrap();
        let cut = 1 + cut.index(raw.len() - 1);
        std::fs::write(desk.file(), &raw[..cut]).unwrap();
        let report = verify(&desk.file()).unwrap();
        prop_assert!(matches!(report.state, State::Damaged(_)), "cut at {}: {:?}", cut, report.state);
        prop_assert!(matches!(Journal::open(&desk.file()), Err(OpenError::Damaged(_))));
        prop_assert_eq!(std::fs::read(desk.file()).unwrap(), &raw[..cut]);
        prop_assert_eq!(desk.names(), ["a.fz"]);
    }
}

/// All facts, by plain SQL; an error if they cannot even be read.
type Facts = (Vec<(i64, Vec<u8>, Vec<u8>)>, Vec<(Vec<u8>, Option<Vec<u8>>, Option<Vec<u8>>)>);

fn facts(path: &std::path::Path) -> rusqlite::Result<Facts> {
    let conn = Connection::open(path)?;
    let events = conn
        .prepare("SELECT seq, body, hash FROM event ORDER BY seq")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let blobs = conn
        .prepare("SELECT hash, salt, bytes FROM blob ORDER BY hash")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok((events, blobs))
}

#[test]
fn a_whole_file_is_good_and_says_where_it_stands() {
    let desk = Desk::new();
    community(&desk, 29);
    let head = Journal::open(&desk.file()).unwrap().head().unwrap();
    let before = std::fs::read(desk.file()).unwrap();
    let report = verify(&desk.file()).unwrap();
    assert_eq!((&report.state, report.head, report.blobs, report.erased), (&State::Good, head, 29, 0));
    assert_eq!(report.state.to_string(), "good");
    assert!(report.damages.is_empty());
    assert_eq!(std::fs::read(desk.file()).unwrap(), before, "verifying writes nothing");
    assert_eq!(desk.names(), ["a.fz"], "and leaves nothing beside it");
}

#[test]
fn missing_events_are_named_by_the_first_gap() {
    for (sql, at) in [
        ("DELETE FROM event WHERE seq=7", 7),
        ("UPDATE event SET seq=99 WHERE seq=30", 30),
        ("DELETE FROM event", 1),
        ("UPDATE file SET id=randomblob(16)", 1),
        ("DELETE FROM file", 1),
        ("INSERT INTO event SELECT 31, body, hash FROM event WHERE seq=30", 31),
        ("INSERT INTO event SELECT 0, body, hash FROM event WHERE seq=30", 1),
    ] {
        let desk = Desk::new();
        community(&desk, 29);
        unguarded(&desk.file()).execute_batch(sql).unwrap();
        let found = state(&desk);
        assert_eq!(found, State::Damaged(Damage::Event(at)), "{sql}");
    }
}

#[test]
fn a_blob_that_is_gone_without_an_erasure_is_named() {
    for (sql, named) in [
        ("DELETE FROM blob WHERE hash=?1", true),
        ("UPDATE blob SET bytes=NULL WHERE hash=?1", true),
        ("UPDATE blob SET salt=NULL, bytes=NULL, erased_at=1 WHERE hash=?1", true),
        ("UPDATE blob SET erased_at=1 WHERE hash=?1", true),
        ("UPDATE blob SET hash=zeroblob(32) WHERE hash=?1", false),
    ] {
        let desk = Desk::new();
        let hash = community(&desk, 29)[11];
        unguarded(&desk.file()).execute(sql, [hash.0]).unwrap();
        let report = verify(&desk.file()).unwrap();
        assert!(report.damages.contains(&Damage::Blob(hash)), "{sql}: {:?}", report.damages);
        // A hash changed in the table damages two: the one nobody wrote and the one that is missing.
        assert_eq!(report.state == State::Damaged(Damage::Blob(hash)), named, "{sql}");
        assert_eq!(report.damages.len(), if named { 1 } else { 2 }, "{sql}");
    }
}

#[test]
fn an_erased_blob_that_came_back_is_named() {
    let desk = Desk::new();
    let mut journal = desk.create();
    let blob = sealed(1, b"name");
    journal.append(&[note(1, Some(blob.hash()))], std::slice::from_ref(&blob)).unwrap();
    journal.erase(&[erasure(&[blob.hash()])], &[blob.hash()], 77).unwrap();
    drop(journal);
    assert_eq!(state(&desk), State::Good);
    unguarded(&desk.file())
        .execute("UPDATE blob SET salt=?1, bytes=?2, erased_at=NULL", (blob.salt(), blob.bytes()))
        .unwrap();
    assert_eq!(state(&desk), State::Damaged(Damage::Blob(blob.hash())));
}

#[test]
fn a_broken_index_is_damage_of_the_file_around_the_events() {
    let desk = Desk::new();
    community(&desk, 29);
    // The schema's text no longer fits what is stored: an index of the wrong column.
    let conn = unguarded(&desk.file());
    conn.execute_batch("CREATE INDEX extra ON event(hash)").unwrap();
    drop(conn);
    let report = verify(&desk.file()).unwrap();
    assert!(matches!(report.state, State::Damaged(Damage::File(_))));
    assert_eq!((report.state.to_string().as_str(), report.head.count), ("damaged at event 0", 30));
    assert!(matches!(Journal::open(&desk.file()), Err(OpenError::Damaged(_))));
}

#[test]
fn taken_away_guards_are_put_back_and_are_no_damage() {
    let desk = Desk::new();
    community(&desk, 3);
    drop(unguarded(&desk.file()));
    assert_eq!(state(&desk), State::Good);
    drop(Journal::open(&desk.file()).unwrap());
    let conn = Connection::open(desk.file()).unwrap();
    assert!(conn.execute("DELETE FROM event", []).unwrap_err().to_string().contains("events stay"));
    drop(conn);
    assert_eq!(state(&desk), State::Good);
}

#[test]
fn a_file_that_does_not_continue_what_was_seen_is_rewritten() {
    let (desk, other) = (Desk::new(), Desk::new());
    community(&desk, 5);
    let seen = Journal::open(&desk.file()).unwrap().head().unwrap();
    let paper: Seen = seen.digits().parse().unwrap();
    let mut journal = Journal::open(&desk.file()).unwrap();
    journal.append(&[note(100, None)], &[]).unwrap();
    drop(journal);
    for head in [Seen::Whole(seen), paper] {
        assert_eq!(verify_against(&desk.file(), &[head]).unwrap().state, State::Good);
    }
    // Another file with the same deeds, and the same file before those deeds.
    community(&other, 5);
    for head in [Seen::Whole(seen), paper] {
        let report = verify_against(&other.file(), &[head]).unwrap();
        assert_eq!((report.state.to_string().as_str(), &report.state), ("rewritten", &State::Rewritten { at: 6 }));
    }
    let later = Seen::Whole(Journal::open(&desk.file()).unwrap().head().unwrap());
    let conn = unguarded(&desk.file());
    conn.execute("DELETE FROM event WHERE seq=7", []).unwrap();
    drop(conn);
    assert_eq!(verify(&desk.file()).unwrap().state, State::Good, "a chain cut at its end is whole in itself");
    assert_eq!(verify_against(&desk.file(), &[later]).unwrap().state, State::Rewritten { at: 7 });
}

#[test]
fn what_is_whole_is_salvaged_into_a_new_file() {
    let desk = Desk::new();
    let hashes = community(&desk, 29);
    let conn = unguarded(&desk.file());
    flip(&conn, "event", "body", "seq=20", 5, 1);
    flip(&conn, "blob", "bytes", &format!("hash=x'{}'", hashes[3]), 5, 1);
    drop(conn);
    let before = std::fs::read(desk.file()).unwrap();
    let saved = salvage(&desk.file(), &desk.path("b.fz")).unwrap();
    assert_eq!((saved.head.count, saved.lost), (19, vec![hashes[3]]));
    let report = verify(&desk.path("b.fz")).unwrap();
    assert_eq!((report.state, report.head), (State::Damaged(Damage::Blob(hashes[3])), saved.head));
    assert_eq!(report.blobs, 17);
    // The lost one settled by an erasure, the new file is good and goes on.
    let mut journal = Journal::open(&desk.path("b.fz")).unwrap();
    assert!(journal.erase(&[erasure(&[hashes[3]])], &[hashes[3]], 5).is_ok());
    drop(journal);
    assert_eq!(verify(&desk.path("b.fz")).unwrap().state, State::Good);
    assert_eq!(std::fs::read(desk.file()).unwrap(), before);
    assert!(matches!(salvage(&desk.file(), &desk.path("b.fz")), Err(OpenError::Exists)));
}

#[test]
fn what_is_not_ours_is_left_alone() {
    let desk = Desk::new();
    let file = desk.file();
    let check = |what: &str, bytes: Option<Vec<u8>>| {
        let opened = Journal::open(&file).map(drop).unwrap_err();
        let read = ReadOnly::open(&file).map(drop).unwrap_err();
        let verified = verify(&file).map(drop).unwrap_err();
        assert_eq!(std::fs::read(&file).ok(), bytes, "{what}: untouched");
        (format!("{opened:?}"), format!("{read:?}"), format!("{verified:?}"))
    };
    let same = |a: &str, b: &str| (a.to_owned(), a.to_owned(), b.to_owned());
    assert_eq!(check("missing", None), same("Missing", "Missing"));
    assert_eq!(desk.names(), Vec::<String>::new(), "and nothing was made");

    std::fs::write(&file, "一封信,not a database").unwrap();
    assert_eq!(check("text", Some(std::fs::read(&file).unwrap())), same("NotOurs", "OtherKind"));
    std::fs::write(&file, "").unwrap();
    assert_eq!(check("empty", Some(Vec::new())), same("Empty", "Empty"));
    std::fs::remove_file(&file).unwrap();
    Connection::open(&file).unwrap().execute_batch("CREATE TABLE event(seq INTEGER PRIMARY KEY)").unwrap();
    assert_eq!(check("other database", Some(std::fs::read(&file).unwrap())), same("NotOurs", "OtherKind"));
    std::fs::remove_file(&file).unwrap();
    std::fs::create_dir(&file).unwrap();
    assert_eq!(check("folder", None), same("NotOurs", "OtherKind"));
    assert_eq!(desk.names(), ["a.fz"]);
}

#[test]
fn creating_never_takes_the_place_of_anything() {
    let desk = Desk::new();
    std::fs::write(desk.file(), "").unwrap();
    assert!(matches!(Journal::create(&desk.file(), common::FIRST), Err(OpenError::Exists)));
    assert_eq!(std::fs::read(desk.file()).unwrap(), b"");
    assert!(matches!(Journal::create(&desk.path("b.fz"), &note(1, None)), Err(OpenError::FirstBody(_))));
    assert!(matches!(Journal::create(&desk.path("none/b.fz"), common::FIRST), Err(OpenError::Missing)));
    assert_eq!(desk.names(), ["a.fz"]);
}

#[test]
fn a_later_format_is_read_but_not_written() {
    let desk = Desk::new();
    community(&desk, 5);
    Connection::open(desk.file()).unwrap().execute_batch("PRAGMA user_version=2; CREATE TABLE later(x)").unwrap();
    let before = std::fs::read(desk.file()).unwrap();
    assert!(matches!(Journal::open(&desk.file()), Err(OpenError::Newer { format: 2 })));
    let report = verify(&desk.file()).unwrap();
    assert_eq!((report.state.to_string().as_str(), report.head.count), ("newer (needs format 2)", 6));
    let file = ReadOnly::open(&desk.file()).unwrap();
    let mut count = 0;
    file.read_events(1, |_| {
        count += 1;
        true
    })
    .unwrap();
    assert_eq!((file.newer_format(), count), (Some(2), 6));
    assert!(matches!(
        journal::open(&desk.file()),
        Ok(journal::Opened::Reading(_, journal::WhyReadOnly::Newer { format: 2 }))
    ));
    drop(file);
    assert_eq!(std::fs::read(desk.file()).unwrap(), before);
}

#[test]
fn a_damaged_header_is_damage_and_not_a_stranger() {
    for place in [0_usize, 15, 18, 19, 21, 47, 56, 68, 71] {
        let desk = Desk::new();
        community(&desk, 5);
        let mut raw = std::fs::read(desk.file()).unwrap();
        assert!(contains(&raw[..4096], b"CREATE TABLE event("));
        raw[place] ^= 0x40;
        std::fs::write(desk.file(), &raw).unwrap();
        let found = verify(&desk.file()).unwrap().state;
        assert!(matches!(found, State::Damaged(_)), "byte {place}: {found:?}");
        assert!(matches!(Journal::open(&desk.file()), Err(OpenError::Damaged(_))), "byte {place}");
        assert_eq!(std::fs::read(desk.file()).unwrap(), raw);
    }
}

/// Whichever bit of the header falls over, the file stays a community's: good, or damaged, never a stranger.
#[test]
fn no_bit_of_the_header_makes_a_stranger_of_a_file() {
    let desk = Desk::new();
    community(&desk, 5);
    let whole = std::fs::read(desk.file()).unwrap();
    for (place, bit) in (0..100).flat_map(|place| (0..8).map(move |bit| (place, bit))) {
        let mut raw = whole.clone();
        raw[place] ^= 1 << bit;
        std::fs::write(desk.file(), &raw).unwrap();
        let found = verify(&desk.file());
        assert!(found.is_ok(), "byte {place}, bit {bit}: {found:?}");
    }
}

#[test]
fn a_file_nobody_may_read_says_so() {
    // As root every file may be read; then there is nothing to be refused.
    let desk = Desk::new();
    community(&desk, 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(desk.file(), std::fs::Permissions::from_mode(0o000)).unwrap();
        if std::fs::File::open(desk.file()).is_err() {
            assert!(matches!(Journal::open(&desk.file()), Err(OpenError::NoPermission)));
            assert!(matches!(verify(&desk.file()), Err(NotOurs::NoPermission)));
        } else {
            assert_eq!(state(&desk), State::Good);
        }
    }
}
