//! The desk's page: the form, the figures, how it was computed, and everybody's share.

use fangzhuo_sdk::amounts::Fen;
use fangzhuo_sdk::outcome::Viewer;
use fangzhuo_sdk::page::{figure, notice, section};
use fangzhuo_sdk::ui::{Block, Figure, Page, Section};
use fangzhuo_sdk::values::{Fault, Tone, Value};
use fangzhuo_sdk::{Answers, Lang};

use crate::groups::{Group, Groups, Stairs};
use crate::plan::Plan;
use crate::sharing::Sharing;
use crate::{case, form, groups, published, table, words};

pub(crate) fn page(
    plan: &Plan,
    answers: &Answers,
    sharing: Result<Option<Sharing>, Fault>,
    viewer: &Viewer,
    lang: Lang,
) -> Page {
    let mut sections = Vec::new();
    let mut first = if viewer.audience { Vec::new() } else { vec![Block::Form(form::bill(plan, lang))] };
    let mut roll = None;
    let headline = match sharing {
        Ok(Some(sharing)) => {
            if let Some(focus) = viewer.focus {
                sections.extend(focused(plan, &sharing, focus, false, lang));
            }
            let stairs = Stairs::of(lang);
            first.push(Block::Figures(figures(plan, &sharing, &stairs, lang)));
            let working = words::working(plan, &sharing, lang);
            first.push(notice(Tone::Neutral, lang.pick("怎么算的", "How it is computed"), working));
            first.extend(warnings(plan, &sharing, lang));
            let table = Block::Table(table::shares(plan, &sharing, &stairs, lang));
            roll = Some(section("roll", lang.pick("分摊清册", "Who pays what"), vec![table]));
            headline(&sharing, lang)
        }
        Ok(None) => {
            let text = lang.pick("填上总额，再按“重算”。", "Fill in the amount, then press “Compute”.");
            first.push(notice(Tone::Neutral, lang.pick("还没有总额", "No amount yet"), text.to_owned()));
            lang.pick("费用怎么分摊", "How to share the cost").to_owned()
        }
        Err(fault) => {
            first.push(notice(Tone::Bad, lang.pick("算不出来", "It does not compute"), fault.message));
            lang.pick("费用怎么分摊", "How to share the cost").to_owned()
        }
    };
    sections.push(section("plan", "", first));
    if !viewer.audience {
        let title = lang.pick("更多：来源、系数、减免、分期", "More: funding, coefficients, relief, instalments");
        let more = section("more", title, vec![Block::Form(form::more(plan, answers, lang))]);
        sections.push(Section { folded: true, ..more });
    }
    sections.extend(roll);
    Page { headline, sections }
}

/// What the chair should know before this goes to a vote.
fn warnings(plan: &Plan, sharing: &Sharing, lang: Lang) -> Vec<Block> {
    let mut warnings = Vec::new();
    if let Some(published) = published::of(plan, sharing) {
        let title = lang.pick("流传的公式加起来不是总额", "The published formula does not add up");
        if published.excess != Fen::ZERO {
            warnings.push(notice(Tone::Warning, title, words::excess(&published, lang)));
        }
    }
    if let Err(fault) = sharing.check_gap(plan, lang) {
        warnings.push(notice(Tone::Warning, lang.pick("减免没有着落", "Nobody bears the relief"), fault.message));
    }
    if plan.rests_on_figures() && plan.citation.is_none() {
        let text = lang.pick(
            "还没有写出处；写上文件名、条款和日期，大家才查得到。",
            "Their source is not given: write document, clause and date, so that people can look them up.",
        );
        warnings.push(notice(
            Tone::Neutral,
            lang.pick("系数、档或份额的出处", "Source of these figures"),
            text.to_owned(),
        ));
    }
    warnings
}

