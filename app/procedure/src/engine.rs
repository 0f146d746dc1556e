//! The engine: compiles a component once, and runs every call in a fresh instance within the limits.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use wasmtime::Store;
use wasmtime::component::{ComponentExportIndex, ComponentNamedList, Instance, InstancePre, Lift, Linker, Lower};

use crate::anatomy::Anatomy;
use crate::compile::{self, Compiler, Level};
use crate::contract::{Conclusion, Event, Fault, Page, Viewer};
use crate::failure::{Call, Failure};
use crate::frame::Frame;
use crate::hash::Hash;
use crate::inputs::Inputs;
use crate::limits;
use crate::meter::{Meter, Spent};
use crate::pool;
use crate::threads::on_a_thread;
use crate::worlds::World;

/// How the engine's list of addresses begins.
const BACKTRACE: &str = "error while executing at wasm backtrace";

/// Compiles components and keeps them for this run of the program; cheap to clone.
#[derive(Clone)]
pub struct Engine {
    wasmtime: wasmtime::Engine,
    compiled: Arc<Mutex<BTreeMap<Hash, Arc<Component>>>>,
    /// Without one, components are compiled in this process.
    compiler: Option<Arc<Compiler>>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}

impl Engine {
    /// An engine with the limits of this program, which compiles in this process; fails only where this machine cannot
    /// run WebAssembly at all.
    pub fn new() -> Result<Engine, Failure> {
        Engine::at_level(Level::Speed)
    }

    /// The same with machine code made otherwise: what it computes must not depend on that.
    pub fn at_level(level: Level) -> Result<Engine, Failure> {
        let engine = pool::engine(compile::config(level)).map_err(|error| Failure::unfit(format!("{error:#}")))?;
        Ok(Engine { wasmtime: engine, compiled: Arc::default(), compiler: None })
    }

    /// An engine that compiles in a child which can be killed, and keeps what came of it.
    pub fn with_compiler(compiler: Compiler) -> Result<Engine, Failure> {
        Ok(Engine { compiler: Some(Arc::new(compiler)), ..Engine::new()? })
    }

    /// The compiled component of this file; compiled once a run of the program, however often it is asked for.
    pub fn component(&self, bytes: &[u8]) -> Result<Arc<Component>, Failure> {
        let hash = Hash::of(bytes);
        let known = || self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(component) = known().get(&hash) {
            return Ok(Arc::clone(component));
        }
        let component = Arc::new(self.compile(Anatomy::read(bytes)?, bytes)?);
        known().insert(hash, Arc::clone(&component));
        Ok(component)
    }

    fn compile(&self, anatomy: Anatomy, bytes: &[u8]) -> Result<Component, Failure> {
        let compiled = match &self.compiler {
            Some(compiler) => compiler.compile(&self.wasmtime, anatomy.hash, bytes)?,
            None => compile::here(&self.wasmtime, bytes)?,
        };
        let linker = linker(&self.wasmtime, anatomy.world);
        let instance = linker.and_then(|linker| linker.instantiate_pre(&compiled));
        let instance = instance.map_err(|error| Failure::unfit(format!("{error:#}")))?;
        let component = Component { anatomy, instance };
        component.check_exports()?;
        Ok(component)
    }
}

fn linker(engine: &wasmtime::Engine, world: World) -> wasmtime::Result<Linker<Frame>> {
    let mut linker = Linker::new(engine);
    world.link(&mut linker)?;
    Ok(linker)
}

/// A procedure ready to run.
pub struct Component {
    anatomy: Anatomy,
    instance: InstancePre<Frame>,
}

impl std::fmt::Debug for Component {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Component").field("anatomy", &self.anatomy).finish_non_exhaustive()
    }
}

impl Component {
    /// Whether a file is a procedure this version fits, without compiling it.
    pub fn check(bytes: &[u8]) -> Result<Anatomy, Failure> {
        Anatomy::read(bytes)
    }

    /// What it says about itself, and its hash.
    pub fn anatomy(&self) -> &Anatomy {
        &self.anatomy
    }

    pub(crate) fn init(&self, run: &Frozen, locale: &str) -> Result<Vec<u8>, Failure> {
        self.anatomy.world.init(self, run, locale)
    }

    pub(crate) fn update(&self, run: &Frozen, state: &[u8], event: &Event) -> Result<Vec<u8>, Failure> {
        self.anatomy.world.update(self, run, state, event)
    }

    pub(crate) fn view(&self, run: &Frozen, state: &[u8], viewer: &Viewer) -> Result<Page, Failure> {
        self.anatomy.world.view(self, run, state, viewer)
    }

    pub(crate) fn conclude(&self, run: &Frozen, state: &[u8], locale: &str) -> Result<Conclusion, Failure> {
        self.anatomy.world.conclude(self, run, state, locale)
    }

    /// One call in a fresh instance, on a thread with room for the guest's stack.
    pub(crate) fn call<P, R>(&self, call: Call, run: &Frozen, params: P) -> Result<R, Failure>
    where
        P: ComponentNamedList + Lower + Send + Sync,
        R: ComponentNamedList + Lift + Send + Sync + 'static,
        P: 'static,
    {
        let (instance, world, run) = (self.instance.clone(), self.anatomy.world, run.clone());
        on_a_thread(call, move || {
            let mut store = store(&instance, run.inputs, run.factor)?;
            let outcome = run_in(&instance, world, &mut store, call, run.factor, params);
            let outcome = outcome.map_err(|error| classify(call, &error, store.data()));
            if let Some(meter) = &run.meter {
                let budget = budget(call).saturating_mul(run.factor);
                let fuel = budget.saturating_sub(store.get_fuel().unwrap_or(0));
                meter.note(Spent { call, fuel, budget, log: store.into_data().into_log() });
            }
            outcome
        })
    }

