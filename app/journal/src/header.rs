//! A look at the first page before SQLite opens a file: is it ours, of which format, and is it whole.
//! SQLite would take an empty file for a new database and another program's file for one to write to.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::error::{OpenError, Trouble};
use crate::schema::{APPLICATION_ID, EVENT_TABLE, FORMAT};

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// The header is 100 bytes; the schema's text stands in the rest of the first page.
const FIRST_PAGE: u64 = 4096;

/// What the first page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Look {
    /// Ours, format 1.
    Ours,
    /// Ours, a later format.
    Newer(u32),
    /// Ours, but the header is damaged: in what.
    Damaged(String),
}

/// Reads the first page and closes the file again.
pub(crate) fn look(path: &Path) -> Result<Look, OpenError> {
    let mut page = Vec::new();
    let read = File::open(path).and_then(|file| file.take(FIRST_PAGE).read_to_end(&mut page));
    read.map_err(|e| unreadable(&e))?;
    judge(&page)
}

/// Says why a file cannot be read at all.
pub(crate) fn unreadable(error: &std::io::Error) -> OpenError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => OpenError::Missing,
        ErrorKind::IsADirectory => OpenError::NotOurs,
        ErrorKind::PermissionDenied => OpenError::NoPermission,
        _ => OpenError::Trouble(Trouble::Io(error.to_string())),
    }
}

impl From<std::io::Error> for OpenError {
    fn from(error: std::io::Error) -> Self {
        unreadable(&error)
    }
}

fn judge(page: &[u8]) -> Result<Look, OpenError> {
    if page.is_empty() {
        return Err(OpenError::Empty);
    }
    let magic = page.starts_with(MAGIC);
    let id = number(page, 68);
    let speaks_like_ours = contains(page, EVENT_TABLE.as_bytes());
    let begins_like_one = page.len() < 100 && page.iter().zip(MAGIC).all(|(a, b)| a == b);
    if id != Some(APPLICATION_ID) || !magic {
        // One damaged number must not make a community's file a stranger.
        return if id == Some(APPLICATION_ID) || speaks_like_ours || begins_like_one {
            Ok(Look::Damaged("the header".into()))
        } else {
            Err(OpenError::NotOurs)
        };
    }
    match number(page, 60) {
        Some(FORMAT) => {}
        Some(format) if format > FORMAT => return Ok(Look::Newer(format)),
        _ => return Ok(Look::Damaged("the format number in the header".into())),
    }
    // Page size, then: rollback journal for writing and reading, no reserved space, SQLite's fixed fractions; the format
    // of its schema, beyond which SQLite calls the file none of its own; UTF-8.
    let size = u32::from_be_bytes([0, 0, page[16], page[17]]);
    let sound = (size == 1 || (size >= 512 && size.is_power_of_two()))
        && page[18..24] == [1, 1, 0, 64, 32, 32]
        && number(page, 44) == Some(4)
        && number(page, 56) == Some(1);
    Ok(if sound { Look::Ours } else { Look::Damaged("the header".into()) })
}

fn number(page: &[u8], at: usize) -> Option<u32> {
    page.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

/// The rollback journal SQLite keeps beside a file while it commits.
pub(crate) fn rollback_journal(path: &Path) -> PathBuf {
    with_suffix(path, "-journal")
}

/// Whether a commit is under way, or was when the program that wrote died.
pub(crate) fn has_rollback_journal(path: &Path) -> bool {
    std::fs::metadata(rollback_journal(path)).is_ok_and(|found| found.len() > 0)
}

/// The same name with something behind it.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
