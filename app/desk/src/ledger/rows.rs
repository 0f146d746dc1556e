//! The matters in groups: overdue, due soon, the others, done; what is due first stands first.

use deliberation::ids::MatterNo;
use deliberation::matter::Matter;
use egui::Ui;
use session::Snapshot;
use words::moment;

use super::Filter;
use crate::look::rules::firm_line_paint;
use crate::look::text_ui;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::meeting::bench::Bench;
use crate::meeting::parts::scroll_ui;
use crate::meeting::parts::table::{Cell, Column, fill, head_ui, row_ui};

/// Days within which a matter is due soon.
const SOON: i32 = 7;

/// Where a matter stands against today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Overdue by days.
    Late,
    /// Due within a week.
    Soon,
    /// Later, or without a day.
    Ahead,
    /// Done.
    Done,
}

/// Where a matter stands on `today`, days since 1970.
pub(super) fn standing(matter: &Matter, today: i32) -> Standing {
    match (matter.done, matter.due) {
        (Some(_), _) => Standing::Done,
        (None, Some(due)) if due.0 < today => Standing::Late,
        (None, Some(due)) if due.0 - today <= SOON => Standing::Soon,
        _ => Standing::Ahead,
    }
}

/// "过期 6 天", "还有 4 天", "今天到期"; nothing without a day or once done.
pub(super) fn distance(bench: &Bench<'_>, matter: &Matter) -> String {
    let today = bench.zone.day(bench.at()).0;
    let Some(due) = matter.due.filter(|_| matter.done.is_none()) else { return String::new() };
    let days = due.0.saturating_sub(today);
    let count = days.unsigned_abs().to_string();
    match days {
        0 => bench.say("meeting-due-today"),
        1.. => bench.tell("meeting-days-left", &[("n", &count)]),
        _ => bench.tell("matter-late", &[("n", &count)]),
    }
}

/// "第 14 次会议，第 4 项", or that it comes from outside a meeting.
pub(super) fn origin(bench: &Bench<'_>, matter: &Matter) -> String {
    let Some(from) = matter.from else { return bench.say("meeting-from-outside") };
    let ordinal = bench.facts().meeting(from.meeting).and_then(|meeting| meeting.plan.ordinal);
    let ordinal = ordinal.unwrap_or(from.meeting.0).to_string();
    bench.tell("meeting-from-item", &[("n", &ordinal), ("item", &from.item.to_string())])
}

/// The matters of a filter that fit the search, in the order of the page.
pub(super) fn listed(bench: &Bench<'_>, filter: Filter, search: &str) -> Vec<(MatterNo, std::sync::Arc<Matter>)> {
    let today = bench.zone.day(bench.at()).0;
    let matters = bench.facts().matters.iter().enumerate();
    let mut listed: Vec<(MatterNo, std::sync::Arc<Matter>)> = matters
        .map(|(at, matter)| (MatterNo::at(at), std::sync::Arc::clone(matter)))
        .filter(|(_, matter)| match filter {
            Filter::Open => matter.done.is_none(),
            Filter::Done => matter.done.is_some(),
            Filter::All => true,
        })
        .filter(|(_, matter)| fits(&bench.snapshot, matter, search))
        .collect();
    listed.sort_by_key(|(number, matter)| (standing(matter, today), matter.due.map_or(i32::MAX, |due| due.0), *number));
    listed
}

/// Words of the matter, or whoever does it by door, name or pinyin.
fn fits(snapshot: &Snapshot, matter: &Matter, search: &str) -> bool {
    let search = search.trim();
    search.is_empty()
        || matter.text.contains(search)
        || session::find(snapshot, search).iter().any(|found| found.person == matter.responsible)
}

