//! The form that opens a soft vote: kind, question, options one a line, dots, cap and how many come out.

use deliberation::Command;
use deliberation::ids::ProcedureNo;
use deliberation::poll::PollKind;
use egui::{Id, Ui};
use words::poll_words::{kind_title, not_binding};
use words::refusal_text;

use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{captioned_ui, card_ui, read, select_ui};

/// What is chosen among in the form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
enum Asked {
    #[default]
    Sense,
    Consent,
    Dots,
    Approval,
}

impl Asked {
    const ALL: [Asked; 4] = [Asked::Sense, Asked::Consent, Asked::Dots, Asked::Approval];

    /// A kind to name it by.
    fn kind(self) -> PollKind {
        match self {
            Asked::Sense => PollKind::Sense,
            Asked::Consent => PollKind::Consent,
            Asked::Dots => PollKind::Dots { per_person: 1, cap: 1, winners: 1 },
            Asked::Approval => PollKind::Approval { winners: 1 },
        }
    }

    fn has_options(self) -> bool {
        matches!(self, Asked::Dots | Asked::Approval)
    }
}

#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Form {
    asked: Asked,
    question: String,
    options: String,
    per_person: String,
    cap: String,
    winners: String,
    guests: bool,
    /// The procedure whose candidates are asked about.
    procedure: Option<ProcedureNo>,
    #[serde(skip)]
    problem: Option<String>,
}

impl Default for Form {
    fn default() -> Form {
        let (three, one) = ("3".to_owned(), "1".to_owned());
        Form {
            asked: Asked::Sense,
            question: String::new(),
            options: String::new(),
            per_person: three.clone(),
            cap: one,
            winners: three,
            guests: false,
            procedure: None,
            problem: None,
        }
    }
}

/// The form and whether it is open.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct OpenForm {
    open: bool,
    #[serde(skip)]
    focus: bool,
    draft: Draft<Form>,
}

impl OpenForm {
    pub(super) fn open(&mut self) {
        (self.open, self.focus) = (true, true);
    }

    /// Opens it filled in for an approval among candidates; what was half typed for another poll gives way.
    pub(super) fn ask_among(&mut self, procedure: ProcedureNo, question: &str, options: &str) {
        self.draft.value = Form {
            asked: Asked::Approval,
            question: question.to_owned(),
            options: options.to_owned(),
            winners: "1".to_owned(),
            procedure: Some(procedure),
            ..Form::default()
        };
        self.open();
    }

    pub(super) fn leave(&mut self) -> bool {
        std::mem::take(&mut self.open)
    }

    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn follow(&mut self, bench: &Bench<'_>) {
        if self.draft.settled(bench.session) {
            self.open = false;
        }
    }

