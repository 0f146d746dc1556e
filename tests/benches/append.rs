//! A deed on the disk: the journal against raw SQLite with the same settings, each commit durable.
//!
//! divan gives the absolute figures; below them stands the ratio, measured turn by turn in one run, because the disk's
//! own pace wobbles more than any difference.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark that cannot go on has no figure")]

use std::time::{Duration, Instant};

use divan::Bencher;
use journal::Journal;
use rusqlite::Connection;
use tempfile::TempDir;

const FIRST: &[u8] =
    br#"{"v":1,"t":"file-created","at":1784372400000,"by":0,"title":"x","zone":"Asia/Shanghai","lang":"zh-CN"}"#;
/// Turns of the ratio.
const TURNS: usize = 400;

fn main() {
    divan::main();
    // `cargo bench -- --test` and `--list` ask for no figures.
    if !std::env::args().any(|word| word == "--test" || word == "--list") {
        ratio();
    }
}

/// The body of an ordinary deed: a signature at the door.
fn body(number: u64) -> Vec<u8> {
    format!(
        r#"{{"v":1,"t":"signed-in","at":{},"by":37,"deed":{number},"meeting":1,"person":{}}}"#,
        1_784_372_400_000 + number,
        number % 35 + 1
    )
    .into_bytes()
}

fn journal() -> (TempDir, Journal) {
    let folder = tempfile::tempdir_in(place()).unwrap();
    let journal = Journal::create(&folder.path().join("a.fz"), FIRST).unwrap();
    (folder, journal)
}

/// The same two columns without chain, checks or guards.
fn raw() -> (TempDir, Connection) {
    let folder = tempfile::tempdir_in(place()).unwrap();
    let conn = Connection::open(folder.path().join("raw.db")).unwrap();
    journal::set_pragmas(&conn).unwrap();
    conn.execute_batch("CREATE TABLE event(seq INTEGER PRIMARY KEY, body BLOB NOT NULL, hash BLOB NOT NULL) STRICT")
        .unwrap();
    (folder, conn)
}

/// A real disk: the system's folder for temporary files may be memory.
fn place() -> std::path::PathBuf {
    let place = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).to_owned();
    std::fs::create_dir_all(&place).unwrap();
    place
}

fn insert(conn: &mut Connection, bodies: &[Vec<u8>]) {
    let transaction = conn.transaction().unwrap();
    for body in bodies {
        let mut insert = transaction.prepare_cached("INSERT INTO event(body, hash) VALUES(?1, ?2)").unwrap();
        insert.execute((body, [0_u8; 32])).unwrap();
    }
    transaction.commit().unwrap();
}

fn batch(size: usize, next: &mut u64) -> Vec<Vec<u8>> {
    let bodies = (0..size as u64).map(|at| body(*next + at)).collect();
    *next += size as u64;
    bodies
}

#[divan::bench(args = [1, 64], sample_count = 100, sample_size = 1)]
fn append_journal(bencher: Bencher<'_, '_>, size: usize) {
    let ((_folder, mut journal), mut next) = (journal(), 2);
    bencher.counter(size).bench_local(|| journal.append(&batch(size, &mut next), &[]).unwrap());
}

#[divan::bench(args = [1, 64], sample_count = 100, sample_size = 1)]
fn append_raw_sqlite(bencher: Bencher<'_, '_>, size: usize) {
    let ((_folder, mut conn), mut next) = (raw(), 2);
    bencher.counter(size).bench_local(|| insert(&mut conn, &batch(size, &mut next)));
}

/// The middle of the quotients of neighbouring turns, so that a slow minute of the disk weighs on both sides alike; who
/// goes first changes, because the second finds the disk awake.
fn ratio() {
    let ((_one, mut journal), (_other, mut conn), mut next) = (journal(), raw(), 2);
    let timed = |work: &mut dyn FnMut()| -> Duration {
        let began = Instant::now();
        work();
        began.elapsed()
    };
    let mut quotients = Vec::with_capacity(TURNS);
    for turn in 0..TURNS {
        let bodies = batch(1, &mut next);
        let mut append = || timed(&mut || drop(journal.append(&bodies, &[]).unwrap()));
        let mut raw = || timed(&mut || insert(&mut conn, &bodies));
        let (ours, theirs) = if turn % 2 == 0 {
            let ours = append();
            (ours, raw())
        } else {
            let theirs = raw();
            (append(), theirs)
        };
        quotients.push(ours.as_secs_f64() / theirs.as_secs_f64());
    }
    quotients.sort_by(f64::total_cmp);
    println!("append, one durable event: journal ÷ raw SQLite = {:.2} (middle of {TURNS} pairs)", quotients[TURNS / 2]);
}
