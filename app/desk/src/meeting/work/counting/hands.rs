//! A show of hands counted by side: three numbers; a recount stands in the place of the count before.

use deliberation::Command;
use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::vote::Vote;
use egui::Ui;

use super::conflicts::counted_by;
use super::side_fields::{SideFields, counts_text};
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::lines::section_ui;

/// The fields of the next count.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Hands {
    draft: Draft<SideFields>,
    #[serde(skip)]
    begun: bool,
}

impl Hands {
    pub(super) fn is_untouched(&self) -> bool {
        self.draft.value.is_empty()
    }

    pub(super) fn hands_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        let colours = *palette(ui);
        self.draft.settled(bench.session);
        ui.spacing_mut().item_spacing.y = space::S3;
        section_ui(ui, &bench.say("ballots-hands-count"), &counted_by(bench));
        let focus = !std::mem::replace(&mut self.begun, true);
        let entered = self.draft.value.fields_ui(ui, bench, &Choice::SPOKEN, focus);
        let fits = self.draft.value.sum_ui(ui, bench, vote);
        let missing = bench.say("ballots-count-missing");
        let text = bench.say("ballots-hands-do");
        let button = Button::primary(&text).icon(Icon::Check).closed((!fits).then_some(missing.as_str()));
        let sent = ui.add(button).clicked() || entered;
        if let (true, true, Some(counts)) = (fits, sent, self.draft.value.counts(bench)) {
            self.draft.send(bench, vec![Command::CountSides { vote: number, counts }]);
        }
        if !vote.side_counts.is_empty() {
            text_ui(ui, &bench.say("ballots-hands-again"), Size::Note, Weight::Regular, colours.ink2);
        }
    }
}

/// The right pane: every count so far, the one that holds first.
pub(super) fn counts_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
    let colours = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S1;
    if vote.side_counts.is_empty() {
        text_ui(ui, &bench.say("ballots-nothing-counted"), Size::Note, Weight::Regular, colours.ink2);
    }
    for (place, count) in vote.side_counts.iter().enumerate().rev() {
        let holds = place + 1 == vote.side_counts.len();
        let ink = if holds { colours.ink } else { colours.ink2 };
        let title = bench.tell("ballots-hands-done", &[("n", &(place + 1).to_string())]);
        let time = words::moment::clock(&bench.zone, count.at);
        let by = bench.tell("ballots-count-by", &[("name", &bench.name(count.counter)), ("time", &time)]);
        section_ui(ui, &title, &by);
        let weight = if holds { Weight::Medium } else { Weight::Regular };
        text_ui(ui, &counts_text(bench, count.counts), Size::Body, weight, ink);
        ui.add_space(space::S2);
    }
}
