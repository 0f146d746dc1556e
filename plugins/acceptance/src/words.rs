//! Names and sentences of what people see, in both languages.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::scaled;

use crate::item::{Finding, Item, Kind, Limit, List};
use crate::satisfaction::{Base, Grade, share};
use crate::verdict::{Rules, Standing, Verdict};
use crate::work::Work;

pub(crate) fn grade(grade: Grade, lang: Lang) -> &'static str {
    match grade {
        Grade::Very => lang.pick("非常满意", "Very satisfied"),
        Grade::Satisfied => lang.pick("满意", "Satisfied"),
        Grade::Fairly => lang.pick("基本满意", "Fairly satisfied"),
        Grade::Dissatisfied => lang.pick("不满意", "Dissatisfied"),
        Grade::Silent => lang.pick("未表态", "Said nothing"),
    }
}

pub(crate) fn finding(finding: Finding, lang: Lang) -> &'static str {
    match finding {
        Finding::Open => lang.pick("待查", "open"),
        Finding::Met => lang.pick("符合", "met"),
        Finding::Failed => lang.pick("不符合", "failed"),
        Finding::NotApplicable => lang.pick("不适用", "does not apply"),
    }
}

pub(crate) fn kind(list: List, kind: Kind, lang: Lang) -> &'static str {
    match (list, kind) {
        (_, Kind::Veto) => lang.pick("否决", "veto"),
        (_, Kind::Noted) => lang.pick("说明", "info"),
        (List::Plan, Kind::Counts) => lang.pick("计划", "plan"),
        (List::Criteria, Kind::Counts) => lang.pick("检查", "criterion"),
    }
}

pub(crate) fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Passed => lang.pick("验收通过", "Accepted"),
        Verdict::PassedWithFaults => lang.pick("验收通过，小问题限期整改", "Accepted, with faults to be put right"),
        Verdict::ToBePutRight => lang.pick("整改后再验收", "To be put right and looked at again"),
        Verdict::Failed => lang.pick("验收不通过", "Not accepted"),
    }
}

/// The rule, with place and date where it is local.
pub(crate) fn basis(item: &Item, lang: Lang) -> String {
    let local = item.local.join(lang.pick("，", ", "));
    match (item.basis.is_empty(), local.is_empty(), lang) {
        (_, true, _) => item.basis.clone(),
        (true, false, _) => local,
        (false, false, Lang::ZhCn) => format!("{}（{local}）", item.basis),
        (false, false, Lang::En) => format!("{} ({local})", item.basis),
    }
}

/// What is wanted of a number: `计划 5 件`, `≥ 3.00 米`, `1.20±0.05 米`; "" where nothing is measured.
pub(crate) fn limit(list: List, item: &Item, lang: Lang) -> String {
    let number = |units: i64| scaled::plain(units, item.scale);
    let sign = match (list, item.limit) {
        (_, None) => return String::new(),
        (List::Plan, Some(Limit::AtLeast(least))) => format!("{}{}", lang.pick("计划 ", "planned "), number(least)),
        (_, Some(Limit::AtLeast(least))) => format!("≥ {}", number(least)),
        (_, Some(Limit::AtMost(most))) => format!("≤ {}", number(most)),
        (_, Some(Limit::Within { planned, tolerance })) => {
            format!("{}{}±{}", lang.pick("计划 ", "planned "), number(planned), number(tolerance))
        }
    };
    format!("{sign} {}", item.unit).trim_end().to_owned()
}

/// At most five labels in a line, then how many in all.
pub(crate) fn few(labels: &[String], lang: Lang) -> String {
    const SHOWN: usize = 5;
    let shown = labels.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(lang.pick("、", ", "));
    match (labels.len() > SHOWN, lang) {
        (false, _) => shown,
        (true, Lang::ZhCn) => format!("{shown}等 {} 项", labels.len()),
        (true, Lang::En) => format!("{shown} and {} more", labels.len() - SHOWN),
    }
}

pub(crate) fn headline(work: &Work, standing: &Standing, rules: Rules, lang: Lang) -> String {
    let (open, all) = (standing.open.len(), work.items.len());
    match (standing.verdict(rules), all, lang) {
        (_, 0, _) => lang.pick("验收", "Acceptance").to_owned(),
        (Some(of), ..) if open == 0 => verdict(of, lang).to_owned(),
        (_, _, Lang::ZhCn) if open == 0 => format!("{all} 项都查过了，请问满意不满意"),
        (_, _, Lang::En) if open == 0 => format!("All {all} items looked at: ask who is satisfied"),
        (_, _, Lang::ZhCn) => format!("验收：{all} 项，还有 {open} 项待查"),
        (_, _, Lang::En) => format!("Acceptance: {open} of {all} items still open"),
    }
}

/// `满意 4/5（80.0%）`
pub(crate) fn satisfied(work: &Work, rules: Rules, lang: Lang) -> String {
    let share = share(work.answers.satisfied(), work.answers.base(rules.wanted.base));
    match (share, lang) {
        ((fraction, None), _) => fraction,
        ((fraction, Some(percent)), Lang::ZhCn) => format!("{fraction}（{percent}）"),
        ((fraction, Some(percent)), Lang::En) => format!("{fraction} ({percent})"),
    }
}

/// What is asked of the answers, and of whom the share is.
pub(crate) fn wanted(rules: Rules, lang: Lang) -> String {
    let base = match rules.wanted.base {
        Base::Asked => lang.pick("所有问过的", "all who were asked"),
        Base::Answered => lang.pick("问过并表态的", "those who answered"),
    };
    match (rules.wanted.least, lang) {
        (None, Lang::ZhCn) => format!("要求没有不满意；满意率按{base}算"),
        (None, Lang::En) => format!("nobody is to be dissatisfied; the share is of {base}"),
        (Some(least), Lang::ZhCn) => format!("要求不低于 {least}；满意率按{base}算"),
        (Some(least), Lang::En) => format!("at least {least} is wanted; the share is of {base}"),
    }
}
