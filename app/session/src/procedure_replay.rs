//! Doing again what a file says was done, from the file alone: procedures are run, votes recounted, cost sheets added up.
//!
//! A chain of hashes shows that nothing was changed after it was written; this shows that what was written is right. Nothing
//! of this program's own list is used: a procedure runs in the bytes the file keeps. What cannot be repeated, because its
//! inputs were erased with a person, is named and is no disagreement.

use std::path::Path;
use std::sync::Arc;

use deliberation::event::{Event, UnknownEvent};
use deliberation::ids::{EventSeq, ProcedureNo, SheetNo, VoteNo};
use deliberation::procedure::ProcedureRun;
use deliberation::rule::Bilingual;
use deliberation::text::BlobHash;
use deliberation::{Recorded, State, fold};
use journal::{Blob, OpenError, ReadError, ReadOnly, Reader};
use procedure::contract;
use procedure::{Engine, Failure, Hash, Inputs, Running, check_cost_sheet};

use crate::load::hash;
use crate::procedure_worker::record;
use crate::snapshot::Snapshot;

/// What was done again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A procedure, from its first state to its conclusion.
    Procedure(ProcedureNo),
    /// A vote, every time it was closed.
    Vote(VoteNo),
    /// A cost sheet.
    Sheet(SheetNo),
}

/// How it came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// As it is recorded.
    Agrees,
    /// Otherwise: where, and what was found instead, in English.
    Differs(String),
    /// It cannot be done again: its data were erased with a person.
    Erased,
}

/// One thing done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// What.
    pub what: What,
    /// What people call it: a procedure's title, a vote's question, a sheet's title.
    pub name: Bilingual,
    /// How many steps, ballots or households it went through.
    pub parts: usize,
    /// How it came out.
    pub found: Found,
}

/// Why a file cannot be gone through at all.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// It cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It cannot be read to its end.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// An event of a newer program stands in it.
    #[error("an event of version {0}")]
    Newer(u32),
}

/// Does again all that a file says was done, on an engine of the caller's choice.
pub fn replay(path: &Path, engine: &Engine) -> Result<Vec<Again>, ReplayError> {
    let file = ReadOnly::open(path)?;
    let mut state = State::default();
    let (mut votes, mut stopped) = (Vec::new(), None);
    file.read_events(1, |row| match Recorded::decode(EventSeq(row.seq), &row.body) {
        Ok(recorded) => {
            fold(&mut state, &recorded);
            votes.extend(recounted(&state, &recorded.event));
            true
        }
        Err(UnknownEvent::Newer { version, .. }) => {
            stopped = Some(ReplayError::Newer(version));
            false
        }
        Err(UnknownEvent::Malformed(_)) => {
            stopped = Some(ReadError::DamagedEvent(row.seq).into());
            false
        }
    })?;
    if let Some(error) = stopped {
        return Err(error);
    }
    let snapshot = Snapshot { facts: state.facts, ..Snapshot::default() };
    let runs = snapshot.facts.procedures.iter().enumerate();
    let procedures = runs.map(|(index, run)| {
        let found = match repeated(&file, engine, &snapshot, run) {
            Ok(()) => Found::Agrees,
            Err(Stop::Erased) => Found::Erased,
            Err(Stop::Differs(what)) => Found::Differs(what),
        };
        let what = What::Procedure(ProcedureNo::at(index));
        Again { what, name: run.plugin.title.clone(), parts: run.steps.len(), found }
    });
    let mut all: Vec<Again> = procedures.collect();
    all.extend(votes);
    all.extend(snapshot.facts.sheets.iter().enumerate().map(|(index, record)| {
        let sheet = &record.sheet;
        let checked = check_cost_sheet(&plain(sheet), u32::try_from(sheet.doors.len()).unwrap_or(u32::MAX));
        let found = checked.err().map_or(Found::Agrees, |error| Found::Differs(error.to_string()));
        Again { what: What::Sheet(SheetNo::at(index)), name: sheet.title.clone(), parts: sheet.doors.len(), found }
    }));
    Ok(all)
}

/// A vote as the close says it came out, against the count of the ballots the file has of it.
fn recounted(state: &State, event: &Event) -> Option<Again> {
    let Event::VoteClosed { vote: number, tally, outcome, elected } = event else { return None };
    let vote = state.facts.vote(*number)?;
    let counted = vote.tally;
    let judged = vote.verdict().outcome;
    let seated = vote.election().map(|result| result.elected).unwrap_or_default();
    let found = if counted != *tally {
        Found::Differs(format!("the ballots give {counted:?}, recorded is {tally:?}"))
    } else if judged != *outcome {
        Found::Differs(format!("the rule gives {judged:?}, recorded is {outcome:?}"))
    } else if seated != *elected {
        Found::Differs(format!("the count elects {seated:?}, recorded is {elected:?}"))
    } else {
        Found::Agrees
    };
    let question = Bilingual { zh: vote.question.clone(), en: vote.question.clone() };
    Some(Again { what: What::Vote(*number), name: question, parts: vote.ballots.len(), found })
}

