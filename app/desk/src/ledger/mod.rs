//! The ledger (台账): who does what until when, open or done. What is overdue is said in words.

mod detail;
mod rows;

use std::sync::Arc;

use deliberation::Command;
use deliberation::ids::MatterNo;
use egui::{Align, CornerRadius, Id, Layout, Rect, Ui, vec2};

use crate::action::Action;
use crate::look::rules::hairline_paint;
use crate::look::tokens::{Size, Weight, frame, palette, space, stroke};
use crate::look::{Button, Field, Icon, empty_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{PersonField, Whom, captioned_ui, pane_ui, read, select_ui};
use crate::page::{Place, Scene, Wish};

/// Which matters are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Filter {
    #[default]
    Open,
    Done,
    All,
}

/// The page with its drafts and what is marked in it.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct LedgerPage {
    #[serde(skip)]
    filter: Filter,
    #[serde(skip)]
    search: String,
    #[serde(skip)]
    marked: Option<MatterNo>,
    matter: Draft<MatterForm>,
    adding: bool,
    #[serde(skip)]
    focus: bool,
}

/// A new matter.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct MatterForm {
    text: String,
    responsible: PersonField,
    due: String,
    #[serde(skip)]
    problem: Option<String>,
}

const TOOLS: f32 = 68.0;

