//! The notice band: a short line under whatever card is shown.
//!
//! The card is laid out in what is left over the band, so nothing of it is covered and none of its texts gets smaller; a
//! card that needs the room takes another page.

use egui::{Rect, pos2};

use super::breaking::{lines, one_line};
use super::setting::{Frame, Setting};
use super::sheet::{Item, Sheet};
use crate::look::tokens::{SCREEN, Size, screen_space};

/// Lines a notice may have: in a deep hall the texts are large for the picture, and the card needs the room.
fn most_lines(whole: Frame) -> usize {
    if whole.height < ROOMY { 1 } else { 2 }
}

/// Height from which a picture has room for two.
const ROOMY: f32 = 900.0;
/// Over and under its lines; below that a projector may cut the picture.
const PADDING: f32 = 18.0;
/// Between card and band.
const GAP: f32 = screen_space::S2;

/// A notice broken for a picture.
pub(crate) struct Band {
    lines: Vec<String>,
    height: f32,
}

impl Band {
    pub(crate) fn new(notice: &str, whole: Frame) -> Band {
        let mut broken = lines(notice, Size::Body, whole.inner());
        let most = most_lines(whole);
        if broken.len() > most {
            // Typed for a wider picture than this one.
            let rest = broken.split_off(most - 1).concat();
            broken.push(one_line(&rest, Size::Body, whole.inner()));
        }
        #[expect(clippy::cast_precision_loss, reason = "a line or two")]
        let height = Size::Body.screen_line() * broken.len() as f32 + 2.0 * PADDING;
        Band { lines: broken, height }
    }

    /// What is left to the card.
    pub(crate) fn frame_above(&self, whole: Frame) -> Frame {
        Frame { bottom: whole.bottom.min(whole.height - self.height - GAP), ..whole }
    }

    /// Adds the band to a page.
    pub(crate) fn place(&self, page: &mut Sheet, whole: Frame) {
        let top = whole.height - self.height;
        let ground = Rect::from_min_max(pos2(0.0, top), pos2(whole.width, whole.height));
        page.items.push(Item::Fill(ground, SCREEN.well));
        page.items.push(Item::Fill(ground.with_max_x(screen_space::EDGE), SCREEN.accent));
        for (number, line) in self.lines.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a line or two")]
            let middle = top + PADDING + Size::Body.screen_line() * (number as f32 + 0.5);
            page.left(whole.left, middle, Size::Body, line);
        }
    }
}

/// Whether a notice is short enough to be shown whole.
pub fn fits(notice: &str, setting: Setting) -> bool {
    let whole = setting.frame();
    lines(notice, Size::Body, whole.inner()).len() <= most_lines(whole)
}
