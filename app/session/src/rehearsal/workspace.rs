//! Opening a rehearsal in the place of the open file, keeping a copy of it, and leaving it.

use std::path::Path;

use deliberation::meeting::{Phase, Plan};
use deliberation::{At, Command, Facts, Origin, template};
use journal::{Journal, OpenError};
use words::rule_words::pick;
use words::{Lang, t, tf};

use super::{Player, Rehearsal, Scratch, Subject, community, evening};
use crate::session::{Session, Wake};
use crate::story::{Story, StoryError};
use crate::workspace::{Workspace, ZONE, same_file};

const MINUTE_MS: i64 = 60_000;
/// The clock begins so long before the first line.
const LEAD_MS: i64 = 5_000;
/// A meeting planned for a rehearsal begins so long after it.
const AHEAD_MS: i64 = 20 * MINUTE_MS;

impl Workspace {
    /// The rehearsal under way.
    pub fn rehearsal(&self) -> Option<&Rehearsal> {
        self.rehearsal.as_ref()
    }

    /// The rehearsal under way, to be steered, and the real moment that takes.
    pub fn rehearsal_mut(&mut self) -> Option<(&mut Rehearsal, crate::Now)> {
        let real = self.real;
        self.rehearsal.as_mut().map(|rehearsal| (rehearsal, real))
    }

    /// Opens a scratch copy in the place of what is open; the error is the sentence for people, and nothing has changed.
    pub fn rehearse(&mut self, subject: &Subject) -> Result<(), String> {
        let lang = self.lang();
        let failed = |detail: String| tf(lang, "rehearsal-no-copy", &[("detail", &detail)]);
        let original = match (&self.rehearsal, &self.session) {
            (Some(rehearsal), _) => rehearsal.original.clone(),
            (None, Some(session)) => Some(session.path().to_owned()),
            (None, None) => None,
        };
        let scratch = Scratch::make(&self.places.config).map_err(|error| failed(error.to_string()))?;
        let (mut session, player) = match subject {
            Subject::Example => self.example_copy(&scratch)?,
            Subject::Community => self.community_copy(&scratch)?,
            Subject::File(path) => self.file_copy(&scratch, path)?,
        };
        session.rehearses = true;
        let utc_ms = player.as_ref().and_then(Player::due).map_or(self.real.utc_ms, |due| due - LEAD_MS);
        let rehearsal = Rehearsal::begin(scratch, original, player, self.real, utc_ms);
        session.tick(rehearsal.now());
        self.close();
        self.now = rehearsal.now();
        self.session = Some(session);
        self.rehearsal = Some(rehearsal);
        Ok(())
    }

    /// Leaves the rehearsal: the copy is deleted, and the file it came from is open again.
    pub fn leave_rehearsal(&mut self) -> Result<(), String> {
        let original = self.rehearsal.as_ref().and_then(|rehearsal| rehearsal.original.clone());
        self.close();
        match original {
            Some(path) => self.open(&path),
            None => Ok(()),
        }
    }

    /// Saves the rehearsal as it stands under a path of one's own; it goes on as a rehearsal.
    pub fn keep_rehearsal(&mut self, to: &Path) -> Result<(), String> {
        let lang = self.lang();
        let Some(session) = self.session.as_mut().filter(|session| session.rehearses()) else { return Ok(()) };
        session.settle();
        session.copy_to(to).map_err(|detail| tf(lang, "rehearsal-not-kept", &[("detail", &detail)]))
    }

    /// Where a kept rehearsal is offered to lie.
    pub fn rehearsal_name(&self) -> String {
        let title = self.session.as_ref().map(|session| session.facts().file.title.clone()).unwrap_or_default();
        tf(self.lang(), "rehearsal-kept-name", &[("title", &title)])
    }

    /// The example up to the opening, and the rest of its evening to be played.
    fn example_copy(&self, scratch: &Scratch) -> Result<(Session, Option<Player>), String> {
        let lang = self.lang();
        let said = |error: StoryError| error.what;
        let story = Story::parse(lang, self.shipped.example).map_err(said)?;
        let path = scratch.file(&story.title().unwrap_or_default());
        let session = self.make_example(&path, &story)?;
        let rest = story.from("open-meeting").through("close-meeting");
        let player = Player::new(&rest, lang, self.shipped.example_files.clone()).map_err(said)?;
        Ok((session, Some(player)))
    }

