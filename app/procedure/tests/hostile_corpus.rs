//! The whole hostile corpus, and the child that compiles.
//!
//! Without words it is an ordinary test: the quick part of the corpus, and what the child and its cache promise. With
//! `--proof` (and `--full`) it drives every case, measures each, and its last line is the share of cases that ended as they
//! should, in percent. With the hidden argument of the program it is the child.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

mod common;
mod corpus;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use common::ENGINE;
use corpus::{Case, the_meeting_goes_on, wrong};
use procedure::compile::{CHILD_ARGUMENT, Compiler, serve};
use procedure::{Call, Engine, Failure};

/// No case may take longer, nor more memory: far beyond what any does on a quiet machine.
const LONGEST: Duration = Duration::from_secs(90);
const MOST: u64 = 1 << 30;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    let asked = |word: &str| words.iter().any(|known| known == word);
    if asked(CHILD_ARGUMENT) {
        return ExitCode::from(serve());
    }
    if asked("--proof") {
        return proof(asked("--full"));
    }
    if asked("--list") {
        return ExitCode::SUCCESS;
    }
    for (name, test) in TESTS {
        test();
        println!("test {name} ... ok");
    }
    ExitCode::SUCCESS
}

const TESTS: [(&str, fn()); 5] = [
    ("the_quick_part_of_the_corpus_ends_as_it_should", the_quick_part_of_the_corpus_ends_as_it_should),
    ("what_a_child_compiled_runs_and_is_kept", what_a_child_compiled_runs_and_is_kept),
    ("kept_code_that_went_bad_is_compiled_anew", kept_code_that_went_bad_is_compiled_anew),
    ("a_child_that_does_not_come_back_is_killed", a_child_that_does_not_come_back_is_killed),
    ("without_a_child_the_component_is_compiled_here", without_a_child_the_component_is_compiled_here),
];

fn the_quick_part_of_the_corpus_ends_as_it_should() {
    let before = the_meeting_goes_on();
    let cases = corpus::all(false).into_iter().filter(|case| !case.slow);
    let wrong: Vec<String> =
        cases.filter_map(|case| wrong(&ENGINE, &case).map(|wrong| format!("{}: {wrong}", case.name))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(the_meeting_goes_on(), before);
}

/// This program as the child.
fn compiler(cache: &std::path::Path) -> Compiler {
    Compiler::new(std::env::current_exe().unwrap(), cache.to_owned())
}

fn kept(cache: &std::path::Path) -> Vec<std::path::PathBuf> {
    std::fs::read_dir(cache).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn what_a_child_compiled_runs_and_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("procedures");
    let good = common::hostile::Hostile::default().pack();
    let engine = Engine::with_compiler(compiler(&cache)).unwrap();
    assert!(corpus::drive(&engine, &good).is_ok());
    let [file] = kept(&cache).try_into().unwrap_or_else(|files| panic!("one file was expected: {files:?}"));
    let written = std::fs::read(&file).unwrap();
    // The next run of the program finds it: with no time for a child, it works all the same.
    let hasty = Compiler { time: Duration::ZERO, ..compiler(&cache) };
    assert!(corpus::drive(&Engine::with_compiler(hasty).unwrap(), &good).is_ok());
    assert_eq!(std::fs::read(&file).unwrap(), written);
    // What does not fit is said by the child, and not kept.
    let mut bad = good;
    let place = bad.len() / 3;
    bad[place] = 0xff;
    assert!(matches!(engine.component(&bad), Err(Failure::Unfit { .. })));
    assert_eq!(kept(&cache).len(), 1);
}

fn kept_code_that_went_bad_is_compiled_anew() {
    let folder = tempfile::tempdir().unwrap();
    let good = common::hostile::Hostile::default().pack();
    let engine = || Engine::with_compiler(compiler(folder.path())).unwrap();
    engine().component(&good).unwrap();
    let file = kept(folder.path()).remove(0);
    let written = std::fs::read(&file).unwrap();
    for place in [0, 20, 60, 100, written.len() / 2, written.len() - 1] {
        let mut bad = written.clone();
        bad[place] ^= 1;
        std::fs::write(&file, bad).unwrap();
        assert!(corpus::drive(&engine(), &good).is_ok());
        assert_eq!(std::fs::read(&file).unwrap(), written, "byte {place}");
    }
    std::fs::write(&file, &written[..written.len() / 2]).unwrap();
    assert!(corpus::drive(&engine(), &good).is_ok());
    assert_eq!(std::fs::read(&file).unwrap(), written);
}

fn a_child_that_does_not_come_back_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let hasty = Compiler { time: Duration::ZERO, ..compiler(folder.path()) };
    let failure = Engine::with_compiler(hasty).unwrap().component(&common::shipped()).unwrap_err();
    assert_eq!(failure, Failure::TooSlow(Call::Start));
    the_meeting_goes_on();
    if cfg!(target_os = "linux") {
        let poor = Compiler { memory: 32 << 20, ..compiler(folder.path()) };
        let failure = Engine::with_compiler(poor).unwrap().component(&common::shipped()).unwrap_err();
        assert_eq!(failure, Failure::TooMuchMemory(Call::Start));
    }
    the_meeting_goes_on();
}

