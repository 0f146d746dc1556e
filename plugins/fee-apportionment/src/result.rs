//! What comes of it: the cost sheet for the motion and the sentences for the minutes.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::{Fen, Rounding as Coin};
use fangzhuo_sdk::outcome::{Conclusion, CostSheet, Funding, Material, Outcome, Rounding};
use fangzhuo_sdk::values::{Entry, Value};

use crate::plan::Plan;
use crate::sharing::Sharing;
use crate::words;

pub(crate) fn conclusion(plan: &Plan, sharing: &Sharing, lang: Lang) -> Conclusion {
    let rule = words::rule(plan, sharing, lang);
    let summary = summary(sharing, lang);
    let mut minutes = vec![summary.clone(), rule.clone()];
    if plan.subsidy != Fen::ZERO {
        minutes.push(match lang {
            Lang::ZhCn => format!("补贴 {} 元先从总额中减去。", plan.subsidy),
            Lang::En => format!("A subsidy of {} yuan is taken off first.", plan.subsidy),
        });
    }
    Conclusion {
        outcome: Outcome::Recorded,
        summary,
        minutes,
        materials: vec![Material::CostSheet(cost_sheet(plan, sharing, rule, lang))],
        carry: vec![Entry { id: "amount".to_owned(), value: Value::Money(sharing.amount.0) }],
    }
}

fn summary(sharing: &Sharing, lang: Lang) -> String {
    let least = Fen(sharing.split.shares.iter().copied().min().unwrap_or(0));
    let most = Fen(sharing.split.shares.iter().copied().max().unwrap_or(0));
    let (amount, count) = (sharing.amount, sharing.count());
    match (least == most, lang) {
        (true, Lang::ZhCn) => format!("费用 {amount} 元由 {count} 户分摊，每户 {most} 元。"),
        (true, Lang::En) => format!("The cost of {amount} yuan is shared by {count} households, {most} yuan each."),
        (false, Lang::ZhCn) => format!("费用 {amount} 元由 {count} 户分摊，每户 {least} 元至 {most} 元。"),
        (false, Lang::En) => {
            format!("The cost of {amount} yuan is shared by {count} households, {least} to {most} yuan each.")
        }
    }
}

fn cost_sheet(plan: &Plan, sharing: &Sharing, rule: String, lang: Lang) -> CostSheet {
    let count = sharing.count();
    let subsidy =
        Funding {
            kind: "subsidy".to_owned(), label: lang.pick("补贴", "Subsidy").to_owned(), amount: plan.subsidy.0
        };
    CostSheet {
        id: "sheet".to_owned(),
        title: lang.pick("费用分摊", "Cost sharing").to_owned(),
        rule,
        source: words::source(plan.method, lang),
        gross: sharing.amount.0,
        funding: if plan.subsidy == Fen::ZERO { Vec::new() } else { vec![subsidy] },
        surplus: sharing.split.surplus,
        rounding: match plan.rounding {
            Coin::Fen => Rounding::Fen,
            Coin::Yuan => Rounding::Yuan,
            Coin::YuanUp => Rounding::YuanUp,
        },
        households: (0..u32::try_from(count).unwrap_or(u32::MAX)).collect(),
        weights: sharing.weights.clone(),
        shares: sharing.split.shares.clone(),
        reliefs: vec![0; count],
        compensations: vec![0; count],
        due: sharing.split.shares.clone(),
        instalments: Vec::new(),
    }
}
