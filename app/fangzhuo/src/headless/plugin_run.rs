//! `fangzhuo plugin run PLUGIN|FILE.fz.wasm --roll ROLL --set ID=VALUE … --table ID=FILE.csv [--json]`: a procedure on a
//! roll, without a meeting.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use amounts::Fen;
use procedure::contract::{Conclusion, CostSheet, Fault, Household, Material};
use procedure::{
    Component, Concluded, Engine, Failure, Inputs, Manifest, Running, conclusion_json, fault_json, settings,
};
use words::{Lang, t, tf};

use super::roll::{Roll, read_households};
use super::{name, read, tables};
use crate::answer::Answer;
use crate::shipped::shipped;

/// What the command line gives a procedure.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    pub(super) roll: PathBuf,
    /// `ID=VALUE`
    pub(super) set: Vec<String>,
    /// `ID=FILE.csv`
    pub(super) table: Vec<String>,
}

/// Starts the procedure, concludes it and prints the conclusion, or its refusal.
pub(super) fn run(lang: Lang, plugin: &str, given: &Given, json: bool) -> Answer {
    ran(lang, plugin, given, json).unwrap_or_else(|answer| answer)
}

fn ran(lang: Lang, plugin: &str, given: &Given, json: bool) -> Result<Answer, Answer> {
    let bytes = component_bytes(lang, plugin)?;
    let component = Engine::new()
        .and_then(|engine| engine.component(&bytes))
        .map_err(|failure| Answer::bad(tf(lang, "headless-plugin-unfit", &[("detail", &failure.detail())])))?;
    let roll = read_households(lang, &given.roll)?;
    let inputs = frozen(lang, &component.anatomy().manifest, &roll, given)?;
    Ok(match concluded(lang, component, inputs) {
        Ok(concluded) => {
            let conclusion = concluded.get(lang.tag());
            let json_text = || format!("{}\n", conclusion_json(conclusion, &roll.doors));
            Answer::done(if json { json_text() } else { readable(lang, conclusion, &roll.doors) })
        }
        Err(failure) => refused(lang, &failure, &roll.doors, json),
    })
}

fn concluded(lang: Lang, component: Arc<Component>, inputs: Inputs) -> Result<Concluded, Failure> {
    Running::start(component, Arc::new(inputs), lang.tag())?.conclude(lang.tag())
}

/// A shipped procedure by its id, or a component file.
fn component_bytes(lang: Lang, plugin: &str) -> Result<Cow<'static, [u8]>, Answer> {
    if Path::new(plugin).extension().is_some_and(|extension| extension == "wasm") {
        return read(lang, Path::new(plugin)).map(Cow::Owned);
    }
    let known: Vec<(String, &'static [u8])> = shipped()
        .components
        .into_iter()
        .filter_map(|bytes| Component::check(bytes).ok().map(|anatomy| (anatomy.manifest.id, bytes)))
        .collect();
    if let Some((_, bytes)) = known.iter().find(|(id, _)| id == plugin) {
        return Ok(Cow::Borrowed(bytes));
    }
    let ids: Vec<&str> = known.iter().map(|(id, _)| id.as_str()).collect();
    let args = [("plugin", plugin), ("known", &*ids.join(&t(lang, "headless-comma")))];
    Err(Answer::bad(tf(lang, "headless-plugin-unknown", &args)))
}

/// Roll, settings and tables as the frozen data of the run; what does not fit is bad input.
fn frozen(lang: Lang, manifest: &Manifest, roll: &Roll, given: &Given) -> Result<Inputs, Answer> {
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
        let table = tables::freeze(lang, &file, &read(lang, &path)?, wanted, &roll.doors)
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

/// The procedure's own refusal with its words; any other failure with the host's.
fn refused(lang: Lang, failure: &Failure, doors: &[String], json: bool) -> Answer {
    let door = |household: Household| doors.get(usize::try_from(household).ok()?).cloned();
    let args = failure.args(door);
    let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let sentence = tf(lang, failure.key(), &args);
    if !json {
        return Answer::negative("", sentence);
    }
    let fault = match failure {
        Failure::Refused(fault) => fault.clone(),
        other => {
            let at = if let Failure::Invalid { path, .. } = other { Some(path.clone()) } else { None };
            let code = other.key().trim_start_matches("procedure-").to_owned();
            Fault { code, message: sentence, at }
        }
    };
    Answer::negative(format!("{}\n", fault_json(&fault, doors)), "")
}

/// The conclusion for people: its sentences, then each cost sheet door by door.
fn readable(lang: Lang, conclusion: &Conclusion, doors: &[String]) -> String {
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = writeln!(text, "{}", conclusion.summary);
    for sentence in &conclusion.minutes {
        let _ = writeln!(text, "{sentence}");
    }
    for material in &conclusion.materials {
        if let Material::CostSheet(sheet) = material {
            text.push('\n');
            cost_sheet(lang, sheet, doors, &mut text);
        }
    }
    text
}

fn cost_sheet(lang: Lang, sheet: &CostSheet, doors: &[String], text: &mut String) {
    let door = |household: &Household| usize::try_from(*household).ok().and_then(|row| doors.get(row));
    let _ = writeln!(text, "{}", sheet.title);
    for (household, due) in sheet.households.iter().zip(&sheet.due) {
        let _ = writeln!(text, "{}\t{}", door(household).map_or("", String::as_str), Fen(*due));
    }
    let total = Fen(sheet.due.iter().fold(0, |sum: i64, due| sum.saturating_add(*due)));
    let _ = writeln!(text, "{}\t{total}", t(lang, "headless-total"));
    for funding in &sheet.funding {
        let _ = writeln!(text, "{}\t{}", funding.label, Fen(funding.amount));
    }
    if sheet.surplus != 0 {
        let _ = writeln!(text, "{}\t{}", t(lang, "headless-surplus"), Fen(sheet.surplus));
    }
}
