//! Opening as a person means it: for writing if that can be, else for reading, and then why.

use std::path::Path;

use crate::error::OpenError;
use crate::journal::Journal;
use crate::lock::Holder;
use crate::read_only::ReadOnly;

/// Why a file can only be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyReadOnly {
    /// Another program, or another window of this one, writes to it.
    Locked(Holder),
    /// The medium, the folder or the file may not be written.
    WriteProtected,
    /// It has a later format.
    Newer {
        /// That format.
        format: u32,
    },
}

/// A file as it could be opened.
#[derive(Debug)]
pub enum Opened {
    /// For writing.
    Writing(Journal),
    /// For reading only.
    Reading(ReadOnly, WhyReadOnly),
}

/// Opens a file for writing, or for reading if another writes, nobody may, or this program is too old for it.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let why = match Journal::open(path) {
        Ok(journal) => return Ok(Opened::Writing(journal)),
        Err(OpenError::Locked(holder)) => WhyReadOnly::Locked(holder),
        Err(OpenError::WriteProtected) => WhyReadOnly::WriteProtected,
        Err(OpenError::Newer { format }) => WhyReadOnly::Newer { format },
        Err(error) => return Err(error),
    };
    Ok(Opened::Reading(ReadOnly::open(path)?, why))
}
