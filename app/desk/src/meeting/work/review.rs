//! Duties: those of earlier meetings looked at again, and those taken on under this item.

use std::sync::Arc;

use deliberation::Command;
use deliberation::ids::MatterNo;
use deliberation::matter::{Matter, before_meeting};
use egui::Ui;
use words::moment;

use super::Table;
use crate::look::tokens::{frame, palette, space};
use crate::look::{Button, Icon, empty_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::section_ui;
use crate::meeting::parts::table::{Cell, Column, fill, head_ui, row_ui};

/// What this meeting's review looks at, open ones first.
pub(super) fn review_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
    let snapshot = Arc::clone(&bench.snapshot);
    let matters = before_meeting(&snapshot.facts, table.number);
    if matters.is_empty() {
        let (title, next) = (bench.say("meeting-review-none"), bench.say("meeting-review-none-next"));
        empty_ui(ui, Icon::Ledger, &title, &next, |_| ());
        return;
    }
    let done = matters.iter().filter(|(_, matter)| matter.done.is_some()).count();
    let (done, open) = (done.to_string(), (matters.len() - done).to_string());
    let sum = bench.tell("meeting-review-sum", &[("done", &done), ("open", &open)]);
    section_ui(ui, &bench.say("meeting-review"), &sum);
    matters_ui(ui, bench, &matters, true);
}

/// The duties taken on under the item on the table.
pub(super) fn duties_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
    let snapshot = Arc::clone(&bench.snapshot);
    let here =
        |matter: &Matter| matter.from.is_some_and(|from| from.meeting == table.number && from.item == table.item);
    let matters: Vec<(MatterNo, &Matter)> = snapshot
        .facts
        .matters
        .iter()
        .enumerate()
        .map(|(at, matter)| (MatterNo::at(at), matter.as_ref()))
        .filter(|(_, matter)| here(matter))
        .collect();
    if matters.is_empty() {
        return;
    }
    ui.add_space(space::S3);
    let count = bench.tell("meeting-entries", &[("n", &matters.len().to_string())]);
    section_ui(ui, &bench.say("meeting-duties"), &count);
    matters_ui(ui, bench, &matters, false);
}

fn matters_ui(ui: &mut Ui, bench: &mut Bench<'_>, matters: &[(MatterNo, &Matter)], tick: bool) {
    let colours = *palette(ui);
    let button = if tick { 112.0 } else { 0.0 };
    let columns = fill(
        vec![
            Column::words(bench.say("meeting-matter"), 220.0),
            Column::words(bench.say("meeting-duty-who"), 150.0),
            Column::number(bench.say("meeting-duty-due"), 120.0),
            Column::words(bench.say("meeting-matter-state"), 90.0),
        ],
        ui.available_width() - button,
    );
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(ui, &columns);
    let today = bench.zone.day(bench.at());
    for (number, matter) in matters {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let state = match (matter.done, matter.days_beyond(today)) {
                (Some(_), _) => Cell::new(bench.say("meeting-matter-done"), colours.ink2),
                (None, days @ 1..) => {
                    Cell::medium(bench.tell("matter-late", &[("n", &days.to_string())]), colours.warn)
                }
                (None, _) => Cell::new(bench.say("meeting-matter-open"), colours.ink),
            };
            let due = matter.due.map_or_else(|| "—".to_owned(), |due| moment::day_short(bench.lang, due));
            let cells = [
                Cell::new(matter.text.clone(), colours.ink),
                Cell::new(bench.name(matter.responsible), colours.ink),
                Cell::new(due, colours.ink),
                state,
            ];
            let row = row_ui(ui, &columns, &cells, frame::BUTTON + space::S1, None);
            row.on_hover_text(&matter.text);
            if tick {
                ui.add_space(space::S2);
                let (text, command) = match matter.done {
                    None => (bench.say("meeting-matter-tick"), Command::FinishDuty { matter: *number }),
                    Some(_) => (bench.say("meeting-matter-untick"), Command::ReopenDuty { matter: *number }),
                };
                let button = ui.add(Button::text(&text).pane());
                let named = format!("{text} {}", matter.text);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &named));
                if button.clicked() {
                    bench.submit(command);
                }
            }
        });
    }
}
