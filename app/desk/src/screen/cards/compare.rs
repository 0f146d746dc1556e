//! Two versions of a cost sheet: who pays less, who more, who the same, then every household in pages.

use session::audience::{CompareCard, CompareGroup};

use super::table;
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, pack_under_head, text_blocks};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{Sheet, baseline_shift};

/// Height of a group.
const GROUP: f32 = 152.0;
/// Where the households begin behind the word.
const HOUSEHOLDS_X: f32 = 260.0;
/// The same where they are no larger than the rest of the line.
const SMALL_HOUSEHOLDS_X: f32 = 400.0;

/// The pages.
pub(crate) fn sheets(card: &CompareCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let mut blocks = text_blocks(frame, &card.before, Size::Body, SCREEN.ink2, 0.0);
    blocks.extend(text_blocks(frame, &card.after, Size::Body, SCREEN.ink, screen_space::S1));
    if let Some(last) = blocks.last_mut() {
        last.height += screen_space::S3;
        last.sheet.hairline(frame.left, frame.right, last.height);
    }
    blocks.extend(group_blocks(&card.groups, frame));
    let mut rows = table::blocks(&card.rows, stand);
    if let Some(first) = rows.first_mut() {
        first.breaks = true;
    }
    blocks.extend(rows);
    pack_under_head(frame, &card.head, stand.lang, &blocks)
}

/// "少出  20 户          共 83.20 元": all groups alike, the households large where there is room in every row, else no
/// larger than the rest of it, else all under each other.
fn group_blocks(groups: &[CompareGroup], frame: Frame) -> Vec<Block> {
    let fit = |size, least| groups.iter().all(|group| row_end(group, frame, size, least) <= frame.right);
    groups
        .iter()
        .map(|group| match () {
            () if fit(Size::Display, HOUSEHOLDS_X) => row_block(group, frame, Size::Display, HOUSEHOLDS_X, GROUP),
            () if fit(Size::Lead, SMALL_HOUSEHOLDS_X) => {
                row_block(group, frame, Size::Lead, SMALL_HOUSEHOLDS_X, Size::Lead.screen_line() * 1.2)
            }
            () => stacked_block(group, frame),
        })
        .collect()
}

/// Where the households begin: `least` behind the margin, or behind a longer word.
fn households_x(group: &CompareGroup, frame: Frame, least: f32) -> f32 {
    frame.left + width(&group.what, Size::Lead).max(least - screen_space::S5) + screen_space::S5
}

/// Where a row would end.
fn row_end(group: &CompareGroup, frame: Frame, size: Size, least: f32) -> f32 {
    let end = households_x(group, frame, least) + width(&group.households, size);
    end + screen_space::S5 + width(&group.sum, Size::Lead)
}

fn row_block(group: &CompareGroup, frame: Frame, size: Size, least: f32, height: f32) -> Block {
    let mut sheet = Sheet::default();
    let middle = height / 2.0;
    let low = middle + baseline_shift(Size::Lead, size);
    sheet.left2(frame.left, low, Size::Lead, &group.what);
    sheet.left(households_x(group, frame, least), middle, size, &group.households);
    sheet.right(frame.right, low, Size::Lead, &group.sum);
    sheet.hairline(frame.left, frame.right, height);
    Block::new(sheet, height, 1)
}

fn stacked_block(group: &CompareGroup, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let mut y = 0.0;
    let mut taken = 0;
    for text in [&group.what, &group.households, &group.sum] {
        for text in lines(text, Size::Lead, frame.inner()) {
            sheet.left(frame.left, y + Size::Lead.screen_line() / 2.0, Size::Lead, &text);
            y += Size::Lead.screen_line();
            taken += 1;
        }
    }
    sheet.hairline(frame.left, frame.right, y + screen_space::S1);
    Block::new(sheet, y + screen_space::S1, taken).gap(screen_space::S1)
}
