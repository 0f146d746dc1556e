//! Who pays how much: the sum, the rule in a sentence, examples, then the full list in pages.

use std::rc::Rc;

use egui::Align;
use session::audience::{CostCard, CostExample, CostRow, FigureText};
use words::{t, tf};

use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking;
use crate::screen::layout::{Block, MOST_PAGES, pack_under_head, text_blocks};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{Sheet, baseline_shift};

const TERM_LABEL: f32 = 41.0;
const TERM_VALUE: f32 = 133.0;
const TERMS: f32 = 234.0;
const UNIT_GAP: f32 = 22.0;
const EXAMPLE: f32 = 152.0;
const LIST_ROW: f32 = 110.0;
const LIST_HEAD: f32 = 30.0;
/// More rows than eight pages ever hold.
const LIST_LOOKED_UP: usize = 8 * 8 * 3;
/// Columns of the full list on a wide picture.
const COLUMN: f32 = 560.0;

/// The pages.
pub(crate) fn sheets(card: &CostCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let mut blocks = term_blocks(&card.terms, frame);
    let rule_gap = if blocks.is_empty() { 0.0 } else { 58.0 };
    let mut rule = text_blocks(frame, &card.rule, Size::Lead, SCREEN.ink, rule_gap);
    if let Some(last) = rule.last_mut() {
        last.sheet.hairline(frame.left, frame.right, last.height + 58.0);
        last.height += 58.0;
    }
    blocks.append(&mut rule);
    let last = card.examples.len().saturating_sub(1);
    for (number, example) in card.examples.iter().enumerate() {
        let gap = if number == 0 { 26.0 } else { 0.0 };
        let block = example_block(example, frame).gap(gap);
        blocks.push(Block { sunk: number == last, ..block });
    }
    let front = pack_under_head(frame, &card.head, stand.lang, &blocks).len();
    let mut full = list_blocks(&card.list, stand);
    let all: Vec<Block> = blocks.iter().cloned().chain(full.iter().cloned()).collect();
    if pack_under_head(frame, &card.head, stand.lang, &all).len() > MOST_PAGES {
        let count = card.list.len().to_string();
        let text = tf(stand.lang, "screen-look-up", &[("count", &count)]);
        full = text_blocks(frame, &text, Size::Body, SCREEN.ink2, screen_space::S5);
    } else if let Some(first) = full.first_mut() {
        first.breaks = front > 0 && !blocks.is_empty();
    }
    blocks.extend(full);
    pack_under_head(frame, &card.head, stand.lang, &blocks)
}

fn term_width(term: &FigureText) -> f32 {
    let unit = if term.unit.is_empty() { 0.0 } else { UNIT_GAP + width(&term.unit, Size::Body) };
    (width(&term.value, Size::Head) + unit).max(width(&term.label, Size::Note))
}

fn operator(number: usize, count: usize) -> &'static str {
    match number {
        0 => "",
        _ if number + 1 == count => "=",
        _ => "−",
    }
}

/// "a − b = c" in one row, or a term a row where there is no room.
fn term_blocks(terms: &[FigureText], frame: Frame) -> Vec<Block> {
    if terms.is_empty() {
        return Vec::new();
    }
    let total: f32 = terms.iter().map(term_width).sum();
    #[expect(clippy::cast_precision_loss, reason = "a handful of terms")]
    let gap = (frame.inner() - total) / (terms.len().max(2) - 1) as f32;
    if gap >= width("=", Size::Head) + 2.0 * screen_space::S3 {
        let mut sheet = Sheet::default();
        let mut x = frame.left;
        for (number, term) in terms.iter().enumerate() {
            let wide = term_width(term);
            if number > 0 {
                let middle = x - gap / 2.0;
                let sign = operator(number, terms.len());
                sheet.text(middle, TERM_VALUE, Align::Center, Size::Head, SCREEN.ink2, sign);
            }
            if number > 0 && number + 1 == terms.len() {
                sheet.right2(frame.right, TERM_LABEL, Size::Note, &term.label);
            } else {
                sheet.left2(x, TERM_LABEL, Size::Note, &term.label);
            }
            value_paint(&mut sheet, term, x + wide, number > 0 && number + 1 == terms.len(), x);
            x += wide + gap;
        }
        sheet.hairline(frame.left, frame.right, TERMS - 1.0);
        return vec![Block::new(sheet, TERMS, 2)];
    }
    let last = terms.len() - 1;
    let stacked = |(number, term)| stacked_term(term, operator(number, terms.len()), number == last, frame);
    terms.iter().enumerate().map(stacked).collect()
}

/// A term in a row of its own: the label at the left, broken where it must be, the value at the right beside its first
/// line.
fn stacked_term(term: &FigureText, operator: &str, is_last: bool, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let middle = Size::Head.screen_line() / 2.0;
    let low = middle + baseline_shift(Size::Note, Size::Head);
    let label = format!("{operator} {}", term.label);
    let value = value_paint_at(&mut sheet, term, frame.right, true, frame.left, middle);
    let room = value - frame.left - screen_space::S4;
    let (mut height, mut taken) = (Size::Head.screen_line(), 0);
    for (number, line) in breaking::lines(label.trim(), Size::Note, room).iter().enumerate() {
        if number > 0 {
            height += Size::Note.screen_line();
        }
        sheet.left2(frame.left, low + height - Size::Head.screen_line(), Size::Note, line);
        taken += 1;
    }
    if is_last {
        height += screen_space::S3;
        sheet.hairline(frame.left, frame.right, height);
    }
    Block::new(sheet, height, taken.max(1))
}

fn value_paint(sheet: &mut Sheet, term: &FigureText, right: f32, at_right: bool, left: f32) {
    value_paint_at(sheet, term, right, at_right, left, TERM_VALUE);
}

