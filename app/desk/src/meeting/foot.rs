//! The foot of the right pane: what the audience sees now, always followed by blank and lock.

use std::sync::Arc;

use egui::{Rect, Sense, Ui, Vec2};
use session::audience::AudienceView;

use super::bench::Bench;
use super::pane_padding;
use super::parts::lines::Ink;
use super::parts::{line_ui, pane_ui};
use crate::action::Action;
use crate::look::tokens::{Size, frame, palette, space, stroke};
use crate::look::{Button, Icon};
use crate::screen::{Setting, screen_ui};

/// What is left of the pane above the foot, inside the padding.
pub(super) fn above(ui: &Ui, small: bool) -> Rect {
    ui.max_rect().shrink(pane_padding(small)).with_max_y(foot(ui, small).top() - space::S4)
}

fn foot(ui: &Ui, small: bool) -> Rect {
    let pane = ui.max_rect().shrink(pane_padding(small));
    let picture = if small { 0.0 } else { frame::PREVIEW.y + space::S3 };
    let height = Size::Note.desk_line() + space::S2 + picture + frame::BUTTON_PANE;
    pane.with_min_y(pane.bottom() - height)
}

/// Draws the foot at the bottom of the pane; after what stands above it, for so it is read and gone through by Tab.
pub(super) fn foot_ui(ui: &mut Ui, bench: &mut Bench<'_>, audience: &Arc<AudienceView>, setting: Setting) {
    let foot = foot(ui, bench.small);
    pane_ui(ui, "foot", foot, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let note = Ink::new(Size::Note, palette(ui).ink2);
        let state = if bench.session.stage.is_locked() {
            bench.say("meeting-screen-locked")
        } else if bench.session.stage.follows() {
            bench.say("meeting-screen-follows")
        } else {
            bench.say("meeting-screen-chosen")
        };
        line_ui(ui, (&bench.say("meeting-audience-sees"), note), (&state, note));
        ui.add_space(space::S2);
        if !bench.small {
            let (rect, _) = ui.allocate_exact_size(frame::PREVIEW, Sense::hover());
            screen_ui(ui, rect, audience, setting, bench.now);
            let border = egui::Stroke::new(stroke::HAIR, palette(ui).edge);
            ui.painter().rect_stroke(rect, egui::CornerRadius::ZERO, border, egui::StrokeKind::Outside);
            ui.add_space(space::S3);
        }
        let each = (foot.width() - space::S2) / 2.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(space::S2, 0.0);
            for (action, icon, on) in [
                (Action::Blank, Icon::Blank, bench.session.stage.is_blank()),
                (Action::Lock, Icon::Lock, bench.session.stage.is_locked()),
            ] {
                let text = match (action, on) {
                    (Action::Blank, false) => bench.say("meeting-blank"),
                    (Action::Blank, true) => bench.say("meeting-unblank"),
                    (_, false) => bench.say("meeting-lock"),
                    (_, true) => bench.say("meeting-unlock"),
                };
                let cap = action.key_cap(bench.lang);
                let mut button = Button::normal(&text).icon(icon).pane().width(each).marked(on);
                // A key of two caps is wider than the word; the help sheet has it.
                if cap.chars().count() == 1 {
                    button = button.key(&cap);
                }
                if ui.add(button).clicked() {
                    bench.wish(action);
                }
            }
        });
    });
}
