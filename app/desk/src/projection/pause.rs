//! A break: so many minutes, then more or less while it runs.

use deliberation::At;
use egui::{Id, Ui};
use session::stage::MOST_MINUTES;
use words::moment::{Zone, clock};

use super::{Stand, caption_ui};
use crate::look::tokens::space;
use crate::look::{Button, Field, Icon, Size, Weight, palette, text_ui};

/// Width of the field of minutes.
const WIDTH: f32 = 96.0;

/// The minutes being typed.
pub(super) struct PauseForm {
    minutes: String,
}

impl Default for PauseForm {
    fn default() -> PauseForm {
        PauseForm { minutes: "10".to_owned() }
    }
}

impl PauseForm {
    fn wanted(&self) -> Option<u32> {
        self.minutes.trim().parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
    }

    /// Draws the field, or what runs; true when a break began.
    pub(super) fn pause_ui(&mut self, ui: &mut Ui, stand: &mut Stand<'_>, focus: bool) -> bool {
        caption_ui(ui, &stand.say("action-break"));
        if stand.session.stage.pause().is_some() {
            running_ui(ui, stand);
            return false;
        }
        let mut begun = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S2;
            let wanted = self.wanted();
            let problem = stand.tell("projection-break-minutes", &[("most", &MOST_MINUTES.to_string())]);
            let name = stand.say("projection-minutes");
            let field = Field::new(&mut self.minutes, &name)
                .number()
                .width(WIDTH)
                .id(Id::unique("projection-break"))
                .field_ui(ui);
            if focus {
                field.request_focus();
            }
            let entered =
                field.lost_focus() && !stand.composing && ui.input(|input| input.key_pressed(egui::Key::Enter));
            text_ui(ui, &name, Size::Body, Weight::Regular, palette(ui).ink);
            let word = stand.say("projection-break-begin");
            let button = Button::normal(&word).icon(Icon::Clock).closed(wanted.is_none().then_some(problem.as_str()));
            let asked = ui.add(button).clicked() || entered;
            match wanted {
                Some(minutes) if asked => {
                    stand.session.stage.begin_break(minutes, stand.now);
                    begun = true;
                }
                Some(_) => {}
                None => {
                    text_ui(ui, &problem, Size::Note, Weight::Regular, palette(ui).err);
                }
            }
            if entered && wanted.is_none() {
                field.request_focus();
            }
        });
        begun
    }
}

/// The time left, a minute more or less, and the end.
fn running_ui(ui: &mut Ui, stand: &mut Stand<'_>) {
    let Some(pause) = stand.session.stage.pause() else { return };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S2;
        let zone = Zone::of(&stand.session.facts().file);
        let time = clock(&zone, At(pause.ends_utc_ms()));
        let said = if pause.is_over(stand.now) {
            stand.say("projection-break-over")
        } else {
            let left = pause.clock().reading(stand.now).text();
            stand.tell("projection-break-runs", &[("left", &left), ("time", &time)])
        };
        text_ui(ui, &said, Size::Body, Weight::Regular, palette(ui).ink);
        if ui.add(Button::normal(&stand.say("projection-minute-less"))).clicked() {
            stand.session.stage.move_break(-1, stand.now);
        }
        if ui.add(Button::normal(&stand.say("projection-minute-more"))).clicked() {
            stand.session.stage.move_break(1, stand.now);
        }
        if ui.add(Button::normal(&stand.say("projection-break-end"))).clicked() {
            stand.session.stage.end_break();
        }
    });
}
