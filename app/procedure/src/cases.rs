//! A procedure's own cases: small examples with their results, run when it is adopted.
//!
//! One JSON a line: `{"case": name, "households": n, "area": […], "residents": […], "floor": […], "columns": {heading: […]},
//! "tables": {id: {column: […]}}, "set": {id: text}, "steps": [action…], "due": [fen…], "expect": {pointer: JSON}}`, or instead
//! of `due` and `expect` a `"fault": code` with `"at": key`. Cells are text as in a roll or table, "" is empty; what is left
//! out is empty everywhere. Steps are the contract's actions, done by the chair one after another; a step that is refused
//! ends the case with its fault. `expect` holds places of the Chinese conclusion, as `plugin run --json` prints it, against
//! what should stand there: `{"/carry/0/value": {"money": 165000}}`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::contract::{Action, Conclusion, Event, Fault, Material, Role};
use crate::doors::conclusion_json;
use crate::engine::Component;
use crate::failure::Failure;
use crate::inputs::{FrozenColumn, FrozenTable};
use crate::manifest::{TableColumn, WantedTable};
use crate::roll::{HouseholdRow, RollColumn};
use crate::running::Running;
use crate::{settings, tables};

/// The language cases are run in.
const LANG: &str = "zh-CN";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(rename = "case")]
    name: String,
    households: usize,
    #[serde(default)]
    area: Vec<String>,
    #[serde(default)]
    residents: Vec<String>,
    #[serde(default)]
    floor: Vec<String>,
    #[serde(default)]
    columns: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    tables: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    #[serde(default)]
    set: BTreeMap<String, String>,
    #[serde(default)]
    steps: Vec<Action>,
    due: Option<Vec<i64>>,
    #[serde(default)]
    expect: BTreeMap<String, Json>,
    fault: Option<String>,
    at: Option<String>,
}

/// How a case came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseResult {
    /// Its name, or its line where it cannot be read.
    pub name: String,
    /// What was found instead, for the author; `None` where it holds.
    pub wrong: Option<String>,
}

/// Runs a component's cases, in the order of its file.
pub fn run(component: &Arc<Component>) -> Vec<CaseResult> {
    let lines = component.anatomy().cases.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| match serde_json::from_str::<Case>(line) {
            Ok(case) => CaseResult { wrong: case.run(component).err(), name: case.name },
            Err(error) => CaseResult { name: format!("line {}", at + 1), wrong: Some(error.to_string()) },
        })
        .collect()
}

impl Case {
    fn run(&self, component: &Arc<Component>) -> Result<(), String> {
        let inputs = Arc::new(self.inputs(&component.anatomy().manifest)?);
        let started = Running::start(Arc::clone(component), inputs, "zh-CN");
        let ended = match started {
            Ok(running) => self.played(running)?.conclude("zh-CN"),
            Err(failure) => Err(failure),
        };
        match (ended, &self.fault) {
            (Ok(concluded), None) => self.holds(&concluded),
            (Err(Failure::Refused(fault)), Some(code)) => is_expected(&fault, code, self.at.as_ref()),
            (Ok(_), Some(_)) => Err("it was concluded".to_owned()),
            (Err(failure), _) => Err(failure.to_string()),
        }
    }

    fn inputs(&self, manifest: &Manifest) -> Result<Inputs, String> {
        let texts: Vec<(String, String)> = self.set.iter().map(|(id, text)| (id.clone(), text.clone())).collect();
        let columns = self.columns.iter();
        let columns: Vec<RollColumn> = columns
            .map(|(heading, cells)| RollColumn { heading: heading.clone(), cells: cells.clone(), private: false })
            .collect();
        let mut inputs =
            settings::inputs(manifest, &self.rows()?, &columns, &texts).map_err(|error| error.to_string())?;
        let doors: Vec<String> = (0..self.households).map(|row| row.to_string()).collect();
        for (id, cells) in &self.tables {
            let wanted = manifest.tables.iter().find(|wanted| wanted.id == *id);
            let wanted = wanted.ok_or_else(|| format!("the manifest wants no table {id}"))?;
            if let Some(column) = cells.keys().find(|column| !wanted.columns.iter().any(|c| c.id == **column)) {
                return Err(format!("the table {id} has no column {column}"));
            }
            let table = tables::table(wanted, cells, &doors)
                .map_err(|(column, row)| format!("the table {id} cannot be read: {column}, row {row}"))?;
            inputs.tables.insert(id.clone(), table);
        }
        Ok(inputs)
    }

    /// Every step taken or refused as it says; the error names the step, from 1.
    fn played(&self, mut running: Running) -> Result<Running, String> {
        for (at, step) in self.steps.iter().enumerate() {
            let seq = u32::try_from(at + 1).unwrap_or(u32::MAX);
            match (running.step(&step.event(seq)), &step.fault) {
                (Ok(next), None) => running = next,
                (Err(Failure::Refused(fault)), Some(code)) => {
                    is_expected(&fault, code, step.at.as_ref()).map_err(|problem| format!("step {seq}: {problem}"))?
                }
                (Ok(_), Some(_)) => return Err(format!("step {seq} was taken")),
                (Err(failure), _) => return Err(format!("step {seq}: {failure}")),
            }
        }
        Ok(running)
    }

