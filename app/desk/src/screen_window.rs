//! The room's window: on the monitor that is not the desk's, full screen, closed only by Shift+Esc.
//!
//! It paints the same function as the preview, from a snapshot behind a lock, and needs nothing of the desk's frame: on
//! most systems it is a deferred viewport that repaints by itself, on Windows an immediate one. While its monitor is gone
//! it is parked: the meeting goes on, the desk says so, and it returns by itself.

mod identify;
mod monitor;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use egui::{Context, Event, Ui, ViewportBuilder, ViewportCommand, ViewportId};
use session::audience::AudienceView;
use session::preferences::KnownMonitor;
use session::{Now, Tempo};
use words::{Lang, t};

use crate::screen::{Aspect, Setting, next_change_ms, screen_ui};
use crate::status::ScreenState;

pub use identify::{description, number};
pub use monitor::{Monitor, choose};

/// The clock of the program: the room's window asks it in its own frames.
pub type Clock = Arc<dyn Fn() -> Now + Send + Sync>;

/// So long after a window came up the keyboard is taken back from it; later whoever took it wanted it.
const KEYBOARD_MS: u64 = 3_000;

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
    /// The monitor of this or an earlier start.
    remembered: Option<KnownMonitor>,
    /// Where it stands since it was opened.
    placed: Option<Monitor>,
    /// A number is on every monitor.
    identifying: bool,
    /// A window came up and may take the keyboard, which belongs to the desk; until this monotonic moment.
    takes_keyboard: Option<u64>,
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
            placed: None,
            identifying: false,
            takes_keyboard: None,
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
        self.keep_keyboard();
    }

    fn moment(&self) -> u64 {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).now.mono_ms
    }

    fn keep_keyboard(&mut self) {
        self.takes_keyboard = Some(self.moment() + KEYBOARD_MS);
    }

    /// Closes it; the meeting goes on.
    pub fn close(&mut self) {
        self.wanted = false;
        self.placed = None;
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
        self.monitors.is_some() && self.placed.is_some() && self.chosen().is_none()
    }

    /// The room's monitor: where it is or would be shown.
    pub fn chosen(&self) -> Option<&Monitor> {
        choose(self.monitors.as_ref()?, self.remembered.as_ref())
    }

    /// Whether the desk's monitor is known to be the only one: the screen is then a window like any other.
    pub fn is_alone(&self) -> bool {
        self.monitors.is_some() && self.chosen().is_none()
    }

    /// All monitors, when the program knows them.
    pub fn monitors(&self) -> &[Monitor] {
        self.monitors.as_deref().unwrap_or_default()
    }

    /// From now on the room sees this one.
    pub fn take(&mut self, monitor: &Monitor) {
        self.remembered = Some(monitor.known());
    }

    /// The monitor of an earlier start.
    pub fn remember(&mut self, monitor: Option<KnownMonitor>) {
        self.remembered = monitor;
    }

    /// The monitor to be remembered for the next start.
    pub fn remembered(&self) -> Option<&KnownMonitor> {
        self.remembered.as_ref()
    }

    /// Shows a number on every monitor, or takes them off.
    pub fn toggle_identify(&mut self) {
        self.identifying = !self.identifying;
        self.keep_keyboard();
    }

    /// Whether a number is on every monitor.
    pub fn identifies(&self) -> bool {
        self.identifying
    }

    /// The monitors there are, when the program knows them.
    pub fn set_monitors(&mut self, monitors: Vec<Monitor>) {
        self.monitors = Some(monitors);
    }

    /// Whether the program knows the monitors.
    pub fn knows_monitors(&self) -> bool {
        self.monitors.is_some()
    }

    /// The clock that the window asks in its own frames.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = Some(clock);
    }

    /// How the picture is laid out: by the shape of its monitor.
    pub fn setting(&self, hall: crate::screen::Hall) -> Setting {
        Setting { aspect: self.chosen().map_or(Aspect::Wide, |monitor| Aspect::of(monitor.size)), hall }
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
        let chosen = self.chosen().cloned();
        // Some systems give the keyboard to whatever window comes up, asked or not.
        if self.takes_keyboard.is_some_and(|until| self.moment() <= until)
            && ctx.input(|input| input.viewport().focused) == Some(false)
        {
            self.takes_keyboard = None;
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
        if self.identifying {
            identify::numbers_ui(ctx, lang, self.monitors(), chosen.as_ref());
        }
        if !self.wanted {
            return;
        }
        let mut builder = ViewportBuilder::default()
            .with_title(t(lang, "screen-window-title"))
            .with_app_id("fangzhuo-screen")
            .with_min_inner_size([640.0, 360.0])
            .with_inner_size([1280.0, 720.0])
            .with_active(false);
        match (&self.monitors, chosen) {
            // Unplugged: nothing to show it on. It comes back with its monitor.
            (Some(_), None) if self.placed.is_some() => {
                // When it comes back the desk is being worked at.
                self.keep_keyboard();
                return;
            }
            (Some(_), Some(monitor)) => {
                builder = builder.with_decorations(false).with_monitor(monitor.index);
                if self.placed.as_ref().is_some_and(|placed| !placed.stands_as(&monitor)) {
                    // The same place in the list, but another size or position.
                    ctx.send_viewport_cmd_to(ScreenWindow::viewport(), ViewportCommand::SetMonitor(monitor.index));
                }
                self.remembered = Some(monitor.known());
                self.placed = Some(monitor);
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
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
            screen_ui(ui, ctx.content_rect(), &view, setting, now);
            if let Some(ms) = next_change_ms(&view, now).and_then(|ms| tempo.real_ms(ms)) {
                ctx.request_repaint_after(Duration::from_millis(ms));
            }
        };
        show(ctx, ScreenWindow::viewport(), builder, paint);
    }
}

/// A window beside the desk's: deferred, so that it repaints by itself; on Windows immediate, where a deferred one may
/// stand still while the desk has the focus.
fn show(ctx: &Context, id: ViewportId, builder: ViewportBuilder, paint: impl Fn(&mut Ui) + Send + Sync + 'static) {
    if cfg!(windows) {
        ctx.show_viewport_immediate(id, builder, |ui, _| paint(ui));
    } else {
        ctx.show_viewport_deferred(id, builder, move |ui, _| paint(ui));
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
    fn given_an_open_screen_when_its_monitor_goes_then_it_is_lost_and_comes_back_by_itself() {
        let both = vec![monitor(0, "eDP-1", 0.0, true), monitor(1, "HDMI-1", 1920.0, false)];
        let mut window = ScreenWindow::default();
        window.set_monitors(both.clone());
        window.open();
        window.placed = window.chosen().cloned();
        assert_eq!(window.state(), ScreenState::On);
        window.set_monitors(both[..1].to_vec());
        assert_eq!(window.state(), ScreenState::Lost);
        window.set_monitors(both);
        assert_eq!(window.state(), ScreenState::On);
        window.close();
        assert_eq!(window.state(), ScreenState::Off);
    }

    #[test]
    fn given_a_monitor_remembered_from_an_earlier_start_that_is_not_there_then_the_screen_opens_and_is_not_lost() {
        let both = [monitor(0, "eDP-1", 0.0, true), monitor(1, "HDMI-1", 1920.0, false)];
        let mut window = ScreenWindow::default();
        window.remember(Some(both[1].known()));
        window.set_monitors(both[..1].to_vec());
        window.open();
        assert_eq!(window.state(), ScreenState::On);
    }
}
