//! Polls: question, how to take part and the options while one is open; counts, bars and what came out once it is
//! closed. Each page says that nothing is decided by it.

use egui::{Align, Rect, pos2};
use session::audience::{PollCame, PollOpenCard, PollOption, PollResultCard, PollRow};

use super::agenda::NUMBER_ROOM;
use super::findings;
use crate::look::icons::Icon;
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, pack_under_head, text_blocks};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{ICON_SIDE, Item, Sheet, baseline_shift};

/// Height of a bar and the space over it and under it.
const BAR: f32 = 28.0;
const OVER_BAR: f32 = 6.0;
const UNDER_BAR: f32 = 18.0;
/// Space over the first and under the last line of an option.
const PAD: f32 = 14.0;
/// Where the result begins behind its icon.
const RESULT_X: f32 = 80.0;

/// The pages of an open poll.
pub(crate) fn open_sheets(card: &PollOpenCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let mut blocks = text_blocks(frame, &card.question, Size::Head, SCREEN.ink, 0.0);
    blocks.extend(text_blocks(frame, &card.how, Size::Body, SCREEN.ink, screen_space::S3));
    let options = card.options.iter().enumerate();
    blocks.extend(options.map(|(place, option)| option_block(option, frame, place == 0)));
    blocks.extend(findings::blocks(&card.struck, frame));
    pack_under_head(frame, &card.head, stand.lang, &blocks)
}

/// The pages of a result.
pub(crate) fn result_sheets(card: &PollResultCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let mut blocks = text_blocks(frame, &card.question, Size::Lead, SCREEN.ink2, 0.0);
    blocks.extend(result_blocks(card, frame));
    blocks.extend(card.rows.iter().enumerate().map(|(place, row)| row_block(row, frame, place == 0)));
    blocks.extend(findings::blocks(&card.struck, frame));
    blocks.extend(text_blocks(frame, &card.foot, Size::Note, SCREEN.ink2, screen_space::S3));
    pack_under_head(frame, &card.head, stand.lang, &blocks)
}

fn option_block(option: &PollOption, frame: Frame, first: bool) -> Block {
    let mut sheet = Sheet::default();
    let line = Size::Lead.screen_line();
    let x = if option.number.is_empty() { frame.left } else { frame.left + NUMBER_ROOM };
    let text = lines(&option.text, Size::Lead, frame.right - x);
    sheet.left2(frame.left, PAD + line / 2.0, Size::Lead, &option.number);
    for (number, row) in text.iter().enumerate() {
        sheet.left(x, PAD + line * (index(number) + 0.5), Size::Lead, row);
    }
    let height = 2.0 * PAD + line * index(text.len().max(1));
    sheet.hairline(frame.left, frame.right, 1.0);
    let gap = if first { screen_space::S4 } else { 0.0 };
    Block::new(sheet, height, text.len().max(1)).gap(gap)
}

/// What came out: an icon and one to three lines.
fn result_blocks(card: &PollResultCard, frame: Frame) -> Vec<Block> {
    let (icon, colour) = if card.open { (Icon::Search, SCREEN.ink) } else { (Icon::Check, SCREEN.accent) };
    let of = |size| lines(&card.result, size, frame.inner() - RESULT_X);
    // As large as a headline where it is short enough for one.
    let size = if of(Size::Head).len() <= 2 { Size::Head } else { Size::Lead };
    let (line, rows) = (size.screen_line(), of(size));
    rows.iter()
        .enumerate()
        .map(|(number, row)| {
            let mut sheet = Sheet::default();
            if number == 0 {
                sheet.icon(frame.left, line / 2.0, ICON_SIDE, icon, colour);
            }
            sheet.text(frame.left + RESULT_X, line / 2.0, Align::Min, size, SCREEN.ink, row);
            Block::new(sheet, line, 1).gap(if number == 0 { screen_space::S2 } else { 0.0 })
        })
        .collect()
}

/// Label and count over a bar; what became of the option as icon and word between them.
fn row_block(row: &PollRow, frame: Frame, first: bool) -> Block {
    let mut sheet = Sheet::default();
    let line = Size::Lead.screen_line();
    let count = width(&row.count, Size::Lead);
    // Only what came out has the check mark: a tie is a word alone.
    let icon = if row.came == PollCame::Out { ICON_SIDE } else { 0.0 };
    let remark = if row.remark.is_empty() { 0.0 } else { icon + width(&row.remark, Size::Body) };
    let room = frame.inner() - count - screen_space::S5;
    let label = lines(&row.label, Size::Lead, room);
    // The remark stands behind the last line of the label, or on a line of its own.
    let last = label.last().map_or(0.0, |text| width(text, Size::Lead));
    let beside = remark > 0.0 && last + screen_space::S5 + remark <= room;
    for (number, text) in label.iter().enumerate() {
        sheet.left(frame.left, line * (index(number) + 0.5), Size::Lead, text);
    }
    let mut taken = label.len().max(1);
    sheet.right(frame.right, line / 2.0, Size::Lead, &row.count);
    if remark > 0.0 {
        let (x, number) = if beside { (frame.left + last + screen_space::S5, taken - 1) } else { (frame.left, taken) };
        let middle = line * (index(number) + 0.5);
        if row.came == PollCame::Out {
            sheet.icon(x, middle, ICON_SIDE, Icon::Check, SCREEN.accent);
        }
        sheet.left2(x + icon, middle + baseline_shift(Size::Body, Size::Lead), Size::Body, &row.remark);
        taken += usize::from(!beside);
    }
    let top = line * index(taken) + OVER_BAR;
    let rect = Rect::from_min_max(pos2(frame.left, top), pos2(frame.right, top + BAR));
    sheet.items.push(Item::Bar(rect, row.bar.clone()));
    let gap = if first { screen_space::S4 } else { 0.0 };
    Block::new(sheet, top + BAR + UNDER_BAR, taken).gap(gap)
}

fn index(number: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let number = number as f32;
    number
}
