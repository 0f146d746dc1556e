//! How a connection is set before it may touch a file: the pragmas, read back, and the authorizer.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::types::Value;

use crate::error::OpenError;

/// A setting of the connection: what is set and what must then be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pragma {
    /// Its name.
    pub name: &'static str,
    /// What it is set to.
    pub set: &'static str,
    /// What it reads once it holds.
    pub reads: &'static str,
}

const fn pragma(name: &'static str, set: &'static str, reads: &'static str) -> Pragma {
    Pragma { name, set, reads }
}

/// One file at rest and every commit on the disk; no trust in what the file says about itself; erased means overwritten.
const PRAGMAS: &[Pragma] = &[
    pragma("journal_mode", "DELETE", "delete"),
    pragma("synchronous", "EXTRA", "3"),
    pragma("foreign_keys", "ON", "1"),
    pragma("trusted_schema", "OFF", "0"),
    pragma("cell_size_check", "ON", "1"),
    pragma("secure_delete", "ON", "1"),
    // So that INSERT OR REPLACE meets the guards against deleting.
    pragma("recursive_triggers", "ON", "1"),
    // Nothing personal in SQLite's temporary files.
    pragma("temp_store", "MEMORY", "2"),
    // A page that changes under a mapping would be a crash instead of an error.
    pragma("mmap_size", "0", "0"),
    // Without it macOS answers before the bytes are on the disk.
    #[cfg(target_os = "macos")]
    pragma("fullfsync", "ON", "1"),
];

/// How often a commit or a read asks again while others read or commit: for half a minute and more.
const PATIENCE: i32 = 20_000;

/// The settings every connection to a file has: a benchmark of raw SQLite sets the same with [`set_pragmas`].
pub fn pragmas() -> &'static [Pragma] {
    PRAGMAS
}

/// Sets the pragmas on a connection and reads each back; an error names the first that does not hold.
pub fn set_pragmas(conn: &Connection) -> Result<(), OpenError> {
    set(conn)?;
    for pragma in PRAGMAS {
        // Without memory mapping in the build the pragma answers nothing at all, which is what is wanted.
        let found = read(conn, pragma.name)?.unwrap_or_else(|| pragma.reads.to_owned());
        if found != pragma.reads {
            return Err(OpenError::Setting { name: pragma.name, wanted: pragma.reads.to_owned(), found });
        }
    }
    Ok(())
}

/// Waits in short steps. SQLite's own waiting grows to 100 ms a step; beside a writer that commits again and again a reader
/// would hardly ever ask in the right moment.
pub(crate) fn be_patient(conn: &mut Connection) -> rusqlite::Result<()> {
    conn.busy_handler(Some(|asked: i32| {
        // Uneven steps, so that two programs do not keep step.
        std::thread::sleep(Duration::from_micros(500 + u64::from(asked.unsigned_abs() % 7) * 300));
        asked < PATIENCE
    }))
}

fn set(conn: &Connection) -> rusqlite::Result<()> {
    for pragma in PRAGMAS {
        let mut statement = conn.prepare(&format!("PRAGMA {}={}", pragma.name, pragma.set))?;
        let mut rows = statement.query([])?;
        while rows.next()?.is_some() {}
    }
    Ok(())
}

/// What a pragma reads, as text.
pub(crate) fn read(conn: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    let mut statement = conn.prepare(&format!("PRAGMA {name}"))?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(match row.get(0)? {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text,
        other => format!("{other:?}"),
    }))
}

/// What is missing at the end of the file: SQLite itself overlooks a last page that is cut.
///
/// Asked within one read, so that no commit changes the length in between; the file is not opened, only looked up.
pub(crate) fn cut_off(conn: &Connection, path: &Path) -> rusqlite::Result<Option<String>> {
    let read = conn.unchecked_transaction()?;
    read.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let number = |name| read.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let wanted = number("page_count")? * number("page_size")?;
    let found = std::fs::metadata(path).ok().and_then(|found| i64::try_from(found.len()).ok());
    read.finish()?;
    Ok(found.filter(|found| *found < wanted).map(|found| format!("{found} of {wanted} bytes are left")))
}

/// Shuts the door SQLite leaves open for repair tools; none of it is needed to keep a journal.
pub(crate) fn defend(conn: &Connection) -> Result<(), OpenError> {
    for (config, name, wanted) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, "defensive", true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, "enable_trigger", true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, "enable_view", false),
    ] {
        let found = conn.set_db_config(config, wanted)?;
        if found != wanted {
            return Err(OpenError::Setting { name, wanted: wanted.to_string(), found: found.to_string() });
        }
    }
    Ok(())
}

