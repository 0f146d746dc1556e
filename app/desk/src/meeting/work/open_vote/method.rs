//! How a vote is held: the ways that fit the rule, and in one line why the others do not.

use deliberation::ballot::Method;
use deliberation::rule::Rule;
use deliberation::{Facts, Refusal, fits};
use egui::Ui;
use words::voting::method_word;

use crate::look::text_ui;
use crate::look::tokens::{Size, Weight, palette};
use crate::meeting::bench::Bench;
use crate::meeting::parts::{captioned_ui, select_ui};

/// The deed that opens it.
pub(super) fn begin_word(bench: &Bench<'_>, method: Method) -> String {
    match method {
        Method::RollCall | Method::Merged => bench.say("ballots-open-roll-call"),
        Method::Hands | Method::HandsByDoor => bench.say("ballots-open-hands"),
        Method::Paper => bench.say("ballots-open-paper"),
        Method::Secret => bench.say("ballots-open-secret"),
    }
}

/// Why a rule cannot be counted in this way here. Each candidate of an election needs an answer of his own from everybody:
/// the desk takes them on paper.
fn against(rule: &Rule, method: Method) -> Option<Refusal> {
    if rule.election.is_some() && method != Method::Paper {
        return Some(Refusal::ElectionOnPaper);
    }
    fits(rule, method).err()
}

/// The way that was chosen if it fits, else that of the last vote under this rule, else the first that fits.
pub(super) fn proposed(facts: &Facts, rule: &Rule, chosen: Option<Method>) -> Method {
    let fits = |method: &Method| against(rule, *method).is_none();
    let last = || facts.votes.iter().rev().find(|vote| vote.rule.id == rule.id).map(|vote| vote.method);
    chosen
        .filter(fits)
        .or_else(|| last().filter(fits))
        .or_else(|| Method::ALL.into_iter().find(fits))
        .unwrap_or_default()
}

/// The field of ways.
pub(super) fn method_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    rule: &Rule,
    method: Method,
    chosen: &mut Option<Method>,
    width: f32,
) {
    let fitting = Method::ALL.into_iter().filter(|method| against(rule, *method).is_none());
    let choices: Vec<(Method, String)> = fitting.map(|method| (method, method_word(bench.lang, method))).collect();
    let (caption, mut taken) = (bench.say("ballots-method"), method);
    if captioned_ui(ui, &caption, width, |ui| select_ui(ui, &caption, &choices, &mut taken, width)) {
        *chosen = Some(taken);
    }
}

/// The ways that are not offered, grouped by the reason.
pub(super) fn others_ui(ui: &mut Ui, bench: &Bench<'_>, rule: &Rule) {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for method in Method::ALL {
        let Some(why) = against(rule, method).and_then(|refusal| reason(bench, &refusal)) else { continue };
        let name = method_word(bench.lang, method);
        match groups.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(name),
            None => groups.push((why, vec![name])),
        }
    }
    let join = bench.say("ballots-list-join");
    let line = |(why, names): &(String, Vec<String>)| {
        bench.tell("ballots-method-not", &[("methods", &names.join(&join)), ("why", why)])
    };
    let lines: Vec<String> = groups.iter().map(line).collect();
    if !lines.is_empty() {
        let text = lines.join(&bench.say("ballots-clause-join"));
        text_ui(ui, &text, Size::Note, Weight::Regular, palette(ui).ink2);
    }
}

fn reason(bench: &Bench<'_>, refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::MustBeWritten => bench.say("ballots-why-written"),
        Refusal::MustBeSecret => bench.say("ballots-why-secret"),
        Refusal::MustBeOpen => bench.say("ballots-why-open"),
        Refusal::SidesHaveNoArea => bench.say("ballots-why-area"),
        Refusal::BodyByDoor => bench.say("ballots-why-body"),
        Refusal::ElectionOnPaper => bench.say("ballots-why-election"),
        _ => return None,
    })
}