    /// The four functions, of its version's types.
    fn check_exports(&self) -> Result<(), Failure> {
        let (pre, world) = (self.instance.clone(), self.anatomy.world);
        on_a_thread(Call::Start, move || {
            let mut store = store(&pre, Arc::default(), 1)?;
            let start = pre.instantiate(&mut store);
            let instance = start.map_err(|error| classify(Call::Start, &error, store.data()))?;
            world.check(&mut Exports { instance, world, store: &mut store })
        })
    }
}

/// What an instance exports, to be held against a version of the contract.
pub(crate) struct Exports<'a> {
    instance: Instance,
    world: World,
    store: &'a mut Store<Frame>,
}

impl Exports<'_> {
    /// Whether the function of a call is there, with these parameters and results.
    pub(crate) fn has<P, R>(&mut self, call: Call) -> Result<(), Failure>
    where
        P: ComponentNamedList + Lower,
        R: ComponentNamedList + Lift,
    {
        let found = find(&self.instance, self.world, self.store, call);
        let function = found.and_then(|found| self.instance.get_typed_func::<P, R>(&mut *self.store, found));
        function.map(|_| ()).map_err(|error| Failure::unfit(format!("{error:#}")))
    }
}

/// The function of a call.
fn find(
    instance: &Instance,
    world: World,
    store: &mut Store<Frame>,
    call: Call,
) -> wasmtime::Result<ComponentExportIndex> {
    let procedure = instance.get_export_index(&mut *store, None, &world.interface("procedure"));
    let function = procedure.and_then(|index| instance.get_export_index(&mut *store, Some(&index), call.name()));
    function.ok_or_else(|| wasmtime::Error::msg(format!("it does not export {}", call.name())))
}

fn store(component: &InstancePre<Frame>, inputs: Arc<Inputs>, factor: u64) -> Result<Store<Frame>, Failure> {
    let mut store = Store::new(component.engine(), Frame::new(inputs));
    store.limiter(|frame| frame);
    store.set_hostcall_fuel(limits::CROSSING);
    let fuel = limits::FUEL_INSTANTIATE.saturating_mul(factor);
    store.set_fuel(fuel).map_err(|error| Failure::broken(Call::Start, format!("{error:#}")))?;
    Ok(store)
}

fn run_in<P, R>(
    component: &InstancePre<Frame>,
    world: World,
    store: &mut Store<Frame>,
    call: Call,
    factor: u64,
    params: P,
) -> wasmtime::Result<R>
where
    P: ComponentNamedList + Lower,
    R: ComponentNamedList + Lift,
{
    let instance = component.instantiate(&mut *store)?;
    let function = find(&instance, world, store, call)?;
    let function = instance.get_typed_func::<P, R>(&mut *store, function)?;
    store.set_fuel(budget(call).saturating_mul(factor))?;
    function.call(&mut *store, params)
}

/// What every call of a run shares.
#[derive(Clone, Debug)]
pub(crate) struct Frozen {
    pub(crate) inputs: Arc<Inputs>,
    /// How many times the usual fuel.
    pub(crate) factor: u64,
    /// Where the author's console hears of every call.
    pub(crate) meter: Option<Arc<Meter>>,
}

/// The fuel of a call.
fn budget(call: Call) -> u64 {
    match call {
        Call::Start | Call::Update | Call::View => limits::FUEL_STEP,
        Call::Init | Call::Conclude => limits::FUEL_WHOLE,
    }
}

/// A fault as the host shows it, or the value.
pub(crate) fn answer<T>(call: Call, answer: Result<T, Fault>) -> Result<T, Failure> {
    use crate::clean::Texts;
    use crate::contract::is_key;
    answer.map_err(|mut fault| {
        if !is_key(&fault.code) {
            return Failure::broken(call, "a fault whose code is no key");
        }
        fault.at = fault.at.filter(|at| is_key(at));
        fault.clean();
        Failure::Refused(fault)
    })
}

/// Which of the six it is. Memory first: a guest that is refused memory usually traps right after.
fn classify(call: Call, error: &wasmtime::Error, frame: &Frame) -> Failure {
    let causes = format!("{error:#}");
    if frame.was_denied()
        || causes.contains("fuel allocated for hostcalls")
        || causes.contains("resource limit exceeded")
    {
        return Failure::TooMuchMemory(call);
    }
    match error.downcast_ref::<wasmtime::Trap>() {
        Some(wasmtime::Trap::OutOfFuel) => Failure::TooSlow(call),
        _ => Failure::Broken { call, detail: broken(error, frame) },
    }
}

/// The causes without the engine's list of addresses, which says nothing of a component without names; below them what the
/// procedure wrote to the author's console last, for there its own error stands.
fn broken(error: &wasmtime::Error, frame: &Frame) -> String {
    let causes = error.chain().map(ToString::to_string).filter(|cause| !cause.starts_with(BACKTRACE));
    let mut detail = causes.collect::<Vec<_>>().join(": ");
    if !frame.last_words().is_empty() {
        detail.push_str(";\nit said last: ");
        detail.push_str(&frame.last_words().join("\n"));
    }
    tracing::debug!(target: "fangzhuo::procedure", "{detail} ({error:#})");
    detail
}
