//! A procedure's audience page: its headline, then blocks of finished strings. Names and private columns never came here.

use std::rc::Rc;

use egui::{Rect, pos2};
use session::audience::{BarsText, FigureText, PageBlock, ProcedureCard, Tone};
use words::tf;

use super::{findings, table};
use crate::look::icons::Icon;
use crate::look::measure_bar::fraction;
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, pack_under_head, text_blocks, titles};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{ICON_SIDE, Item, Sheet, baseline_shift};

const UNIT_GAP: f32 = 18.0;

/// The pages.
pub(crate) fn sheets(card: &ProcedureCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let mut blocks = text_blocks(frame, &card.headline, Size::Head, SCREEN.ink, 0.0);
    for block in &card.blocks {
        blocks.extend(block_blocks(block, stand));
    }
    pack_under_head(frame, &card.head, stand.lang, &blocks)
}

fn block_blocks(block: &PageBlock, stand: Stand<'_>) -> Vec<Block> {
    let frame = stand.frame;
    match block {
        PageBlock::Section(title) => titles(text_blocks(frame, title, Size::Lead, SCREEN.ink2, screen_space::S4)),
        PageBlock::Text(text) => text_blocks(frame, text, Size::Body, SCREEN.ink, screen_space::S3),
        PageBlock::Notice { from, tone, title, text } => notice_blocks(stand, from, *tone, title, text),
        PageBlock::Figures(figures) => figure_blocks(figures, frame),
        PageBlock::Table(table) => table::blocks(table, stand),
        PageBlock::Bars(bars) => bar_blocks(bars, frame),
        PageBlock::Findings(items) => findings::blocks(items, frame),
    }
}

/// The icon that says a tone; neutral has none.
pub(crate) fn tone_icon(tone: Tone) -> Option<(Icon, egui::Color32)> {
    match tone {
        Tone::Neutral => None,
        Tone::Good => Some((Icon::Check, SCREEN.accent)),
        Tone::Warning => Some((Icon::Warning, SCREEN.warn)),
        Tone::Bad => Some((Icon::Cross, SCREEN.err)),
    }
}

/// A notice in a frame with the procedure's name, so that nobody takes it for the program's own word. The frame is made
/// of pieces, one a line, and goes on over a page's end.
fn notice_blocks(stand: Stand<'_>, from: &str, tone: Tone, title: &str, text: &str) -> Vec<Block> {
    let frame = stand.frame;
    let pad = screen_space::S4;
    let icon = tone_icon(tone);
    let indent = if icon.is_some() { ICON_SIDE } else { 0.0 };
    let room = frame.inner() - 2.0 * pad - indent;
    let from = tf(stand.lang, "screen-notice-from", &[("name", from)]);
    let styled =
        [(from.as_str(), Size::Note, SCREEN.ink2), (title, Size::Body, SCREEN.ink), (text, Size::Body, SCREEN.ink)];
    let mut pieces: Vec<(String, Size, egui::Color32)> = Vec::new();
    for (words, size, colour) in styled {
        pieces.extend(lines(words, size, room).into_iter().map(|line| (line, size, colour)));
    }
    let last = pieces.len().saturating_sub(1);
    let edge = screen_space::HAIRLINE;
    pieces
        .into_iter()
        .enumerate()
        .map(|(number, (line, size, colour))| {
            let over = if number == 0 { screen_space::S2 } else { 0.0 };
            let under = if number == last { screen_space::S2 } else { 0.0 };
            let height = over + size.screen_line() + under;
            let mut sheet = Sheet::default();
            let middle = over + size.screen_line() / 2.0;
            if let (0, Some((icon, ink))) = (number, icon) {
                sheet.icon(frame.left + pad, middle, ICON_SIDE, icon, ink);
            }
            sheet.text(frame.left + pad + indent, middle, egui::Align::Min, size, colour, &line);
            let side = |x: f32| Rect::from_min_max(pos2(x, 0.0), pos2(x + edge, height));
            sheet.items.push(Item::Fill(side(frame.left), SCREEN.edge));
            sheet.items.push(Item::Fill(side(frame.right - edge), SCREEN.edge));
            let rule = |y: f32| Rect::from_min_max(pos2(frame.left, y), pos2(frame.right, y + edge));
            if number == 0 {
                sheet.items.push(Item::Fill(rule(0.0), SCREEN.edge));
            }
            if number == last {
                sheet.items.push(Item::Fill(rule(height - edge), SCREEN.edge));
            }
            Block::new(sheet, height, 1).gap(if number == 0 { screen_space::S4 } else { 0.0 })
        })
        .collect()
}

