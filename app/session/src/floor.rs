//! What goes on on the floor between two deeds: the speaker's clock, whoever was called and has not begun, the prompt on
//! the screen, and the computer that fell asleep meanwhile.
//!
//! Moments of the record are tied to the monotonic clock once, so that a changed wall clock cannot move what runs.

use deliberation::speakers::Prompt;
use deliberation::{At, Command};

use crate::clock::Now;
use crate::session::Session;

/// How long a prompt stands on the screen.
pub const PROMPT_MS: u64 = 8_000;
/// Somebody called so long ago has begun to speak: the start of the clock was forgotten.
pub const FORGOTTEN_MS: u64 = 15_000;
/// The wall clock this far ahead of the monotonic one, or no frame for so long: the computer slept. A running clock wants
/// a frame a second, also while the window is hidden.
const ASLEEP_MS: u64 = 10_000;
const NO_FRAME_MS: u64 = 30_000;

/// A moment of the record and the monotonic moment it stands for.
#[derive(Clone, Copy, Debug, Default)]
struct Tied(Option<(At, u64)>);

impl Tied {
    fn follow(&mut self, moment: Option<At>, now: Now) {
        self.0 = moment.map(|at| match self.0 {
            Some((known, mono)) if known == at => (known, mono),
            _ => {
                let ago = u64::try_from(now.utc_ms.saturating_sub(at.0)).unwrap_or(0);
                (at, now.mono_ms.saturating_sub(ago))
            }
        });
    }

    fn mono_ms(self) -> Option<u64> {
        self.0.map(|(_, mono)| mono)
    }

    /// How long ago it is.
    fn ago(self, now: Now) -> Option<u64> {
        self.mono_ms().map(|mono| now.mono_ms.saturating_sub(mono))
    }
}

/// The clocks of the floor.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FloorClocks {
    /// When the running turn's clock began to run.
    turn: Tied,
    /// When whoever is called was called.
    called: Tied,
    /// When the chair last reminded of a rule.
    prompted: Tied,
    /// The frame before.
    frame: Option<Now>,
}

/// Since when the computer slept, if it did between two frames.
fn slept_since(before: Now, now: Now) -> Option<At> {
    let mono = now.mono_ms.saturating_sub(before.mono_ms);
    let wall = u64::try_from(now.utc_ms.saturating_sub(before.utc_ms)).ok()?;
    let asleep = wall.saturating_sub(mono) >= ASLEEP_MS || mono.min(wall) >= NO_FRAME_MS;
    asleep.then_some(At(before.utc_ms))
}

impl Session {
    /// Takes in the moment of a frame. Where the computer slept since the last one, the running clock is paused as it
    /// stood then: nobody loses the time.
    pub(crate) fn notice_sleep(&mut self, now: Now) {
        let before = self.floor.frame.replace(now);
        if self.rehearses() {
            // Its time is scripted: it jumps as somebody steps or hurries.
            return;
        }
        let Some(since) = before.and_then(|before| slept_since(before, now)) else { return };
        let running = self.facts().open_meeting().and_then(|(_, meeting)| meeting.speakers.speaking()?.running_since);
        // No frame was due for a clock that did not run yet.
        if running.is_some_and(|running| running <= since) && self.read_only().is_none() {
            tracing::info!(ms = now.utc_ms - since.0, "the computer slept, the clock is paused");
            self.submit(Command::PauseTurn { since: Some(since) });
        }
    }

    /// Ties what runs to the monotonic clock.
    pub(crate) fn wind_clocks(&mut self) {
        let now = self.now();
        let meeting = self.snapshot().facts.open_meeting().map(|(_, meeting)| meeting);
        let speakers = meeting.map(|meeting| &meeting.speakers);
        let turn = speakers.and_then(|speakers| speakers.speaking()?.running_since);
        let called = speakers.and_then(|speakers| speakers.called).map(|called| called.at);
        let prompted = meeting.and_then(|meeting| meeting.prompts.last()).map(|prompted| prompted.at);
        self.floor.turn.follow(turn, now);
        self.floor.called.follow(called, now);
        self.floor.prompted.follow(prompted, now);
    }

    /// The monotonic moment since which the running turn's clock runs.
    pub fn clock_since(&self) -> Option<u64> {
        self.floor.turn.mono_ms()
    }

    /// How long ago whoever is called was called, where that is so long that the clock's start was forgotten.
    pub fn forgotten_ms(&self) -> Option<u64> {
        self.floor.called.ago(self.now()).filter(|ago| *ago >= FORGOTTEN_MS)
    }

