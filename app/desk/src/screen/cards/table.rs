//! A table of a procedure: as many columns as the picture has room for, the first repeated with the rest on further
//! pages; rows go on over the pages with the head repeated; the sums stand on the last.

use std::rc::Rc;

use session::audience::{RowText, TableText};
use words::tf;

use super::procedure::tone_icon;
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, MOST_LINES, MOST_PAGES, text_blocks, titles};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{ICON_SIDE, Sheet};

/// Space over and under the text of a row.
const PAD: f32 = 10.0;
const GAP: f32 = 48.0;
/// A sign of the row's tone stands behind the first cell.
const SIGN: f32 = ICON_SIDE;

/// A column that is shown: which one, where, how wide.
#[derive(Clone, Copy, Debug)]
struct Place {
    column: usize,
    left: f32,
    width: f32,
}

/// The blocks of a table.
pub(crate) fn blocks(table: &TableText, stand: Stand<'_>) -> Vec<Block> {
    let frame = stand.frame;
    let title = text_blocks(frame, &table.title, Size::Note, SCREEN.ink2, screen_space::S4);
    if table.columns.is_empty() {
        return title;
    }
    let mut blocks = titles(title);
    // A page holds at most six rows under head line and table head; of what is never shown no width is taken.
    let on_a_page = MOST_LINES - 2;
    let fewer = TableText {
        title: String::new(),
        columns: table.columns.clone(),
        rows: table.rows.iter().take(on_a_page * MOST_PAGES + 1).cloned().collect(),
        total: table.total.clone(),
    };
    let groups = groups(&fewer, frame);
    let pages = fewer.rows.len().div_ceil(on_a_page) * groups.len();
    let looked_up = pages > MOST_PAGES;
    let shown = if looked_up { MOST_LINES - 4 } else { table.rows.len() };
    for (number, group) in groups.iter().enumerate() {
        let header = Rc::new(header_block(table, group, frame));
        let mut rows: Vec<Block> =
            table.rows.iter().take(shown).map(|row| row_block(table, row, group, frame)).collect();
        if let (Some(total), false) = (&table.total, looked_up) {
            let row = RowText { cells: total.clone(), ..RowText::default() };
            let mut block = row_block(table, &row, group, frame);
            block.sheet.hairline(frame.left, frame.right, 0.0);
            rows.push(block);
        }
        for row in &mut rows {
            row.header = Some(Rc::clone(&header));
        }
        if let Some(first) = rows.first_mut() {
            first.breaks = number > 0;
        }
        blocks.extend(rows);
        if looked_up {
            break;
        }
    }
    if looked_up {
        let count = table.rows.len().to_string();
        let text = tf(stand.lang, "screen-look-up", &[("count", &count)]);
        blocks.extend(text_blocks(frame, &text, Size::Note, SCREEN.ink2, screen_space::S3));
    }
    blocks
}

/// The columns in groups that fit side by side, each beginning with the first column.
fn groups(table: &TableText, frame: Frame) -> Vec<Vec<Place>> {
    let signed = table.rows.iter().any(|row| tone_icon(row.tone).is_some());
    let wide: Vec<f32> = (0..table.columns.len())
        .map(|column| column_width(table, column, frame) + if signed && column == 0 { SIGN } else { 0.0 })
        .collect();
    let mut groups: Vec<Vec<usize>> = vec![vec![0]];
    let mut used = wide[0];
    for (column, own) in wide.iter().enumerate().skip(1) {
        let fits = used + GAP + own <= frame.inner();
        match groups.last_mut() {
            Some(group) if fits || group.len() == 1 && used + GAP < frame.inner() => {
                group.push(column);
                used += GAP + own;
            }
            _ => {
                groups.push(vec![0, column]);
                used = wide[0] + GAP + own;
            }
        }
    }
    groups.into_iter().map(|group| places(table, &group, &wide, frame)).collect()
}

/// Columns stand where their number ends: the room that is left goes between them.
fn places(table: &TableText, group: &[usize], wide: &[f32], frame: Frame) -> Vec<Place> {
    let total: f32 = group.iter().map(|column| wide[*column]).sum();
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let gap = ((frame.inner() - total) / (group.len().max(2) - 1) as f32).max(GAP / 2.0);
    let mut left = frame.left;
    group
        .iter()
        .map(|&column| {
            let width = wide[column].min(frame.right - left);
            let place = Place { column, left, width };
            left += wide[column] + gap;
            debug_assert!(column < table.columns.len());
            place
        })
        .collect()
}

/// What a column needs: at most half of the picture for words, which break; all of it for numbers, which do not.
fn column_width(table: &TableText, column: usize, frame: Frame) -> f32 {
    let limit = if table.columns[column].number { frame.inner() } else { frame.inner() / 2.0 - GAP };
    let cells = table.rows.iter().map(|row| &row.cells).chain(table.total.iter());
    let body = cells
        .filter_map(|cells| cells.get(column))
        .flat_map(|cell| lines(cell, Size::Body, limit))
        .map(|line| width(&line, Size::Body))
        .fold(0.0, f32::max);
    let label = lines(&table.columns[column].label, Size::Note, limit.min(body.max(6.0 * Size::Note.screen_px())));
    label.iter().map(|line| width(line, Size::Note)).fold(body, f32::max)
}

fn header_block(table: &TableText, group: &[Place], frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let note = Size::Note.screen_line();
    let mut taken = 1;
    let labels: Vec<Vec<String>> =
        group.iter().map(|place| lines(&table.columns[place.column].label, Size::Note, place.width + 1.0)).collect();
    for label in &labels {
        taken = taken.max(label.len());
    }
    for (place, label) in group.iter().zip(&labels) {
        for (number, line) in label.iter().enumerate() {
            // Labels stand on the rule.
            let row = index(taken - label.len() + number);
            cell_paint(&mut sheet, table, *place, note * (row + 0.5), Size::Note, line, true);
        }
    }
    let height = note * index(taken) + PAD;
    sheet.hairline(frame.left, frame.right, height);
    Block::new(sheet, height, taken).gap(screen_space::S3)
}

fn row_block(table: &TableText, row: &RowText, group: &[Place], frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let line = Size::Body.screen_line();
    let sign = tone_icon(row.tone);
    let mut taken = 1;
    for place in group {
        let Some(cell) = row.cells.get(place.column) else { continue };
        let broken = lines(cell, Size::Body, place.width + 1.0);
        taken = taken.max(broken.len());
        for (number, text) in broken.iter().enumerate() {
            cell_paint(&mut sheet, table, *place, PAD + line * (index(number) + 0.5), Size::Body, text, false);
        }
        if let (0, Some((icon, ink))) = (place.column, sign) {
            sheet.icon(place.left + place.width - SIGN * 0.8, PAD + line / 2.0, ICON_SIDE * 0.8, icon, ink);
        }
    }
    let height = line * index(taken) + 2.0 * PAD;
    sheet.hairline(frame.left, frame.right, height);
    Block::new(sheet, height, taken)
}

fn cell_paint(sheet: &mut Sheet, table: &TableText, place: Place, middle: f32, size: Size, text: &str, head: bool) {
    let number = table.columns[place.column].number;
    let colour = if head { SCREEN.ink2 } else { SCREEN.ink };
    let (x, align) = if number { (place.left + place.width, egui::Align::Max) } else { (place.left, egui::Align::Min) };
    sheet.text(x, middle, align, size, colour, text);
}

fn index(number: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let number = number as f32;
    number
}
