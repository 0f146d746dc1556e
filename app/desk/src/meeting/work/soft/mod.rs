//! Soft votes under the item on the table: the form that opens one, the count or the objections while it is open, the
//! results. Nothing here decides anything, and each part says so.

mod counting;
mod objections;
mod open_form;
mod result;

use deliberation::ids::{PollNo, ProcedureNo};
use deliberation::poll::{Poll, PollKind};
use egui::Ui;
use words::figures::poll as figures;
use words::poll_words::{how_line, kind_title, not_binding, taking_part};

use self::counting::CountFields;
use self::objections::Objecting;
use self::open_form::OpenForm;
use super::Table;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::card_ui;
use crate::meeting::parts::lines::section_ui;

/// The drafts of soft votes.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Soft {
    form: OpenForm,
    #[serde(skip_serializing_if = "CountFields::is_untouched")]
    counts: CountFields,
    objecting: Objecting,
    /// The poll whose close is being asked about.
    #[serde(skip)]
    asks: Option<PollNo>,
    #[serde(skip)]
    closing: Draft<()>,
}

impl Soft {
    /// Opens the form; the keyboard goes to its first field.
    pub(super) fn open(&mut self) {
        self.form.open();
    }

    /// Opens the form for an approval among the candidates of a procedure, one a line.
    pub(super) fn ask_among(&mut self, procedure: ProcedureNo, question: &str, options: &str) {
        self.form.ask_among(procedure, question, options);
    }

    /// Closes what is open; drafts are kept. True if something was.
    pub(super) fn leave(&mut self) -> bool {
        self.form.leave() | self.asks.take().is_some()
    }

    pub(super) fn has_form(&self) -> bool {
        self.form.is_open() || self.asks.is_some()
    }

    /// The form, the open poll and the results, whatever there is of them.
    pub(super) fn soft_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
        if self.closing.settled(bench.session) {
            self.asks = None;
        }
        self.form.follow(bench);
        let snapshot = std::sync::Arc::clone(&bench.snapshot);
        let here = |poll: &Poll| poll.meeting == table.number && poll.item == table.item;
        if let Some((number, poll)) = snapshot.facts.open_poll().filter(|(_, poll)| here(poll)) {
            self.form.leave();
            self.poll_ui(ui, bench, number, poll);
        } else {
            self.form.form_ui(ui, bench);
        }
        let closed = snapshot.facts.polls.iter().enumerate().rev().filter(|(_, poll)| here(poll));
        for (at, poll) in closed.filter(|(_, poll)| poll.closed.is_some()) {
            result::result_ui(ui, bench, PollNo::at(at), poll);
        }
    }

    /// An open poll: what is asked and how, the count or the objections, the close.
    fn poll_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: PollNo, poll: &Poll) {
        let colours = *palette(ui);
        let kind = kind_title(bench.lang, poll.kind);
        let title = match poll.runoff_of {
            Some(_) => bench.tell("soft-runoff-under-way", &[("kind", &kind)]),
            None => bench.tell("soft-under-way", &[("kind", &kind)]),
        };
        section_ui(ui, &title, &not_binding(bench.lang));
        card_ui(ui, "", |ui| {
            text_ui(ui, &poll.question, Size::Lead, Weight::Medium, colours.ink);
            let present = figures::present(bench.lang, number, poll).text;
            let how = bench.tell(
                "soft-how",
                &[("present", &taking_part(bench.lang, poll, &present)), ("how", &how_line(bench.lang, poll.kind))],
            );
            text_ui(ui, &how, Size::Note, Weight::Regular, colours.ink2);
            ui.add_space(space::S1);
            if poll.kind == PollKind::Consent {
                self.objecting.objecting_ui(ui, bench, number, poll);
                ui.add_space(space::S2);
                self.close_ui(ui, bench, number, poll, false);
                return;
            }
            let sent = self.counts.counts_ui(ui, bench, number, poll);
            self.close_ui(ui, bench, number, poll, sent);
        });
        ui.add_space(space::S2);
    }

    /// Nothing goes back behind the close: it asks first, as that of a vote does. `unsaved`: the fields say something else
    /// than the count that is recorded.
    fn close_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: PollNo, poll: &Poll, unsaved: bool) {
        let colours = *palette(ui);
        if self.asks != Some(number) {
            let uncounted = poll.kind != PollKind::Consent && poll.counts.is_none();
            let reason = match (unsaved, uncounted) {
                (true, _) => Some(bench.say("soft-close-unsaved")),
                (false, true) => Some(bench.say("soft-close-uncounted")),
                (false, false) => None,
            };
            let text = bench.say("soft-close");
            if ui.add(Button::normal(&text).icon(Icon::Check).closed(reason.as_deref())).clicked() {
                self.asks = Some(number);
            }
            return;
        }
        text_ui(ui, &bench.say("soft-close-ask"), Size::Body, Weight::Medium, colours.ink);
        if poll.standing() > 0 {
            let standing = figures::standing(bench.lang, number, poll).text;
            let still = bench.tell("soft-close-standing", &[("n", &standing)]);
            text_ui(ui, &still, Size::Note, Weight::Regular, colours.ink2);
        }
        ui.horizontal(|ui| {
            if ui.add(Button::primary(&bench.say("soft-close-do")).icon(Icon::Check)).clicked() {
                self.closing.send(bench, vec![deliberation::Command::ClosePoll { poll: number }]);
            }
            if ui.add(Button::text(&bench.say("soft-close-not"))).clicked() {
                self.asks = None;
            }
        });
    }
}
