//! The forms of the work pane: motion, change of a motion, conclusion, duty, procedure; the two of a vote have files of
//! their own. One is open at a time and every draft outlives its form.

use deliberation::Command;
use deliberation::agenda::ItemKind;
use deliberation::ids::{MotionNo, SheetNo};
use deliberation::motion::Motion;
use deliberation::terms::Terms;
use egui::{Id, Ui};

use super::Table;
use super::materials::sheet_line;
use super::open_vote::OpenVote;
use super::payers::{Asked, Compared};
use super::results;
use super::start::Starting;
use super::talk_rule::TalkRuleForm;
use super::terms::terms_ui;
use super::vote_result::Reopening;
use crate::action::Action;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{PersonField, Whom, captioned_ui, card_ui, read, select_ui};

/// Which form is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(in crate::meeting) enum Form {
    Motion,
    Amend,
    Vote,
    Reopen,
    Conclude,
    Duty,
    Procedure,
    Household,
    Compare,
    TalkRule,
}

/// The open form and every draft.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(in crate::meeting) struct Forms {
    pub(super) open: Option<Form>,
    #[serde(skip)]
    focus: bool,
    motion: Draft<MotionForm>,
    amended: Draft<AmendForm>,
    vote: OpenVote,
    reopening: Reopening,
    conclusion: Draft<String>,
    duty: Draft<DutyForm>,
    procedure: Starting,
    #[serde(skip)]
    asked: Asked,
    #[serde(skip)]
    compared: Compared,
    #[serde(skip)]
    talk_rule: TalkRuleForm,
}

#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct MotionForm {
    text: String,
    mover: PersonField,
    seconder: PersonField,
    sheet: Option<SheetNo>,
    terms: Terms,
    begun: bool,
    #[serde(skip)]
    problem: Option<String>,
}

#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct AmendForm {
    text: String,
    terms: Terms,
}

#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct DutyForm {
    text: String,
    responsible: PersonField,
    due: String,
    #[serde(skip)]
    problem: Option<String>,
}

impl Forms {
    /// Opens a form; the keyboard goes to its first field.
    pub(super) fn open(&mut self, form: Form) {
        self.open = Some(form);
        self.focus = true;
    }

    /// Opens the conclusion with a sentence begun, unless one is being written.
    pub(super) fn conclude_with(&mut self, sentence: String) {
        if self.conclusion.value.trim().is_empty() {
            self.conclusion.value = sentence;
        }
        self.open(Form::Conclude);
    }

    /// Opens a motion with its text begun, unless one is being written.
    pub(super) fn move_with(&mut self, text: String) {
        if self.motion.value.text.trim().is_empty() {
            self.motion.value.text = text;
        }
        self.open(Form::Motion);
    }

    /// Opens the change of a motion's text and terms.
    pub(super) fn amend(&mut self, motion: &Motion) {
        if self.amended.value.text.is_empty() {
            self.amended.value = AmendForm { text: motion.text.clone(), terms: motion.terms };
        }
        self.open(Form::Amend);
    }

    pub(super) fn leave(&mut self) -> bool {
        self.open.take().is_some()
    }

    /// A vote is open: the form that opened it is done, whoever saw it begin.
    pub(super) fn vote_began(&mut self) {
        if self.open == Some(Form::Vote) {
            self.open = None;
        }
    }

    /// Whether a form was opened just now and nobody has seen it yet.
    pub(super) fn just_opened(&self) -> bool {
        self.open.is_some() && self.focus
    }

    /// Opens at its key, closes what has become durable.
    pub(super) fn follow(&mut self, bench: &mut Bench<'_>, table: &Table<'_>) {
        if bench.asked(Action::OpenVote) {
            self.open(if table.motion.is_some() && table.vote.is_none() { Form::Vote } else { Form::Motion });
        }
        let done = [
            (Form::Motion, self.motion.settled(bench.session)),
            (Form::Amend, self.amended.settled(bench.session)),
            (Form::Vote, self.vote.settled(bench.session)),
            (Form::Reopen, self.reopening.settled(bench.session)),
            (Form::Conclude, self.conclusion.settled(bench.session)),
            (Form::Duty, self.duty.settled(bench.session)),
            (Form::Procedure, self.procedure.settled(bench.session)),
            (Form::TalkRule, self.talk_rule.settled(bench)),
        ];
        if done.iter().any(|(form, settled)| *settled && self.open == Some(*form)) {
            self.open = None;
        }
    }

