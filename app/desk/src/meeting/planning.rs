//! A meeting before it opens and after it closed: the plan form, the notice, the way to sign-in, what comes next.

use deliberation::ids::MeetingNo;
use deliberation::meeting::{Meeting, Phase, Plan};
use deliberation::speakers::TalkRule;
use deliberation::{At, Command};
use egui::{Id, Ui};
use words::moment;
use words::speaking::talk_rule;

use super::bench::Bench;
use super::draft::Draft;
use super::parts::lines::{Ink, pair_ui};
use super::parts::{captioned_ui, card_ui, pane_ui, read, scroll_ui};
use super::work::rule_cards_ui;
use crate::action::Action;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Banner, BannerKind, Button, Field, Icon, empty_ui, text_ui};
use crate::page::{Place, Wish};

const LABEL: f32 = 120.0;
const MINUTE_MS: i64 = 60_000;

/// The half-typed plan.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Planning {
    plan: Draft<PlanForm>,
    /// How the form began: filled with what the last meeting had.
    #[serde(skip)]
    offered: PlanForm,
    /// A further meeting is being planned.
    again: bool,
    begun: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct PlanForm {
    title: String,
    ordinal: String,
    place: String,
    day: String,
    clock: String,
    talk: String,
    turns: String,
    locks: bool,
    #[serde(skip)]
    problem: Option<String>,
}

impl Planning {
    /// Whether nobody has typed anything: what the form begins with is nobody's draft.
    pub(super) fn is_untouched(&self) -> bool {
        !self.again && self.plan.value == self.offered
    }

    /// The middle of the page before and after a meeting. True if the minutes are to be opened.
    pub(super) fn planning_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        meeting: Option<(MeetingNo, &Meeting)>,
    ) -> bool {
        if self.plan.settled(bench.session) {
            self.again = false;
            self.begun = false;
        }
        let inner = ui.max_rect().shrink2(egui::vec2(space::S6, space::S5));
        pane_ui(ui, "planning", inner, |ui| {
            scroll_ui(ui, "planning-scroll", |ui| match meeting {
                _ if self.again => {
                    self.form_ui(ui, bench);
                    false
                }
                None => {
                    self.begin(bench);
                    let (title, next) = (bench.say("meeting-none-title"), bench.say("meeting-none-next"));
                    empty_ui(ui, Icon::Meeting, &title, &next, |_| ());
                    ui.add_space(space::S4);
                    self.form_ui(ui, bench);
                    false
                }
                Some((_, meeting)) if matches!(meeting.phase, Phase::Closed { .. }) => self.over_ui(ui, bench, meeting),
                Some((_, meeting)) => {
                    before_ui(ui, bench, meeting);
                    false
                }
            })
        })
    }

    /// Fills the form with what the last meeting had.
    fn begin(&mut self, bench: &Bench<'_>) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        let facts = bench.facts();
        let last = facts.meetings.last();
        let title = last.map_or_else(
            || bench.tell("meeting-plan-title-first", &[("title", &facts.file.title)]),
            |meeting| meeting.plan.title.clone(),
        );
        let ordinal = last.and_then(|meeting| meeting.plan.ordinal).map(|n| (n + 1).to_string());
        let talk = last.map_or_else(TalkRule::default, |meeting| meeting.plan.talk);
        self.plan.value = PlanForm {
            title,
            ordinal: ordinal.unwrap_or_default(),
            place: last.map(|meeting| meeting.plan.place.clone()).unwrap_or_default(),
            day: read::write_day(bench.zone.day(bench.at())),
            clock: "19:00".to_owned(),
            talk: (talk.limit_ms / MINUTE_MS).to_string(),
            turns: talk.turns.to_string(),
            locks: last.is_some_and(|meeting| meeting.plan.agenda_locks),
            problem: None,
        };
        self.offered = self.plan.value.clone();
    }

    fn form_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>) {
        self.begin(bench);
        let width = ui.available_width();
        let half = (width - 2.0 * space::S4 - space::S4) / 2.0;
        let mut entered = false;
        let mut pressed = false;
        card_ui(ui, &bench.say("meeting-plan-new"), |ui| {
            let form = &mut self.plan.value;
            let mut row = |ui: &mut Ui, fields: [(&str, String, &mut String); 2]| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S4;
                    for (salt, caption, text) in fields {
                        let response = captioned_ui(ui, &caption, half, |ui| {
                            let id = Id::unique("meeting-plan").with(salt);
                            Field::new(text, &caption).id(id).field_ui(ui)
                        });
                        entered |= bench.entered(ui, &response);
                    }
                });
            };
            row(
                ui,
                [
                    ("title", bench.say("meeting-plan-title"), &mut form.title),
                    ("ordinal", bench.say("meeting-plan-ordinal"), &mut form.ordinal),
                ],
            );
            row(
                ui,
                [
                    ("day", bench.say("meeting-plan-day"), &mut form.day),
                    ("clock", bench.say("meeting-plan-clock"), &mut form.clock),
                ],
            );
            row(
                ui,
                [
                    ("talk", bench.say("meeting-plan-talk"), &mut form.talk),
                    ("turns", bench.say("meeting-plan-turns"), &mut form.turns),
                ],
            );
            let typed = read_talk(bench, form).unwrap_or(TalkRule { limit_ms: 0, turns: 0 });
            if let Some(card) = rule_cards_ui(ui, bench, typed, false) {
                (form.talk, form.turns) = ((card.limit_ms / MINUTE_MS).to_string(), card.turns.to_string());
            }
            ui.add_space(space::S1);
            let caption = bench.say("meeting-plan-place");
            let place = captioned_ui(ui, &caption, width - 2.0 * space::S4, |ui| {
                Field::new(&mut form.place, &caption).field_ui(ui)
            });
            entered |= bench.entered(ui, &place);
            ui.add_space(space::S1);
            ui.checkbox(&mut form.locks, bench.say("meeting-plan-locks"));
            if let Some(problem) = &form.problem {
                text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).err);
            }
            ui.add_space(space::S2);
            ui.horizontal(|ui| {
                pressed |= ui.add(Button::primary(&bench.say("meeting-plan-do")).icon(Icon::Check)).clicked();
                if self.again && ui.add(Button::text(&bench.say("meeting-leave"))).clicked() {
                    self.again = false;
                }
            });
        });
        if pressed || entered {
            match self.read(bench) {
                Ok(plan) => {
                    self.plan.value.problem = None;
                    self.plan.send(bench, vec![Command::PlanMeeting { plan }]);
                }
                Err(problem) => self.plan.value.problem = Some(problem),
            }
        }
    }

    fn read(&self, bench: &Bench<'_>) -> Result<Plan, String> {
        let form = &self.plan.value;
        let day = read::day(bench.lang, &form.day)?.ok_or_else(|| bench.say("meeting-not-day"))?;
        let (hour, minute) = read::clock(bench.lang, &form.clock)?;
        let start: At = bench.zone.at(day, hour, minute).ok_or_else(|| bench.say("meeting-not-day"))?;
        let ordinal = match form.ordinal.trim() {
            "" => None,
            text => Some(read::count(bench.lang, text)?),
        };
        let talk = read_talk(bench, form)?;
        Ok(Plan {
            title: form.title.trim().to_owned(),
            ordinal,
            place: form.place.trim().to_owned(),
            start,
            talk,
            agenda_locks: form.locks,
        })
    }

    /// After the meeting: its minutes, and the next one.
    fn over_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) -> bool {
        let (title, next) = (bench.say("meeting-over-title"), bench.say("meeting-over-next"));
        let mut opened = false;
        heading_ui(ui, bench, meeting);
        empty_ui(ui, Icon::Check, &title, &next, |ui| {
            opened = ui.add(Button::primary(&bench.say("meeting-open-record")).icon(Icon::Edit)).clicked();
            if ui.add(Button::normal(&bench.say("meeting-plan-next")).icon(Icon::Plus)).clicked() {
                self.begun = false;
                self.again = true;
            }
        });
        opened
    }
}

