//! Procedures beside the meeting: a worker runs the plugin, the writer records what came of it by hashes.
//!
//! The worker never holds up the writer or a frame. It keeps states in memory and rebuilds one by replay where it has
//! none; a step computed from a state that is no longer current is run again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use deliberation::ids::{ProcedureNo, UnitIx};
use deliberation::procedure::Plugin;
use deliberation::text::BlobHash;
use deliberation::{Origin, Refusal};
use procedure::compile::Compiler;
use procedure::contract::{Action, Page};
use procedure::{Failure, FrozenTable, Manifest};
use serde_json::{Map, Value};
use words::{Lang, tf};

use crate::adoption::Examining;
use crate::evidence::ReadEvidence;
use crate::materials::{carry, handed};
use crate::procedure_worker::Work;
use crate::procedure_worker::jobs::{Job, Run, Told, View, What};
use crate::session::{Session, Wake};
use crate::snapshot::Snapshot;
use crate::story::StoryError;
use crate::writer::{Outcome, Request, Ticket};

/// A procedure as it looks at one state.
#[derive(Clone, Debug)]
pub struct ProcedureView {
    /// SHA-256 of the state it shows.
    pub state: BlobHash,
    /// In which language.
    pub lang: Lang,
    /// The desk's page, or why there is none.
    pub page: Result<Arc<Page>, Failure>,
    /// The room's page; `None` where the procedure reads a private column.
    pub audience: Option<Arc<Page>>,
}

/// How one household's case was computed.
#[derive(Clone, Debug)]
pub struct FocusView {
    /// The household.
    pub unit: UnitIx,
    /// Its page, or why there is none.
    pub page: Result<Arc<Page>, Failure>,
}

pub(crate) struct Procedures {
    jobs: Sender<Job>,
    told: Receiver<Told>,
    thread: Option<JoinHandle<()>>,
    views: BTreeMap<ProcedureNo, ProcedureView>,
    focus: BTreeMap<ProcedureNo, FocusView>,
    asked: BTreeSet<(ProcedureNo, BlobHash, Lang)>,
    /// Deeds without an outcome.
    running: BTreeMap<Ticket, Run>,
    /// The card last made of a procedure's audience page.
    pub(crate) card: Option<(crate::room::procedure::CardOf, Arc<crate::audience::AudienceView>)>,
    /// The adopted procedures the worker has ready.
    pub(crate) adopted: Vec<(Manifest, BlobHash)>,
    /// Which ones it was asked for.
    asked_to_know: Vec<BlobHash>,
    /// The file somebody wants to adopt.
    pub(crate) examining: Option<Examining>,
    /// What can be started: the adopted ones first, one of them in the place of a shipped one of the same id.
    manifests: Vec<Manifest>,
    /// Those the program brought along.
    brought: Vec<Manifest>,
    /// SHA-256 of each of their files.
    hashes: Vec<BlobHash>,
    lang: Lang,
    /// Jobs sent and not yet told of.
    open: usize,
}

impl Procedures {
    pub(crate) fn new(writer: Sender<Request>, wake: Wake) -> Procedures {
        let (jobs, to_do) = channel();
        let (tell, told) = channel();
        let thread = std::thread::spawn(move || Work::new(writer, tell, wake).run(&to_do));
        Procedures {
            jobs,
            told,
            thread: Some(thread),
            views: BTreeMap::new(),
            focus: BTreeMap::new(),
            asked: BTreeSet::new(),
            running: BTreeMap::new(),
            card: None,
            adopted: Vec::new(),
            asked_to_know: Vec::new(),
            examining: None,
            manifests: Vec::new(),
            brought: Vec::new(),
            hashes: Vec::new(),
            lang: Lang::default(),
            open: 0,
        }
    }

    pub(crate) fn send(&mut self, job: Job) {
        if self.jobs.send(job).is_ok() {
            self.open += 1;
        }
    }

    pub(crate) fn busy(&self) -> bool {
        self.open > 0
    }

