//! Personal data on its way into the file: typed by a person, kept as a blob, known to events by hash alone.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids::PersonId;
use crate::who::Who;

/// SHA-256 of a salted blob; 64 lower-case hex digits in JSON.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlobHash(pub [u8; 32]);

impl std::fmt::Display for BlobHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for BlobHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl std::str::FromStr for BlobHash {
    type Err = NoHash;

    fn from_str(text: &str) -> Result<BlobHash, NoHash> {
        let mut bytes = [0; 32];
        let lower = |b: &u8| b.is_ascii_digit() || (b'a'..=b'f').contains(b);
        if text.len() != 64 || !text.as_bytes().iter().all(lower) {
            return Err(NoHash);
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let nibble = |b: u8| if b.is_ascii_digit() { b - b'0' } else { b - b'a' + 10 };
            *byte = nibble(pair[0]) << 4 | nibble(pair[1]);
        }
        Ok(BlobHash(bytes))
    }
}

/// Not hex digits, or not as many as are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the hex digits that are needed here")]
pub struct NoHash;

impl Serialize for BlobHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for BlobHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<BlobHash, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A reference to a blob, `{"blob": hash}`: the form by which a verifier finds every reference without knowing events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BlobRef {
    /// The blob's hash.
    pub blob: BlobHash,
}

/// A text of the file as its events hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextRef {
    /// The UTF-8 text.
    pub blob: BlobHash,
    /// Speaker, writer and those the recorder ticks: erasing one of them erases the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<PersonId>,
}

/// Personal data in a command: open as typed until the session has made a blob of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Sealable<T> {
    /// Already a blob.
    Sealed(BlobRef),
    /// As typed.
    Open(T),
}

impl<T> Sealable<T> {
    /// The hash, once sealed.
    pub fn sealed(&self) -> Option<BlobHash> {
        match self {
            Sealable::Sealed(reference) => Some(reference.blob),
            Sealable::Open(_) => None,
        }
    }
}

/// What the session does with every open piece of a command before `decide` sees it.
pub trait Seal {
    /// The bytes of the blob; `None` once sealed.
    fn open_bytes(&self) -> Option<Vec<u8>>;
    /// Puts the blob's hash in the place of the bytes.
    fn seal(&mut self, blob: BlobHash);
}

impl Seal for Sealable<String> {
    fn open_bytes(&self) -> Option<Vec<u8>> {
        match self {
            Sealable::Open(text) => Some(text.clone().into_bytes()),
            Sealable::Sealed(_) => None,
        }
    }

    fn seal(&mut self, blob: BlobHash) {
        *self = Sealable::Sealed(BlobRef { blob });
    }
}

impl Seal for Sealable<PersonCard> {
    fn open_bytes(&self) -> Option<Vec<u8>> {
        match self {
            // A card is plain data of strings: writing it cannot fail.
            Sealable::Open(card) => Some(serde_json::to_vec(card).unwrap_or_default()),
            Sealable::Sealed(_) => None,
        }
    }

    fn seal(&mut self, blob: BlobHash) {
        *self = Sealable::Sealed(BlobRef { blob });
    }
}

/// A picture of a paper: its bytes until the session has made a blob of them.
pub type Scan = Sealable<Bytes>;

/// Bytes as a command brings them; in JSON two hex digits a byte.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Bytes(pub Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl From<Bytes> for String {
    fn from(bytes: Bytes) -> String {
        let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
        bytes.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }
}

impl TryFrom<String> for Bytes {
    type Error = NoHash;

    fn try_from(text: String) -> Result<Bytes, NoHash> {
        let digits: Option<Vec<u8>> =
            text.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
        let digits = digits.filter(|digits| digits.len().is_multiple_of(2)).ok_or(NoHash)?;
        Ok(Bytes(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()))
    }
}

impl Seal for Scan {
    fn open_bytes(&self) -> Option<Vec<u8>> {
        match self {
            Sealable::Open(bytes) => Some(bytes.0.clone()),
            Sealable::Sealed(_) => None,
        }
    }

    fn seal(&mut self, blob: BlobHash) {
        *self = Sealable::Sealed(BlobRef { blob });
    }
}

/// A free text in a command, with the people it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The text.
    pub words: Sealable<String>,
    /// Whom it is about, besides whoever spoke it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Who>,
}

impl Words {
    /// A text as typed.
    pub fn typed(text: impl Into<String>) -> Words {
        Words { words: Sealable::Open(text.into()), about: Vec::new() }
    }
}

/// What the file knows of one person: one blob, erased as one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct PersonCard {
    /// As the roll writes it.
    pub name: String,
    /// Telephone number, may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// The number the roll gives the owner, may be empty: the same number speaks for the same owner.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner_id: String,
    /// The roll's remark, may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Further columns of the roll that are about the person: heading and text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<(String, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_back_and_nothing_else_is() {
        let hash = BlobHash(std::array::from_fn(|i| u8::try_from(i * 7).unwrap()));
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert!("AB".repeat(32).parse::<BlobHash>().is_err());
        assert!("ab".parse::<BlobHash>().is_err());
        assert!("é".repeat(32).parse::<BlobHash>().is_err());
    }

    #[test]
    fn words_are_open_or_sealed() {
        let open: Words = serde_json::from_str(r#"{"words":"每户都在用","about":["1-2-101","p3"]}"#).unwrap();
        assert_eq!(open.words.open_bytes().unwrap(), "每户都在用".as_bytes());
        let mut sealed = open.clone();
        sealed.words.seal(BlobHash([7; 32]));
        let text = serde_json::to_string(&sealed).unwrap();
        assert_eq!(serde_json::from_str::<Words>(&text).unwrap(), sealed);
        assert_eq!(sealed.words.sealed(), Some(BlobHash([7; 32])));
    }
}
