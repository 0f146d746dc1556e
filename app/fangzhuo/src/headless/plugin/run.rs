//! `fangzhuo plugin run PLUGIN|FILE.fz.wasm|DIR --roll ROLL --set ID=VALUE … --table ID=FILE.csv [--json]`: a procedure on
//! a roll, without a meeting; or on one of its own cases (`--case NAME`); for its author with pages (`--page`), again after
//! every change of the sources (`--watch`).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use deliberation::Door;
use procedure::contract::{Event, Fault};
use procedure::{
    Component, Concluded, Failure, Inputs, Manifest, Running, cases, conclusion_json, fault_json, settings,
};
use session::table_in;
use words::{Lang, t, tf};

use super::super::read;
use super::super::roll::{Roll, read_households};
use super::watch::{self, Opened};
use super::{conclusion, name, source};
use crate::answer::Answer;
use crate::cli::RunningPlugin;

/// Starts the procedure, concludes it and prints the conclusion, or its refusal.
pub(super) fn run(lang: Lang, running: &RunningPlugin) -> Answer {
    let folder = Path::new(&running.plugin);
    if !running.watch {
        return ran(lang, running).unwrap_or_else(|answer| answer);
    }
    if !folder.is_dir() {
        return Answer::bad(tf(lang, "plugin-watch-needs-folder", &[("plugin", &running.plugin)]));
    }
    watch::watch(lang, folder, running.rounds, &mut || ran(lang, running).unwrap_or_else(|answer| answer))
}

fn ran(lang: Lang, running: &RunningPlugin) -> Result<Answer, Answer> {
    let component = source::component(lang, &source::named(lang, &running.plugin)?)?;
    let (opened, doors) = opened(lang, &component, running)?;
    if running.page || running.watch {
        return Ok(Answer::done(watch::report(lang, component, &opened)));
    }
    let on_roll = &opened.doors;
    Ok(match concluded(lang, component, &opened) {
        Ok(concluded) if running.json => {
            Answer::done(format!("{}\n", conclusion_json(concluded.get(lang.tag()), &doors)))
        }
        Ok(concluded) => Answer::done(conclusion::text(lang, concluded.get(lang.tag()), on_roll)),
        Err(failure) if running.json => {
            Answer::negative(format!("{}\n", fault_json(&fault(lang, failure), &doors)), "")
        }
        Err(Failure::Refused(fault)) => Answer::negative("", conclusion::refusal(lang, &fault, on_roll)),
        Err(failure) => Answer::negative("", source::sentence(lang, &failure)),
    })
}

/// What the procedure finds: one of its cases, or a roll with settings and tables.
fn opened(lang: Lang, component: &Component, running: &RunningPlugin) -> Result<(Opened, Vec<String>), Answer> {
    let anatomy = component.anatomy();
    if let Some(name) = &running.case {
        let known = cases::names(&anatomy.cases).join(&t(lang, "headless-comma"));
        let unknown = || Answer::bad(tf(lang, "plugin-no-case", &[("case", name), ("known", &known)]));
        let unfit = |detail: String| Answer::bad(tf(lang, "plugin-bad-case", &[("case", name), ("detail", &detail)]));
        let case = cases::opened(&anatomy.manifest, &anatomy.cases, name).ok_or_else(unknown)?;
        let (inputs, events) = case.map_err(unfit)?;
        return Ok((Opened { inputs, events, doors: Vec::new() }, Vec::new()));
    }
    let roll = match &running.roll {
        Some(roll) => read_households(lang, roll)?,
        // Not every procedure looks at the roll; one that does says so itself.
        None => Roll::default(),
    };
    let inputs = frozen(lang, &anatomy.manifest, &roll, running)?;
    let doors = roll.doors.iter().map(Door::new).collect();
    Ok((Opened { inputs, events: Vec::new(), doors }, roll.doors))
}

fn concluded(lang: Lang, component: Arc<Component>, opened: &Opened) -> Result<Concluded, Failure> {
    let mut running = Running::start(component, Arc::new(opened.inputs.clone()), lang.tag())?;
    for event in &opened.events {
        running = running.step(&Event { locale: lang.tag().to_owned(), ..event.clone() })?;
    }
    running.conclude(lang.tag())
}

/// Roll, settings and tables as the frozen data of the run; what does not fit is bad input.
fn frozen(lang: Lang, manifest: &Manifest, roll: &Roll, given: &RunningPlugin) -> Result<Inputs, Answer> {
    let set = given.set.iter().map(|pair| pair_of(lang, "--set", pair)).collect::<Result<Vec<_>, _>>()?;
    let mut inputs = settings::inputs(manifest, &roll.rows, &roll.columns, &set).map_err(|error| {
        let args = error.args();
        let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
        Answer::bad(tf(lang, error.key(), &args))
    })?;
    for pair in &given.table {
        let (id, path) = pair_of(lang, "--table", pair)?;
        let path = PathBuf::from(path);
        let wanted = manifest.tables.iter().find(|table| table.id == id);
        let wanted = wanted.ok_or_else(|| Answer::bad(tf(lang, "headless-no-such-table", &[("id", &id)])))?;
        let file = name(&path);
        let table = table_in::freeze(lang, &file, &read(lang, &path)?, wanted, &roll.doors)
            .map(|read| read.table)
            .map_err(|what| Answer::bad(tf(lang, "headless-table-refused", &[("path", &file), ("what", &what)])))?;
        inputs.tables.insert(id, table);
    }
    Ok(inputs)
}

fn pair_of(lang: Lang, option: &str, pair: &str) -> Result<(String, String), Answer> {
    match pair.split_once('=') {
        Some((id, value)) if !id.trim().is_empty() => Ok((id.trim().to_owned(), value.to_owned())),
        _ => Err(Answer::bad(tf(lang, "headless-not-a-pair", &[("option", option), ("found", pair)]))),
    }
}

/// The procedure's own refusal; any other failure in the form of one, with the host's words and its details.
fn fault(lang: Lang, failure: Failure) -> Fault {
    let message = source::sentence(lang, &failure);
    let code = failure.key().trim_start_matches("procedure-").to_owned();
    match failure {
        Failure::Refused(fault) => fault,
        Failure::Invalid { path, .. } => Fault { code, message, at: Some(path) },
        _ => Fault { code, message, at: None },
    }
}
