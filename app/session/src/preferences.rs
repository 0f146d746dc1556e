//! Preferences of this PC: language, look, recent files. Unknown keys are kept for the program that knows them.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use words::Lang;

/// Recent files kept.
const RECENT: usize = 8;
/// The usual size of letters, which is the least, and the largest.
pub const TEXT_LEAST: u16 = 100;
/// See [`TEXT_LEAST`].
pub const TEXT_MOST: u16 = 150;

/// A file somebody worked on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Recent {
    /// Where it lay.
    pub path: PathBuf,
    /// The community.
    pub title: String,
    /// Units of its roll.
    pub units: usize,
    /// Title and start (UTC ms) of its last meeting.
    #[serde(default)]
    pub last_meeting: Option<(String, i64)>,
}

/// Where the desk's window was, in points of its monitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct WindowPlace {
    /// Left edge on the desktop.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width inside the border.
    pub width: u32,
    /// Height inside the border.
    pub height: u32,
    /// It filled its monitor; the rest is what it would go back to.
    #[serde(default)]
    pub maximised: bool,
}

/// The hall where meetings are held, as somebody measured it once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Room {
    /// From the picture to the last row, in centimetres.
    pub distance: u32,
    /// Height of the picture, in centimetres.
    pub height: u32,
}

/// A verified copy of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct BackupMade {
    /// Of which file.
    pub of: PathBuf,
    /// Where it was put.
    pub to: PathBuf,
    /// When, UTC ms.
    pub at: i64,
}

/// A monitor as it is known again: by name, size and place, never by its number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct KnownMonitor {
    /// Its name; may be empty.
    pub name: String,
    /// In physical pixels.
    pub width: i32,
    /// In physical pixels.
    pub height: i32,
    /// Upper left corner on the desktop.
    pub x: i32,
    /// Upper left corner on the desktop.
    pub y: i32,
    /// What this version does not know.
    #[serde(flatten)]
    pub others: Map<String, Value>,
}

impl KnownMonitor {
    /// Whether it is the same monitor at the same place, whatever else is noted of it.
    pub fn is(&self, other: &KnownMonitor) -> bool {
        let seen = |one: &KnownMonitor| (one.width, one.height, one.x, one.y);
        self.name == other.name && seen(self) == seen(other)
    }
}

/// What this PC remembers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Preferences {
    /// Language of both windows.
    pub lang: Lang,
    /// The desk in dark colours; the screen is always light.
    pub dark: bool,
    /// Recent files, newest first.
    pub recent: Vec<Recent>,
    /// Letters of the desk in percent of the usual size; see [`Preferences::text`].
    pub text_percent: u16,
    /// The hall, once somebody has told its measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<Room>,
    /// Where the desk's window was last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowPlace>,
    /// The last backup of each file.
    pub backups: Vec<BackupMade>,
    /// The monitor the room saw last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<KnownMonitor>,
    /// The file whose meeting the desk's window was the room's picture of, when it was last a picture or a desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub single_screen: Option<PathBuf>,
    /// What this version does not know.
    #[serde(flatten)]
    pub others: Map<String, Value>,
}

impl Preferences {
    fn path(folder: &Path) -> PathBuf {
        folder.join("preferences.json")
    }

    /// Reads them; a missing or unreadable file gives those of a first start and is left alone until they change.
    pub fn load(folder: &Path) -> Preferences {
        let read = std::fs::read(Preferences::path(folder)).ok();
        read.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes them whole beside the old ones, then puts them in their place.
    pub fn save(&self, folder: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        let path = Preferences::path(folder);
        let draft = path.with_extension("json.new");
        std::fs::write(&draft, serde_json::to_vec_pretty(self)?)?;
        std::fs::rename(draft, path)
    }

    /// Letters of the desk in percent: 100 to 150.
    pub fn text(&self) -> u16 {
        self.text_percent.clamp(TEXT_LEAST, TEXT_MOST)
    }

    /// The last backup of a file.
    pub fn backup_of(&self, file: &Path) -> Option<&BackupMade> {
        self.backups.iter().find(|backup| backup.of == file)
    }

    /// Keeps the newest backup of a file in the place of the one before.
    pub fn backed_up(&mut self, backup: BackupMade) {
        self.backups.retain(|known| known.of != backup.of);
        self.backups.insert(0, backup);
        self.backups.truncate(RECENT);
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, recent: Recent) {
        self.recent.retain(|known| known.path != recent.path);
        self.recent.insert(0, recent);
        self.recent.truncate(RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_keys_survive_and_a_broken_file_is_a_first_start() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(Preferences::path(folder.path()), r#"{"lang":"en","hall":{"rows":9}}"#).unwrap();
        let mut preferences = Preferences::load(folder.path());
        assert_eq!(preferences.lang, Lang::En);
        for number in 0..10 {
            preferences.remember(Recent {
                path: PathBuf::from(format!("{number}.fz")),
                title: "水产宿舍".into(),
                units: 36,
                last_meeting: None,
            });
        }
        preferences.save(folder.path()).unwrap();
        let again = Preferences::load(folder.path());
        assert_eq!(again, preferences);
        assert_eq!((again.recent.len(), again.recent[0].path.as_path()), (8, Path::new("9.fz")));
        assert_eq!(again.others["hall"]["rows"], 9);
        std::fs::write(Preferences::path(folder.path()), "{").unwrap();
        assert_eq!(Preferences::load(folder.path()), Preferences::default());
    }
}
