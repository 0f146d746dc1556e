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

/// Weights as a column of the roll has them.
struct Plain {
    units: Vec<u64>,
    scale: u8,
}

/// Weights before they are brought within 64 bits.
struct Wide {
    units: Vec<u128>,
    scale: u32,
}

enum Drawn {
    Plain(Plain),
    Wide(Wide),
}

/// The weights of a plan; `reliefs`, in millionths, are those borne by the other households.
pub(crate) fn of(plan: &Plan, reliefs: Option<&[u64]>, lang: Lang) -> Result<Weighing, Fault> {
    let basis = plan.basis.as_deref().unwrap_or_default();
    let (mut coefficients, mut measured) = (None, None);
    let drawn = match plan.method {
        Method::Household => Drawn::Plain(Plain { units: vec![1; roll::count() as usize], scale: 0 }),
        Method::Floor => {
            let floors = floors(plan, lang)?;
            let plain = plain(&floors, lang)?;
            coefficients = Some(floors);
            Drawn::Plain(plain)
        }
        Method::FloorArea => {
            let (floors, areas) = (floors(plan, lang)?, column::filled("area", About::Area, lang)?);
            let wide = product(&plain(&floors, lang)?, &plain(&areas, lang)?);
            (coefficients, measured) = (Some(floors), Some(areas));
            Drawn::Wide(wide)
        }
        Method::Mixed => {
            let areas = column::filled("area", About::Area, lang)?;
            let wide = mixed(&plain(&areas, lang)?.units, plan.part, lang)?;
            measured = Some(areas);
            Drawn::Wide(wide)
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
            let plain = plain(&numbers, lang)?;
            measured = Some(numbers);
            Drawn::Plain(plain)
        }
    };
    let (weights, scale) = match (drawn, reliefs) {
        (Drawn::Plain(Plain { units, scale }), None) => (units, scale),
        (drawn, reliefs) => drawn.wide().relieved(reliefs, lang)?.within_64_bits(lang)?,
    };
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

fn plain(numbers: &Measured, lang: Lang) -> Result<Plain, Fault> {
    let units = whole_weights(&numbers.units).map_err(|error| words::refused(error, lang))?;
    Ok(Plain { units, scale: numbers.scale })
}

fn product(one: &Plain, other: &Plain) -> Wide {
    let units = one.units.iter().zip(&other.units).map(|(a, b)| u128::from(*a) * u128::from(*b)).collect();
    let mut product = Wide { units, scale: u32::from(one.scale) + u32::from(other.scale) };
    product.shorten();
    product
}

/// α to each household alike and 1 − α by area, as whole numbers: num × Σarea + (den − num) × households × area.
fn mixed(areas: &[u64], part: Part, lang: Lang) -> Result<Wide, Fault> {
    let (num, rest) = (u128::from(part.num), u128::from(part.den - part.num));
    let sum: u128 = areas.iter().map(|area| u128::from(*area)).sum();
    if sum == 0 && rest > 0 {
        return Err(words::refused(SplitError::NoWeight, lang));
    }
    let count = areas.len() as u128;
    let weight = |area: &u64| {
        let alike = if rest == 0 { Some(1) } else { num.checked_mul(sum) };
        alike?.checked_add(rest.checked_mul(count)?.checked_mul(u128::from(*area))?)
    };
    let units: Option<Vec<u128>> = areas.iter().map(weight).collect();
    let mut wide = Wide { units: units.ok_or_else(|| too_large(lang))?, scale: 0 };
    wide.reduce();
    Ok(wide)
}

impl Drawn {
    fn wide(self) -> Wide {
        match self {
            Drawn::Plain(Plain { units, scale }) => {
                Wide { units: units.into_iter().map(u128::from).collect(), scale: u32::from(scale) }
            }
            Drawn::Wide(wide) => wide,
        }
    }
}

impl Wide {
    /// What counts of each weight after its relief, in millionths.
    fn relieved(mut self, reliefs: Option<&[u64]>, lang: Lang) -> Result<Wide, Fault> {
        let Some(reliefs) = reliefs else {
            return Ok(self);
        };
        for (weight, relief) in self.units.iter_mut().zip(reliefs) {
            *weight = weight.checked_mul(u128::from(RELIEF_ALL - relief)).ok_or_else(|| too_large(lang))?;
        }
        self.scale += u32::from(RELIEF_SCALE);
        // Back to the decimals they need.
        self.shorten();
        Ok(self)
    }

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
