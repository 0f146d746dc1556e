//! The monitors there are, and which of them is the room's.

use egui::{Pos2, Vec2};
use session::preferences::KnownMonitor;

/// A monitor as the system names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Monitor {
    /// Its place in the system's list.
    pub index: usize,
    /// Its name; may be empty.
    pub name: String,
    /// In physical pixels.
    pub size: Vec2,
    /// Upper left corner on the desktop.
    pub position: Pos2,
    /// The desk's window is on it.
    pub desk: bool,
}

impl Monitor {
    /// As it is remembered.
    pub fn known(&self) -> KnownMonitor {
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a desktop are whole and few")]
        let whole = |value: f32| value.round() as i32;
        KnownMonitor {
            name: self.name.clone(),
            width: whole(self.size.x),
            height: whole(self.size.y),
            x: whole(self.position.x),
            y: whole(self.position.y),
            ..KnownMonitor::default()
        }
    }

    /// Whether it is still the same picture at the same place.
    pub(super) fn stands_as(&self, other: &Monitor) -> bool {
        self.index == other.index && self.known().is(&other.known())
    }
}

/// The monitor for the room: the one remembered — the same name first, then the same size, then the same place — else the
/// first that is not the desk's.
pub fn choose<'a>(monitors: &'a [Monitor], remembered: Option<&KnownMonitor>) -> Option<&'a Monitor> {
    let strange = |monitor: &&Monitor| {
        let seen = monitor.known();
        remembered.map(|known| {
            (
                seen.name != known.name,
                (seen.width, seen.height) != (known.width, known.height),
                (seen.x, seen.y) != (known.x, known.y),
            )
        })
    };
    // The first of those that are equally strange.
    monitors.iter().filter(|monitor| !monitor.desk).min_by_key(strange)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    fn monitor(index: usize, name: &str, x: f32, desk: bool) -> Monitor {
        Monitor { index, name: name.into(), size: vec2(1920.0, 1080.0), position: pos2(x, 0.0), desk }
    }

    #[test]
    fn the_first_choice_is_the_one_that_is_not_the_desks() {
        let monitors = [monitor(0, "eDP-1", 0.0, true), monitor(1, "HDMI-1", 1920.0, false)];
        assert_eq!(choose(&monitors, None).map(|one| one.index), Some(1));
        assert_eq!(choose(&monitors[..1], None), None);
    }

    #[test]
    fn a_remembered_monitor_is_known_by_name_and_size_whatever_its_index() {
        let before = monitor(1, "HDMI-2", 1920.0, false).known();
        let now =
            [monitor(0, "HDMI-1", 0.0, false), monitor(1, "eDP-1", 1920.0, true), monitor(2, "HDMI-2", 3840.0, false)];
        assert_eq!(choose(&now, Some(&before)).map(|one| one.index), Some(2));
    }

    #[test]
    fn two_alike_are_told_apart_by_their_place() {
        let before = monitor(1, "Dell", 1920.0, false).known();
        let now = [monitor(0, "Dell", 0.0, false), monitor(1, "Dell", 1920.0, false)];
        assert_eq!(choose(&now, Some(&before)).map(|one| one.index), Some(1));
    }

    #[test]
    fn a_changed_resolution_does_not_make_it_another_monitor() {
        let before = monitor(1, "HDMI-1", 1920.0, false).known();
        let smaller = Monitor { size: vec2(1024.0, 768.0), ..monitor(1, "HDMI-1", 1440.0, false) };
        let now = [monitor(0, "DP-1", 1920.0, false), smaller];
        assert_eq!(choose(&now, Some(&before)).map(|one| one.index), Some(1));
    }

    #[test]
    fn a_monitor_without_its_former_name_is_known_by_its_size() {
        let before = monitor(1, "HDMI-1", 1920.0, false).known();
        let other = Monitor { size: vec2(1280.0, 800.0), ..monitor(0, "", 0.0, false) };
        let now = [other, monitor(1, "", 1920.0, false)];
        assert_eq!(choose(&now, Some(&before)).map(|one| one.index), Some(1));
    }

    #[test]
    fn a_remembered_monitor_that_has_become_the_desks_is_not_taken() {
        let before = monitor(0, "HDMI-1", 0.0, false).known();
        let now = [monitor(0, "HDMI-1", 0.0, true), monitor(1, "VGA-1", 1920.0, false)];
        assert_eq!(choose(&now, Some(&before)).map(|one| one.index), Some(1));
    }
}
