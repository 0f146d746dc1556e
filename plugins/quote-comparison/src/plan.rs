//! What is fixed before the first quote is opened: the scope sheet, how to choose, ceiling, and what a tie does.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::values::Fault;
use serde::{Deserialize, Serialize};

use crate::typed::{self, WHOLE, wrong};

/// Lines of a scope sheet; a form asks about each of them.
pub(crate) const MOST_LINES: usize = 40;
/// Criteria beside the price.
const MOST_CRITERIA: usize = 12;
/// An amount no community repair comes near; products of two amounts stay within 128 bits.
pub(crate) const MOST_FEN: i64 = 10_000_000_000_000;

/// A line of the scope sheet, the same for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    /// The work.
    pub(crate) work: String,
    /// Quantity and terms: cubic metres, trips, tax, warranty; "" where nothing is said.
    pub(crate) detail: String,
}

/// What a composite score weighs beside the price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Criterion {
    pub(crate) label: String,
    /// In hundredths of a percent.
    pub(crate) weight: i64,
}

/// How the quote is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Method {
    /// The lowest comparable price.
    Lowest,
    /// Weight of the price (hundredths of a percent) and of everything else; together 100 %.
    Composite { price: i64, criteria: Vec<Criterion> },
}

/// What a tie does first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum TieRule {
    /// The earlier start wins, where it tells them apart.
    Start,
    /// The meeting is asked.
    Ask,
}

/// What is fixed before the first quote is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Plan {
    pub(crate) scope: Vec<Line>,
    pub(crate) method: Method,
    /// In fen.
    pub(crate) ceiling: Option<i64>,
    /// A price below this many percent of the ceiling (else of the mean) is to be explained; 0: none.
    pub(crate) low: i64,
    pub(crate) tie: TieRule,
}

/// What people said about the plan, before it is checked.
pub(crate) struct Draft<'a> {
    pub(crate) scope: Vec<Line>,
    pub(crate) is_composite: bool,
    /// In hundredths of a percent.
    pub(crate) price_weight: Option<i64>,
    pub(crate) criteria: &'a str,
    pub(crate) ceiling: Option<i64>,
    pub(crate) low: i64,
    pub(crate) asks_at_tie: bool,
}

/// The lines typed into one field.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    typed::pieces(text).map(|work| Line { work: work.to_owned(), detail: String::new() }).collect()
}

impl Plan {
    /// Checks a draft: lines and criteria stand once, and the weights make 100 %.
    pub(crate) fn of(draft: Draft<'_>, lang: Lang) -> Result<Plan, Fault> {
        let method =
            if draft.is_composite { composite(draft.price_weight, draft.criteria, lang)? } else { Method::Lowest };
        once("scope", draft.scope.iter().map(|line| line.work.as_str()), MOST_LINES, lang)?;
        if draft.ceiling.is_some_and(|fen| !(1..=MOST_FEN).contains(&fen)) {
            let message = lang.pick("最高限价要大于 0 元", "The ceiling must be more than 0");
            return Err(wrong("bad-ceiling", "ceiling", message.to_owned()));
        }
        if !(0..=100).contains(&draft.low) {
            let message = lang.pick("百分比要在 0 到 100 之间", "The percentage lies between 0 and 100");
            return Err(wrong("bad-percent", "low-percent", message.to_owned()));
        }
        Ok(Plan {
            scope: draft.scope,
            method,
            ceiling: draft.ceiling,
            low: draft.low,
            tie: if draft.asks_at_tie { TieRule::Ask } else { TieRule::Start },
        })
    }

    /// The criteria beside the price; none for the lowest price.
    pub(crate) fn criteria(&self) -> &[Criterion] {
        match &self.method {
            Method::Lowest => &[],
            Method::Composite { criteria, .. } => criteria,
        }
    }

    /// The line of the scope sheet with this work.
    pub(crate) fn line(&self, work: &str) -> Option<u32> {
        self.scope.iter().position(|line| line.work == work).and_then(|at| u32::try_from(at).ok())
    }

    /// The work of a line.
    pub(crate) fn work(&self, line: u32) -> &str {
        let line = usize::try_from(line).ok().and_then(|line| self.scope.get(line));
        line.map_or("", |line| &line.work)
    }
}

fn composite(price: Option<i64>, criteria: &str, lang: Lang) -> Result<Method, Fault> {
    let weights = typed::weights(criteria, lang)?;
    once("criteria", weights.iter().map(|(label, _)| label.as_str()), MOST_CRITERIA, lang)?;
    let Some(price) = price.filter(|price| (0..=WHOLE).contains(price)) else {
        let message = lang.pick("价格的权重要在 0 到 100 之间", "The weight of the price lies between 0 and 100");
        return Err(wrong("bad-weight", "price-weight", message.to_owned()));
    };
    let sum = price + weights.iter().map(|(_, weight)| weight).sum::<i64>();
    if sum != WHOLE {
        let sum = crate::words::percent(sum);
        return Err(wrong(
            "bad-weights",
            "criteria",
            match lang {
                Lang::ZhCn => format!("价格和其他项的权重加起来是 {sum}，要正好是 100%"),
                Lang::En => format!("The weights of the price and the rest add up to {sum}; they must make 100%"),
            },
        ));
    }
    let criteria = weights.into_iter().map(|(label, weight)| Criterion { label, weight }).collect();
    Ok(Method::Composite { price, criteria })
}

fn once<'a>(at: &str, names: impl Iterator<Item = &'a str>, most: usize, lang: Lang) -> Result<(), Fault> {
    let mut seen: Vec<&str> = Vec::new();
    for name in names {
        if seen.contains(&name) {
            let message = match lang {
                Lang::ZhCn => format!("“{name}”写了两次，每项只写一次"),
                Lang::En => format!("“{name}” stands twice: write each once"),
            };
            return Err(wrong("twice", at, message));
        }
        seen.push(name);
    }
    if seen.len() > most {
        let message = match lang {
            Lang::ZhCn => format!("最多 {most} 项，请合并几项"),
            Lang::En => format!("At most {most}: put some together"),
        };
        return Err(wrong("too-many", at, message));
    }
    Ok(())
}
