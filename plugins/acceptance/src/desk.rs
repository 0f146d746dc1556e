//! The pages: checklists to walk through, who is satisfied, and how it is closed; on the screen without photos and doors.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::outcome::Viewer;
use fangzhuo_sdk::page::{
    bar, bars, check_item, checklist, choice_field, day_field, decimal_field, figure, flag_field, form,
    household_field, integer_field, notice, page, section, text_field,
};
use fangzhuo_sdk::ui::{self, Bars, Block, CheckItem, Checklist, Field, Figure, Form, Measure, Page, Section, Unit};
use fangzhuo_sdk::values::{Evidence, Tone, Value};

use crate::deed::{TYPED_SCALE, key};
use crate::item::{BASIS_CHARS, Finding, Kind, LABEL_CHARS, Limit, List, UNIT_CHARS};
use crate::satisfaction::Grade;
use crate::verdict::{Rules, Standing, Verdict};
use crate::work::{LINE_CHARS, Placed, Work};
use crate::{result, words};

/// The desk's page.
pub(crate) fn show(work: &Work, rules: Rules, viewer: &Viewer, lang: Lang) -> Page {
    let standing = work.standing(rules);
    let mut page = page(words::headline(work, &standing, rules, lang));
    page.sections.extend(viewer.focus.and_then(|household| focused(work, household, lang)));
    let mut first: Vec<Block> = Vec::new();
    if work.items.is_empty() {
        let text = lang.pick(
            "在下面加计划项目和检查标准，或者用表格带入本社区自己的清单。",
            "Add planned items and criteria below, or hand in your community's own list as a table.",
        );
        first.push(notice(Tone::Neutral, lang.pick("从这里开始", "Start here"), text.to_owned()));
    } else {
        first.push(figures(work, &standing, rules, lang).into());
        first.push(verdict(work, &standing, rules, lang));
    }
    page.sections.push(section("now", "", first));
    page.sections.extend(lists(work, rules, false, lang));
    let mut said: Vec<Block> = vec![answer(lang).into()];
    if work.answers.asked() > 0 {
        said.push(satisfied(work, lang).into());
    }
    page.sections.push(section("satisfaction", lang.pick("满意度", "Satisfaction"), said));
    let slips = section("slips", lang.pick("纸质问卷合计", "Sums of paper slips"), vec![slips(work, lang).into()]);
    page.sections.push(slips.folded());
    page.sections.push(section("closing", lang.pick("结束前", "Before closing"), vec![closing(work, lang).into()]));
    let add = vec![item(lang).into(), criterion(lang).into()];
    let add = section("add", lang.pick("加项目", "Add items"), add);
    page.sections.push(if work.items.is_empty() { add } else { add.folded() });
    page
}

/// The projected page.
pub(crate) fn audience(work: &Work, rules: Rules, lang: Lang) -> Page {
    let standing = work.standing(rules);
    let mut page = page(words::headline(work, &standing, rules, lang));
    if !work.items.is_empty() {
        page.sections.push(section("now", "", vec![figures(work, &standing, rules, lang).into()]));
    }
    page.sections.extend(lists(work, rules, true, lang));
    if work.answers.asked() > 0 {
        page.sections.push(section("satisfaction", "", vec![satisfied(work, lang).into()]));
    }
    page
}

fn figures(work: &Work, standing: &Standing, rules: Rules, lang: Lang) -> Vec<Figure> {
    let number = |count: usize| Value::Integer(i64::try_from(count).unwrap_or(i64::MAX));
    let of = |list: List, done: &str| {
        let (all, met) = (work.decisive(list), work.count(list, Finding::Met));
        let note = match lang {
            Lang::ZhCn => format!("共 {all} 项"),
            Lang::En => format!("of {all}"),
        };
        (all > 0).then(|| figure(done, number(met), note))
    };
    let plan = of(List::Plan, lang.pick("已装好", "Installed"));
    let criteria = of(List::Criteria, lang.pick("检查符合", "Criteria met"));
    let open = standing.open.len();
    let tone = if open > 0 { Tone::Warning } else { Tone::Good };
    let open = figure(lang.pick("待查", "Open"), number(open), String::new()).tone(tone);
    let mut figures: Vec<Figure> = plan.into_iter().chain(criteria).chain([open]).collect();
    if work.answers.asked() > 0 {
        let satisfied = figure(
            lang.pick("满意", "Satisfied"),
            Value::Text(words::satisfied(work, rules, lang)),
            words::wanted(rules, lang),
        );
        figures.push(satisfied.tone(if standing.satisfied == Some(true) { Tone::Good } else { Tone::Bad }));
    }
    figures
}

