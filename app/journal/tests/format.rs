//! The file on the disk is what FORMAT.md says: read here by plain SQL and plain SHA-256, without the crate's own hashes.
#![allow(missing_docs, reason = "a test target")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{Desk, FIRST, community, erasure, note, sealed};
use journal::{Blob, Head, Journal, ReadError, ReadOnly, Seen, seal};
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

#[test]
fn hashes_and_tables_are_those_of_the_specification() {
    let desk = Desk::new();
    let blobs = community(&desk, 20);
    let conn = Connection::open(desk.file()).unwrap();

    let number = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(number("application_id"), 0x465A_4631);
    assert_eq!(number("user_version"), 1);
    let tables: Vec<String> = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE type='table' ORDER BY rowid")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(
        tables,
        [
            "CREATE TABLE file(id BLOB NOT NULL CHECK(length(id)=16)) STRICT",
            "CREATE TABLE event(seq INTEGER PRIMARY KEY, body BLOB NOT NULL, hash BLOB NOT NULL) STRICT",
            "CREATE TABLE blob(hash BLOB PRIMARY KEY, salt BLOB, bytes BLOB, erased_at INTEGER) STRICT",
        ]
    );

    let file_id: Vec<u8> = conn.query_row("SELECT id FROM file", [], |row| row.get(0)).unwrap();
    let mut before = vec![0_u8; 32];
    let mut events = conn.prepare("SELECT seq, body, hash FROM event ORDER BY seq").unwrap();
    let mut rows = events.query([]).unwrap();
    let mut count = 0_u64;
    while let Some(row) = rows.next().unwrap() {
        count += 1;
        let (seq, body, hash): (i64, Vec<u8>, Vec<u8>) =
            (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
        assert_eq!(seq, i64::try_from(count).unwrap());
        let mut input = b"fangzhuo/event/1".to_vec();
        input.extend(&file_id);
        input.extend(count.to_be_bytes());
        input.extend(&before);
        input.extend((body.len() as u64).to_be_bytes());
        input.extend(&body);
        assert_eq!(hash, Sha256::digest(&input).to_vec(), "event {seq}");
        before = hash;
    }
    assert_eq!(count, 21);

    let mut stored = conn.prepare("SELECT hash, salt, bytes, erased_at FROM blob").unwrap();
    let mut rows = stored.query([]).unwrap();
    let mut seen = 0;
    while let Some(row) = rows.next().unwrap() {
        seen += 1;
        let (hash, salt, bytes): (Vec<u8>, Vec<u8>, Vec<u8>) =
            (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
        assert_eq!(salt.len(), 16);
        assert_eq!(row.get::<_, Option<i64>>(3).unwrap(), None);
        let mut input = b"fangzhuo/blob/1".to_vec();
        input.extend(&salt);
        input.extend((bytes.len() as u64).to_be_bytes());
        input.extend(&bytes);
        assert_eq!(hash, Sha256::digest(&input).to_vec());
    }
    assert_eq!(seen, blobs.len());
}

#[test]
fn what_is_stored_is_what_was_given_and_comes_back_in_order() {
    let desk = Desk::new();
    let mut journal = desk.create();
    let blob = sealed(1, "张三".as_bytes());
    // Blanks and the order of members are the writer's: the text is kept, not the value.
    let odd = br#"{ "t" : "x", "by":2, "at": -3 ,"v":9, "new": [null,true,{"deep":-1}] }"#.to_vec();
    let stored = journal.append(&[note(1, Some(blob.hash())), odd.clone()], std::slice::from_ref(&blob)).unwrap();
    assert_eq!(stored.iter().map(|event| event.seq).collect::<Vec<_>>(), [2, 3]);

    let mut bodies = Vec::new();
    journal
        .read_events(1, |row| {
            bodies.push(row.body);
            true
        })
        .unwrap();
    assert_eq!(bodies, [FIRST.to_vec(), note(1, Some(blob.hash())), odd.clone()]);
    let mut from_three = Vec::new();
    journal
        .read_events(3, |row| {
            from_three.push((row.seq, row.hash));
            true
        })
        .unwrap();
    assert_eq!(from_three, [(3, stored[1].hash)]);
    journal.read_events(4, |_| panic!("there is no fourth event")).unwrap();
    journal.read_events(99, |_| panic!("there is no such event")).unwrap();

    assert_eq!(journal.head().unwrap(), journal.confirmed());
    assert_eq!((journal.confirmed().count, journal.confirmed().hash), (3, stored[1].hash));
    assert_eq!(journal.blob(&blob.hash()).unwrap(), Some(Blob::Bytes("张三".into())));
    let other = seal(*b"other").unwrap();
    assert_eq!(journal.blob(&other.hash()).unwrap(), None);
    assert_eq!(journal.has_blobs(&[other.hash(), blob.hash()]).unwrap(), [false, true]);
}

#[test]
fn two_seals_of_the_same_bytes_cannot_be_told_to_be_the_same() {
    let (a, b) = (seal(*b"13800000000").unwrap(), seal(*b"13800000000").unwrap());
    assert_ne!(a.salt(), b.salt());
    assert_ne!(a.hash(), b.hash());
    // Neither as text nor as bytes; three digits alone a hash may hold by chance.
    let shown = format!("{a:?}");
    let kept_apart = ["13800000000", "49, 51, 56, 48", "3133383030"];
    assert!(kept_apart.iter().all(|secret| !shown.contains(secret)), "a log must not hold what a blob keeps apart");
}

#[test]
fn a_batch_is_all_or_nothing() {
    let desk = Desk::new();
    let mut journal = desk.create();
    let before = journal.confirmed();
    let blob = sealed(1, b"kept apart");
    let missing = sealed(2, b"never given").hash();

    let refused = journal.append(&[note(1, Some(blob.hash())), note(2, Some(missing))], std::slice::from_ref(&blob));
    assert_eq!(refused.unwrap_err(), journal::AppendError::BlobMissing(missing));
    let refused = journal.append(&[note(1, None), b"{}".to_vec()], &[]);
    assert!(matches!(refused.unwrap_err(), journal::AppendError::BadBody { index: 1, .. }));

    assert_eq!(journal.head().unwrap(), before);
    assert_eq!(journal.blob(&blob.hash()).unwrap(), None);
    assert_eq!(journal.append(&[note(3, None)], &[]).unwrap()[0].seq, 2);
}

#[test]
fn a_long_file_is_read_in_several_reads_and_from_anywhere() {
    let desk = Desk::new();
    let mut journal = desk.create();
    let bodies: Vec<Vec<u8>> = (0..4_500).map(|n| note(n, None)).collect();
    journal.append(&bodies, &[]).unwrap();
    for from in [1_u64, 2_000, 2_001, 4_001, 4_501] {
        let mut next = from;
        journal
            .read_events(from, |row| {
                assert_eq!(row.seq, next);
                next += 1;
                true
            })
            .unwrap();
        assert_eq!(next, 4_502);
    }
}

#[test]
fn a_damaged_event_is_never_handed_out() {
    let desk = Desk::new();
    community(&desk, 9);
    common::unguarded(&desk.file())
        .execute("UPDATE event SET body=CAST(replace(body,'note','nose') AS BLOB) WHERE seq=5", [])
        .unwrap();
    let file = ReadOnly::open(&desk.file()).unwrap();
    let mut last = 0;
    let error = file
        .read_events(1, |row| {
            last = row.seq;
            true
        })
        .unwrap_err();
    assert_eq!((last, error), (4, ReadError::DamagedEvent(5)));
}

#[test]
fn the_head_reads_the_same_on_paper_and_from_the_camera() {
    let head = Head {
        file_id: "000102030405060708090a0b0c0d0e0f".parse().unwrap(),
        count: 1_234,
        hash: "ffffffffffffffffffffffffffffffff00000000000000000000000000000000".parse().unwrap(),
    };
    // 2^128 - 1 in 40 digits, worked out by hand.
    assert_eq!(head.digits(), "0000 1234 0340 2823 6692 0938 4634 6337 4607 4317 6821 1455");
    assert_eq!(
        head.qr_text(),
        "fangzhuo:000102030405060708090a0b0c0d0e0f:1234:ffffffffffffffffffffffffffffffff00000000000000000000000000000000"
    );
    let digits: Seen = head.digits().parse().unwrap();
    let code: Seen = head.qr_text().parse().unwrap();
    assert!(digits.agrees(&head) && code.agrees(&head));
    let other = Head { count: 1_235, ..head };
    assert!(!digits.agrees(&other) && !code.agrees(&other));
    for wrong in ["", "0000 1234", "fangzhuo:00:1:ff", &head.qr_text().to_uppercase(), &format!("{}:", head.qr_text())]
    {
        assert!(wrong.parse::<Seen>().is_err(), "{wrong}");
    }
}

#[test]
fn an_erased_blob_does_not_come_back() {
    let desk = Desk::new();
    let mut journal = desk.create();
    let blob = sealed(1, b"name");
    journal.append(&[note(1, Some(blob.hash()))], std::slice::from_ref(&blob)).unwrap();
    journal.erase(&[erasure(&[blob.hash()])], &[blob.hash()], 77).unwrap();
    assert_eq!(journal.blob(&blob.hash()).unwrap(), Some(Blob::Erased { at: 77 }));
    let again = journal.append(&[note(2, Some(blob.hash()))], std::slice::from_ref(&blob));
    assert_eq!(again.unwrap_err(), journal::AppendError::BlobErased(blob.hash()));
    // Erasing twice is said twice in the chain and changes nothing: the first date stays.
    journal.erase(&[erasure(&[blob.hash()])], &[blob.hash()], 88).unwrap();
    assert_eq!(journal.blob(&blob.hash()).unwrap(), Some(Blob::Erased { at: 77 }));
    drop(journal);
    assert!(Journal::open(&desk.file()).is_ok());
}

#[test]
fn the_specification_gives_the_schema_and_an_example_that_hold() {
    let text = include_str!("../FORMAT.md");
    let desk = Desk::new();
    drop(desk.create());
    let conn = Connection::open(desk.file()).unwrap();
    let mut statement = conn.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").unwrap();
    let objects: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(objects.len(), 12);
    for sql in objects {
        assert!(text.lines().any(|line| line == sql), "not in FORMAT.md: {sql}");
    }
    for pragma in journal::pragmas() {
        assert!(text.contains(&format!("{}={}", pragma.name, pragma.set)), "not in FORMAT.md: {pragma:?}");
    }

    let body = text.lines().find_map(|line| line.split_once("with body `")).unwrap().1.strip_suffix("`:").unwrap();
    let file_id = "000102030405060708090a0b0c0d0e0f".parse().unwrap();
    let hash = journal::event_hash(file_id, 1, &journal::Hash::ZERO, body.as_bytes());
    let head = Head { file_id, count: 1, hash };
    assert!(text.contains(&format!("hash `{hash}`")) && text.contains(&format!("digits `{}`", head.digits())));
}
