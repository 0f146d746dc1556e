//! The foot of the right pane: what the audience sees now, or what is looked at before it goes up; always followed by blank
//! and lock.

use std::sync::Arc;

use egui::{Rect, Sense, Ui, Vec2};
use session::audience::AudienceView;

use super::bench::Bench;
use super::pane_padding;
use super::parts::lines::{Ink, text_width};
use super::parts::{line_ui, pane_ui};
use crate::action::Action;
use crate::look::tokens::{Size, frame, palette, space, stroke};
use crate::look::{Button, Icon, Weight, text_ui};
use crate::screen::{Setting, screen_ui};
use crate::status::ScreenState;

/// What is left of the pane above the foot, inside the padding.
pub(super) fn above(ui: &Ui, small: bool, sight: &Sight) -> Rect {
    ui.max_rect().shrink(pane_padding(small)).with_max_y(foot(ui, small, sight).top() - space::S4)
}

/// Whether there is a picture: what is looked at must be seen, however small the window.
fn pictured(small: bool, sight: &Sight) -> bool {
    !small || sight.prepared.is_some()
}

fn foot(ui: &Ui, small: bool, sight: &Sight) -> Rect {
    let pane = ui.max_rect().shrink(pane_padding(small));
    let picture = if pictured(small, sight) { frame::PREVIEW.y + space::S3 } else { 0.0 };
    let caption = if sight.prepared.is_some() { frame::BUTTON_PANE } else { Size::Note.desk_line() };
    let height = caption + space::S2 + picture + frame::BUTTON_PANE;
    pane.with_min_y(pane.bottom() - height)
}

/// Draws the foot at the bottom of the pane; after what stands above it, for so it is read and gone through by Tab.
pub(super) fn foot_ui(ui: &mut Ui, bench: &mut Bench<'_>, sight: &Sight, setting: Setting) {
    let foot = foot(ui, bench.small, sight);
    let pictured = pictured(bench.small, sight);
    pane_ui(ui, "foot", foot, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        match &sight.prepared {
            Some(_) => put_up_ui(ui, bench),
            None => sees_ui(ui, bench),
        }
        ui.add_space(space::S2);
        if pictured {
            let width = frame::PREVIEW.x.min(foot.width());
            let (rect, _) = ui.allocate_exact_size(Vec2::new(width, frame::PREVIEW.y), Sense::hover());
            let view = sight.prepared.as_ref().unwrap_or(&sight.audience);
            screen_ui(ui, rect, view, setting, bench.now);
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
                // A key that would cut the word is left to the help sheet.
                let word = text_width(ui, &text, Ink::new(Size::Body, palette(ui).ink));
                if word + KEY_ROOM <= each && cap.chars().count() == 1 {
                    button = button.key(&cap);
                }
                if ui.add(button).clicked() {
                    bench.wish(action);
                }
            }
        });
    });
}

/// Icon, key and padding of a button, beside its word.
const KEY_ROOM: f32 = 92.0;

/// What the room sees, and by whose choice.
fn sees_ui(ui: &mut Ui, bench: &mut Bench<'_>) {
    let note = Ink::new(Size::Note, palette(ui).ink2);
    let stage = &bench.session.stage;
    let whose = if stage.is_at_end() {
        bench.tell("meeting-screen-at-end", &[("key", &Action::NextMoment.key_cap(bench.lang))])
    } else if stage.is_locked() {
        bench.say("meeting-screen-locked")
    } else if stage.is_by_hand() {
        bench.say("meeting-screen-by-hand")
    } else if stage.follows() {
        bench.say("meeting-screen-follows")
    } else {
        bench.say("meeting-screen-chosen")
    };
    let sees = match bench.screen {
        ScreenState::On => bench.say("meeting-audience-sees"),
        ScreenState::Off | ScreenState::Lost => bench.say("meeting-audience-would-see"),
    };
    line_ui(ui, (&sees, note), (&whose, note));
}

/// That the picture below is not what the room sees, and the button that makes it so.
fn put_up_ui(ui: &mut Ui, bench: &mut Bench<'_>) {
    let ink = palette(ui).ink;
    ui.horizontal(|ui| {
        ui.set_height(frame::BUTTON_PANE);
        text_ui(ui, &bench.say("meeting-looked-at"), Size::Note, Weight::Medium, ink);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let cap = Action::PutUp.key_cap(bench.lang);
            let name = Action::PutUp.name(bench.lang);
            if ui.add(Button::primary(&name).icon(Icon::Screen).key(&cap).pane()).clicked() {
                bench.wish(Action::PutUp);
            }
        });
    });
}

/// The two pictures there are.
pub(super) struct Sight {
    /// What the room sees.
    pub(super) audience: Arc<AudienceView>,
    /// What is looked at on the desk before it goes up.
    pub(super) prepared: Option<Arc<AudienceView>>,
}
