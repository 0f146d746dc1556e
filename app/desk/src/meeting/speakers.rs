//! The right pane of a debate: who is called or speaks, the clock, the queue with its reasons, hands, talk time.

mod called;
mod clock;
mod hand;
mod queue;
mod talk_time;

use deliberation::ids::MeetingNo;
use deliberation::ids::PersonId;
use deliberation::meeting::Meeting;
use egui::{Context, Ui};

use super::bench::Bench;
use super::parts::lines::Ink;
use super::parts::{line_ui, pane_ui};
use crate::action::Action;
use crate::confirm::sheet;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, text_ui};
use hand::HandForm;
use talk_time::TalkView;

/// Height from which talk time by side is shown; below it folds.
const TALK_TIME: f32 = 88.0;

/// The pane with the half-typed hand.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct SpeakersPane {
    hand: HandForm,
    /// The one of the queue whose row is open.
    #[serde(skip)]
    opened: Option<PersonId>,
    /// Whose talk time is shown.
    #[serde(skip)]
    talk: TalkView,
    /// The hand was begun over the room's picture.
    #[serde(skip)]
    over_picture: bool,
}

impl SpeakersPane {
    /// Closes what is open; drafts are kept. True if something was.
    pub(super) fn leave(&mut self) -> bool {
        self.hand.leave() | self.opened.take().is_some()
    }

    pub(super) fn has_form(&self) -> bool {
        self.hand.is_open() || self.opened.is_some()
    }

    /// Whether a hand is being raised over the picture.
    pub(super) fn has_hand(&self) -> bool {
        self.over_picture && self.hand.is_open()
    }

    /// Takes the hand off the picture; what is written in it is kept.
    pub(super) fn hide_hand(&mut self) {
        self.over_picture = false;
    }

    /// The hand alone, on a sheet over the room's picture.
    pub(super) fn hand_over_picture_ui(&mut self, ctx: &Context, bench: &mut Bench<'_>, meeting: &Meeting) {
        const WIDTH: f32 = 420.0;
        self.hand.follow(bench);
        // A hand left half written at the desk is not what the room is to see.
        self.over_picture |= bench.asked(Action::RaiseHand);
        if bench.asked(Action::Leave) {
            self.hand.leave();
        }
        if !self.has_hand() {
            self.hide_hand();
            return;
        }
        let ((), beside) = sheet(ctx, "hand-over-picture", |ui| {
            ui.set_width(WIDTH);
            let ink = palette(ui).ink;
            text_ui(ui, &bench.say("meeting-hand-first"), Size::Lead, Weight::Medium, ink);
            self.hand.hand_ui(ui, bench, meeting);
        });
        if beside {
            self.hand.leave();
        }
    }

    /// Draws the pane.
    pub(super) fn speakers_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MeetingNo, meeting: &Meeting) {
        self.hand.follow(bench);
        ui.spacing_mut().item_spacing.y = 0.0;
        let speakers = &meeting.speakers;
        match speakers.called {
            Some(called) => called::called_ui(ui, bench, meeting, &called),
            None => clock::speaking_ui(ui, bench, meeting),
        }
        let nobody = speakers.speaking().is_none() && speakers.called.is_none() && speakers.hands.is_empty();
        if nobody && !self.hand.is_open() {
            let (text, cap) = (bench.say("meeting-hand-first"), Action::RaiseHand.key_cap(bench.lang));
            ui.add_space(space::S3);
            if ui.add(Button::normal(&text).icon(Icon::Plus).key(&cap).pane()).clicked() {
                self.hand.open();
            }
            return;
        }
        ui.add_space(space::S4);
        let rest = ui.available_rect_before_wrap();
        let rest = rest.with_max_y(ui.max_rect().bottom());
        let queue = queue::height(meeting, self.hand.is_open(), self.opened.is_some());
        let talk = rest.height() - queue >= TALK_TIME;
        let list = if talk { rest.with_max_y(rest.bottom() - TALK_TIME) } else { rest };
        let below = pane_ui(ui, "queue", list, |ui| {
            queue::queue_ui(ui, bench, number, meeting, &mut self.hand, &mut self.opened);
            ui.min_rect().bottom() + space::S4
        });
        if talk {
            let place = rest.with_min_y(below.min(rest.bottom() - TALK_TIME + space::S3));
            pane_ui(ui, "talk", place, |ui| {
                talk_time::talk_time_ui(ui, bench, (number, meeting), &mut self.talk);
            });
        }
    }

    /// Only who speaks now, over something else in the pane.
    pub(super) fn now_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
        self.hand.follow(bench);
        let colours = *palette(ui);
        ui.spacing_mut().item_spacing.y = space::S1;
        let note = Ink::new(Size::Note, colours.ink2);
        line_ui(ui, (&bench.say("meeting-speaking"), note), ("", note));
        if let Some(called) = meeting.speakers.called {
            let lead = Ink::new(Size::Lead, colours.ink);
            line_ui(ui, (&bench.name_and_place(called.person), lead), (&bench.say("meeting-called"), note));
            return;
        }
        let Some(turn) = meeting.speakers.speaking() else {
            let nobody = bench.say("meeting-nobody-speaks");
            text_ui(ui, &nobody, Size::Body, Weight::Regular, colours.ink2);
            return;
        };
        let clock = clock::clock_of(bench, turn).reading(bench.now);
        let lead = Ink::new(Size::Lead, colours.ink);
        line_ui(ui, (&bench.name_and_place(turn.person), lead), (&clock.text(), lead));
        clock::repaint_at_change(ui, bench, turn);
    }
}
