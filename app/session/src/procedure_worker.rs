//! The thread that runs plugins: start, step, conclude and view, each from a picture of the file, one after the other.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use amounts::{Fen, Rounding};
use deliberation::cost::{CostSheet, Funding, Instalment};
use deliberation::ids::{ProcedureNo, UnitIx};
use deliberation::procedure::{Conclusion, Plugin, ProcedureOutcome, ProcedureRun};
use deliberation::roll::UnitKind;
use deliberation::rule::Bilingual;
use deliberation::text::{BlobHash, BlobRef};
use deliberation::{Command, Door, Origin};
use journal::SealedBlob;
use procedure::contract::{self, Action, Event, Material, Role, Viewer};
use procedure::{Call, Component, Concluded, Engine, Failure, HouseholdRow, Inputs, Manifest, RollColumn, Running};
use words::Lang;

use crate::procedures::{FocusView, ProcedureView};
use crate::session::Wake;
use crate::snapshot::Snapshot;
use crate::writer::{Request, Ticket};

/// What the worker is asked to do.
#[derive(Clone)]
pub(crate) enum Job {
    Bring(Vec<&'static [u8]>),
    Run(Box<Run>),
    View(View),
    Stop,
}

/// A deed of a procedure.
#[derive(Clone)]
pub(crate) struct Run {
    ticket: Ticket,
    origin: Origin,
    lang: Lang,
    snapshot: Arc<Snapshot>,
    what: What,
}

#[derive(Clone)]
enum What {
    Start { plugin: String, settings: Vec<(String, String)> },
    Step { procedure: ProcedureNo, action: Action },
    Conclude { procedure: ProcedureNo },
}

/// A page to be drawn.
#[derive(Clone)]
pub(crate) struct View {
    pub(crate) procedure: ProcedureNo,
    pub(crate) lang: Lang,
    pub(crate) focus: Option<UnitIx>,
    pub(crate) snapshot: Arc<Snapshot>,
}

impl Job {
    /// The same job from a newer picture.
    pub(crate) fn with(self, snapshot: &Arc<Snapshot>) -> Job {
        match self {
            Job::Run(run) => Job::Run(Box::new(Run { snapshot: Arc::clone(snapshot), ..*run })),
            other => other,
        }
    }
}

/// What the worker tells.
pub(crate) enum Told {
    Brought(Vec<(Manifest, BlobHash)>),
    /// The writer has it now.
    Passed(Ticket),
    Failed(Ticket, Failure),
    Viewed(ProcedureNo, ProcedureView),
    Focused(ProcedureNo, FocusView),
}

pub(crate) struct Work {
    writer: Sender<Request>,
    tell: Sender<Told>,
    wake: Wake,
    engine: Option<Engine>,
    shipped: Vec<(&'static [u8], Arc<Component>)>,
    /// The last states computed, by their hash.
    states: BTreeMap<(ProcedureNo, BlobHash), Running>,
}

/// States kept: the newest of a handful of procedures and what undo goes back to.
const STATES: usize = 64;

impl Work {
    pub(crate) fn new(writer: Sender<Request>, tell: Sender<Told>, wake: Wake) -> Work {
        Work { writer, tell, wake, engine: None, shipped: Vec::new(), states: BTreeMap::new() }
    }

    pub(crate) fn start(
        plugin: String,
        settings: Vec<(String, String)>,
        lang: Lang,
    ) -> impl FnOnce(Ticket, Origin, Arc<Snapshot>) -> Job {
        Work::job(What::Start { plugin, settings }, lang)
    }

    pub(crate) fn step(
        procedure: ProcedureNo,
        action: Action,
        lang: Lang,
    ) -> impl FnOnce(Ticket, Origin, Arc<Snapshot>) -> Job {
        Work::job(What::Step { procedure, action }, lang)
    }

    pub(crate) fn conclude(procedure: ProcedureNo, lang: Lang) -> impl FnOnce(Ticket, Origin, Arc<Snapshot>) -> Job {
        Work::job(What::Conclude { procedure }, lang)
    }

    fn job(what: What, lang: Lang) -> impl FnOnce(Ticket, Origin, Arc<Snapshot>) -> Job {
        move |ticket, origin, snapshot| Job::Run(Box::new(Run { ticket, origin, lang, snapshot, what }))
    }

