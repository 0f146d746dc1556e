//! Paper ballots in batches, read off by two people: the second enters his own reading blind to the first; what they read
//! differently is listed door by door, and each corrects his own until they agree.

mod differing;
mod entry;
mod line;

use std::collections::BTreeMap;

use deliberation::ballot::DoorBallot;
use deliberation::ids::{PersonId, VoteNo};
use deliberation::paper::PaperBatch;
use deliberation::vote::Vote;
use egui::Ui;

pub(super) use self::line::{digits, unclear_text};

use self::entry::Entry;
use super::conflicts::counted_by;
use crate::action::Action;
use crate::drafts::Touched;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Banner, BannerKind, Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::lines::section_ui;
use crate::meeting::parts::table::{Cell, Column, fill, row_ui};

/// Which batch is shown, and a half-entered reading for each batch and person: two people take turns at one desk.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Papers {
    chosen: Option<(u32, PersonId)>,
    #[serde(with = "crate::drafts::pairs")]
    entries: BTreeMap<(u32, PersonId), Draft<Entry>>,
    #[serde(skip)]
    focus: bool,
    #[serde(skip)]
    drawn: Option<(u32, PersonId)>,
}

/// Where a batch stands for whoever works at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// He has it to read, as the first or the second.
    Reading { second: bool },
    /// He has read it, another person has to.
    Waiting,
    /// Two people differ, and he is one of them.
    Mine,
    /// Two people differ, and he is neither.
    Theirs,
    /// Two people agree.
    Agreed,
}

fn stage(batch: Option<&PaperBatch>, person: PersonId) -> Stage {
    let Some(batch) = batch else { return Stage::Reading { second: false } };
    let mine = batch.readings.iter().any(|reading| reading.counter == person);
    match (batch.accepted.is_some(), batch.readings.len(), mine) {
        (true, ..) => Stage::Agreed,
        (_, 0, _) => Stage::Reading { second: false },
        (_, 1, true) => Stage::Waiting,
        (_, 1, false) => Stage::Reading { second: true },
        (_, _, true) => Stage::Mine,
        (_, _, false) => Stage::Theirs,
    }
}

/// What the person at the desk has to do next: his differences, then a batch that waits for a second, then a new one.
fn next_for(vote: &Vote, person: PersonId) -> u32 {
    let place =
        |wanted: &dyn Fn(Stage) -> bool| vote.batches.iter().position(|batch| wanted(stage(Some(batch), person)));
    let at = place(&|stage| stage == Stage::Mine)
        .or_else(|| place(&|stage| matches!(stage, Stage::Reading { .. })))
        .unwrap_or(vote.batches.len());
    number(at)
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)
}

fn batch_of(vote: &Vote, number: u32) -> Option<&PaperBatch> {
    vote.batches.get(usize::try_from(number).ok()?.checked_sub(1)?)
}

impl Papers {
    pub(super) fn is_untouched(&self) -> bool {
        !self.entries.values().any(Touched::touched)
    }

    /// The batch on the desk.
    fn batch(&self, vote: &Vote, person: PersonId) -> u32 {
        // A choice holds for whoever made it; somebody else gets what he has to do.
        match self.chosen {
            Some((batch, by)) if by == person => batch,
            _ => next_for(vote, person),
        }
    }

