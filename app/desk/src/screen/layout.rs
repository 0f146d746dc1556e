//! Blocks stacked into pages: what does not fit goes on the next page, never into a smaller size.
//!
//! Owns the head line over every card and the packing. A page holds at most eight lines of text.

use std::rc::Rc;

use egui::{Color32, vec2};
use session::audience::HeadLine;
use words::{Lang, tf};

use super::breaking::{lines, one_line};
use super::measure::width;
use super::setting::Frame;
use super::sheet::Sheet;
use crate::look::tokens::{Size, screen_space};

/// Most lines of text on a page, the head line counted.
pub(crate) const MOST_LINES: usize = 8;
/// A list of more pages is looked up, not paged.
pub(crate) const MOST_PAGES: usize = 8;
/// Between item and kind in the head line.
const HEAD_GAP: f32 = 62.0;
/// Between the head line and what stands under it.
pub(crate) const UNDER_HEAD: f32 = 20.0;

/// A part of a card that is never torn.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    /// Its shapes; y from its own top, x on the screen.
    pub(crate) sheet: Sheet,
    /// Height.
    pub(crate) height: f32,
    /// Lines of text in it.
    pub(crate) lines: usize,
    /// Space before it, unless it begins a page.
    pub(crate) gap: f32,
    /// What is repeated over it when it begins a page (the head of a table).
    pub(crate) header: Option<Rc<Block>>,
    /// Stands on the bottom margin.
    pub(crate) sunk: bool,
    /// Begins a new page.
    pub(crate) breaks: bool,
    /// Stands on the page of what follows: a title under which there is nothing says nothing.
    pub(crate) keeps: bool,
}

impl Block {
    /// A block of a height with its lines counted.
    pub(crate) fn new(sheet: Sheet, height: f32, lines: usize) -> Block {
        Block { sheet, height, lines, ..Block::default() }
    }

    /// With space before it.
    #[must_use]
    pub(crate) fn gap(mut self, gap: f32) -> Block {
        self.gap = gap;
        self
    }
}

/// These blocks stay with what follows them.
pub(crate) fn titles(mut blocks: Vec<Block>) -> Vec<Block> {
    for block in &mut blocks {
        block.keeps = true;
    }
    blocks
}

/// Running text as one block a line, so that it may be continued on the next page.
pub(crate) fn text_blocks(frame: Frame, text: &str, size: Size, colour: Color32, gap: f32) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (number, line) in lines(text, size, frame.inner()).iter().enumerate() {
        let mut sheet = Sheet::default();
        let middle = size.screen_line() / 2.0;
        sheet.text(frame.left, middle, egui::Align::Min, size, colour, line);
        blocks.push(Block::new(sheet, size.screen_line(), 1).gap(if number == 0 { gap } else { 0.0 }));
    }
    blocks
}

/// The line over a card; its height and how many lines it took. `paged`: room for the page at the right.
pub(crate) struct Head {
    sheet: Sheet,
    /// Height with the space under it.
    pub(crate) height: f32,
    /// Lines.
    pub(crate) lines: usize,
    paged: bool,
    lang: Lang,
}

