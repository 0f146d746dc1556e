//! The projected page: amount less subsidy, the rule in one sentence, and what a household pays.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::Fen;
use fangzhuo_sdk::page::{column, figure, section, table};
use fangzhuo_sdk::ui::{Block, Page};
use fangzhuo_sdk::values::{Cells, Value};

use crate::groups::{self, Group, Groups, Stairs};
use crate::plan::Plan;
use crate::sharing::Sharing;
use crate::{desk, table as rows, words};

pub(crate) fn page(plan: &Plan, sharing: &Sharing, focus: Option<u32>, lang: Lang) -> Page {
    let households =
        lang.pick("{n} 户分摊（元）", "{n} households share (yuan)").replace("{n}", &sharing.count().to_string());
    let money = |fen: i64| Value::Money(fen);
    let funding = format!("{}{}", words::funding_name(plan, lang), lang.pick("（元）", " (yuan)"));
    let mut figures = vec![
        figure(lang.pick("总额（元）", "Amount (yuan)"), money(sharing.amount.0), String::new()),
        figure(&funding, money(sharing.funding.0), String::new()),
    ];
    if sharing.compensation != Fen::ZERO {
        let label = lang.pick("补偿（元）", "Compensation (yuan)");
        figures.push(figure(label, money(sharing.compensation.0), String::new()));
    }
    figures.push(figure(&households, money(sharing.net.0), String::new()));
    let mut sections = Vec::new();
    if let Some(focus) = focus {
        sections.extend(desk::focused(plan, sharing, focus, true, lang));
    }
    sections.push(section("sum", "", vec![Block::Figures(figures)]));
    sections.push(section("rule", "", vec![Block::Text(words::rule(plan, sharing, lang))]));
    let stairs = Stairs::of(lang);
    sections.push(match groups::of(sharing) {
        Groups::Few(groups) => section("amounts", "", vec![amounts(&groups, &stairs, lang)]),
        Groups::Many { .. } => {
            let list = Block::Table(rows::shares(plan, sharing, &stairs, lang));
            section("list", lang.pick("分摊清册", "Who pays what"), vec![list])
        }
    });
    Page { headline: desk::headline(sharing, lang), sections }
}

/// One line an amount: which households, an example, how much.
fn amounts(groups: &[Group], stairs: &Stairs, lang: Lang) -> Block {
    let everybody = lang.pick("每户", "Each household");
    let place = |group: &Group| {
        stairs
            .place(group, lang)
            .unwrap_or_else(|| if groups.len() == 1 { everybody.to_owned() } else { String::new() })
    };
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let first = |group: &Group| u32::try_from(group.rows[0]).unwrap_or(u32::MAX);
    let columns = vec![
        column("place", lang.pick("哪些户", "Which"), Cells::Text(groups.iter().map(place).collect())),
        column(
            "count",
            lang.pick("户数", "Households"),
            Cells::Integer(groups.iter().map(|g| whole(g.rows.len())).collect()),
        ),
        column("example", lang.pick("如", "Such as"), Cells::Household(groups.iter().map(first).collect())),
        column("due", lang.pick("元/户", "Yuan each"), Cells::Money(groups.iter().map(|group| group.due).collect())),
    ];
    let rows = u32::try_from(groups.len()).unwrap_or(u32::MAX);
    Block::Table(table("amounts", "", rows, columns))
}
