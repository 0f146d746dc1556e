//! Who writes: an operating-system lock on `NAME.fz.lock`, which also says who holds it.
//!
//! SQLite's own locks last for one commit; this one lasts as long as a program has the file open for writing. It dies
//! with the program, so a crash leaves at most a file without a lock, which the next opening takes over.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::error::{OpenError, Trouble};
use crate::header::with_suffix;

/// Who has a file open for writing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// Name of the computer.
    pub host: String,
    /// Name of the account.
    pub user: String,
    /// Process number; 0 if not known.
    pub pid: u32,
    /// Since when, in UTC milliseconds; 0 if not known.
    pub since: i64,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on {} (process {})", self.user, self.host, self.pid)
    }
}

impl Holder {
    fn here() -> Self {
        let user = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        Self {
            host: gethostname::gethostname().to_string_lossy().into_owned(),
            user: user.unwrap_or_default(),
            pid: std::process::id(),
            since: i64::try_from(since).unwrap_or_default(),
        }
    }
}

/// The lock, held until dropped; its file goes with it.
#[derive(Debug)]
pub(crate) struct Lock {
    file: Option<File>,
    path: PathBuf,
}

/// The lock file that belongs to a journal file.
pub(crate) fn lock_path(path: &Path) -> PathBuf {
    with_suffix(path, ".lock")
}

impl Lock {
    /// Takes the lock or says who holds it.
    pub(crate) fn take(journal: &Path) -> Result<Self, OpenError> {
        let path = lock_path(journal);
        // A holder that leaves removes the file; then the one just locked may no longer be the one others see.
        for _ in 0..100 {
            let Some(mut file) = try_lock(&path)? else {
                return Err(OpenError::Locked(holder(&path)));
            };
            if !still_there(&file, &path) {
                continue;
            }
            let introduced = introduce(&mut file);
            // Held either way: a full disk must not let two programs write.
            if let Err(error) = introduced {
                tracing::warn!(%error, "the lock file does not say who holds it");
            }
            return Ok(Self { file: Some(file), path });
        }
        Err(OpenError::Trouble(Trouble::Busy))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let file = self.file.take();
        if cfg!(windows) {
            // Removing fails if somebody else has taken it in between, as it should.
            drop(file);
            let _ = std::fs::remove_file(&self.path);
        } else {
            // Removed while held: whoever waits for this file finds it gone and starts again.
            let _ = std::fs::remove_file(&self.path);
            drop(file);
        }
    }
}

fn introduce(file: &mut File) -> std::io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(&serde_json::to_vec(&Holder::here())?)?;
    file.flush()
}

/// Who holds it, as far as the file says.
fn holder(path: &Path) -> Holder {
    let mut text = Vec::new();
    let read = File::open(path).and_then(|file| file.take(4096).read_to_end(&mut text));
    read.ok().and_then(|_| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

#[cfg(not(windows))]
fn try_lock(path: &Path) -> Result<Option<File>, OpenError> {
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(denied)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(std::fs::TryLockError::WouldBlock) => Ok(None),
        Err(std::fs::TryLockError::Error(error)) => Err(OpenError::Trouble(Trouble::Io(error.to_string()))),
    }
}

/// A lock by `LockFileEx` would keep others from reading who holds it; not sharing the right to write does not.
#[cfg(windows)]
fn try_lock(path: &Path) -> Result<Option<File>, OpenError> {
    use std::os::windows::fs::OpenOptionsExt as _;
    const FILE_SHARE_READ: u32 = 1;
    const ERROR_SHARING_VIOLATION: i32 = 32;
    let opened =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).share_mode(FILE_SHARE_READ).open(path);
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(None),
        Err(error) => Err(denied(error)),
    }
}

#[cfg(unix)]
fn still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(held), Ok(seen)) = (file.metadata(), std::fs::metadata(path)) else { return false };
    (held.dev(), held.ino()) == (seen.dev(), seen.ino())
}

#[cfg(not(unix))]
fn still_there(_: &File, _: &Path) -> bool {
    true
}

fn denied(error: std::io::Error) -> OpenError {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => OpenError::WriteProtected,
        ErrorKind::NotFound => OpenError::Missing,
        ErrorKind::StorageFull => OpenError::Trouble(Trouble::DiskFull),
        _ => OpenError::Trouble(Trouble::Io(error.to_string())),
    }
}
