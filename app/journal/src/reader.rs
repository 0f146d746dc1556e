//! Reading: events in short reads, blobs one by one, the head. Everything handed out has been checked against its hash.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use tempfile::TempDir;

use crate::blob::Blob;
use crate::error::{ReadError, Trouble};
use crate::hash::{Chain, FileId, Hash, blob_hash};
use crate::head::Head;
use crate::presence::Presence;

/// Rows taken before a statement ends and its lock is let go: a longer read would make a commit wait.
pub(crate) const ROWS: usize = 2_000;
/// A read also ends after about this many bytes, so that large bodies do not fill the memory.
pub(crate) const CHUNK_BYTES: usize = 8 << 20;

/// One event as the file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// Its number, from 1.
    pub seq: u64,
    /// Its JSON text, byte for byte as hashed.
    pub body: Vec<u8>,
    /// Its hash.
    pub hash: Hash,
}

/// A file open for reading; what a [`crate::Journal`] and a [`crate::ReadOnly`] have in common.
#[derive(Debug)]
pub struct Reader {
    // The order matters: the connection closes before anyone may touch the raw file or the copy goes away.
    pub(crate) conn: Connection,
    pub(crate) file_id: FileId,
    /// Of a later format the chain is not this program's to check.
    pub(crate) format: u32,
    pub(crate) _presence: Option<Presence>,
    /// Where the recovered copy lives, if this is one.
    pub(crate) copy: Option<TempDir>,
}

impl Reader {
    /// The file's own name.
    pub fn file_id(&self) -> FileId {
        self.file_id
    }

    /// Where the file stands now.
    pub fn head(&self) -> Result<Head, ReadError> {
        let (count, hash) = last(&self.conn)?.unwrap_or((0, Hash::ZERO));
        Ok(Head { file_id: self.file_id, count, hash })
    }

    /// Gives every event from `from_seq` on to `take`, to the head the file had at the call or until `take` says no.
    ///
    /// Each is checked against the chain before it is given; the hash before `from_seq` is taken from the file.
    pub fn read_events(&self, from_seq: u64, mut take: impl FnMut(EventRow) -> bool) -> Result<(), ReadError> {
        let end = match self.head() {
            Ok(head) => head.count,
            // Then as far as it goes: what is whole before the damage is still to be had.
            Err(ReadError::Trouble(Trouble::Damaged(_))) => u64::MAX,
            Err(error) => return Err(error),
        };
        let before = from_seq.saturating_sub(1);
        let hash = if before == 0 { Some(Hash::ZERO) } else { self.hash_at(before)? };
        let Some(hash) = hash else { return if before < end { Err(ReadError::DamagedEvent(before)) } else { Ok(()) } };
        let mut chain = Chain::after(self.file_id, before, hash);
        let mut rows = Vec::new();
        while chain.count() < end {
            let read = self.chunk(chain.count(), &mut rows);
            if rows.is_empty() {
                return Err(read.map_or_else(
                    |trouble| damaged(trouble, chain.count() + 1),
                    |()| ReadError::DamagedEvent(chain.count() + 1),
                ));
            }
            for row in rows.drain(..) {
                if self.format == crate::schema::FORMAT && !chain.take(row.seq, &row.body, &row.hash) {
                    return Err(ReadError::DamagedEvent(chain.count() + 1));
                }
                chain = Chain::after(self.file_id, row.seq, row.hash);
                if !take(row) {
                    return Ok(());
                }
            }
            read.map_err(|trouble| damaged(trouble, chain.count() + 1))?;
        }
        Ok(())
    }

    /// The hash of event `seq`, if there is such an event.
    pub fn hash_at(&self, seq: u64) -> Result<Option<Hash>, ReadError> {
        let Ok(seq) = i64::try_from(seq) else { return Ok(None) };
        let mut statement = self.conn.prepare_cached("SELECT hash FROM event WHERE seq=?1")?;
        Ok(statement.query_row([seq], |row| hash_of(row, 0)).optional()?)
    }

    /// The blob under a hash, checked; `None` if the file never held it.
    pub fn blob(&self, hash: &Hash) -> Result<Option<Blob>, ReadError> {
        match self.stored(hash)? {
            None => Ok(None),
            Some(Stored { salt: None, bytes: None, erased_at: Some(at) }) => Ok(Some(Blob::Erased { at })),
            Some(Stored { salt: Some(salt), bytes: Some(bytes), erased_at: None }) if fits(hash, &salt, &bytes) => {
                Ok(Some(Blob::Bytes(bytes)))
            }
            Some(_) => Err(ReadError::DamagedBlob(*hash)),
        }
    }

