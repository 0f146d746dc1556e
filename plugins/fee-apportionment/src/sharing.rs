//! The bill shared out, in this order: gross → subsidy and gifts → compensation → relief that changes weights → split and
//! rounding → relief charged to a source → instalments household by household.

use fangzhuo_sdk::amounts::{Fen, Rounding, Split, split};
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};

use crate::column::{self, About, RELIEF_ALL};
use crate::plan::{Bearer, Plan};
use crate::weights::{self, Weighing};
use crate::words;

/// The bill, shared out.
pub(crate) struct Sharing {
    pub(crate) amount: Fen,
    /// Subsidy and gifts.
    pub(crate) funding: Fen,
    /// Paid to households out of the money raised.
    pub(crate) compensation: Fen,
    /// What the households share: amount − funding + compensation.
    pub(crate) net: Fen,
    pub(crate) weighing: Weighing,
    pub(crate) split: Split,
    /// The part each is relieved of, in millionths; empty without a relief.
    pub(crate) parts: Vec<u64>,
    /// What a source is to pay for each, in fen; empty without a relief, or where the other households bear it.
    pub(crate) reliefs: Vec<i64>,
    /// Paid to each, in fen; empty without a compensation.
    pub(crate) compensations: Vec<i64>,
    /// share − relief − compensation; a negative one is received.
    pub(crate) due: Vec<i64>,
    /// One list a part, each one amount a household; they add up to `due`.
    pub(crate) instalments: Vec<Vec<i64>>,
}

impl Sharing {
    /// `None` as long as there is no amount.
    pub(crate) fn of(plan: &Plan, lang: Lang) -> Result<Option<Sharing>, Fault> {
        let (Some(amount), Some(funding)) = (plan.amount, plan.funding()) else { return Ok(None) };
        let compensations = match &plan.compensation {
            Some(column) => column::fen(column, About::Compensation, lang)?,
            None => Vec::new(),
        };
        // Each is at most a billion yuan, the amount a hundred billion: far within 64 bits.
        let compensation = Fen(compensations.iter().sum());
        let net = Fen(amount.0 - funding.0 + compensation.0);
        let parts = match &plan.relief {
            Some(relief) => column::reliefs(&relief.column, lang)?,
            None => Vec::new(),
        };
        let others = matches!(&plan.relief, Some(relief) if relief.bearer == Bearer::Others);
        let weighing = weights::of(plan, others.then_some(&*parts), lang)?;
        let split = split(net.0, &weighing.weights, plan.rounding).map_err(|error| words::refused(error, lang))?;
        let reliefs = if others || parts.is_empty() {
            Vec::new()
        } else {
            split.shares.iter().zip(&parts).map(|(share, part)| relieved(*share, *part)).collect()
        };
        let mut due = split.shares.clone();
        for taken in [&reliefs, &compensations] {
            due.iter_mut().zip(taken).for_each(|(due, taken)| *due -= taken);
        }
        let instalments = instalments(&due, &plan.instalments, plan.rounding, lang)?;
        Ok(Some(Sharing {
            amount,
            funding,
            compensation,
            net,
            weighing,
            split,
            parts,
            reliefs,
            compensations,
            due,
            instalments,
        }))
    }

    /// How many households there are.
    pub(crate) fn count(&self) -> usize {
        self.due.len()
    }

    /// All shares together.
    pub(crate) fn total(&self) -> Fen {
        Fen(self.split.shares.iter().sum())
    }

    /// What a source is to pay for all.
    pub(crate) fn gap(&self) -> Fen {
        Fen(self.reliefs.iter().sum())
    }

    /// Whether what a household owes is something else than its share.
    pub(crate) fn is_adjusted(&self) -> bool {
        self.gap() != Fen::ZERO || self.compensation != Fen::ZERO
    }

    /// The exact share in coins, as whole coins and a fraction: what lies above and below its line.
    pub(crate) fn exact(&self, row: usize, coin: i64) -> (u64, u128, u128) {
        let (fen, weight) = (self.net.0.unsigned_abs(), self.weighing.weights[row]);
        let below = self.weighing.sum * u128::from(coin.unsigned_abs());
        // Nearly every bill fits 64 bits, where dividing is many times quicker.
        if let (Some(product), Ok(divisor)) = (fen.checked_mul(weight), u64::try_from(below)) {
            return (product / divisor, u128::from(product % divisor), below);
        }
        let product = u128::from(fen) * u128::from(weight);
        (u64::try_from(product / below).unwrap_or(u64::MAX), product % below, below)
    }

