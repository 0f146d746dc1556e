//! Threads with room for a guest's stack, kept for the next call: starting one costs as much as a small call itself.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::sync::{Mutex, PoisonError};

use crate::failure::{Call, Failure};
use crate::limits;

type Job = Box<dyn FnOnce() + Send>;

/// More than these are not kept: a meeting has one call at a time, and seldom a second beside it.
const KEPT: usize = 2;

/// Those without work; each ends when its sender goes.
static IDLE: Mutex<Vec<Sender<Job>>> = Mutex::new(Vec::new());

/// Does the work of a call on a thread of its own and waits for it; a panic of the host ends the call and nothing else.
pub(crate) fn on_a_thread<T: Send + 'static>(
    call: Call,
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let no_thread = |error: String| Failure::broken(call, format!("no thread: {error}"));
    let kept = idle(Vec::pop);
    let thread = match kept {
        Some(thread) => thread,
        None => start().map_err(|error| no_thread(error.to_string()))?,
    };
    let (tell, told) = mpsc::channel();
    let job = Box::new(move || {
        // Nobody waits any more only where this thread is told to end.
        let _ = tell.send(catch_unwind(AssertUnwindSafe(work)));
    });
    thread.send(job).map_err(|error| no_thread(error.to_string()))?;
    let outcome = told.recv().map_err(|error| no_thread(error.to_string()))?;
    idle(|idle| {
        if idle.len() < KEPT {
            idle.push(thread);
        }
    });
    outcome.unwrap_or_else(|_| Err(Failure::broken(call, "the host failed in this call")))
}

fn idle<T>(with: impl FnOnce(&mut Vec<Sender<Job>>) -> T) -> T {
    with(&mut IDLE.lock().unwrap_or_else(PoisonError::into_inner))
}

fn start() -> std::io::Result<Sender<Job>> {
    let (sender, jobs) = mpsc::channel::<Job>();
    let serve = move || jobs.into_iter().for_each(|job| job());
    std::thread::Builder::new().name("procedure".to_owned()).stack_size(limits::THREAD_STACK).spawn(serve)?;
    Ok(sender)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_a_call_in_which_the_host_fails_when_the_next_comes_it_works_as_if_nothing_had_happened() {
        let failed = on_a_thread::<u32>(Call::View, || panic!("a mistake of the host"));
        assert_eq!(failed, Err(Failure::broken(Call::View, "the host failed in this call")));
        assert_eq!(on_a_thread(Call::View, || Ok(7)), Ok(7));
    }

    #[test]
    fn given_calls_from_many_threads_each_gets_its_own_answer() {
        let ask = |number: u32| std::thread::spawn(move || on_a_thread(Call::View, move || Ok(number)));
        let asked: Vec<_> = (0..50).map(ask).collect();
        for (number, asked) in (0..50).zip(asked) {
            assert_eq!(asked.join().unwrap(), Ok(number));
        }
    }

    #[test]
    fn given_deep_recursion_of_the_host_there_is_room_for_it() {
        fn deep(left: u32) -> u64 {
            let here = std::hint::black_box([u64::from(left); 192]);
            if left == 0 { 0 } else { deep(left - 1) + here[0] }
        }
        assert_eq!(on_a_thread(Call::View, || Ok(deep(2_000))), Ok(2_001_000));
    }
}
