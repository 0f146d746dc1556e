//! `fangzhuo play STORY.jsonl --file FILE.fz`: a meeting from a file of commands, submitted like keys and clicks.

use std::path::Path;

use deliberation::{At, Command};
use serde::Deserialize as _;
use serde::de::value::MapDeserializer;
use session::{Session, Story, StoryError, read_only_text};
use words::{Lang, t, tf};

use super::{begin, name, nobody, read};
use crate::answer::Answer;

/// Plays a story into a file, which it makes or goes on with; what was played before it stopped stands.
pub(crate) fn run(lang: Lang, story_path: Option<&Path>, file: Option<&Path>) -> Answer {
    let (Some(story_path), Some(file)) = (story_path, file) else {
        return Answer::bad(t(lang, "headless-play-needs"));
    };
    played(lang, story_path, file).unwrap_or_else(|answer| answer)
}

fn played(lang: Lang, story_path: &Path, file: &Path) -> Result<Answer, Answer> {
    let story_name = name(story_path);
    let text = String::from_utf8(read(lang, story_path)?)
        .map_err(|_| Answer::bad(tf(lang, "headless-story-not-text", &[("path", &story_name)])))?;
    let stopped = |error: StoryError| stopped(lang, &story_name, &error);
    let story = Story::parse(lang, &text).map_err(stopped)?;
    let mut session = open_or_create(lang, &story, &story_name, file)?;
    let folder = story_path.parent().unwrap_or(Path::new(""));
    story.play(&mut session, lang, &|named| std::fs::read(folder.join(named))).map_err(stopped)?;
    let count = session.snapshot().seq.to_string();
    drop(session);
    Ok(Answer::done(tf(lang, "headless-played", &[("path", &name(file)), ("count", &count)])))
}

/// Opens the file to go on with it, or makes it as the story's first line says.
fn open_or_create(lang: Lang, story: &Story, story_name: &str, file: &Path) -> Result<Session, Answer> {
    let opened = if file.exists() { Session::open(file, nobody()) } else { create(lang, story, story_name, file)? };
    let mut session = opened.map_err(|error| Answer::bad(error.text(lang, file)))?;
    if let Some(reason) = session.read_only() {
        return Err(Answer::bad(read_only_text(lang, file, reason)));
    }
    begin(&mut session, lang);
    Ok(session)
}

fn create(
    lang: Lang,
    story: &Story,
    story_name: &str,
    file: &Path,
) -> Result<Result<Session, session::OpenFailure>, Answer> {
    let args = [("story", story_name), ("path", &*name(file))];
    let Some(Command::CreateFile { title, zone, lang: tag }) = story.creates() else {
        return Err(Answer::bad(tf(lang, "headless-play-no-file", &args)));
    };
    let file_lang = Lang::from_tag(&tag).unwrap_or(lang);
    let at = story.begins().unwrap_or(At(0));
    Ok(Session::create(file, &title, &zone, file_lang, at, nobody()))
}

/// Where a story stopped and why; a story that is wrong in itself is bad input, another outcome than written an answer.
fn stopped(lang: Lang, story: &str, error: &StoryError) -> Answer {
    let said = tf(
        lang,
        "headless-story-stopped",
        &[("path", story), ("line", &error.line.to_string()), ("what", &error.what)],
    );
    if error.bad_input { Answer::bad(said) } else { Answer::negative("", said) }
}

/// `play --commands`: the name of every command, one a line.
pub(crate) fn command_names() -> Answer {
    // The names stand in one place, the command itself, which says them all when it meets one it does not know.
    let nameless = MapDeserializer::<_, Known>::new(std::iter::once(("do", "")));
    match Command::deserialize(nameless) {
        Ok(_) => Answer::done(""),
        Err(Known(names)) => Answer::done(names.join("\n")),
    }
}

/// The names a deserializer would have taken.
#[derive(Debug)]
struct Known(&'static [&'static str]);

impl std::fmt::Display for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join(" "))
    }
}

impl std::error::Error for Known {}

impl serde::de::Error for Known {
    fn custom<T: std::fmt::Display>(_: T) -> Known {
        Known(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Known {
        Known(expected)
    }
}