    /// Works off jobs until told to stop.
    pub(crate) fn run(mut self, jobs: &Receiver<Job>) {
        while let Ok(job) = jobs.recv() {
            let told = match job {
                Job::Stop => break,
                Job::Bring(components) => Told::Brought(self.bring(&components)),
                Job::View(view) => {
                    let state = view.snapshot.facts.procedure(view.procedure).map(ProcedureRun::current);
                    catch_unwind(AssertUnwindSafe(|| self.view(&view))).unwrap_or_else(|_| {
                        let view_of = ProcedureView {
                            state: state.unwrap_or(BlobHash([0; 32])),
                            lang: view.lang,
                            page: Err(broken("the host made a mistake")),
                            audience: None,
                        };
                        Told::Viewed(view.procedure, view_of)
                    })
                }
                Job::Run(run) => match catch_unwind(AssertUnwindSafe(|| self.deed(&run)))
                    .unwrap_or_else(|_| Err(broken("the host made a mistake")))
                {
                    Ok((command, blobs)) => {
                        let request =
                            Request::Deeds { ticket: run.ticket, commands: vec![command], origin: run.origin, blobs };
                        if self.writer.send(request).is_err() {
                            break;
                        }
                        Told::Passed(run.ticket)
                    }
                    Err(failure) => Told::Failed(run.ticket, failure),
                },
            };
            if self.tell.send(told).is_err() {
                break;
            }
            (self.wake)();
        }
    }

    fn engine(&mut self) -> Result<&Engine, Failure> {
        if self.engine.is_none() {
            self.engine = Some(Engine::new()?);
        }
        self.engine.as_ref().ok_or(Failure::Unfit { detail: String::new() })
    }