fn verdict(work: &Work, standing: &Standing, rules: Rules, lang: Lang) -> Block {
    match (standing.verdict(rules), result::ready(work, rules)) {
        (Some(of), Ok(_)) => {
            let tone = match of {
                Verdict::Passed => Tone::Good,
                Verdict::PassedWithFaults | Verdict::ToBePutRight => Tone::Warning,
                Verdict::Failed => Tone::Bad,
            };
            notice(tone, words::verdict(of, lang), result::reasons(work, standing, rules, lang).join("\n"))
        }
        (_, Err(refusal)) => {
            notice(Tone::Neutral, lang.pick("还不能结束", "Not ready to close"), refusal.sentence(lang))
        }
        (None, Ok(_)) => notice(Tone::Neutral, lang.pick("还不能结束", "Not ready to close"), String::new()),
    }
}

fn lists(work: &Work, rules: Rules, screen: bool, lang: Lang) -> Vec<Section> {
    let of = |(list, title): (List, &str)| {
        let items: Vec<CheckItem> = work.of(list).map(|placed| entry(work, placed, rules, screen, lang)).collect();
        let list: Checklist = checklist(list.key(), "", items);
        (!list.items.is_empty()).then(|| section(&list.id.clone(), title, vec![list.into()]))
    };
    let lists = [
        (List::Plan, lang.pick("计划和实装", "Planned and installed")),
        (List::Criteria, lang.pick("检查标准", "Criteria")),
    ];
    lists.into_iter().filter_map(of).collect()
}

/// An item as the host draws it; photos and remarks may show a home and stay off the screen.
fn entry(work: &Work, placed: &Placed, rules: Rules, screen: bool, lang: Lang) -> CheckItem {
    let Placed { list, key, item } = placed;
    let found = work.found.get(key);
    let wanted = words::limit(*list, item, lang);
    let mut lines = vec![wanted, words::basis(item, lang)];
    lines.retain(|line| !line.is_empty());
    let (limit, at_least) = match item.limit {
        Some(Limit::AtLeast(least)) => (Some(least), true),
        Some(Limit::AtMost(most)) => (Some(most), false),
        Some(Limit::Within { planned, tolerance }) => (Some(planned.saturating_sub(tolerance)), true),
        None => (None, true),
    };
    let value = found.and_then(|found| found.measured);
    let measure = || Measure { unit: item.unit.clone(), scale: item.scale, value, limit, at_least };
    let shown = found.filter(|_| !screen);
    let photo = |found: &crate::item::Found| {
        let one = |photo: &crate::item::Photo| Evidence { hash: photo.hash.clone(), caption: photo.caption.clone() };
        found.evidence.iter().map(one).collect()
    };
    CheckItem {
        finding: match item.finding(found) {
            Finding::Open => ui::Finding::Open,
            Finding::Met => ui::Finding::Met,
            Finding::Failed => ui::Finding::Failed,
            Finding::NotApplicable => ui::Finding::NotApplicable,
        },
        measure: item.is_measured().then(measure),
        veto: item.kind == Kind::Veto,
        evidence_required: rules.each && work.reason.is_empty() && item.kind != Kind::Noted && !screen,
        evidence: shown.map(photo).unwrap_or_default(),
        note: shown.map(|found| found.note.clone()).unwrap_or_default(),
        ..check_item(key, &item.label, &lines.join(lang.pick("；", "; ")))
    }
}

fn satisfied(work: &Work, lang: Lang) -> Bars {
    let of = |grade: Grade| {
        let tone = match grade {
            Grade::Dissatisfied => Tone::Bad,
            Grade::Silent => Tone::Neutral,
            _ => Tone::Good,
        };
        bar(words::grade(grade, lang), i64::try_from(work.answers.count(grade)).unwrap_or(i64::MAX)).tone(tone)
    };
    bars("grades", lang.pick("问下来", "What people said"), Unit::Count, Grade::ALL.map(of).into())
}

