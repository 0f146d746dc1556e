//! The home page's side of things: recent files, preferences, and the one file that is open.

use std::path::{Path, PathBuf};

use deliberation::At;
use procedure::compile::Compiler;
use words::{Lang, tf};

use crate::audience::Now;
use crate::preferences::{Preferences, Recent};
use crate::rehearsal::{Rehearsal, Scratch};
use crate::roll_import::RollImport;
use crate::session::{OpenFailure, Session, Wake};
use crate::story::{DAY_MS, Story, StoryError};

/// Where this PC keeps things.
#[derive(Clone, Debug)]
pub struct Places {
    /// Preferences and caches.
    pub config: PathBuf,
    /// Where new files are offered to lie.
    pub documents: PathBuf,
}

impl Places {
    /// The folder of compiled procedures.
    pub fn compiled(&self) -> PathBuf {
        self.config.join("procedures")
    }

    /// The folder of copies that make themselves.
    pub fn backups(&self) -> PathBuf {
        self.config.join("backups")
    }
}

/// What the program brings along.
#[derive(Clone, Debug, Default)]
pub struct Shipped {
    /// Procedure components (`.fz.wasm`).
    pub components: Vec<&'static [u8]>,
    /// The example meeting as a story.
    pub example: &'static str,
    /// The files it names.
    pub example_files: Vec<(&'static str, &'static [u8])>,
}

const MINUTE_MS: i64 = 60_000;

/// Time zone of new files.
pub const ZONE: &str = "Asia/Shanghai";

/// Home: preferences, what is shipped, and the open file.
pub struct Workspace {
    /// Where things lie.
    pub places: Places,
    /// Language, look, recent files.
    pub preferences: Preferences,
    /// The time zone of this PC by its IANA name, where the program knows it.
    pub zone: Option<String>,
    pub(crate) shipped: Shipped,
    pub(crate) wake: Wake,
    pub(crate) session: Option<Session>,
    pub(crate) rehearsal: Option<Rehearsal>,
    /// The moment of the frame; a rehearsal's own while there is one.
    pub(crate) now: Now,
    /// The program's moment.
    pub(crate) real: Now,
    compiler: Option<Compiler>,
    crash: Option<String>,
}

impl Workspace {
    /// Reads the preferences; without any, those of a first start.
    pub fn new(places: Places, shipped: Shipped, wake: Wake) -> Workspace {
        let preferences = Preferences::load(&places.config);
        let crash = crate::crash::read(&places.config);
        Scratch::sweep(&places.config);
        let now = Now::default();
        Workspace {
            places,
            preferences,
            zone: None,
            shipped,
            wake,
            session: None,
            rehearsal: None,
            now,
            real: now,
            compiler: None,
            crash,
        }
    }

    /// Compiles procedures in a child of this program that can be killed, and keeps what came of it with the caches.
    pub fn compile_by(&mut self, program: PathBuf) {
        self.compiler = Some(Compiler::new(program, self.places.compiled()));
    }

    /// The report of a crash of an earlier run, until it is discarded.
    pub fn crash(&self) -> Option<&str> {
        self.crash.as_deref()
    }

    /// Throws the report away.
    pub fn discard_crash(&mut self) {
        self.crash = None;
        if let Err(error) = std::fs::remove_file(crate::crash::path(&self.places.config)) {
            tracing::warn!(%error, "the report of a crash is still there");
        }
    }

    /// Makes the shipped procedures known to a session.
    pub(crate) fn bring(&self, session: &mut Session) {
        if let Some(compiler) = &self.compiler {
            session.compile_with(compiler.clone());
        }
        session.bring(&self.shipped.components);
    }

    /// The language of both windows.
    pub fn lang(&self) -> Lang {
        self.preferences.lang
    }

    /// Changes and keeps a preference.
    pub fn prefer(&mut self, change: impl FnOnce(&mut Preferences)) {
        change(&mut self.preferences);
        if let Err(error) = self.preferences.save(&self.places.config) {
            tracing::warn!(%error, "preferences were not kept");
        }
    }

    /// The start of a frame: passes the moment on and takes in what the writer has done.
    pub fn tick(&mut self, now: Now) -> bool {
        (self.now, self.real) = (now, now);
        let lang = self.lang();
        let Some(session) = &mut self.session else { return false };
        let Some(rehearsal) = &mut self.rehearsal else { return session.tick(now) };
        self.now = rehearsal.tick(now);
        let news = session.tick(self.now);
        rehearsal.play(session, lang, now);
        news
    }

    /// The moment of this frame.
    pub fn now(&self) -> Now {
        self.now
    }

    /// The open file.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The open file, to work on.
    pub fn session_mut(&mut self) -> Option<&mut Session> {
        self.session.as_mut()
    }

    /// Closes the open file, after everything sent is on the disk.
    pub fn close(&mut self) {
        if let Some(mut session) = self.session.take() {
            session.settle();
            self.remember(&session);
        }
        // The copy goes once nothing has it open.
        self.rehearsal = None;
        self.now = self.real;
    }

