//! Rehearsal (演练): a meeting tried out on a scratch copy that goes away, at any speed, played by itself or by hand.
//!
//! * [`Subject`] what is rehearsed: the example, a made-up community of 200 households (`community`), a copy of a file.
//! * `player` plays a story's lines as their moments come; `evening` writes such a story for any roll and agenda.
//! * `scratch` where the copy lies, and how it goes. [`Rehearsal`] holds the tempo and the player; the workspace opens and
//!   leaves it.
//!
//! Invariants: the original is only read; the copy is never a recent file and is deleted on leaving; time is the
//! rehearsal's alone, scripted from the frame's [`Now`], so it can be played without waiting.

mod community;
mod evening;
mod player;
mod scratch;
mod workspace;

use std::path::{Path, PathBuf};

use words::Lang;

use crate::clock::Now;
use crate::session::Session;
use crate::tempo::{Tempo, later};
pub(crate) use player::Player;
pub(crate) use scratch::Scratch;

/// What is rehearsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The shipped example, played as it was.
    Example,
    /// A made-up community of 200 households and an evening of its own.
    Community,
    /// A copy of this file.
    File(PathBuf),
}

/// How fast one can go.
pub const SPEEDS: [u32; 4] = [1, 5, 20, 60];

/// A rehearsal under way.
pub struct Rehearsal {
    /// The copy's folder, deleted when this goes.
    _scratch: Scratch,
    /// The file that was open before, and is opened again on leaving.
    original: Option<PathBuf>,
    player: Option<Player>,
    tempo: Tempo,
    now: Now,
    speed: u32,
    stands: bool,
    /// One line is wanted now, whatever the clock says.
    step: bool,
}

impl Rehearsal {
    /// Begins at a moment of its own, standing still: whoever opened it looks first.
    fn begin(scratch: Scratch, original: Option<PathBuf>, player: Option<Player>, real: Now, utc_ms: i64) -> Rehearsal {
        let now = Now { mono_ms: real.mono_ms, utc_ms };
        // By hand it goes at once.
        let stands = player.is_some();
        let mut rehearsal = Rehearsal {
            _scratch: scratch,
            original,
            player,
            tempo: Tempo::default(),
            now,
            speed: 1,
            stands,
            step: false,
        };
        rehearsal.wind(real);
        rehearsal
    }

    /// The rehearsal's moment at a real one; never past a line that has not been played.
    pub(crate) fn tick(&mut self, real: Now) -> Now {
        self.now = self.tempo.at(real);
        if std::mem::take(&mut self.step)
            && let Some(due) = self.player.as_ref().and_then(Player::due)
        {
            self.now = later(self.now, u64::try_from(due.saturating_sub(self.now.utc_ms)).unwrap_or(0));
        }
        self.wind(real);
        self.now
    }

    /// Plays what is due, after the session has taken in what the writer did.
    pub(crate) fn play(&mut self, session: &mut Session, lang: Lang, real: Now) {
        let Some(player) = &mut self.player else { return };
        player.play(session, lang, self.now);
        if player.stopped().is_some() {
            self.stands = true;
        }
        if player.is_over() {
            // What follows is played by hand, at the speed of life.
            self.take_over(real);
        } else {
            self.wind(real);
        }
    }

    fn wind(&mut self, real: Now) {
        let until = self.player.as_ref().and_then(Player::due);
        let until = until.map(|utc| {
            let ahead = u64::try_from(utc.saturating_sub(self.now.utc_ms)).unwrap_or(0);
            self.now.mono_ms.saturating_add(ahead)
        });
        let speed = if self.stands { 0 } else { self.speed };
        self.tempo = Tempo::from(real, self.now, speed, until);
    }

    /// How the rehearsal's moments follow from the program's.
    pub fn tempo(&self) -> Tempo {
        self.tempo
    }

    /// The rehearsal's moment.
    pub fn now(&self) -> Now {
        self.now
    }

    /// In how many real milliseconds the next line is played; `None` while nothing comes by itself.
    pub fn next_line_ms(&self) -> Option<u64> {
        let due = self.player.as_ref().and_then(Player::due)?;
        self.tempo.real_ms(u64::try_from(due.saturating_sub(self.now.utc_ms)).unwrap_or(0))
    }

    /// How fast it goes when it goes.
    pub fn speed(&self) -> u32 {
        self.speed
    }

    /// Goes so fast from now on.
    pub fn set_speed(&mut self, real: Now, speed: u32) {
        self.now = self.tempo.at(real);
        self.speed = speed.max(1);
        self.wind(real);
    }

    /// Whether it stands still.
    pub fn stands(&self) -> bool {
        self.stands
    }

    /// Stands still, or goes on.
    pub fn toggle(&mut self, real: Now) {
        self.now = self.tempo.at(real);
        self.stands = !self.stands;
        self.wind(real);
    }

    /// Plays one line, and stands still.
    pub fn step(&mut self, real: Now) {
        self.now = self.tempo.at(real);
        self.stands = true;
        self.step = true;
        self.wind(real);
    }

    /// The rest is done by hand, at the speed of life.
    pub fn take_over(&mut self, real: Now) {
        self.now = self.tempo.at(real);
        self.player = None;
        self.stands = false;
        self.speed = 1;
        self.wind(real);
    }

    /// How many lines were played, of how many; `None` once it goes by hand.
    pub fn played(&self) -> Option<(usize, usize)> {
        self.player.as_ref().map(Player::played)
    }

    /// Why the story cannot go on, in one sentence.
    pub fn stopped(&self) -> Option<&str> {
        self.player.as_ref().and_then(Player::stopped)
    }

    /// The file it came from and goes back to.
    pub fn original(&self) -> Option<&Path> {
        self.original.as_deref()
    }
}
