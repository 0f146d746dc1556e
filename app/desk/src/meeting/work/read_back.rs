//! Read-back: the decisions and duties of the meeting one by one, the one the room sees marked.

use deliberation::ids::ItemNo;
use deliberation::settled::{Settled, settled};
use egui::{Align2, CornerRadius, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use session::StageCard;
use words::moment;
use words::settled_words::settled_text;

use super::Table;
use crate::action::Action;
use crate::look::button::focus_ring_paint;
use crate::look::rules::{current_edge_paint, hairline_paint};
use crate::look::tokens::{Size, palette, space};
use crate::look::{Button, Icon, empty_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, section_ui, text_paint};

/// What was decided: the words, who, by when.
struct Decision {
    what: String,
    who: String,
    by: String,
}

const ROW: f32 = 60.0;

pub(super) fn read_back_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
    let decisions = decisions(bench, table);
    if decisions.is_empty() {
        let (title, next) = (bench.say("meeting-decisions-none"), bench.say("meeting-decisions-none-next"));
        empty_ui(ui, Icon::Check, &title, &next, |_| ());
        return;
    }
    let all = decisions.len();
    let reading = bench.session.stage.reading().min(all);
    let read = bench.tell("meeting-read-of", &[("n", &reading.to_string()), ("all", &all.to_string())]);
    section_ui(ui, &bench.say("meeting-decisions"), &read);
    ui.add_space(space::S1);
    let mut next = reading;
    ui.horizontal(|ui| {
        let cap = Action::NextMoment.key_cap(bench.lang);
        let shown = bench.session.stage.shown().card == StageCard::Decisions;
        let word = bench.say("meeting-read-next");
        let on = Button::primary(&word).icon(Icon::Next).key(if shown { &cap } else { "" });
        if reading < all && ui.add(on).clicked() {
            next += 1;
        }
        if reading > 0 && ui.add(Button::normal(&bench.say("meeting-read-back")).icon(Icon::Back)).clicked() {
            next -= 1;
        }
        if !shown && ui.add(Button::text(&bench.say("meeting-decisions-project"))).clicked() {
            bench.session.stage.show(StageCard::Decisions);
        }
    });
    ui.add_space(space::S1);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, decision) in decisions.iter().enumerate() {
        if decision_ui(ui, at + 1, decision, at == reading, at < reading) {
            next = at;
        }
    }
    if next != reading {
        bench.session.stage.read_to(next);
    }
}

/// What the room has read to it, in the same order.
fn decisions(bench: &Bench<'_>, table: &Table<'_>) -> Vec<Decision> {
    let facts = bench.facts();
    let of_item = |item: ItemNo| table.meeting.item(item).map(|item| item.title.clone()).unwrap_or_default();
    let decision = |settled: Settled| {
        let what = settled_text(bench.lang, facts, bench.snapshot.as_ref(), table.number, settled);
        let (who, due) = match settled {
            Settled::Concluded(item) => (of_item(item), None),
            Settled::Voted(vote) => (facts.vote(vote).map(|vote| of_item(vote.item)).unwrap_or_default(), None),
            Settled::Duty(matter) => {
                let matter = facts.matter(matter);
                let who = matter.map(|matter| bench.name_and_place(matter.responsible)).unwrap_or_default();
                (who, matter.and_then(|matter| matter.due))
            }
        };
        Decision { what, who, by: due.map(|due| moment::day(bench.lang, due)).unwrap_or_default() }
    };
    settled(facts, table.number).into_iter().map(decision).collect()
}

/// One decision; true if it was pressed to be read now.
fn decision_ui(ui: &mut Ui, at: usize, decision: &Decision, current: bool, read: bool) -> bool {
    let colours = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let name = format!("{at} {} {} {}", decision.what, decision.who, decision.by);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, current, name.trim()));
    if current {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.soft);
        current_edge_paint(ui.painter(), rect, &colours);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.well);
    }
    let (first, second) = (rect.top() + 19.0, rect.top() + 42.0);
    let left = rect.left() + space::S4;
    if read {
        let square = egui::Rect::from_center_size(pos2(left + 8.0, first), Vec2::splat(18.0));
        crate::look::icons::icon_paint(ui.painter(), square, Icon::Check, colours.accent);
    } else {
        let ink = Ink::new(Size::Body, colours.ink2);
        text_paint(ui, &at.to_string(), ink, Align2::LEFT_CENTER, pos2(left, first), space::S5);
    }
    let from = left + space::S6;
    let room = rect.right() - from - space::S3;
    let ink = if current { Ink::medium(Size::Body, colours.ink) } else { Ink::new(Size::Body, colours.ink) };
    text_paint(ui, &decision.what, ink, Align2::LEFT_CENTER, pos2(from, first), room);
    let note = Ink::new(Size::Note, colours.ink2);
    let by = text_paint(ui, &decision.by, note, Align2::RIGHT_CENTER, pos2(rect.right() - space::S3, second), 200.0);
    text_paint(ui, &decision.who, note, Align2::LEFT_CENTER, pos2(from, second), by.left() - from - space::S2);
    hairline_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &colours);
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(2.0));
    }
    response.clicked()
}
