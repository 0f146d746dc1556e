//! A closed vote: verdict and counts, the bars with their thresholds, and by how much.

use egui::{Align, Rect, pos2};
use session::audience::{HeadLine, Outcome, ResultMeasure, SideCount, VoteResultCard};

use super::side_word;
use crate::look::icons::Icon;
use crate::look::measure_bar::{SCREEN_BAR, share_x};
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, pack_under_head, text_blocks};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{ICON_SIDE, Item, Sheet, baseline_shift, mark_room};

/// Where the reason begins behind its icon.
const REASON_X: f32 = 80.0;
/// Middles of the three rows of verdict and counts, and their height with the space under them.
const ROWS: [f32; 3] = [62.0, 206.0, 333.0];
const UPPER: f32 = 409.0;
/// The same height without the space.
const TIGHT: f32 = 367.0;
/// Bar height, and from one bar to the next.
const BAR: f32 = 64.0;
const BAR_PITCH: f32 = 112.0;
/// Room for a label under the last bar.
const BELOW: f32 = 60.0;

/// The pages.
pub(crate) fn sheets(card: &VoteResultCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let mut blocks = upper_blocks(card, stand);
    // Where the counts have no room beside the verdict, by how much it passed comes before the bars.
    let stacked = blocks.len() > 1;
    let bars = (!card.measures.is_empty()).then(|| bars_block(card, frame));
    if stacked {
        blocks.extend(margin_blocks(card, frame, false));
        blocks.extend(bars.map(|bars| bars.gap(screen_space::S4)));
    } else {
        blocks.extend(bars);
        blocks.extend(margin_blocks(card, frame, true));
    }
    blocks.extend(check_blocks(card, frame));
    for note in card.notes.iter().skip(usize::from(note_beside(card))) {
        blocks.extend(text_blocks(frame, note, Size::Note, SCREEN.ink2, screen_space::S3));
    }
    if let Some(costs) = &card.costs {
        blocks.extend(super::cost_sides::blocks(costs, stand));
    }
    pack_under_head(frame, &card.head as &HeadLine, stand.lang, &blocks)
}

/// Whether the first note stands on the line of the margin, or in its place: where no measure has a note of its own.
fn note_beside(card: &VoteResultCard) -> bool {
    card.measures.iter().all(|measure| measure.note.is_empty())
}

/// The exact fractions after the bars, each with its sign.
fn check_blocks(card: &VoteResultCard, frame: Frame) -> Vec<Block> {
    let line = Size::Body.screen_line();
    let mut blocks = Vec::new();
    for (number, check) in card.checks.iter().enumerate() {
        let (icon, colour) = sign(match check.met {
            Some(true) => Outcome::Passed,
            Some(false) => Outcome::Failed,
            None => Outcome::Undecided,
        });
        let texts = lines(&check.text, Size::Body, frame.inner() - REASON_X);
        let mut sheet = Sheet::default();
        sheet.icon(frame.left, line / 2.0, ICON_SIDE, icon, colour);
        let mut y = 0.0;
        for text in &texts {
            sheet.left(frame.left + REASON_X, y + line / 2.0, Size::Body, text);
            y += line;
        }
        let gap = if number == 0 { screen_space::S5 } else { screen_space::S3 };
        blocks.push(Block::new(sheet, y, texts.len()).gap(gap));
    }
    blocks
}

fn side_width(count: &SideCount, stand: Stand<'_>) -> f32 {
    let word = width(&side_word(stand.lang, count.side), Size::Lead);
    (mark_room(Size::Lead) + word).max(width(&count.heads, Size::Tally)).max(width(&count.area, Size::Note))
}

/// Verdict at the left and counts at the right, or the counts under the verdict, or a row a side.
fn upper_blocks(card: &VoteResultCard, stand: Stand<'_>) -> Vec<Block> {
    let frame = stand.frame;
    let column = card.sides.iter().map(|count| side_width(count, stand)).fold(0.0, f32::max) + screen_space::S5;
    let reasons = lines(&card.reason, Size::Lead, frame.inner() - REASON_X);
    let reason = reasons.iter().map(|line| width(line, Size::Lead)).fold(0.0, f32::max) + REASON_X;
    let verdicts = lines(&card.verdict, Size::Tally, frame.inner());
    let verdict = verdicts.iter().map(|line| width(line, Size::Tally)).fold(0.0, f32::max);
    let left = reason.max(verdict).max(width(&card.summary, Size::Note)) + screen_space::S5;
    let wide_x = frame.left + frame.inner() * 719.0 / 1728.0;
    #[expect(clippy::cast_precision_loss, reason = "three sides")]
    let count = card.sides.len().max(1) as f32;
    let x = wide_x.max(frame.left + left);
    if reasons.len() <= 1 && verdicts.len() <= 1 && frame.right - x + screen_space::S5 >= column * count {
        let mut sheet = verdict_sheet(card, frame, &reasons);
        sides_paint(&mut sheet, card, stand, x, (frame.right - x) / count);
        return vec![Block::new(sheet, UPPER + descent(&card.verdict), 2)];
    }
    let mut blocks = if verdicts.len() > 1 {
        apart_blocks(card, frame, &verdicts)
    } else {
        let extra = Size::Lead.screen_line() * extra_lines(&reasons) + descent(&card.verdict);
        vec![Block::new(verdict_sheet(card, frame, &reasons), TIGHT + extra, 1 + reasons.len().max(1))]
    };
    if frame.inner() + screen_space::S5 >= column * count {
        let mut sheet = Sheet::default();
        sides_paint(&mut sheet, card, stand, frame.left, (frame.inner() + screen_space::S5) / count);
        blocks.push(Block::new(sheet, TIGHT, 2).gap(screen_space::S2));
        return blocks;
    }
    blocks.extend(card.sides.iter().map(|count| side_row(count, stand)));
    blocks
}

