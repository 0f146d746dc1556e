//! `fangzhuo plugin test DIR|FILE.fz.wasm [--update]`: a procedure's own cases, one line each, and every difference below.

use std::fmt::Write as _;
use std::path::Path;

use procedure::cases::{self, CaseResult};
use words::{Lang, t, tf};

use super::{build, source};
use crate::answer::Answer;

/// Runs the cases; with `update` what comes out is written to the folder's `cases.jsonl` as what is expected from now on,
/// each change is shown, and the file as it was stays beside it.
pub(super) fn run(lang: Lang, what: &Path, update: bool) -> Answer {
    ran(lang, what, update).unwrap_or_else(|answer| answer)
}

fn ran(lang: Lang, what: &Path, update: bool) -> Result<Answer, Answer> {
    if update && !what.is_dir() {
        return Err(Answer::bad(t(lang, "plugin-test-update-needs-folder")));
    }
    let component = source::component(lang, &source::bytes(lang, what)?)?;
    if !update {
        return Ok(told(lang, &cases::run(&component)));
    }
    let before = component.anatomy().cases.clone();
    let (text, results) = cases::update(&component);
    let changed = before.lines().zip(text.lines()).filter(|(before, now)| before != now).count();
    if changed == 0 {
        return Ok(told(lang, &results));
    }
    let (path, old) = (what.join("cases.jsonl"), what.join("cases.jsonl.old"));
    for (path, text) in [(&old, &before), (&path, &text)] {
        std::fs::write(path, text).map_err(|error| {
            let args = [("path", &*path.to_string_lossy()), ("detail", &*error.to_string())];
            Answer::bad(tf(lang, "plugin-cannot-write", &args))
        })?;
    }
    let differed = cases::run(&component).into_iter().filter(|result| result.wrong.is_some());
    let shown: String = differed.map(|result| line(&result)).collect();
    // The component carries its cases, so it is made again.
    let built = build::built(lang, what)?;
    let results = cases::run(&source::component(lang, &built.bytes)?);
    let args = [("count", &*changed.to_string()), ("path", &*path.to_string_lossy()), ("old", &*old.to_string_lossy())];
    let said = tf(lang, "plugin-test-updated", &args);
    Ok(told(lang, &results).after(&format!("{shown}{said}\n")))
}

/// A case, and below it what came out otherwise.
fn line(CaseResult { name, wrong }: &CaseResult) -> String {
    let mut text = format!("{} {name}\n", if wrong.is_none() { "✓" } else { "✗" });
    for line in wrong.iter().flat_map(|wrong| wrong.lines()) {
        // Writing to a text does not fail.
        let _ = writeln!(text, "    {line}");
    }
    text
}

fn told(lang: Lang, results: &[CaseResult]) -> Answer {
    let mut text: String = results.iter().map(line).collect();
    let wrong = results.iter().filter(|result| result.wrong.is_some()).count();
    let args = [("count", &*results.len().to_string()), ("wrong", &*wrong.to_string())];
    if results.is_empty() {
        return Answer::negative(text, t(lang, "plugin-test-none"));
    }
    if wrong > 0 {
        return Answer::negative(text, tf(lang, "plugin-test-wrong", &args));
    }
    text.push_str(&tf(lang, "plugin-test-all-hold", &args));
    Answer::done(text)
}
