//! Turning a component into machine code: on a thread of this process, or in a child that can be killed, with a cache.
//!
//! A compiler given hostile input may run for ever or eat all memory. The program therefore starts itself with
//! [`CHILD_ARGUMENT`]: the child takes limits upon itself, reads the component from its stdin and writes machine code to its
//! stdout ([`serve`]); this side kills it when the time is up, and keeps the result in its own [`cache`](self::cache),
//! checked by hash. Where no child can be started the component is compiled here, after a word in the log.

mod cache;
mod child;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use wasmtime::component::Component as Compiled;
use wasmtime::{Config, OptLevel};

pub use self::child::{CHILD_ARGUMENT, serve};
use crate::failure::{Call, Failure};
use crate::hash::Hash;
use crate::limits;

/// How well the machine code is made; a procedure gives the same with either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Compiled soon, slower to run: for tests that compare both.
    None,
    /// What meetings run.
    #[default]
    Speed,
}

/// Compiles in a child process, and keeps what came of it.
#[derive(Clone, Debug)]
pub struct Compiler {
    /// The program that serves as the child: this one, injected by whoever knows its path.
    pub program: PathBuf,
    /// What it is called with, before [`CHILD_ARGUMENT`].
    pub arguments: Vec<OsString>,
    /// The folder of the cache, of this program alone.
    pub cache: PathBuf,
    /// After this the child is killed.
    pub time: Duration,
    /// Bytes of address space of the child.
    pub memory: u64,
}

impl Compiler {
    /// A compiler within the limits of this program.
    pub fn new(program: PathBuf, cache: PathBuf) -> Compiler {
        let time = Duration::from_secs(limits::COMPILE_SECONDS);
        Compiler { program, arguments: Vec::new(), cache, time, memory: limits::COMPILE_MEMORY }
    }

    /// Machine code of a component: from the cache, else from a child.
    pub(crate) fn compile(&self, engine: &wasmtime::Engine, hash: Hash, bytes: &[u8]) -> Result<Compiled, Failure> {
        let place = cache::Place::of(&self.cache, engine, hash);
        if let Some(compiled) = place.load(engine) {
            return Ok(compiled);
        }
        match child::compile(self, bytes) {
            Ok(code) => {
                let code = code?;
                if let Err(error) = place.store(&code) {
                    tracing::warn!(%error, "the compiled procedure was not kept; it is compiled again next time");
                }
                cache::Place::trusted(engine, &code)
            }
            Err(error) => {
                tracing::warn!(%error, "no child could be started to compile a procedure; it is compiled in this process");
                here(engine, bytes)
            }
        }
    }
}

/// The configuration of every engine of this program, child or not.
pub(crate) fn config(level: Level) -> Config {
    let mut config = Config::new();
    config
        .consume_fuel(true)
        .max_wasm_stack(limits::STACK)
        .wasm_memory64(false)
        .cranelift_opt_level(match level {
            Level::None => OptLevel::None,
            Level::Speed => OptLevel::Speed,
        })
        // The same results on every machine.
        .cranelift_nan_canonicalization(true)
        .wasm_relaxed_simd(true)
        .relaxed_simd_deterministic(true);
    config
}

/// In this process, on a thread of its own: a compiler that does not come back must not hold up the meeting.
pub(crate) fn here(engine: &wasmtime::Engine, bytes: &[u8]) -> Result<Compiled, Failure> {
    let (done, result) = mpsc::channel();
    let (engine, bytes) = (engine.clone(), bytes.to_vec());
    let compile = move || {
        let compiled = Compiled::from_binary(&engine, &bytes).map_err(|error| Failure::unfit(format!("{error:#}")));
        // Nobody waits any more after the time is up.
        let _ = done.send(compiled);
    };
    std::thread::Builder::new()
        .name("compile".to_owned())
        .stack_size(limits::THREAD_STACK)
        .spawn(compile)
        .map_err(|error| Failure::broken(Call::Start, format!("no thread: {error}")))?;
    result.recv_timeout(Duration::from_secs(limits::COMPILE_SECONDS)).map_err(|error| match error {
        RecvTimeoutError::Timeout => Failure::TooSlow(Call::Start),
        RecvTimeoutError::Disconnected => Failure::broken(Call::Start, "the compiler gave up"),
    })?
}
