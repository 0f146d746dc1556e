//! How a vote was held: the way, who counted, who voted for others, what did not count, every time it was opened again.

use std::collections::BTreeSet;

use deliberation::ids::PersonId;
use deliberation::vote::Vote;
use egui::Ui;
use words::figure::verdict_word;
use words::minutes::slip_text;
use words::names::text_or_erased;
use words::voting::{method_word, scope_text};

use crate::look::text_ui;
use crate::look::tokens::{Size, Weight, palette};
use crate::meeting::bench::Bench;
use crate::meeting::work::counting::conflict_line;

/// One small line each; nothing for what there was none of.
pub(super) fn particulars_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
    let colours = *palette(ui);
    let join = bench.say("ballots-list-join");
    let mut line = |caption: String, text: &str| {
        let text = bench.tell("ballots-result-line", &[("caption", &caption), ("text", text)]);
        text_ui(ui, &text, Size::Note, Weight::Regular, colours.ink2);
    };
    let mut how = method_word(bench.lang, vote.method);
    if !vote.scope.is_whole() {
        how = format!("{how}{join}{}", scope_text(bench.lang, &vote.scope));
    }
    line(bench.say("ballots-result-method"), &how);
    let counters: Vec<String> = counters(vote).into_iter().map(|person| bench.name(person)).collect();
    if !counters.is_empty() {
        line(bench.say("ballots-result-counters"), &counters.join(&join));
    }
    let agents: Vec<String> = vote
        .agents()
        .into_iter()
        .map(|(agent, principals)| {
            let principals: Vec<String> = principals.into_iter().map(|person| bench.name_and_place(person)).collect();
            let args = [("agent", &*bench.name(agent)), ("principals", &principals.join(&join))];
            bench.tell("ballots-result-agent", &args)
        })
        .collect();
    if !agents.is_empty() {
        line(bench.say("ballots-result-agents"), &agents.join(&bench.say("ballots-clause-join")));
    }
    for conflict in &vote.conflicts {
        line(bench.say("ballots-result-conflicts"), &conflict_line(bench, vote, conflict));
    }
    for slip in &vote.slips {
        line(bench.say("ballots-result-slips"), &slip_text(bench.lang, vote, slip));
    }
    for reopened in &vote.reopened {
        let reason = text_or_erased(bench.lang, bench.snapshot.as_ref(), reopened.reason.blob);
        let args = [("verdict", &*verdict_word(bench.lang, reopened.before)), ("reason", &reason)];
        line(bench.say("ballots-result-reopened"), &bench.tell("ballots-result-reopened-why", &args));
    }
}

/// Whoever counted hands or secret papers, or read papers, in the order they began.
fn counters(vote: &Vote) -> Vec<PersonId> {
    let mut seen = BTreeSet::new();
    let sides = vote.side_counts.iter().map(|count| count.counter);
    let papers = vote.batches.iter().flat_map(|batch| &batch.readings).map(|reading| reading.counter);
    sides.chain(papers).filter(|person| *person != PersonId::NOBODY && seen.insert(*person)).collect()
}
