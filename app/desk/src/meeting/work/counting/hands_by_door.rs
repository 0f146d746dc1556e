//! Hands marked household by household: a side, as many doors as raised a hand, all entered in one go.

use std::collections::BTreeSet;

use deliberation::ballot::Choice;
use deliberation::electorate::Elector;
use deliberation::ids::{PersonId, VoteNo};
use deliberation::vote::Vote;
use deliberation::{Command, Door};
use egui::{Id, Key, Modifiers, Ui};
use words::speaking::choice_word;

use super::band::answered_text;
use crate::action::Action;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::PersonField;
use crate::meeting::work::roll_call::{Building, Picture, grid_ui, mark_of, put_right_ui, walked};

/// The side and those picked for it.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct HandsByDoor {
    side: Option<Choice>,
    picked: Draft<BTreeSet<PersonId>>,
    #[serde(skip)]
    marked: Option<PersonId>,
    #[serde(skip)]
    search: PersonField,
    #[serde(skip)]
    focus_search: bool,
    #[serde(skip)]
    follow: bool,
}

impl HandsByDoor {
    pub(super) fn is_untouched(&self) -> bool {
        self.picked.value.is_empty()
    }

    fn side(&self) -> Choice {
        self.side.unwrap_or(Choice::Yes)
    }

    /// Draws the building; a household that is pressed is picked, or no longer.
    pub(super) fn by_door_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        if self.picked.settled(bench.session) {
            // The next side that is asked for.
            self.side = Some(match self.side() {
                Choice::Yes => Choice::No,
                _ => Choice::Abstain,
            });
        }
        let building = Building::of_vote(vote);
        if self.marked.is_none() {
            self.marked = building.called().first().copied();
        }
        for (action, side) in
            [(Action::CallYes, Choice::Yes), (Action::CallNo, Choice::No), (Action::CallAbstain, Choice::Abstain)]
        {
            if bench.asked(action) {
                self.side = Some(side);
            }
        }
        self.focus_search |= bench.asked(Action::Find);
        if let Some(person) = walked(ui, bench, vote, &building, self.marked) {
            self.marked = Some(person);
            self.follow = true;
        }
        let free = ui.memory(|memory| memory.focused().is_none()) && !bench.composing;
        if free
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
            && let Some(person) = self.marked
        {
            self.toggle(vote, person);
        }
        let picture = Picture {
            number,
            vote,
            building: &building,
            marked: self.marked,
            picked: Some((&self.picked.value, self.side())),
            follow: std::mem::take(&mut self.follow),
        };
        if let Some(person) = grid_ui(ui, bench, picture) {
            self.marked = Some(person);
            self.toggle(vote, person);
        }
    }

    /// Picks a household that can answer and has not, or lets it go.
    fn toggle(&mut self, vote: &Vote, person: PersonId) {
        if !self.picked.value.remove(&person) && waits(vote, person) {
            self.picked.value.insert(person);
        }
    }

    /// The right pane: the side, the search, how many are picked, and the deed.
    pub(super) fn sides_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        let colours = *palette(ui);
        let width = ui.available_width();
        ui.spacing_mut().item_spacing.y = space::S2;
        let counted = answered_text(bench, number, vote);
        text_ui(ui, &counted, Size::Note, Weight::Regular, colours.ink2);
        text_ui(ui, &bench.say("ballots-mark-side"), Size::Note, Weight::Regular, colours.ink2);
        for (side, action) in Choice::SPOKEN.into_iter().zip([Action::CallYes, Action::CallNo, Action::CallAbstain]) {
            let (word, cap) = (choice_word(bench.lang, side), action.key_cap(bench.lang));
            let button = Button::normal(&word)
                .mark(mark_of(side))
                .key(&cap)
                .large(if bench.small { frame::BUTTON } else { frame::BUTTON_FIRST }, Size::Lead)
                .width(width)
                .marked(self.side() == side);
            if ui.add(button).clicked() {
                self.side = Some(side);
            }
        }
        self.search_ui(ui, bench, vote);
        if let Some(deed) = self.marked.and_then(|person| put_right_ui(ui, bench, number, vote, person)) {
            bench.submit(deed);
        }
        text_ui(ui, &bench.say("ballots-mark-how"), Size::Note, Weight::Regular, colours.ink2);
        if ui.add(Button::text(&bench.say("ballots-mark-rest")).pane()).clicked() {
            let rest = vote.unanswered().collect::<Vec<_>>();
            self.picked.value.extend(rest);
        }
        let n = self.picked.value.len().to_string();
        let (side, none) = (choice_word(bench.lang, self.side()), bench.say("ballots-mark-none"));
        let text = bench.tell("ballots-mark-do", &[("side", &side), ("n", &n)]);
        let closed = self.picked.value.is_empty().then_some(none.as_str());
        if ui.add(Button::primary(&text).icon(Icon::Check).width(width).closed(closed)).clicked() {
            let doors: Vec<Door> =
                self.picked.value.iter().filter_map(|person| vote.roll.door_of(*person).cloned()).collect();
            let choice = self.side();
            self.picked.send(bench, vec![Command::MarkHands { vote: number, doors, choice }]);
        }
    }

    fn search_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
        let id = Id::unique("ballots-mark-search");
        if let Some(person) = self.search.owner_search_ui(ui, bench, id, &mut self.focus_search) {
            self.marked = Some(person);
            self.follow = true;
            self.toggle(vote, person);
            // Door after door without a hand on the mouse.
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
}

/// Whether somebody can answer for this head and has not.
fn waits(vote: &Vote, person: PersonId) -> bool {
    vote.electorate.heads.get(&person).is_some_and(Elector::has_voice) && !vote.ballots.contains_key(&person)
}
