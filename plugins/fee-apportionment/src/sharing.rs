//! Weights from the roll and the shares they give; every refusal names the household.

use fangzhuo_sdk::amounts::{Fen, Split, SplitError, split, whole_weights};
use fangzhuo_sdk::roll::{self, DOOR, Numbers};
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};

use crate::plan::{Method, Plan};

/// The bill, shared out.
pub(crate) struct Sharing {
    pub(crate) amount: Fen,
    /// What the households share.
    pub(crate) net: Fen,
    /// One a household, in units of 10^-`scale`.
    pub(crate) weights: Vec<u64>,
    pub(crate) scale: u8,
    /// Of the weights.
    pub(crate) sum: u128,
    pub(crate) split: Split,
}

impl Sharing {
    /// `None` as long as there is no amount.
    pub(crate) fn of(plan: &Plan, lang: Lang) -> Result<Option<Sharing>, Fault> {
        let (Some(amount), Some(net)) = (plan.amount, plan.net()) else { return Ok(None) };
        let (weights, scale) = weights(plan, lang)?;
        let split = split(net.0, &weights, plan.rounding).map_err(|error| refused(error, lang))?;
        let sum = weights.iter().map(|weight| u128::from(*weight)).sum();
        Ok(Some(Sharing { amount, net, weights, scale, sum, split }))
    }

    /// How many households there are.
    pub(crate) fn count(&self) -> usize {
        self.weights.len()
    }

    /// What all pay together.
    pub(crate) fn total(&self) -> Fen {
        Fen(self.split.shares.iter().sum())
    }

    /// The whole coins of a household before the remainder is handed out, in fen.
    pub(crate) fn floor(&self, row: usize, coin: i64) -> i64 {
        let exact = u128::from(self.net.0.unsigned_abs()) * u128::from(self.weights[row]);
        let coin = u128::from(coin.unsigned_abs());
        i64::try_from(exact / (self.sum * coin) * coin).unwrap_or(i64::MAX)
    }

    /// How many households got one coin more.
    pub(crate) fn extras(&self, coin: i64) -> usize {
        (0..self.count()).filter(|row| self.split.shares[*row] > self.floor(*row, coin)).count()
    }
}

fn weights(plan: &Plan, lang: Lang) -> Result<(Vec<u64>, u8), Fault> {
    let column = match plan.method {
        Method::Household => return Ok((vec![1; roll::count() as usize], 0)),
        Method::Area => "area",
        Method::Residents => "residents",
        Method::Shares => plan.basis.as_deref().unwrap_or_default(),
    };
    let numbers = roll::numbers(column).map_err(|row| not_a_number(plan.method, row, lang))?;
    let units = filled(plan.method, &numbers, lang)?;
    let weights = whole_weights(&units).map_err(|error| refused(error, lang))?;
    Ok((weights, numbers.scale))
}

fn filled(method: Method, numbers: &Numbers, lang: Lang) -> Result<Vec<i64>, Fault> {
    let cell = |(row, units): (usize, &Option<i64>)| units.ok_or_else(|| missing(method, row, lang));
    numbers.units.iter().enumerate().map(cell).collect()
}

fn missing(method: Method, row: usize, lang: Lang) -> Fault {
    let (code, message) = match (method, lang) {
        (Method::Area, Lang::ZhCn) => {
            ("missing-area", format!("{DOOR} 没有面积，不能按面积分摊；请在名册补上，或换一种办法"))
        }
        (Method::Area, Lang::En) => {
            ("missing-area", format!("{DOOR} has no area in the roll: fill it in or choose another method"))
        }
        (Method::Residents, Lang::ZhCn) => {
            ("missing-residents", format!("{DOOR} 没有常住人口，不能按人口分摊；请在名册补上，或换一种办法"))
        }
        (Method::Residents, Lang::En) => {
            ("missing-residents", format!("{DOOR} has no residents in the roll: fill them in or choose another method"))
        }
        (_, Lang::ZhCn) => ("missing-share", format!("{DOOR} 没有份额；不出钱的写 0")),
        (_, Lang::En) => ("missing-share", format!("{DOOR} has no share; write 0 for a household that pays nothing")),
    };
    fault(code, message, Some(roll::household_key(row)))
}

fn not_a_number(method: Method, row: usize, lang: Lang) -> Fault {
    let what = match method {
        Method::Area => lang.pick("面积", "area"),
        Method::Residents => lang.pick("人口", "number of residents"),
        Method::Household | Method::Shares => lang.pick("份额", "share"),
    };
    let message = match lang {
        Lang::ZhCn => format!("{DOOR} 的{what}不是数字"),
        Lang::En => format!("The {what} of {DOOR} is not a number"),
    };
    fault("not-a-number", message, Some(roll::household_key(row)))
}

fn refused(error: SplitError, lang: Lang) -> Fault {
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