fn figure_width(figure: &FigureText) -> f32 {
    let icon = if figure.tone == Tone::Neutral { 0.0 } else { ICON_SIDE };
    let unit = if figure.unit.is_empty() { 0.0 } else { UNIT_GAP + width(&figure.unit, Size::Body) };
    (icon + width(&figure.value, Size::Display) + unit)
        .max(width(&figure.label, Size::Note))
        .max(width(&figure.note, Size::Note))
}

/// Key figures side by side as far as they fit, then on the next row.
fn figure_blocks(figures: &[FigureText], frame: Frame) -> Vec<Block> {
    let mut rows: Vec<Vec<&FigureText>> = Vec::new();
    let mut used = f32::INFINITY;
    for figure in figures {
        let wide = figure_width(figure);
        if used + screen_space::S8 + wide > frame.inner() {
            rows.push(Vec::new());
            used = wide;
        } else {
            used += screen_space::S8 + wide;
        }
        if let Some(row) = rows.last_mut() {
            row.push(figure);
        }
    }
    rows.into_iter().map(|row| figure_row(&row, frame)).collect()
}

fn figure_row(row: &[&FigureText], frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let note = Size::Note.screen_line();
    let middle = note + Size::Display.screen_line() / 2.0;
    let mut x = frame.left;
    let mut taken = 1;
    let mut height = note + Size::Display.screen_line();
    for figure in row {
        for (number, line) in lines(&figure.label, Size::Note, frame.inner()).iter().take(1).enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "one line")]
            sheet.left2(x, note * (number as f32 + 0.5), Size::Note, line);
        }
        let mut at = x;
        if let Some((icon, ink)) = tone_icon(figure.tone) {
            sheet.icon(at, middle, ICON_SIDE, icon, ink);
            at += ICON_SIDE;
        }
        let value = crate::screen::breaking::one_line(&figure.value, Size::Display, frame.right - at);
        at += sheet.left(at, middle, Size::Display, &value) + UNIT_GAP;
        if at + width(&figure.unit, Size::Body) <= frame.right + 1.0 {
            sheet.left2(at, middle + baseline_shift(Size::Body, Size::Display), Size::Body, &figure.unit);
        }
        if !figure.note.is_empty() {
            let line = crate::screen::breaking::one_line(&figure.note, Size::Note, frame.right - x);
            sheet.left2(x, note * 1.5 + Size::Display.screen_line(), Size::Note, &line);
            height = 2.0 * note + Size::Display.screen_line();
            taken = 2;
        }
        x += figure_width(figure) + screen_space::S8;
    }
    Block::new(sheet, height, taken).gap(screen_space::S4)
}

/// Bars of one scale: label and number over each.
fn bar_blocks(bars: &BarsText, frame: Frame) -> Vec<Block> {
    let mut blocks = text_blocks(frame, &bars.title, Size::Note, SCREEN.ink2, screen_space::S4);
    // A title of one line stays over its bars, on every page they go on to.
    let title = if blocks.len() == 1 { blocks.pop().map(Rc::new) } else { None };
    for bar in &bars.items {
        let mut sheet = Sheet::default();
        let line = Size::Body.screen_line();
        let value = width(&bar.value, Size::Body);
        let label = lines(&bar.label, Size::Body, frame.inner() - value - screen_space::S5);
        let mut y = 0.0;
        for text in &label {
            sheet.left(frame.left, y + line / 2.0, Size::Body, text);
            y += line;
        }
        sheet.right(frame.right, line / 2.0, Size::Body, &bar.value);
        let y = y.max(line);
        let track = Rect::from_min_max(pos2(frame.left, y), pos2(frame.right, y + screen_space::S3));
        sheet.items.push(Item::Fill(track, SCREEN.well));
        let colour = tone_icon(bar.tone).map_or(SCREEN.accent, |(_, ink)| ink);
        let long = track.with_max_x(track.left() + track.width() * fraction(bar.share));
        sheet.items.push(Item::Fill(long, colour));
        if let Some((line, _)) = &bars.line {
            // Over the bar by a third of its height: the mark is seen where the bar is longer too.
            let x = track.left() + track.width() * fraction(*line);
            let half = screen_space::MARK / 2.0;
            let mark = Rect::from_min_max(pos2(x - half, y - screen_space::S1), pos2(x + half, track.bottom()));
            sheet.items.push(Item::Fill(mark, SCREEN.ink));
        }
        let mut block = Block::new(sheet, y + screen_space::S3, label.len().max(1)).gap(screen_space::S3);
        block.header.clone_from(&title);
        blocks.push(block);
    }
    if let Some((_, said)) = &bars.line {
        blocks.extend(text_blocks(frame, said, Size::Note, SCREEN.ink2, screen_space::S2));
    }
    blocks
}
