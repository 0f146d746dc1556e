//! Whether agreement comes from those who pay: heads, area and cost of each side, and what those who said yes would pay
//! where those who agree pay.

use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::rule::Measure;
use deliberation::vote::Vote;
use egui::Ui;
use words::figures::payers;
use words::figures::vote::{Part, count, counts_area};
use words::speaking::choice_word;

use crate::look::text_ui;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::meeting::bench::Bench;
use crate::meeting::parts::table::{Cell, Column, fill, head_ui, row_ui};

/// A row a side; nothing where the motion carries no costs, or sides were counted without doors.
pub(super) fn costs_ui(ui: &mut Ui, bench: &Bench<'_>, number: VoteNo, vote: &Vote) {
    let lang = bench.lang;
    let Some(costs) = payers::costs_of(bench.facts(), vote) else { return };
    let colours = *palette(ui);
    let area = counts_area(vote);
    ui.add_space(space::S2);
    text_ui(ui, &bench.say("payers-cost-of-sides"), Size::Body, Weight::Medium, colours.ink);
    let mut columns = vec![Column::words("", 120.0), Column::number(bench.say("payers-column-heads"), 90.0)];
    columns.extend(area.then(|| Column::number(bench.say("payers-column-area"), 140.0)));
    columns.push(Column::number(bench.say("payers-column-cost"), 150.0));
    let columns = fill(columns, ui.available_width());
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
    head_ui(ui, &columns);
    let mut row = |word: String, part: Option<Part>, cost: String| {
        let figure = |measure| part.map(|part| count(lang, number, vote, part, measure).number).unwrap_or_default();
        let mut cells = vec![Cell::new(word, colours.ink), Cell::new(figure(Measure::Heads), colours.ink)];
        cells.extend(area.then(|| Cell::new(figure(Measure::Area), colours.ink)));
        cells.push(Cell::new(cost, colours.ink));
        row_ui(ui, &columns, &cells, frame::ROW_TIGHT, None);
    };
    for choice in [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void] {
        if choice != Choice::Void || vote.tally.void.heads > 0 {
            let cost = payers::side(lang, number, &costs, choice).number;
            row(choice_word(lang, choice), Some(Part::Side(choice)), cost);
        }
    }
    if costs.silent.0 != 0 {
        row(bench.say("payers-silent"), None, payers::silent(lang, number, &costs).number);
    }
    row(bench.say("payers-column-all"), None, payers::everybody(lang, number, &costs).number);
    ui.spacing_mut().item_spacing.y = spacing;
    if let Some(pledged) = payers::pledged_by_vote(bench.facts(), vote) {
        let households = payers::vote_pledges(lang, number, &pledged).text;
        let highest = payers::vote_highest(lang, number, &pledged).text;
        let args = [("households", households.as_str()), ("highest", highest.as_str())];
        let text = bench.tell("payers-vote-pledged", &args);
        text_ui(ui, &text, Size::Body, Weight::Regular, colours.ink);
    }
    ui.add_space(space::S2);
}
