//! The plan as it is typed: a template fills it, every field of it can be changed.

use deliberation::meeting::{Meeting, NoticePeriod, Plan, TableParty};
use deliberation::people::Capacity;
use deliberation::rule::Source;
use deliberation::speakers::TalkRule;
use deliberation::template::{Template, shipped};
use deliberation::{At, Command};
use egui::{Id, Ui};
use words::rule_words::pick;
use words::speaking::talk_rule;
use words::{Lang, Quantity};

use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::{captioned_ui, card_ui, read, select_ui};

const MINUTE_MS: i64 = 60_000;

/// The half-typed plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct PlanForm {
    title: String,
    ordinal: String,
    place: String,
    day: String,
    clock: String,
    talk: String,
    turns: String,
    /// Days before the meeting, or nothing.
    notice: String,
    /// Where it is from that says so, while the number is still the template's.
    source: Option<(u32, Source)>,
    /// Who belongs at the table, with a comma between them.
    parties: String,
    locks: bool,
    /// The template's id; empty = none.
    template: String,
    /// Those there are: the shipped ones, then the community's own; read when the form opened.
    #[serde(skip)]
    templates: Vec<Template>,
    /// What is wrong with files of the folder.
    #[serde(skip)]
    unread: Vec<String>,
    #[serde(skip)]
    pub(super) problem: Option<String>,
}

/// Draws one field: where, its id, caption, text and width.
type FieldUi<'a> = dyn FnMut(&mut Ui, &str, String, &mut String, f32) + 'a;

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Done {
    Send,
    Leave,
}

fn taken(lang: Lang) -> impl Fn(&deliberation::rule::Bilingual) -> String {
    move |text| pick(lang, text).to_owned()
}

impl PlanForm {
    /// The plan of the next meeting: what the last one had, else the first template.
    pub(super) fn fresh(bench: &Bench<'_>) -> PlanForm {
        let facts = bench.facts();
        let mut form = PlanForm::listing(bench);
        if let Some(last) = facts.meetings.last() {
            form.fill(bench, &last.plan);
            form.ordinal = last.plan.ordinal.map(|n| (n + 1).to_string()).unwrap_or_default();
            form.place.clone_from(&last.plan.place);
        } else if let Some(first) = form.templates.first().cloned() {
            form.fill(bench, &first.plan(&taken(bench.lang), &facts.file.title, At(0)));
        }
        form.day = read::write_day(bench.zone.day(bench.at()));
        "19:00".clone_into(&mut form.clock);
        form
    }

    /// The plan of a meeting, to be changed.
    pub(super) fn of(bench: &Bench<'_>, meeting: &Meeting) -> PlanForm {
        let plan = &meeting.plan;
        let mut form = PlanForm::listing(bench);
        form.fill(bench, plan);
        form.ordinal = plan.ordinal.map(|n| n.to_string()).unwrap_or_default();
        form.place.clone_from(&plan.place);
        form.day = read::write_day(bench.zone.day(plan.start));
        form.clock = words::moment::clock(&bench.zone, plan.start);
        form
    }

    fn listing(bench: &Bench<'_>) -> PlanForm {
        let mut form = PlanForm::default();
        form.list(bench);
        form
    }

    /// Reads the templates, unless they are listed: a draft that was taken up again comes without.
    pub(super) fn list(&mut self, bench: &Bench<'_>) {
        if self.templates.is_empty() {
            let own = bench.session.own_templates();
            self.unread = own.iter().filter_map(|file| file.problem(bench.lang)).collect();
            let own = own.into_iter().filter_map(|file| file.template.ok());
            self.templates = shipped().iter().cloned().chain(own).collect();
        }
    }

    /// Takes over what a plan says, but for its time, place and number.
    fn fill(&mut self, bench: &Bench<'_>, plan: &Plan) {
        self.title.clone_from(&plan.title);
        self.talk = (plan.talk.limit_ms / MINUTE_MS).to_string();
        self.turns = plan.talk.turns.to_string();
        self.notice = plan.notice.as_ref().map(|notice| notice.days.to_string()).unwrap_or_default();
        self.source = plan.notice.as_ref().and_then(|notice| Some((notice.days, notice.source.clone()?)));
        let names: Vec<&str> = plan.parties.iter().map(|party| party.name.as_str()).collect();
        self.parties = names.join(&bench.say("list-comma"));
        self.locks = plan.agenda_locks;
        self.template.clone_from(&plan.template);
    }