    /// The made-up community, its meeting planned for today.
    fn community_copy(&self, scratch: &Scratch) -> Result<(Session, Option<Player>), String> {
        let lang = self.lang();
        let title = t(lang, "rehearsal-community");
        let path = scratch.file(&title);
        let at = At(self.real.utc_ms);
        let made = Session::create(&path, &title, ZONE, lang, at, Wake::clone(&self.wake));
        let mut session = made.map_err(|error| error.text(lang, &path))?;
        self.bring(&mut session);
        done(&mut session, lang, at, community::commands())?;
        self.with_evening(session)
    }

    /// A copy of a file: of the one that is open through its own writer, of another by opening it.
    fn file_copy(&self, scratch: &Scratch, path: &Path) -> Result<(Session, Option<Player>), String> {
        let lang = self.lang();
        let failed = |detail: String| tf(lang, "rehearsal-no-copy", &[("detail", &detail)]);
        let to = scratch.file(&path.file_stem().unwrap_or_default().to_string_lossy());
        match self.session.as_ref().filter(|session| same_file(session.path(), path)) {
            Some(open) => open.copy_to(&to),
            None => copy(path, &to),
        }
        .map_err(failed)?;
        let opened = Session::open(&to, Wake::clone(&self.wake)).map_err(|error| error.text(lang, &to))?;
        let mut session = opened;
        self.bring(&mut session);
        self.with_evening(session)
    }

    /// Plays an evening on what is there: on the meeting that is planned, else on one made for it. A meeting in session
    /// is gone on with by hand.
    fn with_evening(&self, mut session: Session) -> Result<(Session, Option<Player>), String> {
        let lang = self.lang();
        let open = session.facts().working_meeting().map(|(_, meeting)| (meeting.phase, meeting.items.is_empty()));
        let commands = match open {
            Some((Phase::Open(_), _) | (Phase::Planned, false)) => Vec::new(),
            Some((Phase::Planned, true)) => agenda(lang),
            _ => planned(lang, session.facts(), At(self.real.utc_ms)),
        };
        if !commands.is_empty() {
            done(&mut session, lang, At(self.real.utc_ms), commands)?;
        }
        let player = match evening::evening(session.facts()) {
            Some(story) => Some(Player::new(&story, lang, Vec::new()).map_err(|error: StoryError| error.what)?),
            None => None,
        };
        Ok((session, player))
    }
}

fn agenda(lang: Lang) -> Vec<Command> {
    template::shipped().first().map(|template| template.agenda(&|text| pick(lang, text).to_owned())).unwrap_or_default()
}

/// A meeting of the first template, at the next full minutes.
fn planned(lang: Lang, facts: &Facts, now: At) -> Vec<Command> {
    let Some(template) = template::shipped().first() else { return Vec::new() };
    let start = At((now.0 + AHEAD_MS).div_euclid(5 * MINUTE_MS) * 5 * MINUTE_MS);
    let plan = template.plan(&|text| pick(lang, text).to_owned(), &facts.file.title, start);
    let plan = Plan { place: t(lang, "rehearsal-place"), ..plan };
    let mut commands = vec![Command::PlanMeeting { plan }];
    commands.extend(agenda(lang));
    commands.push(Command::GiveNotice);
    commands
}

/// Submits commands of one deed and waits; the error is the sentence for people.
fn done(session: &mut Session, lang: Lang, at: At, commands: Vec<Command>) -> Result<(), String> {
    let origin = Origin { at, by: session.person() };
    let ticket = session.submit_as(commands, origin, Vec::new());
    session.settle();
    let outcome = session.outcome(ticket).cloned();
    let why = outcome.and_then(|outcome| session.outcome_text(lang, &outcome));
    session.fresh_outcomes();
    why.map_or(Ok(()), Err)
}

/// Copies a file nobody here has open: through a writer of its own, or where it may only be read, event by event.
fn copy(path: &Path, to: &Path) -> Result<(), String> {
    match Journal::open(path) {
        Ok(journal) => {
            let backup = journal.backup(to).map_err(|error| error.to_string())?;
            backup.keep().map(drop).map_err(|error| error.to_string())
        }
        Err(OpenError::Locked(_) | OpenError::WriteProtected | OpenError::Newer { .. }) => {
            journal::salvage(path, to).map(drop).map_err(|error| error.to_string())
        }
        Err(error) => Err(error.to_string()),
    }
}
