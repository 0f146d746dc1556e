//! The child that compiles: its side ([`serve`]) and ours ([`compile`]).
//!
//! stdin: level (one byte, always for speed), 8 bytes of address space, then the component to the end. stdout: machine code.
//! Exit code 0 = done; 3 = the component does not fit, with the reason on stderr; anything else = it did not survive.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{Compiler, Level, config};
use crate::failure::{Call, Failure};
use crate::limits;

/// The hidden argument by which the program becomes the child.
pub const CHILD_ARGUMENT: &str = "--compile-procedure";

/// Exit code of the child for a component that does not fit.
const UNFIT: u8 = 3;
/// Exit code of the child whose pipes broke: nobody waits for it any more.
const NOBODY: u8 = 4;
/// How often we look whether the child is done.
const PAUSE: Duration = Duration::from_millis(5);
/// Bytes of machine code taken from the child.
const CODE: u64 = 512 << 20;
/// Bytes of a reason taken from the child.
const REASON: u64 = 16 << 10;

/// Serves as the child: limits, component in, machine code out. Gives the exit code.
pub fn serve() -> u8 {
    let mut head = [0; 8];
    let mut bytes = Vec::new();
    let most = u64::try_from(limits::FILE).unwrap_or(u64::MAX).saturating_add(1);
    let mut stdin = std::io::stdin().lock();
    if stdin.read_exact(&mut head).is_err() || stdin.take(most).read_to_end(&mut bytes).is_err() {
        return NOBODY;
    }
    limit(u64::from_le_bytes(head));
    let compiled = wasmtime::Engine::new(&config(Level::Speed)).and_then(|engine| engine.precompile_component(&bytes));
    match compiled {
        Ok(code) => {
            let mut stdout = std::io::stdout().lock();
            if stdout.write_all(&code).and_then(|()| stdout.flush()).is_ok() { 0 } else { NOBODY }
        }
        Err(error) => {
            // Whoever reads it may be gone.
            let _ = write!(std::io::stderr(), "{error:#}");
            UNFIT
        }
    }
}

/// Takes limits upon this process; where the system has none, the parent's clock is the only one.
#[cfg(unix)]
fn limit(memory: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let at_most = |limit: u64| Rlimit { current: Some(limit), maximum: Some(limit) };
    for (resource, limit) in [(Resource::As, memory), (Resource::Cpu, limits::COMPILE_SECONDS), (Resource::Core, 0)] {
        // A stricter limit of whoever started us stands.
        let _ = setrlimit(resource, at_most(limit));
    }
}

#[cfg(not(unix))]
fn limit(_memory: u64) {}

/// Compiles in a child; the outer error is that none could be started.
pub(super) fn compile(compiler: &Compiler, bytes: &[u8]) -> std::io::Result<Result<Vec<u8>, Failure>> {
    let mut child = Command::new(&compiler.program)
        .args(&compiler.arguments)
        .arg(CHILD_ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let memory = compiler.memory;
    let ended = thread::scope(|scope| {
        scope.spawn(move || {
            if let Some(mut stdin) = stdin {
                // A child that died takes no more; its exit says why.
                let _ = stdin.write_all(&memory.to_le_bytes()).and_then(|()| stdin.write_all(bytes));
            }
        });
        let read = |limit: u64, from: Option<Box<dyn std::io::Read + Send>>| {
            let mut taken = Vec::new();
            if let Some(from) = from {
                let _ = from.take(limit).read_to_end(&mut taken);
            }
            taken
        };
        let code = scope.spawn(move || read(CODE, stdout.map(|pipe| Box::new(pipe) as _)));
        let reason = scope.spawn(move || read(REASON, stderr.map(|pipe| Box::new(pipe) as _)));
        let ended = wait(&mut child, compiler.time);
        (ended, code.join().unwrap_or_default(), reason.join().unwrap_or_default())
    });
    Ok(judged(ended))
}

/// How the child ended.
enum Ended {
    Exit(std::process::ExitStatus),
    Killed,
    Lost(std::io::Error),
}

/// Waits for the child, and kills it when the time is up; it is gone in any case.
fn wait(child: &mut Child, time: Duration) -> Ended {
    let began = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ended::Exit(status),
            Ok(None) if began.elapsed() < time => thread::sleep(PAUSE),
            Ok(None) => {
                // It may have ended this very moment.
                let _ = child.kill();
                let _ = child.wait();
                return Ended::Killed;
            }
            Err(error) => {
                let _ = child.kill();
                let _ = child.wait();
                return Ended::Lost(error);
            }
        }
    }
}

/// Machine code, or which of the six failures it was.
fn judged((ended, code, reason): (Ended, Vec<u8>, Vec<u8>)) -> Result<Vec<u8>, Failure> {
    let status = match ended {
        Ended::Exit(status) => status,
        Ended::Killed => return Err(Failure::TooSlow(Call::Start)),
        Ended::Lost(error) => return Err(Failure::broken(Call::Start, format!("the compiler was lost: {error}"))),
    };
    let said = crate::clean::cleaned(&String::from_utf8_lossy(&reason), limits::MESSAGE);
    if status.success() {
        return Ok(code);
    }
    if status.code() == Some(i32::from(UNFIT)) {
        return Err(Failure::unfit(said));
    }
    if ran_out_of_time(status) {
        return Err(Failure::TooSlow(Call::Start));
    }
    if said.contains("memory allocation of") || said.contains("Cannot allocate memory") {
        return Err(Failure::TooMuchMemory(Call::Start));
    }
    Err(Failure::broken(Call::Start, format!("the compiler gave up ({status}): {said}")))
}

#[cfg(unix)]
fn ran_out_of_time(status: std::process::ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    // The kernel ends a process that used up its processor time with SIGXCPU, or SIGKILL at the hard limit.
    let used_up = [rustix::process::Signal::XCPU.as_raw(), rustix::process::Signal::KILL.as_raw()];
    status.signal().is_some_and(|signal| used_up.contains(&signal))
}

#[cfg(not(unix))]
fn ran_out_of_time(_: std::process::ExitStatus) -> bool {
    false
}
