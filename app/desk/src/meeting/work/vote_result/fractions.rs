//! Every threshold of a verdict in exact numbers: what was counted of what, what was needed, whether it was met.

use deliberation::rule::{Base, Compare, Counted, Measure, Turning};
use deliberation::verdict::{Check, Threshold};
use deliberation::vote::Vote;
use egui::Ui;
use words::figures::vote::measured;
use words::rule_words::{shortfall_line, surplus_text};

use crate::look::text_ui;
use crate::look::tokens::{Size, Weight, frame, palette};
use crate::meeting::bench::Bench;
use crate::meeting::parts::table::{Cell, Column, fill, row_ui};

/// A row a threshold, and under them by how much the vote missed or passed.
pub(super) fn fractions_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
    let verdict = vote.verdict();
    let colours = *palette(ui);
    let columns =
        fill(vec![Column::words("", 260.0), Column::words("", 230.0), Column::words("", 76.0)], ui.available_width());
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
    for check in &verdict.checks {
        let (word, ink) = match check.met {
            Some(true) => (bench.say("ballots-result-met"), colours.accent),
            Some(false) => (bench.say("ballots-result-not-met"), colours.err),
            None => (bench.say("ballots-result-unknown"), colours.warn),
        };
        let cells = [
            Cell::new(counted_text(bench, check), colours.ink),
            Cell::new(needed_text(bench, check), colours.ink2),
            Cell::new(word, ink),
        ];
        row_ui(ui, &columns, &cells, frame::ROW_TIGHT, None);
    }
    ui.spacing_mut().item_spacing.y = spacing;
    let beyond = shortfall_line(bench.lang, &verdict).or_else(|| surplus_text(bench.lang, &verdict));
    if let Some(text) = beyond {
        text_ui(ui, &text, Size::Body, Weight::Medium, colours.ink);
    }
}

/// "赞成 26 人 / 赞成和反对 29 人".
pub(super) fn counted_text(bench: &Bench<'_>, check: &Check) -> String {
    let amount = |amount: Option<i64>| match amount {
        Some(amount) => measured(check.measure(), amount).text(bench.lang),
        None => bench.say("ballots-result-unknown"),
    };
    let base = match check.threshold {
        Threshold::Turnout(turnout) => turnout.base,
        Threshold::Approval(approval) => approval.base,
    };
    let args = [
        ("side", side_word(bench, check)),
        ("counted", amount(check.counted)),
        ("base", base_word(bench, base)),
        ("whole", amount(check.base)),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
    bench.tell("ballots-result-fraction", &args)
}

/// "要超过 1/2，即 15 人".
fn needed_text(bench: &Bench<'_>, check: &Check) -> String {
    let compare = match check.threshold {
        Threshold::Turnout(turnout) => turnout.compare,
        Threshold::Approval(approval) => approval.compare,
    };
    let compare = match compare {
        Compare::MoreThan => bench.say("ballots-compare-more"),
        Compare::AtLeast => bench.say("ballots-compare-least"),
        Compare::AtMost => bench.say("ballots-compare-most"),
    };
    let ratio = check.ratio();
    let ratio = format!("{}/{}", ratio.num, ratio.den);
    let needed = match check.needed {
        Some(needed) => measured(check.measure(), needed).text(bench.lang),
        None => bench.say("ballots-result-unknown"),
    };
    bench.tell("ballots-result-need", &[("compare", &compare), ("ratio", &ratio), ("needed", &needed)])
}

fn side_word(bench: &Bench<'_>, check: &Check) -> String {
    use deliberation::ballot::Choice;
    use words::speaking::choice_word;
    match check.threshold {
        Threshold::Turnout(turnout) => match turnout.of {
            Turning::Participating => bench.say("ballots-side-turnout"),
            Turning::Present => bench.say("ballots-side-turnout-present"),
        },
        Threshold::Approval(approval) => match approval.of {
            Counted::Yes => choice_word(bench.lang, Choice::Yes),
            Counted::No => choice_word(bench.lang, Choice::No),
        },
    }
}

fn base_word(bench: &Bench<'_>, base: Base) -> String {
    match base {
        Base::Deciding => bench.say("ballots-base-deciding"),
        Base::Participating => bench.say("ballots-base-participating"),
        Base::Present => bench.say("ballots-base-present"),
        Base::All => bench.say("ballots-base-all"),
    }
}

/// Whether a check counts heads: an election's table has room for one measure a line.
pub(super) fn counts_heads(check: &Check) -> bool {
    check.measure() == Measure::Heads
}
