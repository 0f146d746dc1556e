//! A closed election: how many are elected and what is left open, then every candidate in the order of the result.

use egui::Align;
use session::audience::ElectionResultCard;

use super::table;
use super::vote_result::{descent, sign};
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, pack_under_head, text_blocks};
use crate::screen::setting::Frame;
use crate::screen::sheet::{ICON_SIDE, Sheet};

/// Where the reason begins behind its icon.
const REASON_X: f32 = 80.0;

/// The pages.
pub(crate) fn sheets(card: &ElectionResultCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let mut blocks = reason_blocks(card, frame);
    blocks.extend(verdict_blocks(card, frame));
    let gap = descent(&card.verdict);
    blocks.extend(text_blocks(frame, &card.summary, Size::Note, SCREEN.ink2, gap));
    let mut rows = table::blocks(&card.candidates, stand);
    if let Some(first) = rows.first_mut() {
        first.gap = screen_space::S3;
    }
    blocks.extend(rows);
    for note in &card.notes {
        blocks.extend(text_blocks(frame, note, Size::Note, SCREEN.ink2, screen_space::S3));
    }
    pack_under_head(frame, &card.head, stand.lang, &blocks)
}

/// The sign of the result and why in a few words.
fn reason_blocks(card: &ElectionResultCard, frame: Frame) -> Vec<Block> {
    let (icon, colour) = sign(card.outcome);
    let line = Size::Lead.screen_line();
    let mut blocks = Vec::new();
    for (number, text) in lines(&card.reason, Size::Lead, frame.inner() - REASON_X).iter().enumerate() {
        let mut sheet = Sheet::default();
        if number == 0 {
            sheet.icon(frame.left, line / 2.0, ICON_SIDE, icon, colour);
        }
        sheet.text(frame.left + REASON_X, line / 2.0, Align::Min, Size::Lead, colour, text);
        blocks.push(Block::new(sheet, line, 1));
    }
    blocks
}

/// "当选 2 人" in the size of verdicts.
fn verdict_blocks(card: &ElectionResultCard, frame: Frame) -> Vec<Block> {
    let line = Size::Tally.screen_line();
    let one = |text: &String| {
        let mut sheet = Sheet::default();
        sheet.left(frame.left, line / 2.0, Size::Tally, text);
        Block::new(sheet, line, 0)
    };
    lines(&card.verdict, Size::Tally, frame.inner()).iter().map(one).collect()
}
