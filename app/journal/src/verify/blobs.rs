//! Every blob against its hash, and every gap against the erasures.

use std::collections::{BTreeSet, HashSet};

use rusqlite::params;

use super::events::Events;
use crate::error::Trouble;
use crate::hash::Hash;
use crate::reader::{ROWS, Reader, Stored, fits, hash_of};

/// What was found under the hashes.
pub(super) struct Blobs {
    /// Number of blobs whose bytes fit their hash.
    pub(super) whole: u64,
    /// Damaged ones, in the order of their hashes.
    pub(super) damaged: BTreeSet<Hash>,
    /// Rows without salt and bytes.
    empty: HashSet<Hash>,
    /// Every row seen.
    present: HashSet<Hash>,
}

enum Found {
    Whole,
    Empty,
    Damaged,
}

/// Looks at every row, in short reads.
pub(super) fn look(file: &Reader) -> Result<Blobs, Trouble> {
    let mut blobs = Blobs { whole: 0, damaged: BTreeSet::new(), empty: HashSet::new(), present: HashSet::new() };
    let mut after: Option<Hash> = None;
    loop {
        let hashes = match next_hashes(file, after) {
            Ok(hashes) => hashes,
            // The rest of the list cannot be read; what events name of it is missed by `compare`.
            Err(Trouble::Damaged(_)) => return Ok(blobs),
            Err(trouble) => return Err(trouble),
        };
        let Some(last) = hashes.last() else { return Ok(blobs) };
        after = Some(*last);
        for hash in hashes {
            blobs.present.insert(hash);
            match find(file, &hash)? {
                Some(Found::Whole) => blobs.whole += 1,
                Some(Found::Empty) => {
                    blobs.empty.insert(hash);
                }
                Some(Found::Damaged) | None => {
                    blobs.damaged.insert(hash);
                }
            }
        }
    }
}

impl Blobs {
    /// Holds what was seen against what the events say.
    pub(super) fn compare(&mut self, file: &Reader, events: &Events) -> Result<(), Trouble> {
        // Of an event chain that breaks off nobody knows what the rest erased.
        if events.damaged_at.is_none() {
            self.damaged.extend(self.empty.difference(&events.erased));
            for hash in events.references.difference(&self.present) {
                match find(file, hash)? {
                    Some(Found::Whole) => self.whole += 1,
                    Some(Found::Empty) | None if events.erased.contains(hash) => {
                        self.empty.insert(*hash);
                    }
                    _ => {
                        self.damaged.insert(*hash);
                    }
                }
            }
        }
        for hash in &events.erased {
            // Seen whole before its erasure came in, or back although erased: a second look tells.
            if self.present.contains(hash) && !self.empty.contains(hash) {
                match find(file, hash)? {
                    Some(Found::Empty) | None => {
                        self.whole = self.whole.saturating_sub(1);
                        self.empty.insert(*hash);
                    }
                    Some(_) => {
                        self.damaged.insert(*hash);
                    }
                }
            }
        }
        Ok(())
    }

    pub(super) fn erased_count(&self) -> u64 {
        self.empty.difference(&self.damaged.iter().copied().collect()).count() as u64
    }
}

fn next_hashes(file: &Reader, after: Option<Hash>) -> Result<Vec<Hash>, Trouble> {
    let mut statement =
        file.conn.prepare_cached("SELECT hash FROM blob WHERE ?1 IS NULL OR hash>?1 ORDER BY hash LIMIT ?2")?;
    let rows = statement
        .query_map(params![after.map(|hash| hash.0), i64::try_from(ROWS).unwrap_or(i64::MAX)], |row| hash_of(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn find(file: &Reader, hash: &Hash) -> Result<Option<Found>, Trouble> {
    let stored = match file.stored(hash).map_err(Trouble::from) {
        Ok(stored) => stored,
        Err(Trouble::Damaged(_)) => return Ok(Some(Found::Damaged)),
        Err(trouble) => return Err(trouble),
    };
    Ok(stored.map(|stored| match stored {
        Stored { salt: None, bytes: None, erased_at: Some(_) } => Found::Empty,
        Stored { salt: Some(salt), bytes: Some(bytes), erased_at: None } if fits(hash, &salt, &bytes) => Found::Whole,
        _ => Found::Damaged,
    }))
}
