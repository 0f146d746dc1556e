//! The sentences: how a quote stands, who leads and why, and what is still wanted.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::{Fen, scaled};
use fangzhuo_sdk::values::Fault;

use crate::plan::{Method, Plan};
use crate::quote::Quote;
use crate::ranking::{By, CUSTOM, Lead, Out, Ranking, Standing};
use crate::settling::How;
use crate::state::{MOST_QUOTES, State};
use crate::typed::{PERCENT_SCALE, wrong};

pub(crate) fn unknown_action(lang: Lang) -> Fault {
    let message = lang.pick("报价比较没有这个操作", "Comparing quotes has no such action");
    fangzhuo_sdk::fault("unknown-action", message.to_owned(), None)
}

pub(crate) fn plan_fixed(lang: Lang) -> &'static str {
    lang.pick(
        "已经有报价，工作清单和办法不能再改；要改就重新开始",
        "There are quotes already: the list and the rule stand; to change them, start anew",
    )
}

pub(crate) fn too_many_quotes(lang: Lang) -> Fault {
    let message = match lang {
        Lang::ZhCn => format!("最多比较 {MOST_QUOTES} 家"),
        Lang::En => format!("At most {MOST_QUOTES} quotes are compared"),
    };
    wrong("too-many", "supplier", message)
}

pub(crate) fn round_over(lang: Lang) -> Fault {
    let message = lang.pick(
        "已经二次报价，仍然并列；请抽签或议定",
        "There was a second round, and they are still tied: draw a lot or decide",
    );
    wrong("round-over", "how", message.to_owned())
}

pub(crate) fn bad_second(quote: &Quote, lang: Lang) -> String {
    let (supplier, first) = (&quote.supplier, Fen(quote.price));
    match lang {
        Lang::ZhCn => format!("{supplier}的二次报价要大于 0 元，不高于第一次的 {first} 元"),
        Lang::En => format!("The second price of {supplier} lies above 0 and no higher than the first, {first} yuan"),
    }
}

