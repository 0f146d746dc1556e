//! A break: its name, the time left, when it goes on; and when the time is up, that it is.

use egui::Align;
use session::audience::{BreakCard, ClockPhase};

use crate::look::tokens::{SCREEN, Size};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::sheet::Sheet;

/// The one page.
pub(crate) fn sheet(card: &BreakCard, stand: Stand<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    let (x, y) = (stand.frame.width / 2.0, stand.frame.top.midpoint(stand.frame.bottom));
    let reading = card.clock.reading(stand.now);
    if reading.phase == ClockPhase::Over {
        over(&mut sheet, card, stand, (x, y));
        return sheet;
    }
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

/// The time is up: the first line large, what follows under it.
fn over(sheet: &mut Sheet, card: &BreakCard, stand: Stand<'_>, (x, y): (f32, f32)) {
    let (said, asked) = card.over.split_once('\n').unwrap_or((card.over.as_str(), ""));
    let said = lines(said, Size::Display, stand.frame.inner());
    let asked = lines(asked, Size::Title, stand.frame.inner());
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let height = |lines: usize, size: Size| lines as f32 * size.screen_line();
    let mut top = y - f32::midpoint(height(said.len(), Size::Display), height(asked.len(), Size::Title));
    for (line, size, colour) in said
        .iter()
        .map(|line| (line, Size::Display, SCREEN.ink))
        .chain(asked.iter().map(|line| (line, Size::Title, SCREEN.ink2)))
    {
        sheet.text(x, top + size.screen_line() / 2.0, Align::Center, size, colour, line);
        top += size.screen_line();
    }
}