    /// Draws the open form.
    pub(super) fn form_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
        let Some(form) = self.open else { return };
        let title = match form {
            Form::Motion => bench.say("meeting-motion"),
            Form::Amend => bench.say("meeting-motion-amend"),
            Form::Vote => bench.say("meeting-vote"),
            Form::Reopen => bench.say("ballots-reopen-title"),
            Form::Conclude => bench.say("meeting-conclusion"),
            Form::Duty => bench.say("meeting-duty-new"),
            Form::Procedure => bench.say("meeting-procedure-which"),
            Form::Household => bench.say("payers-my-due"),
            Form::Compare => bench.say("payers-compare"),
            Form::TalkRule => bench.say("meeting-talk-rule"),
        };
        let focus = std::mem::take(&mut self.focus);
        let closed = card_ui(ui, &title, |ui| {
            ui.spacing_mut().item_spacing.y = space::S2;
            match form {
                Form::Motion => self.motion_ui(ui, bench, table, focus),
                Form::Amend => self.amend_ui(ui, bench, table, focus),
                Form::Vote => self.vote.open_vote_ui(ui, bench, table, focus),
                Form::Reopen => self.reopening.reopen_ui(ui, bench, table, focus),
                Form::Conclude => self.conclude_ui(ui, bench, table, focus),
                Form::Duty => self.duty_ui(ui, bench, focus),
                Form::Procedure => self.procedure_ui(ui, bench, table, focus),
                Form::Household => self.asked.asked_ui(ui, bench, table, focus),
                Form::Compare => self.compared.compare_ui(ui, bench, table),
                Form::TalkRule => self.talk_rule.cards_ui(ui, bench, table, focus),
            }
        });
        if closed {
            self.open = None;
        }
        ui.add_space(space::S2);
    }

    fn motion_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, focus: bool) -> bool {
        let sheets = sheets_of(bench, table);
        let form = &mut self.motion.value;
        if !std::mem::replace(&mut form.begun, true) {
            form.sheet = sheets.first().and_then(|(number, _)| *number);
        }
        let name = bench.say("meeting-motion-text");
        let id = Id::unique("meeting-motion-text");
        let field =
            Field::new(&mut form.text, &name).hint(&bench.say("meeting-motion-hint")).rows(2).id(id).field_ui(ui);
        if focus {
            field.request_focus();
        }
        let half = (ui.available_width() - space::S4) / 2.0;
        let hint = bench.say("meeting-hand-hint");
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            for (salt, caption, person) in [
                ("mover", bench.say("meeting-mover"), &mut form.mover),
                ("seconder", bench.say("meeting-seconder"), &mut form.seconder),
            ] {
                captioned_ui(ui, &caption, half, |ui| {
                    let id = Id::unique("meeting-motion").with(salt);
                    person.form_person_ui(ui, bench, id, (&caption, &hint), Whom::InTheHall, half)
                });
            }
        });
        if sheets.len() > 1 {
            let caption = bench.say("meeting-sheet");
            captioned_ui(ui, &caption, half, |ui| select_ui(ui, &caption, &sheets, &mut form.sheet, half));
        }
        terms_ui(ui, bench, &mut form.terms, form.sheet.is_some());
        if let Some(problem) = &form.problem {
            text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).err);
        }
        let (sent, closed) = ending_ui(ui, bench, &bench.say("meeting-motion-do"));
        if sent {
            let form = &mut self.motion.value;
            match form.mover.chosen {
                Some(mover) => {
                    form.problem = None;
                    let command = Command::MoveMotion {
                        text: form.text.clone(),
                        mover: mover.into(),
                        seconder: form.seconder.chosen.map(Into::into),
                        sheet: form.sheet,
                    };
                    let terms = form.terms;
                    let motion = MotionNo::at(bench.facts().motions.len());
                    let further = (terms != Terms::default()).then_some(Command::SetTerms { motion, terms });
                    self.motion.send(bench, std::iter::once(command).chain(further).collect());
                }
                None => form.problem = Some(bench.say("meeting-mover-missing")),
            }
        }
        closed
    }

    fn amend_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, focus: bool) -> bool {
        let Some((motion, known)) = table.motion else { return true };
        let form = &mut self.amended.value;
        let name = bench.say("meeting-motion-text");
        let field = Field::new(&mut form.text, &name).rows(2).id(Id::unique("meeting-amend")).field_ui(ui);
        if focus {
            field.request_focus();
        }
        terms_ui(ui, bench, &mut form.terms, known.sheet.is_some());
        let (sent, closed) = ending_ui(ui, bench, &bench.say("meeting-change"));
        if sent {
            let AmendForm { text, terms } = self.amended.value.clone();
            let amended = (text != known.text || terms == known.terms).then_some(Command::AmendMotion { motion, text });
            let changed = (terms != known.terms).then_some(Command::SetTerms { motion, terms });
            self.amended.send(bench, amended.into_iter().chain(changed).collect());
        }
        closed
    }

    fn conclude_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, focus: bool) -> bool {
        let name = bench.say("meeting-conclusion-text");
        let hint = bench.say("meeting-conclusion-hint");
        let id = Id::unique("meeting-conclusion");
        let field = Field::new(&mut self.conclusion.value, &name).hint(&hint).id(id).field_ui(ui);
        if focus {
            field.request_focus();
        }
        let entered = bench.entered(ui, &field);
        let (sent, closed) = ending_ui(ui, bench, &bench.say("meeting-conclude-do"));
        if sent || entered {
            let conclusion = self.conclusion.value.clone();
            self.conclusion.send(bench, vec![Command::ConcludeItem { item: Some(table.item), conclusion }]);
        }
        closed
    }

    fn duty_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, focus: bool) -> bool {
        let form = &mut self.duty.value;
        let name = bench.say("meeting-duty-what");
        let what = Field::new(&mut form.text, &name).hint(&name).id(Id::unique("meeting-duty")).field_ui(ui);
        if focus {
            what.request_focus();
        }
        let half = (ui.available_width() - space::S4) / 2.0;
        let mut entered = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            let caption = bench.say("meeting-duty-who");
            captioned_ui(ui, &caption, half, |ui| {
                let hint = bench.say("meeting-hand-hint");
                let id = Id::unique("meeting-duty-who");
                form.responsible.form_person_ui(ui, bench, id, (&caption, &hint), Whom::Anybody, half)
            });
            let caption = bench.say("meeting-duty-due");
            let due = captioned_ui(ui, &caption, half, |ui| {
                Field::new(&mut form.due, &caption).hint(&bench.say("meeting-day-hint")).field_ui(ui)
            });
            entered = bench.entered(ui, &due);
        });
        if let Some(problem) = &form.problem {
            text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).err);
        }
        let (sent, closed) = ending_ui(ui, bench, &bench.say("meeting-duty-do"));
        if sent || entered {
            let form = &mut self.duty.value;
            let who = form.responsible.chosen.ok_or_else(|| bench.say("meeting-duty-who-missing"));
            match who.and_then(|who| Ok((who, read::coming_day(bench.lang, &form.due, bench.today())?))) {
                Ok((who, due)) => {
                    form.problem = None;
                    let text = form.text.clone();
                    self.duty.send(
                        bench,
                        vec![Command::TakeDuty { text, responsible: who.into(), due, item: None, offer: None }],
                    );
                }
                Err(problem) => form.problem = Some(problem),
            }
        }
        closed
    }

    fn procedure_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, focus: bool) -> bool {
        results::go_on_ui(ui, bench, table);
        let known = |bench: &Bench<'_>, manifest: &session::Manifest| results::known(bench, table, manifest);
        self.procedure.start_ui(ui, bench, known, focus)
    }
}

