//! The room's window: on the monitor that is not the desk's, full screen, closed only by Shift+Esc.
//!
//! It paints the same function as the preview, from a snapshot behind a lock, and needs nothing of the desk's frame: on
//! most systems it is a deferred viewport that repaints by itself, on Windows an immediate one. While its monitor is gone
//! it is parked: the meeting goes on, the desk says so, and it returns by itself.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use egui::{Context, Event, Pos2, Ui, Vec2, ViewportBuilder, ViewportId};
use session::audience::AudienceView;
use session::{Now, Tempo};
use words::{Lang, t};

use crate::screen::{Aspect, Setting, next_change_ms, screen_ui};
use crate::status::ScreenState;

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

/// The clock of the program: the room's window asks it in its own frames.
pub type Clock = Arc<dyn Fn() -> Now + Send + Sync>;

/// The monitor for the room: the one remembered by name, size and position, else the first that is not the desk's.
pub fn choose<'a>(monitors: &'a [Monitor], remembered: Option<&Monitor>) -> Option<&'a Monitor> {
    let others = || monitors.iter().filter(|monitor| !monitor.desk);
    let same = |known: &Monitor| {
        let named = others().filter(move |one| one.name == known.name && one.size == known.size);
        // Two alike are told apart by where they stand.
        let mut named: Vec<&Monitor> = named.collect();
        named.sort_by_key(|one| one.position != known.position);
        named.first().copied()
    };
    remembered.and_then(same).or_else(|| others().next())
}

struct Shown {
    view: Arc<AudienceView>,
    setting: Setting,
    now: Now,
    /// How its moments follow from those of the program's clock.
    tempo: Tempo,
    /// Keys pressed while the room's window had the focus, for the desk.
    keys: Vec<Event>,
}

/// The room's window as the desk holds it.
pub struct ScreenWindow {
    wanted: bool,
    monitors: Option<Vec<Monitor>>,
    remembered: Option<Monitor>,
    shown: Arc<Mutex<Shown>>,
    clock: Option<Clock>,
}

impl Default for ScreenWindow {
    fn default() -> ScreenWindow {
        let view = Arc::new(AudienceView::blank(Lang::default()));
        let shown =
            Shown { view, setting: Setting::default(), now: Now::default(), tempo: Tempo::default(), keys: Vec::new() };
        ScreenWindow {
            wanted: false,
            monitors: None,
            remembered: None,
            shown: Arc::new(Mutex::new(shown)),
            clock: None,
        }
    }
}

impl ScreenWindow {
    /// The id of its viewport.
    pub fn viewport() -> ViewportId {
        ViewportId::from_hash_of("fangzhuo-screen")
    }

    /// Opens it.
    pub fn open(&mut self) {
        self.wanted = true;
    }

    /// Closes it; the meeting goes on.
    pub fn close(&mut self) {
        self.wanted = false;
        self.remembered = None;
    }

    /// Where it is.
    pub fn state(&self) -> ScreenState {
        match (self.wanted, self.lost()) {
            (false, _) => ScreenState::Off,
            (true, true) => ScreenState::Lost,
            (true, false) => ScreenState::On,
        }
    }

    /// It had a monitor of its own, and that is gone.
    fn lost(&self) -> bool {
        let Some(monitors) = &self.monitors else { return false };
        self.remembered.is_some() && choose(monitors, self.remembered.as_ref()).is_none()
    }

    /// The monitors there are, when the program knows them.
    pub fn set_monitors(&mut self, monitors: Vec<Monitor>) {
        self.monitors = Some(monitors);
    }

    /// The monitors there are, if the program said so, and the one for the room.
    pub fn monitors(&self) -> Option<(usize, Option<&Monitor>)> {
        let monitors = self.monitors.as_ref()?;
        Some((monitors.len(), choose(monitors, self.remembered.as_ref())))
    }

