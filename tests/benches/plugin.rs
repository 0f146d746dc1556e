//! One call of a procedure, in a fresh instance and with all checks: start, page and conclusion of the shipped cost
//! sharing with 10, 1,000 and 20,000 households.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has no figure")]

use std::sync::{Arc, LazyLock};

use amounts::CentiSqm;
use divan::Bencher;
use procedure::contract::{Role, Viewer};
use procedure::{Component, Engine, HouseholdRow, Inputs, Running, settings};

const BYTES: &[u8] = include_bytes!("../../plugins/fee-apportionment/fee-apportionment.fz.wasm");
const SIZES: [usize; 3] = [10, 1_000, 20_000];

fn main() {
    divan::main();
}

static COMPONENT: LazyLock<Arc<Component>> = LazyLock::new(|| Engine::new().unwrap().component(BYTES).unwrap());

fn inputs(count: usize) -> Arc<Inputs> {
    let row = |row: usize| HouseholdRow {
        kind: "flat".to_owned(),
        building: (row / 48 + 1).to_string(),
        stair: (row / 12 % 4 + 1).to_string(),
        floor: i64::try_from(row % 12 / 2 + 1).ok(),
        area: i64::try_from(5_000 + row * 37 % 8_000).ok().map(CentiSqm),
        residents: i64::try_from(row % 5 + 1).ok(),
    };
    let rows: Vec<HouseholdRow> = (0..count).map(row).collect();
    let set = [("amount", "165000.03"), ("method", "area")].map(|(id, text)| (id.to_owned(), text.to_owned()));
    Arc::new(settings::inputs(&COMPONENT.anatomy().manifest, &rows, &[], &set).unwrap())
}

fn running(count: usize) -> Running {
    Running::start(Arc::clone(&COMPONENT), inputs(count), "zh-CN").unwrap()
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn compile(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| Engine::new().unwrap()).bench_values(|engine| engine.component(BYTES).unwrap());
}

#[divan::bench(args = SIZES)]
fn start(bencher: Bencher<'_, '_>, count: usize) {
    let inputs = inputs(count);
    bencher.bench(|| Running::start(Arc::clone(&COMPONENT), Arc::clone(&inputs), "zh-CN").unwrap());
}

#[divan::bench(args = SIZES)]
fn page(bencher: Bencher<'_, '_>, count: usize) {
    let running = running(count);
    let viewer = Viewer { role: Role::Chair, locale: "zh-CN".to_owned(), audience: false, focus: None };
    bencher.counter(count).bench(|| running.page(&viewer).unwrap());
}

/// Both languages, compared.
#[divan::bench(args = SIZES)]
fn conclude(bencher: Bencher<'_, '_>, count: usize) {
    let running = running(count);
    bencher.counter(count).bench(|| running.conclude("zh-CN").unwrap());
}
