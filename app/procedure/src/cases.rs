//! A procedure's own cases: small examples with their results, run when it is adopted.
//!
//! One JSON a line: `{"case": name, "households": n, "area": […], "residents": […], "floor": […], "columns": {heading: […]},
//! "tables": {id: {column: […]}}, "set": {id: text}, "steps": [action…], "due": [fen…], "expect": {pointer: JSON}}`, or instead
//! of `due` and `expect` a `"fault": code` with `"at": key`. Cells are text as in a roll or table, "" is empty; what is left
//! out is empty everywhere. Steps are the contract's actions, done by the chair one after another; a step that is refused
//! ends the case with its fault. `expect` holds places of the Chinese conclusion, as `plugin run --json` prints it, against
//! what should stand there: `{"/carry/0/value": {"money": 165000}}`; `page` and `audience` do the same for the Chinese page
//! after the last step, on the desk and on the screen. Both pages are drawn in every case that comes so far, and have to be
//! valid. No two cases have the same name, and the hash of a photo has 64 hex digits as one that somebody takes.

mod given;
mod golden;
mod lines;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::contract::{Action, Event, Role, Viewer};
use crate::engine::Component;
use crate::failure::Failure;
use crate::inputs::Inputs;
use crate::running::Running;
use crate::{Concluded, Manifest};

/// The language cases are run in.
const LANG: &str = "zh-CN";

/// Places (JSON pointers) and what should stand there.
type Places = BTreeMap<String, Json>;

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(rename = "case")]
    name: String,
    households: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    area: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    residents: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    floor: Vec<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    columns: BTreeMap<String, Vec<String>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    tables: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    set: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    steps: Vec<Action>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Vec<i64>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    expect: Places,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    page: Places,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    audience: Places,
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

/// How a case came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseResult {
    /// Its name, or its place in the file where it cannot be read.
    pub name: String,
    /// What was found instead, one line a difference, for the author; `None` where it holds.
    pub wrong: Option<String>,
}

/// Runs a component's cases, in the order of its file.
pub fn run(component: &Arc<Component>) -> Vec<CaseResult> {
    each_line(component, |case, _| case.run(component).err())
}

/// The text of a component's cases with what comes out now in the places where something else was expected; a case that
/// expects nothing gets outcome and summary. What cannot be run is left as it was and named in the results.
pub fn update(component: &Arc<Component>) -> (String, Vec<CaseResult>) {
    let mut lines: Vec<String> = component.anatomy().cases.lines().map(str::to_owned).collect();
    let results = each_line(component, |mut case, at| {
        if case.run(component).is_ok() {
            return None;
        }
        let played = match case.played(component) {
            Ok(played) => played,
            Err(problem) => return Some(problem),
        };
        let problem = case.take(&played).err();
        if let (None, Ok(json), Some(line)) = (&problem, serde_json::to_string(&case), lines.get_mut(at)) {
            *line = json;
        }
        problem
    });
    let mut text = lines.join("\n");
    text.push('\n');
    (text, results)
}

/// The frozen data and the events of the case of this name; `None` if there is none, an error if it does not fit.
pub fn opened(manifest: &Manifest, cases: &str, name: &str) -> Option<Result<(Inputs, Vec<Event>), String>> {
    let line = lines::read(cases).into_iter().find(|line| line.name.as_deref() == Some(name))?;
    let case = match line.case {
        Ok(case) => case,
        Err(misread) => return Some(Err(misread.to_string())),
    };
    Some(case.inputs(manifest).map(|inputs| (inputs, case.events().collect())))
}

/// The names of the cases, in their order.
pub fn names(cases: &str) -> Vec<String> {
    lines::read(cases).into_iter().filter_map(|line| line.name).collect()
}

/// What `judge` says of every line that is not blank, a line that is no case being wrong by itself.
fn each_line(component: &Component, mut judge: impl FnMut(Case, usize) -> Option<String>) -> Vec<CaseResult> {
    let judged = |line: lines::Line| match line.case {
        Ok(case) => CaseResult { name: case.name.clone(), wrong: judge(case, line.at) },
        Err(misread) => CaseResult { name: misread.place(), wrong: Some(misread.problem) },
    };
    lines::read(&component.anatomy().cases).into_iter().map(judged).collect()
}

/// What came of a case.
struct Played {
    ended: Result<Concluded, Failure>,
    /// The desk's and the screen's, where it came so far.
    page: Option<Json>,
    audience: Option<Json>,
}

impl Case {
    fn played(&self, component: &Arc<Component>) -> Result<Played, String> {
        let inputs = Arc::new(self.inputs(&component.anatomy().manifest)?);
        let stepped = Running::start(Arc::clone(component), inputs, LANG)
            .and_then(|running| self.events().try_fold(running, |running, event| running.step(&event)));
        let running = match stepped {
            Ok(running) => running,
            Err(failure) => return Ok(Played { ended: Err(failure), page: None, audience: None }),
        };
        // Drawn whether the case looks at it or not: what people do leads to a page every time.
        let page = |what: &str, role, audience| {
            let viewer = Viewer { role, locale: LANG.to_owned(), audience, focus: None };
            let page = running.page(&viewer).map_err(|failure| format!("{what}: {failure}"))?;
            Ok::<_, String>(Some(serde_json::json!(page)))
        };
        Ok(Played {
            page: page("page", Role::Chair, false)?,
            audience: page("audience", Role::Observer, true)?,
            ended: running.conclude(LANG),
        })
    }

    fn events(&self) -> impl Iterator<Item = Event> {
        self.steps.iter().zip(1..).map(event)
    }
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