    pub(super) fn papers_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        let person = bench.session.person();
        let batch = self.batch(vote, person);
        // What he has begun stays before him, also when it has become somebody else's turn.
        self.chosen = Some((batch, person));
        for draft in self.entries.values_mut() {
            draft.settled(bench.session);
        }
        if self.drawn != Some((batch, person)) {
            self.drawn = Some((batch, person));
            self.focus = true;
        }
        let correcting = self.entries.get(&(batch, person)).is_some_and(|draft| draft.value.corrects());
        let stage = stage(batch_of(vote, batch), person);
        ui.spacing_mut().item_spacing.y = space::S2;
        section_ui(ui, &title(bench, batch, person, stage), "");
        match stage {
            Stage::Reading { second } => {
                if second {
                    blind_ui(ui, bench);
                }
                let focus = std::mem::take(&mut self.focus);
                let draft = self.entries.entry((batch, person)).or_default();
                entry::entry_ui(ui, bench, (number, batch), vote, draft, focus);
            }
            Stage::Mine | Stage::Waiting if correcting => {
                let focus = std::mem::take(&mut self.focus);
                let draft = self.entries.entry((batch, person)).or_default();
                entry::entry_ui(ui, bench, (number, batch), vote, draft, focus);
            }
            Stage::Waiting => self.waiting_ui(ui, bench, vote, batch, person),
            Stage::Mine | Stage::Theirs => self.differing_ui(ui, bench, vote, batch, person),
            Stage::Agreed => {
                text_ui(ui, &bench.say("ballots-paper-agreed"), Size::Body, Weight::Regular, palette(ui).ink);
                self.onward_ui(ui, bench, vote, person);
                if let Some(batch) = batch_of(vote, batch) {
                    entry::ballots_ui(ui, bench, vote, batch.agreed(), false);
                }
            }
        }
    }

    /// One has read it: another person is wanted.
    fn waiting_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, vote: &Vote, batch: u32, person: PersonId) {
        let cap = Action::ChangePerson.key_cap(bench.lang);
        let mine = batch_of(vote, batch)
            .and_then(|batch| batch.readings.iter().find(|reading| reading.counter == person))
            .map(|reading| reading.ballots.as_slice())
            .unwrap_or_default();
        let title = bench.tell("ballots-paper-waits", &[("n", &mine.len().to_string())]);
        let same = bench.tell("ballots-paper-same-person", &[("name", &bench.name(person)), ("key", &cap)]);
        Banner::new(BannerKind::Info, &title, &same).banner_ui(ui, |_| ());
        ui.horizontal(|ui| {
            self.onward_ui(ui, bench, vote, person);
            if ui.add(Button::text(&bench.say("ballots-paper-correct")).pane()).clicked() {
                self.correct(batch, person, mine);
            }
        });
        entry::ballots_ui(ui, bench, vote, mine, false);
    }

    /// Two differ: both readings, and the way to correct one's own.
    fn differing_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, vote: &Vote, number: u32, person: PersonId) {
        let Some(batch) = batch_of(vote, number) else { return };
        let count = batch.mismatches().len().to_string();
        text_ui(
            ui,
            &bench.tell("ballots-paper-differs", &[("n", &count)]),
            Size::Body,
            Weight::Regular,
            palette(ui).ink,
        );
        if let Some(mine) = batch.readings.iter().find(|reading| reading.counter == person) {
            if ui.add(Button::primary(&bench.say("ballots-paper-correct")).icon(Icon::Redo)).clicked() {
                self.correct(number, person, &mine.ballots);
            }
        } else {
            let names: Vec<String> = batch.readings.iter().map(|reading| bench.name(reading.counter)).collect();
            let cap = Action::ChangePerson.key_cap(bench.lang);
            let args = [("names", &*names.join(&bench.say("ballots-list-join"))), ("key", &cap)];
            let text = bench.tell("ballots-paper-only-two", &args);
            text_ui(ui, &text, Size::Note, Weight::Regular, palette(ui).ink2);
        }
        differing::table_ui(ui, bench, vote, batch);
    }

    fn correct(&mut self, batch: u32, person: PersonId, mine: &[DoorBallot]) {
        self.entries.entry((batch, person)).or_default().value = Entry::correcting(mine);
        self.focus = true;
    }

    fn onward_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote, person: PersonId) {
        if ui.add(Button::normal(&bench.say("ballots-paper-next")).icon(Icon::Next).pane()).clicked() {
            self.chosen = Some((number(vote.batches.len()), person));
        }
    }

    /// The right pane: every batch with where it stands, and who counts.
    pub(super) fn batches_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
        let colours = *palette(ui);
        let person = bench.session.person();
        let shown = self.batch(vote, person);
        ui.spacing_mut().item_spacing.y = space::S1;
        section_ui(ui, &bench.say("ballots-batches"), "");
        text_ui(ui, &counted_by(bench), Size::Note, Weight::Regular, colours.ink2);
        let columns = fill(vec![Column::words("", 92.0), Column::words("", 120.0)], ui.available_width());
        let mut chosen = None;
        let height = ui.available_height();
        egui::ScrollArea::vertical().id_salt("batches").max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, batch) in vote.batches.iter().enumerate() {
                let cells = [
                    Cell::new(bench.tell("ballots-batch", &[("n", &number(place).to_string())]), colours.ink),
                    state_cell(bench, batch, &colours),
                ];
                if row_ui(ui, &columns, &cells, frame::ROW, Some(shown == number(place))).clicked() {
                    chosen = Some(number(place));
                }
            }
            let new = number(vote.batches.len());
            let cells = [
                Cell::new(bench.tell("ballots-batch", &[("n", &new.to_string())]), colours.ink),
                Cell::new(bench.say("ballots-batch-state-new"), colours.ink2),
            ];
            if row_ui(ui, &columns, &cells, frame::ROW, Some(shown == new)).clicked() {
                chosen = Some(new);
            }
        });
        if let Some(batch) = chosen {
            self.chosen = Some((batch, person));
        }
    }
}

