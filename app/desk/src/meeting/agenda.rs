//! The agenda pane: items with number, state, time and second line; the drift of the meeting at the foot.

use deliberation::Command;
use deliberation::agenda::{Item, ItemKind, ItemState};
use deliberation::ids::{ItemNo, MeetingNo};
use deliberation::meeting::{Meeting, Phase};
use egui::{Align2, CornerRadius, Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use words::figures::meeting as figures;
use words::moment;
use words::speaking::item_kind_word;

use super::bench::Bench;
use super::draft::Draft;
use super::pane_padding;
use super::parts::lines::{Ink, text_paint};
use super::parts::{captioned_ui, card_ui, line_ui, pane_ui, read, scroll_ui, select_ui};
use crate::action::Action;
use crate::look::button::focus_ring_paint;
use crate::look::icons::icon_paint;
use crate::look::rules::{current_edge_paint, hairline_paint};
use crate::look::tokens::{Size, frame, palette, space};
use crate::look::{Button, Field, Icon, text_ui};

const FOOT: f32 = 76.0;
const ROW_SMALL: f32 = 56.0;

/// The pane with the half-typed item.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct AgendaPane {
    item: Draft<ItemForm>,
    adding: bool,
    #[serde(skip)]
    focus: bool,
}

/// A new item.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct ItemForm {
    title: String,
    kind: ItemKind,
    minutes: String,
    #[serde(skip)]
    problem: Option<String>,
}

impl Default for ItemForm {
    fn default() -> ItemForm {
        ItemForm { title: String::new(), kind: ItemKind::Discussion, minutes: "10".to_owned(), problem: None }
    }
}

impl AgendaPane {
    /// Closes the form; its draft is kept. True if one was open.
    pub(super) fn leave(&mut self) -> bool {
        std::mem::take(&mut self.adding)
    }

    pub(super) fn has_form(&self) -> bool {
        self.adding
    }

    /// The pane of a meeting.
    pub(super) fn agenda_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MeetingNo, meeting: &Meeting) {
        let ended = matches!(meeting.phase, Phase::Closed { .. });
        if bench.asked(Action::NewItem) && !ended {
            self.adding = true;
            self.focus = true;
        }
        if self.item.settled(bench.session) {
            self.adding = false;
        }
        let pane = ui.max_rect();
        let padding = pane_padding(bench.small);
        let foot = pane.with_min_y(pane.bottom() - FOOT);
        let head = Rect::from_min_size(pane.min + vec2(padding, padding), vec2(pane.width() - 2.0 * padding, 20.0));
        pane_ui(ui, "head", head, |ui| {
            let note = Ink::new(Size::Note, palette(ui).ink2);
            let items = figures::items(bench.lang, number, meeting).number;
            let budget = figures::budget(bench.lang, number, meeting).text;
            let sum = bench.tell("meeting-agenda-sum", &[("items", &items), ("budget", &budget)]);
            line_ui(ui, (&bench.say("meeting-agenda"), note), (&sum, note));
        });
        let list = pane.with_min_y(head.bottom() + space::S3).with_max_y(foot.top());
        pane_ui(ui, "list", list, |ui| {
            scroll_ui(ui, "items", |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (index, item) in meeting.items.iter().enumerate() {
                    row_ui(ui, bench, number, meeting, ItemNo::at(index), item);
                }
                if !ended {
                    self.add_ui(ui, bench, meeting);
                }
            });
        });
        pane_ui(ui, "drift", foot, |ui| drift_ui(ui, bench, meeting));
    }

    fn add_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
        let padding = pane_padding(bench.small);
        let width = ui.available_width() - 2.0 * padding;
        ui.add_space(space::S2);
        ui.horizontal(|ui| {
            ui.add_space(padding);
            if self.adding {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    card_ui(ui, &bench.say("meeting-item-new"), |ui| self.form_ui(ui, bench, meeting));
                });
            } else {
                let (text, cap) = (bench.say("meeting-item-add"), Action::NewItem.key_cap(bench.lang));
                if ui.add(Button::text(&text).icon(Icon::Plus).key(&cap).pane()).clicked() {
                    self.adding = true;
                    self.focus = true;
                }
            }
        });
        ui.add_space(space::S3);
    }

    fn form_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
        let width = ui.available_width();
        let id = Id::unique("meeting-item-title");
        let form = &mut self.item.value;
        let name = bench.say("meeting-item-title");
        let title = Field::new(&mut form.title, &name).hint(&name).id(id).field_ui(ui);
        if std::mem::take(&mut self.focus) {
            title.request_focus();
        }
        let kinds = KINDS.map(|kind| (kind, item_kind_word(bench.lang, kind)));
        let caption = bench.say("meeting-item-kind");
        captioned_ui(ui, &caption, width, |ui| select_ui(ui, &caption, &kinds, &mut form.kind, width));
        let caption = bench.say("meeting-item-minutes");
        let minutes = captioned_ui(ui, &caption, width, |ui| {
            Field::new(&mut form.minutes, &caption).number().problem(form.problem.as_deref()).field_ui(ui)
        });
        ui.add_space(space::S1);
        let entered = bench.entered(ui, &title) || bench.entered(ui, &minutes);
        let add = bench.say("meeting-item-do");
        let pressed = ui.horizontal(|ui| {
            let pressed = ui.add(Button::primary(&add).pane()).clicked();
            if ui.add(Button::text(&bench.say("meeting-leave")).pane()).clicked() {
                self.adding = false;
            }
            pressed
        });
        if pressed.inner || entered {
            self.send(bench, meeting);
        }
    }

    fn send(&mut self, bench: &mut Bench<'_>, meeting: &Meeting) {
        let form = &mut self.item.value;
        match read::count(bench.lang, &form.minutes) {
            Ok(minutes) => {
                form.problem = None;
                // What is read out at the end stays at the end.
                let last = meeting
                    .items
                    .iter()
                    .position(|item| item.kind == ItemKind::ReadBack && item.state == ItemState::Waiting)
                    .filter(|_| form.kind != ItemKind::ReadBack)
                    .map(ItemNo::at);
                let command = Command::AddItem { title: form.title.clone(), kind: form.kind, minutes, before: last };
                self.item.send(bench, vec![command]);
            }
            Err(problem) => form.problem = Some(problem),
        }
    }
}

