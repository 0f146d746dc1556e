//! Opening a file without ever writing to it; a half-written one is recovered in a copy.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::error::{OpenError, Trouble, needs_recovery};
use crate::guard;
use crate::hash::FileId;
use crate::header::{Look, has_rollback_journal, look, rollback_journal};
use crate::presence;
use crate::reader::{self, Reader};
use crate::schema::FORMAT;

/// A file open for reading only.
#[derive(Debug)]
pub struct ReadOnly {
    reader: Reader,
}

impl ReadOnly {
    /// Opens a file for reading, whoever else has it open, wherever it lies, also of a later format.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let raw = RawReader::open(path)?;
        if let Some(Look::Damaged(what)) = raw.look {
            return Err(OpenError::Damaged(what));
        }
        let file_id = reader::file_id(&raw.conn)?.ok_or_else(|| OpenError::Damaged("the id of the file".into()))?;
        Ok(Self { reader: raw.into_reader(file_id)? })
    }

    /// Whether an unfinished commit was taken back in a copy, which is what is read here.
    pub fn is_recovered_copy(&self) -> bool {
        self.reader.copy.is_some()
    }

    /// The later format of the file, if it is one; its chain is then not checked.
    pub fn newer_format(&self) -> Option<u32> {
        (self.reader.format > FORMAT).then_some(self.reader.format)
    }
}

impl Deref for ReadOnly {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

/// A connection that reads a file which may be damaged anywhere.
pub(crate) struct RawReader {
    pub(crate) conn: Connection,
    /// What the first page said; `None` if this process has the file open already.
    pub(crate) look: Option<Look>,
    /// What SQLite would not have opened the file for, had it not been told to bear with it.
    pub(crate) broken: Option<String>,
    /// Where the bytes lie that are read.
    pub(crate) path: PathBuf,
    presence: Option<presence::Presence>,
    copy: Option<TempDir>,
}

impl RawReader {
    /// Opens by the rules: look first, read only, recover in a copy, never wait for ever.
    pub(crate) fn open(path: &Path) -> Result<Self, OpenError> {
        for _ in 0..20 {
            let (presence, seen) = presence::enter(path, || look(path))?;
            match connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY) {
                Ok((conn, broken)) => {
                    let (path, presence) = (path.to_owned(), Some(presence));
                    return Ok(Self { conn, look: seen, broken, path, presence, copy: None });
                }
                Err(Failure::NeedsRecovery) => {
                    drop(presence);
                    if let Some(recovered) = recover(path)? {
                        // A header torn by the unfinished commit is whole again in the copy.
                        let look = seen.filter(|seen| !matches!(seen, Look::Damaged(_)));
                        return Ok(Self { look, ..recovered });
                    }
                    // Whoever was writing has finished meanwhile, or is about to recover it himself.
                    std::thread::sleep(Duration::from_millis(50));
                }
                Err(Failure::Other(error)) => return Err(error),
            }
        }
        Err(OpenError::Trouble(Trouble::Busy))
    }

    /// Whether an unfinished commit was taken back in a copy.
    pub(crate) fn is_copy(&self) -> bool {
        self.copy.is_some()
    }

    /// The later format of the file, if it is one.
    pub(crate) fn format(&self) -> Result<u32, OpenError> {
        match self.look {
            Some(Look::Newer(format)) => Ok(format),
            Some(_) => Ok(FORMAT),
            None => Ok(self.conn.pragma_query_value(None, "user_version", |row| row.get(0))?),
        }
    }

    pub(crate) fn into_reader(self, file_id: FileId) -> Result<Reader, OpenError> {
        let format = self.format()?;
        Ok(Reader { conn: self.conn, file_id, format, _presence: self.presence, copy: self.copy })
    }
}

enum Failure {
    NeedsRecovery,
    Other(OpenError),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        if needs_recovery(&error) { Self::NeedsRecovery } else { Self::Other(error.into()) }
    }
}

/// Opens a connection; the text is what is broken about the file as a whole, if it can be read all the same.
fn connect(path: &Path, mode: OpenFlags) -> Result<(Connection, Option<String>), Failure> {
    let mut conn = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // The first touch of the file, before the pragmas: it says whether an unfinished commit stands in the way.
    guard::be_patient(&mut conn)?;
    let broken = match guard::cut_off(&conn, path) {
        Ok(cut_off) => cut_off,
        Err(error) if needs_recovery(&error) => return Err(Failure::NeedsRecovery),
        Err(error) => {
            // Fewer pages than the header says, say; told to bear with it, SQLite reads those there are.
            conn.execute_batch("PRAGMA writable_schema=ON")?;
            let touched = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
            let said = error.to_string();
            touched.map_err(|_| Failure::from(error))?;
            Some(said)
        }
    };
    guard::set_pragmas(&conn).map_err(Failure::Other)?;
    conn.execute_batch("PRAGMA query_only=ON")?;
    Ok((conn, broken))
}

/// Copies the file with its journal and recovers the copy; `None` if that was not needed any more or not possible now.
fn recover(path: &Path) -> Result<Option<RawReader>, OpenError> {
    let trouble = |error: std::io::Error| OpenError::Trouble(error.into());
    let folder = tempfile::Builder::new().prefix("fangzhuo-").tempdir().map_err(trouble)?;
    let copy = folder.path().join("recovered.fz");
    let copied = presence::alone(path, || {
        if !has_rollback_journal(path) {
            return Ok(false);
        }
        let before = stamps(path)?;
        std::fs::copy(rollback_journal(path), rollback_journal(&copy))?;
        std::fs::copy(path, &copy)?;
        // Unchanged around the copying, or somebody was recovering or writing it.
        Ok(has_rollback_journal(path) && stamps(path)? == before)
    })
    .map_err(trouble)?;
    if copied != Some(true) {
        return Ok(None);
    }
    writable(&copy).and_then(|()| writable(&rollback_journal(&copy))).map_err(trouble)?;
    let (conn, broken) = match connect(&copy, OpenFlags::SQLITE_OPEN_READ_WRITE) {
        Ok(opened) => opened,
        Err(Failure::NeedsRecovery) => return Err(OpenError::Damaged("an unfinished commit".into())),
        Err(Failure::Other(error)) => return Err(error),
    };
    Ok(Some(RawReader { conn, look: None, broken, path: copy, presence: None, copy: Some(folder) }))
}

type Stamp = (u64, Option<std::time::SystemTime>);

fn stamps(path: &Path) -> std::io::Result<(Stamp, Stamp)> {
    let stamp = |path: &Path| std::fs::metadata(path).map(|found| (found.len(), found.modified().ok()));
    Ok((stamp(path)?, stamp(&rollback_journal(path))?))
}

/// Copies from read-only media carry their write protection with them.
fn writable(path: &Path) -> std::io::Result<()> {
    let mut permissions = std::fs::metadata(path)?.permissions();
    if permissions.readonly() {
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o600);
        #[cfg(not(unix))]
        permissions.set_readonly(false);
        std::fs::set_permissions(path, permissions)?;
    }
    Ok(())
}
