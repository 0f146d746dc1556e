//! The file: hash-chained events and erasable blobs in SQLite.
//!
//! A `NAME.fz` is one community's memory, readable in twenty years; `FORMAT.md` beside this crate specifies it well
//! enough for a second implementation.
//!
//! **Owns** the format: tables and guards (`schema`), hashes and chain (`hash`), the head on paper (`head`), what a body
//! must be and how it names blobs (`body`: a member `blob` with 64 lower-case hex digits; in `person-erased` also the
//! top-level list `blobs`); the way to the disk: a look before opening (`header`), the settings (`guard`), who writes
//! (`lock`), appending and erasing (`append`), reading (`reader`, `read_only`), checking (`verify`), copies (`backup`).
//!
//! **Never** knows what an event means (bytes only, but for `file-created` and `person-erased`), changes or removes an
//! event, replaces a damaged file, writes to a file it only reads or verifies, or touches with `std::fs` a file that
//! SQLite has open in this process (`presence`).
//!
//! One [`Journal`] writes, on one thread; any number of [`ReadOnly`] read in short reads, in this program or another.

mod append;
mod backup;
mod blob;
mod body;
mod error;
mod guard;
mod hash;
mod head;
mod header;
mod journal;
mod lock;
mod opening;
mod presence;
mod read_only;
mod reader;
mod schema;
mod verify;

pub use append::StoredEvent;
pub use backup::{BackupError, Salvaged, UnverifiedBackup, salvage};
pub use blob::{Blob, NoRandomness, SealedBlob, seal};
pub use error::{AppendError, OpenError, ReadError, Trouble};
pub use guard::{Pragma, pragmas, set_pragmas};
pub use hash::{Chain, FileId, Hash, NotHex, blob_hash, event_hash};
pub use head::{Head, NotAHead, Seen};
pub use journal::Journal;
pub use lock::Holder;
pub use opening::{Opened, WhyReadOnly, open};
pub use read_only::ReadOnly;
pub use reader::{EventRow, Reader};
pub use schema::{APPLICATION_ID, FORMAT};
pub use verify::{Damage, NotOurs, Report, State, verify, verify_against};
