//! What can go wrong with a file, told apart so that each gets its own sentence on the desk.
//! The texts here are for logs and developers; people read those of the locale files.

use rusqlite::ErrorCode;
use rusqlite::ffi;

use crate::blob::NoRandomness;
use crate::hash::Hash;
use crate::lock::Holder;

/// What the disk or SQLite said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No room left.
    #[error("the disk is full")]
    DiskFull,
    /// The device failed or is gone.
    #[error("the disk cannot be read or written: {0}")]
    Io(String),
    /// The file or its folder may not be written.
    #[error("the file is write-protected")]
    ReadOnly,
    /// The file was moved, renamed or deleted while it was open.
    #[error("the file was moved or deleted while it was open")]
    Moved,
    /// Another program kept the file locked for too long.
    #[error("another program keeps the file locked")]
    Busy,
    /// The bytes do not make sense.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Anything else SQLite refused; a mistake of the program.
    #[error("the file refused: {0}")]
    Refused(String),
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        let said = error.to_string();
        let (rusqlite::Error::SqliteFailure(code, _) | rusqlite::Error::SqlInputError { error: code, .. }) = &error
        else {
            return match error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::QueryReturnedNoRows
                | rusqlite::Error::Utf8Error(..) => Self::Damaged(said),
                _ => Self::Refused(said),
            };
        };
        if code.extended_code == ffi::SQLITE_READONLY_DBMOVED {
            return Self::Moved;
        }
        match code.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Self::Io(format!("{said} ({})", code.extended_code)),
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged(said),
            // Our statements are constant: a table or column they do not find is one the file has lost.
            ErrorCode::Unknown if said.contains("no such ") => Self::Damaged(said),
            // The number of the schema's format in the header, where it is no number SQLite knows.
            ErrorCode::Unknown if said.contains("unsupported file format") => Self::Damaged(said),
            _ => Self::Refused(said),
        }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(error.to_string()),
        }
    }
}

/// Why a file was not opened or created. Whatever it is, nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// To be created, but something is there already.
    #[error("a file of that name exists already")]
    Exists,
    /// A file of another kind.
    #[error("this is not a Fangzhuo file")]
    NotOurs,
    /// Zero bytes: whatever it was, nothing of it is left here.
    #[error("the file is empty")]
    Empty,
    /// Ours, but the part before the first event is damaged.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Written in a later format; it may be opened read-only.
    #[error("the file has format {format}, this program writes format 1")]
    Newer {
        /// Format of the file (`user_version`).
        format: u32,
    },
    /// Another program writes to it; it may be opened read-only.
    #[error("the file is open elsewhere: {0}")]
    Locked(Holder),
    /// The medium, the folder or the file may not be written; it may be opened read-only.
    #[error("the file or its folder is write-protected")]
    WriteProtected,
    /// This user may not even read it.
    #[error("no permission to read the file")]
    NoPermission,
    /// A setting that makes deeds durable or the file safe does not hold here.
    #[error("the setting {name} is {found}, it must be {wanted}")]
    Setting {
        /// Name of the pragma.
        name: &'static str,
        /// What it must read.
        wanted: String,
        /// What it reads.
        found: String,
    },
    /// The first body is not a `file-created` event.
    #[error("the first event is not a file-created: {0}")]
    FirstBody(String),
    /// No random bytes for the file's name.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The disk.
    #[error(transparent)]
    Trouble(Trouble),
}

impl From<Trouble> for OpenError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Damaged(what) => Self::Damaged(what),
            Trouble::ReadOnly => Self::WriteProtected,
            other => Self::Trouble(other),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        Trouble::from(error).into()
    }
}

/// Why nothing was appended. The file is as before, and the next append may succeed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// The disk.
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// A body is no envelope of an event.
    #[error("body {index} of the batch is not an event: {why}")]
    BadBody {
        /// Its place in the batch, from 0.
        index: usize,
        /// What is wrong with it.
        why: String,
    },
    /// A body names a blob that is neither in the file nor in the batch.
    #[error("blob {0} is not in the file")]
    BlobMissing(Hash),
    /// A blob of the batch was erased in this file before; it does not come back.
    #[error("blob {0} was erased")]
    BlobErased(Hash),
    /// The hashes to erase are not those the bodies list under `blobs`.
    #[error("the erasure and its event do not list the same blobs ({0})")]
    ErasureNotListed(Hash),
    /// The file no longer ends where this journal left it: close it and open it again.
    #[error("the file does not end where it was left")]
    Overtaken,
}

impl From<rusqlite::Error> for AppendError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Trouble(error.into())
    }
}

/// Why something could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The disk.
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// This event does not continue the chain, or cannot be read; those before it are whole.
    #[error("the file is damaged at event {0}")]
    DamagedEvent(u64),
    /// The bytes under this hash are not those it names.
    #[error("the file is damaged at blob {0}")]
    DamagedBlob(Hash),
}

impl From<rusqlite::Error> for ReadError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Trouble(error.into())
    }
}

/// Whether a read-only connection failed because an unfinished commit has to be taken back first.
pub(crate) fn needs_recovery(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error().map(|e| e.extended_code),
        Some(ffi::SQLITE_READONLY_ROLLBACK | ffi::SQLITE_READONLY_RECOVERY | ffi::SQLITE_READONLY_CANTLOCK)
    )
}