    /// Whether the file holds this blob and it is not erased; the bytes are not read.
    pub fn blob_exists(&self, hash: &Hash) -> Result<bool, ReadError> {
        let mut statement = self.conn.prepare_cached("SELECT erased_at IS NULL FROM blob WHERE hash=?1")?;
        Ok(statement.query_row([hash.0], |row| row.get(0)).optional()?.unwrap_or(false))
    }

    /// For each hash whether the file holds that blob and it is not erased, in reads of at most 2,000.
    pub fn has_blobs(&self, hashes: &[Hash]) -> Result<Vec<bool>, ReadError> {
        let mut held = Vec::with_capacity(hashes.len());
        for some in hashes.chunks(ROWS) {
            let read = self.conn.unchecked_transaction()?;
            for hash in some {
                held.push(self.blob_exists(hash)?);
            }
            read.finish()?;
        }
        Ok(held)
    }

    /// The file's pragma of this name as it reads now; for tests and reports.
    pub fn pragma(&self, name: &str) -> Result<Option<String>, ReadError> {
        Ok(crate::guard::read(&self.conn, name)?)
    }

    /// Adds the events after `seq` to `rows`, as many as one short read takes; those before an error stay in `rows`.
    pub(crate) fn chunk(&self, seq: u64, rows: &mut Vec<EventRow>) -> Result<(), Trouble> {
        // From the start really from the start: an event 0 would be nothing we wrote.
        let after = if seq == 0 { i64::MIN } else { i64::try_from(seq).unwrap_or(i64::MAX) };
        let mut statement =
            self.conn.prepare_cached("SELECT seq, body, hash FROM event WHERE seq>?1 ORDER BY seq LIMIT ?2")?;
        let mut found = statement.query(params![after, i64::try_from(ROWS).unwrap_or(i64::MAX)])?;
        let mut bytes = 0;
        while bytes < CHUNK_BYTES
            && let Some(row) = found.next()?
        {
            let seq = u64::try_from(row.get::<_, i64>(0)?).map_err(|_| Trouble::Damaged("an event below 1".into()))?;
            let event = EventRow { seq, body: row.get(1)?, hash: hash_of(row, 2)? };
            bytes += event.body.len();
            rows.push(event);
        }
        Ok(())
    }

    pub(crate) fn stored(&self, hash: &Hash) -> rusqlite::Result<Option<Stored>> {
        let mut statement = self.conn.prepare_cached("SELECT salt, bytes, erased_at FROM blob WHERE hash=?1")?;
        statement
            .query_row([hash.0], |row| Ok(Stored { salt: row.get(0)?, bytes: row.get(1)?, erased_at: row.get(2)? }))
            .optional()
    }
}

/// A row of the table `blob`.
pub(crate) struct Stored {
    pub(crate) salt: Option<Vec<u8>>,
    pub(crate) bytes: Option<Vec<u8>>,
    pub(crate) erased_at: Option<i64>,
}

/// Whether these are the bytes a hash names.
pub(crate) fn fits(hash: &Hash, salt: &[u8], bytes: &[u8]) -> bool {
    <&[u8; 16]>::try_from(salt).is_ok_and(|salt| blob_hash(salt, bytes) == *hash)
}

pub(crate) fn hash_of(row: &Row<'_>, column: usize) -> rusqlite::Result<Hash> {
    row.get(column).map(Hash)
}

/// Number and hash of the last event.
pub(crate) fn last(conn: &Connection) -> rusqlite::Result<Option<(u64, Hash)>> {
    let mut statement = conn.prepare_cached("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")?;
    let found = statement.query_row([], |row| Ok((row.get::<_, i64>(0)?, hash_of(row, 1)?))).optional()?;
    Ok(found.map(|(seq, hash)| (u64::try_from(seq).unwrap_or(0), hash)))
}

/// The file's name, if it has exactly one.
pub(crate) fn file_id(conn: &Connection) -> rusqlite::Result<Option<FileId>> {
    let mut statement = conn.prepare("SELECT id FROM file LIMIT 2")?;
    let ids: Vec<[u8; 16]> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(if let [id] = ids[..] { Some(FileId(id)) } else { None })
}

fn damaged(trouble: Trouble, seq: u64) -> ReadError {
    match trouble {
        Trouble::Damaged(_) => ReadError::DamagedEvent(seq),
        other => ReadError::Trouble(other),
    }
}