/// Why a procedure did not come out as recorded.
enum Stop {
    Erased,
    Differs(String),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Stop {
        Stop::Differs(failure.detail())
    }
}

fn bytes(file: &Reader, blob: BlobHash) -> Result<Vec<u8>, Stop> {
    match file.blob(&hash(blob)) {
        Ok(Some(Blob::Bytes(bytes))) => Ok(bytes),
        Ok(Some(_)) => Err(Stop::Erased),
        Ok(None) => Err(Stop::Differs(format!("the file does not have the blob {blob}"))),
        Err(error) => Err(Stop::Differs(error.to_string())),
    }
}

fn repeated(file: &Reader, engine: &Engine, snapshot: &Snapshot, run: &ProcedureRun) -> Result<(), Stop> {
    let component = bytes(file, run.plugin.component.blob)?;
    let found = Hash::of(&component);
    if found.0 != run.plugin.sha256.0 {
        return Err(Stop::Differs(format!("the component is {found}, recorded is {}", run.plugin.sha256)));
    }
    let inputs = Inputs::from_json(&bytes(file, run.inputs)?).map_err(|error| Stop::Differs(error.to_string()))?;
    let mut running = Running::replay(engine.component(&component)?, Arc::new(inputs), &run.lang)?;
    same_state("the first state", &running, run.first)?;
    for (index, step) in run.steps.iter().enumerate() {
        let place = format!("step {}", index + 1);
        let event: contract::Event = serde_json::from_slice(&bytes(file, step.event)?)
            .map_err(|error| Stop::Differs(format!("{place}: {error}")))?;
        running = running.step(&event).map_err(|failure| Stop::Differs(format!("{place}: {}", failure.detail())))?;
        same_state(&place, &running, step.after)?;
    }
    match &run.conclusion {
        Some(recorded) => concluded(snapshot, run, &running, recorded),
        None => Ok(()),
    }
}

fn same_state(place: &str, running: &Running, recorded: BlobHash) -> Result<(), Stop> {
    let found = running.state().hash();
    if found.0 == recorded.0 {
        Ok(())
    } else {
        Err(Stop::Differs(format!("{place}: the state is {found}, recorded is {recorded}")))
    }
}

fn concluded(
    snapshot: &Snapshot,
    run: &ProcedureRun,
    running: &Running,
    recorded: &deliberation::procedure::Conclusion,
) -> Result<(), Stop> {
    let concluded = running.conclude(&run.lang)?;
    let doors = run.doors();
    let (mut materials, _) = crate::materials::record::materials(&concluded, &doors, snapshot);
    // Who a duty went to was found by name among those of then; the names of now may be others.
    for (now, then) in materials.duties.iter_mut().zip(&recorded.materials.duties) {
        now.responsible = then.responsible.clone();
    }
    if record::conclusion(&concluded, materials) != *recorded {
        return Err(Stop::Differs("the conclusion is another one than recorded".to_owned()));
    }
    let sheets = record::sheets(&concluded, &doors);
    let kept = run.sheets.iter().map(|number| snapshot.facts.sheet(*number).map(|record| &record.sheet));
    if kept.eq(sheets.iter().map(Some)) {
        Ok(())
    } else {
        Err(Stop::Differs("a cost sheet is another one than recorded".to_owned()))
    }
}

/// A recorded sheet as the contract has it, its households counted through: what the host's own check takes.
fn plain(sheet: &deliberation::cost::CostSheet) -> contract::CostSheet {
    let fen = |list: &[amounts::Fen]| list.iter().map(|fen| fen.0).collect::<Vec<i64>>();
    let text = |text: &Bilingual| text.zh.clone();
    contract::CostSheet {
        id: sheet.id.clone(),
        title: text(&sheet.title),
        rule: text(&sheet.rule),
        source: text(&sheet.source),
        gross: sheet.gross.0,
        funding: sheet
            .funding
            .iter()
            .map(|funding| contract::Funding {
                kind: funding.kind.clone(),
                label: text(&funding.label),
                amount: funding.amount.0,
            })
            .collect(),
        surplus: sheet.surplus.0,
        rounding: match sheet.rounding {
            amounts::Rounding::Fen => contract::Rounding::Fen,
            amounts::Rounding::Yuan => contract::Rounding::Yuan,
            amounts::Rounding::YuanUp => contract::Rounding::YuanUp,
        },
        households: (0..).take(sheet.doors.len()).collect(),
        weights: sheet.weights.clone(),
        shares: fen(&sheet.shares),
        reliefs: fen(&sheet.reliefs),
        compensations: fen(&sheet.compensations),
        due: fen(&sheet.due),
        instalments: sheet
            .instalments
            .iter()
            .map(|instalment| contract::Instalment {
                label: text(&instalment.label),
                due: instalment.due,
                amounts: fen(&instalment.amounts),
            })
            .collect(),
    }
}
