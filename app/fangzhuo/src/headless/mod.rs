//! The commands without a window, one file each. Stable: scripts and tests rely on their words and exit codes.
//!
//! A command gets the language and its words and gives an [`Answer`]: 0 done, 1 a negative answer, 2 wrong usage or bad
//! input. They work through the same session as the windows; none of them has a way of its own to the file.

mod count;
mod demo;
mod export;
mod later;
mod play;
mod plugin;
mod replay;
mod roll;
mod verify;

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use session::{Now, Session, Wake};
use words::{Lang, tf};

use crate::answer::Answer;
use crate::cli::Command;

/// Runs a command.
pub(crate) fn run(lang: Lang, command: Command) -> Answer {
    match command {
        Command::Demo { out } => demo::run(lang, &out),
        Command::Play { commands: true, .. } => play::command_names(),
        Command::Play { story, file, .. } => play::run(lang, story.as_deref(), file.as_deref()),
        Command::Verify { against: Some(_), .. } => later::answer(lang, "verify --against"),
        Command::Verify { file, json, against: None } => verify::run(lang, &file, json),
        Command::Export { file, meeting, to, format } => export::run(lang, &file, meeting, &to, &format),
        Command::Replay { file, json } => replay::run(lang, &file, json),
        Command::Count(counting) if counting.rules => count::list(lang, counting.json),
        Command::Count(counting) => count::run(lang, &counting),
        Command::Plugin(command) => plugin::answer(lang, command),
    }
}

/// Nobody draws here, so nobody is woken.
fn nobody() -> Wake {
    Arc::new(|| {})
}

/// A session learns the time as in a window: from outside.
fn begin(session: &mut Session, lang: Lang) {
    let utc_ms = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    session.bring(&crate::shipped::shipped().components);
    session.speak(lang);
    session.tick(Now { utc_ms: i64::try_from(utc_ms).unwrap_or(i64::MAX), ..Now::default() });
}

/// The file's name without its folders, as sentences show it.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Reads a file that is no community's file; the answer says why not.
fn read(lang: Lang, path: &Path) -> Result<Vec<u8>, Answer> {
    std::fs::read(path).map_err(|error| {
        let key = match error.kind() {
            std::io::ErrorKind::NotFound => "headless-no-such-file",
            _ => "headless-cannot-read",
        };
        Answer::bad(tf(lang, key, &[("path", &path.to_string_lossy()), ("detail", &error.to_string())]))
    })
}
