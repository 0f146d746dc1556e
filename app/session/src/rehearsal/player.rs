//! Plays a story in the windows: each line when its moment has come, one at a time, none before the last is durable.

use std::collections::VecDeque;

use deliberation::At;
use words::Lang;

use crate::clock::Now;
use crate::session::Session;
use crate::story::{Cue, Sent, Story, StoryError};
use crate::writer::{Outcome, Ticket};

/// The files a story names, by name.
pub(crate) type Files = Vec<(&'static str, &'static [u8])>;

/// A story on its way.
pub(crate) struct Player {
    cues: VecDeque<Cue>,
    all: usize,
    files: Files,
    sent: Option<Ticket>,
    stopped: Option<String>,
}

impl Player {
    /// What a story says after where the file stands. Lines that only prove something are left out: a refusal that was
    /// expected would look like a mistake of whoever watches.
    pub(crate) fn new(story: &Story, lang: Lang, files: Files) -> Result<Player, StoryError> {
        let shown = |cue: &Cue| cue.expected().is_none() && cue.refused.is_none();
        let cues: VecDeque<Cue> = story.cues(lang)?.into_iter().filter(shown).collect();
        Ok(Player { all: cues.len(), cues, files, sent: None, stopped: None })
    }

    /// The moment of the next line (UTC ms); `None` at the end, or once it has stopped.
    pub(crate) fn due(&self) -> Option<i64> {
        if self.stopped.is_some() {
            return None;
        }
        self.cues.front().map(|cue| cue.at.map_or(i64::MIN, |at| at.0))
    }

    /// Plays the next line if its moment has come and the last one is durable.
    pub(crate) fn play(&mut self, session: &mut Session, lang: Lang, now: Now) {
        if let Some(ticket) = self.sent {
            match session.outcome(ticket) {
                None if session.is_pending(ticket) => return,
                // Where nobody knows any more, what happened is in the file.
                Some(Outcome::Done(..)) | None => self.sent = None,
                Some(other) => {
                    let other = other.clone();
                    self.stop(session.outcome_text(lang, &other).unwrap_or_default());
                    return;
                }
            }
        }
        if self.due().is_none_or(|due| due > now.utc_ms) {
            return;
        }
        let Some(cue) = self.cues.pop_front() else { return };
        let at = cue.at.unwrap_or(At(now.utc_ms));
        let files = &self.files;
        let read = |name: &str| match files.iter().find(|(known, _)| *known == name) {
            Some((_, bytes)) => Ok(bytes.to_vec()),
            None => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
        };
        match cue.send(session, lang, at, &read) {
            Ok(Sent::Waits(ticket)) => self.sent = Some(ticket),
            Ok(Sent::Done(outcome)) => {
                if let Some(why) = session.outcome_text(lang, &outcome) {
                    self.stop(why);
                }
            }
            Err(error) => self.stop(error.what),
        }
    }

    /// It goes no further: something was done by hand that its next line did not expect.
    fn stop(&mut self, why: String) {
        self.sent = None;
        self.stopped = Some(why);
    }

    /// Why it goes no further.
    pub(crate) fn stopped(&self) -> Option<&str> {
        self.stopped.as_deref()
    }

    /// Whether everything was played and is durable.
    pub(crate) fn is_over(&self) -> bool {
        self.cues.is_empty() && self.sent.is_none() && self.stopped.is_none()
    }

    /// How many lines were played, of how many.
    pub(crate) fn played(&self) -> (usize, usize) {
        (self.all - self.cues.len(), self.all)
    }
}