    fn chosen(&self) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == self.template)
    }

    /// The agenda its template brings along.
    pub(super) fn agenda(&self, lang: Lang) -> Vec<Command> {
        self.chosen().map(|template| template.agenda(&taken(lang))).unwrap_or_default()
    }

    /// Draws the form; `changes` = the plan of a meeting that has its agenda already.
    pub(super) fn form_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, changes: bool, leaves: bool) -> Option<Done> {
        let mut done = None;
        let title = if changes { bench.say("meeting-plan-change") } else { bench.say("meeting-plan-new") };
        card_ui(ui, &title, |ui| {
            if !changes {
                self.template_ui(ui, bench);
            }
            if self.fields_ui(ui, bench) {
                done = Some(Done::Send);
            }
            ui.add_space(space::S1);
            ui.checkbox(&mut self.locks, bench.say("meeting-plan-locks"));
            if !changes {
                self.preview_ui(ui, bench);
            }
            if let Some(problem) = &self.problem {
                text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).err);
            }
            ui.add_space(space::S2);
            ui.horizontal(|ui| {
                let word = if changes { bench.say("meeting-change") } else { bench.say("meeting-plan-do") };
                if ui.add(Button::primary(&word).icon(Icon::Check)).clicked() {
                    done = Some(Done::Send);
                }
                if leaves && ui.add(Button::text(&bench.say("meeting-leave"))).clicked() {
                    done = Some(Done::Leave);
                }
            });
        });
        done
    }

    /// The kinds of meeting; taking one fills the fields.
    fn template_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>) {
        let width = ui.available_width();
        let none = (String::new(), bench.say("meeting-template-none"));
        let named = |template: &Template| (template.id.clone(), pick(bench.lang, &template.title).to_owned());
        let choices: Vec<(String, String)> = std::iter::once(none).chain(self.templates.iter().map(named)).collect();
        let caption = bench.say("meeting-template");
        let mut id = self.template.clone();
        let taken_one = captioned_ui(ui, &caption, width, |ui| select_ui(ui, &caption, &choices, &mut id, width));
        if taken_one {
            self.template = id;
            if let Some(template) = self.chosen().cloned() {
                self.fill(bench, &template.plan(&taken(bench.lang), &bench.facts().file.title, At(0)));
            }
        }
        for problem in &self.unread {
            text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).warn);
        }
    }

    /// The fields, two in a row; true if Enter ended one of them.
    fn fields_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>) -> bool {
        let width = ui.available_width();
        let half = (width - space::S4) / 2.0;
        let mut entered = false;
        let mut field = |ui: &mut Ui, salt: &str, caption: String, text: &mut String, width: f32| {
            let response = captioned_ui(ui, &caption, width, |ui| {
                Field::new(text, &caption).id(Id::unique("meeting-plan").with(salt)).field_ui(ui)
            });
            entered |= bench.entered(ui, &response);
        };
        let row_ui = |ui: &mut Ui, field: &mut FieldUi<'_>, fields: [(&str, String, &mut String); 2]| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S4;
                for (salt, caption, text) in fields {
                    field(ui, salt, caption, text, half);
                }
            });
        };
        let (title, ordinal) = (bench.say("meeting-plan-title"), bench.say("meeting-plan-ordinal"));
        row_ui(ui, &mut field, [("title", title, &mut self.title), ("ordinal", ordinal, &mut self.ordinal)]);
        let (day, clock) = (bench.say("meeting-plan-day"), bench.say("meeting-plan-clock"));
        row_ui(ui, &mut field, [("day", day, &mut self.day), ("clock", clock, &mut self.clock)]);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            self.card_ui(ui, bench, half);
            let quarter = (half - space::S4) / 2.0;
            field(ui, "talk", bench.say("meeting-plan-talk"), &mut self.talk, quarter);
            field(ui, "turns", bench.say("meeting-plan-turns"), &mut self.turns, quarter);
        });
        let (place, notice) = (bench.say("meeting-plan-place"), bench.say("meeting-plan-notice"));
        row_ui(ui, &mut field, [("place", place, &mut self.place), ("notice", notice, &mut self.notice)]);
        field(ui, "parties", bench.say("meeting-plan-parties"), &mut self.parties, width);
        entered
    }

    /// The rule cards; taking one fills both numbers, which can be others as well.
    fn card_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, width: f32) {
        let typed = self.read_talk(bench).ok();
        let mut card = TalkRule::CARDS.into_iter().find(|card| Some(*card) == typed);
        let other = (None, bench.say("meeting-plan-card-other"));
        let named = |card: TalkRule| (Some(card), talk_rule(bench.lang, &card));
        let choices: Vec<_> = TalkRule::CARDS.into_iter().map(named).chain([other]).collect();
        let caption = bench.say("meeting-plan-card");
        let taken = captioned_ui(ui, &caption, width, |ui| select_ui(ui, &caption, &choices, &mut card, width));
        if let Some(card) = card.filter(|_| taken) {
            (self.talk, self.turns) = ((card.limit_ms / MINUTE_MS).to_string(), card.turns.to_string());
        }
    }

    /// The agenda that comes along, in one line.
    fn preview_ui(&self, ui: &mut Ui, bench: &Bench<'_>) {
        let Some(template) = self.chosen() else { return };
        let titles: Vec<&str> = template.items.iter().map(|item| pick(bench.lang, &item.title)).collect();
        let minutes: u32 = template.items.iter().map(|item| item.minutes).sum();
        let budget = Quantity::Minutes(minutes.into()).text(bench.lang);
        let args = [("budget", &*budget), ("items", &*titles.join(&bench.say("minutes-semicolon")))];
        let text = bench.tell("meeting-template-agenda", &args);
        text_ui(ui, &text, Size::Note, Weight::Regular, palette(ui).ink2);
    }

    /// The plan that was typed, or what is wrong with it.
    pub(super) fn read(&self, bench: &Bench<'_>) -> Result<Plan, String> {
        let day =
            read::coming_day(bench.lang, &self.day, bench.today())?.ok_or_else(|| bench.say("meeting-not-day"))?;
        let (hour, minute) = read::clock(bench.lang, &self.clock)?;
        let start: At = bench.zone.at(day, hour, minute).ok_or_else(|| bench.say("meeting-not-day"))?;
        let optional = |text: &str| match text.trim() {
            "" => Ok(None),
            text => read::count(bench.lang, text).map(Some),
        };
        let talk = self.read_talk(bench)?;
        let notice = optional(&self.notice)?.map(|days| {
            // Another number than the law's is not the law's.
            let source = self.source.as_ref().filter(|(of, _)| *of == days).map(|(_, source)| source.clone());
            NoticePeriod { days, source }
        });
        Ok(Plan {
            title: self.title.trim().to_owned(),
            ordinal: optional(&self.ordinal)?,
            place: self.place.trim().to_owned(),
            start,
            talk,
            agenda_locks: self.locks,
            template: self.template.clone(),
            notice,
            parties: self.parties(bench),
        })
    }

    fn read_talk(&self, bench: &Bench<'_>) -> Result<TalkRule, String> {
        let limit_ms = i64::from(read::count(bench.lang, &self.talk)?) * MINUTE_MS;
        Ok(TalkRule { limit_ms, turns: read::count(bench.lang, &self.turns)? })
    }

    /// The parties by their names; one that is called as the templates or the sign-in call it is known by its capacity.
    fn parties(&self, bench: &Bench<'_>) -> Vec<TableParty> {
        let of_templates = self.templates.iter().flat_map(|template| &template.parties);
        let mut known: Vec<(String, Option<Capacity>)> =
            of_templates.map(|party| (pick(bench.lang, &party.name).to_owned(), party.capacity)).collect();
        known.push((bench.say("capacity-property"), Some(Capacity::Property)));
        known.push((bench.say("capacity-community"), Some(Capacity::Community)));
        let names = self.parties.split(['、', '，', ',', ';', '；']).map(str::trim).filter(|name| !name.is_empty());
        let party = |name: &str| TableParty {
            name: name.to_owned(),
            capacity: known.iter().find(|(other, _)| other == name).and_then(|(_, capacity)| *capacity),
        };
        names.map(party).collect()
    }
}
