//! Prompts of the chair (主持提示): a rule as one line on the screen for some seconds, on record without a name.

use deliberation::Command;
use deliberation::speakers::Prompt;
use egui::Ui;
use words::speaking::prompt_text;

use crate::action::Action;
use crate::look::Button;
use crate::look::text_ui;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::meeting::bench::Bench;

/// A button a rule; the first six have keys. The one on the screen now is marked.
pub(super) fn prompts_ui(ui: &mut Ui, bench: &mut Bench<'_>) {
    ui.add_space(space::S2);
    text_ui(ui, &bench.say("meeting-prompts"), Size::Note, Weight::Regular, palette(ui).ink2);
    let shown = bench.session.prompt();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::S2);
        for prompt in Prompt::ALL {
            let action = Action::ALL.iter().find(|action| action.prompt() == Some(prompt));
            let (text, cap) =
                (prompt_text(bench.lang, prompt), action.map(|action| action.key_cap(bench.lang)).unwrap_or_default());
            let mut button = Button::normal(&text).pane().marked(shown == Some(prompt));
            if !cap.is_empty() {
                button = button.key(&cap);
            }
            if ui.add(button).clicked() {
                bench.submit(Command::GivePrompt { prompt });
            }
        }
    });
}
