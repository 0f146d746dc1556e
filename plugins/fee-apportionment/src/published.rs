//! The formula that goes round for floor × area, beside the exact one.
//!
//! It takes cost ÷ Σ area as a rate and charges rate × coefficient × area. That adds up only where the coefficients average
//! 1 by area (equal areas and a mean of 1); elsewhere it collects too much or too little.

use fangzhuo_sdk::amounts::Fen;

use crate::method::Method;
use crate::plan::{Bearer, Plan};
use crate::sharing::Sharing;

/// What the published formula would charge.
pub(crate) struct Published {
    /// What is to be shared.
    pub(crate) net: Fen,
    /// Σ area of the households that pay, in hundredths of a square metre; net ÷ area is the formula's rate.
    pub(crate) area: u128,
    /// One a household, in fen, each rounded half-up as the formula is used.
    pub(crate) amounts: Vec<i64>,
    pub(crate) total: Fen,
    /// Total less what is to be shared; negative where too little comes in.
    pub(crate) excess: Fen,
}

/// `None` for another method, or where a relief has changed the weights.
pub(crate) fn of(plan: &Plan, sharing: &Sharing) -> Option<Published> {
    let redistributed = matches!(&plan.relief, Some(relief) if relief.bearer == Bearer::Others);
    if plan.method != Method::FloorArea || redistributed {
        return None;
    }
    let (coefficients, areas) = (sharing.weighing.coefficients.as_ref()?, sharing.weighing.measured.as_ref()?);
    let pairs = || coefficients.units.iter().zip(&areas.units);
    let area: u128 = pairs().filter(|(k, _)| **k > 0).map(|(_, area)| u128::from(area.unsigned_abs())).sum();
    let below = area.checked_mul(10_u128.pow(u32::from(coefficients.scale)))?;
    let charge = |(k, area): (&i64, &i64)| {
        let weight = u128::from(k.unsigned_abs()).checked_mul(u128::from(area.unsigned_abs()))?;
        let doubled = weight.checked_mul(u128::from(sharing.net.0.unsigned_abs()))?.checked_mul(2)?;
        i64::try_from(doubled.checked_add(below)?.checked_div(below.checked_mul(2)?)?).ok()
    };
    let amounts: Vec<i64> = pairs().map(charge).collect::<Option<_>>()?;
    let total = Fen::checked_sum(amounts.iter().copied().map(Fen))?;
    let excess = total.checked_sub(sharing.net)?;
    Some(Published { net: sharing.net, area, amounts, total, excess })
}