/// "50%" from hundredths of a percent.
pub(crate) fn percent(hundredths: i64) -> String {
    let text = scaled::grouped(hundredths, PERCENT_SCALE);
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

/// "外运处置、税费"
pub(crate) fn works(plan: &Plan, lines: &[u32], lang: Lang) -> String {
    let works: Vec<&str> = lines.iter().map(|line| plan.work(*line)).collect();
    works.join(lang.pick("、", ", "))
}

/// Why a quote cannot be chosen.
pub(crate) fn out(plan: &Plan, standing: &Standing, lang: Lang) -> Option<String> {
    let text = match (standing.out.as_ref()?, lang) {
        (Out::Missing(lines), Lang::ZhCn) => format!("不可比：缺{}", works(plan, lines, lang)),
        (Out::Missing(lines), Lang::En) => format!("Not comparable: without {}", works(plan, lines, lang)),
        (Out::AboveCeiling, Lang::ZhCn) => {
            format!("超过最高限价 {} 元", Fen(plan.ceiling.unwrap_or(0)))
        }
        (Out::AboveCeiling, Lang::En) => format!("Above the ceiling of {} yuan", Fen(plan.ceiling.unwrap_or(0))),
        (Out::NoPoints(at), Lang::ZhCn) => format!("“{}”还没有评分", plan.criteria()[*at].label),
        (Out::NoPoints(at), Lang::En) => format!("No points yet for “{}”", plan.criteria()[*at].label),
    };
    Some(text)
}

/// The rule by which it is chosen.
pub(crate) fn rule(plan: &Plan, lang: Lang) -> String {
    match (&plan.method, lang) {
        (Method::Lowest, Lang::ZhCn) if plan.scope.is_empty() => "报价最低的优先。".to_owned(),
        (Method::Lowest, Lang::En) if plan.scope.is_empty() => "The lowest price leads.".to_owned(),
        (Method::Lowest, Lang::ZhCn) => "照同一份工作清单比，可比价最低的优先。".to_owned(),
        (Method::Lowest, Lang::En) => "Held against one list of work, the lowest comparable price leads.".to_owned(),
        (Method::Composite { price, criteria }, _) => {
            let others = criteria.iter().map(|item| format!("{} {}", item.label, percent(item.weight)));
            let all: Vec<String> =
                [format!("{} {}", lang.pick("价格", "price"), percent(*price))].into_iter().chain(others).collect();
            match lang {
                Lang::ZhCn => format!("综合评分：{}；价格得分 = 最低可比价 ÷ 本家可比价 × 100。", all.join("、")),
                Lang::En => format!(
                    "Composite score: {}; points for the price = lowest comparable price ÷ own × 100.",
                    all.join(", ")
                ),
            }
        }
    }
}

/// What a price below is held against: "最高限价" or "平均价".
pub(crate) fn low(plan: &Plan, lang: Lang) -> String {
    let percent = plan.low;
    match (plan.ceiling.is_some(), lang) {
        (true, Lang::ZhCn) => format!("低于最高限价的 {percent}%"),
        (true, Lang::En) => format!("below {percent}% of the ceiling"),
        (false, Lang::ZhCn) => format!("低于各家平均价的 {percent}%"),
        (false, Lang::En) => format!("below {percent}% of the mean"),
    }
}

/// One quote for the room: price, what is added, conflict, unusually low.
pub(crate) fn note(state: &State, quote: &Quote, standing: &Standing, lang: Lang) -> String {
    let mut parts = vec![amount(quote, standing, lang)];
    if standing.is_low {
        parts.push(low(&state.plan, lang));
    }
    if let Some(bound) = &quote.conflict {
        parts.push(match lang {
            Lang::ZhCn => format!("利害关系：{bound}"),
            Lang::En => format!("conflict of interest: {bound}"),
        });
    }
    parts.join(lang.pick("；", "; "))
}

fn amount(quote: &Quote, standing: &Standing, lang: Lang) -> String {
    let (price, added) = (Fen(quote.price), Fen(quote.added()));
    let whole = standing.comparable.map(Fen);
    // The price this round counts: the whole less what was added.
    let counted = whole.map_or(price, |whole| Fen(whole.0 - added.0));
    let first = match (counted == price, lang) {
        (true, Lang::ZhCn) => format!("{price} 元"),
        (true, Lang::En) => format!("{price} yuan"),
        (false, Lang::ZhCn) => format!("二次报价 {counted} 元（第一次 {price} 元）"),
        (false, Lang::En) => format!("second price {counted} yuan (first {price})"),
    };
    match (whole, added == Fen::ZERO, lang) {
        (Some(whole), false, Lang::ZhCn) => format!("{first}，加缺项 {added} 元，可比价 {whole} 元"),
        (Some(whole), false, Lang::En) => format!("{first} and {added} for what is missing: {whole} yuan"),
        _ => first,
    }
}

/// Who leads, in one sentence.
pub(crate) fn lead(state: &State, ranking: &Ranking, lang: Lang) -> String {
    match &ranking.lead {
        Lead::Nobody if state.quotes.is_empty() => lang.pick("还没有报价", "No quote yet").to_owned(),
        Lead::Nobody => lang.pick("没有一家可以选", "None can be chosen").to_owned(),
        Lead::Tie(tied) => {
            let names = names(state, tied, lang);
            match lang {
                Lang::ZhCn => format!("{names}并列，请抽签、二次报价或议定"),
                Lang::En => format!("{names} are tied: draw a lot, ask again, or decide"),
            }
        }
        Lead::One { at, by } => {
            let quote = &state.quotes[*at];
            let whole = Fen(ranking.standings[*at].comparable.unwrap_or(quote.price));
            let supplier = &quote.supplier;
            let why = why(state, by, lang);
            match lang {
                Lang::ZhCn => format!("{supplier} {whole} 元，{why}"),
                Lang::En => format!("{supplier}, {whole} yuan: {why}"),
            }
        }
    }
}

pub(crate) fn names(state: &State, places: &[usize], lang: Lang) -> String {
    let names: Vec<&str> = places.iter().map(|at| state.quotes[*at].supplier.as_str()).collect();
    names.join(lang.pick("、", ", "))
}

/// Why the leader leads.
fn why(state: &State, by: &By, lang: Lang) -> &'static str {
    match (by, &state.plan.method) {
        (By::Method, Method::Lowest) => lang.pick("可比价最低", "the lowest comparable price"),
        (By::Method, Method::Composite { .. }) => lang.pick("综合评分最高", "the highest score"),
        (By::Start, _) => lang.pick("并列中开工最早", "tied, and the earliest to start"),
        (By::Round, _) => lang.pick("并列后二次报价胜出", "tied, and ahead in the second round"),
        (By::Settled(How::Lot), _) => lang.pick("并列后抽签", "tied, and drawn by lot"),
        (By::Settled(How::Decision), _) => lang.pick("并列后议定", "tied, and decided by the meeting"),
    }
}

/// Fewer comparable quotes than custom asks for.
pub(crate) fn few(ranking: &Ranking, lang: Lang) -> String {
    let count = ranking.comparable();
    match lang {
        Lang::ZhCn => format!("不足三家：可比的报价只有 {count} 家"),
        Lang::En => format!("Fewer than three: only {count} comparable"),
    }
}

/// Whether a reason for fewer than three is wanted.
pub(crate) fn is_few(ranking: &Ranking) -> bool {
    ranking.comparable() < CUSTOM
}