impl LedgerPage {
    /// Draws the page into the place the shell leaves it.
    pub fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let mut bench = Bench::new(ui, scene);
        let snapshot = Arc::clone(&bench.snapshot);
        self.follow(&bench);
        let page = ui.max_rect();
        let colours = *palette(ui);
        ui.painter().rect_filled(page, CornerRadius::ZERO, colours.sheet);
        let head = page.with_max_y(page.top() + frame::HEAD_BAR);
        let below = page.with_min_y(head.bottom());
        let detail = below.with_min_x(below.right() - frame::DETAIL);
        let table = below.with_max_x(detail.left());
        ground_paint(ui, head, detail);
        pane_ui(ui, "ledger-head", head.shrink2(vec2(space::S6, 0.0)), |ui| self.head_ui(ui, &bench));
        let inner = table.shrink2(vec2(space::S6, 0.0));
        if snapshot.facts.matters.is_empty() {
            pane_ui(ui, "ledger-none", inner.shrink2(vec2(0.0, space::S7)), |ui| {
                let (title, next) = (bench.say("meeting-ledger-none"), bench.say("meeting-ledger-none-next"));
                empty_ui(ui, Icon::Ledger, &title, &next, |ui| {
                    let cap = Action::New.key_cap(bench.lang);
                    if ui.add(Button::primary(&bench.say("meeting-matter-new")).icon(Icon::Plus).key(&cap)).clicked() {
                        bench.wish(Action::New);
                    }
                    if ui.add(Button::normal(&bench.say("meeting-to-meeting")).icon(Icon::Meeting)).clicked() {
                        bench.wishes.push(Wish::Show(Place::Meeting));
                    }
                });
            });
        } else {
            let tools = inner.with_max_y(inner.top() + TOOLS);
            pane_ui(ui, "ledger-tools", tools.shrink2(vec2(0.0, space::S4)), |ui| self.tools_ui(ui, &bench));
            pane_ui(ui, "ledger-rows", inner.with_min_y(tools.bottom()), |ui| {
                let listed = rows::listed(&bench, self.filter, &self.search);
                if let Some(clicked) = rows::rows_ui(ui, &bench, &listed, self.marked) {
                    self.marked = Some(clicked);
                    self.adding = false;
                }
            });
        }
        pane_ui(ui, "ledger-detail", detail.shrink2(vec2(space::S6, space::S5)), |ui| {
            if self.adding {
                self.form_ui(ui, &mut bench);
            } else if let Some(matter) = self.marked.and_then(|number| Some((number, snapshot.facts.matter(number)?))) {
                detail::detail_ui(ui, &mut bench, matter.0, matter.1);
            } else {
                text_ui(ui, &bench.say("meeting-ledger-pick"), Size::Body, Weight::Regular, colours.ink2);
            }
        });
    }

    /// Whether a form is open that Esc closes first.
    pub fn has_open_form(&self) -> bool {
        self.adding
    }

    fn follow(&mut self, bench: &Bench<'_>) {
        if bench.asked(Action::New) {
            self.adding = true;
            self.focus = true;
        }
        if bench.asked(Action::Leave) {
            self.adding = false;
        }
        if self.matter.settled(bench.session) {
            self.adding = false;
            self.marked = bench.facts().matters.len().checked_sub(1).map(MatterNo::at);
        }
        if self.marked.is_none() {
            self.marked = rows::listed(bench, self.filter, "").first().map(|(number, _)| *number);
        }
    }

    fn head_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>) {
        let colours = *palette(ui);
        ui.horizontal(|ui| {
            ui.set_min_height(frame::HEAD_BAR);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space((frame::HEAD_BAR - Size::Note.desk_line() - Size::Title.desk_line()) / 2.0);
                text_ui(ui, &bench.facts().file.title, Size::Note, Weight::Regular, colours.ink2);
                text_ui(ui, &bench.say("meeting-ledger"), Size::Title, Weight::Medium, colours.ink);
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (text, cap) = (bench.say("meeting-matter-new"), Action::New.key_cap(bench.lang));
                if ui.add(Button::primary(&text).icon(Icon::Plus).key(&cap)).clicked() {
                    self.adding = true;
                    self.focus = true;
                }
            });
        });
    }

    fn tools_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>) {
        ui.horizontal(|ui| {
            let id = Id::unique("ledger-search");
            if bench.asked(Action::Find) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            let (name, hint) = (bench.say("meeting-ledger-search"), bench.say("meeting-ledger-search-hint"));
            Field::new(&mut self.search, &name).hint(&hint).icon(Icon::Search).width(260.0).id(id).field_ui(ui);
            let counts = words::figures::matters(bench.lang, bench.facts());
            let of = |at: usize| counts.get(at).map_or("", |figure| figure.number.as_str());
            let choices = [
                (Filter::Open, bench.tell("meeting-filter-open", &[("n", of(0))])),
                (Filter::Done, bench.tell("meeting-filter-done", &[("n", of(1))])),
                (Filter::All, bench.say("meeting-filter-all")),
            ];
            select_ui(ui, &bench.say("meeting-filter"), &choices, &mut self.filter, 140.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                text_ui(ui, &bench.say("meeting-due-first"), Size::Note, Weight::Regular, palette(ui).ink2);
            });
        });
    }

    fn form_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>) {
        let colours = *palette(ui);
        text_ui(ui, &bench.say("meeting-matter-form"), Size::Title, Weight::Medium, colours.ink);
        ui.add_space(space::S2);
        let width = ui.available_width();
        let form = &mut self.matter.value;
        let caption = bench.say("meeting-duty-what");
        let what = captioned_ui(ui, &caption, width, |ui| {
            Field::new(&mut form.text, &caption).id(Id::unique("ledger-matter")).field_ui(ui)
        });
        if std::mem::take(&mut self.focus) {
            what.request_focus();
        }
        let caption = bench.say("meeting-duty-who");
        captioned_ui(ui, &caption, width, |ui| {
            let hint = bench.say("meeting-hand-hint");
            let id = Id::unique("ledger-who");
            form.responsible.form_person_ui(ui, bench, id, (&caption, &hint), Whom::Anybody, width)
        });
        let caption = bench.say("meeting-duty-due");
        let due = captioned_ui(ui, &caption, width, |ui| {
            Field::new(&mut form.due, &caption).hint(&bench.say("meeting-day-hint")).field_ui(ui)
        });
        if let Some(problem) = &form.problem {
            text_ui(ui, problem, Size::Note, Weight::Regular, colours.err);
        }
        let entered = bench.entered(ui, &due);
        ui.add_space(space::S3);
        let pressed = ui.horizontal(|ui| {
            let pressed = ui.add(Button::primary(&bench.say("meeting-matter-do")).icon(Icon::Check)).clicked();
            if ui.add(Button::text(&bench.say("meeting-leave"))).clicked() {
                self.adding = false;
            }
            pressed
        });
        if pressed.inner || entered {
            self.send(bench);
        }
    }

    fn send(&mut self, bench: &mut Bench<'_>) {
        let form = &mut self.matter.value;
        let who = form.responsible.chosen.ok_or_else(|| bench.say("meeting-duty-who-missing"));
        match who.and_then(|who| Ok((who, read::coming_day(bench.lang, &form.due, bench.today())?))) {
            Ok((who, due)) => {
                form.problem = None;
                let text = form.text.clone();
                self.matter.send(
                    bench,
                    vec![Command::TakeDuty { text, responsible: who.into(), due, item: None, offer: None }],
                );
            }
            Err(problem) => form.problem = Some(problem),
        }
    }
}

fn ground_paint(ui: &Ui, head: Rect, detail: Rect) {
    let colours = palette(ui);
    for rect in [head, detail] {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.paper);
    }
    hairline_paint(ui.painter(), head.x_range(), head.bottom(), colours);
    ui.painter().vline(detail.left(), detail.y_range(), egui::Stroke::new(stroke::HAIR, colours.line));
}
