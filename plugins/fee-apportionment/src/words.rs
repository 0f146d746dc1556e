//! The sentences: the rule for everybody, how it was computed, and why it cannot be.

use fangzhuo_sdk::amounts::{Fen, Rounding, SplitError, scaled};
use fangzhuo_sdk::roll::{self, DOOR};
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};

use crate::method::Method;
use crate::plan::{Bearer, Plan, Relief};
use crate::published::Published;
use crate::sharing::Sharing;
use crate::typed::Part;

/// What the manifest proposes as the source of a relief.
const COMMON_INCOME: &str = "公共收益";
/// Decimals shown of an exact share that does not come out even.
const SHOWN: u8 = 4;

pub(crate) fn no_amount(lang: Lang) -> Fault {
    let message = lang.pick("还没有填总额", "The amount is not filled in yet");
    fault("no-amount", message.to_owned(), Some("amount".to_owned()))
}

/// `fen × times / parts` in yuan: "45.00" when it comes out even, else the first four decimals.
pub(crate) fn exact(fen: Fen, times: u128, parts: u128) -> String {
    let fen = u128::from(fen.0.unsigned_abs()) * times;
    let (units, scale) = if fen.is_multiple_of(parts) { (fen / parts, 2) } else { (fen * 100 / parts, SHOWN) };
    scaled::grouped(i64::try_from(units).unwrap_or(i64::MAX), scale)
}

/// "分" or "元".
pub(crate) fn coin(rounding: Rounding, lang: Lang) -> &'static str {
    match rounding {
        Rounding::Fen => lang.pick("分", "fen"),
        Rounding::Yuan | Rounding::YuanUp => lang.pick("元", "yuan"),
    }
}

/// A sum of weights for people; sums of many large ones go beyond 64 bits and lose their decimals' grouping only there.
pub(crate) fn number(units: u128, scale: u8) -> String {
    i64::try_from(units).map_or_else(|_| wide(units, scale), |units| scaled::grouped(units, scale))
}

fn wide(units: u128, scale: u8) -> String {
    let one = 10_u128.pow(u32::from(scale));
    match scale {
        0 => units.to_string(),
        _ => format!("{}.{:0width$}", units / one, units % one, width = usize::from(scale)),
    }
}

/// What the weights measure, with their sum: "合计 2,217.60 ㎡".
fn measure(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let sum = number(sharing.weighing.sum, sharing.weighing.scale);
    let floors = match (plan.counts_steps(), lang) {
        (true, _) => lang.pick("楼层减一", "floor − 1"),
        (false, _) => lang.pick("楼层系数", "coefficients of the floors"),
    };
    if others_bear(plan) {
        return match lang {
            Lang::ZhCn => format!("{}（减免后）", basis(plan, floors, lang)),
            Lang::En => format!("{} (after relief)", basis(plan, floors, lang)),
        };
    }
    match (plan.method, lang) {
        (Method::Household, _) => String::new(),
        (Method::Mixed, _) => basis(plan, floors, lang),
        (Method::Area, Lang::ZhCn) => format!("专有面积（合计 {sum} ㎡）"),
        (Method::Area, Lang::En) => format!("exclusive area ({sum} ㎡ in all)"),
        (Method::Residents, Lang::ZhCn) => format!("常住人口（合计 {sum} 人）"),
        (Method::Shares, Lang::ZhCn) => format!("份额（合计 {sum} 份）"),
        (_, Lang::ZhCn) => format!("{}（合计 {sum}）", basis(plan, floors, lang)),
        (_, Lang::En) => format!("{} ({sum} in all)", basis(plan, floors, lang)),
    }
}

/// What the weights measure, without figures.
fn basis(plan: &Plan, floors: &str, lang: Lang) -> String {
    let text = match plan.method {
        Method::Household => lang.pick("户", "household"),
        Method::Area => lang.pick("专有面积", "exclusive area"),
        Method::Residents => lang.pick("常住人口", "residents"),
        Method::Meter => lang.pick("表数", "meter readings"),
        Method::Floor => floors,
        Method::FloorArea => return format!("{floors} × {}", lang.pick("面积", "area")),
        Method::Mixed => {
            let Part { num, den } = plan.part;
            let rest = den - num;
            return match lang {
                Lang::ZhCn => format!("混合办法（{num}/{den} 按户，{rest}/{den} 按专有面积）"),
                Lang::En => format!("a mixed rule ({num}/{den} by household, {rest}/{den} by exclusive area)"),
            };
        }
        Method::Tiers => lang.pick("各户所在的档", "the tiers"),
        Method::Shares => lang.pick("份额", "shares"),
    };
    text.to_owned()
}

