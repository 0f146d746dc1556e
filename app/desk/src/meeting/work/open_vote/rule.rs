//! Which rule: the community's own first, the one last used proposed; read in full before anything opens.

use deliberation::Facts;
use deliberation::rule::Rule;
use egui::Ui;
use words::rule_words::{binding_long, binding_short, pick, rule_sentence};

use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Chip, ChipKind, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::{captioned_ui, select_ui};

/// The rule that is proposed: the one of the last vote, if it is still on the list.
pub(super) fn proposed(facts: &Facts) -> &str {
    let last = facts.votes.iter().rev().map(|vote| vote.rule.id.as_str()).find(|id| facts.rule(id).is_some());
    last.unwrap_or("deliberation")
}

/// The field of rules and what the chosen one says.
pub(super) fn rule_ui<'a>(
    ui: &mut Ui,
    bench: &Bench<'_>,
    facts: &'a Facts,
    chosen: &mut Option<String>,
) -> Option<&'a Rule> {
    let names: Vec<(String, String)> =
        facts.all_rules().map(|rule| (rule.id.clone(), line(bench, facts, rule))).collect();
    // A rule taken off the list meanwhile is no choice any more.
    let mut id = chosen.clone().filter(|id| facts.rule(id).is_some()).unwrap_or_else(|| proposed(facts).to_owned());
    let (caption, width) = (bench.say("meeting-rule"), ui.available_width());
    if captioned_ui(ui, &caption, width, |ui| select_ui(ui, &caption, &names, &mut id, width)) {
        *chosen = Some(id.clone());
    }
    let rule = facts.rule(&id)?;
    let colours = *palette(ui);
    text_ui(ui, &rule_sentence(bench.lang, rule), Size::Body, Weight::Regular, colours.ink);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S3;
        let level = binding_long(bench.lang, rule);
        let level = ui.add(Chip::new(Icon::Info, &level, ChipKind::Quiet).small());
        let scope = pick(bench.lang, &rule.scope);
        if !scope.is_empty() {
            level.on_hover_text(scope);
        }
        if rule.superseded.is_some() {
            ui.add(Chip::new(Icon::Warning, &bench.say("ballots-rule-old"), ChipKind::Warn).small());
        }
    });
    if let Some(old) = &rule.superseded {
        let args = [("by", pick(bench.lang, &old.by)), ("date", old.date.as_str())];
        text_ui(ui, &bench.tell("ballots-rule-superseded", &args), Size::Note, Weight::Regular, colours.warn);
    }
    Some(rule)
}

/// A rule in the list: its title, what kind of decision it makes, whether it is old law or the community's own.
fn line(bench: &Bench<'_>, facts: &Facts, rule: &Rule) -> String {
    let mut line = pick(bench.lang, &rule.title).to_owned();
    let mut add = |text: &str| {
        line.push('\u{3000}');
        line.push_str(text);
    };
    add(&binding_short(bench.lang, rule.level));
    if facts.rules.contains_key(&rule.id) {
        add(&bench.say("ballots-rule-own"));
    }
    if rule.superseded.is_some() {
        add(&bench.say("ballots-rule-old"));
    }
    line
}