    pub(crate) fn stop(&mut self) {
        // The worker may be gone already; either way it ends.
        let _ = self.jobs.send(Job::Stop);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the procedure worker ended badly");
        }
    }

    /// Takes in what the worker has to say: tickets it passed on to the writer (`None`) or could not do, with why.
    pub(crate) fn take_in(&mut self, snapshot: &Arc<Snapshot>) -> Vec<(Ticket, Option<Failure>)> {
        let mut news = Vec::new();
        while let Ok(told) = self.told.try_recv() {
            if !matches!(told, Told::Examining(_)) {
                self.open = self.open.saturating_sub(1);
            }
            match told {
                Told::Ready => {}
                Told::Known(adopted) => {
                    self.adopted = adopted;
                    self.list_startable();
                }
                Told::Examining(step) => {
                    if let Some(Examining::Under(at)) = &mut self.examining {
                        *at = Some(step);
                    }
                }
                Told::Examined(examined) => {
                    // Put away meanwhile: then nobody wants it any more.
                    if self.examining.is_some() {
                        self.examining = Some(Examining::Done(examined));
                    }
                }
                Told::Passed(ticket) => news.push((ticket, None)),
                Told::Failed(ticket, failure) => {
                    self.running.remove(&ticket);
                    news.push((ticket, Some(failure)));
                }
                Told::Viewed(procedure, view) => {
                    // Undo may bring this state back after another one was shown.
                    self.asked.remove(&(procedure, view.state, view.lang));
                    self.views.insert(procedure, view);
                }
                Told::Focused(procedure, view) => {
                    self.focus.insert(procedure, view);
                }
                Told::Brought(shipped) => {
                    (self.brought, self.hashes) = shipped.into_iter().unzip();
                    self.list_startable();
                }
            }
        }
        self.ask_for_adopted(snapshot);
        self.ask_for_views(snapshot);
        news
    }

    fn list_startable(&mut self) {
        let own = self.adopted.iter().map(|(manifest, _)| manifest);
        let replaced = |manifest: &&Manifest| self.adopted.iter().any(|(own, _)| own.id == manifest.id);
        let shipped = self.brought.iter().filter(|manifest| !replaced(manifest));
        self.manifests = own.chain(shipped).cloned().collect();
    }

    /// The worker gets ready what the file has on its list.
    fn ask_for_adopted(&mut self, snapshot: &Snapshot) {
        let listed = snapshot.facts.adopted.iter().filter(|adopted| adopted.retired.is_none());
        let listed: Vec<&Plugin> = listed.map(|adopted| &adopted.plugin).collect();
        if !listed.iter().map(|plugin| plugin.sha256).eq(self.asked_to_know.iter().copied()) {
            self.asked_to_know = listed.iter().map(|plugin| plugin.sha256).collect();
            self.send(Job::Know(listed.into_iter().cloned().collect()));
        }
    }

    fn ask_for_views(&mut self, snapshot: &Arc<Snapshot>) {
        let lang = self.lang;
        let Some((meeting, _)) = snapshot.facts.working_meeting() else { return };
        for (index, run) in snapshot.facts.procedures.iter().enumerate() {
            let procedure = ProcedureNo::at(index);
            let state = run.current();
            let shown = self.views.get(&procedure).is_some_and(|view| view.state == state && view.lang == lang);
            if run.meeting == meeting && !shown && self.asked.insert((procedure, state, lang)) {
                self.send(Job::View(View { procedure, lang, focus: None, snapshot: Arc::clone(snapshot) }));
            }
        }
    }

    /// Sends a deed to the worker; it goes on from those of the same procedure that have no outcome yet.
    fn begin(&mut self, mut run: Run) {
        let procedure = run.of();
        run.follows = procedure.is_some() && self.running.values().any(|other| other.of() == procedure);
        self.running.insert(run.ticket, run.clone());
        self.send(Job::Run(Box::new(run)));
    }

    /// An overtaken deed goes back to the worker with the picture of now, as often as something overtakes it; false if
    /// nothing did.
    pub(crate) fn again(&mut self, ticket: Ticket, snapshot: &Arc<Snapshot>) -> bool {
        let Some(run) = self.running.remove(&ticket).and_then(|run| run.again(snapshot)) else { return false };
        self.running.insert(ticket, run.clone());
        self.send(Job::Run(Box::new(run)));
        true
    }

    pub(crate) fn done(&mut self, ticket: Ticket) {
        self.running.remove(&ticket);
    }
}