    fn bring(&mut self, components: &[&'static [u8]]) -> Vec<(Manifest, BlobHash)> {
        for bytes in components {
            match self.engine().and_then(|engine| engine.component(bytes)) {
                Ok(component) if self.shipped.iter().any(|(_, known)| Arc::ptr_eq(known, &component)) => {}
                Ok(component) => self.shipped.push((bytes, component)),
                Err(failure) => tracing::error!(%failure, "a shipped procedure does not run"),
            }
        }
        let anatomies = self.shipped.iter().map(|(_, component)| component.anatomy());
        anatomies.map(|anatomy| (anatomy.manifest.clone(), BlobHash(anatomy.hash.0))).collect()
    }

    fn deed(&mut self, run: &Run) -> Result<(Command, Vec<SealedBlob>), Failure> {
        match &run.what {
            What::Start { plugin, settings } => self.begin(run, plugin, settings),
            What::Step { procedure, action } => {
                let (record, before) = self.current(&run.snapshot, *procedure)?;
                let event = event(run, &record, action.clone());
                let next = before.step(&event)?;
                let blob = seal(serde_json::to_vec(&event).unwrap_or_default())?;
                let command = Command::StepProcedure {
                    procedure: *procedure,
                    event: BlobRef { blob: name(&blob) },
                    before: state(&before),
                    after: state(&next),
                };
                self.keep(*procedure, next);
                Ok((command, vec![blob]))
            }
            What::Conclude { procedure } => {
                let (_, running) = self.current(&run.snapshot, *procedure)?;
                let concluded = running.conclude(run.lang.tag())?;
                let doors = scope(&run.snapshot);
                let command = Command::ConcludeProcedure {
                    procedure: *procedure,
                    before: state(&running),
                    conclusion: conclusion(&concluded),
                    sheets: sheets(&concluded, &doors),
                };
                Ok((command, Vec::new()))
            }
        }
    }

    fn begin(
        &mut self,
        run: &Run,
        plugin: &str,
        settings: &[(String, String)],
    ) -> Result<(Command, Vec<SealedBlob>), Failure> {
        let known = self.shipped.iter().find(|(_, component)| component.anatomy().manifest.id == plugin);
        let (bytes, component) = known.ok_or_else(|| Failure::Unfit { detail: format!("no procedure {plugin}") })?;
        let component = Arc::clone(component);
        let component_blob = seal(bytes.to_vec())?;
        let manifest = &component.anatomy().manifest;
        let (rows, columns) = table(&run.snapshot);
        let inputs = procedure::settings::inputs(manifest, &rows, &columns, settings)
            .map_err(|error| Failure::Invalid { path: "settings".to_owned(), problem: error.to_string() })?;
        let inputs_blob = seal(inputs.to_json())?;
        let further = inputs.has_further_columns();
        let title = Bilingual { zh: manifest.title.zh_cn.clone(), en: manifest.title.en.clone() };
        let record = Plugin {
            id: manifest.id.clone(),
            version: manifest.version.clone(),
            title,
            sha256: BlobHash(component.anatomy().hash.0),
            component: BlobRef { blob: name(&component_blob) },
        };
        let running = Running::start(component, Arc::new(inputs), run.lang.tag())?;
        let command = Command::StartProcedure {
            plugin: record,
            inputs: BlobRef { blob: name(&inputs_blob) },
            columns: further,
            lang: run.lang.tag().to_owned(),
            after: state(&running),
        };
        let procedure = ProcedureNo::at(run.snapshot.facts.procedures.len());
        self.keep(procedure, running);
        Ok((command, vec![component_blob, inputs_blob]))
    }

    fn keep(&mut self, procedure: ProcedureNo, running: Running) {
        while self.states.len() >= STATES {
            self.states.pop_first();
        }
        self.states.insert((procedure, state(&running)), running);
    }

    /// A procedure at its recorded state: from memory, else by replay of the file's events.
    fn current(&mut self, snapshot: &Snapshot, number: ProcedureNo) -> Result<(ProcedureRun, Running), Failure> {
        let record = snapshot.facts.procedure(number).cloned();
        let record = record.ok_or_else(|| broken("there is no such procedure in the file"))?;
        if let Some(running) = self.states.get(&(number, record.current())) {
            return Ok((record, running.clone()));
        }
        let component = self.component(&record)?;
        let inputs = self.blob(record.inputs).map_err(|_| erased(number, &record))?;
        let inputs = Inputs::from_json(&inputs).map_err(|error| broken(&error.to_string()))?;
        let mut running = Running::replay(component, Arc::new(inputs), &record.lang)?;
        for step in &record.steps {
            let event: Event =
                serde_json::from_slice(&self.blob(step.event)?).map_err(|error| broken(&error.to_string()))?;
            running = running.step(&event)?;
        }
        if state(&running) != record.current() {
            return Err(broken("a replay gives another state than the recorded one"));
        }
        self.keep(number, running.clone());
        Ok((record, running))
    }

    /// The component a run began with: shipped with the program, else as the file keeps it.
    fn component(&mut self, record: &ProcedureRun) -> Result<Arc<Component>, Failure> {
        let shipped = self.shipped.iter().find(|(_, component)| component.anatomy().hash.0 == record.plugin.sha256.0);
        if let Some((_, component)) = shipped {
            return Ok(Arc::clone(component));
        }
        let bytes = self.blob(record.plugin.component.blob)?;
        let component = self.engine()?.component(&bytes)?;
        if component.anatomy().hash.0 == record.plugin.sha256.0 {
            Ok(component)
        } else {
            Err(broken("the file's component is not the one it began with"))
        }
    }

    fn blob(&self, blob: BlobHash) -> Result<Vec<u8>, Failure> {
        let (ask, answer) = channel();
        let asked = self.writer.send(Request::Blob(blob, ask)).ok().and_then(|()| answer.recv().ok());
        asked.flatten().ok_or_else(|| broken("a part of its record was erased"))
    }

    fn view(&mut self, view: &View) -> Told {
        let running = self.current(&view.snapshot, view.procedure);
        let viewer = |focus| Viewer { role: Role::Chair, locale: view.lang.tag().to_owned(), audience: false, focus };
        let page = |running: &Running, focus| running.page(&viewer(focus)).map(Arc::new);
        if let Some(unit) = view.focus {
            let household = u32::try_from(households(&view.snapshot).iter().position(|u| *u == unit).unwrap_or(0)).ok();
            let page = running.and_then(|(_, running)| page(&running, household));
            return Told::Focused(view.procedure, FocusView { unit, page });
        }
        let state = view.snapshot.facts.procedure(view.procedure).map(ProcedureRun::current);
        let (page, audience) = match running {
            Ok((_, running)) => {
                let audience = running.audience_page(view.lang.tag(), None).ok().flatten().map(Arc::new);
                (page(&running, None), audience)
            }
            Err(failure) => (Err(failure), None),
        };
        let state = state.unwrap_or(BlobHash([0; 32]));
        Told::Viewed(view.procedure, ProcedureView { state, lang: view.lang, page, audience })
    }
}

/// Its frozen data went with somebody whose household is in them: it stands as recorded and cannot be repeated.
fn erased(number: ProcedureNo, record: &ProcedureRun) -> Failure {
    broken(&format!("the frozen data of procedure {number} ({}) were erased with a person", record.plugin.id))
}

fn broken(detail: &str) -> Failure {
    Failure::Broken { call: Call::Start, detail: detail.to_owned() }
}

fn seal(bytes: Vec<u8>) -> Result<SealedBlob, Failure> {
    journal::seal(bytes).map_err(|error| broken(&error.to_string()))
}

fn name(blob: &SealedBlob) -> BlobHash {
    BlobHash(blob.hash().0)
}

fn state(running: &Running) -> BlobHash {
    BlobHash(running.state().hash().0)
}

/// The contract's event: numbers instead of names, time from the journal.
fn event(run: &Run, record: &ProcedureRun, action: Action) -> Event {
    let moment = jiff::Timestamp::from_millisecond(run.origin.at.0).unwrap_or_default();
    let duties = run.snapshot.facts.meeting(record.meeting).map(|meeting| meeting.duties).unwrap_or_default();
    let role = match run.origin.by {
        by if by == duties.chair => Role::Chair,
        by if by == duties.recorder => Role::Recorder,
        by if run.snapshot.facts.roll.head(by).is_some() => Role::Member,
        _ => Role::Observer,
    };
    Event {
        seq: u32::try_from(record.steps.len() + 1).unwrap_or(u32::MAX),
        at: moment.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        actor: format!("p{}", run.origin.by),
        role,
        locale: run.lang.tag().to_owned(),
        action,
    }
}

/// The units a procedure sees: flats and shops, in roll order.
pub(crate) fn households(snapshot: &Snapshot) -> Vec<UnitIx> {
    let seen = |kind: UnitKind| matches!(kind, UnitKind::Flat | UnitKind::Shop);
    let units = snapshot.facts.roll.units().iter().enumerate();
    units.filter(|(_, unit)| seen(unit.kind)).map(|(index, _)| UnitIx::at(index)).collect()
}

/// Their doors.
pub(crate) fn scope(snapshot: &Snapshot) -> Vec<Door> {
    let roll = &snapshot.facts.roll;
    households(snapshot).into_iter().filter_map(|unit| roll.unit(unit)).map(|unit| unit.door.clone()).collect()
}

/// The table `households` and the roll's further columns, row by row. Never names, phones or notes.
fn table(snapshot: &Snapshot) -> (Vec<HouseholdRow>, Vec<RollColumn>) {
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

fn conclusion(concluded: &Concluded) -> Conclusion {
    let outcome = match concluded.zh_cn.outcome {
        contract::Outcome::Adopted => ProcedureOutcome::Adopted,
        contract::Outcome::Rejected => ProcedureOutcome::Rejected,
        contract::Outcome::Deferred => ProcedureOutcome::Deferred,
        contract::Outcome::Recorded => ProcedureOutcome::Recorded,
    };
    let minutes = concluded.zh_cn.minutes.iter().zip(&concluded.en.minutes);
    Conclusion {
        outcome,
        summary: both(&concluded.zh_cn.summary, &concluded.en.summary),
        minutes: minutes.map(|(zh, en)| both(zh, en)).collect(),
    }
}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

/// The cost sheets of a conclusion with doors in the place of row numbers; the host has checked them already.
fn sheets(concluded: &Concluded, doors: &[Door]) -> Vec<CostSheet> {
    let pairs = concluded.zh_cn.materials.iter().zip(&concluded.en.materials);
    pairs
        .filter_map(|pair| match pair {
            (Material::CostSheet(zh), Material::CostSheet(en)) => Some(sheet(zh, en, doors)),
            _ => None,
        })
        .collect()
}

fn sheet(zh: &contract::CostSheet, en: &contract::CostSheet, doors: &[Door]) -> CostSheet {
    let fen = |list: &[i64]| list.iter().copied().map(Fen).collect::<Vec<Fen>>();
    let funding = zh.funding.iter().zip(&en.funding).map(|(zh, en)| Funding {
        kind: zh.kind.clone(),
        label: both(&zh.label, &en.label),
        amount: Fen(zh.amount),
    });
    let instalments = zh.instalments.iter().zip(&en.instalments).map(|(zh, en)| Instalment {
        label: both(&zh.label, &en.label),
        due: zh.due,
        amounts: fen(&zh.amounts),
    });
    CostSheet {
        id: zh.id.clone(),
        title: both(&zh.title, &en.title),
        rule: both(&zh.rule, &en.rule),
        source: both(&zh.source, &en.source),
        gross: Fen(zh.gross),
        funding: funding.collect(),
        surplus: Fen(zh.surplus),
        rounding: match zh.rounding {
            contract::Rounding::Fen => Rounding::Fen,
            contract::Rounding::Yuan => Rounding::Yuan,
            contract::Rounding::YuanUp => Rounding::YuanUp,
        },
        doors: zh.households.iter().filter_map(|row| doors.get(*row as usize).cloned()).collect(),
        weights: zh.weights.clone(),
        shares: fen(&zh.shares),
        reliefs: fen(&zh.reliefs),
        compensations: fen(&zh.compensations),
        due: fen(&zh.due),
        instalments: instalments.collect(),
    }
}
