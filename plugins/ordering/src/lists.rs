//! Tables and bars of the pages and sheets. Which household ordered what never reaches the screen.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{bar, bars, column, integer_column, table_of, text_column};
use fangzhuo_sdk::ui::{Bars, Column, Table, Unit};
use fangzhuo_sdk::values::{Cells, ColumnData, Tone};

use crate::board::{Board, Count};
use crate::offer::{Offer, Verdict};
use crate::words;

/// Every offer with its orders and what becomes of it.
pub(crate) fn offers(board: &Board, counts: &[Count], lang: Lang) -> Vec<Column> {
    let offers = &board.offers;
    let texts =
        |id: &str, label: &str, text: fn(&Offer) -> String| text_column(id, label, offers.iter().map(text).collect());
    let most: Vec<Option<i64>> = offers.iter().map(|offer| offer.most.map(i64::from)).collect();
    let verdicts = board.verdicts().into_iter().map(|verdict| words::verdict(verdict, lang)).collect();
    vec![
        texts("offer", lang.pick("课程或服务", "Offer"), |offer| offer.name.clone()),
        texts("teacher", lang.pick("老师或服务方", "Teacher or provider"), |offer| offer.teacher.clone()),
        texts("when", lang.pick("时间", "When"), |offer| words::when(offer.when)),
        whole("least", lang.pick("最少几人", "Least"), offers.iter().map(|offer| offer.least)),
        integer_column("most", lang.pick("最多几人", "Most"), &most),
        whole("ordered", lang.pick("已点", "Ordered"), counts.iter().map(|count| count.ordered)),
        whole("waiting", lang.pick("候补", "Waiting"), counts.iter().map(|count| count.waiting())),
        text_column("verdict", lang.pick("结果", "What becomes of it"), verdicts),
    ]
}

pub(crate) fn offers_table(board: &Board, counts: &[Count], lang: Lang) -> Table {
    let tone = |verdict: Verdict| match verdict {
        Verdict::Held => Tone::Good,
        Verdict::NoTeacher => Tone::Warning,
        Verdict::TooFew { .. } => Tone::Neutral,
    };
    table_of("offers", "", offers(board, counts, lang)).tones(board.verdicts().into_iter().map(tone).collect())
}

/// Every order in the order in which they came.
pub(crate) fn orders(board: &Board, seats: &[u32], lang: Lang) -> Vec<Column> {
    let orders = &board.orders;
    let names = orders.iter().map(|order| board.offers[order.offer].name.clone()).collect();
    vec![
        households(&orders.iter().map(|order| order.household).collect::<Vec<_>>(), lang),
        text_column("offer", lang.pick("课程或服务", "Offer"), names),
        whole("places", lang.pick("几人", "Places"), orders.iter().map(|order| order.places)),
        whole("seated", lang.pick("排上", "With a place"), seats.iter().copied()),
        whole(
            "waiting",
            lang.pick("候补", "Waiting"),
            orders.iter().zip(seats).map(|(order, seat)| order.places - seat),
        ),
    ]
}

/// Households that ordered two offers of one time.
pub(crate) fn clashes(board: &Board, clashes: &[(u32, usize, usize)], lang: Lang) -> Table {
    let names = |pick: fn(&(u32, usize, usize)) -> usize| {
        clashes.iter().map(|clash| board.offers[pick(clash)].name.clone()).collect()
    };
    let columns = vec![
        households(&clashes.iter().map(|clash| Some(clash.0)).collect::<Vec<_>>(), lang),
        text_column("one", lang.pick("点了", "Ordered"), names(|clash| clash.1)),
        text_column("two", lang.pick("同时又点了", "And at that time"), names(|clash| clash.2)),
    ];
    table_of("clashes", "", columns)
}

/// Demand by choice, the largest first, with the minimum as a mark where all have one.
pub(crate) fn demand(board: &Board, counts: &[Count], lang: Lang) -> Bars {
    let mut rows: Vec<usize> = (0..board.offers.len()).collect();
    rows.sort_by_key(|at| core::cmp::Reverse(counts[*at].ordered));
    let verdicts = board.verdicts();
    let of = |at: usize| {
        let tone = if verdicts[at].opens() { Tone::Good } else { Tone::Warning };
        bar(&board.offers[at].name, counts[at].ordered.into()).tone(tone)
    };
    let title = lang.pick("各门点了几人次", "Places ordered");
    let bars = bars("demand", title, Unit::Count, rows.into_iter().map(of).collect());
    let least = board.offers.first().map(|offer| offer.least);
    match least.filter(|least| board.offers.iter().all(|offer| offer.least == *least)) {
        Some(least) => bars.line(least.into()),
        None => bars,
    }
}

fn households(cells: &[Option<u32>], lang: Lang) -> Column {
    let empty = (0..).zip(cells).filter(|(_, cell)| cell.is_none()).map(|(row, _)| row).collect();
    let cells = Cells::Household(cells.iter().map(|cell| cell.unwrap_or(0)).collect());
    let door = column("household", lang.pick("房号", "Door"), Cells::Household(Vec::new()));
    Column { data: ColumnData { cells, empty }, ..door }.private()
}

fn whole(id: &str, label: &str, numbers: impl Iterator<Item = u32>) -> Column {
    column(id, label, Cells::Integer(numbers.map(i64::from).collect()))
}
