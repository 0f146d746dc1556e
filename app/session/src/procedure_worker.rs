//! The thread that runs plugins: start, step, conclude and view, each from a picture of the file, one after the other.
//!
//! [`jobs`] what it is asked and what it tells · `deeds` what goes to the writer · `recall` a procedure at its recorded
//! state, from `states` or by replay · `list` which procedures there are · `frozen` what a procedure is given · `record` its conclusion as the journal keeps it.

mod deeds;
mod frozen;
pub(crate) mod jobs;
mod list;
mod recall;
pub(crate) mod record;
mod states;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use deliberation::ids::ProcedureNo;
use deliberation::procedure::ProcedureRun;
use deliberation::text::BlobHash;
use journal::SealedBlob;
use procedure::contract::{Page, Role, Viewer};
use procedure::{Anatomy, Call, Component, Engine, Failure, Manifest, Running};
use words::Lang;

pub(crate) use self::frozen::scope;
use self::jobs::{Job, Run, Told, View};
pub(crate) use self::list::recorded;
use self::states::States;
use crate::procedures::{FocusView, ProcedureView};
use crate::session::Wake;
use crate::writer::Request;

pub(crate) struct Work {
    writer: Sender<Request>,
    tell: Sender<Told>,
    wake: Wake,
    engine: Option<Engine>,
    /// Those the program brings along; each is compiled when it is first wanted, for a command of a moment wants none.
    shipped: Vec<(&'static [u8], Anatomy)>,
    adopted: Vec<list::Ready>,
    states: States,
    /// The page last drawn, by what it shows.
    drawn: Option<((ProcedureNo, BlobHash, Lang), Arc<Page>)>,
}

impl Work {
    pub(crate) fn new(writer: Sender<Request>, tell: Sender<Told>, wake: Wake) -> Work {
        Work {
            writer,
            tell,
            wake,
            engine: None,
            shipped: Vec::new(),
            adopted: Vec::new(),
            states: States::default(),
            drawn: None,
        }
    }

    /// Works off jobs until told to stop.
    pub(crate) fn run(mut self, jobs: &Receiver<Job>) {
        while let Ok(job) = jobs.recv() {
            let told = match job {
                Job::Stop => break,
                Job::CompileWith(compiler) => {
                    self.compile_with(compiler);
                    Told::Ready
                }
                Job::Know(plugins) => Told::Known(self.know(plugins)),
                Job::Examine(path) => Told::Examined(Box::new(self.examine(&path))),
                Job::Bring(components) => Told::Brought(self.bring(&components)),
                Job::View(view) => self.guarded_view(&view),
                Job::Run(run) => match self.pass_on(&run) {
                    Ok(told) => told,
                    Err(Gone) => break,
                },
            };
            if self.tell.send(told).is_err() {
                break;
            }
            (self.wake)();
        }
    }

    /// Runs a deed and hands what came of it to the writer.
    fn pass_on(&mut self, run: &Run) -> Result<Told, Gone> {
        let tried = catch_unwind(AssertUnwindSafe(|| self.deed(run)));
        match tried.unwrap_or_else(|_| Err(broken("the host made a mistake"))) {
            Ok((command, blobs)) => {
                let (ticket, origin) = (run.ticket, run.origin);
                let request = Request::Deeds { ticket, commands: vec![command], origin, blobs };
                self.writer.send(request).map_err(|_| Gone)?;
                Ok(Told::Passed(run.ticket))
            }
            Err(failure) => Ok(Told::Failed(run.ticket, failure)),
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
            match Component::check(bytes) {
                Ok(anatomy) if self.shipped.iter().any(|(_, known)| known.hash == anatomy.hash) => {}
                Ok(anatomy) => self.shipped.push((bytes, anatomy)),
                Err(failure) => tracing::error!(%failure, "a shipped procedure does not run"),
            }
        }
        let anatomies = self.shipped.iter().map(|(_, anatomy)| anatomy);
        anatomies.map(|anatomy| (anatomy.manifest.clone(), BlobHash(anatomy.hash.0))).collect()
    }

    /// A page, whatever happens: a mistake of the host is an error in place of the page.
    fn guarded_view(&mut self, view: &View) -> Told {
        let tried = catch_unwind(AssertUnwindSafe(|| self.view(view)));
        tried.unwrap_or_else(|_| {
            let state = view.snapshot.facts.procedure(view.procedure).map(ProcedureRun::current);
            let page = Err(broken("the host made a mistake"));
            let state = state.unwrap_or(BlobHash([0; 32]));
            Told::Viewed(view.procedure, ProcedureView { state, lang: view.lang, page, audience: None })
        })
    }

    /// The page of a state as the desk shows it; the last one is kept, for what was drawn is what is acted on.
    fn page(&mut self, procedure: ProcedureNo, running: &Running, lang: Lang) -> Result<Arc<Page>, Failure> {
        let of = (procedure, state(running), lang);
        if let Some((_, page)) = self.drawn.as_ref().filter(|(known, _)| *known == of) {
            return Ok(Arc::clone(page));
        }
        let viewer = Viewer { role: Role::Chair, locale: lang.tag().to_owned(), audience: false, focus: None };
        let page = Arc::new(running.page(&viewer)?);
        self.drawn = Some((of, Arc::clone(&page)));
        Ok(page)
    }

    fn view(&mut self, view: &View) -> Told {
        let running = self.current(&view.snapshot, view.procedure);
        let viewer = |focus| Viewer { role: Role::Chair, locale: view.lang.tag().to_owned(), audience: false, focus };
        let page = |running: &Running, focus| running.page(&viewer(focus)).map(Arc::new);
        if let Some(unit) = view.focus {
            let units = view.snapshot.facts.procedure(view.procedure).map(ProcedureRun::households).unwrap_or_default();
            let household = units.iter().position(|known| *known == unit).and_then(|place| u32::try_from(place).ok());
            let page = running.and_then(|running| page(&running, household));
            return Told::Focused(view.procedure, FocusView { unit, page });
        }
        let state = view.snapshot.facts.procedure(view.procedure).map(ProcedureRun::current);
        let (page, audience) = match running {
            Ok(running) => {
                let audience = running.audience_page(view.lang.tag(), None).ok().flatten().map(Arc::new);
                (self.page(view.procedure, &running, view.lang), audience)
            }
            Err(failure) => (Err(failure), None),
        };
        let state = state.unwrap_or(BlobHash([0; 32]));
        Told::Viewed(view.procedure, ProcedureView { state, lang: view.lang, page, audience })
    }
}

/// The writer is gone: the file is closing.
struct Gone;

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