pub(crate) fn headline(sharing: &Sharing, lang: Lang) -> String {
    let (net, count) = (sharing.net, sharing.count());
    match lang {
        Lang::ZhCn => format!("{net} 元由 {count} 户分摊"),
        Lang::En => format!("{net} yuan shared by {count} households"),
    }
}

/// Total, households, then what each pays: every amount if they are few, else the least and the most.
fn figures(plan: &Plan, sharing: &Sharing, stairs: &Stairs, lang: Lang) -> Vec<Figure> {
    let surplus = Fen(sharing.split.surplus);
    let funding = words::funding_name(plan, lang).to_lowercase();
    let (less, more) = (sharing.funding != Fen::ZERO, sharing.compensation != Fen::ZERO);
    let agrees = match (surplus == Fen::ZERO, less, more, lang) {
        (false, _, _, Lang::ZhCn) => format!("含结余 {surplus} 元"),
        (false, _, _, Lang::En) => format!("with a surplus of {surplus}"),
        (true, false, false, _) => lang.pick("与总额分毫不差", "Equal to the amount").to_owned(),
        (true, true, false, Lang::ZhCn) => format!("与总额减{funding}分毫不差"),
        (true, true, false, Lang::En) => format!("Equal to the amount less the {funding}"),
        (true, false, true, _) => {
            lang.pick("与总额加补偿分毫不差", "Equal to the amount with the compensation").to_owned()
        }
        (true, true, true, Lang::ZhCn) => format!("与总额减{funding}加补偿分毫不差"),
        (true, true, true, Lang::En) => {
            format!("Equal to the amount less the {funding}, with the compensation")
        }
    };
    let count = Value::Integer(i64::try_from(sharing.count()).unwrap_or(i64::MAX));
    let mut figures = vec![
        figure(lang.pick("合计（元）", "Total (yuan)"), Value::Money(sharing.total().0), agrees),
        figure(lang.pick("户数", "Households"), count, String::new()),
    ];
    if sharing.gap() != Fen::ZERO {
        let note = match lang {
            Lang::ZhCn => format!("由{}出", words::source_name(plan, lang)),
            Lang::En => format!("borne by {}", words::source_name(plan, lang)),
        };
        figures.push(figure(lang.pick("减免（元）", "Relief (yuan)"), Value::Money(sharing.gap().0), note));
    }
    let households = |group: &Group| {
        let count = group.rows.len();
        let count = lang.pick("{n} 户", "{n} households").replace("{n}", &count.to_string());
        match stairs.place(group, lang) {
            Some(place) => format!("{count}{}{place}", lang.pick("，", ", ")),
            None => count,
        }
    };
    let mut add = |label: &str, group: &Group| {
        figures.push(figure(label, Value::Money(group.due), households(group)));
    };
    match groups::of(sharing) {
        Groups::Few(groups) => groups.iter().for_each(|group| add(lang.pick("每户（元）", "Each (yuan)"), group)),
        Groups::Many { most, least } => {
            add(lang.pick("最少（元）", "Least (yuan)"), &least);
            add(lang.pick("最多（元）", "Most (yuan)"), &most);
        }
    }
    figures
}

/// One household's case, in front of everything.
pub(crate) fn focused(plan: &Plan, sharing: &Sharing, focus: u32, in_room: bool, lang: Lang) -> Option<Section> {
    let row = usize::try_from(focus).ok().filter(|row| *row < sharing.count())?;
    let due = if sharing.is_adjusted() {
        lang.pick("应缴（元）", "Due (yuan)")
    } else {
        lang.pick("应分（元）", "Due (yuan)")
    };
    let figures = vec![
        figure(lang.pick("房号", "Door"), Value::Household(focus), String::new()),
        figure(due, Value::Money(sharing.due[row]), String::new()),
    ];
    let steps = case::steps(plan, sharing, row, in_room, lang);
    let blocks = [Block::Figures(figures)].into_iter().chain(steps.into_iter().map(Block::Text)).collect();
    Some(section("focus", lang.pick("我家要出多少", "What does my household pay"), blocks))
}
