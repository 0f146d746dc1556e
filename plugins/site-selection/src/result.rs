//! What comes of it: the candidates with those that are out struck through, the findings, and the chosen site.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::outcome::{Candidate, Conclusion, Material, Outcome};
use fangzhuo_sdk::values::{Entry, Fault, Value};

use crate::criteria::Row;
use crate::site::{Fitness, Site};
use crate::standing::{Choice, Standing};
use crate::state::{State, form, wrong};
use crate::{desk, sheet, words};

pub(crate) fn conclusion(state: &State, lang: Lang) -> Result<Conclusion, Fault> {
    let standing = state.standing();
    let lead = words::lead(state, &standing, lang);
    check(state, &standing, &lead, lang)?;
    let outcome = if standing.fit.is_empty() { Outcome::Rejected } else { Outcome::Recorded };
    let chosen = match &standing.choice {
        Choice::One(at) => Some(state.sites[*at].title.clone()),
        _ => None,
    };
    let mut carry: Vec<Entry> =
        chosen.into_iter().map(|title| Entry { id: "site".to_owned(), value: Value::Text(title) }).collect();
    if let (Choice::Batch(_), Some(batch)) = (&standing.choice, state.batch) {
        carry.push(Entry { id: "count".to_owned(), value: Value::Integer(batch) });
    }
    Ok(Conclusion {
        outcome,
        summary: format!("{lead}{}", lang.pick("。", ".")),
        minutes: minutes(state, &standing, lang),
        materials: vec![
            Material::Candidates(candidates(state, &standing, lang)),
            Material::Sheet(sheet::findings(state, &standing, lang)),
        ],
        carry,
    })
}

/// What is still wanted.
fn check(state: &State, standing: &Standing<'_>, lead: &str, lang: Lang) -> Result<(), Fault> {
    if state.sites.is_empty() {
        return Err(wrong("no-sites", form::SITE, lead.to_owned()));
    }
    if let Choice::Unscored(at) = &standing.choice {
        return Err(wrong("no-points", &format!("{}{}", form::POINTS, state.sites[*at].key()), lead.to_owned()));
    }
    let pending = standing.fitness.iter().position(|fitness| matches!(fitness, Fitness::Pending(_)));
    if let (Choice::Nobody, Some(at)) = (&standing.choice, pending) {
        let site = &state.sites[at];
        let why = words::excluded(standing, site, at, lang).unwrap_or_default();
        let message = match lang {
            Lang::ZhCn => format!("{lead}：{}，{why}", site.title),
            Lang::En => format!("{lead}. {}: {why}", site.title),
        };
        return Err(wrong("pending", &site.key(), message));
    }
    match desk::batch_problem(state, standing, lang) {
        Some(problem) => Err(wrong("batch", "batch", problem)),
        None => Ok(()),
    }
}

fn candidates(state: &State, standing: &Standing<'_>, lang: Lang) -> Vec<Candidate> {
    let one = |at: usize| {
        let site = &state.sites[at];
        Candidate {
            id: site.key(),
            title: site.title.clone(),
            note: note(standing, site, at, lang),
            amount: None,
            excluded: words::excluded(standing, site, at, lang),
        }
    };
    standing.order().into_iter().map(one).collect()
}

/// Facts, points and supporters of a site.
fn note(standing: &Standing<'_>, site: &Site, at: usize, lang: Lang) -> String {
    let mut parts = vec![words::facts(standing, site, lang)];
    parts.extend(standing.score(at).map(|score| match lang {
        Lang::ZhCn => format!("{} 分", words::points(score)),
        Lang::En => format!("{} points", words::points(score)),
    }));
    parts.extend(site.support.map(|count| match lang {
        Lang::ZhCn => format!("{count} 人支持"),
        Lang::En => format!("{count} in favour"),
    }));
    parts.extend(site.count.map(|count| match lang {
        Lang::ZhCn => format!("{count} 个"),
        Lang::En => format!("{count} built"),
    }));
    parts.retain(|part| !part.is_empty());
    parts.join(lang.pick("，", ", "))
}

fn minutes(state: &State, standing: &Standing<'_>, lang: Lang) -> Vec<String> {
    let mut lines = vec![words::rules(state, lang)];
    for at in standing.order() {
        let site = &state.sites[at];
        let note = note(standing, site, at, lang);
        let why = words::excluded(standing, site, at, lang).map(|why| grounded(standing, site, at, why, lang));
        let parts: Vec<String> = why.into_iter().chain(Some(note).filter(|note| !note.is_empty())).collect();
        let text = match (parts.is_empty(), lang) {
            (true, _) => lang.pick("可以选", "can be chosen").to_owned(),
            (false, _) => parts.join(lang.pick("；", "; ")),
        };
        lines.push(match lang {
            Lang::ZhCn => format!("{}：{text}。", site.title),
            Lang::En => format!("{}: {text}.", site.title),
        });
    }
    if let Some(ranges) = sheet::ranges(standing) {
        for ((row, weight), range) in standing.scored().zip(sheet::weights(standing)).zip(ranges) {
            let (label, turns) = (row.label.get(lang), words::range(state, standing, range, lang));
            lines.push(match lang {
                Lang::ZhCn => format!("“{label}”的权重是 {weight}，{turns}。"),
                Lang::En => format!("The weight of “{label}” is {weight}; {turns}."),
            });
        }
    }
    if let (Some(batch), Some(total)) = (state.batch, state.total) {
        let before = total - batch;
        lines.push(match lang {
            Lang::ZhCn => format!("原有 {before} 个，本批 {batch} 个，建成后 {total} 个。"),
            Lang::En => format!("{before} before, {batch} in this batch, {total} afterwards."),
        });
    }
    lines
}

/// A veto with the rule it rests on, and who found it.
fn grounded(standing: &Standing<'_>, site: &Site, at: usize, why: String, lang: Lang) -> String {
    let Fitness::Vetoed(ids) = &standing.fitness[at] else { return why };
    let ground = |row: &Row| {
        let source = site.checks.get(&row.id).map(|check| check.note.as_str()).filter(|note| !note.is_empty());
        match (source, lang) {
            (Some(source), Lang::ZhCn) => format!("{}；查证：{source}", row.rule(lang)),
            (Some(source), Lang::En) => format!("{}; found by: {source}", row.rule(lang)),
            (None, _) => row.rule(lang),
        }
    };
    let grounds: Vec<String> = ids.iter().filter_map(|id| standing.row(id)).map(ground).collect();
    match lang {
        Lang::ZhCn => format!("{why}（{}）", grounds.join("；")),
        Lang::En => format!("{why} ({})", grounds.join("; ")),
    }
}
