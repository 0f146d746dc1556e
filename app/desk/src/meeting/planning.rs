//! A meeting before it opens and after it closed: the plan, the notice, the way to sign-in, what comes next.
//!
//! [`form`] the plan as it is typed, filled by a template · [`before`] a planned meeting with its notice.

mod before;
mod form;

use deliberation::Command;
use deliberation::ids::MeetingNo;
use deliberation::meeting::{Meeting, Phase};
use egui::Ui;

use self::before::Before;
use self::form::PlanForm;
use super::bench::Bench;
use super::draft::Draft;
use super::parts::{pane_ui, scroll_ui};
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, empty_ui, text_ui};

/// The half-typed plan.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Planning {
    plan: Draft<PlanForm>,
    /// How the form began: filled by a template or with what the last meeting had.
    #[serde(skip)]
    offered: PlanForm,
    open: Open,
    begun: bool,
    #[serde(skip)]
    before: Before,
}

/// What the form is open for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
enum Open {
    /// Only where there is no meeting yet.
    #[default]
    No,
    /// A further meeting is being planned.
    Again,
    /// The plan of the meeting is changed.
    Change,
}

impl Planning {
    /// Whether nobody has typed anything: what the form begins with is nobody's draft.
    pub(super) fn is_untouched(&self) -> bool {
        self.open == Open::No && self.plan.value == self.offered
    }

    /// The middle of the page before and after a meeting. True if the minutes are to be opened.
    pub(super) fn planning_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        meeting: Option<(MeetingNo, &Meeting)>,
    ) -> bool {
        if self.plan.settled(bench.session) {
            self.open = Open::No;
            self.begun = false;
        }
        let inner = ui.max_rect().shrink2(egui::vec2(space::S6, space::S5));
        pane_ui(ui, "planning", inner, |ui| {
            scroll_ui(ui, "planning-scroll", |ui| match meeting {
                Some((_, meeting)) if self.open != Open::No => {
                    self.form_ui(ui, bench, Some(meeting));
                    false
                }
                None => {
                    let (title, next) = (bench.say("meeting-none-title"), bench.say("meeting-none-next"));
                    empty_ui(ui, Icon::Meeting, &title, &next, |_| ());
                    ui.add_space(space::S4);
                    self.form_ui(ui, bench, None);
                    false
                }
                Some((_, meeting)) if matches!(meeting.phase, Phase::Closed { .. }) => self.over_ui(ui, bench, meeting),
                Some((number, meeting)) => {
                    if self.before.before_ui(ui, bench, number, meeting) {
                        (self.open, self.begun) = (Open::Change, false);
                    }
                    false
                }
            })
        })
    }

    /// Leaves what is open; what was typed is kept. True if there was something.
    pub(super) fn leave(&mut self) -> bool {
        std::mem::take(&mut self.open) != Open::No || self.before.leave()
    }

    pub(super) fn has_form(&self) -> bool {
        self.open != Open::No || self.before.has_form()
    }

    fn form_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: Option<&Meeting>) {
        let changed = meeting.filter(|_| self.open == Open::Change);
        if !std::mem::replace(&mut self.begun, true) {
            self.plan.value = match changed {
                Some(meeting) => PlanForm::of(bench, meeting),
                None => PlanForm::fresh(bench),
            };
            self.offered = self.plan.value.clone();
        }
        self.plan.value.list(bench);
        let done = self.plan.value.form_ui(ui, bench, changed.is_some(), self.open != Open::No);
        match done {
            Some(form::Done::Leave) => self.open = Open::No,
            Some(form::Done::Send) => match self.plan.value.read(bench) {
                Ok(plan) => {
                    self.plan.value.problem = None;
                    let commands = if changed.is_some() {
                        vec![Command::ChangePlan { plan }]
                    } else {
                        let mut commands = vec![Command::PlanMeeting { plan }];
                        commands.extend(self.plan.value.agenda(bench.lang));
                        commands
                    };
                    self.plan.send(bench, commands);
                }
                Err(problem) => self.plan.value.problem = Some(problem),
            },
            None => {}
        }
    }

    /// After the meeting: its minutes, and the next one.
    fn over_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) -> bool {
        let title = bench.say("meeting-over-title");
        let next = match meeting.finalised {
            None => bench.say("meeting-over-next"),
            Some(_) => bench.say("meeting-over-final"),
        };
        let mut opened = false;
        heading_ui(ui, bench, meeting);
        empty_ui(ui, Icon::Check, &title, &next, |ui| {
            opened = ui.add(Button::primary(&bench.say("meeting-open-record")).icon(Icon::Edit)).clicked();
            if ui.add(Button::normal(&bench.say("meeting-plan-next")).icon(Icon::Plus)).clicked() {
                (self.open, self.begun) = (Open::Again, false);
            }
        });
        ui.add_space(space::S4);
        self.before.template_ui(ui, bench, meeting);
        opened
    }
}

fn heading_ui(ui: &mut Ui, bench: &Bench<'_>, meeting: &Meeting) {
    let colours = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S1;
    let ordinal = meeting.plan.ordinal.map(|n| bench.tell("meeting-ordinal", &[("n", &n.to_string())]));
    text_ui(ui, &ordinal.unwrap_or_default(), Size::Note, Weight::Regular, colours.ink2);
    text_ui(ui, &meeting.plan.title, Size::Head, Weight::Medium, colours.ink);
    ui.add_space(space::S4);
}
