//! The tempo of a rehearsal: how its moments follow from those of the program.
//!
//! Both clocks of a rehearsal run together at a whole multiple of the real monotonic one, or stand. Milliseconds times a
//! whole number lose nothing, so six hours at sixty times the speed are six hours.

use crate::clock::Now;

/// How a rehearsal's moments follow from the program's; [`Tempo::default`] leaves them as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tempo {
    running: Option<Running>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Running {
    /// The real monotonic moment…
    real_ms: u64,
    /// …at which it was this in the rehearsal.
    then: Now,
    /// So much faster; 0 stands.
    speed: u32,
    /// It goes no further than this, in the rehearsal's monotonic time: what is to happen there has to happen first.
    until_ms: Option<u64>,
}

impl Tempo {
    /// From a real moment on it is `then` and goes so fast, no further than `until_ms`.
    pub fn from(real: Now, then: Now, speed: u32, until_ms: Option<u64>) -> Tempo {
        Tempo { running: Some(Running { real_ms: real.mono_ms, then, speed, until_ms }) }
    }

    /// The rehearsal's moment at a real one.
    pub fn at(self, real: Now) -> Now {
        let Some(run) = self.running else { return real };
        let passed = real.mono_ms.saturating_sub(run.real_ms).saturating_mul(u64::from(run.speed));
        let most = run.until_ms.map_or(u64::MAX, |until| until.saturating_sub(run.then.mono_ms));
        later(run.then, passed.min(most))
    }

    /// How many real milliseconds so many of the rehearsal's take; `None` while it stands.
    pub fn real_ms(self, ms: u64) -> Option<u64> {
        match self.running {
            None => Some(ms),
            Some(run) if run.speed == 0 => None,
            Some(run) => Some(ms.div_ceil(u64::from(run.speed))),
        }
    }
}

/// Both clocks so much later.
pub(crate) fn later(now: Now, ms: u64) -> Now {
    Now {
        mono_ms: now.mono_ms.saturating_add(ms),
        utc_ms: now.utc_ms.saturating_add(i64::try_from(ms).unwrap_or(i64::MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn real(mono_ms: u64) -> Now {
        Now { mono_ms, utc_ms: 77 }
    }

    #[test]
    fn sixty_times_as_fast_loses_no_millisecond_in_six_hours_however_the_frames_fall() {
        let then = Now { mono_ms: 5_000, utc_ms: 1_000_000 };
        let mut tempo = Tempo::from(real(1_000), then, 60, None);
        let mut mono = 1_000;
        for frame in 0..6_000_u64 {
            mono += 50 + frame % 21;
            let now = tempo.at(real(mono));
            // Taken up anew in every frame, as a rehearsal does.
            tempo = Tempo::from(real(mono), now, 60, None);
        }
        let now = tempo.at(real(mono));
        assert_eq!(now.mono_ms - 5_000, (mono - 1_000) * 60);
        assert_eq!(now.utc_ms - 1_000_000, i64::try_from(now.mono_ms - 5_000).unwrap(), "both clocks go together");
    }

    #[test]
    fn it_stands_when_it_is_stopped_and_waits_where_something_is_to_happen() {
        let then = Now { mono_ms: 0, utc_ms: 0 };
        assert_eq!(Tempo::from(real(0), then, 0, None).at(real(9_999)), then);
        assert_eq!(Tempo::from(real(0), then, 10, Some(2_500)).at(real(9_999)).mono_ms, 2_500);
        assert_eq!(Tempo::from(real(0), then, 10, Some(2_500)).at(real(100)).mono_ms, 1_000);
        assert_eq!(Tempo::from(real(0), then, 60, None).real_ms(1_000), Some(17), "never a frame too early");
        assert_eq!(Tempo::from(real(0), then, 0, None).real_ms(1_000), None);
        assert_eq!(Tempo::default().at(real(3)), real(3));
        assert_eq!(Tempo::default().real_ms(9), Some(9));
    }
}
