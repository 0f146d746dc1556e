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
use crate::inputs::{FrozenColumn, FrozenTable, Inputs};
use crate::manifest::{Manifest, TableColumn, WantedTable};
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
        let ended = Running::start(Arc::clone(component), inputs, LANG)
            .and_then(|running| self.events().try_fold(running, |running, event| running.step(&event)))
            .and_then(|running| running.conclude(LANG));
        match (ended, &self.fault) {
            (Ok(concluded), None) => self.holds(&concluded.zh_cn),
            (Err(Failure::Refused(fault)), Some(code)) => self.is_expected(&fault, code),
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
        // A door of a case is the row of its household.
        let doors: Vec<String> = (0..self.households).map(|row| row.to_string()).collect();
        for (id, given) in &self.tables {
            let wanted = manifest.tables.iter().find(|wanted| wanted.id == *id);
            let wanted = wanted.ok_or_else(|| format!("the manifest wants no table {id}"))?;
            inputs.tables.insert(id.clone(), frozen(wanted, given, &doors)?);
        }
        Ok(inputs)
    }

    fn events(&self) -> impl Iterator<Item = Event> {
        self.steps.iter().zip(1..).map(event)
    }

    fn holds(&self, conclusion: &Conclusion) -> Result<(), String> {
        if self.due.is_none() && self.expect.is_empty() {
            return Err("it says nothing about what comes of it".to_owned());
        }
        if let Some(due) = &self.due {
            let sheet = conclusion.materials.iter().find_map(|material| match material {
                Material::CostSheet(sheet) => Some(&sheet.due),
                _ => None,
            });
            if sheet != Some(due) {
                return Err(format!("due {sheet:?}"));
            }
        }
        let found = conclusion_json(conclusion, &[]);
        let wrong = self.expect.iter().find(|(place, expected)| found.pointer(place) != Some(expected));
        wrong.map_or(Ok(()), |(place, _)| match found.pointer(place) {
            Some(found) => Err(format!("{place} is {found}")),
            None => Err(format!("{place} is not there")),
        })
    }

    fn is_expected(&self, fault: &Fault, code: &str) -> Result<(), String> {
        if fault.code == code && fault.at == self.at {
            Ok(())
        } else {
            Err(format!("fault {} at {:?}: {}", fault.code, fault.at, fault.message))
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
fn frozen(
    wanted: &WantedTable,
    given: &BTreeMap<String, Vec<String>>,
    doors: &[String],
) -> Result<FrozenTable, String> {
    if let Some(id) = given.keys().find(|id| !wanted.columns.iter().any(|column| column.id == **id)) {
        return Err(format!("the table {} has no column {id}", wanted.id));
    }
    let rows = given.values().map(Vec::len).max().unwrap_or(0);
    let column = |column: &TableColumn| {
        let mut cells = given.get(&column.id).cloned().unwrap_or_default();
        cells.resize(rows, String::new());
        let data = tables::typed(column.kind, &cells, doors);
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
