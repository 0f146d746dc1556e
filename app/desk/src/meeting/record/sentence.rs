//! One sentence of the minutes: its event at the left, the text on lines of 28, struck and underlined where it was put
//! differently, a pen at the right.

use std::ops::Range;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Align2, CornerRadius, Galley, Pos2, Rect, Response, Role, Sense, Stroke, TextEdit, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use words::minutes::{Sentence, Source};

use super::EVENT;
use crate::look::Icon;
use crate::look::button::focus_ring_paint;
use crate::look::icons::icon_paint;
use crate::look::text::format;
use crate::look::tokens::{Palette, Size, Weight, corner, frame, palette, space, stroke};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, text_paint};

const PEN: f32 = 40.0;
const PADDING: f32 = 4.0;

/// What changed between two texts: the common beginning, what went, what came, the common end.
pub(super) fn difference<'a>(was: &'a str, is: &'a str) -> (&'a str, &'a str, &'a str, &'a str) {
    let same = |(a, b): &((usize, char), char)| a.1 == *b;
    let front: usize = was.char_indices().zip(is.chars()).take_while(same).map(|((_, c), _)| c.len_utf8()).sum();
    let (rest_was, rest_is) = (&was[front..], &is[front..]);
    let back: usize =
        rest_was.chars().rev().zip(rest_is.chars().rev()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    (
        &was[..front],
        &rest_was[..rest_was.len() - back],
        &rest_is[..rest_is.len() - back],
        &rest_is[rest_is.len() - back..],
    )
}

/// The sentence as a row that can be marked.
pub(super) fn sentence_ui(ui: &mut Ui, bench: &Bench<'_>, sentence: &Sentence, marked: bool) -> Response {
    let colours = *palette(ui);
    let left = EVENT + space::S3;
    let width = ui.available_width();
    let (job, struck, added) = job_of(sentence, width - left - PEN, &colours);
    let galley = ui.painter().layout_job(job);
    let size = Vec2::new(width, galley.size().y + 2.0 * PADDING);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let event = match sentence.source {
        Source::Event => bench.tell("meeting-event", &[("n", &sentence.seq.to_string())]),
        Source::Own => bench.say("meeting-own"),
    };
    let name = format!("{event} {}", sentence.text);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, marked, &name));
    if marked {
        ui.painter().rect_filled(rect.expand2(vec2(space::S2, 0.0)), CornerRadius::ZERO, colours.soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.well);
    }
    let first = rect.top() + PADDING + frame::MINUTES_LINE / 2.0;
    let note = Ink::new(Size::Note, colours.ink2);
    text_paint(ui, &event, note, Align2::RIGHT_CENTER, pos2(rect.left() + EVENT, first), EVENT);
    let at = pos2(rect.left() + left, rect.top() + PADDING);
    ui.painter().galley(at, Arc::clone(&galley), colours.ink);
    overlay_paint(ui, &galley, at, struck, Stroke::new(stroke::HAIR, colours.ink3), true);
    overlay_paint(ui, &galley, at, added, Stroke::new(stroke::FOCUS, colours.accent), false);
    if sentence.edited_from.is_some() || sentence.source == Source::Own {
        let square = Rect::from_center_size(pos2(rect.right() - PEN / 2.0, first), Vec2::splat(frame::ICON_CHIP));
        icon_paint(ui.painter(), square, Icon::Edit, colours.ink2);
    }
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(2.0));
    }
    response
}

/// The text with what was struck kept in it; the characters struck and those added.
fn job_of(sentence: &Sentence, width: f32, colours: &Palette) -> (LayoutJob, Range<usize>, Range<usize>) {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut append = |text: &str, colour| {
        let mut look = format(Size::Body, Weight::Regular, colour);
        look.line_height = Some(frame::MINUTES_LINE);
        job.append(text, 0.0, look);
    };
    let chars = |text: &str| text.chars().count();
    let (struck, added) = match (&sentence.edited_from, sentence.source) {
        (Some(was), _) => {
            let (front, gone, come, back) = difference(was, &sentence.text);
            append(front, colours.ink);
            append(gone, colours.ink3);
            append(come, colours.ink);
            append(back, colours.ink);
            let from = chars(front);
            let middle = from + chars(gone);
            (from..middle, middle..middle + chars(come))
        }
        (None, Source::Own) => {
            append(&sentence.text, colours.ink);
            (0..0, 0..chars(&sentence.text))
        }
        (None, Source::Event) => {
            append(&sentence.text, colours.ink);
            (0..0, 0..0)
        }
    };
    (job, struck, added)
}

/// A line through or under some characters, at the hanzi's own heights.
fn overlay_paint(ui: &Ui, galley: &Galley, at: Pos2, chars: Range<usize>, pen: Stroke, through: bool) {
    let mut index = 0;
    for row in &galley.rows {
        let mut span: Option<(f32, f32)> = None;
        for glyph in &row.glyphs {
            if chars.contains(&index) {
                let (from, to) = (glyph.pos.x, glyph.pos.x + glyph.advance_width);
                span = Some(span.map_or((from, to), |(first, _)| (first, to)));
            }
            index += 1;
        }
        if let Some((from, to)) = span {
            let middle = at.y + row.pos.y + frame::MINUTES_LINE / 2.0;
            let y = if through { middle } else { middle + 0.56 * Size::Body.desk_px() + 1.0 };
            let x = at.x + row.pos.x;
            ui.painter().hline(egui::Rangef::new(x + from, x + to), y, pen);
        }
    }
}

/// A sentence as a field as wide as its place; Enter does not break the line.
pub(super) fn edit_ui(ui: &mut Ui, text: &mut String, name: &str, left: f32) -> Response {
    let colours = *palette(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(left - space::S3);
        let width = ui.available_width() - PEN;
        let ground = ui.painter().add(egui::Shape::Noop);
        let edit = TextEdit::multiline(text)
            .return_key(None)
            .desired_rows(1)
            .desired_width(width - 2.0 * space::S3)
            .frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 6)))
            .text_color(colours.ink);
        let response = ui.add(edit).accessible_name(name);
        let border = Stroke::new(stroke::HAIR, colours.edge);
        let radius = CornerRadius::same(corner::BUTTON);
        ui.painter().set(
            ground,
            egui::epaint::RectShape::new(response.rect, radius, colours.field, border, egui::StrokeKind::Inside),
        );
        if response.has_focus() {
            focus_ring_paint(ui, response.rect);
        }
        response
    })
    .inner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_in_the_middle_is_found_and_no_character_is_torn() {
        assert_eq!(difference("与会人员一致同意", "与会人员举手同意"), ("与会人员", "一致", "举手", "同意"));
        assert_eq!(difference("当晚就能收", "当晚就能收齐"), ("当晚就能收", "", "齐", ""));
        assert_eq!(difference("甲乙", ""), ("", "甲乙", "", ""));
        assert_eq!(difference("aa", "aaa"), ("aa", "", "a", ""));
    }
}
