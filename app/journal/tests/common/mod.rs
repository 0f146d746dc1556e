//! A small community file, and the ways to look at it and to harm it that the program itself does not have.
#![allow(unreachable_pub, reason = "a module of several test targets")]
#![allow(dead_code, reason = "each test target uses its own part of this")]

use std::path::{Path, PathBuf};

use journal::{Hash, Journal, SealedBlob};
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

pub const FIRST: &[u8] = br#"{"v":1,"t":"file-created","at":1784372400000,"by":0,"title":"\u6c34\u4ea7\u5c0f\u533a","zone":"Asia/Shanghai","lang":"zh-CN"}"#;

pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self) -> PathBuf {
        self.path("a.fz")
    }

    pub fn create(&self) -> Journal {
        Journal::create(&self.file(), FIRST).unwrap()
    }

    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

pub fn note(number: u64, blob: Option<Hash>) -> Vec<u8> {
    match blob {
        None => format!(r#"{{"v":1,"t":"note-taken","at":{number},"by":1,"about":[{number}]}}"#),
        Some(hash) => {
            format!(r#"{{"v":1,"t":"note-taken","at":{number},"by":1,"text":{{"blob":"{hash}","about":[{number}]}}}}"#)
        }
    }
    .into_bytes()
}

pub fn erasure(hashes: &[Hash]) -> Vec<u8> {
    let list: Vec<String> = hashes.iter().map(|hash| format!("\"{hash}\"")).collect();
    format!(r#"{{"v":1,"t":"person-erased","at":9,"by":1,"person":7,"blobs":[{}]}}"#, list.join(",")).into_bytes()
}

pub fn sealed(number: u64, bytes: &[u8]) -> SealedBlob {
    let mut salt = [0; 16];
    salt.copy_from_slice(&Sha256::digest(number.to_be_bytes())[..16]);
    SealedBlob::with_salt(salt, bytes)
}

/// A file of `events` events besides the first, each with a blob of its own; closed again.
pub fn community(desk: &Desk, events: u64) -> Vec<Hash> {
    let mut journal = desk.create();
    let blobs: Vec<SealedBlob> =
        (0..events).map(|n| sealed(n, format!("person {n}, phone 139{n:08}").as_bytes())).collect();
    let bodies: Vec<Vec<u8>> = (0..events).zip(&blobs).map(|(n, blob)| note(n, Some(blob.hash()))).collect();
    journal.append(&bodies, &blobs).unwrap();
    blobs.iter().map(SealedBlob::hash).collect()
}

/// The file as another tool may open it: without guards.
pub fn unguarded(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    let triggers: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type='trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(triggers.len(), 9);
    for name in triggers {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    conn
}

pub fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
