//! Tables of the page and the minutes: the criteria with their rules, and what was found at each site.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::outcome::Sheet;
use fangzhuo_sdk::page::column;
use fangzhuo_sdk::ui::Column;
use fangzhuo_sdk::values::Cells;

use crate::criteria::{Kind, Row};
use crate::score::Range;
use crate::site::{Found, Site};
use crate::standing::{Choice, Standing};
use crate::state::State;
use crate::words;

fn texts(id: &str, label: &str, cells: Vec<String>) -> Column {
    column(id, label, Cells::Text(cells))
}

fn kind(row: &Row, lang: Lang) -> String {
    match row.kind {
        Kind::Veto => lang.pick("一票否决", "Veto").to_owned(),
        Kind::Info => lang.pick("说明", "Remark").to_owned(),
        Kind::Score(weight) => match lang {
            Lang::ZhCn => format!("评分，权重 {weight}"),
            Lang::En => format!("Points, weight {weight}"),
        },
    }
}

fn bound(row: &Row, lang: Lang) -> String {
    row.limit.map(|limit| words::limit(row, limit, lang)).unwrap_or_default()
}

/// The criteria of the place.
pub(crate) fn criteria(rows: &[&Row], lang: Lang) -> Vec<Column> {
    let cells = |pick: &dyn Fn(&Row) -> String| rows.iter().map(|row| pick(row)).collect::<Vec<String>>();
    vec![
        texts("criterion", lang.pick("条件", "Criterion"), cells(&|row| row.label.get(lang).to_owned())),
        texts("kind", lang.pick("类别", "Kind"), cells(&|row| kind(row, lang))),
        texts("limit", lang.pick("限值", "Limit"), cells(&|row| bound(row, lang))),
        texts("basis", lang.pick("依据", "Basis"), cells(&|row| row.rule(lang))),
    ]
}

/// What was found, site by site.
pub(crate) fn findings(state: &State, standing: &Standing<'_>, lang: Lang) -> Sheet {
    let rows = || standing.rows.iter().copied();
    let all: Vec<(&Site, &Row)> = state.sites.iter().flat_map(|site| rows().map(move |row| (site, row))).collect();
    let cells = |pick: &dyn Fn(&Site, &Row) -> String| all.iter().map(|(site, row)| pick(site, row)).collect();
    let columns = vec![
        texts("site", lang.pick("点位", "Site"), cells(&|site, _| site.title.clone())),
        texts("criterion", lang.pick("条件", "Criterion"), cells(&|_, row| row.label.get(lang).to_owned())),
        texts("kind", lang.pick("类别", "Kind"), cells(&|_, row| kind(row, lang))),
        texts("limit", lang.pick("限值", "Limit"), cells(&|_, row| bound(row, lang))),
        texts("found", lang.pick("查得", "Found"), cells(&|site, row| found(site, row, lang))),
        texts("basis", lang.pick("依据", "Basis"), cells(&|_, row| row.rule(lang))),
        texts("source", lang.pick("谁、怎么查的", "Who found it, and how"), cells(&source)),
    ];
    Sheet {
        id: "findings".to_owned(),
        title: lang.pick("选址查证表", "What was found at the sites").to_owned(),
        rows: u32::try_from(all.len()).unwrap_or(u32::MAX),
        columns,
    }
}

fn found(site: &Site, row: &Row, lang: Lang) -> String {
    if let Kind::Score(_) = row.kind {
        return site.points.get(&row.id).map(i64::to_string).unwrap_or_default();
    }
    let word = match site.found(row) {
        Found::Open => lang.pick("待查", "open"),
        Found::Met => lang.pick("合格", "met"),
        Found::Failed => lang.pick("不合格", "failed"),
        Found::NotApplicable => lang.pick("不适用", "does not apply"),
    };
    match words::measured(site, row, lang) {
        Some(measured) => format!("{measured}{}{word}", lang.pick("，", ", ")),
        None => word.to_owned(),
    }
}

fn source(site: &Site, row: &Row) -> String {
    site.checks.get(&row.id).map(|check| check.note.clone()).unwrap_or_default()
}

/// The weights, in the order of the criteria that give points.
pub(crate) fn weights(standing: &Standing<'_>) -> Vec<i64> {
    standing.scores.as_ref().map(|scores| scores.weights.clone()).unwrap_or_default()
}

/// How far each weight decides; `None` unless one of several leads by its points.
pub(crate) fn ranges(standing: &Standing<'_>) -> Option<Vec<Range>> {
    let (Choice::One(site), Some(scores)) = (&standing.choice, &standing.scores) else { return None };
    let leader = standing.fit.iter().position(|fit| fit == site).filter(|_| standing.fit.len() > 1)?;
    Some((0..scores.weights.len()).map(|criterion| scores.range(leader, criterion)).collect())
}
