//! The cost behind each side of a vote: heads, area and money side by side on a page of their own, and in one bar.

use egui::{Rect, pos2};
use session::audience::CostSides;

use super::table;
use crate::look::measure_bar::SCREEN_BAR;
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::layout::{Block, text_blocks};
use crate::screen::sheet::{Item, Sheet};

const BAR: f32 = 64.0;

/// The blocks; the first begins a page.
pub(super) fn blocks(costs: &CostSides, stand: Stand<'_>) -> Vec<Block> {
    let frame = stand.frame;
    let mut blocks = table::blocks(&costs.table, stand);
    if let Some(first) = blocks.first_mut() {
        first.breaks = true;
    }
    let mut sheet = Sheet::default();
    let rect = Rect::from_min_max(pos2(frame.left, SCREEN_BAR.over), pos2(frame.right, SCREEN_BAR.over + BAR));
    sheet.items.push(Item::Bar(rect, costs.bar.clone()));
    blocks.push(Block::new(sheet, BAR + 2.0 * SCREEN_BAR.over, 0).gap(screen_space::S4));
    blocks.extend(text_blocks(frame, &costs.note, Size::Note, SCREEN.ink, screen_space::S3));
    blocks
}
