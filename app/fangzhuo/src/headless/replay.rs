//! `fangzhuo replay FILE.fz [--json]`: does again what the file says was done, from the file alone.

use std::path::Path;

use serde_json::{Value, json};
use session::OpenFailure;
use session::procedure_replay::{Again, Found, ReplayError, What, replay};
use words::rule_words::pick;
use words::{Lang, t, tf};

use super::{name, verify};
use crate::answer::Answer;
use crate::places::engine;

/// Runs procedures, recounts votes, adds up cost sheets; prints a line each. 0 only if the file is sound and all agree.
pub(super) fn run(lang: Lang, path: &Path, as_json: bool) -> Answer {
    ran(lang, path, as_json).unwrap_or_else(|answer| answer)
}

fn ran(lang: Lang, path: &Path, as_json: bool) -> Result<Answer, Answer> {
    // What was changed after it was written says nothing about what was done.
    let report = journal::verify(path).map_err(|error| Answer::bad(verify::not_ours_text(lang, path, error)))?;
    if !report.is_sound() {
        let args = [("path", &*name(path)), ("state", &report.state.to_string())];
        return Err(Answer::negative("", tf(lang, "headless-replay-unsound", &args)));
    }
    let failed = |error: ReplayError| match error {
        ReplayError::Open(error) => Answer::bad(OpenFailure::Open(error).text(lang, path)),
        other => {
            let args = [("path", &*name(path)), ("detail", &other.to_string())];
            Answer::bad(tf(lang, "headless-replay-unread", &args))
        }
    };
    let engine =
        engine().map_err(|failure| Answer::bad(tf(lang, "headless-plugin-unfit", &[("detail", &failure.detail())])))?;
    let all = replay(path, &engine).map_err(failed)?;
    let agree = !all.iter().any(|again| matches!(again.found, Found::Differs(_)));
    let text = if as_json { format!("{}\n", in_json(&all, agree)) } else { in_lines(lang, &all, agree) };
    Ok(if agree { Answer::done(text) } else { Answer::negative(text, "") })
}

/// The kind of a thing with its number, as scripts read it.
fn id(what: What) -> (&'static str, String) {
    match what {
        What::Procedure(number) => ("procedure", number.to_string()),
        What::Vote(number) => ("vote", number.to_string()),
        What::Sheet(number) => ("sheet", number.to_string()),
    }
}

fn in_json(all: &[Again], agree: bool) -> Value {
    let entry = |again: &Again| {
        let (kind, number) = id(again.what);
        let (result, detail) = match &again.found {
            Found::Agrees => ("agrees", Value::Null),
            Found::Differs(detail) => ("differs", json!(detail)),
            Found::Erased => ("erased", Value::Null),
        };
        json!({ "kind": kind, "number": number.parse::<u32>().unwrap_or_default(), "parts": again.parts, "result": result, "detail": detail })
    };
    json!({ "agree": agree, "entries": all.iter().map(entry).collect::<Vec<_>>() })
}

fn in_lines(lang: Lang, all: &[Again], agree: bool) -> String {
    let mut text = String::new();
    for again in all {
        let (_, number) = id(again.what);
        let parts = again.parts.to_string();
        let args = [("n", number.as_str()), ("name", pick(lang, &again.name)), ("parts", &parts)];
        text.push_str(&match again.what {
            What::Procedure(_) => tf(lang, "headless-replay-procedure", &args),
            What::Vote(_) => tf(lang, "headless-replay-vote", &args),
            What::Sheet(_) => tf(lang, "headless-replay-sheet", &args),
        });
        text.push_str(&match &again.found {
            Found::Agrees => t(lang, "headless-replay-agrees"),
            Found::Differs(detail) => tf(lang, "headless-replay-differs", &[("detail", detail)]),
            Found::Erased => t(lang, "headless-replay-erased"),
        });
        text.push('\n');
    }
    let differing = all.iter().filter(|again| matches!(again.found, Found::Differs(_))).count().to_string();
    let count = all.len().to_string();
    text.push_str(&if agree {
        tf(lang, "headless-replay-all-agree", &[("count", &count)])
    } else {
        tf(lang, "headless-replay-some-differ", &[("count", &count), ("differing", &differing)])
    });
    text.push('\n');
    text
}
