//! Where the desk's window stands: as it was left, if the monitors there are still show it.

use desk::screen_window::Monitor;
use egui::{Context, Pos2, Rect, Vec2, ViewportBuilder, ViewportCommand, pos2, vec2};
use session::preferences::WindowPlace;

/// The least the desk's layout needs, in points.
const LEAST: Vec2 = vec2(1280.0, 720.0);
/// What it goes back to when it no longer fills the screen.
const FIRST: Vec2 = vec2(1440.0, 900.0);
/// So much of the window's upper edge must be seen to be able to drag it.
const HANDLE: Vec2 = vec2(160.0, 40.0);

/// The window at the start: as it was left, the first time as large as the screen allows, whatever that screen is.
pub(super) fn start(builder: ViewportBuilder, place: Option<WindowPlace>) -> ViewportBuilder {
    let builder = builder.with_min_inner_size(LEAST);
    let Some(place) = place else { return builder.with_inner_size(FIRST).with_maximized(true) };
    builder.with_position(at(place)).with_inner_size(size(place)).with_maximized(place.maximised)
}

fn at(place: WindowPlace) -> Pos2 {
    #[expect(clippy::cast_precision_loss, reason = "points of a desktop")]
    pos2(place.x as f32, place.y as f32)
}

fn size(place: WindowPlace) -> Vec2 {
    #[expect(clippy::cast_precision_loss, reason = "points of a window")]
    vec2(place.width as f32, place.height as f32).max(LEAST)
}

/// A window that no monitor shows any more is brought back to the first of them. Monitors are in pixels; `scale` is how
/// many of them the window has to a point.
fn brought_back(window: Rect, monitors: &[Monitor], scale: f32) -> Option<Pos2> {
    let handle = Rect::from_min_size(window.min, vec2(window.width(), HANDLE.y));
    let seen = monitors.iter().any(|monitor| {
        let monitor = Rect::from_min_size((monitor.position.to_vec2() / scale).to_pos2(), monitor.size / scale);
        let seen = monitor.intersect(handle);
        seen.width() >= HANDLE.x.min(window.width()) && seen.height() >= HANDLE.y / 2.0
    });
    let first = monitors.first().filter(|_| !seen)?;
    Some((first.position.to_vec2() / scale).to_pos2() + HANDLE / 2.0)
}

/// Follows the window while it is open.
#[derive(Debug, Default)]
pub(super) struct Follow {
    last: Option<WindowPlace>,
    checked: bool,
    /// Never left anywhere, or left filling the screen: it fills it. Some window managers only do so once the window is
    /// there.
    fills: bool,
}

impl Follow {
    /// A window that was put where it was left.
    pub(super) fn from(place: Option<WindowPlace>) -> Follow {
        let fills = place.is_none_or(|place| place.maximised);
        Follow { last: place, checked: place.is_none(), fills }
    }

    /// Where it was last seen.
    pub(super) fn last(&self) -> Option<WindowPlace> {
        self.last
    }

    /// Sees where the window is; over the whole monitor it keeps what it would go back to.
    pub(super) fn see(&mut self, ctx: &Context) {
        if std::mem::take(&mut self.fills) {
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
        let zoom = ctx.zoom_factor();
        let seen = ctx.input(|input| {
            let viewport = input.viewport();
            let (outer, inner) = (viewport.outer_rect?, viewport.inner_rect?);
            let (whole, hidden) = (viewport.fullscreen == Some(true), viewport.minimized == Some(true));
            Some((outer.min, inner.size(), viewport.maximized == Some(true), whole || hidden))
        });
        let Some((corner, inner, maximised, elsewhere)) = seen else { return };
        if elsewhere {
            return;
        }
        match &mut self.last {
            Some(last) if maximised => last.maximised = true,
            last => {
                let (corner, inner) = (corner.to_vec2() * zoom, inner * zoom);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "points of a window on a desktop"
                )]
                let place = WindowPlace {
                    x: corner.x.round() as i32,
                    y: corner.y.round() as i32,
                    width: inner.x.round().max(0.0) as u32,
                    height: inner.y.round().max(0.0) as u32,
                    maximised,
                };
                *last = Some(place);
            }
        }
    }

    /// Once the monitors are known: a window left where there is none any more comes back.
    pub(super) fn check(&mut self, ctx: &Context, monitors: &[Monitor]) {
        if std::mem::replace(&mut self.checked, true) {
            return;
        }
        let zoom = ctx.zoom_factor();
        let (outer, scale) = ctx.input(|input| (input.viewport().outer_rect, input.pixels_per_point() / zoom));
        let Some(outer) = outer else { return };
        let window = Rect::from_min_size((outer.min.to_vec2() * zoom).to_pos2(), outer.size() * zoom);
        if let Some(corner) = brought_back(window, monitors, scale) {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition((corner.to_vec2() / zoom).to_pos2()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monitor(index: usize, x: f32) -> Monitor {
        Monitor { index, name: format!("M{index}"), size: vec2(1920.0, 1080.0), position: pos2(x, 0.0), desk: false }
    }

    #[test]
    fn a_window_stays_where_a_monitor_shows_it_and_else_comes_to_the_first() {
        let both = [monitor(0, 0.0), monitor(1, 1920.0)];
        let window = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(1440.0, 900.0));
        assert_eq!(brought_back(window(100.0, 50.0), &both, 1.0), None);
        assert_eq!(brought_back(window(2000.0, 50.0), &both, 1.0), None);
        assert_eq!(brought_back(window(-1200.0, 50.0), &both, 1.0), None, "enough of it is seen");
        assert_eq!(brought_back(window(2000.0, 50.0), &both[..1], 1.0), Some(pos2(80.0, 20.0)));
        assert_eq!(brought_back(window(100.0, -200.0), &both, 1.0), Some(pos2(80.0, 20.0)), "no title bar to drag");
        assert_eq!(
            brought_back(window(1000.0, 10.0), &both[..1], 2.0),
            Some(pos2(40.0 + 40.0, 20.0)),
            "960 points wide"
        );
        assert_eq!(brought_back(window(2000.0, 50.0), &[], 1.0), None, "nothing is known");
    }

    #[test]
    fn what_was_left_is_what_the_window_begins_with_and_never_smaller_than_its_layout() {
        let place = WindowPlace { x: 12, y: 34, width: 800, height: 1000, maximised: true };
        let builder = start(ViewportBuilder::default(), Some(place));
        assert_eq!((builder.position, builder.inner_size), (Some(pos2(12.0, 34.0)), Some(vec2(1280.0, 1000.0))));
        assert_eq!(builder.maximized, Some(true));
        let first = start(ViewportBuilder::default(), None);
        assert_eq!((first.inner_size, first.maximized), (Some(FIRST), Some(true)));
    }
}
