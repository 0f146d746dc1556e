//! Appending and erasing: one transaction each, all or nothing, and afterwards the journal knows where the file ends.

use std::collections::HashSet;

use rusqlite::{OptionalExtension as _, Transaction, TransactionBehavior};

use crate::blob::SealedBlob;
use crate::body::{self, Envelope};
use crate::error::{AppendError, Trouble};
use crate::hash::{Chain, Hash};
use crate::journal::{Journal, sync_folder};
use crate::reader;

/// An event that is durably in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its number.
    pub seq: u64,
    /// Its hash.
    pub hash: Hash,
}

impl Journal {
    /// Appends events and the blobs they name in one transaction; when it returns, they are on the disk.
    ///
    /// Blobs that are there already are left as they are.
    pub fn append(&mut self, bodies: &[Vec<u8>], blobs: &[SealedBlob]) -> Result<Vec<StoredEvent>, AppendError> {
        let envelopes = read_all(bodies)?;
        if let Some(hash) = envelopes.iter().flat_map(|envelope| &envelope.erased).next() {
            return Err(AppendError::ErasureNotListed(*hash));
        }
        self.commit(bodies, |transaction| {
            put_blobs(transaction, blobs)?;
            check_references(transaction, &envelopes)
        })
    }

    /// Appends `person-erased` events and, in the same transaction, removes the blobs they list for ever.
    ///
    /// `hashes` must be exactly what the bodies list under `blobs`; those erased before keep their first date.
    /// `at_ms` is UTC milliseconds.
    pub fn erase(&mut self, bodies: &[Vec<u8>], hashes: &[Hash], at_ms: i64) -> Result<Vec<StoredEvent>, AppendError> {
        let envelopes = read_all(bodies)?;
        let listed: HashSet<Hash> = envelopes.iter().flat_map(|envelope| envelope.erased.iter().copied()).collect();
        let wanted: HashSet<Hash> = hashes.iter().copied().collect();
        if let Some(odd) = listed.symmetric_difference(&wanted).min() {
            return Err(AppendError::ErasureNotListed(*odd));
        }
        self.commit(bodies, |transaction| {
            check_references(transaction, &envelopes)?;
            let mut erase = transaction.prepare_cached(
                "UPDATE blob SET salt=NULL, bytes=NULL, erased_at=?2 WHERE hash=?1 AND erased_at IS NULL",
            )?;
            for hash in &wanted {
                if state(transaction, hash)? == BlobState::Missing {
                    return Err(AppendError::BlobMissing(*hash));
                }
                erase.execute((hash.0, at_ms))?;
            }
            Ok(())
        })
    }

