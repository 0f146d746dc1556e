//! The tables of the pages and sheets: wishes, claims in hand, posts. Doors and labels never reach the screen.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{column, household_column, integer_column, table_of, text_column};
use fangzhuo_sdk::ui::{Column, Table};
use fangzhuo_sdk::values::{Cells, ColumnData, Tone};

use crate::board::Board;
use crate::wish::{Claim, Wish};
use crate::{rolled, words};

/// Wishes at these places, with their doors.
pub(crate) fn wishes(id: &str, title: &str, board: &Board, rows: &[usize], lang: Lang) -> Table {
    table_of(id, title, wish_columns(board, rows, lang))
}

pub(crate) fn wish_columns(board: &Board, rows: &[usize], lang: Lang) -> Vec<Column> {
    let of = |at: &usize| &board.wishes[*at];
    let holders = |wish: &Wish| {
        let by: Vec<String> =
            wish.claims.iter().filter(|claim| is_shown(claim)).map(|claim| claim.by.clone()).collect();
        by.join(lang.pick("、", ", "))
    };
    vec![
        number(rows, lang),
        household_column("household", lang.pick("房号", "Door"), rows.iter().map(|at| of(at).household).collect())
            .private(),
        text_column("wish", lang.pick("心愿", "Wish"), rows.iter().map(|at| of(at).text.clone()).collect()),
        whole("parts", lang.pick("份数", "Parts"), rows.iter().map(|at| of(at).parts)),
        whole("delivered", lang.pick("已送达", "Delivered"), rows.iter().map(|at| of(at).delivered())),
        text_column(
            "standing",
            lang.pick("进展", "Standing"),
            rows.iter().map(|at| words::standing(of(at).standing(), lang).to_owned()).collect(),
        ),
        text_column("by", lang.pick("认领人", "Volunteers"), rows.iter().map(|at| holders(of(at))).collect()).private(),
    ]
}

/// What rolls over, under the headings of the table of wishes: the list of one round is the table of the next.
pub(crate) fn rolling(board: &Board, lang: Lang) -> Option<Vec<Column>> {
    let rows: Vec<&Wish> = board.wishes.iter().filter(|wish| wish.rolls_over()).collect();
    let columns = vec![
        household_column("household", lang.pick("房号", "Door"), rows.iter().map(|wish| wish.household).collect())
            .private(),
        text_column("wish", lang.pick("心愿", "Wish"), rows.iter().map(|wish| wish.text.clone()).collect()),
        whole("parts", lang.pick("份数", "Parts"), rows.iter().map(|wish| wish.free())),
        whole("rounds", lang.pick("等过几期", "Rounds waited"), rows.iter().map(|wish| rolled::rounds(wish))),
    ];
    (!rows.is_empty()).then_some(columns)
}

/// The list for everybody: what can be claimed, without doors.
pub(crate) fn open(board: &Board, rows: &[usize], lang: Lang) -> Table {
    let of = |at: &usize| &board.wishes[*at];
    let waited = |at: &usize| Some(i64::from(of(at).rounds)).filter(|rounds| *rounds > 0);
    let mut columns = vec![
        number(rows, lang),
        text_column("wish", lang.pick("心愿", "Wish"), rows.iter().map(|at| of(at).text.clone()).collect()),
        whole("free", lang.pick("还差几份", "Parts left"), rows.iter().map(|at| of(at).free())),
    ];
    let waited: Vec<Option<i64>> = rows.iter().map(waited).collect();
    if waited.iter().any(Option::is_some) {
        columns.push(integer_column("rounds", lang.pick("等过几期", "Rounds waited"), &waited));
    }
    table_of("open", lang.pick("等人认领", "To be claimed"), columns)
}

/// Claims in hand: who, since when, and on which day they lapse.
pub(crate) fn active(board: &Board, lang: Lang) -> Table {
    let active = board.active();
    let of = |(wish, claim): &(usize, usize)| &board.wishes[*wish].claims[*claim];
    let last = |claim: &Claim| claim.seen.saturating_add(board.lapse_days);
    let late = |pair: &(usize, usize)| match board.today.map(|today| last(of(pair)) - today) {
        Some(..=1) => Tone::Warning,
        _ => Tone::Neutral,
    };
    let columns = vec![
        number(&active.iter().map(|(wish, _)| *wish).collect::<Vec<_>>(), lang),
        text_column(
            "wish",
            lang.pick("心愿", "Wish"),
            active.iter().map(|(wish, _)| board.wishes[*wish].text.clone()).collect(),
        ),
        text_column("by", lang.pick("认领人", "Volunteer"), active.iter().map(|pair| of(pair).by.clone()).collect())
            .private(),
        text_column(
            "course",
            lang.pick("进展", "Standing"),
            active.iter().map(|pair| words::course(of(pair).course, lang).to_owned()).collect(),
        ),
        column(
            "last",
            lang.pick("最迟哪天", "Last day"),
            Cells::Day(active.iter().map(|pair| last(of(pair))).collect()),
        ),
    ];
    table_of("active", lang.pick("正在办的认领", "Claims in hand"), columns).tones(active.iter().map(late).collect())
}

/// Posts with their people; on the screen only how many.
pub(crate) fn posts(board: &Board, lang: Lang) -> Vec<Column> {
    let posts = &board.posts;
    let waiting = |post: &crate::post::Post| {
        post.waiting().iter().map(|one| one.by.clone()).collect::<Vec<_>>().join(lang.pick("、", ", "))
    };
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    vec![
        text_column("post", lang.pick("岗位", "Post"), posts.iter().map(|post| post.title.clone()).collect()),
        text_column("duty", lang.pick("职责", "Duty"), posts.iter().map(|post| post.duty.clone()).collect()),
        whole("seats", lang.pick("名额", "Seats"), posts.iter().map(|post| post.seats)),
        whole("seated", lang.pick("已上岗", "Seated"), posts.iter().map(|post| count(post.seated().len()))),
        whole("waiting", lang.pick("候补", "Waiting"), posts.iter().map(|post| count(post.waiting().len()))),
        text_column(
            "people",
            lang.pick("上岗的人", "Who"),
            posts.iter().map(|post| words::seated(post, lang)).collect(),
        )
        .private(),
        text_column("queue", lang.pick("候补的人", "In line"), posts.iter().map(waiting).collect()).private(),
        hours(posts.iter().map(crate::post::Post::tenths).collect(), lang),
    ]
}

fn hours(tenths: Vec<i64>, lang: Lang) -> Column {
    let cells = Cells::Decimal(fangzhuo_sdk::values::Decimals { scale: 1, units: tenths });
    column("hours", lang.pick("时长（小时）", "Hours"), cells)
}

fn is_shown(claim: &Claim) -> bool {
    claim.is_active() || matches!(claim.course, crate::wish::Course::Delivered(_))
}

fn number(rows: &[usize], lang: Lang) -> Column {
    let numbers = rows.iter().map(|at| i64::try_from(at + 1).unwrap_or(i64::MAX)).collect();
    column("number", lang.pick("号", "No."), Cells::Integer(numbers))
}

fn whole(id: &str, label: &str, numbers: impl Iterator<Item = u32>) -> Column {
    let data = ColumnData { cells: Cells::Integer(numbers.map(i64::from).collect()), empty: Vec::new() };
    Column { data, ..column(id, label, Cells::Integer(Vec::new())) }
}