/// Whether the other households bear the relief.
pub(crate) fn others_bear(plan: &Plan) -> bool {
    matches!(&plan.relief, Some(relief) if relief.bearer == Bearer::Others)
}

/// Subsidy and gifts as they are called together.
pub(crate) fn funding_name(plan: &Plan, lang: Lang) -> &'static str {
    if plan.gifts.is_empty() {
        lang.pick("补贴", "Subsidy")
    } else {
        lang.pick("补贴和捐款", "Subsidy and gifts")
    }
}

/// "450,000.00 元减补贴 260,000.00 元，加补偿 10,000.00 元，余下 200,000.00 元"
fn bill(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let (amount, funding, compensation, net) = (sharing.amount, sharing.funding, sharing.compensation, sharing.net);
    let name = funding_name(plan, lang);
    match (funding == Fen::ZERO, compensation == Fen::ZERO, lang) {
        (true, true, Lang::ZhCn) => format!("{net} 元"),
        (true, true, Lang::En) => format!("{net} yuan"),
        (false, true, Lang::ZhCn) => format!("{amount} 元减{name} {funding} 元，余下 {net} 元"),
        (false, true, Lang::En) if plan.gifts.is_empty() => {
            format!("{amount} yuan less a subsidy of {funding}, that is {net} yuan,")
        }
        (false, true, Lang::En) => format!("{amount} yuan less subsidy and gifts of {funding}, that is {net} yuan,"),
        (true, false, Lang::ZhCn) => format!("{amount} 元加补偿 {compensation} 元，共 {net} 元"),
        (true, false, Lang::En) => format!("{amount} yuan and {compensation} of compensation, that is {net} yuan,"),
        (false, false, Lang::ZhCn) => {
            format!("{amount} 元减{name} {funding} 元，加补偿 {compensation} 元，余下 {net} 元")
        }
        (false, false, Lang::En) => format!(
            "{amount} yuan less {} of {funding}, with {compensation} of compensation, that is {net} yuan,",
            name.to_lowercase()
        ),
    }
}

/// The rule and its figures in one sentence, for the cost sheet, the screen and the question put to the vote.
pub(crate) fn rule(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let (count, whole) = (sharing.count(), bill(plan, sharing, lang));
    let how = match (plan.method, lang) {
        (Method::Household, Lang::ZhCn) if !others_bear(plan) => format!("{whole}由 {count} 户平均分"),
        (Method::Household, Lang::En) if !others_bear(plan) => {
            format!("{whole} shared equally by {count} households")
        }
        (_, Lang::ZhCn) => format!("{whole}由 {count} 户按{}分", measure(plan, sharing, lang)),
        (_, Lang::En) => format!("{whole} shared by {count} households by {}", measure(plan, sharing, lang)),
    };
    format!("{how}{}{}", remainder(plan, sharing, lang), afterwards(plan, sharing, lang))
}

