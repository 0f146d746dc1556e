//! Section headings and the lines between rows and panes. Lines are painted; they take no space.

use egui::{Painter, Rangef, Rect, Response, Stroke, Ui, Vec2};

use super::text::job;
use super::tokens::{Palette, Size, Weight, palette, space, stroke};

/// A hairline over the width of the place, taking one point of height.
pub fn hairline_ui(ui: &mut Ui) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), egui::Sense::hover());
    hairline_paint(ui.painter(), rect.x_range(), rect.center().y, palette(ui));
    response
}

/// A hairline at `y`.
pub fn hairline_paint(painter: &Painter, x: Rangef, y: f32, palette: &Palette) {
    painter.hline(x, y, Stroke::new(stroke::HAIR, palette.line));
}

/// A firm line at `y`: under table heads and section headings.
pub fn firm_line_paint(painter: &Painter, x: Rangef, y: f32, palette: &Palette) {
    painter.hline(x, y, Stroke::new(stroke::HAIR, palette.edge));
}

/// The 3 px edge of the current item or motion, at the left of `rect`.
pub fn current_edge_paint(painter: &Painter, rect: Rect, palette: &Palette) {
    let edge = rect.with_max_x(rect.left() + stroke::EDGE);
    painter.rect_filled(edge, egui::CornerRadius::ZERO, palette.accent);
}

/// A section heading: a caption, something at the right (may be empty), a firm line under it.
pub fn section_ui(ui: &mut Ui, title: &str, right: &str) -> Response {
    let palette = *palette(ui);
    let (rect, response) = ui
        .allocate_exact_size(Vec2::new(ui.available_width(), Size::Note.desk_line() + space::S2), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
    let left = ui.painter().layout_job(job(title, Size::Note, Weight::Regular, palette.ink2));
    ui.painter().galley(rect.min, left, palette.ink2);
    if !right.is_empty() {
        let right = ui.painter().layout_job(job(right, Size::Note, Weight::Regular, palette.ink2));
        ui.painter().galley(rect.right_top() - Vec2::new(right.size().x, 0.0), right, palette.ink2);
    }
    firm_line_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &palette);
    response
}
