//! What each household weighs, by the method, from the roll.

use fangzhuo_sdk::amounts::{SplitError, whole_weights};
use fangzhuo_sdk::roll;
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};

use crate::column::{self, About, Measured, RELIEF_ALL, RELIEF_SCALE, at_door};
use crate::method::Method;
use crate::plan::Plan;
use crate::typed::{Coefficient, Part};
use crate::words;

/// The weights and what they rest on.
pub(crate) struct Weighing {
    /// One a household, in units of 10^-`scale`; only their proportion counts.
    pub(crate) weights: Vec<u64>,
    /// Decimals of the weights as people read them.
    pub(crate) scale: u8,
    /// Of the weights.
    pub(crate) sum: u128,
    /// Coefficients of the floors, where the method has them.
    pub(crate) coefficients: Option<Measured>,
    /// Area, residents, meter, tier or share, where the method has one.
    pub(crate) measured: Option<Measured>,
}

/// Weights before they are brought within 64 bits.
struct Wide {
    units: Vec<u128>,
    scale: u32,
}

/// The weights of a plan; `reliefs`, in millionths, are those borne by the other households.
pub(crate) fn of(plan: &Plan, reliefs: Option<&[u64]>, lang: Lang) -> Result<Weighing, Fault> {
    let basis = plan.basis.as_deref().unwrap_or_default();
    let (mut coefficients, mut measured) = (None, None);
    let mut wide = match plan.method {
        Method::Household => Wide { units: vec![1; roll::count() as usize], scale: 0 },
        Method::Floor => {
            let floors = floors(plan, lang)?;
            let wide = single(&floors, lang)?;
            coefficients = Some(floors);
            wide
        }
        Method::FloorArea => {
            let (floors, areas) = (floors(plan, lang)?, column::filled("area", About::Area, lang)?);
            let wide = product(&single(&floors, lang)?, &single(&areas, lang)?);
            (coefficients, measured) = (Some(floors), Some(areas));
            wide
        }
        Method::Mixed => {
            let areas = column::filled("area", About::Area, lang)?;
            let wide = mixed(&single(&areas, lang)?.units, plan.part, lang)?;
            measured = Some(areas);
            wide
        }
        Method::Area | Method::Residents | Method::Meter | Method::Tiers | Method::Shares => {
            let (column, about) = match plan.method {
                Method::Area => ("area", About::Area),
                Method::Residents => ("residents", About::Residents),
                Method::Meter => (basis, About::Meter),
                Method::Tiers => (basis, About::Tier),
                _ => (basis, About::Share),
            };
            let numbers = column::filled(column, about, lang)?;
            let wide = single(&numbers, lang)?;
            measured = Some(numbers);
            wide
        }
    };
    if let Some(reliefs) = reliefs {
        for (weight, relief) in wide.units.iter_mut().zip(reliefs) {
            *weight = weight.checked_mul(u128::from(RELIEF_ALL - relief)).ok_or_else(|| too_large(lang))?;
        }
        wide.scale += u32::from(RELIEF_SCALE);
        // Back to the decimals they need.
        wide.shorten();
    }
    let (weights, scale) = wide.within_64_bits(lang)?;
    let sum = weights.iter().map(|weight| u128::from(*weight)).sum();
    Ok(Weighing { weights, scale, sum, coefficients, measured })
}

/// Coefficients: typed ones first, then a column's, else how many floors there are to climb.
fn floors(plan: &Plan, lang: Lang) -> Result<Measured, Fault> {
    if let (true, Some(column)) = (plan.coefficients.is_empty(), &plan.basis) {
        return column::filled(column, About::Coefficient, lang);
    }
    let floors = column::filled("floor", About::Floor, lang)?.units;
    let mut each = floors.iter().enumerate();
    if plan.coefficients.is_empty() {
        let units = each.map(|(row, floor)| if *floor < 1 { Err(below_ground(row, lang)) } else { Ok(floor - 1) });
        return Ok(Measured { units: units.collect::<Result<_, _>>()?, scale: 0 });
    }
    let of_floor = |floor: i64| plan.coefficients.iter().find(|one| (one.from..=one.to).contains(&floor));
    let units = each.try_fold(Vec::with_capacity(floors.len()), |mut units, (row, floor)| {
        let coefficient: &Coefficient = of_floor(*floor).ok_or_else(|| no_coefficient(row, *floor, lang))?;
        units.push(coefficient.units);
        Ok::<_, Fault>(units)
    })?;
    Ok(Measured { units, scale: RELIEF_SCALE }.shortened())
}