    /// The clock that the window asks in its own frames.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = Some(clock);
    }

    /// How the picture is laid out: by the shape of its monitor.
    pub fn setting(&self, hall: crate::screen::Hall) -> Setting {
        let chosen = self.monitors.as_ref().and_then(|monitors| choose(monitors, self.remembered.as_ref()));
        Setting { aspect: chosen.map_or(Aspect::Wide, |monitor| Aspect::of(monitor.size)), hall }
    }

    /// Passes on what the room is to see; it repaints when that is something new.
    pub fn set_view(&mut self, ctx: &Context, view: &Arc<AudienceView>, setting: Setting, now: Now, tempo: Tempo) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let new =
            shown.view != *view || shown.setting != setting || (shown.tempo != tempo && tempo != Tempo::default());
        (shown.view, shown.setting, shown.now, shown.tempo) = (Arc::clone(view), setting, now, tempo);
        drop(shown);
        if new && self.wanted {
            ctx.request_repaint_of(ScreenWindow::viewport());
        }
    }

    /// Keys pressed while it had the focus, since this was last asked.
    pub fn take_keys(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.shown.lock().unwrap_or_else(PoisonError::into_inner).keys)
    }

    /// Keeps the window alive; called in every frame of the desk's window.
    pub fn window_ui(&mut self, ctx: &Context, lang: Lang) {
        if !self.wanted {
            return;
        }
        let chosen = self.monitors.as_ref().and_then(|monitors| choose(monitors, self.remembered.as_ref())).cloned();
        let mut builder = ViewportBuilder::default()
            .with_title(t(lang, "screen-window-title"))
            .with_app_id("fangzhuo-screen")
            .with_min_inner_size([640.0, 360.0])
            .with_inner_size([1280.0, 720.0])
            .with_active(false);
        match (&self.monitors, chosen) {
            // Unplugged: nothing to show it on. It comes back with its monitor.
            (Some(_), None) if self.remembered.is_some() => return,
            (Some(_), Some(monitor)) => {
                builder = builder.with_decorations(false).with_monitor(monitor.index);
                self.remembered = Some(monitor);
            }
            // One screen only, or monitors nobody told us: an ordinary window that can be dragged to the wall.
            _ => {}
        }
        let shown = Arc::clone(&self.shown);
        let clock = self.clock.clone();
        let paint = move |ui: &mut Ui| {
            let keys: Vec<Event> = ui.input(|input| {
                input.events.iter().filter(|event| matches!(event, Event::Key { .. })).cloned().collect()
            });
            if !keys.is_empty() {
                ui.ctx().request_repaint_of(egui::ViewportId::ROOT);
            }
            let (view, setting, now, tempo) = {
                let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
                shown.keys.extend(keys);
                let now = clock.as_ref().map_or(shown.now, |clock| shown.tempo.at(clock()));
                (Arc::clone(&shown.view), shown.setting, now, shown.tempo)
            };
            let ctx = ui.ctx().clone();
            if ctx.input(|input| input.viewport().close_requested()) {
                // Only Shift+Esc at the desk closes it: a click beside the picture must not end a projection.
                ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            }
            screen_ui(ui, ctx.content_rect(), &view, setting, now);
            if let Some(ms) = next_change_ms(&view, now).and_then(|ms| tempo.real_ms(ms)) {
                ctx.request_repaint_after(Duration::from_millis(ms));
            }
        };
        if cfg!(windows) {
            ctx.show_viewport_immediate(ScreenWindow::viewport(), builder, |ui, _| paint(ui));
        } else {
            ctx.show_viewport_deferred(ScreenWindow::viewport(), builder, move |ui, _| paint(ui));
        }
    }
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
        let before = monitor(1, "HDMI-2", 1920.0, false);
        let now =
            [monitor(0, "HDMI-1", 0.0, false), monitor(1, "eDP-1", 1920.0, true), monitor(2, "HDMI-2", 3840.0, false)];
        assert_eq!(choose(&now, Some(&before)).map(|one| one.index), Some(2));
    }

    #[test]
    fn two_alike_are_told_apart_by_their_place() {
        let before = monitor(1, "Dell", 1920.0, false);
        let now = [monitor(0, "Dell", 0.0, false), monitor(1, "Dell", 1920.0, false)];
        assert_eq!(choose(&now, Some(&before)).map(|one| one.index), Some(1));
    }

    #[test]
    fn given_an_open_screen_when_its_monitor_goes_then_it_is_lost_and_comes_back_by_itself() {
        let both = vec![monitor(0, "eDP-1", 0.0, true), monitor(1, "HDMI-1", 1920.0, false)];
        let mut window = ScreenWindow::default();
        window.set_monitors(both.clone());
        window.open();
        window.remembered = choose(&both, None).cloned();
        assert_eq!(window.state(), ScreenState::On);
        window.set_monitors(both[..1].to_vec());
        assert_eq!(window.state(), ScreenState::Lost);
        window.set_monitors(both);
        assert_eq!(window.state(), ScreenState::On);
        window.close();
        assert_eq!(window.state(), ScreenState::Off);
    }
}
