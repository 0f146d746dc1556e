//! Sentences for a file that cannot be opened or a deed that was not saved.

use std::path::Path;

use deliberation::ids::EventSeq;
use journal::{AppendError, OpenError, ReadError, Trouble};
use words::{Lang, tf};

use crate::session::{OpenFailure, ReadOnlyReason};

impl OpenFailure {
    /// The sentence for people.
    pub fn text(&self, lang: Lang, path: &Path) -> String {
        open_text(lang, path, self)
    }

    /// Whether the file is there and ours, and broken.
    pub(crate) fn is_damage(&self) -> bool {
        matches!(
            self,
            OpenFailure::Open(OpenError::Damaged(_) | OpenError::Empty)
                | OpenFailure::Read(ReadError::DamagedEvent(_) | ReadError::DamagedBlob(_))
        )
    }
}

/// Why a file was not opened, what was kept, what to do.
fn open_text(lang: Lang, path: &Path, failure: &OpenFailure) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let say = |key: &str| tf(lang, key, &[("path", &name)]);
    let detailed = |key: &str, detail: &str| tf(lang, key, &[("path", &name), ("detail", detail)]);
    let error = match failure {
        OpenFailure::Read(ReadError::DamagedEvent(seq)) => {
            return tf(lang, "file-damaged-event", &[("path", &name), ("event", &seq.to_string())]);
        }
        OpenFailure::Read(ReadError::DamagedBlob(hash)) => {
            return tf(lang, "file-damaged-blob", &[("path", &name), ("blob", &hash.to_string()[..12])]);
        }
        OpenFailure::Read(ReadError::Trouble(trouble)) => return detailed("file-trouble", &trouble.to_string()),
        OpenFailure::Open(error) => error,
    };
    match error {
        OpenError::Missing => say("file-missing"),
        OpenError::Exists => say("file-exists"),
        OpenError::NotOurs => say("file-not-ours"),
        OpenError::Empty => say("file-empty"),
        OpenError::Damaged(what) => detailed("file-damaged", what),
        OpenError::Newer { format } => tf(lang, "file-newer", &[("path", &name), ("version", &format.to_string())]),
        OpenError::Locked(holder) => read_only_text(lang, path, &ReadOnlyReason::Locked(holder.clone())),
        OpenError::WriteProtected => say("file-write-protected"),
        OpenError::NoPermission => say("file-no-permission"),
        OpenError::Setting { name: setting, .. } => tf(lang, "file-setting", &[("name", setting)]),
        OpenError::FirstBody(_) | OpenError::NoRandomness(_) | OpenError::Trouble(_) => {
            detailed("file-trouble", &error.to_string())
        }
    }
}

/// Why a file can be read and not written.
pub fn read_only_text(lang: Lang, path: &Path, reason: &ReadOnlyReason) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    match reason {
        ReadOnlyReason::Locked(holder) => {
            tf(lang, "file-locked", &[("user", holder.user.as_str()), ("host", holder.host.as_str())])
        }
        ReadOnlyReason::WriteProtected => tf(lang, "file-write-protected", &[]),
        ReadOnlyReason::Newer(version) => tf(lang, "file-newer", &[("path", &name), ("version", &version.to_string())]),
    }
}

/// Why the last deed was not saved; everything before it was.
pub(crate) fn not_saved_text(lang: Lang, error: &AppendError, seq: EventSeq) -> String {
    let count = seq.to_string();
    let say = |key: &str| tf(lang, key, &[("count", &count)]);
    match error {
        AppendError::Trouble(Trouble::DiskFull) => say("file-not-saved-full"),
        AppendError::Trouble(Trouble::Io(_) | Trouble::Busy) => say("file-not-saved-io"),
        AppendError::Trouble(Trouble::ReadOnly) => say("file-not-saved-read-only"),
        AppendError::Trouble(Trouble::Moved) => say("file-not-saved-moved"),
        other => tf(lang, "file-not-saved-other", &[("count", &count), ("detail", &other.to_string())]),
    }
}
