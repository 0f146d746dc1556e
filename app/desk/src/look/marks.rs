//! The marks of the votes, painted as shapes and never typed: 赞成 a disc, 反对 a square, 弃权 a triangle, 提问 a ring, 秩序问题 a ring with a dot.
//!
//! Always a mark and a word and a number; never a colour alone.

use egui::{Color32, CornerRadius, Painter, Rect, Shape, Stroke, pos2, vec2};
use session::audience::Side;

use super::text::{BASELINE_BELOW_MIDDLE, job};
use super::tokens::{Palette, Size, Weight, palette};

/// Side of a mark's square beside text: this part of the text size, its bottom on the baseline.
pub const MARK_TO_TEXT: f32 = 0.74;

/// The colour of a side's mark and bar.
pub fn mark_colour(palette: &Palette, side: Side) -> Color32 {
    match side {
        Side::Yes => palette.yes,
        Side::No => palette.no,
        Side::Abstain => palette.abstain,
        Side::Question | Side::Order => palette.ink2,
    }
}

/// The mark of a side in a square, in its colour.
pub fn mark_paint(painter: &Painter, square: Rect, side: Side, palette: &Palette) {
    mark_coloured_paint(painter, square, side, mark_colour(palette, side));
}

/// The mark of a side in a square, in a given colour (white on a bar).
pub fn mark_coloured_paint(painter: &Painter, square: Rect, side: Side, colour: Color32) {
    let unit = square.width();
    let centre = square.center();
    let ring = || Shape::circle_stroke(centre, 0.40 * unit, Stroke::new(0.12 * unit, colour));
    painter.add(match side {
        Side::Yes => Shape::circle_filled(centre, 0.45 * unit, colour),
        Side::No => {
            Shape::rect_filled(Rect::from_center_size(centre, vec2(0.80, 0.80) * unit), CornerRadius::ZERO, colour)
        }
        Side::Abstain => {
            // The triangle stands on the same line as the other marks reach down to.
            let foot = centre.y + 0.415 * unit;
            let top = pos2(centre.x, foot - 0.83 * unit);
            let half = 0.45 * unit;
            Shape::convex_polygon(
                vec![top, pos2(centre.x + half, foot), pos2(centre.x - half, foot)],
                colour,
                Stroke::NONE,
            )
        }
        Side::Question => ring(),
        Side::Order => Shape::Vec(vec![ring(), Shape::circle_filled(centre, 0.16 * unit, colour)]),
    });
}

/// A mark and its word (and number) in ink, as one label: "赞成 26".
pub fn mark_word_ui(ui: &mut egui::Ui, side: Side, text: &str, text_size: Size) -> egui::Response {
    let palette = *palette(ui);
    let galley = ui.painter().layout_job(job(text, text_size, Weight::Regular, palette.ink));
    let square = MARK_TO_TEXT * text_size.desk_px();
    let gap = text_size.desk_px() * 0.4;
    let whole = vec2(square + gap + galley.size().x, galley.size().y);
    let (rect, response) = ui.allocate_exact_size(whole, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    // The bottom of the mark's square stands on the baseline.
    let baseline = rect.center().y + BASELINE_BELOW_MIDDLE * text_size.desk_px();
    let place = Rect::from_min_size(pos2(rect.left(), baseline - square), vec2(square, square));
    mark_paint(ui.painter(), place, side, &palette);
    ui.painter().galley(pos2(rect.left() + square + gap, rect.top()), galley, palette.ink);
    response
}