    fn commit(
        &mut self,
        bodies: &[Vec<u8>],
        beside: impl FnOnce(&Transaction<'_>) -> Result<(), AppendError>,
    ) -> Result<Vec<StoredEvent>, AppendError> {
        self.settle()?;
        let mut after = self.chain;
        let mut stored = Vec::with_capacity(bodies.len());
        for body in bodies {
            after.push(body);
            stored.push(StoredEvent { seq: after.count(), hash: after.hash() });
        }
        let before = (self.chain.count(), self.chain.hash());
        match self.write(before, bodies, &stored, beside) {
            Ok(()) => {}
            Err(Failure::Before(error)) => {
                self.take_back();
                return Err(error);
            }
            Err(Failure::AtCommit(error)) => self.look_back(after, error)?,
        }
        self.chain = after;
        Ok(stored)
    }

    fn write(
        &mut self,
        before: (u64, Hash),
        bodies: &[Vec<u8>],
        stored: &[StoredEvent],
        beside: impl FnOnce(&Transaction<'_>) -> Result<(), AppendError>,
    ) -> Result<(), Failure> {
        let transaction = self.reader.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if reader::last(&transaction)? != Some(before) {
            return Err(Failure::Before(AppendError::Overtaken));
        }
        beside(&transaction).map_err(Failure::Before)?;
        {
            let mut insert = transaction.prepare_cached("INSERT INTO event(seq,body,hash) VALUES(?1,?2,?3)")?;
            for (event, body) in stored.iter().zip(bodies) {
                let seq = i64::try_from(event.seq).map_err(|e| refused(e.to_string()))?;
                insert.execute((seq, body, event.hash.0))?;
            }
        }
        transaction.commit().map_err(|error| Failure::AtCommit(error.into()))
    }

    /// After an error inside the transaction: nothing was committed; SQLite may have rolled back by itself.
    fn take_back(&mut self) {
        if !self.reader.conn.is_autocommit() && self.reader.conn.execute_batch("ROLLBACK").is_err() {
            self.unsettled = true;
        }
    }

    /// After an error of the commit itself: it may stand all the same, if only the last step failed.
    fn look_back(&mut self, after: Chain, error: Trouble) -> Result<(), AppendError> {
        self.take_back();
        match reader::last(&self.reader.conn) {
            Ok(Some((count, hash))) if (count, hash) == (self.chain.count(), self.chain.hash()) => {
                Err(AppendError::Trouble(error))
            }
            // In the file, and its rollback journal is gone: what failed was making that durable. Done here once more.
            Ok(Some((count, hash))) if (count, hash) == (after.count(), after.hash()) => {
                if let Err(again) = sync_folder(&self.path) {
                    tracing::error!(error = %again, "a commit stands but is not known to be durable");
                    self.unsettled = true;
                    return Err(AppendError::Trouble(error));
                }
                Ok(())
            }
            _ => {
                self.unsettled = true;
                Err(AppendError::Trouble(error))
            }
        }
    }

    /// Before the next append after an unclear one: does the file end where this journal believes?
    fn settle(&mut self) -> Result<(), AppendError> {
        if self.unsettled {
            self.take_back();
            if reader::last(&self.reader.conn)? != Some((self.chain.count(), self.chain.hash())) {
                return Err(AppendError::Overtaken);
            }
            self.unsettled = false;
        }
        Ok(())
    }
}

enum Failure {
    /// Nothing was committed.
    Before(AppendError),
    /// The commit reported an error.
    AtCommit(Trouble),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Before(error.into())
    }
}

fn refused(why: String) -> Failure {
    Failure::Before(AppendError::Trouble(Trouble::Refused(why)))
}

fn read_all(bodies: &[Vec<u8>]) -> Result<Vec<Envelope>, AppendError> {
    let read = |(index, body): (usize, &Vec<u8>)| body::read(body).map_err(|why| AppendError::BadBody { index, why });
    bodies.iter().enumerate().map(read).collect()
}

#[derive(PartialEq, Eq)]
enum BlobState {
    Missing,
    Kept,
    Erased,
}

fn state(transaction: &Transaction<'_>, hash: &Hash) -> rusqlite::Result<BlobState> {
    let mut statement = transaction.prepare_cached("SELECT erased_at IS NULL FROM blob WHERE hash=?1")?;
    Ok(match statement.query_row([hash.0], |row| row.get(0)).optional()? {
        None => BlobState::Missing,
        Some(true) => BlobState::Kept,
        Some(false) => BlobState::Erased,
    })
}

fn put_blobs(transaction: &Transaction<'_>, blobs: &[SealedBlob]) -> Result<(), AppendError> {
    let mut insert = transaction.prepare_cached("INSERT INTO blob(hash,salt,bytes) VALUES(?1,?2,?3)")?;
    for blob in blobs {
        match state(transaction, &blob.hash())? {
            BlobState::Missing => {
                insert.execute((blob.hash().0, blob.salt(), blob.bytes()))?;
            }
            BlobState::Kept => {}
            BlobState::Erased => return Err(AppendError::BlobErased(blob.hash())),
        }
    }
    Ok(())
}

/// A reference into nothing would be damage from the day it is written.
fn check_references(transaction: &Transaction<'_>, envelopes: &[Envelope]) -> Result<(), AppendError> {
    for hash in envelopes.iter().flat_map(|envelope| &envelope.references) {
        if state(transaction, hash)? == BlobState::Missing {
            return Err(AppendError::BlobMissing(*hash));
        }
    }
    Ok(())
}
