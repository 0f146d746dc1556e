//! The head of an open vote: how and since when, the question, the rule as it was read out, and the way to the close.

use deliberation::vote::Vote;
use egui::Ui;
use words::figure::verdict_word;
use words::names::text_or_erased;
use words::rule_words::{binding_short, pick, rule_sentence};
use words::voting::method_word;

use crate::action::Action;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::work::head::title_ui;

/// Draws it; true if the close was asked for.
pub(super) fn head_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) -> bool {
    let item = bench.tell("item-number", &[("n", &vote.item.to_string())]);
    let since = words::moment::clock(&bench.zone, vote.opened);
    let (method, level) = (method_word(bench.lang, vote.method), binding_short(bench.lang, vote.rule.level));
    let state = bench.tell("ballots-state", &[("method", &method), ("level", &level), ("time", &since)]);
    let mut pressed = false;
    title_ui(ui, &format!("{item}\u{3000}{state}"), vote.question.trim_end_matches('。'), Size::Title, |ui| {
        let (text, cap) = (bench.say("meeting-vote-close"), Action::OpenVote.key_cap(bench.lang));
        pressed = ui.add(Button::normal(&text).icon(Icon::Check).key(&cap)).clicked();
    });
    let colours = *palette(ui);
    text_ui(ui, &sentence(bench, vote), Size::Note, Weight::Regular, colours.ink2);
    if let Some(last) = vote.reopened.last() {
        let reason = text_or_erased(bench.lang, bench.snapshot.as_ref(), last.reason.blob);
        let args = [("verdict", &*verdict_word(bench.lang, last.before)), ("reason", &reason)];
        text_ui(ui, &bench.tell("ballots-reopened", &args), Size::Note, Weight::Regular, colours.warn);
    }
    ui.add_space(if bench.small { space::S1 } else { space::S3 });
    pressed
}

/// The rule as it was read out; votes of old files have none of their own.
fn sentence(bench: &Bench<'_>, vote: &Vote) -> String {
    let frozen = pick(bench.lang, &vote.sentence);
    if frozen.is_empty() { rule_sentence(bench.lang, &vote.rule) } else { frozen.to_owned() }
}
