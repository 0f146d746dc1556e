//! One row of the agenda: number or sign, title, time, and what is said under it.

use deliberation::agenda::{Item, ItemState};
use deliberation::ids::{ItemNo, MeetingNo};
use deliberation::meeting::{Meeting, Phase};
use egui::{Align2, CornerRadius, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use words::figures::meeting as figures;
use words::speaking::item_kind_word;

use crate::look::Icon;
use crate::look::button::focus_ring_paint;
use crate::look::icons::icon_paint;
use crate::look::rules::current_edge_paint;
use crate::look::tokens::{Size, frame, palette, space};
use crate::meeting::bench::Bench;
use crate::meeting::pane_padding;
use crate::meeting::parts::lines::{Ink, text_paint, text_width};

const ROW_SMALL: f32 = 56.0;

/// Whether a vote or a poll holds the item on the table.
fn under_way(facts: &deliberation::Facts) -> bool {
    facts.open_vote().is_some() || facts.open_poll().is_some()
}

/// One item; pressing it puts it on the table, or before the opening shows its form. One that has not begun can be
/// dragged, and moved by key while it has the focus.
pub(super) fn row_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    meeting: MeetingNo,
    plan: &Meeting,
    number: ItemNo,
    item: &Item,
) -> Response {
    let colours = *palette(ui);
    let height = row_height(bench);
    let pressable = can_be_pressed(bench, plan, item);
    let mut sense = if pressable { Sense::click() } else { Sense::hover() };
    if plan.phase_allows_moving() && !plan.has_begun(number) {
        sense |= Sense::DRAG;
    }
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), sense);
    let second = second_line(bench, meeting, plan, number, item);
    // Once the meeting is open only what came late is set apart.
    let fixed = plan.phase == Phase::Planned && plan.plan.agenda_locks && plan.is_announced(item);
    let fixed_word = if fixed { bench.say("meeting-item-announced") } else { String::new() };
    let state = state_word(bench, item.state);
    let name = format!("{number} {} {state} {second} {fixed_word}", item.title);
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, pressable, item.state == ItemState::Current, name.trim()));
    let current = item.state == ItemState::Current;
    if current {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.sheet);
        current_edge_paint(ui.painter(), rect, &colours);
    } else if pressable && response.hovered() {
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
    let below = line + 23.0;
    let title = match (current, done) {
        (true, _) => Ink::medium(Size::Body, colours.ink),
        (_, true) => Ink::new(Size::Body, colours.ink2),
        _ => Ink::new(Size::Body, colours.ink),
    };
    // A title that has no room beside the time has the line to itself.
    let beside = right - from - text_width(ui, &spent, time) - space::S1;
    let long = text_width(ui, &item.title, title) > beside;
    let (room, time_at) = if long { (right - from, below) } else { (beside, line) };
    text_paint(ui, &item.title, title, Align2::LEFT_CENTER, pos2(from, line), room);
    let shown = text_paint(ui, &spent, time, Align2::RIGHT_CENTER, pos2(right, time_at), 90.0);
    let mut x = from;
    if plan.only_discussed(item) && !done {
        let flag = Rect::from_center_size(pos2(x + 7.0, below), Vec2::splat(frame::ICON_CHIP));
        icon_paint(ui.painter(), flag, Icon::Flag, colours.ink2);
        x += frame::ICON_CHIP + space::S1;
    } else if fixed {
        let lock = Rect::from_center_size(pos2(x + 7.0, below), Vec2::splat(frame::ICON_CHIP));
        icon_paint(ui.painter(), lock, Icon::Lock, colours.ink2);
        x += frame::ICON_CHIP + space::S1;
    }
    let until = if long { shown.left() - space::S1 } else { right };
    text_paint(ui, &second, time, Align2::LEFT_CENTER, pos2(x, below), until - x);
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(3.0));
    }
    response
}

/// Height of a row.
pub(super) fn row_height(bench: &Bench<'_>) -> f32 {
    if bench.small { ROW_SMALL } else { frame::AGENDA_ROW }
}

fn can_be_pressed(bench: &Bench<'_>, plan: &Meeting, item: &Item) -> bool {
    match plan.phase {
        Phase::Planned => true,
        Phase::Open(_) => item.state != ItemState::Current && !under_way(bench.facts()),
        Phase::Closed { .. } => false,
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
