//! The motion in its box, verbatim, as the room sees it.

use egui::{CornerRadius, Frame, Margin, Ui};
use words::moment;

use super::Table;
use super::forms::Forms;
use crate::look::rules::current_edge_paint;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, text_ui};
use crate::meeting::bench::Bench;

/// The box; nothing without a motion.
pub(super) fn motion_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, forms: &mut Forms) {
    let Some((_, motion)) = table.motion else { return };
    let colours = *palette(ui);
    let y = if bench.small { 10 } else { 16 };
    let shown = Frame::new()
        .fill(colours.paper)
        .corner_radius(CornerRadius::ZERO)
        .inner_margin(Margin { left: 20, right: 20, top: y - 4, bottom: y })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal(|ui| {
                ui.set_min_height(crate::look::tokens::frame::BUTTON_PANE);
                text_ui(ui, &bench.say("meeting-motion-caption"), Size::Note, Weight::Regular, colours.ink2);
                if table.vote.is_none() {
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        if ui.add(Button::text(&bench.say("meeting-amend")).pane()).clicked() {
                            forms.amend(motion);
                        }
                    });
                }
            });
            text_ui(ui, &motion.text, Size::Title, Weight::Medium, colours.ink);
            ui.add_space(space::S1);
            let time = moment::clock(&bench.zone, motion.at);
            let mover = bench.name_and_place(motion.mover);
            let by = match motion.seconder {
                Some(seconder) => {
                    let seconder = bench.name_and_place(seconder);
                    let args = [("mover", mover.as_str()), ("seconder", &seconder), ("time", &time)];
                    bench.tell("meeting-moved-seconded", &args)
                }
                None => bench.tell("meeting-moved", &[("mover", &mover), ("time", &time)]),
            };
            text_ui(ui, &by, Size::Note, Weight::Regular, colours.ink2);
            if let Some(terms) = super::terms::terms_line(bench, motion) {
                text_ui(ui, &terms, Size::Note, Weight::Regular, colours.ink2);
            }
        });
    current_edge_paint(ui.painter(), shown.response.rect, &colours);
    ui.add_space(space::S2);
}
