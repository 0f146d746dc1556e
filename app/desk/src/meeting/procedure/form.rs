//! A plugin's form: its fields in one row where they fit, problems beside the field, drafts kept.

use std::collections::BTreeMap;

use egui::{Id, Response, Ui};
use session::contract::{Action, Entry, Fault, Field, FieldKind, Form, Submission, Value};

use super::field::FieldDraft;
use super::{Host, PageBoard};
use crate::drafts::Touched;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Banner, BannerKind, Button, job, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::{Whom, captioned_ui, select_ui};

/// Fields side by side at most.
const COLUMNS: usize = 4;
const LEAST: f32 = 128.0;

/// What is half typed in the forms of one page, by form and field.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct FormDrafts {
    #[serde(with = "crate::drafts::pairs")]
    fields: BTreeMap<(String, String), FieldDraft>,
    /// What is wrong with a form as a whole.
    #[serde(skip)]
    problems: BTreeMap<String, String>,
}

impl FormDrafts {
    /// Whether anybody has typed in one of the forms.
    pub(super) fn touched(&self) -> bool {
        self.fields.values().any(Touched::touched)
    }

    /// It was taken in: what the page shows counts from now on.
    pub(super) fn done(&mut self, form: &str) {
        self.fields.retain(|key, _| key.0 != form);
        self.problems.remove(form);
    }

    /// It was refused: the sentence stands beside the field it names, the household field that holds it, or the button.
    pub(super) fn refused(&mut self, form: &str, fault: &Fault, sentence: &str) {
        let at = fault.at.clone().unwrap_or_default();
        let about = fault.household().map(Value::Household);
        let named = self.fields.iter_mut().find(|(key, draft)| {
            key.0 == form && (key.1 == at || about.as_ref().is_some_and(|about| draft.value == *about))
        });
        match named {
            Some((_, draft)) => draft.problem = Some(sentence.to_owned()),
            None => {
                self.problems.insert(form.to_owned(), sentence.to_owned());
            }
        }
    }
}

impl PageBoard {
    pub(super) fn form_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, host: &Host, form: &Form) {
        let colours = *palette(ui);
        if !form.title.is_empty() {
            text_ui(ui, &form.title, Size::Body, Weight::Medium, colours.ink);
        }
        if let Some(closed) = &form.closed {
            Banner::new(BannerKind::Info, closed, "").banner_ui(ui, |_| ());
        }
        let width = ui.available_width();
        let columns = form.fields.len().clamp(1, COLUMNS);
        let submit = if form.submit_label.is_empty() { bench.say("meeting-submit") } else { form.submit_label.clone() };
        let word = ui.painter().layout_job(job(&submit, Size::Body, Weight::Regular, colours.ink)).size().x;
        let button = word + 2.0 * space::S4 + 1.0;
        #[expect(clippy::cast_precision_loss, reason = "four columns")]
        let each = ((width - button - columns as f32 * space::S4) / columns as f32).max(LEAST);
        let mut entered = false;
        let mut pressed = false;
        let rows: Vec<&[Field]> = form.fields.chunks(columns).collect();
        for (at, row) in rows.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S4;
                for field in *row {
                    entered |= self.field_ui(ui, bench, host, form, field, each);
                }
                if at + 1 == rows.len() {
                    // In one line with the fields, under the height of their captions.
                    ui.vertical(|ui| {
                        ui.add_space(Size::Note.desk_line() + space::S1);
                        let why = form.closed.as_deref();
                        pressed =
                            ui.add(Button::normal(&submit).closed(why).large(frame::BUTTON, Size::Body)).clicked();
                    });
                }
            });
        }
        if form.fields.is_empty() {
            pressed = ui.add(Button::normal(&submit).closed(form.closed.as_deref())).clicked();
        }
        if let Some(problem) = self.forms.problems.get(&form.id) {
            text_ui(ui, problem, Size::Note, Weight::Regular, colours.err);
        }
        if (pressed || entered) && form.closed.is_none() {
            self.send(bench, host, form);
        }
    }

    /// One field; true if Enter was pressed in it.
    fn field_ui(
        &mut self,
        ui: &mut Ui,
        bench: &Bench<'_>,
        host: &Host,
        form: &Form,
        field: &Field,
        width: f32,
    ) -> bool {
        let key = (form.id.clone(), field.id.clone());
        let draft = self.forms.fields.entry(key.clone()).or_insert_with(|| FieldDraft::begin(field));
        draft.refresh(field);
        let problem = draft.problem.clone().or_else(|| field.problem.clone());
        let id = Id::unique("procedure-field").with((host.procedure.0, &key));
        // A single tick carries its words itself.
        let caption = if matches!(field.kind, FieldKind::Flag) { "" } else { field.label.as_str() };
        let response: Option<Response> = captioned_ui(ui, caption, width, |ui| {
            if form.closed.is_some() {
                ui.disable();
            }
            let response = input_ui(ui, bench, host, field, draft, (id, width, problem.as_deref()));
            if !field.help.is_empty() {
                text_ui(ui, &field.help, Size::Note, Weight::Regular, palette(ui).ink2);
            }
            response
        });
        let Some(response) = response else { return false };
        if response.changed() {
            draft.problem = None;
        }
        bench.entered(ui, &response)
    }

    fn send(&mut self, bench: &Bench<'_>, host: &Host, form: &Form) {
        let households = u32::try_from(host.doors.len()).unwrap_or(u32::MAX);
        self.forms.problems.remove(&form.id);
        let mut entries = Vec::with_capacity(form.fields.len());
        let mut wrong = false;
        for field in &form.fields {
            let key = (form.id.clone(), field.id.clone());
            let draft = self.forms.fields.entry(key).or_insert_with(|| FieldDraft::begin(field));
            match draft.read(bench.lang, field, households) {
                Ok(value) => {
                    draft.problem = None;
                    entries.push(Entry { id: field.id.clone(), value });
                }
                Err(problem) => {
                    draft.problem = Some(problem);
                    wrong = true;
                }
            }
        }
        if !wrong {
            let submission = Submission { form: form.id.clone(), row: None, entries };
            self.deed(Action::Submit(submission));
        }
    }
}

