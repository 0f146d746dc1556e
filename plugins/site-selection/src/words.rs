//! The sentences: what was found, why a site is out or waits, who leads, and what is still wanted.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::values::Fault;

use crate::criteria::{Kind, Limit, Row};
use crate::score::{Range, Turn};
use crate::site::{Fitness, Found, Site};
use crate::standing::{Choice, Standing};
use crate::state::{MOST_SITES, State, wrong};

pub(crate) fn unknown_action(lang: Lang) -> Fault {
    let message = lang.pick("选址没有这个操作", "Choosing a site has no such action");
    fangzhuo_sdk::fault("unknown-action", message.to_owned(), None)
}

pub(crate) fn has_findings(site: &Site, lang: Lang) -> Fault {
    let message = match lang {
        Lang::ZhCn => format!("“{}”已有查证记录，不能删去", site.title),
        Lang::En => format!("“{}” has findings and stays", site.title),
    };
    wrong("has-findings", &site.key(), message)
}

pub(crate) fn not_scored(site: &Site, lang: Lang) -> Fault {
    wrong("not-scored", &site.key(), no_points(site, lang))
}

/// Why a site gets no points.
pub(crate) fn no_points(site: &Site, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("“{}”有一票否决或待查的项，不打分", site.title),
        Lang::En => format!("“{}” has a veto, or one that is open: it gets no points", site.title),
    }
}

pub(crate) fn too_many_sites(lang: Lang) -> Fault {
    let message = match lang {
        Lang::ZhCn => format!("最多比较 {MOST_SITES} 个点位"),
        Lang::En => format!("At most {MOST_SITES} sites are compared"),
    };
    wrong("too-many", "title", message)
}

pub(crate) fn too_many_proofs(at: &str, lang: Lang) -> Fault {
    wrong("too-many", at, lang.pick("证据太多了", "There is too much evidence").to_owned())
}

pub(crate) fn why_not_applicable(row: &Row, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("“{}”为什么不适用，请写明", row.label.zh),
        Lang::En => format!("Say why “{}” does not apply", row.label.en),
    }
}

pub(crate) fn not_measured(row: &Row, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("“{}”要量出数才能算合格，没量之前是待查", row.label.zh),
        Lang::En => format!("“{}” is met by a number: until it is measured it stays open", row.label.en),
    }
}

pub(crate) fn veto_stands(row: &Row, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("“{}”已否决，只有新的证据（照片、图纸）才能解除，改口和表决都不行", row.label.zh),
        Lang::En => format!(
            "“{}” is a veto: only new evidence (a photo, a drawing) lifts it, neither words nor votes",
            row.label.en
        ),
    }
}

pub(crate) fn no_evidence(row: &Row, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("否决要有依据：写明“{}”是谁、怎么查到的，或附照片、图纸", row.label.zh),
        Lang::En => {
            format!("A veto rests on something: say who found “{}” and how, or add a photo or drawing", row.label.en)
        }
    }
}

pub(crate) fn unknown_site(line: usize, title: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("查证表第 {line} 行的点位“{title}”不在点位里"),
        Lang::En => format!("Row {line} of the findings names “{title}”, which is no site"),
    }
}

pub(crate) fn unknown_criterion(line: usize, name: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("查证表第 {line} 行的条件“{name}”不在条件表里"),
        Lang::En => format!("Row {line} of the findings names “{name}”, which is no criterion"),
    }
}

pub(crate) fn bad_finding(line: usize, found: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("查证表第 {line} 行的结果“{found}”看不懂；写 合格、不合格、不适用，或空着"),
        Lang::En => format!(
            "The finding “{found}” in row {line} is not understood: write met, failed, not-applicable, or nothing"
        ),
    }
}

/// "至少 6 米"
pub(crate) fn limit(row: &Row, limit: Limit, lang: Lang) -> String {
    let (number, unit) = (limit.number.text(0), row.unit.get(lang));
    let word = if limit.at_least { lang.pick("至少", "at least") } else { lang.pick("至多", "at most") };
    format!("{word} {number} {unit}").trim_end().to_owned()
}

/// "0.0 米"; `None` where nothing was measured.
pub(crate) fn measured(site: &Site, row: &Row, lang: Lang) -> Option<String> {
    let number = site.checks.get(&row.id)?.measured?;
    Some(format!("{} {}", number.text(1), row.unit.get(lang)).trim_end().to_owned())
}

/// "离安全出口 5.8 米，要至少 6 米"
fn failed(site: &Site, row: &Row, lang: Lang) -> String {
    let label = row.label.get(lang);
    let fact = match measured(site, row, lang) {
        Some(measured) => format!("{label} {measured}"),
        None => label.to_owned(),
    };
    match (row.limit, lang) {
        (Some(bound), Lang::ZhCn) => format!("{fact}，要{}", limit(row, bound, lang)),
        (Some(bound), Lang::En) => format!("{fact}, {} is wanted", limit(row, bound, lang)),
        (None, _) => fact,
    }
}

/// Why a site cannot be chosen.
pub(crate) fn excluded(standing: &Standing<'_>, site: &Site, at: usize, lang: Lang) -> Option<String> {
    let rows = |ids: &[String]| ids.iter().filter_map(|id| standing.row(id)).collect::<Vec<&Row>>();
    let separator = lang.pick("；", "; ");
    match &standing.fitness[at] {
        Fitness::Fit => None,
        Fitness::Vetoed(ids) => {
            let facts: Vec<String> = rows(ids).into_iter().map(|row| failed(site, row, lang)).collect();
            Some(format!("{}{}", lang.pick("一票否决：", "Veto: "), facts.join(separator)))
        }
        Fitness::Pending(ids) => {
            let labels: Vec<&str> = rows(ids).into_iter().map(|row| row.label.get(lang)).collect();
            Some(format!("{}{}", lang.pick("待查：", "To be looked into: "), labels.join(lang.pick("、", ", "))))
        }
    }
}

