//! The first state: what was set and which tables were handed in.

use fangzhuo_sdk::values::{Cells, Fault, Value};
use fangzhuo_sdk::{Lang, host, settings};

use crate::criteria::{self, Criteria, Kind};
use crate::measured::Number;
use crate::site::{Check, Found, Site};
use crate::state::{State, wrong};
use crate::{builtin, words};

/// Reads settings and tables.
pub(crate) fn state(lang: Lang) -> Result<State, Fault> {
    let own = own_criteria(lang)?;
    let is_builtin = own.is_none();
    let place = settings::text("place").unwrap_or_default();
    let mut state = State::new(own.unwrap_or_else(builtin::charging), is_builtin, place.trim());
    state.batch = whole("batch");
    state.total = whole("total");
    if let Some(batch) = state.batch
        && (batch < 1 || state.total.is_some_and(|total| total < batch))
    {
        let message = lang.pick(
            "本批的个数要大于 0，也不能比建成后的总数多",
            "The batch builds more than none, and no more than there are afterwards",
        );
        return Err(wrong("bad-batch", "batch", message.to_owned()));
    }
    for title in settings::text("sites").unwrap_or_default().split([';', '；', '\n']).map(str::trim) {
        if !title.is_empty() {
            state.put(Site { title: title.to_owned(), ..Site::default() }, lang)?;
        }
    }
    sites(&mut state, lang)?;
    findings(&mut state, lang)?;
    Ok(state)
}

fn whole(id: &str) -> Option<i64> {
    match host::setting(id) {
        Value::Integer(whole) => Some(whole),
        _ => None,
    }
}

/// A community's own list, if it handed one in.
fn own_criteria(lang: Lang) -> Result<Option<Criteria>, Fault> {
    let texts = |column: &str| texts("criteria", column);
    let (ids, labels, kinds, units) = (texts("id"), texts("label"), texts("kind"), texts("unit"));
    let (directions, bases, places, dates) = (texts("direction"), texts("basis"), texts("place"), texts("date"));
    let (weights, limits) = (numbers("criteria", "weight"), numbers("criteria", "limit"));
    if labels.is_empty() {
        return Ok(None);
    }
    let row = |at: usize| criteria::Cells {
        id: &ids[at],
        label: &labels[at],
        kind: &kinds[at],
        weight: weights[at].map(|number| number.units),
        unit: &units[at],
        limit: limits[at].map(Number::plain),
        direction: &directions[at],
        basis: &bases[at],
        place: &places[at],
        date: &dates[at],
    };
    let rows: Vec<criteria::Cells<'_>> = (0..labels.len()).map(row).collect();
    Criteria::read(&rows, lang).map(Some)
}

fn sites(state: &mut State, lang: Lang) -> Result<(), Fault> {
    let (titles, supports, counts) = (texts("sites", "site"), numbers("sites", "support"), numbers("sites", "count"));
    for (at, title) in titles.into_iter().enumerate() {
        let support = supports[at].and_then(|number| u32::try_from(number.units).ok());
        let count = counts[at].map(|number| number.units);
        let old = state.sites.iter().find(|site| site.title == title).cloned().unwrap_or_default();
        state.put(Site { title, support, count, ..old }, lang)?;
    }
    Ok(())
}

fn findings(state: &mut State, lang: Lang) -> Result<(), Fault> {
    let texts = |column: &str| texts("findings", column);
    let (sites, names, found, sources) = (texts("site"), texts("criterion"), texts("finding"), texts("source"));
    let (measured, points) = (numbers("findings", "measured"), numbers("findings", "points"));
    for at in 0..sites.len() {
        let line = at + 2;
        let (title, name) = (sites[at].as_str(), names[at].as_str());
        let site = state.sites.iter().position(|site| site.title == title);
        let site = site.ok_or_else(|| wrong("unknown-site", "findings", words::unknown_site(line, title, lang)))?;
        // A finding may be about another place's rule: it waits until that place is chosen.
        let rows = state.criteria.at(&state.place);
        let named = |row: &&criteria::Row| row.id == name || row.label.zh == name || row.label.en == name;
        let row = rows.into_iter().find(named).or_else(|| state.criteria.0.iter().find(named)).cloned();
        let row =
            row.ok_or_else(|| wrong("unknown-criterion", "findings", words::unknown_criterion(line, name, lang)))?;
        if let Kind::Score(_) = row.kind {
            state.give(site, &row.id, points[at].map(|number| number.units), lang)?;
            continue;
        }
        let found = match found[at].as_str() {
            "" if measured[at].is_some() && row.limit.is_some() => Found::Met,
            "" | "待查" | "open" => Found::Open,
            "合格" | "met" => Found::Met,
            "不合格" | "failed" => Found::Failed,
            "不适用" | "not-applicable" => Found::NotApplicable,
            other => return Err(wrong("bad-finding", "findings", words::bad_finding(line, other, lang))),
        };
        let check =
            Check { found, measured: measured[at].map(Number::plain), note: sources[at].clone(), proofs: Vec::new() };
        state.record(site, &row, check, lang)?;
    }
    Ok(())
}

fn texts(table: &str, column: &str) -> Vec<String> {
    match host::column(table, column).cells {
        Cells::Text(cells) => cells.into_iter().map(|cell| cell.trim().to_owned()).collect(),
        _ => Vec::new(),
    }
}

fn numbers(table: &str, column: &str) -> Vec<Option<Number>> {
    let data = host::column(table, column);
    let (units, scale) = match data.cells {
        Cells::Integer(units) => (units, 0),
        Cells::Decimal(decimals) => (decimals.units, decimals.scale),
        _ => (Vec::new(), 0),
    };
    let mut numbers: Vec<Option<Number>> = units.into_iter().map(|units| Some(Number { units, scale })).collect();
    for row in data.empty {
        if let Some(cell) = usize::try_from(row).ok().and_then(|row| numbers.get_mut(row)) {
            *cell = None;
        }
    }
    numbers
}
