//! The objections to a proposal that is put to consent: who, why, and what became of them.

use deliberation::Command;
use deliberation::ids::{ObjectionNo, PollNo};
use deliberation::poll::{Objection, Poll, Settled};
use deliberation::text::Words;
use egui::{Id, Ui};
use words::names::text_or_erased;
use words::poll_words::settled_word;

use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{PersonField, Whom, captioned_ui};

#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Raised {
    who: PersonField,
    reason: String,
    #[serde(skip)]
    problem: Option<String>,
}

/// What is said to an objection, and to which.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Answer {
    to: Option<ObjectionNo>,
    words: String,
    #[serde(skip)]
    problem: Option<String>,
}

/// The drafts of a new objection and of an answer.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Objecting {
    raised: Draft<Raised>,
    answer: Draft<Answer>,
}

impl Objecting {
    pub(super) fn objecting_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: PollNo, poll: &Poll) {
        self.raised.settled(bench.session);
        self.answer.settled(bench.session);
        if poll.objections.is_empty() {
            text_ui(ui, &bench.say("soft-objections-none"), Size::Body, Weight::Regular, palette(ui).ink2);
        }
        for (place, objection) in poll.objections.iter().enumerate() {
            self.objection_ui(ui, bench, (number, ObjectionNo::at(place)), objection);
        }
        self.new_ui(ui, bench, number);
    }

    /// One objection: who and why, and what became of it or the two ways to settle it.
    fn objection_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        (poll, number): (PollNo, ObjectionNo),
        objection: &Objection,
    ) {
        let colours = *palette(ui);
        let text = |blob| text_or_erased(bench.lang, bench.snapshot.as_ref(), blob);
        let reason = text(objection.reason.blob);
        let who = bench.name_and_place(objection.person);
        let line = bench.tell("soft-objection", &[("n", &number.to_string()), ("who", &who), ("reason", &reason)]);
        text_ui(ui, &line, Size::Body, Weight::Regular, colours.ink);
        if let Some((how, words)) = &objection.settled {
            let words = text(words.blob);
            let settled = bench.tell("soft-settled", &[("how", &settled_word(bench.lang, *how)), ("words", &words)]);
            text_ui(ui, &settled, Size::Note, Weight::Regular, colours.ink2);
            return;
        }
        if self.answer.value.to != Some(number) {
            let answer = bench.tell("soft-answer", &[("n", &number.to_string())]);
            if ui.add(Button::text(&answer).icon(Icon::Check).pane()).clicked() {
                self.answer.value = Answer { to: Some(number), ..Answer::default() };
            }
            return;
        }
        let caption = bench.say("soft-answer-words");
        let hint = bench.say("soft-answer-hint");
        let id = Id::unique("soft-answer");
        let draft = &mut self.answer.value;
        Field::new(&mut draft.words, &caption).hint(&hint).problem(draft.problem.as_deref()).id(id).field_ui(ui);
        ui.horizontal(|ui| {
            let mut how = None;
            for (settled, key) in
                [(Settled::Integrated, bench.say("soft-integrate")), (Settled::Withdrawn, bench.say("soft-withdraw"))]
            {
                if ui.add(Button::normal(&key)).clicked() {
                    how = Some(settled);
                }
            }
            if ui.add(Button::text(&bench.say("meeting-leave"))).clicked() {
                self.answer.value = Answer::default();
            }
            let Some(how) = how else { return };
            let said = self.answer.value.words.trim().to_owned();
            if said.is_empty() {
                self.answer.value.problem = Some(bench.say("soft-answer-missing"));
                return;
            }
            let words = Words::typed(said);
            self.answer.send(bench, vec![Command::SettleObjection { poll, objection: number, how, words }]);
        });
    }

    /// Somebody in the hall and the reason.
    fn new_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, poll: PollNo) {
        ui.add_space(space::S1);
        let third = (ui.available_width() - space::S4) / 3.0;
        let draft = &mut self.raised.value;
        let hint = bench.say("meeting-hand-hint");
        let mut entered = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            let caption = bench.say("soft-objector");
            captioned_ui(ui, &caption, third, |ui| {
                let id = Id::unique("soft-objector");
                draft.who.person_ui(ui, bench, id, (&caption, &hint), Whom::InTheHall, third)
            });
            let caption = bench.say("soft-reason");
            let wide = ui.available_width();
            let field = captioned_ui(ui, &caption, wide, |ui| {
                Field::new(&mut draft.reason, &caption).width(wide).id(Id::unique("soft-reason")).field_ui(ui)
            });
            entered = bench.entered(ui, &field);
        });
        if let Some(problem) = &draft.problem {
            text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).err);
        }
        let text = bench.say("soft-object-do");
        if ui.add(Button::normal(&text).icon(Icon::Plus)).clicked() || entered {
            let draft = &mut self.raised.value;
            let reason = draft.reason.trim().to_owned();
            match draft.who.chosen {
                None => draft.problem = Some(bench.say("soft-objector-missing")),
                Some(_) if reason.is_empty() => draft.problem = Some(bench.say("soft-reason-missing")),
                Some(person) => {
                    draft.problem = None;
                    let words = Words::typed(reason);
                    self.raised.send(bench, vec![Command::RaiseObjection { poll, who: person.into(), words }]);
                }
            }
        }
    }
}
