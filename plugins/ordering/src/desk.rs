//! The pages: on the desk forms and orders, on the screen what is offered and how many want it.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::outcome::Viewer;
use fangzhuo_sdk::page::{
    button, choice_field, day_field, form, household_field, integer_field, notice, page, section, table_of, text_field,
};
use fangzhuo_sdk::ui::{Block, Field, Form, Page, Section};
use fangzhuo_sdk::values::{Tone, Value};

use crate::board::{Board, ORDER_PLACES};
use crate::deed::key;
use crate::offer::{MOST_PLACES, NAME_CHARS};
use crate::{lists, words};

/// The desk's page.
pub(crate) fn show(board: &Board, least: i64, viewer: &Viewer, lang: Lang) -> Page {
    let (seats, counts) = board.seating();
    let mut page = page(words::headline(board, &counts, lang));
    page.sections.extend(viewer.focus.and_then(|household| focused(board, &seats, household, lang)));
    let mut first: Vec<Block> = Vec::new();
    if board.offers.is_empty() {
        let text = lang.pick(
            "先写下可以点的课程和服务，再逐户点单。",
            "Write down what is offered first, then take the orders household by household.",
        );
        first.push(notice(Tone::Neutral, lang.pick("从这里开始", "Start here"), text.to_owned()));
    } else {
        first.push(order(board, lang).into());
        first.push(lists::demand(board, &counts, lang).into());
        first.push(lists::offers_table(board, &counts, lang).into());
    }
    page.sections.push(section("order", "", first));
    page.sections.extend(clashes(board, lang));
    if !board.orders.is_empty() {
        let table = table_of("orders", "", lists::orders(board, &seats, lang));
        let cancel = button(key::CANCEL, lang.pick("取消", "Cancel")).tone(Tone::Bad);
        let table = table.row_button(if board.is_open() { cancel } else { cancel.closed(over(lang)) });
        page.sections.push(section("orders", lang.pick("点单记录", "Orders"), vec![table.into()]));
    }
    page.sections.push(offers(board, least, lang));
    page
}

/// The projected page: a wish for a course is public, whose it is is not.
pub(crate) fn audience(board: &Board, lang: Lang) -> Page {
    let (_, counts) = board.seating();
    let page = page(words::headline(board, &counts, lang));
    if board.offers.is_empty() {
        return page;
    }
    let table = lists::offers_table(board, &counts, lang);
    page.with(section("demand", "", vec![lists::demand(board, &counts, lang).into()])).with(section(
        "offers",
        lang.pick("课程和服务", "Offers"),
        vec![table.into()],
    ))
}

fn order(board: &Board, lang: Lang) -> Form {
    let places = integer_field("places", lang.pick("几人", "Places")).between(Some(1), Some(ORDER_PLACES.into()));
    let door = household_field("household", lang.pick("房号", "Door")).optional();
    let fields = vec![
        door.help(lang.pick("只知道人数、不知道是哪户的，空着", "Empty where only the number is known")),
        which(board, lang),
        places.initially(Value::Integer(1)),
    ];
    let form = form(key::ORDER, lang.pick("点单", "Order"), lang.pick("点单", "Order"), fields);
    if board.is_open() { form } else { form.closed(over(lang)) }
}

fn offers(board: &Board, least: i64, lang: Lang) -> Section {
    let bounds = (Some(1), Some(i64::from(MOST_PLACES)));
    let whole = |id: &str, label: &str| integer_field(id, label).between(bounds.0, bounds.1);
    let mut fields = vec![text_field("offer", lang.pick("课程或服务", "Offer"), 1, NAME_CHARS)];
    fields.extend(arrangement(lang));
    fields.push(whole("least", lang.pick("最少几人", "Least")).initially(Value::Integer(least)));
    fields
        .push(whole("most", lang.pick("最多几人", "Most")).optional().help(lang.pick("不限就空着", "Empty takes all")));
    let submit = lang.pick("加上", "Add");
    let mut blocks: Vec<Block> = vec![form(key::OFFER, lang.pick("加一门", "Add an offer"), submit, fields).into()];
    if !board.offers.is_empty() {
        let mut fields = vec![which(board, lang)];
        fields.extend(arrangement(lang));
        let title = lang.pick("定老师和时间", "Settle teacher and time");
        blocks.push(form(key::ARRANGE, title, lang.pick("定下", "Settle"), fields).into());
        let button = if board.closed {
            button(key::REOPEN, lang.pick("重新开放点单", "Take orders again"))
        } else {
            button(key::CLOSE, lang.pick("停止点单", "Take no more orders"))
        };
        blocks.push(vec![button].into());
    }
    section("offers", lang.pick("课程和服务", "Offers"), blocks)
}

fn arrangement(lang: Lang) -> [Field; 3] {
    let teacher = text_field("teacher", lang.pick("老师或服务方", "Teacher or provider"), 1, NAME_CHARS).optional();
    let hours = text_field("hours", lang.pick("时间", "Hours"), 1, NAME_CHARS).optional();
    [
        teacher.help(lang.pick("写代号或单位；还没有就空着，到时发招募令", "Code or unit; empty calls for one")),
        day_field("day", lang.pick("日期", "Day")).optional(),
        hours.help(lang.pick("如 14:00-15:30", "Such as 14:00-15:30")),
    ]
}

fn which(board: &Board, lang: Lang) -> Field {
    let items: Vec<(String, &str)> =
        board.offers.iter().enumerate().map(|(at, offer)| (format!("offer-{at}"), offer.name.as_str())).collect();
    choice_field("offer", lang.pick("课程或服务", "Offer"), items.iter().map(|(key, name)| (key.as_str(), *name)))
}

fn clashes(board: &Board, lang: Lang) -> Option<Section> {
    let clashes = board.clashes();
    let text = lang.pick(
        "下面这些户点了同一时间的两门。家里去两个人就没事，不然请他们选一门。",
        "These households ordered two things at one time: fine if two people go, else let them choose.",
    );
    let warning = notice(Tone::Warning, lang.pick("时间冲突", "Clashes"), text.to_owned());
    let table = lists::clashes(board, &clashes, lang);
    (!clashes.is_empty()).then(|| section("clashes", "", vec![warning, table.into()]))
}

/// The orders of one household.
fn focused(board: &Board, seats: &[u32], household: u32, lang: Lang) -> Option<Section> {
    let mine = |(at, order): (usize, &crate::board::Order)| {
        let places = (order.household == Some(household)).then_some(order.places)?;
        let (name, seat) = (&board.offers[order.offer].name, seats[at]);
        Some(match lang {
            Lang::ZhCn => format!("{name}：点 {places} 人，排上 {seat} 人，候补 {} 人", places - seat),
            Lang::En => format!("{name}: {places} ordered, {seat} with a place, {} waiting", places - seat),
        })
    };
    let lines: Vec<String> = board.orders.iter().enumerate().filter_map(mine).collect();
    let title = lang.pick("这一户的点单", "Orders of this household");
    (!lines.is_empty()).then(|| section("focus", title, vec![lines.join("\n").into()]))
}

fn over(lang: Lang) -> &'static str {
    lang.pick("点单已经截止", "No more orders are taken")
}
