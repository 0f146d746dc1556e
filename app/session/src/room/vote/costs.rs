//! The cost behind each side: whether agreement comes from those who pay.

use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::payers::CostBySide;
use deliberation::rule::Measure;
use deliberation::vote::Vote;
use words::figures::payers;
use words::figures::vote::{Part, count, counts_area};
use words::speaking::choice_word;
use words::{t, tf};

use crate::audience::{BarPart, ColumnText, CostSides, MeasureBar, RowText, Side, TableText};
use crate::room::Room;

/// The sides in the order they are shown.
const SIDES: [(Choice, Side); 3] = [(Choice::Yes, Side::Yes), (Choice::No, Side::No), (Choice::Abstain, Side::Abstain)];

/// Nothing where the motion carries no costs, or sides were counted without doors.
pub(super) fn sides(room: &Room<'_>, number: VoteNo, vote: &Vote) -> Option<CostSides> {
    let lang = room.lang;
    let facts = &room.snapshot.facts;
    let costs = payers::costs_of(facts, vote)?;
    let area = counts_area(vote);
    let row = |word: String, part: Option<Part>, cost: String| {
        let figure = |measure| part.map(|part| count(lang, number, vote, part, measure).number).unwrap_or_default();
        let mut cells = vec![word, figure(Measure::Heads)];
        cells.extend(area.then(|| figure(Measure::Area)));
        cells.push(cost);
        cells
    };
    let mut rows: Vec<Vec<String>> = SIDES
        .into_iter()
        .map(|(choice, _)| {
            let cost = payers::side(lang, number, &costs, choice).number;
            row(choice_word(lang, choice), Some(Part::Side(choice)), cost)
        })
        .collect();
    if vote.tally.void.heads > 0 {
        let cost = payers::side(lang, number, &costs, Choice::Void).number;
        rows.push(row(choice_word(lang, Choice::Void), Some(Part::Side(Choice::Void)), cost));
    }
    if costs.silent.0 != 0 {
        // Whoever was not in the hall, or stood aside, pays as well: their number is no part of the vote's.
        rows.push(row(t(lang, "payers-silent"), None, payers::silent(lang, number, &costs).number));
    }
    let total = row(t(lang, "payers-column-all"), None, payers::everybody(lang, number, &costs).number);
    let column = |label: String, number: bool| ColumnText { label, number };
    let mut columns =
        vec![column(t(lang, "payers-cost-of-sides"), false), column(t(lang, "payers-column-heads"), true)];
    columns.extend(area.then(|| column(t(lang, "payers-column-area"), true)));
    columns.push(column(t(lang, "payers-column-cost"), true));
    let note = payers::pledged_by_vote(facts, vote).map(|pledged| {
        let households = payers::vote_pledges(lang, number, &pledged).text;
        let highest = payers::vote_highest(lang, number, &pledged).text;
        tf(lang, "payers-vote-pledged", &[("households", &households), ("highest", &highest)])
    });
    Some(CostSides {
        table: TableText {
            title: String::new(),
            columns,
            rows: rows.into_iter().map(|cells| RowText { cells, ..RowText::default() }).collect(),
            total: Some(total),
        },
        bar: bar(&costs),
        note: note.unwrap_or_default(),
    })
}

/// The cost by side from the left; who receives money has no place in it.
fn bar(costs: &CostBySide) -> MeasureBar {
    let part = |(choice, side)| BarPart { side: Some(side), amount: costs.side(choice).0.max(0) };
    MeasureBar { all: costs.sum().0.max(1), parts: SIDES.map(part).to_vec(), lines: Vec::new() }
}
