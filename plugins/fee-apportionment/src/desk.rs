//! The desk's page: the form, the figures, how it was computed, and everybody's share.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::{Fen, Rounding};
use fangzhuo_sdk::outcome::Viewer;
use fangzhuo_sdk::page::{column, field, figure, money_column, notice, options, section, table};
use fangzhuo_sdk::ui::{Block, Bounds, Column, FieldKind, Figure, Form, Page, Section, Table};
use fangzhuo_sdk::values::{Cells, Decimals, Fault, Tone, Value};

use crate::groups;
use crate::plan::{Method, Plan};
use crate::sharing::Sharing;
use crate::words;

/// The one form.
pub(crate) const FORM: &str = "plan";

pub(crate) fn page(plan: &Plan, sharing: Result<Option<Sharing>, Fault>, viewer: &Viewer, lang: Lang) -> Page {
    let mut sections = Vec::new();
    let mut first = if viewer.audience { Vec::new() } else { vec![Block::Form(form(plan, lang))] };
    let headline = match sharing {
        Ok(Some(sharing)) => {
            if let Some(focus) = viewer.focus {
                sections.extend(focused(plan, &sharing, focus, lang));
            }
            first.push(Block::Figures(figures(plan, &sharing, lang)));
            let working = words::working(plan, &sharing, lang);
            first.push(notice(Tone::Neutral, lang.pick("怎么算的", "How it is computed"), working));
            sections.push(section("plan", "", first));
            let roll = Block::Table(shares(plan, &sharing, lang));
            sections.push(section("roll", lang.pick("分摊清册", "Who pays what"), vec![roll]));
            headline(&sharing, lang)
        }
        Ok(None) => {
            let text = lang.pick("填上总额，再按“重算”。", "Fill in the amount, then press “Compute”.");
            first.push(notice(Tone::Neutral, lang.pick("还没有总额", "No amount yet"), text.to_owned()));
            sections.push(section("plan", "", first));
            lang.pick("费用怎么分摊", "How to share the cost").to_owned()
        }
        Err(fault) => {
            first.push(notice(Tone::Bad, lang.pick("算不出来", "It does not compute"), fault.message));
            sections.push(section("plan", "", first));
            lang.pick("费用怎么分摊", "How to share the cost").to_owned()
        }
    };
    Page { headline, sections }
}

pub(crate) fn headline(sharing: &Sharing, lang: Lang) -> String {
    let (net, count) = (sharing.net, sharing.count());
    match lang {
        Lang::ZhCn => format!("{net} 元由 {count} 户分摊"),
        Lang::En => format!("{net} yuan shared by {count} households"),
    }
}

fn form(plan: &Plan, lang: Lang) -> Form {
    let methods = Method::ALL.into_iter().filter(|method| *method != Method::Shares || plan.basis.is_some());
    let methods = options(methods.map(|method| (method.key(), method.label(lang))));
    let roundings = options([
        (Rounding::Fen.name(), lang.pick("分到分", "To the fen")),
        (Rounding::Yuan.name(), lang.pick("分到元", "To the yuan")),
        (Rounding::YuanUp.name(), lang.pick("进整到元", "Up to the yuan")),
    ]);
    let money = |min| FieldKind::Money(Bounds { min: Some(min), max: None });
    let amount = plan.amount.map_or(Value::None, |fen| Value::Money(fen.0));
    let chosen = |key: &str| Value::Choice(key.to_owned());
    Form {
        id: FORM.to_owned(),
        title: String::new(),
        fields: vec![
            field("method", lang.pick("办法", "Method"), methods, chosen(plan.method.key())),
            field("amount", lang.pick("总额（元）", "Amount (yuan)"), money(1), amount),
            field("subsidy", lang.pick("补贴（元）", "Subsidy (yuan)"), money(0), Value::Money(plan.subsidy.0)),
            field("rounding", lang.pick("零头", "Rounding"), roundings, chosen(plan.rounding.name())),
        ],
        submit_label: lang.pick("重算", "Compute").to_owned(),
        closed: None,
    }
}

