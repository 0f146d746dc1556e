//! Figures: key figures, and numbers in a column set at the right by the width of their digits.

use egui::{Align2, Color32, Rect, Response, Ui, Vec2};

use super::text::{job, mixed_job};
use super::tokens::{Size, Weight, palette};

/// A key figure: its label, the number, the unit after it in the second ink.
pub fn key_figure_ui(ui: &mut Ui, label: &str, value: &str, unit: &str) -> Response {
    let palette = *palette(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(egui::Label::new(job(label, Size::Note, Weight::Regular, palette.ink2)));
        let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
        let runs = [
            (value, Size::Display, Weight::Regular, palette.ink),
            (unit.as_str(), Size::Body, Weight::Regular, palette.ink2),
        ];
        ui.add(egui::Label::new(mixed_job(&runs)));
    })
    .response
}

/// A number set at the right of the width there is, as in a column; one weight within a column.
pub fn figure_text_ui(ui: &mut Ui, text: &str, size: Size, colour: Color32) -> Response {
    let galley = ui.painter().layout_job(job(text, size, Weight::Regular, colour));
    let width = ui.available_width().max(galley.size().x);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, galley.size().y), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    let at: Rect = Align2::RIGHT_CENTER.anchor_size(rect.right_center(), galley.size());
    ui.painter().galley(at.min, galley, colour);
    response
}
