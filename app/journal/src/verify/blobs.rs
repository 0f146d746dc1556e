//! Every blob against its hash, and every gap against the erasures.
//!
//! Beside a writer the order decides: first a row is looked at, then the events are walked on, then it is judged. An
//! erasure is one transaction with its event, so whatever explains what was seen is known by then.

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::params;

use super::events::Events;
use crate::error::Trouble;
use crate::hash::Hash;
use crate::reader::{CHUNK_BYTES, ROWS, Reader, Stored, fits, hash_of};

/// What stood under the hashes when they were looked at.
#[derive(Default)]
pub(super) struct Blobs {
    seen: HashMap<Hash, Found>,
    /// Erasures known before the last look at their blobs.
    erased_before: HashSet<Hash>,
}

/// What the rows and the events say together.
pub(super) struct Verdict {
    /// Number of blobs whose bytes fit their hash.
    pub(super) whole: u64,
    /// Number of blobs that are erased and listed so.
    pub(super) erased: u64,
    /// Damaged ones, in the order of their hashes.
    pub(super) damaged: BTreeSet<Hash>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Whole,
    Empty,
    Missing,
    Damaged,
}

impl Blobs {
    /// Looks at every row there is, in short reads.
    pub(super) fn look_at_all(&mut self, file: &Reader) -> Result<(), Trouble> {
        let mut after: Option<Hash> = None;
        loop {
            let hashes = match next_hashes(file, after) {
                Ok(hashes) => hashes,
                // The rest of the list cannot be read; what events name of it is looked for one by one.
                Err(Trouble::Damaged(_)) => return Ok(()),
                Err(trouble) => return Err(trouble),
            };
            let Some(last) = hashes.last() else { return Ok(()) };
            after = Some(*last);
            self.look_at(file, &hashes)?;
        }
    }

    /// Looks for what the events name and was not there, and again at what they have erased meanwhile.
    pub(super) fn look_for_named(&mut self, file: &Reader, events: &Events) -> Result<(), Trouble> {
        let new = events.references.iter().filter(|hash| !self.seen.contains_key(hash));
        let gone = events.erased.iter().filter(|hash| self.seen.get(hash) != Some(&Found::Empty));
        let hashes: Vec<Hash> = new.chain(gone).copied().collect();
        self.erased_before.clone_from(&events.erased);
        self.look_at(file, &hashes)
    }

    /// Takes note of these rows, many in one read but none that is long.
    fn look_at(&mut self, file: &Reader, hashes: &[Hash]) -> Result<(), Trouble> {
        let mut left = hashes.iter();
        while !left.as_slice().is_empty() {
            let read = file.conn.unchecked_transaction()?;
            let mut bytes = 0;
            while bytes < CHUNK_BYTES
                && let Some(hash) = left.next()
            {
                let (found, length) = find(file, hash)?;
                bytes += length;
                self.seen.insert(*hash, found);
            }
            read.finish()?;
        }
        Ok(())
    }

    /// Holds what was seen against events walked since.
    pub(super) fn judge(self, events: &Events) -> Verdict {
        let mut verdict = Verdict { whole: 0, erased: 0, damaged: BTreeSet::new() };
        for (hash, found) in self.seen {
            let explained = match found {
                Found::Whole => !self.erased_before.contains(&hash),
                // Of a chain that breaks off nobody knows what the rest erased.
                Found::Empty | Found::Missing => events.damaged_at.is_some() || events.erased.contains(&hash),
                Found::Damaged => false,
            };
            match found {
                _ if !explained => {
                    verdict.damaged.insert(hash);
                }
                Found::Whole => verdict.whole += 1,
                _ => verdict.erased += 1,
            }
        }
        verdict
    }
}

fn next_hashes(file: &Reader, after: Option<Hash>) -> Result<Vec<Hash>, Trouble> {
    let mut statement =
        file.conn.prepare_cached("SELECT hash FROM blob WHERE ?1 IS NULL OR hash>?1 ORDER BY hash LIMIT ?2")?;
    let limit = i64::try_from(ROWS).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![after.map(|hash| hash.0), limit], |row| hash_of(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What stands under a hash, and how many bytes had to be read for it.
fn find(file: &Reader, hash: &Hash) -> Result<(Found, usize), Trouble> {
    let stored = match file.stored(hash).map_err(Trouble::from) {
        Ok(stored) => stored,
        Err(Trouble::Damaged(_)) => return Ok((Found::Damaged, 0)),
        Err(trouble) => return Err(trouble),
    };
    let length = stored.as_ref().and_then(|row| row.bytes.as_ref()).map_or(0, Vec::len);
    let found = match stored {
        None => Found::Missing,
        Some(Stored { salt: None, bytes: None, erased_at: Some(_) }) => Found::Empty,
        Some(Stored { salt: Some(salt), bytes: Some(bytes), erased_at: None }) if fits(hash, &salt, &bytes) => {
            Found::Whole
        }
        Some(_) => Found::Damaged,
    };
    Ok((found, length))
}
