//! Clocks: a deadline on the monotonic clock, its digits and its next change. Wall time is for the record alone.

/// The two clocks of a frame; the windows get them each frame and read no clock themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds of the monotonic clock: what deadlines are measured with.
    pub mono_ms: u64,
    /// UTC milliseconds since 1970: for the record alone.
    pub utc_ms: i64,
}

/// A clock on the monotonic time; the digits are computed where they are painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Since when it runs, in [`Now::mono_ms`]; `None` while paused or not started.
    pub running_since_mono_ms: Option<u64>,
    /// Time spent before that.
    pub spent_ms: u64,
    /// Time allowed; 0 = no limit, the clock counts up.
    pub limit_ms: u64,
}

/// What a clock says at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockReading {
    /// Whole seconds to show: left (rounded up), over (rounded down) or spent (without a limit).
    pub seconds: u64,
    /// Which of them.
    pub phase: ClockPhase,
    /// Milliseconds of [`Self::limit_ms`] that are left: the length of the bar.
    pub left_ms: u64,
    /// The limit of the clock.
    pub limit_ms: u64,
}

/// The shapes of a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockPhase {
    /// No limit: counts up, no bar.
    Unlimited,
    /// Time is left.
    Running,
    /// Thirty seconds or less are left.
    Ending,
    /// The time is over.
    Over,
}

/// From here on a clock says how many seconds are left in words.
pub const WARN_MS: u64 = 30_000;

impl Clock {
    /// Time spent at `now`, in milliseconds. A `now` before the start counts as the start.
    pub fn spent_at(self, now: Now) -> u64 {
        let running = self.running_since_mono_ms.map_or(0, |since| now.mono_ms.saturating_sub(since));
        self.spent_ms.saturating_add(running)
    }

    /// What the clock says at `now`.
    pub fn reading(self, now: Now) -> ClockReading {
        let spent = self.spent_at(now);
        let left_ms = self.limit_ms.saturating_sub(spent);
        let (seconds, phase) = match (self.limit_ms, left_ms) {
            (0, _) => (spent / 1000, ClockPhase::Unlimited),
            (limit, 0) => ((spent - limit) / 1000, ClockPhase::Over),
            (_, left) if left <= WARN_MS => (left.div_ceil(1000), ClockPhase::Ending),
            (_, left) => (left.div_ceil(1000), ClockPhase::Running),
        };
        ClockReading { seconds, phase, left_ms, limit_ms: self.limit_ms }
    }

    /// Milliseconds until the digits change, for the next repaint; `None` while it stands still.
    pub fn next_change_ms(self, now: Now) -> Option<u64> {
        self.running_since_mono_ms?;
        let spent = self.spent_at(now);
        Some(match self.limit_ms.saturating_sub(spent) {
            0 => 1000 - (spent - self.limit_ms) % 1000,
            // The shown second is left rounded up: it changes when a whole one is reached.
            left => match left % 1000 {
                0 => 1000,
                rest => rest,
            },
        })
    }
}

impl ClockReading {
    /// The digits: "1:24", "+0:12", "12:05".
    pub fn text(self) -> String {
        let sign = if self.phase == ClockPhase::Over { "+" } else { "" };
        format!("{sign}{}:{:02}", self.seconds / 60, self.seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(mono_ms: u64) -> Now {
        Now { mono_ms, utc_ms: 0 }
    }

    const TWO_MINUTES: Clock = Clock { running_since_mono_ms: Some(1_000), spent_ms: 0, limit_ms: 120_000 };

    #[test]
    fn given_two_minutes_when_thirty_six_seconds_are_spent_then_it_says_one_twenty_four() {
        let reading = TWO_MINUTES.reading(at(37_000));
        assert_eq!((reading.text().as_str(), reading.phase), ("1:24", ClockPhase::Running));
    }

    #[test]
    fn the_last_second_is_shown_in_full_and_overtime_begins_with_it_spent() {
        assert_eq!(TWO_MINUTES.reading(at(1_000)).text(), "2:00");
        assert_eq!(TWO_MINUTES.reading(at(120_999)).text(), "0:01");
        let over = TWO_MINUTES.reading(at(121_000));
        assert_eq!((over.text().as_str(), over.phase, over.left_ms), ("+0:00", ClockPhase::Over, 0));
        assert_eq!(TWO_MINUTES.reading(at(133_999)).text(), "+0:12");
    }

    #[test]
    fn thirty_seconds_before_the_end_it_warns() {
        assert_eq!(TWO_MINUTES.reading(at(90_999)).phase, ClockPhase::Running);
        let ending = TWO_MINUTES.reading(at(91_000));
        assert_eq!((ending.text().as_str(), ending.phase), ("0:30", ClockPhase::Ending));
    }

    #[test]
    fn a_paused_clock_stands_and_asks_for_no_repaint() {
        let paused = Clock { running_since_mono_ms: None, spent_ms: 36_000, limit_ms: 120_000 };
        assert_eq!(paused.reading(at(0)), paused.reading(at(999_999)));
        assert_eq!(paused.next_change_ms(at(5)), None);
    }

    #[test]
    fn a_clock_without_limit_counts_up() {
        let up = Clock { running_since_mono_ms: Some(0), spent_ms: 600_000, limit_ms: 0 };
        let reading = up.reading(at(5_500));
        assert_eq!((reading.text().as_str(), reading.phase), ("10:05", ClockPhase::Unlimited));
    }

    #[test]
    fn the_digits_change_exactly_when_the_clock_says_so() {
        for clock in [TWO_MINUTES, Clock { limit_ms: 0, ..TWO_MINUTES }, Clock { spent_ms: 119_250, ..TWO_MINUTES }] {
            for mono in [1_000_u64, 1_001, 1_749, 1_750, 1_751, 90_500, 120_999, 121_000, 121_001, 130_400] {
                let wait = clock.next_change_ms(at(mono)).unwrap();
                let text = clock.reading(at(mono)).text();
                assert_eq!(clock.reading(at(mono + wait - 1)).text(), text, "too late by {mono}");
                assert_ne!(clock.reading(at(mono + wait)).text(), text, "too early by {mono}");
            }
        }
    }
}