/// The pane while no meeting is planned.
pub(super) fn empty_ui(ui: &mut Ui, bench: &Bench<'_>) {
    let inner = ui.max_rect().shrink(pane_padding(bench.small));
    pane_ui(ui, "empty", inner, |ui| {
        let ink2 = palette(ui).ink2;
        line_ui(ui, (&bench.say("meeting-agenda"), Ink::new(Size::Note, ink2)), ("", Ink::new(Size::Note, ink2)));
        text_ui(ui, &bench.say("meeting-agenda-none"), Size::Body, crate::look::Weight::Regular, ink2);
    });
}

const KINDS: [ItemKind; 5] =
    [ItemKind::Discussion, ItemKind::Proposal, ItemKind::Procedure, ItemKind::Review, ItemKind::ReadBack];

/// Whether a vote or a poll holds the item on the table.
fn under_way(facts: &deliberation::Facts) -> bool {
    facts.open_vote().is_some() || facts.open_poll().is_some()
}

/// One item; pressing it puts it on the table.
fn row_ui(ui: &mut Ui, bench: &mut Bench<'_>, meeting: MeetingNo, plan: &Meeting, number: ItemNo, item: &Item) {
    let colours = *palette(ui);
    let height = if bench.small { ROW_SMALL } else { frame::AGENDA_ROW };
    let startable = plan.is_open() && item.state != ItemState::Current && !under_way(bench.facts());
    let sense = if startable { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), sense);
    let second = second_line(bench, meeting, plan, number, item);
    let state = state_word(bench, item.state);
    let name = format!("{number} {} {state} {second}", item.title);
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, startable, item.state == ItemState::Current, name.trim()));
    let current = item.state == ItemState::Current;
    if current {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.sheet);
        current_edge_paint(ui.painter(), rect, &colours);
    } else if startable && response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.well);
    }
    // The smallest pane gives a little of its padding to the titles.
    let padding = if bench.small { 14.0 } else { pane_padding(false) };
    let (left, right) = (rect.left() + padding, rect.right() - padding);
    let line = rect.top() + if bench.small { 18.0 } else { 21.0 };
    let done = matches!(item.state, ItemState::Done | ItemState::Shelved);
    let sign = Rect::from_center_size(pos2(left + 8.0, line), Vec2::splat(frame::ICON_CHIP + 2.0));
    match item.state {
        ItemState::Done => icon_paint(ui.painter(), sign, Icon::Check, colours.accent),
        ItemState::Shelved => icon_paint(ui.painter(), sign, Icon::Minus, colours.ink2),
        _ => {
            let ink =
                if current { Ink::medium(Size::Body, colours.accent) } else { Ink::new(Size::Body, colours.ink2) };
            text_paint(ui, &number.to_string(), ink, Align2::LEFT_CENTER, pos2(left, line), padding);
        }
    }
    let from = left + if bench.small { 22.0 } else { 32.0 };
    let time = Ink::new(Size::Note, colours.ink2);
    let spent = time_text(bench, meeting, number, item);
    let shown = text_paint(ui, &spent, time, Align2::RIGHT_CENTER, pos2(right, line), 90.0);
    let title = match (current, done) {
        (true, _) => Ink::medium(Size::Body, colours.ink),
        (_, true) => Ink::new(Size::Body, colours.ink2),
        _ => Ink::new(Size::Body, colours.ink),
    };
    text_paint(ui, &item.title, title, Align2::LEFT_CENTER, pos2(from, line), shown.left() - from - space::S1);
    let below = line + 23.0;
    let mut x = from;
    if plan.only_discussed(item) && !done {
        let flag = Rect::from_center_size(pos2(x + 7.0, below), Vec2::splat(frame::ICON_CHIP));
        icon_paint(ui.painter(), flag, Icon::Flag, colours.ink2);
        x += frame::ICON_CHIP + space::S1;
    }
    text_paint(ui, &second, time, Align2::LEFT_CENTER, pos2(x, below), right - x);
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(3.0));
    }
    if response.clicked() {
        bench.submit(Command::StartItem { item: number });
    }
}

