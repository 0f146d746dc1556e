//! Procedures: what was adopted, started, stepped, gone on with in another meeting and concluded.

use std::sync::Arc;

use super::meeting_mut;
use crate::cost::SheetRecord;
use crate::event::{Event, Recorded};
use crate::ids::{ProcedureNo, SheetNo};
use crate::meeting::{Entry, EntryKind};
use crate::procedure::{Adopted, Plugin, ProcedureRun, Step};
use crate::state::Facts;
use crate::time::At;

fn run_mut(facts: &mut Facts, number: ProcedureNo) -> Option<&mut ProcedureRun> {
    facts.procedures.get_mut(number.index()?).map(Arc::make_mut)
}

pub(super) fn apply(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    let at = recorded.at;
    match &recorded.event {
        Event::ProcedureAdopted { plugin } => {
            let same = |known: &Plugin| known.id == plugin.id;
            retire(facts, at, same);
            facts.adopted.push(Arc::new(Adopted { plugin: plugin.clone(), by: recorded.by, at, retired: None }));
        }
        Event::ProcedureRetired { sha256 } => retire(facts, at, |known| known.sha256 == *sha256),
        Event::ProcedureStarted { meeting, item, plugin, inputs, lang, after, .. } => {
            let roll = Arc::clone(&facts.roll);
            facts.procedures.push(Arc::new(ProcedureRun {
                meeting: *meeting,
                item: *item,
                begun: (*meeting, *item),
                started: at,
                roll,
                day: None,
                plugin: plugin.clone(),
                lang: lang.clone(),
                inputs: inputs.blob,
                first: *after,
                steps: Vec::new(),
                evidence: Vec::new(),
                conclusion: None,
                private: None,
                sheets: Vec::new(),
            }));
        }
        Event::ProcedureStepped { procedure, event, after, day, evidence, .. } => {
            let run = run_mut(facts, *procedure)?;
            run.steps.push(Step { event: event.blob, after: *after });
            run.day = run.day.max(*day);
            run.evidence.extend(evidence.iter().map(|one| one.blob));
        }
        Event::ProcedureContinued { procedure, meeting, item } => {
            facts.meeting(*meeting)?.item(*item)?;
            let run = run_mut(facts, *procedure)?;
            (run.meeting, run.item) = (*meeting, *item);
        }
        Event::ProcedureConcluded { procedure: number, conclusion, sheets, private } => {
            let first = facts.sheets.len();
            let run = run_mut(facts, *number)?;
            run.conclusion = Some(conclusion.clone());
            run.private = private.map(|private| private.blob);
            run.sheets = (first..first + sheets.len()).map(SheetNo::at).collect();
            let (meeting, item) = (run.meeting, run.item);
            facts.sheets.extend(
                sheets
                    .iter()
                    .map(|sheet| Arc::new(SheetRecord { sheet: sheet.clone(), procedure: *number, meeting, item })),
            );
            let meeting = meeting_mut(facts, meeting)?;
            let kind = EntryKind::Procedure(*number);
            meeting.record.push(Entry { seq: recorded.seq, at, item: Some(item), kind });
        }
        _ => return None,
    }
    Some(())
}

/// Takes the procedures it holds for off the list.
fn retire(facts: &mut Facts, at: At, which: impl Fn(&Plugin) -> bool) {
    for known in facts.adopted.iter_mut().filter(|known| known.retired.is_none() && which(&known.plugin)) {
        Arc::make_mut(known).retired = Some(at);
    }
}