/// From here on this connection appends, erases and reads, and nothing else.
pub(crate) fn authorize(conn: &mut Connection) -> rusqlite::Result<()> {
    conn.authorizer(Some(|context: AuthContext<'_>| judge(&context)))
}

fn judge(context: &AuthContext<'_>) -> Authorization {
    // Triggers only look and refuse; a trigger that writes was not laid by us.
    let by_us = context.accessor.is_none();
    let allowed = match context.action {
        AuthAction::Select | AuthAction::Read { .. } | AuthAction::Transaction { .. } => true,
        AuthAction::Function { function_name } => matches!(function_name, "coalesce" | "max"),
        AuthAction::Insert { table_name } => by_us && matches!(table_name, "event" | "blob"),
        AuthAction::Update { table_name, column_name } => {
            by_us && table_name == "blob" && matches!(column_name, "salt" | "bytes" | "erased_at")
        }
        _ => false,
    };
    if allowed { Authorization::Allow } else { Authorization::Deny }
}

/// Sets SQLite's page quota, which the authorizer else forbids.
pub(crate) fn set_page_quota(conn: &mut Connection, pages: u32) -> rusqlite::Result<()> {
    conn.authorizer(None::<fn(AuthContext<'_>) -> Authorization>)?;
    let set = conn.query_row(&format!("PRAGMA max_page_count={pages}"), [], |_| Ok(()));
    authorize(conn)?;
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AppendError, Journal, ReadOnly, State, Trouble, verify};

    const FIRST: &[u8] = br#"{"v":1,"t":"file-created","at":1,"by":0}"#;
    const NEXT: &str = r#"{"v":1,"t":"note-taken","at":1,"by":0,"text":"TEXT"}"#;

    fn journal() -> (tempfile::TempDir, Journal) {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::create(&folder.path().join("a.fz"), FIRST).unwrap();
        (folder, journal)
    }

    #[test]
    fn every_setting_holds_on_every_connection() {
        let (_folder, mut journal) = journal();
        let reader = ReadOnly::open(journal.path()).unwrap();
        assert!(journal.pragma("synchronous").is_err(), "the writer may not even ask any more");
        journal.reader.conn.authorizer(None::<fn(AuthContext<'_>) -> Authorization>).unwrap();
        for pragma in pragmas() {
            for conn in [&journal.reader, &*reader] {
                let said = conn.pragma(pragma.name).unwrap();
                assert!(said.as_deref() == Some(pragma.reads) || pragma.name == "mmap_size", "{pragma:?}: {said:?}");
            }
        }
    }

    #[test]
    fn a_setting_that_does_not_hold_is_an_error() {
        let conn = Connection::open_in_memory().unwrap();
        match set_pragmas(&conn) {
            Err(OpenError::Setting { name: "journal_mode", found, .. }) => assert_eq!(found, "memory"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_writers_connection_does_nothing_but_append_and_erase() {
        let (_folder, journal) = journal();
        for sql in [
            "UPDATE event SET body=x'00'",
            "DELETE FROM event",
            "INSERT OR REPLACE INTO file VALUES(zeroblob(16))",
            "UPDATE file SET id=zeroblob(16)",
            "DELETE FROM blob",
            "UPDATE blob SET hash=x'00'",
            "DROP TRIGGER event_kept",
            "DROP TABLE event",
            "CREATE TABLE other(x)",
            "CREATE TEMP TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END",
            "ALTER TABLE event ADD COLUMN x",
            "ATTACH ':memory:' AS other",
            "PRAGMA writable_schema=ON",
            "PRAGMA journal_mode=MEMORY",
            "VACUUM",
        ] {
            let error = journal.reader.conn.execute_batch(sql).unwrap_err();
            assert!(error.to_string().contains("authoriz"), "{sql}: {error}");
        }
    }

    #[test]
    fn a_full_disk_is_said_and_the_journal_goes_on_when_there_is_room() {
        let (_folder, mut journal) = journal();
        let limit = |journal: &mut Journal, pages| journal.set_quota(pages).unwrap();
        let body = |length: usize| NEXT.replace("TEXT", &"x".repeat(length)).into_bytes();
        limit(&mut journal, 12);
        journal.append(&[body(10)], &[]).unwrap();
        let before = journal.confirmed();
        let blob = crate::seal(vec![7; 100_000]).unwrap();
        for _ in 0..3 {
            assert_eq!(journal.append(&[body(100_000)], &[]).unwrap_err(), AppendError::Trouble(Trouble::DiskFull));
            let refused = journal.append(&[body(10)], std::slice::from_ref(&blob)).unwrap_err();
            assert_eq!(refused, AppendError::Trouble(Trouble::DiskFull));
        }
        assert_eq!((journal.head().unwrap(), journal.confirmed()), (before, before));
        journal.append(&[body(10)], &[]).unwrap();
        limit(&mut journal, 1_000);
        assert_eq!(journal.append(&[body(100_000)], &[blob]).unwrap()[0].seq, before.count + 2);
        let path = journal.path().to_owned();
        drop(journal);
        assert_eq!(verify(&path).unwrap().state, State::Good);
    }
}
