//! The foot of a debate: prompts of the chair (主持提示), a rule as one line on the screen for some seconds and on record
//! without a name; beside them the talk rule that holds for the item.

use deliberation::Command;
use deliberation::speakers::Prompt;
use egui::{Align, Layout, Ui, Vec2};
use words::speaking::{prompt_text, talk_rule};

use super::Table;
use super::forms::{Form, Forms};
use crate::action::Action;
use crate::look::chip::key_cap_width;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, job, text_ui};
use crate::meeting::bench::Bench;

/// Rows under the first one when all prompts are shown.
const FURTHER: f32 = 2.0;
/// A row of buttons with the space over it.
const ROW: f32 = frame::BUTTON_PANE + space::S2;

/// Whether all prompts are shown, or those one row has room for.
#[derive(Default)]
pub(super) struct Prompts {
    all: bool,
}

impl Prompts {
    /// How high the foot is, with the line over it.
    pub(super) fn height(&self) -> f32 {
        2.0 * space::S2 + Size::Body.desk_line() + ROW + if self.all { FURTHER * ROW } else { 0.0 }
    }

    /// The talk rule, then a button a prompt; the first six have keys. The one on the screen now is marked.
    pub(super) fn foot_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, forms: &mut Forms) {
        ui.spacing_mut().item_spacing = Vec2::splat(space::S2);
        captions_ui(ui, bench, table, forms);
        let shown = bench.session.prompt();
        let more = bench.say(if self.all { "meeting-prompts-fewer" } else { "meeting-prompts-more" });
        let room = ui.available_width() - text_width(ui, &more) - space::S3;
        let mut used = 0.0;
        ui.horizontal_wrapped(|ui| {
            for prompt in Prompt::ALL {
                let action = Action::ALL.iter().find(|action| action.prompt() == Some(prompt));
                let text = prompt_text(bench.lang, prompt);
                let cap = action.map(|action| action.key_cap(bench.lang));
                let key = cap.as_deref().map_or(0.0, |cap| key_cap_width(ui, cap) + space::S2);
                used += text_width(ui, &text) + key + 2.0 * space::S3 + space::S2;
                if !self.all && used > room {
                    break;
                }
                let mut button = Button::normal(&text).pane().marked(shown == Some(prompt));
                if let Some(cap) = &cap {
                    button = button.key(cap);
                }
                if ui.add(button).clicked() {
                    bench.submit(Command::GivePrompt { prompt });
                }
            }
            if ui.add(Button::text(&more).pane()).clicked() {
                self.all = !self.all;
            }
        });
    }
}

/// What the buttons do at the left, the talk rule of the item at the right.
fn captions_ui(ui: &mut Ui, bench: &Bench<'_>, table: &Table<'_>, forms: &mut Forms) {
    let colours = *palette(ui);
    ui.horizontal(|ui| {
        ui.set_min_height(Size::Body.desk_line());
        text_ui(ui, &bench.say("meeting-prompts"), Size::Note, Weight::Regular, colours.ink2);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(Button::text(&bench.say("meeting-talk-rule-change")).inline()).clicked() {
                forms.open(Form::TalkRule);
            }
            let rule = talk_rule(bench.lang, &table.meeting.talk(Some(table.item)));
            text_ui(ui, &rule, Size::Note, Weight::Regular, colours.ink);
            text_ui(ui, &bench.say("meeting-talk-rule"), Size::Note, Weight::Regular, colours.ink2);
        });
    });
}

fn text_width(ui: &Ui, text: &str) -> f32 {
    ui.painter().layout_job(job(text, Size::Body, Weight::Regular, palette(ui).ink)).size().x
}
