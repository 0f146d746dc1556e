//! Names and sentences of what people see, in both languages.

use fangzhuo_sdk::{Lang, days};

use crate::board::{Board, Count};
use crate::hours::When;
use crate::offer::Verdict;

pub(crate) fn verdict(verdict: Verdict, lang: Lang) -> String {
    match (verdict, lang) {
        (Verdict::Held, _) => lang.pick("开", "held").to_owned(),
        (Verdict::NoTeacher, _) => lang.pick("人数够，招募老师", "enough, teacher wanted").to_owned(),
        (Verdict::TooFew { missing }, Lang::ZhCn) => format!("还差 {missing} 人，继续征集"),
        (Verdict::TooFew { missing }, Lang::En) => format!("waits for {missing} more"),
    }
}

/// `2026-07-25 14:00-15:30`; "" while nothing is fixed.
pub(crate) fn when(when: Option<When>) -> String {
    match when {
        None => String::new(),
        Some(When { day, hours: None }) => days::iso(day),
        Some(When { day, hours: Some(hours) }) => format!("{} {}", days::iso(day), hours.text()),
    }
}

pub(crate) fn headline(board: &Board, counts: &[Count], lang: Lang) -> String {
    let ordered: u32 = counts.iter().map(|count| count.ordered).sum();
    let (offers, open) = (board.offers.len(), board.verdicts().into_iter().filter(|verdict| verdict.opens()).count());
    match (offers, lang) {
        (0, _) => lang.pick("点课点单", "Ordering courses and services").to_owned(),
        (_, Lang::ZhCn) => format!("{offers} 门课程和服务，已点 {ordered} 人次，{open} 门够人数"),
        (_, Lang::En) => format!("{offers} offers, {ordered} places ordered, {open} with enough people"),
    }
}

/// Names of these offers in a line.
pub(crate) fn names(board: &Board, rows: impl Iterator<Item = usize>, lang: Lang) -> String {
    rows.map(|at| board.offers[at].name.clone()).collect::<Vec<_>>().join(lang.pick("、", ", "))
}
