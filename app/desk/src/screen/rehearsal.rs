//! The band over every card of a rehearsal. It stands in the upper margin of the picture and takes no place of a card.

use egui::text::LayoutJob;
use egui::{CornerRadius, Painter, Rect};

use super::setting::LINES;
use crate::look::tokens::{SCREEN, Size, font_at, screen_space};

/// What is left between the band and the card.
const UNDER: f32 = 4.0;

/// Paints the band into a picture.
pub(super) fn band_paint(painter: &Painter, picture: Rect, text: &str) {
    let scale = picture.height() / LINES;
    let band = picture.with_max_y(picture.top() + (screen_space::MARGIN_Y - UNDER) * scale);
    painter.rect_filled(band, CornerRadius::ZERO, SCREEN.accent);
    let pixels = painter.pixels_per_point();
    let px = (Size::Note.screen_px() * scale * pixels).round().max(1.0) / pixels;
    let job = LayoutJob::simple_singleline(text.to_owned(), font_at(px, Size::Note.screen_weight()), SCREEN.paper);
    let galley = painter.layout_job(job);
    painter.galley(band.center() - galley.size() / 2.0, galley, SCREEN.paper);
}
