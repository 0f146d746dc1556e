//! The decisions read back: what, who, by when.

use std::rc::Rc;

use session::audience::{DecisionLine, DecisionsCard, Progress};
use words::t;

use super::agenda::{NUMBER_ROOM, current_edge, number_or_check};
use crate::look::tokens::{Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, pack_under_head};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::Sheet;

/// Space over the first and under the last line of a row.
const PAD: f32 = 36.0;
const HEADER: f32 = 97.0;
/// Narrower than this, what is to be done gets the full width and the rest a line under it.
const LEAST_WHAT: f32 = 8.0 * 64.0;

/// Where the columns stand.
#[derive(Clone, Copy, Debug)]
struct Columns {
    what: f32,
    what_room: f32,
    who: f32,
    who_room: f32,
    stacked: bool,
}

/// The pages.
pub(crate) fn sheets(card: &DecisionsCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let columns = columns(card, stand);
    let header = Rc::new(header_block(columns, stand));
    let rows: Vec<Block> = card
        .rows
        .iter()
        .enumerate()
        .map(|(number, row)| {
            let mut block = row_block(row, columns, frame);
            // The columns are named over those that have them; the heading has its own line under it.
            block.header = is_duty(row).then(|| Rc::clone(&header));
            let before = number.checked_sub(1).map(|before| is_duty(&card.rows[before]));
            if before.is_some_and(|before| before || !is_duty(row)) {
                block.sheet.hairline(frame.left, frame.right, 1.0);
            }
            block
        })
        .collect();
    pack_under_head(frame, &card.head, stand.lang, &rows)
}

/// Whether somebody does it, or it is to be done by a day; a decision has the whole width to itself.
fn is_duty(row: &DecisionLine) -> bool {
    !(row.who.is_empty() && row.by.is_empty())
}

fn columns(card: &DecisionsCard, stand: Stand<'_>) -> Columns {
    let frame = stand.frame;
    let by_label = width(&t(stand.lang, "screen-decision-by"), Size::Note);
    let by = card
        .rows
        .iter()
        .map(|row| width(&row.by, Size::Body).max(width(&row.under_day, Size::Note)))
        .fold(by_label, f32::max);
    let who_label = width(&t(stand.lang, "screen-decision-who"), Size::Note);
    let longest = card.rows.iter().map(|row| width(&row.who, Size::Body)).fold(who_label, f32::max);
    // Names take what they need, at most a quarter of the picture.
    let who_room = longest.min(frame.inner() / 4.0).max(who_label);
    let who = (frame.left + frame.inner() * 1161.0 / 1728.0).min(frame.right - by - screen_space::S6 - who_room);
    let what = frame.left + NUMBER_ROOM;
    let what_room = who - screen_space::S6 - what;
    if what_room >= LEAST_WHAT {
        return Columns { what, what_room, who, who_room: frame.right - by - screen_space::S6 - who, stacked: false };
    }
    Columns { what, what_room: frame.right - what, who: what, who_room: frame.right - what, stacked: true }
}

fn header_block(columns: Columns, stand: Stand<'_>) -> Block {
    let frame = stand.frame;
    let mut sheet = Sheet::default();
    let middle = 49.0;
    sheet.left2(columns.what, middle, Size::Note, &t(stand.lang, "screen-decision-what"));
    if !columns.stacked {
        sheet.left2(columns.who, middle, Size::Note, &t(stand.lang, "screen-decision-who"));
        sheet.right2(frame.right, middle, Size::Note, &t(stand.lang, "screen-decision-by"));
    }
    sheet.hairline(frame.left, frame.right, HEADER + 1.0);
    Block::new(sheet, HEADER, 1)
}

fn row_block(row: &DecisionLine, columns: Columns, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let lead = Size::Lead.screen_line();
    let first = PAD + lead / 2.0;
    number_or_check(&mut sheet, frame, first, &row.number, row.progress);
    let room = if is_duty(row) { columns.what_room } else { frame.right - columns.what };
    let what = lines(&row.what, Size::Lead, room);
    for (number, line) in what.iter().enumerate() {
        sheet.left(columns.what, first + lead * index(number), Size::Lead, line);
    }
    let mut height = lead * index(what.len().max(1));
    let mut taken = what.len().max(1);
    if columns.stacked && is_duty(row) {
        let body = Size::Body.screen_line();
        let when = [row.by.as_str(), row.under_day.as_str()].join(" ");
        let (who, when) = (row.who.trim(), when.trim());
        let top = PAD + height;
        let together = width(who, Size::Body) + screen_space::S6 + width(when, Size::Body) <= columns.who_room;
        let names = if together { vec![who.to_owned()] } else { lines(who, Size::Body, columns.who_room) };
        for (number, name) in names.iter().enumerate() {
            sheet.left2(columns.what, top + body * (index(number) + 0.5), Size::Body, name);
        }
        let below = if together || names.is_empty() { 0 } else { names.len() };
        let middle = top + body * (index(below) + 0.5);
        if together {
            sheet.right2(frame.right, middle, Size::Body, when);
        } else {
            sheet.left2(columns.who, middle, Size::Body, when);
        }
        height += body * index(below + 1);
        taken += below + 1;
    } else if is_duty(row) {
        let body = Size::Body.screen_line();
        let who = lines(&row.who, Size::Body, columns.who_room);
        for (number, name) in who.iter().enumerate() {
            sheet.left(columns.who, first + body * index(number), Size::Body, name);
        }
        sheet.right(frame.right, first, Size::Body, &row.by);
        sheet.right2(frame.right, first + 74.0, Size::Note, &row.under_day);
        let when = if row.under_day.is_empty() { 1 } else { 2 };
        taken = taken.max(who.len()).max(when);
        height = height.max(body * index(who.len())).max(body * index(when));
    }
    let height = height + 2.0 * PAD;
    if row.progress == Progress::Current {
        current_edge(&mut sheet, frame, PAD, height - PAD);
        sheet.current = true;
    }
    Block::new(sheet, height, taken)
}

fn index(number: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let number = number as f32;
    number
}
