//! One household's case, step by step: how its share comes about, what is taken off, and when it is paid.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::{Fen, Rounding};

use crate::column::{Measured, RELIEF_ALL, RELIEF_SCALE};
use crate::method::Method;
use crate::plan::Plan;
use crate::sharing::Sharing;
use crate::weights::gcd;
use crate::words::{self, exact, number};

/// The sentences of a household, in the order of the computation.
///
/// In the room a relief is nobody's business: where there is one, only what follows from the cost sheet is said.
pub(crate) fn steps(plan: &Plan, sharing: &Sharing, row: usize, in_room: bool, lang: Lang) -> Vec<String> {
    if in_room && plan.relief.is_some() {
        return vec![words::rule(plan, sharing, lang)];
    }
    let mut steps = Vec::new();
    if sharing.funding != Fen::ZERO || sharing.compensation != Fen::ZERO {
        steps.push(bill(plan, sharing, lang));
    }
    steps.extend(weight(plan, sharing, row, lang));
    steps.push(share(plan, sharing, row, lang));
    steps.extend(remainder(plan, sharing, row, lang));
    steps.extend(after(plan, sharing, row, lang));
    steps.extend(instalments(plan, sharing, row, lang));
    steps
}

/// "450,000.00 − 260,000.00（补贴）+ 10,000.00（补偿）= 200,000.00 元，由各户分摊。"
fn bill(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let name = words::funding_name(plan, lang).to_lowercase();
    let mut sum = sharing.amount.to_string();
    if sharing.funding != Fen::ZERO {
        sum = match lang {
            Lang::ZhCn => format!("{sum} − {}（{name}）", sharing.funding),
            Lang::En => format!("{sum} − {} ({name})", sharing.funding),
        };
    }
    if sharing.compensation != Fen::ZERO {
        sum = match lang {
            Lang::ZhCn => format!("{sum} + {}（补偿）", sharing.compensation),
            Lang::En => format!("{sum} + {} (compensation)", sharing.compensation),
        };
    }
    match lang {
        Lang::ZhCn => format!("{sum} = {} 元，由各户分摊。", sharing.net),
        Lang::En => format!("{sum} = {} yuan, shared by all.", sharing.net),
    }
}

fn shown(numbers: &Measured, row: usize) -> String {
    number(u128::from(numbers.units[row].unsigned_abs()), numbers.scale)
}

/// How the weight comes about, where it is more than a figure of the roll.
fn weight(plan: &Plan, sharing: &Sharing, row: usize, lang: Lang) -> Option<String> {
    let weighing = &sharing.weighing;
    let mine = number(weighing.weights[row].into(), weighing.scale);
    let floor = weighing.coefficients.as_ref().map(|numbers| shown(numbers, row));
    let area = weighing.measured.as_ref().map(|numbers| shown(numbers, row));
    let own = match (plan.method, floor, area) {
        (Method::Floor, Some(floor), _) if plan.counts_steps() => match lang {
            Lang::ZhCn => Some(format!("楼层减一是 {floor}")),
            Lang::En => Some(format!("floor − 1 is {floor}")),
        },
        (Method::Floor, Some(floor), _) => match lang {
            Lang::ZhCn => Some(format!("楼层系数是 {floor}")),
            Lang::En => Some(format!("the coefficient of the floor is {floor}")),
        },
        (Method::FloorArea, Some(floor), Some(area)) => match lang {
            Lang::ZhCn => Some(format!("系数 {floor} × 面积 {area} ㎡")),
            Lang::En => Some(format!("coefficient {floor} × area {area} ㎡")),
        },
        (Method::Mixed, _, Some(area)) => Some(mixed(plan, sharing, &area, lang)),
        (Method::Household, ..) => None,
        (_, _, own) => own.map(|own| match lang {
            Lang::ZhCn => format!("名册上是 {own}"),
            Lang::En => format!("the roll says {own}"),
        }),
    };
    let relief = match sharing.parts.get(row) {
        Some(part) if *part > 0 && words::others_bear(plan) => {
            let left = decimal(RELIEF_ALL - part);
            Some(match lang {
                Lang::ZhCn => format!("减免后只计 {left}"),
                Lang::En => format!("after relief {left} of it counts"),
            })
        }
        _ => None,
    };
    let parts: Vec<String> = own.into_iter().chain(relief).collect();
    if parts.is_empty() {
        return None;
    }
    let all = number(weighing.sum, weighing.scale);
    Some(match lang {
        Lang::ZhCn => format!("本户的份量：{}，计 {mine}；各户合计 {all}。", parts.join("，")),
        Lang::En => format!("This household's weight: {}, that is {mine}; all together {all}.", parts.join(", ")),
    })
}

