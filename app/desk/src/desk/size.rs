//! How large letters are: on the desk by wish, on the screen by the hall.
//!
//! The desk grows as a whole, letters, rows and buttons, by egui's zoom. That factor is common to both windows, but the
//! screen is laid out on its 1080 lines and painted by the pixels of its window, so it stays as it is. The desk never grows
//! past what its layout needs: a larger window lets the letters grow further.

use egui::{Context, Vec2};
use session::preferences::{Preferences, TEXT_LEAST, TEXT_MOST};
use words::tf;

use super::Desk;
use crate::action::Action;
use crate::complaint::Complaint;
use crate::screen::Hall;

/// Steps of the size in percent: every size has letters of its own to be made.
const STEP: u16 = 10;
/// The window the smallest layout needs, in points.
const LEAST: Vec2 = egui::vec2(1280.0, 720.0);

/// The factor of the screen's letters for the hall somebody measured.
pub(super) fn hall_of(preferences: &Preferences) -> Hall {
    preferences.room.map_or_else(Hall::default, |room| Hall::for_room(room.distance, room.height).0)
}

/// The largest step at which a window of this size (in points of its monitor) still holds the layout.
fn largest(window: Vec2) -> u16 {
    let fits = |percent: &u16| LEAST * (f32::from(*percent) / 100.0) - Vec2::splat(0.5);
    let steps = (TEXT_LEAST..=TEXT_MOST).step_by(usize::from(STEP));
    steps.filter(|percent| fits(percent).x <= window.x && fits(percent).y <= window.y).max().unwrap_or(TEXT_LEAST)
}

/// The window in points of its monitor, whatever the desk is zoomed to.
fn window(ctx: &Context) -> Vec2 {
    ctx.content_rect().size() * ctx.zoom_factor()
}

impl Desk {
    /// Gives the desk the size of letters that is wished for, as far as its window allows.
    pub(super) fn size_letters(&self, ctx: &Context) {
        let percent = self.workspace.preferences.text().min(largest(window(ctx)));
        let factor = f32::from(percent) / 100.0;
        if (ctx.zoom_factor() - factor).abs() > f32::EPSILON {
            ctx.set_zoom_factor(factor);
        }
    }

    /// A step larger, a step smaller, or as usual; kept on this PC.
    pub(super) fn change_letters(&mut self, ctx: &Context, action: Action) {
        let now = self.workspace.preferences.text();
        let wanted = match action {
            Action::TextLarger => now.saturating_add(STEP),
            Action::TextSmaller => now.saturating_sub(STEP),
            _ => TEXT_LEAST,
        };
        let (wanted, largest) = (wanted.clamp(TEXT_LEAST, TEXT_MOST), largest(window(ctx)));
        // What the window cannot hold is not wished for: else the next step back would do nothing.
        let wanted = wanted.min(largest);
        if action == Action::TextLarger && wanted == now.min(largest) {
            let args = [("percent", &*wanted.to_string())];
            let lang = self.workspace.lang();
            self.complaint = Some(Complaint::note(if wanted == TEXT_MOST {
                tf(lang, "text-largest", &args)
            } else {
                tf(lang, "text-window-small", &args)
            }));
        }
        if wanted != now {
            self.workspace.prefer(|preferences| preferences.text_percent = wanted);
        }
        ctx.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[test]
    fn letters_grow_as_far_as_the_window_holds_the_smallest_layout() {
        assert_eq!(largest(vec2(1280.0, 720.0)), 100);
        assert_eq!(largest(vec2(1440.0, 900.0)), 110);
        assert_eq!(largest(vec2(1920.0, 1080.0)), 150);
        assert_eq!(largest(vec2(3840.0, 2160.0)), 150);
        assert_eq!(largest(vec2(1024.0, 600.0)), 100);
    }
}
