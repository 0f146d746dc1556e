//! A card on paper with a thin border: a form that opened under its button, a notice with its sender's name.

use egui::{CornerRadius, Frame, Margin, Stroke, Ui};

use crate::look::text_ui;
use crate::look::tokens::{Size, Weight, corner, palette, space, stroke};

/// A card with a title, as wide as its place.
pub(crate) fn card_ui<R>(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let colours = *palette(ui);
    Frame::new()
        .fill(colours.paper)
        .stroke(Stroke::new(stroke::HAIR, colours.line))
        .corner_radius(CornerRadius::same(corner::BUTTON))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::S2;
            if !title.is_empty() {
                text_ui(ui, title, Size::Body, Weight::Medium, colours.ink);
            }
            add(ui)
        })
        .inner
}
