//! Raising a hand: door or pinyin, Enter, the side, Enter.

use deliberation::Command;
use deliberation::meeting::Meeting;
use deliberation::speakers::Side;
use egui::{Id, Ui};
use words::speaking::side_word;

use super::clock::mark_of;
use crate::action::Action;
use crate::look::Button;
use crate::look::tokens::space;
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{PersonField, Whom, select_all};

/// The half-typed hand.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct HandForm {
    who: Draft<PersonField>,
    open: bool,
    /// The keyboard goes to the field in the next frame.
    #[serde(skip)]
    focus: bool,
    /// It goes to the plain word once the list of people is gone: a hasty Enter takes nobody's side.
    #[serde(skip)]
    focus_side: bool,
}

impl HandForm {
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn open(&mut self) {
        self.open = true;
        self.focus = true;
    }

    /// Esc: the next hand begins anew.
    pub(super) fn leave(&mut self) -> bool {
        if self.open {
            self.who.value = PersonField::default();
        }
        std::mem::take(&mut self.open)
    }

    /// Opens at the key; closes when the hand is up.
    pub(super) fn follow(&mut self, bench: &Bench<'_>) {
        if bench.asked(Action::RaiseHand) {
            self.open();
        }
        if self.who.settled(bench.session) {
            self.open = false;
        }
    }

    pub(super) fn hand_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
        ui.add_space(space::S2);
        let id = Id::unique("meeting-hand");
        let (name, hint) = (bench.say("meeting-hand-who"), bench.say("meeting-hand-hint"));
        let width = ui.available_width();
        if std::mem::take(&mut self.focus) {
            // Whoever is written there already is typed over.
            select_all(ui, id, &self.who.value.text);
        }
        let taken = self.who.value.person_ui(ui, bench, id, (&name, &hint), Whom::InTheHall, width);
        let to_sides = std::mem::replace(&mut self.focus_side, taken.is_some());
        ui.add_space(space::S2);
        if let Some(person) = self.who.value.chosen {
            let mut side = None;
            // Where there is no motion nobody is for or against it yet.
            let motion = bench.facts().motions.iter().any(|motion| Some(motion.item) == meeting.current());
            let sides = if motion {
                [Side::Yes, Side::No, Side::Question, Side::Neutral, Side::Order]
            } else {
                [Side::Neutral, Side::Question, Side::Yes, Side::No, Side::Order]
            };
            let each = (width - space::S2) / 2.0;
            for pair in sides.chunks(2) {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S2;
                    for one in pair {
                        let word = side_word(bench.lang, *one);
                        let mut button = Button::normal(&word).pane().width(each);
                        if let Some(mark) = mark_of(*one) {
                            button = button.mark(mark);
                        }
                        let button = ui.add(button);
                        if *one == Side::Neutral && to_sides {
                            button.request_focus();
                        }
                        if button.clicked() {
                            side = Some(*one);
                        }
                    }
                });
                ui.add_space(space::S1);
            }
            if let Some(side) = side {
                self.who.send(bench, vec![Command::RaiseHand { who: person.into(), side }]);
            }
        }
        ui.add_space(space::S1);
    }
}
