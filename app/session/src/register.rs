//! What the file's blobs say: names and texts, read once and kept in memory beside the facts.

use std::collections::HashMap;
use std::sync::Arc;

use deliberation::text::{BlobHash, PersonCard};

/// The readable blobs of a file. Cloning shares everything.
#[derive(Clone, Debug, Default)]
pub struct Register {
    cards: Arc<HashMap<BlobHash, PersonCard>>,
    texts: Arc<HashMap<BlobHash, String>>,
}

impl Register {
    /// The card under a hash; `None` once erased.
    pub fn card(&self, blob: BlobHash) -> Option<&PersonCard> {
        self.cards.get(&blob)
    }

    /// The text under a hash; `None` once erased.
    pub fn text(&self, blob: BlobHash) -> Option<&str> {
        self.texts.get(&blob).map(String::as_str)
    }

    /// Texts that contain a name: shown for decision when that person is erased.
    pub fn texts_with<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (BlobHash, &'a str)> {
        let named = !name.is_empty();
        self.texts
            .iter()
            .filter(move |(_, text)| named && text.contains(name))
            .map(|(hash, text)| (*hash, text.as_str()))
    }

    /// Takes in a card's bytes; what cannot be read leaves a person without a name, never a broken file.
    pub(crate) fn add_card(&mut self, blob: BlobHash, bytes: &[u8]) {
        match serde_json::from_slice(bytes) {
            Ok(card) => {
                Arc::make_mut(&mut self.cards).insert(blob, card);
            }
            Err(error) => tracing::warn!(%blob, %error, "a person's card cannot be read"),
        }
    }

    /// Takes in a text's bytes.
    pub(crate) fn add_text(&mut self, blob: BlobHash, bytes: &[u8]) {
        Arc::make_mut(&mut self.texts).insert(blob, String::from_utf8_lossy(bytes).into_owned());
    }

    /// Forgets erased blobs.
    pub(crate) fn forget(&mut self, blobs: &[BlobHash]) {
        for blob in blobs {
            Arc::make_mut(&mut self.cards).remove(blob);
            Arc::make_mut(&mut self.texts).remove(blob);
        }
    }
}