impl Session {
    /// Compiles procedures from now on in a child that can be killed.
    pub fn compile_with(&mut self, compiler: Compiler) {
        self.procedures.send(Job::CompileWith(compiler));
    }

    /// Makes the shipped procedures known; called once after opening.
    pub fn bring(&mut self, components: &[&'static [u8]]) {
        self.procedures.send(Job::Bring(components.to_vec()));
    }

    /// The language procedures speak from now on.
    pub fn speak(&mut self, lang: Lang) {
        self.procedures.lang = lang;
    }

    /// The procedures that can be started.
    pub fn manifests(&self) -> &[Manifest] {
        &self.procedures.manifests
    }

    /// The same with the SHA-256 of their files, by which a run is tied to the one it began with.
    pub fn shipped_procedures(&self) -> impl ExactSizeIterator<Item = (&Manifest, BlobHash)> {
        self.procedures.brought.iter().zip(self.procedures.hashes.iter().copied())
    }

    /// Starts a procedure on the item on the table; settings are texts by id as a person writes them.
    pub fn start_procedure(&mut self, plugin: &str, settings: Vec<(String, String)>) -> Ticket {
        let origin = self.origin();
        self.start_procedure_as(plugin, settings, origin)
    }

    pub(crate) fn start_procedure_as(
        &mut self,
        plugin: &str,
        settings: Vec<(String, String)>,
        origin: Origin,
    ) -> Ticket {
        self.run(origin, What::Start { plugin: plugin.to_owned(), settings, tables: BTreeMap::new() })
    }

    /// The same with the tables somebody handed in, by the keys of the manifest.
    pub fn start_procedure_with(
        &mut self,
        plugin: &str,
        settings: Vec<(String, String)>,
        tables: BTreeMap<String, FrozenTable>,
    ) -> Ticket {
        self.run(self.origin(), What::Start { plugin: plugin.to_owned(), settings, tables })
    }

    /// Sends a procedure what a person did on its page.
    pub fn act(&mut self, procedure: ProcedureNo, action: Action) -> Ticket {
        self.act_with(procedure, action, &[])
    }

    /// The same with photos and files somebody picked for it.
    pub fn act_with(&mut self, procedure: ProcedureNo, action: Action, evidence: &[ReadEvidence]) -> Ticket {
        let evidence = evidence.iter().map(|one| one.sealed().clone()).collect();
        self.run(self.origin(), What::Step { procedure, action, evidence })
    }

    /// Concludes a procedure: its sheets become the meeting's.
    pub fn conclude_procedure(&mut self, procedure: ProcedureNo) -> Ticket {
        self.run(self.origin(), What::Conclude { procedure })
    }

    /// Asks how one household's case was computed; the answer comes with [`Session::focus_view`].
    pub fn focus(&mut self, procedure: ProcedureNo, unit: UnitIx) {
        let view =
            View { procedure, lang: self.procedures.lang, focus: Some(unit), snapshot: Arc::clone(self.snapshot()) };
        self.procedures.send(Job::View(view));
    }

    /// A procedure's page, once the worker has it; while a step runs, the last good one.
    pub fn procedure_view(&self, procedure: ProcedureNo) -> Option<&ProcedureView> {
        self.procedures.views.get(&procedure)
    }

    /// How a household's case was computed, as last asked.
    pub fn focus_view(&self, procedure: ProcedureNo) -> Option<&FocusView> {
        self.procedures.focus.get(&procedure)
    }

    /// Whether a procedure is computing.
    pub fn procedures_busy(&self) -> bool {
        self.procedures.busy()
    }

    fn origin(&self) -> Origin {
        Origin { at: deliberation::At(self.now().utc_ms), by: self.person() }
    }

    /// A step by another hand and in another language than the desk's: days that begin, stories.
    pub(crate) fn step_as(&mut self, procedure: ProcedureNo, action: Action, origin: Origin, lang: Lang) -> Ticket {
        self.run_in(lang, origin, What::Step { procedure, action, evidence: Vec::new() })
    }

    fn run(&mut self, origin: Origin, what: What) -> Ticket {
        self.run_in(self.procedures.lang, origin, what)
    }

    fn run_in(&mut self, lang: Lang, origin: Origin, what: What) -> Ticket {
        let ticket = self.ticket();
        let (snapshot, follows) = (Arc::clone(self.snapshot()), false);
        self.procedures.begin(Run { ticket, origin, lang, snapshot, follows, what });
        ticket
    }

    /// Whether an outcome is final; an overtaken step is run again instead.
    pub(crate) fn settles(&mut self, ticket: Ticket, outcome: &Outcome) -> bool {
        if let Outcome::Refused(_, Refusal::StepOutdated) = outcome {
            let snapshot = Arc::clone(self.snapshot());
            if self.procedures.again(ticket, &snapshot) {
                return false;
            }
        }
        self.procedures.done(ticket);
        true
    }
}

/// The sentence for people of a procedure's failure, doors put in.
pub(crate) fn failure_text(lang: Lang, snapshot: &Snapshot, failure: &Failure) -> String {
    let doors = crate::procedure_worker::scope(snapshot);
    let door = |household: u32| doors.get(household as usize).map(ToString::to_string);
    let args = failure.args(door);
    let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
    tf(lang, failure.key(), &args)
}

/// The code a story expects: the procedure's own for a refusal by its rule, else the kind of failure.
pub(crate) fn failure_code(failure: &Failure) -> &str {
    match failure {
        Failure::Refused(fault) => &fault.code,
        other => other.key(),
    }
}

/// A story's line about a procedure; `None` if it is another command.
pub(crate) fn story_line(
    session: &mut Session,
    lang: Lang,
    line: usize,
    name: &str,
    fields: &Map<String, Value>,
    origin: Origin,
    read: crate::story::ReadFile<'_>,
) -> Result<Option<Ticket>, StoryError> {
    let bad =
        |detail: &str| StoryError { line, what: tf(lang, "story-no-command", &[("detail", detail)]), bad_input: true };
    let number = || -> Result<ProcedureNo, StoryError> {
        let number = fields.get("procedure").and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
        number.map(ProcedureNo).ok_or_else(|| bad("procedure"))
    };
    match name {
        "start-procedure" => {
            let Some(plugin) = fields.get("plugin").and_then(Value::as_str) else { return Ok(None) };
            let settings = fields.get("settings").and_then(Value::as_object).into_iter().flatten();
            let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let mut settings: Vec<(String, String)> = settings.map(|(id, value)| (id.clone(), text(value))).collect();
            if fields.get("carry").and_then(Value::as_bool) == Some(true) {
                settings = carry::with_offered(session, lang, plugin, settings);
            }
            let tables = handed::tables(session, lang, line, plugin, fields, read)?;
            Ok(Some(session.run(origin, What::Start { plugin: plugin.to_owned(), settings, tables })))
        }
        "step-procedure" if fields.contains_key("action") => {
            let action = fields.get("action").cloned().unwrap_or_default();
            let action: Action = serde_json::from_value(action).map_err(|error| bad(&error.to_string()))?;
            let procedure = number()?;
            Ok(Some(session.run(origin, What::Step { procedure, action, evidence: Vec::new() })))
        }
        "conclude-procedure" if !fields.contains_key("conclusion") => {
            let procedure = number()?;
            Ok(Some(session.run(origin, What::Conclude { procedure })))
        }
        _ => Ok(None),
    }
}
