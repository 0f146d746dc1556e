//! Empty places that say what to do next.

use egui::{Response, Ui, Vec2};

use super::icons::{Icon, icon_paint};
use super::text::text_ui;
use super::tokens::{Size, Weight, frame, palette, space};

/// An empty place: what is not here yet, what to do next, and the buttons for it.
pub fn empty_ui<R>(
    ui: &mut Ui,
    icon: Icon,
    title: &str,
    next: &str,
    actions: impl FnOnce(&mut Ui) -> R,
) -> (Response, R) {
    let palette = *palette(ui);
    let shown = ui.vertical(|ui| {
        let side = frame::ICON_RAIL + space::S2;
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(side), egui::Sense::hover());
        icon_paint(ui.painter(), rect, icon, palette.ink2);
        text_ui(ui, title, Size::Lead, Weight::Regular, palette.ink);
        text_ui(ui, next, Size::Body, Weight::Regular, palette.ink2);
        ui.add_space(space::S2);
        ui.horizontal(actions).inner
    });
    (shown.response, shown.inner)
}