    /// The rule the chair has just reminded of, while the room sees it.
    pub fn prompt(&self) -> Option<Prompt> {
        self.floor.prompted.ago(self.now()).filter(|ago| *ago < PROMPT_MS)?;
        let (_, meeting) = self.facts().open_meeting()?;
        meeting.prompts.last().map(|prompted| prompted.prompt)
    }

    /// In how many milliseconds something of the floor changes by itself, the running clock apart.
    pub fn floor_change_ms(&self) -> Option<u64> {
        let now = self.now();
        let prompt = self.floor.prompted.ago(now).and_then(|ago| PROMPT_MS.checked_sub(ago)).filter(|ms| *ms > 0);
        let forgotten = self.floor.called.ago(now).map(|ago| match FORGOTTEN_MS.checked_sub(ago) {
            Some(ms) if ms > 0 => ms,
            _ => 1_000 - ago % 1_000,
        });
        [prompt, forgotten].into_iter().flatten().min()
    }

    /// Lets the clock of whoever is called run as from the call: its start was forgotten.
    pub fn start_from_call(&mut self) {
        let called = self.facts().open_meeting().and_then(|(_, meeting)| meeting.speakers.called);
        self.submit(Command::StartTurn { who: None, side: None, since: called.map(|called| called.at) });
    }

    /// Starts the clock of whoever is called, stops the running one, or lets it run on.
    pub fn start_or_pause(&mut self) {
        let speakers = self.facts().open_meeting().map(|(_, meeting)| &meeting.speakers);
        let called = speakers.is_some_and(|speakers| speakers.called.is_some());
        let turn = speakers.and_then(|speakers| speakers.speaking());
        let runs = turn.is_none_or(|turn| turn.running_since.is_some());
        self.submit(match (called, runs) {
            (true, _) => Command::start_turn(),
            (false, true) => Command::PauseTurn { since: None },
            (false, false) => Command::ResumeTurn,
        });
    }

    /// The next step of the queue: whoever is called begins; else the next is called, and the turn before ends.
    pub fn next_speaker(&mut self) {
        let called = self.facts().open_meeting().and_then(|(_, meeting)| meeting.speakers.called);
        self.submit(match called {
            Some(_) => Command::start_turn(),
            None => Command::CallSpeaker { who: None, side: None },
        });
    }

    /// Puts whoever spoke last into the queue again, for the same side.
    pub fn raise_last(&mut self) {
        let meeting = self.facts().open_meeting().map(|(_, meeting)| meeting);
        let last = meeting.and_then(|meeting| meeting.speakers.last_spoken());
        if let Some((who, side)) = last.map(|turn| (turn.person.into(), turn.side)) {
            self.submit(Command::RaiseHand { who, side });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Now {
        Now { mono_ms: 500_000 + seconds * 1_000, utc_ms: 1_784_372_400_000 + i64::try_from(seconds).unwrap() * 1_000 }
    }

    fn later(now: Now, mono_s: u64, wall_s: i64) -> Now {
        Now { mono_ms: now.mono_ms + mono_s * 1_000, utc_ms: now.utc_ms + wall_s * 1_000 }
    }

    #[test]
    fn a_computer_that_stops_its_clock_asleep_and_one_that_does_not_have_both_slept() {
        let before = at(10);
        // The monotonic clock stood still, or went on without any frame.
        assert_eq!(slept_since(before, later(before, 1, 360)), Some(At(before.utc_ms)));
        assert_eq!(slept_since(before, later(before, 360, 360)), Some(At(before.utc_ms)));
        // A slow frame, a clock put right by some seconds or put back, and frames out of order are no sleep.
        for (mono, wall) in [(1, 1), (29, 29), (1, 9), (1, -3_600), (40, -10), (0, 0)] {
            assert_eq!(slept_since(before, later(before, mono, wall)), None, "{mono} {wall}");
        }
        assert_eq!(slept_since(later(before, 360, 360), before), None);
    }

    #[test]
    fn a_moment_is_tied_once_and_a_changed_wall_clock_does_not_move_it() {
        let mut tied = Tied::default();
        let called = At(at(100).utc_ms);
        tied.follow(Some(called), at(103));
        assert_eq!(tied.ago(at(140)), Some(40_000));
        tied.follow(Some(called), later(at(140), 0, 3_600));
        assert_eq!(tied.ago(at(140)), Some(40_000));
        tied.follow(None, at(141));
        assert_eq!(tied.ago(at(141)), None);
    }
}
