//! Our side of `tests/proof split-peers` and `plugin-speed`: takes its turn when told to on stdin, one answer a line.
//!
//! `procedures PLUGINS WEIGHTS UNITS SHARES` finds the built components in the folder PLUGINS, reads a column of weights
//! (eight bytes each, little endian), shares UNITS fen out by them, writes the shares to SHARES in the same form, answers
//! `ready`, and then obeys:
//! `split` shares out again ·
//! `adopt` examines the shipped cost sharing as a stranger's file, in an engine that knows nothing yet ·
//! `begin` compiles all shipped procedures, as a program does that starts without a cache ·
//! `SIDE WORK HOUSEHOLDS TIMES` does the WORK of the cost sharing so many times; see [`Side`] and [`Work`].
//! Each answer is the number of things done: whoever asks holds the clock.
//!
//! Before anything is measured, what the sides come to is held against each other, in every word and figure.
#![allow(clippy::all, clippy::pedantic, clippy::unwrap_used, reason = "a measurement that cannot go on has no figure")]
#![allow(
    clippy::print_stdout,
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "the procedure's own sources, included as they are"
)]

// The procedure's sources speak of these by the name of its kit; here the host's own types stand for the contract's.
extern crate self as fangzhuo_sdk;
pub use amounts;
pub use procedure::contract as outcome;
pub use procedure::contract as ui;
pub use procedure::contract as values;

#[path = "../../plugin-api/sdk/src/answers.rs"]
mod answers;
#[path = "../../plugins/fee-apportionment/src/audience.rs"]
mod audience;
#[path = "../../plugins/fee-apportionment/src/case.rs"]
mod case;
#[path = "../../plugins/fee-apportionment/src/column.rs"]
mod column;
#[path = "../../plugins/fee-apportionment/src/desk.rs"]
mod desk;
#[path = "../../plugins/fee-apportionment/src/form.rs"]
mod form;
#[path = "../../plugins/fee-apportionment/src/groups.rs"]
mod groups;
#[path = "procedures/host.rs"]
pub mod host;
#[path = "../../plugin-api/sdk/src/lang.rs"]
mod lang;
#[path = "../../plugins/fee-apportionment/src/method.rs"]
mod method;
#[path = "procedures/native.rs"]
mod native;
#[path = "../../plugin-api/sdk/src/page/plain.rs"]
pub mod page;
#[path = "../../plugins/fee-apportionment/src/plan.rs"]
mod plan;
#[path = "../../plugins/fee-apportionment/src/published.rs"]
mod published;
#[path = "procedures/raw.rs"]
mod raw;
#[path = "../../plugins/fee-apportionment/src/result.rs"]
mod result;
#[path = "../../plugin-api/sdk/src/roll.rs"]
pub mod roll;
#[path = "../../plugin-api/sdk/src/settings.rs"]
pub mod settings;
#[path = "../../plugins/fee-apportionment/src/sharing.rs"]
mod sharing;
#[path = "../../plugins/fee-apportionment/src/table.rs"]
mod table;
#[path = "../../plugin-api/sdk/src/text.rs"]
mod text;
#[path = "../../plugins/fee-apportionment/src/typed.rs"]
mod typed;
#[path = "../../plugins/fee-apportionment/src/weights.rs"]
mod weights;
#[path = "../../plugins/fee-apportionment/src/words.rs"]
mod words;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::BufRead as _;
use std::path::Path;
use std::sync::Arc;

pub use answers::Answers;
pub use lang::Lang;
use procedure::contract::{Action, Entry, Event, Fault, Role, Submission, Value, Viewer};
use procedure::{Component, Engine, HouseholdRow, Inputs, Running, adoption};

pub fn fault(code: &str, message: String, at: Option<String>) -> Fault {
    Fault { code: code.to_owned(), message, at }
}

/// Who does the work.
#[derive(Clone, Copy)]
enum Side {
    /// The program's host: the component in a fresh instance on its own thread, within the limits, all checks made.
    Host,
    /// wasmtime alone, with the same configuration: the component in a fresh instance, its answer lifted, nothing checked.
    Raw,
    /// The procedure's own sources built for this machine, with all the host's checks.
    Native,
}

