//! Which files SQLite has open in this process.
//!
//! POSIX drops all of a process's locks on a file when any of its handles to that file is closed: a look at a live file
//! with `std::fs` would silently take away SQLite's locks. So whoever wants to read raw bytes asks here first.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

static OPEN: Mutex<Vec<Key>> = Mutex::new(Vec::new());

/// What names a file however it is reached: device and inode; elsewhere its canonical path.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key(#[cfg(unix)] (u64, u64), #[cfg(not(unix))] std::path::PathBuf);

#[cfg(unix)]
fn key(path: &Path) -> std::io::Result<Key> {
    use std::os::unix::fs::MetadataExt as _;
    let found = std::fs::metadata(path)?;
    Ok(Key((found.dev(), found.ino())))
}

#[cfg(not(unix))]
fn key(path: &Path) -> std::io::Result<Key> {
    std::fs::canonicalize(path).map(Key)
}

/// A file is open in SQLite here for as long as this lives; drop it after the connection.
#[derive(Debug)]
pub(crate) struct Presence(Key);

impl Drop for Presence {
    fn drop(&mut self) {
        let mut open = registry();
        if let Some(place) = open.iter().position(|key| *key == self.0) {
            open.swap_remove(place);
        }
    }
}

/// Looks at the raw file if nobody here has it open, then counts it as open.
pub(crate) fn enter<T, E: From<std::io::Error>>(
    path: &Path,
    look: impl FnOnce() -> Result<T, E>,
) -> Result<(Presence, Option<T>), E> {
    let mut open = registry();
    let key = key(path)?;
    let seen = if open.contains(&key) { None } else { Some(look()?) };
    open.push(key.clone());
    Ok((Presence(key), seen))
}

/// Touches the raw file only if nobody here has it open.
pub(crate) fn alone<T>(path: &Path, touch: impl FnOnce() -> std::io::Result<T>) -> std::io::Result<Option<T>> {
    let open = registry();
    if open.contains(&key(path)?) { Ok(None) } else { touch().map(Some) }
}

fn registry() -> MutexGuard<'static, Vec<Key>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}
