//! How the roll came to be what it is: every import and change over the years. Old votes keep the roll of their day.

use deliberation::Door;
use deliberation::ids::PersonId;
use deliberation::roll::{RollChange, RollChangeKind};
use egui::Ui;
use session::Snapshot;
use words::moment::{Zone, clock, paper_date};
use words::{Lang, Quantity, t, tf};

use crate::look::tokens::space;
use crate::look::{Size, Weight, palette, text_ui};
use crate::table::{Cell, Column, Row, Table};

/// Doors named in one line; further ones are counted.
const NAMED: usize = 4;

/// Shows the list, the newest change first.
pub(super) fn changes_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang) {
    let ink = palette(ui).ink2;
    text_ui(ui, &t(lang, "roll-changes-hint"), Size::Body, Weight::Regular, ink);
    ui.add_space(space::S2);
    let zone = Zone::of(&snapshot.facts.file);
    let columns = vec![
        Column::text(t(lang, "roll-changes-when"), 230.0),
        Column::text(t(lang, "roll-changes-who"), 190.0),
        Column::text(t(lang, "roll-changes-what"), 0.0),
    ];
    let changes = &snapshot.facts.roll_changes;
    Table::new("roll-changes", columns).table_ui(ui, changes.len(), |at| {
        let Some(change) = changes.iter().rev().nth(at) else { return Row::default() };
        let when = format!("{} {}", paper_date(lang, &zone, change.at), clock(&zone, change.at));
        let who = if change.by == PersonId::NOBODY {
            Cell::quiet(t(lang, "roll-changes-nobody"))
        } else {
            words::person_name(lang, snapshot, change.by).into()
        };
        Row { cells: vec![when.into(), who, what(lang, change).into()], ..Row::default() }
    });
}

fn what(lang: Lang, change: &RollChange) -> String {
    let named = |key: &[Door]| doors(lang, key);
    match &change.kind {
        RollChangeKind::Imported(units) => {
            let count = Quantity::households(*units as usize).text(lang);
            tf(lang, "roll-change-imported", &[("count", &count)])
        }
        RollChangeKind::Joined(all) => tf(lang, "roll-change-joined", &[("doors", &named(all))]),
        RollChangeKind::VoterNamed(door) => tf(lang, "roll-change-voter", &[("door", door.as_str())]),
        RollChangeKind::HeldUndelivered(all) => tf(lang, "roll-change-undelivered", &[("doors", &named(all))]),
        RollChangeKind::Delivered(all) => tf(lang, "roll-change-delivered", &[("doors", &named(all))]),
        RollChangeKind::AreaCorrected(door) => tf(lang, "roll-change-area", &[("door", door.as_str())]),
        RollChangeKind::Transferred(door) => tf(lang, "roll-change-transferred", &[("door", door.as_str())]),
    }
}

fn doors(lang: Lang, doors: &[Door]) -> String {
    let first: Vec<&str> = doors.iter().take(NAMED).map(Door::as_str).collect();
    let first = first.join(&t(lang, "list-comma"));
    if doors.len() > NAMED {
        let count = Quantity::households(doors.len()).text(lang);
        tf(lang, "roll-change-and-more", &[("doors", &first), ("count", &count)])
    } else {
        first
    }
}
