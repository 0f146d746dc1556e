//! What comes of it: who delivers what by when, the lists for the minutes, and what rolls over.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::conclusion::{conclusion, duty, sheet};
use fangzhuo_sdk::outcome::{Conclusion, Duty, Outcome};
use fangzhuo_sdk::values::Value;

use crate::board::Board;
use crate::refusal::Refusal;
use crate::wish::Standing;
use crate::{lists, rolled, words};

/// Duties one list may hold.
const MOST_DUTIES: usize = 2_000;

/// `roll` is the mark of the roll the households are rows of.
pub(crate) fn of(board: &Board, roll: &str, lang: Lang) -> Result<Conclusion, Refusal> {
    if board.wishes.is_empty() && board.posts.is_empty() {
        return Err(Refusal::Nothing);
    }
    let mut conclusion = conclusion(Outcome::Recorded, summary(board, lang));
    conclusion.minutes = minutes(board, lang);
    if !board.wishes.is_empty() {
        let rows: Vec<usize> = (0..board.wishes.len()).collect();
        let title = lang.pick("微心愿台账", "Ledger of small wishes");
        conclusion = conclusion.sheet(sheet("wishes", title, lists::wish_columns(board, &rows, lang)));
    }
    if let Some(columns) = lists::rolling(board, lang) {
        conclusion = conclusion.sheet(sheet("rolls-over", lang.pick("转入下一期", "Rolls over"), columns));
    }
    if !board.posts.is_empty() {
        let title = lang.pick("岗位和责任人", "Posts and who holds them");
        conclusion = conclusion.sheet(sheet("posts", title, lists::posts(board, lang)));
    }
    let duties = duties(board, lang);
    if !duties.is_empty() {
        conclusion = conclusion.duties(duties);
    }
    conclusion = conclusion.carrying("round", Value::Integer(board.round.saturating_add(1)));
    Ok(match rolled::write(&board.wishes, roll) {
        Some(text) => conclusion.carrying("rolled-over", Value::Text(text)),
        None => conclusion,
    })
}

fn summary(board: &Board, lang: Lang) -> String {
    let count = |standing| words::count(board, standing);
    let (round, all) = (board.round, board.wishes.len() - count(Standing::Dropped));
    let (claimed, delivered, done) = (count(Standing::Claimed), count(Standing::Delivered), count(Standing::Confirmed));
    let rolls = board.wishes.iter().filter(|wish| wish.rolls_over()).count();
    let seats: u32 = board.posts.iter().map(|post| post.seats).sum();
    let seated: usize = board.posts.iter().map(|post| post.seated().len()).sum();
    let posts = board.posts.len();
    let wishes = match lang {
        Lang::ZhCn => format!(
            "第 {round} 期微心愿 {all} 个：已实现 {done} 个，已送达待回访 {delivered} 个，已认领 {claimed} 个，转入下一期 {rolls} 个。"
        ),
        Lang::En => format!(
            "Round {round} has {all} wishes: {done} fulfilled, {delivered} delivered and to be confirmed, {claimed} \
             claimed, {rolls} roll over."
        ),
    };
    let posts = match lang {
        Lang::ZhCn => format!("岗位 {posts} 个，名额 {seats} 个，已上岗 {seated} 人。"),
        Lang::En => format!("{posts} posts with {seats} seats, {seated} of them taken."),
    };
    match (board.wishes.is_empty(), board.posts.is_empty()) {
        (false, true) => wishes,
        (true, _) => posts,
        (false, false) => format!("{wishes}{}{posts}", lang.pick("", " ")),
    }
}

fn minutes(board: &Board, lang: Lang) -> Vec<String> {
    let mut minutes = vec![summary(board, lang)];
    if !board.wishes.is_empty() {
        let days = board.lapse_days;
        minutes.push(match lang {
            Lang::ZhCn => format!("认领后超过 {days} 天没有联系或送达的作废，心愿重新公布；公开的只有心愿，不公开住户。"),
            Lang::En => format!(
                "A claim that is silent for more than {days} days lapses and its wish is free again; wishes are public, \
                 households are not."
            ),
        });
    }
    for post in &board.posts {
        let (title, seats, seated) = (&post.title, post.seats, post.seated().len());
        let (waiting, hours) = (post.waiting().len(), words::hours(post.tenths()));
        minutes.push(match lang {
            Lang::ZhCn => format!("{title}：名额 {seats}，上岗 {seated} 人，候补 {waiting} 人，累计 {hours} 小时。"),
            Lang::En => format!("{title}: {seats} seats, {seated} taken, {waiting} waiting, {hours} hours in all."),
        });
    }
    minutes
}

/// Who delivers what by when; whom to ask whether it arrived; who holds which post.
fn duties(board: &Board, lang: Lang) -> Vec<Duty> {
    let active = board.active().into_iter().map(|(at, claim)| {
        let wish = &board.wishes[at];
        let claim = &wish.claims[claim];
        let what = words::numbered(at, wish, lang);
        let text = match (wish.parts, lang) {
            (1, Lang::ZhCn) => format!("兑现{what}"),
            (1, Lang::En) => format!("Deliver {what}"),
            (parts, Lang::ZhCn) => format!("兑现{what}的一份（共 {parts} 份）"),
            (parts, Lang::En) => format!("Deliver one of {parts} parts of {what}"),
        };
        duty(text, &claim.by).due(claim.seen.saturating_add(board.lapse_days))
    });
    let delivered = board.at(Standing::Delivered).into_iter().map(|at| {
        let what = words::numbered(at, &board.wishes[at], lang);
        let text = match lang {
            Lang::ZhCn => format!("回访{what}：问住户收到没有、满意不满意"),
            Lang::En => format!("Ask the household of {what} whether it arrived and pleases"),
        };
        duty(text, lang.pick("社区", "Community"))
    });
    let posts = board.posts.iter().flat_map(|post| {
        post.seated().iter().map(move |one| {
            let text = if post.duty.is_empty() {
                post.title.clone()
            } else {
                format!("{}{}{}", post.title, lang.pick("：", ": "), post.duty)
            };
            duty(text, &one.by)
        })
    });
    active.chain(delivered).chain(posts).take(MOST_DUTIES).collect()
}
