//! A break: how long it lasts, and that it ends by itself. Stage, not fact: the minutes do not know of it.

use super::{Stage, StageCard};
use crate::clock::{Clock, Now};

/// The longest break that can be asked for, in minutes.
/// More would not fit on a narrow picture in a deep hall.
pub const MOST_MINUTES: u32 = 99;

const MINUTE_MS: u64 = 60_000;

/// A break under way or over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_field_names, reason = "each says its unit")]
pub struct Pause {
    since_mono_ms: u64,
    ends_mono_ms: u64,
    ends_utc_ms: i64,
}

impl Pause {
    fn begin(minutes: u32, now: Now) -> Pause {
        let length = u64::from(minutes.clamp(1, MOST_MINUTES)) * MINUTE_MS;
        let pause = Pause { since_mono_ms: now.mono_ms, ends_mono_ms: now.mono_ms, ends_utc_ms: now.utc_ms };
        pause.moved_to(now.mono_ms + length, now)
    }

    /// Ends at another moment; the wall's time for people follows.
    fn moved_to(self, ends_mono_ms: u64, now: Now) -> Pause {
        let left = ends_mono_ms.saturating_sub(now.mono_ms);
        let ends_utc_ms = now.utc_ms.saturating_add(i64::try_from(left).unwrap_or(i64::MAX));
        Pause { ends_mono_ms, ends_utc_ms, ..self }
    }

    /// The clock of the time left.
    pub fn clock(self) -> Clock {
        // A clock without a limit would count up: a break cut to nothing has lasted a millisecond.
        let limit_ms = self.ends_mono_ms.saturating_sub(self.since_mono_ms).max(1);
        Clock { running_since_mono_ms: Some(self.since_mono_ms), spent_ms: 0, limit_ms }
    }

    /// When it goes on, in UTC milliseconds.
    pub fn ends_utc_ms(self) -> i64 {
        self.ends_utc_ms
    }

    /// Whether the time is up.
    pub fn is_over(self, now: Now) -> bool {
        now.mono_ms >= self.ends_mono_ms
    }
}

impl Stage {
    /// The break under way, or over and not yet left.
    pub fn pause(&self) -> Option<Pause> {
        self.pause
    }

    /// Begins a break of so many minutes and shows the time left.
    pub fn begin_break(&mut self, minutes: u32, now: Now) {
        self.show(StageCard::Break);
        self.pause = Some(Pause::begin(minutes, now));
    }

    /// Minutes more or less, from now if the break is over. It never ends before now.
    pub fn move_break(&mut self, minutes: i32, now: Now) {
        let Some(pause) = self.pause else { return };
        let by = u64::from(minutes.unsigned_abs()) * MINUTE_MS;
        let from = pause.ends_mono_ms.max(now.mono_ms);
        let most = now.mono_ms + u64::from(MOST_MINUTES) * MINUTE_MS;
        let ends = if minutes < 0 { from.saturating_sub(by).max(now.mono_ms) } else { (from + by).min(most) };
        self.keep();
        self.pause = Some(pause.moved_to(ends, now));
    }

    /// Ends the break; the screen follows the meeting again.
    pub fn end_break(&mut self) {
        self.keep();
        self.pause = None;
        if self.shown.card == StageCard::Break {
            self.follow();
        }
    }
}
