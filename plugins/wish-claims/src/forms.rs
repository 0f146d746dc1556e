//! The forms of the desk's page.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{choice_field, decimal_field, flag_field, form, household_field, integer_field, text_field};
use fangzhuo_sdk::ui::{Field, Form};
use fangzhuo_sdk::values::Value;

use crate::board::Board;
use crate::deed::key;
use crate::post::{DUTY_CHARS, MOST_SEATS, POST_CHARS};
use crate::wish::{LABEL_CHARS, MOST_PARTS, Standing, WISH_CHARS};
use crate::words;

pub(crate) fn wish(lang: Lang) -> Form {
    let parts = integer_field("parts", lang.pick("可以分成几份", "Parts")).between(Some(1), Some(MOST_PARTS.into()));
    let fields = vec![
        household_field("household", lang.pick("房号", "Door")),
        text_field("wish", lang.pick("心愿", "Wish"), 1, WISH_CHARS).help(lang.pick(
            "只写要什么，如“拐杖”；不写姓名、病情和电话",
            "Only what is wished for, such as “walking stick”: no name, illness or phone",
        )),
        parts.initially(Value::Integer(1)).help(lang.pick(
            "一人能实现的写 1；轮椅等大件可由几人合认",
            "1 where one person can fulfil it; several can share a wheelchair",
        )),
    ];
    form(key::WISH, lang.pick("登记心愿", "Register a wish"), lang.pick("登记", "Register"), fields)
}

/// Wishes on the list; who comes a moment late finds his choice still there and is told who has it.
pub(crate) fn claim(board: &Board, lang: Lang) -> Form {
    let offered = |standing, taken: &'static str| {
        let of = move |at: usize| {
            let (key, label) = (format!("wish-{at}"), words::offer(&board.wishes[at], lang));
            (key, format!("{} {label}{taken}", at + 1))
        };
        board.at(standing).into_iter().map(of)
    };
    let open: Vec<(String, String)> = offered(Standing::Open, "").collect();
    let none = open.is_empty();
    let taken = offered(Standing::Claimed, lang.pick("（已有人认领）", " (claimed)"));
    let items: Vec<(String, String)> = open.into_iter().chain(taken).collect();
    let fields = vec![choice("wish", lang.pick("心愿", "Wish"), &items), label(lang)];
    let form = form(key::CLAIM, lang.pick("认领", "Claim"), lang.pick("认领", "Claim"), fields);
    if none {
        form.closed(lang.pick("现在没有等人认领的心愿", "No wish waits to be claimed now"))
    } else {
        form
    }
}

pub(crate) fn news(board: &Board, lang: Lang) -> Form {
    let of = |(wish, claim): (usize, usize)| {
        let by = &board.wishes[wish].claims[claim].by;
        (format!("claim-{wish}-{claim}"), format!("{} {} · {by}", wish + 1, board.wishes[wish].text))
    };
    let items: Vec<(String, String)> = board.active().into_iter().map(of).collect();
    let news = [
        ("contacted", lang.pick("已联系上住户", "Contacted the household")),
        ("delivered", lang.pick("已送达", "Delivered")),
        ("withdrawn", lang.pick("退回，不认领了", "Gives it back")),
    ];
    let fields = vec![
        choice("claim", lang.pick("哪一条认领", "Which claim"), &items),
        choice_field("news", lang.pick("进展", "What happened"), news),
    ];
    form(key::NEWS, lang.pick("认领进展", "News of a claim"), lang.pick("记下", "Record"), fields)
}

pub(crate) fn post(lang: Lang) -> Form {
    let seats = integer_field("seats", lang.pick("要几个人", "Seats")).between(Some(1), Some(MOST_SEATS.into()));
    let fields = vec![
        text_field("post", lang.pick("岗位", "Post"), 1, POST_CHARS)
            .help(lang.pick("如：调解纠纷", "Such as: mediation")),
        seats,
        text_field("duty", lang.pick("职责", "Duty"), 2, DUTY_CHARS).optional(),
    ];
    form(key::POST, lang.pick("设岗", "Set up a post"), lang.pick("设岗", "Set up"), fields)
}

pub(crate) fn apply(board: &Board, lang: Lang) -> Form {
    let of = |(at, post): (usize, &crate::post::Post)| {
        let (seated, seats) = (post.seated().len(), post.seats);
        let label = match (seated < seats as usize, lang) {
            (true, _) => format!("{} {seated}/{seats}", post.title),
            (false, Lang::ZhCn) => format!("{} {seated}/{seats}，已满，可候补", post.title),
            (false, Lang::En) => format!("{} {seated}/{seats}, full, can wait", post.title),
        };
        (format!("post-{at}"), label)
    };
    let items: Vec<(String, String)> = board.posts.iter().enumerate().map(of).collect();
    let fields = vec![choice("post", lang.pick("岗位", "Post"), &items), label(lang)];
    form(key::APPLY, lang.pick("报名上岗", "Sign up"), lang.pick("报名", "Sign up"), fields)
}

pub(crate) fn service(board: &Board, lang: Lang) -> Form {
    let mut items = Vec::new();
    for (at, post) in board.posts.iter().enumerate() {
        for (person, one) in post.people.iter().enumerate() {
            let waits = if person < post.seated().len() { "" } else { lang.pick("（候补）", " (waits)") };
            items.push((format!("applicant-{at}-{person}"), format!("{} · {}{waits}", post.title, one.by)));
        }
    }
    let fields = vec![
        choice("applicant", lang.pick("谁", "Who"), &items),
        decimal_field("hours", lang.pick("服务时长（小时）", "Hours served"), 1)
            .between(Some(1), Some(10_000))
            .optional(),
        flag_field("leaves", lang.pick("离岗，由候补第一位接上", "Leaves: the first in line follows")).optional(),
    ];
    form(key::SERVICE, lang.pick("时长和离岗", "Hours, and leaving"), lang.pick("记下", "Record"), fields)
}

fn label(lang: Lang) -> Field {
    text_field("by", lang.pick("认领人（单位或代号）", "Volunteer (unit or code)"), 1, LABEL_CHARS)
        .help(lang.pick("如“实验中学 1 号”，不写姓名", "Such as “School 1”, no name"))
}

fn choice(id: &str, label: &str, items: &[(String, String)]) -> Field {
    choice_field(id, label, items.iter().map(|(key, label)| (key.as_str(), label.as_str())))
}
