//! The sentences: the rule for everybody, how it was computed, and one household's case.

use fangzhuo_sdk::amounts::{Fen, Rounding, scaled};
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};

use crate::plan::{Method, Plan};
use crate::sharing::Sharing;

/// Decimals shown of an exact share that does not come out even.
const SHOWN: u8 = 4;

pub(crate) fn no_amount(lang: Lang) -> Fault {
    let message = lang.pick("还没有填总额", "The amount is not filled in yet");
    fault("no-amount", message.to_owned(), Some("amount".to_owned()))
}

/// `fen × times / parts` in yuan: "45.00" when it comes out even, else the first four decimals.
fn exact(fen: Fen, times: u128, parts: u128) -> String {
    let fen = u128::from(fen.0.unsigned_abs()) * times;
    let (units, scale) = if fen.is_multiple_of(parts) { (fen / parts, 2) } else { (fen * 100 / parts, SHOWN) };
    scaled::grouped(i64::try_from(units).unwrap_or(i64::MAX), scale)
}

/// "分" or "元".
fn coin(rounding: Rounding, lang: Lang) -> &'static str {
    match rounding {
        Rounding::Fen => lang.pick("分", "fen"),
        Rounding::Yuan | Rounding::YuanUp => lang.pick("元", "yuan"),
    }
}

/// What the weights measure, with their sum: "合计 2,217.60 ㎡".
fn measure(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let sum = scaled::grouped(i64::try_from(sharing.sum).unwrap_or(i64::MAX), sharing.scale);
    match (plan.method, lang) {
        (Method::Household, _) => String::new(),
        (Method::Area, Lang::ZhCn) => format!("专有面积（合计 {sum} ㎡）"),
        (Method::Area, Lang::En) => format!("exclusive area ({sum} ㎡ in all)"),
        (Method::Residents, Lang::ZhCn) => format!("常住人口（合计 {sum} 人）"),
        (Method::Residents, Lang::En) => format!("residents ({sum} in all)"),
        (Method::Shares, Lang::ZhCn) => format!("份额（合计 {sum} 份）"),
        (Method::Shares, Lang::En) => format!("shares ({sum} in all)"),
    }
}

/// The rule and its figures in one sentence, for the cost sheet, the screen and the question put to the vote.
pub(crate) fn rule(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let (net, count) = (sharing.net, sharing.count());
    let whole = match (plan.subsidy == Fen::ZERO, lang) {
        (true, Lang::ZhCn) => format!("{net} 元"),
        (true, Lang::En) => format!("{net} yuan"),
        (false, Lang::ZhCn) => format!("{} 元减补贴 {} 元，余下 {net} 元", sharing.amount, plan.subsidy),
        (false, Lang::En) => format!("{} yuan less a subsidy of {}, that is {net} yuan,", sharing.amount, plan.subsidy),
    };
    let how = match (plan.method, lang) {
        (Method::Household, Lang::ZhCn) => format!("{whole}由 {count} 户平均分"),
        (Method::Household, Lang::En) => format!("{whole} shared equally by {count} households"),
        (_, Lang::ZhCn) => format!("{whole}由 {count} 户按{}分", measure(plan, sharing, lang)),
        (_, Lang::En) => format!("{whole} shared by {count} households by {}", measure(plan, sharing, lang)),
    };
    format!("{how}{}", remainder(plan, sharing, lang))
}

/// The end of the rule: what happens to the coins that do not divide.
fn remainder(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let (coin, extras) = (coin(plan.rounding, lang), sharing.extras(plan.rounding.unit()));
    if plan.rounding == Rounding::YuanUp {
        let surplus = Fen(sharing.split.surplus);
        return match lang {
            Lang::ZhCn => format!("，每户进整到元，多收 {surplus} 元作结余。"),
            Lang::En => format!(", each rounded up to the yuan; {surplus} yuan are kept as surplus."),
        };
    }
    match (extras, plan.method, lang) {
        (0, Method::Household, Lang::ZhCn) => format!("，每户 {} 元。", exact(sharing.net, 1, sharing.sum)),
        (0, Method::Household, Lang::En) => format!(", {} yuan each.", exact(sharing.net, 1, sharing.sum)),
        (0, _, Lang::ZhCn) => "。".to_owned(),
        (0, _, Lang::En) => ".".to_owned(),
        (_, Method::Household, Lang::ZhCn) => format!("；除不尽的 {extras} {coin}，前 {extras} 户各多 1 {coin}。"),
        (_, Method::Household, Lang::En) => {
            format!("; of the {extras} {coin} left over the first {extras} pay 1 {coin} more each.")
        }
        (_, _, Lang::ZhCn) => format!("；除不尽的 {extras} {coin}，零头最大的 {extras} 户各多 1 {coin}。"),
        (_, _, Lang::En) => {
            format!("; the {extras} {coin} left over go to the {extras} largest fractions, 1 {coin} each.")
        }
    }
}

