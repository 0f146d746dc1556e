//! The desk's page: how the sites stand, each site with its findings and points, how far the weights decide, and the rules.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{column, figure, notice, section, table};
use fangzhuo_sdk::ui::{Block, Button, Contender, Contenders, Figure, Page, Section};
use fangzhuo_sdk::values::{Cells, Decimal, Tone, Value};

use crate::criteria::Row;
use crate::site::Fitness;
use crate::standing::{Choice, Standing};
use crate::state::{REMOVE, State};
use crate::{form, sheet, words};

/// Sites whose sections stand open; of more only those that wait for something.
const FEW: usize = 4;

pub(crate) fn page(state: &State, lang: Lang) -> Page {
    let standing = state.standing();
    let mut sections = vec![section("stand", "", stand(state, &standing, lang))];
    sections.extend((0..state.sites.len()).map(|at| site(state, &standing, at, lang)));
    sections.push(section(
        "new",
        lang.pick("加一处点位", "Another site"),
        vec![Block::Form(form::site(state, None, lang))],
    ));
    sections.extend(weights(state, &standing, lang));
    sections.push(rules(state, &standing, lang));
    Page { headline: words::lead(state, &standing, lang), sections }
}

fn stand(state: &State, standing: &Standing<'_>, lang: Lang) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !state.sites.is_empty() {
        blocks.push(Block::Figures(figures(state, standing, lang)));
        blocks.push(contenders(state, standing, lang));
    }
    if !state.place.is_empty() && !state.knows_place() {
        let title = lang.pick("没有当地的规定", "No rules of this place");
        blocks.push(notice(Tone::Warning, title, words::rules(state, lang)));
    }
    if let Some(problem) = batch_problem(state, standing, lang) {
        blocks.push(notice(Tone::Warning, lang.pick("本批的个数对不上", "The batch does not add up"), problem));
    }
    blocks
}

/// Sites, how many can be chosen, and the count before, in and after the batch.
fn figures(state: &State, standing: &Standing<'_>, lang: Lang) -> Vec<Figure> {
    let count = |count: usize| Value::Integer(i64::try_from(count).unwrap_or(i64::MAX));
    let pending = standing.fitness.iter().filter(|fitness| matches!(fitness, Fitness::Pending(_))).count();
    let whole = |label: &str, count: i64| figure(label, Value::Integer(count), String::new());
    let mut figures = vec![
        figure(lang.pick("点位", "Sites"), count(state.sites.len()), String::new()),
        figure(lang.pick("可以选", "Can be chosen"), count(standing.fit.len()), String::new()),
        figure(lang.pick("待查", "Open"), count(pending), String::new()),
    ];
    if let Some(batch) = state.batch {
        figures.push(whole(lang.pick("本批（个）", "This batch"), batch));
        if let Some(total) = state.total {
            figures.push(whole(lang.pick("原有（个）", "Before"), total - batch));
            figures.push(whole(lang.pick("建成后（个）", "Afterwards"), total));
        }
    }
    figures
}

/// Why the counts of a batch are not the batch.
pub(crate) fn batch_problem(state: &State, standing: &Standing<'_>, lang: Lang) -> Option<String> {
    let (Some(batch), Choice::Batch(places)) = (state.batch, &standing.choice) else { return None };
    if let Some(at) = places.iter().find(|at| state.sites[**at].count.is_none()) {
        let name = &state.sites[*at].title;
        return Some(match lang {
            Lang::ZhCn => format!("“{name}”还没有写建几个"),
            Lang::En => format!("“{name}” does not say how many are built there"),
        });
    }
    let sum: i64 = places.iter().filter_map(|at| state.sites[*at].count).sum();
    (sum != batch).then(|| match lang {
        Lang::ZhCn => format!("各处合计 {sum} 个，本批是 {batch} 个，差 {} 个", (batch - sum).abs()),
        Lang::En => format!("The sites make {sum}, the batch is {batch}: {} apart", (batch - sum).abs()),
    })
}

/// The sites side by side: what cannot be chosen struck through with the reason, whoever supports it.
pub(crate) fn contenders(state: &State, standing: &Standing<'_>, lang: Lang) -> Block {
    let one = |at: usize| {
        let site = &state.sites[at];
        Contender {
            id: site.key(),
            title: site.title.clone(),
            note: words::facts(standing, site, lang),
            excluded: words::excluded(standing, site, at, lang),
            score: standing.score(at).map(|units| Decimal { units, scale: 2 }),
            support: site.support,
        }
    };
    let items = standing.order().into_iter().map(one).collect();
    Block::Contenders(Contenders { id: "contenders".to_owned(), title: String::new(), items })
}

fn site(state: &State, standing: &Standing<'_>, at: usize, lang: Lang) -> Section {
    let site = &state.sites[at];
    let mut blocks = vec![Block::Checklist(form::checklist(state, standing, site, lang))];
    blocks.extend(form::points(standing, site, at, lang).map(Block::Form));
    blocks.push(Block::Form(form::site(state, Some(site), lang)));
    if site.checks.is_empty() {
        blocks.push(Block::Buttons(vec![Button {
            id: format!("{REMOVE}{}", site.key()),
            label: lang.pick("删去这一处", "Take this site out").to_owned(),
            tone: Tone::Bad,
            closed: None,
        }]));
    }
    let waits = matches!(standing.fitness[at], Fitness::Pending(_));
    Section { folded: state.sites.len() > FEW && !waits, ..section(&site.key(), &site.title, blocks) }
}

/// How far each weight can move before another site leads.
fn weights(state: &State, standing: &Standing<'_>, lang: Lang) -> Option<Section> {
    let ranges = sheet::ranges(standing)?;
    let rows: Vec<&Row> = standing.scored().collect();
    let texts = |cells: Vec<String>| Cells::Text(cells);
    let columns = vec![
        column(
            "criterion",
            lang.pick("评分项", "Criterion"),
            texts(rows.iter().map(|row| row.label.get(lang).to_owned()).collect()),
        ),
        column("weight", lang.pick("权重", "Weight"), Cells::Integer(sheet::weights(standing))),
        column(
            "range",
            lang.pick("权重变到多少会换", "Where the first changes"),
            texts(ranges.into_iter().map(|range| words::range(state, standing, range, lang)).collect()),
        ),
    ];
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let list = Block::Table(table("weights", "", count, columns));
    let text = Block::Text(
        lang.pick("一次只动一项的权重，其他不变。", "One weight moves at a time, the others stay.").to_owned(),
    );
    Some(section("weights", lang.pick("权重变了会怎样", "If the weights were others"), vec![list, text]))
}

fn rules(state: &State, standing: &Standing<'_>, lang: Lang) -> Section {
    let mut blocks = vec![Block::Text(words::rules(state, lang))];
    blocks.extend(form::place(state, lang).map(Block::Form));
    let count = u32::try_from(standing.rows.len()).unwrap_or(u32::MAX);
    blocks.push(Block::Table(table("criteria", "", count, sheet::criteria(&standing.rows, lang))));
    Section {
        folded: !state.sites.is_empty(),
        ..section("rules", lang.pick("条件和依据", "Criteria and rules"), blocks)
    }
}
