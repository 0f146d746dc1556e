//! A vote under way: the question, the rule, which kind of decision it is, and how many have answered. No yes, no no.
//! Before it opens the same card without answers.

use egui::{Rect, pos2};
use session::audience::{OpenMeasure, VoteOpenCard};
use words::t;

use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::lines;
use crate::screen::layout::{Block, pack_under_head, text_blocks};
use crate::screen::measure::width;
use crate::screen::setting::Frame;
use crate::screen::sheet::{Item, Sheet, baseline_shift};

/// From the middle of the label to the top of its bar, the bar's height, and from one measure to the next.
const BAR_UNDER: f32 = 58.0;
const BAR: f32 = 40.0;
const MEASURE: f32 = 200.0;
/// Middle of the first label under the rule.
const FIRST: f32 = 63.0;

/// The pages. Everything on one where it has room; else the question and the count on the first and the rule, which was
/// read out before the vote opened, on the second.
pub(crate) fn sheets(card: &VoteOpenCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let question = text_blocks(frame, &card.question, Size::Head, SCREEN.ink, 0.0);
    let pack = |parts: &[Vec<Block>]| {
        let blocks: Vec<Block> = std::iter::once(&question).chain(parts).flatten().cloned().collect();
        pack_under_head(frame, &card.head, stand.lang, &blocks)
    };
    if card.answered.is_empty() {
        // Not open yet: what turnout it will take, if any.
        let bars = card.measures.iter().map(|measure| measure_block(measure, frame).gap(screen_space::S5));
        return pack(&[rule_blocks(card, frame), bars.collect()]);
    }
    let answered = answered_blocks(card, stand);
    let whole = pack(&[rule_blocks(card, frame), answered.clone()]);
    if whole.len() == 1 {
        return whole;
    }
    let binding = note_blocks(frame, &card.binding.replace('\n', " "), 31.0);
    let notes: Vec<Block> = card.notes.iter().flat_map(|note| note_blocks(frame, note, 0.0)).collect();
    let mut rule = text_blocks(frame, &card.rule, Size::Body, SCREEN.ink, 0.0);
    if let Some(first) = rule.first_mut() {
        first.breaks = true;
    }
    let with_notes = pack(&[binding.clone(), notes.clone(), answered.clone(), rule.clone()]);
    if with_notes.len() <= 2 {
        return with_notes;
    }
    let apart = pack(&[binding, answered, rule, notes]);
    if apart.len() <= 2 { apart } else { whole }
}

fn note_blocks(frame: Frame, text: &str, gap: f32) -> Vec<Block> {
    text_blocks(frame, text, Size::Note, SCREEN.ink2, gap)
}

/// The rule at the left and the kind of decision at the right; under each other where there is no room for both.
fn rule_blocks(card: &VoteOpenCard, frame: Frame) -> Vec<Block> {
    let rule = lines(&card.rule, Size::Body, frame.inner());
    let said: Vec<&str> = card.binding.split('\n').chain(card.notes.iter().map(String::as_str)).collect();
    let binding: Vec<String> = said.iter().flat_map(|text| lines(text, Size::Note, frame.inner())).collect();
    let widest = |texts: &[String], size| texts.iter().map(|text| width(text, size)).fold(0.0, f32::max);
    let beside = widest(&rule, Size::Body) + screen_space::S7 + widest(&binding, Size::Note) <= frame.inner();
    let pitch = Size::Body.screen_line();
    let mut blocks = Vec::new();
    let first_gap = |blocks: &[Block]| if blocks.is_empty() { 31.0 } else { 0.0 };
    if beside {
        for number in 0..rule.len().max(binding.len()) {
            let mut sheet = Sheet::default();
            if let Some(line) = rule.get(number) {
                sheet.left(frame.left, pitch / 2.0, Size::Body, line);
            }
            if let Some(line) = binding.get(number) {
                sheet.right2(frame.right, pitch / 2.0, Size::Note, line);
            }
            let gap = first_gap(&blocks);
            blocks.push(Block::new(sheet, pitch, 1).gap(gap));
        }
        return blocks;
    }
    for line in &rule {
        let mut sheet = Sheet::default();
        sheet.left(frame.left, pitch / 2.0, Size::Body, line);
        let gap = first_gap(&blocks);
        blocks.push(Block::new(sheet, pitch, 1).gap(gap));
    }
    for (number, line) in binding.iter().enumerate() {
        let mut sheet = Sheet::default();
        sheet.left2(frame.left, Size::Note.screen_line() / 2.0, Size::Note, line);
        let gap = if number == 0 { screen_space::S1 } else { 0.0 };
        blocks.push(Block::new(sheet, Size::Note.screen_line(), 1).gap(gap));
    }
    blocks
}

