//! The monitors there are, watched so that a plugged or unplugged one is known while nothing is drawn.

#[cfg(target_os = "linux")]
mod x11;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use desk::screen_window::Monitor;
use eframe::CreationContext;

/// How often the system is asked.
const PAUSE: Duration = Duration::from_millis(500);

/// A watch on the monitors.
pub(super) struct Monitors {
    told: Receiver<Vec<Monitor>>,
}

impl Monitors {
    /// Watches until the window is gone; a change repaints. Without a window (tests) there is never any news.
    pub(super) fn watch(start: &CreationContext<'_>, ctx: egui::Context) -> Monitors {
        let (tell, told) = channel();
        let Some(window) = start.winit_window() else { return Monitors { told } };
        #[cfg(target_os = "linux")]
        let mut plugs = x11::Plugs::watch(window.as_ref());
        let window = Arc::downgrade(window);
        std::thread::spawn(move || {
            let mut known: Option<Vec<Monitor>> = None;
            loop {
                #[cfg(target_os = "linux")]
                if let Some(plugs) = &mut plugs {
                    plugs.pass_on();
                }
                // The window is held for the moment of asking alone: this thread must not keep it open.
                let Some(window) = window.upgrade() else { break };
                let desk = window.current_monitor();
                // Where the middle of the window is; not every system says.
                let middle = window.outer_position().ok().map(|at| {
                    let size = window.outer_size();
                    whole(at.x, at.y) + points(size.width, size.height) / 2.0
                });
                let mut monitors: Vec<Monitor> = window
                    .available_monitors()
                    .enumerate()
                    .map(|(index, monitor)| Monitor {
                        index,
                        name: monitor.name().unwrap_or_default(),
                        size: points(monitor.size().width, monitor.size().height),
                        position: whole(monitor.position().x, monitor.position().y),
                        desk: desk.as_ref() == Some(&monitor),
                    })
                    .collect();
                drop(window);
                let stands =
                    |monitor: &Monitor, at| egui::Rect::from_min_size(monitor.position, monitor.size).contains(at);
                if let Some(at) = middle
                    && let Some(desk) = monitors.iter().position(|monitor| stands(monitor, at))
                {
                    // Monitors may have been moved under a window that stood still.
                    monitors.iter_mut().enumerate().for_each(|(place, monitor)| monitor.desk = place == desk);
                }
                if known.as_ref() != Some(&monitors) {
                    known = Some(monitors.clone());
                    if tell.send(monitors).is_err() {
                        break;
                    }
                    ctx.request_repaint();
                }
                std::thread::sleep(PAUSE);
            }
        });
        Monitors { told }
    }

    /// The monitors, if they changed since this was last asked.
    pub(super) fn news(&self) -> Option<Vec<Monitor>> {
        self.told.try_iter().last()
    }
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a monitor")]
fn points(width: u32, height: u32) -> egui::Vec2 {
    egui::vec2(width as f32, height as f32)
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a desktop")]
fn whole(x: i32, y: i32) -> egui::Pos2 {
    egui::pos2(x as f32, y as f32)
}