    fn holds(&self, concluded: &Concluded) -> Result<(), String> {
        if let Some(due) = &self.due {
            let sheet = concluded.zh_cn.materials.iter().find_map(|material| match material {
                Material::CostSheet(sheet) => Some(&sheet.due),
                _ => None,
            });
            if sheet != Some(due) {
                return Err(format!("due {sheet:?}"));
            }
        }
        match (&self.expect, &self.due) {
            (Some(expected), _) => agrees("conclusion", &conclusion_json(&concluded.zh_cn, &[]), expected),
            (None, Some(_)) => Ok(()),
            (None, None) => Err("it says nothing about what comes of it".to_owned()),
        }
    }

    fn rows(&self) -> Result<Vec<HouseholdRow>, String> {
        let cell = |cells: &[String], row: usize| {
            cells.get(row).map(String::as_str).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let whole = |cells: &[String], row| match cell(cells, row) {
            Some(text) => text.parse::<i64>().map(Some).map_err(|_| format!("{text} is no whole number")),
            None => Ok(None),
        };
        let row = |row: usize| {
            let area = cell(&self.area, row).map(|text| text.parse().map_err(|_| format!("{text} is no area")));
            Ok(HouseholdRow {
                kind: "flat".to_owned(),
                building: String::new(),
                stair: String::new(),
                floor: whole(&self.floor, row)?,
                area: area.transpose()?,
                residents: whole(&self.residents, row)?,
            })
        };
        (0..self.households.min(crate::limits::ROWS)).map(row).collect()
    }
}

/// A table from text cells; columns that are left out are empty, the longest says how many rows there are.
fn frozen(wanted: &WantedTable, given: &BTreeMap<String, Vec<String>>) -> Result<FrozenTable, String> {
    if let Some(id) = given.keys().find(|id| !wanted.columns.iter().any(|column| column.id == **id)) {
        return Err(format!("the table {} has no column {id}", wanted.id));
    }
    let rows = given.values().map(Vec::len).max().unwrap_or(0);
    let column = |column: &TableColumn| {
        let mut cells = given.get(&column.id).cloned().unwrap_or_default();
        cells.resize(rows, String::new());
        let data = tables::typed(column.kind, &cells, &[]);
        let data = data.map_err(|row| format!("{}: {:?} is none of its cells", column.id, cells[row]))?;
        Ok((column.id.clone(), FrozenColumn { data, private: false }))
    };
    let columns = wanted.columns.iter().map(column).collect::<Result<BTreeMap<_, _>, String>>()?;
    Ok(FrozenTable { rows: u32::try_from(rows).unwrap_or(u32::MAX), columns })
}

/// An action of the chair, always at the same time.
fn event((action, seq): (&Action, u32)) -> Event {
    Event {
        seq,
        at: "2026-07-18T11:00:00.000Z".to_owned(),
        actor: "p1".to_owned(),
        role: Role::Chair,
        locale: LANG.to_owned(),
        action: action.clone(),
    }
}

impl Step {
    fn event(&self, seq: u32) -> Event {
        Event {
            seq,
            at: format!("{}T11:00:00.000Z", self.on.as_deref().unwrap_or("2026-07-18")),
            actor: self.by.clone().unwrap_or_else(|| "p1".to_owned()),
            role: self.role.unwrap_or(Role::Chair),
            locale: "zh-CN".to_owned(),
            action: self.action.clone(),
        }
    }
}

fn is_expected(fault: &Fault, code: &str, at: Option<&String>) -> Result<(), String> {
    if fault.code == code && fault.at.as_ref() == at {
        Ok(())
    } else {
        Err(format!("fault {} at {:?}: {}", fault.code, fault.at, fault.message))
    }
}

/// Whether what was found is what was expected; the error names the first path that differs.
fn agrees(path: &str, found: &Json, expected: &Json) -> Result<(), String> {
    match (found, expected) {
        (Json::Object(found), Json::Object(expected)) => expected.iter().try_for_each(|(name, expected)| {
            let path = format!("{path}.{name}");
            let found = found.get(name).ok_or_else(|| format!("{path} is not there"))?;
            agrees(&path, found, expected)
        }),
        (Json::Array(found), Json::Array(expected)) if found.len() == expected.len() => {
            let mut both = found.iter().zip(expected).enumerate();
            both.try_for_each(|(at, (found, expected))| agrees(&format!("{path}[{at}]"), found, expected))
        }
        (found, expected) if found == expected => Ok(()),
        (found, _) => Err(format!("{path} is {found}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::agrees;

    #[test]
    fn given_an_expectation_when_a_list_is_longer_or_a_field_differs_the_path_is_named() {
        let found = json!({ "materials": [{ "duties": [{ "due": 3, "text": "x" }] }], "outcome": "recorded" });
        let wrong = |expected: serde_json::Value| agrees("it", &found, &expected).unwrap_err();
        agrees("it", &found, &json!({ "materials": [{ "duties": [{ "due": 3 }] }] })).unwrap();
        assert_eq!(wrong(json!({ "materials": [{ "duties": [{ "due": 4 }] }] })), "it.materials[0].duties[0].due is 3");
        assert!(wrong(json!({ "materials": [{ "duties": [] }] })).starts_with("it.materials[0].duties is ["));
        assert_eq!(wrong(json!({ "carry": [] })), "it.carry is not there");
    }
}
