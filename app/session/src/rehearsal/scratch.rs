//! Where a rehearsal's copy lies: a folder of its own beside the preferences, deleted with everything in it.

use std::path::{Path, PathBuf};

use journal::{Journal, OpenError};

/// The folder of all rehearsals of this PC.
const FOLDER: &str = "rehearsal";

/// The folder of one rehearsal; it goes when this goes.
#[derive(Debug)]
pub(crate) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// A folder nobody else uses.
    pub(crate) fn make(config: &Path) -> std::io::Result<Scratch> {
        let all = config.join(FOLDER);
        std::fs::create_dir_all(&all)?;
        for number in 1..u32::MAX {
            let folder = all.join(number.to_string());
            match std::fs::create_dir(&folder) {
                Ok(()) => return Ok(Scratch { folder }),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists))
    }

    /// The place of its file.
    pub(crate) fn file(&self, title: &str) -> PathBuf {
        let plain: String = title.chars().filter(|c| !r#"/\:*?"<>|"#.contains(*c) && !c.is_control()).collect();
        let stem = if plain.trim().is_empty() { FOLDER } else { plain.trim() };
        self.folder.join(format!("{stem}.fz"))
    }

    /// Deletes what a crash left behind; a rehearsal another program has open stays.
    pub(crate) fn sweep(config: &Path) {
        let Ok(folders) = std::fs::read_dir(config.join(FOLDER)) else { return };
        for folder in folders.filter_map(|entry| Some(entry.ok()?.path())) {
            let files = std::fs::read_dir(&folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
            let mut files = files.filter(|path| path.extension().is_some_and(|ending| ending == "fz"));
            if !files.any(|path| matches!(Journal::open(&path), Err(OpenError::Locked(_)))) {
                delete(&folder);
            }
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        delete(&self.folder);
    }
}

fn delete(folder: &Path) {
    if let Err(error) = std::fs::remove_dir_all(folder) {
        tracing::warn!(%error, "a rehearsal's copy is still there");
    }
}
