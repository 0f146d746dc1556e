//! 我家要出多少: one door and what it pays. No name stands here, and nothing of how its share came about.

use session::audience::DueCard;

use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, pack_under_head, text_blocks};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{Sheet, baseline_shift};

/// Between the word, the amount and its unit.
const GAP: f32 = 28.0;

/// The pages.
pub(crate) fn sheets(card: &DueCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let mut blocks = Vec::new();
    for line in lines(&card.door, Size::Display, frame.inner()) {
        let mut sheet = Sheet::default();
        sheet.left(frame.left, Size::Display.screen_line() / 2.0, Size::Display, &line);
        blocks.push(Block::new(sheet, Size::Display.screen_line(), 1));
    }
    blocks.extend(amount_blocks(card, frame));
    if let Some(last) = blocks.last_mut() {
        last.height += screen_space::S4;
        last.sheet.hairline(frame.left, frame.right, last.height);
    }
    for part in &card.parts {
        blocks.push(part_block(&part.door, &part.amount, frame));
    }
    blocks.extend(text_blocks(frame, &card.rule, Size::Lead, SCREEN.ink, screen_space::S4));
    for note in &card.notes {
        blocks.extend(text_blocks(frame, note, Size::Body, SCREEN.ink2, screen_space::S2));
    }
    pack_under_head(frame, &card.head, stand.lang, &blocks)
}

/// "应出 45.83 元" on one baseline, or the word over the amount where it is too wide.
fn amount_blocks(card: &DueCard, frame: Frame) -> Vec<Block> {
    let unit = width(&card.unit, Size::Head);
    let label = width(&card.label, Size::Head);
    let fits = |size, label| label + width(&card.amount, size) + GAP + unit <= frame.inner();
    let size = if fits(Size::Tally, 0.0) { Size::Tally } else { Size::Display };
    let beside = fits(size, label + GAP);
    let middle = size.screen_line() / 2.0;
    let low = middle + baseline_shift(Size::Head, size);
    let mut blocks = Vec::new();
    let mut sheet = Sheet::default();
    let mut x = frame.left;
    if beside {
        sheet.left2(x, low, Size::Head, &card.label);
        x += label + GAP;
    } else {
        blocks.extend(text_blocks(frame, &card.label, Size::Head, SCREEN.ink2, 0.0));
    }
    x += sheet.left(x, middle, size, &card.amount) + GAP;
    sheet.left2(x, low, Size::Head, &card.unit);
    blocks.push(Block::new(sheet, size.screen_line(), 1));
    blocks
}

/// A payment in parts: what, and how much at the right; under each other where there is no room.
fn part_block(what: &str, amount: &str, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let line = Size::Lead.screen_line();
    let room = frame.inner() - width(amount, Size::Lead) - screen_space::S5;
    if width(what, Size::Lead) <= room {
        sheet.left(frame.left, line / 2.0, Size::Lead, what);
        sheet.right(frame.right, line / 2.0, Size::Lead, amount);
        return Block::new(sheet, line, 1).gap(screen_space::S2);
    }
    let mut y = 0.0;
    let broken = lines(what, Size::Lead, frame.inner());
    for text in &broken {
        sheet.left(frame.left, y + line / 2.0, Size::Lead, text);
        y += line;
    }
    sheet.right(frame.right, y + line / 2.0, Size::Lead, amount);
    Block::new(sheet, y + line, broken.len() + 1).gap(screen_space::S2)
}
