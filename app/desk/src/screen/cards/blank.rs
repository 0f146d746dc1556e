//! The calm card: the mark of the table and "please wait", in the middle.

use egui::{Align, Rect, Vec2, pos2};
use words::t;

use crate::look::icons::Icon;
use crate::look::tokens::{SCREEN, Size};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::sheet::{Item, Sheet};

/// Side of the mark, and how far its middle stands above the middle of the picture.
const MARK: f32 = 138.0;
const MARK_ABOVE: f32 = 121.0;
/// How far the words stand under the middle.
const WORDS_BELOW: f32 = 93.0;

/// The one page.
pub(crate) fn sheet(stand: Stand<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    let (x, y) = (stand.frame.width / 2.0, stand.frame.height / 2.0);
    let square = Rect::from_center_size(pos2(x, y - MARK_ABOVE), Vec2::splat(MARK));
    sheet.items.push(Item::Icon(square, Icon::Meeting, SCREEN.accent, 1.0));
    let words = t(stand.lang, "screen-blank");
    for (number, line) in lines(&words, Size::Display, stand.frame.inner()).iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a line or two")]
        let middle = y + WORDS_BELOW + Size::Display.screen_line() * number as f32;
        sheet.text(x, middle, Align::Center, Size::Display, SCREEN.ink, line);
    }
    sheet
}