/// What was measured and held: "地下燃气管道 6.2 米，离建筑外墙 3.4 米".
pub(crate) fn facts(standing: &Standing<'_>, site: &Site, lang: Lang) -> String {
    let held = standing.rows.iter().filter(|row| row.kind != Kind::Info && site.found(row) == Found::Met);
    let fact = |row: &&Row| Some(format!("{} {}", row.label.get(lang), measured(site, row, lang)?));
    held.filter_map(fact).collect::<Vec<String>>().join(lang.pick("，", ", "))
}

pub(crate) fn names(state: &State, places: &[usize], lang: Lang) -> String {
    let names: Vec<&str> = places.iter().map(|at| state.sites[*at].title.as_str()).collect();
    names.join(lang.pick("、", ", "))
}

/// What it comes to, in one sentence.
pub(crate) fn lead(state: &State, standing: &Standing<'_>, lang: Lang) -> String {
    let pending = standing.fitness.iter().any(|fitness| matches!(fitness, Fitness::Pending(_)));
    match (&standing.choice, lang) {
        (Choice::Nobody, _) if state.sites.is_empty() => lang.pick("还没有点位", "No site yet").to_owned(),
        (Choice::Nobody, _) if pending => {
            lang.pick("还没有可以选的点位，有待查的项", "No site can be chosen yet; some vetoes are open").to_owned()
        }
        (Choice::Nobody, _) => lang.pick("点位都被一票否决", "Every site is vetoed").to_owned(),
        (Choice::One(at), _) => {
            let name = &state.sites[*at].title;
            match (standing.score(*at), standing.fit.len() > 1, lang) {
                (Some(score), true, Lang::ZhCn) => format!("{name}，{} 分，得分最高", points(score)),
                (Some(score), true, Lang::En) => format!("{name}, {} points, the most", points(score)),
                (_, _, Lang::ZhCn) => format!("{name}，只有这一处可以选"),
                (_, _, Lang::En) => format!("{name}, the only one that can be chosen"),
            }
        }
        (Choice::Ballot(places), Lang::ZhCn) => format!("{}都可以选，交会议表决", names(state, places, lang)),
        (Choice::Ballot(places), Lang::En) => {
            format!("{} can be chosen; the meeting votes", names(state, places, lang))
        }
        (Choice::Unscored(at), Lang::ZhCn) => format!("“{}”还没有打完分", state.sites[*at].title),
        (Choice::Unscored(at), Lang::En) => format!("“{}” still lacks points", state.sites[*at].title),
        (Choice::Tie(places), Lang::ZhCn) => format!("{}同分，交会议表决", names(state, places, lang)),
        (Choice::Tie(places), Lang::En) => {
            format!("{} have equal points; the meeting votes", names(state, places, lang))
        }
        (Choice::Batch(places), Lang::ZhCn) => format!("本批 {} 处：{}", places.len(), names(state, places, lang)),
        (Choice::Batch(places), Lang::En) => {
            format!("{} sites in this batch: {}", places.len(), names(state, places, lang))
        }
    }
}

/// "76.50" from units of 10^-2.
pub(crate) fn points(units: i64) -> String {
    fangzhuo_sdk::amounts::scaled::grouped(units, 2)
}

/// How far a weight decides: "权重低于 70/3 换成 B，高于 70 换成 C" or that it never does.
pub(crate) fn range(state: &State, standing: &Standing<'_>, range: Range, lang: Lang) -> String {
    let name = |turn: Turn| standing.fit.get(turn.to).map_or("", |at| state.sites[*at].title.as_str());
    let mut parts = Vec::new();
    if let Some(turn) = range.from {
        let (weight, name) = (turn.weight.text(), name(turn));
        parts.push(match lang {
            Lang::ZhCn => format!("低于 {weight} 换成{name}"),
            Lang::En => format!("below {weight} {name} leads"),
        });
    }
    if let Some(turn) = range.to {
        let (weight, name) = (turn.weight.text(), name(turn));
        parts.push(match lang {
            Lang::ZhCn => format!("高于 {weight} 换成{name}"),
            Lang::En => format!("above {weight} {name} leads"),
        });
    }
    if parts.is_empty() {
        lang.pick("怎么变第一名都不换", "no weight changes the first").to_owned()
    } else {
        parts.join(lang.pick("，", ", "))
    }
}

/// Whose rules are applied.
pub(crate) fn rules(state: &State, lang: Lang) -> String {
    match (state.place.as_str(), lang) {
        ("", Lang::ZhCn) => "只按不分地方的通用项。".to_owned(),
        ("", Lang::En) => "Only the general criteria apply.".to_owned(),
        (place, Lang::ZhCn) if state.knows_place() => format!("按{place}的规定，其余按通用项。"),
        (place, Lang::En) if state.knows_place() => format!("The rules of {place} apply, and the general ones."),
        (place, Lang::ZhCn) => format!("没有{place}的规定，只按通用项；请把当地的规定做成条件表。"),
        (place, Lang::En) => {
            format!("There are no rules of {place} here, only general ones: hand in a table with the local ones.")
        }
    }
}

impl State {
    /// Whether there are rules of the chosen place.
    pub(crate) fn knows_place(&self) -> bool {
        self.criteria.places().contains(&self.place.as_str())
    }
}
