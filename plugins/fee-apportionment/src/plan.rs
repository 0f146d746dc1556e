//! The answers, checked: which method, how much, with what taken off and put on, to what coin.

use fangzhuo_sdk::amounts::{Fen, Rounding};
use fangzhuo_sdk::values::{Fault, Value};
use fangzhuo_sdk::{Answers, Lang, fault, settings};

use crate::method::Method;
use crate::typed::{self, Coefficient, Gift, Part};

/// A hundred billion yuan: beyond it a zero too many is the likelier reading, and sums stay far within 64 bits.
const MOST: i64 = 10_000_000_000_000;
/// Both parts alike is what is usual for common electricity.
const HALF: Part = Part { num: 1, den: 2 };

/// Settings that are text and can be changed by the form.
const TEXTS: [&str; 6] = ["household-part", "funding", "coefficients", "basis-source", "instalments", "relief-source"];

/// Who bears what some households are relieved of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Bearer {
    /// Nobody has said; the gap is shown and nothing can be concluded.
    Open,
    /// The other households: it changes the weights.
    Others,
    /// A source, named or not yet; it pays what is missing.
    Source(Option<String>),
}

/// A column of reliefs and who bears them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relief {
    pub(crate) column: String,
    pub(crate) bearer: Bearer,
}

/// What is to be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) method: Method,
    /// The bill; `None` until somebody has typed it.
    pub(crate) amount: Option<Fen>,
    pub(crate) subsidy: Fen,
    /// Further money from elsewhere.
    pub(crate) gifts: Vec<Gift>,
    pub(crate) rounding: Rounding,
    /// The roll's column of meters, coefficients, tiers or shares, frozen with the settings.
    pub(crate) basis: Option<String>,
    /// Where coefficients, tiers or shares come from.
    pub(crate) citation: Option<String>,
    /// By floor, as typed.
    pub(crate) coefficients: Vec<Coefficient>,
    /// By household, of a mixed split.
    pub(crate) part: Part,
    pub(crate) relief: Option<Relief>,
    /// The roll's column of compensations, frozen with the settings.
    pub(crate) compensation: Option<String>,
    /// In hundredths of a percent; empty or 100 % together.
    pub(crate) instalments: Vec<u64>,
}

/// The first answers: the settings, as far as the form can change them.
pub(crate) fn from_settings() -> Answers {
    let mut answers = Answers::default();
    for (id, value) in [("amount", settings::money("amount")), ("subsidy", settings::money("subsidy"))] {
        answers.set(id, value.map_or(Value::None, |fen| Value::Money(fen.0)));
    }
    for id in ["method", "rounding", "relief-mode"] {
        answers.set(id, settings::choice(id).map_or(Value::None, Value::Choice));
    }
    for id in TEXTS {
        answers.set(id, settings::text(id).map_or(Value::None, Value::Text));
    }
    answers
}

impl Plan {
    pub(crate) fn of(answers: &Answers, lang: Lang) -> Result<Plan, Fault> {
        let text = |id: &str| match answers.get(id) {
            Some(Value::Text(text)) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        };
        let basis = settings::choice("basis");
        let method = method(answers.choice("method").unwrap_or(Method::Household.key()), lang)?;
        if method.needs_basis() && basis.is_none() {
            return Err(no_basis(method, lang));
        }
        let plan = Plan {
            method,
            amount: answers.money("amount").map(Fen),
            subsidy: Fen(answers.money("subsidy").unwrap_or(0)),
            gifts: text("funding").map_or(Ok(Vec::new()), |text| typed::gifts(text, lang))?,
            rounding: rounding(answers.choice("rounding").unwrap_or(Rounding::Fen.name()), lang)?,
            basis,
            citation: text("basis-source").map(str::to_owned),
            coefficients: text("coefficients").map_or(Ok(Vec::new()), |text| typed::coefficients(text, lang))?,
            part: text("household-part").map_or(Ok(HALF), |text| typed::part(text, lang))?,
            relief: settings::choice("relief").map(|column| {
                let bearer = match answers.choice("relief-mode") {
                    Some("redistribute") => Bearer::Others,
                    Some(_) => Bearer::Source(text("relief-source").map(str::to_owned)),
                    None => Bearer::Open,
                };
                Relief { column, bearer }
            }),
            compensation: settings::choice("compensation"),
            instalments: text("instalments").map_or(Ok(Vec::new()), |text| typed::instalments(text, lang))?,
        };
        plan.check_bill(lang)?;
        Ok(plan)
    }

