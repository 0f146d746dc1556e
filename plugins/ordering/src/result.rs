//! What comes of it: which offers are held, who gives them when, who is looked for, and what rolls over.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::conclusion::{conclusion, duty, sheet};
use fangzhuo_sdk::outcome::{Conclusion, Duty, Outcome};
use fangzhuo_sdk::values::Value;

use crate::board::{Board, Count};
use crate::offer::Verdict;
use crate::refusal::Refusal;
use crate::{lists, rolled, words};

/// `roll` is the mark of the roll the households are rows of.
pub(crate) fn of(board: &Board, roll: &str, lang: Lang) -> Result<Conclusion, Refusal> {
    if board.offers.is_empty() {
        return Err(Refusal::NoOffers);
    }
    if board.orders.is_empty() {
        return Err(Refusal::NoOrders);
    }
    let (seats, counts) = board.seating();
    let mut conclusion = conclusion(Outcome::Recorded, summary(board, lang));
    conclusion.minutes = minutes(board, &counts, lang);
    let offers = sheet("offers", lang.pick("课程和服务", "Offers"), lists::offers(board, &counts, lang));
    let orders = sheet("orders", lang.pick("点单记录", "Orders"), lists::orders(board, &seats, lang));
    let conclusion = conclusion.sheet(offers).sheet(orders).duties(duties(board, &counts, lang));
    Ok(match rolled::write(board, roll) {
        Some(text) => conclusion.carrying("rolled-over", Value::Text(text)),
        None => conclusion,
    })
}

fn rows(board: &Board, is: fn(Verdict) -> bool) -> impl Iterator<Item = usize> {
    board.verdicts().into_iter().enumerate().filter(move |(_, verdict)| is(*verdict)).map(|(at, _)| at)
}

fn summary(board: &Board, lang: Lang) -> String {
    let open = words::names(board, rows(board, Verdict::opens), lang);
    let wait = words::names(board, rows(board, |verdict| !verdict.opens()), lang);
    match (open.is_empty(), wait.is_empty(), lang) {
        (false, true, Lang::ZhCn) => format!("{open}够人数，开办。"),
        (false, true, Lang::En) => format!("Enough people for {open}: held."),
        (true, _, Lang::ZhCn) => format!("{wait}不够人数，继续征集。"),
        (true, _, Lang::En) => format!("Too few people for {wait}: these wait for more."),
        (false, false, Lang::ZhCn) => format!("{open}够人数，开办；{wait}不够人数，继续征集。"),
        (false, false, Lang::En) => format!("Enough people for {open}: held; {wait} wait for more."),
    }
}

fn minutes(board: &Board, counts: &[Count], lang: Lang) -> Vec<String> {
    let of = |((offer, count), verdict): ((&crate::offer::Offer, &Count), Verdict)| {
        let (name, least, ordered, waiting) = (&offer.name, offer.least, count.ordered, count.waiting());
        let verdict = words::verdict(verdict, lang);
        match (waiting, lang) {
            (0, Lang::ZhCn) => format!("{name}：点了 {ordered} 人，最少 {least} 人：{verdict}。"),
            (0, Lang::En) => format!("{name}: {ordered} ordered, {least} at least: {verdict}."),
            (_, Lang::ZhCn) => {
                format!("{name}：点了 {ordered} 人，最少 {least} 人：{verdict}；候补 {waiting} 人，按点单先后。")
            }
            (_, Lang::En) => {
                format!(
                    "{name}: {ordered} ordered, {least} at least: {verdict}; {waiting} wait, first come first served."
                )
            }
        }
    };
    let offers = board.offers.iter().zip(counts).zip(board.verdicts()).map(of);
    [summary(board, lang)].into_iter().chain(offers).collect()
}

/// Who gives what and when; who is still looked for.
fn duties(board: &Board, counts: &[Count], lang: Lang) -> Vec<Duty> {
    let community = lang.pick("社区", "Community");
    let of = |(at, verdict): (usize, Verdict)| {
        let (offer, people) = (&board.offers[at], counts[at].seated);
        let (name, when) = (&offer.name, words::when(offer.when));
        let duty = match (verdict, lang) {
            (Verdict::Held, Lang::ZhCn) => duty(format!("办“{name}”：{people} 人 {when}").trim_end(), &offer.teacher),
            (Verdict::Held, Lang::En) => {
                duty(format!("Give “{name}” for {people} people {when}").trim_end(), &offer.teacher)
            }
            (Verdict::NoTeacher, Lang::ZhCn) => {
                duty(format!("发招募令：找人办“{name}”，已有 {people} 人点"), community)
            }
            (Verdict::NoTeacher, Lang::En) => {
                duty(format!("Recruit call: somebody to give “{name}” for {people} people"), community)
            }
            (Verdict::TooFew { missing }, Lang::ZhCn) => {
                duty(format!("继续征集“{name}”，还差 {missing} 人"), community)
            }
            (Verdict::TooFew { missing }, Lang::En) => duty(format!("Look for {missing} more for “{name}”"), community),
        };
        match offer.when.filter(|_| verdict.opens()) {
            Some(when) => duty.due(when.day),
            None => duty,
        }
    };
    board.verdicts().into_iter().enumerate().map(of).collect()
}