fn answer(lang: Lang) -> Form {
    let grades = Grade::ALL.map(|grade| (grade.key(), words::grade(grade, lang)));
    let fields = vec![
        household_field("household", lang.pick("房号", "Door")),
        choice_field("grade", lang.pick("满意吗", "Satisfied?"), grades)
            .help(lang.pick("整改后再问的，以最后一次为准", "Asked again after mending, the last word counts")),
    ];
    form(key::ANSWER, lang.pick("逐户问满意度", "Ask the households"), lang.pick("记下", "Record"), fields)
}

fn slips(work: &Work, lang: Lang) -> Form {
    let of = |(grade, slips): (Grade, u32)| {
        let field = integer_field(grade.key(), words::grade(grade, lang)).between(Some(0), Some(1_000_000));
        field.initially(Value::Integer(slips.into()))
    };
    let fields = Grade::ALL.into_iter().zip(work.answers.slips).map(of).collect();
    form(key::SLIPS, "", lang.pick("记下", "Record"), fields)
}

fn closing(work: &Work, lang: Lang) -> Form {
    let line = |id: &str, label: &str, text: &str| {
        text_field(id, label, 1, LINE_CHARS).optional().initially(Value::Text(text.to_owned()))
    };
    let reason = line("reason", lang.pick("没有完工照片的原因", "Why there is no photo"), &work.reason);
    let who = line("responsible", lang.pick("谁来整改", "Who puts it right"), &work.responsible);
    let due = day_field("due", lang.pick("整改期限", "Until when")).optional();
    let fields = vec![
        reason.help(lang.pick("有照片就空着", "Empty where there are photos")),
        who.help(lang.pick("施工方或责任单位", "The contractor or the unit responsible")),
        due.initially(work.due.map_or(Value::None, Value::Day)),
    ];
    form(key::CLOSING, "", lang.pick("记下", "Record"), fields)
}

fn item(lang: Lang) -> Form {
    let number =
        |id: &str, label: &str, least: i64| decimal_field(id, label, TYPED_SCALE).between(Some(least), None).optional();
    let fields = vec![
        label(lang),
        number("quantity", lang.pick("计划数量", "Planned quantity"), 1)
            .help(lang.pick("只看有没有的，空着", "Empty where it is there or not")),
        unit(lang),
        number("tolerance", lang.pick("允许偏差（±）", "Tolerance (±)"), 0)
            .help(lang.pick("空着就是不少于计划", "Empty: at least as planned")),
        basis(lang),
    ];
    form(key::ITEM, lang.pick("计划项目", "A planned item"), lang.pick("加上", "Add"), fields)
}

fn criterion(lang: Lang) -> Form {
    let directions = [("at-least", lang.pick("不低于", "at least")), ("at-most", lang.pick("不高于", "at most"))];
    let direction = choice_field("direction", lang.pick("限值是", "The limit is"), directions);
    let fields = vec![
        label(lang),
        flag_field("veto", lang.pick("一票否决", "Veto")).optional(),
        decimal_field("limit", lang.pick("限值", "Limit"), TYPED_SCALE)
            .optional()
            .help(lang.pick("不用量的，空着", "Empty where nothing is measured")),
        direction.initially(Value::Choice("at-least".to_owned())),
        unit(lang),
        basis(lang),
    ];
    form(key::CRITERION, lang.pick("检查标准", "A criterion"), lang.pick("加上", "Add"), fields)
}

fn label(lang: Lang) -> Field {
    text_field("item", lang.pick("项目", "Item"), 1, LABEL_CHARS)
}

fn unit(lang: Lang) -> Field {
    text_field("unit", lang.pick("单位", "Unit"), 1, UNIT_CHARS).optional()
}

fn basis(lang: Lang) -> Field {
    text_field("basis", lang.pick("依据", "Basis"), 1, BASIS_CHARS)
        .optional()
        .help(lang.pick("文件、条款；地方规定写明地方和日期", "Document and clause; place and date where it is local"))
}

/// What this household said.
fn focused(work: &Work, household: u32, lang: Lang) -> Option<Section> {
    let grade = work.answers.households.get(&household)?;
    let said = figure(
        lang.pick("这一户说", "This household said"),
        Value::Text(words::grade(*grade, lang).to_owned()),
        String::new(),
    );
    Some(section("focus", "", vec![vec![said].into()]))
}
