//! The lines of a file of cases: which of them are cases, and what is wrong with the others, at its place in the file.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use super::Case;
use crate::clean::cleaned;
use crate::contract::Action;
use crate::limits;
use crate::page::is_sha256;

/// A line that is not blank.
pub(super) struct Line {
    /// Counted from 0, among all lines.
    pub(super) at: usize,
    /// Its name, if it says one at all.
    pub(super) name: Option<String>,
    pub(super) case: Result<Case, Misread>,
}

/// Why a line is no case.
pub(super) struct Misread {
    /// Counted from 1, as editors do; the column in characters, where it is known.
    line: usize,
    column: Option<usize>,
    pub(super) problem: String,
}

impl Misread {
    /// Where its author finds it.
    pub(super) fn place(&self) -> String {
        let column = self.column.map(|column| format!(", column {column}")).unwrap_or_default();
        format!("cases.jsonl line {}{column}", self.line)
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place(), self.problem)
    }
}

/// A line of which nothing but its name has to hold.
#[derive(Deserialize)]
struct Named {
    case: String,
}

/// All lines that are not blank; of those with one name only the first is a case.
pub(super) fn read(cases: &str) -> Vec<Line> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let lines = cases.lines().enumerate().filter(|(_, text)| !text.trim().is_empty());
    lines
        .map(|(at, text)| {
            let misread = |column, problem| Misread { line: at + 1, column, problem };
            let name = serde_json::from_str::<Named>(text).ok().map(|named| named.case);
            let mut case = serde_json::from_str::<Case>(text)
                .map_err(|error| misread(column(text, &error), said(&error)))
                .and_then(|case| unsound(&case).map_or(Ok(case), |problem| Err(misread(None, problem))));
            if let Some(name) = &name {
                let first = *seen.entry(name.clone()).or_insert(at + 1);
                if first != at + 1 {
                    let name = cleaned(name, limits::LABEL);
                    let problem = format!("there is a case {name:?} in line {first} already; give one another name");
                    case = Err(misread(None, problem));
                }
            }
            Line { at, name, case }
        })
        .collect()
}

/// The column of an error in characters; the reader counts bytes.
fn column(text: &str, error: &serde_json::Error) -> Option<usize> {
    let bytes = error.column().checked_sub(1)?;
    Some(text.char_indices().take_while(|(at, _)| *at < bytes).count() + 1)
}

/// What the reader says, without its own line, which is always the first.
fn said(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
    cleaned(said, limits::MESSAGE)
}

/// What no meeting could have brought about.
fn unsound(case: &Case) -> Option<String> {
    case.steps.iter().zip(1..).find_map(|(step, number)| {
        let Action::Check(check) = step else { return None };
        let bad = check.evidence.iter().find(|evidence| !is_sha256(&evidence.hash))?;
        let hash = cleaned(&bad.hash, limits::LABEL);
        Some(format!("step {number}: the hash of a photo is {hash:?}; it has 64 digits, each 0 to 9 or a to f"))
    })
}
