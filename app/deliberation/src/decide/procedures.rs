//! Procedures: adoption, start, steps, the days they are told of, another meeting, the conclusion.

use std::collections::BTreeSet;

use amounts::Fen;

use super::{Decision, item, open};
use crate::command::{Command, Origin};
use crate::cost::CostSheet;
use crate::event::Event;
use crate::ids::{ItemNo, MeetingNo, PersonId, ProcedureNo};
use crate::material::{Cells, Materials, Responsible, Value};
use crate::meeting::Phase;
use crate::procedure::ProcedureRun;
use crate::refusal::Refusal;
use crate::state::Facts;
use crate::text::TextRef;

pub(super) fn decide(facts: &Facts, command: &Command, origin: &Origin) -> Decision {
    match command {
        Command::AdoptProcedure { plugin } => match facts.adopted(plugin.sha256) {
            Some(_) => Err(Refusal::ProcedureAdopted),
            None => Ok(vec![Event::ProcedureAdopted { plugin: plugin.clone() }]),
        },
        Command::RetireProcedure { sha256 } => match facts.adopted(*sha256) {
            Some(_) => Ok(vec![Event::ProcedureRetired { sha256: *sha256 }]),
            None => Err(Refusal::ProcedureNotAdopted),
        },
        Command::StartProcedure { plugin, inputs, columns, lang, after } => {
            let (meeting, plan) = open(facts)?;
            let (item, _) = item(plan, None)?;
            if facts.is_retired(plugin.sha256) {
                return Err(Refusal::ProcedureNotAdopted);
            }
            nothing_runs(facts, meeting, item)?;
            Ok(vec![Event::ProcedureStarted {
                meeting,
                item,
                procedure: ProcedureNo::at(facts.procedures.len()),
                plugin: plugin.clone(),
                inputs: *inputs,
                columns: *columns,
                lang: lang.clone(),
                after: *after,
            }])
        }
        Command::StepProcedure { procedure, event, before, after, day, evidence } => {
            let run = running(facts, *procedure)?;
            match day {
                // A day begins whether people meet or not; each is told once, and none before a later one.
                Some(day) if run.day.is_some_and(|told| told >= *day) => return Err(Refusal::DayTold),
                Some(_) => {}
                None => at_work(facts, run)?,
            }
            if run.current() != *before {
                return Err(Refusal::StepOutdated);
            }
            // What was typed into a form is a text of whoever typed it.
            let about = Vec::from_iter((origin.by != PersonId::NOBODY).then_some(origin.by));
            // So is a photo of whoever brought it.
            let evidence = evidence.iter().map(|one| TextRef { blob: one.blob, about: about.clone() }).collect();
            let event = TextRef { blob: event.blob, about };
            Ok(vec![Event::ProcedureStepped {
                procedure: *procedure,
                event,
                before: *before,
                after: *after,
                day: *day,
                evidence,
            }])
        }
        Command::ContinueProcedure { procedure } => {
            let run = running(facts, *procedure)?;
            let (meeting, plan) = open(facts)?;
            let (item, _) = item(plan, None)?;
            if (run.meeting, run.item) == (meeting, item) {
                return Err(Refusal::ProcedureIsHere);
            }
            nothing_runs(facts, meeting, item)?;
            Ok(vec![Event::ProcedureContinued { procedure: *procedure, meeting, item }])
        }
        Command::ConcludeProcedure { procedure, before, conclusion, sheets, private } => {
            let run = running(facts, *procedure)?;
            super::proposing::in_session(facts, run.meeting)?;
            if run.current() != *before {
                return Err(Refusal::StepOutdated);
            }
            sheets.iter().try_for_each(|sheet| sound(facts, sheet))?;
            if !known(facts, run, &conclusion.materials) {
                return Err(Refusal::BadMaterials);
            }
            Ok(vec![Event::ProcedureConcluded {
                procedure: *procedure,
                conclusion: conclusion.clone(),
                sheets: sheets.clone(),
                private: *private,
            }])
        }
        _ => Ok(Vec::new()),
    }
}

/// An item has one procedure at a time.
fn nothing_runs(facts: &Facts, meeting: MeetingNo, item: ItemNo) -> Result<(), Refusal> {
    let here = |run: &ProcedureRun| run.meeting == meeting && run.item == item && run.conclusion.is_none();
    if facts.procedures.iter().any(|run| here(run)) { Err(Refusal::ProcedureRuns) } else { Ok(()) }
}

fn running(facts: &Facts, number: ProcedureNo) -> Result<&ProcedureRun, Refusal> {
    let run = facts.procedure(number).ok_or(Refusal::UnknownProcedure)?;
    if run.conclusion.is_some() { Err(Refusal::ProcedureConcluded) } else { Ok(run) }
}

/// Whether people work on a procedure now: its meeting is in session, or over while no other is, for what lives for
/// weeks goes on between meetings.
fn at_work(facts: &Facts, run: &ProcedureRun) -> Result<(), Refusal> {
    let over = facts.meeting(run.meeting).is_some_and(|held| matches!(held.phase, Phase::Closed { .. }));
    match facts.open_meeting() {
        Some((meeting, _)) if meeting == run.meeting => Ok(()),
        None if over => Ok(()),
        _ => Err(Refusal::NotOpen),
    }
}

/// The last guard before a sheet becomes a fact: its lists fit together, its doors are the roll's, its sums add up.
/// Whether the shares are the right ones the host has checked against the weights.
fn sound(facts: &Facts, sheet: &CostSheet) -> Result<(), Refusal> {
    let rows = sheet.doors.len();
    let lists =
        [sheet.shares.len(), sheet.reliefs.len(), sheet.compensations.len(), sheet.due.len(), sheet.weights.len()];
    let fits = lists.iter().all(|length| *length == rows)
        && sheet.instalments.iter().all(|instalment| instalment.amounts.len() == rows)
        && sheet.doors.iter().collect::<BTreeSet<_>>().len() == rows
        && sheet.doors.iter().all(|door| facts.roll.find(door).is_some());
    let sum = |list: &[Fen]| list.iter().map(|fen| i128::from(fen.0)).sum::<i128>();
    let funding: i128 = sheet.funding.iter().map(|funding| i128::from(funding.amount.0)).sum();
    let adds_up = sum(&sheet.due) + funding == i128::from(sheet.gross.0) + i128::from(sheet.surplus.0);
    if fits && adds_up { Ok(()) } else { Err(Refusal::BadSheet) }
}

/// Whether materials hold together and name people of the file and doors of the roll the procedure began with.
fn known(facts: &Facts, run: &ProcedureRun, materials: &Materials) -> bool {
    let value = |value: &Value| match value {
        Value::Door(door) => run.roll.find(door).is_some(),
        _ => true,
    };
    let people = materials.duties.iter().all(|duty| match &duty.responsible {
        Responsible::Person(person) => facts.people.contains_key(person),
        Responsible::Words(_) => true,
    });
    let columns = || materials.tables.iter().flat_map(|table| &table.columns);
    let doors = columns().all(|column| match &column.cells {
        // The cell of a row without a value may say anything.
        Cells::Door(doors) => (0..)
            .zip(doors)
            .all(|(row, door)| column.empty.binary_search(&row).is_ok() || run.roll.find(door).is_some()),
        _ => true,
    });
    materials.holds_together()
        && people
        && doors
        && columns().filter_map(|column| column.total.as_ref()).all(value)
        && materials.carry.iter().all(|carried| value(&carried.value))
}
