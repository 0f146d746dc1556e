//! `fangzhuo demo --out DIR`: the example meeting played to its end, closed, reopened, verified, and its papers.

use std::path::{Path, PathBuf};

use deliberation::ids::MeetingNo;
use deliberation::{At, Command};
use session::{Session, Shipped, Story};
use words::{Lang, tf};

use super::{begin, export, nobody};
use crate::answer::Answer;
use crate::shipped::shipped;

/// Leaves `demo.fz`, `minutes.docx`, `minutes.md` and `share-roll.xlsx` in a folder; replaces nothing.
pub(super) fn run(lang: Lang, out: &Path) -> Answer {
    ran(lang, out).unwrap_or_else(|answer| answer)
}

fn ran(lang: Lang, out: &Path) -> Result<Answer, Answer> {
    std::fs::create_dir_all(out).map_err(|error| {
        Answer::bad(tf(lang, "headless-no-folder", &[("path", &out.to_string_lossy()), ("detail", &error.to_string())]))
    })?;
    let file = out.join("demo.fz");
    let meeting = play(lang, &file, shipped())?;
    let mut left: Vec<PathBuf> = vec![file.clone()];
    left.extend(export::exported(lang, &file, meeting, out, &session::export::Format::ALL, export::Which::Meeting)?);
    Ok(Answer::done(export::listed(&left)))
}

/// Plays the example into a new file and closes it; the last meeting is the one its papers are of.
fn play(lang: Lang, file: &Path, shipped: Shipped) -> Result<MeetingNo, Answer> {
    let stopped = |error: session::StoryError| {
        let args = [("path", "demo"), ("line", &*error.line.to_string()), ("what", &*error.what)];
        Answer::negative("", tf(lang, "headless-story-stopped", &args))
    };
    let story = Story::parse(lang, shipped.example).map_err(stopped)?;
    let Some(Command::CreateFile { title, zone, .. }) = story.creates() else {
        let args = [("story", "demo"), ("path", "demo.fz")];
        return Err(Answer::negative("", tf(lang, "headless-play-no-file", &args)));
    };
    let at = story.begins().unwrap_or(At(0));
    let made = Session::create(file, &title, &zone, lang, at, nobody());
    let mut session = made.map_err(|error| Answer::bad(error.text(lang, file)))?;
    begin(&mut session, lang);
    let named = |name: &str| match shipped.example_files.iter().find(|(known, _)| *known == name) {
        Some((_, bytes)) => Ok(bytes.to_vec()),
        None => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
    };
    story.play(&mut session, lang, &named).map_err(stopped)?;
    Ok(MeetingNo(u32::try_from(session.facts().meetings.len()).unwrap_or(u32::MAX)))
}