fn state_word(bench: &Bench<'_>, state: ItemState) -> String {
    match state {
        ItemState::Waiting => String::new(),
        ItemState::Current => bench.say("meeting-item-current"),
        ItemState::Done => bench.say("meeting-item-done"),
        ItemState::Shelved => bench.say("meeting-item-shelved"),
    }
}

/// "17 / 20 分" on the table, "19 分" behind, "10 分" ahead.
fn time_text(bench: &Bench<'_>, meeting: MeetingNo, number: ItemNo, item: &Item) -> String {
    let budget = figures::item_budget(bench.lang, meeting, number, item);
    let spent = figures::item_spent(bench.lang, meeting, number, item, bench.at());
    match item.state {
        ItemState::Current => bench.tell("meeting-item-time", &[("spent", &spent.number), ("budget", &budget.text)]),
        ItemState::Done | ItemState::Shelved => spent.text,
        ItemState::Waiting => budget.text,
    }
}

fn second_line(bench: &Bench<'_>, meeting: MeetingNo, plan: &Meeting, number: ItemNo, item: &Item) -> String {
    let facts = bench.facts();
    match item.state {
        ItemState::Done if !item.conclusion.is_empty() => return item.conclusion.clone(),
        ItemState::Shelved => return bench.say("meeting-item-shelved"),
        ItemState::Current => {
            let here = |vote: &deliberation::vote::Vote| vote.meeting == meeting && vote.item == number;
            if let Some((_, vote)) = facts.open_vote().filter(|(_, vote)| here(vote)) {
                let method = words::voting::method_word(bench.lang, vote.method);
                return bench.tell("meeting-item-voting", &[("method", &method)]);
            }
            if facts.open_poll().is_some_and(|(_, poll)| poll.meeting == meeting && poll.item == number) {
                return bench.say("soft-item");
            }
            let runs = |run: &&std::sync::Arc<deliberation::procedure::ProcedureRun>| {
                run.meeting == meeting && run.item == number && run.conclusion.is_none()
            };
            if let Some(run) = facts.procedures.iter().find(runs) {
                let title = words::rule_words::pick(bench.lang, &run.plugin.title);
                return bench.tell("meeting-item-procedure", &[("title", title)]);
            }
        }
        _ => {}
    }
    if plan.only_discussed(item) && item.state == ItemState::Waiting {
        return bench.say("meeting-only-discussed");
    }
    item_kind_word(bench.lang, item.kind)
}

fn drift_ui(ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
    let colours = *palette(ui);
    let pane = ui.max_rect();
    hairline_paint(ui.painter(), pane.x_range(), pane.top(), &colours);
    let padding = pane_padding(bench.small);
    let inner = pane.shrink2(vec2(padding, space::S4));
    let (end, late) = meeting.drift(bench.at());
    let planned = deliberation::At(meeting.plan.start.0 + meeting.budget_ms());
    pane_ui(ui, "drift-lines", inner, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (word, expected) = match meeting.phase {
            Phase::Open(_) => (moment::drift(bench.lang, late), "meeting-ends-at"),
            Phase::Planned => (bench.say("meeting-not-open"), "meeting-ends-at"),
            Phase::Closed { .. } => (bench.say("meeting-over"), "meeting-ended-at"),
        };
        let planned = bench.tell("meeting-planned-end", &[("time", &moment::clock(&bench.zone, planned))]);
        let note = Ink::new(Size::Note, colours.ink2);
        line_ui(ui, (&word, Ink::medium(Size::Body, colours.ink)), (&planned, note));
        let time = moment::clock(&bench.zone, end);
        let expected = match expected {
            "meeting-ended-at" => bench.tell("meeting-ended-at", &[("time", &time)]),
            _ => bench.tell("meeting-ends-at", &[("time", &time)]),
        };
        line_ui(ui, (&expected, note), ("", note));
    });
}
