//! What a detail page says of a rule besides its sentence: whom it is for, where it comes from, what it asks of a meeting.

use deliberation::rule::{Electors, Measure, Rule, Secrecy, Ties};

use super::binding::{source_text, superseded_text};
use super::pick;
use super::sentence::counts_participants;
use crate::locale::{Lang, t, tf};

/// Further lines as (label, text), in the order they are read; the sentence and the title are not among them.
pub fn rule_notes(lang: Lang, rule: &Rule) -> Vec<(String, String)> {
    let mut notes = Vec::new();
    let mut note = |label: String, text: String| notes.push((label, text));
    if let Some(superseded) = &rule.superseded {
        note(t(lang, "rule-note-old"), superseded_text(lang, superseded));
    }
    let source = rule.source.as_ref().map(|source| source_text(lang, source));
    note(t(lang, "rule-note-source"), source.unwrap_or_else(|| t(lang, "rule-note-source-none")));
    if !rule.scope.is_empty() {
        note(t(lang, "rule-note-scope"), pick(lang, &rule.scope).to_owned());
    }
    let voters = match rule.electorate {
        Electors::Present => t(lang, "rule-note-voters-present"),
        Electors::Owners => t(lang, "rule-note-voters-owners"),
        Electors::Body => t(lang, "rule-note-voters-body"),
    };
    note(t(lang, "rule-note-voters"), voters);
    let measured = match (rule.measures(Measure::Heads), rule.measures(Measure::Area)) {
        (true, true) => t(lang, "rule-note-measured-both"),
        (false, true) => t(lang, "rule-note-measured-area"),
        _ => t(lang, "rule-note-measured-heads"),
    };
    note(t(lang, "rule-note-measured"), measured);
    let notice = if rule.needs_notice { t(lang, "rule-note-notice-needed") } else { t(lang, "rule-note-notice-free") };
    note(t(lang, "rule-note-notice"), notice);
    if rule.electorate != Electors::Body {
        note(t(lang, "rule-note-proxies"), proxies(lang, rule.proxies_per_agent));
    }
    note(t(lang, "rule-note-ballots"), ballots(lang, rule));
    if counts_participants(rule) && rule.unreturned.is_none() {
        note(t(lang, "rule-note-unreturned"), t(lang, "rule-note-unreturned-out"));
    }
    if let Some(election) = rule.election {
        let ties = match election.ties {
            Ties::RunOff => t(lang, "rule-note-ties-run-off"),
            Ties::Lot => t(lang, "rule-note-ties-lot"),
        };
        note(t(lang, "rule-note-ties"), ties);
    }
    notes
}

fn proxies(lang: Lang, cap: Option<u32>) -> String {
    match cap {
        None => t(lang, "rule-note-proxies-free"),
        Some(0) => t(lang, "rule-note-proxies-none"),
        Some(cap) => tf(lang, "rule-note-proxies-cap", &[("n", &cap.to_string())]),
    }
}

fn ballots(lang: Lang, rule: &Rule) -> String {
    let area = rule.measures(Measure::Area);
    match (rule.secrecy, rule.written) {
        (Secrecy::Secret, _) => t(lang, "rule-note-ballots-secret"),
        (_, true) => t(lang, "rule-note-ballots-written"),
        // Papers without a name say nothing of area.
        (_, false) if area => t(lang, "rule-note-ballots-by-door"),
        (Secrecy::Open, false) => t(lang, "rule-note-ballots-open"),
        (Secrecy::Either, false) => t(lang, "rule-note-ballots-free"),
    }
}