/// Head and rows; the matter that was pressed.
pub(super) fn rows_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    listed: &[(MatterNo, std::sync::Arc<Matter>)],
    marked: Option<MatterNo>,
) -> Option<MatterNo> {
    let colours = *palette(ui);
    let columns = fill(
        vec![
            Column::words(bench.say("meeting-number"), 60.0),
            Column::words(bench.say("meeting-matter"), 240.0),
            Column::words(bench.say("meeting-origin"), 164.0),
            Column::words(bench.say("meeting-matter-state"), 76.0),
            Column::words(bench.say("meeting-duty-who"), 88.0),
            Column::number(bench.say("meeting-duty-due"), 108.0),
            Column::number("", 104.0),
        ],
        ui.available_width(),
    );
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(ui, &columns);
    let today = bench.zone.day(bench.at()).0;
    scroll_ui(ui, "matters", |ui| {
        if listed.is_empty() {
            ui.add_space(space::S4);
            text_ui(ui, &bench.say("meeting-ledger-empty"), Size::Body, Weight::Regular, colours.ink2);
        }
        let mut last = None;
        for (number, matter) in listed {
            let now = standing(matter, today);
            if last != Some(now) {
                let count = listed.iter().filter(|(_, other)| standing(other, today) == now).count();
                group_ui(ui, bench, now, count);
                last = Some(now);
            }
            let cells = cells(bench, *number, matter, now, &colours);
            let row = row_ui(ui, &columns, &cells, frame::ROW, Some(marked == Some(*number)));
            if row.on_hover_text(&matter.text).clicked() {
                clicked = Some(*number);
            }
        }
    });
    clicked
}

fn group_ui(ui: &mut Ui, bench: &Bench<'_>, standing: Standing, count: usize) {
    let colours = *palette(ui);
    let title = match standing {
        Standing::Late => bench.say("meeting-group-late"),
        Standing::Soon => bench.say("meeting-group-soon"),
        Standing::Ahead => bench.say("meeting-group-ahead"),
        Standing::Done => bench.say("meeting-group-done"),
    };
    ui.add_space(space::S3);
    ui.horizontal(|ui| {
        ui.add_space(space::S3);
        text_ui(ui, &title, Size::Body, Weight::Medium, colours.ink);
        let count = bench.tell("meeting-entries-matters", &[("n", &count.to_string())]);
        text_ui(ui, &count, Size::Body, Weight::Regular, colours.ink2);
    });
    ui.add_space(space::S1);
    firm_line_paint(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), &colours);
}

fn cells(
    bench: &Bench<'_>,
    number: MatterNo,
    matter: &Matter,
    standing: Standing,
    colours: &crate::look::Palette,
) -> Vec<Cell> {
    let state = if matter.done.is_some() { bench.say("meeting-matter-done") } else { bench.say("meeting-matter-open") };
    let due = matter.due.map_or_else(|| "—".to_owned(), |due| moment::day_short(bench.lang, due));
    let left = distance(bench, matter);
    vec![
        Cell::new(number.to_string(), colours.ink2),
        Cell::new(matter.text.clone(), colours.ink),
        Cell::new(origin(bench, matter), colours.ink2),
        Cell::new(state, colours.ink),
        Cell::new(bench.name(matter.responsible), colours.ink),
        Cell::new(due, colours.ink),
        if standing == Standing::Late { Cell::medium(left, colours.warn) } else { Cell::new(left, colours.ink) },
    ]
}

#[cfg(test)]
mod tests {
    use deliberation::ids::{EventSeq, PersonId};
    use deliberation::{At, Day};

    use super::*;

    fn matter(due: Option<i32>, done: bool) -> Matter {
        Matter {
            text: String::new(),
            responsible: PersonId(1),
            due: due.map(Day),
            from: None,
            at: At(0),
            seq: EventSeq(1),
            done: done.then_some(At(0)),
        }
    }

    #[test]
    fn a_matter_is_late_from_the_day_after_its_day_and_soon_for_a_week() {
        assert_eq!(standing(&matter(Some(99), false), 100), Standing::Late);
        assert_eq!(standing(&matter(Some(100), false), 100), Standing::Soon);
        assert_eq!(standing(&matter(Some(107), false), 100), Standing::Soon);
        assert_eq!(standing(&matter(Some(108), false), 100), Standing::Ahead);
        assert_eq!(standing(&matter(None, false), 100), Standing::Ahead);
        assert_eq!(standing(&matter(Some(1), true), 100), Standing::Done);
    }
}
