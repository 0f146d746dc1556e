//! What a case expects, held against what came of it; and put in its place where the author says so.

use std::sync::Arc;

use serde_json::Value as Json;

use super::{Case, Places, Played};
use crate::contract::{Conclusion, Fault, Material};
use crate::doors::conclusion_json;
use crate::engine::Component;
use crate::failure::Failure;

/// Characters of a value in a line of the difference.
const SHOWN: usize = 300;
/// What a case that expects nothing gets.
const FIRST: [&str; 2] = ["/outcome", "/summary"];

impl Case {
    /// Whether it holds; the error has one line a difference.
    pub(super) fn run(&self, component: &Arc<Component>) -> Result<(), String> {
        let played = self.played(component)?;
        let mut wrong = Vec::new();
        match (&played.ended, &self.fault) {
            (Ok(concluded), None) => self.compare(&concluded.zh_cn, &mut wrong),
            (Err(Failure::Refused(fault)), Some(code)) => {
                if fault.code != *code || fault.at != self.at {
                    wrong.push(difference("fault", &said(code, self.at.as_ref()), &told(fault)));
                }
            }
            (Ok(_), Some(code)) => wrong.push(difference("fault", &said(code, self.at.as_ref()), "it was concluded")),
            // A page alone may be asked for while there is no conclusion yet.
            (Err(Failure::Refused(_)), None) if self.asks_for_pages_alone() && played.has_pages() => {}
            (Err(Failure::Refused(fault)), None) => wrong.push(difference("conclusion", "one", &told(fault))),
            (Err(failure), _) => wrong.push(failure.to_string()),
        }
        compare("page", &self.page, played.page.as_ref(), &mut wrong);
        compare("audience", &self.audience, played.audience.as_ref(), &mut wrong);
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
    }

    fn compare(&self, conclusion: &Conclusion, wrong: &mut Vec<String>) {
        if self.due.is_none() && self.expect.is_empty() && !self.asks_for_pages_alone() {
            wrong.push("it says nothing about what comes of it".to_owned());
        }
        let found = due(conclusion);
        if let Some(expected) = self.due.as_ref().filter(|expected| found != Some(expected)) {
            wrong.push(difference("due", &format!("{expected:?}"), &format!("{:?}", found.unwrap_or(&Vec::new()))));
        }
        compare("expect", &self.expect, Some(&conclusion_json(conclusion, &[])), wrong);
    }

    fn asks_for_pages_alone(&self) -> bool {
        self.due.is_none() && self.expect.is_empty() && !(self.page.is_empty() && self.audience.is_empty())
    }

    /// Takes what came out in place of what was expected; the error says why that cannot be.
    pub(super) fn take(&mut self, played: &Played) -> Result<(), String> {
        match &played.ended {
            Ok(concluded) => {
                let conclusion = &concluded.zh_cn;
                (self.fault, self.at) = (None, None);
                self.due = self.due.take().and(due(conclusion).cloned());
                if self.due.is_none() && self.expect.is_empty() && !self.asks_for_pages_alone() {
                    self.expect = FIRST.map(|place| (place.to_owned(), Json::Null)).into();
                }
                take(&mut self.expect, &conclusion_json(conclusion, &[]));
            }
            Err(Failure::Refused(_)) if self.asks_for_pages_alone() && played.has_pages() => {}
            Err(Failure::Refused(fault)) => {
                (self.fault, self.at) = (Some(fault.code.clone()), fault.at.clone());
                (self.due, self.expect) = (None, Places::new());
            }
            Err(failure) => return Err(failure.to_string()),
        }
        take(&mut self.page, played.page.as_ref().unwrap_or(&Json::Null));
        take(&mut self.audience, played.audience.as_ref().unwrap_or(&Json::Null));
        Ok(())
    }
}

impl Played {
    fn has_pages(&self) -> bool {
        self.page.is_some() && self.audience.is_some()
    }
}

fn due(conclusion: &Conclusion) -> Option<&Vec<i64>> {
    conclusion.materials.iter().find_map(|material| match material {
        Material::CostSheet(sheet) => Some(&sheet.due),
        _ => None,
    })
}

fn compare(what: &str, places: &Places, found: Option<&Json>, wrong: &mut Vec<String>) {
    for (place, expected) in places {
        match found.and_then(|found| found.pointer(place)) {
            Some(found) if found == expected => {}
            Some(found) => {
                wrong.push(difference(&format!("{what} {place}"), &expected.to_string(), &found.to_string()));
            }
            None => wrong.push(difference(&format!("{what} {place}"), &expected.to_string(), "nothing")),
        }
    }
}

/// What stands at the places now; a place that is no more is dropped.
fn take(places: &mut Places, found: &Json) {
    places.retain(|place, _| found.pointer(place).is_some());
    for (place, expected) in places {
        *expected = found.pointer(place).cloned().unwrap_or_default();
    }
}

fn difference(what: &str, expected: &str, found: &str) -> String {
    format!("{what}: expected {}, found {}", shown(expected), shown(found))
}

fn said(code: &str, at: Option<&String>) -> String {
    at.map_or_else(|| code.to_owned(), |at| format!("{code} at {at}"))
}

fn told(fault: &Fault) -> String {
    format!("{} ({})", said(&fault.code, fault.at.as_ref()), fault.message)
}

/// The beginning of a long value; the whole is a `plugin run --json` away.
fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
