//! What the whole-product tests share: the program as a script calls it, a folder of its own, and files harmed on purpose.
#![allow(unreachable_pub, dead_code, reason = "each test target uses its own part of this")]

use std::path::{Path, PathBuf};
use std::process::Command;

use rusqlite::Connection;

/// What a call of the program left behind.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Calls the program and waits for it.
pub fn fangzhuo<I: AsRef<std::ffi::OsStr>>(words: impl IntoIterator<Item = I>) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_fangzhuo")).args(words).env_remove("FANGZHUO_LOG").output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Said {
    /// Done, and nothing to complain about; what it printed.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// Ended with this code and one sentence on stderr; at 2 nothing was printed. The sentence.
    #[track_caller]
    pub fn refused(self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        assert!(code != 2 || self.out.is_empty(), "something on stdout: {self:?}");
        let sentence = self.err.strip_suffix('\n').unwrap_or_default();
        assert!(!sentence.is_empty() && !sentence.contains('\n'), "not one sentence: {self:?}");
        sentence.to_owned()
    }
}

/// A folder that goes away with the test.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file and gives its path as the program takes it.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), bytes).unwrap();
        self.at(name)
    }

    pub fn at(&self, name: &str) -> String {
        text(&self.path(name))
    }

    /// The example meeting, played; its file.
    pub fn demo(&self) -> PathBuf {
        fangzhuo(["demo", "--out", &self.at("demo")]).done();
        self.path("demo/demo.fz")
    }

    /// Every name in the folder, sorted.
    pub fn names(&self, below: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(below)).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

pub fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// The folder of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The roll of the example's 36 households.
pub fn estate() -> String {
    text(&root().join("tests/stories/roll-shuichan.csv"))
}

/// Whether a text has Chinese characters or Chinese punctuation.
pub fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'))
}

/// Changes a file as somebody with another tool would: without the guards, which are put back word for word.
pub fn harm(path: &Path, change: impl FnOnce(&Connection)) {
    let conn = Connection::open(path).unwrap();
    let mut guards = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let guards: Vec<(String, String)> =
        guards.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    assert!(!guards.is_empty(), "the events are not guarded");
    for (name, _) in &guards {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    change(&conn);
    for (_, sql) in &guards {
        conn.execute_batch(sql).unwrap();
    }
}

/// Changes one bit in the middle of a column of one row.
pub fn flip(conn: &Connection, table: &str, column: &str, row: &str) {
    let bytes: Vec<u8> =
        conn.query_row(&format!("SELECT {column} FROM {table} WHERE {row}"), [], |row| row.get(0)).unwrap();
    let mut changed = bytes.clone();
    let middle = bytes.len() / 2;
    changed[middle] ^= 1;
    let count = conn.execute(&format!("UPDATE {table} SET {column} = ?1 WHERE {row}"), [&changed]).unwrap();
    assert_eq!(count, 1);
}
