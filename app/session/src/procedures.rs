//! Procedures beside the meeting: a worker runs the plugin, the writer records what came of it by hashes.
//!
//! The worker never holds up the writer or a frame. It keeps states in memory and rebuilds one by replay where it has
//! none; a step computed from a state that is no longer current is run again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use deliberation::ids::{ProcedureNo, UnitIx};
use deliberation::text::BlobHash;
use deliberation::{Origin, Refusal};
use procedure::contract::{Action, Page};
use procedure::{Failure, Manifest};
use serde_json::{Map, Value};
use words::{Lang, tf};

use crate::procedure_worker::{Job, Told, View, Work};
use crate::session::{Session, Wake};
use crate::snapshot::Snapshot;
use crate::story::StoryError;
use crate::writer::{Outcome, Request, Ticket};

/// How often an overtaken step is run again before people are told.
const TRIES: u8 = 3;

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
    running: BTreeMap<Ticket, (Job, u8)>,
    manifests: Vec<Manifest>,
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
            manifests: Vec::new(),
            hashes: Vec::new(),
            lang: Lang::default(),
            open: 0,
        }
    }

    fn send(&mut self, job: Job) {
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
            self.open = self.open.saturating_sub(1);
            match told {
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
                Told::Brought(shipped) => (self.manifests, self.hashes) = shipped.into_iter().unzip(),
            }
        }
        self.ask_for_views(snapshot);
        news
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

    /// An overtaken step goes back to the worker with the picture of now; false if it was tried often enough.
    pub(crate) fn again(&mut self, ticket: Ticket, snapshot: &Arc<Snapshot>) -> bool {
        let Some((job, tries)) = self.running.remove(&ticket) else { return false };
        if tries >= TRIES {
            return false;
        }
        let job = job.with(snapshot);
        self.running.insert(ticket, (job.clone(), tries + 1));
        self.send(job);
        true
    }

    pub(crate) fn done(&mut self, ticket: Ticket) {
        self.running.remove(&ticket);
    }
}

impl Session {
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
        self.procedures.manifests.iter().zip(self.procedures.hashes.iter().copied())
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
        let (plugin, lang) = (plugin.to_owned(), self.procedures.lang);
        self.run(origin, Work::start(plugin, settings, lang))
    }

    /// Sends a procedure what a person did on its page.
    pub fn act(&mut self, procedure: ProcedureNo, action: Action) -> Ticket {
        let (origin, lang) = (self.origin(), self.procedures.lang);
        self.run(origin, Work::step(procedure, action, lang))
    }

    /// Concludes a procedure: its sheets become the meeting's.
    pub fn conclude_procedure(&mut self, procedure: ProcedureNo) -> Ticket {
        let (origin, lang) = (self.origin(), self.procedures.lang);
        self.run(origin, Work::conclude(procedure, lang))
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

    fn run(&mut self, origin: Origin, job: impl FnOnce(Ticket, Origin, Arc<Snapshot>) -> Job) -> Ticket {
        let ticket = self.ticket();
        let job = job(ticket, origin, Arc::clone(self.snapshot()));
        self.procedures.running.insert(ticket, (job.clone(), 1));
        self.procedures.send(job);
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
            let settings = settings.map(|(id, value)| (id.clone(), text(value))).collect();
            Ok(Some(session.start_procedure_as(plugin, settings, origin)))
        }
        "step-procedure" if fields.contains_key("action") => {
            let action = fields.get("action").cloned().unwrap_or_default();
            let action: Action = serde_json::from_value(action).map_err(|error| bad(&error.to_string()))?;
            let (procedure, lang) = (number()?, session.procedures.lang);
            Ok(Some(session.run(origin, Work::step(procedure, action, lang))))
        }
        "conclude-procedure" if !fields.contains_key("conclusion") => {
            let (procedure, lang) = (number()?, session.procedures.lang);
            Ok(Some(session.run(origin, Work::conclude(procedure, lang))))
        }
        _ => Ok(None),
    }
}