/// What is done.
#[derive(Clone, Copy)]
enum Work {
    Init,
    Update,
    View,
    /// In Chinese alone for the raw side, which compares nothing; else in both languages.
    Conclude,
    /// All four, one after the other.
    Whole,
}

/// A roll of so many households, and the procedure in the middle of its work over them.
struct Estate {
    inputs: Arc<Inputs>,
    component: Arc<Component>,
    running: Running,
    raw: Arc<raw::Raw>,
}

pub fn viewer() -> Viewer {
    Viewer { role: Role::Chair, locale: "zh-CN".to_owned(), audience: false, focus: None }
}

/// The bill once more, with another amount.
pub fn event() -> Event {
    let entry = |id: &str, value| Entry { id: id.to_owned(), value };
    let entries = vec![
        entry("method", Value::Choice("area".to_owned())),
        entry("amount", Value::Money(123_456_780)),
        entry("subsidy", Value::Money(0)),
        entry("rounding", Value::Choice("fen".to_owned())),
    ];
    let action = Action::Submit(Submission { form: form::BILL.to_owned(), row: None, entries });
    let (at, actor, locale) = ("2026-07-18T11:00:00.000Z".to_owned(), "p1".to_owned(), "zh-CN".to_owned());
    Event { seq: 1, at, actor, role: Role::Chair, locale, action }
}

impl Estate {
    fn new(component: &Arc<Component>, raw: &Arc<raw::Raw>, weights: &[u64]) -> Estate {
        let row = |(row, weight): (usize, &u64)| HouseholdRow {
            kind: "flat".to_owned(),
            building: (row / 48 + 1).to_string(),
            stair: (row / 12 % 4 + 1).to_string(),
            floor: i64::try_from(row % 12 / 2 + 1).ok(),
            area: i64::try_from(*weight).ok().map(amounts::CentiSqm),
            residents: i64::try_from(row % 5 + 1).ok(),
        };
        let rows: Vec<HouseholdRow> = weights.iter().enumerate().map(row).collect();
        let set = [("amount", "1234567.89"), ("method", "area")].map(|(id, text)| (id.to_owned(), text.to_owned()));
        let inputs = procedure::settings::inputs(&component.anatomy().manifest, &rows, &[], &set).unwrap();
        let inputs = Arc::new(inputs);
        let running = Running::start(Arc::clone(component), Arc::clone(&inputs), "zh-CN").unwrap();
        let estate = Estate { inputs, component: Arc::clone(component), running, raw: Arc::clone(raw) };
        estate.compare();
        estate
    }

    /// All sides come to the same.
    fn compare(&self) {
        host::freeze(&self.inputs);
        let state = self.running.state().bytes();
        assert_eq!(native::init(&self.inputs).bytes(), state);
        assert_eq!(self.raw.init(&self.inputs), state);
        let next = self.running.step(&event()).unwrap();
        assert_eq!(native::update(state, &event()).bytes(), next.state().bytes());
        assert_eq!(self.raw.update(&self.inputs, state), next.state().bytes());
        assert_eq!(native::view(&self.inputs, state), self.running.page(&viewer()).unwrap());
        assert_eq!(self.raw.view(&self.inputs, state), self.running.page(&viewer()).unwrap());
        let concluded = self.running.conclude("zh-CN").unwrap();
        assert_eq!(native::conclude(&self.inputs, state), concluded);
        assert_eq!(self.raw.conclude(&self.inputs, state), concluded.zh_cn);
    }

