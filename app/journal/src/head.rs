//! The head: where a file stands, in a form a person can copy from paper and a camera can read.

use std::fmt;
use std::str::FromStr;

use crate::hash::{FileId, Hash};

/// Where a file stands: who it is, how many events it holds, the hash of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The file's own random name.
    pub file_id: FileId,
    /// Number of events, which is the number of the last one.
    pub count: u64,
    /// Hash of the last event.
    pub hash: Hash,
}

/// The seq is printed in eight digits; a longer one shows its last eight.
const SEQ_DIGITS: u64 = 100_000_000;

impl Head {
    /// 48 digits in 12 groups of 4: the last seq in 8, then the first 16 hash bytes as a number padded to 40.
    pub fn digits(&self) -> String {
        let all = format!("{:08}{:040}", self.count % SEQ_DIGITS, self.prefix());
        let mut grouped = String::with_capacity(60);
        for (place, digit) in all.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(digit);
        }
        grouped
    }

    /// The text of the QR code: `fangzhuo:FILEID:COUNT:HASH`.
    pub fn qr_text(&self) -> String {
        format!("fangzhuo:{}:{}:{}", self.file_id, self.count, self.hash)
    }

    fn prefix(&self) -> u128 {
        let (first, _) = self.hash.0.split_at(16);
        first.iter().fold(0, |number, byte| number << 8 | u128::from(*byte))
    }
}

/// A head seen elsewhere — on signed paper, in an older copy, by this PC — that a file must continue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// The whole head: from another file or a QR code.
    Whole(Head),
    /// The twelve groups from paper; they do not name the file.
    Digits {
        /// Number of the last event then, modulo 100,000,000.
        seq: u64,
        /// The first 16 bytes of its hash as an unsigned big-endian number.
        prefix: u128,
    },
}

/// A text that is neither 48 digits nor a QR text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected 48 digits in 12 groups, or fangzhuo:FILEID:COUNT:HASH")]
pub struct NotAHead;

impl Seen {
    /// Number of the event this head speaks of.
    pub fn seq(&self) -> u64 {
        match self {
            Self::Whole(head) => head.count,
            Self::Digits { seq, .. } => *seq,
        }
    }

    /// Whether `head` — a file's head just after that event — is the one seen.
    pub fn agrees(&self, head: &Head) -> bool {
        match self {
            Self::Whole(seen) => seen == head,
            Self::Digits { seq, prefix } => *seq == head.count % SEQ_DIGITS && *prefix == head.prefix(),
        }
    }
}

impl FromStr for Seen {
    type Err = NotAHead;

    /// Reads the twelve groups (blanks anywhere) or the QR text.
    fn from_str(text: &str) -> Result<Self, NotAHead> {
        if let Some(rest) = text.trim().strip_prefix("fangzhuo:") {
            let mut parts = rest.split(':');
            let (Some(id), Some(count), Some(hash), None) = (parts.next(), parts.next(), parts.next(), parts.next())
            else {
                return Err(NotAHead);
            };
            return Ok(Self::Whole(Head {
                file_id: id.parse().map_err(|_| NotAHead)?,
                count: count.parse().map_err(|_| NotAHead)?,
                hash: hash.parse().map_err(|_| NotAHead)?,
            }));
        }
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != 48 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAHead);
        }
        let (seq, prefix) = digits.split_at(8);
        Ok(Self::Digits { seq: seq.parse().map_err(|_| NotAHead)?, prefix: prefix.parse().map_err(|_| NotAHead)? })
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.digits())
    }
}
