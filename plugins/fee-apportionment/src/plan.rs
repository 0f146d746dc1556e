//! The answers, checked: which method, how much, to what coin.

use fangzhuo_sdk::amounts::{Fen, Rounding};
use fangzhuo_sdk::values::{Fault, Value};
use fangzhuo_sdk::{Answers, Lang, fault, settings};

/// A hundred billion yuan: beyond it a zero too many is the likelier reading, and sums stay far within 64 bits.
const MOST: i64 = 10_000_000_000_000;

/// By what the bill is shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// Everyone alike.
    Household,
    /// By exclusive area, the legal default.
    Area,
    /// By people living there.
    Residents,
    /// By a column of shares (份).
    Shares,
}

impl Method {
    /// All, in the order the form offers them.
    pub(crate) const ALL: [Method; 4] = [Method::Household, Method::Area, Method::Residents, Method::Shares];

    pub(crate) fn key(self) -> &'static str {
        match self {
            Method::Household => "household",
            Method::Area => "area",
            Method::Residents => "residents",
            Method::Shares => "shares",
        }
    }

    pub(crate) fn label(self, lang: Lang) -> &'static str {
        match self {
            Method::Household => lang.pick("按户平均", "By household"),
            Method::Area => lang.pick("按面积", "By area"),
            Method::Residents => lang.pick("按人口", "By residents"),
            Method::Shares => lang.pick("按份额", "By shares"),
        }
    }
}

/// What is to be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) method: Method,
    /// The bill; `None` until somebody has typed it.
    pub(crate) amount: Option<Fen>,
    pub(crate) subsidy: Fen,
    pub(crate) rounding: Rounding,
    /// The roll's column of shares, frozen with the settings.
    pub(crate) basis: Option<String>,
}

/// The first answers: the settings, as far as the form can change them.
pub(crate) fn from_settings(lang: Lang) -> Result<Answers, Fault> {
    for (id, zh, en) in [
        ("household-part", "按户的部分", "the part by household"),
        ("relief", "减免", "relief"),
        ("relief-mode", "减免由谁承担", "who bears the relief"),
        ("compensation", "补偿", "compensation"),
        ("instalments", "分期", "instalments"),
    ] {
        if settings::is_set(id) {
            return Err(later(lang.pick(zh, en), id, lang));
        }
    }
    let mut answers = Answers::default();
    for (id, value) in [("amount", settings::money("amount")), ("subsidy", settings::money("subsidy"))] {
        answers.set(id, value.map_or(Value::None, |fen| Value::Money(fen.0)));
    }
    for (id, value) in [("method", settings::choice("method")), ("rounding", settings::choice("rounding"))] {
        answers.set(id, value.map_or(Value::None, Value::Choice));
    }
    Ok(answers)
}

impl Plan {
    pub(crate) fn of(answers: &Answers, lang: Lang) -> Result<Plan, Fault> {
        let amount = answers.money("amount").map(Fen);
        let subsidy = Fen(answers.money("subsidy").unwrap_or(0));
        let basis = settings::choice("basis");
        let method = method(answers.choice("method").unwrap_or(Method::Household.key()), lang)?;
        let at = |id: &str| Some(id.to_owned());
        if method == Method::Shares && basis.is_none() {
            let message = lang.pick(
                "按份额分摊要先指定份额在名册的哪一列",
                "Sharing by shares needs the roll's column with the shares",
            );
            return Err(fault("no-basis", message.to_owned(), at("basis")));
        }
        let name = answers.choice("rounding").unwrap_or(Rounding::Fen.name());
        let rounding = name.parse().map_err(|_| {
            let message = match lang {
                Lang::ZhCn => format!("不认识的零头办法：{name}"),
                Lang::En => format!("There is no rounding named {name}"),
            };
            fault("unknown-rounding", message, at("rounding"))
        })?;
        if let Some(amount) = amount {
            if amount <= Fen::ZERO {
                let message = lang.pick("总额要大于 0 元", "The amount must be more than 0");
                return Err(fault("amount-not-positive", message.to_owned(), at("amount")));
            }
            if amount.0 > MOST {
                let message =
                    lang.pick("总额太大，请核对是不是多写了零", "The amount is too large; is there a zero too many?");
                return Err(fault("too-large", message.to_owned(), at("amount")));
            }
            if subsidy > amount {
                let message = match lang {
                    Lang::ZhCn => format!("补贴 {subsidy} 元超过总额 {amount} 元"),
                    Lang::En => format!("The subsidy of {subsidy} exceeds the amount of {amount}"),
                };
                return Err(fault("subsidy-too-large", message, at("subsidy")));
            }
        }
        if subsidy < Fen::ZERO {
            let message = lang.pick("补贴不能是负数", "The subsidy cannot be negative");
            return Err(fault("subsidy-negative", message.to_owned(), at("subsidy")));
        }
        Ok(Plan { method, amount, subsidy, rounding, basis })
    }

    /// What the households share, in fen; the subsidy never exceeds the amount.
    pub(crate) fn net(&self) -> Option<Fen> {
        self.amount.and_then(|amount| amount.checked_sub(self.subsidy))
    }
}

fn method(key: &str, lang: Lang) -> Result<Method, Fault> {
    if let Some(method) = Method::ALL.into_iter().find(|method| method.key() == key) {
        return Ok(method);
    }
    for (later_key, zh, en) in [
        ("meter", "按表数", "by meter"),
        ("floor", "按楼层", "by floor"),
        ("floor-area", "按楼层和面积", "by floor and area"),
        ("mixed", "按户和面积混合", "mixed"),
        ("tiers", "按档", "by tiers"),
    ] {
        if later_key == key {
            return Err(later(lang.pick(zh, en), "method", lang));
        }
    }
    let message = match lang {
        Lang::ZhCn => format!("不认识的分摊办法：{key}"),
        Lang::En => format!("There is no method named {key}"),
    };
    Err(fault("unknown-method", message, Some("method".to_owned())))
}

fn later(what: &str, at: &str, lang: Lang) -> Fault {
    let message = match lang {
        Lang::ZhCn => format!("“{what}”要到后面的版本才有；现在可以按户、按面积、按人口或按份额分摊"),
        Lang::En => {
            format!("“{what}” comes in a later version; sharing by household, area, residents or shares works now")
        }
    };
    fault("later-version", message, Some(at.to_owned()))
}
