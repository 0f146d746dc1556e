//! Our side of `tests/proof split-peers`: takes its turn when told to on stdin, one answer a line.
//!
//! `split-peers WEIGHTS UNITS SHARES` reads a column of weights (eight bytes each, little endian), shares UNITS fen out by
//! them, writes the shares to SHARES in the same form, and then obeys:
//! `split` shares out again: nanoseconds ·
//! `component` concludes the shipped procedure at its largest table, with all checks of the host: nanoseconds ·
//! `native` does the same by the procedure's own sources, built for this machine: nanoseconds.
//! Before the first answer both conclusions are held against each other, in every word and figure.
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
#[path = "../../plugins/fee-apportionment/src/case.rs"]
mod case;
#[path = "../../plugins/fee-apportionment/src/column.rs"]
mod column;
#[path = "../../plugin-api/sdk/src/lang.rs"]
mod lang;
#[path = "../../plugins/fee-apportionment/src/method.rs"]
mod method;
#[path = "../../plugins/fee-apportionment/src/plan.rs"]
mod plan;
#[path = "../../plugins/fee-apportionment/src/published.rs"]
mod published;
#[path = "../../plugins/fee-apportionment/src/result.rs"]
mod result;
#[path = "../../plugin-api/sdk/src/roll.rs"]
pub mod roll;
#[path = "../../plugin-api/sdk/src/settings.rs"]
pub mod settings;
#[path = "../../plugins/fee-apportionment/src/sharing.rs"]
mod sharing;
#[path = "../../plugins/fee-apportionment/src/typed.rs"]
mod typed;
#[path = "../../plugins/fee-apportionment/src/weights.rs"]
mod weights;
#[path = "../../plugins/fee-apportionment/src/words.rs"]
mod words;

use std::hint::black_box;
use std::io::BufRead as _;
use std::sync::Arc;
use std::time::Instant;

pub use answers::Answers;
pub use lang::Lang;
use procedure::contract::{Conclusion, Fault, Material};
use procedure::{Engine, HouseholdRow, Inputs, Running, check_cost_sheet, limits};

/// The four calls to the host, answered from the same frozen data a component reads.
pub mod host {
    use std::cell::RefCell;
    use std::sync::Arc;

    use procedure::Inputs;
    use procedure::contract::{ColumnData, Value};

    thread_local! {
        static FROZEN: RefCell<Arc<Inputs>> = RefCell::default();
    }

    pub fn freeze(inputs: &Arc<Inputs>) {
        FROZEN.set(Arc::clone(inputs));
    }

    pub fn rows(table: &str) -> u32 {
        FROZEN.with_borrow(|inputs| inputs.tables[table].rows)
    }

    pub fn column(table: &str, column: &str) -> ColumnData {
        FROZEN.with_borrow(|inputs| inputs.tables[table].columns[column].data.clone())
    }

    pub fn setting(id: &str) -> Value {
        FROZEN.with_borrow(|inputs| inputs.settings[id].clone())
    }
}

pub fn fault(code: &str, message: String, at: Option<String>) -> Fault {
    Fault { code: code.to_owned(), message, at }
}

/// What the component's `conclude` does, in the same steps, from its state on.
fn conclude(state: &[u8], lang: Lang) -> Conclusion {
    let answers = Answers::load(state).unwrap();
    let plan = plan::Plan::of(&answers, lang).unwrap();
    let sharing = sharing::Sharing::of(&plan, lang).unwrap().unwrap();
    sharing.check_gap(&plan, lang).unwrap();
    result::conclusion(&plan, &sharing, lang)
}

/// Both languages, checked as the host checks what comes out of a component.
fn natively(state: &[u8]) -> [Conclusion; 2] {
    [Lang::ZhCn, Lang::En].map(|lang| {
        let conclusion = conclude(state, lang);
        for material in &conclusion.materials {
            if let Material::CostSheet(sheet) = material {
                check_cost_sheet(sheet, u32::try_from(limits::ROWS).unwrap()).unwrap();
            }
        }
        conclusion
    })
}

fn largest(weights: &[u64]) -> Arc<Inputs> {
    let component = include_bytes!("../../plugins/fee-apportionment/fee-apportionment.fz.wasm");
    let manifest = procedure::Component::check(component).unwrap().manifest;
    let row = |weight: &u64| HouseholdRow {
        kind: "flat".to_owned(),
        area: i64::try_from(*weight).ok().map(amounts::CentiSqm),
        ..HouseholdRow::default()
    };
    let rows: Vec<HouseholdRow> = weights.iter().take(limits::ROWS).map(row).collect();
    let set = [("amount", "1234567.89"), ("method", "area")].map(|(id, text)| (id.to_owned(), text.to_owned()));
    Arc::new(procedure::settings::inputs(&manifest, &rows, &[], &set).unwrap())
}

fn nanoseconds<T>(work: impl FnOnce() -> T) -> u128 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_nanos()
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [weights, units, shares] = words.as_slice() else { return eprintln!("split-peers WEIGHTS UNITS SHARES") };
    let bytes = std::fs::read(weights).unwrap();
    let weights: Vec<u64> = bytes.chunks_exact(8).map(|bytes| u64::from_le_bytes(bytes.try_into().unwrap())).collect();
    let units: i64 = units.parse().unwrap();
    let split = || amounts::split(black_box(units), black_box(&weights), amounts::Rounding::Fen).unwrap();
    let bytes: Vec<u8> = split().shares.into_iter().flat_map(i64::to_le_bytes).collect();
    std::fs::write(shares, bytes).unwrap();

    let inputs = largest(&weights);
    host::freeze(&inputs);
    let component = include_bytes!("../../plugins/fee-apportionment/fee-apportionment.fz.wasm");
    let component = Engine::new().unwrap().component(component).unwrap();
    let running = Running::start(component, inputs, "zh-CN").unwrap();
    let concluded = running.conclude("zh-CN").unwrap();
    assert_eq!(natively(running.state().bytes()), [concluded.zh_cn, concluded.en]);

    for line in std::io::stdin().lock().lines() {
        println!(
            "{}",
            match line.unwrap().as_str() {
                "split" => nanoseconds(split),
                "component" => nanoseconds(|| running.conclude("zh-CN").unwrap()),
                _ => nanoseconds(|| natively(black_box(running.state().bytes()))),
            }
        );
    }
}
