//! The desk's page: where it stands, what is still wanted, the quotes, and the forms.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{figure, notice, section};
use fangzhuo_sdk::ui::{Block, Button, Figure, Page, Section};
use fangzhuo_sdk::values::{Tone, Value};

use crate::ranking::{Lead, Ranking};
use crate::state::{State, button};
use crate::{contenders, form, table, words};

pub(crate) fn page(state: &State, lang: Lang) -> Page {
    let ranking = state.ranking();
    let mut sections = vec![section("stand", "", stand(state, &ranking, lang))];
    if let Lead::Tie(tied) = &ranking.lead {
        let mut forms = vec![Block::Form(form::tie(state, tied, lang))];
        let ids: Vec<u32> = tied.iter().map(|at| state.quotes[*at].id).collect();
        // Asked a second time once: who is still tied draws or decides.
        if state.settling.round.as_ref().is_none_or(|round| ids.iter().any(|id| round.price_of(*id).is_none())) {
            forms.push(Block::Form(form::round(state, tied, lang)));
        }
        sections.push(section("tie", lang.pick("并列", "Tied"), forms));
    }
    if words::is_few(&ranking) && ranking.comparable() > 0 {
        sections.push(section("few", "", vec![Block::Form(form::few(state, lang))]));
    }
    if state.quotes.is_empty() {
        let title = lang.pick("先定工作清单和办法", "First the list of work and the rule");
        sections.push(section("plan", title, vec![Block::Form(form::plan(state, lang))]));
    } else {
        let list = Block::Table(table::desk(state, &ranking, lang));
        sections.push(section("quotes", lang.pick("各家报价", "Quotes"), vec![list]));
    }
    sections.push(section("quote", "", entry(state, lang)));
    if !state.quotes.is_empty() {
        let again = section("again", lang.pick("都不选", "None"), vec![Block::Form(form::again(state, lang))]);
        sections.push(Section { folded: state.again.is_none(), ..again });
    }
    Page { headline: headline(state, &ranking, lang), sections }
}

pub(crate) fn headline(state: &State, ranking: &Ranking, lang: Lang) -> String {
    match &state.again {
        Some(_) => lang.pick("都不选，重新询价", "None is chosen; suppliers are asked again").to_owned(),
        None => words::lead(state, ranking, lang),
    }
}

/// The form of a quote, what the open one leaves out, and the way back to a new one.
fn entry(state: &State, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::Form(form::quote(state, lang))];
    if let Some(open) = state.opened() {
        if !open.missing.is_empty() {
            blocks.push(Block::Form(form::missing(open, &state.plan, lang)));
        }
        let button =
            |id: &str, label: &str, tone| Button { id: id.to_owned(), label: label.to_owned(), tone, closed: None };
        blocks.push(Block::Buttons(vec![
            button(button::NEW, lang.pick("不改了，记新的一家", "Leave it and enter a new one"), Tone::Neutral),
            button(button::REMOVE, lang.pick("删去这一家", "Take this quote out"), Tone::Bad),
        ]));
    }
    blocks
}

/// Figures, contenders and what is still wanted.
fn stand(state: &State, ranking: &Ranking, lang: Lang) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !state.quotes.is_empty() {
        blocks.push(Block::Figures(figures(state, ranking, lang)));
    }
    blocks.push(Block::Text(words::rule(&state.plan, lang)));
    let warning = |title: &str, text: String| notice(Tone::Warning, title, text);
    if state.plan.scope.is_empty() {
        let text = lang.pick(
            "没有统一的工作清单，看不出谁少报了什么。",
            "Without one list of work nobody sees who leaves what out.",
        );
        blocks.push(warning(lang.pick("没有工作清单", "No list of work"), text.to_owned()));
    }
    if words::is_few(ranking) && !state.quotes.is_empty() {
        let text = match (state.few_reason.as_str(), lang) {
            ("", _) => lang.pick("写明原因才能定。", "State the reason before it is settled.").to_owned(),
            (reason, Lang::ZhCn) => format!("原因：{reason}"),
            (reason, Lang::En) => format!("Reason: {reason}"),
        };
        blocks.push(warning(&words::few(ranking, lang), text));
    }
    for (quote, standing) in state.quotes.iter().zip(&ranking.standings) {
        if standing.is_low && quote.explanation.is_empty() {
            let text = match lang {
                Lang::ZhCn => format!("{}{}；请对方说明，不因此排除。", quote.supplier, words::low(&state.plan, lang)),
                Lang::En => format!(
                    "{} is {}: ask for an explanation; it is not excluded for it.",
                    quote.supplier,
                    words::low(&state.plan, lang)
                ),
            };
            blocks.push(warning(lang.pick("价格明显偏低", "Unusually low"), text));
        }
    }
    if !state.quotes.is_empty() {
        blocks.push(contenders::block(state, ranking, lang));
    }
    blocks
}

fn figures(state: &State, ranking: &Ranking, lang: Lang) -> Vec<Figure> {
    let count = |count: usize| Value::Integer(i64::try_from(count).unwrap_or(i64::MAX));
    let mut figures = vec![
        figure(lang.pick("报价", "Quotes"), count(state.quotes.len()), String::new()),
        figure(lang.pick("可比", "Comparable"), count(ranking.comparable()), String::new()),
    ];
    if let Lead::One { at, .. } = &ranking.lead {
        let whole = ranking.standings[*at].comparable.unwrap_or(state.quotes[*at].price);
        let label = lang.pick("可比价（元）", "Comparable price (yuan)");
        figures.push(figure(label, Value::Money(whole), state.quotes[*at].supplier.clone()));
    }
    if let Some(ceiling) = state.plan.ceiling {
        figures.push(figure(lang.pick("最高限价（元）", "Ceiling (yuan)"), Value::Money(ceiling), String::new()));
    }
    figures
}
