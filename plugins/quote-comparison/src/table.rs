//! The quotes as a table: on the desk, and as the sheet of the minutes.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{column, table};
use fangzhuo_sdk::ui::{Button, Column, Table};
use fangzhuo_sdk::values::{Cells, ColumnData, Decimals, Tone};

use crate::ranking::{Lead, Ranking, Standing};
use crate::state::{State, button};
use crate::words;

/// Decimals of a score.
pub(crate) const SCORE_SCALE: u8 = 4;

/// One row a quote, in the order of entry, first shown best first.
pub(crate) fn desk(state: &State, ranking: &Ranking, lang: Lang) -> Table {
    let rows = u32::try_from(state.quotes.len()).unwrap_or(u32::MAX);
    let tone = |(at, standing): (usize, &Standing)| match (&ranking.lead, standing) {
        (Lead::One { at: leader, .. }, _) if *leader == at => Tone::Good,
        (Lead::Tie(tied), _) if tied.contains(&at) => Tone::Warning,
        (_, Standing { out: Some(_), .. }) => Tone::Bad,
        (_, Standing { is_low: true, .. }) => Tone::Warning,
        _ => Tone::Neutral,
    };
    let open = Button {
        id: button::OPEN.to_owned(),
        label: lang.pick("打开", "Open").to_owned(),
        tone: Tone::Neutral,
        closed: None,
    };
    Table {
        row_tones: ranking.standings.iter().enumerate().map(tone).collect(),
        sort_by: Some("rank".to_owned()),
        row_action: Some(open),
        ..table("quotes", "", rows, columns(state, ranking, lang))
    }
}

/// The columns, without what is empty everywhere.
pub(crate) fn columns(state: &State, ranking: &Ranking, lang: Lang) -> Vec<Column> {
    let quotes = &state.quotes;
    let plan = &state.plan;
    let texts = |id: &str, label: &str, cells: Vec<String>| column(id, label, Cells::Text(cells));
    let ranks = ranking.standings.iter().map(|standing| standing.rank.and_then(|rank| i64::try_from(rank).ok()));
    let mut columns = vec![
        numbers("rank", lang.pick("名次", "Rank"), ranks.collect(), Cells::Integer),
        texts(
            "supplier",
            lang.pick("报价单位", "Supplier"),
            quotes.iter().map(|quote| quote.supplier.clone()).collect(),
        ),
        column(
            "price",
            lang.pick("报价（元）", "Quote (yuan)"),
            Cells::Money(quotes.iter().map(|quote| quote.price).collect()),
        ),
    ];
    if quotes.iter().any(|quote| !quote.missing.is_empty()) {
        let missing = quotes.iter().map(|quote| {
            let lines: Vec<u32> = quote.missing.iter().map(|missing| missing.line).collect();
            words::works(plan, &lines, lang)
        });
        columns.push(texts("missing", lang.pick("缺项", "Missing"), missing.collect()));
        let added = quotes.iter().map(|quote| (!quote.missing.is_empty()).then(|| quote.added())).collect();
        columns.push(numbers("added", lang.pick("补算（元）", "Added (yuan)"), added, Cells::Money));
        let basis = quotes.iter().map(|quote| quote.basis.clone()).collect();
        columns.push(texts("basis", lang.pick("补算依据", "Basis"), basis));
    }
    let wholes = ranking.standings.iter().map(|standing| standing.comparable).collect();
    columns.push(numbers("comparable", lang.pick("可比价（元）", "Comparable (yuan)"), wholes, Cells::Money));
    for (at, criterion) in plan.criteria().iter().enumerate() {
        let points = quotes.iter().map(|quote| quote.points.get(at).copied().flatten()).collect();
        columns.push(numbers(&format!("points-{}", at + 1), &criterion.label, points, Cells::Integer));
    }
    if !plan.criteria().is_empty() {
        let scores = ranking.standings.iter().map(|standing| standing.score).collect();
        let decimals = |units| Cells::Decimal(Decimals { scale: SCORE_SCALE, units });
        columns.push(numbers("score", lang.pick("综合得分", "Score"), scores, decimals));
    }
    if quotes.iter().any(|quote| quote.start.is_some()) {
        let starts = quotes.iter().map(|quote| quote.start.map(i64::from)).collect();
        let days =
            |units: Vec<i64>| Cells::Day(units.into_iter().map(|day| i32::try_from(day).unwrap_or_default()).collect());
        columns.push(numbers("start", lang.pick("开工日期", "Start"), starts, days));
    }
    let both = quotes.iter().zip(&ranking.standings);
    let remark = both.map(|(quote, standing)| {
        let out = words::out(plan, standing, lang);
        let low = standing.is_low.then(|| match quote.explanation.as_str() {
            "" => words::low(plan, lang),
            explanation => format!("{}{}{explanation}", words::low(plan, lang), lang.pick("：", ": ")),
        });
        out.into_iter().chain(low).collect::<Vec<String>>().join(lang.pick("；", "; "))
    });
    let remarks: Vec<String> = remark.collect();
    if remarks.iter().any(|remark| !remark.is_empty()) {
        columns.push(texts("remark", lang.pick("备注", "Remark"), remarks));
    }
    if quotes.iter().any(|quote| quote.conflict.is_some()) {
        let bound = quotes.iter().map(|quote| quote.conflict.clone().unwrap_or_default()).collect();
        columns.push(texts("conflict", lang.pick("利害关系", "Conflict of interest"), bound));
    }
    if quotes.iter().any(|quote| !quote.asked.is_empty()) {
        let asked = quotes.iter().map(|quote| quote.asked.clone()).collect();
        columns.push(texts("asked", lang.pick("询价记录", "How it was asked"), asked));
    }
    columns
}

/// A column of numbers with empty cells.
fn numbers(id: &str, label: &str, cells: Vec<Option<i64>>, kind: impl FnOnce(Vec<i64>) -> Cells) -> Column {
    let empty = (0_u32..).zip(&cells).filter(|(_, cell)| cell.is_none()).map(|(row, _)| row).collect();
    let units = cells.into_iter().map(Option::unwrap_or_default).collect();
    Column { data: ColumnData { cells: kind(units), empty }, ..column(id, label, Cells::Integer(Vec::new())) }
}
