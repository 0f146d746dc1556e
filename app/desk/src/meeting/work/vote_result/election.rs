//! The result of an election: candidates with their counts, who is elected, who tied, which seats stay vacant.

use deliberation::election::ElectionResult;
use deliberation::ids::PersonId;
use deliberation::rule::Ties;
use deliberation::verdict::{Outcome, Verdict};
use deliberation::vote::{Candidate, Vote};
use egui::Ui;
use words::rule_words::shortfall_text;

use super::fractions::{counted_text, counts_heads};
use crate::look::tokens::{Size, Weight, frame, palette};
use crate::look::{Banner, BannerKind, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::table::{Cell, Column, fill, row_ui};

/// The table and, under it, what is open.
pub(super) fn election_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
    let Some(result) = vote.election() else { return };
    let colours = *palette(ui);
    let columns =
        vec![Column::words("", 140.0), Column::words("", 170.0), Column::words("", 200.0), Column::words("", 100.0)];
    let columns = fill(columns, ui.available_width());
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
    for candidate in &vote.candidates {
        let verdict =
            result.verdicts.iter().find(|(person, _)| *person == candidate.person).map(|(_, verdict)| verdict);
        let (word, ink) = standing(bench, &result, candidate.person, &colours);
        let cells = [
            Cell::new(bench.name_and_place(candidate.person), colours.ink),
            Cell::new(sides(bench, candidate), colours.ink),
            Cell::new(verdict.map(|verdict| missing(bench, verdict)).unwrap_or_default(), colours.ink2),
            Cell::medium(word, ink),
        ];
        row_ui(ui, &columns, &cells, frame::ROW, None);
    }
    ui.spacing_mut().item_spacing.y = spacing;
    if !result.tied.is_empty() {
        let ties = vote.rule.election.map(|election| election.ties).unwrap_or_default();
        let text = match ties {
            Ties::RunOff => bench.say("ballots-tied-run-off"),
            Ties::Lot => bench.say("ballots-tied-lot"),
        };
        Banner::new(BannerKind::Warn, &text, "").banner_ui(ui, |_| ());
    }
    if result.vacant > 0 {
        let text = bench.tell("ballots-vacant", &[("n", &result.vacant.to_string())]);
        text_ui(ui, &text, Size::Body, Weight::Medium, colours.ink);
    }
}

/// "赞成 20、反对 3、弃权 1".
fn sides(bench: &Bench<'_>, candidate: &Candidate) -> String {
    use deliberation::ballot::Choice;
    let one = |choice: Choice| {
        let n = candidate.tally.side(choice).heads.to_string();
        let side = words::speaking::choice_word(bench.lang, choice);
        bench.tell("ballots-side-count", &[("side", &side), ("n", &n)])
    };
    Choice::SPOKEN.map(one).join(&bench.say("ballots-list-join"))
}

/// What a candidate lacks; else the fraction that carried it.
fn missing(bench: &Bench<'_>, verdict: &Verdict) -> String {
    if verdict.outcome == Outcome::Failed {
        return shortfall_text(bench.lang, verdict).unwrap_or_default();
    }
    let check = verdict.checks.iter().rfind(|check| counts_heads(check));
    check.map(|check| counted_text(bench, check)).unwrap_or_default()
}

fn standing(
    bench: &Bench<'_>,
    result: &ElectionResult,
    person: PersonId,
    colours: &crate::look::Palette,
) -> (String, egui::Color32) {
    if result.elected.contains(&person) {
        (bench.say("ballots-elected"), colours.accent)
    } else if result.tied.contains(&person) {
        (bench.say("ballots-tied"), colours.warn)
    } else {
        (bench.say("ballots-not-elected"), colours.ink2)
    }
}
