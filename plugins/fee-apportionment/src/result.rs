//! What comes of it: the cost sheet for the motion and the sentences for the minutes.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::{Fen, Rounding as Coin};
use fangzhuo_sdk::outcome::{Conclusion, CostSheet, Funding, Instalment, Material, Outcome, Rounding};
use fangzhuo_sdk::values::{Entry, Value};

use crate::plan::Plan;
use crate::sharing::Sharing;
use crate::{case, published, words};

pub(crate) fn conclusion(plan: &Plan, sharing: Sharing, lang: Lang) -> Conclusion {
    let rule = words::rule(plan, &sharing, lang);
    let summary = summary(&sharing, lang);
    let mut minutes = vec![summary.clone(), rule.clone()];
    if plan.subsidy != Fen::ZERO {
        minutes.push(match lang {
            Lang::ZhCn => format!("补贴 {} 元先从总额中减去。", plan.subsidy),
            Lang::En => format!("A subsidy of {} yuan is taken off first.", plan.subsidy),
        });
    }
    for gift in &plan.gifts {
        minutes.push(match lang {
            Lang::ZhCn => format!("{} {} 元先从总额中减去。", gift.label, gift.amount),
            Lang::En => format!("{}: {} yuan are taken off first.", gift.label, gift.amount),
        });
    }
    if let Some(published) = published::of(plan, &sharing).filter(|published| published.excess != Fen::ZERO) {
        minutes.push(words::excess(&published, lang));
    }
    let carry = vec![Entry { id: "amount".to_owned(), value: Value::Money(sharing.amount.0) }];
    let materials = vec![Material::CostSheet(cost_sheet(plan, sharing, rule, lang))];
    Conclusion { outcome: Outcome::Recorded, summary, minutes, materials, carry }
}

fn summary(sharing: &Sharing, lang: Lang) -> String {
    let least = Fen(sharing.due.iter().copied().min().unwrap_or(0));
    let most = Fen(sharing.due.iter().copied().max().unwrap_or(0));
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

fn cost_sheet(plan: &Plan, sharing: Sharing, rule: String, lang: Lang) -> CostSheet {
    let count = sharing.count();
    let each = |amounts: Vec<i64>| if amounts.is_empty() { vec![0; count] } else { amounts };
    let instalment = |(at, (percent, amounts)): (usize, (&u64, Vec<i64>))| Instalment {
        label: case::label(at, *percent, lang),
        due: None,
        amounts,
    };
    CostSheet {
        id: "sheet".to_owned(),
        title: lang.pick("费用分摊", "Cost sharing").to_owned(),
        rule,
        source: words::source(plan, lang),
        gross: sharing.amount.0,
        funding: funding(plan, &sharing, lang),
        surplus: sharing.split.surplus,
        rounding: match plan.rounding {
            Coin::Fen => Rounding::Fen,
            Coin::Yuan => Rounding::Yuan,
            Coin::YuanUp => Rounding::YuanUp,
        },
        households: (0..u32::try_from(count).unwrap_or(u32::MAX)).collect(),
        weights: sharing.weighing.weights,
        shares: sharing.split.shares,
        reliefs: each(sharing.reliefs),
        compensations: each(sharing.compensations),
        due: sharing.due,
        instalments: plan.instalments.iter().zip(sharing.instalments).enumerate().map(instalment).collect(),
    }
}

/// Subsidy, gifts, and what a source pays for reliefs.
fn funding(plan: &Plan, sharing: &Sharing, lang: Lang) -> Vec<Funding> {
    let line = |kind: &str, label: &str, amount: Fen| Funding {
        kind: kind.to_owned(),
        label: label.to_owned(),
        amount: amount.0,
    };
    let subsidy = line("subsidy", lang.pick("补贴", "Subsidy"), plan.subsidy);
    let gifts = plan.gifts.iter().map(|gift| line("gift", &gift.label, gift.amount));
    let relief = line("relief-source", &words::source_name(plan, lang), sharing.gap());
    [subsidy].into_iter().chain(gifts).chain([relief]).filter(|line| line.amount != 0).collect()
}
