//! The tables of format 1 and the triggers that guard them, word for word as FORMAT.md gives them.

use rusqlite::Connection;

use crate::error::OpenError;

/// "FZF1": how the file says what it is.
pub const APPLICATION_ID: u32 = 0x465A_4631;
/// The format this program writes (`user_version`).
pub const FORMAT: u32 = 1;

/// What `sqlite_schema` holds for one object: name, and its text without a final semicolon.
type Object = (&'static str, &'static str);

/// A row of `sqlite_schema`: type, name, table, text.
type Row = (String, String, String, Option<String>);

const TABLES: [Object; 3] = [
    ("file", "CREATE TABLE file(id BLOB NOT NULL CHECK(length(id)=16)) STRICT"),
    ("event", EVENT_TABLE),
    ("blob", "CREATE TABLE blob(hash BLOB PRIMARY KEY, salt BLOB, bytes BLOB, erased_at INTEGER) STRICT"),
];

/// Also what tells a damaged file of ours from another program's (see `header`).
pub(crate) const EVENT_TABLE: &str =
    "CREATE TABLE event(seq INTEGER PRIMARY KEY, body BLOB NOT NULL, hash BLOB NOT NULL) STRICT";

const GUARDS: [Object; 9] = [
    (
        "file_once",
        "CREATE TRIGGER file_once BEFORE INSERT ON file WHEN EXISTS(SELECT 1 FROM file) \
         BEGIN SELECT RAISE(ABORT,'a file has one id'); END",
    ),
    (
        "file_kept",
        "CREATE TRIGGER file_kept BEFORE UPDATE ON file BEGIN SELECT RAISE(ABORT,'the id of a file never changes'); END",
    ),
    (
        "file_stays",
        "CREATE TRIGGER file_stays BEFORE DELETE ON file BEGIN SELECT RAISE(ABORT,'the id of a file stays'); END",
    ),
    (
        "event_next",
        "CREATE TRIGGER event_next BEFORE INSERT ON event \
         WHEN NEW.seq IS NOT (SELECT coalesce(max(seq),0)+1 FROM event) \
         BEGIN SELECT RAISE(ABORT,'events follow each other without gaps'); END",
    ),
    (
        "event_kept",
        "CREATE TRIGGER event_kept BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT,'events never change'); END",
    ),
    ("event_stays", "CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT,'events stay'); END"),
    (
        "blob_once",
        "CREATE TRIGGER blob_once BEFORE INSERT ON blob WHEN EXISTS(SELECT 1 FROM blob WHERE hash IS NEW.hash) \
         BEGIN SELECT RAISE(ABORT,'this blob is here already'); END",
    ),
    (
        "blob_kept",
        "CREATE TRIGGER blob_kept BEFORE UPDATE ON blob WHEN NEW.hash IS NOT OLD.hash OR NEW.salt IS NOT NULL \
         OR NEW.bytes IS NOT NULL OR NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL \
         BEGIN SELECT RAISE(ABORT,'a blob is only ever erased'); END",
    ),
    (
        "blob_stays",
        "CREATE TRIGGER blob_stays BEFORE DELETE ON blob BEGIN SELECT RAISE(ABORT,'the hash of a blob stays'); END",
    ),
];

/// Lays out an empty database as a file of format 1.
pub(crate) fn lay_out(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", FORMAT)?;
    for (_, sql) in TABLES.iter().chain(&GUARDS) {
        conn.execute_batch(sql)?;
    }
    Ok(())
}

/// What stands in the schema that format 1 does not know, or lacks: the first such name. Missing guards do not count.
pub(crate) fn stranger(conn: &Connection) -> rusqlite::Result<Option<String>> {
    let found = objects(conn)?;
    let known = |(kind, name, table, sql): &Row| match (kind.as_str(), sql) {
        ("table", Some(sql)) => name == table && TABLES.contains(&(name, sql)),
        ("trigger", Some(sql)) => name.starts_with(table) && GUARDS.contains(&(name, sql)),
        ("index", None) => name == "sqlite_autoindex_blob_1" && table == "blob",
        _ => false,
    };
    let odd = found.iter().find(|row| !known(row)).map(|row| row.1.clone());
    let lacking =
        TABLES.iter().find(|(name, _)| !found.iter().any(|row| row.1 == *name)).map(|(name, _)| (*name).into());
    Ok(odd.or(lacking))
}

/// Refuses what is not format 1 and puts back guards another tool has taken away; they guard, they are no facts.
pub(crate) fn guard(conn: &Connection) -> Result<(), OpenError> {
    if let Some(name) = stranger(conn)? {
        return Err(OpenError::Damaged(format!("unexpected or missing in the schema: {name}")));
    }
    let found = objects(conn)?;
    for (name, sql) in GUARDS.iter().filter(|(name, _)| !found.iter().any(|row| row.1 == *name)) {
        tracing::warn!(name, "a guard of the file was missing and is put back");
        conn.execute_batch(sql)?;
    }
    Ok(())
}

fn objects(conn: &Connection) -> rusqlite::Result<Vec<Row>> {
    let mut statement = conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?.collect()
}