/// How many have answered, at the left, and the bars at the right; two blocks where there is no room for both.
fn answered_blocks(card: &VoteOpenCard, stand: Stand<'_>) -> Vec<Block> {
    let frame = stand.frame;
    let caption = t(stand.lang, "screen-answered");
    let count = width(&card.answered, Size::Tally);
    let of = if card.of.is_empty() { String::new() } else { format!("/ {}", card.of) };
    let tally = (count + 22.0 + width(&of, Size::Title)).max(width(&caption, Size::Body));
    let bars = card.measures.iter().map(measure_width).fold(0.0, f32::max);
    let wide_x = frame.left + frame.inner() * 748.0 / 1728.0;
    let x = wide_x.max(frame.left + tally + screen_space::S7).min(frame.right - bars);
    let beside = x >= frame.left + tally + screen_space::S6 - 1.0;

    let mut counted = Sheet::default();
    counted.hairline(frame.left, frame.right, 1.0);
    counted.left2(frame.left, FIRST, Size::Body, &caption);
    let middle = FIRST + 203.0;
    counted.left(frame.left, middle, Size::Tally, &card.answered);
    let of_middle = middle + baseline_shift(Size::Title, Size::Tally);
    counted.left2(frame.left + count + 22.0, of_middle, Size::Title, &of);
    if beside {
        measures_paint(&mut counted, &card.measures, x, frame.right, FIRST);
        let shown = card.measures.len().max(2);
        let height = if shown > 2 { FIRST + measures_height(shown) } else { 377.0 };
        return vec![Block { sunk: true, ..Block::new(counted, height, 2).gap(screen_space::S5) }];
    }
    let bars = card.measures.iter().map(|measure| measure_block(measure, frame));
    // The caption, and the line on which it says of how many.
    std::iter::once(Block::new(counted, 377.0, 2).gap(screen_space::S5)).chain(bars).collect()
}

/// A measure over the width of the picture; its note under its label where they have no room beside each other.
fn measure_block(measure: &OpenMeasure, frame: Frame) -> Block {
    let mut sheet = Sheet::default();
    let line = Size::Body.screen_line();
    if measure_width(measure) <= frame.inner() {
        measures_paint(&mut sheet, std::slice::from_ref(measure), frame.left, frame.right, line / 2.0);
        return Block::new(sheet, measures_height(1) + line / 2.0, 1).gap(screen_space::S4);
    }
    let texts = [(&measure.label, SCREEN.ink), (&measure.note, SCREEN.ink2)];
    let rows: Vec<(String, egui::Color32)> = texts
        .into_iter()
        .flat_map(|(text, ink)| lines(text, Size::Body, frame.inner()).into_iter().map(move |row| (row, ink)))
        .collect();
    let mut y = 0.0;
    for (text, ink) in &rows {
        sheet.text(frame.left, y + line / 2.0, egui::Align::Min, Size::Body, *ink, text);
        y += line;
    }
    let top = y + screen_space::S2;
    let rect = Rect::from_min_max(pos2(frame.left, top), pos2(frame.right, top + BAR));
    sheet.items.push(Item::Bar(rect, measure.bar.clone()));
    Block::new(sheet, top + BAR + screen_space::S2, rows.len()).gap(screen_space::S4)
}

fn measures_height(count: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "one or two measures")]
    let above = MEASURE * count.saturating_sub(1) as f32;
    above + BAR_UNDER + BAR + screen_space::S2
}

fn measure_width(measure: &OpenMeasure) -> f32 {
    let gap = if measure.note.is_empty() { 0.0 } else { screen_space::S5 };
    width(&measure.label, Size::Body) + gap + width(&measure.note, Size::Body)
}

fn measures_paint(sheet: &mut Sheet, measures: &[OpenMeasure], left: f32, right: f32, first: f32) {
    for (number, measure) in measures.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "one or two measures")]
        let middle = first + MEASURE * number as f32;
        sheet.left(left, middle, Size::Body, &measure.label);
        sheet.right2(right, middle, Size::Body, &measure.note);
        let top = middle + BAR_UNDER;
        let rect = Rect::from_min_max(pos2(left, top), pos2(right, top + BAR));
        sheet.items.push(Item::Bar(rect, measure.bar.clone()));
    }
}
