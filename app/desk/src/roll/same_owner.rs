//! Owners who may be one, proposed over the whole roll with the reason; a person confirms.

use deliberation::ids::EventSeq;
use egui::Ui;
use session::same_owner::{Proposal, proposals};

use super::import::noted_ui;
use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, palette, section_ui, text_ui};
use crate::page::Scene;
use words::t;

/// What is proposed, found anew after every deed.
#[derive(Debug, Default)]
pub(super) struct SameOwners {
    of: Option<EventSeq>,
    found: Vec<Proposal>,
}

impl SameOwners {
    /// Shows the proposals; nothing where there are none.
    pub(super) fn proposals_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let lang = scene.lang;
        let snapshot = scene.session.snapshot();
        if self.of != Some(snapshot.seq) {
            self.found = proposals(snapshot);
            self.of = Some(snapshot.seq);
        }
        if self.found.is_empty() {
            return;
        }
        let palette = *palette(ui);
        section_ui(ui, &t(lang, "roll-same-owner"), "");
        ui.add_space(space::S1);
        let mut confirmed = None;
        for proposal in &self.found {
            let said = proposal.text(lang);
            noted_ui(ui, Icon::Person, palette.ink2, &said.headline, |ui| {
                text_ui(ui, &said.detail, Size::Note, Weight::Regular, palette.ink2);
                ui.add_space(space::S1);
                if ui.add(Button::normal(&t(lang, "import-same-owner-confirm")).pane()).clicked() {
                    confirmed = Some(proposal.confirm());
                }
            });
        }
        if let Some(command) = confirmed {
            scene.session.submit(command);
        }
    }
}
