//! The band under an open vote: what the verdict would be now, and the question before it is closed for good.

use deliberation::Command;
use deliberation::ids::VoteNo;
use deliberation::rule::Measure;
use egui::{Ui, vec2};
use words::figures::vote::{self as figures, Part};

use super::RollCall;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::pane_ui;
use crate::meeting::work::verdict::{measures_ui, verdict_text, verdict_ui};

impl RollCall {
    pub(in crate::meeting::work) fn band_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo) {
        let snapshot = std::sync::Arc::clone(&bench.snapshot);
        let Some(vote) = snapshot.facts.vote(number) else { return };
        let colours = *palette(ui);
        let x = if bench.small { space::S5 } else { space::S6 };
        let inner = ui.max_rect().shrink2(vec2(x, if bench.small { space::S2 } else { space::S4 }));
        let silent = figures::count(bench.lang, number, vote, Part::Unanswered, Measure::Heads).text;
        pane_ui(ui, "band-inner", inner, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if self.asks {
                let verdict = verdict_text(bench, vote, true);
                self.question_ui(ui, bench, number, &silent, &verdict);
                return;
            }
            ui.horizontal(|ui| {
                let left = bench.tell("meeting-not-called", &[("count", &silent)]);
                let width = ui.available_width();
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    text_ui(ui, &left, Size::Note, Weight::Regular, colours.ink2);
                    ui.add_space(space::S3);
                    let room = ui.available_width().min(width);
                    ui.allocate_ui_with_layout(
                        vec2(room, Size::Lead.desk_line()),
                        egui::Layout::left_to_right(egui::Align::Center),
                        |ui| verdict_ui(ui, bench, vote, true),
                    );
                });
            });
            ui.add_space(if bench.small { space::S1 } else { space::S2 });
            measures_ui(ui, bench, number, vote);
        });
    }

    /// Closing is one of the three acts that ask first: nothing goes back behind it.
    fn question_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, silent: &str, verdict: &str) {
        let colours = *palette(ui);
        text_ui(ui, &bench.say("meeting-close-ask"), Size::Lead, Weight::Medium, colours.ink);
        let means = bench.tell("meeting-close-means", &[("count", silent)]);
        text_ui(ui, &means, Size::Body, Weight::Regular, colours.ink);
        text_ui(ui, verdict, Size::Body, Weight::Regular, colours.ink2);
        ui.add_space(space::S2);
        ui.horizontal(|ui| {
            let close = ui.add(Button::primary(&bench.say("meeting-close-do")).icon(Icon::Check));
            if std::mem::take(&mut self.focus_close) {
                close.request_focus();
            }
            if close.clicked() {
                bench.submit(Command::CloseVote { vote: number });
                self.asks = false;
            }
            if ui.add(Button::normal(&bench.say("meeting-close-not"))).clicked() {
                self.asks = false;
            }
        });
    }
}
