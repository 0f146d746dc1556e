//! `fangzhuo verify FILE.fz [--json]`: is the file what it was.

use std::path::Path;

use journal::{Damage, NotOurs, OpenError, Report, State};
use serde_json::{Value, json};
use session::OpenFailure;
use words::Lang;

use crate::answer::Answer;

/// Verifies and prints `count`, `head` and `state`, one a line, or one JSON object.
pub(crate) fn run(lang: Lang, path: &Path, as_json: bool) -> Answer {
    match journal::verify(path) {
        Err(error) => Answer::bad(not_ours_text(lang, path, error)),
        Ok(report) => {
            let said = if as_json { in_json(&report) } else { in_lines(&report) };
            if report.is_sound() { Answer::done(said) } else { Answer::negative(said, "") }
        }
    }
}

fn in_lines(report: &Report) -> String {
    format!("count: {}\nhead: {}\nstate: {}\n", report.head.count, report.head.digits(), report.state)
}

/// `at` is the number of an event, the hash of a blob, or null.
fn in_json(report: &Report) -> String {
    let at = match &report.state {
        State::Damaged(Damage::Event(seq)) | State::Rewritten { at: seq } => json!(seq),
        State::Damaged(Damage::Blob(hash)) => json!(hash),
        State::Damaged(Damage::File(_)) => json!(0),
        State::Good | State::CutShort | State::Newer { .. } => Value::Null,
    };
    let head = &report.head;
    let said = json!({
        "count": head.count, "head": head.digits(), "hash": head.hash, "state": report.state, "at": at,
    });
    format!("{said}\n")
}

/// The sentence for a file that cannot be verified, in the words of a file that cannot be opened.
pub(super) fn not_ours_text(lang: Lang, path: &Path, error: NotOurs) -> String {
    let error = match error {
        NotOurs::Missing => OpenError::Missing,
        NotOurs::OtherKind => OpenError::NotOurs,
        NotOurs::Empty => OpenError::Empty,
        NotOurs::NoPermission => OpenError::NoPermission,
        NotOurs::Trouble(trouble) => OpenError::Trouble(trouble),
    };
    OpenFailure::Open(error).text(lang, path)
}