    /// Opens a file; the error is the sentence for people. What was open stays open if it cannot be.
    pub fn open(&mut self, path: &Path) -> Result<(), String> {
        let same = |open: &Session| open.read_only().is_none() && same_file(open.path(), path);
        if self.session.as_ref().is_some_and(same) {
            return Ok(());
        }
        let opened = Session::open(path, Wake::clone(&self.wake)).map_err(|error| self.failure_text(path, &error))?;
        self.take_over(opened);
        Ok(())
    }

    /// Why a file cannot be opened, and where its newest backup lies if it is damaged.
    fn failure_text(&self, path: &Path, failure: &OpenFailure) -> String {
        let text = failure.text(self.lang(), path);
        let backup = failure.is_damage().then(|| crate::backups::newest_of(&self.places.backups(), path)).flatten();
        backup.map_or(text.clone(), |copy| {
            tf(self.lang(), "file-backup-lies", &[("said", &text), ("path", &copy.display().to_string())])
        })
    }

    /// Makes a new file for a community; nothing is ever replaced.
    pub fn create(&mut self, path: &Path, title: &str) -> Result<(), String> {
        let lang = self.lang();
        if title.trim().is_empty() {
            return Err(tf(lang, "file-needs-title", &[]));
        }
        let at = At(self.now.utc_ms);
        let made = Session::create(path, title.trim(), ZONE, lang, at, Wake::clone(&self.wake));
        let made = made.map_err(|error| error.text(lang, path))?;
        self.take_over(made);
        Ok(())
    }

    /// Whether a recent file is where it was: the stick may be elsewhere.
    pub fn is_there(&self, path: &Path) -> bool {
        path.is_file()
    }

    /// A free path in the documents folder for a community of this title.
    pub fn suggest(&self, title: &str) -> PathBuf {
        let plain: String = title.trim().chars().filter(|c| !r#"/\:*?"<>|"#.contains(*c) && !c.is_control()).collect();
        let stem = if plain.is_empty() { "fangzhuo".to_owned() } else { plain };
        let folder = &self.places.documents;
        let numbered = (2..u32::MAX).map(|number| folder.join(format!("{stem}-{number}.fz")));
        let first = folder.join(format!("{stem}.fz"));
        std::iter::once(first.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(first)
    }

    /// Opens the example meeting as a fresh copy, ready at the point where the facilitator opens it.
    pub fn open_example(&mut self) -> Result<(), String> {
        let lang = self.lang();
        let story = Story::parse(lang, self.shipped.example).map_err(|error| error.what)?;
        let title = story.title().unwrap_or_default();
        std::fs::create_dir_all(&self.places.documents)
            .map_err(|error| tf(lang, "story-no-file", &[("file", &title), ("detail", &error.to_string())]))?;
        let path = self.suggest(&tf(lang, "file-example-name", &[("title", &title)]));
        // A meeting of long ago would be months late: it is held now.
        let late = story.meets().map_or(0, |At(start)| self.real.utc_ms.saturating_sub(start));
        let story = if late > DAY_MS { story.later(late - late % MINUTE_MS) } else { story };
        let session = self.make_example(&path, &story)?;
        self.take_over(session);
        Ok(())
    }

    /// Makes the example at a path, up to the point where the facilitator opens the meeting.
    pub(crate) fn make_example(&self, path: &Path, story: &Story) -> Result<Session, String> {
        let lang = self.lang();
        let said = |error: StoryError| error.what;
        let story = story.until("open-meeting");
        let Some(deliberation::Command::CreateFile { title, zone, .. }) = story.creates() else {
            return Err(tf(lang, "story-no-command", &[("detail", "create-file")]));
        };
        let at = story.begins().unwrap_or(At(self.real.utc_ms));
        let made = Session::create(path, &title, &zone, lang, at, Wake::clone(&self.wake));
        let mut session = made.map_err(|error| error.text(lang, path))?;
        self.bring(&mut session);
        let files = self.shipped.example_files.clone();
        let read = move |name: &str| match files.iter().find(|(known, _)| *known == name) {
            Some((_, bytes)) => Ok(bytes.to_vec()),
            None => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
        };
        story.play(&mut session, lang, &read).map_err(said)?;
        session.fresh_outcomes();
        Ok(session)
    }

    /// Reads a roll file for the preview; nothing is written.
    pub fn read_roll(&self, path: &Path) -> Result<RollImport, String> {
        let lang = self.lang();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(path)
            .map_err(|error| tf(lang, "story-no-file", &[("file", &name), ("detail", &error.to_string())]))?;
        RollImport::read(lang, &name, bytes)
    }

    fn take_over(&mut self, mut session: Session) {
        self.bring(&mut session);
        self.close();
        session.keep_backups_in(&self.places.backups());
        session.tick(self.now);
        self.remember(&session);
        self.session = Some(session);
    }

    fn remember(&mut self, session: &Session) {
        if session.rehearses() {
            return;
        }
        let facts = session.facts();
        let recent = Recent {
            path: session.path().to_owned(),
            title: facts.file.title.clone(),
            units: facts.roll.units().len(),
            last_meeting: facts.meetings.last().map(|meeting| (meeting.plan.title.clone(), meeting.plan.start.0)),
        };
        self.prefer(|preferences| preferences.remember(recent));
    }
}

/// Whether two paths lead to one file.
pub(crate) fn same_file(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
