//! The desk's page: what is to be done next, first.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::outcome::Viewer;
use fangzhuo_sdk::page::{button, figure, notice, page, section, table_of};
use fangzhuo_sdk::ui::{Block, Figure, Page, Section};
use fangzhuo_sdk::values::{Tone, Value};

use crate::board::Board;
use crate::deed::key;
use crate::wish::{Course, Standing};
use crate::{forms, lists, words};

pub(crate) fn show(board: &Board, viewer: &Viewer, lang: Lang) -> Page {
    let mut page = page(words::headline(board, lang));
    page.sections.extend(viewer.focus.and_then(|household| focused(board, household, lang)));
    page.sections.push(now(board, lang));
    page.sections.push(claims(board, lang));
    page.sections.extend(steps(board, lang));
    let register = section("register", lang.pick("登记心愿", "Register a wish"), vec![forms::wish(lang).into()]);
    page.sections.push(register);
    page.sections.push(posts(board, lang));
    page.sections.extend(everything(board, lang));
    page
}

fn now(board: &Board, lang: Lang) -> Section {
    let mut first = vec![Block::Figures(figures(board, lang))];
    if board.wishes.is_empty() && board.posts.is_empty() {
        let text = lang.pick(
            "登记心愿，核实后公布，志愿者来认领；或者先按需要设岗。",
            "Register wishes, verify and publish them, then volunteers claim them; or set up posts by need.",
        );
        first.push(notice(Tone::Neutral, lang.pick("从这里开始", "Start here"), text.to_owned()));
    }
    let lapsed = board.wishes.iter().flat_map(|wish| &wish.claims);
    let today = board.today;
    let lapsed = lapsed.filter(|claim| matches!(claim.course, Course::Lapsed(day) if Some(day) == today)).count();
    if lapsed > 0 {
        let days = board.lapse_days;
        let text = match lang {
            Lang::ZhCn => format!("{lapsed} 条认领超过 {days} 天没有联系或送达，已作废，心愿重新公布。"),
            Lang::En => {
                format!(
                    "{lapsed} claims were silent for more than {days} days and lapsed; their wishes are free again."
                )
            }
        };
        first.push(notice(Tone::Warning, lang.pick("今天作废的认领", "Lapsed today"), text));
    }
    section("now", "", first)
}

pub(crate) fn figures(board: &Board, lang: Lang) -> Vec<Figure> {
    let number = |count: usize| Value::Integer(i64::try_from(count).unwrap_or(i64::MAX));
    let standings = [
        (Standing::Open, Tone::Warning),
        (Standing::Claimed, Tone::Neutral),
        (Standing::Delivered, Tone::Neutral),
        (Standing::Confirmed, Tone::Good),
    ];
    let of = |(standing, tone): (Standing, Tone)| {
        let count = words::count(board, standing);
        let tone = if count > 0 { tone } else { Tone::Neutral };
        figure(words::standing(standing, lang), number(count), String::new()).tone(tone)
    };
    let mut figures: Vec<Figure> = standings.map(of).into();
    if !board.posts.is_empty() {
        let seats: u32 = board.posts.iter().map(|post| post.seats).sum();
        let seated: usize = board.posts.iter().map(|post| post.seated().len()).sum();
        let note = match lang {
            Lang::ZhCn => format!("共 {seats} 个名额"),
            Lang::En => format!("of {seats} seats"),
        };
        figures.push(figure(lang.pick("已上岗", "Seated"), number(seated), note));
    }
    figures
}

fn claims(board: &Board, lang: Lang) -> Section {
    let mut blocks: Vec<Block> = vec![forms::claim(board, lang).into()];
    let active = lists::active(board, lang);
    if active.rows > 0 {
        blocks.push(active.row_button(button(key::DELIVERED, lang.pick("已送达", "Delivered"))).into());
        blocks.push(forms::news(board, lang).into());
    }
    section("claims", lang.pick("认领", "Claims"), blocks)
}

/// One table for each step that waits for somebody here.
fn steps(board: &Board, lang: Lang) -> Vec<Section> {
    let steps = [
        (Standing::Registered, "registered", key::VERIFY, lang.pick("核实属实", "Verified")),
        (Standing::Verified, "verified", key::PUBLISH, lang.pick("公布", "Publish")),
        (Standing::Delivered, "delivered", key::CONFIRM, lang.pick("住户说收到了", "Received")),
    ];
    let of = |(standing, id, key, label): (Standing, &str, &str, &str)| {
        let rows = board.at(standing);
        let table = lists::wishes(id, "", board, &rows, lang).row_button(button(key, label));
        let mut blocks = vec![Block::Table(table)];
        if standing == Standing::Verified {
            let all = button(key::PUBLISH_ALL, lang.pick("全部公布", "Publish all")).tone(Tone::Good);
            blocks.insert(0, Block::Buttons(vec![all]));
        }
        (!rows.is_empty()).then(|| section(id, words::standing(standing, lang), blocks))
    };
    steps.into_iter().filter_map(of).collect()
}

fn posts(board: &Board, lang: Lang) -> Section {
    let mut blocks = Vec::new();
    if !board.posts.is_empty() {
        blocks.push(table_of("posts", "", lists::posts(board, lang)).into());
        blocks.push(forms::apply(board, lang).into());
    }
    if board.posts.iter().any(|post| !post.people.is_empty()) {
        blocks.push(forms::service(board, lang).into());
    }
    blocks.push(forms::post(lang).into());
    section("posts", lang.pick("按需设岗", "Posts by need"), blocks)
}

/// All wishes, and the end of the round.
fn everything(board: &Board, lang: Lang) -> Option<Section> {
    let rows: Vec<usize> = (0..board.wishes.len()).collect();
    let all = lists::wishes("all", "", board, &rows, lang);
    let all = all.row_button(button(key::DROP, lang.pick("撤下", "Take off")).tone(Tone::Bad));
    let next = match lang {
        Lang::ZhCn => format!("转入第 {} 期", board.round.saturating_add(1)),
        Lang::En => format!("Begin round {}", board.round.saturating_add(1)),
    };
    let next = button(key::NEXT_ROUND, &next);
    let title = lang.pick("全部心愿", "All wishes");
    (!rows.is_empty()).then(|| section("all", title, vec![all.into(), Block::Buttons(vec![next])]).folded())
}

/// The wishes of one household.
fn focused(board: &Board, household: u32, lang: Lang) -> Option<Section> {
    let rows: Vec<usize> = (0..board.wishes.len()).filter(|at| board.wishes[*at].household == household).collect();
    let table = lists::wishes("of-household", "", board, &rows, lang);
    (!rows.is_empty())
        .then(|| section("focus", lang.pick("这一户的心愿", "Wishes of this household"), vec![table.into()]))
}
