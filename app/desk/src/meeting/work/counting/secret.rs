//! Secret papers counted by side by two people, each blind to the other until both have counted.

use deliberation::Command;
use deliberation::ballot::Choice;
use deliberation::ids::{PersonId, VoteNo};
use deliberation::vote::{SideCount, Vote};
use egui::Ui;

use super::conflicts::counted_by;
use super::side_fields::{SideFields, counts_text};
use crate::action::Action;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Banner, BannerKind, Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::lines::section_ui;

const SIDES: [Choice; 4] = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void];

/// The fields of whoever counts now.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Secret {
    draft: Draft<SideFields>,
    /// Whose fields these are: another person finds them empty.
    of: Option<PersonId>,
    again: bool,
    #[serde(skip)]
    focus: bool,
}

fn count_of(vote: &Vote, person: PersonId) -> Option<&SideCount> {
    vote.side_counts.iter().find(|count| count.counter == person)
}

impl Secret {
    pub(super) fn is_untouched(&self) -> bool {
        self.draft.value.is_empty()
    }

    pub(super) fn secret_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        let person = bench.session.person();
        if self.of != Some(person) {
            *self = Secret { of: Some(person), focus: true, ..Secret::default() };
        }
        if self.draft.settled(bench.session) {
            self.again = false;
        }
        ui.spacing_mut().item_spacing.y = space::S3;
        section_ui(ui, &bench.tell("ballots-secret-mine", &[("name", &bench.name(person))]), "");
        let mine = count_of(vote, person);
        match mine {
            Some(mine) if !self.again => {
                let text = counts_text(bench, mine.counts);
                text_ui(ui, &text, Size::Lead, Weight::Regular, palette(ui).ink);
                self.others_ui(ui, bench, vote, mine);
            }
            _ => self.fields_ui(ui, bench, number, vote),
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        let person = bench.session.person();
        let other = vote.side_counts.iter().find(|count| count.counter != person);
        if let Some(other) = other.filter(|_| count_of(vote, person).is_none()) {
            let text = bench.tell("ballots-secret-blind", &[("name", &bench.name(other.counter))]);
            text_ui(ui, &text, Size::Note, Weight::Regular, palette(ui).ink2);
        }
        let entered = self.draft.value.fields_ui(ui, bench, &SIDES, std::mem::take(&mut self.focus));
        let fits = self.draft.value.sum_ui(ui, bench, vote);
        let (text, missing) = (bench.say("ballots-secret-do"), bench.say("ballots-count-missing"));
        let button = Button::primary(&text).icon(Icon::Check).closed((!fits).then_some(missing.as_str()));
        let sent = ui.add(button).clicked() || entered;
        if let (true, true, Some(counts)) = (fits, sent, self.draft.value.counts(bench)) {
            self.draft.send(bench, vec![Command::CountSides { vote: number, counts }]);
        }
    }

    /// What the other counted, now that this one has too; or that another person is wanted.
    fn others_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote, mine: &SideCount) {
        let others: Vec<&SideCount> = vote.side_counts.iter().filter(|count| count.counter != mine.counter).collect();
        let again = bench.say("ballots-secret-again");
        if others.is_empty() {
            let title = bench.say("ballots-secret-waits");
            let cap = Action::ChangePerson.key_cap(bench.lang);
            let args = [("name", &*bench.name(mine.counter)), ("key", &cap)];
            let same = bench.tell("ballots-secret-same-person", &args);
            Banner::new(BannerKind::Info, &title, &same).banner_ui(ui, |_| ());
        } else {
            for other in others {
                let title = bench.tell("ballots-secret-mine", &[("name", &bench.name(other.counter))]);
                section_ui(ui, &title, "");
                text_ui(ui, &counts_text(bench, other.counts), Size::Lead, Weight::Regular, palette(ui).ink);
            }
            if vote.agreed_sides().is_some() {
                Banner::new(BannerKind::Info, &bench.say("ballots-secret-agree"), "").banner_ui(ui, |_| ());
            } else {
                Banner::new(BannerKind::Warn, &bench.say("ballots-secret-differ"), "").banner_ui(ui, |_| ());
            }
        }
        if ui.add(Button::text(&again).pane()).clicked() {
            (self.again, self.focus) = (true, true);
        }
    }
}

/// The right pane: who counts, and who has counted; never what.
pub(super) fn counters_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
    let colours = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S2;
    text_ui(ui, &counted_by(bench), Size::Note, Weight::Regular, colours.ink2);
    for (place, count) in vote.side_counts.iter().enumerate() {
        let time = words::moment::clock(&bench.zone, count.at);
        let args = [("name", &*bench.name(count.counter)), ("time", &time)];
        let title = bench.tell("ballots-hands-done", &[("n", &(place + 1).to_string())]);
        section_ui(ui, &title, &bench.tell("ballots-count-by", &args));
    }
    if vote.side_counts.is_empty() {
        text_ui(ui, &bench.say("ballots-nothing-counted"), Size::Note, Weight::Regular, colours.ink2);
    }
}
