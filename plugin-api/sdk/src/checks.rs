//! A ready-made state for checklists: what was found at each item, saved as lines that are always the same for the same
//! findings.

use std::collections::BTreeMap;

use crate::outcome::Check;
use crate::text::{escape, unescape};
use crate::ui::Finding;
use crate::values::Evidence;

/// First line of the bytes, so that another format is recognised.
const HEAD: &str = "checks 1";

/// The last word about each item of one or several checklists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks(BTreeMap<(String, String), Check>);

impl Checks {
    /// Takes what was found at an item in place of what was known of it.
    pub fn take(&mut self, check: &Check) {
        self.0.insert((check.checklist.clone(), check.item.clone()), check.clone());
    }

    /// What was found at an item; `None` while nobody has looked.
    pub fn get(&self, checklist: &str, item: &str) -> Option<&Check> {
        self.0.get(&(checklist.to_owned(), item.to_owned()))
    }

    /// As bytes.
    pub fn save(&self) -> Vec<u8> {
        let mut text = HEAD.to_owned();
        for check in self.0.values() {
            let measured = check.measured.map_or("-".to_owned(), |measured| measured.to_string());
            let words = [&check.checklist, &check.item, finding_name(check.finding), &measured, &escape(&check.note)];
            text.push('\n');
            text.push_str(&words.join("\t"));
            for evidence in &check.evidence {
                text.push_str(&format!("\t{}\t{}", escape(&evidence.hash), escape(&evidence.caption)));
            }
        }
        text.into_bytes()
    }

    /// From bytes that [`save`](Checks::save) wrote.
    pub fn load(bytes: &[u8]) -> Option<Checks> {
        let mut lines = core::str::from_utf8(bytes).ok()?.split('\n');
        if lines.next() != Some(HEAD) {
            return None;
        }
        let mut checks = Checks::default();
        for text in lines {
            checks.take(&line(text)?);
        }
        Some(checks)
    }
}

fn line(text: &str) -> Option<Check> {
    let words: Vec<&str> = text.split('\t').collect();
    let [checklist, item, finding, measured, note, rest @ ..] = words.as_slice() else { return None };
    let measured = if *measured == "-" { None } else { Some(measured.parse().ok()?) };
    let evidence = rest.chunks(2).map(|pair| match pair {
        [hash, caption] => Some(Evidence { hash: unescape(hash)?, caption: unescape(caption)? }),
        _ => None,
    });
    Some(Check {
        checklist: (*checklist).to_owned(),
        item: (*item).to_owned(),
        finding: FINDINGS.into_iter().find(|known| finding_name(*known) == *finding)?,
        measured,
        note: unescape(note)?,
        evidence: evidence.collect::<Option<_>>()?,
    })
}

const FINDINGS: [Finding; 4] = [Finding::Open, Finding::Met, Finding::Failed, Finding::NotApplicable];

fn finding_name(finding: Finding) -> &'static str {
    match finding {
        Finding::Open => "open",
        Finding::Met => "met",
        Finding::Failed => "failed",
        Finding::NotApplicable => "not-applicable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_findings_with_notes_and_photos_when_saved_and_loaded_they_are_the_same() {
        let mut checks = Checks::default();
        let photo = Evidence { hash: "ab".repeat(32), caption: "东\t墙\n上".to_owned() };
        for (item, finding, measured) in [("a", Finding::Failed, Some(-3)), ("b", Finding::NotApplicable, None)] {
            let note = "两\t段\\话\n".to_owned();
            let (checklist, item, evidence) = ("site".to_owned(), item.to_owned(), vec![photo.clone(); 2]);
            checks.take(&Check { checklist, item, finding, measured, note, evidence });
        }
        assert_eq!(Checks::load(&checks.save()), Some(checks));
        assert_eq!(Checks::load(b"checks 2"), None);
        assert_eq!(Checks::load(b"checks 1\nsite\ta\tmaybe\t-\t"), None);
    }
}
