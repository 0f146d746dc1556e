//! Read-back: the decisions and duties of the meeting one by one, the one being read marked.

use deliberation::agenda::ItemState;
use deliberation::ids::{ItemNo, MatterNo};
use egui::{Align2, CornerRadius, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use words::moment;

use super::Table;
use crate::look::button::focus_ring_paint;
use crate::look::rules::{current_edge_paint, hairline_paint};
use crate::look::tokens::{Size, palette, space};
use crate::look::{Button, Icon, empty_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, section_ui, text_paint};

/// Which one is being read.
#[derive(Default)]
pub(super) struct ReadBack {
    at: usize,
}

/// What was decided: the words, who, by when.
struct Decision {
    what: String,
    who: String,
    by: String,
}

const ROW: f32 = 60.0;

impl ReadBack {
    pub(super) fn read_back_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
        let decisions = decisions(bench, table);
        if decisions.is_empty() {
            let (title, next) = (bench.say("meeting-decisions-none"), bench.say("meeting-decisions-none-next"));
            empty_ui(ui, Icon::Check, &title, &next, |_| ());
            return;
        }
        self.at = self.at.min(decisions.len());
        let read = bench.tell(
            "meeting-read-of",
            &[("n", &self.at.min(decisions.len()).to_string()), ("all", &decisions.len().to_string())],
        );
        section_ui(ui, &bench.say("meeting-decisions"), &read);
        ui.add_space(space::S1);
        ui.horizontal(|ui| {
            if self.at < decisions.len()
                && ui.add(Button::primary(&bench.say("meeting-read-next")).icon(Icon::Next)).clicked()
            {
                self.at += 1;
            }
            if self.at > 0 && ui.add(Button::normal(&bench.say("meeting-read-back")).icon(Icon::Back)).clicked() {
                self.at -= 1;
            }
            if ui.add(Button::text(&bench.say("meeting-decisions-project"))).clicked() {
                bench.session.stage.show(session::StageCard::Decisions);
            }
        });
        ui.add_space(space::S1);
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, decision) in decisions.iter().enumerate() {
            if decision_ui(ui, at + 1, decision, at == self.at, at < self.at) {
                self.at = at;
            }
        }
    }
}

fn decisions(bench: &Bench<'_>, table: &Table<'_>) -> Vec<Decision> {
    let facts = bench.facts();
    let items = table.meeting.items.iter().enumerate();
    let items = items.filter(|(at, item)| {
        item.state == ItemState::Done && !item.conclusion.is_empty() && ItemNo::at(*at) != table.item
    });
    let concluded =
        items.map(|(_, item)| Decision { what: item.conclusion.clone(), who: item.title.clone(), by: String::new() });
    let duties = facts.matters.iter().enumerate().map(|(at, matter)| (MatterNo::at(at), matter));
    let duties = duties.filter(|(_, matter)| matter.from.is_some_and(|from| from.meeting == table.number));
    let duties = duties.map(|(_, matter)| Decision {
        what: matter.text.clone(),
        who: bench.name_and_place(matter.responsible),
        by: matter.due.map(|due| moment::day(bench.lang, due)).unwrap_or_default(),
    });
    concluded.chain(duties).collect()
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
