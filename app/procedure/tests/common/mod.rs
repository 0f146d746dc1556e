//! What the tests of this crate share: the shipped component, and small rolls.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]
#![allow(dead_code, unreachable_pub, reason = "each test target uses a part")]

pub mod hostile;

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use procedure::contract::{Action, Conclusion, CostSheet, Entry, Event, Material, Role, Submission, Value, Viewer};
use procedure::{Component, Engine, Failure, HouseholdRow, RollColumn, Running, settings};

/// One engine for all tests of a target, as one for a run of the program.
pub static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().unwrap());

pub fn shipped() -> Vec<u8> {
    let path = "../../plugins/fee-apportionment/fee-apportionment.fz.wasm";
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

pub fn fee_apportionment() -> Arc<Component> {
    ENGINE.component(&shipped()).unwrap()
}

/// Stairs 1 to 3 of building 1, 12 flats each: the estate of the septic tank.
pub fn estate() -> Vec<HouseholdRow> {
    let flat = |row: i64| HouseholdRow {
        kind: "flat".to_owned(),
        building: "1".to_owned(),
        stair: (row / 12 + 1).to_string(),
        floor: Some(row % 12 / 2 + 1),
        area: Some(amounts::CentiSqm(if row % 2 == 0 { 5_638 } else { 6_472 })),
        residents: Some(row % 5 + 1),
    };
    (0..36).map(flat).collect()
}

pub fn flats(count: usize) -> Vec<HouseholdRow> {
    vec![HouseholdRow { kind: "flat".to_owned(), ..HouseholdRow::default() }; count]
}

pub fn column(heading: &str, cells: &[&str]) -> RollColumn {
    RollColumn {
        heading: heading.to_owned(),
        cells: cells.iter().map(|&cell| cell.to_owned()).collect(),
        private: false,
    }
}

pub fn start(rows: &[HouseholdRow], columns: &[RollColumn], set: &[(&str, &str)]) -> Result<Running, Failure> {
    let component = fee_apportionment();
    let texts: Vec<(String, String)> = set.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect();
    let inputs = settings::inputs(&component.anatomy().manifest, rows, columns, &texts).unwrap();
    Running::start(component, Arc::new(inputs), "zh-CN")
}

pub fn cost_sheet(conclusion: &Conclusion) -> &CostSheet {
    let [Material::CostSheet(sheet)] = conclusion.materials.as_slice() else { panic!("one cost sheet was expected") };
    sheet
}

pub fn submit(entries: &[(&str, Value)]) -> Event {
    let entry = |(id, value): &(&str, Value)| Entry { id: (*id).to_owned(), value: value.clone() };
    let submission = Submission { form: "plan".to_owned(), row: None, entries: entries.iter().map(entry).collect() };
    Event {
        seq: 1,
        at: "2026-07-18T11:41:06.000Z".to_owned(),
        actor: "p1".to_owned(),
        role: Role::Chair,
        locale: "zh-CN".to_owned(),
        action: Action::Submit(submission),
    }
}

pub fn desk(locale: &str) -> Viewer {
    Viewer { role: Role::Chair, locale: locale.to_owned(), audience: false, focus: None }
}
