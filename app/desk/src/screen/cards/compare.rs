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
    blocks.extend(card.groups.iter().map(|group| group_block(group, frame)));
    let mut rows = table::blocks(&card.rows, stand);
    if let Some(first) = rows.first_mut() {
        first.breaks = true;
    }
    blocks.extend(rows);
    pack_under_head(frame, &card.head, stand.lang, &blocks)
}

/// "少出  20 户          共 83.20 元", where there is no room with smaller households, or under each other.
fn group_block(group: &CompareGroup, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let middle = GROUP / 2.0;
    let low = middle + baseline_shift(Size::Lead, Size::Display);
    let households =
        frame.left + width(&group.what, Size::Lead).max(HOUSEHOLDS_X - screen_space::S5) + screen_space::S5;
    let end = households + width(&group.households, Size::Display);
    if end + screen_space::S5 + width(&group.sum, Size::Lead) <= frame.right {
        sheet.left2(frame.left, low, Size::Lead, &group.what);
        sheet.left(households, middle, Size::Display, &group.households);
        sheet.right(frame.right, low, Size::Lead, &group.sum);
        sheet.hairline(frame.left, frame.right, GROUP);
        return Block::new(sheet, GROUP, 1);
    }
    let small =
        frame.left + width(&group.what, Size::Lead).max(SMALL_HOUSEHOLDS_X - screen_space::S5) + screen_space::S5;
    let end = small + width(&group.households, Size::Lead);
    if end + screen_space::S5 + width(&group.sum, Size::Lead) <= frame.right {
        let (middle, height) = (Size::Lead.screen_line() * 0.6, Size::Lead.screen_line() * 1.2);
        sheet.left2(frame.left, middle, Size::Lead, &group.what);
        sheet.left(small, middle, Size::Lead, &group.households);
        sheet.right(frame.right, middle, Size::Lead, &group.sum);
        sheet.hairline(frame.left, frame.right, height);
        return Block::new(sheet, height, 1);
    }
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