    fn work(&self, side: Side, work: Work) {
        let (inputs, state) = (&self.inputs, self.running.state().bytes());
        match (side, work) {
            (Side::Host, Work::Init) => {
                black_box(Running::start(Arc::clone(&self.component), Arc::clone(inputs), "zh-CN").unwrap());
            }
            (Side::Host, Work::Update) => drop(black_box(self.running.step(&event()).unwrap())),
            (Side::Host, Work::View) => drop(black_box(self.running.page(&viewer()).unwrap())),
            (Side::Host, Work::Conclude) => drop(black_box(self.running.conclude("zh-CN").unwrap())),
            (Side::Raw, Work::Init) => drop(black_box(self.raw.init(inputs))),
            (Side::Raw, Work::Update) => drop(black_box(self.raw.update(inputs, state))),
            (Side::Raw, Work::View) => drop(black_box(self.raw.view(inputs, state))),
            (Side::Raw, Work::Conclude) => drop(black_box(self.raw.conclude(inputs, state))),
            (Side::Native, Work::Init) => drop(black_box(native::init(inputs))),
            (Side::Native, Work::Update) => drop(black_box(native::update(state, &event()))),
            (Side::Native, Work::View) => drop(black_box(native::view(inputs, state))),
            (Side::Native, Work::Conclude) => drop(black_box(native::conclude(inputs, state))),
            (side, Work::Whole) => {
                for part in [Work::Init, Work::Update, Work::View, Work::Conclude] {
                    self.work(side, part);
                }
            }
        }
    }
}

const COST_SHARING: &str = "fee-apportionment";

/// The built components under their names.
fn shipped(plugins: &Path) -> BTreeMap<String, Vec<u8>> {
    let folders = std::fs::read_dir(plugins).unwrap().map(|folder| folder.unwrap());
    let component = |folder: std::fs::DirEntry| {
        let name = folder.file_name().into_string().unwrap();
        let bytes = std::fs::read(folder.path().join(format!("{name}.fz.wasm"))).ok()?;
        Some((name, bytes))
    };
    folders.filter_map(component).collect()
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [plugins, weights, units, shares] = arguments.as_slice() else {
        return eprintln!("procedures PLUGINS WEIGHTS UNITS SHARES");
    };
    let bytes = std::fs::read(weights).unwrap();
    let weights: Vec<u64> = bytes.chunks_exact(8).map(|bytes| u64::from_le_bytes(bytes.try_into().unwrap())).collect();
    let units: i64 = units.parse().unwrap();
    let split = || amounts::split(black_box(units), black_box(&weights), amounts::Rounding::Fen).unwrap();
    let bytes: Vec<u8> = split().shares.into_iter().flat_map(i64::to_le_bytes).collect();
    std::fs::write(shares, bytes).unwrap();

    let shipped = shipped(Path::new(plugins));
    let component = Engine::new().unwrap().component(&shipped[COST_SHARING]).unwrap();
    let raw = Arc::new(raw::Raw::new(&shipped[COST_SHARING]));
    let mut estates = BTreeMap::<usize, Estate>::new();
    println!("ready");
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let done = match line.split(' ').collect::<Vec<&str>>().as_slice() {
            ["split"] => black_box(split()).shares.len(),
            ["adopt"] => {
                let examination = adoption::examine(&Engine::new().unwrap(), &shipped[COST_SHARING], &mut |_| ());
                assert!(examination.sheet.is_some(), "{:?}", examination.failure());
                1
            }
            ["begin"] => {
                let engine = Engine::new().unwrap();
                shipped.values().map(|bytes| engine.component(bytes).unwrap()).collect::<Vec<_>>().len()
            }
            [side, work, households, times] => {
                let side = match *side {
                    "host" => Side::Host,
                    "raw" => Side::Raw,
                    _ => Side::Native,
                };
                let work = match *work {
                    "init" => Work::Init,
                    "update" => Work::Update,
                    "view" => Work::View,
                    "conclude" => Work::Conclude,
                    _ => Work::Whole,
                };
                let households = households.parse().unwrap();
                let estate =
                    estates.entry(households).or_insert_with(|| Estate::new(&component, &raw, &weights[..households]));
                host::freeze(&estate.inputs);
                let times = times.parse().unwrap();
                (0..times).for_each(|_| estate.work(side, work));
                times
            }
            _ => return eprintln!("not understood: {line}"),
        };
        println!("{done}");
    }
}