/// The end of the rule: what happens to the coins that do not divide.
fn remainder(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let (coin, extras) = (coin(plan.rounding, lang), sharing.extras(plan.rounding.unit()));
    let method = remainder_method(plan);
    if plan.rounding == Rounding::YuanUp {
        let surplus = Fen(sharing.split.surplus);
        return match lang {
            Lang::ZhCn => format!("，每户进整到元，多收 {surplus} 元作结余。"),
            Lang::En => format!(", each rounded up to the yuan; {surplus} yuan are kept as surplus."),
        };
    }
    let each = || exact(sharing.net, 1, sharing.weighing.sum);
    match (extras, method, lang) {
        (0, Method::Household, Lang::ZhCn) => format!("，每户 {} 元。", each()),
        (0, Method::Household, Lang::En) => format!(", {} yuan each.", each()),
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

/// Everybody alike unless a relief says otherwise: then the coins left over go by the roll, else by remainder.
fn remainder_method(plan: &Plan) -> Method {
    // Any method that does not weigh everybody alike stands for all of them.
    if others_bear(plan) { Method::Shares } else { plan.method }
}

/// What follows the split: compensation, a relief that a source pays, instalments.
fn afterwards(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let mut text = String::new();
    let mut add = |zh: String, en: String| text.push_str(if lang == Lang::ZhCn { &zh } else { &en });
    if sharing.compensation != Fen::ZERO {
        let count = sharing.compensations.iter().filter(|fen| **fen > 0).count();
        let sum = sharing.compensation;
        add(
            format!("补偿 {sum} 元从筹到的钱里付给 {count} 户。"),
            format!(" The compensation of {sum} yuan is paid to {count} households from the money raised."),
        );
    }
    if sharing.gap() != Fen::ZERO {
        let (gap, source) = (sharing.gap(), source_name(plan, lang));
        add(format!("减免 {gap} 元由{source}出。"), format!(" The relief of {gap} yuan is borne by {source}."));
    }
    if !plan.instalments.is_empty() {
        let parts: Vec<String> = plan.instalments.iter().map(|part| percent(*part)).collect();
        let (count, parts) = (parts.len(), parts.join(lang.pick("、", ", ")));
        add(format!("分 {count} 期缴：{parts}。"), format!(" Paid in {count} instalments: {parts}."));
    }
    text
}

/// Who pays for a relief, or that nobody does yet.
pub(crate) fn source_name(plan: &Plan, lang: Lang) -> String {
    match &plan.relief {
        Some(Relief { bearer: Bearer::Source(Some(name)), .. }) if name == COMMON_INCOME => {
            lang.pick(COMMON_INCOME, "common income").to_owned()
        }
        Some(Relief { bearer: Bearer::Source(Some(name)), .. }) => name.clone(),
        _ => lang.pick("谁（还没有写明）", "nobody yet").to_owned(),
    }
}

/// "30%" from hundredths of a percent.
pub(crate) fn percent(hundredths: u64) -> String {
    let text = number(hundredths.into(), 2);
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

/// What one unit of the weights costs.
fn rate(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let (net, sum) = (sharing.net, sharing.weighing.sum);
    let one = 10_u128.pow(u32::from(sharing.weighing.scale));
    let rate = exact(net, one, sum);
    let (zh, en) = match plan.method {
        _ if others_bear(plan) => ("按减免后的份量，每份", "after relief, a unit of weight"),
        Method::Mixed => return mixed_rate(plan, sharing, lang),
        Method::Household => ("每户", "a household"),
        Method::Area => ("每平方米", "a square metre"),
        Method::Residents => ("每人", "a person"),
        Method::Meter => ("表上每一个数", "a unit of the meter"),
        Method::Floor if plan.counts_steps() => ("每上一层", "a floor climbed"),
        Method::Floor => ("系数 1", "a coefficient of 1"),
        Method::FloorArea => ("系数 1 的每平方米", "a square metre of coefficient 1"),
        Method::Tiers => ("档上每 1", "a unit of the tier"),
        Method::Shares => ("每份", "a share"),
    };
    match lang {
        Lang::ZhCn => format!("{zh} {rate} 元"),
        Lang::En => format!("{rate} yuan {en}"),
    }
}

fn mixed_rate(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let (num, den) = (u128::from(plan.part.num), u128::from(plan.part.den));
    let household = exact(sharing.net, num, den * sharing.count() as u128);
    let areas = sharing.weighing.measured.as_ref().map_or(&[][..], |areas| &areas.units);
    let area: u128 = areas.iter().map(|area| u128::from(area.unsigned_abs())).sum();
    let metre = exact(sharing.net, (den - num) * 100, den * area.max(1));
    match lang {
        Lang::ZhCn => format!("按户的部分每户 {household} 元，按面积的部分每平方米 {metre} 元"),
        Lang::En => format!("{household} yuan a household and {metre} yuan a square metre"),
    }
}

/// How it was computed, for the desk.
pub(crate) fn working(plan: &Plan, sharing: &Sharing, lang: Lang) -> String {
    let each = rate(plan, sharing, lang);
    let method = remainder_method(plan);
    let (coin, extras) = (coin(plan.rounding, lang), sharing.extras(plan.rounding.unit()));
    if plan.rounding == Rounding::YuanUp {
        let surplus = Fen(sharing.split.surplus);
        return match lang {
            Lang::ZhCn => format!("{each}，每户进整到元；多收 {surplus} 元，记作结余。"),
            Lang::En => format!("{each}, each household up to the yuan; {surplus} yuan are booked as surplus."),
        };
    }
    match (extras, method, lang) {
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

/// How far the published formula is off: what it would collect, and how much too much or too little that is.
pub(crate) fn excess(published: &Published, lang: Lang) -> String {
    let (total, excess) = (published.total, published.excess);
    let off = Fen(excess.0.saturating_abs());
    let rate = exact(published.net, 100, published.area.max(1));
    match (excess > Fen::ZERO, lang) {
        (true, Lang::ZhCn) => {
            format!(
                "常见的“总价 ÷ 总面积 × 系数 × 面积”（每平方米 {rate} 元）合计 {total} 元，比要分摊的多收 {off} 元；这里按系数×面积的比例分，分毫不差。"
            )
        }
        (false, Lang::ZhCn) => {
            format!(
                "常见的“总价 ÷ 总面积 × 系数 × 面积”（每平方米 {rate} 元）合计 {total} 元，比要分摊的少收 {off} 元；这里按系数×面积的比例分，分毫不差。"
            )
        }
        (true, Lang::En) => format!(
            "The usual “cost ÷ total area × coefficient × area” ({rate} yuan a square metre) comes to {total} yuan, {off} too much; here the cost is shared in proportion to coefficient × area, to the fen."
        ),
        (false, Lang::En) => format!(
            "The usual “cost ÷ total area × coefficient × area” ({rate} yuan a square metre) comes to {total} yuan, {off} too little; here the cost is shared in proportion to coefficient × area, to the fen."
        ),
    }
}

/// Where the rule comes from.
pub(crate) fn source(plan: &Plan, lang: Lang) -> String {
    let law = match plan.method {
        Method::Area => lang.pick(
            "《民法典》第二百八十三条：没有约定的，按照业主专有部分面积所占比例确定",
            "Civil Code, Article 283: without an agreement, by the share of exclusive area",
        ),
        _ => lang.pick(
            "《民法典》第二百八十三条：有约定的，按照约定；本办法须由业主约定",
            "Civil Code, Article 283: as agreed; this method needs the agreement of the owners",
        ),
    };
    match (plan.cites(), lang) {
        (None, _) => law.to_owned(),
        (Some(citation), Lang::ZhCn) => format!("{law}；依据的出处：{citation}"),
        (Some(citation), Lang::En) => format!("{law}; the figures are from: {citation}"),
    }
}

/// Why an amount cannot be split.
pub(crate) fn refused(error: SplitError, lang: Lang) -> Fault {
    let (message, place) = match (error, lang) {
        (SplitError::NoRows, Lang::ZhCn) => ("名册里没有要分摊的户".to_owned(), None),
        (SplitError::NoRows, Lang::En) => ("There is no household to share among".to_owned(), None),
        (SplitError::NoWeight, Lang::ZhCn) => {
            ("各户的份量加起来是 0，分不出去；请换一种办法".to_owned(), Some("method".to_owned()))
        }
        (SplitError::NoWeight, Lang::En) => {
            ("All households weigh 0, so nobody would pay: choose another method".to_owned(), Some("method".to_owned()))
        }
        (SplitError::NegativeWeight { row }, Lang::ZhCn) => {
            (format!("{DOOR} 的份量是负数，请在名册改正"), Some(roll::household_key(row)))
        }
        (SplitError::NegativeWeight { row }, Lang::En) => {
            (format!("{DOOR} has a negative weight: correct the roll"), Some(roll::household_key(row)))
        }
        (SplitError::NotWholeYuan { amount }, Lang::ZhCn) => {
            (format!("{} 元不是整元，不能分到元；请选“进整到元”或“分到分”", Fen(amount)), Some("rounding".to_owned()))
        }
        (SplitError::NotWholeYuan { amount }, Lang::En) => (
            format!("{} is not whole yuan: choose up to the yuan, or to the fen", Fen(amount)),
            Some("rounding".to_owned()),
        ),
        (SplitError::NegativeAmount { .. }, Lang::ZhCn) => ("要分摊的金额是负数".to_owned(), Some("amount".to_owned())),
        (SplitError::NegativeAmount { .. }, Lang::En) => {
            ("The amount is negative".to_owned(), Some("amount".to_owned()))
        }
        (SplitError::TooLarge, Lang::ZhCn) => ("金额太大".to_owned(), Some("amount".to_owned())),
        (SplitError::TooLarge, Lang::En) => ("The amount is too large".to_owned(), Some("amount".to_owned())),
    };
    fault(error.code(), message, place)
}