/// Total, households, then what each pays: every amount if they are few, else the least and the most.
fn figures(plan: &Plan, sharing: &Sharing, lang: Lang) -> Vec<Figure> {
    let surplus = Fen(sharing.split.surplus);
    let agrees = match (surplus == Fen::ZERO, plan.subsidy == Fen::ZERO, lang) {
        (false, _, Lang::ZhCn) => format!("含结余 {surplus} 元"),
        (false, _, Lang::En) => format!("with a surplus of {surplus}"),
        (true, true, _) => lang.pick("与总额分毫不差", "Equal to the amount").to_owned(),
        (true, false, _) => lang.pick("与总额减补贴分毫不差", "Equal to the amount less the subsidy").to_owned(),
    };
    let count = Value::Integer(i64::try_from(sharing.count()).unwrap_or(i64::MAX));
    let mut figures = vec![
        figure(lang.pick("合计（元）", "Total (yuan)"), Value::Money(sharing.total().0), agrees),
        figure(lang.pick("户数", "Households"), count, String::new()),
    ];
    let (groups, stairs) = (groups::of(sharing), groups::stairs(lang));
    let households = |group: &groups::Group| {
        let count = group.rows.len();
        let count = lang.pick("{n} 户", "{n} households").replace("{n}", &count.to_string());
        match groups::place(group, &stairs, lang) {
            Some(place) => format!("{count}{}{place}", lang.pick("，", ", ")),
            None => count,
        }
    };
    if groups.len() <= groups::FEW {
        let label = lang.pick("每户（元）", "Each (yuan)");
        figures.extend(groups.iter().map(|group| figure(label, Value::Money(group.share), households(group))));
    } else if let (Some(most), Some(least)) = (groups.first(), groups.last()) {
        for (label, group) in
            [(lang.pick("最少（元）", "Least (yuan)"), least), (lang.pick("最多（元）", "Most (yuan)"), most)]
        {
            figures.push(figure(label, Value::Money(group.share), households(group)));
        }
    }
    figures
}

/// Everybody's share, by stair.
pub(crate) fn shares(plan: &Plan, sharing: &Sharing, lang: Lang) -> Table {
    let rows = u32::try_from(sharing.count()).unwrap_or(u32::MAX);
    let stairs = groups::stairs(lang);
    let grouped = stairs.iter().any(|stair| !stair.is_empty() && *stair != stairs[0]);
    let mut columns = vec![column("household", lang.pick("房号", "Door"), Cells::Household((0..rows).collect()))];
    if grouped {
        columns.push(column("stair", lang.pick("单元", "Stair"), Cells::Text(stairs)));
    }
    columns.extend(basis(plan, sharing, lang));
    let due = lang.pick("应分（元）", "Due (yuan)");
    columns.push(money_column("due", due, &sharing.split.shares, sharing.total()));
    let group_by = grouped.then(|| "stair".to_owned());
    Table { group_by, ..table("shares", "", rows, columns) }
}

/// The column the shares rest on, if there is one.
fn basis(plan: &Plan, sharing: &Sharing, lang: Lang) -> Option<Column> {
    let label = match plan.method {
        Method::Household => return None,
        Method::Area => lang.pick("面积（㎡）", "Area (㎡)"),
        Method::Residents => lang.pick("人口", "Residents"),
        Method::Shares => lang.pick("份额", "Share"),
    };
    // The weights came from whole numbers of 64 bits with a sign.
    let units = sharing.weights.iter().map(|weight| weight.cast_signed()).collect();
    let cells = match sharing.scale {
        0 => Cells::Integer(units),
        scale => Cells::Decimal(Decimals { scale, units }),
    };
    Some(column("basis", label, cells))
}

/// One household's case, in front of everything.
pub(crate) fn focused(plan: &Plan, sharing: &Sharing, focus: u32, lang: Lang) -> Option<Section> {
    let row = usize::try_from(focus).ok().filter(|row| *row < sharing.count())?;
    let figures = vec![
        figure(lang.pick("房号", "Door"), Value::Household(focus), String::new()),
        figure(lang.pick("应分（元）", "Due (yuan)"), Value::Money(sharing.split.shares[row]), String::new()),
    ];
    let blocks = vec![Block::Figures(figures), Block::Text(words::case(plan, sharing, row, lang))];
    Some(section("focus", lang.pick("我家要出多少", "What does my household pay"), blocks))
}