    fn check_bill(&self, lang: Lang) -> Result<(), Fault> {
        let refused = |code: &str, at: &str, message: String| Err(fault(code, message, Some(at.to_owned())));
        if self.subsidy < Fen::ZERO {
            let message = lang.pick("补贴不能是负数", "The subsidy cannot be negative");
            return refused("subsidy-negative", "subsidy", message.to_owned());
        }
        let Some(amount) = self.amount else { return Ok(()) };
        if amount <= Fen::ZERO {
            let message = lang.pick("总额要大于 0 元", "The amount must be more than 0");
            return refused("amount-not-positive", "amount", message.to_owned());
        }
        if amount.0 > MOST {
            let message =
                lang.pick("总额太大，请核对是不是多写了零", "The amount is too large; is there a zero too many?");
            return refused("too-large", "amount", message.to_owned());
        }
        match self.funding() {
            Some(funding) if funding <= amount => Ok(()),
            funding => {
                let funding = funding.unwrap_or(Fen(i64::MAX));
                let at = if self.subsidy > amount { "subsidy" } else { "funding" };
                let message = match (self.gifts.is_empty(), lang) {
                    (true, Lang::ZhCn) => format!("补贴 {funding} 元超过总额 {amount} 元"),
                    (true, Lang::En) => format!("The subsidy of {funding} exceeds the amount of {amount}"),
                    (false, Lang::ZhCn) => format!("补贴和捐款共 {funding} 元，超过总额 {amount} 元"),
                    (false, Lang::En) => format!("Subsidy and gifts of {funding} exceed the amount of {amount}"),
                };
                refused("subsidy-too-large", at, message)
            }
        }
    }

    /// Subsidy and gifts together; `None` beyond 64 bits.
    pub(crate) fn funding(&self) -> Option<Fen> {
        Fen::checked_sum([self.subsidy].into_iter().chain(self.gifts.iter().map(|gift| gift.amount)))
    }

    /// Whether the method rests on figures that are no plain facts of the roll: coefficients, tiers or shares.
    pub(crate) fn rests_on_figures(&self) -> bool {
        let agreed = matches!(self.method, Method::Tiers | Method::Shares);
        agreed || (self.method.is_by_floor() && !self.counts_steps())
    }

    /// Where those come from.
    pub(crate) fn cites(&self) -> Option<&str> {
        self.citation.as_deref().filter(|_| self.rests_on_figures())
    }

    /// Whether the floors count by floor − 1.
    pub(crate) fn counts_steps(&self) -> bool {
        self.method.is_by_floor() && self.basis.is_none() && self.coefficients.is_empty()
    }
}

fn rounding(name: &str, lang: Lang) -> Result<Rounding, Fault> {
    name.parse().map_err(|_| {
        let message = match lang {
            Lang::ZhCn => format!("不认识的零头办法：{name}"),
            Lang::En => format!("There is no rounding named {name}"),
        };
        fault("unknown-rounding", message, Some("rounding".to_owned()))
    })
}

fn method(key: &str, lang: Lang) -> Result<Method, Fault> {
    Method::ALL.into_iter().find(|method| method.key() == key).ok_or_else(|| {
        let message = match lang {
            Lang::ZhCn => format!("不认识的分摊办法：{key}"),
            Lang::En => format!("There is no method named {key}"),
        };
        fault("unknown-method", message, Some("method".to_owned()))
    })
}

fn no_basis(method: Method, lang: Lang) -> Fault {
    let message = match lang {
        Lang::ZhCn => format!("“{}”要先指定依据在名册的哪一列", method.label(lang)),
        Lang::En => format!("“{}” needs the roll's column it rests on", method.label(lang)),
    };
    fault("no-basis", message, Some("basis".to_owned()))
}