fn title(bench: &Bench<'_>, batch: u32, person: PersonId, stage: Stage) -> String {
    let (n, name) = (batch.to_string(), bench.name(person));
    let args = [("n", n.as_str()), ("name", &name)];
    match stage {
        Stage::Reading { second: false } => bench.tell("ballots-batch-entering", &args),
        Stage::Reading { second: true } => bench.tell("ballots-batch-second", &args),
        Stage::Mine => bench.tell("ballots-batch-correcting", &args),
        _ => bench.tell("ballots-batch", &[("n", &n)]),
    }
}

fn blind_ui(ui: &mut Ui, bench: &Bench<'_>) {
    text_ui(ui, &bench.say("ballots-paper-blind"), Size::Note, Weight::Regular, palette(ui).ink2);
}

/// Where a batch stands; how many papers the first found is not told before both have read them.
fn state_cell(bench: &Bench<'_>, batch: &PaperBatch, colours: &crate::look::Palette) -> Cell {
    let differing = batch.mismatches().len();
    if batch.accepted.is_some() {
        let n = batch.agreed().len().to_string();
        return Cell::new(bench.tell("ballots-batch-state-agreed", &[("n", &n)]), colours.accent);
    }
    if differing > 0 {
        return Cell::new(bench.tell("ballots-batch-state-differs", &[("n", &differing.to_string())]), colours.warn);
    }
    let name = batch.readings.first().map(|reading| bench.name(reading.counter)).unwrap_or_default();
    Cell::new(bench.tell("ballots-batch-state-waits", &[("name", &name)]), colours.ink2)
}

#[cfg(test)]
mod tests {
    use deliberation::ballot::Choice;
    use deliberation::paper::Reading;
    use deliberation::{At, Door};

    use super::*;

    fn read(by: u32, choice: Choice) -> Reading {
        let ballots = vec![DoorBallot { door: Door::new("1-1"), choice, slate: Vec::new() }];
        Reading { counter: PersonId(by), ballots, at: At(0) }
    }

    #[test]
    fn given_one_reading_then_the_same_person_waits_and_another_reads() {
        let batch = PaperBatch { readings: vec![read(1, Choice::Yes)], accepted: None };
        assert_eq!(stage(Some(&batch), PersonId(1)), Stage::Waiting);
        assert_eq!(stage(Some(&batch), PersonId(2)), Stage::Reading { second: true });
    }

    #[test]
    fn given_two_that_differ_then_each_of_them_corrects_and_a_third_cannot() {
        let batch = PaperBatch { readings: vec![read(1, Choice::Yes), read(2, Choice::No)], accepted: None };
        assert_eq!(stage(Some(&batch), PersonId(2)), Stage::Mine);
        assert_eq!(stage(Some(&batch), PersonId(3)), Stage::Theirs);
        let agreed = PaperBatch { accepted: Some(At(1)), ..batch };
        assert_eq!(stage(Some(&agreed), PersonId(1)), Stage::Agreed);
    }
}