/// The input of a field by its kind; text fields answer with their response.
fn input_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    host: &Host,
    field: &Field,
    draft: &mut FieldDraft,
    (id, width, problem): (Id, f32, Option<&str>),
) -> Option<Response> {
    let typed = |draft: &mut FieldDraft, ui: &mut Ui, number: bool, rows: usize, hint: &str| {
        let mut input = crate::look::Field::new(&mut draft.text, &field.label)
            .id(id)
            .width(width)
            .problem(problem)
            .rows(rows)
            .hint(hint);
        if number {
            input = input.number();
        }
        Some(input.field_ui(ui))
    };
    let problem_ui = |ui: &mut Ui| {
        if let Some(problem) = problem {
            text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).err);
        }
    };
    match &field.kind {
        FieldKind::Text(bounds) => typed(draft, ui, false, bounds.lines.clamp(1, 8) as usize, ""),
        FieldKind::Integer(_) | FieldKind::Money(_) | FieldKind::Decimal(_) => typed(draft, ui, true, 1, ""),
        FieldKind::Day(_) => typed(draft, ui, false, 1, &bench.say("meeting-day-hint")),
        FieldKind::Flag => {
            let mut flag = draft.value == Value::Flag(true);
            if ui.checkbox(&mut flag, field.label.as_str()).changed() {
                draft.value = Value::Flag(flag);
                draft.problem = None;
            }
            problem_ui(ui);
            None
        }
        FieldKind::Choice(items) => {
            let mut choices: Vec<(Value, String)> =
                items.iter().map(|item| (Value::Choice(item.id.clone()), item.label.clone())).collect();
            if !field.required && draft.value == Value::None {
                choices.insert(0, (Value::None, bench.say("meeting-choice-none")));
            }
            if select_ui(ui, &field.label, &choices, &mut draft.value, width) {
                draft.problem = None;
            }
            problem_ui(ui);
            None
        }
        FieldKind::Choices(items) => {
            let mut keys = match &draft.value {
                Value::Choices(keys) => keys.clone(),
                _ => Vec::new(),
            };
            for item in items {
                let mut on = keys.contains(&item.id);
                if ui.checkbox(&mut on, item.label.as_str()).changed() {
                    keys.retain(|key| *key != item.id);
                    if on {
                        keys.push(item.id.clone());
                    }
                    // In the order of the plugin, whatever the order of ticking.
                    keys.sort_by_key(|key| items.iter().position(|item| item.id == *key));
                    draft.value = Value::Choices(keys.clone());
                    draft.problem = None;
                }
            }
            problem_ui(ui);
            None
        }
        FieldKind::Household => {
            let hint = bench.say("meeting-find-door-hint");
            let labels = (field.label.as_str(), hint.as_str());
            if draft.person.text.is_empty()
                && let Value::Household(household) = draft.value
            {
                draft.person.text = host.label(bench, household);
                draft.person.chosen = host.voter(household);
            }
            if let Some(found) = draft.person.person_ui(ui, bench, id, labels, Whom::Owners, width) {
                draft.value = found.unit.and_then(|unit| host.household(unit)).map_or(Value::None, Value::Household);
                draft.problem = None;
            } else if draft.person.chosen.is_none() {
                draft.value = Value::None;
            }
            problem_ui(ui);
            None
        }
    }
}
