//! The two hashes of the format and the chain they make. Pure: no file, no clock.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

/// A SHA-256 value; shown, read and serialised as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// The 16 random bytes that name a file for ever; shown as 32 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub [u8; 16]);

/// A text that should have been a fixed number of lower-case hex digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} lower-case hex digits")]
pub struct NotHex {
    /// How many digits were expected.
    pub expected: usize,
}

impl Hash {
    /// What stands before the first event: 32 zero bytes.
    pub const ZERO: Self = Self([0; 32]);
}

macro_rules! hex_type {
    ($name:ident, $bytes:literal) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = NotHex;

            fn from_str(text: &str) -> Result<Self, NotHex> {
                from_hex::<$bytes>(text).map(Self).ok_or(NotHex { expected: $bytes * 2 })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

hex_type!(Hash, 32);
hex_type!(FileId, 16);

/// Lower-case hex only: one value has one spelling, so a reference is found by its text.
fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
    }
    Some(bytes)
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// The hash of event `seq`: SHA-256("fangzhuo/event/1" ‖ file id ‖ seq (u64 BE) ‖ prev ‖ len(body) (u64 BE) ‖ body).
pub fn event_hash(file_id: FileId, seq: u64, prev: &Hash, body: &[u8]) -> Hash {
    let mut sha = Sha256::new();
    sha.update(b"fangzhuo/event/1");
    sha.update(file_id.0);
    sha.update(seq.to_be_bytes());
    sha.update(prev.0);
    sha.update((body.len() as u64).to_be_bytes());
    sha.update(body);
    Hash(sha.finalize().into())
}

/// The hash of a blob: SHA-256("fangzhuo/blob/1" ‖ salt ‖ len(bytes) (u64 BE) ‖ bytes).
///
/// The salt is what makes erasing honest: without it a short name could be guessed from its hash.
pub fn blob_hash(salt: &[u8; 16], bytes: &[u8]) -> Hash {
    let mut sha = Sha256::new();
    sha.update(b"fangzhuo/blob/1");
    sha.update(salt);
    sha.update((bytes.len() as u64).to_be_bytes());
    sha.update(bytes);
    Hash(sha.finalize().into())
}

/// The running end of a chain: how many events stand behind it and the hash of the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    file_id: FileId,
    count: u64,
    hash: Hash,
}

impl Chain {
    /// The chain of a file before its first event.
    pub fn start(file_id: FileId) -> Self {
        Self { file_id, count: 0, hash: Hash::ZERO }
    }

    /// The chain of a file after event `count`, whose hash is `hash`.
    pub fn after(file_id: FileId, count: u64, hash: Hash) -> Self {
        Self { file_id, count, hash }
    }

    /// The hash the next event must have if its body is `body`.
    pub fn next_hash(&self, body: &[u8]) -> Hash {
        event_hash(self.file_id, self.count + 1, &self.hash, body)
    }

    /// Goes on to a new event with this body.
    pub fn push(&mut self, body: &[u8]) {
        self.hash = self.next_hash(body);
        self.count += 1;
    }

    /// Takes the next event if its number and hash fit; otherwise leaves the chain and says no.
    #[must_use]
    pub fn take(&mut self, seq: u64, body: &[u8], hash: &Hash) -> bool {
        let fits = seq == self.count + 1 && self.next_hash(body) == *hash;
        if fits {
            self.count = seq;
            self.hash = *hash;
        }
        fits
    }

    /// Number of the last event taken; 0 before the first.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Hash of the last event taken; zeros before the first.
    pub fn hash(&self) -> Hash {
        self.hash
    }
}
