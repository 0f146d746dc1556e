//! Who can be signed in: owners in roll order, guests after them, or those who fit what was typed.

use deliberation::ids::{EventSeq, PersonId};
use deliberation::meeting::Meeting;
use deliberation::people::Capacity;
use egui::Ui;
use session::{Snapshot, find};
use words::moment::{Zone, clock};
use words::{Lang, Quantity, t, tf};

use super::proxies::{Standing, is_late, late_text, standing};
use crate::look::Icon;
use crate::table::{Cell, Column, Row, Table, Voice};

/// The rows in sight, kept until the query or the facts change.
#[derive(Debug, Default)]
pub(super) struct People {
    of: Option<(EventSeq, String, bool)>,
    rows: Vec<PersonId>,
    /// How many one still waits for, as of which event.
    missing: Option<(EventSeq, usize)>,
    /// Only owners who are not in the hall and for whom nobody else is.
    pub(super) missing_only: bool,
}

impl People {
    /// How many one still waits for; counted when something was done, not in every frame.
    pub(super) fn missing(&mut self, snapshot: &Snapshot, meeting: &Meeting) -> usize {
        match self.missing {
            Some((seq, count)) if seq == snapshot.seq => count,
            _ => {
                let count = missing(snapshot, meeting).count();
                self.missing = Some((snapshot.seq, count));
                count
            }
        }
    }

    pub(super) fn rows(&mut self, snapshot: &Snapshot, meeting: &Meeting, query: &str) -> &[PersonId] {
        let query = query.trim();
        let same = |(seq, of, missing): &(EventSeq, String, bool)| {
            (*seq, of.as_str(), *missing) == (snapshot.seq, query, self.missing_only)
        };
        if !self.of.as_ref().is_some_and(same) {
            self.rows = if query.is_empty() && self.missing_only {
                missing(snapshot, meeting).collect()
            } else if query.is_empty() {
                everybody(snapshot)
            } else {
                let mut found = find(snapshot, query);
                // Whoever is in the hall need not be found to be signed in; of equal fit the others come first.
                found.sort_by_key(|one| (one.rank, meeting.attendance.is_present(one.person)));
                found.iter().map(|one| one.person).collect()
            };
            self.of = Some((snapshot.seq, query.to_owned(), self.missing_only));
        }
        &self.rows
    }

    pub(super) fn list_ui(
        &mut self,
        ui: &mut Ui,
        snapshot: &Snapshot,
        lang: Lang,
        meeting: &Meeting,
        query: &str,
        (marked, show): (&mut Option<PersonId>, bool),
    ) {
        let rows = self.rows(snapshot, meeting, query).to_vec();
        let zone = Zone::of(&snapshot.facts.file);
        let columns = vec![
            Column::text(t(lang, "sign-in-column-state"), 150.0),
            Column::text(t(lang, "roll-column-door"), 0.0),
            Column::text(t(lang, "sign-in-column-name"), 0.0),
            Column::number(t(lang, "roll-column-area"), 130.0),
        ];
        let place = marked.and_then(|person| rows.iter().position(|one| *one == person));
        let table = Table::new("sign-in", columns).clickable(place, show);
        let clicked = table.table_ui(ui, rows.len(), |at| row(snapshot, lang, &zone, meeting, rows[at]));
        if let Some(at) = clicked {
            *marked = rows.get(at).copied();
        }
    }
}

/// The owners who are not in the hall and have nobody there who answers for them, in roll order.
fn missing<'a>(snapshot: &'a Snapshot, meeting: &'a Meeting) -> impl Iterator<Item = PersonId> + 'a {
    let owners = snapshot.facts.roll.heads().iter().map(|head| head.person);
    owners.filter(|person| {
        let answered =
            meeting.proxies.get(person).is_some_and(|proxy| standing(meeting, *person, proxy) == Standing::Answers);
        !meeting.attendance.is_present(*person) && !answered
    })
}

fn everybody(snapshot: &Snapshot) -> Vec<PersonId> {
    let facts = &snapshot.facts;
    let owners = facts.roll.heads().iter().map(|head| head.person);
    let others = facts.people.iter().filter(|(_, entry)| entry.capacity != Capacity::Owner && !entry.erased);
    owners.chain(others.map(|(person, _)| *person)).collect()
}

fn row(snapshot: &Snapshot, lang: Lang, zone: &Zone, meeting: &Meeting, person: PersonId) -> Row {
    let facts = &snapshot.facts;
    let stay = meeting.attendance.stays().iter().rev().find(|stay| stay.person == person);
    let state = match stay {
        Some(stay) => match stay.left {
            None if is_late(facts, meeting, person) => Cell::sign(
                Icon::Clock,
                tf(lang, "sign-in-late-at", &[("time", &clock(zone, stay.arrived))]),
                Voice::Warn,
            ),
            None => Cell::sign(Icon::Check, clock(zone, stay.arrived), Voice::Good),
            Some(left) => Cell::quiet(tf(lang, "sign-in-left", &[("time", &clock(zone, left))])),
        },
        None => match meeting.proxies.get(&person) {
            Some(proxy) if standing(meeting, person, proxy) == Standing::Answers => {
                Cell::quiet(t(lang, "sign-in-by-agent"))
            }
            _ => Cell::default(),
        },
    };
    let name = words::person_name(lang, snapshot, person);
    let (place, area) = match facts.roll.head(person) {
        Some(head) => {
            let doors: Vec<&str> =
                head.units.iter().filter_map(|unit| facts.roll.unit(*unit)).map(|unit| unit.door.as_str()).collect();
            (doors.join(&t(lang, "list-comma")), Quantity::Area(head.area).number(lang))
        }
        None => (facts.people.get(&person).map(|entry| entry.party.clone()).unwrap_or_default(), String::new()),
    };
    let said = match stay {
        Some(stay) if stay.left.is_none() && is_late(facts, meeting, person) => late_text(lang, facts),
        Some(stay) if stay.left.is_none() => t(lang, "sign-in-is-present"),
        Some(_) => t(lang, "sign-in-has-left"),
        None => t(lang, "sign-in-is-absent"),
    };
    Row {
        name: format!("{place} {name} {said}"),
        cells: vec![state, place.into(), name.into(), area.into()],
        refused: false,
    }
}
