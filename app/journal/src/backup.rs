//! Copies: verified backups of a file at work, and what can be saved of a damaged one.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::blob::{Blob, random};
use crate::error::{OpenError, ReadError, Trouble};
use crate::guard;
use crate::hash::{FileId, Hash};
use crate::head::Head;
use crate::header::with_suffix;
use crate::journal::{Journal, lay_down, sync_folder};
use crate::read_only::RawReader;
use crate::reader::{self, Stored};
use crate::verify::{NotOurs, Report, verify};

/// Why there is no new backup; an older one under the same name is still there.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The disk of the backup, or of the file.
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// No random bytes for a temporary name.
    #[error(transparent)]
    NoRandomness(#[from] crate::blob::NoRandomness),
    /// The copy could not be verified at all.
    #[error(transparent)]
    NotOurs(#[from] NotOurs),
    /// The copy was verified and is not good: the file itself is damaged, or the disk of the backup lies.
    #[error("the backup is not good: {}", .0.state)]
    NotGood(Box<Report>),
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<std::io::Error> for BackupError {
    fn from(error: std::io::Error) -> Self {
        Self::Trouble(error.into())
    }
}

/// A copy that is on the disk but not yet verified; it goes away if it is not kept.
#[derive(Debug)]
#[must_use = "an unverified backup goes away"]
pub struct UnverifiedBackup {
    part: PathBuf,
    to: PathBuf,
}

impl Journal {
    /// Copies the file through the writer's own connection, so that no commit has to wait for a reader.
    pub fn backup(&self, to: &Path) -> Result<UnverifiedBackup, BackupError> {
        let part = with_suffix(to, &format!(".new-{}", FileId(random()?)));
        let backup = UnverifiedBackup { part, to: to.to_owned() };
        let mut copy = Connection::open(&backup.part)?;
        guard::set_pragmas(&copy).map_err(|error| Trouble::Refused(error.to_string()))?;
        if Backup::new(&self.reader.conn, &mut copy)?.step(-1)? != StepResult::Done {
            return Err(Trouble::Busy.into());
        }
        copy.close().map_err(|(_, error)| error)?;
        std::fs::OpenOptions::new().write(true).open(&backup.part)?.sync_all()?;
        Ok(backup)
    }
}

impl UnverifiedBackup {
    /// Verifies the copy and puts it in the place of an older one; may run on another thread.
    pub fn keep(self) -> Result<Report, BackupError> {
        let report = verify(&self.part)?;
        if !report.is_sound() {
            return Err(BackupError::NotGood(Box::new(report)));
        }
        std::fs::rename(&self.part, &self.to)?;
        sync_folder(&self.to)?;
        Ok(report)
    }
}

impl Drop for UnverifiedBackup {
    fn drop(&mut self) {
        // Gone already if it was kept.
        let _ = std::fs::remove_file(&self.part);
        let _ = std::fs::remove_file(with_suffix(&self.part, "-journal"));
    }
}

/// What was saved of a damaged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// Where the new file stands: the last event of the whole part of the chain.
    pub head: Head,
    /// Blobs that are lost: they stay named as damaged until a `person-erased` lists them.
    pub lost: Vec<Hash>,
}

/// Saves the whole part of a damaged file into a new one of the same name: the chain up to the damage, the whole blobs.
///
/// The damaged file is only read; nothing may lie under `to` yet.
pub fn salvage(damaged: &Path, to: &Path) -> Result<Salvaged, OpenError> {
    let raw = RawReader::open(damaged)?;
    let file_id = reader::file_id(&raw.conn)?.ok_or_else(|| OpenError::Damaged("the id of the file".into()))?;
    let file = raw.into_reader(file_id)?;
    let mut head = Head { file_id, count: 0, hash: Hash::ZERO };
    let mut lost = Vec::new();
    lay_down(to, file_id, |conn| {
        let mut event = conn.prepare("INSERT INTO event VALUES(?1,?2,?3)")?;
        let mut failed = None;
        let mut named = Vec::new();
        let read = file.read_events(1, |row| {
            let Ok(envelope) = crate::body::read(&row.body) else { return false };
            let Ok(seq) = i64::try_from(row.seq) else { return false };
            if let Err(error) = event.execute((seq, &row.body, row.hash.0)) {
                failed = Some(error);
                return false;
            }
            named.extend(envelope.references.into_iter().map(|hash| (hash, false)));
            named.extend(envelope.erased.into_iter().map(|hash| (hash, true)));
            (head.count, head.hash) = (row.seq, row.hash);
            true
        });
        match (failed, read) {
            (Some(error), _) => return Err(error.into()),
            (None, Err(ReadError::Trouble(trouble))) => return Err(trouble.into()),
            _ if head.count == 0 => return Err(OpenError::Damaged("the first event".into())),
            _ => {}
        }
        lost = copy_blobs(&file, conn, named)?;
        Ok(())
    })?;
    Ok(Salvaged { head, lost })
}

/// Copies what the saved events name; says what is not whole any more.
fn copy_blobs(file: &reader::Reader, conn: &Connection, mut named: Vec<(Hash, bool)>) -> Result<Vec<Hash>, OpenError> {
    // By hash, an erasure after the mere references.
    named.sort_unstable();
    let mut insert = conn.prepare("INSERT INTO blob VALUES(?1,?2,?3,?4)")?;
    let mut lost = Vec::new();
    for group in named.chunk_by(|a, b| a.0 == b.0) {
        let [.., (hash, erased)] = group else { continue };
        match file.blob(hash) {
            Ok(Some(Blob::Erased { at })) if *erased => {
                insert.execute((hash.0, None::<[u8; 16]>, None::<Vec<u8>>, Some(at)))?;
            }
            Ok(Some(Blob::Bytes(_))) if !erased => {
                if let Some(Stored { salt: Some(salt), bytes: Some(bytes), .. }) = file.stored(hash)? {
                    insert.execute((hash.0, Some(salt), Some(bytes), None::<i64>))?;
                }
            }
            // Listed as erased, so nothing is lost by its absence.
            Ok(_) | Err(ReadError::DamagedBlob(_)) if *erased => {}
            Err(ReadError::Trouble(trouble @ (Trouble::Io(_) | Trouble::Busy))) => return Err(trouble.into()),
            // The row stays, empty, as the place an erasure can settle.
            _ => {
                insert.execute((hash.0, None::<[u8; 16]>, None::<Vec<u8>>, None::<i64>))?;
                lost.push(*hash);
            }
        }
    }
    Ok(lost)
}
