//! The first state: what was set and which tables were handed in.

use fangzhuo_sdk::values::{Cells, Fault, Value};
use fangzhuo_sdk::{Lang, host, settings};

use crate::plan::{self, Draft, Line, Plan};
use crate::quote::Quote;
use crate::state::State;
use crate::typed::{self, wrong};

/// Reads settings and tables.
pub(crate) fn state(lang: Lang) -> Result<State, Fault> {
    let criteria = settings::text("criteria").unwrap_or_default();
    let price_weight = match host::setting("price-weight") {
        Value::Decimal(decimal) => typed::percent(decimal.units, decimal.scale),
        _ => None,
    };
    let low = match host::setting("low-percent") {
        Value::Integer(percent) => percent,
        _ => 0,
    };
    let plan = Plan::of(
        Draft {
            scope: scope(),
            is_composite: settings::choice("method").as_deref() == Some("composite"),
            price_weight,
            criteria: &criteria,
            ceiling: settings::money("ceiling").map(|fen| fen.0),
            low,
            asks_at_tie: settings::choice("tie").as_deref() == Some("ask"),
        },
        lang,
    )?;
    let mut state = State::new(plan);
    state.few_reason = settings::text("few-reason").unwrap_or_default();
    for quote in quotes(&state.plan, lang)? {
        state.put(quote, lang)?;
    }
    Ok(state)
}

/// The typed lines, then those of the table.
fn scope() -> Vec<Line> {
    let mut lines = plan::lines(&settings::text("scope").unwrap_or_default());
    let (works, details) = (texts("scope", "line"), texts("scope", "detail"));
    let table = works.into_iter().zip(details).map(|(work, detail)| Line { work, detail });
    lines.extend(table.filter(|line| !line.work.is_empty()));
    lines
}

fn quotes(plan: &Plan, lang: Lang) -> Result<Vec<Quote>, Fault> {
    let texts = |column: &str| texts("quotes", column);
    let (suppliers, missing) = (texts("supplier"), texts("missing"));
    let (conflicts, asked, points) = (texts("conflict"), texts("asked"), texts("points"));
    let (prices, starts) = (numbers("price"), numbers("start"));
    let mut quotes = Vec::new();
    for row in 0..suppliers.len() {
        let supplier = suppliers[row].clone();
        let given = typed::points(&points[row], &supplier, lang)?;
        if !given.is_empty() && given.len() != plan.criteria().len() {
            return Err(wrong("bad-points", "points", count(&supplier, given.len(), plan.criteria().len(), lang)));
        }
        let missing = Quote::read_missing(&missing[row], &supplier, plan, lang)?;
        let basis = if missing.iter().any(|missing| missing.amount.is_some()) {
            lang.pick("报价表写明", "As the table of quotes says").to_owned()
        } else {
            String::new()
        };
        let quote = Quote {
            id: 0,
            supplier,
            price: prices[row].unwrap_or(0),
            missing,
            basis,
            start: starts[row].and_then(|day| i32::try_from(day).ok()),
            conflict: Some(conflicts[row].clone()).filter(|bound| !bound.is_empty()),
            asked: asked[row].clone(),
            explanation: String::new(),
            points: (0..plan.criteria().len()).map(|at| given.get(at).copied()).collect(),
        };
        quote.check(lang)?;
        quotes.push(quote);
    }
    Ok(quotes)
}

fn count(supplier: &str, found: usize, wanted: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("{supplier}有 {found} 个评分，要评的是 {wanted} 项"),
        Lang::En => format!("{supplier} has {found} points for {wanted} criteria"),
    }
}

fn texts(table: &str, column: &str) -> Vec<String> {
    match host::column(table, column).cells {
        Cells::Text(cells) => cells.into_iter().map(|cell| cell.trim().to_owned()).collect(),
        _ => Vec::new(),
    }
}

fn numbers(column: &str) -> Vec<Option<i64>> {
    let data = host::column("quotes", column);
    let mut numbers: Vec<Option<i64>> = match data.cells {
        Cells::Money(cells) => cells.into_iter().map(Some).collect(),
        Cells::Day(cells) => cells.into_iter().map(|day| Some(i64::from(day))).collect(),
        _ => Vec::new(),
    };
    for row in data.empty {
        if let Some(cell) = usize::try_from(row).ok().and_then(|row| numbers.get_mut(row)) {
            *cell = None;
        }
    }
    numbers
}