/// Reason, verdict and summary line by line: a verdict of several lines may go on over the page.
fn apart_blocks(card: &VoteResultCard, frame: Frame, verdicts: &[String]) -> Vec<Block> {
    let (icon, colour) = sign(card.outcome);
    let mut blocks = Vec::new();
    let line = Size::Lead.screen_line();
    for (number, text) in lines(&card.reason, Size::Lead, frame.inner() - REASON_X).iter().enumerate() {
        let mut sheet = Sheet::default();
        if number == 0 {
            sheet.icon(frame.left, line / 2.0, ICON_SIDE, icon, colour);
        }
        sheet.text(frame.left + REASON_X, line / 2.0, Align::Min, Size::Lead, colour, text);
        blocks.push(Block::new(sheet, line, 1));
    }
    let line = Size::Tally.screen_line();
    for text in verdicts {
        let mut sheet = Sheet::default();
        sheet.left(frame.left, line / 2.0, Size::Tally, text);
        blocks.push(Block::new(sheet, line, 0));
    }
    blocks.extend(text_blocks(frame, &card.summary, Size::Note, SCREEN.ink2, descent(&card.verdict)));
    blocks
}

pub(super) fn sign(outcome: Outcome) -> (Icon, egui::Color32) {
    match outcome {
        Outcome::Passed => (Icon::Check, SCREEN.accent),
        Outcome::Failed => (Icon::Cross, SCREEN.err),
        Outcome::Undecided => (Icon::Search, SCREEN.ink),
    }
}

/// Room under a verdict whose letters reach below their line.
pub(super) fn descent(verdict: &str) -> f32 {
    if verdict.contains(['g', 'j', 'p', 'q', 'y']) { screen_space::S4 } else { 0.0 }
}

fn extra_lines(texts: &[String]) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a line or two")]
    let extra = texts.len().saturating_sub(1) as f32;
    extra
}

fn verdict_sheet(card: &VoteResultCard, frame: Frame, reasons: &[String]) -> Sheet {
    let (icon, colour) = sign(card.outcome);
    let mut sheet = Sheet::default();
    sheet.icon(frame.left, ROWS[0], ICON_SIDE, icon, colour);
    for (number, line) in reasons.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a line or two")]
        let middle = ROWS[0] + Size::Lead.screen_line() * number as f32;
        sheet.text(frame.left + REASON_X, middle, Align::Min, Size::Lead, colour, line);
    }
    let extra = Size::Lead.screen_line() * extra_lines(reasons);
    sheet.left(frame.left, ROWS[1] + extra, Size::Tally, &card.verdict);
    sheet.left2(frame.left, ROWS[2] + extra + descent(&card.verdict), Size::Note, &card.summary);
    sheet
}

fn sides_paint(sheet: &mut Sheet, card: &VoteResultCard, stand: Stand<'_>, left: f32, pitch: f32) {
    for (number, count) in card.sides.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "three sides")]
        let x = left + pitch * number as f32;
        sheet.side(x, ROWS[0], Size::Lead, count.side, &side_word(stand.lang, count.side));
        sheet.left(x, ROWS[1], Size::Tally, &count.heads);
        sheet.left2(x, ROWS[2], Size::Note, &count.area);
    }
}

/// A side in a row: mark and word, the count, the area at the right.
fn side_row(count: &SideCount, stand: Stand<'_>) -> Block {
    let frame = stand.frame;
    let mut sheet = Sheet::default();
    let middle = Size::Tally.screen_line() / 2.0;
    let low = middle + baseline_shift(Size::Lead, Size::Tally);
    let used = sheet.side(frame.left, low, Size::Lead, count.side, &side_word(stand.lang, count.side));
    let tally = sheet.left(frame.left + used + screen_space::S5, middle, Size::Tally, &count.heads);
    let free = frame.right - frame.left - used - tally - 2.0 * screen_space::S5;
    if width(&count.area, Size::Note) <= free {
        let low = middle + baseline_shift(Size::Note, Size::Tally);
        sheet.right2(frame.right, low, Size::Note, &count.area);
        return Block::new(sheet, Size::Tally.screen_line(), 1);
    }
    let note = Size::Note.screen_line();
    sheet.left2(frame.left, Size::Tally.screen_line() + note / 2.0, Size::Note, &count.area);
    Block::new(sheet, Size::Tally.screen_line() + note, 2)
}

