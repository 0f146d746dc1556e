//! The right pane of a roll-call: who is called, the three answers, the search for a door, what was just recorded.

use deliberation::ballot::{BallotOrigin, Choice};
use deliberation::electorate::Elector;
use deliberation::ids::{PersonId, VoteNo};
use deliberation::rule::Measure;
use deliberation::vote::Vote;
use egui::{Align2, Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use words::figures::vote::measured;
use words::figures::vote::{self as figures, Part};
use words::speaking::choice_word;

use super::building::Building;
use super::{RollCall, mark_of, slip};
use crate::action::Action;
use crate::look::marks::{MARK_TO_TEXT, mark_paint};
use crate::look::text::BASELINE_BELOW_MIDDLE;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, hairline_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::line_ui;
use crate::meeting::parts::lines::{Ink, text_paint};

impl RollCall {
    pub(in crate::meeting::work) fn called_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: VoteNo,
        vote: &Vote,
    ) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let colours = *palette(ui);
        let note = Ink::new(Size::Note, colours.ink2);
        let all = figures::count(bench.lang, number, vote, Part::Present, Measure::Heads).number;
        let place = figures::count(bench.lang, number, vote, Part::Answered, Measure::Heads).number;
        let done = bench.tell("meeting-called-count", &[("n", &place), ("all", &all)]);
        line_ui(ui, (&bench.say("meeting-calling"), note), (&done, note));
        let Some(person) = self.marked else { return };
        household_ui(ui, bench, vote, person);
        ui.add_space(space::S3);
        self.answers_ui(ui, bench, number, vote, person);
        if let Some(deed) = self.doubt.doubt_ui(ui, bench, number, vote, person) {
            let building = Building::of_vote(vote);
            self.send(bench, vote, &building, person, deed);
        }
        if self.asks() {
            return;
        }
        ui.add_space(space::S1);
        self.search_ui(ui, bench);
        ui.add_space(space::S3);
        hairline_ui(ui);
        ui.add_space(space::S2);
        recorded_ui(ui, bench, vote);
    }

    fn answers_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote, person: PersonId) {
        let width = ui.available_width();
        let height = if bench.small { 44.0 } else { frame::BUTTON_VOTE };
        let why = silent_why(bench, vote, person);
        let building = Building::of_vote(vote);
        for (choice, action) in Choice::SPOKEN.into_iter().zip([Action::CallYes, Action::CallNo, Action::CallAbstain]) {
            let (word, cap) = (choice_word(bench.lang, choice), action.key_cap(bench.lang));
            let recorded = vote.ballots.get(&person).is_some_and(|ballot| ballot.choice == choice);
            let button = Button::normal(&word)
                .mark(mark_of(choice))
                .key(&cap)
                .large(height, Size::Lead)
                .width(width)
                .marked(recorded)
                .closed(why.as_deref());
            if ui.add(button).clicked() {
                self.answer(bench, number, vote, &building, choice);
            }
            ui.add_space(space::S2);
        }
    }

    fn search_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>) {
        let id = Id::unique("meeting-call-search");
        if let Some(person) = self.search.owner_search_ui(ui, bench, id, &mut self.focus_search) {
            self.marked = Some(person);
            (self.follow_mark, self.walked) = (true, true);
            // The keys 1, 2, 3 act again at once.
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
    }
}

fn household_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote, person: PersonId) {
    let colours = *palette(ui);
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, Size::Tally.desk_line()), Sense::hover());
    let (door, name) = (bench.place(person), bench.name(person));
    // The cell has the plain name.
    let label = format!("{door} {name} {}", bench.say("meeting-calling"));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &label));
    text_paint(ui, &door, Ink::new(Size::Tally, colours.ink), Align2::LEFT_CENTER, rect.left_center(), width);
    let area = vote.electorate.heads.get(&person).and_then(|elector| elector.area);
    let area = area.map_or_else(
        || words::Quantity::Area(None).text(bench.lang),
        |area| measured(Measure::Area, area.0).text(bench.lang),
    );
    let ink = Ink { size: Size::Title, weight: Weight::Medium, colour: colours.ink };
    line_ui(ui, (&name, ink), (&area, Ink::new(Size::Body, colours.ink2)));
    let state = match vote.ballots.get(&person) {
        Some(ballot) => {
            let key = match ballot.origin {
                BallotOrigin::Paper { .. } => "meeting-recorded-on-paper",
                _ if slip::spoken(ballot) => "meeting-recorded-as",
                _ => "meeting-recorded",
            };
            bench.tell(key, &[("choice", &*choice_word(bench.lang, ballot.choice))])
        }
        None => match vote.electorate.heads.get(&person).and_then(Elector::agent) {
            Some(agent) => bench.tell("ballots-by-agent", &[("agent", &bench.name(agent))]),
            None => silent_why(bench, vote, person).unwrap_or_default(),
        },
    };
    if !state.is_empty() {
        text_ui(ui, &state, Size::Note, Weight::Regular, colours.ink2);
    }
}

/// Why nobody can answer for a household here; `None` where somebody can.
pub(super) fn silent_why(bench: &Bench<'_>, vote: &Vote, person: PersonId) -> Option<String> {
    match vote.electorate.heads.get(&person) {
        Some(elector) if elector.has_voice() => None,
        None if vote.electorate.recused.contains(&person) => Some(bench.say("ballots-recused-mark")),
        None => Some(bench.say("ballots-outside")),
        Some(_) => Some(bench.say("meeting-absent-why")),
    }
}

/// The last answers, newest first.
fn recorded_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
    const SHOWN: usize = 5;
    let colours = *palette(ui);
    let note = Ink::new(Size::Note, colours.ink2);
    line_ui(ui, (&bench.say("meeting-just-recorded"), note), ("", note));
    let row = Size::Body.desk_line() + space::S1;
    for voter in vote.answered.iter().rev().take(SHOWN) {
        let Some(ballot) = vote.ballots.get(voter) else { continue };
        if ui.available_height() < row {
            break;
        }
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), row), Sense::hover());
        let (name, word) = (bench.name(*voter), choice_word(bench.lang, ballot.choice));
        let label = format!("{} {name} {word}", ballot.door);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
        let middle = rect.center().y;
        let ink = Ink::new(Size::Body, colours.ink);
        let shown = text_paint(ui, &word, ink, Align2::RIGHT_CENTER, pos2(rect.right(), middle), 100.0);
        let square = MARK_TO_TEXT * Size::Body.desk_px();
        let baseline = middle + BASELINE_BELOW_MIDDLE * Size::Body.desk_px();
        let at = pos2(shown.left() - square - 6.0, baseline - square);
        mark_paint(ui.painter(), Rect::from_min_size(at, Vec2::splat(square)), mark_of(ballot.choice), &colours);
        let door = text_paint(ui, ballot.door.as_str(), ink, Align2::LEFT_CENTER, rect.left_center(), 120.0);
        let from = door.right() + space::S2;
        let ink2 = Ink::new(Size::Body, colours.ink2);
        text_paint(ui, &name, ink2, Align2::LEFT_CENTER, pos2(from, middle), at.x - from - space::S1);
    }
}