fn single(numbers: &Measured, lang: Lang) -> Result<Wide, Fault> {
    let weights = whole_weights(&numbers.units).map_err(|error| words::refused(error, lang))?;
    Ok(Wide { units: weights.into_iter().map(u128::from).collect(), scale: u32::from(numbers.scale) })
}

fn product(one: &Wide, other: &Wide) -> Wide {
    // Both come from 64 bits.
    let units = one.units.iter().zip(&other.units).map(|(a, b)| a * b).collect();
    let mut product = Wide { units, scale: one.scale + other.scale };
    product.shorten();
    product
}

/// α to each household alike and 1 − α by area, as whole numbers: num × Σarea + (den − num) × households × area.
fn mixed(areas: &[u128], part: Part, lang: Lang) -> Result<Wide, Fault> {
    let (num, rest) = (u128::from(part.num), u128::from(part.den - part.num));
    let sum: u128 = areas.iter().sum();
    if sum == 0 && rest > 0 {
        return Err(words::refused(SplitError::NoWeight, lang));
    }
    let count = areas.len() as u128;
    let weight = |area: &u128| {
        let alike = if rest == 0 { Some(1) } else { num.checked_mul(sum) };
        alike?.checked_add(rest.checked_mul(count)?.checked_mul(*area)?)
    };
    let units: Option<Vec<u128>> = areas.iter().map(weight).collect();
    let mut wide = Wide { units: units.ok_or_else(|| too_large(lang))?, scale: 0 };
    wide.reduce();
    Ok(wide)
}

impl Wide {
    /// Drops decimals that are zero in every row.
    fn shorten(&mut self) {
        while self.scale > 0 && self.units.iter().all(|units| units.is_multiple_of(10)) {
            self.units.iter_mut().for_each(|units| *units /= 10);
            self.scale -= 1;
        }
    }

    /// The smallest whole numbers of the same proportion.
    fn reduce(&mut self) {
        let common = self.units.iter().fold(0, |common, units| gcd(common, *units));
        if common > 1 {
            self.units.iter_mut().for_each(|units| *units /= common);
        }
        self.scale = 0;
    }

    /// As measured if that fits and can be shown, else in the smallest whole numbers of the same proportion.
    fn within_64_bits(mut self, lang: Lang) -> Result<(Vec<u64>, u8), Fault> {
        let fits = |units: &[u128]| units.iter().all(|units| u64::try_from(*units).is_ok());
        if !fits(&self.units) || self.scale > u32::from(RELIEF_SCALE) {
            self.reduce();
        }
        let narrow = |units: &u128| u64::try_from(*units).map_err(|_| too_large(lang));
        let weights = self.units.iter().map(narrow).collect::<Result<Vec<u64>, Fault>>()?;
        Ok((weights, u8::try_from(self.scale).unwrap_or(RELIEF_SCALE)))
    }
}

impl Measured {
    fn shortened(mut self) -> Measured {
        while self.scale > 0 && self.units.iter().all(|units| units % 10 == 0) {
            self.units.iter_mut().for_each(|units| *units /= 10);
            self.scale -= 1;
        }
        self
    }
}

/// The greatest common divisor; of anything and 0 the other.
pub(crate) fn gcd(mut one: u128, mut other: u128) -> u128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

fn too_large(lang: Lang) -> Fault {
    let message = lang.pick(
        "各户的份量太大，没法精确计算；请核对名册里的数",
        "The weights are too large to be computed exactly: check the figures of the roll",
    );
    fault("too-large", message.to_owned(), Some("basis".to_owned()))
}

fn below_ground(row: usize, lang: Lang) -> Fault {
    let message = lang.pick(
        "{door} 在地面以下，楼层减一是负数；请给出各户或各层的系数",
        "{door} lies below ground, so floor − 1 is negative: give coefficients",
    );
    at_door("negative-weight", row, message.to_owned())
}

fn no_coefficient(row: usize, floor: i64, lang: Lang) -> Fault {
    let message = match lang {
        Lang::ZhCn => format!("{{door}} 在 {floor} 层，这一层没有写系数；不出钱的写 0"),
        Lang::En => {
            format!("{{door}} is on floor {floor}, which has no coefficient; write 0 for a floor that pays nothing")
        }
    };
    at_door("missing-coefficient", row, message)
}