impl Head {
    /// Lays out the head line. A right side that has no room takes lines of its own.
    pub(crate) fn new(frame: Frame, head: &HeadLine, paged: bool, lang: Lang) -> Head {
        let mut sheet = Sheet::default();
        let line = Size::Note.screen_line();
        let page_room =
            if paged { width(&page_text(lang, MOST_PAGES, MOST_PAGES), Size::Note) + HEAD_GAP } else { 0.0 };
        let item = one_line(&head.item, Size::Note, frame.inner() - page_room);
        let mut used = sheet.left2(frame.left, line / 2.0, Size::Note, &item);
        if !head.what.is_empty() {
            let gap = if item.is_empty() { 0.0 } else { HEAD_GAP };
            let what = one_line(&head.what, Size::Note, frame.inner() - page_room - used - gap);
            used += gap + sheet.left2(frame.left + used + gap, line / 2.0, Size::Note, &what);
        }
        let mut taken = 1;
        if !head.right.is_empty() {
            let free = frame.inner() - page_room - used - HEAD_GAP;
            let whole = lines(&head.right, Size::Note, frame.inner());
            if whole.len() == 1 && width(&head.right, Size::Note) <= free {
                sheet.right2(frame.right - page_room, line / 2.0, Size::Note, &head.right);
            } else {
                for text in whole {
                    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
                    sheet.left2(frame.left, line * (taken as f32 + 0.5), Size::Note, &text);
                    taken += 1;
                }
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
        let height = line * taken as f32 + UNDER_HEAD;
        Head { sheet, height, lines: taken, paged, lang }
    }

    /// Places it at the top of a page.
    pub(crate) fn place(&self, sheet: &mut Sheet, frame: Frame, page: usize, pages: usize) {
        sheet.place(&self.sheet, vec2(0.0, frame.top));
        if self.paged && pages > 1 {
            let middle = frame.top + Size::Note.screen_line() / 2.0;
            sheet.right2(frame.right, middle, Size::Note, &page_text(self.lang, page, pages));
        }
    }
}

fn page_text(lang: Lang, page: usize, pages: usize) -> String {
    tf(lang, "screen-page", &[("page", &page.to_string()), ("pages", &pages.to_string())])
}

/// Stacks blocks under a head line, on as many pages as they need.
pub(crate) fn pack_under_head(frame: Frame, line: &HeadLine, lang: Lang, blocks: &[Block]) -> Vec<Sheet> {
    let single = Head::new(frame, line, false, lang);
    let pages = pack(frame, single.height, single.lines, blocks);
    let (head, mut pages) = if pages.len() > 1 {
        let numbered = Head::new(frame, line, true, lang);
        let pages = pack(frame, numbered.height, numbered.lines, blocks);
        (numbered, pages)
    } else {
        (single, pages)
    };
    let count = pages.len();
    for (page, sheet) in pages.iter_mut().enumerate() {
        head.place(sheet, frame, page + 1, count);
    }
    pages
}

/// Stacks blocks from `head_height` under the top margin, with `head_lines` already used; at least one page.
pub(crate) fn pack(frame: Frame, head_height: f32, head_lines: usize, blocks: &[Block]) -> Vec<Sheet> {
    let top = frame.top + head_height;
    let mut pages = vec![Sheet::default()];
    let (mut y, mut used, mut fresh) = (top, head_lines, true);
    let mut header: Option<Rc<Block>> = None;
    let room = frame.bottom - top;
    let whole: Vec<Block> = blocks
        .iter()
        .flat_map(|block| {
            let over = block.header.as_ref().map_or((0.0, 0), |over| (over.height, over.lines));
            split(block, room - over.0, MOST_LINES.saturating_sub(head_lines + over.1))
        })
        .collect();
    for (number, block) in whole.iter().enumerate() {
        let needs_header = |fresh: bool, header: &Option<Rc<Block>>| {
            let same = match (header, &block.header) {
                (Some(a), Some(b)) => Rc::ptr_eq(a, b),
                _ => false,
            };
            block.header.clone().filter(|_| fresh || !same)
        };
        let over = needs_header(fresh, &header);
        let over_gap = over.as_ref().map_or(0.0, |over| over.height + if fresh { 0.0 } else { over.gap });
        let over_lines = over.as_ref().map_or(0, |over| over.lines);
        let gap = if fresh { 0.0 } else { block.gap };
        let (after, after_lines) = kept_after(&whole[number..]);
        let full = y + over_gap + gap + block.height + after > frame.bottom + SLACK;
        if !fresh && (block.breaks || full || used + over_lines + block.lines + after_lines > MOST_LINES) {
            pages.push(Sheet::default());
            (y, used, fresh) = (top, head_lines, true);
        }
        let Some(page) = pages.last_mut() else { continue };
        if let Some(over) = needs_header(fresh, &header) {
            y += if fresh { 0.0 } else { over.gap };
            page.place(&over.sheet, vec2(0.0, y));
            y += over.height;
            used += over.lines;
        }
        y += if fresh { 0.0 } else { block.gap };
        if block.sunk {
            y = y.max(frame.bottom - block.height);
        }
        page.place(&block.sheet, vec2(0.0, y));
        y += block.height;
        used += block.lines;
        fresh = false;
        header.clone_from(&block.header);
    }
    pages
}

/// Height and lines of what must stand on the page of the first block.
fn kept_after(blocks: &[Block]) -> (f32, usize) {
    let kept = blocks.iter().zip(blocks.iter().skip(1)).take_while(|(block, _)| block.keeps).map(|(_, next)| next);
    kept.fold((0.0, 0), |(height, lines), next| {
        let over = next.header.as_ref().map_or((0.0, 0), |over| (over.height + over.gap, over.lines));
        (height + next.gap + over.0 + next.height, lines + over.1 + next.lines)
    })
}

/// A block that no page can hold, torn between its lines; any other as it is.
fn split(block: &Block, room: f32, lines: usize) -> Vec<Block> {
    let mut parts = Vec::new();
    let mut rest = block.clone();
    while rest.height > room + SLACK || rest.lines > lines {
        let Some(cut) = cut(&rest, room, lines) else { break };
        let (head, tail) = std::mem::take(&mut rest.sheet).split(cut);
        let (gap, breaks, header, sunk) = (rest.gap, rest.breaks, rest.header.clone(), rest.sunk);
        let lines_of = |sheet: &Sheet| sheet.rows().len();
        parts.push(Block {
            lines: lines_of(&head),
            sheet: head,
            height: cut,
            gap,
            breaks,
            header: header.clone(),
            sunk: false,
            keeps: false,
        });
        rest = Block {
            lines: lines_of(&tail),
            sheet: tail,
            height: rest.height - cut,
            gap: 0.0,
            breaks: false,
            header,
            sunk,
            keeps: rest.keeps,
        };
    }
    parts.push(rest);
    parts
}

/// The lowest place within `room` and `lines` that goes through no text, if there is one that takes something away.
fn cut(block: &Block, room: f32, lines: usize) -> Option<f32> {
    let rows = block.sheet.rows();
    let solid: Vec<egui::Rangef> = block.sheet.items.iter().filter_map(super::sheet::Item::solid).collect();
    // Only the ends of shapes can be the lowest such place.
    let fits = |at: f32| {
        let taken = rows.iter().filter(|row| **row < at).count();
        at <= room && taken > 0 && taken < rows.len() && taken <= lines.max(1)
    };
    let free = |at: f32| solid.iter().all(|range| at <= range.min + 0.5 || at >= range.max - 0.5);
    solid.iter().map(|range| range.max).filter(|at| fits(*at) && free(*at)).max_by(f32::total_cmp)
}

/// Line heights hold a little space under the hanzi: the last line may let it reach below the margin.
const SLACK: f32 = screen_space::S1;
