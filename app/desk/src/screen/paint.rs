//! A page painted into a window: one scale, sizes rounded to whole pixels, lines squeezed where rounding made them longer.

use egui::text::LayoutJob;
use egui::{Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind, pos2};

use super::setting::Frame;
use super::sheet::{Item, Sheet};
use crate::look::icons::icon_stroked_paint;
use crate::look::marks::mark_paint;
use crate::look::measure_bar::{SCREEN_BAR, measure_bar_paint};
use crate::look::tokens::{SCREEN, Size, font_at};

/// Paints a page into `picture`, which has the frame's shape.
pub(crate) fn sheet_paint(painter: &Painter, picture: Rect, frame: Frame, sheet: &Sheet) {
    let scale = picture.height() / frame.height;
    let place = |rect: &Rect| {
        Rect::from_min_max(picture.min + rect.min.to_vec2() * scale, picture.min + rect.max.to_vec2() * scale)
    };
    for item in &sheet.items {
        match item {
            Item::Text { text, left, middle, width, size, colour } => {
                line_paint(painter, picture, scale, (*left, *middle, *width), text, *size, *colour);
            }
            Item::Fill(rect, colour) => {
                painter.rect_filled(at_least_a_pixel(painter, place(rect)), CornerRadius::ZERO, *colour);
            }
            Item::Outline(rect, stroke, colour) => {
                let pen = Stroke::new(stroke * scale, *colour);
                painter.rect_stroke(place(rect), CornerRadius::ZERO, pen, StrokeKind::Inside);
            }
            Item::Mark(square, side) => mark_paint(painter, place(square), *side, &SCREEN),
            Item::Icon(square, icon, colour, stroke) => {
                icon_stroked_paint(painter, place(square), *icon, *colour, *stroke);
            }
            Item::Bar(rect, bar) => {
                measure_bar_paint(painter, place(rect), bar, SCREEN_BAR.scaled(scale), &SCREEN, SCREEN.paper);
            }
        }
    }
}

/// A hairline in the preview is thinner than a pixel and would vanish between two.
fn at_least_a_pixel(painter: &Painter, rect: Rect) -> Rect {
    let pixel = 1.0 / painter.pixels_per_point();
    if rect.height() >= pixel {
        return rect;
    }
    let top = (rect.top() / pixel).round() * pixel;
    rect.with_min_y(top).with_max_y(top + pixel)
}

fn line_paint(
    painter: &Painter,
    picture: Rect,
    scale: f32,
    (left, middle, width): (f32, f32, f32),
    text: &str,
    size: Size,
    colour: Color32,
) {
    let pixels = painter.pixels_per_point();
    let px = (size.screen_px() * scale * pixels).round().max(1.0) / pixels;
    let job = |spacing: f32| {
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font_at(px, size.screen_weight()), colour);
        if let Some(section) = job.sections.first_mut() {
            section.format.extra_letter_spacing = spacing;
        }
        job
    };
    let mut galley = painter.layout_job(job(0.0));
    let room = width * scale;
    let gaps = text.chars().count().saturating_sub(1);
    if galley.size().x > room && gaps > 0 {
        #[expect(clippy::cast_precision_loss, reason = "a line of a few dozen characters")]
        let less = (galley.size().x - room) / gaps as f32;
        galley = painter.layout_job(job(-less));
    }
    let at = picture.min + egui::vec2(left, middle) * scale;
    painter.galley(pos2(at.x, at.y - galley.size().y / 2.0), galley, colour);
}
