//! How a connection is set before it may touch a file: the pragmas, read back, and the authorizer.

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

/// How long a commit or a read waits for others' short reads and commits.
const PATIENCE: Duration = Duration::from_secs(20);

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

fn set(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(PATIENCE)?;
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
