//! The rules and the first lists: settings, the plan, and the community's own table of criteria.

use fangzhuo_sdk::amounts::scaled;
use fangzhuo_sdk::values::Value;
use fangzhuo_sdk::{host, settings, tables};

use crate::item::{Item, Kind, Limit, List};
use crate::refusal::Refusal;
use crate::satisfaction::{self, Base, Wanted};
use crate::verdict::Rules;
use crate::work::{self, Planned, Work};

const PLAN: &str = "plan";
const CRITERIA: &str = "criteria";
/// As large as in a choice of sites, so that one table serves both.
const MOST_WEIGHT: u32 = 1_000_000;

/// What everything rests on; settings are frozen, so they are read anew at every call.
pub(crate) fn rules() -> Result<Rules, Refusal> {
    let least = match settings::text("satisfaction-least") {
        Some(text) => Some(satisfaction::ratio(text.trim()).ok_or(Refusal::SatisfactionLeast)?),
        None => None,
    };
    let base =
        if settings::choice("satisfaction-base").as_deref() == Some("answered") { Base::Answered } else { Base::Asked };
    let score_least = match host::setting("score-least") {
        Value::Integer(score) => {
            Some(u32::try_from(score).ok().filter(|score| *score <= 100).ok_or(Refusal::ScoreLeast)?)
        }
        _ => None,
    };
    let each = settings::choice("evidence").as_deref() != Some("once");
    Ok(Rules { wanted: Wanted { base, least }, score_least, each })
}

pub(crate) fn work() -> Result<Work, Refusal> {
    rules()?;
    let responsible = settings::text("contractor").unwrap_or_default().trim().to_owned();
    let mut work = Work { responsible, ..Work::default() };
    plan(&mut work)?;
    for label in settings::text("recheck").unwrap_or_default().split(['；', ';', '\n']).map(str::trim) {
        // What also stands in the plan is looked at there.
        if !label.is_empty() && !work.of(List::Plan).any(|placed| placed.item.label == label) {
            let item = Planned { label, unit: "", scale: 0, quantity: None, tolerance: None, basis: "" }.item()?;
            work.add(List::Plan, item)?;
        }
    }
    criteria(&mut work)?;
    Ok(work)
}

fn plan(work: &mut Work) -> Result<(), Refusal> {
    let (labels, units) = (tables::texts(PLAN, "item"), tables::texts(PLAN, "unit"));
    let bases = tables::texts(PLAN, "basis");
    let (quantity_scale, quantities) = tables::decimals(PLAN, "quantity");
    let (tolerance_scale, tolerances) = tables::decimals(PLAN, "tolerance");
    let scale = quantity_scale.max(tolerance_scale);
    for row in 0..tables::rows(PLAN) {
        let refused = |why| Refusal::Row(PLAN, row + 2, Box::new(why));
        let quantity = finer(quantities[row], quantity_scale, scale).map_err(refused)?;
        let tolerance = finer(tolerances[row], tolerance_scale, scale).map_err(refused)?;
        let (label, unit, basis) = (&*labels[row], &*units[row], &*bases[row]);
        let planned = Planned { label, unit, scale, quantity, tolerance, basis };
        planned.item().and_then(|item| work.add(List::Plan, item)).map_err(refused)?;
    }
    Ok(())
}

/// The rows that apply at the chosen place, each criterion once: the row of that place, else the row without a place.
fn criteria(work: &mut Work) -> Result<(), Refusal> {
    let here = settings::text("place").unwrap_or_default();
    let texts = |column: &str| tables::texts(CRITERIA, column);
    let (ids, labels, places) = (texts("id"), texts("label"), texts("place"));
    let names: Vec<&String> =
        ids.iter().zip(&labels).map(|(id, label)| if id.is_empty() { label } else { id }).collect();
    let (kinds, units, directions) = (texts("kind"), texts("unit"), texts("direction"));
    let (bases, dates) = (texts("basis"), texts("date"));
    let (weights, (scale, limits)) = (tables::integers(CRITERIA, "weight"), tables::decimals(CRITERIA, "limit"));
    for row in 0..tables::rows(CRITERIA) {
        let refused = |why| Refusal::Row(CRITERIA, row + 2, Box::new(why));
        let kind = kind(&kinds[row]).map_err(refused)?;
        let limit = limit(limits[row], &directions[row]).map_err(refused)?;
        let weight = weights[row].unwrap_or(i64::from(kind == Kind::Counts));
        let weight = u32::try_from(weight).ok().filter(|weight| *weight <= MOST_WEIGHT);
        let weight = weight.ok_or_else(|| refused(Refusal::Weight))?;
        let label = work::label(&labels[row]).map_err(refused)?;
        if kind == Kind::Veto && bases[row].is_empty() {
            return Err(refused(Refusal::VetoWithoutBasis));
        }
        let same = |other: usize| names[other] == names[row];
        let ours = (0..names.len()).any(|other| same(other) && !here.is_empty() && places[other] == here.trim());
        let applies = if ours { places[row] == here.trim() } else { places[row].is_empty() };
        if applies {
            let (unit, basis) = (units[row].clone(), bases[row].clone());
            let local = [&places[row], &dates[row]].into_iter().filter(|text| !text.is_empty()).cloned().collect();
            let item = Item { label, unit, scale, limit, kind, weight, basis, local };
            work.add(List::Criteria, item).map_err(refused)?;
        }
    }
    if names.is_empty() || work.of(List::Criteria).next().is_some() { Ok(()) } else { Err(Refusal::NoPlace) }
}

fn kind(text: &str) -> Result<Kind, Refusal> {
    match text {
        "否决" | "一票否决" | "veto" => Ok(Kind::Veto),
        "" | "评分" | "score" | "检查" => Ok(Kind::Counts),
        "说明" | "info" => Ok(Kind::Noted),
        other => Err(Refusal::Kind(other.to_owned())),
    }
}

fn limit(limit: Option<i64>, direction: &str) -> Result<Option<Limit>, Refusal> {
    let at_least = match direction {
        "" => None,
        "至少" | "at-least" | "at least" | "≥" | ">=" => Some(true),
        "至多" | "at-most" | "at most" | "≤" | "<=" => Some(false),
        other => return Err(Refusal::Direction(other.to_owned())),
    };
    match (limit, at_least) {
        (None, None) => Ok(None),
        (Some(limit), Some(true)) => Ok(Some(Limit::AtLeast(limit))),
        (Some(limit), Some(false)) => Ok(Some(Limit::AtMost(limit))),
        _ => Err(Refusal::LimitAlone),
    }
}

/// The same number in a finer scale.
pub(crate) fn finer(units: Option<i64>, from: u8, to: u8) -> Result<Option<i64>, Refusal> {
    let Some(units) = units else { return Ok(None) };
    let by = 10_i64.pow(u32::from(to.min(scaled::MAX_SCALE).saturating_sub(from)));
    units.checked_mul(by).map(Some).ok_or(Refusal::Number)
}
