//! What will be talked about: title, time and place, the items with their minutes.

use std::rc::Rc;

use egui::{Align, Rect, pos2};
use session::audience::{AgendaCard, AgendaLine, HeadLine, Progress};

use crate::look::icons::Icon;
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, pack, pack_under_head};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{ICON_SIDE, Item, Sheet, baseline_shift};

/// Where the titles begin, from the left margin.
pub(crate) const NUMBER_ROOM: f32 = 106.0;
/// Height of a row with a title of one line.
const ROW: f32 = 110.0;
const GAP: f32 = 42.0;
const FACT_GAP: f32 = 62.0;

/// The pages.
pub(crate) fn sheets(card: &AgendaCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let title = title_block(card, frame);
    let lead = Rc::new(rule_block(frame));
    let rows: Vec<Block> =
        card.items.iter().map(|item| Block { header: Some(Rc::clone(&lead)), ..row_block(item, frame) }).collect();
    // On one page, or with the title over the rows of each page while it is short; else the title is the head line.
    let over = |title: &Block| pack(frame, title.height, title.lines, &rows);
    let fits = title.height + ROW * 2.0 < frame.bottom - frame.top;
    if fits {
        let mut pages = over(&title);
        if pages.len() == 1 || title.lines <= 2 {
            let count = pages.len();
            for (page, sheet) in pages.iter_mut().enumerate() {
                sheet.place(&title.sheet, egui::vec2(0.0, frame.top));
                if count > 1 {
                    page_paint(sheet, card, stand, page + 1, count);
                }
            }
            return pages;
        }
    }
    let head = HeadLine { item: card.title.replace('\n', ""), ..HeadLine::default() };
    let mut blocks = vec![Block { gap: 0.0, ..title }];
    blocks.extend(rows);
    pack_under_head(frame, &head, stand.lang, &blocks)
}

/// The page, at the right of the title where it has room.
fn page_paint(sheet: &mut Sheet, card: &AgendaCard, stand: Stand<'_>, page: usize, pages: usize) {
    let frame = stand.frame;
    let text = words::tf(stand.lang, "screen-page", &[("page", &page.to_string()), ("pages", &pages.to_string())]);
    let title = lines(&card.title, Size::Head, frame.inner());
    let used = title.first().map_or(0.0, |line| width(line, Size::Head));
    if used + GAP + width(&text, Size::Note) <= frame.inner() {
        let middle = frame.top + TITLE_LINE / 2.0 + baseline_shift(Size::Note, Size::Head);
        sheet.right2(frame.right, middle, Size::Note, &text);
    }
}

const TITLE_LINE: f32 = 102.0;

fn title_block(card: &AgendaCard, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let mut y = 0.0;
    let mut taken = 0;
    for line in lines(&card.title, Size::Head, frame.inner()) {
        sheet.left(frame.left, y + TITLE_LINE / 2.0, Size::Head, &line);
        y += TITLE_LINE;
        taken += 1;
    }
    y += 26.0;
    let note = Size::Note.screen_line();
    let mut x = frame.left;
    let mut rows = 1;
    for fact in &card.facts {
        let wide = width(fact, Size::Note);
        if x > frame.left && x + wide > frame.right {
            (x, rows) = (frame.left, rows + 1);
            y += note;
        }
        x += sheet.left2(x, y + note / 2.0, Size::Note, fact) + FACT_GAP;
    }
    if !card.request.is_empty() {
        if x + width(&card.request, Size::Note) > frame.right {
            y += note;
            rows += 1;
            sheet.left2(frame.left, y + note / 2.0, Size::Note, &card.request);
        } else {
            sheet.right2(frame.right, y + note / 2.0, Size::Note, &card.request);
        }
    }
    let height = y + note + 79.0;
    Block::new(sheet, height, taken + rows)
}

fn rule_block(frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    sheet.hairline(frame.left, frame.right, 1.0);
    Block::new(sheet, 0.0, 0)
}

fn row_block(item: &AgendaLine, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let x = frame.left + NUMBER_ROOM;
    let time = width(&item.time, Size::Body);
    let remark = width(&item.remark, Size::Note);
    let room = frame.right - x - time - GAP;
    let title = lines(&item.title, Size::Lead, room);
    let pitch = Size::Lead.screen_line();
    let first = ROW / 2.0;
    number_or_check(&mut sheet, frame, first, &item.number, item.progress);
    let mut middle = first;
    let mut taken = title.len().max(1);
    for (number, line) in title.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
        let at = first + pitch * number as f32;
        middle = at;
        let colour = if item.progress == Progress::Done { SCREEN.ink2 } else { SCREEN.ink };
        sheet.text(x, at, Align::Min, Size::Lead, colour, line);
    }
    if !item.remark.is_empty() {
        let used = title.last().map_or(0.0, |line| width(line, Size::Lead));
        if used + GAP + remark <= room {
            sheet.left2(x + used + GAP, middle, Size::Note, &item.remark);
        } else {
            middle += pitch;
            taken += 1;
            sheet.left2(x, middle, Size::Note, &item.remark);
        }
    }
    sheet.right2(frame.right, first, Size::Body, &item.time);
    let height = middle + ROW / 2.0;
    if item.progress == Progress::Current {
        current_edge(&mut sheet, frame, 16.0, height - 16.0);
    }
    sheet.hairline(frame.left, frame.right, height + 1.0);
    Block::new(sheet, height, taken)
}

/// The number of a line in the second ink, or the check mark once it is done.
pub(crate) fn number_or_check(sheet: &mut Sheet, frame: Frame, middle: f32, number: &str, progress: Progress) {
    if progress == Progress::Done {
        sheet.icon(frame.left, middle, ICON_SIDE, Icon::Check, SCREEN.accent);
    } else {
        sheet.left2(frame.left, middle, Size::Lead, number);
    }
}

/// The accent edge of the current line, outside the left margin.
pub(crate) fn current_edge(sheet: &mut Sheet, frame: Frame, top: f32, bottom: f32) {
    let left = (frame.left - screen_space::EDGE_OUT).max(0.0);
    let rect = Rect::from_min_max(pos2(left, top), pos2(left + screen_space::EDGE, bottom));
    sheet.items.push(Item::Fill(rect, SCREEN.accent));
}