/// The bars above each other, the labels of the thresholds over the first, or under the last where they would collide.
fn bars_block(card: &VoteResultCard, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    sheet.hairline(frame.left, frame.right, 1.0);
    let caption = card.measures.iter().map(|measure| width(&measure.label, Size::Body)).fold(0.0, f32::max);
    let left = frame.left + caption + 64.0;
    let labelled = card.measures.iter().any(|measure| measure.bar.lines.iter().any(|line| !line.label.is_empty()));
    let first = if labelled { 115.0 } else { screen_space::S6 };
    let mut below = Vec::new();
    for (number, measure) in card.measures.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "two measures")]
        let top = first + BAR_PITCH * number as f32;
        let rect = Rect::from_min_max(pos2(left, top), pos2(frame.right, top + BAR));
        sheet.left(frame.left, rect.center().y, Size::Body, &measure.label);
        if number == 0 {
            below = labels_paint(&mut sheet, measure, rect, first - 60.0);
        }
        sheet.items.push(Item::Bar(rect, measure.bar.clone()));
    }
    #[expect(clippy::cast_precision_loss, reason = "two measures")]
    let mut height = first + BAR_PITCH * card.measures.len().saturating_sub(1) as f32 + BAR + SCREEN_BAR.over;
    let rows = 1 + usize::from(!below.is_empty());
    if !below.is_empty() {
        let middle = height + BELOW / 2.0;
        for (x, label) in below {
            sheet.left2(x, middle, Size::Note, &label);
        }
        height += BELOW;
    }
    Block::new(sheet, height, rows + card.measures.len()).gap(0.0)
}

/// The labels over the thresholds, each centred on its line; gives those that had no room.
fn labels_paint(sheet: &mut Sheet, measure: &ResultMeasure, rect: Rect, middle: f32) -> Vec<(f32, String)> {
    let mut taken = f32::NEG_INFINITY;
    let mut left_over = Vec::new();
    for line in measure.bar.lines.iter().filter(|line| !line.label.is_empty()) {
        let wide = width(&line.label, Size::Note);
        let centre = share_x(rect, line.at);
        let x = (centre - wide / 2.0).clamp(rect.left(), (rect.right() - wide).max(rect.left()));
        if x < taken + screen_space::S4 {
            left_over.push((x, line.label.clone()));
            continue;
        }
        sheet.left2(x, middle, Size::Note, &line.label);
        taken = x + wide;
    }
    left_over
}

/// By how much, on the last line; notes of the measures at its right.
fn margin_blocks(card: &VoteResultCard, frame: Frame, under_bars: bool) -> Vec<Block> {
    let caption = card.measures.iter().map(|measure| width(&measure.label, Size::Body)).fold(0.0, f32::max);
    let indent = if under_bars && caption > 0.0 { caption + 64.0 } else { 0.0 };
    let of_measures = card.measures.iter().map(|measure| measure.note.as_str()).filter(|note| !note.is_empty());
    let first = card.notes.first().filter(|_| note_beside(card));
    let notes: Vec<&str> = of_measures.chain(first.map(String::as_str)).collect();
    let line = Size::Body.screen_line();
    let mut blocks: Vec<Block> = Vec::new();
    let room = frame.inner() - indent;
    let margin = lines(&card.margin, Size::Body, room);
    for text in &margin {
        let mut sheet = Sheet::default();
        sheet.left(frame.left + indent, line / 2.0, Size::Body, text);
        blocks.push(Block::new(sheet, line, 1));
    }
    let last = margin.last().map_or(0.0, |text| width(text, Size::Body));
    for (number, note) in notes.into_iter().enumerate() {
        let wide = width(note, Size::Note);
        // One note has room beside the last line of the margin.
        let beside = number == 0 && !margin.is_empty() && last + screen_space::S6 + wide <= room;
        match blocks.last_mut() {
            Some(block) if beside => {
                let low = line / 2.0 + baseline_shift(Size::Note, Size::Body);
                block.sheet.right2(frame.right, low, Size::Note, note);
            }
            _ => {
                for text in lines(note, Size::Note, room) {
                    let mut sheet = Sheet::default();
                    sheet.left2(frame.left + indent, Size::Note.screen_line() / 2.0, Size::Note, &text);
                    blocks.push(Block::new(sheet, Size::Note.screen_line(), 1));
                }
            }
        }
    }
    let single = under_bars && blocks.len() == 1;
    if let (Some(first), false) = (blocks.first_mut(), single) {
        first.gap = screen_space::S5;
    }
    if let Some(last) = blocks.last_mut() {
        last.sunk = single;
    }
    blocks
}
