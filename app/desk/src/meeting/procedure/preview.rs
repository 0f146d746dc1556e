//! The look before a procedure's page is projected: what a plugin paints is seen at the desk first.

use deliberation::ids::ProcedureNo;
use deliberation::text::BlobHash;
use egui::{Sense, Ui};
use session::audience::{AudienceView, Card};
use session::{Shown, StageCard};
use words::Lang;

use crate::action::Action;
use crate::look::tokens::{Size, Weight, palette, stroke};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::card_ui;
use crate::screen::{pages, screen_ui};

/// Width of the picture; its height follows the wall.
const WIDTH: f32 = 480.0;

/// The open look, if it is open.
#[derive(Default)]
pub(super) struct Preview {
    open: bool,
    page: usize,
    /// The card as it was worked out for a state and a language.
    view: Option<(BlobHash, Lang, AudienceView)>,
}

impl Preview {
    /// Opens the look; a procedure somebody has looked at before goes up at once.
    pub(super) fn open(&mut self, bench: &mut Bench<'_>, procedure: ProcedureNo) {
        if bench.session.stage.is_looked_at(procedure) {
            bench.session.stage.show(StageCard::Procedure(procedure));
        } else {
            self.open = true;
            self.page = 0;
        }
    }

    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Draws it while it is open. PageDown looks at the next page and behind the last one puts it up, PageUp looks back.
    pub(super) fn preview_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, procedure: ProcedureNo) {
        if !self.open {
            return;
        }
        let Some(state) = bench.session.procedure_view(procedure).map(|view| view.state) else { return };
        if self.view.as_ref().is_none_or(|(of, lang, _)| (*of, *lang) != (state, bench.lang)) {
            let card = StageCard::Procedure(procedure);
            self.view = Some((state, bench.lang, bench.session.card_view(bench.lang, Shown { card, page: 0 })));
        }
        let Some((_, _, view)) = &mut self.view else { return };
        let colours = *palette(ui);
        let mut left = false;
        let count = pages(view, bench.setting);
        let last = self.page + 1 >= count;
        let mut up = bench.asked(Action::NextMoment) && last && !matches!(view.card, Card::Blank);
        if bench.asked(Action::NextMoment) && !last {
            self.page += 1;
        }
        if bench.asked(Action::PreviousMoment) {
            self.page = self.page.saturating_sub(1);
        }
        card_ui(ui, &bench.say("page-preview-title"), |ui| {
            let nothing = matches!(view.card, Card::Blank);
            if nothing {
                text_ui(ui, &bench.say("page-preview-none"), Size::Body, Weight::Regular, colours.ink);
            } else {
                view.page = self.page;
                let height = WIDTH * 9.0 / 16.0;
                let (rect, _) = ui.allocate_exact_size(egui::vec2(WIDTH, height), Sense::hover());
                screen_ui(ui, rect, view, bench.setting, bench.now);
                let border = egui::Stroke::new(stroke::HAIR, colours.edge);
                ui.painter().rect_stroke(rect, egui::CornerRadius::ZERO, border, egui::StrokeKind::Outside);
                text_ui(ui, &bench.say("page-preview-note"), Size::Note, Weight::Regular, colours.ink2);
            }
            ui.horizontal(|ui| {
                if !nothing {
                    up |= ui.add(Button::primary(&bench.say("page-preview-do")).icon(Icon::Screen)).clicked();
                    if count > 1 && ui.add(Button::normal(&bench.say("page-preview-turn"))).clicked() {
                        self.page = (self.page + 1) % count;
                    }
                }
                left |= ui.add(Button::text(&bench.say("meeting-leave"))).clicked();
            });
        });
        if up {
            bench.session.stage.look_at(procedure);
            bench.session.stage.show(StageCard::Procedure(procedure));
        }
        if left || up {
            (self.open, self.view) = (false, None);
        }
    }
}
