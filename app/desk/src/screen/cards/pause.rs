//! A break: its name, the time left, when it goes on.

use egui::Align;
use session::audience::BreakCard;

use crate::look::tokens::{SCREEN, Size};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::sheet::Sheet;

/// The one page.
pub(crate) fn sheet(card: &BreakCard, stand: Stand<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    let (x, y) = (stand.frame.width / 2.0, stand.frame.height / 2.0);
    let reading = card.clock.reading(stand.now);
    sheet.text(x, y, Align::Center, Size::Clock, SCREEN.ink, &reading.text());
    let title = lines(&card.title, Size::Head, stand.frame.inner());
    for (number, line) in title.iter().rev().take(2).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a line or two")]
        let middle = y - Size::Clock.screen_line() / 2.0 - 24.0 - Size::Head.screen_line() * (number as f32 + 0.5);
        sheet.text(x, middle, Align::Center, Size::Head, SCREEN.ink, line);
    }
    for (number, line) in lines(&card.until, Size::Title, stand.frame.inner()).iter().take(2).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a line or two")]
        let middle = y + Size::Clock.screen_line() / 2.0 + 24.0 + Size::Title.screen_line() * (number as f32 + 0.6);
        sheet.text(x, middle, Align::Center, Size::Title, SCREEN.ink2, line);
    }
    sheet
}