fn mixed(plan: &Plan, sharing: &Sharing, area: &str, lang: Lang) -> String {
    let (num, den) = (plan.part.num, plan.part.den);
    let (rest, count) = (den - num, sharing.count());
    let all =
        sharing.weighing.measured.as_ref().map_or(0, |areas| areas.units.iter().map(|area| i128::from(*area)).sum());
    let all = number(all.unsigned_abs(), 2);
    match lang {
        Lang::ZhCn => format!("{num}/{den} 按户是 1 ÷ {count}，{rest}/{den} 按面积是 {area} ÷ {all} ㎡，化成整数"),
        Lang::En => format!(
            "{num}/{den} by household, 1 ÷ {count}, and {rest}/{den} by area, {area} ÷ {all} ㎡, in whole numbers"
        ),
    }
}

/// A part in millionths without idle zeros: "0.5", "1".
fn decimal(millionths: u64) -> String {
    let text = number(millionths.into(), RELIEF_SCALE);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// "1,650.00 元 × 1 ÷ 36 = 45.8333 元；先取到分是 45.83 元，零头分到 1 分，应分 45.84 元。"
fn share(plan: &Plan, sharing: &Sharing, row: usize, lang: Lang) -> String {
    let weighing = &sharing.weighing;
    let own = u128::from(weighing.weights[row]);
    let (mine, all) = (number(own, weighing.scale), number(weighing.sum, weighing.scale));
    let (net, share) = (sharing.net, Fen(sharing.split.shares[row]));
    let exact = exact(net, own, weighing.sum);
    let floor = Fen(sharing.floor(row, plan.rounding.unit()));
    let coin = words::coin(plan.rounding, lang);
    let end = match (share > floor, plan.rounding, lang) {
        (false, _, Lang::ZhCn) => format!("取到{coin}，应分 {share} 元。"),
        (false, _, Lang::En) => format!("cut to the {coin}: {share} yuan."),
        (true, Rounding::YuanUp, Lang::ZhCn) => format!("进整到元，应分 {share} 元。"),
        (true, Rounding::YuanUp, Lang::En) => format!("up to the yuan: {share} yuan."),
        (true, _, Lang::ZhCn) => format!("先取到{coin}是 {floor} 元，零头分到 1 {coin}，应分 {share} 元。"),
        (true, _, Lang::En) => format!("{floor} cut to the {coin}, and 1 {coin} of the remainder: {share} yuan."),
    };
    match lang {
        Lang::ZhCn => format!("{net} 元 × {mine} ÷ {all} = {exact} 元；{end}"),
        Lang::En => format!("{net} yuan × {mine} ÷ {all} = {exact} yuan; {end}"),
    }
}

/// The exact share as a fraction, and why a coin of the remainder came here or did not.
fn remainder(plan: &Plan, sharing: &Sharing, row: usize, lang: Lang) -> Option<String> {
    let unit = plan.rounding.unit();
    let (floor, above, below) = sharing.exact(row, unit);
    let extras = sharing.extras(unit);
    if extras == 0 || (plan.rounding == Rounding::YuanUp && above == 0) {
        return None;
    }
    let coin = words::coin(plan.rounding, lang);
    let floor = number(floor.into(), 0);
    let common = gcd(above, below).max(1);
    let fraction = format!("{}/{}", above / common, below / common);
    let exactly = match (above == 0, lang) {
        (true, Lang::ZhCn) => format!("准确数正好是 {floor} {coin}"),
        (true, Lang::En) => format!("The exact share is {floor} {coin}, with nothing left over"),
        (false, Lang::ZhCn) => format!("准确数是 {floor} 又 {fraction} {coin}"),
        (false, Lang::En) => format!("The exact share is {floor} and {fraction} {coin}"),
    };
    if plan.rounding == Rounding::YuanUp {
        return Some(match lang {
            Lang::ZhCn => format!("{exactly}，不足一元的进成一元，多收的记作结余。"),
            Lang::En => {
                format!("{exactly}; the broken yuan counts as a whole one, and what comes in above is surplus.")
            }
        });
    }
    let rank = sharing.rank(row, unit);
    let inside = rank <= extras;
    Some(match (inside, lang) {
        (true, Lang::ZhCn) => format!(
            "{exactly}。各户取整后还剩 {extras} {coin}，按零头从大到小、零头一样的按份量再按名册次序，给前 {extras} 户各 1 {coin}；本户排第 {rank}，得 1 {coin}。"
        ),
        (false, Lang::ZhCn) => format!(
            "{exactly}。各户取整后还剩 {extras} {coin}，按零头从大到小、零头一样的按份量再按名册次序，给前 {extras} 户各 1 {coin}；本户排第 {rank}，没有轮到。"
        ),
        (true, Lang::En) => format!(
            "{exactly}. The {extras} {coin} left over go to the {extras} largest remainders, ties by weight and then by roll; this household is number {rank} and gets 1 {coin}."
        ),
        (false, Lang::En) => format!(
            "{exactly}. The {extras} {coin} left over go to the {extras} largest remainders, ties by weight and then by roll; this household is number {rank} and gets none."
        ),
    })
}

/// Relief that a source pays, compensation, and what remains.
fn after(plan: &Plan, sharing: &Sharing, row: usize, lang: Lang) -> Vec<String> {
    let taken = |amounts: &[i64]| Fen(amounts.get(row).copied().unwrap_or(0));
    let (share, relief) = (Fen(sharing.split.shares[row]), taken(&sharing.reliefs));
    let (compensation, due) = (taken(&sharing.compensations), Fen(sharing.due[row]));
    let mut steps = Vec::new();
    if relief != Fen::ZERO {
        let part = decimal(sharing.parts[row]);
        let source = words::source_name(plan, lang);
        steps.push(match lang {
            Lang::ZhCn => format!("减免 {share} × {part} = {relief} 元（不足一分的舍去），由{source}出。"),
            Lang::En => format!("Relief {share} × {part} = {relief} yuan (down to the fen), borne by {source}."),
        });
    }
    if compensation != Fen::ZERO {
        steps.push(match lang {
            Lang::ZhCn => format!("补偿 {compensation} 元，从筹到的钱里付给本户。"),
            Lang::En => format!("Compensation of {compensation} yuan is paid to this household from the money raised."),
        });
    }
    if steps.is_empty() {
        return steps;
    }
    let mut sum = share.to_string();
    for taken in [relief, compensation].into_iter().filter(|taken| *taken != Fen::ZERO) {
        sum = format!("{sum} − {taken}");
    }
    steps.push(match (due < Fen::ZERO, lang) {
        (false, Lang::ZhCn) => format!("应缴 {sum} = {due} 元。"),
        (false, Lang::En) => format!("Due {sum} = {due} yuan."),
        (true, Lang::ZhCn) => format!("{sum} = {due} 元，本户收到 {} 元。", Fen(-due.0)),
        (true, Lang::En) => format!("{sum} = {due} yuan: this household receives {} yuan.", Fen(-due.0)),
    });
    steps
}

fn instalments(plan: &Plan, sharing: &Sharing, row: usize, lang: Lang) -> Option<String> {
    if sharing.instalments.is_empty() {
        return None;
    }
    let part = |(at, (percent, amounts)): (usize, (&u64, &Vec<i64>))| {
        let (label, amount) = (label(at, *percent, lang), Fen(amounts[row]));
        match lang {
            Lang::ZhCn => format!("{label} {amount} 元"),
            Lang::En => format!("{label}: {amount} yuan"),
        }
    };
    let parts: Vec<String> = plan.instalments.iter().zip(&sharing.instalments).enumerate().map(part).collect();
    Some(match lang {
        Lang::ZhCn => format!("分期：{}。", parts.join("，")),
        Lang::En => format!("Instalments: {}.", parts.join(", ")),
    })
}

/// "第 1 期（30%）"
pub(crate) fn label(at: usize, percent: u64, lang: Lang) -> String {
    let (number, percent) = (at + 1, words::percent(percent));
    match lang {
        Lang::ZhCn => format!("第 {number} 期（{percent}）"),
        Lang::En => format!("Part {number} ({percent})"),
    }
}
