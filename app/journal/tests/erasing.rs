//! Erased means gone: from the answers, from the file on the disk, but not from the chain.
#![allow(missing_docs, reason = "a test target")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::collections::HashSet;

use common::{Desk, contains, erasure, note, sealed};
use journal::{AppendError, Blob, Journal, SealedBlob, State, verify};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};

/// Bytes that occur nowhere else.
fn unlike(number: u64, length: usize) -> Vec<u8> {
    (0_u64..)
        .flat_map(|block| Sha256::digest([number.to_be_bytes(), block.to_be_bytes()].concat()))
        .take(length)
        .collect()
}

#[test]
fn an_erased_person_is_gone_and_the_chain_holds() {
    let desk = Desk::new();
    let mut journal = desk.create();
    let (zhang, li) = (sealed(1, "张三 13812345678".as_bytes()), sealed(2, "李四 13987654321".as_bytes()));
    let bodies = [note(1, Some(zhang.hash())), note(2, Some(li.hash()))];
    journal.append(&bodies, &[zhang.clone(), li.clone()]).unwrap();
    let before = journal.confirmed();
    drop(journal);
    assert!(contains(&std::fs::read(desk.file()).unwrap(), zhang.bytes()), "else the search below proves nothing");

    let mut journal = Journal::open(&desk.file()).unwrap();
    let stored = journal.erase(&[erasure(&[zhang.hash()])], &[zhang.hash()], 1_784_372_400_000).unwrap();
    assert_eq!(stored[0].seq, before.count + 1);
    assert_eq!(journal.blob(&zhang.hash()).unwrap(), Some(Blob::Erased { at: 1_784_372_400_000 }));
    assert!(!journal.blob_exists(&zhang.hash()).unwrap());
    assert_eq!(journal.blob(&li.hash()).unwrap(), Some(Blob::Bytes(li.bytes().to_vec())));
    drop(journal);

    let raw = std::fs::read(desk.file()).unwrap();
    for part in [zhang.bytes(), &zhang.salt()[..], "张三".as_bytes(), b"13812345678"] {
        assert!(!contains(&raw, part), "still in the file: {part:?}");
    }
    assert!(contains(&raw, li.bytes()));
    let report = verify(&desk.file()).unwrap();
    assert_eq!((report.state, report.blobs, report.erased, report.head.count), (State::Good, 1, 1, 4));
}

#[test]
fn the_event_and_the_erasure_must_speak_of_the_same_blobs() {
    let desk = Desk::new();
    let mut journal = desk.create();
    let (a, b, never) = (sealed(1, b"a"), sealed(2, b"b"), sealed(3, b"c"));
    journal.append(&[note(1, Some(a.hash())), note(2, Some(b.hash()))], &[a.clone(), b.clone()]).unwrap();
    let before = journal.confirmed();
    let (a, b, never) = (a.hash(), b.hash(), never.hash());
    for (bodies, hashes, error) in [
        (vec![erasure(&[a])], vec![a, b], AppendError::ErasureNotListed(b)),
        (vec![erasure(&[a, b])], vec![a], AppendError::ErasureNotListed(b)),
        (vec![note(1, None)], vec![a], AppendError::ErasureNotListed(a)),
        (vec![erasure(&[a, never])], vec![a, never], AppendError::BlobMissing(never)),
    ] {
        assert_eq!(journal.erase(&bodies, &hashes, 1).unwrap_err(), error);
    }
    assert_eq!(journal.append(&[erasure(&[a])], &[]).unwrap_err(), AppendError::ErasureNotListed(a));
    assert_eq!(journal.head().unwrap(), before);
    assert!(journal.has_blobs(&[a, b]).unwrap().iter().all(|held| *held), "nothing was erased");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    /// Small ones share pages that SQLite splits and merges, large ones have pages of their own; whatever the order.
    #[test]
    fn nothing_erased_is_left_in_any_page(
        lengths in proptest::collection::vec(prop_oneof![30_usize..300, 300_usize..3_000, 4_000_usize..20_000], 120),
        order in proptest::collection::vec(any::<prop::sample::Index>(), 110),
    ) {
        let desk = Desk::new();
        let mut journal = desk.create();
        let mut left: Vec<SealedBlob> =
            (0..).zip(&lengths).map(|(n, length)| sealed(n, &unlike(n, *length))).collect();
        for (n, some) in (0..).zip(left.chunks(7)) {
            let bodies: Vec<_> = some.iter().map(|blob| note(n, Some(blob.hash()))).collect();
            journal.append(&bodies, some).unwrap();
        }
        let mut gone: HashSet<[u8; 8]> = HashSet::new();
        for some in order.chunks(11) {
            let chosen: Vec<SealedBlob> = some.iter().map(|index| left.swap_remove(index.index(left.len()))).collect();
            let hashes: Vec<_> = chosen.iter().map(SealedBlob::hash).collect();
            journal.erase(&[erasure(&hashes)], &hashes, 1).unwrap();
            for blob in &chosen {
                gone.extend(blob.salt().as_chunks().0.iter().copied());
                gone.extend(blob.bytes().as_chunks().0.iter().copied());
            }
            drop(journal);
            let raw = std::fs::read(desk.file()).unwrap();
            let found = raw.windows(8).position(|window| window.try_into().is_ok_and(|w: [u8; 8]| gone.contains(&w)));
            prop_assert_eq!(found, None);
            journal = Journal::open(&desk.file()).unwrap();
        }
        drop(journal);
        let report = verify(&desk.file()).unwrap();
        prop_assert_eq!((report.state, report.erased, report.blobs), (State::Good, 110, 10));
    }
}
