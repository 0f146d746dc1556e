//! The cards of money and the break in English, as long as people write them.

use session::audience::*;
use words::Lang;

use super::story::{self, head};

fn s(text: &str) -> String {
    text.to_owned()
}

fn english(card: Card) -> AudienceView {
    AudienceView { card, ..AudienceView::blank(Lang::En) }
}

fn column(label: &str, number: bool) -> ColumnText {
    ColumnText { label: s(label), number }
}

fn cost() -> CostCard {
    let term = |label: &str, value: &str| FigureText {
        label: s(label),
        value: s(value),
        unit: s("yuan"),
        ..FigureText::default()
    };
    let example = |who: &str, example: &str, amount: &str| CostExample {
        who: s(who),
        example: s(example),
        amount: s(amount),
        unit: s("yuan each"),
    };
    CostCard {
        head: head("Item 3", "Cost sharing", "Deliberation, not a decision of the owners' assembly"),
        terms: vec![
            term("Total", "480,000.00"),
            term("Subsidy of the district for lifts", "200,000.00"),
            term("Shared by 14 households", "280,000.00"),
        ],
        rule: s(
            "Floor factor times exclusive area; a tenth more a floor from the third, the first and second pay nothing",
        ),
        examples: vec![
            example("Third floor, 2 households", "such as 12-2-301", "11,060.56"),
            example("Sixth floor, 2 households", "such as 12-2-601", "31,407.23"),
        ],
        list: (0..8)
            .map(|row| CostRow { door: format!("12-2-{}0{}", row / 2 + 1, row % 2 + 1), amount: s("20,000.00") })
            .collect(),
    }
}

fn due() -> DueCard {
    let part = |what: &str, amount: &str| CostRow { door: s(what), amount: s(amount) };
    DueCard {
        head: head("Item 3", "What my household pays", ""),
        door: s("锦绣花园三期12幢2单元1802"),
        label: s("To pay"),
        amount: s("110,605.61"),
        unit: s("yuan"),
        rule: s(
            "Floor factor times exclusive area; a tenth more a floor from the third, the first and second pay nothing",
        ),
        notes: vec![
            s("480,000.00 yuan in all, shared by 14 households"),
            s("Those who agree pay: 12 agree now, this household pays 128,040.12 yuan"),
        ],
        parts: vec![
            part("When the contract is signed", "33,181.68 yuan"),
            part("When the lift is delivered and inspected", "55,302.81 yuan"),
            part("When it is accepted", "22,121.12 yuan"),
        ],
    }
}

fn compared() -> CompareCard {
    let group = |what: &str, households: &str, sum: &str| CompareGroup {
        what: s(what),
        households: s(households),
        sum: s(sum),
    };
    let row = |n: usize| RowText {
        cells: [format!("12-2-{n:03}").as_str(), "28,441.84", "31,141.20", "2,699.36"].map(s).to_vec(),
        ..RowText::default()
    };
    CompareCard {
        head: head("Item 3", "Two versions side by side", ""),
        before: s("First version: 280,000 yuan by household"),
        after: s("Second version: 280,000 yuan by exclusive area and floor"),
        groups: vec![
            group("Pay less", "20 households", "83,412.20 yuan in all"),
            group("Pay more", "16 households", "83,412.20 yuan in all"),
            group("No change", "0 households", ""),
        ],
        rows: TableText {
            columns: vec![
                column("Door", false),
                column("Before (yuan)", true),
                column("Now (yuan)", true),
                column("Difference (yuan)", true),
            ],
            rows: (1..=36).map(row).collect(),
            ..TableText::default()
        },
    }
}

pub(crate) fn pause() -> AudienceView {
    let Card::Break(card) = story::pause() else { unreachable!() };
    english(Card::Break(BreakCard {
        title: s("Break"),
        until: s("We go on at 19:50"),
        over: s("The break is over\nPlease take your seats, we go on"),
        ..card
    }))
}

pub(crate) fn views() -> Vec<(&'static str, AudienceView)> {
    vec![
        ("en-cost", english(Card::Cost(cost()))),
        ("en-payers-due-long", english(Card::Due(due()))),
        ("en-payers-compare", english(Card::Compare(compared()))),
        ("en-break", pause()),
    ]
}