/// The buttons at the end of a form: sent, closed.
fn ending_ui(ui: &mut Ui, bench: &Bench<'_>, text: &str) -> (bool, bool) {
    ui.horizontal(|ui| {
        let sent = ui.add(Button::primary(text).icon(Icon::Check)).clicked();
        (sent, ui.add(Button::text(&bench.say("meeting-leave"))).clicked())
    })
    .inner
}

/// The sheets of this item, newest first, and none.
fn sheets_of(bench: &Bench<'_>, table: &Table<'_>) -> Vec<(Option<SheetNo>, String)> {
    let facts = bench.facts();
    let here = facts.sheets.iter().enumerate().rev();
    let here = here.filter(|(_, record)| record.meeting == table.number && record.item == table.item);
    let mut sheets: Vec<(Option<SheetNo>, String)> =
        here.map(|(at, record)| (Some(SheetNo::at(at)), sheet_line(bench, SheetNo::at(at), &record.sheet))).collect();
    sheets.push((None, bench.say("meeting-sheet-none")));
    sheets
}

/// The price of the quote last taken in this meeting.
pub(super) fn chosen_quote(table: &Table<'_>) -> Option<amounts::Fen> {
    let taken = |item: &deliberation::agenda::Item| {
        let quote = item.chosen.and_then(deliberation::ids::QuoteNo::index)?;
        item.quotes.get(quote).map(|quote| quote.amount)
    };
    table.meeting.items.iter().rev().filter(|item| item.kind != ItemKind::ReadBack).find_map(taken)
}