    pub(super) fn form_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>) {
        if !self.open {
            return;
        }
        let title = bench.say("soft-new");
        let closed = card_ui(ui, &title, |ui| {
            text_ui(ui, &not_binding(bench.lang), Size::Note, Weight::Regular, palette(ui).ink2);
            self.fields_ui(ui, bench)
        });
        if closed {
            self.open = false;
        }
        ui.add_space(space::S2);
    }

    fn fields_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>) -> bool {
        let half = (ui.available_width() - space::S4) / 2.0;
        let form = &mut self.draft.value;
        let kinds = Asked::ALL.map(|asked| (asked, kind_title(bench.lang, asked.kind())));
        let who = [(false, bench.say("soft-who-owners")), (true, bench.say("soft-who-all"))];
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            let caption = bench.say("soft-kind");
            captioned_ui(ui, &caption, half, |ui| select_ui(ui, &caption, &kinds, &mut form.asked, half));
            let caption = bench.say("soft-who");
            captioned_ui(ui, &caption, half, |ui| select_ui(ui, &caption, &who, &mut form.guests, half));
        });
        let means = match form.asked {
            Asked::Sense => bench.say("soft-means-sense"),
            Asked::Consent => bench.say("soft-means-consent"),
            Asked::Dots => bench.say("soft-means-dots"),
            Asked::Approval => bench.say("soft-means-approval"),
        };
        text_ui(ui, &means, Size::Note, Weight::Regular, palette(ui).ink2);
        let caption = bench.say("soft-question");
        let hint = bench.say("soft-question-hint");
        let width = ui.available_width();
        let question = captioned_ui(ui, &caption, width, |ui| {
            Field::new(&mut form.question, &caption).hint(&hint).id(Id::unique("soft-question")).field_ui(ui)
        });
        if std::mem::take(&mut self.focus) {
            question.request_focus();
        }
        if form.asked.has_options() {
            let caption = bench.say("soft-options");
            captioned_ui(ui, &caption, width, |ui| {
                Field::new(&mut form.options, &caption).rows(4).id(Id::unique("soft-options")).field_ui(ui)
            });
            numbers_ui(ui, bench, form);
        }
        if let Some(problem) = &form.problem {
            text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).err);
        }
        let (sent, closed) = ui
            .horizontal(|ui| {
                let sent = ui.add(Button::primary(&bench.say("soft-open-do")).icon(Icon::Next)).clicked();
                (sent, ui.add(Button::text(&bench.say("meeting-leave"))).clicked())
            })
            .inner;
        if sent {
            self.send(bench);
        }
        closed
    }

    /// Sends what stands in the form, or says under it why it cannot be held so.
    fn send(&mut self, bench: &mut Bench<'_>) {
        let form = &self.draft.value;
        let options = form.options();
        let checked = form.kind(bench).and_then(|kind| {
            let refused = |because| {
                let refusal = deliberation::Refusal::BadPoll { because };
                refusal_text(bench.lang, bench.facts(), bench.snapshot.as_ref(), &refusal)
            };
            kind.check(&options).map(|()| kind).map_err(refused)
        });
        match checked {
            Ok(kind) => {
                let (question, guests) = (form.question.clone(), form.guests);
                // Without options there is nothing of the procedure in it.
                let procedure = form.procedure.filter(|_| form.asked.has_options());
                self.draft.value.problem = None;
                self.draft.send(bench, vec![Command::OpenPoll { question, kind, options, guests, procedure }]);
            }
            Err(problem) => self.draft.value.problem = Some(problem),
        }
    }
}

/// Dots a person, cap and how many come out, side by side.
fn numbers_ui(ui: &mut Ui, bench: &Bench<'_>, form: &mut Form) {
    let third = (ui.available_width() - 2.0 * space::S4) / 3.0;
    let dots = form.asked == Asked::Dots;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S4;
        let fields = [
            (dots, bench.say("soft-per-person"), &mut form.per_person),
            (dots, bench.say("soft-cap"), &mut form.cap),
            (true, bench.say("soft-winners"), &mut form.winners),
        ];
        for (_, caption, text) in fields.into_iter().filter(|(shown, ..)| *shown) {
            captioned_ui(ui, &caption, third, |ui| Field::new(text, &caption).number().width(third).field_ui(ui));
        }
    });
}

impl Form {
    /// One option a line; none where the kind has none, whatever was typed before.
    fn options(&self) -> Vec<String> {
        if !self.asked.has_options() {
            return Vec::new();
        }
        self.options.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn kind(&self, bench: &Bench<'_>) -> Result<PollKind, String> {
        let count = |text: &str| read::count(bench.lang, text);
        Ok(match self.asked {
            Asked::Sense => PollKind::Sense,
            Asked::Consent => PollKind::Consent,
            Asked::Dots => PollKind::Dots {
                per_person: count(&self.per_person)?,
                cap: count(&self.cap)?,
                winners: count(&self.winners)?,
            },
            Asked::Approval => PollKind::Approval { winners: count(&self.winners)? },
        })
    }
}
