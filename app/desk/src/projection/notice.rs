//! A short line over whatever card is shown.

use egui::{Id, Ui};

use super::{Stand, caption_ui};
use crate::look::tokens::space;
use crate::look::{Button, Field, Icon};
use crate::screen::notice_fits;

/// Width of the field.
const WIDTH: f32 = 440.0;

/// The line being typed; kept for the next time.
#[derive(Default)]
pub(super) struct NoticeForm {
    text: String,
}

impl NoticeForm {
    /// Draws the field; true when the line went up.
    pub(super) fn notice_ui(&mut self, ui: &mut Ui, stand: &mut Stand<'_>, focus: bool) -> bool {
        let name = stand.say("action-notice");
        caption_ui(ui, &name);
        let mut sent = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S2;
            let long = !notice_fits(&self.text, stand.setting);
            let problem = stand.say("projection-notice-long");
            let hint = stand.say("projection-notice-hint");
            let field = Field::new(&mut self.text, &name)
                .hint(&hint)
                .problem(long.then_some(problem.as_str()))
                .width(WIDTH)
                .id(Id::unique("projection-notice"))
                .field_ui(ui);
            if focus {
                field.request_focus();
            }
            let entered =
                field.lost_focus() && !stand.composing && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let empty = self.text.trim().is_empty();
            let ready = !long && !empty;
            let reason = if long { problem } else { stand.say("projection-notice-empty") };
            let up = stand.say("action-put-up");
            let up = Button::primary(&up).icon(Icon::Screen).closed((!ready).then_some(reason.as_str()));
            if (ui.add(up).clicked() || entered) && ready {
                stand.session.stage.set_notice(&self.text);
                sent = true;
            } else if entered {
                field.request_focus();
            }
            if stand.session.stage.notice().is_some()
                && ui.add(Button::normal(&stand.say("projection-notice-off"))).clicked()
            {
                stand.session.stage.set_notice("");
            }
        });
        sent
    }
}
