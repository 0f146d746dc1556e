//! A procedure's own cases: small examples with their results, run when it is adopted.
//!
//! One JSON a line: `{"case": name, "households": n, "area": […], "residents": […], "floor": […], "columns": {heading: […]},
//! "set": {id: text}, "due": [fen…]}`, or instead of `due` a `"fault": code` with `"at": key`. Cells are text as in a roll, ""
//! is empty; what is left out is empty everywhere.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::contract::{Fault, Material};
use crate::engine::Component;
use crate::failure::Failure;
use crate::roll::{HouseholdRow, RollColumn};
use crate::running::Running;
use crate::settings;

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
    set: BTreeMap<String, String>,
    due: Option<Vec<i64>>,
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
        let texts: Vec<(String, String)> = self.set.iter().map(|(id, text)| (id.clone(), text.clone())).collect();
        let columns = self.columns.iter();
        let columns: Vec<RollColumn> = columns
            .map(|(heading, cells)| RollColumn { heading: heading.clone(), cells: cells.clone(), private: false })
            .collect();
        let manifest = &component.anatomy().manifest;
        let inputs = settings::inputs(manifest, &self.rows()?, &columns, &texts).map_err(|error| error.to_string())?;
        let concluded = Running::start(Arc::clone(component), Arc::new(inputs), "zh-CN")
            .and_then(|running| running.conclude("zh-CN"));
        match (concluded, &self.due, &self.fault) {
            (Ok(concluded), Some(due), None) => {
                let sheet = concluded.zh_cn.materials.iter().find_map(|material| match material {
                    Material::CostSheet(sheet) => Some(&sheet.due),
                    _ => None,
                });
                if sheet == Some(due) { Ok(()) } else { Err(format!("due {sheet:?}")) }
            }
            (Err(Failure::Refused(fault)), None, Some(code)) => self.is_expected(&fault, code),
            (Ok(_), ..) => Err("it was concluded".to_owned()),
            (Err(failure), ..) => Err(failure.to_string()),
        }
    }

    fn is_expected(&self, fault: &Fault, code: &str) -> Result<(), String> {
        if fault.code == code && fault.at == self.at {
            Ok(())
        } else {
            Err(format!("fault {} at {:?}", fault.code, fault.at))
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
