//! What comes of it: candidates, the sheet for the minutes, and what the next procedure takes over; or what is still wanted.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::Fen;
use fangzhuo_sdk::outcome::{Candidate, Conclusion, Material, Outcome, Sheet};
use fangzhuo_sdk::values::{Entry, Fault, Value};

use crate::ranking::{Lead, Ranking};
use crate::settling::How;
use crate::state::{State, form};
use crate::typed::wrong;
use crate::{table, words};

pub(crate) fn conclusion(state: &State, lang: Lang) -> Result<Conclusion, Fault> {
    let ranking = state.ranking();
    if state.quotes.is_empty() {
        return Err(wrong("no-quotes", form::QUOTE, words::lead(state, &ranking, lang)));
    }
    if let Some(reason) = &state.again {
        return Ok(again(state, &ranking, reason, lang));
    }
    let at = leader(state, &ranking, lang)?;
    let quote = &state.quotes[at];
    let amount = ranking.standings[at].comparable.unwrap_or(quote.price);
    let mut minutes = vec![words::rule(&state.plan, lang)];
    minutes.extend(remarks(state, &ranking, lang));
    let losers: Vec<usize> = (0..state.quotes.len()).filter(|other| *other != at).collect();
    if !losers.is_empty() {
        let names = words::names(state, &losers, lang);
        minutes.push(match lang {
            Lang::ZhCn => format!("结果告知未选上的各家：{names}。"),
            Lang::En => format!("Those not chosen are told the result: {names}."),
        });
    }
    Ok(Conclusion {
        outcome: Outcome::Recorded,
        summary: ended(&words::lead(state, &ranking, lang), lang),
        minutes,
        materials: materials(state, &ranking, lang),
        carry: vec![
            Entry { id: "amount".to_owned(), value: Value::Money(amount) },
            Entry { id: "supplier".to_owned(), value: Value::Text(quote.supplier.clone()) },
        ],
    })
}

/// Whom it comes to, or what is still wanted.
fn leader(state: &State, ranking: &Ranking, lang: Lang) -> Result<usize, Fault> {
    let at = match &ranking.lead {
        Lead::One { at, .. } => *at,
        Lead::Tie(_) => return Err(wrong("tie", form::TIE, words::lead(state, ranking, lang))),
        Lead::Nobody => {
            let message = lang.pick(
                "没有一家可以选：补上缺项的钱或评分，或者都不选、重新询价",
                "None can be chosen: add what the missing work costs or the points, or choose none and ask again",
            );
            return Err(wrong("nobody", form::QUOTE, message.to_owned()));
        }
    };
    if words::is_few(ranking) && state.few_reason.is_empty() {
        let few = words::few(ranking, lang);
        let message = match lang {
            Lang::ZhCn => format!("{few}；写明原因才能定"),
            Lang::En => format!("{few}: state the reason first"),
        };
        return Err(wrong("few-quotes", "few-reason", message));
    }
    let quote = &state.quotes[at];
    if ranking.standings[at].is_low && quote.explanation.is_empty() {
        let (supplier, low) = (&quote.supplier, words::low(&state.plan, lang));
        let message = match lang {
            Lang::ZhCn => format!("{supplier}{low}：请对方说明，填进“低价说明”；没有答复就写明没有答复"),
            Lang::En => format!(
                "{supplier} is {low}: ask why and enter it under “why so low”; if there is no answer, say so there"
            ),
        };
        return Err(wrong("unexplained-low", "explanation", message));
    }
    Ok(at)
}

fn again(state: &State, ranking: &Ranking, reason: &str, lang: Lang) -> Conclusion {
    let summary = match lang {
        Lang::ZhCn => format!("都不选，重新询价：{reason}。"),
        Lang::En => format!("None is chosen; suppliers are asked again: {reason}."),
    };
    Conclusion {
        outcome: Outcome::Deferred,
        summary,
        minutes: remarks(state, ranking, lang),
        materials: vec![Material::Sheet(sheet(state, ranking, lang))],
        carry: Vec::new(),
    }
}

/// What has to stand in the minutes beside the rule.
fn remarks(state: &State, ranking: &Ranking, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |zh: String, en: String| lines.push(if lang == Lang::ZhCn { zh } else { en });
    if state.plan.scope.is_empty() {
        add("没有统一的工作清单。".to_owned(), "There was no list of work.".to_owned());
    }
    for (quote, standing) in state.quotes.iter().zip(&ranking.standings) {
        let (name, price) = (&quote.supplier, Fen(quote.price));
        if let Some(why) = words::out(&state.plan, standing, lang) {
            add(format!("{name} {price} 元：{why}。"), format!("{name}, {price} yuan: {why}."));
        } else if quote.added() != 0 {
            let (note, basis) = (words::note(state, quote, standing, lang), &quote.basis);
            add(format!("{name}：{note}（依据：{basis}）。"), format!("{name}: {note} ({basis})."));
        }
        if standing.is_low {
            let low = words::low(&state.plan, lang);
            let (zh, en) = match quote.explanation.as_str() {
                "" => ("没有说明", "not explained"),
                explanation => (explanation, explanation),
            };
            add(format!("{name}{low}，说明：{zh}。"), format!("{name} is {low}; explanation: {en}."));
        }
        if let Some(bound) = &quote.conflict {
            add(
                format!("{name}的利害关系已申报：{bound}。"),
                format!("A conflict of interest about {name} was declared: {bound}."),
            );
        }
    }
    if words::is_few(ranking) {
        let few = words::few(ranking, lang);
        let reason = &state.few_reason;
        if !reason.is_empty() {
            add(format!("{few}；原因：{reason}。"), format!("{few}; reason: {reason}."));
        }
    }
    if let (Lead::One { by: crate::ranking::By::Settled(how), .. }, Some(choice)) =
        (&ranking.lead, &state.settling.choice)
    {
        let account = &choice.account;
        match how {
            How::Lot => add(format!("并列，抽签决定：{account}。"), format!("Tied, drawn by lot: {account}.")),
            How::Decision => add(format!("并列，议定：{account}。"), format!("Tied, decided: {account}.")),
        }
    }
    lines
}

fn materials(state: &State, ranking: &Ranking, lang: Lang) -> Vec<Material> {
    let candidate = |at: usize| {
        let (quote, standing) = (&state.quotes[at], &ranking.standings[at]);
        Candidate {
            id: quote.key(),
            title: quote.supplier.clone(),
            note: words::note(state, quote, standing, lang),
            amount: Some(standing.comparable.unwrap_or(quote.price)),
            excluded: words::out(&state.plan, standing, lang),
        }
    };
    let candidates = leader_first(ranking).into_iter().map(candidate).collect();
    vec![Material::Candidates(candidates), Material::Sheet(sheet(state, ranking, lang))]
}

/// Best first; of equals the one that was settled on.
fn leader_first(ranking: &Ranking) -> Vec<usize> {
    let mut order = ranking.order();
    if let Lead::One { at, .. } = &ranking.lead {
        order.sort_by_key(|other| other != at);
    }
    order
}

fn sheet(state: &State, ranking: &Ranking, lang: Lang) -> Sheet {
    Sheet {
        id: "quotes".to_owned(),
        title: lang.pick("报价比较表", "Comparison of quotes").to_owned(),
        rows: u32::try_from(state.quotes.len()).unwrap_or(u32::MAX),
        columns: table::columns(state, ranking, lang),
    }
}

fn ended(text: &str, lang: Lang) -> String {
    format!("{text}{}", lang.pick("。", "."))
}