fn without_a_child_the_component_is_compiled_here() {
    let folder = tempfile::tempdir().unwrap();
    let nobody = Compiler::new(folder.path().join("no such program"), folder.path().join("cache"));
    let engine = Engine::with_compiler(nobody).unwrap();
    assert!(corpus::drive(&engine, &common::hostile::Hostile::default().pack()).is_ok());
}

/// Every case, measured; the last line is the share that ended as it should.
fn proof(full: bool) -> ExitCode {
    let folder = tempfile::tempdir().unwrap();
    let child = Engine::with_compiler(compiler(folder.path())).unwrap();
    let before = the_meeting_goes_on();
    let cases = corpus::all(full);
    let (mut good, mut slowest, mut largest) = (0, (Duration::ZERO, String::new()), (0, String::new()));
    for case in &cases {
        let resting = memory("VmRSS:");
        forget_the_highest();
        let began = Instant::now();
        let found = judged(if case.child { &child } else { &ENGINE }, case);
        let took = began.elapsed();
        let grew = memory("VmHWM:").saturating_sub(resting);
        let wrong = found
            .or_else(|| (took > LONGEST).then(|| format!("took {took:?}")))
            .or_else(|| (grew > MOST).then(|| format!("took {} MiB", grew >> 20)))
            .or_else(|| (the_meeting_goes_on() != before).then(|| "a good call gives something else now".to_owned()));
        match wrong {
            Some(wrong) => println!("wrong: {}: {wrong}", case.name),
            None => good += 1,
        }
        slowest = slowest.max((took, case.name.clone()));
        largest = largest.max((grew, case.name.clone()));
    }
    println!("slowest: {} ms ({})", slowest.0.as_millis(), slowest.1);
    println!("most memory: {} MiB ({})", largest.0 >> 20, largest.1);
    println!("cases: {good} of {} ended as they should, and the meeting went on after each", cases.len());
    println!("{:.2}", f64::from(good) * 100.0 / f64::from(u32::try_from(cases.len()).unwrap()));
    if usize::try_from(good).unwrap() == cases.len() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A panic of the host is a case that went wrong, not the end of the proof.
fn judged(engine: &Engine, case: &Case) -> Option<String> {
    let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| wrong(engine, case)));
    tried.unwrap_or_else(|_| Some("the host panicked".to_owned()))
}

/// A line of this process's status in bytes; 0 where the system has none.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|known| known.strip_prefix(line));
    found.and_then(|text| text.trim().trim_end_matches(" kB").parse::<u64>().ok()).map_or(0, |kib| kib << 10)
}

/// The highest memory is counted from here on, where the system can do that.
fn forget_the_highest() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