/// A value and its unit on one baseline, from `left` or up to `right`; where it begins.
fn value_paint_at(sheet: &mut Sheet, term: &FigureText, right: f32, at_right: bool, left: f32, middle: f32) -> f32 {
    let value = width(&term.value, Size::Head);
    let unit = width(&term.unit, Size::Body);
    let gap = if term.unit.is_empty() { 0.0 } else { UNIT_GAP };
    let x = if at_right { right - unit - gap - value } else { left };
    sheet.left(x, middle, Size::Head, &term.value);
    sheet.left2(x + value + gap, middle + baseline_shift(Size::Body, Size::Head), Size::Body, &term.unit);
    x
}

fn example_block(example: &CostExample, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let middle = EXAMPLE / 2.0;
    let unit = width(&example.unit, Size::Title);
    let amount = width(&example.amount, Size::Display);
    let amount_x = frame.right - unit - UNIT_GAP - screen_space::S1 - amount;
    let who = width(&example.who, Size::Lead);
    let beside = width(&example.example, Size::Note);
    let low = |size| middle + baseline_shift(size, Size::Display);
    sheet.left(amount_x, middle, Size::Display, &example.amount);
    sheet.right2(frame.right, low(Size::Title), Size::Title, &example.unit);
    let room = amount_x - frame.left - screen_space::S5;
    if room < frame.inner() / 3.0 {
        return stacked_example(example, frame);
    }
    if who + 42.0 + beside <= room {
        sheet.left(frame.left, low(Size::Lead), Size::Lead, &example.who);
        sheet.left2(frame.left + who + 42.0, low(Size::Note), Size::Note, &example.example);
        return Block::new(sheet, EXAMPLE, 1);
    }
    // Under each other, the name of the group broken where it must be.
    let mut y = low(Size::Lead);
    let mut taken = 0;
    for line in breaking::lines(&example.who, Size::Lead, room) {
        sheet.left(frame.left, y, Size::Lead, &line);
        y += Size::Lead.screen_line();
        taken += 1;
    }
    for line in breaking::lines(&example.example, Size::Note, frame.inner()) {
        sheet.left2(frame.left, y - 8.0, Size::Note, &line);
        y += Size::Note.screen_line();
        taken += 1;
    }
    Block::new(sheet, (y - 34.0).max(EXAMPLE), taken.max(1))
}

/// An example whose amount leaves no room beside it: everything under each other, amount and unit at the right.
fn stacked_example(example: &CostExample, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let (mut y, mut taken) = (0.0, 0);
    for (text, size) in [(&example.who, Size::Lead), (&example.example, Size::Note)] {
        for line in breaking::lines(text, size, frame.inner()) {
            let middle = y + size.screen_line() / 2.0;
            if size == Size::Lead {
                sheet.left(frame.left, middle, size, &line);
            } else {
                sheet.left2(frame.left, middle, size, &line);
            }
            y += size.screen_line();
            taken += 1;
        }
    }
    let middle = y + Size::Display.screen_line() / 2.0;
    y += Size::Display.screen_line();
    let unit = width(&example.unit, Size::Title) + UNIT_GAP;
    if width(&example.amount, Size::Display) + unit <= frame.inner() {
        sheet.right(frame.right - unit, middle, Size::Display, &example.amount);
        sheet.right2(frame.right, middle + baseline_shift(Size::Title, Size::Display), Size::Title, &example.unit);
    } else {
        sheet.right(frame.right, middle, Size::Display, &example.amount);
        sheet.right2(frame.right, y + Size::Title.screen_line() / 2.0, Size::Title, &example.unit);
        y += Size::Title.screen_line();
        taken += 1;
    }
    Block::new(sheet, y, taken + 1)
}

/// The full list, in as many columns as the picture has room for, read row by row.
fn list_blocks(list: &[CostRow], stand: Stand<'_>) -> Vec<Block> {
    let frame = stand.frame;
    if list.is_empty() {
        return Vec::new();
    }
    // Longer lists are looked up whatever their width.
    let natural = list
        .iter()
        .take(LIST_LOOKED_UP)
        .map(|row| width(&row.door, Size::Lead) + screen_space::S6 + width(&row.amount, Size::Lead))
        .fold(COLUMN, f32::max);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "two or three columns")]
    let columns = (((frame.inner() + screen_space::S8) / (natural + screen_space::S8)).floor() as usize).clamp(1, 3);
    #[expect(clippy::cast_precision_loss, reason = "two or three columns")]
    let pitch = (frame.inner() + screen_space::S8) / columns as f32;
    let wide = pitch - screen_space::S8;
    #[expect(clippy::cast_precision_loss, reason = "two or three columns")]
    let at = |column: usize| frame.left + pitch * column as f32;

    let mut head = Sheet::default();
    for column in 0..columns {
        head.left2(at(column), LIST_HEAD, Size::Note, &t(stand.lang, "screen-cost-door"));
        head.right2(at(column) + wide, LIST_HEAD, Size::Note, &t(stand.lang, "screen-cost-amount"));
        head.hairline(at(column), at(column) + wide, 72.0);
    }
    let header = Rc::new(Block::new(head, 72.0, 1));
    list.chunks(columns)
        .take(LIST_LOOKED_UP)
        .map(|row| {
            let mut sheet = Sheet::default();
            for (column, cell) in row.iter().enumerate() {
                sheet.left(at(column), LIST_ROW / 2.0, Size::Lead, &cell.door);
                sheet.right(at(column) + wide, LIST_ROW / 2.0, Size::Lead, &cell.amount);
                sheet.hairline(at(column), at(column) + wide, LIST_ROW);
            }
            Block { header: Some(Rc::clone(&header)), ..Block::new(sheet, LIST_ROW, 1) }
        })
        .collect()
}