/// The talk rule as it is typed.
fn read_talk(bench: &Bench<'_>, form: &PlanForm) -> Result<TalkRule, String> {
    let limit_ms = i64::from(read::count(bench.lang, &form.talk)?) * MINUTE_MS;
    Ok(TalkRule { limit_ms, turns: read::count(bench.lang, &form.turns)? })
}

fn heading_ui(ui: &mut Ui, bench: &Bench<'_>, meeting: &Meeting) {
    let colours = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S1;
    let ordinal = meeting.plan.ordinal.map(|n| bench.tell("meeting-ordinal", &[("n", &n.to_string())]));
    text_ui(ui, &ordinal.unwrap_or_default(), Size::Note, Weight::Regular, colours.ink2);
    text_ui(ui, &meeting.plan.title, Size::Head, Weight::Medium, colours.ink);
    ui.add_space(space::S4);
}

/// A planned meeting: when and where, the notice, and the way to sign-in.
fn before_ui(ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
    let colours = *palette(ui);
    heading_ui(ui, bench, meeting);
    let ink = Ink::new(Size::Body, colours.ink);
    let plan = &meeting.plan;
    let start = moment::day_time(bench.lang, &bench.zone, plan.start);
    pair_ui(ui, &bench.say("meeting-plan-start"), &start, ink, LABEL);
    pair_ui(ui, &bench.say("meeting-plan-place"), &plan.place, ink, LABEL);
    pair_ui(ui, &bench.say("meeting-plan-rule"), &talk_rule(bench.lang, &plan.talk), ink, LABEL);
    let notice = match meeting.noticed {
        Some(at) => bench.tell("meeting-noticed", &[("time", &moment::day_time(bench.lang, &bench.zone, at))]),
        None => bench.say("meeting-not-noticed"),
    };
    pair_ui(ui, &bench.say("meeting-notice"), &notice, ink, LABEL);
    ui.add_space(space::S4);
    if meeting.items.is_empty() {
        let (title, next) = (bench.say("meeting-agenda-empty"), bench.say("meeting-agenda-empty-next"));
        let add = bench.say("meeting-item-add");
        Banner::new(BannerKind::Info, &title, &next).banner_ui(ui, |ui| {
            if ui.add(Button::text(&add)).clicked() {
                bench.wish(Action::NewItem);
            }
        });
        return;
    }
    if plan.agenda_locks {
        Banner::new(BannerKind::Info, &bench.say("meeting-locks-note"), "").icon(Icon::Flag).banner_ui(ui, |_| ());
        ui.add_space(space::S3);
    }
    ui.horizontal(|ui| {
        let cap = Action::SignIn.key_cap(bench.lang);
        if ui.add(Button::primary(&bench.say("meeting-to-sign-in")).icon(Icon::Next).key(&cap)).clicked() {
            bench.wishes.push(Wish::Show(Place::SignIn));
        }
        crate::preflight::way_ui(ui, bench.lang, bench.wishes);
        if meeting.noticed.is_none()
            && ui.add(Button::normal(&bench.say("meeting-give-notice")).icon(Icon::Check)).clicked()
        {
            bench.submit(Command::GiveNotice);
        }
    });
}
