//! Ways to go and rules to meet, each with what was found; an excluded one is struck through with the reason beside it.

use egui::{Rect, pos2};
use session::audience::{Finding, FindingText};

use crate::look::icons::Icon;
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::breaking::lines;
use crate::screen::layout::Block;
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{ICON_SIDE, Item, Sheet};

const PAD_TOP: f32 = 28.0;
const PAD_BOTTOM: f32 = 32.0;
/// The word begins behind its icon here.
const WORD_X: f32 = 74.0;

/// One block an item, a hairline over each.
pub(crate) fn blocks(items: &[FindingText], frame: Frame) -> Vec<Block> {
    let gap = |number| if number == 0 { screen_space::S5 - 4.0 } else { 0.0 };
    items.iter().enumerate().map(|(number, item)| block(item, frame).gap(gap(number))).collect()
}

fn sign(finding: Finding) -> (Icon, egui::Color32) {
    match finding {
        Finding::Open => (Icon::Search, SCREEN.ink),
        Finding::Met => (Icon::Check, SCREEN.accent),
        Finding::Failed | Finding::Excluded => (Icon::Cross, SCREEN.err),
        Finding::NotApplicable => (Icon::Minus, SCREEN.ink2),
    }
}

fn block(item: &FindingText, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    sheet.hairline(frame.left, frame.right, 1.0);
    let title_line = Size::Title.screen_line();
    let first = PAD_TOP + title_line / 2.0;
    let note = Size::Note.screen_line();
    let (icon, ink) = sign(item.finding);
    let support = if item.support.is_empty() { 0.0 } else { width(&item.support, Size::Body) + screen_space::S5 };
    let word = WORD_X + width(&item.word, Size::Lead);

    // The word beside the title while both have room, else under it.
    let second = frame.left + frame.inner() * 624.0 / 1728.0;
    let beside = second + word + support <= frame.right && second - frame.left >= 5.0 * Size::Title.screen_px();
    let title_room = if beside { second - frame.left - screen_space::S5 } else { frame.inner() - support };
    let title = lines(&item.title, Size::Title, title_room);
    for (number, line) in title.iter().enumerate() {
        let middle = first + title_line * index(number);
        let struck = item.finding == Finding::Excluded;
        let colour = if struck { SCREEN.ink2 } else { SCREEN.ink };
        let wide = sheet.text(frame.left, middle, egui::Align::Min, Size::Title, colour, line);
        if struck {
            let half = screen_space::MARK / 2.0;
            let over = screen_space::S1;
            let strike = Rect::from_min_max(
                pos2(frame.left - over, middle - half),
                pos2(frame.left + wide + over, middle + half),
            );
            sheet.items.push(Item::Fill(strike, SCREEN.err));
        }
    }
    sheet.right2(frame.right, first, Size::Body, &item.support);
    let titles = title_line * index(title.len().max(1));
    let (word_x, word_middle, mut y) = if beside {
        (second, first, PAD_TOP + title_line)
    } else {
        (frame.left, PAD_TOP + titles + Size::Lead.screen_line() / 2.0, PAD_TOP + titles + Size::Lead.screen_line())
    };
    sheet.icon(word_x, word_middle, ICON_SIDE, icon, ink);
    sheet.text(word_x + WORD_X, word_middle, egui::Align::Min, Size::Lead, ink, &item.word);
    let reason = lines(&item.reason, Size::Note, frame.right - word_x);
    for line in &reason {
        sheet.left(word_x, y + note / 2.0, Size::Note, line);
        y += note;
    }
    let height = y.max(PAD_TOP + titles) + PAD_BOTTOM;
    let taken = if beside { title.len().max(1 + reason.len()) } else { title.len() + 1 + reason.len() };
    Block::new(sheet, height, taken)
}

fn index(number: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let number = number as f32;
    number
}
