//! Blobs: what may one day be erased. Sealed with a random salt before they reach the file.

use crate::hash::{Hash, blob_hash};

/// Bytes with their salt and hash, ready to be appended; the hash is right by construction.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedBlob {
    hash: Hash,
    salt: [u8; 16],
    bytes: Vec<u8>,
}

/// What a file holds under a hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Blob {
    /// The bytes, checked against the hash.
    Bytes(Vec<u8>),
    /// Erased by a `person-erased` event.
    Erased {
        /// When, in UTC milliseconds.
        at: i64,
    },
}

/// The operating system gave no random bytes.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no random numbers: {0}")]
pub struct NoRandomness(#[from] pub(crate) getrandom::Error);

/// Seals bytes under a fresh random salt.
pub fn seal(bytes: impl Into<Vec<u8>>) -> Result<SealedBlob, NoRandomness> {
    Ok(SealedBlob::with_salt(random()?, bytes))
}

impl SealedBlob {
    /// Seals bytes under a given salt: for copies of a file and for tests, never for new personal data.
    pub fn with_salt(salt: [u8; 16], bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self { hash: blob_hash(&salt, &bytes), salt, bytes }
    }

    /// The name events refer to it by.
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// The salt, 16 random bytes.
    pub fn salt(&self) -> &[u8; 16] {
        &self.salt
    }

    /// The bytes themselves.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Shows the hash and the length: a log must not hold what a blob is there to keep apart.
impl std::fmt::Debug for SealedBlob {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealedBlob({}, {} bytes)", self.hash, self.bytes.len())
    }
}

/// Sixteen random bytes: a salt or a file id.
pub(crate) fn random() -> Result<[u8; 16], NoRandomness> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
