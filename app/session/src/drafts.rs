//! Half-typed things in a side file (`NAME.fz.drafts`): what a crash may cost is two seconds of typing.
//!
//! The desk says when somebody typed and hands its forms over as values; the thread that writes the file lays them beside
//! it, so that no frame waits for the disk. They are no facts: nothing here is an event, and what was sent is no longer
//! here. A file that is only read has none, for they belong to whoever writes it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
pub use serde_json::Value;

use crate::session::Session;
use crate::writer::Request;

/// What is half typed, by page.
pub type Drafts = BTreeMap<String, Value>;

/// At most so long after a key what is half typed is handed over, in ms.
pub const KEEP_MS: u64 = 2_000;

/// A side file is read up to this size; ours are a few kilobytes.
const LARGEST: u64 = 4 << 20;

/// What is kept of a session's half-typed things.
#[derive(Debug, Default)]
pub(crate) struct Keeper {
    /// As last handed over, or as found.
    held: Drafts,
    /// The monotonic moment of the first key since then.
    since: Option<u64>,
}

/// The side file as it is written.
#[derive(Serialize, Deserialize)]
struct Side {
    /// The id of the file they belong to.
    file: String,
    drafts: Drafts,
}

/// A form as a value; `None` if it has none, which is a mistake of the form.
pub fn value(form: &impl Serialize) -> Option<Value> {
    serde_json::to_value(form).inspect_err(|error| tracing::error!(%error, "a form that cannot be kept")).ok()
}

/// A form out of its value; `None` if another program wrote it.
pub fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).inspect_err(|error| tracing::warn!(%error, "a form that cannot be read")).ok()
}

/// Where the half-typed things of a file lie.
pub fn side_path(file: &Path) -> PathBuf {
    let mut name = OsString::from(file.as_os_str());
    name.push(".drafts");
    PathBuf::from(name)
}

/// What lies beside a file and belongs to it; nothing where there is nothing or it cannot be read.
pub(crate) fn find(path: &Path, file: &str) -> Keeper {
    let side = side_path(path);
    let small = std::fs::metadata(&side).is_ok_and(|found| found.len() <= LARGEST);
    let bytes = if small { std::fs::read(side).ok() } else { None };
    let found = bytes.and_then(|bytes| serde_json::from_slice::<Side>(&bytes).ok());
    let held = found.filter(|found| found.file == file).map(|found| found.drafts).unwrap_or_default();
    Keeper { held, since: None }
}

/// Lays them beside the file, whole or not at all; none take the side file away.
pub(crate) fn lay(path: &Path, file: &str, drafts: Drafts) -> std::io::Result<()> {
    let side = side_path(path);
    if drafts.is_empty() {
        return match std::fs::remove_file(side) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            other => other,
        };
    }
    let bytes = serde_json::to_vec(&Side { file: file.to_owned(), drafts }).map_err(Error::other)?;
    let mut new = OsString::from(side.as_os_str());
    new.push(".new");
    std::fs::write(&new, bytes)?;
    std::fs::rename(new, side)
}

impl Session {
    /// What was half typed when this file was last left, or as it was last handed over.
    pub fn drafts(&self) -> &Drafts {
        &self.drafts.held
    }

    /// Somebody typed or clicked: what is half typed may be another than was handed over.
    pub fn typed(&mut self) {
        let now = self.now().mono_ms;
        self.drafts.since.get_or_insert(now);
    }

    /// In how many milliseconds what is half typed is wanted; 0 now, `None` while nothing is new. While pinyin is being
    /// composed it waits for the end of the composition.
    pub fn drafts_due(&self, composing: bool) -> Option<u64> {
        let since = self.drafts.since.filter(|_| !composing && self.read_only().is_none())?;
        Some((since + KEEP_MS).saturating_sub(self.now().mono_ms))
    }

    /// What came of a deed is known: a form that was sent must not outlive its sending.
    pub(crate) fn want_drafts(&mut self) {
        self.drafts.since = Some(self.now().mono_ms.saturating_sub(KEEP_MS));
    }

    /// Keeps what is half typed; it is written behind the deeds that were sent before.
    pub fn keep_drafts(&mut self, drafts: Drafts) {
        self.drafts.since = None;
        if self.read_only().is_none() && drafts != self.drafts.held {
            self.drafts.held = drafts.clone();
            self.send(Request::Drafts(drafts));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_drafts_beside_a_file_then_only_that_file_gets_them_and_none_take_the_side_file_away() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("水产宿舍.fz");
        let drafts = Drafts::from([("meeting".to_owned(), Value::from("卷帘门"))]);
        lay(&path, "a1", drafts.clone()).unwrap();
        assert!(folder.path().join("水产宿舍.fz.drafts").is_file());
        assert_eq!(find(&path, "a1").held, drafts);
        assert!(find(&path, "b2").held.is_empty(), "another file of the same name");
        lay(&path, "a1", Drafts::new()).unwrap();
        lay(&path, "a1", Drafts::new()).unwrap();
        assert!(!side_path(&path).exists());
        std::fs::write(side_path(&path), b"{\"file\":").unwrap();
        assert!(find(&path, "a1").held.is_empty(), "cut short");
    }
}
