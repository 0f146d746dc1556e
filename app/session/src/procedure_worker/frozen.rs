//! What a procedure reads of the roll, and what it is told of a deed: numbers instead of names, time from the journal.

use deliberation::Door;
use deliberation::ids::{PersonId, UnitIx};
use deliberation::procedure::ProcedureRun;
use procedure::contract::{Action, Event, Role};
use procedure::{HouseholdRow, RollColumn};

use super::jobs::Run;
use crate::snapshot::Snapshot;

/// The units a procedure sees: flats and shops, in roll order.
pub(crate) fn households(snapshot: &Snapshot) -> Vec<UnitIx> {
    deliberation::procedure::households(&snapshot.facts.roll)
}

/// Their doors.
pub(crate) fn scope(snapshot: &Snapshot) -> Vec<Door> {
    let roll = &snapshot.facts.roll;
    households(snapshot).into_iter().filter_map(|unit| roll.unit(unit)).map(|unit| unit.door.clone()).collect()
}

/// The table `households` and the roll's further columns, row by row. Never names, phones or notes.
pub(super) fn table(snapshot: &Snapshot) -> (Vec<HouseholdRow>, Vec<RollColumn>) {
    let roll = &snapshot.facts.roll;
    let units = households(snapshot);
    let row = |ix: &UnitIx| {
        let unit = roll.unit(*ix)?;
        Some(HouseholdRow {
            kind: unit.kind.key().to_owned(),
            building: unit.building.clone(),
            stair: unit.stair.clone(),
            floor: unit.floor.map(i64::from),
            area: unit.area,
            residents: roll.residents(*ix).map(i64::from),
        })
    };
    let cell = |ix: &UnitIx, heading: &str| {
        let parties = roll.ownership(*ix).map(|ownership| ownership.parties.as_slice()).unwrap_or_default();
        let cards = parties.iter().filter_map(|person| snapshot.card(*person));
        let mut cells = cards.flat_map(|card| &card.extra).filter(|(known, _)| known == heading);
        cells.next().map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let columns = snapshot.facts.columns.iter().map(|heading| RollColumn {
        heading: heading.clone(),
        cells: units.iter().map(|ix| cell(ix, heading)).collect(),
        private: false,
    });
    let columns = columns.collect();
    (units.iter().filter_map(row).collect(), columns)
}

/// The contract's event after so many steps: numbers instead of names, time from the journal.
pub(super) fn event(run: &Run, record: &ProcedureRun, steps: usize, action: Action) -> Event {
    let moment = jiff::Timestamp::from_millisecond(run.origin.at.0).unwrap_or_default();
    let duties = run.snapshot.facts.meeting(record.meeting).map(|meeting| meeting.duties).unwrap_or_default();
    let role = match run.origin.by {
        // Nobody acts: a day begins.
        PersonId::NOBODY => Role::Observer,
        by if by == duties.chair => Role::Chair,
        by if by == duties.recorder => Role::Recorder,
        by if run.snapshot.facts.roll.head(by).is_some() => Role::Member,
        _ => Role::Observer,
    };
    Event {
        seq: u32::try_from(steps + 1).unwrap_or(u32::MAX),
        at: moment.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        actor: format!("p{}", run.origin.by),
        role,
        locale: run.lang.tag().to_owned(),
        action,
    }
}
