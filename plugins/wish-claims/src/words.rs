//! Names of what people see, in both languages.

use fangzhuo_sdk::Lang;

use crate::board::Board;
use crate::post::Post;
use crate::wish::{Course, Standing, Wish};

pub(crate) fn standing(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::Registered => lang.pick("待核实", "to be verified"),
        Standing::Verified => lang.pick("待公布", "to be published"),
        Standing::Open => lang.pick("待认领", "to be claimed"),
        Standing::Claimed => lang.pick("已认领", "claimed"),
        Standing::Delivered => lang.pick("已送达，待回访", "delivered, to be confirmed"),
        Standing::Confirmed => lang.pick("已实现", "fulfilled"),
        Standing::Dropped => lang.pick("已撤下", "taken off"),
    }
}

pub(crate) fn course(course: Course, lang: Lang) -> &'static str {
    match course {
        Course::Claimed => lang.pick("待联系", "not contacted yet"),
        Course::Contacted => lang.pick("已联系", "contacted"),
        Course::Delivered(_) => lang.pick("已送达", "delivered"),
        Course::Lapsed(_) => lang.pick("已作废", "lapsed"),
        Course::Withdrawn(_) => lang.pick("已退回", "given back"),
    }
}

/// "3 号心愿 拐杖"
pub(crate) fn numbered(at: usize, wish: &Wish, lang: Lang) -> String {
    let (number, text) = (at + 1, &wish.text);
    match lang {
        Lang::ZhCn => format!("{number} 号心愿 {text}"),
        Lang::En => format!("wish {number}, {text}"),
    }
}

/// "拐杖", or "轮椅（10 份，剩 3 份）" where several share it.
pub(crate) fn offer(wish: &Wish, lang: Lang) -> String {
    let (text, parts, free) = (&wish.text, wish.parts, wish.free());
    match (parts, lang) {
        (1, _) => text.clone(),
        (_, Lang::ZhCn) => format!("{text}（{parts} 份，剩 {free} 份）"),
        (_, Lang::En) => format!("{text} ({free} of {parts} parts left)"),
    }
}

/// At most three labels in a line, then how many more.
pub(crate) fn few(labels: &[String], lang: Lang) -> String {
    const SHOWN: usize = 3;
    let shown = labels.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(lang.pick("、", ", "));
    match (labels.len().checked_sub(SHOWN).filter(|more| *more > 0), lang) {
        (None, _) => shown,
        (Some(more), Lang::ZhCn) => format!("{shown}等 {} 人", more + SHOWN),
        (Some(more), Lang::En) => format!("{shown} and {more} more"),
    }
}

/// Tenths of hours: 15 is 1.5.
pub(crate) fn hours(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// How many wishes stand so.
pub(crate) fn count(board: &Board, standing: Standing) -> usize {
    board.wishes.iter().filter(|wish| wish.standing() == standing).count()
}

pub(crate) fn headline(board: &Board, lang: Lang) -> String {
    let (round, all) = (board.round, board.wishes.len() - count(board, Standing::Dropped));
    let (open, done) = (count(board, Standing::Open), count(board, Standing::Confirmed));
    let seats: u32 = board.posts.iter().map(|post| post.seats).sum();
    match (board.wishes.is_empty(), board.posts.is_empty(), lang) {
        (true, true, Lang::ZhCn) => format!("第 {round} 期微心愿"),
        (true, true, Lang::En) => format!("Small wishes, round {round}"),
        (true, false, Lang::ZhCn) => format!("{} 个岗位，{seats} 个名额", board.posts.len()),
        (true, false, Lang::En) => format!("{} posts with {seats} seats", board.posts.len()),
        (false, _, Lang::ZhCn) => format!("第 {round} 期微心愿 {all} 个：待认领 {open}，已实现 {done}"),
        (false, _, Lang::En) => format!("Round {round}: {all} wishes, {open} to be claimed, {done} fulfilled"),
    }
}

/// Who has a seat, by label.
pub(crate) fn seated(post: &Post, lang: Lang) -> String {
    post.seated().iter().map(|one| one.by.clone()).collect::<Vec<_>>().join(lang.pick("、", ", "))
}