    /// The whole coins of a household before the remainder is handed out, in fen.
    pub(crate) fn floor(&self, row: usize, coin: i64) -> i64 {
        i64::try_from(self.exact(row, coin).0).unwrap_or(i64::MAX).saturating_mul(coin)
    }

    /// How many households got one coin more.
    pub(crate) fn extras(&self, coin: i64) -> usize {
        let (fen, sum) = (self.net.0.unsigned_abs(), self.weighing.sum);
        let rows = || self.split.shares.iter().map(|share| share.unsigned_abs()).zip(&self.weighing.weights);
        // A share is above its whole coins where it is above the exact one: share × sum > net × weight. No share is more
        // than a coin above what is shared, so nearly every bill stays within 64 bits.
        let most = fen.saturating_add(coin.unsigned_abs());
        match u64::try_from(sum) {
            Ok(sum) if most.checked_mul(sum).is_some() => {
                rows().filter(|(share, weight)| share * sum > fen * **weight).count()
            }
            _ => {
                let above = |share: u64, weight: u64| match u128::from(share).checked_mul(sum) {
                    Some(product) => product > u128::from(fen) * u128::from(weight),
                    None => true,
                };
                rows().filter(|(share, weight)| above(*share, **weight)).count()
            }
        }
    }

    /// Where a household stands when the coins left over are handed out, from 1: by remainder, weight, row.
    pub(crate) fn rank(&self, row: usize, coin: i64) -> usize {
        let place = |row: usize| {
            (std::cmp::Reverse(self.exact(row, coin).1), std::cmp::Reverse(self.weighing.weights[row]), row)
        };
        let own = place(row);
        1 + (0..self.count()).filter(|other| place(*other) < own).count()
    }

    /// Nothing is concluded while somebody is relieved and nobody pays for it.
    pub(crate) fn check_gap(&self, plan: &Plan, lang: Lang) -> Result<(), Fault> {
        let gap = self.gap();
        let at = match &plan.relief {
            _ if gap == Fen::ZERO => return Ok(()),
            Some(relief) => match relief.bearer {
                Bearer::Open => "relief-mode",
                Bearer::Source(None) => "relief-source",
                Bearer::Others | Bearer::Source(Some(_)) => return Ok(()),
            },
            None => return Ok(()),
        };
        let message = match lang {
            Lang::ZhCn => format!("减免的 {gap} 元还没有着落：请写明由谁出，或改由其余各户承担"),
            Lang::En => {
                format!("Nobody bears the relief of {gap} yuan yet: name a source, or let the other households bear it")
            }
        };
        Err(fault("relief-without-source", message, Some(at.to_owned())))
    }
}

/// Share × part, down to the fen.
fn relieved(share: i64, part: u64) -> i64 {
    let fen = u128::from(share.unsigned_abs()) * u128::from(part) / u128::from(RELIEF_ALL);
    i64::try_from(fen).unwrap_or(share)
}

/// Each household's due split by the same method; what a household receives comes in the same parts.
fn instalments(due: &[i64], percents: &[u64], rounding: Rounding, lang: Lang) -> Result<Vec<Vec<i64>>, Fault> {
    let mut parts = vec![Vec::with_capacity(due.len()); percents.len()];
    if percents.is_empty() {
        return Ok(parts);
    }
    for due in due {
        // A due in whole yuan is paid in whole yuan, unless a relief has broken it.
        let whole = rounding != Rounding::Fen && due % Rounding::Yuan.unit() == 0;
        let coin = if whole { Rounding::Yuan } else { Rounding::Fen };
        let shares = split(due.abs(), percents, coin).map_err(|error| words::refused(error, lang))?.shares;
        for (part, share) in parts.iter_mut().zip(shares) {
            part.push(share * due.signum());
        }
    }
    Ok(parts)
}
