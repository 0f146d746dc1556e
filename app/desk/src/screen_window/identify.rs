//! Which monitor is which: a number in a small window on every one.

use egui::{Context, CornerRadius, Frame, Stroke, StrokeKind, Ui, ViewportBuilder, ViewportId, pos2, vec2};
use words::{Lang, t, tf};

use super::monitor::Monitor;
use crate::look::text_ui;
use crate::look::tokens::{LIGHT, Size, Weight, space, stroke};

/// Size of a number's window, in points, and how far it stands from the corner.
const SIZE: egui::Vec2 = vec2(360.0, 220.0);
const CORNER: f32 = 48.0;

/// The number people call a monitor by: its place in the list, from 1.
pub fn number(monitor: &Monitor) -> String {
    (monitor.index + 1).to_string()
}

/// Its name, if it has one, and its size.
pub fn description(lang: Lang, monitor: &Monitor) -> String {
    let size = format!("{} × {}", monitor.size.x, monitor.size.y);
    if monitor.name.is_empty() {
        size
    } else {
        tf(lang, "screen-number-what", &[("name", &monitor.name), ("size", &size)])
    }
}

/// Keeps a number on every monitor; called in every frame of the desk's window. `room` is the room's monitor.
pub(super) fn numbers_ui(ctx: &Context, lang: Lang, monitors: &[Monitor], room: Option<&Monitor>) {
    let pixels = ctx.pixels_per_point();
    for monitor in monitors {
        let at = monitor.position / pixels + vec2(CORNER, CORNER);
        let builder = ViewportBuilder::default()
            .with_title(tf(lang, "screen-number-title", &[("number", &number(monitor))]))
            .with_app_id("fangzhuo-number")
            .with_position(pos2(at.x, at.y))
            .with_inner_size(SIZE)
            .with_decorations(false)
            .with_always_on_top()
            .with_taskbar(false)
            .with_active(false);
        let (monitor, is_room) = (monitor.clone(), room.is_some_and(|room| room.index == monitor.index));
        super::show(ctx, ViewportId::from_hash_of(("fangzhuo-number", monitor.index)), builder, move |ui| {
            number_ui(ui, lang, &monitor, is_room);
        });
    }
}

fn number_ui(ui: &mut Ui, lang: Lang, monitor: &Monitor, is_room: bool) {
    let colours = LIGHT;
    let whole = ui.ctx().content_rect();
    let border = Stroke::new(stroke::EDGE, colours.accent);
    ui.painter().rect(whole, CornerRadius::ZERO, colours.sheet, border, StrokeKind::Inside);
    ui.scope_builder(egui::UiBuilder::new().max_rect(whole), |ui| {
        Frame::new().inner_margin(space::S5).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S1;
            ui.vertical_centered(|ui| {
                text_ui(ui, &number(monitor), Size::Clock, Weight::Regular, colours.ink);
                let what = description(lang, monitor);
                text_ui(ui, &what, Size::Lead, Weight::Medium, colours.ink);
                let role = match (monitor.desk, is_room) {
                    (true, _) => t(lang, "screen-number-desk"),
                    (false, true) => t(lang, "screen-number-room"),
                    (false, false) => String::new(),
                };
                text_ui(ui, &role, Size::Body, Weight::Regular, colours.ink2);
            });
        });
    });
}