/// How it was computed, for the desk.
pub(crate) fn working(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let one = 10_u128.pow(u32::from(sharing.scale));
    let rate = exact(sharing.net, one, sharing.sum);
    let each = match (plan.method, lang) {
        (Method::Household, Lang::ZhCn) => format!("每户 {rate} 元"),
        (Method::Household, Lang::En) => format!("{rate} yuan a household"),
        (Method::Area, Lang::ZhCn) => format!("每平方米 {rate} 元"),
        (Method::Area, Lang::En) => format!("{rate} yuan a square metre"),
        (Method::Residents, Lang::ZhCn) => format!("每人 {rate} 元"),
        (Method::Residents, Lang::En) => format!("{rate} yuan a person"),
        (Method::Shares, Lang::ZhCn) => format!("每份 {rate} 元"),
        (Method::Shares, Lang::En) => format!("{rate} yuan a share"),
    };
    let (coin, extras) = (coin(plan.rounding, lang), sharing.extras(plan.rounding.unit()));
    if plan.rounding == Rounding::YuanUp {
        let surplus = Fen(sharing.split.surplus);
        return match lang {
            Lang::ZhCn => format!("{each}，每户进整到元；多收 {surplus} 元，记作结余。"),
            Lang::En => format!("{each}, each household up to the yuan; {surplus} yuan are booked as surplus."),
        };
    }
    match (extras, plan.method, lang) {
        (0, _, Lang::ZhCn) => format!("{each}，没有零头。"),
        (0, _, Lang::En) => format!("{each}, nothing left over."),
        (_, Method::Household, Lang::ZhCn) => {
            format!("{each}，先取到{coin}，余下 {extras} {coin}按名册次序给前 {extras} 户各 1 {coin}。")
        }
        (_, Method::Household, Lang::En) => {
            format!(
                "{each}, cut to the {coin}; the {extras} {coin} left go to the first {extras} of the roll, 1 {coin} each."
            )
        }
        (_, _, Lang::ZhCn) => {
            format!("{each}，先取到{coin}，余下 {extras} {coin}给零头最大的 {extras} 户各 1 {coin}。")
        }
        (_, _, Lang::En) => {
            format!(
                "{each}, cut to the {coin}; the {extras} {coin} left go to the {extras} largest fractions, 1 {coin} each."
            )
        }
    }
}

/// One household's case: "1,650.00 元 × 1 ÷ 36 = 45.8333 元；先取到分是 45.83 元，零头分到 1 分，应分 45.84 元。"
pub(crate) fn case(plan: &Plan, sharing: &Sharing, row: usize, lang: Lang) -> String {
    let weight = |units: u128| scaled::grouped(i64::try_from(units).unwrap_or(i64::MAX), sharing.scale);
    let own = u128::from(sharing.weights[row]);
    let (mine, all) = (weight(own), weight(sharing.sum));
    let (net, share) = (sharing.net, Fen(sharing.split.shares[row]));
    let exact = exact(net, own, sharing.sum);
    let floor = Fen(sharing.floor(row, plan.rounding.unit()));
    let coin = coin(plan.rounding, lang);
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

/// Where the rule comes from.
pub(crate) fn source(method: Method, lang: Lang) -> String {
    let text = match method {
        Method::Area => lang.pick(
            "《民法典》第二百八十三条：没有约定的，按照业主专有部分面积所占比例确定",
            "Civil Code, Article 283: without an agreement, by the share of exclusive area",
        ),
        _ => lang.pick(
            "《民法典》第二百八十三条：有约定的，按照约定；本办法须由业主约定",
            "Civil Code, Article 283: as agreed; this method needs the agreement of the owners",
        ),
    };
    text.to_owned()
}
